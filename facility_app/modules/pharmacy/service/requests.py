"""Phiếu lĩnh PL XII (TT 18/2026/TT-BYT Đ5.3): who asks, who approves and who issues are three people.

Whoever receives is neither of the last two; they may be the one who asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import APPROVE_ISSUE, ASK_MEDICINES, KEEP_STORE
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.ledger import too_little
from facility_app.modules.pharmacy.domain.rights import RECEIVERS
from facility_app.modules.pharmacy.domain.shelf import first_expired_first_out
from facility_app.modules.pharmacy.domain.workflows import REQUISITION, Asked, require_other_person
from facility_app.modules.pharmacy.queries.shelf import lots_at
from facility_app.modules.pharmacy.service.books import Books
from facility_app.modules.pharmacy.service.slips import Carried, Moved, Slips
from facility_app.modules.pharmacy.tables import Medicine, MedicineLot, Requisition, RequisitionLine, StockPlace

_FOUR = label("errors", "Phiếu lĩnh thuốc (PL XII)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One medicine asked for, in the unit of the shelf."""

    medicine_id: str
    quantity: Quantity
    note: str = ""


@dataclass(frozen=True, slots=True)
class AskRequisition:
    """A department asks for medicines from one place for another."""

    department: str
    from_place_id: str
    to_place_id: str
    lines: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class DecideRequisition:
    """The head of the issuing department agrees, or does not; ``reason`` then says why."""

    requisition_id: str
    version: int
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class IssueRequisition:
    """What was approved is handed over.

    Attributes:
        issued: medicine → what is really issued, in the unit of the shelf; a medicine not named: all of it.
        countersign: of whoever receives it.
    """

    requisition_id: str
    version: int
    countersign: Countersign | None
    issued: Mapping[str, Quantity] = field(default_factory=dict)


def ask_requisition(uow: UnitOfWork, command: AskRequisition) -> str:
    """Ask for medicines.

    Returns:
        The id of the requisition.

    Raises:
        UserError: ``no_items``, ``asked_twice``, ``field_missing``, ``unit_mismatch``, ``amount_wrong``,
            ``not_found``.
    """
    require(uow, ASK_MEDICINES)
    books, faults = Books(uow), Faults()
    needed = label("errors", "Cần tên khoa, phòng lĩnh thuốc.")
    department = faults.line("department", command.department, needed=needed)
    notes = [faults.line("note", one.note) for one in command.lines]
    faults.refuse()
    amounts = _amounts(uow, command.lines)
    places = (uow.get(StockPlace, command.from_place_id).id, uow.get(StockPlace, command.to_place_id).id)
    with uow.act("pharmacy.ask_requisition") as act:
        made = uow.add(
            Requisition(
                year=books.today.year,
                number=books.next_number(Requisition, year=books.today.year),
                department=department,
                from_place_id=places[0],
                to_place_id=places[1],
                status=Asked.ASKED,
                asked_on=books.today,
                asked_by=uow.actor.user_id,
                asked_name=books.officer(),
            )
        )
        act.about(made)
        uow.session.flush()
        for line_no, ((medicine_id, amount), note) in enumerate(zip(amounts.items(), notes, strict=True), 1):
            uow.add(
                RequisitionLine(
                    requisition_id=made.id, line_no=line_no, medicine_id=medicine_id, asked=amount, note=note
                )
            )
        uow.session.flush()
        return made.id


def approve_requisition(uow: UnitOfWork, command: DecideRequisition) -> int:
    """Agree to a requisition; whoever asked does not.

    Returns:
        Its version.

    Raises:
        UserError: ``not_found``, ``same_person_twice``, ``step_not_allowed``.
        ConflictError: ``record_changed``.
    """
    require(uow, APPROVE_ISSUE)
    found = uow.get(Requisition, command.requisition_id, version=command.version)
    status = REQUISITION.next_state(found.status, "pharmacy.approve_requisition")
    require_other_person(found.asked_by, uow.actor.user_id, _FOUR)
    name = Books(uow).officer()
    with uow.act("pharmacy.approve_requisition") as act:
        act.about(found)
        found.status, found.approved_by, found.approved_name = status, uow.actor.user_id, name
        uow.session.flush()
        return found.version


