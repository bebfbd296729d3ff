"""What the papers of trades say: letters of a month, scores by hours, who passed, numbers of the register."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from facility_app.documents.diploma_page import render_diploma
from facility_app.documents.payload import Grid, PlainPaper, Text
from facility_app.kernel.paging import Look
from facility_app.modules.vocational.domain.courses import LessonMark
from facility_app.modules.vocational.domain.results import ExamFacts, Grade
from facility_app.modules.vocational.papers.certificate import certificate_paper
from facility_app.modules.vocational.papers.lists import (
    course_list_paper,
    lessons_paper,
    minutes_paper,
    month_paper,
    register_paper,
    scores_paper,
)
from facility_app.modules.vocational.papers.shares import shares_paper
from facility_app.modules.vocational.queries.certificates import list_certificate_ids, list_certificate_rows
from facility_app.modules.vocational.queries.courses import list_modules
from facility_app.modules.vocational.queries.judging import EXAM
from facility_app.modules.vocational.service.certificates import (
    GiveCertificate,
    TakeBackCertificate,
    give_certificate,
    take_back_certificate,
)
from facility_app.modules.vocational.service.enrolling import EndEnrolment, end_enrolment
from facility_app.modules.vocational.service.lessons import KeepSheet, Ticked, keep_sheet
from facility_app.modules.vocational.service.results import KeepExam, KeepScores, Score, keep_exam, keep_scores
from tests.documents.papers import assert_golden, keep_picture, printed
from tests.documents.reading import FONTS, pages_text
from tests.modules.stays.house import TODAY
from tests.modules.vocational.school import CLERK, FIRST, SEWING, TEACHER, School

DAY = timedelta(days=1)


def grid(paper: PlainPaper) -> Grid:
    """The only grid of a paper."""
    (found,) = (one for one in paper.blocks if isinstance(one, Grid))
    return found


def said(paper: PlainPaper) -> str:
    """Its sentences."""
    return "\n".join(one.text for one in paper.blocks if isinstance(one, Text))


def test_the_papers_of_a_course_say_what_the_sheets_and_scores_say(school: School) -> None:
    course, learnt = school.graduate(replace(SEWING, capacity=5))
    other = school.lives()
    school.asks(course, other)
    school.enrols(course)
    codes = dict(school.sql("SELECT id, code FROM resident"))
    marks = ((FIRST, LessonMark.PRESENT, LessonMark.UNEXCUSED), (FIRST + DAY, LessonMark.LATE, LessonMark.EXCUSED))
    for day, first, second in marks:
        ticks = {learnt: Ticked(first), other: Ticked(second, "ốm")}
        school.write(keep_sheet, KeepSheet(school.lesson(course, day), 1, ticks), by=TEACHER)
    assert [row[2] for row in grid(school.read(course_list_paper, course)).rows] == sorted(
        (codes[learnt], codes[other])
    )
    month = grid(school.read(month_paper, course, FIRST))
    assert month.heads[3:] == ("4", "5", "Có mặt", "Vắng")
    by_code = {row[2]: row[3:] for row in month.rows}
    assert by_code == {codes[learnt]: ("x", "M", "2", "0"), codes[other]: ("K", "P", "0", "2")}
    assert grid(school.read(month_paper, course, date(2027, 3, 1))).heads[3:] == ("Có mặt", "Vắng")
    scores = grid(school.read(scores_paper, course))
    assert scores.heads[3:6] == ("An toàn lao động (30)", "May cơ bản (270)", "Trung bình")
    assert {row[2]: row[3:7] for row in scores.rows} == {
        codes[learnt]: ("7,5", "7,5", "7,5", ""), codes[other]: ("", "", "", "")
    }  # fmt: skip
    facts = ExamFacts(TODAY - DAY, "Lê Thị Mai", "Trần Văn Hai", "Xưởng may", "Chấm bài thực hành.")
    school.write(keep_exam, KeepExam(course, 0, facts), by=TEACHER)
    minutes = school.read(minutes_paper, course)
    for name, paper in (
        ("course", school.read(course_list_paper, course)),
        ("month", school.read(month_paper, course, FIRST)),
        ("scores", school.read(scores_paper, course)),
        ("minutes", minutes),
    ):
        printed(paper, f"vocational-{name}")
    assert all(one in said(minutes) for one in ("Lê Thị Mai", "Trần Văn Hai", "Chấm bài thực hành."))
    assert "Dự thi 0 người; đạt 0 người." in said(minutes)
    assert [row[4] for row in grid(minutes).rows] == ["Chưa thi", "Chưa thi"], "who did not sit it has not failed"
    marked = {learnt: Score(Decimal("7.5")), other: Score(Decimal("3.0"))}
    school.write(keep_scores, KeepScores(course, EXAM, FIRST, marked), by=TEACHER)
    assert [row[3:5] for row in grid(school.read(minutes_paper, course)).rows] == [
        ("7,5", "Đạt"), ("3,0", "Chưa đạt")
    ]  # fmt: skip
    (one,) = [row for row in school.students(course) if row.resident_id == other]
    school.write(end_enrolment, EndEnrolment(one.enrolment_id, one.version, TODAY, "xin thôi"), by=TEACHER)
    assert [row[4] for row in grid(school.read(minutes_paper, course)).rows] == ["Đạt", "Thôi học"]


def test_the_register_says_what_became_of_a_number_and_the_certificate_what_was_learnt(school: School) -> None:
    course, person = school.graduate()
    for module in school.read(list_modules, course):
        school.attends(course, person, hours=module.facts.hours, module_id=module.module_id)
    command = GiveCertificate(
        course, person, Grade.GOOD, TODAY, "Trần Văn Hiệu", serial="A 000123", board_reason="Biên bản 1"
    )
    given = school.write(give_certificate, command, by=CLERK).certificate_id
    paper = school.read(certificate_paper, given, 1)
    assert (paper.signer, paper.reprint) == ("Trần Văn Hiệu", "")
    assert dict(paper.lines)["Đã học xong nghề"] == SEWING.name
    assert dict(paper.numbers) == {"Số vào sổ cấp": "01/2027/CCĐT", "Số phôi": "A 000123"}
    assert school.read(certificate_paper, given, 3).reprint == "In lại lần 2"
    school.write(take_back_certificate, TakeBackCertificate(given, "sai ngày sinh"), by=CLERK)
    school.write(give_certificate, replace(command, serial=None), by=CLERK)
    rows = school.read(list_certificate_rows, school.read(list_certificate_ids, Look()))
    lines = grid(school.read(register_paper, rows)).rows
    printed(school.read(register_paper, rows), "vocational-register")
    diploma = render_diploma(school.read(certificate_paper, given, 2), FONTS)
    keep_picture(diploma, "vocational-certificate")
    assert_golden(pages_text(diploma), "vocational-certificate")
    assert [(row[0], row[7], row[8]) for row in lines] == [
        ("01/2027/CCĐT", "A 000123", f"Hủy {TODAY:%d/%m/%Y}: sai ngày sinh"), ("02/2027/CCĐT", "", "")
    ]  # fmt: skip


def test_the_list_of_lessons_and_the_shares_are_on_paper_as_on_the_screen(school: School) -> None:
    course, _person = school.graduate()
    school.lesson(course, TODAY - DAY)
    school.lesson(course, TODAY)
    only = grid(school.read(lessons_paper, Look(filters={"when": "missing"})))
    assert [row[1] for row in only.rows] == [f"Chủ Nhật, {TODAY - DAY:%d/%m/%Y}"]
    whole = grid(school.read(lessons_paper, Look()))
    assert [(row[2], row[6], row[7]) for row in whole.rows] == [
        ("07:30–11:00", "Xưởng may", "Chưa điểm danh"), ("07:30–11:00", "Xưởng may", "Chưa điểm danh")
    ]  # fmt: skip
    printed(school.read(lessons_paper, Look()), "vocational-lessons")
    paper = school.read(shares_paper, FIRST, TODAY)
    printed(paper, "vocational-shares")
    assert [row[2:] for row in grid(paper).rows] == [
        ("1", "100,0 %"), ("0", "0,0 %"), ("0", "0,0 %"), ("1", "100,0 %"), ("0", "0,0 %")
    ]  # fmt: skip
    assert paper.below == f"Từ {FIRST:%d/%m/%Y} đến {TODAY:%d/%m/%Y}"
