"""Instants are UTC, days are local, months are calendar months: the only place where these meet."""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Final

LOCAL: Final = timezone(timedelta(hours=7), "+07")
"""Indochina time: Viet Nam has one zone and no summer time."""

_MONTHS: Final = 12
_SHORTEST_MONTH: Final = 28
_UTC_SHAPE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


def local_date(instant: datetime) -> date:
    """The day it is in Viet Nam at ``instant``.

    Raises:
        ValueError: for an instant without a zone.
    """
    return _aware(instant).astimezone(LOCAL).date()


def moment_of(day: date, minute: int) -> datetime:
    """The instant of a minute of a day here, counted from midnight; 1440 is midnight at its end."""
    return datetime.combine(day, time(), LOCAL) + timedelta(minutes=minute)


def format_time(instant: datetime) -> str:
    """An instant as the clock on the wall in Viet Nam shows it, ``07:30``.

    Raises:
        ValueError: the instant has no time zone.
    """
    local = _aware(instant).astimezone(LOCAL)
    # Said of every point of a chart: the formats of strftime take five times as long.
    return f"{local.hour:02}:{local.minute:02}"


def format_moment(instant: datetime) -> str:
    """An instant as day and clock in Viet Nam, the time after the date: ``03/08/2026 09:00``.

    Raises:
        ValueError: the instant has no time zone.
    """
    local = _aware(instant).astimezone(LOCAL)
    return f"{format_date(local.date())} {local.hour:02}:{local.minute:02}"


def format_clock(instant: datetime) -> str:
    """An instant to the second, where the order within a minute counts: ``03/08/2026 09:00:05``.

    Raises:
        ValueError: the instant has no time zone.
    """
    return f"{format_moment(instant)}:{instant.second:02}"


def format_short_moment(instant: datetime) -> str:
    """An instant of these months, without its year: ``03/08 09:00``.

    Raises:
        ValueError: the instant has no time zone.
    """
    local = _aware(instant).astimezone(LOCAL)
    return f"{local.day:02}/{local.month:02} {local.hour:02}:{local.minute:02}"


def add_months(day: date, months: int) -> date:
    """The same-numbered day ``months`` calendar months later, or the last day of a shorter month.

    Args:
        day: the day counted from.
        months: may be negative.

    Raises:
        OverflowError: when the answer is outside the years 1 to 9999.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        message = f"{months} months from {day} leave the calendar"
        raise OverflowError(message)
    if day.day <= _SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


@lru_cache(maxsize=64)
def utc_text(instant: datetime) -> str:
    """``instant`` as ``YYYY-MM-DDTHH:MM:SS.ffffffZ``; the order of the texts is the order of time.

    What one decision writes bears one instant, so the last ones are remembered.

    Raises:
        ValueError: for an instant without a zone.
    """
    return _aware(instant).astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def parse_utc(text: str) -> datetime:
    """The instant ``utc_text`` wrote, aware, in UTC.

    Raises:
        ValueError: for a text of any other form.
    """
    if _UTC_SHAPE.fullmatch(text) is None:
        message = "not an instant of the form YYYY-MM-DDTHH:MM:SS.ffffffZ"
        raise ValueError(message)
    return datetime.fromisoformat(text)


def format_date(day: date) -> str:
    """``day`` as people here write it: ``dd/MM/yyyy``.

    Raises:
        TypeError: for an instant; ask for its ``local_date`` first.
    """
    if isinstance(day, datetime):
        message = "an instant has no day without a zone; use local_date"
        raise TypeError(message)
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _aware(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        message = "an instant without a zone"
        raise ValueError(message)
    return instant
