"""Class load: how long somebody sits in class on a day and in a week, beside the caps of labour (law.md §18.8)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.calendar.domain.days import monday_of
from facility_app.modules.calendar.domain.slots import Slot

DAY_LOAD: Final = label(
    "calendar",
    "Giờ học ngày {day}: {count} người quá mức; {code} thành {hours} giờ, mức của cơ sở là {most} giờ một ngày "
    "({article}). Vẫn đã lưu; hãy xem lại lịch học.",
)
WEEK_LOAD: Final = label(
    "calendar",
    "Giờ học tuần từ {day}: {count} người quá mức; {code} thành {hours} giờ, mức của cơ sở là {most} giờ một tuần "
    "({article}). Vẫn đã lưu; hãy xem lại lịch học.",
)


@dataclass(frozen=True, slots=True)
class LoadCaps:
    """What the facility holds for the most, in minutes; a value that is not law, so it only warns.

    Attributes:
        day, week: minutes of one person.
        day_source, week_source: what they rest on.
    """

    day: int
    week: int
    day_source: str
    week_source: str


@dataclass(frozen=True, slots=True)
class HeavyLoad:
    """More class hours than the facility's cap.

    Attributes:
        on: the day; the Monday of a week.
        is_week: whether it is about the week from that day.
        minutes: how long they sit in class then.
        most: the cap, in minutes.
        source: what the cap rests on.
    """

    on: date
    is_week: bool
    resident_id: str
    minutes: int
    most: int
    source: str


@dataclass(frozen=True, slots=True)
class LoadWarning:
    """What is said of class hours that are too many; ``params`` fill the places of ``text``."""

    text: Label
    params: Mapping[str, object] = field(repr=False)


def heavy_loads(slots: Iterable[Slot], caps_on: Callable[[date], LoadCaps | None]) -> tuple[HeavyLoad, ...]:
    """Every day and week of somebody with more class hours than the cap of that day or that Monday.

    Two lessons at one time count once: nobody sits in both.

    Args:
        slots: whole days and weeks of everything planned; what is no study does not count.
        caps_on: the caps in force on a day; None for no cap.
    """
    taken: dict[tuple[str, date], list[tuple[datetime, datetime]]] = defaultdict(list)
    for slot in slots:
        for who in slot.resident_ids if slot.is_study else ():
            taken[who, local_date(slot.from_at)].append((slot.from_at, slot.to_at))
    weeks: dict[tuple[str, date], int] = defaultdict(int)
    found = []
    for (who, day), spans in taken.items():
        minutes, caps = _minutes(spans), caps_on(day)
        weeks[who, monday_of(day)] += minutes
        if caps is not None and minutes > caps.day:
            found.append(HeavyLoad(day, False, who, minutes, caps.day, caps.day_source))
    for (who, monday), minutes in weeks.items():
        caps = caps_on(monday)
        if caps is not None and minutes > caps.week:
            found.append(HeavyLoad(monday, True, who, minutes, caps.week, caps.week_source))
    return tuple(sorted(found, key=lambda one: (one.on, one.is_week, one.resident_id)))


def load_warning(found: Iterable[HeavyLoad], codes: Mapping[str, str]) -> LoadWarning | None:
    """What is said of the first day, or else week, that is too heavy; None for no such.

    Args:
        found: in their order.
        codes: of the people.
    """
    every = tuple(found)
    if not every:
        return None
    first = next((one for one in every if not one.is_week), every[0])
    people = {one.resident_id for one in every}
    return LoadWarning(
        WEEK_LOAD if first.is_week else DAY_LOAD,
        {
            "day": format_date(first.on),
            "count": len(people),
            "code": codes.get(first.resident_id, ""),
            "hours": hours_text(first.minutes),
            "most": hours_text(first.most),
            "article": first.source,
        },
    )


def _minutes(spans: Iterable[tuple[datetime, datetime]]) -> int:
    total, until = 0.0, None
    for begins, ends in sorted(spans):
        first = begins if until is None else max(begins, until)
        total += max((ends - first).total_seconds(), 0)
        until = ends if until is None else max(until, ends)
    return round(total / 60)
