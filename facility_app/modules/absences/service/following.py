"""The case follows the person: an arrow of presence taken anywhere opens, sets off or closes it."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL
from facility_app.modules.absences.domain import FOLLOW_STAYS
from facility_app.modules.absences.domain.cases import OPEN, WAITING, CaseKind, CaseState
from facility_app.modules.absences.domain.duties import (
    BACK_CHECKS,
    DECIDE,
    END,
    RETURN,
    SEARCH,
    duties_at_leaving,
    duties_at_return,
)
from facility_app.modules.absences.queries.stored import list_unfollowed, open_cases_of
from facility_app.modules.absences.service.keeping import (
    KIND,
    TABLE,
    expect_back,
    forget_waiting,
    new_case,
    number_of_law,
    owe,
    settle,
)
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays.api import (
    EventKind,
    ExitCode,
    ExitCorrected,
    PresenceChanged,
    PresenceState,
    StayEnded,
    StayVoided,
    get_stay,
    list_events,
)
from facility_app.modules.tasks.api import SettleTasks, list_open_work, settle_tasks

KIND_OF: Final[dict[PresenceState, CaseKind]] = {
    PresenceState.HOSPITAL: CaseKind.HOSPITAL,
    PresenceState.PROCEEDINGS: CaseKind.PROCEEDINGS,
    PresenceState.FUNERAL: CaseKind.FUNERAL,
    PresenceState.ESCAPED: CaseKind.ESCAPE,
    PresenceState.SUSPENDED: CaseKind.SUSPENSION,
    PresenceState.IN_TRANSIT: CaseKind.TRANSFER,
    PresenceState.PRISON: CaseKind.PRISON,
    PresenceState.REMAND: CaseKind.REMAND,
}
"""The kind of case an absence is."""
EVENTS_OF: Final[dict[PresenceState, frozenset[EventKind]]] = {
    PresenceState.HOSPITAL: frozenset({EventKind.HOSPITAL}),
    PresenceState.PROCEEDINGS: frozenset({EventKind.PROCEEDINGS}),
    PresenceState.FUNERAL: frozenset({EventKind.FUNERAL}),
    PresenceState.ESCAPED: frozenset({EventKind.ESCAPE, EventKind.OVERSTAY}),
    PresenceState.SUSPENDED: frozenset({EventKind.SUSPENSION}),
    PresenceState.IN_TRANSIT: frozenset({EventKind.TRANSFER}),
    PresenceState.PRISON: frozenset({EventKind.PRISON}),
    PresenceState.REMAND: frozenset({EventKind.REMAND}),
}
"""The events of the term an absence can be."""
NO_DEATH: Final = "exit_corrected"
STRUCK: Final = "stay_voided"
RETURN_HOURS: Final = "hospital_return_examination_hours"
DAY_HOURS: Final = 24


def _on_presence(uow: UnitOfWork, event: PresenceChanged) -> None:
    require(uow, FOLLOW_STAYS)
    at = event.happened_at or uow.now
    kind = KIND_OF.get(event.after)
    with uow.act("absences.follow_stay") as act:
        act.table, act.record_id = "stay", event.stay_id
        away = [one for one in open_cases_of(uow, event.resident_id) if one.state is CaseState.AWAY]
        if not away and event.before in KIND_OF:
            away = [_taken_up(uow, event.stay_id, event.before)]
        for case in away:
            close_case(uow, case, CaseState.BACK if kind is None else CaseState.GONE_ON, at)
        if kind is not None:
            _set_off(uow, event, kind, at)


def take_up_absences(uow: UnitOfWork) -> int:
    """Give a case to everybody away who has none: they left before there were cases; answers how many.

    What leaving asked for was due then and is no work any more.
    """
    require(uow, FOLLOW_STAYS)
    found = list_unfollowed(uow)
    if not found:
        return 0
    with uow.act("absences.follow_stay") as act:
        for one in found:
            act.about(_taken_up(uow, one.stay_id, one.presence))
    return len(found)


def _taken_up(uow: UnitOfWork, stay_id: str, presence: PresenceState) -> AbsenceCase:
    """The case of an absence that began before there were cases; it left on some hour of its first day."""
    stay = get_stay(uow, stay_id)
    began = [one for one in list_events(uow, stay_id) if one.kind in EVENTS_OF[presence]]
    event = began[-1] if began else None
    left_on = stay.presence_on if event is None else event.from_on
    left_at = min(datetime.combine(left_on, time(), LOCAL), uow.now)
    event_id = None if event is None else event.event_id
    return new_case(uow, stay, KIND_OF[presence], CaseState.AWAY, left_at=left_at, event_id=event_id)


def close_case(uow: UnitOfWork, case: AbsenceCase, state: CaseState, at: datetime) -> None:
    """Somebody is away by this case no longer."""
    require(uow, FOLLOW_STAYS)
    case.state, case.back_at = state, at
    settle(uow, case, RETURN, END, is_done=state is CaseState.BACK)
    settle(uow, case, SEARCH, is_done=False)
    if state is CaseState.BACK:
        hours = number_of_law(uow, RETURN_HOURS, DAY_HOURS)
        owe(uow, case, duties_at_return(case.kind, at, hours))


def _set_off(uow: UnitOfWork, event: PresenceChanged, kind: CaseKind, at: datetime) -> None:
    waiting = [one for one in open_cases_of(uow, event.resident_id) if one.kind is kind and one.state in WAITING]
    case = waiting[0] if waiting else new_case(uow, get_stay(uow, event.stay_id), kind, CaseState.AWAY)
    case.state, case.left_at, case.event_id = CaseState.AWAY, at, event.event_id or None
    settle(uow, case, DECIDE)
    owe(uow, case, duties_at_leaving(kind, at))
    if case.due_back_at is not None:
        expect_back(uow, case, case.due_back_at)


def _on_ended(uow: UnitOfWork, event: StayEnded) -> None:
    if event.exit_code is ExitCode.TEMP_TO_COMPULSORY:
        return  # Whoever is away stays away; the stay that goes on takes them back.
    require(uow, FOLLOW_STAYS)
    with uow.act("absences.follow_stay") as act:
        act.table, act.record_id = "stay", event.stay_id
        for case in open_cases_of(uow, event.resident_id):
            case.state = CaseState.OUT
            settle(uow, case, END)
            forget_waiting(uow, case)
            settle(uow, case, SEARCH, is_done=False)
        for work in list_open_work(uow, event.resident_id, TABLE):
            if work.kind in {f"{KIND}{one}" for one in BACK_CHECKS}:
                settle_tasks(uow, SettleTasks(TABLE, work.subject_id, work.kind, is_done=False))
        if event.exit_code is ExitCode.DEATH:
            _open_death(uow, event.stay_id)


def _on_exit_corrected(uow: UnitOfWork, event: ExitCorrected) -> None:
    """That it was a death, or was none, is learned later: its duties are owed from now on, or no more."""
    if ExitCode.DEATH not in {event.before, event.after}:
        return
    require(uow, FOLLOW_STAYS)
    with uow.act("absences.follow_stay") as act:
        act.table, act.record_id = "stay", event.stay_id
        if event.after is ExitCode.DEATH:
            _open_death(uow, event.stay_id)
        else:
            _strike_death(uow, event.stay_id)


def _open_death(uow: UnitOfWork, stay_id: str) -> None:
    died = new_case(uow, get_stay(uow, stay_id), CaseKind.DEATH, CaseState.OUT, left_at=uow.now)
    owe(uow, died, duties_at_leaving(CaseKind.DEATH, uow.now))


def _strike_death(uow: UnitOfWork, stay_id: str) -> None:
    wanted = sa.select(AbsenceCase).where(
        AbsenceCase.stay_id == stay_id, AbsenceCase.kind == CaseKind.DEATH, AbsenceCase.voided_at.is_(None)
    )
    for case in uow.session.scalars(wanted).all():
        settle(uow, case, *(duty.code for duty in duties_at_leaving(CaseKind.DEATH, uow.now)), is_done=False)
        uow.void(case, NO_DEATH)


def _on_voided(uow: UnitOfWork, event: StayVoided) -> None:
    require(uow, FOLLOW_STAYS)
    uow.session.flush()
    asked = sa.select(AbsenceCase).where(
        AbsenceCase.stay_id == event.stay_id, AbsenceCase.voided_at.is_(None), AbsenceCase.state.in_(OPEN)
    )
    found = list(uow.session.scalars(asked))
    if found:
        with uow.act("absences.follow_stay") as act:
            act.about(found[0])
            for case in found:
                forget_waiting(uow, case)
                uow.void(case, STRUCK)


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    PresenceChanged: (_on_presence,),
    StayEnded: (_on_ended,),
    ExitCorrected: (_on_exit_corrected,),
    StayVoided: (_on_voided,),
}
