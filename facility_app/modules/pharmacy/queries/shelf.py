"""What lies where: lots with what is left of them, which goes first, what expires soon, what runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.pharmacy.domain import SEE_PRIVATE, VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.domain.law import EXPIRY_STEPS
from facility_app.modules.pharmacy.domain.shelf import (
    Expiry,
    HowSoon,
    LotThere,
    Portion,
    first_expired_first_out,
    how_soon,
)
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, list_medicines
from facility_app.modules.pharmacy.tables import Medicine, MedicineLot, StockEntry, StockPlace

ENTRY: Final = sa.inspect(StockEntry).local_table.c
LOT: Final = sa.inspect(MedicineLot).local_table.c
PLACE: Final = sa.inspect(StockPlace).local_table.c
MEDICINE: Final = sa.inspect(Medicine).local_table.c


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What of one lot lies at one place; ``left`` in thousandths of the dose unit."""

    place_id: str
    place: str
    place_kind: PlaceKind
    medicine_id: str
    name: str
    drug_class: DrugClass
    lot_id: str
    lot_no: str
    expires_on: date
    soon: HowSoon
    left: int
    measure: Measure

    @property
    def expiry(self) -> Expiry:
        """How soon it expires."""
        return self.soon.level


@dataclass(frozen=True, slots=True)
class LowRow:
    """A medicine of which too little is left in the whole facility, quarantine not counted."""

    medicine: MedicineRow
    left: int


def lots_at(uow: UnitOfWork, place_id: str, medicine_id: str | None = None) -> Sequence[LotThere]:
    """The lots at one place, of one medicine or of all; what this unit of work wrote is counted in."""
    require(uow, VIEW_STOCK)
    uow.session.flush()
    asked = _left(uow.home, place_id, medicine_id)
    if not uow.actor.may(SEE_PRIVATE):
        hidden = sa.select(MEDICINE.id).where(MEDICINE.reveals_hiv.is_(True))
        asked = asked.where(LOT.medicine_id.not_in(hidden))
    found = uow.session.execute(asked)
    return [LotThere(one.lot_id, one.lot_no, one.expires_on, one.left) for one in found if one.left]


def list_balances(uow: UnitOfWork, place_id: str | None = None) -> tuple[BalanceRow, ...]:
    """Every lot of which something is left, by place, name and expiry."""
    require(uow, VIEW_STOCK)
    medicines = {one.medicine_id: one for one in list_medicines(uow)}
    today = local_date(uow.now)
    steps = parameter(uow, EXPIRY_STEPS, on=today).parts
    found = [
        _row(medicines[one.medicine_id], one, today, steps)
        for one in uow.session.execute(_left(uow.home, place_id, None))
        if one.left and one.medicine_id in medicines
    ]
    return tuple(sorted(found, key=lambda row: (row.place, row.name, row.expires_on, row.lot_no)))


def list_expiring(uow: UnitOfWork) -> tuple[BalanceRow, ...]:
    """What has expired or does soon, by the steps of that day; what waits to be destroyed is left out."""
    require(uow, VIEW_STOCK)
    return expiring_of(list_balances(uow))


def expiring_of(balances: Sequence[BalanceRow]) -> tuple[BalanceRow, ...]:
    """Those of ``list_balances`` that ``list_expiring`` tells."""
    rows = [row for row in balances if row.expiry is not Expiry.LATER]
    return tuple(
        sorted(
            (row for row in rows if row.place_kind is not PlaceKind.QUARANTINE),
            key=lambda row: (row.expires_on, row.name, row.place),
        )
    )


def list_low(uow: UnitOfWork) -> tuple[LowRow, ...]:
    """What runs out: less is left than its own mark says."""
    require(uow, VIEW_STOCK)
    return low_of(list_medicines(uow), list_balances(uow))


def low_of(medicines: Sequence[MedicineRow], balances: Sequence[BalanceRow]) -> tuple[LowRow, ...]:
    """Those of ``list_medicines`` that ``list_low`` tells, by what is left of them."""
    left: dict[str, int] = {}
    for row in balances:
        if row.place_kind is not PlaceKind.QUARANTINE and row.expiry is not Expiry.EXPIRED:
            left[row.medicine_id] = left.get(row.medicine_id, 0) + row.left
    found = [
        LowRow(one, left.get(one.medicine_id, 0))
        for one in medicines
        if one.low_below is not None and left.get(one.medicine_id, 0) < one.low_below
    ]
    return tuple(found)


def suggest_lots(uow: UnitOfWork, place_id: str, medicine_id: str, amount: int) -> tuple[Portion, ...]:
    """Which lots to take an amount from, first expired first out; empty when there is too little."""
    require(uow, VIEW_STOCK)
    there = lots_at(uow, place_id, medicine_id)
    return first_expired_first_out(there, amount, local_date(uow.now))


def _left(home: str, place_id: str | None, medicine_id: str | None) -> sa.Select[Any]:
    """Every lot at every place with the balance of its last row; one look at the index for each pair."""
    last = (
        sa.select(ENTRY.shelf_after)
        .where(ENTRY.home == home, ENTRY.place_id == PLACE.id, ENTRY.lot_id == LOT.id)
        .order_by(ENTRY.shelf_no.desc())
        .limit(1)
        .scalar_subquery()
    )
    asked = sa.select(
        PLACE.id.label("place_id"),
        PLACE.name.label("place"),
        PLACE.kind,
        LOT.medicine_id,
        LOT.id.label("lot_id"),
        LOT.lot_no,
        LOT.expires_on,
        last.label("left"),
    ).where(PLACE.home == LOT.home, PLACE.home == home, PLACE.voided_at.is_(None))
    if place_id is not None:
        asked = asked.where(PLACE.id == place_id)
    return asked if medicine_id is None else asked.where(LOT.medicine_id == medicine_id)


def _row(medicine: MedicineRow, one: Any, today: date, steps: Sequence[int]) -> BalanceRow:
    return BalanceRow(
        one.place_id,
        one.place,
        one.kind,
        medicine.medicine_id,
        medicine.name,
        medicine.drug_class,
        one.lot_id,
        one.lot_no,
        one.expires_on,
        how_soon(one.expires_on, today, steps),
        one.left,
        medicine.measure,
    )
