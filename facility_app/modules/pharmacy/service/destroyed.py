"""What was destroyed is reported, and the task of it is done (TT 18/2026/TT-BYT Đ5.4)."""

from dataclasses import dataclass
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import SIGN_REPORTS
from facility_app.modules.pharmacy.domain.workflows import Destroying
from facility_app.modules.pharmacy.service.books import Books
from facility_app.modules.pharmacy.service.owing import DESTRUCTION_TASK
from facility_app.modules.pharmacy.tables import Destruction
from facility_app.modules.tasks.api import SettleTasks, settle_tasks


@dataclass(frozen=True, slots=True)
class SendDestructionReport:
    """The report of a destruction went out under a number.

    Attributes:
        sent_at: now when nothing is said.
    """

    destruction_id: str
    version: int
    number: str
    sent_at: datetime | None = None


def send_destruction_report(uow: UnitOfWork, command: SendDestructionReport) -> None:
    """Write down that the report of a destruction went out; its task is done.

    Raises:
        UserError: ``not_found``, ``field_missing``, ``not_destroyed``, ``already_reported``, ``time_in_future``.
        ConflictError: ``record_changed``.
    """
    require(uow, SIGN_REPORTS)
    books, faults = Books(uow), Faults()
    at = books.moment(faults, command.sent_at)
    number = faults.line("number", command.number, needed=label("errors", "Cần số của báo cáo đã gửi."))
    faults.refuse()
    found = uow.get(Destruction, command.destruction_id, version=command.version)
    if found.status is not Destroying.DONE:
        raise UserError(
            "not_destroyed",
            label("errors", "Thuốc này chưa hủy nên chưa có gì để báo cáo. Hãy lập biên bản hủy trước."),
        )
    if found.reported_at is not None:
        raise UserError(
            "already_reported", label("errors", "Báo cáo này đã gửi, không ghi lần thứ hai. Hãy mở lại danh sách.")
        )
    with uow.act("pharmacy.send_destruction_report") as act:
        act.about(found)
        found.reported_at, found.report_number = at, number
        uow.session.flush()
        settle_tasks(uow, SettleTasks("destruction", found.id, DESTRUCTION_TASK))
