"""A dose was written wrong: its medicine is found whole and goes back, or it is no more (ADR 0025)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_moment
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import LINE_LIMIT, Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import GIVE_DOSES
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.service.books import Books, NewRow, Second
from facility_app.modules.pharmacy.service.cabinets import Cabinets
from facility_app.modules.pharmacy.service.doses import Taken, TakenPart
from facility_app.modules.pharmacy.service.owing import Owing
from facility_app.modules.pharmacy.service.supplies import Supplies
from facility_app.modules.pharmacy.tables import MedicineLot, StockCount, StockEntry, StockPlace

_FOUND_WHOLE: Final = label("terms", "Chênh lệch: liều đã ghi dùng bị gạch bỏ, thuốc còn nguyên, trả lại")
_GONE: Final = label("terms", "Liều đã ghi dùng bị gạch bỏ, thuốc không còn")


@dataclass(frozen=True, slots=True)
class ReturnDose:
    """A dose was not used: it goes back where it came from.

    Attributes:
        is_spoiled: it is no more (fell, was opened, came up again): it is written off at once.
        countersign: of the witness, for the verb ``pharmacy.return_dose``; never of whoever gave it.
    """

    dose_id: str
    reason: str = field(repr=False)
    is_spoiled: bool = False
    countersign: Countersign | None = None


def return_dose(uow: UnitOfWork, command: ReturnDose) -> Taken:
    """Put a dose back where it came from; what is no more is written off in the same breath.

    What was destroyed of the piece opened for it comes back with it, as it was never opened; of a spoiled one it
    stays destroyed. After a count of the place nothing comes back: it found the shelf without it. A controlled
    medicine that comes back is a difference that the pharmacist and the head look at.

    Raises:
        UserError: ``dose_not_taken``, ``not_your_cabinet``, ``reason_missing``, ``witness_gave_it``,
            ``counted_since``; as ``require_countersign``.
    """
    require(uow, GIVE_DOSES)
    require_reason(command.reason)
    books, faults = Books(uow), Faults()
    reason = faults.line("reason", command.reason) or ""
    faults.refuse()
    out = Supplies(books).standing(command.dose_id)
    if not out:
        raise UserError(
            "dose_not_taken",
            label("errors", "Liều này chưa lấy thuốc, hoặc đã trả lại. Hãy mở lại phiếu dùng thuốc."),
        )
    entries = [uow.get(StockEntry, one.entry_id) for one in out]
    is_controlled = books.is_controlled(one.medicine_id for one in entries)
    for one in entries:
        place = uow.get(StockPlace, one.place_id)
        Cabinets(books).require_hand(place, is_controlled=is_controlled)
        if not command.is_spoiled:
            _require_not_counted(uow, place, one)
    with uow.act("pharmacy.return_dose", reason=command.reason) as act:
        second = books.second(act, command.countersign, is_needed=is_controlled)
        _require_not_the_giver(entries, second)
        told = _said(_GONE if command.is_spoiled else _FOUND_WHOLE, reason) if is_controlled else reason
        rows = [_back(books, one, second, told) for one in entries]
        made = books.write(rows)
        uow.session.flush()
        act.about(made[0])
        Supplies(books).given_back(out, made)
        uow.session.flush()
        if command.is_spoiled:
            books.write([_spoiled(row, back) for row, back in zip(rows, made, strict=True)])
        else:
            books.write([_back(books, one, second, told) for one in _rests(books, entries)])
            if is_controlled:
                Owing(uow).found_whole(made[0])
        uow.session.flush()
        return Taken(command.dose_id, TakenPart.of(uow, made), witness_id=second.user_id)


def _said(what: Label, reason: str) -> str:
    """As the page of the book says it beside the row: what became of the medicine, then why."""
    return f"{what}: {reason}"[:LINE_LIMIT]


def _require_not_counted(uow: UnitOfWork, place: StockPlace, entry: StockEntry) -> None:
    """Whoever counted since found the shelf without it, or a difference that has its own story."""
    c = StockCount
    asked = sa.select(c.counted_at).where(c.place_id == place.id, c.counted_at >= entry.happened_at)
    counted_at = uow.session.scalar(asked.order_by(c.counted_at).limit(1))
    if counted_at is not None:
        raise UserError(
            "counted_since",
            label(
                "errors",
                "{place} đã được kiểm đếm lúc {when}, sau liều này: thuốc không trả lại tủ bằng cách gạch bỏ được "
                "nữa. Nếu thuốc không còn, hãy chọn ghi hủy. Nếu còn thừa trong tủ, ghi hủy rồi kiểm đếm lại: "
                "dược sĩ giải trình phần thừa theo biên bản kiểm đếm.",
            ),
            place=place.name,
            when=format_moment(counted_at),
        )


def _require_not_the_giver(entries: Sequence[StockEntry], second: Second) -> None:
    """Whoever took the dose out cannot be who saw what became of it."""
    if second.user_id is not None and any(one.created_by == second.user_id for one in entries):
        raise UserError(
            "witness_gave_it",
            label(
                "errors",
                "{who} đã lấy và cho dùng liều này nên không làm chứng cho việc trả hoặc hủy nó (quy tắc hai "
                "người của cơ sở). Hãy mời người khác ký.",
            ),
            fields={"countersign": label("errors", "Không phải người đã cho dùng")},
            who=second.name or "",
        )


def _back(books: Books, entry: StockEntry, second: Second, reason: str) -> NewRow:
    return NewRow(
        books.uow.get(MedicineLot, entry.lot_id),
        books.uow.get(StockPlace, entry.place_id),
        EntryKind.GIVEN_BACK if entry.kind is EntryKind.GIVEN else EntryKind.CORRECTION,
        -entry.amount,
        books.uow.now,
        second,
        cancels=entry,
        reason=reason,
    )


def _spoiled(row: NewRow, back: StockEntry) -> NewRow:
    """Paired with the row that took the dose back: what was a dose is never put back as a slip of the pen."""
    at, second, reason = row.happened_at, row.second, row.reason
    return NewRow(row.lot, row.place, EntryKind.BROKEN, row.amount, at, second, pair_id=back.id, reason=reason)


def _rests(books: Books, entries: Sequence[StockEntry]) -> Sequence[StockEntry]:
    """What was destroyed of the pieces opened for a dose, as far as nobody took it back since."""
    again = aliased(StockEntry)
    asked = (
        sa.select(StockEntry)
        .outerjoin(again, again.cancels_id == StockEntry.id)
        .where(
            StockEntry.pair_id.in_([one.id for one in entries]),
            StockEntry.kind == EntryKind.BROKEN,
            again.id.is_(None),
        )
        .order_by(StockEntry.book_no)
    )
    return books.uow.session.scalars(asked).all()
