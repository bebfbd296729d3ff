"""Lessons are planned, moved, called off, and each one's sheet is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.calendar.api import kept_reason
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.stays.api import PresenceState, Whereabouts, list_whereabouts
from facility_app.modules.vocational.domain.columns import columns_of, facts_from
from facility_app.modules.vocational.domain.courses import (
    CourseFacts,
    LessonFacts,
    LessonMark,
    LessonState,
    checked_lesson,
    is_away,
    lesson_days,
    may_be_marked,
    require_open,
)
from facility_app.modules.vocational.domain.rights import RUN_COURSES
from facility_app.modules.vocational.queries.occupied import lesson_slots
from facility_app.modules.vocational.service.courses import require_room
from facility_app.modules.vocational.service.entries import EditPlanned, VoidEntry
from facility_app.modules.vocational.tables import Course, CourseModule, Enrolment, Lesson, LessonTick


@dataclass(frozen=True, slots=True)
class PlanLessons:
    """A timetable becomes lessons: on each of these weekdays from ``facts.held_on`` to ``last_on``.

    Attributes:
        weekdays: 1 for Monday to 7 for Sunday; empty for that one day.
        clash_reason: why, although somebody, the teacher or the room is taken then; None to be refused.
    """

    course_id: str
    facts: LessonFacts
    last_on: date
    weekdays: frozenset[int] = frozenset()
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CallOff:
    """A lesson does not take place."""

    lesson_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What was seen of one person; ``reason`` why they were not there."""

    mark: LessonMark
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class KeepSheet:
    """The sheet of one lesson; ``ticks`` by the person's id."""

    lesson_id: str
    version: int
    ticks: Mapping[str, Ticked] = field(repr=False)
    content: str | None = None


@dataclass(frozen=True, slots=True)
class SheetKept:
    """What was written.

    Attributes:
        there: how many were at the lesson.
        left_out: whose mark was not taken, and why; the rest is kept.
    """

    lesson_id: str
    version: int
    kept: int
    there: int
    left_out: Mapping[str, Label]


def plan_lessons(uow: UnitOfWork, command: PlanLessons) -> int:
    """Make lessons of a timetable; one that is there already is left. Answers how many came.

    By weekdays nothing is planned on a day off by law; one single day that is one is asked about.

    Raises:
        UserError: as ``checked_lesson``; ``course_not_open``, ``no_lesson_days``, ``span_reversed``,
            ``not_found``; ``calendar_clash``, ``calendar_holiday`` without a reason for it.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id)
    require_open(course.code, course.state)
    kept = checked_lesson(command.facts, course.first_on, course.last_on)
    faults = Faults()
    faults.span("last_on", kept.held_on, command.last_on)
    faults.refuse()
    _require_refs(uow, course.id, kept)
    last = min(command.last_on, course.last_on)
    days = lesson_days(kept.held_on, last, command.weekdays) if command.weekdays else (kept.held_on,)
    off = list_holidays(uow, kept.held_on, last) if command.weekdays else {}
    asked = sa.select(Lesson.held_on).where(
        Lesson.course_id == course.id, Lesson.starts == kept.starts, Lesson.voided_at.is_(None)
    )
    there = set(uow.session.scalars(asked))
    new = [replace(kept, held_on=day) for day in days if day not in there and day not in off]
    reason = _clash_reason(uow, course, {str(one.held_on): one for one in new}, command.clash_reason)
    with uow.act("vocational.plan_lessons", reason=reason) as act:
        act.about(course)
        for one in new:
            made = Lesson(**columns_of(one), course_id=course.id, clash_reason=reason, state=LessonState.PLANNED)
            uow.add(made)
        uow.session.flush()
    return len(new)


def edit_lesson(uow: UnitOfWork, command: EditPlanned[LessonFacts]) -> str:
    """Move or correct a lesson whose sheet is not kept yet.

    Raises:
        UserError: as ``checked_lesson``; ``course_not_open``, ``lesson_held``, ``lesson_there``, ``not_found``;
            ``calendar_clash``, ``calendar_holiday`` without a reason for it.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    lesson = uow.get(Lesson, command.entry_id, version=command.version)
    course = uow.get(Course, lesson.course_id)
    require_open(course.code, course.state)
    _require_not_held(lesson)
    kept = checked_lesson(command.facts, course.first_on, course.last_on)
    _require_refs(uow, course.id, kept)
    asked = sa.select(Lesson.id).where(
        Lesson.course_id == course.id,
        Lesson.held_on == kept.held_on,
        Lesson.starts == kept.starts,
        Lesson.id != lesson.id,
        Lesson.voided_at.is_(None),
    )
    if uow.session.scalar(asked) is not None:
        raise UserError("lesson_there", label("errors", "Khóa này đã có buổi học vào giờ đó. Hãy chọn giờ khác."))
    reason = _clash_reason(uow, course, {lesson.id: kept}, command.clash_reason)
    with uow.act("vocational.edit_lesson", reason=reason) as act:
        act.about(lesson)
        for name, value in (columns_of(kept) | {"clash_reason": reason}).items():
            setattr(lesson, name, value)
        lesson.state = LessonState.PLANNED
    return lesson.id


