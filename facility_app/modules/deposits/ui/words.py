"""How the screens of custody say things: days, amounts, rows of the ledger, the state of a thing."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.money import ENTRY_KIND_LABELS
from facility_app.modules.deposits.queries.accounts import EntryRow
from facility_app.modules.deposits.queries.things import ItemRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

SOON_DAYS: Final = 7
LEFT_TODAY = label("deposits", "ra hôm nay")
LEFT_DAYS = label("deposits", "còn {count} ngày")
LEFT_OVER = label("deposits", "quá {count} ngày")
GONE = label("deposits", "đã ra")
CANCELLED = label("deposits", "đã điều chỉnh")
UNTOLD = label("deposits", "Chưa báo người cai nghiện")
TAKES_BACK = label("deposits", "bù {receipt}")
IN_STORE = label("deposits", "đang giữ {count}")
ALL_GONE = label("deposits", "đã giao hết")
FORBIDDEN = label("deposits", "đồ vật cấm")


def day(value: date | None) -> str:
    """``21/11/2026``; empty when it is not known."""
    return "" if value is None else format_date(value)


def amount(value: Money | None) -> str:
    """``2.024.000 ₫``; a minus stands before what goes."""
    if value is None:
        return ""
    return value.text() if value >= Money(0) else f"−{(-value).text()}"


def left_text(days: int | None, *, has_left: bool) -> str:
    """How far the day of leaving is."""
    if has_left:
        return tr(GONE)
    if days is None:
        return ""
    if days == 0:
        return tr(LEFT_TODAY)
    return tr(LEFT_DAYS, count=days) if days > 0 else tr(LEFT_OVER, count=-days)


def left_tone(days: int | None, *, has_left: bool, keeps: bool) -> Tone | None:
    """Red for who left without their things, amber for who is about to."""
    if not keeps:
        return None
    if has_left or (days is not None and days < 0):
        return Tone.DANGER
    return Tone.WARNING if days is not None and days <= SOON_DAYS else None


def entry_state(row: EntryRow) -> str:
    """What somebody should know of a row besides its amount."""
    if row.cancelled_by:
        return tr(CANCELLED)
    if row.needs_telling:
        return tr(UNTOLD)
    return tr(TAKES_BACK, receipt=row.cancels) if row.cancels else ""


def entry_tone(row: EntryRow) -> Tone | None:
    """The tone of that."""
    if row.cancelled_by:
        return Tone.NEUTRAL
    return Tone.WARNING if row.needs_telling else Tone.INFO if row.cancels else None


def entry_kind(row: EntryRow) -> str:
    """What a row is."""
    return tr(ENTRY_KIND_LABELS[row.kind])


def item_state(row: ItemRow) -> str:
    """Whether a thing is here."""
    here = tr(IN_STORE, count=row.left) if row.is_in_store else tr(ALL_GONE)
    return f"{here} · {tr(FORBIDDEN)}" if row.is_forbidden else here


def item_tone(row: ItemRow) -> Tone:
    """The tone of that."""
    if not row.is_in_store:
        return Tone.NEUTRAL
    return Tone.DANGER if row.is_forbidden else Tone.OK


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Codes with their words, for a field that chooses one."""
    return tuple((str(code), text) for code, text in labels.items())


def joined(*parts: str | None, sign: str = " · ") -> str:
    """The parts that say something, in one line."""
    return sign.join(part for part in parts if part)
