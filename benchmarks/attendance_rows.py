"""Years of attendance of the largest facility: lessons, labour, trades; six million rows, written by SQL.

The rows are those the verbs write, without their trail and outbox: no query of a sheet reads those. Triggers and
indexes of the three large tables are put aside and made again as they were.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any, Final

import sqlalchemy as sa

from benchmarks.house import BEDS, fill_house
from facility_app.db.driver import Connection
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date, moment_of
from facility_app.modules.calendar.domain.rooms import RoomKind
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.tables import Booking, BookingPerson, MeetingRoom
from facility_app.modules.education.domain.classes import ClassKind
from facility_app.modules.education.tables import ClassHour, ClassMember, SchoolClass
from facility_app.modules.labour.domain.admission import FitnessNeeded
from facility_app.modules.labour.tables import LabourMember, LabourTeam, WorkType
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.modules.vocational.domain.courses import CourseKind, CourseState, EnrolmentState, LessonState
from facility_app.modules.vocational.tables import Course, Enrolment, Lesson

GROUP, LEARNERS, COURSE = 40, 500, 20
"""People of a class and of a team; people of trades, people of a course."""
LESSONS: Final = ((450, 540), (555, 630))
SHIFT: Final = (810, 990)
EVENING: Final = (1140, 1230)
WEEKDAYS: Final = tuple(range(1, 7))
MARKS: Final = ("attendance", "labour_mark", "lesson_tick")
AT_A_TIME: Final = 60
CACHE_KIB: Final = 1_500_000
ERRANDS_A_DAY: Final = 40


@dataclass(frozen=True, slots=True)
class Years:
    """Working days of lessons, of labour and of trades that lie behind; six million marks in all."""

    lessons: int = 800
    labour: int = 600
    trades: int = 1_000

    @property
    def rows(self) -> int:
        """How many marks that is."""
        return BEDS * (self.lessons * len(LESSONS) + self.labour) + LEARNERS * self.trades


@dataclass(frozen=True, slots=True)
class Filled:
    """Groups of people, each with the class and the team it is; courses with their people; one member of staff."""

    groups: tuple[tuple[str, str, tuple[str, ...]], ...]
    courses: tuple[tuple[str, tuple[str, ...]], ...]
    work_type_id: str
    member_id: str
    monday: date

    @property
    def seated(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every class, team and course with its people."""
        for class_id, team_id, people in self.groups:
            yield class_id, people
            yield team_id, people
        yield from self.courses


