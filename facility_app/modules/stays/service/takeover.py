"""Sổ cũ: stays that were kept on paper or elsewhere before, written down together; one decision, one entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.api import Birth, ResidentStatus, SetCardStay, list_births, set_card_stays
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.case import Paper, TermCase, TermEvent
from facility_app.modules.stays.domain.clock import evaluate
from facility_app.modules.stays.domain.decisions import (
    BASE_DECISION,
    DECISION_OF,
    DEFAULT_BASIS,
    DecisionFacts,
    DecisionKind,
    checked_decision,
)
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.leaving import Leaving
from facility_app.modules.stays.domain.presence import ABSENCES, state_of
from facility_app.modules.stays.domain.rights import ADMIT, SETTLE_TERM
from facility_app.modules.stays.domain.stages import StageRow, check_row
from facility_app.modules.stays.domain.types import AdmissionReason, EventKind, PresenceState, StayType
from facility_app.modules.stays.service.comings import require_no_overlap
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import Stay, StayDecision, StayEvent, StayStage
from facility_app.modules.tasks.api import SettleTasks, settle_tasks


@dataclass(frozen=True, slots=True)
class StayLine:
    """One coming of one person, as the old books have it.

    Attributes:
        held_from: since when the person was held under V-32 before the term.
        events: absences and the like; one without a last day is where the person is now.
        exit_code: how it ended; with ``exited_on``, and the paper it rests on. None for somebody still there.
    """

    resident_id: str
    stay_type: StayType
    admission_reason: AdmissionReason
    admitted_on: date
    decision: DecisionFacts | None = None
    assignment: DecisionFacts | None = None
    held_from: date | None = None
    rehab_count: int | None = None
    custody_until: date | None = None
    decision_police: str | None = None
    residence_police: str | None = field(default=None, repr=False)
    events: tuple[TermEvent, ...] = ()
    stages: tuple[StageRow, ...] = ()
    exit_code: ExitCode | None = None
    exited_on: date | None = None
    exit_paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class TakeOverStays:
    """A part of the old books.

    Attributes:
        lines: some dozens of stays, at most one of each person.
        source: which book, for the trail.
        settled_before: what was due before that day was done on paper then, and is no work any more.
    """

    lines: tuple[StayLine, ...] = field(repr=False)
    source: str
    settled_before: date


def take_over_stays(uow: UnitOfWork, command: TakeOverStays) -> tuple[SavedStay, ...]:
    """Write stays down from the old books, in their order; those still open are counted and put on the worklists.

    Nobody is asked here about months and ages that are not the law's: the books say what was decided. Terms,
    credits and ends come in at once without the questions of each, so whoever takes books over may settle terms.

    Raises:
        UserError: ``reason_missing`` without a source; ``stay_open_already``, ``stay_overlaps``; ``not_found``; as
            ``checked_decision``, ``Leaving`` and the clock.
    """
    require(uow, SETTLE_TERM)
    require(uow, ADMIT)
    require_reason(command.source)
    people = list_births(uow, [line.resident_id for line in command.lines])
    _require_free(uow, command.lines, people)
    comings = _comings(uow, command.lines)
    for line in command.lines:
        if line.resident_id in comings:
            require_no_overlap(uow, line.resident_id, line.admitted_on, exited_on=line.exited_on)
    counted = Recount.within(uow)
    with uow.act("stays.take_over_stays", reason=command.source):
        with uow.session.no_autoflush:
            made = [_Line(uow, counted, one, people[one.resident_id]).written(comings) for one in command.lines]
        uow.session.flush()
        set_card_stays(uow, [SetCardStay(one.resident_id, ResidentStatus.LEFT) for one in made if one.exited_on])
        running = [stay for stay in made if stay.exited_on is None]
        counted.after_all(running, "stays.take_over_stays")
        for stay in running:
            settle_tasks(uow, SettleTasks("stay", stay.id, due_before=command.settled_before))
    return tuple(SavedStay.of(one) for one in made)


def _require_free(uow: UnitOfWork, lines: Sequence[StayLine], people: dict[str, Birth]) -> None:
    ids = [line.resident_id for line in lines]
    missing = next((one for one in ids if one not in people), None)
    if missing is not None:
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=missing,
        )
    wanted = sa.select(Stay.code).where(
        Stay.resident_id.in_(ids), Stay.exited_on.is_(None), Stay.voided_at.is_(None)
    )
    there = tuple(uow.session.scalars(wanted.order_by(Stay.code)))
    if there or len(set(ids)) < len(ids):
        raise UserError(
            "stay_open_already",
            label(
                "errors",
                "Sổ có người đang có lần cai nghiện chưa kết thúc, hoặc có hai dòng ({codes}). Một người chỉ có "
                "một lần đang mở; hãy so lại rồi nhập từng người.",
            ),
            codes=there,
        )


def _comings(uow: UnitOfWork, lines: Sequence[StayLine]) -> dict[str, int]:
    """How often each person came before, struck-out comings too."""
    wanted = sa.select(Stay.resident_id, sa.func.max(Stay.coming_no).label("last")).where(
        Stay.resident_id.in_([line.resident_id for line in lines])
    )
    return {row.resident_id: int(row.last) for row in uow.session.execute(wanted.group_by(Stay.resident_id))}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line being written down."""

    uow: UnitOfWork
    counted: Recount
    line: StayLine
    person: Birth

    def written(self, comings: dict[str, int]) -> Stay:
        uow, line = self.uow, self.line
        decision, assignment = self._decisions()
        decided_on = (
            decision.issued_on if decision is not None and decision.issued_on is not None else line.admitted_on
        )
        number = comings.get(line.resident_id, 0) + 1
        is_custody = line.stay_type is StayType.TEMPORARY
        stay = Stay(
            resident_id=line.resident_id,
            coming_no=number,
            code=f"{self.person.code}.{number}",
            stay_type=line.stay_type,
            legal_regime=self.counted.terms.regime_of(decided_on),
            admission_reason=line.admission_reason,
            admitted_on=line.admitted_on,
            term_start_on=decided_on if is_custody else line.admitted_on,
            start_basis=DEFAULT_BASIS[line.stay_type],
            rehab_count=line.rehab_count,
            custody_until=line.custody_until,
            decision_police=line.decision_police,
            residence_police=line.residence_police,
            **_presence(line),
        )
        events = _events(line, stay.term_start_on)
        self._count(stay, decision, events)
        self._require_lawful_exit(stay, decision)
        uow.add(stay)
        if decision is not None:
            uow.add(_decision(stay, DECISION_OF[line.stay_type], decision))
        if assignment is not None:
            uow.add(_decision(stay, DecisionKind.ASSIGNMENT, assignment))
        for one in events:
            uow.add(_event(stay, one, uow.actor.user_id))
        for row in line.stages:
            check_row(row)
            uow.add(_stage(stay, row))
        return stay

    def _decisions(self) -> tuple[DecisionFacts | None, DecisionFacts | None]:
        line, today = self.line, local_date(self.uow.now)
        base, assignment = BASE_DECISION[line.stay_type], line.assignment
        given = line.decision
        if given is None and base is not None:
            given = DecisionFacts("", None, "")
        decision = None
        if given is not None:
            kind = DECISION_OF[line.stay_type]
            decision = checked_decision(given, kind, today, needs_months=line.stay_type.has_term)
        if assignment is not None:
            assignment = checked_decision(assignment, DecisionKind.ASSIGNMENT, today, needs_months=False)
        return decision, assignment

    def _count(self, stay: Stay, decision: DecisionFacts | None, events: tuple[TermEvent, ...]) -> None:
        """What the clock says of the line alone; whoever is still there is counted again with everything else."""
        answer = self._answer(stay, decision, events)
        stay.expected_end_on, stay.leave_by = answer.expected_end_on, answer.leave_by

    def _answer(self, stay: Stay, decision: DecisionFacts | None, events: tuple[TermEvent, ...]) -> TermAnswer:
        on = self.line.exited_on or local_date(self.uow.now)
        case = TermCase(
            id=stay.code,
            legal_regime=stay.legal_regime,
            stay_type=stay.stay_type,
            term_start_on=stay.term_start_on,
            decided_months=decision.decided_months if decision is not None else None,
            events=events,
            date_of_birth=self.person.birth_on,
            birth_year=self.person.birth_year,
            custody_until=stay.custody_until,
        )
        return evaluate(case, on, self.counted.terms.of_regime(stay.legal_regime, on))

    def _require_lawful_exit(self, stay: Stay, decision: DecisionFacts | None) -> None:
        """An end out of old books is one that could be; nobody stands at the gate, so an unfit one is refused."""
        line = self.line
        if line.exited_on is None or line.exit_code is None:
            return
        lasted = _events(replace(line, exited_on=None), stay.term_start_on)
        back = [one.to_on or one.from_on for one in line.events if one.kind in ABSENCES]
        leaving = Leaving(
            line.exit_code,
            line.exited_on,
            line.stay_type,
            stay.legal_regime,
            line.admitted_on,
            PresenceState.INSIDE,
            max([line.admitted_on, *back]),
            self._answer(stay, decision, lasted).leave_by,
            line.exit_paper is not None,
        )
        leaving.check_day(local_date(self.uow.now))
        leaving.check_lawful()
        if not leaving.fits:
            raise leaving.unfit()


