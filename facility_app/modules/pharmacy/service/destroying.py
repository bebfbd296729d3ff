"""Medicine is destroyed: asked for, allowed, done before a council, reported (TT 18/2026/TT-BYT Đ5.4).

The steps are those of NĐ 54/2017 Đ48. NĐ 163/2025 Đ36, which took its place, was not read: numbers are parameters.
"""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.pharmacy.domain import KEEP_STORE, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.domain.law import (
    AUTHORITY_PRESENT,
    COUNCIL_PEOPLE,
    refuse_or_ask,
)
from facility_app.modules.pharmacy.domain.ledger import EntryKind, too_little
from facility_app.modules.pharmacy.domain.workflows import DESTRUCTION, Destroying
from facility_app.modules.pharmacy.service.books import Books, NewRow
from facility_app.modules.pharmacy.service.owing import Owing
from facility_app.modules.pharmacy.service.store import LotPart
from facility_app.modules.pharmacy.tables import Destruction, DestructionLine, Medicine, MedicineLot, StockPlace


@dataclass(frozen=True, slots=True)
class AskDestruction:
    """What waits in quarantine is to be destroyed."""

    place_id: str
    parts: tuple[LotPart, ...]
    reason: str = field(repr=False)
    method: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AllowDestruction:
    """The head has the permission; its number."""

    destruction_id: str
    version: int
    permit: str


@dataclass(frozen=True, slots=True)
class WithdrawDestruction:
    """It will not be done."""

    destruction_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Destroy:
    """It was done.

    Attributes:
        council: members, name and office each.
        authority: who of the health authority was there.
        minutes_number: of the minutes.
        is_sure: what was asked about is right.
    """

    destruction_id: str
    version: int
    council: tuple[str, ...] = field(repr=False)
    minutes_number: str
    authority: str = field(default="", repr=False)
    countersign: Countersign | None = None
    is_sure: bool = False


def ask_destruction(uow: UnitOfWork, command: AskDestruction) -> str:
    """Ask for the permission to destroy; what is meant already waits in quarantine.

    Returns:
        The id.

    Raises:
        UserError: ``not_in_quarantine``, ``no_items``, ``lot_twice``, ``stock_too_small``, ``field_missing``,
            ``unit_mismatch``, ``amount_wrong``, ``not_found``.
    """
    require(uow, KEEP_STORE)
    books, faults = Books(uow), Faults()
    place = uow.get(StockPlace, command.place_id)
    reason = faults.line("reason", command.reason, needed=label("errors", "Cần lý do hủy thuốc."))
    method = faults.line("method", command.method, needed=label("errors", "Cần cách hủy thuốc."))
    faults.refuse()
    if place.kind is not PlaceKind.QUARANTINE:
        raise UserError(
            "not_in_quarantine",
            label("errors", "Chỉ hủy thuốc đã để ở “{kind}”. Hãy chuyển thuốc sang đó trước."),
            kind=PLACE_KIND_LABELS[PlaceKind.QUARANTINE],
        )
    if not command.parts:
        raise UserError("no_items", label("errors", "Chưa ghi số lượng nào. Hãy ghi ít nhất một ô."))
    amounts = _amounts(books, place, command.parts)
    with uow.act("pharmacy.ask_destruction") as act:
        made = uow.add(
            Destruction(
                year=books.today.year,
                number=books.next_number(Destruction, year=books.today.year),
                place_id=place.id,
                status=Destroying.ASKED,
                asked_on=books.today,
                reason=reason,
                method=method,
            )
        )
        act.about(made)
        uow.session.flush()
        for lot, amount in amounts:
            uow.add(
                DestructionLine(destruction_id=made.id, medicine_id=lot.medicine_id, lot_id=lot.id, amount=amount)
            )
        uow.session.flush()
        return made.id


def allow_destruction(uow: UnitOfWork, command: AllowDestruction) -> int:
    """Write the permission down.

    Returns:
        Its version.

    Raises:
        UserError: ``not_found``, ``field_missing``, ``step_not_allowed``.
        ConflictError: ``record_changed``.
    """
    require(uow, SIGN_REPORTS)
    faults = Faults()
    permit = faults.line("permit", command.permit, needed=label("errors", "Cần số văn bản cho phép hủy thuốc."))
    faults.refuse()
    found = uow.get(Destruction, command.destruction_id, version=command.version)
    status = DESTRUCTION.next_state(found.status, "pharmacy.allow_destruction")
    name = Books(uow).officer()
    with uow.act("pharmacy.allow_destruction") as act:
        act.about(found)
        found.status, found.permit = status, permit
        found.allowed_by, found.allowed_name = uow.actor.user_id, name
        uow.session.flush()
        return found.version


