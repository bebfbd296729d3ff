"""What deposits tell: whoever waits for the return hears of it without being known here."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.money import Money


@dataclass(frozen=True, slots=True)
class DepositsTaken:
    """What somebody brought was taken into custody, or a wrong row of it was taken back.

    Attributes:
        has_money: whether it is about money; ``has_things`` about things.
        is_undone: whether it was written by mistake.
    """

    resident_id: str
    on: date
    has_money: bool = False
    has_things: bool = False
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class DepositsReturned:
    """Somebody got everything back.

    Attributes:
        money: how much; 0 when none was kept.
        pieces: how many things.
    """

    resident_id: str
    on: date
    money: Money
    pieces: int
