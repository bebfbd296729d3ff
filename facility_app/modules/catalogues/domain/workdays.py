"""Working days and days off, and how the law's deadlines are counted over them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, rows_of_list
from facility_app.modules.catalogues.domain.shipped import shipped_label

ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """Loại ngày: off though it would be worked, or worked though it would be off."""

    OFF = "off"
    WORK = "work"


DAY_KIND_LABELS: dict[DayKind, Label] = {
    DayKind.OFF: label("terms", "Ngày nghỉ"),
    DayKind.WORK: label("terms", "Ngày làm việc"),
}


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that is not what its weekday says.

    Attributes:
        day: the day.
        kind: off or worked.
        name: why.
        english: its English; empty for the facility's own.
        source: article or notice.
        evidence: how it is known; ``design`` while the year's notice has not come.
        edit_id: the facility's decision it comes from, empty for a shipped one.
    """

    day: date
    kind: DayKind
    name: Label
    english: str
    source: str
    evidence: Evidence
    edit_id: str = ""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of state bodies; pure, made once for a piece of work.

    Attributes:
        rest: weekdays of rest, 1 is Monday, 7 is Sunday.
        special: days that differ, the facility's decisions above the shipped ones.
    """

    rest: frozenset[int]
    special: Mapping[date, SpecialDay] = field(repr=False)

    def is_working_day(self, day: date) -> bool:
        """Whether state bodies work on ``day``."""
        found = self.special.get(day)
        return day.isoweekday() not in self.rest if found is None else found.kind is DayKind.WORK

    def is_settled(self, year: int) -> bool:
        """Whether the year's days are known: some are listed, and none is a mere expectation."""
        of_year = [one for day, one in self.special.items() if day.year == year]
        return bool(of_year) and all(one.evidence.is_binding for one in of_year)

    def next_working_day(self, day: date) -> date:
        """``day`` itself, or the first working day after it."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """``day`` itself, or the last working day before it."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; the day of the event is not counted.

        Args:
            day: the day of the event, itself worked or not.
            count: 0 gives ``day`` itself; negative counts back.
        """
        step, left = (ONE_DAY, count) if count >= 0 else (-ONE_DAY, -count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """Working days after ``after`` up to and with ``until``; 0 when there are none."""
        days = (until - after).days
        return sum(self.is_working_day(after + timedelta(days=n)) for n in range(1, days + 1))


@dataclass(frozen=True, slots=True)
class DueBefore:
    """The last day for something that must be done so long before another.

    Attributes:
        lawful_on: the last day the law allows.
        act_on: the last working day not after it; the one to plan for.
    """

    lawful_on: date
    act_on: date


def due_after_hours(event_at: datetime, hours: int) -> datetime:
    """A deadline in hours runs through nights, weekends and holidays (law.md §15)."""
    return event_at + timedelta(hours=hours)


def due_after_days(event_on: date, days: int) -> date:
    """A deadline in days: the day of the event is not counted, the last day is, whatever day it is."""
    return event_on + timedelta(days=days)


def due_after_months(event_on: date, months: int) -> date:
    """A deadline in months ends on the same-numbered day, or the last day of a shorter month."""
    return add_months(event_on, months)


def due_before(end_on: date, days: int, workdays: WorkCalendar) -> DueBefore:
    """At least ``days`` days before ``end_on``; off days never move it later, only the planned day earlier.

    Ends of terms do not roll over weekends and holidays, so notices move earlier (law.md §18 row 20).
    """
    lawful = end_on - timedelta(days=days)
    return DueBefore(lawful, workdays.previous_working_day(lawful))


def read_special_days(text: str) -> tuple[SpecialDay, ...]:
    """The shipped ``working_days``, in order.

    Raises:
        ValueError: a day twice.
    """
    found: dict[date, SpecialDay] = {}
    for row in rows_of_list(text):
        day = date.fromisoformat(row["day"])
        if day in found:
            message = f"{day} stands twice"
            raise ValueError(message)
        found[day] = SpecialDay(
            day,
            DayKind(row["kind"]),
            shipped_label(row["name"]),
            row["english"],
            row["source"],
            Evidence(row["evidence"]),
        )
    return tuple(found[day] for day in sorted(found))