def _events(line: StayLine, term_start_on: date) -> tuple[TermEvent, ...]:
    """The events of a line with its credit and its end."""
    events = list(line.events)
    if line.held_from is not None and line.held_from < term_start_on:
        events.append(TermEvent(EventKind.TEMPORARY_MANAGEMENT_CREDIT, line.held_from, term_start_on))
    if line.exited_on is not None:
        events.append(TermEvent(EventKind.END, line.exited_on, paper=line.exit_paper, exit_code=line.exit_code))
    return tuple(events)


def _presence(line: StayLine) -> dict[str, object]:
    if line.exited_on is not None:
        facts = {"exit_code": line.exit_code, "exited_on": line.exited_on}
        return {"presence": PresenceState.OUT, "presence_on": line.exited_on, **facts}
    away = next((one for one in line.events if one.to_on is None and one.kind in ABSENCES), None)
    if away is None:
        back = [one.to_on for one in line.events if one.to_on is not None]
        return {"presence": PresenceState.INSIDE, "presence_on": max([line.admitted_on, *back])}
    return {"presence": state_of(away.kind), "presence_on": away.from_on}


def _event(stay: Stay, one: TermEvent, head_id: str) -> StayEvent:
    return StayEvent(
        resident_id=stay.resident_id,
        stay_id=stay.id,
        kind=one.kind,
        from_on=one.from_on,
        to_on=one.to_on,
        paper_number=None if one.paper is None else one.paper.number,
        paper_on=None if one.paper is None else one.paper.issued_on,
        confirmed_by=None if one.paper is None else head_id,
        decided_months=one.decided_months,
        months=one.months,
        days=one.days,
        exit_code=one.exit_code,
        counts_as=one.counts_as,
    )


def _stage(stay: Stay, row: StageRow) -> StayStage:
    return StayStage(
        resident_id=stay.resident_id,
        stay_id=stay.id,
        stage=row.stage,
        start_on=row.start_on,
        end_on=row.end_on,
        result=row.result,
    )


def _decision(stay: Stay, kind: DecisionKind, facts: DecisionFacts) -> StayDecision:
    names = (
        *("number", "symbol", "issued_on", "effective_on", "authority", "signatory", "decided_months"),
        *("decided_from", "decided_to", "subject", "received_on"),
    )
    return StayDecision(
        resident_id=stay.resident_id,
        stay_id=stay.id,
        kind=kind,
        version_no=1,
        holds_from=facts.effective_on or facts.issued_on,
        **{name: getattr(facts, name) for name in names},
    )
