"""What lies on a shelf: which lot goes first, what expires soon, what runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label

WARN_DAYS: Final = (30, 60, 90)


class Expiry(StrEnum):
    """Hạn dùng."""

    EXPIRED = "expired"
    WITHIN_30 = "within_30"
    WITHIN_60 = "within_60"
    WITHIN_90 = "within_90"
    LATER = "later"


EXPIRY_LABELS: dict[Expiry, Label] = {
    Expiry.EXPIRED: label("terms", "Đã hết hạn"),
    Expiry.WITHIN_30: label("terms", "Hết hạn trong 30 ngày"),
    Expiry.WITHIN_60: label("terms", "Hết hạn trong 60 ngày"),
    Expiry.WITHIN_90: label("terms", "Hết hạn trong 90 ngày"),
    Expiry.LATER: label("terms", "Còn hạn"),
}
_LEVELS: Final = (Expiry.WITHIN_30, Expiry.WITHIN_60, Expiry.WITHIN_90)


def is_expired(expires_on: date, today: date) -> bool:
    """Whether a lot may no longer be used; the day it names is its last good one."""
    return expires_on < today


def expiry_of(expires_on: date, today: date) -> Expiry:
    """How soon a lot expires."""
    if is_expired(expires_on, today):
        return Expiry.EXPIRED
    for days, level in zip(WARN_DAYS, _LEVELS, strict=True):
        if expires_on <= today + timedelta(days=days):
            return level
    return Expiry.LATER


@dataclass(frozen=True, slots=True)
class LotThere:
    """A lot at a place, with what is left of it."""

    lot_id: str
    lot_no: str
    expires_on: date
    left: int


@dataclass(frozen=True, slots=True)
class Portion:
    """So much of one lot."""

    lot_id: str
    amount: int


def first_expired_first_out(lots: Sequence[LotThere], wanted: int, today: date) -> tuple[Portion, ...]:
    """Which lots to take from, the one that expires first at first; empty when they do not suffice together."""
    good = [one for one in lots if one.left > 0 and not is_expired(one.expires_on, today)]
    found: list[Portion] = []
    for one in sorted(good, key=lambda lot: (lot.expires_on, lot.lot_no, lot.lot_id)):
        part = min(one.left, wanted)
        found.append(Portion(one.lot_id, part))
        wanted -= part
        if not wanted:
            return tuple(found)
    return ()
