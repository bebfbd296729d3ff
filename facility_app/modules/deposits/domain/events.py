"""What deposits tell: whoever waits for the return hears of it without being known here."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.money import Money


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
