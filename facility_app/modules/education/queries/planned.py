"""What a class would take of people, rooms and staff; what all of them take, as the calendar asks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date, moment_of
from facility_app.modules.calendar.api import LoadWarning, OccupiedAsked, Slot, SlotKind, find_load_warning
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.education.domain.classes import STUDY_KINDS, ClassKind
from facility_app.modules.education.domain.counselling import COUNSELLING_KIND_LABELS
from facility_app.modules.education.domain.rights import PLAN_EDUCATION
from facility_app.modules.education.domain.timetable import Hour, days_between
from facility_app.modules.education.queries.lessons import CLASS, Frame, Lesson, Lessons
from facility_app.modules.education.tables import ClassMember, Counselling, CounsellingPerson

MEMBER: Final = sa.inspect(ClassMember).local_table.c
COUNSELLING: Final = sa.inspect(Counselling).local_table.c
COUNSELLED: Final = sa.inspect(CounsellingPerson).local_table.c
AHEAD: Final = timedelta(days=27)
"""Four weeks are looked through for clashes; what is planned later is checked again by the list of clashes."""
CLASS_PAGE: Final = "education.class"
Span = tuple[str, date, date | None]


def count_members(uow: UnitOfWork, class_id: str) -> int:
    """How many are in a class today or will be."""
    require(uow, PLAN_EDUCATION)
    today = local_date(uow.now)
    asked = sa.select(sa.func.count()).where(
        MEMBER.class_id == class_id,
        MEMBER.voided_at.is_(None),
        sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > today),
    )
    return int(uow.session.scalar(asked) or 0)


def hour_slots(uow: UnitOfWork, class_id: str, from_on: date, hour: Hour, room_id: str | None) -> tuple[Slot, ...]:
    """What the lessons of one more hour of the week would take in the four weeks from a day on.

    Args:
        uow: the unit of work.
        class_id: the class; everybody in it would sit there.
        from_on: the first day looked at; never before today.
        hour: of the week.
        room_id: where; None for the class's own room.
    """
    require(uow, PLAN_EDUCATION)
    asked = sa.select(CLASS.kind, CLASS.name, CLASS.teacher_id, CLASS.room_id, CLASS.first_on, CLASS.last_on)
    held = uow.session.execute(asked.where(CLASS.id == class_id)).one()
    first, last = _ahead(uow, max(from_on, held.first_on), held.last_on)
    people, times = _people(uow, first, last, [class_id]).get(class_id, ()), (hour.starts, hour.ends)
    off = list_holidays(uow, first, last)
    return tuple(
        _taken(
            class_id,
            held.kind,
            held.name,
            day,
            times,
            _on(people, day),
            held.teacher_id,
            room_id or held.room_id or "",
        )
        for day in days_between(first, last)
        if hour.falls_on(day) and day not in off
    )


def joining_slots(uow: UnitOfWork, class_id: str, from_on: date, people: frozenset[str]) -> tuple[Slot, ...]:
    """What the lessons of the four weeks from a day on, never before today, would take of people who join a class.

    Its teacher and its room are left out: they are taken by the lessons already.
    """
    require(uow, PLAN_EDUCATION)
    first, last = _ahead(uow, from_on)
    return tuple(
        replace(_slot(one, ()), resident_ids=people, staff_ids=frozenset(), room_id="")
        for one in _given(Lessons(uow).between(first, last, [class_id]))
    )


def rewritten_slots(uow: UnitOfWork, class_id: str, frame: Frame) -> tuple[Slot, ...]:
    """What the lessons of four weeks would take that they do not yet, if a class were written so.

    A lesson that stands takes another teacher or another room; one of a day the class did not have takes
    everything. One that somebody wrote about, cancelled or put in beside the timetable, stays what it is.
    """
    require(uow, PLAN_EDUCATION)
    first, last = _ahead(uow, frame.first_on, frame.last_on)
    people = _people(uow, first, last, [class_id]).get(class_id, ())
    stand = {one.lesson_id: one for one in Lessons(uow).between(first, last, [class_id])}
    made = []
    for one in _given(Lessons(uow).between(first, last, [class_id], frames={class_id: frame})):
        slot, before = _slot(one, people), stand.get(one.lesson_id)
        if before is not None:
            slot = replace(
                slot,
                resident_ids=frozenset(),
                staff_ids=slot.staff_ids - {before.teacher_id},
                room_id="" if before.room_id == one.room_id else one.room_id,
            )
        made.append(slot)
    return tuple(made)


def session_slot(
    uow: UnitOfWork, class_id: str, day: date, times: tuple[int, int], teacher_id: str, room_id: str | None
) -> tuple[Slot, ...]:
    """What one lesson beside the timetable would take; nothing of a day that is over, which no plan changes.

    Args:
        uow: the unit of work.
        class_id: the class; everybody in it that day would sit there.
        day: when.
        times: from when to when, in minutes after midnight.
        teacher_id: who would teach.
        room_id: where; None for nowhere in particular.
    """
    require(uow, PLAN_EDUCATION)
    if day < local_date(uow.now):
        return ()
    held = uow.session.execute(sa.select(CLASS.kind, CLASS.name).where(CLASS.id == class_id)).one()
    spans = _people(uow, day, day, [class_id]).get(class_id, ())
    return (_taken(class_id, held.kind, held.name, day, times, _on(spans, day), teacher_id, room_id or ""),)


def find_class_load(uow: UnitOfWork, class_id: str, from_on: date | None = None) -> LoadWarning | None:
    """What is to be thought about once a class was planned: whose class hours became too many (law.md §18 row 8).

    Args:
        uow: the unit of work, after the verb.
        class_id: the class; everybody who is in it in those four weeks is looked at.
        from_on: the first day looked at; None for today.
    """
    require(uow, PLAN_EDUCATION)
    first, last = _ahead(uow, from_on or local_date(uow.now))
    spans = _people(uow, first, last, [class_id]).get(class_id, ())
    return find_load_warning(uow, frozenset(one for one, *_ in spans), first)


def _taken(
    class_id: str,
    kind: ClassKind,
    name: str,
    day: date,
    times: tuple[int, int],
    people: frozenset[str],
    teacher_id: str,
    room_id: str,
) -> Slot:
    return Slot(
        SlotKind.CLASS,
        moment_of(day, times[0]),
        moment_of(day, times[1]),
        ("school_class", class_id),
        people,
        frozenset({teacher_id}),
        room_id,
        name,
        is_study=kind in STUDY_KINDS,
        page=CLASS_PAGE,
        args=(("record", class_id),),
    )


def _ahead(uow: UnitOfWork, from_on: date, last_on: date | None = None) -> tuple[date, date]:
    """The first and the last day that are looked through."""
    first = max(from_on, local_date(uow.now))
    return first, min(first + AHEAD, last_on or date.max)


def _given(lessons: Iterable[Lesson]) -> Iterable[Lesson]:
    return (one for one in lessons if one.is_given)


def _people(
    uow: UnitOfWork, first: date, last: date, class_ids: Sequence[str] | None = None
) -> Mapping[str, Sequence[Span]]:
    """Class → who is in it in those days, from when to before when."""
    asked = sa.select(MEMBER.class_id, MEMBER.resident_id, MEMBER.from_on, MEMBER.to_on).where(
        MEMBER.voided_at.is_(None),
        MEMBER.from_on <= last,
        sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > first),
    )
    if class_ids is not None:
        asked = asked.where(MEMBER.class_id.in_(class_ids))
    found: dict[str, list[Span]] = defaultdict(list)
    for class_id, *span in uow.session.execute(asked):
        found[class_id].append((span[0], span[1], span[2]))
    return found


def _on(spans: Iterable[Span], day: date) -> frozenset[str]:
    return frozenset(one for one, from_on, to_on in spans if from_on <= day and (to_on is None or day < to_on))


def _answer(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    first, last = local_date(asked.from_at), local_date(asked.to_at)
    people = _people(uow, first, last)
    lessons = _given(Lessons(uow).between(first, last))
    return (*(_slot(one, people.get(one.class_id, ())) for one in lessons), *_counselling(uow, asked))


def _slot(one: Lesson, spans: Sequence[Span]) -> Slot:
    people, times = _on(spans, one.held_on), (one.starts, one.ends)
    return _taken(one.class_id, one.kind, one.name, one.held_on, times, people, one.teacher_id, one.room_id)


def _counselling(uow: UnitOfWork, asked: OccupiedAsked) -> Iterable[Slot]:
    """Counselling without its topic: everybody inside may read a calendar."""
    c = COUNSELLING
    held = sa.select(c.id, c.held_at, c.minutes, c.kind, c.counsellor_id).where(
        c.held_at < asked.to_at, c.held_at > asked.from_at - timedelta(days=1), c.voided_at.is_(None)
    )
    rows = uow.session.execute(held).all()
    people: dict[str, set[str]] = defaultdict(set)
    who = sa.select(COUNSELLED.counselling_id, COUNSELLED.resident_id).where(
        COUNSELLED.counselling_id.in_([row.id for row in rows]), COUNSELLED.voided_at.is_(None)
    )
    for counselling_id, resident_id in uow.session.execute(who):
        people[counselling_id].add(resident_id)
    return [
        Slot(
            SlotKind.COUNSELLING,
            row.held_at,
            row.held_at + timedelta(minutes=row.minutes),
            ("counselling", row.id),
            frozenset(people[row.id]),
            frozenset({row.counsellor_id}),
            name=COUNSELLING_KIND_LABELS[row.kind],
        )
        for row in rows
    ]


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {OccupiedAsked: (_answer,)}
