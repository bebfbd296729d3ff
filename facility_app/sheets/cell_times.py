"""Cells of a timetable: the day of the week and the time of the day, in any way lists write them."""

import re
from datetime import datetime, time
from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.typed_times import BAD_TIME, read_time
from facility_app.sheets.cells import CellReading, of_typed, plain_text, read_text
from facility_app.sheets.reading.grid import CellError, CellValue, Remark, echo

_NOT_WEEKDAY: Final = label(
    "errors", "“{value}” không phải thứ trong tuần. Hãy ghi Thứ hai đến Thứ bảy, hoặc Chủ nhật."
)
_WORDS: Final = ("hai", "ba", "tu", "nam", "sau", "bay")
_BEFORE: Final = re.compile(r"^(?:thu|t)?[\s.]*(?=[2-7]$|hai$|ba$|tu$|nam$|sau$|bay$)")
_DAYS: Final = {
    **{word: number for number, word in enumerate(_WORDS, 1)},
    # People count Monday as the second day of the week.
    **{str(number + 1): number for number in range(1, 7)},
    **dict.fromkeys(("cn", "chu nhat", "c n"), 7),
}
_MINUTES_OF_DAY: Final = 24 * 60


def read_weekday(value: CellValue) -> CellReading[int]:
    """1 for Monday to 7 for Sunday: ``Thứ hai``, ``thứ 2``, ``T2``, ``2``, ``CN``; an empty cell is none."""
    text = read_text(value)
    if text.value is None or text.fault is not None:
        return CellReading(fault=text.fault)
    said = fold(text.value).strip(". ")
    found = _DAYS.get(_BEFORE.sub("", said))
    if found is None:
        return CellReading(fault=Remark(_NOT_WEEKDAY, {"value": echo(text.value)}))
    return CellReading(found)


def read_clock(value: CellValue) -> CellReading[time]:
    """A time of the day, to the minute: a cell of time, or what ``read_time`` understands."""
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        # Sheets keep times as fractions of a day: half past seven may come out a second short.
        return CellReading(_of_minutes(round((value.hour * 3600 + value.minute * 60 + value.second) / 60)))
    if isinstance(value, float) and 0 <= value < 1:
        return CellReading(_of_minutes(round(value * _MINUTES_OF_DAY)))
    if isinstance(value, bool | CellError):
        return CellReading(fault=Remark(BAD_TIME, {"value": plain_text(value)}))
    # A figure like 730 is digits, not an amount.
    text = read_text(value) if isinstance(value, str) else CellReading(plain_text(value) or None)
    if text.value is None or text.fault is not None:
        return CellReading(fault=text.fault)
    return of_typed(read_time(text.value))


def _of_minutes(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
