"""Cấp phát: what the law gives each person, counted by the year of the stay, and what of it is still owed.

The numbers are legal parameters (NĐ 163/2026 Đ113.2–4). The decree says "trong năm": a year here is counted from
the day of admission, so that whoever comes in November has a whole first set at once. So the
program counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex

SLIP_CODE: Final = "CP"
DA_NANG: Final = 48
"""Provinces are numbered from north to south; Đà Nẵng is the last one that has a winter set."""
_YEAR, _TWO_YEARS = 12, 24


class Per(StrEnum):
    """How often something is given."""

    YEAR = "year"
    TWO_YEARS = "two_years"
    STAY = "stay"
    MONTH = "month"
    EXTRA = "extra"


PER_LABELS: dict[Per, Label] = {
    Per.YEAR: label("terms", "mỗi năm"),
    Per.TWO_YEARS: label("terms", "mỗi 02 năm"),
    Per.STAY: label("terms", "khi vào cơ sở"),
    Per.MONTH: label("terms", "mỗi tháng"),
    Per.EXTRA: label("terms", "cấp thêm khi cần"),
}


class Supply(StrEnum):
    """Đồ dùng cấp phát; the value is the key of its legal parameter."""

    LONG_CLOTHES = "supply_long_clothes"
    SHORT_CLOTHES = "supply_short_clothes"
    UNDERWEAR = "supply_underwear"
    SANDALS = "supply_sandals"
    RAINCOAT = "supply_raincoat"
    HAT = "supply_hat"
    TOWELS = "supply_face_towels"
    TOOTHBRUSHES = "supply_toothbrushes"
    MATS = "supply_mats"
    TOOTHPASTE = "supply_toothpaste"
    SOAP = "supply_soap"
    SHAMPOO = "supply_shampoo"
    NET = "supply_mosquito_net"
    BLANKET = "supply_blanket"
    PILLOW = "supply_pillow"
    COAT = "supply_north_coat"
    SOCKS = "supply_north_socks"
    QUILT = "supply_north_quilt"
    HYGIENE = "female_hygiene_max_month"
    PROTECTIVE = "supply_protective"


SUPPLY_LABELS: dict[Supply, Label] = {
    Supply.LONG_CLOTHES: label("terms", "Quần áo dài (bộ)"),
    Supply.SHORT_CLOTHES: label("terms", "Quần áo ngắn tay (bộ)"),
    Supply.UNDERWEAR: label("terms", "Quần áo lót (bộ)"),
    Supply.SANDALS: label("terms", "Dép nhựa (đôi)"),
    Supply.RAINCOAT: label("terms", "Áo mưa (chiếc)"),
    Supply.HAT: label("terms", "Mũ vải (chiếc)"),
    Supply.TOWELS: label("terms", "Khăn mặt (chiếc)"),
    Supply.TOOTHBRUSHES: label("terms", "Bàn chải (chiếc)"),
    Supply.MATS: label("terms", "Chiếu cá nhân (chiếc)"),
    Supply.TOOTHPASTE: label("terms", "Kem đánh răng (g)"),
    Supply.SOAP: label("terms", "Xà phòng (g)"),
    Supply.SHAMPOO: label("terms", "Dầu gội (ml)"),
    Supply.NET: label("terms", "Màn (chiếc)"),
    Supply.BLANKET: label("terms", "Chăn sợi (chiếc)"),
    Supply.PILLOW: label("terms", "Gối (chiếc)"),
    Supply.COAT: label("terms", "Áo ấm (chiếc)"),
    Supply.SOCKS: label("terms", "Tất (đôi)"),
    Supply.QUILT: label("terms", "Chăn bông (chiếc)"),
    Supply.HYGIENE: label("terms", "Đồ vệ sinh phụ nữ (đồng)"),
    Supply.PROTECTIVE: label("terms", "Bảo hộ lao động (bộ)"),
}
_STAY: Final = frozenset({Supply.NET, Supply.BLANKET, Supply.PILLOW})
WINTER: Final = frozenset({Supply.COAT, Supply.SOCKS, Supply.QUILT})
_PER: Final[dict[Supply, Per]] = {
    **dict.fromkeys(_STAY, Per.STAY),
    **dict.fromkeys(WINTER, Per.TWO_YEARS),
    Supply.HYGIENE: Per.MONTH,
    Supply.PROTECTIVE: Per.EXTRA,
}


def per_of(supply: Supply) -> Per:
    """How often it is given."""
    return _PER.get(supply, Per.YEAR)


def is_north(province_code: str) -> bool:
    """Whether a facility lies from Đà Nẵng northward (Đ113.2)."""
    return province_code.isdigit() and int(province_code) <= DA_NANG


def is_given(supply: Supply, sex: Sex | None, *, north: bool) -> bool:
    """Whether the law gives it to this person at this place."""
    if supply is Supply.HYGIENE:
        return sex is Sex.FEMALE
    return north if supply in WINTER else True


@dataclass(frozen=True, slots=True)
class Norm:
    """What the law gives of one thing.

    Attributes:
        quantity: pieces, grams, millilitres or đồng.
        article: where that stands.
    """

    supply: Supply
    quantity: int
    article: str


@dataclass(frozen=True, slots=True)
class Given:
    """One line of a slip; a correction has a negative quantity."""

    supply: Supply
    quantity: int
    issued_on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody has had and has still to get.

    Attributes:
        norm: what the law gives in the span.
        had: what was given in it.
        first: first day of the span.
        last: last day of it; None for the whole stay.
    """

    norm: Norm
    had: int
    first: date
    last: date | None

    @property
    def left(self) -> int:
        """What is still owed; what is given only when needed never is."""
        if per_of(self.norm.supply) is Per.EXTRA:
            return 0
        return max(0, self.norm.quantity - self.had)


def span_of(supply: Supply, admitted_on: date, on: date) -> tuple[date, date | None]:
    """The year, two years, month or stay that ``on`` lies in; the last day None for the whole stay."""
    per = per_of(supply)
    if per in {Per.STAY, Per.EXTRA}:
        return admitted_on, None
    if per is Per.MONTH:
        first = on.replace(day=1)
        return first, add_months(first, 1) - timedelta(days=1)
    length = _YEAR if per is Per.YEAR else _TWO_YEARS
    months = (on.year - admitted_on.year) * _YEAR + on.month - admitted_on.month
    nth = max(0, months // length)
    if add_months(admitted_on, nth * length) > on:
        nth = max(0, nth - 1)
    return add_months(admitted_on, nth * length), add_months(admitted_on, (nth + 1) * length) - timedelta(days=1)


def owed(
    norms: Mapping[Supply, Norm],
    given: Iterable[Given],
    admitted_on: date,
    on: date,
    sex: Sex | None,
    *,
    north: bool,
) -> tuple[Owed, ...]:
    """What one person has still to get on a day, thing by thing, in the order of the law.

    Args:
        norms: what the law of that day gives.
        given: every line of this person's slips.
        admitted_on: first day of the stay.
        on: the day.
        sex: the person's.
        north: whether the facility lies from Đà Nẵng northward.
    """
    known = list(given)
    found = []
    for supply in Supply:
        norm = norms.get(supply)
        if norm is None or not is_given(supply, sex, north=north):
            continue
        first, last = span_of(supply, admitted_on, on)
        had = sum(
            one.quantity
            for one in known
            if one.supply is supply and first <= one.issued_on and (last is None or one.issued_on <= last)
        )
        found.append(Owed(norm, had, first, last))
    return tuple(found)