def withdraw_destruction(uow: UnitOfWork, command: WithdrawDestruction) -> None:
    """Do not destroy after all.

    Raises:
        UserError: ``not_found``, ``reason_missing``, ``step_not_allowed``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_STORE)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    found = uow.get(Destruction, command.destruction_id, version=command.version)
    status = DESTRUCTION.next_state(found.status, "pharmacy.withdraw_destruction")
    with uow.act("pharmacy.withdraw_destruction", reason=command.reason) as act:
        act.about(found)
        found.status, found.withdrawn = status, reason


def destroy(uow: UnitOfWork, command: Destroy) -> tuple[str, ...]:
    """Take what was destroyed off the ledger, with the council that saw it; of what is in the book owe the report.

    Returns:
        The ids of the rows.

    Raises:
        UserError: ``not_found``, ``council_too_small``, ``authority_missing``, ``field_missing``,
            ``stock_too_small``, ``step_not_allowed``; as ``require_countersign``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_STORE)
    books, faults = Books(uow), Faults()
    number = faults.line("minutes_number", command.minutes_number, needed=label("errors", "Cần số biên bản hủy."))
    council = [faults.line("council", one) for one in command.council]
    authority = faults.line("authority", command.authority)
    faults.refuse()
    found = uow.get(Destruction, command.destruction_id, version=command.version)
    status = DESTRUCTION.next_state(found.status, "pharmacy.destroy")
    place = uow.get(StockPlace, found.place_id)
    asked = sa.select(DestructionLine).where(DestructionLine.destruction_id == found.id)
    lines = list(uow.session.scalars(asked.order_by(DestructionLine.id)))
    is_controlled = books.is_controlled(one.medicine_id for one in lines)
    is_in_book = books.is_in_book(one.medicine_id for one in lines)
    members = list(dict.fromkeys(one for one in council if one))
    _require_council(books, len(members), is_sure=command.is_sure)
    if is_in_book and authority is None:
        _require_authority(books, is_sure=command.is_sure)
    with uow.act("pharmacy.destroy") as act:
        second = books.second(act, command.countersign, is_needed=is_controlled)
        act.about(found)
        rows = [
            NewRow(
                uow.get(MedicineLot, one.lot_id),
                place,
                EntryKind.DESTROYED,
                one.amount,
                uow.now,
                second,
                paper_number=number,
                reason=found.reason,
            )
            for one in lines
        ]
        made = books.write(rows)
        uow.session.flush()
        for line, entry in zip(lines, made, strict=True):
            line.entry_id = entry.id
        found.status, found.destroyed_at, found.minutes_number = status, uow.now, number
        found.council, found.authority = "\n".join(members), authority
        uow.session.flush()
        if is_in_book:
            Owing(uow).destruction(found.id, books.today)
        return tuple(one.id for one in made)


def _amounts(books: Books, place: StockPlace, parts: tuple[LotPart, ...]) -> list[tuple[MedicineLot, int]]:
    """Each lot once with its amount, which lies there."""
    found: dict[str, tuple[MedicineLot, int]] = {}
    for one in parts:
        lot = books.uow.get(MedicineLot, one.lot_id)
        medicine = books.uow.get(Medicine, lot.medicine_id)
        amount, there = medicine.measure.of_stock(one.quantity), books.left(place.id, lot.id)
        if lot.id in found:
            raise UserError(
                "lot_twice",
                label("errors", "Lô {lot} được ghi hai dòng. Hãy cộng lại thành một dòng."),
                lot=lot.lot_no,
            )
        if there < amount:
            raise too_little(medicine.full_name, place.name, medicine.measure, there, amount)
        found[lot.id] = (lot, amount)
    return list(found.values())


def _require_council(books: Books, members: int, *, is_sure: bool) -> None:
    least = parameter(books.uow, COUNCIL_PEOPLE, on=books.today)
    if members < least.whole:
        told = UserError(
            "council_too_small",
            label(
                "errors",
                "Hội đồng hủy thuốc cần ít nhất {least} người ({article}), mới ghi {count}. Hãy ghi đủ; chỉ khi "
                "chương trình hỏi mà quy định đang áp dụng khác thì mới xác nhận.",
            ),
            fields={"council": label("errors", "Chưa đủ thành viên hội đồng")},
            least=least.whole,
            article=least.article,
            count=members,
        )
        refuse_or_ask(told, is_binding=least.is_binding, is_sure=is_sure)


def _require_authority(books: Books, *, is_sure: bool) -> None:
    needed = parameter(books.uow, AUTHORITY_PRESENT, on=books.today)
    if needed.is_on:
        told = UserError(
            "authority_missing",
            label(
                "errors",
                "Hủy thuốc phải kiểm soát đặc biệt cần người của cơ quan y tế chứng kiến ({article}). Hãy ghi họ "
                "tên; chỉ khi chương trình hỏi mà quy định đang áp dụng khác thì mới xác nhận.",
            ),
            fields={"authority": label("errors", "Cần người chứng kiến")},
            article=needed.article,
        )
        refuse_or_ask(told, is_binding=needed.is_binding, is_sure=is_sure)
