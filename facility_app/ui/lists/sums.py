"""What the selection says in the status line: how many rows, and the sums of the columns that have one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from facility_app.kernel.labels import Label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import number_text
from facility_app.ui.models import ColumnSpec

Amount: TypeAlias = Money | Decimal | int


@dataclass(frozen=True, slots=True)
class SelectionSum:
    """The selected rows.

    Attributes:
        count: how many.
        sums: head and sum of every summed column, as text.
    """

    count: int = 0
    sums: tuple[tuple[Label, str], ...] = ()


def summed(columns: Sequence[ColumnSpec[Any]], rows: Sequence[object]) -> SelectionSum:
    """Add up the summed columns; empty values count as nothing."""
    found = []
    for column in columns:
        if column.is_summed and column.value is not None:
            values = [value for value in map(column.value, rows) if isinstance(value, Money | Decimal | int)]
            if values:
                found.append((column.head, _text(_total(values))))
    return SelectionSum(len(rows), tuple(found))


def _total(values: Sequence[Amount]) -> Amount:
    money = [value for value in values if isinstance(value, Money)]
    if money:
        return Money(sum(value.vnd for value in money))
    return sum((Decimal(value) for value in values if not isinstance(value, Money)), Decimal(0))


def _text(total: Amount) -> str:
    return total.text() if isinstance(total, Money) else number_text(total)
