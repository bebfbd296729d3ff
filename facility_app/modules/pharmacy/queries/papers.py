"""Requisitions, losses, returns, destructions and counts as they are listed and printed."""

from dataclasses import dataclass, field
from datetime import date, datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.pharmacy.domain import SEE_PRIVATE, VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.workflows import Asked, Destroying
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, get_medicine, list_medicines
from facility_app.modules.pharmacy.tables import (
    Destruction,
    DestructionLine,
    LossReport,
    MedicineLot,
    MedicineReturn,
    MedicineReturnLine,
    Requisition,
    RequisitionLine,
    StockCount,
    StockCountLine,
    StockPlace,
)


@dataclass(frozen=True, slots=True)
class RequisitionRow:
    """A requisition with its lines; names are empty until somebody signed there."""

    requisition_id: str
    number: str
    department: str
    from_place: str
    to_place: str
    status: Asked
    asked_on: date
    issued_at: datetime | None
    asked_name: str = field(repr=False)
    approved_name: str = field(repr=False)
    issued_name: str = field(repr=False)
    received_name: str = field(repr=False)
    version: int
    lines: tuple["RequisitionLineRow", ...] = ()


@dataclass(frozen=True, slots=True)
class RequisitionLineRow:
    """One medicine asked for; ``issued`` is None until something was."""

    medicine: MedicineRow
    asked: int
    issued: int | None
    note: str


@dataclass(frozen=True, slots=True)
class LossRow:
    """A loss."""

    loss_id: str
    medicine: MedicineRow
    lot_no: str
    place: str
    amount: int
    found_at: datetime
    cause: str = field(repr=False)
    measure: str | None = field(repr=False)
    reported_at: datetime | None
    report_number: str | None


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


@dataclass(frozen=True, slots=True)
class DestructionRow:
    """A destruction and where it stands."""

    destruction_id: str
    number: str
    place: str
    status: Destroying
    asked_on: date
    reason: str
    method: str
    permit: str | None
    destroyed_at: datetime | None
    council: tuple[str, ...] = field(repr=False)
    authority: str | None = field(repr=False)
    version: int
    lines: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CountLineRow:
    """One lot of a count, and what became of its difference."""

    line_id: str
    medicine: MedicineRow
    lot_no: str
    counted: int
    expected: int
    story: str | None = field(repr=False)
    is_settled: bool

    @property
    def difference(self) -> int:
        """What is there more than the book says."""
        return self.counted - self.expected


def get_requisition(uow: UnitOfWork, requisition_id: str) -> RequisitionRow:
    """One requisition.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(Requisition, requisition_id)
    medicines = {one.medicine_id: one for one in list_medicines(uow)}
    asked = sa.select(RequisitionLine).where(RequisitionLine.requisition_id == found.id)
    lines = tuple(
        RequisitionLineRow(medicines[one.medicine_id], one.asked, one.issued, one.note or "")
        for one in uow.session.scalars(asked.order_by(RequisitionLine.place))
        if one.medicine_id in medicines
    )
    return RequisitionRow(
        found.id,
        f"{found.number:03}/{found.year}",
        found.department,
        uow.get(StockPlace, found.from_place_id).name,
        uow.get(StockPlace, found.to_place_id).name,
        found.status,
        found.asked_on,
        found.issued_at,
        found.asked_name,
        found.approved_name or "",
        found.issued_name or "",
        found.received_name or "",
        found.version,
        lines,
    )


def list_requisitions(uow: UnitOfWork, status: Asked | None = None) -> tuple[RequisitionRow, ...]:
    """Requisitions in one state, or the last hundred; the latest first."""
    require(uow, VIEW_STOCK)
    asked = sa.select(Requisition.id).order_by(Requisition.year.desc(), Requisition.number.desc()).limit(100)
    if status is not None:
        asked = asked.where(Requisition.status == status)
    return tuple(get_requisition(uow, one) for one in uow.session.scalars(asked).all())


def find_requisitions(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Requisitions by number or department."""
    require(uow, VIEW_STOCK)
    rows = [
        (one.requisition_id, f"{one.number} · {one.department} · {one.asked_on:%d/%m/%Y}")
        for one in list_requisitions(uow)
    ]
    return tuple(row for row in rows if text.strip() in row[1])[:20]


