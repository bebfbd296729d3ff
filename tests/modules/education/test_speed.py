"""Millions of marks: what is read of them goes through an index; shares equal a count by hand."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.domain.classes import ClassKind
from facility_app.modules.education.queries.lessons import list_lessons
from facility_app.modules.education.queries.shares import get_education_shares
from facility_app.modules.education.queries.sheets import get_month, list_marks_of_people
from tests.helpers.cases import each
from tests.modules.education.school import MONDAY, TEACHER, School

YEAR = (date(2026, 3, 1), date(2027, 2, 28))
BIG = frozenset({"attendance", "class_session", "class_member"})


def plans(school: School, ask: Any) -> list[str]:
    """How the file goes through the big tables for every statement of a query."""
    seen: list[tuple[str, Any]] = []
    with school.facility.database.read(school.facility.actor(*TEACHER)) as uow:
        connection = uow.session.connection()

        def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
            seen.append((statement, parameters))

        sa.event.listen(connection, "before_cursor_execute", note)
        ask(uow)
        sa.event.remove(connection, "before_cursor_execute", note)
        return [
            str(row[3])
            for statement, parameters in seen
            if any(table in statement for table in BIG)
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@each(
    ("ask", "index"),
    [
        (
            lambda uow, school: list_marks_of_people(uow, school.pupils[:1], *YEAR),
            "ix_attendance_resident_id_held_on",
        ),
        (lambda uow, school: list_marks_of_people(uow, school.pupils, *YEAR), "ix_attendance_resident_id_held_on"),
        (lambda uow, school: get_month(uow, school.law, MONDAY), "ix_attendance_class_id_held_on"),
        (lambda uow, _school: get_education_shares(uow, *YEAR), "ix_attendance_held_on"),
        (lambda uow, _school: list_lessons(uow, MONDAY, MONDAY), "ux_class_session_one"),
    ],
)
def test_no_reading_of_marks_goes_through_the_whole_table(school: School, ask: Any, index: str) -> None:
    found = plans(school, lambda uow: ask(uow, school))
    assert any(index in step for step in found), found
    scans = [step for step in found if step.startswith("SCAN") and any(table in step for table in BIG)]
    assert scans == []


def test_the_shares_of_a_period_are_the_naive_count_over_its_rows(school: School) -> None:
    sport = school.opens("TT", ClassKind.SPORT, teacher_id=school.other_teacher)
    school.hour(sport, 1, 14 * 60, 15 * 60)
    school.join(sport, *school.pupils)
    for week in range(3):
        day = MONDAY - timedelta(days=7 * week)
        school.keep(day, p0=Mark.UNEXCUSED, p1=Mark.EXCUSED if week else Mark.LATE)
    school.at(MONDAY, 16)
    school.keep(MONDAY, sport, 14 * 60, p0=Mark.PRESENT, p4=Mark.UNEXCUSED)
    for first, last in ((YEAR[0], YEAR[1]), (MONDAY, MONDAY), (date(2027, 1, 18), date(2027, 1, 31))):
        found = school.read(get_education_shares, first, last, by=TEACHER)
        marks = school.sql(
            "SELECT a.resident_id, c.kind FROM attendance a JOIN school_class c ON c.id = a.class_id "
            "WHERE a.mark IN ('present', 'late') AND a.held_on BETWEEN ? AND ?",
            first.isoformat(),
            last.isoformat(),
        )
        stays = school.sql("SELECT resident_id FROM stay")
        assert found.legal.of == len({one for (one,) in stays})
        assert found.legal.given == len({one for one, kind in marks if kind == "legal"})
        assert found.taught.given == len({one for one, _ in marks})
        assert found.counselled.given == 0
