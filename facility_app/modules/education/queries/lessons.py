"""Lessons of some days: what the timetable says, what was put in, held and cancelled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import moment_of
from facility_app.kernel.labels import Label
from facility_app.modules.calendar.api import name_rooms
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.education.domain.attendance import SAT_THERE
from facility_app.modules.education.domain.classes import ClassKind
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.domain.timetable import Hour, days_between, lesson_id
from facility_app.modules.education.tables import Attendance, ClassHour, ClassMember, ClassSession, SchoolClass
from facility_app.modules.staff.api import list_staff_rows

CLASS: Final = sa.inspect(SchoolClass).local_table.c
HOUR: Final = sa.inspect(ClassHour).local_table.c
SESSION: Final = sa.inspect(ClassSession).local_table.c
WEEK_BACK: Final = timedelta(days=7)
"""As far back as a forgotten sheet is asked for on the home page."""
_MEMBER: Final = sa.inspect(ClassMember).local_table.c
MARK: Final = sa.inspect(Attendance).local_table.c


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson on one day.

    Attributes:
        lesson_id: class, day and minute: a lesson has no record until somebody writes something about it.
        session_id: its record; empty for one that only the timetable knows.
        version: of that record; 0 for none.
        room_id: where; empty for nowhere in particular.
        present, listed: how many sat there, of how many on the sheet; 0 before it is kept.
        holiday: the name of the day off by law on which the timetable's lesson does not take place.
    """

    lesson_id: str
    class_id: str
    code: str
    name: str
    kind: ClassKind
    held_on: date
    starts: int
    ends: int
    teacher_id: str
    room_id: str
    state: SessionState
    session_id: str = ""
    version: int = 0
    topic_id: str | None = None
    note: str | None = field(default=None, repr=False)
    present: int = 0
    listed: int = 0
    holiday: Label | None = None

    @property
    def is_given(self) -> bool:
        """Whether it takes place: neither called off nor of the timetable on a day off."""
        return self.state is not SessionState.CANCELLED and self.holiday is None

    @property
    def from_at(self) -> datetime:
        """When it begins."""
        return moment_of(self.held_on, self.starts)

    @property
    def to_at(self) -> datetime:
        """When it ends."""
        return moment_of(self.held_on, self.ends)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the lessons of a class's timetable take from the class itself.

    Attributes:
        teacher_id: who teaches them.
        room_id: where, unless an hour says otherwise; None for nowhere in particular.
        first_on: the first day there are any; ``last_on`` the last, None while nobody has ended the class.
    """

    teacher_id: str
    room_id: str | None
    first_on: date
    last_on: date | None


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson with the names people know it by.

    Attributes:
        is_missing: whether it is over, or of an earlier day, and has no sheet.
    """

    lesson: Lesson
    teacher: str
    room: str
    is_missing: bool


def lessons_between(
    uow: UnitOfWork, first: date, last: date, class_ids: Sequence[str] | None = None
) -> tuple[Lesson, ...]:
    """Every lesson of these days, both ends included, cancelled ones too, in the order of time."""
    require(uow, VIEW_EDUCATION)
    return Lessons(uow).between(first, last, class_ids)


def list_lessons(uow: UnitOfWork, first: date, last: date, class_id: str = "") -> tuple[LessonRow, ...]:
    """As ``lessons_between`` with names and counts; those that lack a sheet first."""
    require(uow, VIEW_EDUCATION)
    found = Lessons(uow).between(first, last, [class_id] if class_id else None)
    counts = _counts(uow, [one.session_id for one in found if one.state is SessionState.HELD])
    teachers = {
        row.member_id: row.full_name for row in list_staff_rows(uow, sorted({one.teacher_id for one in found}))
    }
    rooms = name_rooms(uow, sorted({one.room_id for one in found if one.room_id}))
    lacking = {one.lesson_id for one in _lacking(uow, found)}
    rows = []
    for one in found:
        present, listed = counts.get(one.session_id, (0, 0))
        is_missing = one.lesson_id in lacking
        rows.append(
            LessonRow(
                replace(one, present=present, listed=listed),
                teachers.get(one.teacher_id, ""),
                rooms.get(one.room_id, ""),
                is_missing,
            )
        )
    return tuple(
        sorted(rows, key=lambda row: (not row.is_missing, row.lesson.held_on, row.lesson.starts, row.lesson.code))
    )


@dataclass(frozen=True, slots=True)
class SheetCounts:
    """What the sheets of a day and of the week before it lack.

    Attributes:
        lessons: of the day, that were not called off.
        missing: of them, over and without a sheet.
        forgotten: lessons of the seven days before without a sheet; ``since`` is the earliest of their days.
    """

    lessons: int
    missing: int
    forgotten: int
    since: date | None


def count_sheets(uow: UnitOfWork, day: date) -> SheetCounts:
    """How many lessons a day has, and how many of it and of the week before still lack their sheet."""
    require(uow, VIEW_EDUCATION)
    given = [one for one in Lessons(uow).between(day - WEEK_BACK, day) if one.is_given]
    lacking = _lacking(uow, given)
    before = [one.held_on for one in lacking if one.held_on < day]
    today = sum(one.held_on == day for one in given)
    return SheetCounts(today, len(lacking) - len(before), len(before), min(before, default=None))


