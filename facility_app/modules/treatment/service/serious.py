"""A serious event is written down, what was done about it, and how it ended; each thing to do is a task."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks
from facility_app.modules.treatment.domain.rights import CLOSE_EVENTS, RECORD_EVENTS
from facility_app.modules.treatment.domain.serious import (
    EVENT_STEP_LABELS,
    NEEDS_WHOM,
    EventKind,
    EventStep,
    Harm,
    duties_of,
    missing_of,
)
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.tables import SeriousEvent, SeriousEventStep

TABLE: Final = SeriousEvent.__tablename__
TASK: Final = "treatment.event_"


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """Something serious happened to somebody.

    Attributes:
        happened_at: when it was found; None for now.
        present: who else was there.
    """

    stay_id: str
    kind: EventKind
    harm: Harm
    place: str = field(repr=False)
    found_by: str = field(repr=False)
    account: str = field(repr=False)
    measures: str = field(repr=False)
    present: str = field(default="", repr=False)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordEventStep:
    """Something of the dossier was done.

    Attributes:
        whom: who was told, or who wrote it.
        how: by phone, number of the paper.
    """

    event_id: str
    step: EventStep
    whom: str = field(default="", repr=False)
    how: str = field(default="", repr=False)
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CloseEvent:
    """The dossier is whole.

    Attributes:
        outcome: how it ended for the person, what is done so that it does not happen again.
        reason: why something of the checklist is not there; only where something is missing.
    """

    event_id: str
    version: int
    outcome: str = field(repr=False)
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StrikeEvent:
    """An event written down by mistake."""

    event_id: str
    version: int
    reason: str = field(repr=False)


def record_event(uow: UnitOfWork, command: RecordEvent) -> str:
    """Open the dossier of an event; what it asks for is owed from the moment it happened.

    Returns:
        Its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``not_found``; as ``ChartSpan.require_open``.
    """
    require(uow, RECORD_EVENTS)
    faults = Faults()
    place = faults.line("place", command.place, needed=label("errors", "Cần ghi sự việc xảy ra ở đâu."))
    found_by = faults.line("found_by", command.found_by, needed=label("errors", "Cần ghi ai phát hiện."))
    texts = {name: faults.note(name, getattr(command, name)) for name in ("account", "measures", "present")}
    for name, needed in (
        ("account", label("errors", "Cần ghi diễn biến sự việc.")),
        ("measures", label("errors", "Cần ghi đã xử trí gì ngay lúc đó.")),
    ):
        if not texts[name]:
            faults.add("field_missing", name, needed)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    with uow.act("treatment.record_event") as act:
        made = uow.add(
            SeriousEvent(
                **chart.facts(at), kind=command.kind, harm=command.harm, place=place, found_by=found_by, **texts
            )
        )
        act.about(made)
        uow.session.flush()
        for duty in duties_of(command.kind, command.harm, at, lambda key: parameter(uow, key).whole):
            raise_task(
                uow,
                RaiseTask(
                    f"{TASK}{duty.step}",
                    duty.text,
                    TABLE,
                    made.id,
                    duty.due_at,
                    duty.roles[0],
                    resident_id=chart.resident_id,
                    may_go_to=frozenset(duty.roles[1:]),
                ),
            )
        return made.id


def record_event_step(uow: UnitOfWork, command: RecordEventStep) -> str:
    """Write down what was done; its task comes off the list.

    Returns:
        Its id.

    Raises:
        UserError: ``field_missing``, ``event_closed``, ``not_found``, ``done_in_future``, ``done_before_event``.
    """
    require(uow, RECORD_EVENTS)
    event = _open(uow, command.event_id)
    at, faults = command.done_at or uow.now, Faults()
    needed = label("errors", "Cần ghi đã báo ai: tên cơ quan hoặc họ tên người nhận tin.")
    whom = faults.line("whom", command.whom, needed=needed if command.step in NEEDS_WHOM else None)
    how = faults.line("how", command.how)
    if at > uow.now:
        faults.add("done_in_future", "done_at", label("errors", "Thời điểm ở tương lai. Chỉ ghi việc đã làm."))
    elif at < event.happened_at:
        faults.add("done_before_event", "done_at", label("errors", "Việc này không thể trước sự việc."))
    faults.refuse()
    chart = Chart.of(uow, event.stay_id)
    with uow.act("treatment.record_event_step") as act:
        made = uow.add(
            SeriousEventStep(**chart.facts(at), event_id=event.id, step=command.step, whom=whom, how=how)
        )
        act.about(made)
        settle_tasks(uow, SettleTasks(TABLE, event.id, f"{TASK}{command.step}"))
        uow.session.flush()
        return made.id


def close_event(uow: UnitOfWork, command: CloseEvent) -> None:
    """Close the dossier; what is missing of its checklist is answered with a reason.

    Raises:
        UserError: ``field_missing``, ``event_closed``, ``event_unfinished``, ``text_too_long``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, CLOSE_EVENTS)
    event = _open(uow, command.event_id, command.version)
    faults = Faults()
    outcome = faults.note("outcome", command.outcome)
    why = faults.line("reason", command.reason)
    if not outcome:
        faults.add("field_missing", "outcome", label("errors", "Cần ghi kết quả, tình trạng sau sự việc."))
    faults.refuse()
    missing = missing_of(event.kind, event.harm, _done(uow, event.id))
    if missing and not why:
        raise UserError(
            "event_unfinished",
            label("errors", "Hồ sơ còn thiếu: {missing}. Hãy ghi việc đã làm, hoặc ghi lý do không làm."),
            fields={"reason": label("errors", "Cần lý do")},
            missing=tuple(EVENT_STEP_LABELS[one] for one in missing),
        )
    told = outcome if not missing else f"{outcome}\n{why}"
    with uow.act("treatment.close_event", reason=command.reason) as act:
        act.about(event)
        event.outcome, event.closed_at, event.closed_by = told, uow.now, Staff(uow).name
        settle_tasks(uow, SettleTasks(TABLE, event.id, is_done=False))
        uow.session.flush()


def strike_event(uow: UnitOfWork, command: StrikeEvent) -> None:
    """Strike out an event written down by mistake: its author may, and a doctor.

    Raises:
        UserError: ``reason_missing``, ``event_closed``, ``not_found``.
        PermissionDenied: ``entry_of_another``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_EVENTS)
    require_reason(command.reason)
    event = _open(uow, command.event_id, command.version)
    Staff(uow).require_own(event.created_by, event.author_name)
    with uow.act("treatment.strike_event", reason=command.reason) as act:
        act.about(event)
        uow.void(event, command.reason)
        settle_tasks(uow, SettleTasks(TABLE, event.id, is_done=False))


def _open(uow: UnitOfWork, event_id: str, version: int | None = None) -> SeriousEvent:
    found = (
        uow.get(SeriousEvent, event_id) if version is None else uow.get(SeriousEvent, event_id, version=version)
    )
    if found.closed_at is not None:
        raise UserError(
            "event_closed",
            label(
                "errors",
                "Hồ sơ sự việc này đã kết thúc. Hãy mở lại danh sách; có tình tiết mới thì ghi sự việc mới.",
            ),
        )
    return found


def _done(uow: UnitOfWork, event_id: str) -> list[EventStep]:
    s = SeriousEventStep
    return list(uow.session.scalars(sa.select(s.step).where(s.event_id == event_id, s.voided_at.is_(None))))
