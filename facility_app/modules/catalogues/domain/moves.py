"""The question what a new number of the law would move, before it counts; other slices answer with their days."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label
from facility_app.modules.catalogues.domain.parameters import ParameterBook


@dataclass(frozen=True, slots=True)
class WhatWouldMove:
    """The question to every slice: whose days would be others, if ``after`` held? Answers: ``Moves`` or None.

    Whoever may not see whose they are is answered with None, never refused.

    Attributes:
        before: the law's numbers as they stand.
        after: as they would.
        on: the day to compare on: today, or the first day of a number still to come.
    """

    before: ParameterBook = field(repr=False)
    after: ParameterBook = field(repr=False)
    on: date


@dataclass(frozen=True, slots=True)
class ParametersChanged:
    """A number of the law was decided or taken back; told in the same transaction, so that days follow it.

    Attributes:
        key: the parameter.
    """

    key: str


@dataclass(frozen=True, slots=True)
class MovedDay:
    """One day that would be another.

    Attributes:
        what: what is due then, with ``{name}`` placeholders.
        params: their values.
        before: the day now; None when nothing is due now, or nobody can say.
        after: the day then; None likewise.
        is_leaving: whether it is the day somebody leaves.
    """

    what: Label
    params: dict[str, object] = field(default_factory=dict)
    before: date | None = None
    after: date | None = None
    is_leaving: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """One record whose days would move.

    Attributes:
        code: what people call it; no name of a person.
        record: its id.
        days: the days, that of leaving first.
        refusal: why it could not be counted any more.
    """

    code: str
    record: str
    days: tuple[MovedDay, ...] = ()
    refusal: UserError | None = None

    @property
    def leaving(self) -> MovedDay | None:
        """The day of leaving, when it moves."""
        return next((day for day in self.days if day.is_leaving), None)


@dataclass(frozen=True, slots=True)
class Moves:
    """What one slice answers.

    Attributes:
        asked: how many records it looked at.
        rows: those with days that move, in the order of their codes.
    """

    asked: int
    rows: tuple[Moved, ...] = ()

    def leaving(self, *, is_later: bool) -> int:
        """For how many the day of leaving would be a later one, or an earlier one; unknown counts as later."""
        days = [one.leaving for one in self.rows]
        return sum(day is not None and _is_later(day) is is_later for day in days)

    @property
    def deadlines(self) -> int:
        """How many days of something due would move, those of leaving not counted."""
        return sum(not day.is_leaving for one in self.rows for day in one.days)

    @property
    def refused(self) -> int:
        """How many could not be counted any more."""
        return sum(one.refusal is not None for one in self.rows)


def _is_later(day: MovedDay) -> bool:
    return day.after is None or (day.before is not None and day.after > day.before)
