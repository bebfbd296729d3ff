"""The book: rows of one medicine at one place, pages signed and still open, slips, sums of a year."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.ledger import LOST, EntryKind
from facility_app.modules.pharmacy.domain.shelf import is_expired
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, get_medicine, list_medicines
from facility_app.modules.pharmacy.tables import MedicineLot, StockDay, StockEntry, StockPlace, StockSlip

_OTHER: Final = aliased(StockPlace)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of the ledger; amounts in thousandths of the dose unit.

    Attributes:
        other: the place it came from or went to, or who outside; empty for neither.
        number: of its slip or paper.
        is_cancelled: whether a counter-row took it back.
    """

    entry_id: str
    kind: EntryKind
    happened_at: datetime
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


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A slip with its rows, those out where it goes from place to place."""

    slip_id: str
    number: str
    kind: EntryKind
    happened_at: datetime
    from_place: str
    to_place: str
    counterpart: str | None = field(repr=False)
    counterpart_paper: str | None = field(repr=False)
    officer_name: str = field(repr=False)
    witness_name: str | None = field(repr=False)
    note: str | None = field(repr=False)
    lines: tuple["SlipLine", ...] = ()


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One lot of a slip."""

    medicine: MedicineRow
    lot_no: str
    expires_on: date
    maker: str
    amount: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """One medicine of the yearly report (PL IX): columns 7, 8, 10, 11 and 12 of the form.

    Attributes:
        broken, expired, missing: what column 11 is made of.
    """

    medicine: MedicineRow
    opening: int
    received: int
    issued: int
    broken: int
    expired: int
    missing: int

    @property
    def total(self) -> int:
        """Column 9."""
        return self.opening + self.received

    @property
    def lost(self) -> int:
        """Column 11."""
        return self.broken + self.expired + self.missing

    @property
    def closing(self) -> int:
        """Column 12."""
        return self.total - self.issued - self.lost


def list_entries(
    uow: UnitOfWork, place_id: str, medicine_id: str, from_on: date | None = None, to_on: date | None = None
) -> tuple[EntryRow, ...]:
    """Rows of one medicine at one place in the order of the book.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    get_medicine(uow, medicine_id)
    asked = _entries().where(StockEntry.place_id == place_id, StockEntry.medicine_id == medicine_id)
    if from_on is not None:
        asked = asked.where(StockEntry.booked_on >= from_on)
    if to_on is not None:
        asked = asked.where(StockEntry.booked_on <= to_on)
    return tuple(_entry(*row) for row in uow.session.execute(asked.order_by(StockEntry.book_no)))


def list_pages(uow: UnitOfWork, day: date | None = None) -> tuple[PageRow, ...]:
    """Pages of a day, or all that are still open; the oldest first."""
    require(uow, VIEW_STOCK)
    names = {one.medicine_id: one.name for one in list_medicines(uow)}
    e, d = StockEntry, StockDay
    signed = sa.and_(d.place_id == e.place_id, d.medicine_id == e.medicine_id, d.booked_on == e.booked_on)
    asked = (
        sa.select(e.place_id, StockPlace.name, e.medicine_id, e.booked_on, d.id, d.manager_name, d.head_name)
        .join(StockPlace, StockPlace.id == e.place_id)
        .outerjoin(d, signed)
        .where(e.chain_no.is_not(None), d.id.is_(None) if day is None else e.booked_on == day)
        .distinct()
    )
    rows = [
        PageRow(one.id or "", one.place_id, one.name, one.medicine_id, names[one.medicine_id], one.booked_on,
                one.manager_name or "", one.head_name or "")
        for one in uow.session.execute(asked)
        if one.medicine_id in names
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.booked_on, row.place, row.name)))


def find_pages(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Signed pages by day, place or medicine, the latest first."""
    require(uow, VIEW_STOCK)
    names = {one.medicine_id: one.name for one in list_medicines(uow, text)}
    asked = (
        sa.select(StockDay.id, StockDay.booked_on, StockDay.medicine_id, StockPlace.name)
        .join(StockPlace, StockPlace.id == StockDay.place_id)
        .where(StockDay.medicine_id.in_(names))
        .order_by(StockDay.booked_on.desc(), StockDay.id)
        .limit(20)
    )
    return tuple(
        (one.id, f"{one.booked_on:%d/%m/%Y} · {names[one.medicine_id]} · {one.name}")
        for one in uow.session.execute(asked)
    )


def get_page(uow: UnitOfWork, day_id: str) -> SignedPage:
    """One signed page.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    day = uow.get(StockDay, day_id)
    medicine, place = get_medicine(uow, day.medicine_id), uow.get(StockPlace, day.place_id)
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


def find_slips(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Slips out by number, the latest first."""
    require(uow, VIEW_STOCK)
    asked = (
        sa.select(StockSlip)
        .where(StockSlip.series == "X")
        .order_by(StockSlip.year.desc(), StockSlip.number.desc())
    )
    rows = [
        (one.id, f"{_slip_number(one)} · {one.happened_at:%d/%m/%Y}")
        for one in uow.session.scalars(asked.limit(200))
    ]
    return tuple(row for row in rows if text.strip() in row[1])[:20]


