"""Sheets of lessons: whole or not at all, honest about who was where, corrected without losing the first word."""

from datetime import date

from facility_app.kernel.actor import Role
from facility_app.modules.education.domain.attendance import Mark, Marked
from facility_app.modules.education.domain.classes import ClassKind
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.queries.classes import find_class
from facility_app.modules.education.queries.lessons import count_sheets, list_lessons
from facility_app.modules.education.queries.sheets import get_month
from facility_app.modules.education.service.classes import (
    ClassFacts,
    EditClass,
    JoinClass,
    LeaveClass,
    edit_class,
    join_class,
    leave_class,
)
from facility_app.modules.education.service.hours import AddHour, EndHour, add_hour, end_hour
from facility_app.modules.education.service.sheets import (
    CancelSession,
    KeepSheet,
    PlanSession,
    cancel_session,
    keep_sheet,
    plan_session,
)
from facility_app.modules.stays.api import where_were
from facility_app.modules.stays.domain.types import PresenceState
from facility_app.modules.stays.service.presence import send_to_hospital, take_back
from facility_app.modules.tasks.queries import get_home_figures
from tests.modules.education.school import EIGHT, MONDAY, TEACHER, TEN, School
from tests.modules.stays.house import moment

JANUARY_25 = date(2027, 1, 25)


def test_a_sheet_is_kept_whole_and_names_its_verb(school: School) -> None:
    kept = school.keep(p1=Mark.LATE, p2=Mark.EXCUSED)
    assert (kept.listed, kept.present, kept.version) == (5, 4, 1)
    assert school.marks()[school.pupils[2]] == "excused"
    assert school.verbs()[-1] == "education.keep_sheet"


def test_a_correction_leaves_who_taught_although_the_class_has_another_teacher_by_now(school: School) -> None:
    school.keep()
    row = school.read(find_class, school.law, by=TEACHER)
    assert row is not None
    facts = ClassFacts(row.code, row.name, row.kind, school.other_teacher, row.first_on)
    school.write(edit_class, EditClass(row.class_id, row.version, facts), by=TEACHER)
    school.keep(p0=Mark.EXCUSED)
    assert school.sql("SELECT teacher_id FROM class_session") == [(school.teacher,)]


def test_one_fault_leaves_nothing_of_the_sheet(school: School) -> None:
    command = school.keeping()
    short = KeepSheet(command.class_id, MONDAY, EIGHT, TEN, command.marks[1:])
    assert school.refused(keep_sheet, short, by=TEACHER).code == "sheet_unfinished"
    stranger = KeepSheet(command.class_id, MONDAY, EIGHT, TEN, [*command.marks, Marked("f" * 32, Mark.PRESENT)])
    assert school.refused(keep_sheet, stranger, by=TEACHER).code == "not_in_class"
    assert school.sql("SELECT count(*) FROM attendance UNION ALL SELECT count(*) FROM class_session") == [(0,)] * 2


def test_a_correction_changes_what_differs_and_a_stale_one_is_refused(school: School) -> None:
    school.keep()
    before = school.sql("SELECT sum(version), count(*) FROM attendance")
    assert before == [(5, 5)]
    again = school.keeping(p0=Mark.UNEXCUSED)
    school.write(keep_sheet, again, by=TEACHER)
    assert school.sql("SELECT sum(version), count(*) FROM attendance") == [(6, 5)]
    assert school.marks()[school.pupils[0]] == "unexcused"
    stale = KeepSheet(again.class_id, MONDAY, EIGHT, TEN, again.marks)
    assert school.refused(keep_sheet, stale, by=TEACHER).code == "record_changed"


def test_who_is_in_hospital_is_marked_so_and_cannot_be_marked_present(school: School) -> None:
    ill = school.pupils[3]
    school.move(send_to_hospital, school.stays[ill], date(2027, 1, 30), by=(Role.DOCTOR,))
    sheet = school.sheet()
    assert [one.resident_id for one in sheet.lines][-1] == ill
    assert sheet.lines[-1].mark is Mark.ELSEWHERE
    command = school.keeping()
    forged = KeepSheet(command.class_id, MONDAY, EIGHT, TEN, [*command.marks, Marked(ill, Mark.PRESENT)])
    told = school.refused(keep_sheet, forged, by=TEACHER)
    assert told.code == "away_not_present"
    assert "Đang nằm viện" in told.message
    school.write(keep_sheet, command, by=TEACHER)
    assert school.marks()[ill] == "elsewhere"


def test_a_sheet_of_last_week_knows_where_people_were_last_week(school: School) -> None:
    one = school.pupils[0]
    school.move(send_to_hospital, school.stays[one], date(2027, 1, 22), by=(Role.DOCTOR,))
    school.move(take_back, school.stays[one], date(2027, 1, 27))
    at = moment(JANUARY_25)
    assert school.read(where_were, school.pupils, at)[one] is PresenceState.HOSPITAL
    assert school.read(where_were, school.pupils, moment(date(2027, 1, 27), 7))[one] is PresenceState.HOSPITAL
    assert school.read(where_were, school.pupils, moment(date(2027, 1, 27), 9))[one] is PresenceState.INSIDE
    assert school.read(where_were, school.pupils, moment(date(2026, 7, 1)))[one] is PresenceState.OUT
    assert [line.resident_id for line in school.sheet("", JANUARY_25).lines if line.away] == [one]
    assert not [line for line in school.sheet().lines if line.away]


