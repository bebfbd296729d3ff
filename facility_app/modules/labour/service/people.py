"""What a person needs before working: their own registration, and safety training."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR
from facility_app.modules.labour.queries.people import find_registration
from facility_app.modules.labour.service.checks import Desk
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.tables import LabourRegistration, SafetyTraining, WorkType


@dataclass(frozen=True, slots=True)
class RegisterForLabour:
    """Somebody asks to work, on paper.

    Attributes:
        signed_name: who signed: the person, for a minor also who represents them.
        registered_on: None for today.
    """

    resident_id: str
    signed_name: str = field(repr=False)
    work_type_id: str | None = None
    registered_on: date | None = None


@dataclass(frozen=True, slots=True)
class WithdrawRegistration:
    """Somebody takes the registration back; ``withdrawn_on`` is the first day without it."""

    registration_id: str
    version: int
    note: str | None = field(default=None, repr=False)
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class RecordTraining:
    """People were trained together.

    Attributes:
        work_type_id: the work it is about; None for what holds for any.
        valid_until: last day it holds.
    """

    resident_ids: Sequence[str]
    trained_on: date
    valid_until: date
    trainer_name: str
    work_type_id: str | None = None
    content: str | None = None


def register_for_labour(uow: UnitOfWork, command: RegisterForLabour) -> str:
    """Write a registration down (NĐ 163/2026 Đ117.2); answers its id.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``labour_registered``, ``no_open_stay``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    desk, faults = Desk(uow), Faults()
    first = command.registered_on or desk.today
    faults.past_day("registered_on", first, desk.today)
    signed = faults.line(
        "signed_name", command.signed_name, needed=label("errors", "Cần họ tên người ký đăng ký. Hãy gõ vào.")
    )
    faults.refuse()
    desk.require_here([command.resident_id])
    if command.work_type_id is not None:
        uow.get(WorkType, command.work_type_id)
    if find_registration(uow, command.resident_id) is not None:
        raise UserError(
            "labour_registered",
            label("errors", "Người này đã đăng ký và đăng ký còn hiệu lực. Hãy ghi rút đăng ký cũ trước."),
        )
    with uow.act("labour.register") as act:
        made = uow.add(
            LabourRegistration(
                resident_id=command.resident_id,
                registered_on=first,
                work_type_id=command.work_type_id,
                signed_name=signed,
            )
        )
        act.about(made)
    return made.id


def withdraw_registration(uow: UnitOfWork, command: WithdrawRegistration) -> None:
    """Write down that a registration no longer holds.

    Raises:
        UserError: ``labour_not_registered``, ``span_reversed``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, ARRANGE_LABOUR)
    found = uow.get(LabourRegistration, command.registration_id, version=command.version)
    faults, last = Faults(), command.withdrawn_on or Desk(uow).today
    faults.span("withdrawn_on", found.registered_on, last)
    note = faults.line("note", command.note)
    faults.refuse()
    if found.withdrawn_on is not None:
        raise UserError("labour_not_registered", label("errors", "Đăng ký này đã được rút trước đó."))
    with uow.act("labour.withdraw_registration") as act:
        act.about(found)
        found.withdrawn_on, found.withdrawn_note = last, note


def record_training(uow: UnitOfWork, command: RecordTraining) -> int:
    """Write a safety training of several people down; answers how many.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``span_reversed``, ``no_open_stay``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    desk, faults = Desk(uow), Faults()
    faults.past_day("trained_on", command.trained_on, desk.today)
    faults.span("valid_until", command.trained_on, command.valid_until)
    trainer = faults.line(
        "trainer_name", command.trainer_name, needed=label("errors", "Cần họ tên người huấn luyện. Hãy gõ vào.")
    )
    content = faults.line("content", command.content)
    faults.refuse()
    wanted = [*dict.fromkeys(command.resident_ids)]
    desk.require_here(wanted)
    if command.work_type_id is not None:
        uow.get(WorkType, command.work_type_id)
    with uow.act("labour.record_training"):
        for one in wanted:
            uow.add(
                SafetyTraining(
                    resident_id=one,
                    work_type_id=command.work_type_id,
                    trained_on=command.trained_on,
                    valid_until=command.valid_until,
                    trainer_name=trainer,
                    content=content,
                )
            )
    return len(wanted)


def void_training(uow: UnitOfWork, seen: Seen, reason: str) -> None:
    """Strike out a training written down by mistake.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, ARRANGE_LABOUR)
    require_reason(reason)
    found = uow.get(SafetyTraining, seen.record_id, version=seen.version)
    with uow.act("labour.void_training", reason=reason) as act:
        act.about(found)
        uow.void(found, reason)
