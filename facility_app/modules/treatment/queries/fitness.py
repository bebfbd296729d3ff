"""Health's answer to whoever asks whether people may work, nothing of why in it; and who waits for one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import list_whereabouts
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures
from facility_app.modules.treatment.domain.fitness import WhoWishesToWork, WorkFitnessFacts
from facility_app.modules.treatment.domain.rights import DECIDE_FITNESS, KNOW_FITNESS
from facility_app.modules.treatment.tables import WorkFitness

PAGE: Final = "treatment.fitness"
"""Where the figure leads: the doctor's list."""
_ROW = sa.inspect(WorkFitness).local_table.c


def list_work_fitness(uow: UnitOfWork, resident_ids: Sequence[str], day: date) -> dict[str, WorkFitnessFacts]:
    """The last answer given up to ``day`` about each of these people, expired ones too; none for who has none."""
    require(uow, KNOW_FITNESS)
    asked = (
        sa.select(_ROW.resident_id, _ROW.verdict, _ROW.limits, _ROW.decided_on, _ROW.valid_until)
        .where(_ROW.resident_id.in_(resident_ids), _ROW.decided_on <= day, _ROW.voided_at.is_(None))
        .order_by(_ROW.decided_on, _ROW.created_at, _ROW.id)
    )
    return {
        row.resident_id: WorkFitnessFacts.read(row.verdict, row.limits, row.decided_on, row.valid_until)
        for row in uow.session.execute(asked)
    }


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Somebody who registered to work and whom no doctor's answer in force lets or forbids to.

    Attributes:
        since: first day of the registration.
        fitness: the last answer, which is past its date; None where there was none.
    """

    resident_id: str
    stay_id: str
    code: str
    name: str = field(repr=False)
    sex: Sex
    age: int
    place: str
    since: date
    fitness: WorkFitnessFacts | None


def list_waiting_fitness(uow: UnitOfWork) -> tuple[WaitingRow, ...]:
    """Who waits for a doctor's answer, the longest first: since registering, or since the last answer ended."""
    require(uow, DECIDE_FITNESS)
    waiting = _waiting(uow)
    stays = {one.resident_id: one.stay_id for one in list_whereabouts(uow, sorted(waiting))} if waiting else {}
    people = list_resident_marks(uow, sorted(stays))
    made = (
        WaitingRow(
            one,
            stay_id,
            people[one].code,
            people[one].name,
            people[one].sex,
            people[one].age,
            people[one].place or "",
            *waiting[one],
        )
        for one, stay_id in stays.items()
        if one in people
    )
    return tuple(sorted(made, key=_longest_first))


def _longest_first(row: WaitingRow) -> tuple[date, str]:
    begun = row.since if row.fitness is None else max(row.since, row.fitness.valid_until)
    return begun, row.code


def _waiting(uow: UnitOfWork) -> dict[str, tuple[date, WorkFitnessFacts | None]]:
    """Person → since when registered, and the last answer where there was one."""
    today = local_date(uow.now)
    wished = {one: since for answer in uow.ask(WhoWishesToWork(today)) for one, since in answer}
    held = list_work_fitness(uow, sorted(wished), today) if wished else {}
    return {
        one: (since, held.get(one))
        for one, since in wished.items()
        if one not in held or held[one].valid_until < today
    }


def _figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    """For whoever can put it right: a doctor."""
    count = len(_waiting(uow)) if uow.actor.may(DECIDE_FITNESS) else 0
    if not count:
        return ()
    text = label("treatment", "người chờ kết luận sức khỏe lao động")
    return (HomeFigure("treatment.fitness", text, count, FigureTone.WARNING, PAGE, order=61),)


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HomeFigures: (_figures,)}
