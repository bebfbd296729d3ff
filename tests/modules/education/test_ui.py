"""The screens of education by hand and keyboard, over a real file."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import moment_of
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.calendar.api import SlotKind
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.queries.classes import list_members
from facility_app.modules.education.queries.newcomers import IN_NONE, list_newcomer_ids, list_newcomer_rows
from facility_app.modules.education.service.counselling import RecordCounselling, record_counselling
from facility_app.modules.education.service.programmes import ProgrammeFacts, add_programme
from facility_app.modules.education.ui import entry, places
from facility_app.modules.education.ui.class_page import ClassPage
from facility_app.modules.education.ui.classes_page import ClassesPage
from facility_app.modules.education.ui.counselling_page import CounsellingPage
from facility_app.modules.education.ui.join_page import JoinPage
from facility_app.modules.education.ui.person_tab import LearningPane
from facility_app.modules.education.ui.programmes_page import ProgrammesPage
from facility_app.modules.education.ui.results_page import ResultsPage
from facility_app.modules.education.ui.shares_page import EducationSharesPage
from facility_app.modules.education.ui.sheet_page import LessonSheetPage
from facility_app.modules.education.ui.sheets_page import SheetsPage
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.question import Question
from facility_app.ui.forms.picker import Choice
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Theme
from tests.helpers.fakes import FixedClock
from tests.helpers.screen import Screen
from tests.modules.education.school import EIGHT, MONDAY, TEACHER, School
from tests.modules.stays.house import NOW
from tests.ui.printing.papers import MemoryPrinter

PageT = TypeVar("PageT", bound=Page)
LESSON = f"{{}} {MONDAY.isoformat()} {EIGHT}"


class Desk:
    """A teacher at the screens."""

    def __init__(self, school: School, theme: Theme, qtbot: QtBot) -> None:
        """Sit down."""
        self.school = school
        self.screen = Screen(school.facility.database, school.facility.actor(*TEACHER), theme)
        self.papers: list[PlainPaper] = []
        self.is_at_school_hour = False
        self._qtbot = qtbot
        self.press = PlainPress(self._plain, MemoryPrinter())
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(self.press)}

    def context(self) -> PageContext:
        """What a page works with; at the school's hour where the test says so."""
        found = self.screen.context()
        return replace(found, clock=FixedClock(NOW)) if self.is_at_school_hour else found

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown."""
        made = self._made[page](self.context())
        assert isinstance(made, kind)
        self._qtbot.addWidget(made)
        made.resize(1140, 640)
        made.show()
        made.open(Route(page, record, args))
        return made

    def _plain(self, paper: PlainPaper) -> bytes:
        self.papers.append(paper)
        return b"%PDF"


@pytest.fixture
def desk(school: School, dressed: Theme, qtbot: QtBot) -> Desk:
    return Desk(school, dressed, qtbot)


def dialog(over: QWidget, kind: type[QDialog]) -> Any:
    return [one for one in over.findChildren(kind) if one.isVisible()][-1]


def type_into(form: Any, name: str, text: str) -> None:
    edit = form.fields[name].findChild(QLineEdit)
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def test_forty_people_with_thirty_six_ordinary_take_at_most_sixty_keys_and_one_saving(desk: Desk) -> None:
    school = desk.school
    more = [school.lives() for _ in range(35)]
    school.join(school.law, *more)
    page = desk.open(LessonSheetPage, places.SHEET, LESSON.format(school.law))
    assert page.sheet.model.rowCount() == 40
    assert page.first_focus() is page.sheet.view
    keys = 0
    for place in range(40):
        key = {5: Qt.Key.Key_M, 11: Qt.Key.Key_P, 12: Qt.Key.Key_V, 30: Qt.Key.Key_V}.get(place, Qt.Key.Key_C)
        QTest.keyClick(page.sheet.view, key)
        keys += 1
    before = school.sql("SELECT count(DISTINCT created_at) FROM attendance")
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys += 1
    assert keys <= 60
    counted = dict(school.sql("SELECT mark, count(*) FROM attendance GROUP BY mark"))
    assert counted == {"present": 36, "late": 1, "excused": 1, "unexcused": 2}
    assert before == [(0,)]
    assert school.verbs().count("education.keep_sheet") == 1


def test_who_is_in_hospital_stands_last_marked_and_closed(desk: Desk) -> None:
    school = desk.school
    ill = school.pupils[0]
    school.move(send_to_hospital, school.stays[ill], MONDAY, by=(Role.DOCTOR,))
    page = desk.open(LessonSheetPage, places.SHEET, LESSON.format(school.law))
    rows = page.sheet.model.rows()
    assert rows[-1].id == ill
    assert rows[-1].why_not
    for _ in range(5):
        QTest.keyClick(page.sheet.view, Qt.Key.Key_C)
    page.sheet.submit()
    assert len(school.marks()) == 5


def test_a_lesson_that_is_not_there_says_so(desk: Desk) -> None:
    page = desk.open(LessonSheetPage, places.SHEET, f"{desk.school.law} 2027-02-02 {EIGHT}")
    assert page.nothing()[0]
    page.begin_elsewhere()
    assert desk.screen.gone[-1].page == places.SHEETS


def lesson_count(page: SheetsPage) -> int:
    return len(page.rows.model.ids)


def test_the_days_lessons_lead_to_the_sheet_and_to_other_days(desk: Desk) -> None:
    page = desk.open(SheetsPage, places.SHEETS, day=MONDAY.isoformat())
    assert lesson_count(page) == 1
    page.open_sheet()
    assert desk.screen.gone[-1] == Route(places.SHEET, LESSON.format(desk.school.law))
    page.go_after()
    assert lesson_count(page) == 0
    assert "02/02/2027" in page.subtitle_text()
    page.go_before()
    assert lesson_count(page) == 1
    page.print_week()
    assert desk.papers[-1].title == "THỜI KHÓA BIỂU"


def test_a_class_is_opened_by_its_form_and_entered(desk: Desk) -> None:
    page = desk.open(ClassesPage, places.CLASSES)
    page.add()
    form = dialog(page, FormDialog).form
    type_into(form, "code", "XMC1")
    type_into(form, "name", "Xoa mu chu 1")
    form.fields["kind"].set_value("literacy")
    form.fields["teacher_id"].set_value(desk.school.other_teacher)
    type_into(form, "first_on", "01/02/2027")
    form.submit()
    assert desk.school.sql("SELECT name FROM school_class WHERE code = 'XMC1'") == [("Xoa mu chu 1",)]
    page.panel.table.select_ids(page.panel.model.ids[:1])
    page.enter()
    assert desk.screen.gone[-1].page == places.CLASS
    page.to_programmes()
    assert desk.screen.gone[-1].page == places.PROGRAMMES


def test_a_teacher_who_is_taken_is_refused_in_the_form_until_it_says_why(desk: Desk) -> None:
    school = desk.school
    times = moment_of(MONDAY, EIGHT + 60), moment_of(MONDAY, EIGHT + 120)
    taken = BookingFacts(SlotKind.OTHER, *times, "Họp", staff_id=school.other_teacher)
    school.write(book, Book(taken), by=TEACHER)
    page = desk.open(ClassesPage, places.CLASSES)
    page.panel.table.select_ids(page.panel.model.ids[:1])
    page.edit()
    form = dialog(page, FormDialog).form
    form.fields["teacher_id"].set_value(school.other_teacher)
    form.submit()
    asked = "SELECT teacher_id FROM school_class"
    said = " ".join(one.text() for one in form.findChildren(QLabel))
    assert (school.sql(asked), "Trùng lịch" in said) == ([(school.teacher,)], True)
    type_into(form, "clash_reason", "hop xong vao day")
    form.submit()
    assert school.sql(asked) == [(school.other_teacher,)]


def test_the_class_shows_people_hours_lessons_and_prints_its_papers(desk: Desk) -> None:
    school = desk.school
    school.keep()
    page = desk.open(ClassPage, places.CLASS, school.law)
    assert len(page.members.model.ids) == 5
    assert len(page.hours.model.ids) == 1
    assert len(page.lessons.model.ids) == 7
    page.print_list()
    page.print_week()
    page.print_month()
    assert [one.title for one in desk.papers] == ["DANH SÁCH LỚP", "THỜI KHÓA BIỂU", "BẢNG ĐIỂM DANH THÁNG"]
    page.mark()
    assert desk.screen.gone[-1].page == places.SHEET
    page.hours.run("education.add_hour")
    form = dialog(page, FormDialog).form
    form.fields["weekday"].set_value("4")
    type_into(form, "starts", "0730")
    type_into(form, "ends", "9h")
    form.submit()
    assert school.sql("SELECT weekday, starts, ends FROM class_hour ORDER BY weekday") == [
        (1, 480, 600),
        (4, 450, 540),
    ]


def test_a_group_is_counselled_by_one_form_and_a_confidence_is_read_by_a_counsellor(desk: Desk) -> None:
    school = desk.school
    page = desk.open(CounsellingPage, places.COUNSELLING)
    page.add()
    form = dialog(page, FormDialog).form
    form.fields["kind"].set_value("group")
    form.fields["class_id"].set_value(school.law)
    type_into(form, "held_on", "01/02/2027")
    type_into(form, "hour", "0830")
    type_into(form, "minutes", "45")
    form.fields["counsellor_id"].set_value(school.teacher)
    type_into(form, "topic", "Cach tu choi")
    form.submit()
    assert school.sql("SELECT count(*) FROM counselling_person") == [(5,)]
    assert len(page.people.rows) == 5
    page.print_note()
    assert desk.papers[-1].title == "PHIẾU TƯ VẤN"
    one = school.pupils[0]
    alone = RecordCounselling(
        CounsellingKind.INDIVIDUAL, CounsellingMethod.TALK, (one,), NOW, 30, school.teacher, "Gia đình",
        confidential={one: "Điều giữ kín"},
    )  # fmt: skip
    made = school.write(record_counselling, alone, by=(Role.COUNSELLOR,))
    desk.screen.actor = school.facility.actor(Role.COUNSELLOR)
    page = desk.open(CounsellingPage, places.COUNSELLING)
    page.panel.table.select_ids((made,))
    page.people.table.select_ids(page.people.model.ids[:1])
    # The session stands whole beside the list, and nothing of the confidence with it.
    whole = " ".join(one.text() for one in page.whole.findChildren(QLabel))
    assert ("Gia đình" in whole, "Điều giữ kín" in whole) == (True, False)
    page.read_secret()
    assert "Điều giữ kín" in dialog(page, Question).text_label.text()
    assert school.verbs()[-1] == "education.read_confidential"


def test_a_topic_waits_for_its_programme(desk: Desk) -> None:
    page = desk.open(ProgrammesPage, places.PROGRAMMES)
    assert [one.isEnabled() for one in page.topics.bar.commands()] == [False, False]
    made = desk.school.write(add_programme, ProgrammeFacts("Mới", LegalRegime.L2025, MONDAY), by=TEACHER)
    page.programmes.select_when_here(made)
    page.programmes.begin()
    assert [one.isEnabled() for one in page.topics.bar.commands()] == [True, False]


def test_results_programmes_and_the_tab_show_what_is_kept(desk: Desk, qtbot: QtBot) -> None:
    school = desk.school
    school.keep(p0=Mark.UNEXCUSED)
    results = desk.open(ResultsPage, places.RESULTS)
    results.results.run("education.add_result")
    form = dialog(results, FormDialog).form
    form.fields["class_id"].set_value(school.law)
    form.fields["resident_id"].set_value(school.pupils[0])
    form.fields["kind"].set_value("final")
    form.fields["grade"].set_value("good")
    type_into(form, "score", "7,5")
    form.submit()
    assert school.sql("SELECT score_tenths FROM class_result") == [(75,)]
    programmes = desk.open(ProgrammesPage, places.PROGRAMMES)
    programmes.programmes.run("education.add_programme")
    form = dialog(programmes, FormDialog).form
    type_into(form, "name", "Chuong trinh")
    form.submit()
    programmes.topics.run("education.add_topic")
    form = dialog(programmes, FormDialog).form
    form.fields["kind"].set_value("law")
    type_into(form, "name", "Luat")
    type_into(form, "planned_minutes", "90")
    form.submit()
    assert school.sql("SELECT name, planned_minutes FROM programme_topic") == [("Luat", 90)]
    pane = LearningPane(desk.press, desk.screen.context(), school.pupils[0])
    qtbot.addWidget(pane)
    pane.show()
    assert (pane.classes.rows[0].sat, pane.classes.rows[0].held) == (0, 1)
    assert len(pane.results.model.ids) == 1
    pane.print_transcript()
    dialog(pane, FormDialog).form.submit()
    assert desk.papers[-1].title == "BẢNG KẾT QUẢ HỌC TẬP"


def test_many_are_put_into_a_class_at_once_and_only_who_is_not_in_it_is_offered(desk: Desk) -> None:
    school = desk.school
    new = [school.lives() for _ in range(6)]
    other = school.opens("PL2")
    school.join(other, new[0], school.pupils[0])
    page = desk.open(JoinPage, places.JOIN, school.law)
    page.activateWindow()
    assert page.panel.model.ids == new_ids(school, new), "who is in the class is not offered"
    assert page.subtitle_text() == "PL1 · Lớp PL1"
    listed = {row.resident_id: row.classes for row in school.read(list_newcomer_rows, new, by=TEACHER)}
    assert listed[new[0]] == ("PL2",)
    unplaced = Look(filters={"state": IN_NONE})
    assert new[0] not in school.read(list_newcomer_ids, school.law, unplaced, by=TEACHER)
    page.panel.table.selectAll()
    page.join()
    opened = dialog(page, FormDialog)
    QTest.keyClick(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.screen.gone[-1].page == places.CLASS
    members = {row.resident_id for row in school.read(list_members, school.law, by=TEACHER)}
    assert members == {*school.pupils, *new}
    assert school.read(list_newcomer_ids, school.law, Look(), by=TEACHER) == ()


def test_who_comes_without_a_class_chooses_it_on_the_page_and_reads_why_the_list_is_empty(desk: Desk) -> None:
    school = desk.school
    page = desk.open(JoinPage, places.JOIN)
    assert page.panel.model.ids == ()
    assert reads(page, "Hãy chọn lớp ở trên.")
    page.to_class()
    assert desk.screen.gone[-1].page == places.CLASSES
    page.class_field.search("", highlight=False)
    page.class_field.choose(Choice(school.law, "Lớp PL1"))
    assert desk.screen.gone[-1] == Route(places.JOIN, school.law)
    page.open(desk.screen.gone[-1])
    assert page.title_text() == "Xếp nhiều người vào lớp PL1"
    assert page.class_field.value() == school.law
    assert reads(page, "Mọi người đang ở cơ sở đều đã ở lớp này."), "everybody of this school is in it"
    page.open(Route(places.JOIN, "no-such-class"))
    assert page.panel.model.ids == ()
    assert reads(page, "Không có lớp này.")


def reads(page: QWidget, words: str) -> bool:
    """Whether the words stand on the page to be read."""
    return any(one.isVisible() and one.text() == words for one in page.findChildren(QLabel))


def new_ids(school: School, people: list[str]) -> tuple[str, ...]:
    """Ids in the order of their codes."""
    rows = school.read(list_newcomer_rows, people, by=TEACHER)
    return tuple(row.resident_id for row in sorted(rows, key=lambda row: row.code))


def test_the_shares_of_any_period_are_shown_and_printed(desk: Desk) -> None:
    desk.school.keep(p0=Mark.UNEXCUSED)
    desk.is_at_school_hour = True
    classes = desk.open(ClassesPage, places.CLASSES)
    assert "Đ115.1" in classes.subtitle_text(), "a public facility must have a literacy class"
    classes.to_shares()
    assert desk.screen.gone[-1].page == places.SHARES
    page = desk.open(EducationSharesPage, places.SHARES)
    lines = {key: (row.count, row.share) for key, row in shown_lines(page).items()}
    assert lines == {
        "residents": (5, "100,0 %"),
        "legal": (4, "80,0 %"),
        "counselled": (0, "0,0 %"),
        "taught": (4, "80,0 %"),
        "literacy": (0, "0,0 %"),
    }
    type_into(page.form, "last", "31/01/2027")
    page.button.click()
    assert shown_lines(page)["legal"].count == 0, "the lesson was held on the first of February"
    page.print_shares()
    assert desk.papers[-1].below == "Từ 01/01/2027 đến 31/01/2027"
    page.to_classes()
    assert desk.screen.gone[-1].page == places.CLASSES


def shown_lines(page: EducationSharesPage) -> dict[str, Any]:
    """The lines of the list by their keys."""
    return {row.key: row for row in map(page.shares.model.row_of, page.shares.model.ids) if row is not None}
