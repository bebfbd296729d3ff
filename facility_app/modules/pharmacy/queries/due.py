"""Báo cáo dược: which papers of TT 18/2026/TT-BYT are owed today, and which are late."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.correspondence.api import list_papers_of_records
from facility_app.modules.pharmacy.domain import MAKE_PAPERS, READ_TAKEN, VIEW_STOCK
from facility_app.modules.pharmacy.domain.due import FORM_OF, DueKind, Urgency
from facility_app.modules.pharmacy.domain.law import DESTRUCTION_DAYS, LOSS_HOURS
from facility_app.modules.pharmacy.domain.workflows import Asked, Destroying
from facility_app.modules.pharmacy.queries.catalogue import Known
from facility_app.modules.pharmacy.queries.ledger import list_pages
from facility_app.modules.pharmacy.queries.papers import list_destructions, list_losses, list_requisitions
from facility_app.modules.pharmacy.queries.reports import get_yearly_report, list_sent_reports
from facility_app.modules.pharmacy.queries.returns import list_returns
from facility_app.modules.pharmacy.queries.slips import list_slips
from facility_app.modules.pharmacy.tables import Medicine, StockDay, StockEntry, StockPlace

_LOOK_BACK: Final = timedelta(days=60)
"""So long are papers asked for that are only printed and kept; older ones are found beside their records."""


_TABLE_OF: Final[dict[DueKind, str]] = {
    DueKind.PRINT_BOOK: "stock_day",
    DueKind.REQUISITION: "requisition",
    DueKind.SLIP: "stock_slip",
    DueKind.RETURN: "medicine_return",
}


@dataclass(frozen=True, slots=True)
class DueRow:
    """One paper owed.

    Attributes:
        record_id: what it is made of; place and day of a page still to sign.
        about: which one, in words without anybody's name.
        due_at: the last moment it is in time.
        version: of the record, for the verb that writes down that it was sent; 0 where it needs none.
    """

    kind: DueKind
    record_id: str
    about: str
    due_at: datetime
    urgency: Urgency
    version: int = 0

    @property
    def row_id(self) -> str:
        """Of the row: no two papers are of one record."""
        return f"{self.kind} {self.record_id}"

    @property
    def form_id(self) -> str:
        """Of the paper to print; empty for none."""
        return FORM_OF.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class _Clock:
    """Now, here."""

    now: datetime

    def row(self, kind: DueKind, record_id: str, about: str, due_at: datetime, version: int = 0) -> DueRow:
        today = local_date(self.now)
        urgency = Urgency.TODAY if local_date(due_at) == today else Urgency.SOON
        return DueRow(kind, record_id, about, due_at, Urgency.LATE if due_at < self.now else urgency, version)


def list_due(uow: UnitOfWork) -> tuple[DueRow, ...]:
    """What is owed, the most pressing first; papers to print only for whoever makes them."""
    require(uow, VIEW_STOCK)
    clock = _Clock(uow.now)
    found = [*_pages(uow, clock), *_years(uow, clock), *_losses(uow, clock), *_destructions(uow, clock)]
    if uow.actor.may(MAKE_PAPERS):
        found += _to_print(uow, [*_signed(uow, clock), *_requisitions(uow, clock), *_slips(uow, clock)])
        found += _to_print(uow, list(_returns(uow, clock)))
    return tuple(sorted(found, key=lambda row: (row.due_at, row.kind, row.record_id)))


def _end_of(day: date) -> datetime:
    """The last moment of a day here."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=LOCAL)


