"""How the screens of education say things."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label
from facility_app.modules.education.domain.timetable import WEEKDAY_LABELS, clock_text
from facility_app.ui.i18n import tr

KeyT = TypeVar("KeyT", bound=StrEnum)
DOT: Final = " · "


def options(words: Mapping[KeyT, Label]) -> tuple[tuple[str, Label], ...]:
    """The choices of a field."""
    return tuple((key.value, text) for key, text in words.items())


def joined(*parts: str | None) -> str:
    """Those that are said, one after the other."""
    return DOT.join(part for part in parts if part)


def times(starts: int, ends: int) -> str:
    """``07:30–09:00``."""
    return f"{clock_text(starts)}–{clock_text(ends)}"


def weekday(number: int) -> str:
    """The day of the week."""
    return tr(WEEKDAY_LABELS[number])


def day(on: date | None) -> str:
    """A day; nothing for none."""
    return "" if on is None else format_date(on)


def last_day(to_on: date | None) -> str:
    """The last day of a span that is kept by the day after it."""
    return "" if to_on is None else format_date(to_on - timedelta(days=1))
