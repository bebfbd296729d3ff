"""What the running schedules ask for next, of everybody at once: who is measured and scored when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import PresenceState, list_whereabouts
from facility_app.modules.treatment.domain import READ_PSYCHIATRIC, READ_VITALS, SCORE
from facility_app.modules.treatment.domain.again import AGAIN
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.observation import (
    VITALS,
    WEIGHT,
    Done,
    Observation,
    Situation,
    next_due,
)
from facility_app.modules.treatment.domain.score_choices import PSYCHIATRIC
from facility_app.modules.treatment.queries.again import AgainOf
from facility_app.modules.treatment.tables import InstrumentScore, ObservationPlan, VitalReading

MEASURED: Final = frozenset({VITALS, WEIGHT})


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line of a schedule and when it is due next, or what the last measuring asks for.

    Attributes:
        due_id: the schedule's id and the number of its line; that of the last measuring.
        task: ``vitals``, ``weight``, an instrument's code, or another word of the list.
        text: the line as the schedule has it.
        at, until: as of ``Due``.
        place: where they sleep.
        situation: the schedule; None where the last measuring asks for it.
    """

    due_id: str
    stay_id: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str
    situation: Situation | None = field(repr=False)
    task: str = field(repr=False)
    text: Label = field(repr=False)
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class _Plan:
    """A schedule that runs."""

    plan_id: str
    stay_id: str
    resident_id: str
    situation: Situation
    began_at: datetime


def list_due_lines(uow: UnitOfWork) -> tuple[DueLine, ...]:
    """What is due next for everybody, whatever is overdue longest first.

    Lines that wait for a dose are not here: doses are another slice's, which reminds of them at the dose.
    Questions of psychiatry are only for whoever reads those notes.
    """
    require(uow, SCORE)
    presets = clinical(uow.ports.shelf).presets
    plans = _plans(uow)
    history = _History(uow, plans, presets)
    people = list_resident_marks(uow, list({one.resident_id for one in plans}))
    made = []
    for plan in plans:
        who = people.get(plan.resident_id)
        if who is None:
            continue
        for number, line in enumerate(presets[plan.situation], 1):
            due = next_due(line, plan.began_at, history.done(plan, line)) if _is_seen(uow, line) else None
            if due is not None:
                made.append(
                    DueLine(
                        f"{plan.plan_id}:{number}",
                        plan.stay_id,
                        plan.resident_id,
                        who.code,
                        who.name,
                        who.place or "",
                        plan.situation,
                        line.task,
                        line.text,
                        due.at,
                        due.until,
                    )
                )
    made.extend(_again(uow))
    return tuple(sorted(made, key=lambda row: (row.until, row.code, row.task)))


def _again(uow: UnitOfWork) -> Iterator[DueLine]:
    """Everybody inside whose last NEWS2 asks to be measured again, on a schedule or not."""
    if not uow.actor.may(READ_VITALS):
        return
    inside = {
        one.stay_id: one.resident_id
        for one in list_whereabouts(uow)
        if one.presence is PresenceState.INSIDE and not one.is_gone
    }
    again = AgainOf(uow)
    last = again.last(inside)
    due = {stay_id: at for stay_id, row in last.items() if (at := again.due(row)) is not None}
    people = list_resident_marks(uow, [inside[stay_id] for stay_id in due]) if due else {}
    for stay_id, at in due.items():
        who = people.get(inside[stay_id])
        if who is not None:
            yield DueLine(
                *(last[stay_id].written.entry_id, stay_id, inside[stay_id], who.code, who.name, who.place or ""),
                *(None, VITALS, AGAIN, at, at),
            )


def _plans(uow: UnitOfWork) -> list[_Plan]:
    p = ObservationPlan
    columns = (p.id, p.stay_id, p.resident_id, p.situation, p.happened_at)
    asked = sa.select(*columns).where(p.ended_at.is_(None), p.voided_at.is_(None)).order_by(p.happened_at, p.id)
    return [_Plan(*row) for row in uow.session.execute(asked)]


def _is_seen(uow: UnitOfWork, line: Observation) -> bool:
    return line.task not in PSYCHIATRIC or uow.actor.may(READ_PSYCHIATRIC)


class _History:
    """What was done for the stays of these schedules, in three statements."""

    def __init__(
        self, uow: UnitOfWork, plans: Sequence[_Plan], presets: Mapping[Situation, Sequence[Observation]]
    ) -> None:
        v, s = VitalReading, InstrumentScore
        self._times: dict[str, dict[str, list[Done]]] = {VITALS: {}, WEIGHT: {}}
        for task in MEASURED:
            wanted = {
                plan.stay_id: plan.began_at
                for plan in plans
                if any(line.task == task for line in presets[plan.situation])
            }
            if not wanted:
                continue
            asked = sa.select(v.stay_id, v.happened_at).where(
                v.stay_id.in_(wanted), v.happened_at >= min(wanted.values()), v.voided_at.is_(None)
            )
            if task == WEIGHT:
                asked = asked.where(v.weight.is_not(None))
            for stay_id, at in uow.session.execute(asked.order_by(v.happened_at)):
                self._times[task].setdefault(stay_id, []).append(Done(at))
        stays = {plan.stay_id for plan in plans}
        scored = sa.select(s.stay_id, s.instrument, s.happened_at, s.total, s.band).where(
            s.stay_id.in_(stays), s.voided_at.is_(None)
        )
        for stay_id, instrument, at, total, band in uow.session.execute(scored.order_by(s.happened_at)):
            of_task = self._times.setdefault(instrument, {})
            of_task.setdefault(stay_id, []).append(Done(at, total, band or ""))

    def done(self, plan: _Plan, line: Observation) -> list[Done]:
        """What answers a line, in order of time."""
        found = self._times.get(line.task, {}).get(plan.stay_id, ())
        return [one for one in found if one.at >= plan.began_at]
