"""Papers of education against their golden texts, and what must never stand on one."""

from datetime import date

from facility_app.kernel.dates import moment_of
from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.results import Grade, ResultKind
from facility_app.modules.education.papers.shares import shares_paper
from facility_app.modules.education.papers.sheets import (
    list_paper,
    month_paper,
    talk_paper,
    timetable_paper,
    transcript_paper,
)
from facility_app.modules.education.service.counselling import RecordCounselling, record_counselling
from facility_app.modules.education.service.results import (
    AddResult,
    AddSchoolReport,
    add_result,
    add_school_report,
)
from tests.documents.papers import printed
from tests.modules.education.school import BOY, MONDAY, TEACHER, School

SECRET = "Còn giận người anh"


def test_the_week_the_list_and_the_month_of_a_class_are_printed(school: School) -> None:
    school.keep(p1=Mark.LATE, p2=Mark.EXCUSED, p3=Mark.UNEXCUSED)
    printed(school.read(timetable_paper, school.law, by=TEACHER), "education-week")
    printed(school.read(list_paper, school.law, by=TEACHER), "education-list")
    month = printed(school.read(month_paper, school.law, MONDAY, by=TEACHER), "education-month")
    assert "Đã điểm danh 1/3 buổi" in month, "one of four Mondays is Tết"


def test_the_shares_of_a_period_are_printed(school: School) -> None:
    school.keep(p1=Mark.UNEXCUSED)
    told = printed(school.read(shares_paper, MONDAY, MONDAY, by=TEACHER), "education-shares")
    assert "80,0 %" in told


def test_a_note_of_counselling_never_says_what_was_said_in_confidence(school: School) -> None:
    person = school.pupils[0]
    talk = RecordCounselling(
        CounsellingKind.INDIVIDUAL, CounsellingMethod.MOTIVATION, (person,), moment_of(MONDAY, 420), 45,
        school.teacher, "Liên lạc với gia đình", "Viết thư cho mẹ", note="Đồng ý viết thư trong tuần này.",
        confidential={person: SECRET},
    )  # fmt: skip
    told = school.write(record_counselling, talk, by=TEACHER)
    assert SECRET not in printed(school.read(talk_paper, told, by=TEACHER), "education-talk")


def test_the_transcript_of_a_minor_has_classes_results_and_the_years_of_school(school: School) -> None:
    boy = school.lives(BOY)
    school.pupils.append(boy)
    lower = school.opens("TH9", ClassKind.SCHOOLING, level=SchoolLevel.LOWER_SECONDARY)
    school.join(lower, boy)
    school.hour(lower, 1, 600, 690)
    school.keep(MONDAY, lower, 600)
    for kind, grade, day, tenths in (
        (ResultKind.FINAL, Grade.PASSED, date(2027, 1, 29), 75),
        (ResultKind.TERM, Grade.GOOD, date(2027, 1, 15), None),
    ):
        school.write(add_result, AddResult(lower, boy, kind, grade, day, tenths), by=TEACHER)
    for year, no, is_done in ((2025, 9, True), (2024, 8, False)):
        report = AddSchoolReport(
            boy,
            year,
            SchoolLevel.LOWER_SECONDARY,
            no,
            Grade.PASSED,
            is_done,
            "Trường THCS Ba Vì",
            f"HB-{no}/{year}",
        )
        school.write(add_school_report, report, by=TEACHER)
    told = printed(school.read(transcript_paper, boy, by=TEACHER), "education-transcript")
    assert told.index("2024–2025") < told.index("2025–2026"), "the earliest year first"
    assert told.index("15/01/2027") < told.index("29/01/2027")
    assert "khoản 2 Điều 115 và khoản 2 Điều 127 Nghị định số 163/2026/NĐ-CP" in told
    adult = printed(school.read(transcript_paper, school.pupils[0], by=TEACHER))
    assert "khoản 2 Điều 115 Nghị định" in adult
    assert "Điều 127" not in adult, "only a minor's"
    # Who learnt nothing yet has a paper that says so.
    nothing = printed(school.read(transcript_paper, school.lives(), by=TEACHER))
    assert "Chưa ghi nhận kết quả học tập nào." in nothing


def test_a_transcript_counts_the_whole_stay_unless_a_period_is_chosen(school: School) -> None:
    one = school.pupils[0]
    school.keep(MONDAY)
    school.at(date(2028, 3, 13))
    school.keep(date(2028, 3, 6))
    whole = printed(school.read(transcript_paper, one, by=TEACHER))
    assert "2/2" in whole, "thirteen months ago counts as last week does"
    assert "đến hết ngày 13/03/2028" in whole
    assert "1/1" in printed(school.read(transcript_paper, one, date(2028, 3, 1), None, by=TEACHER))
    assert "1/1" in printed(school.read(transcript_paper, one, None, MONDAY, by=TEACHER))
    backwards = school.refused(transcript_paper, one, date(2028, 3, 1), MONDAY, by=TEACHER)
    assert backwards.code == "span_reversed"
