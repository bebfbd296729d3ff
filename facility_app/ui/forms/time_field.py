"""A time of the day, typed as people write it."""

import re
from datetime import time
from typing import Final

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Reading, Refused, Understood
from facility_app.ui.forms.value_fields import ReadField

BAD_TIME = label("ui", "“{value}” không phải giờ trong ngày. Ví dụ: 07:30, 730 hoặc 7h30.")
_TIME: Final = re.compile(r"(\d{1,2})\s*[:hHgG.]\s*(\d{2})?|(\d{1,2})(\d{2})|(\d{1,2})", re.ASCII)
_ECHO: Final = 20


class TimeField(ReadField[time]):
    """A time of the day: ``07:30``, ``730``, ``7h30``, ``7h``."""

    def __init__(self, name: str, head: Label, *, is_required: bool = False) -> None:
        """Make an empty time."""
        super().__init__(name, head, width=5, is_required=is_required)
        self._line.setPlaceholderText("HH:MM")

    @override
    def read(self, text: str) -> Reading[time]:
        typed = text.strip()
        if not typed:
            return Understood(None)
        found = _TIME.fullmatch(typed)
        refused = Refused(BAD_TIME, {"value": typed[:_ECHO]})
        if found is None:
            return refused
        hour, minute = found[1] or found[3] or found[5], found[2] or found[4] or "0"
        try:
            return Understood(time(int(hour), int(minute)))
        except ValueError:
            return refused

    @override
    def shown(self, value: time | None) -> str:
        return "" if value is None else f"{value:%H:%M}"
