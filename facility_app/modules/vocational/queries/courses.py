"""Courses: the list, one of them, its modules and its people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.calendar.api import name_rooms
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import list_staff_rows
from facility_app.modules.vocational.domain.columns import facts_from
from facility_app.modules.vocational.domain.courses import (
    CourseFacts,
    CourseKind,
    CourseState,
    EnrolmentState,
    ModuleFacts,
)
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import (
    Course,
    CourseModule,
    Employer,
    Enrolment,
    Lesson,
    LessonTick,
    PartnerSchool,
)

COURSE: Final = sa.inspect(Course).local_table.c
MODULE: Final = sa.inspect(CourseModule).local_table.c
ENROLMENT: Final = sa.inspect(Enrolment).local_table.c
_LESSON: Final = sa.inspect(Lesson).local_table.c
_TICK: Final = sa.inspect(LessonTick).local_table.c
_SCHOOL: Final = sa.inspect(PartnerSchool).local_table.c
_EMPLOYER: Final = sa.inspect(Employer).local_table.c
RUNNING, AHEAD, LATE, CLOSED = "running", "ahead", "late", "closed"
"""What a list is filtered by: open and begun, open and to begin, open past its last day, ended or cancelled."""


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One line of the list.

    Attributes:
        partner: the school or the employer, by name.
        enrolled, waiting: how many people.
        minutes_held: of lessons whose sheets are kept.
        today: the day the row is of.
    """

    course_id: str
    version: int
    code: str
    name: str
    kind: CourseKind
    state: CourseState
    first_on: date
    last_on: date
    hours: int
    capacity: int
    partner: str
    enrolled: int
    waiting: int
    minutes_held: int
    is_late: bool
    today: date

    @property
    def hours_held(self) -> int:
        """Whole hours of lessons held."""
        return self.minutes_held // 60


@dataclass(frozen=True, slots=True)
class CourseDetail:
    """A course with names in place of ids; ``version`` goes back with the decision about it.

    Attributes:
        where: its meeting room, or the place in words; empty when it says neither.
    """

    course_id: str
    version: int
    facts: CourseFacts
    state: CourseState
    ended_on: date | None
    school: str
    employer: str
    teacher: str
    where: str


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module of a course; ``minutes_held`` of its lessons."""

    module_id: str
    version: int
    facts: ModuleFacts
    minutes_held: int


@dataclass(frozen=True, slots=True)
class StudentRow:
    """Somebody who is or was in a course.

    Attributes:
        lessons, there: lessons with a mark, and those the person was at.
        unexcused: lessons missed without leave.
    """

    enrolment_id: str
    version: int
    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    state: EnrolmentState
    asked_on: date
    started_on: date | None
    ended_on: date | None
    override_reason: str | None = field(repr=False)
    left_reason: str | None = field(repr=False)
    lessons: int
    there: int
    unexcused: int


def list_course_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the courses a look asks for, the latest first.

    ``look.filters``: ``state`` (``running``, ``ahead``, ``late``, ``closed``), ``kind``.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_VOCATIONAL)
    today = local_date(uow.now)
    wanted = [chosen(key, value, partial(_condition, today, key)) for key, value in look.filters.items()]
    if look.text.strip():
        text = look.text.strip()
        wanted.append(
            sa.or_(COURSE.code.icontains(text, autoescape=True), COURSE.name.icontains(text, autoescape=True))
        )
    return ids(uow.session, _listing(today, *wanted), look.sorts)


def list_course_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[CourseRow, ...]:
    """Those courses, in the order asked for."""
    require(uow, VIEW_VOCATIONAL)
    return rows_of(uow.session, _listing(local_date(uow.now)), wanted, CourseRow)


def get_course(uow: UnitOfWork, course_id: str) -> CourseDetail:
    """One course.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    one = uow.get(Course, course_id)
    facts = facts_from(CourseFacts, one)
    school = None if one.school_id is None else uow.session.get(PartnerSchool, one.school_id)
    employer = None if one.employer_id is None else uow.session.get(Employer, one.employer_id)
    teachers = list_staff_rows(uow, (one.teacher_id,)) if one.teacher_id else ()
    rooms = name_rooms(uow, [one.room_id]) if one.room_id else {}
    return CourseDetail(
        one.id,
        one.version,
        facts,
        one.state,
        one.ended_on,
        "" if school is None else school.name,
        "" if employer is None else employer.name,
        next((row.full_name for row in teachers), ""),
        rooms.get(one.room_id or "", one.place or ""),
    )


def list_modules(uow: UnitOfWork, course_id: str) -> tuple[ModuleRow, ...]:
    """The programme of a course, in its order."""
    require(uow, VIEW_VOCATIONAL)
    names = ("name", "position", "theory_hours", "practice_hours")
    held = _minutes(_LESSON.module_id == MODULE.id)
    asked = (
        sa.select(MODULE.id, MODULE.version, *(MODULE[name] for name in names), held)
        .where(MODULE.course_id == course_id, MODULE.voided_at.is_(None))
        .order_by(MODULE.position, MODULE.id)
    )
    return tuple(ModuleRow(row[0], row[1], ModuleFacts(*row[2:6]), row[6]) for row in uow.session.execute(asked))


