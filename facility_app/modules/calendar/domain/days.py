"""Days and halves of days, and where each slot stands in a picture of some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import LOCAL, moment_of
from facility_app.kernel.labels import Label, label
from facility_app.modules.calendar.domain.slots import Slot

DAY: Final = timedelta(days=1)
DAYS_OF_WEEK: Final = 7
MINUTES: Final = 24 * 60
_NOON: Final = time(12)


class Half(StrEnum):
    """Buổi."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    NOW = "now"


HALF_LABELS: dict[Half, Label] = {
    Half.MORNING: label("halves", "Buổi sáng"),
    Half.AFTERNOON: label("halves", "Buổi chiều, tối"),
    Half.NOW: label("halves", "Lúc này"),
}


def monday_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def half_of(moment: datetime) -> Half:
    """In which half of its day a moment is."""
    return Half.MORNING if moment.astimezone(LOCAL).time() < _NOON else Half.AFTERNOON


def span_of(day: date, half: Half, now: datetime) -> tuple[datetime, datetime]:
    """From when until when a half of a day lasts; ``NOW`` is one minute from ``now`` on, whatever the day."""
    if half is Half.NOW:
        return now, now + timedelta(minutes=1)
    noon = datetime.combine(day, _NOON, LOCAL)
    return (moment_of(day, 0), noon) if half is Half.MORNING else (noon, moment_of(day + DAY, 0))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A slot, or what of it is on one day, in a picture of days.

    Attributes:
        day: which of the days, from 0.
        first, last: minutes from the beginning of the day.
        lane: which of the columns side by side that this moment needs, from 0; ``lanes`` how many there are.
    """

    slot: Slot
    day: int
    first: int
    last: int
    lane: int
    lanes: int


def drawn(slots: Sequence[Slot], monday: date, days: int = DAYS_OF_WEEK) -> tuple[Drawn, ...]:
    """Where each slot stands in a picture of ``days`` days from ``monday`` on.

    What lasts over midnight is drawn on each of its days. What overlaps stands side by side, as narrow as the
    crowd it is in asks and no narrower.
    """
    made: list[Drawn] = []
    for place in range(days):
        begins = moment_of(monday + place * DAY, 0)
        ends = begins + DAY
        parts = [
            (_minute(max(one.from_at, begins) - begins), _minute(min(one.to_at, ends) - begins), one)
            for one in slots
            if one.meets(begins, ends)
        ]
        parts.sort(key=lambda one: (one[0], -one[1], one[2].source))
        made += _side_by_side(place, parts)
    return tuple(made)


def _minute(since: timedelta) -> int:
    return int(since.total_seconds() // 60)


def _side_by_side(day: int, parts: Sequence[tuple[int, int, Slot]]) -> list[Drawn]:
    """The parts of one day in lanes, crowd by crowd: a crowd ends where nothing runs on."""
    made: list[Drawn] = []
    crowd: list[tuple[int, int, Slot, int]] = []
    ends: list[int] = []
    for first, last, slot in parts:
        if ends and first >= max(ends):
            made += _of_crowd(day, crowd, len(ends))
            crowd, ends = [], []
        free = next((lane for lane, end in enumerate(ends) if end <= first), len(ends))
        if free == len(ends):
            ends.append(last)
        else:
            ends[free] = last
        crowd.append((first, last, slot, free))
    return made + _of_crowd(day, crowd, len(ends))


def _of_crowd(day: int, crowd: Sequence[tuple[int, int, Slot, int]], lanes: int) -> list[Drawn]:
    return [Drawn(slot, day, first, last, lane, lanes) for first, last, slot, lane in crowd]
