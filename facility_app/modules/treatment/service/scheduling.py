"""Schedules of observation: a preset a doctor puts somebody on, and takes them off."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import PLAN_OBSERVATION
from facility_app.modules.treatment.domain.observation import SITUATION_LABELS, Situation
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.service.plans import Plans
from facility_app.modules.treatment.tables import ObservationPlan


@dataclass(frozen=True, slots=True)
class StartPlan:
    """A preset holds from a moment on; None is now."""

    stay_id: str
    situation: Situation
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndPlan:
    """It no longer holds."""

    plan_id: str
    version: int
    reason: str = field(repr=False)


def start_plan(uow: UnitOfWork, command: StartPlan) -> str:
    """Put somebody on a schedule; what it asks for first stands on the nurses' worklist.

    Returns:
        Its id.

    Raises:
        UserError: ``plan_runs``, ``not_found``; as ``ChartSpan.require_open``.
    """
    require(uow, PLAN_OBSERVATION)
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    p = ObservationPlan
    runs = sa.select(p.id).where(
        p.stay_id == command.stay_id, p.situation == command.situation, p.ended_at.is_(None), p.voided_at.is_(None)
    )
    if uow.session.scalar(runs) is not None:
        raise UserError(
            "plan_runs",
            label("errors", "Lịch theo dõi “{situation}” đang chạy. Hãy thôi lịch cũ trước nếu cần bắt đầu lại."),
            situation=SITUATION_LABELS[command.situation],
        )
    with uow.act("treatment.start_plan") as act:
        made = uow.add(ObservationPlan(**chart.facts(at), situation=command.situation))
        act.about(made)
        Plans(chart).owe()
        return made.id


def end_plan(uow: UnitOfWork, command: EndPlan) -> None:
    """Take somebody off a schedule; what it still asked for is withdrawn.

    Raises:
        UserError: ``plan_over``, ``reason_missing``, ``text_too_long``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_OBSERVATION)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    found = uow.get(ObservationPlan, command.plan_id, version=command.version)
    if found.ended_at is not None:
        raise UserError("plan_over", label("errors", "Lịch theo dõi này đã thôi. Hãy mở lại danh sách."))
    with uow.act("treatment.end_plan") as act:
        act.about(found)
        found.ended_at, found.end_reason = uow.now, reason
        Plans(Chart.of(uow, found.stay_id)).withdraw(found)
