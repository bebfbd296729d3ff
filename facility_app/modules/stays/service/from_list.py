"""Stays of a roster: people who are inside, each with the decision the list names; many at once, one entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import WorkCalendar, get_work_calendar
from facility_app.modules.residents.api import Birth, ResidentStatus, SetCardStay, list_births, set_card_stays
from facility_app.modules.stays.domain.case import TermCase
from facility_app.modules.stays.domain.clock import evaluate
from facility_app.modules.stays.domain.decisions import (
    BASE_DECISION,
    DEFAULT_BASIS,
    DecisionFacts,
    DecisionKind,
    checked_decision,
)
from facility_app.modules.stays.domain.rights import ADMIT
from facility_app.modules.stays.domain.types import AdmissionReason, PresenceState, StayType
from facility_app.modules.stays.queries.owed import Kept
from facility_app.modules.stays.service.comings import require_no_overlap
from facility_app.modules.stays.service.counting import STILL_TO_DO, Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import Stay, StayDecision
from facility_app.modules.tasks.api import RaiseTask, raise_first_tasks

VERB = "stays.open_listed_stays"


@dataclass(frozen=True, slots=True)
class ListedStay:
    """Somebody inside, as a roster names them; what happened to the term is written down afterwards."""

    resident_id: str
    stay_type: StayType
    admission_reason: AdmissionReason
    admitted_on: date
    decision: DecisionFacts | None = None
    rehab_count: int | None = None


@dataclass(frozen=True, slots=True)
class OpenListedStays:
    """A part of a roster.

    Attributes:
        lines: some hundred stays, at most one of each person.
        source: which list, for the trail.
        settled_before: what was due before that day was done on paper then, and is no work any more.
    """

    lines: tuple[ListedStay, ...] = field(repr=False)
    source: str
    settled_before: date


def open_listed_stays(uow: UnitOfWork, command: OpenListedStays) -> tuple[SavedStay, ...]:
    """Open the stays of a roster, in its order; counted and put on the worklists.

    Months and ages that are not the law's are asked about by whoever takes the list over, before.

    Raises:
        UserError: ``reason_missing`` without a source; ``stay_open_already``, ``stay_overlaps``; ``not_found``; as
            ``checked_decision`` and the clock.
    """
    require(uow, ADMIT)
    require_reason(command.source)
    people = list_births(uow, [line.resident_id for line in command.lines])
    comings = _comings(uow, command.lines, people)
    counted, today = Recount.within(uow), local_date(uow.now)
    workdays = get_work_calendar(uow)
    owed: list[RaiseTask] = []
    made: list[Stay] = []
    with uow.act(VERB, reason=command.source):
        with uow.session.no_autoflush:
            for line in command.lines:
                number = comings.get(line.resident_id, 0) + 1
                one = _Line(uow, counted, line, people[line.resident_id], today, workdays)
                made.append(one.written(number, owed))
        uow.session.flush()
        set_card_stays(uow, [_card(stay) for stay in made])
        raise_first_tasks(uow, owed, command.settled_before, STILL_TO_DO)
    return tuple(SavedStay.of(one) for one in made)


def _comings(uow: UnitOfWork, lines: Sequence[ListedStay], people: dict[str, Birth]) -> dict[str, int]:
    """How often each person came before; nobody has a stay that is still open."""
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
    came = sa.select(Stay.resident_id, sa.func.max(Stay.coming_no).label("last")).where(Stay.resident_id.in_(ids))
    found = {row.resident_id: int(row.last) for row in uow.session.execute(came.group_by(Stay.resident_id))}
    for line in lines:
        if line.resident_id in found:
            require_no_overlap(uow, line.resident_id, line.admitted_on)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """One line being written down."""

    uow: UnitOfWork
    counted: Recount
    line: ListedStay
    person: Birth
    today: date
    workdays: WorkCalendar

    def written(self, number: int, owed: list[RaiseTask]) -> Stay:
        """The stay with its decision and what the clock says; what it owes is added to ``owed``."""
        line, decision = self.line, self._decision()
        decided_on = line.admitted_on if decision is None or decision.issued_on is None else decision.issued_on
        stay = Stay(
            id=self.uow.new_id(),
            resident_id=line.resident_id,
            coming_no=number,
            code=f"{self.person.code}.{number}",
            stay_type=line.stay_type,
            legal_regime=self.counted.terms.regime_of(decided_on),
            admission_reason=line.admission_reason,
            admitted_on=line.admitted_on,
            term_start_on=decided_on if line.stay_type is StayType.TEMPORARY else line.admitted_on,
            start_basis=DEFAULT_BASIS[line.stay_type],
            rehab_count=line.rehab_count,
            presence=PresenceState.INSIDE,
            presence_on=line.admitted_on,
        )
        self.uow.add(stay)
        base = BASE_DECISION[line.stay_type]
        if decision is not None and base is not None:
            self.uow.add(_decision_record(stay, base, decision))
        case = TermCase(
            id=stay.code,
            legal_regime=stay.legal_regime,
            stay_type=stay.stay_type,
            term_start_on=stay.term_start_on,
            decided_months=None if decision is None else decision.decided_months,
            date_of_birth=self.person.birth_on,
            birth_year=self.person.birth_year,
        )
        answer = evaluate(case, self.today, self.counted.terms.of_regime(stay.legal_regime, self.today))
        self.counted.write_answer(stay, answer, VERB)
        owed += self.counted.owed(stay, answer, Kept((), is_admission_done=False), self.workdays)
        return stay

    def _decision(self) -> DecisionFacts | None:
        base = BASE_DECISION[self.line.stay_type]
        if base is None:
            return None
        given = self.line.decision or DecisionFacts("", None, "")
        return checked_decision(given, base, self.today, needs_months=self.line.stay_type.has_term)


def _card(stay: Stay) -> SetCardStay:
    return SetCardStay(
        stay.resident_id, ResidentStatus.PRESENT, stay.id, str(stay.stay_type), stay.expected_end_on
    )


def _decision_record(stay: Stay, kind: DecisionKind, facts: DecisionFacts) -> StayDecision:
    return StayDecision(
        resident_id=stay.resident_id,
        stay_id=stay.id,
        kind=kind,
        version_no=1,
        holds_from=facts.effective_on or facts.issued_on,
        number=facts.number,
        symbol=facts.symbol,
        issued_on=facts.issued_on,
        effective_on=facts.effective_on,
        authority=facts.authority,
        signatory=facts.signatory,
        decided_months=facts.decided_months,
        subject=facts.subject,
    )
