"""Whether the ledger is as it was written: sums, numbers, chain, signed pages, every dose of every row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.pharmacy.domain import VERIFY_LEDGER
from facility_app.modules.pharmacy.domain.classes import ClassSpan, class_on
from facility_app.modules.pharmacy.domain.ledger import CHAINED, GENESIS, Bad, EntryKind, chained, plain
from facility_app.modules.pharmacy.tables import DoseSupply, MedicineClass, PrivateDoseSupply, StockDay, StockEntry

ENTRY: Final = sa.inspect(StockEntry).local_table.c
_AT_ONCE: Final = 10_000


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What was found.

    Attributes:
        rows: rows of the ledger looked at; ``chained`` of them in the book.
        pages: signed pages looked at.
        first_bad: the first thing that is not as it must be; None when everything is.
    """

    rows: int
    chained: int
    pages: int
    first_bad: Bad | None

    @property
    def ok(self) -> bool:
        """Whether everything is as it was written."""
        return self.first_bad is None


@dataclass(slots=True)
class _Sums:
    """Where every shelf and every book stands so far."""

    shelves: dict[tuple[str, str], tuple[int, int]]
    books: dict[tuple[str, str], tuple[int, int]]

    def fault(self, row: sa.Row[Any]) -> str:
        """What is wrong with the sums of a row; empty when nothing is."""
        for runs, key, number, after, what in (
            (self.shelves, (row.place_id, row.lot_id), row.shelf_no, row.shelf_after, "shelf_sum"),
            (self.books, (row.place_id, row.medicine_id), row.book_no, row.book_after, "book_sum"),
        ):
            last, balance = runs.get(key, (0, 0))
            if number != last + 1:
                return "gap"
            if after != balance + row.amount:
                return what
            if after < 0:
                return "below_zero"
            runs[key] = (number, after)
        return ""


def verify_ledger(uow: UnitOfWork) -> LedgerCheck:
    """Recompute everything; the first fault is named, what comes after it is not judged."""
    require(uow, VERIFY_LEDGER)
    uow.session.flush()
    counted = [0, 0]
    bad = next(_chain_faults(uow, counted), None) or next(_sum_faults(uow, counted), None)
    bad = bad or next(_page_faults(uow), None) or next(_dose_faults(uow), None)
    pages = uow.session.scalar(sa.select(sa.func.count()).select_from(StockDay)) or 0
    return LedgerCheck(counted[0], counted[1], pages, bad)


def _chain_faults(uow: UnitOfWork, counted: list[int]) -> Iterator[Bad]:
    asked = sa.select(*(ENTRY[name] for name in CHAINED), ENTRY.chain_hash).where(
        ENTRY.home == uow.home, ENTRY.chain_no.is_not(None)
    )
    mark = GENESIS
    for number, row in enumerate(_streamed(uow, asked.order_by(ENTRY.chain_no)), 1):
        counted[1] += 1
        if row.chain_no != number:
            yield Bad("gap", row.id, row.chain_no)
        mark = chained(mark, [plain(value) for value in row[: len(CHAINED)]])
        if row.chain_hash != mark:
            yield Bad("hash", row.id, row.chain_no)


def _sum_faults(uow: UnitOfWork, counted: list[int]) -> Iterator[Bad]:
    """Rows in the order of the book: each shelf's rows stand in their order within it too."""
    spans: dict[str, list[ClassSpan]] = {}
    for one in uow.session.scalars(sa.select(MedicineClass).where(MedicineClass.voided_at.is_(None))):
        span = ClassSpan(one.drug_class, one.valid_from, one.valid_to, one.article)
        spans.setdefault(one.medicine_id, []).append(span)
    names = (
        "id",
        "place_id",
        "medicine_id",
        "lot_id",
        "amount",
        "shelf_no",
        "shelf_after",
        "book_no",
        "book_after",
    )
    asked = sa.select(*(ENTRY[name] for name in (*names, "booked_on", "chain_no")))
    sums = _Sums({}, {})
    for row in _streamed(
        uow, asked.where(ENTRY.home == uow.home).order_by(ENTRY.place_id, ENTRY.medicine_id, ENTRY.book_no)
    ):
        counted[0] += 1
        what = sums.fault(row)
        if (
            not what
            and row.chain_no is None
            and class_on(spans.get(row.medicine_id, ()), row.booked_on).is_in_book
        ):
            what = "not_chained"
        if what:
            yield Bad(what, row.id, row.chain_no or 0)


