"""Everything the page of a person shows of one stay, read together so that picture, ledger and lists agree."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.stays.domain.admission import paper_findings
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.decisions import DECISION_OF, DecisionKind
from facility_app.modules.stays.domain.events import Doing, DoingsAsked
from facility_app.modules.stays.domain.exits import ExitCode, exit_fits, pause_of
from facility_app.modules.stays.domain.exits_seen import seen_answer
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.rights import READ_EXIT_REASON, VIEW_STAYS
from facility_app.modules.stays.domain.stages import StageRow, check_stages, plan_stages
from facility_app.modules.stays.domain.types import PresenceState
from facility_app.modules.stays.queries.choices import find_person
from facility_app.modules.stays.queries.detail import (
    CountedRow,
    DecisionRow,
    EventRow,
    PresenceRow,
    StageDetail,
    is_explained,
    list_counted,
    list_decisions,
    list_events,
    list_presence_changes,
    list_stages,
)
from facility_app.modules.stays.queries.gone import list_gone
from facility_app.modules.stays.queries.stays import StayDetail, list_stays_of
from facility_app.modules.stays.queries.terms import Terms
from facility_app.modules.stays.tables import Stay


@dataclass(frozen=True, slots=True)
class StayOverview:
    """One stay as it stands today.

    Attributes:
        stays: every stay of the person, the last one first.
        stay: the one this is about.
        on: today.
        answer: its term, with every day explained.
        planned: the stages as the law lays them out.
        findings: what of the stages is too long, too short or out of its place.
        is_explained: whether somebody has explained today why the person is still here.
        exits: the codes that may end it.
        on_paper: what of the papers it rests on is missing or says another day.
        name: the person's.
        doings: what they did in it, as other slices answer whoever asks; empty unless asked for.
        is_gone: whether they went of their own will though the stay still says that they are inside.
    """

    stays: tuple[StayDetail, ...]
    stay: StayDetail
    on: date
    answer: TermAnswer
    decisions: tuple[DecisionRow, ...]
    events: tuple[EventRow, ...]
    stages: tuple[StageDetail, ...]
    planned: tuple[StageRow, ...]
    findings: tuple[Finding, ...]
    changes: tuple[PresenceRow, ...]
    counted: tuple[CountedRow, ...]
    is_explained: bool
    exits: tuple[ExitCode, ...]
    on_paper: tuple[Finding, ...]
    name: str = field(default="", repr=False)
    is_gone: bool = False
    doings: tuple[Doing, ...] = field(default=(), repr=False)

    @property
    def is_overheld(self) -> bool:
        """Whether the person is still here after the day of leaving."""
        return self.stay.is_open and self.answer.days_past_end > 0


def find_overview(
    uow: UnitOfWork, resident_id: str, stay_id: str = "", *, with_doings: bool = False
) -> StayOverview | None:
    """One stay of a person, the last one unless ``stay_id`` names another; None for a person without any.

    ``with_doings`` asks the other slices what was done in it.

    Raises:
        UserError: as the clock.
    """
    require(uow, VIEW_STAYS)
    stays = list_stays_of(uow, resident_id)
    if not stays:
        return None
    stay = next((one for one in stays if one.stay_id == stay_id), stays[0])
    today = local_date(uow.now)
    terms, record = Terms(uow), uow.get(Stay, stay.stay_id)
    answer = seen_answer(terms.answer(record, today), knows_health=uow.actor.may(READ_EXIT_REASON))
    numbers = terms.stages(stay.legal_regime, today)
    stages, person = list_stages(uow, stay.stay_id), find_person(uow, resident_id)
    rows = [StageRow(one.stage, one.start_on, one.end_on, one.result) for one in stages]
    decisions = list_decisions(uow, stay.stay_id)
    return StayOverview(
        stays=stays,
        stay=stay,
        on=today,
        answer=answer,
        decisions=decisions,
        events=list_events(uow, stay.stay_id),
        stages=stages,
        planned=plan_stages(stay.term_start_on, answer.expected_end_on, numbers)
        if stay.stay_type.has_term
        else (),
        findings=check_stages(rows, numbers, on=today, expected_end_on=answer.expected_end_on),
        changes=list_presence_changes(uow, stay.stay_id),
        counted=list_counted(uow, stay.stay_id),
        is_explained=is_explained(uow, stay.stay_id),
        exits=_exits(terms, stay, today),
        on_paper=_on_paper(stay, decisions, answer),
        name=person.name if person is not None else "",
        is_gone=stay.is_open and stay.presence is PresenceState.INSIDE and resident_id in list_gone(uow),
        doings=_doings(uow, stay, today) if with_doings else (),
    )


def _doings(uow: UnitOfWork, stay: StayDetail, today: date) -> tuple[Doing, ...]:
    """Of the days of this stay, the earliest first; what began before it or goes on after it is cut off there."""
    first, last = stay.admitted_on, stay.exited_on or today
    answered: chain[Doing] = chain.from_iterable(uow.ask(DoingsAsked(stay.resident_id, first, last)))
    cut = (replace(one, from_on=max(one.from_on, first)) for one in answered if one.from_on <= last)
    return tuple(sorted(cut, key=lambda one: one.from_on))


def _on_paper(stay: StayDetail, decisions: tuple[DecisionRow, ...], answer: TermAnswer) -> tuple[Finding, ...]:
    """Of an open stay; what a former one rested on is nobody's work any more."""
    if not stay.is_open:
        return ()
    base = DECISION_OF[stay.stay_type]
    printed = next((one.facts.decided_to for one in reversed(decisions) if one.kind is base), None)
    has_assignment = any(one.kind is DecisionKind.ASSIGNMENT for one in decisions)
    return paper_findings(stay.stay_type, printed, answer, has_assignment=has_assignment)


def find_term(uow: UnitOfWork, resident_id: str) -> tuple[StayDetail, TermAnswer] | None:
    """The last stay of a person with its term as of today; None for a person without any.

    Raises:
        UserError: as the clock.
    """
    require(uow, VIEW_STAYS)
    stays = list_stays_of(uow, resident_id)
    if not stays:
        return None
    answer = Terms(uow).answer(uow.get(Stay, stays[0].stay_id), local_date(uow.now))
    return stays[0], seen_answer(answer, knows_health=uow.actor.may(READ_EXIT_REASON))


def _exits(terms: Terms, stay: StayDetail, on: date) -> tuple[ExitCode, ...]:
    """What fits the type and ends the stay; what only interrupts it is an arrow of presence."""
    keeps = bool(terms.of_regime(stay.legal_regime, on).prison_keeps_remainder.value)
    return tuple(
        code
        for code in ExitCode
        if exit_fits(code, stay.stay_type, stay.legal_regime)
        and pause_of(code, prison_keeps_remainder=keeps) is None
        and code is not ExitCode.TEMP_TO_COMPULSORY
    )
