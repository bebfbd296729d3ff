"""The book: rows of one medicine at one place, pages signed and still open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.names import fold
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.queries.catalogue import Known, MedicineRow, get_medicine
from facility_app.modules.pharmacy.queries.finding import Typed
from facility_app.modules.pharmacy.tables import (
    Medicine,
    MedicineLot,
    StockDay,
    StockEntry,
    StockPlace,
    StockSlip,
)
from facility_app.modules.pharmacy.tables.dose_waste import waste_of_dose

_TELLING: Final = frozenset({EntryKind.GIVEN, EntryKind.GIVEN_BACK, EntryKind.HANDED_IN, EntryKind.CORRECTION})
"""Rows made when somebody took a medicine or gave it back."""
_MOST_PAGES: Final = 200
_MOST_PAIRS: Final = 300
"""More pages than that are looked for one by one: each is two values of the statement."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of the ledger; amounts in thousandths of the dose unit.

    Attributes:
        happened_at: None for what somebody took or gave back of a medicine that reveals HIV: by the minute one
            would find whose it was among doses and minutes of the same minute.
        other: the place it came from or went to, or who outside; empty for neither.
        number: of its slip or paper.
        is_cancelled: whether a counter-row took it back.
        is_waste_of_dose: whether what broke was a dose, or the rest of a piece opened for one.
    """

    entry_id: str
    kind: EntryKind
    happened_at: datetime | None
    booked_on: date
    amount: int
    shelf_after: int
    book_no: int
    book_after: int
    lot_id: str
    lot_no: str
    expires_on: date
    place: str
    other: str = field(repr=False)
    number: str
    officer_name: str = field(repr=False)
    witness_name: str | None = field(repr=False)
    reason: str | None = field(repr=False)
    chain_no: int | None
    is_cancelled: bool
    is_waste_of_dose: bool

    @property
    def tells_of_somebody(self) -> bool:
        """Whether it was made when somebody took a medicine or gave it back."""
        return self.is_waste_of_dose or self.kind in _TELLING


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page of the book: a medicine at a place on a day.

    Attributes:
        day_id: of the signed page; empty while it is open.
    """

    day_id: str
    place_id: str
    place: str
    medicine_id: str
    name: str
    booked_on: date
    manager_name: str = field(repr=False)
    head_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignedPage:
    """A signed page with its rows.

    Attributes:
        chain_no, chain_hash: where the chain ended when it was signed.
    """

    row: PageRow
    medicine: MedicineRow
    opening: int
    received: int
    issued: int
    closing: int
    chain_no: int
    chain_hash: str
    entries: tuple[EntryRow, ...]


