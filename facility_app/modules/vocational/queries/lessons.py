"""Lessons of a course and of a day, and the sheet of one."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import list_staff_rows
from facility_app.modules.stays.api import PRESENCE_LABELS, PresenceState, Whereabouts, list_whereabouts
from facility_app.modules.vocational.domain.courses import (
    EnrolmentState,
    LessonFacts,
    LessonMark,
    LessonState,
    is_away,
    may_be_marked,
)
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import Course, CourseModule, Enrolment, Lesson, LessonTick

LESSON: Final = sa.inspect(Lesson).local_table.c
_TICK: Final = sa.inspect(LessonTick).local_table.c
_COURSE: Final = sa.inspect(Course).local_table.c
_MODULE: Final = sa.inspect(CourseModule).local_table.c
_ENROLMENT: Final = sa.inspect(Enrolment).local_table.c


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson.

    Attributes:
        is_missing: its day has come and nobody kept its sheet.
        marked, there: marks on its sheet, and how many were there.
    """

    lesson_id: str
    version: int
    course_id: str
    code: str
    course: str
    facts: LessonFacts
    state: LessonState
    module: str
    teacher: str
    marked: int
    there: int
    is_missing: bool


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person on the sheet of a lesson.

    Attributes:
        mark: what was seen; None while nobody looked.
        away: where they are instead by the file; then the mark is not to be typed.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    mark: LessonMark | None
    reason: str | None = field(repr=False)
    away: Label | None


@dataclass(frozen=True, slots=True)
class LessonSheet:
    """The sheet of one lesson."""

    lesson: LessonRow
    lines: tuple[SheetLine, ...]


def list_lessons(uow: UnitOfWork, course_id: str) -> tuple[LessonRow, ...]:
    """The lessons of a course, in their order."""
    require(uow, VIEW_VOCATIONAL)
    return _rows(uow, LESSON.course_id == course_id)


def list_lessons_between(uow: UnitOfWork, first: date, last: date) -> tuple[LessonRow, ...]:
    """Lessons of all courses on these days, both included."""
    require(uow, VIEW_VOCATIONAL)
    return _rows(uow, LESSON.held_on.between(first, last))


def list_missing_sheets(uow: UnitOfWork) -> tuple[LessonRow, ...]:
    """Lessons up to today whose sheets nobody kept, the oldest first."""
    require(uow, VIEW_VOCATIONAL)
    today = local_date(uow.now)
    return _rows(uow, sa.and_(LESSON.held_on <= today, LESSON.state == LessonState.PLANNED))


def list_missing_of(uow: UnitOfWork, course_id: str) -> tuple[str, ...]:
    """Ids of the lessons of a course up to today whose sheets nobody kept."""
    require(uow, VIEW_VOCATIONAL)
    asked = sa.select(LESSON.id).where(
        LESSON.course_id == course_id,
        LESSON.held_on <= local_date(uow.now),
        LESSON.state == LessonState.PLANNED,
        LESSON.voided_at.is_(None),
    )
    return tuple(uow.session.scalars(asked))


