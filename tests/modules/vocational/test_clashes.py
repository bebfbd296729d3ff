"""Lessons stand in the calendar, and what would take somebody, a teacher or a room twice asks why."""

from dataclasses import replace
from datetime import date, timedelta

from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.api import (
    OccupiedAsked,
    RoomFacts,
    RoomKind,
    Slot,
    SlotKind,
    add_room,
    list_slots,
)
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.vocational.domain.courses import LessonFacts
from facility_app.modules.vocational.queries.courses import get_course
from facility_app.modules.vocational.queries.lessons import list_lessons
from facility_app.modules.vocational.service.courses import edit_course, void_course
from facility_app.modules.vocational.service.enrolling import EnrolNext, EnrolOne, enrol, enrol_next
from facility_app.modules.vocational.service.entries import EditPlanned, VoidEntry
from facility_app.modules.vocational.service.lessons import (
    CallOff,
    PlanLessons,
    call_off_lesson,
    edit_lesson,
    plan_lessons,
)
from tests.modules.stays.house import TODAY
from tests.modules.vocational.school import SEWING, TEACHER, School, missing_sheets

TOMORROW = TODAY + timedelta(days=1)
EIGHT, NINE = 8 * 60, 9 * 60
HALF_PAST_SEVEN = 450


def slots(school: School, day: date = TOMORROW) -> tuple[Slot, ...]:
    """What the calendar hears of lessons on a day."""
    asked = OccupiedAsked(moment_of(day, 0), moment_of(day, 24 * 60))
    return tuple(one for one in school.read(list_slots, asked) if one.kind is SlotKind.LESSON)


def visits(school: School, *people: str, room_id: str | None = None) -> None:
    """Somebody is expected elsewhere tomorrow from eight to nine."""
    first, last = moment_of(TOMORROW, EIGHT), moment_of(TOMORROW, NINE)
    facts = BookingFacts(SlotKind.VISIT, first, last, "Thăm gặp", room_id, resident_ids=people)
    school.write(book, Book(facts), by=TEACHER)


def workshop(school: School, code: str = "X-01") -> str:
    facts = RoomFacts(code, f"Xưởng {code}", RoomKind.WORKSHOP)
    return school.write(add_room, facts, by=TEACHER).room_id


def test_a_lesson_takes_its_people_its_teacher_and_its_place_until_it_is_called_off(school: School) -> None:
    room, other = workshop(school), workshop(school, "X-02")
    course, person = school.graduate(replace(SEWING, room_id=room, capacity=5))
    school.lives()
    lesson = school.lesson(course, TOMORROW)
    school.lesson(course, TODAY)
    (slot,) = slots(school)
    assert (slot.source, slot.name, slot.room_id) == (("course_lesson", lesson), SEWING.name, room)
    assert slot.resident_ids == {person}
    assert (slot.from_at, slot.to_at) == (moment_of(TOMORROW, 450), moment_of(TOMORROW, 660))
    moved = EditPlanned(lesson, 1, LessonFacts(TOMORROW, EIGHT, NINE, place="Vườn rau"))
    school.write(edit_lesson, moved, by=TEACHER)
    assert [(one.room_id, one.place) for one in slots(school)] == [("", "Vườn rau")]
    school.write(
        edit_lesson, EditPlanned(lesson, 2, LessonFacts(TOMORROW, EIGHT, NINE, room_id=other)), by=TEACHER
    )
    assert [(one.room_id, one.place) for one in slots(school)] == [(other, "")]
    school.write(call_off_lesson, CallOff(lesson, 3, "mất điện"), by=TEACHER)
    assert slots(school) == ()


