"""The edges of every rule of teaching: what just passes, what just does not, and what stays when it is refused."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.attendance import Mark, Marked
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel, TopicKind
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.results import Grade, ResultKind
from facility_app.modules.education.domain.shares import Share
from facility_app.modules.education.queries.classes import find_class, list_members
from facility_app.modules.education.queries.person import get_learning
from facility_app.modules.education.queries.results import list_lacking
from facility_app.modules.education.queries.shares import get_education_shares
from facility_app.modules.education.service.classes import (
    ClassFacts,
    EditClass,
    JoinClass,
    LeaveClass,
    add_class,
    edit_class,
    join_class,
    leave_class,
    void_class,
)
from facility_app.modules.education.service.counselling import RecordCounselling, record_counselling
from facility_app.modules.education.service.hours import AddHour, EndHour, add_hour, end_hour
from facility_app.modules.education.service.programmes import (
    AddTopic,
    EditProgramme,
    ProgrammeFacts,
    VoidRecord,
    add_programme,
    add_topic,
    edit_programme,
    void_programme,
    void_topic,
)
from facility_app.modules.education.service.results import (
    AddResult,
    AddSchoolReport,
    add_result,
    add_school_report,
)
from facility_app.modules.education.service.sheets import (
    CancelSession,
    PlanSession,
    cancel_session,
    keep_sheet,
    plan_session,
)
from facility_app.modules.staff.service.people import EndEmployment, end_employment
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.service.plan import SavePlan, save_plan
from facility_app.modules.stays.service.presence import record_escape
from facility_app.modules.stays.service.stages import StartStage, start_stage
from tests.modules.education.school import BOY, EIGHT, MONDAY, TEACHER, TEN, TUESDAY, School
from tests.modules.stays.house import NOW

DAY = timedelta(days=1)
TALK = RecordCounselling(
    CounsellingKind.INDIVIDUAL, CounsellingMethod.TALK, (), NOW, 30, "", "Gia đình", note="Nói về gia đình."
)


def facts_of(school: School, class_id: str) -> tuple[int, ClassFacts]:
    """Version and facts of a class as they stand."""
    row = school.read(find_class, class_id, by=TEACHER)
    assert row is not None
    kept = ClassFacts(
        row.code, row.name, row.kind, row.teacher_id, row.first_on, row.last_on, capacity=row.capacity
    )
    return row.version, kept


def written_anew(school: School, class_id: str, **more: Any) -> EditClass:
    version, kept = facts_of(school, class_id)
    return EditClass(class_id, version, replace(kept, **more))


def member(school: School, resident_id: str) -> tuple[str, int]:
    ((found, version),) = school.sql(
        "SELECT id, version FROM class_member WHERE resident_id = ? AND to_on IS NULL", resident_id
    )
    return found, version


def test_seats_are_counted_of_those_who_are_in_the_class_and_no_fewer_can_be_left(school: School) -> None:
    small = school.opens("NHO", ClassKind.PEER, capacity=2)
    one, other, third = school.pupils[:3]
    assert school.join(small, one, other, from_on=MONDAY) == 2
    # Whoever sits there already takes no second seat.
    assert school.join(small, one, from_on=MONDAY) == 0
    assert school.refused(join_class, JoinClass(small, (third,), MONDAY), by=TEACHER).code == "class_too_full"
    fewer = written_anew(school, small, capacity=1)
    assert school.refused(edit_class, fewer, by=TEACHER).code == "class_too_full"
    ((row, version),) = school.sql(
        "SELECT id, version FROM class_member WHERE class_id = ? AND resident_id = ?", small, other
    )
    school.write(leave_class, LeaveClass(row, version, "xin nghỉ", MONDAY), by=TEACHER)
    school.at(TUESDAY)
    school.write(edit_class, written_anew(school, small, capacity=1), by=TEACHER)
    assert [one.resident_id for one in school.read(list_members, small, by=TEACHER)] == [one]


def test_nobody_comes_into_a_class_that_is_over_or_without_an_open_stay(school: School) -> None:
    over = school.opens("CU", last_on=MONDAY)
    school.join(over, school.pupils[0], from_on=MONDAY)
    late = JoinClass(over, school.pupils[1:2], TUESDAY)
    assert school.refused(join_class, late, by=TEACHER).code == "class_over"
    assert school.refused(add_hour, AddHour(over, 2, EIGHT, TEN, from_on=TUESDAY), by=TEACHER).code == "class_over"
    nobody = school.person()
    assert school.refused(join_class, JoinClass(school.law, (nobody,)), by=TEACHER).code == "no_open_stay"


def test_the_last_day_in_a_class_is_a_day_of_it_and_not_before_the_first(school: School) -> None:
    row, version = member(school, school.pupils[0])
    backwards = LeaveClass(row, version, "nhầm", date(2027, 1, 3))
    assert school.refused(leave_class, backwards, by=TEACHER).code == "span_reversed"
    school.write(leave_class, LeaveClass(row, version, "chuyển lớp", MONDAY), by=TEACHER)
    assert len(school.sheet().lines) == 5
    school.at(date(2027, 2, 8))
    assert len(school.sheet("", date(2027, 2, 8)).lines) == 4
    # Nobody sits in a lesson held before they came.
    assert len(school.sheet("", date(2027, 1, 4)).lines) == 5
    school.hour(school.law, 7, EIGHT, TEN)
    assert school.sheet("", date(2027, 1, 3)).lines == ()


def test_a_class_that_was_taught_keeps_its_kind_and_cannot_be_struck_out(school: School) -> None:
    bare = school.opens("BO", ClassKind.SPORT)
    school.join(bare, *school.pupils[:2])
    school.write(edit_class, written_anew(school, bare, kind=ClassKind.CULTURE), by=TEACHER)
    school.write(void_class, VoidRecord(bare, 2, "mở nhầm"), by=TEACHER)
    assert school.sql("SELECT count(*) FROM class_member WHERE class_id = ? AND voided_at IS NULL", bare) == [(0,)]
    school.keep()
    version, _ = facts_of(school, school.law)
    other = written_anew(school, school.law, kind=ClassKind.SPORT)
    assert school.refused(edit_class, other, by=TEACHER).code == "kind_fixed"
    strike = VoidRecord(school.law, version, "mở nhầm")
    assert school.refused(void_class, strike, by=TEACHER).code == "class_taught"


def test_a_code_is_of_one_class_and_a_teacher_works_here(school: School) -> None:
    facts = ClassFacts("PL1", "Lớp trùng mã", ClassKind.LEGAL, school.teacher, MONDAY)
    assert school.refused(add_class, facts, by=TEACHER).code == "class_code_taken"
    ((version,),) = school.sql("SELECT version FROM staff_member WHERE id = ?", school.other_teacher)
    gone = EndEmployment(school.other_teacher, version, date(2027, 1, 31), "thôi việc")
    school.write(end_employment, gone, by=(Role.HEAD, Role.ADMIN, Role.CLERK))
    facts = ClassFacts("PL2", "Lớp khác", ClassKind.LEGAL, school.other_teacher, MONDAY)
    assert school.refused(add_class, facts, by=TEACHER).code == "teacher_unknown"
    talk = replace(TALK, resident_ids=school.pupils[:1], counsellor_id=school.other_teacher)
    assert school.refused(record_counselling, talk, by=(Role.COUNSELLOR,)).code == "teacher_unknown"


def test_an_hour_begins_with_its_class_ends_once_and_never_was_when_it_had_not_begun(school: School) -> None:
    later = school.opens("SAU", ClassKind.SPORT, first_on=date(2027, 3, 1))
    early = school.write(add_hour, AddHour(later, 3, EIGHT, TEN, from_on=MONDAY), by=TEACHER)
    assert school.sql("SELECT from_on FROM class_hour WHERE id = ?", early) == [("2027-03-01",)]
    school.write(end_hour, EndHour(early, 1, "đổi giờ", MONDAY), by=TEACHER)
    assert school.sql("SELECT to_on, voided_at IS NULL FROM class_hour WHERE id = ?", early) == [(None, 0)]
    ((hour, version),) = school.sql("SELECT id, version FROM class_hour WHERE class_id = ?", school.law)
    twice = AddHour(school.law, 1, 9 * 60, 11 * 60)
    assert school.refused(add_hour, twice, by=TEACHER).code == "hour_taken"
    school.write(end_hour, EndHour(hour, version, "đổi giờ", MONDAY), by=TEACHER)
    again = EndHour(hour, version + 1, "đổi giờ", TUESDAY)
    assert school.refused(end_hour, again, by=TEACHER).code == "hour_over"


def test_a_lesson_beside_the_timetable_takes_nobody_twice_unless_somebody_says_why(school: School) -> None:
    at_nine = PlanSession(school.law, MONDAY, 9 * 60, 11 * 60)
    assert school.refused(plan_session, at_nine, by=TEACHER).code == "lesson_there"
    other = school.opens("TT", ClassKind.SPORT, teacher_id=school.other_teacher)
    school.join(other, school.pupils[0])
    clash = PlanSession(other, MONDAY, 9 * 60, 11 * 60)
    told = school.refused(plan_session, clash, by=TEACHER)
    assert (told.code, "Lớp PL1" in told.message) == ("calendar_clash", True)
    school.write(plan_session, replace(clash, clash_reason="học bù"), by=TEACHER)
    assert school.sql("SELECT count(*) FROM audit_value WHERE after = 'học bù'") == [(1,)]
    # Touching ends are no clash.
    school.write(plan_session, PlanSession(school.law, MONDAY, 11 * 60, 12 * 60), by=TEACHER)
    school.write(cancel_session, CancelSession(school.law, MONDAY, EIGHT, TEN, "cúp điện"), by=TEACHER)
    at_eight = PlanSession(school.law, MONDAY, EIGHT, 9 * 60)
    assert school.refused(plan_session, at_eight, by=TEACHER).code == "lesson_there"
    # A lesson that is not given takes nobody.
    school.write(plan_session, replace(at_nine, ends=10 * 60, clash_reason="học bù"), by=TEACHER)
    third = school.opens("VN", ClassKind.CULTURE, teacher_id=school.teacher)
    school.write(plan_session, replace(at_eight, class_id=third), by=TEACHER)


def test_a_lesson_that_was_held_is_not_cancelled_and_no_lesson_without_a_reason(school: School) -> None:
    cancel = CancelSession(school.law, MONDAY, EIGHT, TEN, " ")
    assert school.refused(cancel_session, cancel, by=TEACHER).code == "reason_missing"
    school.keep()
    held = replace(cancel, reason="cúp điện")
    assert school.refused(cancel_session, held, by=TEACHER).code == "lesson_held"


def test_a_sheet_needs_somebody_and_only_who_was_not_there_has_a_reason(school: School) -> None:
    empty = school.opens("TRONG")
    school.hour(empty, 1, 13 * 60, 14 * 60)
    command = school.keeping()
    bare = replace(command, class_id=empty, starts=13 * 60, ends=14 * 60, marks=())
    assert school.refused(keep_sheet, bare, by=TEACHER).code == "sheet_of_nobody"
    there, away, *rest = command.marks
    marks = [replace(there, reason="đúng giờ"), Marked(away.resident_id, Mark.EXCUSED, "đi khám"), *rest]
    school.write(keep_sheet, replace(command, marks=marks), by=TEACHER)
    assert school.sql("SELECT reason FROM attendance WHERE reason IS NOT NULL") == [("đi khám",)]


def test_who_has_left_the_facility_is_on_the_sheets_kept_before_and_on_no_new_one(school: School) -> None:
    school.keep()
    runaway, mover, freed = school.pupils[2:]
    row, version = member(school, mover)
    school.write(leave_class, LeaveClass(row, version, "ghi muộn", date(2027, 1, 31)), by=TEACHER)
    school.end(school.stays[freed], ExitCode.EXEMPT_ILLNESS, MONDAY, paper_number="7/QĐ-TA", paper_on=MONDAY)
    school.move(record_escape, school.stays[runaway], MONDAY, by=(Role.HEAD,))
    school.at(date(2027, 2, 8), 11)
    away = {one.resident_id: one.away is not None for one in school.sheet("", date(2027, 2, 8)).lines}
    assert away == {school.pupils[0]: False, school.pupils[1]: False, runaway: True}
    assert len(school.sheet().lines) == 5


def test_a_topic_belongs_to_the_programme_of_the_class_and_stays_once_it_was_taught(school: School) -> None:
    facts = ProgrammeFacts("Mới", LegalRegime.L2025, MONDAY)
    own, other = (school.write(add_programme, facts, by=TEACHER) for _ in range(2))
    topics = [school.write(add_topic, AddTopic(one, TopicKind.POLITICS, "Chính trị", 90), by=TEACHER)
              for one in (own, other)]  # fmt: skip
    old = EditProgramme(own, 1, replace(facts, regime=LegalRegime.L2021))
    assert school.refused(edit_programme, old, by=TEACHER).code == "topic_of_other_law"
    school.write(edit_class, written_anew(school, school.law, programme_id=own), by=TEACHER)
    followed = VoidRecord(own, 1, "lập nhầm")
    assert school.refused(void_programme, followed, by=TEACHER).code == "programme_followed"
    command = school.keeping()
    foreign = replace(command, topic_id=topics[1])
    assert school.refused(keep_sheet, foreign, by=TEACHER).code == "topic_of_other_class"
    school.write(keep_sheet, replace(command, topic_id=topics[0]), by=TEACHER)
    assert school.refused(void_topic, VoidRecord(topics[0], 1, "nhầm"), by=TEACHER).code == "topic_taught"
    school.write(void_topic, VoidRecord(topics[1], 1, "nhầm"), by=TEACHER)


def test_a_result_is_of_a_day_that_was_and_at_most_ten_points(school: School) -> None:
    best = AddResult(school.law, school.pupils[0], ResultKind.FINAL, Grade.GOOD, MONDAY, 100)
    school.write(add_result, best, by=TEACHER)
    assert school.refused(add_result, replace(best, score_tenths=101), by=TEACHER).code == "number_out_of_range"
    assert school.refused(add_result, replace(best, graded_on=TUESDAY), by=TEACHER).code == "day_out_of_range"
    report = AddSchoolReport(school.pupils[0], 2027, SchoolLevel.PRIMARY, 1, Grade.GOOD, is_level_finished=False)
    school.write(add_school_report, report, by=TEACHER)
    later = replace(report, school_year=2028)
    assert school.refused(add_school_report, later, by=TEACHER).code == "number_out_of_range"
    letters = replace(report, result=Grade.LITERATE)
    assert school.refused(add_school_report, letters, by=TEACHER).code == "grade_of_other_kind"


def test_counselling_was_held_and_lasted_a_time_that_can_be(school: School) -> None:
    by = (Role.COUNSELLOR,)
    talk = replace(TALK, resident_ids=school.pupils[:1], counsellor_id=school.teacher)
    to_come = replace(talk, held_at=NOW + DAY)
    assert school.refused(record_counselling, to_come, by=by).code == "day_out_of_range"
    for minutes in (0, 100_000):
        refused = school.refused(record_counselling, replace(talk, minutes=minutes), by=by)
        assert refused.code == "number_out_of_range"
    school.write(record_counselling, talk, by=by)


def test_a_minor_lacks_the_level_whatever_else_he_sits_in_and_again_when_the_class_is_over(school: School) -> None:
    boy = school.lives(BOY)
    upper = school.opens("PT", ClassKind.SCHOOLING, level=SchoolLevel.UPPER_SECONDARY)
    school.join(upper, boy, from_on=MONDAY)
    begun = AddSchoolReport(boy, 2026, SchoolLevel.PRIMARY, 4, Grade.PASSED, is_level_finished=False)
    school.write(add_school_report, begun, by=TEACHER)
    assert [one.level for one in school.read(list_lacking, by=TEACHER)] == [SchoolLevel.PRIMARY]
    primary = school.opens("TH", ClassKind.SCHOOLING, level=SchoolLevel.PRIMARY)
    school.join(primary, boy, from_on=MONDAY)
    assert school.read(list_lacking, by=TEACHER) == ()
    school.write(edit_class, written_anew(school, primary, level=SchoolLevel.PRIMARY, last_on=MONDAY), by=TEACHER)
    assert school.read(list_lacking, by=TEACHER) == ()
    school.at(TUESDAY)
    assert len(school.read(list_lacking, by=TEACHER)) == 1
    school.write(edit_class, written_anew(school, primary, level=SchoolLevel.PRIMARY, last_on=TUESDAY), by=TEACHER)
    ((row, version),) = school.sql("SELECT id, version FROM class_member WHERE class_id = ?", primary)
    school.write(leave_class, LeaveClass(row, version, "chuyển lớp", MONDAY), by=TEACHER)
    assert len(school.read(list_lacking, by=TEACHER)) == 1
    # Under the law before only primary school was compulsory (law.md §7).
    done = replace(begun, grade_no=5, is_level_finished=True)
    school.write(add_school_report, done, by=TEACHER)
    assert [one.level for one in school.read(list_lacking, by=TEACHER)] == [SchoolLevel.LOWER_SECONDARY]
    assert [one.regime for one in school.read(list_lacking, by=TEACHER)] == [LegalRegime.L2025]


def test_stage_three_lasts_three_months_and_the_plan_and_talks_are_shown_to_who_may_read_them(
    school: School,
) -> None:
    one = school.pupils[0]
    stay = school.stays[one]
    begun = date(2027, 1, 20)
    school.write(start_stage, StartStage(stay, Stage.ADMISSION, date(2027, 1, 10), reason="ghi lại"))
    school.write(start_stage, StartStage(stay, Stage.EDUCATION, begun, reason="ghi lại"))
    school.write(save_plan, SavePlan(stay, 0, {"plan_topics": "Pháp luật"}), by=(Role.HEAD,))
    talk = replace(TALK, resident_ids=(one,), counsellor_id=school.teacher)
    school.write(record_counselling, talk, by=(Role.COUNSELLOR,))
    seen = school.read(get_learning, one, by=(Role.HEAD,))
    # NĐ 163/2026 Đ86.6: at least three months, by the calendar.
    assert (seen.stage_from, seen.lawful_to, seen.article) == (begun, date(2027, 4, 20), "NĐ 163/2026 Đ86.6")
    assert (len(seen.talks), [text for _, text in seen.plan]) == (1, ["Pháp luật"])
    clerk = school.read(get_learning, one, by=(Role.CLERK,))
    assert (clerk.talks, clerk.plan) == ((), ())


def test_shares_count_who_sat_in_a_lesson_that_was_held_on_a_day_of_the_period(school: School) -> None:
    school.keep(p0=Mark.UNEXCUSED, p1=Mark.EXCUSED, p2=Mark.LATE)
    evening = NOW.astimezone(LOCAL).replace(hour=8)
    talk = replace(TALK, resident_ids=school.pupils[:1], counsellor_id=school.teacher, held_at=evening)
    school.write(record_counselling, talk, by=(Role.COUNSELLOR,))
    found = school.read(get_education_shares, MONDAY, MONDAY, by=TEACHER)
    assert (found.legal, found.taught, found.counselled) == (Share(3, 5), Share(3, 5), Share(1, 5))
    assert (found.sessions, found.counsellings, found.literacy) == (1, 1, Share(0, 5))
    before = school.read(get_education_shares, MONDAY - 7 * DAY, MONDAY - DAY, by=TEACHER)
    assert (before.legal, before.counselled, before.sessions) == (Share(0, 5), Share(0, 5), 0)
    third = school.opens("TT", ClassKind.SPORT, teacher_id=school.other_teacher)
    school.write(plan_session, PlanSession(third, MONDAY, 15 * 60, 16 * 60), by=TEACHER)
    assert school.read(get_education_shares, MONDAY, MONDAY, by=TEACHER).sessions == 1