def refuse_requisition(uow: UnitOfWork, command: DecideRequisition) -> None:
    """Do not agree to a requisition, or take the agreement back before anything was issued.

    Raises:
        UserError: ``not_found``, ``reason_missing``, ``step_not_allowed``.
        ConflictError: ``record_changed``.
    """
    require(uow, APPROVE_ISSUE)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    found = uow.get(Requisition, command.requisition_id, version=command.version)
    status = REQUISITION.next_state(found.status, "pharmacy.refuse_requisition")
    with uow.act("pharmacy.refuse_requisition", reason=command.reason) as act:
        act.about(found)
        found.status, found.refusal = status, reason


def issue_requisition(uow: UnitOfWork, command: IssueRequisition) -> Moved:
    """Hand over what was approved, the lots that expire first at first; the receiver agrees in the same moment.

    Raises:
        UserError: ``not_found``, ``step_not_allowed``, ``same_person_twice``, ``more_than_asked``, ``no_items``,
            ``same_place``, ``in_quarantine``, ``stock_too_small``, ``place_not_allowed``, ``unit_mismatch``,
            ``amount_wrong``; as ``require_countersign``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_STORE)
    found = uow.get(Requisition, command.requisition_id, version=command.version)
    status = REQUISITION.next_state(found.status, "pharmacy.issue_requisition")
    for signed in (found.asked_by, found.approved_by):
        require_other_person(signed or "", uow.actor.user_id, _FOUR)
    books = Books(uow)
    from_place, to_place = uow.get(StockPlace, found.from_place_id), uow.get(StockPlace, found.to_place_id)
    asked = sa.select(RequisitionLine).where(RequisitionLine.requisition_id == found.id)
    lines = list(uow.session.scalars(asked.order_by(RequisitionLine.line_no)))
    parts: list[tuple[MedicineLot, int]] = []
    name = books.officer()
    with uow.act("pharmacy.issue_requisition") as act:
        second = books.second(act, command.countersign, is_needed=True, roles=RECEIVERS)
        require_other_person(found.approved_by or "", second.user_id or "", _FOUR)
        for line in lines:
            amount = _issued(uow, line, command.issued)
            parts += _lots(books, line.medicine_id, from_place, amount)
            line.issued = amount
        if not parts:
            raise UserError("no_items", label("errors", "Chưa ghi số lượng nào. Hãy ghi ít nhất một ô."))
        moved = Slips(books).carry(
            act, Carried(from_place, to_place, tuple(parts), uow.now, second, requisition_id=found.id)
        )
        act.about(found)
        found.status = status
        # The name was read before: a question between two changes would save the record twice.
        found.issued_by, found.issued_name = uow.actor.user_id, name
        found.received_by, found.received_name = second.user_id, second.name
        found.issued_at = uow.now
        uow.session.flush()
        return moved


def _amounts(uow: UnitOfWork, lines: tuple[Wanted, ...]) -> dict[str, int]:
    if not lines:
        raise UserError("no_items", label("errors", "Chưa ghi số lượng nào. Hãy ghi ít nhất một ô."))
    found: dict[str, int] = {}
    for one in lines:
        medicine = uow.get(Medicine, one.medicine_id)
        if medicine.id in found:
            raise UserError(
                "asked_twice",
                label("errors", "{name} được ghi hai dòng trong một phiếu. Hãy cộng lại thành một dòng."),
                name=medicine.full_name,
            )
        found[medicine.id] = medicine.measure.of_stock(one.quantity)
    return found


def _issued(uow: UnitOfWork, line: RequisitionLine, issued: Mapping[str, Quantity]) -> int:
    said = issued.get(line.medicine_id)
    if said is None:
        return line.asked
    medicine = uow.get(Medicine, line.medicine_id)
    amount = medicine.measure.of_stock(said, may_be_zero=True)
    if amount > line.asked:
        raise UserError(
            "more_than_asked",
            label("errors", "{name}: phát {issued}, nhiều hơn phiếu lĩnh {asked}. Hãy giảm, hoặc lập phiếu mới."),
            name=medicine.full_name,
            issued=medicine.measure.stock_text(amount),
            asked=medicine.measure.stock_text(line.asked),
        )
    return amount


def _lots(books: Books, medicine_id: str, place: StockPlace, amount: int) -> list[tuple[MedicineLot, int]]:
    if not amount:
        return []
    there = lots_at(books.uow, place.id, medicine_id)
    portions = first_expired_first_out(there, amount, books.today)
    if not portions:
        medicine = books.uow.get(Medicine, medicine_id)
        left = sum(one.left for one in there if one.expires_on >= books.today)
        raise too_little(medicine.full_name, place.name, medicine.measure, left, amount)
    return [(books.uow.get(MedicineLot, one.lot_id), one.amount) for one in portions]
