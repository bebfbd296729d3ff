"""Rounds: the hours of a day doses are given together."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import Label, label
from facility_app.kernel.settings import Setting, SettingScope


class Round(StrEnum):
    """Lượt phát thuốc."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    NIGHT = "night"


ROUND_LABELS: dict[Round, Label] = {
    Round.MORNING: label("terms", "Sáng"),
    Round.NOON: label("terms", "Trưa"),
    Round.AFTERNOON: label("terms", "Chiều"),
    Round.NIGHT: label("terms", "Tối"),
}


def _are_hours(text: str) -> bool:
    try:
        hours = [time.fromisoformat(one) for one in text.split()]
    except ValueError:
        return False
    return len(hours) == len(Round) and all(one < later for one, later in pairwise(hours))


ROUND_HOURS: Final = Setting(
    "medication.round_hours",
    "05:00 10:30 14:00 19:00",
    label("settings", "Giờ bắt đầu bốn lượt phát thuốc: sáng, trưa, chiều, tối"),
    SettingScope.FACILITY,
    _are_hours,
)
LATE_MINUTES: Final = Setting(
    "medication.late_minutes",
    60,
    label("settings", "Liều cho dùng sớm hoặc muộn quá bao nhiêu phút thì phải ghi lý do"),
    SettingScope.FACILITY,
    lambda minutes: 5 <= minutes <= 240,  # noqa: PLR2004 - a round at most
)
SETTINGS: Final = (ROUND_HOURS, LATE_MINUTES)


def round_of(at: time, hours: str) -> Round:
    """The round a time of day falls into; what is before the first belongs to the night."""
    starts = [time.fromisoformat(one) for one in hours.split()]
    found = [one for one, begin in zip(Round, starts, strict=True) if begin <= at]
    return found[-1] if found else Round.NIGHT


def night_of(at: datetime, hours: str) -> date:
    """The day a moment counts to: the small hours, before the first round, still belong to the evening before."""
    here = at.astimezone(LOCAL)
    is_small = here.time() < time.fromisoformat(hours.split(maxsplit=1)[0])
    return here.date() - timedelta(days=1) if is_small else here.date()


def round_now(at: datetime, hours: str) -> tuple[date, Round]:
    """The round under way, and the day it began on."""
    return night_of(at, hours), round_of(at.astimezone(LOCAL).time(), hours)


def round_end(day: date, wanted: Round | None, hours: str) -> datetime:
    """When a round of a day is over; of the whole day, its end. The night ends where the next morning begins."""
    starts = [time.fromisoformat(one) for one in hours.split()]
    rounds = [*Round]
    if wanted is None:
        return datetime.combine(day, time(), LOCAL) + timedelta(days=1)
    if wanted is rounds[-1]:
        return datetime.combine(day + timedelta(days=1), starts[0], LOCAL)
    return datetime.combine(day, starts[rounds.index(wanted) + 1], LOCAL)