def test_tomorrows_lesson_and_a_cancelled_one_have_no_sheet(school: School) -> None:
    command = school.keeping()
    later = KeepSheet(command.class_id, date(2027, 2, 8), EIGHT, TEN, command.marks)
    assert school.refused(keep_sheet, later, by=TEACHER).code == "lesson_not_yet"
    school.write(cancel_session, CancelSession(school.law, MONDAY, EIGHT, TEN, "cúp điện"), by=TEACHER)
    assert school.refused(keep_sheet, command, by=TEACHER).code == "lesson_cancelled"
    (row,) = school.read(list_lessons, MONDAY, MONDAY, by=TEACHER)
    assert (row.lesson.state, row.is_missing) == (SessionState.CANCELLED, False)


def test_a_lesson_without_a_sheet_is_missing_once_it_is_over_and_stands_first(school: School) -> None:
    school.write(plan_session, PlanSession(school.law, MONDAY, 420, 460), by=TEACHER)
    school.write(plan_session, PlanSession(school.law, MONDAY, 900, 960), by=TEACHER)
    assert school.read(count_sheets, MONDAY, by=TEACHER).missing == 1
    assert [row.lesson.starts for row in school.read(list_lessons, MONDAY, MONDAY, by=TEACHER)] == [
        420,
        EIGHT,
        900,
    ]
    school.at(MONDAY, 11)
    assert school.read(count_sheets, MONDAY, by=TEACHER).missing == 2
    assert home(school) == [
        ("education.forgotten", 1, {"day": JANUARY_25.isoformat()}),
        ("education.missing", 2, {}),
        ("education.lessons", 3, {}),
    ]
    school.keep(JANUARY_25)
    school.keep()
    assert home(school) == [("education.missing", 1, {}), ("education.lessons", 3, {})]
    rows = school.read(list_lessons, MONDAY, MONDAY, by=TEACHER)
    assert [(row.lesson.starts, row.is_missing) for row in rows] == [(420, True), (EIGHT, False), (900, False)]
    assert (rows[1].lesson.present, rows[1].lesson.listed) == (5, 5)


def test_who_left_the_class_is_on_its_old_sheets_and_not_on_the_new_one(school: School) -> None:
    school.keep(JANUARY_25)
    ((member, version),) = school.sql(
        "SELECT id, version FROM class_member WHERE resident_id = ?", school.pupils[4]
    )
    leave = LeaveClass(member, version, "chuyển lớp", date(2027, 1, 31))
    school.write(leave_class, leave, by=TEACHER)
    assert len(school.sheet().lines) == 4
    assert len(school.sheet("", JANUARY_25).lines) == 5
    month = school.read(get_month, school.law, JANUARY_25, by=TEACHER)
    assert [row.lesson.held_on.day for row in month.lessons] == [4, 11, 18, 25]
    assert len(month.people) == 5
    assert len(month.marks) == 5
    assert school.refused(leave_class, leave, by=TEACHER).code == "record_changed"


def test_two_classes_at_once_are_refused_with_what_and_when_or_kept_with_a_reason(school: School) -> None:
    other = school.opens("XMC", ClassKind.LITERACY, teacher_id=school.other_teacher)
    school.hour(other, 1, 9 * 60, 11 * 60)
    told = school.refused(join_class, JoinClass(other, school.pupils[:2], MONDAY), by=TEACHER)
    assert told.code == "calendar_clash"
    assert "Lớp PL1" in told.message
    school.join(other, *school.pupils[:2], from_on=MONDAY, clash_reason="học thay")
    assert school.sql("SELECT DISTINCT clash_reason FROM class_member WHERE class_id = ?", other) == [
        ("học thay",)
    ]
    third = school.opens("TT", ClassKind.SPORT)
    busy = AddHour(third, 1, 9 * 60, 10 * 60)
    assert school.refused(add_hour, busy, by=TEACHER).code == "calendar_clash"  # the teacher is taken


def test_a_class_has_no_more_people_than_seats(school: School) -> None:
    small = school.opens("NHO", ClassKind.PEER, capacity=2)
    assert school.refused(join_class, JoinClass(small, school.pupils[:3]), by=TEACHER).code == "class_too_full"
    assert school.join(small, *school.pupils[:2]) == 2
    assert school.join(small, *school.pupils[:2]) == 0
    assert school.refused(join_class, JoinClass(small, school.pupils[2:3]), by=TEACHER).code == "class_too_full"


def test_an_hour_that_ended_gives_no_more_lessons(school: School) -> None:
    ((hour, version),) = school.sql("SELECT id, version FROM class_hour")
    school.write(end_hour, EndHour(hour, version, "đổi giờ", date(2027, 1, 31)), by=TEACHER)
    assert school.read(list_lessons, MONDAY, MONDAY, by=TEACHER) == ()
    assert len(school.read(list_lessons, JANUARY_25, JANUARY_25, by=TEACHER)) == 1


def home(school: School) -> list[tuple[str, int | None, object]]:
    """What a teacher's home page says of lessons, in its order; each leads to the sheets of its day."""
    seen = [one for one in school.read(get_home_figures, by=TEACHER) if one.id.startswith("education.")]
    assert {one.page for one in seen} == {"education.sheets"}
    return [(one.id, one.number, dict(one.args)) for one in seen]


def test_a_class_of_nobody_owes_no_sheet(school: School) -> None:
    empty = school.opens("TRONG")
    school.hour(empty, starts=420, ends=480)
    school.at(MONDAY, 18)
    rows = school.read(list_lessons, MONDAY, MONDAY, by=TEACHER)
    assert {row.lesson.class_id: row.is_missing for row in rows} == {empty: False, school.law: True}
    assert school.read(count_sheets, MONDAY, by=TEACHER).missing == 1
    school.join(empty, school.pupils[0], from_on=MONDAY)
    assert school.read(count_sheets, MONDAY, by=TEACHER).missing == 2