def _lacking(uow: UnitOfWork, lessons: Sequence[Lesson]) -> list[Lesson]:
    """Those that are over and have no sheet though somebody was in the class: of nobody there is none to keep."""
    over = [one for one in lessons if one.is_given and one.state is SessionState.PLANNED and one.to_at <= uow.now]
    if not over:
        return []
    asked = sa.select(_MEMBER.class_id, _MEMBER.from_on, _MEMBER.to_on).where(
        _MEMBER.class_id.in_({one.class_id for one in over}), _MEMBER.voided_at.is_(None)
    )
    spans: dict[str, set[tuple[date, date | None]]] = {}
    for class_id, from_on, to_on in uow.session.execute(asked.distinct()):
        spans.setdefault(class_id, set()).add((from_on, to_on))
    return [
        one
        for one in over
        if any(
            from_on <= one.held_on and (to_on is None or one.held_on < to_on)
            for from_on, to_on in spans.get(one.class_id, ())
        )
    ]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Lessons, for this slice's own rooms, which have asked for a right before or answer the calendar.

    Attributes:
        uow: the unit of work.
    """

    uow: UnitOfWork

    def between(
        self,
        first: date,
        last: date,
        class_ids: Sequence[str] | None = None,
        *,
        frames: Mapping[str, Frame] = MappingProxyType({}),
    ) -> tuple[Lesson, ...]:
        """As ``lessons_between``; of a class in ``frames`` as if it were written so."""
        read = partial(_classes, self.uow, class_ids)
        classes = self.uow.once(_classes, read) if class_ids is None else read()
        framed = {one: frames.get(one) or _frame(row) for one, row in classes.items()}
        found = {one.lesson_id: one for one in _hours(self.uow, classes, framed, first, last)}
        found |= {one.lesson_id: one for one in _sessions(self.uow, classes, first, last)}
        return tuple(sorted(found.values(), key=lambda one: (one.held_on, one.starts, one.code)))


def _frame(row: sa.Row[Any]) -> Frame:
    return Frame(row.teacher_id, row.room_id, row.first_on, row.last_on)


def _hours(
    uow: UnitOfWork,
    classes: Mapping[str, sa.Row[Any]],
    frames: Mapping[str, Frame],
    first: date,
    last: date,
) -> Iterator[Lesson]:
    """What the timetable says."""
    asked = sa.select(
        HOUR.class_id, HOUR.weekday, HOUR.starts, HOUR.ends, HOUR.from_on, HOUR.to_on, HOUR.room_id
    ).where(
        HOUR.class_id.in_(classes),
        HOUR.voided_at.is_(None),
        HOUR.from_on <= last,
        sa.or_(HOUR.to_on.is_(None), HOUR.to_on >= first),
    )
    days, off = days_between(first, last), list_holidays(uow, first, last)
    for class_id, weekday, starts, ends, from_on, to_on, room_id in uow.session.execute(asked):
        held, hour, frame = classes[class_id], Hour(weekday, starts, ends, from_on, to_on), frames[class_id]
        for day in days:
            if hour.falls_on(day) and frame.first_on <= day and (frame.last_on is None or day <= frame.last_on):
                yield Lesson(
                    lesson_id(class_id, day, starts),
                    class_id,
                    held.code,
                    held.name,
                    held.kind,
                    day,
                    starts,
                    ends,
                    frame.teacher_id,
                    room_id or frame.room_id or "",
                    SessionState.PLANNED,
                    holiday=off.get(day),
                )


def _sessions(uow: UnitOfWork, classes: Mapping[str, sa.Row[Any]], first: date, last: date) -> Iterator[Lesson]:
    """What somebody wrote about a lesson."""
    columns = (SESSION.id, SESSION.version, SESSION.class_id, SESSION.held_on, SESSION.starts, SESSION.ends)
    more = (SESSION.teacher_id, SESSION.room_id, SESSION.state, SESSION.topic_id, SESSION.note)
    asked = sa.select(*columns, *more).where(
        SESSION.held_on.between(first, last), SESSION.class_id.in_(classes), SESSION.voided_at.is_(None)
    )
    for one in uow.session.execute(asked):
        held = classes[one.class_id]
        yield Lesson(
            lesson_id(one.class_id, one.held_on, one.starts),
            one.class_id,
            held.code,
            held.name,
            held.kind,
            one.held_on,
            one.starts,
            one.ends,
            one.teacher_id,
            one.room_id or "",
            one.state,
            one.id,
            one.version,
            one.topic_id,
            one.note,
        )


def _classes(uow: UnitOfWork, class_ids: Sequence[str] | None) -> Mapping[str, sa.Row[Any]]:
    columns = (
        CLASS.id,
        CLASS.code,
        CLASS.name,
        CLASS.kind,
        CLASS.teacher_id,
        CLASS.room_id,
        CLASS.first_on,
        CLASS.last_on,
    )
    asked = sa.select(*columns).where(CLASS.voided_at.is_(None))
    if class_ids is not None:
        asked = asked.where(CLASS.id.in_(class_ids))
    found: Any = uow.session.execute(asked)
    return {row.id: row for row in found}


def _counts(uow: UnitOfWork, session_ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    asked = (
        sa.select(
            MARK.session_id,
            sa.func.sum(sa.case((MARK.mark.in_(SAT_THERE), 1), else_=0)),
            sa.func.count(),
        )
        .where(MARK.session_id.in_(session_ids), MARK.voided_at.is_(None))
        .group_by(MARK.session_id)
    )
    return {one: (int(present), int(listed)) for one, present, listed in uow.session.execute(asked)}
