"""Biên bản nhận lại: what people gave back, without what reveals HIV; that is a look of its own."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import READ_TAKEN, SEE_PRIVATE
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.queries.catalogue import Known
from facility_app.modules.pharmacy.queries.finding import Typed
from facility_app.modules.pharmacy.tables import (
    Medicine,
    MedicineLot,
    MedicineReturn,
    MedicineReturnLine,
    StockEntry,
)

_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """Minutes of a return with what was given back."""

    return_id: str
    resident_id: str
    number: str
    returned_at: datetime
    happened_where: str
    giver_name: str = field(repr=False)
    giver_paper: str = field(repr=False)
    is_representative: bool
    receiver_name: str = field(repr=False)
    lines: tuple["ReturnLineRow", ...] = ()

    @classmethod
    def read(cls, uow: UnitOfWork, return_id: str, *, with_private: bool = False) -> "ReturnRow":
        """The minutes; what reveals HIV only for a verb that leaves the look in the trail.

        Raises:
            UserError: ``not_found``, also where nothing is left to see.
        """
        require(uow, SEE_PRIVATE if with_private else READ_TAKEN)
        found = uow.get(MedicineReturn, return_id)
        lines = _return_lines(uow, found, with_private=with_private)
        if not lines:
            raise UserError(
                "not_found",
                label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
                id=return_id,
            )
        return cls(
            found.id,
            found.resident_id,
            f"{found.number:03}/{found.year}",
            found.returned_at,
            found.happened_where,
            found.giver_name,
            found.giver_paper,
            found.is_representative,
            found.receiver_name,
            lines,
        )


@dataclass(frozen=True, slots=True)
class ReturnLineRow:
    """One medicine given back."""

    name: str
    drug_class: DrugClass
    measure: Measure
    lot_no: str
    expires_on: date
    amount: int
    look: str = field(repr=False)
    reason: str = field(repr=False)


def get_return(uow: UnitOfWork, return_id: str) -> ReturnRow:
    """Minutes of one return without what reveals HIV, which is a look of its own.

    Raises:
        UserError: ``not_found``, also where nothing else was given back.
    """
    require(uow, READ_TAKEN)
    return ReturnRow.read(uow, return_id)


@dataclass(frozen=True, slots=True)
class ReturnHead:
    """Minutes as they are listed; ``is_of_book`` where a paper is made of them."""

    return_id: str
    resident_id: str
    number: str
    returned_at: datetime
    happened_where: str
    giver_name: str = field(repr=False)
    receiver_name: str = field(repr=False)
    is_of_book: bool


def list_returns(uow: UnitOfWork) -> tuple[ReturnHead, ...]:
    """The last hundred minutes, the latest first; those of nothing but what reveals HIV are left out."""
    require(uow, READ_TAKEN)
    r, line = MedicineReturn, MedicineReturnLine
    open_line = sa.and_(line.return_id == r.id, Medicine.id == line.medicine_id, Medicine.reveals_hiv.is_(False))
    of_book = sa.exists().where(open_line, StockEntry.id == line.entry_id, StockEntry.chain_no.is_not(None))
    asked = sa.select(r, of_book).where(sa.exists().where(open_line))
    return tuple(
        ReturnHead(
            one.id,
            one.resident_id,
            f"{one.number:03}/{one.year}",
            one.returned_at,
            one.happened_where,
            one.giver_name,
            one.receiver_name,
            is_of_book,
        )
        for one, is_of_book in uow.session.execute(asked.order_by(r.year.desc(), r.number.desc()).limit(_MOST))
    )


def find_returns(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Minutes of returns that a paper is made of, by number and day, the latest first."""
    require(uow, READ_TAKEN)
    r, line = MedicineReturn, MedicineReturnLine
    of_book = (
        sa.exists()
        .where(line.return_id == r.id, StockEntry.id == line.entry_id, StockEntry.chain_no.is_not(None))
        .where(Medicine.id == line.medicine_id, Medicine.reveals_hiv.is_(False))
    )
    asked = sa.select(r.id, r.number, r.year, r.returned_at).where(of_book)
    return Typed(text).first(
        (one.id, f"{one.number:03}/{one.year} · {format_date(local_date(one.returned_at))}")
        for one in uow.session.execute(asked.order_by(r.year.desc(), r.number.desc()))
    )


def _return_lines(uow: UnitOfWork, found: MedicineReturn, *, with_private: bool) -> tuple[ReturnLineRow, ...]:
    known, day = Known.read(uow), local_date(found.returned_at)
    asked = (
        sa.select(MedicineReturnLine, MedicineLot)
        .join(MedicineLot, MedicineLot.id == MedicineReturnLine.lot_id)
        .where(MedicineReturnLine.return_id == found.id)
        .order_by(MedicineReturnLine.id)
    )
    lines = []
    for line, lot in uow.session.execute(asked):
        if line.medicine_id in known and (with_private or not known.rows[line.medicine_id].flags.reveals_hiv):
            medicine = known.on(line.medicine_id, day)
            what = (medicine.name, medicine.drug_class, medicine.measure, lot.lot_no, lot.expires_on)
            lines.append(ReturnLineRow(*what, line.amount, line.look, line.reason))
    return tuple(lines)
