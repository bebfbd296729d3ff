"""Courses by the verbs: a fair queue, seats, the head's word, lessons and sheets, scores, and the end."""

from datetime import date, timedelta
from decimal import Decimal

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.modules.vocational.domain.courses import (
    CourseState,
    EnrolmentState,
    LessonFacts,
    LessonMark,
    LessonState,
)
from facility_app.modules.vocational.domain.people import Health
from facility_app.modules.vocational.domain.queue import Hold
from facility_app.modules.vocational.domain.results import ExamFacts
from facility_app.modules.vocational.queries.courses import LATE, get_course, list_course_ids, list_course_rows
from facility_app.modules.vocational.queries.lessons import get_sheet, list_lessons
from facility_app.modules.vocational.queries.results import list_results
from facility_app.modules.vocational.service.courses import (
    CancelCourse,
    FinishCourse,
    add_course,
    cancel_course,
    edit_course,
    finish_course,
)
from facility_app.modules.vocational.service.enrolling import (
    EndEnrolment,
    EnrolNext,
    EnrolOne,
    end_enrolment,
    enrol,
    enrol_next,
)
from facility_app.modules.vocational.service.entries import EditPlanned
from facility_app.modules.vocational.service.lessons import (
    KeepSheet,
    PlanLessons,
    Ticked,
    keep_sheet,
    plan_lessons,
)
from facility_app.modules.vocational.service.results import KeepExam, KeepScores, Score, keep_exam, keep_scores
from tests.modules.stays.house import TODAY
from tests.modules.vocational.school import FIRST, LAST, REASON, SEWING, TEACHER, School, missing_sheets

HEAD = (Role.HEAD,)
PRESENT = Ticked(LessonMark.PRESENT)


def test_the_next_ones_are_put_in_and_nobody_past_the_seats(school: School) -> None:
    course = school.opens()
    early, late, third = school.lives(), school.lives(), school.lives()
    school.asks(course, late, third, on=date(2026, 12, 9))
    assert school.asks(course, early, late, on=date(2026, 12, 1)) == 1, "who waits already is left as they are"
    assert next(one.resident_id for one in school.queue(course)) == early
    assert school.enrols(course, 5) == 2, "two seats"
    assert {one.resident_id for one in school.students(course)} == {early, late}
    told = school.refused(enrol_next, EnrolNext(course, 1, FIRST), by=TEACHER)
    assert (told.code, "MAY-01" in told.message) == ("no_seats", True)


def test_only_the_head_goes_past_the_queue_and_says_why(school: School) -> None:
    course = school.opens()
    first, second = school.lives(), school.lives()
    school.asks(course, first, on=date(2026, 12, 1))
    school.asks(course, second, on=date(2026, 12, 2))
    row = school.queue(course)[1]
    command = EnrolOne(row.enrolment_id, row.version, FIRST)
    assert school.refused(enrol, command, by=HEAD).code == "not_next", "the head too says why"
    because = EnrolOne(row.enrolment_id, row.version, FIRST, "gia đình khó khăn, ra cơ sở sớm")
    assert school.refused(enrol, because, by=TEACHER).code == "not_next"
    school.write(enrol, because, by=HEAD)
    (student,) = school.students(course)
    assert (student.resident_id, student.override_reason) == (second, "gia đình khó khăn, ra cơ sở sớm")
    (trail,) = school.sql(REASON, "vocational.enrol")
    assert trail == ("gia đình khó khăn, ra cơ sở sớm",)


def test_nobody_goes_past_detox_or_an_unfit_verdict_not_even_with_the_head(school: School) -> None:
    course = school.opens()
    for person, hold in (
        (school.lives(detox=False), Hold.IN_DETOX),
        (school.lives(health=Health.NO), Hold.UNFIT),
    ):
        school.asks(course, person)
        row = next(one for one in school.queue(course) if one.resident_id == person)
        assert hold in row.holds
        told = school.refused(enrol, EnrolOne(row.enrolment_id, row.version, FIRST, "vì"), by=HEAD)
        assert told.code == "may_not_learn"
    assert school.refused(enrol_next, EnrolNext(course, 1, FIRST), by=TEACHER).code == "nobody_next"


