"""What a slice offers the house, as data: one ``ModuleSpec`` per slice, listed in ``app/registry.py``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label
from facility_app.kernel.privacy import TableSpec
from facility_app.kernel.settings import Setting


@dataclass(frozen=True, slots=True)
class Verb:
    """One decision a user can take, as the audit trail, menus and the palette name it.

    Attributes:
        id: ``<slice>.<verb>``, stable; the audit trail stores it.
        text: what the user reads, a Vietnamese verb.
        permission: the right it needs.
    """

    id: str
    text: Label
    permission: Permission


@dataclass(frozen=True, slots=True)
class ModuleSpec:
    """A slice, described without Qt and without running anything.

    Attributes:
        id: the folder's name.
        permissions: rights the slice defines.
        verbs: decisions it offers.
        tables: its tables.
        settings: its settings.
        handlers: event class → functions called in the teller's transaction.
        answers: question class → functions that answer it.
    """

    id: str
    permissions: tuple[Permission, ...] = ()
    verbs: tuple[Verb, ...] = ()
    tables: tuple[TableSpec, ...] = ()
    settings: tuple[Setting[Any], ...] = ()
    handlers: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = field(default_factory=dict)
    answers: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = field(default_factory=dict)
