"""Medicine is destroyed: asked for, allowed, done before a council and a witness, reported (NĐ 163/2025 Đ36)."""

from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import KEEP_STORE, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.domain.workflows import (
    COUNCIL_LEAST,
    DESTRUCTION,
    NEEDS_AUTHORITY,
    REPORT_DAYS,
    Destroying,
)
from facility_app.modules.pharmacy.service.books import Books, NewRow
from facility_app.modules.pharmacy.service.store import LotPart
from facility_app.modules.pharmacy.tables import Destruction, DestructionLine, Medicine, MedicineLot, StockPlace
from facility_app.modules.tasks.api import RaiseTask, raise_task

REPORT_TASK = "pharmacy.destruction_report"


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
    """

    destruction_id: str
    version: int
    council: tuple[str, ...] = field(repr=False)
    minutes_number: str
    authority: str = field(default="", repr=False)
    countersign: Countersign | None = None


def ask_destruction(uow: UnitOfWork, command: AskDestruction) -> str:
    """Ask for the permission to destroy; what is meant already waits in quarantine.

    Returns:
        The id.

    Raises:
        UserError: ``not_in_quarantine``, ``no_items``, ``field_missing``, ``unit_mismatch``, ``amount_wrong``,
            ``not_found``.
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
    lots = [(uow.get(MedicineLot, one.lot_id), one.quantity) for one in command.parts]
    amounts = [uow.get(Medicine, lot.medicine_id).measure.of_stock(quantity) for lot, quantity in lots]
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
        for (lot, _), amount in zip(lots, amounts, strict=True):
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
    """Take what was destroyed off the ledger, with the council and the witness that saw it; owe the report.

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
    members = list(dict.fromkeys(one for one in council if one))
    _require_council(uow, len(members), authority, is_controlled=is_controlled)
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
        _owe_report(uow, found)
        uow.session.flush()
        return tuple(one.id for one in made)


def _require_council(uow: UnitOfWork, members: int, authority: str | None, *, is_controlled: bool) -> None:
    least = get_setting(uow, COUNCIL_LEAST)
    if members < least:
        raise UserError(
            "council_too_small",
            label("errors", "Hội đồng hủy thuốc cần ít nhất {least} người, mới ghi {count}. Hãy ghi đủ."),
            fields={"council": label("errors", "Chưa đủ thành viên hội đồng")},
            least=least,
            count=members,
        )
    if is_controlled and authority is None and get_setting(uow, NEEDS_AUTHORITY):
        raise UserError(
            "authority_missing",
            label(
                "errors",
                "Hủy thuốc phải kiểm soát đặc biệt cần người của cơ quan y tế chứng kiến. Hãy ghi họ tên.",
            ),
            fields={"authority": label("errors", "Cần người chứng kiến")},
        )


def _owe_report(uow: UnitOfWork, found: Destruction) -> None:
    text = label("tasks", "Báo cáo việc hủy thuốc phải kiểm soát đặc biệt")
    due = local_date(uow.now) + timedelta(days=get_setting(uow, REPORT_DAYS))
    raise_task(uow, RaiseTask(REPORT_TASK, text, "destruction", found.id, due, Role.PHARMACIST))
