"""What is kept about one person's way to a trade and a job."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.staff.api import list_staff_rows
from facility_app.modules.vocational.domain.courses import CourseKind, EnrolmentState
from facility_app.modules.vocational.domain.people import GuidanceFacts, OutcomeFacts, SupportFacts, TalkFacts
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import (
    Course,
    Employer,
    Enrolment,
    Guidance,
    JobOutcome,
    JobSupport,
    JobTalk,
    LessonTick,
    Vacancy,
)

_COURSE: Final = sa.inspect(Course).local_table.c
_ENROLMENT: Final = sa.inspect(Enrolment).local_table.c
_TICK: Final = sa.inspect(LessonTick).local_table.c
_VACANCY: Final = sa.inspect(Vacancy).local_table.c
_EMPLOYER: Final = sa.inspect(Employer).local_table.c
RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class GuidanceRow:
    """One guidance, with who gave it."""

    entry_id: str
    version: int
    facts: GuidanceFacts = field(repr=False)
    by: str


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One talk about jobs, with who led it and about which job."""

    entry_id: str
    version: int
    facts: TalkFacts = field(repr=False)
    by: str
    vacancy: str


@dataclass(frozen=True, slots=True)
class SupportRow:
    """One support."""

    entry_id: str
    version: int
    facts: SupportFacts = field(repr=False)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What was found after release on one day, with the employer's name."""

    entry_id: str
    version: int
    facts: OutcomeFacts = field(repr=False)
    employer: str


@dataclass(frozen=True, slots=True)
class LearntRow:
    """A course of one person: waiting for it, in it, or through it."""

    enrolment_id: str
    course_id: str
    code: str
    name: str
    kind: CourseKind
    state: EnrolmentState
    asked_on: date
    started_on: date | None
    ended_on: date | None
    lessons: int
    there: int


def list_guidance(uow: UnitOfWork, resident_id: str) -> tuple[GuidanceRow, ...]:
    """One person's guidance, the latest first."""
    require(uow, VIEW_VOCATIONAL)
    found = _entries(uow, Guidance, GuidanceFacts, "guided_on", resident_id)
    names = _staff(uow, found)
    return tuple(GuidanceRow(one, version, facts, names.get(facts.by_id, "")) for one, version, facts in found)


def list_talks(uow: UnitOfWork, resident_id: str) -> tuple[TalkRow, ...]:
    """One person's talks about jobs, the latest first."""
    require(uow, VIEW_VOCATIONAL)
    found = _entries(uow, JobTalk, TalkFacts, "talked_on", resident_id)
    names = _staff(uow, found)
    jobs = _jobs(uow, {facts.vacancy_id for _, _, facts in found if facts.vacancy_id})
    return tuple(
        TalkRow(one, version, facts, names.get(facts.by_id, ""), jobs.get(facts.vacancy_id, ""))
        for one, version, facts in found
    )


def list_support(uow: UnitOfWork, resident_id: str) -> tuple[SupportRow, ...]:
    """One person's support, the latest first."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(SupportRow(*one) for one in _entries(uow, JobSupport, SupportFacts, "asked_on", resident_id))


def list_outcomes(uow: UnitOfWork, resident_id: str) -> tuple[OutcomeRow, ...]:
    """What was found after release, the latest first."""
    require(uow, VIEW_VOCATIONAL)
    found = _entries(uow, JobOutcome, OutcomeFacts, "seen_on", resident_id)
    wanted = {facts.employer_id for _, _, facts in found if facts.employer_id}
    asked = sa.select(_EMPLOYER.id, _EMPLOYER.name).where(_EMPLOYER.id.in_(wanted))
    names: dict[Any, str] = {row.id: row.name for row in uow.session.execute(asked)} if wanted else {}
    return tuple(
        OutcomeRow(one, version, facts, names.get(facts.employer_id, "")) for one, version, facts in found
    )


def list_learnt(uow: UnitOfWork, resident_id: str) -> tuple[LearntRow, ...]:
    """One person's courses, the latest first."""
    require(uow, VIEW_VOCATIONAL)
    ticks = sa.and_(
        _TICK.course_id == _COURSE.id, _TICK.resident_id == _ENROLMENT.resident_id, _TICK.voided_at.is_(None)
    )
    lessons = sa.select(sa.func.count()).where(ticks).scalar_subquery()
    there = sa.select(sa.func.count()).where(ticks, _TICK.mark.in_(("present", "late"))).scalar_subquery()
    asked = (
        sa.select(
            *(_ENROLMENT.id, _COURSE.id, _COURSE.code, _COURSE.name, _COURSE.kind, _ENROLMENT.state),
            *(_ENROLMENT.asked_on, _ENROLMENT.started_on, _ENROLMENT.ended_on, lessons, there),
        )
        .join(Course, _COURSE.id == _ENROLMENT.course_id)
        .where(_ENROLMENT.resident_id == resident_id, _ENROLMENT.voided_at.is_(None))
        .order_by(_ENROLMENT.asked_on.desc(), _ENROLMENT.id.desc())
    )
    return tuple(LearntRow(*row) for row in uow.session.execute(asked))


def _entries(
    uow: UnitOfWork, record: type[Any], facts: Callable[..., RowT], day: str, resident_id: str
) -> list[tuple[str, int, RowT]]:
    c = sa.inspect(record).local_table.c
    names = tuple(facts.__dataclass_fields__)  # type: ignore[attr-defined]  # a dataclass
    asked = sa.select(c.id, c.version, *(c[name] for name in names)).where(
        c.resident_id == resident_id, c.voided_at.is_(None)
    )
    found = uow.session.execute(asked.order_by(c[day].desc(), c.id.desc()))
    return [(row[0], row[1], facts(*row[2:])) for row in found]


def _staff(uow: UnitOfWork, found: list[tuple[str, int, Any]]) -> dict[Any, str]:
    wanted = sorted({facts.by_id for _, _, facts in found if facts.by_id})
    return {row.member_id: row.full_name for row in list_staff_rows(uow, wanted)} if wanted else {}


def _jobs(uow: UnitOfWork, wanted: set[Any]) -> dict[Any, str]:
    if not wanted:
        return {}
    asked = (
        sa.select(_VACANCY.id, _VACANCY.job, _EMPLOYER.name)
        .join(Employer, _EMPLOYER.id == _VACANCY.employer_id)
        .where(_VACANCY.id.in_(wanted))
    )
    return {row.id: f"{row.job} – {row.name}" for row in uow.session.execute(asked)}
