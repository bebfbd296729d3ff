"""Money is a whole number of đồng: no fractions, no rounding, and a split always adds up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

# Eighteen digits fit SQLite's integer; a group before the first dot never starts with 0, so 0.500 is refused.
_AMOUNT: Final = re.compile(r"([0-9]{1,18}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5})\s*[₫đ]?")
_LONGEST_ECHO: Final = 40


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in đồng; negative amounts are allowed.

    Money is added to money, compared with money and multiplied by whole numbers, nothing else.

    Attributes:
        vnd: whole đồng.
    """

    vnd: int

    def __post_init__(self) -> None:
        """Refuse anything but a whole number, a float that happens to be whole among them."""
        if type(self.vnd) is not int:
            message = f"money is a whole number of đồng, not {type(self.vnd).__name__}"
            raise TypeError(message)

    def __add__(self, other: Self) -> Self:
        return type(self)(self.vnd + _vnd_of(other))

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.vnd - _vnd_of(other))

    def __neg__(self) -> Self:
        return type(self)(-self.vnd)

    def __mul__(self, factor: int) -> Self:
        return type(self)(self.vnd * factor)

    __rmul__ = __mul__

    def split(self, weights: Sequence[int]) -> tuple[Self, ...]:
        """Share the amount out in proportion to ``weights``; the shares add up to it exactly.

        Every share is first cut to whole đồng; the đồng left over go one each to the largest remainders, of
        equal ones to the earlier. A negative amount is shared as its opposite.

        Args:
            weights: whole numbers, none negative, not all 0.

        Returns:
            One share per weight, in the same order.

        Raises:
            ValueError: for weights that give no proportion.
        """
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            message = "weights must be zero or more, and not all zero"
            raise ValueError(message)
        sign = -1 if self.vnd < 0 else 1
        parts = [divmod(abs(self.vnd) * weight, total) for weight in weights]
        left_over = abs(self.vnd) - sum(whole for whole, _ in parts)
        by_remainder = sorted(range(len(parts)), key=lambda place: -parts[place][1])
        favoured = frozenset(by_remainder[:left_over])
        return tuple(type(self)(sign * (whole + (place in favoured))) for place, (whole, _) in enumerate(parts))

    def text(self) -> str:
        """The amount as people here write it: ``2.024.000 ₫``."""
        return f"{self.vnd:,}".replace(",", ".") + " ₫"


def parse_vnd(text: str, field: str) -> Money:
    """The amount a person or a file wrote: ``2.024.000``, ``2024000``, with or without ``₫`` or ``đ``.

    Args:
        text: digits; dots, if any, stand between groups of three. No sign and no decimals: which way money
            goes is said by the verb, and half a đồng does not exist.
        field: name of the field it was written in, for the message.

    Raises:
        UserError: ``bad_amount``, naming the field and the value.
    """
    written = _AMOUNT.fullmatch(text.strip())
    if written is None:
        how = label(
            "errors",
            "“{value}” không phải số tiền đồng. Hãy ghi số nguyên không dấu,"
            " nếu cần thì chấm giữa từng nhóm ba chữ số, ví dụ 2.024.000.",
        )
        value = text[:_LONGEST_ECHO]
        raise UserError(
            "bad_amount",
            label(
                "errors",
                "Trường {field}: “{value}” không phải số tiền đồng. Hãy ghi số nguyên không dấu,"
                " nếu cần thì chấm giữa từng nhóm ba chữ số, ví dụ 2.024.000.",
            ),
            fields={field: how},
            field=field,
            value=value,
        )
    return Money(int(written[1].replace(".", "")))


def _vnd_of(money: object) -> int:
    """``money.vnd``, refusing at run time what the type checker refuses before."""
    if isinstance(money, Money):
        return money.vnd
    message = f"money is added to money, not to {type(money).__name__}"
    raise TypeError(message)