def _pages(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    days: dict[tuple[str, date], tuple[str, int]] = {}
    for page in list_pages(uow):
        place, count = days.get((page.place_id, page.booked_on), (page.place, 0))
        days[page.place_id, page.booked_on] = (place, count + 1)
    about = label("terms", "{place}, ngày {day}: {count} trang")
    for (place_id, day), (place, count) in days.items():
        text = about.format(place=place, day=format_date(day), count=count)
        yield clock.row(DueKind.SIGN_BOOK, f"{place_id} {day.isoformat()}", text, _end_of(day))


def _signed(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    d = StockDay
    asked = (
        sa.select(d.id, d.booked_on, StockPlace.name, Medicine.generic, Medicine.strength)
        .join(StockPlace, StockPlace.id == d.place_id)
        .join(Medicine, Medicine.id == d.medicine_id)
        .where(d.booked_on >= local_date(clock.now - _LOOK_BACK))
    )
    for one in uow.session.execute(asked):
        text = f"{one.generic} {one.strength} · {one.name} · {format_date(one.booked_on)}"
        yield clock.row(DueKind.PRINT_BOOK, one.id, text, _end_of(one.booked_on))


def _years(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    today = local_date(clock.now)
    sent = {one.year for one in list_sent_reports(uow)}
    # By medicine, so that the index of days is what is looked into.
    of_book = (
        sa.select(StockEntry.id)
        .where(StockEntry.medicine_id.in_(Known.read(uow).ever_in_book()), StockEntry.chain_no.is_not(None))
        .limit(1)
    )
    for year in (today.year - 1, today.year):
        report = get_yearly_report(uow, year)
        is_spoken_of = min(report.first_day, report.first_alarm) <= today
        if year in sent or not is_spoken_of:
            continue
        within = StockEntry.booked_on.between(date(year, 1, 1), date(year, 12, 31))
        if uow.session.scalar(of_book.where(within)) is not None:
            text = label("terms", "Năm {year} (PL IX)").format(year=str(year))
            yield clock.row(DueKind.YEAR, str(year), text, _end_of(report.last_day))


def _losses(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    for one in list_losses(uow, only_open=True):
        if one.medicine.drug_class.is_in_book:
            hours = parameter(uow, LOSS_HOURS, on=local_date(one.found_at)).whole
            amount = one.medicine.measure.stock_text(one.amount)
            text = f"{one.medicine.name}: {amount} · {one.place}"
            yield clock.row(DueKind.LOSS, one.loss_id, text, one.found_at + timedelta(hours=hours))


def _destructions(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    for one in list_destructions(uow):
        if one.status is Destroying.DONE and one.reported_at is None and one.destroyed_at is not None:
            day = local_date(one.destroyed_at)
            days = parameter(uow, DESTRUCTION_DAYS, on=day).whole
            text = label("terms", "Hủy thuốc số {number}").format(number=one.number)
            due = _end_of(day + timedelta(days=days))
            yield clock.row(DueKind.DESTRUCTION, one.destruction_id, text, due, one.version)


def _requisitions(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    for one in list_requisitions(uow, Asked.ISSUED):
        of_book = any(line.medicine.drug_class.is_in_book for line in one.lines)
        if of_book and one.issued_at is not None and one.issued_at >= clock.now - _LOOK_BACK:
            text = f"{one.number} · {one.department}"
            yield clock.row(DueKind.REQUISITION, one.requisition_id, text, _end_of(local_date(one.issued_at)))


def _slips(uow: UnitOfWork, clock: _Clock) -> Iterator[DueRow]:
    for one in list_slips(uow):
        if one.is_of_book and one.happened_at >= clock.now - _LOOK_BACK:
            text = f"{one.number} · {one.from_place} → {one.to_place}"
            yield clock.row(DueKind.SLIP, one.slip_id, text, _end_of(local_date(one.happened_at)))


def _returns(uow: UnitOfWork, clock: _Clock) -> Iterable[DueRow]:
    if not uow.actor.may(READ_TAKEN):
        return
    for one in list_returns(uow):
        if one.is_of_book and one.returned_at >= clock.now - _LOOK_BACK:
            day = local_date(one.returned_at)
            yield clock.row(DueKind.RETURN, one.return_id, f"{one.number} · {format_date(day)}", _end_of(day))


def _to_print(uow: UnitOfWork, rows: Sequence[DueRow]) -> list[DueRow]:
    """Those whose paper nobody issued."""
    open_rows: list[DueRow] = []
    for kind, table in _TABLE_OF.items():
        mine = [one for one in rows if one.kind is kind]
        if mine:
            made = list_papers_of_records(uow, table, [one.record_id for one in mine], FORM_OF[kind])
            open_rows += [one for one in mine if one.record_id not in made]
    return open_rows
