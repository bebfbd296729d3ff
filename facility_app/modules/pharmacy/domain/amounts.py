"""How much: whole thousandths of the unit doses are counted in, so that nothing is ever rounded.

A shelf is counted in another unit than a dose (ml and mg, tablets and mg); one medicine has one exact rate between
them. What comes out uneven in the unit of the shelf is written with the rest in the unit of doses.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text
from facility_app.modules.pharmacy.domain.words import in_words

SCALE: Final = 1000
_PLACES: Final = 6
_DIGITS: Final = 15
_DIGITS_AFTER: Final = 40
"""A third of a tablet, worked out, has twenty-eight digits; what has more was not counted by anybody."""
MOST: Final = 10**15
"""Beyond any store; SQLite's integer takes sums of it."""


class Unit(StrEnum):
    """Đơn vị tính."""

    MG = "mg"
    MCG = "mcg"
    G = "g"
    ML = "ml"
    TABLET = "tablet"
    CAPSULE = "capsule"
    AMPOULE = "ampoule"
    VIAL = "vial"
    SACHET = "sachet"
    PATCH = "patch"


UNIT_LABELS: dict[Unit, Label] = {
    Unit.MG: label("terms", "mg"),
    Unit.MCG: label("terms", "mcg"),
    Unit.G: label("terms", "g"),
    Unit.ML: label("terms", "ml"),
    Unit.TABLET: label("terms", "viên"),
    Unit.CAPSULE: label("terms", "viên nang"),
    Unit.AMPOULE: label("terms", "ống"),
    Unit.VIAL: label("terms", "lọ"),
    Unit.SACHET: label("terms", "gói"),
    Unit.PATCH: label("terms", "miếng dán"),
}


_BREAKABLE: Final = frozenset({Unit.TABLET, Unit.CAPSULE})
_QUARTERS: Final = 4
PIECES: Final = frozenset({Unit.TABLET, Unit.CAPSULE, Unit.AMPOULE, Unit.VIAL, Unit.SACHET, Unit.PATCH})
"""What is opened whole, whatever of it is given."""
OPENED: Final = frozenset({Unit.AMPOULE, Unit.VIAL})
"""What is never closed again: what is not given of it is destroyed."""


_WEIGHTS: Final = {Unit.MCG: 1, Unit.MG: 1000, Unit.G: 1_000_000}
WEIGHED: Final = frozenset(_WEIGHTS)
_WEIGHED_IN: Final = re.compile(r"(?<![^\W\d_])(mcg|µg|μg|mg|g)(?![^\W\d_])", re.IGNORECASE)


def label_unit(strength: str, dose_unit: Unit) -> Unit | None:
    """The unit a label weighs in, where it is one and another than that of doses: mg against mcg."""
    if dose_unit not in WEIGHED:
        return None
    said = {one.lower() for one in _WEIGHED_IN.findall(strength)}
    found = {Unit.MCG if one in {"µg", "μg"} else Unit(one) for one in said}
    return found.pop() if len(found) == 1 and dose_unit not in found else None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as somebody wrote it.

    Attributes:
        number: exact; never a float.
        unit: what it counts.
    """

    number: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse a float, and what is no number."""
        if type(self.number) is not Decimal or not self.number.is_finite():
            message = "a quantity is an exact decimal"
            raise TypeError(message)

    def text(self) -> str:
        """``2,5 ml``."""
        return f"{number_text(self.number)} {UNIT_LABELS[self.unit]}"


