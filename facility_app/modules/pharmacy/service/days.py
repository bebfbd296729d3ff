"""A day's pages of the book are signed by two people and closed; the year's report is sent (PL VIII, IX)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import SIGN_BOOK, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.reports import require_year_over
from facility_app.modules.pharmacy.domain.rights import BOOK_SIGNERS
from facility_app.modules.pharmacy.service.books import DAY, ENTRY, Books
from facility_app.modules.pharmacy.service.owing import SIGN_BOOK_TASK, YEARLY_TASK
from facility_app.modules.pharmacy.tables import SentReport, StockDay, StockPlace
from facility_app.modules.tasks.api import SettleTasks, settle_tasks


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The pages of one place are signed.

    Attributes:
        day: today when None.
        countersign: of the head of the department.
    """

    place_id: str
    countersign: Countersign | None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SendYearlyReport:
    """The report of a year went out under a number."""

    year: int
    number: str


def close_day(uow: UnitOfWork, command: CloseDay) -> tuple[str, ...]:
    """Sign and close the pages of a day at a place; what comes later stands on the pages of the next day.

    Returns:
        The ids of the pages, one a medicine.

    Raises:
        UserError: ``day_out_of_range``, ``nothing_to_sign``, ``not_found``; as ``require_countersign``.
    """
    require(uow, SIGN_BOOK)
    books, faults = Books(uow), Faults()
    place, day = uow.get(StockPlace, command.place_id), command.day or books.today
    faults.past_day("day", day, books.today)
    faults.refuse()
    uow.session.flush()
    pages = _open_pages(uow, place.id, day)
    if not pages:
        raise UserError(
            "nothing_to_sign",
            label("errors", "Ngày {day} ở {place} không có trang sổ nào chờ ký. Hãy chọn ngày khác."),
            day=format_date(day),
            place=place.name,
        )
    with uow.act("pharmacy.close_day") as act:
        act.about(place)
        second = books.second(act, command.countersign, is_needed=True, roles=BOOK_SIGNERS)
        number, mark = _chain_end(uow)
        made = [
            uow.add(
                StockDay(
                    place_id=place.id,
                    medicine_id=medicine_id,
                    booked_on=day,
                    **_sums(rows),
                    chain_no=number,
                    chain_hash=mark,
                    manager_id=uow.actor.user_id,
                    manager_name=books.officer(),
                    head_id=second.user_id,
                    head_name=second.name,
                )
            )
            for medicine_id, rows in pages.items()
        ]
        settle_tasks(uow, SettleTasks("stock_place", place.id, SIGN_BOOK_TASK, occasion=day.isoformat()))
        uow.session.flush()
        return tuple(one.id for one in made)


def send_yearly_report(uow: UnitOfWork, command: SendYearlyReport) -> int:
    """Write down that the report of a year went out; its tasks are done.

    Returns:
        How many tasks were open.

    Raises:
        UserError: ``field_missing``, ``year_not_over``, ``report_known``.
    """
    require(uow, SIGN_REPORTS)
    faults, today = Faults(), Books(uow).today
    number = faults.line("number", command.number, needed=label("errors", "Cần số của báo cáo đã gửi."))
    faults.refuse()
    require_year_over(command.year, today)
    if uow.session.scalar(sa.select(SentReport.id).filter_by(home=uow.home, year=command.year, number=number)):
        raise UserError(
            "report_known",
            label("errors", "Báo cáo năm {year} số {number} đã ghi là đã gửi. Báo cáo gửi lại thì ghi số mới."),
            fields={"number": label("errors", "Số này đã ghi")},
            year=str(command.year),
            number=number,
        )
    with uow.act("pharmacy.send_yearly_report", reason=number) as act:
        act.about(uow.add(SentReport(year=command.year, number=number, sent_at=uow.now)))
        done = [
            settle_tasks(
                uow, SettleTasks("facility_profile", uow.home, YEARLY_TASK, occasion=f"{command.year}{mark}")
            )
            for mark in "ab"
        ]
        return sum(done)


def _open_pages(uow: UnitOfWork, place_id: str, day: date) -> dict[str, list[tuple[int, int, int]]]:
    """Rows of the book of that day without a signed page, by medicine."""
    signed = sa.select(DAY.medicine_id).where(DAY.home == uow.home, DAY.place_id == place_id, DAY.booked_on == day)
    asked = (
        sa.select(ENTRY.medicine_id, ENTRY.book_no, ENTRY.amount, ENTRY.book_after)
        .where(ENTRY.home == uow.home, ENTRY.place_id == place_id, ENTRY.booked_on == day)
        .where(ENTRY.chain_no.is_not(None), ENTRY.medicine_id.not_in(signed))
        .order_by(ENTRY.medicine_id, ENTRY.book_no)
    )
    found: dict[str, list[tuple[int, int, int]]] = {}
    for medicine_id, *rest in uow.session.execute(asked):
        found.setdefault(medicine_id, []).append((rest[0], rest[1], rest[2]))
    return found


def _sums(rows: Sequence[tuple[int, int, int]]) -> dict[str, int]:
    first, last = rows[0], rows[-1]
    return {
        "opening": first[2] - first[1],
        "received": sum(amount for _, amount, _ in rows if amount > 0),
        "issued": -sum(amount for _, amount, _ in rows if amount < 0),
        "closing": last[2],
        "first_no": first[0],
        "last_no": last[0],
    }


def _chain_end(uow: UnitOfWork) -> tuple[int, str]:
    asked = sa.select(ENTRY.chain_no, ENTRY.chain_hash).where(ENTRY.home == uow.home, ENTRY.chain_no.is_not(None))
    number, mark = uow.session.execute(asked.order_by(ENTRY.chain_no.desc()).limit(1)).one()
    return number, mark
