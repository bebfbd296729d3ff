"""Who may work at all: registration, health's answer, safety training, stage 2; as a list and one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.labour.domain.admission import Fit
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.queries.facts import fit_of, in_force, limits_of
from facility_app.modules.labour.queries.records import MEMBER, REGISTRATION, TEAM, TRAINING, WORK
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import PresenceState, Stage, list_stage_ends, list_whereabouts
from facility_app.modules.treatment.api import WorkFitnessFacts, list_work_fitness

SOON_DAYS: Final = 30
"""A training that ends within so many days is named on the list; a number to look at."""
READY, UNREGISTERED, NO_FITNESS, UNTRAINED = "ready", "unregistered", "no_fitness", "untrained"


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """One registration; ``version`` goes back with the decision about it."""

    registration_id: str
    version: int
    resident_id: str
    registered_on: date
    work_type: str | None
    signed_name: str = field(repr=False)
    withdrawn_on: date | None
    withdrawn_note: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """One safety training of one person."""

    training_id: str
    version: int
    resident_id: str
    trained_on: date
    valid_until: date
    work_type: str | None
    trainer_name: str
    content: str | None


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """Whether somebody may work today, in the four marks that decide it.

    Attributes:
        labour_from: first day after stage 2; None while it lasts.
        registered_on: of the registration in force.
        fit: health's answer in force; None for none; ``fitness`` the last one with its days.
        trained_until: last day of the training that ends last; None for none in force.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    age: int
    team: str | None
    labour_from: date | None
    registered_on: date | None
    fit: Fit | None
    fitness: WorkFitnessFacts | None
    limits: tuple[Label, ...]
    trained_until: date | None

    @property
    def is_registered(self) -> bool:
        """Whether a registration of their own is in force."""
        return self.registered_on is not None

    @property
    def state(self) -> str:
        """What is missing first, or ``READY``."""
        if not self.is_registered:
            return UNREGISTERED
        if self.fit in {None, Fit.UNFIT}:
            return NO_FITNESS
        return READY if self.trained_until is not None else UNTRAINED


def find_registration(uow: UnitOfWork, resident_id: str) -> RegistrationRow | None:
    """The registration in force."""
    require(uow, VIEW_LABOUR)
    return next((row for row in _registrations(uow, resident_id) if row.withdrawn_on is None), None)


def list_registrations(uow: UnitOfWork, resident_id: str) -> tuple[RegistrationRow, ...]:
    """Every registration of somebody, the last one first."""
    require(uow, VIEW_LABOUR)
    return _registrations(uow, resident_id)


def list_trainings(uow: UnitOfWork, resident_ids: Sequence[str]) -> tuple[TrainingRow, ...]:
    """Every safety training of these people, the last one first."""
    require(uow, VIEW_LABOUR)
    return _trainings(uow, TRAINING.resident_id.in_(resident_ids))


def list_trainings_between(uow: UnitOfWork, first: date, last: date) -> tuple[TrainingRow, ...]:
    """Every safety training held between two days, the earliest first: the safety book."""
    require(uow, VIEW_LABOUR)
    return _trainings(uow, TRAINING.trained_on.between(first, last))[::-1]


def list_condition_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Everybody inside, by code; ``state`` filters by what is missing."""
    require(uow, VIEW_LABOUR)
    ids = [one.resident_id for one in list_whereabouts(uow) if one.presence is PresenceState.INSIDE]
    people = list_resident_marks(uow, ids)
    wanted = fold(look.text).split()
    named = (one for one in people.values() if all(word in fold(f"{one.code} {one.name}") for word in wanted))
    listed = tuple(one.resident_id for one in sorted(named, key=lambda one: (one.code, one.resident_id)))
    state = look.filters.get("state")
    if not state:
        return listed
    return tuple(row.resident_id for row in list_condition_rows(uow, listed) if row.state == state)


def list_condition_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ConditionRow, ...]:
    """Their rows, in their order."""
    require(uow, VIEW_LABOUR)
    today = local_date(uow.now)
    people = list_resident_marks(uow, wanted)
    stays = {one.resident_id: one.stay_id for one in list_whereabouts(uow, wanted)} if wanted else {}
    ends = list_stage_ends(uow, tuple(stays.values()), Stage.DETOX)
    since = _since(uow, wanted, today)
    fitness = list_work_fitness(uow, wanted, today)
    until = _until(uow, wanted, today)
    teams = _teams(uow, wanted, today)
    return tuple(
        ConditionRow(
            one,
            people[one].code,
            people[one].name,
            people[one].age,
            teams.get(one),
            ends.get(stays.get(one, "")),
            since.get(one),
            fit_of(fitness.get(one), today),
            fitness.get(one),
            limits_of(fitness.get(one), today),
            until.get(one),
        )
        for one in wanted
        if one in people
    )


def _registrations(uow: UnitOfWork, resident_id: str) -> tuple[RegistrationRow, ...]:
    r = REGISTRATION
    asked = (
        sa.select(
            *(r.id, r.version, r.resident_id, r.registered_on, WORK.name, r.signed_name, r.withdrawn_on),
            r.withdrawn_note,
        )
        .outerjoin(WORK.id.table, WORK.id == r.work_type_id)
        .where(r.resident_id == resident_id, r.voided_at.is_(None))
        .order_by(r.registered_on.desc(), r.id.desc())
    )
    return tuple(RegistrationRow(*row) for row in uow.session.execute(asked))


def _trainings(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[TrainingRow, ...]:
    t = TRAINING
    asked = (
        sa.select(
            *(t.id, t.version, t.resident_id, t.trained_on, t.valid_until, WORK.name, t.trainer_name, t.content)
        )
        .outerjoin(WORK.id.table, WORK.id == t.work_type_id)
        .where(wanted, t.voided_at.is_(None))
        .order_by(t.trained_on.desc(), t.id.desc())
    )
    return tuple(TrainingRow(*row) for row in uow.session.execute(asked))


def _since(uow: UnitOfWork, ids: Sequence[str], today: date) -> dict[str, date]:
    r = REGISTRATION
    asked = sa.select(r.resident_id, r.registered_on).where(r.resident_id.in_(ids), *in_force(today))
    return {row[0]: row[1] for row in uow.session.execute(asked)}


def _until(uow: UnitOfWork, ids: Sequence[str], today: date) -> dict[str, date]:
    t = TRAINING
    asked = (
        sa.select(t.resident_id, sa.func.max(t.valid_until))
        .where(t.resident_id.in_(ids), t.trained_on <= today, t.valid_until >= today, t.voided_at.is_(None))
        .group_by(t.resident_id)
    )
    return {row[0]: row[1] for row in uow.session.execute(asked)}


def _teams(uow: UnitOfWork, ids: Sequence[str], today: date) -> dict[str, str]:
    asked = (
        sa.select(MEMBER.resident_id, TEAM.name)
        .join(TEAM.id.table, TEAM.id == MEMBER.team_id)
        .where(
            MEMBER.resident_id.in_(ids),
            MEMBER.from_on <= today,
            sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > today),
            MEMBER.voided_at.is_(None),
        )
    )
    return {row[0]: row[1] for row in uow.session.execute(asked)}
