"""What lessons would take of people, rooms and staff; what all of them take, as the calendar asks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date, moment_of
from facility_app.modules.calendar.api import (
    LoadWarning,
    OccupiedAsked,
    Slot,
    SlotKind,
    find_held_load,
    find_load_warning,
)
from facility_app.modules.vocational.domain import pages
from facility_app.modules.vocational.domain.courses import (
    ATTENDED_STATES,
    CourseFacts,
    EnrolmentState,
    LessonFacts,
    LessonState,
    may_be_marked,
)
from facility_app.modules.vocational.domain.rights import RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.lessons import FACTS, LESSON, get_sheet
from facility_app.modules.vocational.tables import Course, Enrolment

_COURSE: Final = sa.inspect(Course).local_table.c
_ENROLMENT: Final = sa.inspect(Enrolment).local_table.c


@dataclass(frozen=True, slots=True)
class _Held:
    """Where a course's lessons are and who teaches them, unless a lesson says otherwise."""

    course_id: str
    name: str
    teacher_id: str | None
    room_id: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From when to when somebody is in a course; the last day still counts."""

    resident_id: str
    state: EnrolmentState
    started_on: date | None
    ended_on: date | None


def lesson_slots(
    uow: UnitOfWork, course_id: str, facts: CourseFacts, lessons: Mapping[str, LessonFacts]
) -> tuple[Slot, ...]:
    """What these lessons of a course would take, with whoever is in it on their days.

    Args:
        uow: the unit of work.
        course_id: the course.
        facts: the course as it is to be.
        lessons: by the id of the record, or by what tells one that is not there yet from the others.
    """
    require(uow, RUN_COURSES)
    held = _Held(course_id, facts.name, facts.teacher_id, facts.room_id, facts.place)
    people = _people(uow, [course_id])[course_id]
    return tuple(_slot(held, one, lesson, people) for one, lesson in lessons.items())


def list_ahead(uow: UnitOfWork, course_id: str, from_on: date) -> dict[str, LessonFacts]:
    """Lessons of a course from a day on that are planned, by their ids."""
    require(uow, RUN_COURSES)
    asked = sa.select(LESSON.id, *(LESSON[name] for name in FACTS)).where(
        LESSON.course_id == course_id,
        LESSON.held_on >= from_on,
        LESSON.state == LessonState.PLANNED,
        LESSON.voided_at.is_(None),
    )
    return {row[0]: LessonFacts(*row[1:]) for row in uow.session.execute(asked)}


def joining_slots(
    uow: UnitOfWork, course_id: str, facts: CourseFacts, people: frozenset[str], from_on: date
) -> tuple[Slot, ...]:
    """What the lessons from a day on, never before today, would take of people who are put into a course.

    Its teacher and its room are left out: they are taken by the lessons already.
    """
    require(uow, RUN_COURSES)
    ahead = list_ahead(uow, course_id, max(from_on, local_date(uow.now)))
    return tuple(
        replace(slot, resident_ids=people, staff_ids=frozenset(), room_id="")
        for slot in lesson_slots(uow, course_id, facts, ahead)
    )


def find_course_load(uow: UnitOfWork, course_id: str, from_on: date) -> LoadWarning | None:
    """What is to be thought about once lessons were planned: whose class hours became too many (law.md §18 row 8).

    Args:
        uow: the unit of work, after the verb.
        course_id: the course; everybody in it is looked at.
        from_on: the first day looked at, never before this week.
    """
    require(uow, RUN_COURSES)
    people = frozenset(
        one.resident_id for one in _people(uow, [course_id])[course_id] if one.state is EnrolmentState.ENROLLED
    )
    return find_load_warning(uow, people, from_on)


def find_sat_load(uow: UnitOfWork, lesson_id: str) -> LoadWarning | None:
    """Which of those who sat in a lesson had too many class hours that day or that week (law.md §18 row 8)."""
    require(uow, VIEW_VOCATIONAL)
    sheet = get_sheet(uow, lesson_id)
    there = [one.resident_id for one in sheet.lines if one.mark is not None and one.mark.is_there]
    return find_held_load(uow, there, sheet.lesson.facts.held_on, sheet.lesson.facts.held_on)


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Lessons planned and held, never one that was called off."""
    columns = (_COURSE.id, _COURSE.name, _COURSE.teacher_id, _COURSE.room_id, _COURSE.place, LESSON.id)
    wanted = (
        sa.select(*columns, *(LESSON[name] for name in FACTS))
        .join(Course, _COURSE.id == LESSON.course_id)
        .where(
            LESSON.held_on.between(local_date(asked.from_at), local_date(asked.to_at)),
            LESSON.state != LessonState.CANCELLED,
            LESSON.voided_at.is_(None),
            _COURSE.voided_at.is_(None),
        )
    )
    found = uow.session.execute(wanted).all()
    people = _people(uow, {row[0] for row in found})
    return tuple(_slot(_Held(*row[:5]), row[5], LessonFacts(*row[6:]), people[row[0]]) for row in found)


def _people(uow: UnitOfWork, course_ids: Iterable[str]) -> Mapping[str, Sequence[_Stretch]]:
    e = _ENROLMENT
    found: dict[str, list[_Stretch]] = defaultdict(list)
    asked = sa.select(e.course_id, e.resident_id, e.state, e.started_on, e.ended_on).where(
        e.course_id.in_(tuple(course_ids)), e.state.in_(tuple(ATTENDED_STATES)), e.voided_at.is_(None)
    )
    for course_id, *rest in uow.session.execute(asked):
        found[course_id].append(_Stretch(*rest))
    return found


def _slot(held: _Held, source_id: str, lesson: LessonFacts, people: Iterable[_Stretch]) -> Slot:
    is_elsewhere = lesson.room_id is not None or lesson.place is not None
    room_id, place = (lesson.room_id, lesson.place) if is_elsewhere else (held.room_id, held.place)
    teacher_id, day = lesson.teacher_id or held.teacher_id, lesson.held_on
    return Slot(
        SlotKind.LESSON,
        moment_of(day, lesson.starts),
        moment_of(day, lesson.ends),
        ("course_lesson", source_id),
        frozenset(
            one.resident_id for one in people if may_be_marked(one.state, one.started_on, one.ended_on, day)
        ),
        frozenset({teacher_id} if teacher_id else ()),
        room_id or "",
        held.name,
        "" if room_id else place or "",
        is_study=True,
        page=pages.COURSE,
        args=(("record", held.course_id), ("tab", pages.LESSON_PART)),
    )


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {OccupiedAsked: (_occupied,)}
