"""The store as one list: every lot with its turn, and the medicines of which too little or nothing is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.domain.shelf import Expiry, HowSoon
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, list_medicines
from facility_app.modules.pharmacy.queries.shelf import BalanceRow, list_balances

LOW: Final = "low"
SOON: Final = "soon"
CONTROLLED: Final = "controlled"
_EXPIRING: Final = frozenset({Expiry.URGENT, Expiry.NEAR})
_NEVER: Final = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class StockLine:
    """One lot at one place; or a medicine that is used up, which lies nowhere.

    Attributes:
        place_id, lot_id: empty where nothing is left.
        turn: 1 for the lot of this medicine that goes first at this place, 2 for the next; 0 where none is taken.
        total: what of the medicine is good to use in the whole facility, ``low_below`` where the list begins.
    """

    line_id: str
    place_id: str
    place: str
    place_kind: PlaceKind | None
    medicine_id: str
    name: str
    drug_class: DrugClass
    lot_id: str
    lot_no: str
    expires_on: date | None
    soon: HowSoon | None
    left: int
    measure: Measure
    turn: int
    total: int
    low_below: int | None

    @property
    def expiry(self) -> Expiry | None:
        """How soon it expires; None for one that lies nowhere."""
        return None if self.soon is None else self.soon.level

    @property
    def is_low(self) -> bool:
        """Whether too little of its medicine is left."""
        return self.low_below is not None and self.total < self.low_below

    @classmethod
    def picked(cls, rows: Iterable["StockLine"], look: Look) -> "tuple[StockLine, ...]":
        """Those a look asks for, in its order."""
        words = fold(look.text).split()
        found = [row for row in rows if row.fits(look.filters)]
        found = [
            row for row in found if all(word in fold(f"{row.name} {row.lot_no} {row.place}") for word in words)
        ]
        for one in reversed(look.sorts):
            key = _SORTS.get(one.key)
            if key is not None:
                found.sort(key=key, reverse=one.descending)
        return tuple(found)

    def fits(self, filters: Any) -> bool:
        """Whether the filters let it through."""
        state, drug_class = filters.get("state", ""), filters.get("class", "")
        if filters.get("place", "") not in {"", self.place_id}:
            return False
        if drug_class == CONTROLLED and not self.drug_class.is_controlled:
            return False
        if drug_class not in {"", CONTROLLED} and drug_class != self.drug_class:
            return False
        if state == LOW:
            return self.is_low
        if state == SOON:
            return self.expiry in _EXPIRING and self.place_kind is not PlaceKind.QUARANTINE
        return not state or (self.place_kind is not PlaceKind.QUARANTINE and state == self.expiry)


_SORTS: Final = {
    "place": lambda row: (fold(row.place), fold(row.name), row.expires_on or _NEVER, row.lot_no),
    "name": lambda row: (fold(row.name), row.expires_on or _NEVER, row.lot_no, fold(row.place)),
    "expires": lambda row: (row.expires_on or _NEVER, fold(row.name), row.lot_no),
    "left": lambda row: (row.left, fold(row.name)),
}


def list_stock(uow: UnitOfWork) -> tuple[StockLine, ...]:
    """Every lot of which something is left, and medicines that are used up though a mark says when to buy."""
    require(uow, VIEW_STOCK)
    medicines, balances = {one.medicine_id: one for one in list_medicines(uow)}, list_balances(uow)
    totals: dict[str, int] = {}
    for row in balances:
        if _is_good(row):
            totals[row.medicine_id] = totals.get(row.medicine_id, 0) + row.left
    turns = _turns(balances)
    found = [_lot(row, medicines[row.medicine_id], turns, totals.get(row.medicine_id, 0)) for row in balances]
    there = {row.medicine_id for row in balances}
    found += [_gone(one) for one in medicines.values() if one.low_below and one.medicine_id not in there]
    return tuple(sorted(found, key=_SORTS["name"]))


def _is_good(row: BalanceRow) -> bool:
    return row.place_kind is not PlaceKind.QUARANTINE and row.expiry is not Expiry.EXPIRED


def _turns(balances: Sequence[BalanceRow]) -> dict[tuple[str, str], int]:
    """First expired, first out: the turn of each lot at its place; what is expired or set apart has none."""
    turns: dict[tuple[str, str], int] = {}
    counts: dict[tuple[str, str], int] = {}
    for row in sorted(filter(_is_good, balances), key=lambda one: (one.expires_on, one.lot_no, one.lot_id)):
        key = (row.place_id, row.medicine_id)
        counts[key] = turns[row.place_id, row.lot_id] = counts.get(key, 0) + 1
    return turns


def _lot(row: BalanceRow, medicine: MedicineRow, turns: dict[tuple[str, str], int], total: int) -> StockLine:
    return StockLine(
        f"{row.place_id} {row.lot_id}",
        row.place_id,
        row.place,
        row.place_kind,
        row.medicine_id,
        row.name,
        row.drug_class,
        row.lot_id,
        row.lot_no,
        row.expires_on,
        row.soon,
        row.left,
        row.measure,
        turns.get((row.place_id, row.lot_id), 0),
        total,
        medicine.low_below,
    )


def _gone(one: MedicineRow) -> StockLine:
    what = (one.medicine_id, one.name, one.drug_class, "", "", None, None, 0, one.measure, 0, 0, one.low_below)
    return StockLine(one.medicine_id, "", "", None, *what)