def list_students(uow: UnitOfWork, course_id: str) -> tuple[StudentRow, ...]:
    """Who is or was in a course, those in it first, by code."""
    require(uow, VIEW_VOCATIONAL)
    columns = ("state", "asked_on", "started_on", "ended_on", "override_reason", "left_reason")
    asked = sa.select(ENROLMENT.id, ENROLMENT.version, ENROLMENT.resident_id, *(ENROLMENT[one] for one in columns))
    asked = asked.where(
        ENROLMENT.course_id == course_id,
        ENROLMENT.state != EnrolmentState.WAITING,
        ENROLMENT.voided_at.is_(None),
    )
    found = uow.session.execute(asked).all()
    cards = {row.resident_id: row for row in list_resident_rows(uow, list({row[2] for row in found}))}
    counted = _ticks_of(uow, course_id)
    rows = [
        StudentRow(
            row[0],
            row[1],
            row[2],
            cards[row[2]].code,
            cards[row[2]].name,
            cards[row[2]].place,
            row.state,
            row.asked_on,
            row.started_on,
            row.ended_on,
            row.override_reason,
            row.left_reason,
            *counted.get(row[2], (0, 0, 0)),
        )
        for row in found
        if row[2] in cards
    ]
    return tuple(sorted(rows, key=lambda row: (row.state is not EnrolmentState.ENROLLED, row.code, row.asked_on)))


def _ticks_of(uow: UnitOfWork, course_id: str) -> dict[str, tuple[int, int, int]]:
    there = sa.func.sum(sa.case((_TICK.mark.in_(("present", "late")), 1), else_=0))
    unexcused = sa.func.sum(sa.case((_TICK.mark == "unexcused", 1), else_=0))
    asked = (
        sa.select(_TICK.resident_id, sa.func.count(), there, unexcused)
        .where(_TICK.course_id == course_id, _TICK.voided_at.is_(None))
        .group_by(_TICK.resident_id)
    )
    return {who: (int(count), int(seen), int(missed)) for who, count, seen, missed in uow.session.execute(asked)}


def _minutes(wanted: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.coalesce(sa.func.sum(_LESSON.ends - _LESSON.starts), 0))
        .where(wanted, _LESSON.state == "held", _LESSON.voided_at.is_(None))
        .scalar_subquery()
    )


def _count(*states: EnrolmentState) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.count())
        .where(ENROLMENT.course_id == COURSE.id, ENROLMENT.state.in_(states), ENROLMENT.voided_at.is_(None))
        .scalar_subquery()
    )


def _listing(today: date, *wanted: sa.ColumnElement[bool]) -> Listing:
    partner = sa.func.coalesce(
        sa.select(_SCHOOL.name).where(_SCHOOL.id == COURSE.school_id).scalar_subquery(),
        sa.select(_EMPLOYER.name).where(_EMPLOYER.id == COURSE.employer_id).scalar_subquery(),
        "",
    )
    columns: tuple[sa.ColumnElement[Any], ...] = (
        *(COURSE.id, COURSE.version, COURSE.code, COURSE.name, COURSE.kind, COURSE.state, COURSE.first_on),
        *(COURSE.last_on, COURSE.hours, COURSE.capacity, partner.label("partner")),
        _count(EnrolmentState.ENROLLED, EnrolmentState.DONE).label("enrolled"),
        _count(EnrolmentState.WAITING).label("waiting"),
        _minutes(_LESSON.course_id == COURSE.id).label("minutes_held"),
        _late(today).label("is_late"),
        sa.literal(today, sa.Date).label("today"),
    )
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "code": COURSE.code,
        "name": COURSE.name,
        "kind": COURSE.kind,
        "state": COURSE.state,
        "first_on": COURSE.first_on,
        "last_on": COURSE.last_on,
    }
    asked = sa.select(*columns).where(COURSE.voided_at.is_(None), *wanted)
    return Listing(asked, COURSE.id, sorts, (Sort("first_on", descending=True),))


def _late(today: date) -> sa.ColumnElement[bool]:
    return sa.and_(COURSE.state == CourseState.OPEN, COURSE.last_on < today)


def _condition(today: date, key: str, value: str) -> sa.ColumnElement[bool]:
    if key == "kind":
        return COURSE.kind == CourseKind(value)
    if key != "state":
        raise KeyError(key)
    is_open = COURSE.state == CourseState.OPEN
    return {
        RUNNING: sa.and_(is_open, COURSE.first_on <= today, COURSE.last_on >= today),
        AHEAD: sa.and_(is_open, COURSE.first_on > today),
        LATE: _late(today),
        CLOSED: COURSE.state != CourseState.OPEN,
    }[value]
