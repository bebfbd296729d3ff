"""A doctor says whether somebody may work; the next answer takes the place of the last."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.fitness import WorkLimit, WorkVerdict, check_fitness
from facility_app.modules.treatment.domain.rights import DECIDE_FITNESS
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import WorkFitness


@dataclass(frozen=True, slots=True)
class DecideFitness:
    """What a doctor says of somebody's strength for work.

    Attributes:
        limits: what they should not do; only with a verdict of limits.
        valid_until: last day it holds.
        decided_on: first day it holds; None for today.
    """

    stay_id: str
    verdict: WorkVerdict
    valid_until: date
    limits: frozenset[WorkLimit] = frozenset()
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class StrikeFitness:
    """The last answer about somebody was written down by mistake."""

    stay_id: str
    reason: str = field(repr=False)


def decide_fitness(uow: UnitOfWork, command: DecideFitness) -> str:
    """Write an answer down; answers its id.

    Raises:
        UserError: ``work_limits_odd``, ``span_reversed``, ``day_out_of_range``, ``not_found``; as
            ``ChartSpan.require_open``.
    """
    require(uow, DECIDE_FITNESS)
    faults, today = Faults(), local_date(uow.now)
    first = command.decided_on or today
    faults.past_day("decided_on", first, today)
    check_fitness(faults, command.verdict, command.limits, first, command.valid_until)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    chart.moment(None)
    with uow.act("treatment.decide_fitness") as act:
        made = uow.add(
            WorkFitness(
                resident_id=chart.resident_id,
                stay_id=command.stay_id,
                verdict=command.verdict,
                limits=" ".join(one.value for one in WorkLimit if one in command.limits),
                decided_on=first,
                valid_until=command.valid_until,
                author_name=chart.author,
            )
        )
        act.about(made)
    return made.id


def strike_fitness(uow: UnitOfWork, command: StrikeFitness) -> None:
    """Strike the last answer out; the one before it counts again.

    Raises:
        UserError: ``no_fitness``, ``reason_missing``.
    """
    require(uow, DECIDE_FITNESS)
    require_reason(command.reason)
    w = WorkFitness
    asked = sa.select(w).where(w.stay_id == command.stay_id, w.voided_at.is_(None))
    last = uow.session.scalars(asked.order_by(w.decided_on.desc(), w.created_at.desc(), w.id.desc())).first()
    if last is None:
        raise UserError("no_fitness", label("errors", "Chưa có kết luận sức khỏe lao động nào để gạch bỏ."))
    with uow.act("treatment.strike_fitness", reason=command.reason) as act:
        act.about(last)
        uow.void(last, command.reason)
