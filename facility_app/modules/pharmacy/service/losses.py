"""What was lost or mixed up of controlled medicines is reported within 48 hours (PL XI; TT 18/2026 Đ7.3)."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import REPORT_LOSS, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.workflows import LOSS_HOURS
from facility_app.modules.pharmacy.service.books import Books
from facility_app.modules.pharmacy.tables import LossReport, Medicine, MedicineLot, StockPlace
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

LOSS_TASK = "pharmacy.loss_report"


@dataclass(frozen=True, slots=True)
class ReportLoss:
    """Somebody found that medicine is missing or was mixed up; the ledger is settled by a count, not by this.

    Attributes:
        lot_id: None where the lot is not known.
        quantity: in the unit of the shelf.
    """

    medicine_id: str
    place_id: str
    quantity: Quantity
    cause: str = field(repr=False)
    lot_id: str | None = None
    found_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SendLossReport:
    """The report went out.

    Attributes:
        measure: what was done.
        number: of the report.
    """

    loss_id: str
    measure: str = field(repr=False)
    number: str
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A loss as kept."""

    medicine_id: str
    lot_id: str | None
    place_id: str
    amount: int
    found_at: datetime
    cause: str = field(repr=False)
    line_id: str | None = None


def report_loss(uow: UnitOfWork, command: ReportLoss) -> str:
    """Write a loss down; the report is due 48 hours after it was found.

    Returns:
        Its id.

    Raises:
        UserError: ``field_missing``, ``lot_of_another``, ``unit_mismatch``, ``amount_wrong``, ``time_in_future``,
            ``not_found``.
    """
    require(uow, REPORT_LOSS)
    books, faults = Books(uow), Faults()
    medicine, place = uow.get(Medicine, command.medicine_id), uow.get(StockPlace, command.place_id)
    at, cause = books.moment(faults, command.found_at), faults.note("cause", command.cause)
    if not cause:
        faults.add(
            "field_missing", "cause", label("errors", "Cần ghi vì sao mất, nhầm, theo những gì biết lúc này.")
        )
    if command.lot_id is not None and uow.get(MedicineLot, command.lot_id).medicine_id != medicine.id:
        faults.add("lot_of_another", "lot", label("errors", "Lô này của thuốc khác. Hãy chọn lại lô thuốc."))
    faults.refuse()
    amount = medicine.measure.of_stock(command.quantity)
    with uow.act("pharmacy.report_loss") as act:
        made = Losses(books).owe(Lost(medicine.id, command.lot_id, place.id, amount, at, cause or ""))
        act.about(made)
        return made.id


def send_loss_report(uow: UnitOfWork, command: SendLossReport) -> None:
    """Write down that the report went out; its task is done.

    Raises:
        UserError: ``field_missing``, ``already_reported``, ``time_in_future``, ``not_found``.
    """
    require(uow, SIGN_REPORTS)
    books, faults = Books(uow), Faults()
    report = uow.get(LossReport, command.loss_id)
    at = books.moment(faults, command.sent_at)
    number = faults.line("number", command.number, needed=label("errors", "Cần số của báo cáo đã gửi."))
    measure = faults.note("measure", command.measure)
    if not measure:
        faults.add("field_missing", "measure", label("errors", "Cần ghi biện pháp đã làm."))
    faults.refuse()
    if report.reported_at is not None:
        raise UserError(
            "already_reported", label("errors", "Báo cáo này đã gửi, không ghi lần thứ hai. Hãy mở lại danh sách.")
        )
    with uow.act("pharmacy.send_loss_report") as act:
        act.about(report)
        report.measure, report.reported_at, report.report_number = measure, at, number
        settle_tasks(uow, SettleTasks("loss_report", report.id, LOSS_TASK))


@dataclass(frozen=True, slots=True)
class Losses:
    """The losses of the books."""

    books: Books

    def owe(self, lost: Lost) -> LossReport:
        """The loss, and the task to report it; a verb is under way."""
        uow = self.books.uow
        made = uow.add(
            LossReport(
                medicine_id=lost.medicine_id,
                lot_id=lost.lot_id,
                place_id=lost.place_id,
                amount=lost.amount,
                found_at=lost.found_at,
                cause=lost.cause,
                line_id=lost.line_id,
            )
        )
        uow.session.flush()
        text = label("tasks", "Báo cáo thất thoát, nhầm lẫn thuốc phải kiểm soát đặc biệt (PL XI) trong 48 giờ")
        due = lost.found_at + LOSS_HOURS
        wanted = RaiseTask(
            LOSS_TASK, text, "loss_report", made.id, due, Role.HEAD, may_go_to=frozenset({Role.PHARMACIST})
        )
        raise_task(uow, wanted)
        return made
