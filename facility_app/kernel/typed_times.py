"""A time of the day as people write it, in a field and in the cells of a list."""

import re
from datetime import time
from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.typed import Reading, Refused, Understood, number_text

BAD_TIME: Final = label("ui", "“{value}” không phải giờ trong ngày. Ví dụ: 07:30, 730 hoặc 7h30.")
_TIME: Final = re.compile(r"(\d{1,2})\s*[:hHgG.]\s*(\d{2})?|(\d{1,2})(\d{2})|(\d{1,2})", re.ASCII)
_ECHO: Final = 20
_HOUR: Final = 60


def read_time(text: str) -> Reading[time]:
    """``07:30``, ``730``, ``7h30`` and ``7h``; nothing typed is nothing meant."""
    typed = text.strip()
    if not typed:
        return Understood(None)
    refused = Refused(BAD_TIME, {"value": typed[:_ECHO]})
    found = _TIME.fullmatch(typed)
    if found is None:
        return refused
    hour, minute = found[1] or found[3] or found[5], found[2] or found[4] or "0"
    try:
        return Understood(time(int(hour), int(minute)))
    except ValueError:
        return refused


def minutes_of(at: time | None) -> int:
    """Minutes after midnight; 0 for no time."""
    return 0 if at is None else at.hour * 60 + at.minute


def time_of(minutes: int) -> time:
    """The time of so many minutes after midnight; the midnight that ends a day is shown as its last minute."""
    last = min(minutes, 24 * 60 - 1)
    return time(last // 60, last % 60)


def hours_text(minutes: int) -> str:
    """Minutes as hours are written on a sheet: ``8``, ``7,5``, ``7 giờ 20 phút`` is ``7:20``, a sum ``1.568``."""
    hours, rest = divmod(minutes, _HOUR)
    whole = number_text(hours)
    if rest == 0:
        return whole
    return f"{whole},5" if rest == _HOUR // 2 else f"{whole}:{rest:02}"
