"""Class hours over the facility's own value: every screen that makes them many says so and keeps what was done."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui.class_page import ClassPage
from facility_app.modules.education.ui.classes_page import ClassesPage
from facility_app.modules.education.ui.import_pages import AttendanceImportPage, WeekImportPage
from facility_app.modules.education.ui.join_page import JoinPage
from facility_app.modules.education.ui.sheet_page import LessonSheetPage
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme, Tone
from tests.modules.education.school import EIGHT, MONDAY, School
from tests.modules.education.test_ui import LESSON, Desk, dialog, type_into
from tests.modules.education.test_ui_import import saved

LAST_MONDAY = MONDAY - timedelta(days=7)


@pytest.fixture
def desk(school: School, dressed: Theme, qtbot: QtBot) -> Desk:
    """A facility that holds one hour of class a day for the most, and a class of two."""
    own = SetParameter("class_load_max_day", "1", date(2027, 1, 1), article="Quy chế 5/QC", reason="thử")
    school.write(set_parameter, own, by=(Role.HEAD, Role.ADMIN))
    return Desk(school, dressed, qtbot)


def warned(desk: Desk) -> list[str]:
    """What was said in warning since the last question, with the value and what it rests on."""
    said = [text for text, tone in desk.screen.said if tone is Tone.WARNING]
    desk.screen.said.clear()
    assert all("2 giờ, mức của cơ sở là 1 giờ một ngày (Quy chế 5/QC)" in one for one in said)
    return said


def test_a_class_written_anew_an_hour_a_lesson_and_who_joins_are_kept_and_warned_of(desk: Desk) -> None:
    school = desk.school
    page = desk.open(ClassesPage, places.CLASSES)
    page.panel.table.select_ids(page.panel.model.ids[:1])
    page.edit()
    form = dialog(page, FormDialog).form
    type_into(form, "name", "Phap luat 1")
    form.submit()
    assert school.sql("SELECT name FROM school_class") == [("Phap luat 1",)]
    assert ["5 người" in one for one in warned(desk)] == [True]
    inside = desk.open(ClassPage, places.CLASS, school.law)
    inside.hours.run("education.add_hour")
    form = dialog(inside, FormDialog).form
    form.fields["weekday"].set_value("4")
    type_into(form, "starts", "0730")
    type_into(form, "ends", "0930")
    form.submit()
    assert len(warned(desk)) == 1
    inside.lessons.run("education.plan_session")
    form = dialog(inside, FormDialog).form
    type_into(form, "held_on", "03/02/2027")
    type_into(form, "starts", "0730")
    type_into(form, "ends", "0930")
    form.submit()
    assert len(warned(desk)) == 1
    school.lives()
    joining = desk.open(JoinPage, places.JOIN, school.law)
    joining.panel.table.selectAll()
    joining.join()
    QTest.keyClick(dialog(joining, FormDialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ["6 người" in one for one in warned(desk)] == [True]


def test_a_sheet_is_kept_and_warned_of_for_those_who_sat_there_of_a_day_gone_by_too(desk: Desk) -> None:
    school = desk.school
    for day, keys, people in ((MONDAY, "CCCCC", 5), (LAST_MONDAY, "CCVVV", 2)):
        page = desk.open(LessonSheetPage, places.SHEET, f"{school.law} {day.isoformat()} {EIGHT}")
        for key in keys:
            QTest.keyClick(page.sheet.view, Qt.Key(ord(key)))
        page.sheet.submit()
        said = warned(desk)
        assert [(f"{day:%d/%m/%Y}" in one, f"{people} người" in one) for one in said] == [(True, True)]
    page = desk.open(LessonSheetPage, places.SHEET, LESSON.format(school.law))
    for _ in range(5):
        QTest.keyClick(page.sheet.view, Qt.Key.Key_V)
    page.sheet.submit()
    assert warned(desk) == [], "nobody sat there"


def test_files_are_taken_and_warned_of(desk: Desk, tmp_path: Path) -> None:
    week = desk.open(WeekImportPage, places.IMPORT_WEEK)
    week.take(saved(tmp_path, ("PL1", "Thứ ba", "13:00", "15:00")))
    week.import_now()
    assert len(warned(desk)) == 1
    desk.school.keep()
    month = desk.open(AttendanceImportPage, places.IMPORT_MONTH, desk.school.law, month="2027-02-01")
    month.write_blank(str(tmp_path / "mau.xlsx"))
    month.take(str(tmp_path / "mau.xlsx"))
    month.import_now()
    assert warned(desk) == [], "the file said nothing new"
    desk.school.keep(p0=Mark.UNEXCUSED)
    month = desk.open(AttendanceImportPage, places.IMPORT_MONTH, desk.school.law, month="2027-02-01")
    month.take(str(tmp_path / "mau.xlsx"))
    month.import_now()
    assert len(warned(desk)) == 1
