"""Dates in lists: dates, texts, years alone and the numbers sheets count by; what may be twisted is said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import Asked, Refused, Understood
from facility_app.kernel.typed_dates import TwoDigitYears, read_date
from facility_app.sheets.cells import CellReading, day_text, failed, read_text
from facility_app.sheets.reading.grid import CellError, CellValue, Remark, echo
from facility_app.sheets.reading.serials import BETWEEN_CALENDARS, moment_of, serial_of


@dataclass(frozen=True, slots=True)
class PartDate:
    """As much of a date as a list gives.

    Attributes:
        year: always.
        month: None where only the year is known.
        day: None where only the year, or year and month, are known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def on(self) -> date | None:
        """The day, when all of it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


class DateHabit(StrEnum):
    """How a column's dates came about.

    PLAIN: nothing speaks against day before month.
    MONTH_FIRST: texts that only fit month before day.
    MIXED: texts of both kinds.
    SWAPPED: an English Excel read Vietnamese texts: those that fit became dates, day and month swapped; the
        others stayed texts.
    """

    PLAIN = "plain"
    MONTH_FIRST = "month_first"
    MIXED = "mixed"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class DayRule:
    """What the dates of one column can be.

    Attributes:
        today: the day it is here.
        years: century of years of two digits.
        latest: the last day that can be meant; None for none.
        has_1904: whether the file counts days from 1904.
        habit: of the column, from ``date_habit``.
    """

    today: date
    years: TwoDigitYears = TwoDigitYears.PAST
    latest: date | None = None
    has_1904: bool = False
    habit: DateHabit = DateHabit.PLAIN


_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MONTHS: Final = 12
_PARTS: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*\d{2,4}", re.ASCII)
_LEAST_SWAPPED: Final = 2
_TIME_BEHIND: Final = re.compile(r"[T\s]+\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AP]M|Z)?$", re.IGNORECASE)
_IN_WORDS: Final = re.compile(
    r"(?:ngày\s*)?(\d{1,2})\s*(?:tháng|thg\.?)\s*(\d{1,2})\s*(?:,|năm)?\s*(\d{4})", re.IGNORECASE | re.ASCII
)
_YEAR: Final = re.compile(r"(?:(?:sn|ns|sinh(?:\s*năm)?|năm)[\s:.]*)?((?:19|20|21)\d{2})(?:[.,]0)?", re.IGNORECASE)
_UNKNOWN_DAY: Final = re.compile(r"[0x?_.…*\s]*[/.\-][0x?_.…*\s]*[/.\-]\s*((?:19|20|21)\d{2})", re.IGNORECASE)
_MONTH_ONLY: Final = re.compile(
    r"(?:[0x?_.…*\s]*[/.\-])?\s*(?:tháng\s*)?(\d{1,2})\s*[/.\-]\s*((?:19|20|21)\d{2})", re.I
)
_SHORTHAND: Final = re.compile(r"h|hn|hôm nay|nay|(?:h\s*)?[+-]\s*\d{1,5}", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d{7,8}", re.ASCII)
_BLANKS: Final = frozenset({"-", "--", "—", "–", "/", "//", ".", "x", "?", "không rõ", "khong ro", "kr"})
_SERIALS: Final = range(3_000, 80_000)

_YEAR_AS_DAY: Final = label(
    "errors", "Ô ghi ngày {value}, có lẽ năm {year} đã bị bảng tính đổi thành ngày; đã đọc là năm {year}."
)
_AS_SERIAL: Final = label("errors", "Ô ghi số {value}, đã hiểu là ngày {read} theo cách bảng tính đếm ngày.")
_AS_DIGITS: Final = label("errors", "Ô ghi số {value}, đã hiểu là ngày {read}. Hãy xem lại.")
_MAYBE_SWAPPED: Final = label(
    "errors", "Ngày {read} có thể bị đảo ngày và tháng (là {other}): cột này có ngày ghi theo cả hai kiểu."
)
_ONLY_PART: Final = label("errors", "“{value}” chưa đủ ngày, tháng, năm. Ví dụ: 31/12/2025.")
_NOT_DATE: Final = label("errors", "“{value}” không phải ngày. Ví dụ: 31/12/2025.")
_NO_SUCH_YEAR: Final = label("errors", "“{value}”: năm phải từ 1900 đến 2199, đủ bốn chữ số.")
_NOT_COME: Final = label("errors", "Ngày {value} muộn hơn {latest}. Hãy kiểm tra ngày, tháng, năm.")
_OTHER_CALENDAR: Final = label(
    "errors",
    "Ngày {value} muộn hơn {latest}; có thể tệp đếm ngày từ 1904 và lệch đúng 4 năm 1 ngày (là {other}). Hãy "
    "xem lại.",
)


def date_habit(values: Iterable[CellValue]) -> DateHabit:
    """How the dates of a column came about; one cell alone never tells.

    Args:
        values: the cells of the column.
    """
    day_first = month_first = held = swappable = 0
    for value in values:
        if isinstance(value, date):
            held += 1
            swappable += value.day <= _MONTHS
        elif isinstance(value, str) and (parts := _PARTS.match(value.strip())):
            day_first += int(parts[1]) > _MONTHS
            month_first += int(parts[2]) > _MONTHS
    if day_first and held >= _LEAST_SWAPPED and held == swappable:
        return DateHabit.SWAPPED
    if month_first:
        return DateHabit.MIXED if day_first else DateHabit.MONTH_FIRST
    return DateHabit.PLAIN


def read_day(value: CellValue, rule: DayRule) -> CellReading[date]:
    """A whole date; a year alone is a fault.

    Args:
        value: of the cell.
        rule: what the column's dates can be.
    """
    reading = read_part_date(value, rule)
    if reading.value is None:
        return CellReading(fault=reading.fault)
    if reading.value.on is None:
        return CellReading(fault=Remark(_ONLY_PART, {"value": echo(_shown(value))}))
    return CellReading(reading.value.on, reading.doubt, None, reading.is_mended)


def read_part_date(value: CellValue, rule: DayRule) -> CellReading[PartDate]:
    """A date, a month with its year, or a year: births are often known no better.

    Args:
        value: of the cell.
        rule: what the column's dates can be.
    """
    if value is None or isinstance(value, CellError):
        return CellReading() if value is None else failed(value)
    if isinstance(value, bool | time):
        return CellReading(fault=Remark(_NOT_DATE, {"value": echo(_shown(value))}))
    if isinstance(value, date):
        return _not_after(_of_date(value, rule), rule)
    if isinstance(value, int | float):
        return _not_after(_of_number(value, rule), rule)
    return _not_after(_of_text(value, rule), rule, is_text=True)


def _of_date(value: date, rule: DayRule) -> CellReading[PartDate]:
    day = value.date() if isinstance(value, datetime) else value
    serial = serial_of(day)
    # A year typed into a cell shown as a date: 1985 is the 1985th day, in June 1905.
    if _FIRST_YEAR <= serial <= rule.today.year and not rule.has_1904:
        said = Remark(_YEAR_AS_DAY, {"value": format_date(day), "year": serial})
        return CellReading(PartDate(serial), said, None, True)
    return CellReading(_whole(day), _swapped_doubt(day, rule, is_text=False))


def _of_number(value: float, rule: DayRule) -> CellReading[PartDate]:
    if _FIRST_YEAR <= value <= _LAST_YEAR and value == int(value):
        return CellReading(PartDate(int(value)))
    shown = _shown(value)
    if _SERIALS.start <= value < _SERIALS.stop:
        moment = moment_of(value, has_1904=rule.has_1904)
        if isinstance(moment, date):
            day = moment.date() if isinstance(moment, datetime) else moment
            said = Remark(_AS_SERIAL, {"value": shown, "read": format_date(day)})
            return CellReading(_whole(day), said, None, True)
    if isinstance(value, int) and _DIGITS.fullmatch(shown):
        return _of_bare_digits(shown.zfill(8), shown, rule)
    return CellReading(fault=Remark(_NOT_DATE, {"value": echo(shown)}))


def _of_bare_digits(digits: str, shown: str, rule: DayRule) -> CellReading[PartDate]:
    """``17051990`` in a number cell; its zero in front may be lost."""
    match read_date(digits, rule.today, rule.years):
        case Understood(date() as day):
            return CellReading(
                _whole(day), Remark(_AS_DIGITS, {"value": shown, "read": format_date(day)}), None, True
            )
        case Asked(_, (first, *_), _):
            said = Remark(_AS_DIGITS, {"value": shown, "read": format_date(first)})
            return CellReading(_whole(first), said, None, True)
        case _:
            return CellReading(fault=Remark(_NOT_DATE, {"value": echo(shown)}))


def _of_text(value: str, rule: DayRule) -> CellReading[PartDate]:
    text = read_text(value).value or ""
    typed = _TIME_BEHIND.sub("", text).strip("' ")
    if not typed or typed.casefold() in _BLANKS:
        return CellReading()
    if _SHORTHAND.fullmatch(typed):
        return CellReading(fault=Remark(_NOT_DATE, {"value": echo(text)}))
    return _part_of(typed) or _typed_day(_IN_WORDS.sub(r"\1/\2/\3", typed), text, rule)


def _typed_day(typed: str, text: str, rule: DayRule) -> CellReading[PartDate]:
    """A whole date as people type it, as the fields of the screens read it."""
    match read_date(typed, rule.today, rule.years):
        case Understood(date() as day):
            doubt = _swapped_doubt(day, rule, is_text=True) if _PARTS.fullmatch(typed) else None
            return CellReading(_whole(day), doubt, None, _shown(day) != text)
        case Asked(question, (first, *_), params) if _has_year(typed):
            return CellReading(_whole(first), Remark(question, params), None, True)
        case Asked():
            return CellReading(fault=Remark(_ONLY_PART, {"value": echo(text)}))
        case Refused(reason, params):
            return CellReading(fault=Remark(reason, params))
        case _:
            return CellReading()


def _part_of(typed: str) -> CellReading[PartDate] | None:
    """A year alone, or a month with its year; None for anything else."""
    if found := _YEAR.fullmatch(typed) or _UNKNOWN_DAY.fullmatch(typed):
        return CellReading(PartDate(int(found[1])))
    if found := _MONTH_ONLY.fullmatch(typed):
        month, year = int(found[1]), int(found[2])
        if month == 0:
            return CellReading(PartDate(year))
        if month <= _MONTHS:
            return CellReading(PartDate(year, month))
        return CellReading(fault=Remark(_NOT_DATE, {"value": echo(typed)}))
    return None


def _has_year(typed: str) -> bool:
    return len(re.findall(r"\d+", typed)) != 2 or len(typed) > 5  # noqa: PLR2004 - two numbers: day and month


def _swapped_doubt(day: date, rule: DayRule, *, is_text: bool) -> Remark | None:
    """What a column that mixes two ways of writing says of a day that could be either."""
    suspects = {DateHabit.MONTH_FIRST, DateHabit.MIXED} if is_text else {DateHabit.SWAPPED}
    if rule.habit not in suspects or day.day > _MONTHS or day.day == day.month:
        return None
    other = date(day.year, day.day, day.month)
    return Remark(_MAYBE_SWAPPED, {"read": format_date(day), "other": format_date(other)})


def _not_after(reading: CellReading[PartDate], rule: DayRule, *, is_text: bool = False) -> CellReading[PartDate]:
    """A fault for what lies after the latest day, naming the other calendar where that would explain it."""
    part, latest = reading.value, rule.latest
    if part is not None and not _FIRST_YEAR <= part.year <= _LAST_YEAR:
        return CellReading(fault=Remark(_NO_SUCH_YEAR, {"value": echo(part.year)}))
    if part is None or latest is None:
        return reading
    if (part.on or date(part.year, part.month or 1, 1)) <= latest:
        return reading
    day = part.on
    about = {"value": str(part.year) if day is None else format_date(day), "latest": format_date(latest)}
    # What somebody typed is counted in no calendar.
    if not is_text and day is not None and (other := day - timedelta(days=BETWEEN_CALENDARS)) <= latest:
        return CellReading(fault=Remark(_OTHER_CALENDAR, {**about, "other": format_date(other)}))
    return CellReading(fault=Remark(_NOT_COME, about))


def _whole(day: date) -> PartDate:
    return PartDate(day.year, day.month, day.day)


def _shown(value: CellValue) -> str:
    if isinstance(value, date | time):
        return day_text(value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)
