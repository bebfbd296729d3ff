"""Slips: what went out or in under one number."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.queries.catalogue import Known, MedicineRow
from facility_app.modules.pharmacy.queries.finding import Typed
from facility_app.modules.pharmacy.tables import MedicineLot, StockEntry, StockPlace, StockSlip

_OUT: Final = "X"
"""The series of slips out."""
_MOST: Final = 200


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


def find_slips(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """Slips out that a paper is made of, by number and day, the latest first."""
    require(uow, VIEW_STOCK)
    of_book = sa.exists().where(StockEntry.slip_id == StockSlip.id, StockEntry.chain_no.is_not(None))
    asked = (
        sa.select(StockSlip.id, StockSlip.year, StockSlip.number, StockSlip.happened_at)
        .where(StockSlip.series == _OUT, of_book)
        .order_by(StockSlip.year.desc(), StockSlip.number.desc())
    )
    return Typed(text).first(
        (one.id, f"{one.number:03}/{one.year}/{_OUT} · {format_date(local_date(one.happened_at))}")
        for one in uow.session.execute(asked)
    )


@dataclass(frozen=True, slots=True)
class SlipHead:
    """A slip as it is listed; ``is_of_book`` where a paper is made of it."""

    slip_id: str
    number: str
    kind: EntryKind
    happened_at: datetime
    from_place: str
    to_place: str
    counterpart: str = field(repr=False)
    paper_number: str
    officer_name: str = field(repr=False)
    witness_name: str = field(repr=False)
    is_of_book: bool


def list_slips(uow: UnitOfWork) -> tuple[SlipHead, ...]:
    """The last two hundred slips, in and out, the latest first."""
    require(uow, VIEW_STOCK)
    s = StockSlip
    names = {one.id: one.name for one in uow.session.scalars(sa.select(StockPlace))}
    of_book = sa.exists().where(StockEntry.slip_id == s.id, StockEntry.chain_no.is_not(None))
    asked = sa.select(s, of_book).order_by(s.happened_at.desc(), s.id.desc()).limit(_MOST)
    return tuple(
        SlipHead(
            one.id,
            one.printed_number,
            one.kind,
            one.happened_at,
            names.get(one.from_place_id or "", ""),
            names.get(one.to_place_id or "", ""),
            one.counterpart or "",
            one.paper_number or "",
            one.officer_name,
            one.witness_name or "",
            is_of_book and one.series == _OUT,
        )
        for one, is_of_book in uow.session.execute(asked)
    )


def get_slip(uow: UnitOfWork, slip_id: str) -> SlipRow:
    """One slip, classes as of its day; lots of medicines the actor does not see are left out.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    slip = uow.get(StockSlip, slip_id)
    names = {one.id: one.name for one in uow.session.scalars(sa.select(StockPlace))}
    known, day = Known.read(uow), local_date(slip.happened_at)
    asked = (
        sa.select(StockEntry, MedicineLot)
        .join(MedicineLot, MedicineLot.id == StockEntry.lot_id)
        .where(StockEntry.slip_id == slip.id, StockEntry.kind == slip.kind)
        .order_by(StockEntry.id)
    )
    lines = tuple(
        SlipLine(
            known.on(entry.medicine_id, day),
            lot.lot_no,
            lot.expires_on,
            " – ".join(filter(None, (lot.maker, lot.country))),
            abs(entry.amount),
        )
        for entry, lot in uow.session.execute(asked)
        if entry.medicine_id in known
    )
    return SlipRow(
        slip.id,
        slip.printed_number,
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