def get_sheet(uow: UnitOfWork, lesson_id: str) -> LessonSheet:
    """The sheet of a lesson: everybody in the course that day, by code.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    uow.get(Lesson, lesson_id)
    (lesson,) = _rows(uow, LESSON.id == lesson_id)
    day = lesson.facts.held_on
    asked = sa.select(_TICK.resident_id, _TICK.mark, _TICK.reason).where(
        _TICK.lesson_id == lesson_id, _TICK.voided_at.is_(None)
    )
    ticks = {row.resident_id: row for row in uow.session.execute(asked)}
    people = {*_people_on(uow, lesson.course_id, day), *ticks}
    where = {one.resident_id: one for one in list_whereabouts(uow, sorted(people))} if people else {}
    lines = []
    for row in list_resident_rows(uow, sorted(people)):
        tick, one = ticks.get(row.resident_id), where.get(row.resident_id)
        away = PRESENCE_LABELS[one.presence] if one is not None and _is_out(one, day) else None
        mark = None if tick is None else tick.mark
        if mark is None and away is not None:
            mark = LessonMark.ELSEWHERE
        lines.append(
            SheetLine(
                row.resident_id, row.code, row.name, row.place, mark, None if tick is None else tick.reason, away
            )
        )
    return LessonSheet(lesson, tuple(sorted(lines, key=lambda line: line.code)))


def list_month_ticks(
    uow: UnitOfWork, course_id: str, first: date, last: date
) -> dict[tuple[str, date], tuple[LessonMark, ...]]:
    """Marks of a course between two days, by person and day, in the order of the lessons."""
    require(uow, VIEW_VOCATIONAL)
    asked = (
        sa.select(_TICK.resident_id, _TICK.held_on, _TICK.mark)
        .join(Lesson, LESSON.id == _TICK.lesson_id)
        .where(_TICK.course_id == course_id, _TICK.held_on.between(first, last), _TICK.voided_at.is_(None))
        .order_by(_TICK.held_on, LESSON.starts)
    )
    found: dict[tuple[str, date], tuple[LessonMark, ...]] = {}
    for who, day, mark in uow.session.execute(asked):
        found[who, day] = (*found.get((who, day), ()), mark)
    return found


def _is_out(one: Whereabouts, day: date) -> bool:
    return is_away(is_inside=one.presence is PresenceState.INSIDE, since=one.presence_on, day=day)


def _people_on(uow: UnitOfWork, course_id: str, day: date) -> list[str]:
    asked = sa.select(_ENROLMENT.resident_id, _ENROLMENT.state, _ENROLMENT.started_on, _ENROLMENT.ended_on).where(
        _ENROLMENT.course_id == course_id, _ENROLMENT.voided_at.is_(None)
    )
    return [
        row[0] for row in uow.session.execute(asked) if may_be_marked(EnrolmentState(row[1]), row[2], row[3], day)
    ]


def _rows(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[LessonRow, ...]:
    today = local_date(uow.now)
    facts = ("held_on", "starts", "ends", "module_id", "teacher_id", "place", "content")
    asked = (
        sa.select(
            *(LESSON.id, LESSON.version, LESSON.course_id, LESSON.state, _COURSE.code, _COURSE.name),
            *(_MODULE.name.label("module"), _marks().label("marked")),
            _marks(LessonMark.PRESENT, LessonMark.LATE).label("there"),
            *(LESSON[name] for name in facts),
        )
        .join(Course, _COURSE.id == LESSON.course_id)
        .outerjoin(CourseModule, _MODULE.id == LESSON.module_id)
        .where(wanted, LESSON.voided_at.is_(None))
        .order_by(LESSON.held_on, LESSON.starts, _COURSE.code)
    )
    found = uow.session.execute(asked).all()
    teachers = _names(uow, {row.teacher_id for row in found if row.teacher_id})
    return tuple(
        LessonRow(
            row.id,
            row.version,
            row.course_id,
            row.code,
            row[5],
            LessonFacts(*row[9:]),
            row.state,
            row.module or "",
            teachers.get(row.teacher_id, ""),
            row.marked,
            row.there,
            row.state is LessonState.PLANNED and row.held_on <= today,
        )
        for row in found
    )


def _marks(*marks: LessonMark) -> sa.ScalarSelect[int]:
    asked = sa.select(sa.func.count()).where(_TICK.lesson_id == LESSON.id, _TICK.voided_at.is_(None))
    return (asked.where(_TICK.mark.in_(marks)) if marks else asked).correlate(Lesson.__table__).scalar_subquery()


def _names(uow: UnitOfWork, member_ids: set[Any]) -> dict[str, str]:
    return {row.member_id: row.full_name for row in list_staff_rows(uow, sorted(member_ids))} if member_ids else {}
