"""From a lot to the people who took of it, and from a person to the lots; medicines that reveal HIV are apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, Final, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.kernel.names import fold
from facility_app.modules.pharmacy.domain import READ_TAKEN, SEE_PRIVATE, VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.tables import (
    DoseSupply,
    Medicine,
    MedicineLot,
    PrivateDoseSupply,
    StockEntry,
)
from facility_app.modules.residents.api import ResidentRow, list_resident_rows

Sums: TypeAlias = tuple[str, int, int, datetime, datetime]
"""Whose, how much, how many doses, the first and the last."""
_MOST_LOTS: Final = 200
_RIGHT_TO: Final[dict[type[DoseSupply] | type[PrivateDoseSupply], Permission]] = {
    DoseSupply: READ_TAKEN,
    PrivateDoseSupply: SEE_PRIVATE,
}


@dataclass(frozen=True, slots=True)
class PersonOfLot:
    """Somebody who took of a lot.

    Attributes:
        amount: altogether, what was given back taken off; in thousandths of the dose unit.
        doses: how many.
    """

    resident_id: str
    name: str = field(repr=False)
    code: str
    amount: int
    doses: int
    first_at: datetime
    last_at: datetime

    @classmethod
    def named(cls, taken: Sequence[Sums], people: Sequence[ResidentRow]) -> "tuple[PersonOfLot, ...]":
        """The sums with names, by name."""
        known = {row.resident_id: row for row in people}
        found = [
            cls(one, known[one].name, known[one].code, amount, doses, first_at, last_at)
            for one, amount, doses, first_at, last_at in taken
            if one in known
        ]
        return tuple(sorted(found, key=lambda row: (row.name, row.code)))


@dataclass(frozen=True, slots=True)
class LotOfPerson:
    """A lot somebody took of."""

    lot_id: str
    lot_no: str
    expires_on: date
    medicine_id: str
    name: str
    measure: Measure
    amount: int
    doses: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class TakenRows:
    """What doses took, of one of the two tables; that of medicines that reveal HIV is read within a verb only."""

    uow: UnitOfWork
    table: type[DoseSupply] | type[PrivateDoseSupply]

    def of_lot(self, lot_id: str) -> Sequence[Sums]:
        """Sums by person."""
        require(self.uow, _RIGHT_TO[self.table])
        table = self.table
        asked = _sums(table, table.resident_id).where(table.lot_id == lot_id).group_by(table.resident_id)
        return [
            (one.resident_id, one.amount, one.doses, one.first_at, one.last_at)
            for one in self.uow.session.execute(asked)
        ]

    def by_person(self, resident_id: str) -> tuple[LotOfPerson, ...]:
        """Sums by lot, the latest first."""
        require(self.uow, _RIGHT_TO[self.table])
        table = self.table
        of_person = _sums(table, table.lot_id).where(table.resident_id == resident_id)
        sums = of_person.group_by(table.lot_id).subquery()
        asked = (
            sa.select(MedicineLot, Medicine, sums.c.amount, sums.c.doses, sums.c.first_at, sums.c.last_at)
            .join(sums, sums.c.lot_id == MedicineLot.id)
            .join(Medicine, Medicine.id == MedicineLot.medicine_id)
            .order_by(sums.c.last_at.desc(), MedicineLot.lot_no)
        )
        return tuple(
            LotOfPerson(
                lot.id,
                lot.lot_no,
                lot.expires_on,
                medicine.id,
                medicine.full_name,
                medicine.measure,
                amount,
                doses,
                first_at,
                last_at,
            )
            for lot, medicine, amount, doses, first_at, last_at in self.uow.session.execute(asked)
        )


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot as it is searched for; ``is_private`` where who took of it is a look of its own."""

    lot_id: str
    lot_no: str
    name: str
    expires_on: date
    measure: Measure
    is_private: bool