def fill_groups(uow: UnitOfWork) -> Filled:
    """The house, classes, teams and courses with everybody in them, and the week to come as it is planned."""
    fill_house(uow)
    today = local_date(uow.now)
    monday = today + timedelta(days=7 - today.weekday())
    people = list(uow.session.scalars(sa.select(ResidentCard.id).order_by(ResidentCard.id)))
    parts = [tuple(people[first : first + GROUP]) for first in range(0, len(people), GROUP)]
    wish = MemberWish("Cán bộ để đo", StaffKind.POLICE, joined_on=today - timedelta(days=2_000))
    members = [add_staff_member(uow, wish) for _ in parts]
    began = today - timedelta(days=1_500)
    stamps = _stamps(uow)

    def row(**columns: Any) -> dict[str, Any]:
        return {**stamps, "id": uow.new_id(), **columns}

    rooms = [
        row(code=f"P{n}", name=f"Phòng {n}", kind=RoomKind.CLASSROOM, is_shared=False) for n in range(len(parts))
    ]
    classes = [
        row(code=f"L{n}", name=f"Lớp {n}", kind=ClassKind.LEGAL, teacher_id=members[n], room_id=rooms[n]["id"],
            first_on=began)
        for n in range(len(parts))
    ]  # fmt: skip
    work = row(code="V1", name="Việc để đo", is_hazardous=False, needs_training=False, minors_may=True,
               fitness_needed=next(iter(FitnessNeeded)))  # fmt: skip
    teams = [
        row(code=f"T{n}", name=f"Tổ {n}", work_type_id=work["id"], officer_id=members[n], starts_minute=SHIFT[0],
            ends_minute=SHIFT[1], rest_minutes=0, weekdays="123456")
        for n in range(len(parts))
    ]  # fmt: skip
    courses = [
        row(code=f"K{n}", name=f"Nghề {n}", kind=CourseKind.SHORT, first_on=began, last_on=monday + timedelta(30),
            hours=300, capacity=COURSE, place=f"Xưởng {n}", state=CourseState.OPEN)
        for n in range(LEARNERS // COURSE)
    ]  # fmt: skip
    learners = [tuple(people[COURSE * n : COURSE * (n + 1)]) for n in range(len(courses))]
    # At the doctor's in the middle of lessons and of work: most of these clash.
    errands = [
        row(kind=SlotKind.HEALTH, from_at=begins, to_at=begins + timedelta(minutes=30))
        for day in range(len(WEEKDAYS)) for number in range(ERRANDS_A_DAY)
        for begins in (moment_of(monday + timedelta(days=day), 480 + 12 * number),)
    ]  # fmt: skip
    with uow.act("bench.fill", reason="đo"):
        for table, rows in (
            (MeetingRoom, rooms),
            (SchoolClass, classes),
            (WorkType, [work]),
            (LabourTeam, teams),
            (Course, courses),
            (ClassMember, [
                row(resident_id=who, class_id=one["id"], from_on=began)
                for one, part in zip(classes, parts, strict=True) for who in part
            ]),
            (ClassHour, [
                row(class_id=one["id"], weekday=day, starts=starts, ends=ends, from_on=began)
                for one in classes for day in WEEKDAYS for starts, ends in LESSONS
            ]),
            (LabourMember, [
                row(resident_id=who, team_id=one["id"], from_on=began)
                for one, part in zip(teams, parts, strict=True) for who in part
            ]),
            (Enrolment, [
                row(resident_id=who, course_id=one["id"], asked_on=began, state=EnrolmentState.ENROLLED,
                    started_on=began)
                for one, part in zip(courses, learners, strict=True) for who in part
            ]),
            (Booking, errands),
            (BookingPerson, [
                row(resident_id=people[7 * place % len(people)], booking_id=one["id"])
                for place, one in enumerate(errands)
            ]),
            (Lesson, [
                row(course_id=one["id"], held_on=monday + timedelta(days=day - 1), starts=EVENING[0],
                    ends=EVENING[1], state=LessonState.PLANNED)
                for one in courses for day in WEEKDAYS
            ]),
        ):  # fmt: skip
            uow.session.execute(sa.insert(table), rows)
    groups = ((one["id"], team["id"], part) for one, team, part in zip(classes, teams, parts, strict=True))
    taught = tuple((one["id"], part) for one, part in zip(courses, learners, strict=True))
    return Filled(tuple(groups), taught, work["id"], members[0], monday)


def write_years(raw: Connection, filled: Filled, years: Years, user_id: str, tell: Callable[[str], None]) -> int:
    """The marks of the years behind; answers how many."""
    ((home,),) = raw.execute("SELECT home FROM vault").fetchall()
    for pragma in (f"cache_size=-{CACHE_KIB}", "synchronous=OFF", "foreign_keys=OFF", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {pragma}")
    sheets = ("class_session", "labour_sheet", "course_lesson")
    aside = [
        (kind, name, text)
        for kind, name, text, table in raw.execute(
            "SELECT type, name, sql, tbl_name FROM sqlite_master WHERE type IN ('trigger', 'index')"
        ).fetchall()
        if text is not None and (table in MARKS or (kind == "trigger" and table in sheets))
    ]
    for kind, name, _ in aside:
        raw.execute(f"DROP {kind} {name}")
    raw.execute("CREATE TEMP TABLE seat (group_id TEXT, who TEXT, seat INTEGER)")
    raw.execute("CREATE TEMP TABLE taught AS SELECT '' AS id, '' AS group_id, '' AS held_on WHERE 0")
    raw.executemany(
        "INSERT INTO seat VALUES (?, ?, ?)",
        [(one, who, seat) for one, people in filled.seated for seat, who in enumerate(people)],
    )
    raw.execute("CREATE INDEX temp.seat_of ON seat (group_id)")
    stamp = f"'{home}', '2026-01-01T00:00:00Z', '{user_id}', '2026-01-01T00:00:00Z', '{user_id}', 1"
    classes = [one for one, _, _ in filled.groups]
    teams = [one for _, one, _ in filled.groups]
    courses = [one for one, _ in filled.courses]
    last = filled.monday - timedelta(days=7)
    lessons = _Sheets(
        "class_session", "class_id", ("starts", "ends"), {"teacher_id": filled.member_id, "state": "held"},
        "attendance", "session_id", {"class_id": "t.group_id", "mark": _MARK},
    )  # fmt: skip
    labour = _Sheets(
        "labour_sheet", "team_id", ("starts_minute", "ends_minute"),
        {"work_type_id": filled.work_type_id, "officer_name": "Cán bộ để đo", "rest_minutes": 0},
        "labour_mark", "sheet_id", {"mark": "'worked'", "minutes": str(SHIFT[1] - SHIFT[0])},
    )  # fmt: skip
    trades = _Sheets(
        "course_lesson", "course_id", ("starts", "ends"), {"state": "held"},
        "lesson_tick", "lesson_id", {"course_id": "t.group_id", "mark": _MARK},
    )  # fmt: skip
    _write(raw, lessons, classes, LESSONS, _days(last, years.lessons), stamp)
    tell("lessons")
    _write(raw, labour, teams, (SHIFT,), _days(last, years.labour), stamp)
    tell("labour")
    _write(raw, trades, courses, (EVENING,), _days(last, years.trades), stamp)
    tell("trades")
    for kind, name, text in aside:
        raw.execute(text)
        if kind == "index":
            tell(f"index {name}")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(raw.execute(f"SELECT count(*) FROM {one}").fetchall()[0][0] for one in MARKS)


_STAMPED: Final = "home, created_at, created_by, updated_at, updated_by, version"
_MARK: Final = (
    "CASE (s.seat * 7 + t.rowid) % 23 WHEN 0 THEN 'late' WHEN 5 THEN 'excused' WHEN 11 THEN 'unexcused' "
    "ELSE 'present' END"
)


def _days(before: date, count: int) -> list[date]:
    """So many working days before a Monday, the earliest first."""
    found: list[date] = []
    day = before
    while len(found) < count:
        day -= timedelta(days=1)
        if day.isoweekday() in WEEKDAYS:
            found.append(day)
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Sheets:
    """One kind of sheets and the marks on them.

    Attributes:
        said: of every sheet: column → value.
        marked: of every mark: column → what it is, in SQL; ``t`` is the sheet, ``s`` the seat of somebody.
    """

    table: str
    group: str
    times: tuple[str, str]
    said: Mapping[str, object]
    marks: str
    sheet: str
    marked: Mapping[str, str]

    def write_sheet(self, stamp: str) -> str:
        """Of an id, a group, a day, and from when until when."""
        columns = ", ".join(("id", self.group, "held_on", *self.times, *self.said, _STAMPED))
        said = "".join(f"'{one}', " for one in self.said.values())
        return f"INSERT INTO {self.table} ({columns}) VALUES (?, ?, ?, ?, ?, {said}{stamp})"

    def write_marks(self, stamp: str) -> str:
        """Of everybody in the groups of the sheets that were written last."""
        columns = ", ".join(("id", self.sheet, "held_on", "resident_id", *self.marked, _STAMPED))
        marked = ", ".join(self.marked.values())
        return (
            f"INSERT INTO {self.marks} ({columns}) SELECT substr(t.id, 1, 26) || printf('%06x', s.seat), t.id, "
            f"t.held_on, s.who, {marked}, {stamp} FROM taught t JOIN seat s ON s.group_id = t.group_id"
        )


def _write(
    raw: Connection,
    kind: _Sheets,
    groups: Sequence[str],
    times: Sequence[tuple[int, int]],
    days: Sequence[date],
    stamp: str,
) -> None:
    """Sheets of these days and what is marked on them, some days in one transaction."""
    number = 0
    for first in range(0, len(days), AT_A_TIME):
        part = []
        for day, span, one in product(days[first : first + AT_A_TIME], times, groups):
            number += 1
            part.append((f"{number:026x}000000", one, day.isoformat(), *span))
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("DELETE FROM taught")
        raw.executemany("INSERT INTO taught VALUES (?, ?, ?)", [one[:3] for one in part])
        raw.executemany(kind.write_sheet(stamp), part)
        raw.execute(kind.write_marks(stamp))
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _stamps(uow: UnitOfWork) -> dict[str, Any]:
    made = {"home": uow.home, "version": 1, "created_at": uow.now, "updated_at": uow.now}
    return made | {"created_by": uow.actor.user_id, "updated_by": uow.actor.user_id}
