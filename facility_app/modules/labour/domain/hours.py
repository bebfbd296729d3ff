"""How long somebody may work: by the age on the day, the day and the week, all labour together.

NĐ 163/2026 Đ117.1 and Đ128.1. A week is Monday to Sunday [design]. Where a birthday lies inside a week, what was
worked up to each day is held against the cap of the age on that day: nobody works more as a minor than a minor
may, and the order in which sheets are written does not matter.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from facility_app.kernel.ages import ADULT_YEARS, LEAST_YEARS
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Reading, Refused, Understood
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.labour.domain.refusals import Refusal

HOUR: Final = 60
"""Minutes of an hour."""
DAY_MINUTES: Final = 24 * HOUR
NOT_HOURS: Final = label("labour", "“{value}” không phải số giờ. Ví dụ: 8 hoặc 7,5 hoặc 7:30.")
_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:hHgG]\s*([0-5]?\d)?", re.ASCII)
_TENTHS: Final = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?", re.ASCII)
_MOST_HOURS: Final = 24
_ECHO: Final = 20


class AgeBand(StrEnum):
    """Nhóm tuổi của giờ lao động."""

    ADULT = "adult"
    FROM_15 = "15_17"
    FROM_12 = "12_14"


AGE_BAND_LABELS: Final[dict[AgeBand, Label]] = {
    AgeBand.ADULT: label("terms", "từ đủ 18 tuổi"),
    AgeBand.FROM_15: label("terms", "từ đủ 15 đến dưới 18 tuổi"),
    AgeBand.FROM_12: label("terms", "từ đủ 12 đến dưới 15 tuổi"),
}


def band_of(age: int, older_from: int) -> AgeBand | None:
    """The band of an age; None under 12, whom the law does not let work.

    Args:
        age: full years on the day.
        older_from: at how many full years the older of the two bands of minors begins (Đ128.1).
    """
    if age >= ADULT_YEARS:
        return AgeBand.ADULT
    if age >= older_from:
        return AgeBand.FROM_15
    return AgeBand.FROM_12 if age >= LEAST_YEARS else None


@dataclass(frozen=True, slots=True)
class Caps:
    """The most minutes of one band on one day.

    Attributes:
        day, week: minutes.
        day_article, week_article: what they rest on.
    """

    band: AgeBand
    day: int
    week: int
    day_article: str
    week_article: str


def week_of(day: date) -> tuple[date, ...]:
    """The seven days, Monday first, of the week ``day`` lies in."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=place) for place in range(7))


def too_young() -> Refusal:
    """Nobody under 12 is in rehabilitation, so no hours are named for them."""
    text = label("errors", "chưa đủ 12 tuổi nên không xếp lao động ({article}).")
    return Refusal("labour_too_young", text, "NĐ 163/2026 Đ128.1")


def check_hours(worked: Mapping[date, int], day: date, caps_on: Callable[[date], Caps | None]) -> Refusal | None:
    """Whether the hours of a week stand under the caps of every day.

    Args:
        worked: day → minutes of all labour together, with what is to be written; days of other weeks do not count.
        day: the day written to.
        caps_on: the caps of the person's age on a day; None for nobody who may work.

    Returns:
        The first rule broken from ``day`` on, or None.
    """
    week = week_of(day)
    sum_so_far = 0
    for one in week:
        minutes = worked.get(one, 0)
        sum_so_far += minutes
        if one < day or minutes == 0:
            continue
        caps = caps_on(one)
        if caps is None:
            return too_young()
        if minutes > caps.day:
            return _over_day(one, minutes, caps)
        if sum_so_far > caps.week:
            return _over_week(week, one, sum_so_far, caps)
    return None


def _over_day(day: date, minutes: int, caps: Caps) -> Refusal:
    text = label(
        "errors",
        "ngày {day} thành {hours} giờ: người {band} lao động không quá {most} giờ một ngày, tính chung mọi việc "
        "({article}). Hãy giảm giờ.",
    )
    return Refusal("labour_day_cap", text, caps.day_article, _said(day, minutes, caps.day, caps))


def _over_week(week: tuple[date, ...], day: date, minutes: int, caps: Caps) -> Refusal:
    text = label(
        "errors",
        "tuần từ {monday}, tính đến {day}, thành {hours} giờ: người {band} lao động không quá {most} giờ một "
        "tuần, tính chung mọi việc ({article}). Hãy giảm giờ.",
    )
    said = {**_said(day, minutes, caps.week, caps), "monday": format_date(week[0])}
    return Refusal("labour_week_cap", text, caps.week_article, said)


def _said(day: date, minutes: int, most: int, caps: Caps) -> dict[str, object]:
    return {
        "day": format_date(day),
        "hours": hours_text(minutes),
        "most": hours_text(most),
        "band": AGE_BAND_LABELS[caps.band],
    }


def read_hours(text: str) -> Reading[int]:
    """Minutes of what is typed: ``8``, ``7,5``, ``7:30``, ``7h30``; empty is none."""
    typed = text.strip()
    if not typed:
        return Understood(None)
    refused = Refused(NOT_HOURS, {"value": typed[:_ECHO]})
    if (found := _CLOCK.fullmatch(typed)) is not None:
        minutes = int(found[1]) * HOUR + int(found[2] or 0)
    elif (found := _TENTHS.fullmatch(typed)) is not None:
        part = Decimal(f"{found[1]}.{found[2] or 0}") * HOUR
        if part != int(part):
            return refused
        minutes = int(part)
    else:
        return refused
    return Understood(minutes) if minutes <= _MOST_HOURS * HOUR else refused