def get_slip(uow: UnitOfWork, slip_id: str) -> SlipRow:
    """One slip; lots of medicines the actor does not see are left out.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    slip = uow.get(StockSlip, slip_id)
    names = {one.id: one.name for one in uow.session.scalars(sa.select(StockPlace))}
    medicines = {one.medicine_id: one for one in list_medicines(uow)}
    asked = (
        sa.select(StockEntry, MedicineLot)
        .join(MedicineLot, MedicineLot.id == StockEntry.lot_id)
        .where(StockEntry.slip_id == slip.id, StockEntry.kind == slip.kind)
        .order_by(StockEntry.id)
    )
    lines = tuple(
        SlipLine(
            medicines[entry.medicine_id],
            lot.lot_no,
            lot.expires_on,
            " – ".join(filter(None, (lot.maker, lot.country))),
            abs(entry.amount),
        )
        for entry, lot in uow.session.execute(asked)
        if entry.medicine_id in medicines
    )
    return SlipRow(
        slip.id,
        _slip_number(slip),
        slip.kind,
        slip.happened_at,
        names.get(slip.from_place_id or "", ""),
        names.get(slip.to_place_id or "", ""),
        slip.counterpart,
        slip.counterpart_paper,
        slip.officer_name,
        slip.witness_name,
        slip.note,
        lines,
    )


def list_year(uow: UnitOfWork, year: int) -> tuple[YearRow, ...]:
    """What moved in a year of every medicine in the book, movements from place to place left out."""
    require(uow, VIEW_STOCK)
    e = StockEntry
    cancelled = aliased(StockEntry)
    # A counter-row belongs to what it takes back, so that a mistake put right in the year shows nowhere.
    kind = sa.func.coalesce(sa.cast(cancelled.kind, sa.String), sa.cast(e.kind, sa.String))
    asked = (
        sa.select(
            e.medicine_id, kind, e.booked_on < date(year, 1, 1), MedicineLot.expires_on, e.booked_on, e.amount
        )
        .join(MedicineLot, MedicineLot.id == e.lot_id)
        .outerjoin(cancelled, cancelled.id == e.cancels_id)
        .where(e.booked_on < date(year + 1, 1, 1))
    )
    in_book = {
        row.medicine_id for row in uow.session.execute(sa.select(e.medicine_id).where(e.chain_no > 0).distinct())
    }
    sums: dict[str, dict[str, int]] = {}
    for medicine_id, what, is_before, expires_on, booked_on, amount in uow.session.execute(asked):
        if medicine_id in in_book:
            column = "opening" if is_before else _column(EntryKind(what), is_expired(expires_on, booked_on))
            found = sums.setdefault(medicine_id, dict.fromkeys(_COLUMNS, 0))
            found[column] += amount if column in {"opening", "received", "moved"} else -amount
    return tuple(
        YearRow(one, *(sums[one.medicine_id][name] for name in _COLUMNS[:-1]))
        for one in list_medicines(uow)
        if one.medicine_id in sums
    )


_COLUMNS: Final = ("opening", "received", "issued", "broken", "expired", "missing", "moved")


def _column(kind: EntryKind, expired: bool) -> str:
    if kind in {EntryKind.MOVED_IN, EntryKind.MOVED_OUT}:
        return "moved"
    if kind in {EntryKind.OPENING, EntryKind.RECEIVED, EntryKind.HANDED_IN, EntryKind.COUNT_MORE}:
        return "received"
    if kind is EntryKind.COUNT_LESS:
        return "missing"
    if kind in LOST:
        return "expired" if expired else "broken"
    return "issued"


def _entries() -> sa.Select[Any]:
    cancelling = aliased(StockEntry)
    columns: tuple[Any, ...] = (StockEntry, MedicineLot, StockPlace.name, _OTHER.name, StockSlip, cancelling.id)
    return (
        sa.select(*columns)
        .join(MedicineLot, MedicineLot.id == StockEntry.lot_id)
        .join(StockPlace, StockPlace.id == StockEntry.place_id)
        .outerjoin(_OTHER, _OTHER.id == StockEntry.other_place_id)
        .outerjoin(StockSlip, StockSlip.id == StockEntry.slip_id)
        .outerjoin(cancelling, cancelling.cancels_id == StockEntry.id)
    )


def _entry(
    entry: StockEntry, lot: MedicineLot, place: str, other: str | None, slip: StockSlip | None, by: str | None
) -> EntryRow:
    numbers: Iterable[str | None] = ("" if slip is None else _slip_number(slip), entry.paper_number)
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
    )


def _slip_number(slip: StockSlip) -> str:
    return f"{slip.number:03}/{slip.year}/{slip.series}"
