"""What lies on a shelf: which lot goes first, what expires soon, what runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from facility_app.kernel.labels import Label, label


class Expiry(StrEnum):
    """Hạn dùng: how many days before its end a lot is spoken of is a dated parameter, some steps of days."""

    EXPIRED = "expired"
    URGENT = "urgent"
    NEAR = "near"
    LATER = "later"


EXPIRY_LABELS: dict[Expiry, Label] = {
    Expiry.EXPIRED: label("terms", "Đã hết hạn"),
    Expiry.URGENT: label("terms", "Sắp hết hạn, mốc ngắn nhất"),
    Expiry.NEAR: label("terms", "Sắp hết hạn, mốc dài hơn"),
    Expiry.LATER: label("terms", "Còn hạn"),
}
WITHIN: Label = label("terms", "Hết hạn trong {days} ngày")


@dataclass(frozen=True, slots=True)
class HowSoon:
    """How soon a lot expires.

    Attributes:
        within: the step it has come to, in days; None where it has expired, or expires later than any.
    """

    level: Expiry
    within: int | None = None


def is_expired(expires_on: date, today: date) -> bool:
    """Whether a lot may no longer be used; the day it names is its last good one."""
    return expires_on < today


def how_soon(expires_on: date, today: date, steps: Sequence[int]) -> HowSoon:
    """How soon a lot expires.

    Args:
        expires_on: its last good day.
        today: the day it is looked at.
        steps: days before its end at which it is spoken of, in any order.
    """
    if is_expired(expires_on, today):
        return HowSoon(Expiry.EXPIRED)
    reached = [days for days in sorted(steps) if expires_on <= today + timedelta(days=days)]
    if not reached:
        return HowSoon(Expiry.LATER)
    return HowSoon(Expiry.URGENT if reached[0] == min(steps) else Expiry.NEAR, reached[0])


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
