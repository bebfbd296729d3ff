"""The clock asked about a stored stay: records in, the answer of the domain out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.api import Parameter, ParameterBook, get_parameter_book
from facility_app.modules.residents.api import list_births
from facility_app.modules.stays.domain.admission import regime_of
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.case import Paper, TermCase, TermEvent
from facility_app.modules.stays.domain.clock import evaluate
from facility_app.modules.stays.domain.decisions import BASE_DECISION
from facility_app.modules.stays.domain.numbers import NEW_LAW, LookUp
from facility_app.modules.stays.domain.parameters import (
    DeadlineParameters,
    StageParameters,
    TermParameters,
    deadline_parameters,
    stage_parameters,
    term_parameters,
)
from facility_app.modules.stays.domain.types import EventKind
from facility_app.modules.stays.tables import Stay, StayDecision, StayEvent


@dataclass
class Terms:
    """The clock within one unit of work; the law's numbers are read once however many stays are asked about.

    Attributes:
        uow: the unit of work.
        book: the law's numbers; another one answers "what if".
    """

    uow: UnitOfWork
    book: ParameterBook | None = None
    _by_regime: dict[tuple[LegalRegime, date], TermParameters] = field(default_factory=dict)
    _stages: dict[tuple[LegalRegime, date], StageParameters] = field(default_factory=dict)
    _deadlines: dict[date, DeadlineParameters] = field(default_factory=dict)

    @cached_property
    def _numbers(self) -> ParameterBook:
        return self.book if self.book is not None else get_parameter_book(self.uow)

    def of_regime(self, regime: LegalRegime, on: date) -> TermParameters:
        """What the clock needs of the law of a stay."""
        key = (regime, on)
        if key not in self._by_regime:
            self._by_regime[key] = term_parameters(self._look_up(on, regime))
        return self._by_regime[key]

    def regime_of(self, decided_on: date) -> LegalRegime:
        """The law a decision of that day is carried out under."""
        return regime_of(decided_on, self._numbers.get(NEW_LAW))

    def stages(self, regime: LegalRegime, on: date) -> StageParameters:
        """Durations of the stages under the law of a stay."""
        key = (regime, on)
        if key not in self._stages:
            self._stages[key] = stage_parameters(self._look_up(on, regime), regime)
        return self._stages[key]

    def deadlines(self, on: date) -> DeadlineParameters:
        """Numbers of the deadlines on a day."""
        if on not in self._deadlines:
            self._deadlines[on] = deadline_parameters(self._look_up(on, LegalRegime.L2025))
        return self._deadlines[on]

    def _look_up(self, on: date, regime: LegalRegime) -> LookUp:
        def find(key: str) -> Parameter | None:
            return self._numbers.get(key).on(on, regime)

        return find

    def answer(self, stay: Stay, on: date) -> TermAnswer:
        """The day of leaving and every day explained.

        Raises:
            UserError: as ``evaluate``.
        """
        return evaluate(self.case(stay), on, self.of_regime(stay.legal_regime, on))

    def answers(self, stays: Sequence[Stay], on: date) -> dict[str, TermAnswer]:
        """The same of many stays, read together; keys are their ids.

        Raises:
            UserError: as ``evaluate``.
        """
        cases = self.cases(stays)
        return {one.id: evaluate(cases[one.id], on, self.of_regime(one.legal_regime, on)) for one in stays}

    def case(self, stay: Stay) -> TermCase:
        """The stay as the clock sees it."""
        return next(iter(self.cases([stay]).values()))

    def cases(self, stays: Sequence[Stay]) -> dict[str, TermCase]:
        """Stays as the clock sees them, in three statements however many; keys are their ids."""
        ids = [stay.id for stay in stays]
        base = self._base_decisions(ids)
        events: dict[str, list[TermEvent]] = {one: [] for one in ids}
        changes: dict[str, list[TermEvent]] = {one: [] for one in ids}
        for row in self.uow.session.scalars(
            sa.select(StayEvent)
            .where(StayEvent.stay_id.in_(ids), StayEvent.voided_at.is_(None))
            .order_by(StayEvent.from_on, StayEvent.id)
        ):
            events[row.stay_id].append(_event(row))
        for stay in stays:
            wanted = BASE_DECISION[stay.stay_type]
            base[stay.id] = [one for one in base.get(stay.id, []) if one.kind is wanted]
            changes[stay.id] = [
                TermEvent(
                    EventKind.DECISION_CHANGED,
                    one.holds_from,
                    paper=_paper(one),
                    decided_months=one.decided_months,
                )
                for one in base[stay.id][1:]
                if one.decided_months is not None
            ]
        born = list_births(self.uow, sorted({stay.resident_id for stay in stays}))
        made = {}
        for stay in stays:
            first = next(iter(base[stay.id]), None)
            made[stay.id] = TermCase(
                id=stay.code,
                legal_regime=stay.legal_regime,
                stay_type=stay.stay_type,
                term_start_on=stay.term_start_on,
                decided_months=first.decided_months if first is not None else None,
                events=(*events[stay.id], *changes[stay.id]),
                date_of_birth=born[stay.resident_id].birth_on if stay.resident_id in born else None,
                birth_year=born[stay.resident_id].birth_year if stay.resident_id in born else None,
                paper=_paper(first) if first is not None else None,
                custody_until=stay.custody_until,
            )
        return made

    def _base_decisions(self, ids: list[str]) -> dict[str, list[StayDecision]]:
        """The versions of the decision each stay rests on, first one first."""
        found: dict[str, list[StayDecision]] = {}
        wanted = {kind for kind in BASE_DECISION.values() if kind is not None}
        for row in self.uow.session.scalars(
            sa.select(StayDecision)
            .where(
                StayDecision.stay_id.in_(ids),
                StayDecision.kind.in_(wanted),
                StayDecision.voided_at.is_(None),
            )
            .order_by(StayDecision.stay_id, StayDecision.version_no)
        ):
            found.setdefault(row.stay_id, []).append(row)
        return found


def _event(row: StayEvent) -> TermEvent:
    paper = None
    if row.paper_number is not None and row.paper_on is not None:
        paper = Paper(row.paper_number, row.paper_on)
    return TermEvent(
        row.kind,
        row.from_on,
        row.to_on,
        paper,
        row.decided_months,
        row.months,
        row.days,
        row.exit_code,
        row.counts_as,
        row.confirmed_by is not None,
    )


def _paper(row: StayDecision) -> Paper:
    return Paper(f"{row.number}/{row.symbol}" if row.symbol else row.number, row.issued_on)