def find_lots(uow: UnitOfWork, text: str, wanted: Sequence[str] | None = None) -> tuple[LotRow, ...]:
    """Lots by number or by words of their medicine, those that expire last at first; at most two hundred.

    Args:
        uow: the unit of work.
        text: what was typed.
        wanted: only lots of these ids.
    """
    require(uow, READ_TAKEN)
    typed, may_all = fold(text).split(), uow.actor.may(SEE_PRIVATE)
    asked = (
        sa.select(MedicineLot, Medicine)
        .join(Medicine, Medicine.id == MedicineLot.medicine_id)
        .order_by(MedicineLot.expires_on.desc(), MedicineLot.lot_no, MedicineLot.id)
    )
    if not may_all:
        asked = asked.where(Medicine.reveals_hiv.is_(False))
    if wanted is not None:
        asked = asked.where(MedicineLot.id.in_(wanted))
    found = (
        LotRow(lot.id, lot.lot_no, one.full_name, lot.expires_on, one.measure, one.reveals_hiv)
        for lot, one in uow.session.execute(asked)
        if all(word in fold(f"{lot.lot_no} {one.full_name}") for word in typed)
    )
    return tuple(islice(found, _MOST_LOTS))


def list_people_of_lot(uow: UnitOfWork, lot_id: str) -> tuple[PersonOfLot, ...]:
    """Who took of a lot, by name; nobody for a medicine that reveals HIV, which is a look of its own."""
    require(uow, READ_TAKEN)
    taken = TakenRows(uow, DoseSupply).of_lot(lot_id)
    return PersonOfLot.named(taken, list_resident_rows(uow, [one for one, *_ in taken]))


def list_lots_of_person(uow: UnitOfWork, resident_id: str) -> tuple[LotOfPerson, ...]:
    """Which lots somebody took of, the latest first; those of medicines that reveal HIV are a look of its own."""
    require(uow, READ_TAKEN)
    return TakenRows(uow, DoseSupply).by_person(resident_id)


def list_wasted(uow: UnitOfWork, dose_ids: Sequence[str]) -> dict[str, str]:
    """What was destroyed of the pieces opened for these doses: dose → how much, ``5 mg``.

    A dose without a rest is left out, and so is one of a medicine that reveals HIV.
    """
    require(uow, VIEW_STOCK)
    return _wasted(uow, DoseSupply, dose_ids)


def list_private_wasted(uow: UnitOfWork, dose_ids: Sequence[str]) -> dict[str, str]:
    """The same of doses of a medicine that reveals HIV, for a verb that keeps its look at them."""
    require(uow, SEE_PRIVATE)
    return _wasted(uow, PrivateDoseSupply, dose_ids)


def _wasted(
    uow: UnitOfWork, table: type[DoseSupply] | type[PrivateDoseSupply], dose_ids: Sequence[str]
) -> dict[str, str]:
    # In two steps: asked at once, the whole ledger of all the years is read for it.
    taken = sa.select(table.entry_id, table.dose_id).where(
        table.home == uow.home, table.dose_id.in_(dose_ids), table.amount > 0
    )
    dose_of: dict[str | None, str] = dict(uow.session.execute(taken).all()) if dose_ids else {}
    if not dose_of:
        return {}
    rest, again = aliased(StockEntry), aliased(StockEntry)
    asked = (
        sa.select(rest.pair_id, rest.medicine_id, -rest.amount)
        .outerjoin(again, again.cancels_id == rest.id)
        .where(rest.pair_id.in_(dose_of), rest.kind == EntryKind.BROKEN, again.id.is_(None))
    )
    wasted: dict[tuple[str, str], int] = {}
    for entry_id, medicine_id, amount in uow.session.execute(asked):
        of = dose_of[entry_id], medicine_id
        wasted[of] = wasted.get(of, 0) + amount
    measures = {one: uow.session.get_one(Medicine, one).measure for _, one in wasted}
    return {dose_id: measures[one].dose_text(amount) for (dose_id, one), amount in wasted.items()}


def _sums(
    table: type[DoseSupply] | type[PrivateDoseSupply], by: sa.orm.InstrumentedAttribute[str]
) -> sa.Select[Any]:
    at = StockEntry.happened_at
    columns: tuple[Any, ...] = (
        by,
        sa.func.sum(table.amount).label("amount"),
        sa.func.count(sa.distinct(table.dose_id)).label("doses"),
        sa.func.min(at).label("first_at"),
        sa.func.max(at).label("last_at"),
    )
    return sa.select(*columns).join(StockEntry, StockEntry.id == table.entry_id)
