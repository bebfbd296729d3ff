"""Requisitions, losses, destructions and counts as they are listed and printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.workflows import Asked, Destroying
from facility_app.modules.pharmacy.queries.catalogue import Known, MedicineRow, get_medicine, list_medicines
from facility_app.modules.pharmacy.queries.finding import Typed
from facility_app.modules.pharmacy.tables import (
    Destruction,
    DestructionLine,
    LossReport,
    MedicineLot,
    Requisition,
    RequisitionLine,
    StockCount,
    StockCountLine,
    StockEntry,
    StockPlace,
)

_MOST: Final = 100


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
    refusal: str = field(default="", repr=False)


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
    withdrawn_at: datetime | None = None
    withdrawn: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class DestructionRow:
    """A destruction and where it stands; each line is a medicine, a lot, and how much as the shelf counts."""

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
    allowed_name: str | None = field(default=None, repr=False)
    minutes_number: str | None = None
    withdrawn: str | None = field(default=None, repr=False)
    reported_at: datetime | None = None
    report_number: str | None = None
    witness_name: str | None = field(default=None, repr=False)
    amounts: tuple[str, ...] = ()


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
    """One requisition, classes as of the day it was asked for.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(Requisition, requisition_id)
    return _requisitions(uow, Requisition.id == found.id)[0]


def list_requisitions(uow: UnitOfWork, status: Asked | None = None) -> tuple[RequisitionRow, ...]:
    """Requisitions in one state, or the last hundred; the latest first."""
    require(uow, VIEW_STOCK)
    return _requisitions(uow, *(() if status is None else (Requisition.status == status,)), most=100)


