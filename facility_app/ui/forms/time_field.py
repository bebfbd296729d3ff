"""A time of the day, typed as people write it."""

from datetime import time

from typing_extensions import override

from facility_app.kernel.labels import Label
from facility_app.kernel.typed import Reading
from facility_app.kernel.typed_times import read_time
from facility_app.ui.days import HOUR_FORM
from facility_app.ui.forms.value_fields import ReadField


class TimeField(ReadField[time]):
    """A time of the day: ``07:30``, ``730``, ``7h30``, ``7h``."""

    def __init__(self, name: str, head: Label, *, is_required: bool = False) -> None:
        """Make an empty time."""
        super().__init__(name, head, width=5, is_required=is_required)
        self.say_form(HOUR_FORM)

    @override
    def read(self, text: str) -> Reading[time]:
        return read_time(text)

    @override
    def shown(self, value: time | None) -> str:
        return "" if value is None else f"{value:%H:%M}"