def test_a_sheet_keeps_what_can_be_and_says_what_cannot(school: School) -> None:
    course = school.opens()
    there, ill, stranger = school.lives(), school.lives(), school.lives()
    school.asks(course, there, ill)
    school.enrols(course, 2)
    stay = school.sql("SELECT id FROM stay WHERE resident_id = ?", ill)[0][0]
    school.move(send_to_hospital, stay, date(2027, 1, 10))
    before, after = school.lesson(course, date(2027, 1, 8)), school.lesson(course, date(2027, 1, 11))
    kept = school.write(keep_sheet, KeepSheet(before, 1, {there: PRESENT, ill: PRESENT}), by=TEACHER)
    assert (kept.there, kept.left_out) == (2, {})
    lines = {one.resident_id: one for one in school.read(get_sheet, after).lines}
    assert (lines[ill].mark, lines[there].mark) == (LessonMark.ELSEWHERE, None)
    assert lines[ill].away is not None
    ticks = {there: Ticked(LessonMark.LATE, "khám bệnh"), ill: PRESENT, stranger: PRESENT}
    kept = school.write(keep_sheet, KeepSheet(after, 1, ticks, "Đường may thẳng"), by=TEACHER)
    assert (kept.kept, kept.there, set(kept.left_out)) == (1, 1, {ill, stranger})
    lesson = next(one for one in school.read(list_lessons, course) if one.lesson_id == after)
    assert (lesson.state, lesson.marked, lesson.there) == (LessonState.HELD, 1, 1)
    again = school.write(keep_sheet, KeepSheet(after, kept.version, {there: PRESENT}), by=TEACHER)
    assert again.there == 1
    assert [one.mark for one in school.read(get_sheet, after).lines if one.resident_id == there] == [
        LessonMark.PRESENT
    ]


def test_a_timetable_becomes_lessons_once_and_a_day_to_come_has_no_sheet(school: School) -> None:
    course = school.opens()
    plan = PlanLessons(course, LessonFacts(FIRST, 450, 660), LAST, frozenset({1, 3}))
    # Twelve weeks of two days, but for 8 and 10 February: Tết.
    assert school.write(plan_lessons, plan, by=TEACHER) == 22
    on_tet = PlanLessons(course, LessonFacts(date(2027, 2, 8), 450, 660), date(2027, 2, 8))
    assert school.refused(plan_lessons, on_tet, by=TEACHER).code == "calendar_holiday"
    assert school.write(plan_lessons, plan, by=TEACHER) == 0
    assert len(missing_sheets(school)) == 8  # it is nine, and today's lesson ends at eleven
    school.at(TODAY, 11)
    missing = missing_sheets(school)
    assert [one.facts.held_on for one in missing][-1] == TODAY
    assert len(missing) == 9  # 4, 6, 11, 13, 18, 20, 25, 27 January and 1 February
    ahead = next(one for one in school.read(list_lessons, course) if one.facts.held_on > TODAY)
    assert school.refused(keep_sheet, KeepSheet(ahead.lesson_id, 1, {}), by=TEACHER).code == "lesson_ahead"


