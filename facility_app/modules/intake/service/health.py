"""What is seen of somebody's health at the door; a red flag is a doctor's work until a treatment stands."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.door_health import Sign, red_flags, signs_as_kept
from facility_app.modules.intake.domain.rights import CHECK_AT_DOOR, TREAT_AT_DOOR, VIEW_CASES
from facility_app.modules.intake.tables import IntakeCase, IntakeHealth
from facility_app.modules.staff.api import NOBODY, find_member_of_account
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

TASK = "intake.red_flag"
_TEXT = label("tasks", "Khám ngay người vừa tiếp nhận, ghi xử trí ở hồ sơ tiếp nhận")


@dataclass(frozen=True, slots=True)
class CheckAtDoor:
    """What was seen.

    Attributes:
        version: of what was written before; 0 for the first time.
    """

    case_id: str
    version: int
    signs: frozenset[Sign] = field(repr=False)
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TreatFlags:
    """What a doctor or the chief nurse did about the red flags."""

    case_id: str
    treatment: str = field(repr=False)


def check_at_door(uow: UnitOfWork, command: CheckAtDoor) -> None:
    """Write down what was seen; a red flag nobody treated stands on the worklist of the doctor.

    Raises:
        UserError: ``not_found``, ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, CHECK_AT_DOOR)
    faults = Faults()
    note = faults.note("note", command.note)
    faults.refuse()
    case = uow.get(IntakeCase, command.case_id)
    has_flags = bool(red_flags(command.signs))
    with uow.act("intake.check_at_door") as act:
        found = _health_of(uow, case.id)
        if found is None:
            found = uow.add(IntakeHealth(case_id=case.id, resident_id=case.resident_id, seen_by="", signs=""))
            found.seen_at, found.has_flags = uow.now, has_flags
        else:
            found = uow.get(IntakeHealth, found.id, version=command.version)
            if red_flags(command.signs) - red_flags(frozenset(map(Sign, found.signs.split()))):
                # A flag nobody had seen before was not treated before either.
                found.treated_at = found.treated_by = found.treatment = None
        act.about(found)
        found.seen_at, found.seen_by = uow.now, _name(uow)
        found.signs, found.note, found.has_flags = signs_as_kept(command.signs), note, has_flags
        uow.session.flush()
        if has_flags and found.treated_at is None:
            _owe(uow, case)
        elif not has_flags:
            settle_tasks(uow, SettleTasks("intake_case", case.id, TASK, is_done=False))


def treat_flags(uow: UnitOfWork, command: TreatFlags) -> None:
    """Write down what was done; the work on the doctor's list is done with it.

    Raises:
        UserError: ``not_found``; ``not_checked``; ``field_missing``, ``text_too_long``.
    """
    require(uow, TREAT_AT_DOOR)
    faults = Faults()
    treatment = faults.note("treatment", command.treatment)
    if not treatment:
        faults.add("field_missing", "treatment", label("errors", "Hãy ghi đã xử trí thế nào."))
    faults.refuse()
    case = uow.get(IntakeCase, command.case_id)
    found = _health_of(uow, case.id)
    if found is None:
        raise UserError(
            "not_checked",
            label("errors", "Chưa ghi dấu hiệu sức khỏe khi đến. Hãy ghi dấu hiệu trước, rồi ghi xử trí."),
        )
    with uow.act("intake.treat_flags") as act:
        act.about(found)
        found.treatment, found.treated_at, found.treated_by = treatment, uow.now, _name(uow)
        settle_tasks(uow, SettleTasks("intake_case", case.id, TASK))
        uow.session.flush()


def _health_of(uow: UnitOfWork, case_id: str) -> IntakeHealth | None:
    require(uow, VIEW_CASES)
    wanted = sa.select(IntakeHealth).where(IntakeHealth.case_id == case_id, IntakeHealth.voided_at.is_(None))
    return uow.session.scalars(wanted).first()


def _owe(uow: UnitOfWork, case: IntakeCase) -> None:
    # Which sign it is stands behind the wall of health; the worklist only says that it is urgent.
    raise_task(
        uow,
        RaiseTask(
            TASK,
            _TEXT,
            "intake_case",
            case.id,
            uow.now,
            Role.DOCTOR,
            resident_id=case.resident_id,
            escalate_to=Role.CHIEF_NURSE,
            may_go_to=frozenset({Role.CHIEF_NURSE}),
        ),
    )


def _name(uow: UnitOfWork) -> str:
    member = find_member_of_account(uow, uow.actor.user_id)
    return NOBODY if member is None else member.full_name
