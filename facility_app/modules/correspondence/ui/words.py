"""How screens say what is known of papers: days, copies on their way, options with their words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import Label, label
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.shell.spec import PageContext

FORM_WORDS: Final = ""
"""No context: what a form calls its places are official words, which stay Vietnamese in every language."""
TITLED = label("correspondence", "{form} · {title}")
VOID_REASON = label("correspondence", "Đã hủy: {reason}")
STRUCK_REASON = label("correspondence", "Đã gạch bỏ: {reason}")
LONGEST = 72


def day(value: date | None) -> str:
    """A day, or nothing."""
    return "" if value is None else format_date(value)


def moment(at: datetime) -> str:
    """An instant as people here say it."""
    return format_moment(at)


def options(words: Mapping[Any, Label]) -> Sequence[tuple[str, Label]]:
    """Codes with their words, for a field."""
    return [(str(code), text) for code, text in words.items()]


def official(text: str) -> Label:
    """Words of an official form, where a field wants a label."""
    return Label(FORM_WORDS, text)


def shortened(text: str) -> str:
    """The beginning of a long line, for a heading."""
    line = " ".join(text.split()).rstrip(" :;,.")
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST].rsplit(' ', 1)[0]}…"


def today_field(
    context: PageContext, name: str, head: Label, *, is_required: bool = False, may_come: bool = False
) -> DateField:
    """A day that has come, unless ``may_come``."""
    today = context.today
    latest = None if may_come else today
    return DateField(name, head, today=today, latest=latest, is_required=is_required)
