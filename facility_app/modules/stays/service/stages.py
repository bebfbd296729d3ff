"""Giai đoạn: rows that overlap; a duration gone over needs a reason, nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.domain.findings import Finding, reason_needed
from facility_app.modules.stays.domain.rights import RUN_STAGES
from facility_app.modules.stays.domain.stages import (
    STAGE_ARTICLES,
    STAGE_LABELS,
    LastMeasured,
    Stage,
    StageResult,
    StageRow,
    check_measured,
    check_named,
    check_row,
    check_stages,
)
from facility_app.modules.stays.queries.stored import stages_of
from facility_app.modules.stays.queries.terms import Terms
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import Stay, StayStage


@dataclass(frozen=True, slots=True)
class StartStage:
    """A stage begins.

    Attributes:
        in_charge_id: the member of staff in charge; name and qualification as of that day.
    """

    stay_id: str
    stage: Stage
    start_on: date
    in_charge_id: str | None = None
    in_charge_name: str | None = None
    in_charge_qualification: str | None = None
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SettleStage:
    """A stage as it should be: its days, its result, who is in charge.

    Attributes:
        version: of the stage, as the user saw it.
        end_on: the day after its last; None while it lasts.
    """

    stage_id: str
    version: int
    start_on: date
    end_on: date | None
    result: StageResult | None = None
    in_charge_id: str | None = None
    in_charge_name: str | None = None
    in_charge_qualification: str | None = None
    reason: str | None = field(default=None, repr=False)


def start_stage(uow: UnitOfWork, command: StartStage) -> SavedStay:
    """Begin a stage.

    Raises:
        UserError: ``stage_there_already``; ``stage_reason_needed`` with the findings; ``day_out_of_range``,
            ``text_too_long``.
    """
    require(uow, RUN_STAGES)
    stay = uow.get(Stay, command.stay_id)
    there = stages_of(uow, stay.id)
    if any(row.stage is command.stage for row in there):
        raise UserError(
            "stage_there_already",
            label("errors", "Giai đoạn “{stage}” đã được ghi. Hãy mở giai đoạn đó để sửa."),
            stage=STAGE_LABELS[command.stage],
        )
    typed = _typed(command, local_date(uow.now))
    row = StageRow(command.stage, command.start_on)
    found = _require_reason(uow, stay, row, there, typed["override_reason"])
    charge_id, charge_name = _in_charge(uow, command.stage, command.in_charge_id, typed["in_charge_name"])
    with uow.act("stays.start_stage", reason=typed["override_reason"]) as act:
        made = uow.add(
            StayStage(
                resident_id=stay.resident_id,
                stay_id=stay.id,
                stage=command.stage,
                start_on=command.start_on,
                **typed | {"in_charge_id": charge_id, "in_charge_name": charge_name},
            )
        )
        act.about(made)
        Recount.within(uow).worklist(stay)
    return SavedStay.of(stay, found)


def settle_stage(uow: UnitOfWork, command: SettleStage) -> SavedStay:
    """End a stage, judge it, or correct its days.

    Raises:
        UserError: ``stage_reversed``; ``stage_reason_needed`` with the findings; ``day_out_of_range``,
            ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_STAGES)
    kept = uow.get(StayStage, command.stage_id, version=command.version)
    stay = uow.get(Stay, kept.stay_id)
    row = StageRow(kept.stage, command.start_on, command.end_on, command.result)
    check_row(row)
    typed = _typed(command, local_date(uow.now))
    reason = typed["override_reason"]
    others = [one for one in stages_of(uow, stay.id) if one.id != kept.id]
    charge_id, charge_name = _in_charge(uow, kept.stage, command.in_charge_id, typed["in_charge_name"])
    ending = _at_the_end(uow, stay, kept, row, charge_name)
    found = _require_reason(uow, stay, row, others, reason or kept.override_reason, ending)
    if ending and not reason:
        # A reason given when it began is none for ending it by what was measured long ago.
        raise reason_needed("stage_reason_needed", found)
    with uow.act("stays.settle_stage", reason=reason) as act:
        act.about(kept)
        kept.start_on, kept.end_on, kept.result = command.start_on, command.end_on, command.result
        kept.in_charge_id, kept.in_charge_name = charge_id, charge_name
        kept.in_charge_qualification = typed["in_charge_qualification"]
        kept.override_reason = reason or kept.override_reason
        Recount.within(uow).worklist(stay)
    return SavedStay.of(stay, found)


def _typed(command: StartStage | SettleStage, today: date) -> dict[str, str | None]:
    """The words of a command as kept, by their columns; a stage that has not begun is none."""
    faults = Faults()
    faults.past_day("start_on", command.start_on, today)
    made = {
        "in_charge_name": faults.line("in_charge_name", command.in_charge_name),
        "in_charge_qualification": faults.line("in_charge_qualification", command.in_charge_qualification),
        "override_reason": faults.open_line("reason", command.reason),
    }
    faults.refuse()
    return made


def _in_charge(
    uow: UnitOfWork, stage: Stage, member_id: str | None, name: str | None
) -> tuple[str | None, str | None]:
    """Who answers for a stage; for stage 2 the doctor who writes, where nobody else was named."""
    if member_id or name or stage is not Stage.DETOX or Role.DOCTOR not in uow.actor.roles:
        return member_id or None, name
    member = find_member_of_account(uow, uow.actor.user_id)
    return (None, None) if member is None else (member.member_id, member.full_name)


def _at_the_end(
    uow: UnitOfWork, stay: Stay, kept: StayStage, row: StageRow, in_charge: str | None
) -> tuple[Finding, ...]:
    """What is asked about when stage 2 ends, or ends on another day; what was answered is not asked again."""
    if row.stage is not Stage.DETOX or row.end_on is None or row.end_on == kept.end_on:
        return ()
    numbers = Terms(uow).stages(stay.legal_regime, local_date(uow.now))
    measured = [one for answer in uow.ask(LastMeasured(stay.id)) for one in answer]
    article = STAGE_ARTICLES[stay.legal_regime][Stage.DETOX]
    return (
        *check_measured(row, measured, numbers.measured_days),
        *check_named(row, in_charge, article),
    )


def _require_reason(
    uow: UnitOfWork,
    stay: Stay,
    row: StageRow,
    others: Sequence[StayStage],
    reason: str | None,
    more: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """Only what this row brings about is asked for; what others break was answered when they were written."""
    today = local_date(uow.now)
    numbers = Terms(uow).stages(stay.legal_regime, today)
    rows = [StageRow(one.stage, one.start_on, one.end_on, one.result) for one in others]
    before = {
        (one.code, one.params.get("number"))
        for one in check_stages(rows, numbers, on=today, expected_end_on=stay.expected_end_on)
    }
    after = check_stages([*rows, row], numbers, on=today, expected_end_on=stay.expected_end_on)
    found = (*(one for one in after if (one.code, one.params.get("number")) not in before), *more)
    if found and not reason:
        raise reason_needed("stage_reason_needed", found)
    return found