def list_entries(
    uow: UnitOfWork, place_id: str, medicine_id: str, from_on: date | None = None, to_on: date | None = None
) -> tuple[EntryRow, ...]:
    """Rows of one medicine at one place in the order of the book.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    is_private = get_medicine(uow, medicine_id).flags.reveals_hiv
    asked = _entries().where(StockEntry.place_id == place_id, StockEntry.medicine_id == medicine_id)
    if from_on is not None:
        asked = asked.where(StockEntry.booked_on >= from_on)
    if to_on is not None:
        asked = asked.where(StockEntry.booked_on <= to_on)
    rows = [_entry(*row) for row in uow.session.execute(asked.order_by(StockEntry.book_no))]
    return tuple(_without_moment(one) if is_private and one.tells_of_somebody else one for one in rows)


def list_pages(uow: UnitOfWork, day: date | None = None) -> tuple[PageRow, ...]:
    """Pages of a day, or all that are still open; the oldest first."""
    require(uow, VIEW_STOCK)
    return _pages(uow, Known.read(uow), day)


@dataclass(frozen=True, slots=True)
class BookRow:
    """One book: a medicine at a place.

    Attributes:
        left: what the last row says, in thousandths of the dose unit.
        last_on: the page of the last row.
        open_pages: pages nobody signed yet; ``open_from`` the oldest of them.
    """

    place_id: str
    place: str
    medicine: MedicineRow
    left: int
    last_on: date
    open_pages: int
    open_from: date | None

    @property
    def book_id(self) -> str:
        """Both ids, as one."""
        return f"{self.place_id} {self.medicine.medicine_id}"


def list_books(uow: UnitOfWork) -> tuple[BookRow, ...]:
    """Every book with its balance: those with a page to sign first, then by place and name."""
    require(uow, VIEW_STOCK)
    known = Known.read(uow)
    open_pages = _pages(uow, known, None)
    left, last_on = _last(uow.home, StockEntry.book_after), _last(uow.home, StockEntry.booked_on)
    asked = sa.select(StockPlace.id, StockPlace.name, Medicine.id, left, last_on).where(
        StockPlace.home == Medicine.home, StockPlace.home == uow.home, Medicine.id.in_(known.ever_in_book())
    )
    days: dict[tuple[str, str], list[date]] = {}
    for page in open_pages:
        days.setdefault((page.place_id, page.medicine_id), []).append(page.booked_on)
    rows = []
    for place_id, place, medicine_id, balance, day in uow.session.execute(asked):
        if day is not None and medicine_id in known:
            mine = days.get((place_id, medicine_id), [])
            first = min(mine, default=None)
            rows.append(BookRow(place_id, place, known.rows[medicine_id], balance, day, len(mine), first))
    return tuple(sorted(rows, key=lambda row: (not row.open_pages, row.place, fold(row.medicine.name))))


def list_pages_of_book(uow: UnitOfWork, place_id: str, medicine_id: str) -> tuple[PageRow, ...]:
    """The last two hundred pages of one book, signed and open, the latest first.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    name = get_medicine(uow, medicine_id).name
    d = StockDay
    asked = (
        sa.select(d.id, StockPlace.name, d.booked_on, d.manager_name, d.head_name)
        .join(StockPlace, StockPlace.id == d.place_id)
        .where(d.place_id == place_id, d.medicine_id == medicine_id)
        .order_by(d.booked_on.desc())
        .limit(_MOST_PAGES)
    )
    signed = [
        PageRow(day_id, place_id, place, medicine_id, name, booked_on, manager, head)
        for day_id, place, booked_on, manager, head in uow.session.execute(asked)
    ]
    found = _pages(uow, Known.read(uow), None, medicine_id)
    open_pages = [one for one in found if (one.place_id, one.medicine_id) == (place_id, medicine_id)]
    return tuple(sorted((*open_pages, *signed), key=lambda row: row.booked_on, reverse=True))


@dataclass(frozen=True, slots=True)
class PageOfRow:
    """Which page a row of the ledger stands on; empty ids where no such row is known."""

    place_id: str = ""
    medicine_id: str = ""
    booked_on: date | None = None


def find_page_of_row(uow: UnitOfWork, entry_id: str) -> PageOfRow:
    """The book and the day of a row of the ledger."""
    require(uow, VIEW_STOCK)
    found = uow.session.get(StockEntry, entry_id)
    return PageOfRow() if found is None else PageOfRow(found.place_id, found.medicine_id, found.booked_on)


def find_pages(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Signed pages by day, place or medicine, the latest first."""
    require(uow, VIEW_STOCK)
    known = Known.read(uow)
    asked = (
        sa.select(StockDay.id, StockDay.booked_on, StockDay.medicine_id, StockPlace.name)
        .join(StockPlace, StockPlace.id == StockDay.place_id)
        .order_by(StockDay.booked_on.desc(), StockDay.id)
    )
    return Typed(text).first(
        (one.id, f"{format_date(one.booked_on)} · {known.rows[one.medicine_id].name} · {one.name}")
        for one in uow.session.execute(asked)
        if one.medicine_id in known
    )


def get_page(uow: UnitOfWork, day_id: str) -> SignedPage:
    """One signed page.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    day = uow.get(StockDay, day_id)
    medicine, place = get_medicine(uow, day.medicine_id, day.booked_on), uow.get(StockPlace, day.place_id)
    row = PageRow(
        day.id,
        place.id,
        place.name,
        medicine.medicine_id,
        medicine.name,
        day.booked_on,
        day.manager_name,
        day.head_name,
    )
    entries = list_entries(uow, place.id, medicine.medicine_id, day.booked_on, day.booked_on)
    sums = (day.opening, day.received, day.issued, day.closing)
    return SignedPage(row, medicine, *sums, day.chain_no, day.chain_hash, entries)


def _pages(uow: UnitOfWork, known: Known, day: date | None, medicine_id: str | None = None) -> tuple[PageRow, ...]:
    """Pages of a day, or all that are open; of one medicine, or of all."""
    names = {one.medicine_id: one.name for one in known.rows.values()}
    e, d = StockEntry, StockDay
    signed = sa.and_(d.place_id == e.place_id, d.medicine_id == e.medicine_id, d.booked_on == e.booked_on)
    asked = (
        sa.select(e.place_id, StockPlace.name, e.medicine_id, e.booked_on, d.id, d.manager_name, d.head_name)
        .join(StockPlace, StockPlace.id == e.place_id)
        .outerjoin(d, signed)
        .where(e.chain_no.is_not(None), d.id.is_(None) if day is None else e.booked_on == day)
        .distinct()
    )
    if day is None:
        ids = known.ever_in_book() if medicine_id is None else (medicine_id,)
        asked = asked.where(_not_all_signed(uow, ids))
    rows = [
        PageRow(one.id or "", one.place_id, one.name, one.medicine_id, names[one.medicine_id], one.booked_on,
                one.manager_name or "", one.head_name or "")
        for one in uow.session.execute(asked)
        if one.medicine_id in names
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.booked_on, row.place, row.name)))


