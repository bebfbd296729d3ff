"""The screens of trades by hand and keyboard, over a real file: sheets, scores, certificates, talks, who waits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.diploma import Diploma
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.modules.vocational.domain.people import Health
from facility_app.modules.vocational.domain.results import Grade
from facility_app.modules.vocational.service.certificates import GiveCertificate, give_certificate
from facility_app.modules.vocational.ui import entry, places
from facility_app.modules.vocational.ui.course_list import CoursesPage
from facility_app.modules.vocational.ui.course_page import CoursePage
from facility_app.modules.vocational.ui.day_list import LessonsPage
from facility_app.modules.vocational.ui.jobs_page import JobsPage
from facility_app.modules.vocational.ui.lesson_part import LessonPart
from facility_app.modules.vocational.ui.people_part import PeoplePart
from facility_app.modules.vocational.ui.person_tab import LearningPane
from facility_app.modules.vocational.ui.register_page import RegisterPage
from facility_app.modules.vocational.ui.result_part import ResultPart
from facility_app.modules.vocational.ui.shares_page import JobSharesPage
from facility_app.modules.vocational.ui.sheets import LessonSheetPage, ScorePage
from facility_app.modules.vocational.ui.talks_page import TalksPage
from facility_app.modules.vocational.ui.waiting_lists import WaitingPage
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screen import Screen
from tests.helpers.screens import texts
from tests.modules.stays.house import TODAY, moment
from tests.modules.vocational.school import CLERK, FIRST, SEWING, TEACHER, School
from tests.ui.printing.papers import MemoryPrinter

PageT = TypeVar("PageT", bound=QWidget)
DAY = timedelta(days=1)
WIDE = replace(SEWING, capacity=15)


class Seat:
    """Somebody at the screens of trades; whatever is printed is kept."""

    def __init__(self, school: School, theme: Theme, qtbot: QtBot) -> None:
        """A teacher sits down."""
        self.school, self.qtbot = school, qtbot
        self.screen = Screen(school.facility.database, school.facility.actor(*TEACHER), theme)
        self.screen.clock = school.facility.file.clock
        self.printed: list[PlainPaper | Diploma] = []
        press = PlainPress(self._plain, MemoryPrinter())
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press)}

    def sit(self, *roles: Role) -> None:
        """Somebody else sits down."""
        self.screen.actor = self.school.facility.actor(*roles)

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown."""
        made: Page = self._made[page](self.screen.context())
        assert isinstance(made, kind)
        self.show(made)
        made.open(Route(page, record, args))
        return made

    def show(self, made: PageT) -> PageT:
        """A pane, shown."""
        self.qtbot.addWidget(made)
        made.resize(1140, 640)
        made.show()
        return made

    def said(self) -> str:
        """The last thing the user was told."""
        return self.screen.said[-1][0]

    def _plain(self, paper: Any) -> bytes:
        self.printed.append(paper)
        return b"%PDF"


