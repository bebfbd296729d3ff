"""What moved of each medicine of the book in a year: the sums of PL IX (TT 18/2026/TT-BYT)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.ledger import LOST, EntryKind
from facility_app.modules.pharmacy.queries.catalogue import Known, MedicineRow
from facility_app.modules.pharmacy.tables import MedicineLot, StockEntry

_COLUMNS: Final = ("opening", "received", "issued", "broken", "expired", "missing", "moved")


@dataclass(frozen=True, slots=True)
class YearRow:
    """One medicine of the yearly report (PL IX): columns 7, 8, 10, 11 and 12 of the form.

    Attributes:
        sources: from whom it came, by name.
        broken, expired, missing: what column 11 is made of.
    """

    medicine: MedicineRow
    sources: tuple[str, ...]
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


def list_year(uow: UnitOfWork, year: int) -> tuple[YearRow, ...]:
    """What moved in a year of every medicine then in the book, movements from place to place left out."""
    require(uow, VIEW_STOCK)
    known, first, last = Known.read(uow), date(year, 1, 1), date(year, 12, 31)
    wanted = {one for one in known.rows if known.was_in_book(one, first, last)}
    sums: dict[str, dict[str, int]] = {}
    for medicine_id, what, is_before, is_past, amount in uow.session.execute(_moved(first, last)):
        if medicine_id in wanted:
            column = "opening" if is_before else _column(EntryKind(what), expired=is_past)
            found = sums.setdefault(medicine_id, dict.fromkeys(_COLUMNS, 0))
            found[column] += amount if column in {"opening", "received", "moved"} else -amount
    sources = _sources(uow, first, last)
    rows = []
    for one, columns in sums.items():
        moved = [columns[name] for name in _COLUMNS[:-1]]
        came_from = tuple(sorted(sources.get(one, ()), key=fold))
        rows.append(YearRow(known.on(one, last), came_from, *moved))
    return tuple(sorted(rows, key=lambda row: fold(row.medicine.name)))


def _moved(first: date, last: date) -> sa.Select[Any]:
    """Sums by medicine, kind, before or within the year, and whether the lot had expired by then."""
    e, cancelled = StockEntry, aliased(StockEntry)
    # A counter-row belongs to what it takes back, so that a mistake put right in the year shows nowhere.
    kind = sa.func.coalesce(sa.cast(cancelled.kind, sa.String), sa.cast(e.kind, sa.String))
    apart: tuple[Any, ...] = (e.medicine_id, kind, e.booked_on < first, MedicineLot.expires_on < e.booked_on)
    return (
        sa.select(*apart, sa.func.sum(e.amount))
        .join(MedicineLot, MedicineLot.id == e.lot_id)
        .outerjoin(cancelled, cancelled.id == e.cancels_id)
        .where(e.booked_on <= last)
        .group_by(*apart)
    )


def _sources(uow: UnitOfWork, first: date, last: date) -> dict[str, set[str]]:
    """From whom medicines came in these days; what was taken back as written wrongly came from nobody."""
    e, cancelling = StockEntry, aliased(StockEntry)
    asked = (
        sa.select(e.medicine_id, e.counterpart)
        .outerjoin(cancelling, cancelling.cancels_id == e.id)
        .where(e.kind == EntryKind.RECEIVED, e.booked_on.between(first, last), cancelling.id.is_(None))
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for medicine_id, name in uow.session.execute(asked):
        if name:
            found.setdefault(medicine_id, set()).add(name)
    return found


def _column(kind: EntryKind, *, expired: bool) -> str:
    if kind in {EntryKind.MOVED_IN, EntryKind.MOVED_OUT}:
        return "moved"
    if kind in {EntryKind.OPENING, EntryKind.RECEIVED, EntryKind.HANDED_IN, EntryKind.COUNT_MORE}:
        return "received"
    if kind is EntryKind.COUNT_LESS:
        return "missing"
    if kind in LOST:
        return "expired" if expired else "broken"
    return "issued"