def find_requisitions(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Requisitions by number, department and day, the latest first."""
    require(uow, VIEW_STOCK)
    r = Requisition
    asked = sa.select(r.id, r.number, r.year, r.department, r.asked_on)
    return Typed(text).first(
        (one.id, f"{one.number:03}/{one.year} · {one.department} · {format_date(one.asked_on)}")
        for one in uow.session.execute(asked.order_by(r.year.desc(), r.number.desc()))
    )


def get_loss(uow: UnitOfWork, loss_id: str) -> LossRow:
    """One loss, the class as of the day it was found.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(LossReport, loss_id)
    lot = None if found.lot_id is None else uow.get(MedicineLot, found.lot_id)
    return LossRow(
        found.id,
        get_medicine(uow, found.medicine_id, local_date(found.found_at)),
        "" if lot is None else lot.lot_no,
        uow.get(StockPlace, found.place_id).name,
        found.amount,
        found.found_at,
        found.cause,
        found.measure,
        found.reported_at,
        found.report_number,
        found.withdrawn_at,
        found.withdrawn,
    )


def list_losses(uow: UnitOfWork, *, only_open: bool = False) -> tuple[LossRow, ...]:
    """Losses of medicines the actor sees, the latest first: the last hundred, or all not reported yet."""
    require(uow, VIEW_STOCK)
    known, r = Known.read(uow), LossReport
    is_open = sa.and_(r.reported_at.is_(None), r.withdrawn_at.is_(None))
    asked = (
        sa.select(r, MedicineLot.lot_no, StockPlace.name)
        .join(StockPlace, StockPlace.id == r.place_id)
        .outerjoin(MedicineLot, MedicineLot.id == r.lot_id)
        .order_by(r.found_at.desc(), r.id)
    )
    asked = asked.where(is_open) if only_open else asked.limit(_MOST)
    return tuple(
        LossRow(
            one.id,
            known.on(one.medicine_id, local_date(one.found_at)),
            lot_no or "",
            place,
            one.amount,
            one.found_at,
            one.cause,
            one.measure,
            one.reported_at,
            one.report_number,
            one.withdrawn_at,
            one.withdrawn,
        )
        for one, lot_no, place in uow.session.execute(asked)
        if one.medicine_id in known
    )


def find_losses(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Losses by medicine and day, the latest first."""
    require(uow, VIEW_STOCK)
    known, r = Known.read(uow), LossReport
    asked = sa.select(r.id, r.medicine_id, r.found_at).order_by(r.found_at.desc(), r.id)
    return Typed(text).first(
        (one.id, f"{known.rows[one.medicine_id].name} · {format_date(local_date(one.found_at))}")
        for one in uow.session.execute(asked)
        if one.medicine_id in known
    )


def get_destruction(uow: UnitOfWork, destruction_id: str) -> DestructionRow:
    """One destruction; lots of medicines the actor does not see are left out.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(Destruction, destruction_id)
    return _destructions(uow, Destruction.id == found.id)[0]


def list_destructions(uow: UnitOfWork) -> tuple[DestructionRow, ...]:
    """The last hundred destructions, the latest first; one of nothing the actor sees is left out."""
    require(uow, VIEW_STOCK)
    return tuple(one for one in _destructions(uow, sa.true()) if one.lines)


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


def _destructions(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[DestructionRow, ...]:
    d, known = Destruction, Known.read(uow)
    asked = sa.select(d, StockPlace.name).join(StockPlace, StockPlace.id == d.place_id).where(wanted)
    found = uow.session.execute(asked.order_by(d.year.desc(), d.number.desc()).limit(_MOST)).all()
    of_these = (
        sa.select(DestructionLine, MedicineLot.lot_no, StockEntry.witness_name)
        .join(MedicineLot, MedicineLot.id == DestructionLine.lot_id)
        .outerjoin(StockEntry, StockEntry.id == DestructionLine.entry_id)
        .where(DestructionLine.destruction_id.in_([one.id for one, _ in found]))
        .order_by(DestructionLine.id)
    )
    lines: dict[str, list[tuple[DestructionLine, str, str | None]]] = {}
    for line, lot_no, witness in uow.session.execute(of_these):
        if line.medicine_id in known:
            lines.setdefault(line.destruction_id, []).append((line, lot_no, witness))
    return tuple(_destruction(one, place, lines.get(one.id, []), known) for one, place in found)


def _destruction(
    found: Destruction, place: str, lines: Sequence[tuple[DestructionLine, str, str | None]], known: Known
) -> DestructionRow:
    named = [(known.rows[line.medicine_id], lot_no, line.amount) for line, lot_no, _ in lines]
    return DestructionRow(
        found.id,
        f"{found.number:03}/{found.year}",
        place,
        found.status,
        found.asked_on,
        found.reason,
        found.method,
        found.permit,
        found.destroyed_at,
        tuple((found.council or "").splitlines()),
        found.authority,
        found.version,
        tuple((medicine.name, lot_no, amount) for medicine, lot_no, amount in named),
        found.allowed_name,
        found.minutes_number,
        found.withdrawn,
        found.reported_at,
        found.report_number,
        next((witness for *_, witness in lines if witness), None),
        tuple(medicine.measure.stock_text(amount) for medicine, _, amount in named),
    )


def _requisitions(uow: UnitOfWork, *wanted: sa.ColumnElement[bool], most: int = 1) -> tuple[RequisitionRow, ...]:
    from_place, to_place = aliased(StockPlace), aliased(StockPlace)
    asked = (
        sa.select(Requisition, from_place.name, to_place.name)
        .join(from_place, from_place.id == Requisition.from_place_id)
        .join(to_place, to_place.id == Requisition.to_place_id)
        .where(*wanted)
        .order_by(Requisition.year.desc(), Requisition.number.desc())
        .limit(most)
    )
    found = uow.session.execute(asked).all()
    known = Known.read(uow)
    lines: dict[str, list[RequisitionLine]] = {}
    of_these = sa.select(RequisitionLine).where(RequisitionLine.requisition_id.in_([one.id for one, *_ in found]))
    for line in uow.session.scalars(of_these.order_by(RequisitionLine.line_no)):
        if line.medicine_id in known:
            lines.setdefault(line.requisition_id, []).append(line)
    return tuple(
        RequisitionRow(
            one.id,
            f"{one.number:03}/{one.year}",
            one.department,
            from_name,
            to_name,
            one.status,
            one.asked_on,
            one.issued_at,
            one.asked_name,
            one.approved_name or "",
            one.issued_name or "",
            one.received_name or "",
            one.version,
            tuple(
                RequisitionLineRow(
                    known.on(line.medicine_id, one.asked_on), line.asked, line.issued, line.note or ""
                )
                for line in lines.get(one.id, ())
            ),
            one.refusal or "",
        )
        for one, from_name, to_name in found
    )
