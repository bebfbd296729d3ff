"""What was done in a case: its papers, extensions, escorts and steps, read in one go."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.absences.domain import READ_HEALTH, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import OF_HEALTH
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.domain.escort import PaperPart, Way
from facility_app.modules.absences.tables import (
    AbsenceCase,
    AbsenceEscort,
    AbsenceExtension,
    AbsencePaper,
    AbsenceStep,
)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper of a case."""

    id: str
    part: PaperPart
    paper_id: str
    form_id: str
    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """Another moment by which somebody is to be back; why is None where it is health, for whoever may not read."""

    id: str
    before_at: datetime | None
    until_at: datetime
    number: str | None
    issued_on: date | None
    body: str | None
    reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscortRow:
    """One escort order; ``version`` goes back with the handover."""

    id: str
    version: int
    way: Way
    officers: str = field(repr=False)
    vehicle: str | None
    planned_at: datetime
    measures: str | None = field(repr=False)
    handed_at: datetime | None
    handed_to: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One thing done; the note is None for whoever may not read of health."""

    id: str
    step: Step
    done_at: datetime
    whom: str | None = field(repr=False)
    how: str | None
    note: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Doings:
    """Everything done in one case, the oldest first."""

    papers: tuple[PaperRow, ...] = ()
    extensions: tuple[ExtensionRow, ...] = ()
    escorts: tuple[EscortRow, ...] = ()
    steps: tuple[StepRow, ...] = ()


def list_doings(uow: UnitOfWork, case_id: str) -> Doings:
    """Everything done in a case."""
    require(uow, VIEW_ABSENCES)
    p, x, e, s = AbsencePaper, AbsenceExtension, AbsenceEscort, AbsenceStep
    papers = sa.select(p.id, p.part, p.paper_id, p.form_id, p.number, p.issued_on)
    extensions = sa.select(x.id, x.before_at, x.until_at, x.number, x.issued_on, x.body, x.reason)
    escorts = sa.select(
        *(e.id, e.version, e.way, e.officers, e.vehicle, e.planned_at, e.measures, e.handed_at, e.handed_to)
    )
    steps = sa.select(s.id, s.step, s.done_at, s.whom, s.how, s.note)
    run = uow.session.execute
    knows = uow.actor.may(READ_HEALTH)
    kind = uow.session.scalar(sa.select(AbsenceCase.kind).where(AbsenceCase.id == case_id))
    knows_reason = knows or kind not in OF_HEALTH
    return Doings(
        tuple(PaperRow(*row) for row in run(_of(papers, p, case_id))),
        tuple(_extended(ExtensionRow(*row), knows=knows_reason) for row in run(_of(extensions, x, case_id))),
        tuple(EscortRow(*row) for row in run(_of(escorts, e, case_id))),
        tuple(_seen(StepRow(*row), knows=knows) for row in run(_of(steps, s, case_id))),
    )


def get_escort(uow: UnitOfWork, escort_id: str) -> tuple[str, EscortRow]:
    """The case of an escort order, and the order.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    case_id = uow.get(AbsenceEscort, escort_id).case_id
    return case_id, next(one for one in list_doings(uow, case_id).escorts if one.id == escort_id)


def _extended(row: ExtensionRow, *, knows: bool) -> ExtensionRow:
    return row if knows else replace(row, reason=None)


def _seen(row: StepRow, *, knows: bool) -> StepRow:
    return row if knows else replace(row, note=None)


def _of(asked: Any, table: Any, case_id: str) -> Any:
    return asked.where(table.case_id == case_id, table.voided_at.is_(None)).order_by(table.id)