def call_off_lesson(uow: UnitOfWork, command: CallOff) -> None:
    """A lesson does not take place.

    Raises:
        UserError: ``lesson_held``, ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    lesson = uow.get(Lesson, command.lesson_id, version=command.version)
    _require_not_held(lesson)
    with uow.act("vocational.call_off_lesson", reason=command.reason) as act:
        act.about(lesson)
        lesson.state = LessonState.CANCELLED


def void_lesson(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike out a lesson entered by mistake.

    Raises:
        UserError: ``lesson_held``, ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    lesson = uow.get(Lesson, command.entry_id, version=command.version)
    _require_not_held(lesson)
    with uow.act("vocational.void_lesson", reason=command.reason) as act:
        act.about(lesson)
        uow.void(lesson, command.reason)


def keep_sheet(uow: UnitOfWork, command: KeepSheet) -> SheetKept:
    """Write down who was at a lesson; kept again, the newer word stands.

    A mark that cannot be is left out with its reason and the rest is kept: somebody who was not in the course that
    day, or who is not at the facility and is said to have been there. Whoever is away is marked so by itself.

    Raises:
        UserError: ``lesson_ahead``, ``lesson_called_off``, ``not_found``, ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    lesson = uow.get(Lesson, command.lesson_id, version=command.version)
    _require_held_by_now(uow, lesson)
    faults = Faults()
    content = faults.line("content", command.content)
    faults.refuse()
    people = tuple(command.ticks)
    in_course = _in_course(uow, lesson)
    where = {one.resident_id: one for one in list_whereabouts(uow, people)} if people else {}
    asked = sa.select(LessonTick).where(LessonTick.lesson_id == lesson.id, LessonTick.voided_at.is_(None))
    ticks = {one.resident_id: one for one in uow.session.scalars(asked)}
    left_out: dict[str, Label] = {}
    with uow.act("vocational.keep_sheet") as act:
        act.about(lesson)
        for who, tick in command.ticks.items():
            reason = _why_not(tick, where.get(who), lesson.held_on, is_in=who in in_course)
            if reason is not None:
                left_out[who] = reason
                continue
            _write(uow, lesson, ticks, who, tick)
        lesson.state, lesson.content = LessonState.HELD, content or lesson.content
        uow.session.flush()
    there = sum(one.mark.is_there for one in ticks.values())
    return SheetKept(lesson.id, lesson.version, len(command.ticks) - len(left_out), there, left_out)


def _why_not(tick: Ticked, where: Whereabouts | None, day: date, *, is_in: bool) -> Label | None:
    if not is_in:
        return label("errors", "không học khóa này vào ngày đó")
    if tick.mark.is_there and where is not None and _is_out(where, day):
        return label("errors", "không ở cơ sở ngày đó theo hồ sơ (đi viện, tố tụng …)")
    return None


def _is_out(where: Whereabouts, day: date) -> bool:
    return is_away(is_inside=where.presence is PresenceState.INSIDE, since=where.presence_on, day=day)


def _write(uow: UnitOfWork, lesson: Lesson, ticks: dict[str, LessonTick], who: str, tick: Ticked) -> None:
    faults = Faults()
    reason = None if tick.mark is LessonMark.PRESENT else faults.line("reason", tick.reason)
    faults.refuse()
    found = ticks.get(who)
    if found is None:
        ticks[who] = uow.add(
            LessonTick(
                resident_id=who,
                lesson_id=lesson.id,
                course_id=lesson.course_id,
                held_on=lesson.held_on,
                mark=tick.mark,
                reason=reason,
            )
        )
    elif (found.mark, found.reason) != (tick.mark, reason):
        found.mark, found.reason = tick.mark, reason


def _in_course(uow: UnitOfWork, lesson: Lesson) -> frozenset[str]:
    asked: Sequence[Enrolment] = uow.session.scalars(
        sa.select(Enrolment).where(Enrolment.course_id == lesson.course_id, Enrolment.voided_at.is_(None))
    ).all()
    return frozenset(
        one.resident_id for one in asked if may_be_marked(one.state, one.started_on, one.ended_on, lesson.held_on)
    )


def _clash_reason(
    uow: UnitOfWork, course: Course, lessons: Mapping[str, LessonFacts], typed: str | None
) -> str | None:
    """Why lessons stand although they clash; those that are over are only written down, not planned."""
    today = local_date(uow.now)
    ahead = {one: facts for one, facts in lessons.items() if facts.held_on >= today}
    return kept_reason(
        uow, lesson_slots(uow, course.id, facts_from(CourseFacts, course), ahead), typed, asks_holidays=True
    )


def _require_refs(uow: UnitOfWork, course_id: str, kept: LessonFacts) -> None:
    if kept.room_id:
        require_room(uow, kept.room_id)
    if kept.module_id and uow.get(CourseModule, kept.module_id).course_id != course_id:
        raise UserError("not_found", label("errors", "Mô đun này thuộc khóa khác. Hãy chọn lại."))


def _require_not_held(lesson: Lesson) -> None:
    if lesson.state is LessonState.HELD:
        raise UserError(
            "lesson_held", label("errors", "Buổi học này đã điểm danh. Hãy mở phiếu điểm danh để sửa từng người.")
        )


def _require_held_by_now(uow: UnitOfWork, lesson: Lesson) -> None:
    if lesson.state is LessonState.CANCELLED:
        raise UserError("lesson_called_off", label("errors", "Buổi học này đã nghỉ. Hãy sửa buổi học trước."))
    if lesson.held_on > local_date(uow.now):
        raise UserError("lesson_ahead", label("errors", "Chưa đến ngày học nên chưa điểm danh được."))
