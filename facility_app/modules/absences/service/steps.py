"""What was done about an absence is written down, and its task comes off the list."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import KEEP_CASES, READ_HEALTH
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS
from facility_app.modules.absences.domain.duties import STEP_LABELS, STEPS_OF, Step
from facility_app.modules.absences.service.keeping import KIND, TABLE, SavedCase, settle
from facility_app.modules.absences.tables import AbsenceCase, AbsenceStep
from facility_app.modules.tasks.api import SettleTasks, list_open_work, settle_tasks

IN_RECORD: Final = label("absences", "ghi trong hồ sơ bệnh án")
STAY_NOTICES: Final = ("stay_notice.escape_notice", "stay_notice.self_termination_notice")
"""Tasks of the stay itself that telling the commune police does."""
_NEEDS_WHOM: Final = frozenset(
    {
        *(Step.TOLD_FAMILY, Step.TOLD_PROVINCE, Step.TOLD_COMMUNE, Step.TOLD_INVESTIGATION, Step.TOLD_PROCURACY),
        *(Step.TOLD_HEALTH_BODY, Step.TOLD_RELATIVES),
    }
)


@dataclass(frozen=True, slots=True)
class RecordStep:
    """Something was done.

    Attributes:
        done_at: when; None for now.
        whom: who was told.
        how: by phone, paper number, in person.
    """

    case_id: str
    step: Step
    whom: str = field(default="", repr=False)
    how: str = ""
    done_at: datetime | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StrikeStep:
    """A step written down by mistake."""

    step_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WriteCause:
    """Why somebody lies in hospital, of what somebody died.

    Attributes:
        version: of the case, as the user saw it.
    """

    case_id: str
    version: int
    cause: str = field(repr=False)


def record_step(uow: UnitOfWork, command: RecordStep) -> SavedCase:
    """Write down what was done.

    Raises:
        UserError: ``step_of_others`` for what does not belong to the kind of case; ``field_missing``,
            ``done_in_future``.
    """
    require(uow, KEEP_CASES)
    case = uow.get(AbsenceCase, command.case_id)
    at, faults = command.done_at or uow.now, Faults()
    needed = label("errors", "Cần ghi đã báo ai: tên cơ quan hoặc họ tên người nhận tin.")
    whom = faults.line("whom", command.whom, needed=needed if command.step in _NEEDS_WHOM else None)
    how, note = faults.line("how", command.how), faults.line("note", command.note)
    if at > uow.now:
        faults.add("done_in_future", "done_at", label("errors", "Thời điểm ở tương lai. Chỉ ghi việc đã làm."))
    faults.refuse()
    if command.step not in STEPS_OF[case.kind]:
        raise UserError(
            "step_of_others",
            label("errors", "“{step}” không phải việc của hồ sơ “{kind}”. Hãy chọn việc khác."),
            step=STEP_LABELS[command.step],
            kind=CASE_KIND_LABELS[case.kind],
        )
    with uow.act("absences.record_step") as act:
        made = uow.add(
            AbsenceStep(
                resident_id=case.resident_id,
                case_id=case.id,
                step=command.step,
                done_at=at,
                whom=whom,
                how=how,
                note=note,
            )
        )
        act.about(made)
        settle(uow, case, str(command.step))
        if command.step is Step.TOLD_COMMUNE:
            for kind in STAY_NOTICES:
                settle_tasks(uow, SettleTasks("stay", case.stay_id, kind))
    return SavedCase.of(uow, case)


def record_examined(uow: UnitOfWork, resident_id: str, at: datetime) -> None:
    """An examination stands in somebody's record: that of coming back is done with it, inside of a verb.

    Args:
        uow: the unit of work.
        resident_id: who was examined.
        at: when; an examination from before they came back is none of coming back.
    """
    require(uow, KEEP_CASES)
    for work in list_open_work(uow, resident_id, TABLE):
        if work.kind == f"{KIND}{Step.HEALTH_CHECK}":
            case = uow.get(AbsenceCase, work.subject_id)
            if case.back_at is not None and case.back_at <= at:
                done = RecordStep(case.id, Step.HEALTH_CHECK, how=str(IN_RECORD), done_at=min(at, uow.now))
                record_step(uow, done)


def strike_step(uow: UnitOfWork, command: StrikeStep) -> None:
    """Strike out a step written down by mistake; its task is opened again by hand.

    Raises:
        UserError: ``reason_missing``.
    """
    require(uow, KEEP_CASES)
    step = uow.get(AbsenceStep, command.step_id)
    require_reason(command.reason)
    with uow.act("absences.strike_step", reason=command.reason) as act:
        act.about(step)
        uow.void(step, command.reason)


def write_cause(uow: UnitOfWork, command: WriteCause) -> SavedCase:
    """Write down the reason that is health, behind its wall.

    Raises:
        UserError: ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, READ_HEALTH)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    faults = Faults()
    cause = faults.line("cause", command.cause)
    faults.refuse()
    with uow.act("absences.write_cause") as act:
        act.about(case)
        case.cause = cause
    return SavedCase.of(uow, case)
