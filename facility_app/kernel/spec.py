"""What a slice offers the house, as data: one ``ModuleSpec`` per slice, listed in ``app/registry.py``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
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
class Filling:
    """What the records say for one paper.

    Attributes:
        payload: placeholder of the form → value; what is not known is left out.
        about: whom or what the register names; empty where it names the resident.
        resident_id: whom the paper is about.
        stay_id: the stay it belongs to.
    """

    payload: Mapping[str, Any] = field(repr=False)
    about: str = field(default="", repr=False)
    resident_id: str | None = None
    stay_id: str | None = None


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """A paper a slice fills from its records: an official form, and how it is filled.

    Attributes:
        form_id: of ``resources/forms``, e.g. ``V-51``.
        table: the record it is made from; ``resident`` for one that is made of a person.
        permission: the right its records are read with; never more than ``fill`` itself asks for.
        fill: (unit of work, form, id of the record, day of the paper) → what it says.
        find: (unit of work, what is typed) → ids and names of records it can be made from; None for persons, whom
            the house finds.
    """

    form_id: str
    table: str
    permission: Permission
    fill: Callable[[Any, Any, str, date], Filling]
    find: Callable[[Any, str], Sequence[tuple[str, str]]] | None = None


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
        papers: official papers it fills from its records; each form in one slice.
    """

    id: str
    permissions: tuple[Permission, ...] = ()
    verbs: tuple[Verb, ...] = ()
    tables: tuple[TableSpec, ...] = ()
    settings: tuple[Setting[Any], ...] = ()
    handlers: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = field(default_factory=dict)
    answers: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = field(default_factory=dict)
    papers: tuple[PaperSpec, ...] = ()
