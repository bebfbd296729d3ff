"""How the screens of labour say things."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text
from facility_app.kernel.typed_times import hours_text
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.labour.domain.refusals import Refusal
from facility_app.modules.labour.domain.sheets import Shift, clock
from facility_app.ui.i18n import tr

KeyT = TypeVar("KeyT", bound=StrEnum)
DOT: Final = " · "
MILLI: Final = 1_000
WEEKDAY_LABELS: Final[dict[str, Label]] = {str(number): text for number, text in enumerate(WEEKDAYS, 1)}
EVERY_DAY = label("labour", "mọi ngày")
TO_FRIDAY = label("labour", "thứ hai đến thứ sáu")
TO_SATURDAY = label("labour", "thứ hai đến thứ bảy")
_SPANS: Final = {"1234567": EVERY_DAY, "12345": TO_FRIDAY, "123456": TO_SATURDAY}
HOURS = label("labour", "{hours} giờ")


def options(words: Mapping[KeyT, Label]) -> tuple[tuple[str, Label], ...]:
    """The choices of a field."""
    return tuple((key.value, text) for key, text in words.items())


def joined(*parts: str | None) -> str:
    """Those that are said, one after the other."""
    return DOT.join(part for part in parts if part)


def day(on: date | None) -> str:
    """A day; nothing for none."""
    return "" if on is None else format_date(on)


def last_day(to_on: date | None) -> str:
    """The last day of a span that is kept by the day after it."""
    return "" if to_on is None else format_date(to_on - timedelta(days=1))


def weekdays(kept: str) -> str:
    """On which days a team works."""
    if kept in _SPANS:
        return tr(_SPANS[kept])
    return ", ".join(tr(WEEKDAY_LABELS[one]).lower() for one in kept)


def times(shift: Shift) -> str:
    """``07:30–16:30``."""
    return f"{clock(shift.starts)}–{clock(shift.ends)}"


def hours(minutes: int) -> str:
    """“7,5 giờ”."""
    return tr(HOURS, hours=hours_text(minutes))


def output(milli: int | None, unit: str | None) -> str:
    """“12,5 kg”; nothing where none was written."""
    return "" if milli is None else f"{number_text(Decimal(milli) / MILLI)} {unit or ''}".strip()


def rule(one: Refusal) -> str:
    """What a rule says, with its article."""
    said = {key: tr(value) if isinstance(value, Label) else value for key, value in one.values().items()}
    text = tr(one.text, **said)
    return text[:1].upper() + text[1:]


def rules(broken: Iterable[Refusal]) -> str:
    """What several say, one after the other."""
    return " ".join(map(rule, broken))
