"""Heads of columns that are days, with the time where there are several of a day."""

import re
from datetime import date, datetime
from typing import Final

from facility_app.sheets.cells import plain_text
from facility_app.sheets.reading.grid import CellValue

_DAY: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:\s+(\d{1,2})[:hH](\d{2})?)?", re.ASCII)


def read_day_head(value: CellValue) -> tuple[date, int | None] | None:
    """Day of a head, and the minute of the day where it says one; None for any other head."""
    if isinstance(value, datetime):
        return value.date(), value.hour * 60 + value.minute
    if isinstance(value, date):
        return value, None
    told = _DAY.fullmatch(" ".join(plain_text(value).split()))
    if told is None:
        return None
    try:
        day = date(int(told[3]), int(told[2]), int(told[1]))
    except ValueError:
        return None
    minute = None if told[4] is None else int(told[4]) * 60 + int(told[5] or 0)
    return day, minute
