"""Lessons of a course and of a day, and the sheet of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date, moment_of
from facility_app.kernel.labels import Label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.api import name_rooms
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
FACTS: Final = tuple(LessonFacts.__dataclass_fields__)
"""Columns of a lesson that are its facts, in their order."""
TODAY, MISSING = "today", "missing"
"""What the list of lessons is filtered by."""


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson.

    Attributes:
        teacher, where: the lesson's own, or else the course's; empty when neither says.
        is_missing: it is over and nobody kept its sheet.
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
    where: str
    marked: int
    there: int
    is_missing: bool


@dataclass(frozen=True, slots=True)
class LessonCount:
    """Lessons of today, called off ones left out; and of any day up to now those over without a sheet."""

    today: int
    missing: int


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


def list_missing_of(uow: UnitOfWork, course_id: str) -> tuple[str, ...]:
    """Ids of the lessons of a course that are over and whose sheets nobody kept."""
    require(uow, VIEW_VOCATIONAL)
    asked = sa.select(LESSON.id).where(LESSON.course_id == course_id, _is_missing(uow), LESSON.voided_at.is_(None))
    return tuple(uow.session.scalars(asked.order_by(LESSON.held_on, LESSON.starts)))


def count_lessons(uow: UnitOfWork) -> LessonCount:
    """How many lessons there are today, and how many that are over have no sheet."""
    require(uow, VIEW_VOCATIONAL)
    live = sa.and_(LESSON.voided_at.is_(None), _COURSE.voided_at.is_(None), LESSON.state != LessonState.CANCELLED)
    asked = sa.select(
        sa.func.count().filter(LESSON.held_on == local_date(uow.now)), sa.func.count().filter(_is_missing(uow))
    )
    row = uow.session.execute(asked.select_from(Lesson).join(Course, _COURSE.id == LESSON.course_id).where(live))
    return LessonCount(*row.one())


def list_lesson_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of lessons of all courses: those over without a sheet first, then those of the days asked for.

    ``look.filters``: ``when``: ``today``, ``missing``; nothing chosen is this week. ``look.text`` is in the
    course's code or name.
    """
    require(uow, VIEW_VOCATIONAL)
    today, when = local_date(uow.now), look.filters.get("when", "")
    monday = today - timedelta(days=today.weekday())
    days = {TODAY: LESSON.held_on == today, MISSING: sa.false()}
    this_week = LESSON.held_on.between(monday, monday + timedelta(days=6))
    wanted = sa.or_(_is_missing(uow), days.get(when, this_week))
    typed = fold(look.text.strip())
    found = [row for row in _rows(uow, wanted) if typed in fold(f"{row.code} {row.course}")]
    found.sort(key=lambda row: (not row.is_missing, row.facts.held_on, row.facts.starts, row.code))
    return tuple(row.lesson_id for row in found)


def list_lesson_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[LessonRow, ...]:
    """Those lessons, in the order asked for."""
    require(uow, VIEW_VOCATIONAL)
    found = {row.lesson_id: row for row in _rows(uow, LESSON.id.in_(wanted))} if wanted else {}
    return tuple(found[one] for one in wanted if one in found)


def get_sheet(uow: UnitOfWork, lesson_id: str) -> LessonSheet:
    """The sheet of a lesson: everybody in the course that day, by code; whoever is away stands last.

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
    return LessonSheet(lesson, tuple(sorted(lines, key=lambda line: (line.away is not None, line.code))))


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


def _is_missing(uow: UnitOfWork) -> sa.ColumnElement[bool]:
    """Over, and nobody kept the sheet."""
    today = local_date(uow.now)
    minute = int((uow.now - moment_of(today, 0)).total_seconds() // 60)
    is_over = sa.or_(LESSON.held_on < today, sa.and_(LESSON.held_on == today, LESSON.ends <= minute))
    return sa.and_(is_over, LESSON.state == LessonState.PLANNED)


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
    own_place = sa.or_(LESSON.room_id.is_not(None), LESSON.place.is_not(None))
    asked = (
        sa.select(
            *(LESSON.id, LESSON.version, LESSON.course_id, LESSON.state, _COURSE.code, _COURSE.name),
            *(_MODULE.name.label("module"), _marks().label("marked")),
            _marks(LessonMark.PRESENT, LessonMark.LATE).label("there"),
            _is_missing(uow).label("is_missing"),
            sa.func.coalesce(LESSON.teacher_id, _COURSE.teacher_id).label("taught_by"),
            sa.case((own_place, LESSON.room_id), else_=_COURSE.room_id).label("room"),
            sa.case((own_place, LESSON.place), else_=_COURSE.place).label("spot"),
            *(LESSON[name] for name in FACTS),
        )
        .join(Course, _COURSE.id == LESSON.course_id)
        .outerjoin(CourseModule, _MODULE.id == LESSON.module_id)
        .where(wanted, LESSON.voided_at.is_(None), _COURSE.voided_at.is_(None))
        .order_by(LESSON.held_on, LESSON.starts, _COURSE.code)
    )
    found = uow.session.execute(asked).all()
    teachers = _names(uow, {row.taught_by for row in found if row.taught_by})
    rooms = name_rooms(uow, sorted({row.room for row in found if row.room}))
    return tuple(
        LessonRow(
            row.id,
            row.version,
            row.course_id,
            row.code,
            row[5],
            LessonFacts(*row[-len(FACTS) :]),
            row.state,
            row.module or "",
            teachers.get(row.taught_by, ""),
            rooms.get(row.room, row.spot or ""),
            row.marked,
            row.there,
            row.is_missing,
        )
        for row in found
    )


def _marks(*marks: LessonMark) -> sa.ScalarSelect[int]:
    asked = sa.select(sa.func.count()).where(_TICK.lesson_id == LESSON.id, _TICK.voided_at.is_(None))
    return (asked.where(_TICK.mark.in_(marks)) if marks else asked).correlate(Lesson.__table__).scalar_subquery()


def _names(uow: UnitOfWork, member_ids: set[Any]) -> dict[str, str]:
    return {row.member_id: row.full_name for row in list_staff_rows(uow, sorted(member_ids))} if member_ids else {}
