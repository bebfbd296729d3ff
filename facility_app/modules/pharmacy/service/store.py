"""Stock comes, moves, breaks and is put right by a counter-row; controlled medicines by two people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import KEEP_STORE
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.classes import require_usable
from facility_app.modules.pharmacy.domain.ledger import EntryKind, why_not_corrected
from facility_app.modules.pharmacy.domain.medicines import require_usual_receipt
from facility_app.modules.pharmacy.service.books import ENTRY, Books, NewRow
from facility_app.modules.pharmacy.service.losses import Losses
from facility_app.modules.pharmacy.service.slips import IN, Arriving, Carried, Moved, Slips
from facility_app.modules.pharmacy.tables import Medicine, MedicineLot, StockEntry, StockPlace
from facility_app.modules.pharmacy.tables.dose_waste import waste_of_dose


@dataclass(frozen=True, slots=True)
class ReceiveStock:
    """Medicines are delivered, or stood there before the program did.

    Attributes:
        counterpart: from whom; ``paper_number`` of the invoice.
        is_opening: what lies there when the book begins.
        is_sure: what was asked about is right.
    """

    place_id: str
    lines: tuple[Arriving, ...]
    counterpart: str = field(default="", repr=False)
    paper_number: str = ""
    received_at: datetime | None = None
    is_opening: bool = False
    is_sure: bool = False
    note: str = field(default="", repr=False)
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class LotPart:
    """So much of one lot, in the unit of the shelf."""

    lot_id: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class MoveStock:
    """Medicines go from one place to another: to a duty cabinet, back, to where they wait to be destroyed.

    From there nothing is carried on: it is destroyed.
    """

    from_place_id: str
    to_place_id: str
    parts: tuple[LotPart, ...]
    moved_at: datetime | None = None
    paper_number: str = ""
    note: str = field(default="", repr=False)
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class WriteOff:
    """Something broke or went bad, seen by two where it is controlled."""

    place_id: str
    lot_id: str
    quantity: Quantity
    reason: str = field(repr=False)
    happened_at: datetime | None = None
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """A row was wrong: a counter-row takes it back whole, then the right one is written."""

    entry_id: str
    reason: str = field(repr=False)
    countersign: Countersign | None = None


def receive_stock(uow: UnitOfWork, command: ReceiveStock) -> Moved:
    """Write down what comes, with its slip.

    Raises:
        UserError: ``no_items``, ``unit_mismatch``, ``amount_wrong``, ``amount_unusual``, ``lot_differs``,
            ``lot_expired``, ``place_not_allowed``, ``field_missing``, ``time_in_future``, ``not_found``;
            as ``require_countersign``.
    """
    require(uow, KEEP_STORE)
    books, faults = Books(uow), Faults()
    place = uow.get(StockPlace, command.place_id)
    at = books.moment(faults, command.received_at)
    needed = None if command.is_opening else label("errors", "Cần tên nơi cung ứng thuốc.")
    values = {
        "counterpart": faults.line("counterpart", command.counterpart, needed=needed),
        "paper_number": faults.line("paper_number", command.paper_number),
        "note": faults.line("note", command.note),
    }
    faults.refuse()
    _require_lines(command.lines)
    kind = EntryKind.OPENING if command.is_opening else EntryKind.RECEIVED
    with uow.act("pharmacy.receive_stock") as act:
        is_needed = books.is_controlled(one.medicine_id for one in command.lines)
        second = books.second(act, command.countersign, is_needed=is_needed)
        slip = Slips(books).new(IN, kind, at, second, to_place_id=place.id, **values)
        act.about(slip)
        rows = [
            NewRow(
                lot,
                place,
                kind,
                amount,
                at,
                second,
                slip.id,
                counterpart=values["counterpart"],
                paper_number=values["paper_number"],
            )
            for lot, amount in [_arrived(books, one, place, is_sure=command.is_sure) for one in command.lines]
        ]
        return Moved.of(slip, books.write(rows))


def move_stock(uow: UnitOfWork, command: MoveStock) -> Moved:
    """Carry medicines from one place to another; both books have a row.

    Raises:
        UserError: ``no_items``, ``same_place``, ``in_quarantine``, ``unit_mismatch``, ``amount_wrong``,
            ``stock_too_small``, ``lot_expired``, ``place_not_allowed``, ``time_in_future``, ``not_found``; as
            ``require_countersign``.
    """
    require(uow, KEEP_STORE)
    books, faults = Books(uow), Faults()
    at = books.moment(faults, command.moved_at)
    paper, note = faults.line("paper_number", command.paper_number), faults.line("note", command.note)
    faults.refuse()
    _require_lines(command.parts)
    parts = []
    for one in command.parts:
        lot = uow.get(MedicineLot, one.lot_id)
        parts.append((lot, uow.get(Medicine, lot.medicine_id).measure.of_stock(one.quantity)))
    with uow.act("pharmacy.move_stock") as act:
        is_needed = books.is_controlled(lot.medicine_id for lot, _ in parts)
        second = books.second(act, command.countersign, is_needed=is_needed)
        places = (uow.get(StockPlace, command.from_place_id), uow.get(StockPlace, command.to_place_id))
        return Slips(books).carry(act, Carried(*places, tuple(parts), at, second, paper, note))


def write_off(uow: UnitOfWork, command: WriteOff) -> str:
    """Take off what broke; the yearly report counts it as loss. What waits in quarantine is destroyed instead.

    Returns:
        The id of the row.

    Raises:
        UserError: ``reason_missing``, ``in_quarantine``, ``unit_mismatch``, ``amount_wrong``, ``stock_too_small``,
            ``time_in_future``, ``not_found``; as ``require_countersign``.
    """
    require(uow, KEEP_STORE)
    require_reason(command.reason)
    books, faults = Books(uow), Faults()
    at, reason = books.moment(faults, command.happened_at), faults.line("reason", command.reason)
    faults.refuse()
    lot, place = uow.get(MedicineLot, command.lot_id), uow.get(StockPlace, command.place_id)
    require_usable(place.kind, place.name)
    amount = uow.get(Medicine, lot.medicine_id).measure.of_stock(command.quantity)
    with uow.act("pharmacy.write_off", reason=command.reason) as act:
        is_needed = books.is_controlled([lot.medicine_id])
        second = books.second(act, command.countersign, is_needed=is_needed)
        (made,) = books.write([NewRow(lot, place, EntryKind.BROKEN, amount, at, second, reason=reason)])
        act.about(made)
        return made.id


def correct_entry(uow: UnitOfWork, command: CorrectEntry) -> tuple[str, ...]:
    """Take a row back by a counter-row of today; both stay to be read. A movement is taken back at both places.

    A loss that the row settled is withdrawn with it.

    Returns:
        The ids of the counter-rows.

    Raises:
        UserError: ``not_found``, ``entry_cancelled``, ``entry_not_correctable``, ``waste_of_dose``,
            ``stock_too_small``, ``reason_missing``; as ``require_countersign``.
    """
    require(uow, KEEP_STORE)
    require_reason(command.reason)
    books, faults = Books(uow), Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    entries = _with_pair(uow, uow.get(StockEntry, command.entry_id))
    _require_correctable(uow, entries[-1])
    with uow.act("pharmacy.correct_entry", reason=command.reason) as act:
        second = books.second(act, command.countersign, is_needed=books.is_controlled([entries[0].medicine_id]))
        made = books.write(
            [
                NewRow(
                    uow.get(MedicineLot, one.lot_id),
                    uow.get(StockPlace, one.place_id),
                    EntryKind.CORRECTION,
                    abs(one.amount),
                    uow.now,
                    second,
                    other_place_id=one.other_place_id,
                    cancels=one,
                    reason=reason,
                )
                for one in entries
            ]
        )
        act.about(made[0])
        for one in entries:
            Losses(books).withdraw(one, reason)
        return tuple(one.id for one in made)


def _require_lines(lines: Sequence[object]) -> None:
    if not lines:
        raise UserError("no_items", label("errors", "Chưa ghi số lượng nào. Hãy ghi ít nhất một ô."))


def _arrived(books: Books, line: Arriving, place: StockPlace, *, is_sure: bool) -> tuple[MedicineLot, int]:
    uow, medicine = books.uow, books.uow.get(Medicine, line.medicine_id)
    measure = medicine.measure
    amount = measure.of_stock(line.quantity)
    asked = sa.select(sa.func.max(ENTRY.amount)).where(
        ENTRY.medicine_id == medicine.id, ENTRY.kind.in_((EntryKind.RECEIVED, EntryKind.OPENING))
    )
    largest = uow.session.scalar(asked) or 0
    require_usual_receipt(medicine.full_name, measure, amount, largest, is_sure=is_sure)
    lot = Slips(books).lot_of(line, is_sure=is_sure)
    books.require_fit(lot, place)
    books.require_good(lot, place)
    return lot, amount


def _with_pair(uow: UnitOfWork, entry: StockEntry) -> list[StockEntry]:
    """The rows to take back: of a movement both, the one that came in first, so that no balance dips."""
    if entry.kind is EntryKind.MOVED_IN and entry.pair_id is not None:
        entry = uow.get(StockEntry, entry.pair_id)
    came_in = uow.session.scalars(sa.select(StockEntry).where(StockEntry.pair_id == entry.id)).all()
    return [*came_in, entry]


def _require_correctable(uow: UnitOfWork, entry: StockEntry) -> None:
    is_waste = sa.select(StockEntry.id).where(StockEntry.id == entry.id, waste_of_dose())
    cancelled = sa.select(StockEntry.id).where(StockEntry.cancels_id == entry.id)
    told = why_not_corrected(
        entry.kind,
        is_waste_of_dose=uow.session.scalar(is_waste) is not None,
        is_cancelled=uow.session.scalar(cancelled) is not None,
    )
    if told is not None:
        raise told