def test_scores_are_kept_by_the_sheet_and_decide_who_passed(school: School) -> None:
    course, person = school.graduate()
    (row,) = school.read(list_results, course)
    assert (row.mean, row.has_passed, row.exam) == (Decimal("7.5"), True, None)
    assert school.refused(keep_scores, KeepScores(course, "", FIRST, {}), by=TEACHER).code == "no_exam"
    school.write(keep_exam, KeepExam(course, 0, ExamFacts(date(2027, 1, 29), "Lê Thị Mai")), by=TEACHER)
    (row,) = school.read(list_results, course)
    assert not row.has_passed, "with an exam its score decides"
    command = KeepScores(
        course, "", date(2027, 1, 29), {person: Score(Decimal("8.0")), "x" * 32: Score(Decimal(9))}
    )
    kept = school.write(keep_scores, command, by=TEACHER)
    assert (kept.kept, set(kept.left_out)) == (1, {"x" * 32})
    (row,) = school.read(list_results, course)
    assert (row.exam, row.has_passed) == (Decimal("8.0"), True)
    school.write(keep_scores, KeepScores(course, "", FIRST, {person: Score(None)}), by=TEACHER)
    (row,) = school.read(list_results, course)
    assert (row.exam, row.has_passed) == (None, False)


def test_a_course_that_ends_has_taught_whoever_is_in_it_and_takes_nothing_more(school: School) -> None:
    course, learns = school.graduate()
    waits = school.lives()
    school.asks(course, waits)
    detail = school.read(get_course, course)
    assert school.write(finish_course, FinishCourse(course, detail.version, TODAY), by=TEACHER) == 1
    states = {one.resident_id: one.state for one in school.students(course)}
    assert states == {learns: EnrolmentState.DONE, waits: EnrolmentState.WITHDRAWN}
    edited = EditPlanned(course, detail.version + 1, SEWING)
    assert school.refused(edit_course, edited, by=TEACHER).code == "course_not_open"


def test_a_course_called_off_lets_everybody_go(school: School) -> None:
    course, learns = school.graduate()
    ahead = school.lesson(course, TODAY + timedelta(days=3))
    detail = school.read(get_course, course)
    school.write(cancel_course, CancelCourse(course, detail.version, "hết kinh phí"), by=TEACHER)
    assert school.read(get_course, course).state is CourseState.CANCELLED
    assert [one.state for one in school.students(course)] == [EnrolmentState.LEFT]
    assert [one.state for one in school.read(list_lessons, course) if one.lesson_id == ahead] == [
        LessonState.CANCELLED
    ]
    assert learns


def test_a_course_keeps_seats_days_and_a_code_of_its_own(school: School) -> None:
    course, _ = school.graduate()
    school.asks(course, other := school.lives())
    school.enrols(course)
    school.lesson(course, FIRST)
    version = school.read(get_course, course).version
    facts = {name: getattr(SEWING, name) for name in type(SEWING).__dataclass_fields__}
    fewer = EditPlanned(course, version, type(SEWING)(**(facts | {"capacity": 1})))
    assert school.refused(edit_course, fewer, by=TEACHER).code == "seats_taken"
    later = EditPlanned(course, version, type(SEWING)(**(facts | {"first_on": FIRST + timedelta(days=7)})))
    assert school.refused(edit_course, later, by=TEACHER).code == "days_taught"
    assert school.refused(add_course, SEWING, by=TEACHER).code == "course_code_taken"
    row = next(one for one in school.students(course) if one.resident_id == other)
    command = EndEnrolment(row.enrolment_id, row.version, FIRST - timedelta(days=1), "chuyển lớp")
    assert school.refused(end_enrolment, command, by=TEACHER).code == "span_reversed"


def test_the_list_counts_people_and_hours_and_knows_a_course_that_should_have_ended(school: School) -> None:
    course, _ = school.graduate()
    lesson = school.lesson(course, FIRST)
    school.write(keep_sheet, KeepSheet(lesson, 1, {}), by=TEACHER)
    (row,) = school.read(list_course_rows, school.read(list_course_ids, Look(text="may")))
    assert (row.enrolled, row.waiting, row.hours_held, row.is_late) == (1, 0, 3, False)
    assert school.read(list_course_ids, Look(filters={"state": LATE})) == ()
    school.at(LAST + timedelta(days=1))
    assert school.read(list_course_ids, Look(filters={"state": LATE})) == (course,)
