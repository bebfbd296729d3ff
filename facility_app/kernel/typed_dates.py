"""Dates as people type them: with or without marks between, short years, h for today, +n days from it."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import add_months, format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import ECHO, Asked, Reading, Refused, Understood


class TwoDigitYears(StrEnum):
    """Which century a year of two digits lies in.

    AROUND: the year from 79 back to 20 ahead of this one: in 2026 ``46`` is 2046 and ``47`` is 1947.
    PAST (births, papers already issued): the latest date that is not after today: on 1 March 2026 ``1/1/26``
    is 2026 and ``2/3/26`` is 1926.
    """

    AROUND = "around"
    PAST = "past"


_YEARS_AHEAD: Final = 20
_CENTURY: Final = 100
_MONTHS_OF_YEAR: Final = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SHORT_YEAR, _FULL_YEAR = 2, 4
_TODAY: Final = frozenset({"h", "hn", "hôm nay", "nay"})
_SHIFTED: Final = re.compile(r"(?:h\s*)?([+-]\d{1,5})", re.ASCII)
_PARTED: Final = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NO_YEAR: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})", re.ASCII)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)

_BAD_DATE: Final = label("errors", "“{value}” không đúng dạng ngày/tháng/năm. Ví dụ: 31/12/2025, 311225 hoặc h.")
_NO_SUCH_DAY: Final = label("errors", "“{value}”: không có ngày này trong lịch. Hãy kiểm tra ngày và tháng.")
_ODD_YEAR: Final = label("errors", "“{value}”: năm {year} nằm ngoài khoảng {first}–{last}. Hãy ghi đủ bốn chữ số.")
_NOT_COME: Final = label(
    "errors", "“{value}” là ngày chưa đến: hôm nay là {latest}. Hãy kiểm tra ngày, tháng, năm."
)
_TOO_LATE: Final = label("errors", "“{value}” muộn quá: muộn nhất là {latest}. Hãy kiểm tra ngày, tháng, năm.")
_TOO_EARLY: Final = label("errors", "“{value}” sớm quá: sớm nhất là {earliest}. Hãy kiểm tra ngày, tháng, năm.")
_WHICH_DATE: Final = label("errors", "“{value}” không đúng dạng ngày/tháng/năm. Có phải ý là:")


def read_date(text: str, today: date, years: TwoDigitYears = TwoDigitYears.AROUND) -> Reading[date]:
    """The date a person typed.

    ``31/12/2025``, ``31-12-2025``, ``31.12.25``, ``1/1/26``, six digits ``ddmmyy``, eight digits ``ddmmyyyy``,
    ``2025-12-31``, ``h`` for today, ``+3``/``-3`` days from today. Month before day, a date without a year and
    ``yyyymmdd`` are asked about.

    Args:
        text: as typed.
        today: the day it is here.
        years: the rule for a year of two digits.
    """
    typed = " ".join(text.split()).lower()
    if not typed:
        return Understood(None)
    if typed in _TODAY:
        typed = "+0"
    if shifted := _SHIFTED.fullmatch(typed):
        return _checked(text, today.toordinal() + int(shifted[1]))
    if (parts := _date_parts(typed)) is not None:
        return _of_parts(text, *parts, today, years)
    if no_year := _NO_YEAR.fullmatch(typed):
        return _ask_dates(text, _nearest_years(int(no_year[1]), int(no_year[2]), today))
    return Refused(_BAD_DATE, {"value": text[:ECHO]})


def within(
    reading: Reading[date], text: str, today: date, *, earliest: date | None = None, latest: date | None = None
) -> Reading[date]:
    """``reading`` where only days from ``earliest`` to ``latest`` can be meant; None is no limit.

    Args:
        reading: what ``read_date`` said of ``text``.
        text: as typed.
        today: the day it is here.
        earliest: the first day that can be meant.
        latest: the last day that can be meant; today for what has happened.
    """
    match reading:
        case Understood(date() as value):
            return _out_of(value, text, today, earliest, latest) or reading
        case Asked(question, choices, params):
            left = tuple(one for one in choices if _out_of(one, text, today, earliest, latest) is None)
            return (
                Asked(question, left, params)
                if left
                else _out_of(choices[0], text, today, earliest, latest) or reading
            )
        case _:
            return reading


def _out_of(value: date, text: str, today: date, earliest: date | None, latest: date | None) -> Refused | None:
    if latest is not None and value > latest:
        params = {"value": text[:ECHO], "latest": format_date(latest)}
        return Refused(_NOT_COME if latest == today else _TOO_LATE, params)
    if earliest is not None and value < earliest:
        return Refused(_TOO_EARLY, {"value": text[:ECHO], "earliest": format_date(earliest)})
    return None


def _date_parts(typed: str) -> tuple[str, str, str] | None:
    if iso := _ISO.fullmatch(typed):
        return iso[3], iso[2], iso[1]
    if parted := _PARTED.fullmatch(typed):
        return parted[1], parted[2], parted[3]
    if _DIGITS.fullmatch(typed) and len(typed) in {6, 8}:
        return typed[:2], typed[2:4], typed[4:]
    return None


def _of_parts(text: str, day: str, month: str, year: str, today: date, years: TwoDigitYears) -> Reading[date]:
    d, m = int(day), int(month)
    found = _in_century(d, m, int(year), today, years) if len(year) == _SHORT_YEAR else _day(int(year), m, d)
    if found is not None:
        return _checked(text, found.toordinal())
    return _ask_dates(text, _other_orders(text, d, m, year, today, years))


def _in_century(day: int, month: int, short: int, today: date, years: TwoDigitYears) -> date | None:
    last = today if years is TwoDigitYears.PAST else add_months(today, _YEARS_AHEAD * _MONTHS_OF_YEAR)
    if years is TwoDigitYears.AROUND:
        last = date(last.year, _MONTHS_OF_YEAR, 31)
    latest = last.year - (last.year - short) % _CENTURY
    found = _day(latest, month, day)
    if found is None or found <= last:
        return found
    return _day(latest - _CENTURY, month, day)


def _other_orders(
    text: str, day: int, month: int, year: str, today: date, years: TwoDigitYears
) -> list[date | None]:
    """Month first, and year first in eight digits."""
    digits = "".join(text.split())
    swapped = _in_century(month, day, int(year), today, years) if len(year) == _SHORT_YEAR else None
    found = [swapped or (_day(int(year), day, month) if len(year) == _FULL_YEAR else None)]
    if _DIGITS.fullmatch(digits):
        found.append(_day(int(digits[:4]), int(digits[4:6]), int(digits[6:] or "0")))
        found.append(_day(int(digits[2:]), int(digits[1]), int(digits[0])) if len(digits) == 6 else None)  # noqa: PLR2004 - dmyyyy
    return found


def _nearest_years(day: int, month: int, today: date) -> list[date | None]:
    return [_day(today.year, month, day), _day(today.year - 1, month, day)]


def _ask_dates(text: str, found: Sequence[date | None]) -> Reading[date]:
    choices = dict.fromkeys(day for day in found if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR)
    if choices:
        return Asked(_WHICH_DATE, tuple(choices), {"value": text[:ECHO]})
    return Refused(_NO_SUCH_DAY, {"value": text[:ECHO]})


def _checked(text: str, ordinal: int) -> Reading[date]:
    try:
        found = date.fromordinal(ordinal)
    except (ValueError, OverflowError):
        return Refused(_BAD_DATE, {"value": text[:ECHO]})
    if _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return Understood(found)
    params = {"value": text[:ECHO], "year": found.year, "first": _FIRST_YEAR, "last": _LAST_YEAR}
    return Refused(_ODD_YEAR, params)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
