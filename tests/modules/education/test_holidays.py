"""Days off by law: the timetable gives no lesson then, none is missing, and one put in beside it asks."""

from datetime import date, timedelta

from facility_app.modules.calendar.api import OccupiedAsked, list_slots
from facility_app.modules.education.queries.lessons import count_sheets, list_lessons
from facility_app.modules.education.service.sheets import KeepSheet, PlanSession, keep_sheet, plan_session
from facility_app.modules.education.ui.class_lists import state_words
from tests.modules.education.school import EIGHT, MONDAY, TEACHER, TEN, School

TET = date(2027, 2, 8)
"""The Monday after: Tết."""


def test_a_lesson_of_the_timetable_on_a_holiday_is_none_and_is_not_missing(school: School) -> None:
    school.at(TET + timedelta(days=1))
    rows = school.read(list_lessons, MONDAY, TET, by=TEACHER)
    assert [(one.lesson.held_on, one.is_missing, one.lesson.is_given) for one in rows] == [
        (MONDAY, True, True),
        (TET, False, False),
    ]
    assert state_words(rows[1]) == "Nghỉ lễ: Tết Nguyên đán"
    counts = school.read(count_sheets, TET + timedelta(days=1), by=TEACHER)
    assert (counts.forgotten, counts.since) == (0, None)
    assert school.read(count_sheets, MONDAY + timedelta(days=1), by=TEACHER).forgotten == 1
    assert school.read(list_slots, OccupiedAsked.of_days(TET, 1), by=TEACHER) == ()


def test_a_lesson_put_on_a_holiday_is_asked_about_and_then_has_its_sheet(school: School) -> None:
    plan = PlanSession(school.law, TET, EIGHT, TEN)
    told = school.refused(plan_session, plan, by=TEACHER)
    assert (told.code, "Tết Nguyên đán" in told.message) == ("calendar_holiday", True)
    school.at(TET, 12)
    told = school.refused(keep_sheet, KeepSheet(school.law, TET, EIGHT, TEN, ()), by=TEACHER)
    assert told.code == "lesson_on_holiday"
    school.write(plan_session, PlanSession(school.law, TET, EIGHT, TEN, clash_reason="học bù"), by=TEACHER)
    assert school.keep(TET).present == len(school.pupils)


def test_an_hour_of_the_week_does_not_meet_what_lies_on_a_holiday(school: School) -> None:
    other = school.opens("PL2", first_on=MONDAY)
    school.write(
        plan_session, PlanSession(other, TET, EIGHT, TEN, school.teacher, clash_reason="học bù"), by=TEACHER
    )
    third = school.opens("PL3", teacher_id=school.teacher, first_on=MONDAY)
    # Its teacher has the class of law on Mondays, but on the holiday only what was put in.
    told = school.refused(plan_session, PlanSession(third, TET, EIGHT, TEN, school.teacher), by=TEACHER)
    assert told.code == "calendar_clash"
    assert "PL2" in told.message