def get_loss(uow: UnitOfWork, loss_id: str) -> LossRow:
    """One loss.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(LossReport, loss_id)
    lot = None if found.lot_id is None else uow.get(MedicineLot, found.lot_id)
    return LossRow(
        found.id,
        get_medicine(uow, found.medicine_id),
        "" if lot is None else lot.lot_no,
        uow.get(StockPlace, found.place_id).name,
        found.amount,
        found.found_at,
        found.cause,
        found.measure,
        found.reported_at,
        found.report_number,
    )


def find_losses(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Losses by medicine, the latest first."""
    require(uow, VIEW_STOCK)
    seen = {one.medicine_id: one.name for one in list_medicines(uow, text)}
    asked = sa.select(LossReport).where(LossReport.medicine_id.in_(seen)).order_by(LossReport.found_at.desc())
    return tuple(
        (one.id, f"{seen[one.medicine_id]} · {one.found_at:%d/%m/%Y}")
        for one in uow.session.scalars(asked.limit(20))
    )


def get_return(uow: UnitOfWork, return_id: str) -> ReturnRow:
    """Minutes of one return.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: what was given back may tell of HIV, and the actor may not know.
    """
    require(uow, SEE_PRIVATE)
    found = uow.get(MedicineReturn, return_id)
    asked = (
        sa.select(MedicineReturnLine, MedicineLot)
        .join(MedicineLot, MedicineLot.id == MedicineReturnLine.lot_id)
        .where(MedicineReturnLine.return_id == found.id)
        .order_by(MedicineReturnLine.id)
    )
    lines = []
    for line, lot in uow.session.execute(asked):
        medicine = get_medicine(uow, line.medicine_id)
        what = (medicine.name, medicine.drug_class, medicine.measure, lot.lot_no, lot.expires_on)
        lines.append(ReturnLineRow(*what, line.amount, line.look, line.reason))
    return ReturnRow(
        found.id,
        found.resident_id,
        f"{found.number:03}/{found.year}",
        found.returned_at,
        found.happened_where,
        found.giver_name,
        found.giver_paper,
        found.is_representative,
        found.receiver_name,
        tuple(lines),
    )


def find_returns(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Minutes of returns by number, the latest first."""
    require(uow, SEE_PRIVATE)
    asked = sa.select(MedicineReturn).order_by(MedicineReturn.year.desc(), MedicineReturn.number.desc())
    rows = [
        (one.id, f"{one.number:03}/{one.year} · {one.returned_at:%d/%m/%Y}")
        for one in uow.session.scalars(asked.limit(200))
    ]
    return tuple(row for row in rows if text.strip() in row[1])[:20]


def get_destruction(uow: UnitOfWork, destruction_id: str) -> DestructionRow:
    """One destruction; lots of medicines the actor does not see are left out.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(Destruction, destruction_id)
    medicines = {one.medicine_id: one for one in list_medicines(uow)}
    asked = (
        sa.select(DestructionLine, MedicineLot)
        .join(MedicineLot, MedicineLot.id == DestructionLine.lot_id)
        .where(DestructionLine.destruction_id == found.id)
        .order_by(DestructionLine.id)
    )
    lines = tuple(
        (medicines[line.medicine_id].name, lot.lot_no, line.amount)
        for line, lot in uow.session.execute(asked)
        if line.medicine_id in medicines
    )
    return DestructionRow(
        found.id,
        f"{found.number:03}/{found.year}",
        uow.get(StockPlace, found.place_id).name,
        found.status,
        found.asked_on,
        found.reason,
        found.method,
        found.permit,
        found.destroyed_at,
        tuple((found.council or "").splitlines()),
        found.authority,
        found.version,
        lines,
    )


def list_count_lines(uow: UnitOfWork, count_id: str) -> tuple[CountLineRow, ...]:
    """What one count found beside what the book said, differences first.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    count = uow.get(StockCount, count_id)
    medicines = {one.medicine_id: one for one in list_medicines(uow)}
    asked = (
        sa.select(StockCountLine, MedicineLot.lot_no)
        .join(MedicineLot, MedicineLot.id == StockCountLine.lot_id)
        .where(StockCountLine.count_id == count.id)
    )
    rows = [
        CountLineRow(
            line.id,
            medicines[line.medicine_id],
            lot_no,
            line.counted,
            line.expected,
            line.story,
            line.entry_id is not None,
        )
        for line, lot_no in uow.session.execute(asked)
        if line.medicine_id in medicines
    ]
    return tuple(sorted(rows, key=lambda row: (not row.difference, row.medicine.name, row.lot_no)))
