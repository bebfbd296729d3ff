"""A month of the ledger is counted and closed; from then on its days take nothing more."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import CLOSE_MONTHS
from facility_app.modules.deposits.queries.months import preview_month
from facility_app.modules.deposits.service.books import Books
from facility_app.modules.deposits.tables import DepositMonth


@dataclass(frozen=True, slots=True)
class CloseMonth:
    """The safe was counted.

    Attributes:
        first_on: first day of the month.
        counted: what lay in the safe for the people.
        difference_note: why that is another sum than the ledger's; needed when it is.
    """

    first_on: date
    counted: Money
    difference_note: str = field(default="", repr=False)
    officer_name: str = field(default="", repr=False)


def close_month(uow: UnitOfWork, command: CloseMonth) -> str:
    """Close the next month; its rows are summed once more, and stay as they are.

    Returns:
        Id of the closed month.

    Raises:
        UserError: ``month_not_next``, ``month_not_over``, ``difference_unexplained``, ``field_missing``,
            ``no_month_to_close``.
    """
    require(uow, CLOSE_MONTHS)
    books, faults = Books(uow), Faults()
    seen = preview_month(uow)
    if seen is None:
        raise UserError(
            "no_month_to_close", label("errors", "Sổ lưu ký chưa có dòng nào nên chưa có tháng để khóa.")
        )
    if command.first_on != seen.first_on:
        raise UserError(
            "month_not_next",
            label("errors", "Phải khóa lần lượt từng tháng: tháng tiếp theo bắt đầu ngày {day}."),
            day=format_date(seen.first_on),
        )
    if books.today <= seen.last_on:
        raise UserError(
            "month_not_over",
            label("errors", "Tháng này đến hết ngày {day} mới xong. Hãy khóa sổ từ ngày hôm sau."),
            day=format_date(seen.last_on),
        )
    note = faults.line("difference_note", command.difference_note)
    if command.counted != seen.closing and note is None:
        faults.add(
            "difference_unexplained",
            "difference_note",
            label("errors", "Tiền đếm được khác số dư của sổ: hãy ghi vì sao và xử lý thế nào."),
        )
    officer = faults.line(
        "officer_name",
        command.officer_name or books.officer(),
        needed=label("errors", "Cần họ tên cán bộ nhận hoặc giao."),
    )
    faults.refuse()
    with uow.act("deposits.close_month") as act:
        made = uow.add(
            DepositMonth(
                first_on=seen.first_on,
                last_on=seen.last_on,
                opening_vnd=seen.opening,
                received_vnd=seen.received,
                paid_vnd=seen.paid,
                closing_vnd=seen.closing,
                counted_vnd=command.counted,
                difference_note=note if command.counted != seen.closing else None,
                entry_count=seen.entries,
                people_count=seen.people,
                officer_name=officer,
            )
        )
        act.about(made)
        uow.session.flush()
        return made.id