@dataclass(frozen=True, slots=True)
class Measure:
    """The two units of one medicine.

    Attributes:
        stock_unit: what the shelf is counted in.
        dose_unit: what doses are counted in.
        per_stock: thousandths of the dose unit in one stock unit.
        label_unit: what the label weighs the medicine in, where that is another unit than doses are counted in: a
            dose is then said in both, for nobody at a bed converts.
    """

    stock_unit: Unit
    dose_unit: Unit
    per_stock: int
    label_unit: Unit | None = None

    def of_stock(self, quantity: Quantity, *, may_be_zero: bool = False) -> int:
        """A quantity of the shelf, as kept; nothing at all only where something is counted.

        Raises:
            UserError: ``unit_mismatch``, ``amount_wrong``.
        """
        _require_sayable(quantity)
        if quantity.unit is not self.stock_unit:
            raise self._mismatch(quantity, self.stock_unit)
        if may_be_zero and not quantity.number:
            return 0
        return _kept(quantity, quantity.number * self.per_stock)

    def of_dose(self, quantity: Quantity) -> int:
        """A quantity given, as kept.

        Raises:
            UserError: ``unit_mismatch``, ``amount_wrong``.
        """
        _require_sayable(quantity)
        if quantity.unit is not self.dose_unit:
            raise self._mismatch(quantity, self.dose_unit)
        return _kept(quantity, quantity.number * SCALE)

    def rest_of(self, kept: int) -> Decimal | None:
        """What is left of the last piece opened for so much, in the unit of doses; None for nothing."""
        rest = -kept % self.per_stock if self.stock_unit in PIECES else 0
        return Decimal(rest) / SCALE if rest else None

    def dose_text(self, kept: int) -> str:
        """What is kept, in the unit of doses: ``30 mg``; ``150 mcg (0,15 mg)`` where the label says another."""
        text = self._plain_dose(kept)
        if self.label_unit is None:
            return text
        weight = Decimal(kept) * _WEIGHTS[self.dose_unit] / _WEIGHTS[self.label_unit] / SCALE
        return f"{text} ({number_text(weight)} {UNIT_LABELS[self.label_unit]})"

    def _plain_dose(self, kept: int) -> str:
        return f"{number_text(Decimal(kept) / SCALE)} {UNIT_LABELS[self.dose_unit]}"

    def stock_number(self, kept: int) -> str:
        """What is kept, in the unit of the shelf without its name; an uneven rest stands behind a plus."""
        exact = self._even(kept)
        if exact is not None:
            return number_text(exact)
        whole, rest = divmod(abs(kept), self.per_stock)
        return f"{'−' if kept < 0 else ''}{number_text(Decimal(whole))} + {self._plain_dose(rest)}"

    def stock_text(self, kept: int) -> str:
        """What is kept, in the unit of the shelf: ``3 ml``; ``3 viên + 1 mg`` where it comes out uneven."""
        if self._even(kept) is not None:
            return f"{self.stock_number(kept)} {UNIT_LABELS[self.stock_unit]}"
        whole, plus, rest = self.stock_number(kept).partition(" + ")
        return f"{whole} {UNIT_LABELS[self.stock_unit]}{plus}{rest}"

    def rate_text(self) -> str:
        """How the two units stand to each other: ``1 ml = 10 mg``; empty where they are one."""
        if self.stock_unit is self.dose_unit:
            return ""
        return f"1 {UNIT_LABELS[self.stock_unit]} = {self.dose_text(self.per_stock)}"

    def is_of_pieces(self, kept: int) -> bool:
        """Whether a dose is whole, half or quarter tablets; of what is not counted so, always."""
        return self.stock_unit not in _BREAKABLE or kept * _QUARTERS % self.per_stock == 0

    def words(self, kept: int) -> str:
        """What is kept, in words; in the unit of doses where the shelf's comes out uneven."""
        exact = self._even(kept)
        if exact is not None:
            return f"{in_words(exact)} {UNIT_LABELS[self.stock_unit]}"
        return f"{in_words(Decimal(kept) / SCALE)} {UNIT_LABELS[self.dose_unit]}"

    def _even(self, kept: int) -> Decimal | None:
        """In the unit of the shelf, where six places write it exactly."""
        exact = round(Decimal(kept) / self.per_stock, _PLACES)
        return exact if exact * self.per_stock == kept else None

    def _mismatch(self, quantity: Quantity, wanted: Unit) -> UserError:
        fields = {"quantity": label("errors", "Hãy ghi bằng {wanted}")}
        units = {"wanted": UNIT_LABELS[wanted], "quantity": quantity.text(), "rate": self.rate_text()}
        if quantity.unit not in {self.stock_unit, self.dose_unit}:
            return UserError(
                "unit_mismatch",
                label(
                    "errors", "Đã ghi {quantity}, nhưng thuốc này tính bằng {wanted}. Hãy ghi lại bằng {wanted}."
                ),
                fields=fields,
                **units,
            )
        other = self.stock_text if wanted is self.stock_unit else self.dose_text
        by = SCALE if quantity.unit is self.dose_unit else self.per_stock
        return UserError(
            "unit_mismatch",
            label(
                "errors",
                "Đã ghi {quantity}, nhưng ở đây tính bằng {wanted} ({rate}). {quantity} là {converted}. "
                "Hãy xem lại y lệnh rồi ghi lại bằng {wanted}.",
            ),
            fields=fields,
            converted=other(int(quantity.number * by)),
            **units,
        )


def _require_sayable(quantity: Quantity) -> None:
    """Refuse a number so long that neither a sum nor a sentence could hold it: ``1E+999999``."""
    number = quantity.number
    if number.adjusted() <= _DIGITS and int(number.as_tuple().exponent) >= -_DIGITS_AFTER:
        return
    text = str(number)
    raise UserError(
        "amount_wrong",
        label("errors", "Số lượng {quantity} không dùng được: quá lớn, hoặc có quá nhiều chữ số. Hãy ghi lại."),
        fields={"quantity": label("errors", "Hãy ghi lại số lượng")},
        quantity=text if len(text) <= _DIGITS else f"{text[:_DIGITS]}…",
    )


def _kept(quantity: Quantity, thousandths: Decimal) -> int:
    if thousandths <= 0 or thousandths > MOST or thousandths != int(thousandths):
        raise UserError(
            "amount_wrong",
            label(
                "errors",
                "Số lượng {quantity} không dùng được: phải lớn hơn 0 và không lẻ quá ba chữ số sau dấu phẩy. "
                "Hãy ghi lại.",
            ),
            fields={"quantity": label("errors", "Hãy ghi lại số lượng")},
            quantity=quantity.text(),
        )
    return int(thousandths)
