"""What a person's schedules of observation ask for next, the soonest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.treatment.domain import READ_PSYCHIATRIC, READ_VITALS
from facility_app.modules.treatment.domain.again import AGAIN
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.observation import VITALS, WEIGHT, Done, Situation, next_due
from facility_app.modules.treatment.domain.score_choices import PSYCHIATRIC
from facility_app.modules.treatment.queries.again import AgainOf
from facility_app.modules.treatment.tables import InstrumentScore, ObservationPlan, VitalReading


@dataclass(frozen=True, slots=True)
class DueRow:
    """One observation that is due.

    Attributes:
        situation: the schedule; None where the last measuring asks for it.
        task: ``vitals``, an instrument's code, or another word of the list of presets.
        text: what people read of the line that asks for it.
        at, until: as of ``Due``.
    """

    situation: Situation | None
    task: str
    text: Label
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Observed:
    """What was observed in one stay, for whoever of this slice has asked for the right."""

    session: Session
    stay_id: str

    def since(self, task: str, moment: datetime) -> list[Done]:
        """Observations of one kind from a moment on, in order of time."""
        if task in {VITALS, WEIGHT}:
            v = VitalReading
            wanted = [v.stay_id == self.stay_id, v.happened_at >= moment, v.voided_at.is_(None)]
            if task == WEIGHT:
                wanted.append(v.weight.is_not(None))
            found: Any = self.session.scalars(sa.select(v.happened_at).where(*wanted).order_by(v.happened_at))
            return [Done(at) for at in found]
        s = InstrumentScore
        asked = sa.select(s.happened_at, s.total, s.band).where(
            s.stay_id == self.stay_id, s.instrument == task, s.happened_at >= moment, s.voided_at.is_(None)
        )
        rows: Any = self.session.execute(asked.order_by(s.happened_at))
        return [Done(at, total, band or "") for at, total, band in rows]

    def plans(self) -> Sequence[ObservationPlan]:
        """Schedules that run."""
        p = ObservationPlan
        asked = sa.select(p).where(p.stay_id == self.stay_id, p.ended_at.is_(None), p.voided_at.is_(None))
        return self.session.scalars(asked.order_by(p.happened_at, p.id)).all()


def list_due(uow: UnitOfWork, stay_id: str) -> tuple[DueRow, ...]:
    """What is to be observed next by every schedule that runs, and by what was measured last.

    Instruments of psychiatry are only for their readers.
    """
    require(uow, READ_VITALS)
    observed, presets = Observed(uow.session, stay_id), clinical(uow.ports.shelf).presets
    found = []
    for plan in observed.plans():
        for line in presets[plan.situation]:
            due = next_due(line, plan.happened_at, observed.since(line.task, plan.happened_at))
            is_seen = line.task not in PSYCHIATRIC or uow.actor.may(READ_PSYCHIATRIC)
            if due is not None and is_seen:
                found.append(DueRow(plan.situation, line.task, line.text, due.at, due.until))
    again = AgainOf(uow)
    again_at = again.due(again.last([stay_id]).get(stay_id))
    if again_at is not None:
        found.append(DueRow(None, VITALS, AGAIN, again_at, again_at))
    return tuple(sorted(found, key=lambda one: (one.until, one.task)))