@pytest.fixture
def seat(school: School, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(school, dressed, qtbot)


def dialog(over: QWidget, kind: type[QDialog] = FormDialog) -> Any:
    """The dialog that is open over a widget."""
    return [one for one in over.findChildren(kind) if one.isVisible()][-1]


def type_into(form: Any, name: str, text: str) -> None:
    """Type a text over what stands in a field."""
    edit = form.fields[name].findChild(QLineEdit)
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def full_class(school: School, count: int) -> tuple[str, tuple[str, ...]]:
    """A course with so many people in it."""
    course, people = school.opens(WIDE), tuple(school.lives() for _ in range(count))
    school.asks(course, *people)
    school.enrols(course, count)
    return course, people


def test_a_sheet_is_kept_by_one_key_for_each_and_whoever_is_in_hospital_is_marked_already(seat: Seat) -> None:
    school = seat.school
    course, people = full_class(school, 10)
    stay = school.sql("SELECT id FROM stay WHERE resident_id = ?", people[3])[0][0]
    school.move(send_to_hospital, stay, TODAY - DAY, by=(Role.DOCTOR,))
    page = seat.open(LessonSheetPage, places.SHEET, school.lesson(course, TODAY))
    assert page.first_focus() is page.sheet.view
    assert page.sheet.model.rowCount() == 10
    ill = page.sheet.model.rows()[-1]
    assert (ill.id, bool(ill.why_not)) == (people[3], True), "whoever is away stands last, closed"
    keys = 0
    for place in range(9):
        QTest.keyClick(page.sheet.view, {2: Qt.Key.Key_M, 5: Qt.Key.Key_K}.get(place, Qt.Key.Key_C))
        keys += 1
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    counted = dict(school.sql("SELECT mark, count(*) FROM lesson_tick GROUP BY mark"))
    assert counted == {"present": 7, "late": 1, "unexcused": 1, "elsewhere": 1}
    assert (keys, seat.said()) == (9, "Đã lưu điểm danh: 8 người có mặt.")


def test_who_sat_in_class_beyond_the_facilitys_value_is_warned_of_and_the_sheet_is_kept(seat: Seat) -> None:
    school = seat.school
    course, _people = full_class(school, 3)
    lesson = school.lesson(course, TODAY)
    own = SetParameter("class_load_max_day", "1", FIRST, article="Quy chế 5/QC", reason="thử")
    school.write(set_parameter, own, by=(Role.HEAD, Role.ADMIN))
    page = seat.open(LessonSheetPage, places.SHEET, lesson)
    for key in (Qt.Key.Key_C, Qt.Key.Key_C, Qt.Key.Key_K):
        QTest.keyClick(page.sheet.view, key)
    page.sheet.submit()
    said, tone = seat.screen.said[-1]
    assert tone is Tone.WARNING
    assert all(one in said for one in ("2 người quá mức", "là 1 giờ một ngày (Quy chế 5/QC)", "01/02/2027"))
    assert school.sql("SELECT count(*) FROM lesson_tick") == [(3,)]


def test_scores_are_typed_down_the_column_and_another_subject_is_a_button_away(seat: Seat) -> None:
    school = seat.school
    course, _people = full_class(school, 3)
    page = seat.open(ScorePage, places.SCORES, course)
    assert page.first_focus() is page.sheet.view
    for first, rest in ("7", ",5"), ("8", ""), ("4", ",9"):
        QTest.keyClicks(page.sheet.view, first)
        line = page.sheet.view.open_editor()
        assert line is not None
        QTest.keyClicks(line, rest)
        QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert school.sql("SELECT tenths FROM course_assessment ORDER BY tenths") == [(49,), (75,), (80,)]
    other = next(one for one in page.main_actions() if one.text == "May cơ bản")
    other.run()
    assert seat.screen.gone[-1].args == {places.SUBJECT_ARG: school.sql(
        "SELECT id FROM course_module WHERE position = 2"
    )[0][0]}  # fmt: skip


def test_a_course_is_opened_by_its_form_and_leads_to_its_page(seat: Seat) -> None:
    page = seat.open(CoursesPage, places.COURSES)
    page.add()
    form = dialog(page).form
    for name, text in (("code", "RAU-01"), ("name", "Trong rau"), ("hours", "120"), ("capacity", "20")):
        type_into(form, name, text)
    form.fields["kind"].set_value("passed_on")
    type_into(form, "first_on", "01/02/2027")
    type_into(form, "last_on", "30/04/2027")
    form.submit()
    found = seat.school.sql("SELECT id FROM vocational_course WHERE code = 'RAU-01'")
    assert seat.screen.gone[-1] == Route(places.COURSE, found[0][0])
    for go, to in (
        (page.to_lessons, places.LESSONS), (page.to_register, places.REGISTER), (page.to_jobs, places.JOBS),
        (page.to_talks, places.TALKS), (page.to_shares, places.SHARES),
    ):  # fmt: skip
        go()
        assert seat.screen.gone[-1].page == to


def test_the_queue_says_why_and_a_clash_is_told_in_the_form_until_somebody_says_why_not_minding_it(
    seat: Seat,
) -> None:
    school = seat.school
    course, taken, unfit = school.opens(WIDE), school.lives(), school.lives(health=Health.NO)
    school.asks(course, taken, unfit)
    school.lesson(course, TODAY + DAY)
    facts = BookingFacts(
        SlotKind.VISIT, moment(TODAY + DAY, 8), moment(TODAY + DAY, 9), "Thăm gặp", resident_ids=(taken,)
    )
    school.write(book, Book(facts), by=TEACHER)
    part = seat.show(PeoplePart(seat.screen.context(), course))
    assert texts(part.queue.table, "holds") == ["đến lượt", "hướng nghiệp ghi sức khỏe không phù hợp"]
    part.queue.run("vocational.enrol_next")
    open_dialog = dialog(part)
    type_into(open_dialog.form, "started_on", "01/02/2027")
    open_dialog.form.submit()
    assert open_dialog.isVisible()
    assert school.students(course) == ()
    type_into(open_dialog.form, "clash_reason", "tham xong vao hoc")
    open_dialog.form.submit()
    assert [one.resident_id for one in school.students(course)] == [taken]
    assert school.sql("SELECT clash_reason FROM course_enrolment WHERE clash_reason IS NOT NULL") == [
        ("tham xong vao hoc",)
    ]


def test_whoever_asks_for_a_full_course_waits_and_the_screen_says_why_nobody_is_put_in(seat: Seat) -> None:
    school = seat.school
    course = school.opens()
    people = tuple(school.lives() for _ in range(3))
    school.asks(course, *people)
    part = seat.show(PeoplePart(seat.screen.context(), course))
    for left in (2, 1):
        assert len(school.queue(course)) == left + 1
        part.queue.run("vocational.enrol_next")
        dialog(part).form.submit()
    part.queue.run("vocational.enrol_next")
    full = dialog(part)
    full.form.submit()
    assert full.isVisible()
    assert any("MAY-01" in one.text() for one in full.findChildren(QLabel)), "which course is full"
    assert len(school.students(course)) == 2
    assert len(school.queue(course)) == 1, "who has no seat still waits"


def test_lessons_are_planned_by_weekday_and_a_lesson_of_the_week_opens_its_sheet(seat: Seat) -> None:
    school = seat.school
    course, _people = full_class(school, 2)
    part = seat.show(LessonPart(seat.screen.context(), course))
    part.lessons.run("vocational.plan_lessons")
    form = dialog(part).form
    type_into(form, "held_on", "01/02/2027")
    type_into(form, "last_on", "05/02/2027")
    form.fields["mon"].set_value(True)
    form.fields["thu"].set_value(True)
    form.submit()
    assert school.sql("SELECT held_on FROM course_lesson ORDER BY held_on") == [("2027-02-01",), ("2027-02-04",)]
    school.at(TODAY, 12)
    page = seat.open(LessonsPage, places.LESSONS)
    assert texts(page.panel.table, "state") == ["thiếu điểm danh", "Chưa điểm danh"]
    page.panel.table.select_ids(page.panel.model.ids[:1])
    page.open_sheet()
    assert seat.screen.gone[-1] == Route(places.SHEET, page.panel.model.ids[0])
    page.open_course()
    assert seat.screen.gone[-1] == Route(places.COURSE, course, {"tab": places.LESSON_PART})
    page.print_list()
    assert seat.printed[-1].title == "BUỔI HỌC NGHỀ"
    only = seat.open(LessonsPage, places.LESSONS, when="missing")
    assert len(only.panel.model.ids) == 1


def test_the_exam_is_written_once_and_then_corrected_as_it_stands(seat: Seat) -> None:
    school = seat.school
    course, _person = school.graduate(WIDE)
    part = seat.show(ResultPart(seat.screen.context(), course))
    part.exam.run("vocational.keep_exam")
    form = dialog(part).form
    type_into(form, "held_on", "29/01/2027")
    type_into(form, "chair", "Le Thi Mai")
    form.submit()
    part.exam.table.select_ids(part.exam.model.ids)
    part.exam.run("vocational.mend_exam")
    form = dialog(part).form
    assert form.fields["chair"].typed() == "Le Thi Mai"
    type_into(form, "place", "Xuong may")
    form.submit()
    assert school.sql("SELECT chair, place, version FROM course_exam") == [("Le Thi Mai", "Xuong may", 2)]
    part.exam.run("vocational.keep_exam")
    again = dialog(part)
    type_into(again.form, "chair", "Nguoi khac")
    again.form.submit()
    assert again.isVisible()
    assert school.sql("SELECT count(*) FROM course_exam") == [(1,)]


def test_a_number_that_is_taken_is_said_at_its_field_and_the_form_stays_as_typed(seat: Seat) -> None:
    school = seat.school
    course, first = school.graduate(WIDE)
    second = school.lives()
    school.asks(course, second)
    school.enrols(course)
    school.passes(course, second)
    school.attends(course, second)
    school.write(
        give_certificate,
        GiveCertificate(course, first, Grade.GOOD, TODAY, "Trần Văn Hiệu", board_reason="Biên bản 1"),
        by=CLERK,
    )
    seat.sit(*CLERK)
    part = seat.show(ResultPart(seat.screen.context(), course))
    part.results.table.select_ids((second,))
    part.results.run("vocational.give_certificate")
    asked = dialog(part)
    told = " ".join(one.text() for one in asked.findChildren(QLabel))
    assert ("tên chưa đối chiếu với văn bản" in told, "phê duyệt" in told) == (True, False)
    asked.form.fields["grade"].set_value("good")
    type_into(asked.form, "signed_by", "Tran Van Hieu")
    type_into(asked.form, "number", "1")
    asked.form.submit()
    assert asked.isVisible()
    trouble = asked.form.fields["number"].trouble()
    assert trouble is not None
    assert "Số đã cấp" in str(trouble.text)
    assert asked.form.fields["signed_by"].typed() == "Tran Van Hieu"
    type_into(asked.form, "number", "2")
    asked.form.submit()
    assert not asked.isVisible()
    assert school.sql("SELECT number FROM course_certificate ORDER BY number") == [(1,), (2,)]


def test_a_certificate_is_printed_once_freely_again_with_a_reason_and_taken_back(seat: Seat) -> None:
    school = seat.school
    course, person = school.graduate(WIDE)
    command = GiveCertificate(course, person, Grade.GOOD, TODAY, "Trần Văn Hiệu", board_reason="Biên bản 1")
    given = school.write(give_certificate, command, by=CLERK).certificate_id
    seat.sit(*CLERK)
    page = seat.open(RegisterPage, places.REGISTER)
    page.panel.table.select_ids((given,))
    page.print_one()
    first = seat.printed[-1]
    assert isinstance(first, Diploma)
    assert (first.reprint, first.signer) == ("", "Trần Văn Hiệu")
    page.print_one()
    again = dialog(page)
    type_into(again.form, "reason", "ket giay")
    again.form.submit()
    second = seat.printed[-1]
    assert isinstance(second, Diploma)
    assert second.reprint == "In lại lần 1"
    assert school.sql("SELECT print_no, reason FROM certificate_print ORDER BY print_no") == [
        (1, None), (2, "ket giay")
    ]  # fmt: skip
    page.print_list()
    assert seat.printed[-1].title == "SỔ CẤP CHỨNG CHỈ NGHỀ"
    page.take_back()
    dialog(page, ReasonDialog).given.emit("sai ngày sinh")
    assert texts(page.panel.table, "state") == [f"đã hủy {TODAY:%d/%m/%Y}: sai ngày sinh"]
    page._on_row_activated(given)
    assert seat.screen.gone[-1] == Route(places.PERSON, person, {"tab": places.TAB})


def test_the_page_of_a_course_prints_its_papers_and_ends_it(seat: Seat) -> None:
    school = seat.school
    course, _person = school.graduate(WIDE)
    page = seat.open(CoursePage, places.COURSE, course)
    for key in ("list", "month", "scores", "minutes"):
        page.print_paper(key)
    assert [one.title for one in seat.printed] == [
        "DANH SÁCH KHÓA HỌC NGHỀ", "BẢNG ĐIỂM DANH HỌC NGHỀ", "BẢNG ĐIỂM HỌC NGHỀ",
        "BIÊN BẢN THI, KIỂM TRA KẾT THÚC KHÓA HỌC",
    ]  # fmt: skip


def test_many_are_chosen_and_one_talk_is_written_down_for_each(seat: Seat) -> None:
    school = seat.school
    people = [school.lives(health=None) for _ in range(3)]
    guided = school.lives()
    page = seat.open(TalksPage, places.TALKS)
    assert page.panel.model.ids[-1] == guided
    page = seat.open(TalksPage, places.TALKS, state="never")
    assert set(page.panel.model.ids) == set(people)
    page.panel.table.setFocus()
    page.panel.table.selectAll()
    page.add()
    asked = dialog(page)
    type_into(asked.form, "topic", "Tim viec")
    asked.form.submit()
    assert school.sql("SELECT count(*), count(DISTINCT resident_id) FROM job_talk WHERE kind = 'group'") == [
        (3, 3)
    ]
    assert page.panel.model.ids == ()
    assert texts(page.held.table, "people") == ["3"]
    page.to_shares()
    assert seat.screen.gone[-1].page == places.SHARES


def test_the_shares_of_a_typed_period_are_shown_and_printed_and_a_reversed_one_is_refused(seat: Seat) -> None:
    school = seat.school
    school.graduate(WIDE)
    page = seat.open(JobSharesPage, places.SHARES)
    assert texts(page.shares.table, "count") == ["1", "0", "0", "1", "0"]
    field = page.form.fields["first"]
    box = field.findChild(QLineEdit)
    assert box is not None
    feet = [one.mapTo(page, one.rect().bottomLeft()).y() for one in (box, page.button)]
    assert abs(feet[0] - feet[1]) <= 2, "the button stands beside what it takes"
    type_into(page.form, "first", "01/11/2026")
    page.button.click()
    assert texts(page.shares.table, "count") == ["1", "1", "0", "1", "0"]
    assert texts(page.shares.table, "share") == ["100,0 %", "100,0 %", "0,0 %", "100,0 %", "0,0 %"]
    page.print_shares()
    paper = seat.printed[-1]
    assert isinstance(paper, PlainPaper)
    assert paper.below == f"Từ 01/11/2026 đến {TODAY:%d/%m/%Y}"
    type_into(page.form, "last", "01/10/2026")
    page.button.click()
    assert page.form.fields["last"].trouble() is not None
    page.show_month()
    assert page.subtitle_text() == f"{FIRST.replace(month=2, day=1):%d/%m/%Y} – {TODAY:%d/%m/%Y}"


def test_who_waits_leads_to_where_it_is_settled(seat: Seat) -> None:
    school = seat.school
    course, learnt = school.graduate(WIDE)
    waits = school.lives()
    school.asks(course, waits)
    for page_id, tab, who in (
        (places.TO_PLACE, places.PEOPLE_PART, waits), (places.TO_CERTIFY, places.RESULT_PART, learnt)
    ):  # fmt: skip
        page = seat.open(WaitingPage, page_id)
        (row_id,) = page.panel.model.ids
        page.panel.table.select_ids((row_id,))
        QTest.keyClick(page.panel.table, Qt.Key.Key_Return)
        assert seat.screen.gone[-1] == Route(places.COURSE, course, {"tab": tab})
        page.open_person()
        assert seat.screen.gone[-1] == Route(places.PERSON, who, {"tab": places.TAB})


def test_partners_and_the_tab_of_a_person_show_and_take_entries(seat: Seat) -> None:
    school = seat.school
    course, person = school.graduate(WIDE)
    page = seat.open(JobsPage, places.JOBS)
    page.employers.run("vocational.add_employer")
    form = dialog(page).form
    type_into(form, "name", "Cong ty may")
    form.submit()
    assert school.sql("SELECT name FROM employer") == [("Cong ty may",)]
    pane = seat.show(LearningPane(seat.screen.context(), person))
    assert texts(pane.courses.table, "name") == [SEWING.name]
    assert len(pane.guidance.model.ids) == 1
    pane.support.run("vocational.add_support")
    form = dialog(pane).form
    form.fields["kind"].set_value("loan")
    form.fields["state"].set_value("asked")
    form.submit()
    assert school.sql("SELECT kind, state FROM job_support") == [("loan", "asked")]
    pane.courses.table.select_ids(pane.courses.model.ids)
    pane._on_course_activated("")
    assert seat.screen.gone[-1] == Route(places.COURSE, course)
