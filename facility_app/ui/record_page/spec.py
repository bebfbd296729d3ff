"""A record's page as data: who it is about, and what each slice adds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.actor import Actor
from facility_app.kernel.change import Change
from facility_app.ui.shell.spec import ActionSpec, ChipSource, ChipText, PageContext, PartSpec, StripSpec
from facility_app.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the header: a quiet name, then what counts.

    Attributes:
        head: the name; may be empty.
        value: what counts.
        note: said quietly behind it.
        tone: None for plain ink.
    """

    head: str
    value: str
    note: str = ""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class RecordHead:
    """What the header says of the record.

    Attributes:
        title: its name.
        code: its number, as people say it.
        facts: what one looks for first.
        photo: an encoded picture, small; None shows initials.
        caption: below the initials.
        has_portrait: whether a place for a photo is kept at all.
        chips: states the record's own slice adds, before all others.
    """

    title: str = field(repr=False)
    code: str = ""
    facts: tuple[Fact, ...] = field(default=(), repr=False)
    photo: bytes | None = field(default=None, repr=False)
    caption: str = ""
    has_portrait: bool = True
    chips: tuple[ChipText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSpec:
    """A record's page.

    Attributes:
        head: reads the header: ``head(uow, record_id)``.
        tables: a commit that touches one of these reads the header again.
        parts: the tabs of all slices.
        chips: states of all slices.
        strips: pictures under the facts.
        actions: what can be done, asked of each slice in turn; the very first is the main action.
        look: the verb that writes to the trail that the record was opened: ``look(uow, record_id)``. It comes
            before everything is read, and its refusal is all that is shown.
    """

    head: Callable[[Any, str], RecordHead]
    tables: frozenset[str] = frozenset()
    parts: tuple[PartSpec, ...] = ()
    chips: tuple[ChipSource, ...] = ()
    strips: tuple[StripSpec, ...] = ()
    actions: tuple[Callable[[PageContext, str], Sequence[ActionSpec]], ...] = ()
    look: Callable[[Any, str], object] | None = None

    def parts_for(self, actor: Actor) -> tuple[PartSpec, ...]:
        """The tabs ``actor`` may see, in order."""
        seen = [one for one in self.parts if one.permission is None or actor.may(one.permission)]
        return tuple(sorted(seen, key=lambda one: one.order))

    def chips_for(self, actor: Actor) -> tuple[ChipSource, ...]:
        """The chips ``actor`` may see, in order."""
        seen = [one for one in self.chips if one.permission is None or actor.may(one.permission)]
        return tuple(sorted(seen, key=lambda one: one.order))

    def strips_for(self, actor: Actor) -> tuple[StripSpec, ...]:
        """The strips ``actor`` may see, in order."""
        seen = [one for one in self.strips if one.permission is None or actor.may(one.permission)]
        return tuple(sorted(seen, key=lambda one: one.order))


@dataclass(frozen=True, slots=True)
class Sides:
    """What the other slices say of a record.

    Attributes:
        chips: their states, in order.
        counts: part id → the number beside its tab.
    """

    chips: tuple[ChipText, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


def read_sides(spec: RecordSpec, actor: Actor, uow: Any, record_id: str) -> Sides:
    """Ask every slice ``actor`` may hear."""
    chips = [chip for source in spec.chips_for(actor) for chip in source.ask(uow, record_id)]
    counts = [(one.id, one.count(uow, record_id)) for one in spec.parts_for(actor) if one.count is not None]
    return Sides(tuple(chips), tuple(counts))


def concerns_sides(spec: RecordSpec, change: Change) -> bool:
    """Whether chips or counts may be others after ``change``."""
    tables = spec.tables.union(*(one.tables for one in spec.chips), *(one.tables for one in spec.parts))
    return not tables.isdisjoint(change.tables)