def _last(home: str, column: sa.orm.InstrumentedAttribute[Any]) -> sa.ScalarSelect[Any]:
    """A column of the last row of a medicine at a place; one look at the index for each pair."""
    e = StockEntry
    asked = sa.select(column).where(e.home == home, e.place_id == StockPlace.id, e.medicine_id == Medicine.id)
    return asked.order_by(e.book_no.desc()).limit(1).correlate(StockPlace, Medicine).scalar_subquery()


def _not_all_signed(uow: UnitOfWork, ids: Sequence[str]) -> sa.ColumnElement[bool]:
    """Medicines and days with more rows than signed pages tell of: told from the index, without reading rows."""
    e, d = StockEntry, StockDay
    counted = sa.select(e.medicine_id, e.booked_on, sa.func.count()).where(e.medicine_id.in_(ids))
    signed = sa.select(d.medicine_id, d.booked_on, sa.func.sum(d.last_no - d.first_no + 1))
    told = {
        (medicine_id, day): count
        for medicine_id, day, count in uow.session.execute(signed.group_by(d.medicine_id, d.booked_on))
    }
    pairs = [
        (medicine_id, day)
        for medicine_id, day, count in uow.session.execute(counted.group_by(e.medicine_id, e.booked_on))
        if count > told.get((medicine_id, day), 0)
    ]
    if len(pairs) > _MOST_PAIRS:
        return sa.true()
    # Pairs alone are looked for row by row; each half of them is found in the index.
    halves = (e.medicine_id.in_({one for one, _ in pairs}), e.booked_on.in_({day for _, day in pairs}))
    return sa.and_(*halves, sa.tuple_(e.medicine_id, e.booked_on).in_(pairs))


def _entries() -> sa.Select[Any]:
    cancelling = aliased(StockEntry)
    other = aliased(StockPlace)
    columns: tuple[Any, ...] = (StockEntry, MedicineLot, StockPlace.name, other.name, StockSlip, cancelling.id)
    return (
        sa.select(*columns, waste_of_dose())
        .join(MedicineLot, MedicineLot.id == StockEntry.lot_id)
        .join(StockPlace, StockPlace.id == StockEntry.place_id)
        .outerjoin(other, other.id == StockEntry.other_place_id)
        .outerjoin(StockSlip, StockSlip.id == StockEntry.slip_id)
        .outerjoin(cancelling, cancelling.cancels_id == StockEntry.id)
    )


def _entry(
    entry: StockEntry,
    lot: MedicineLot,
    place: str,
    other: str | None,
    slip: StockSlip | None,
    by: str | None,
    is_waste: bool,
) -> EntryRow:
    numbers: Iterable[str | None] = ("" if slip is None else slip.printed_number, entry.paper_number)
    return EntryRow(
        entry.id,
        entry.kind,
        entry.happened_at,
        entry.booked_on,
        entry.amount,
        entry.shelf_after,
        entry.book_no,
        entry.book_after,
        lot.id,
        lot.lot_no,
        lot.expires_on,
        place,
        other or entry.counterpart or "",
        " · ".join(filter(None, numbers)),
        entry.officer_name,
        entry.witness_name,
        entry.reason,
        entry.chain_no,
        by is not None,
        is_waste,
    )


def _without_moment(row: EntryRow) -> EntryRow:
    return replace(row, happened_at=None, reason=None, witness_name=None)
