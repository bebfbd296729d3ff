"""Days as spreadsheets count them: from 1900, with a 29 February that never was, or from 1904."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

_BEFORE_LEAP: Final = datetime(1899, 12, 31)  # noqa: DTZ001 - a sheet's clock has no zone
_AFTER_LEAP: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - likewise
_MAC: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - likewise
_NO_DAY: Final = 60
_LAST: Final = 2_958_465
BETWEEN_CALENDARS: Final = 1_462
"""Days by which a date moves when a file that counts from 1900 is taken for one that counts from 1904."""


def moment_of(serial: float, *, has_1904: bool = False) -> date | datetime | time | None:
    """What the number means in a cell shown as a date: a day, a moment, a time of day below 1; None for none.

    Args:
        serial: days since the calendar's beginning, with a fraction for the time.
        has_1904: which calendar the file counts by.
    """
    if not 0 <= serial <= _LAST:
        return None
    if serial < 1 and not has_1904:
        return (_AFTER_LEAP + timedelta(days=serial)).time().replace(microsecond=0)
    start = _MAC if has_1904 else _BEFORE_LEAP if serial <= _NO_DAY - 1 else _AFTER_LEAP
    moment = start + timedelta(seconds=round(serial * 86_400))
    return moment.date() if moment.time() == time() else moment


def serial_of(day: date) -> int:
    """The number a file that counts from 1900 keeps for ``day``."""
    return day.toordinal() - _AFTER_LEAP.toordinal()


_DAY_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(50, 59)))
_NOT_FORMAT: Final = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]")
_DAY_SIGN: Final = re.compile("[dmyhs]", re.IGNORECASE)


def is_day_format(number: int, code: str | None) -> bool:
    """Whether a number format shows days.

    Args:
        number: of the format; those of Excel itself have no code.
        code: as ``dd/mm/yyyy``; None for a format of Excel itself.
    """
    return number in _DAY_FORMATS if code is None else _DAY_SIGN.search(_NOT_FORMAT.sub("", code)) is not None
