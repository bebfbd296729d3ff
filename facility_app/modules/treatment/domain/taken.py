"""What a positive reading may be explained by: medicines taken in the days before; asked of whoever gives them."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class WhatWasTaken:
    """Asked for a drug test: medicines of a person on days from ``first`` to ``last``.

    Each slice answers a tuple of ``TakenMedicine``; whoever may not see medicines is answered with none.
    """

    resident_id: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TakenMedicine:
    """A medicine and the days it was taken on; none that reveals HIV."""

    atc: str
    medicine: str = field(repr=False)
    days: tuple[date, ...] = ()
