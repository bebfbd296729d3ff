"""What was lost or mixed up; of medicines in the book it is reported in time (PL XI; TT 18/2026 Đ7.3)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.pharmacy.domain import REPORT_LOSS, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.law import LOSS_HOURS
from facility_app.modules.pharmacy.service.books import Books
from facility_app.modules.pharmacy.tables import (
    LossReport,
    Medicine,
    MedicineLot,
    StockCountLine,
    StockEntry,
    StockPlace,
)
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

LOSS_TASK = "pharmacy.loss_report"
_REPORT = label("tasks", "Báo cáo thất thoát, nhầm lẫn thuốc phải kiểm soát đặc biệt (PL XI) trong {hours} giờ")
_PUT_RIGHT = label(
    "tasks", "Báo lại nơi đã nhận báo cáo thất thoát (PL XI): dòng thiếu đã được điều chỉnh, không thất thoát"
)


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
    """Write a loss down; of a medicine in the book the report is due so many hours after it was found.

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
        UserError: ``field_missing``, ``already_reported``, ``loss_withdrawn``, ``time_in_future``,
            ``not_found``.
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
    if report.withdrawn_at is not None:
        raise UserError(
            "loss_withdrawn",
            label(
                "errors",
                "Báo cáo này đã rút: dòng kiểm đếm thiếu đã được điều chỉnh, không còn gì thất thoát. Hãy mở lại "
                "danh sách.",
            ),
        )
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
        """The loss, and of a medicine in the book the task to report it; a verb is under way."""
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
        if self.books.class_of(lost.medicine_id, local_date(lost.found_at)).is_in_book:
            self._task(made, lost.found_at, _REPORT)
        return made

    def withdraw(self, entry: StockEntry, reason: str | None) -> None:
        """A row that settled a shortage was taken back: its loss is none, and nothing is to be reported of it.

        A report already sent has to be put right with whoever got it: that is a task of its own.
        """
        uow = self.books.uow
        asked = (
            sa.select(LossReport)
            .join(StockCountLine, StockCountLine.id == LossReport.line_id)
            .where(StockCountLine.entry_id == entry.id, LossReport.withdrawn_at.is_(None))
        )
        for report in uow.session.scalars(asked).all():
            report.withdrawn_at, report.withdrawn = uow.now, reason
            uow.session.flush()
            settle_tasks(uow, SettleTasks("loss_report", report.id, LOSS_TASK, is_done=False))
            if report.reported_at is not None:
                self._task(report, uow.now, _PUT_RIGHT, "withdrawn")

    def _task(self, report: LossReport, since: datetime, text: Label, occasion: str = "") -> None:
        uow = self.books.uow
        hours = parameter(uow, LOSS_HOURS, on=local_date(since)).whole
        wanted = RaiseTask(
            LOSS_TASK,
            text,
            "loss_report",
            report.id,
            since + timedelta(hours=hours),
            Role.HEAD,
            {"hours": hours},
            occasion=occasion,
            may_go_to=frozenset({Role.PHARMACIST}),
        )
        raise_task(uow, wanted)
