"""The sheet of one lesson: everybody on it, where they are, and what was seen of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date, moment_of
from facility_app.kernel.labels import Label
from facility_app.modules.calendar.api import LoadWarning, find_held_load
from facility_app.modules.education.domain.attendance import SAT_THERE, Mark, Seat
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.queries.lessons import MARK, LessonRow, list_lessons
from facility_app.modules.education.queries.planned import MEMBER
from facility_app.modules.education.tables import ClassSession
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import PRESENCE_LABELS, PresenceState, where_were


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person on the sheet.

    Attributes:
        place: where they sleep, as people say it.
        away: where they were when the lesson began, in words; None for whoever was inside.
        mark: what was seen; None before the sheet is kept.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str
    away: Label | None
    mark: Mark | None
    reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one lesson; who was away stands at its end."""

    row: LessonRow
    lines: tuple[SheetLine, ...]


def find_session(uow: UnitOfWork, class_id: str, day: date, starts: int) -> ClassSession | None:
    """The record of a lesson, when it has one."""
    require(uow, VIEW_EDUCATION)
    asked = sa.select(ClassSession).where(
        ClassSession.class_id == class_id,
        ClassSession.held_on == day,
        ClassSession.starts == starts,
        ClassSession.voided_at.is_(None),
    )
    return uow.session.scalars(asked).first()


def seats_of(
    uow: UnitOfWork, class_id: str, day: date, starts: int, session_id: str | None = None
) -> dict[str, Seat]:
    """Who belongs on the sheet of a lesson: who is in the class that day, and whom the sheet already has.

    Whoever was in the class and has ended their stay before that day is not on it.
    """
    require(uow, VIEW_EDUCATION)
    member = sa.select(MEMBER.resident_id).where(
        MEMBER.class_id == class_id,
        MEMBER.voided_at.is_(None),
        MEMBER.from_on <= day,
        sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > day),
    )
    people = set(uow.session.scalars(member))
    kept: set[str] = set()
    if session_id is not None:
        asked = sa.select(MARK.resident_id).where(MARK.session_id == session_id, MARK.voided_at.is_(None))
        kept = set(uow.session.scalars(asked))
    wanted = sorted(people | kept)
    where = where_were(uow, wanted, moment_of(day, starts))
    who = list_resident_marks(uow, wanted)
    return {
        one: Seat(one, who[one].code, None if state is PresenceState.INSIDE else PRESENCE_LABELS[state])
        for one, state in sorted(where.items())
        if one in who and (state is not PresenceState.OUT or one in kept)
    }


def get_sheet(uow: UnitOfWork, class_id: str, day: date, starts: int) -> Sheet | None:
    """The sheet of a lesson; None when the class has no lesson then."""
    require(uow, VIEW_EDUCATION)
    found = [row for row in list_lessons(uow, day, day, class_id) if row.lesson.starts == starts]
    if not found:
        return None
    lesson = found[0].lesson
    seats = seats_of(uow, class_id, day, starts, lesson.session_id or None)
    asked = sa.select(MARK.resident_id, MARK.mark, MARK.reason).where(
        MARK.session_id == lesson.session_id, MARK.voided_at.is_(None)
    )
    marks = {one: (mark, reason) for one, mark, reason in uow.session.execute(asked)} if lesson.session_id else {}
    people = list_resident_marks(uow, list(seats))
    lines = [
        SheetLine(
            one,
            seat.code,
            people[one].name,
            people[one].place or "",
            seat.away,
            *marks.get(one, (Mark.ELSEWHERE if seat.away is not None else None, None)),
        )
        for one, seat in seats.items()
    ]
    # Who is away is marked already: they stand below those the hand has to go through.
    return Sheet(found[0], tuple(sorted(lines, key=lambda one: (one.away is not None, one.code))))


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One mark of one person."""

    session_id: str
    class_id: str
    resident_id: str
    held_on: date
    mark: Mark
    reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A month of a class.

    Attributes:
        lessons: held or to be held, in order.
        people: id → code and name, by code.
        marks: (person, session) → mark.
    """

    first_on: date
    last_on: date
    lessons: tuple[LessonRow, ...]
    people: dict[str, tuple[str, str]] = field(repr=False)
    marks: dict[tuple[str, str], MarkRow] = field(repr=False)


def list_marks_of_class(uow: UnitOfWork, class_id: str, first: date, last: date) -> tuple[MarkRow, ...]:
    """Every mark of a class in those days, both ends included."""
    require(uow, VIEW_EDUCATION)
    return _marks(uow, MARK.class_id == class_id, MARK.held_on.between(first, last))


def list_marks_of_people(
    uow: UnitOfWork, resident_ids: Sequence[str], first: date, last: date
) -> tuple[MarkRow, ...]:
    """Every mark of these people in those days: a year of one, a month of a zone."""
    require(uow, VIEW_EDUCATION)
    return _marks(uow, MARK.resident_id.in_(resident_ids), MARK.held_on.between(first, last))


def get_month(uow: UnitOfWork, class_id: str, month: date) -> MonthSheet:
    """The month of a class; ``month`` is any of its days."""
    require(uow, VIEW_EDUCATION)
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    marks = list_marks_of_class(uow, class_id, first, last)
    members = sa.select(MEMBER.resident_id).where(
        MEMBER.class_id == class_id,
        MEMBER.voided_at.is_(None),
        MEMBER.from_on <= last,
        sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > first),
    )
    wanted = {one.resident_id for one in marks} | set(uow.session.scalars(members))
    people = sorted((who.code, who.name, one) for one, who in list_resident_marks(uow, list(wanted)).items())
    lessons = sorted(
        list_lessons(uow, first, last, class_id), key=lambda row: (row.lesson.held_on, row.lesson.starts)
    )
    return MonthSheet(
        first,
        last,
        tuple(lessons),
        {one: (code, name) for code, name, one in people},
        {(one.resident_id, one.session_id): one for one in marks},
    )


def find_sat_load(uow: UnitOfWork, class_id: str, first: date, last: date) -> LoadWarning | None:
    """Which of those who sat in a class on these days had too many class hours then (law.md §18 row 8).

    Args:
        uow: the unit of work, after their sheets were kept.
        class_id: the class; what else they had is counted with it.
        first: the first day that is asked about.
        last: the last one.
    """
    require(uow, VIEW_EDUCATION)
    there = {one.resident_id for one in list_marks_of_class(uow, class_id, first, last) if one.mark in SAT_THERE}
    return find_held_load(uow, there, first, last)


def _marks(uow: UnitOfWork, *wanted: sa.ColumnElement[bool]) -> tuple[MarkRow, ...]:
    columns = (MARK.session_id, MARK.class_id, MARK.resident_id, MARK.held_on, MARK.mark, MARK.reason)
    asked = sa.select(*columns).where(*wanted, MARK.voided_at.is_(None)).order_by(MARK.held_on, MARK.session_id)
    return tuple(MarkRow(*row) for row in uow.session.execute(asked))


def list_inside(uow: UnitOfWork, class_id: str, at: datetime) -> tuple[str, ...]:
    """Who of a class was in the facility at an instant: whom a group's counselling reached."""
    require(uow, VIEW_EDUCATION)
    local = at.astimezone(LOCAL)
    seats = seats_of(uow, class_id, local_date(at), local.hour * 60 + local.minute)
    return tuple(one for one, seat in seats.items() if seat.away is None)