def test_planning_over_what_people_do_already_is_refused_until_somebody_says_why(school: School) -> None:
    course, person = school.graduate()
    visits(school, person)
    plan = PlanLessons(course, LessonFacts(TOMORROW, HALF_PAST_SEVEN, 660), TOMORROW)
    refused = school.refused(plan_lessons, plan, by=TEACHER)
    assert refused.code == "calendar_clash"
    assert all(word in refused.message for word in ("Thăm gặp", SEWING.name, "08:00", "09:00"))
    assert school.read(list_lessons, course) == ()
    assert school.write(plan_lessons, replace(plan, clash_reason="thăm xong vào học"), by=TEACHER) == 1
    assert school.sql("SELECT clash_reason FROM course_lesson") == [("thăm xong vào học",)]
    beside = PlanLessons(course, LessonFacts(TOMORROW, 660, 700), TOMORROW, clash_reason="không cần")
    assert school.write(plan_lessons, beside, by=TEACHER) == 1
    asked = "SELECT clash_reason FROM course_lesson WHERE starts = 660"
    assert school.sql(asked) == [(None,)], "what does not clash keeps no reason"


def test_a_lesson_that_is_over_is_written_down_whatever_was_planned_then(school: School) -> None:
    course, person = school.graduate()
    first, last = moment_of(TODAY, EIGHT), moment_of(TODAY, NINE)
    facts = BookingFacts(SlotKind.VISIT, first, last, "Thăm gặp", resident_ids=(person,))
    school.write(book, Book(facts), by=TEACHER)
    school.at(TOMORROW)
    assert school.lesson(course, TODAY)


def test_moving_a_lesson_forgets_where_it_stood_and_sees_what_stands_there(school: School) -> None:
    course, person = school.graduate()
    visits(school, person)
    lesson = school.lesson(course, TOMORROW, starts=NINE)
    later = EditPlanned(lesson, 1, LessonFacts(TOMORROW, NINE + 15, 700))
    assert school.write(edit_lesson, later, by=TEACHER) == lesson
    over = EditPlanned(lesson, 2, LessonFacts(TOMORROW, EIGHT, 700))
    assert school.refused(edit_lesson, over, by=TEACHER).code == "calendar_clash"


def test_another_room_for_a_course_asks_about_the_lessons_ahead_and_another_name_does_not(school: School) -> None:
    room = workshop(school)
    course, _person = school.graduate()
    school.lesson(course, TOMORROW)
    visits(school, room_id=room)
    version = school.read(get_course, course).version
    renamed = EditPlanned(course, version, replace(SEWING, name="May"))
    assert school.write(edit_course, renamed, by=TEACHER) == course
    there = EditPlanned(course, version + 1, replace(SEWING, room_id=room))
    assert school.refused(edit_course, there, by=TEACHER).code == "calendar_clash"
    assert school.write(edit_course, replace(there, clash_reason="chia đôi xưởng"), by=TEACHER) == course
    unknown = EditPlanned(course, version + 2, replace(SEWING, room_id="x" * 32))
    assert school.refused(edit_course, unknown, by=TEACHER).code == "room_unknown"


def test_whoever_is_taken_at_the_lessons_is_put_in_only_with_a_reason(school: School) -> None:
    course = school.opens(replace(SEWING, capacity=5))
    school.lesson(course, TOMORROW)
    taken, free = school.lives(), school.lives()
    visits(school, taken)
    school.asks(course, taken, free)
    both = EnrolNext(course, 2, TODAY)
    assert school.refused(enrol_next, both, by=TEACHER).code == "calendar_clash"
    assert school.students(course) == ()
    assert school.write(enrol_next, replace(both, count=1, clash_reason="nghỉ thăm"), by=TEACHER) == 1
    (row,) = school.queue(course)
    assert school.write(enrol, EnrolOne(row.enrolment_id, row.version, TODAY), by=TEACHER) == row.enrolment_id
    kept = school.sql("SELECT resident_id, clash_reason FROM course_enrolment ORDER BY clash_reason DESC")
    assert kept == [(taken, "nghỉ thăm"), (free, None)]


def test_a_course_struck_out_takes_nobody_and_asks_for_no_sheet(school: School) -> None:
    course = school.opens()
    school.lesson(course, TODAY - timedelta(days=1))
    school.lesson(course, TOMORROW)
    assert len(missing_sheets(school)) == 1
    version = school.read(get_course, course).version
    school.write(void_course, VoidEntry(course, version, "nhập nhầm"), by=TEACHER)
    assert slots(school) == ()
    assert missing_sheets(school) == ()