def _page_faults(uow: UnitOfWork) -> Iterator[Bad]:
    """A signed page says what its rows say, and the chain still runs through the mark printed on it."""
    rows = (
        sa.select(
            *(ENTRY.place_id, ENTRY.medicine_id, ENTRY.booked_on),
            sa.func.min(ENTRY.book_no).label("first_no"),
            sa.func.max(ENTRY.book_no).label("last_no"),
            sa.func.sum(ENTRY.amount).label("moved"),
        )
        .where(ENTRY.home == uow.home, ENTRY.chain_no.is_not(None))
        .group_by(ENTRY.place_id, ENTRY.medicine_id, ENTRY.booked_on)
        .subquery()
    )
    page, last, mark = StockDay, aliased(StockEntry), aliased(StockEntry)
    of_page = ("place_id", "medicine_id", "booked_on")
    said: tuple[Any, ...] = (page.opening, page.closing, page.first_no, page.last_no, page.chain_hash)
    found: tuple[Any, ...] = (rows.c.first_no, rows.c.last_no, rows.c.moved, last.book_after, mark.chain_hash)
    asked = (
        sa.select(page.id, page.chain_no, *said, *found)
        .outerjoin(rows, sa.and_(*(rows.c[name] == getattr(page, name) for name in of_page)))
        .outerjoin(
            last, sa.and_(*_same(last, page, "home", "place_id", "medicine_id"), last.book_no == rows.c.last_no)
        )
        .outerjoin(mark, sa.and_(*_same(mark, page, "home"), mark.chain_no == page.chain_no))
        .order_by(page.chain_no, page.id)
    )
    for row in _streamed(uow, asked):
        page_id, chain_no, opening, closing, first_no, last_no, printed, *there = list(row)
        if there != [first_no, last_no, closing - opening, closing, printed]:
            yield Bad("signed_page", page_id, chain_no)


def _same(one: Any, other: Any, *names: str) -> Iterator[sa.ColumnElement[bool]]:
    return (getattr(one, name) == getattr(other, name) for name in names)


def _dose_faults(uow: UnitOfWork) -> Iterator[Bad]:
    """Every row of a dose is somebody's, for exactly as much, and nothing else is."""
    both = sa.union_all(
        *(sa.select(table.entry_id, table.amount, table.lot_id) for table in (DoseSupply, PrivateDoseSupply))
    ).subquery()
    of_doses = ENTRY.kind.in_((EntryKind.GIVEN, EntryKind.GIVEN_BACK))
    asked = (
        sa.select(ENTRY.id, ENTRY.chain_no)
        .outerjoin(both, both.c.entry_id == ENTRY.id)
        .where(
            sa.or_(
                sa.and_(of_doses, both.c.entry_id.is_(None)),
                sa.and_(both.c.entry_id.is_not(None), sa.not_(of_doses)),
                both.c.amount != -ENTRY.amount,
                both.c.lot_id != ENTRY.lot_id,
            )
        )
        .order_by(ENTRY.id)
        .limit(1)
    )
    for row in uow.session.execute(asked):
        yield Bad("dose_sum", row.id, row.chain_no or 0)


def _streamed(uow: UnitOfWork, asked: sa.Select[Any]) -> Iterator[sa.Row[Any]]:
    return iter(uow.session.connection().execution_options(yield_per=_AT_ONCE).execute(asked))
