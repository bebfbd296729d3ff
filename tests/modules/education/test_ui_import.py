"""The screens of an import: faults are told cell by cell and handed back marked; a file without any is taken."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui.import_pages import AttendanceImportPage, WeekImportPage
from facility_app.sheets.workbook import open_book
from facility_app.ui.theme import Theme
from tests.modules.education.school import School
from tests.modules.education.test_ui import Desk
from tests.sheets.made import xlsx_of

HEADS = ("Mã lớp", "Thứ", "Giờ vào lớp", "Giờ tan")


@pytest.fixture
def desk(school: School, dressed: Theme, qtbot: QtBot) -> Desk:
    return Desk(school, dressed, qtbot)


def can(page: AttendanceImportPage | WeekImportPage, verb: str) -> bool:
    (action,) = [one for one in page.main_actions() if one.id.endswith(verb)]
    return action.why_not() is None


def saved(folder: Path, *rows: tuple[object, ...]) -> str:
    path = folder / "tuan.xlsx"
    path.write_bytes(xlsx_of([HEADS, *rows]))
    return str(path)


def test_a_timetable_with_a_fault_is_handed_back_marked_and_taken_once_it_is_put_right(
    desk: Desk, tmp_path: Path
) -> None:
    page = desk.open(WeekImportPage, places.IMPORT_WEEK)
    assert not can(page, "_take")
    page.take(saved(tmp_path, ("PL1", "Thứ tám", "07:00", "08:00"), ("PL1", "T7", "07:00", "08:00")))
    assert [(one.cell, one.value) for one in page.faults.rows] == [("B2", "Thứ tám")]
    assert not can(page, "_take")
    page.write_result(str(tmp_path / "loi.xlsx"))
    marked = open_book(tmp_path / "loi.xlsx")
    assert marked.sheets[0].rows[1][1] == "Thứ tám"
    assert "B2" in [row[0] for row in marked.sheets[1].rows]
    page.take(saved(tmp_path, ("PL1", "Thứ hai", "13:00", "14:00"), ("PL1", "T7", "07:00", "08:00")))
    assert page.faults.rows == ()
    page.import_now()
    assert desk.school.sql("SELECT count(*) FROM class_hour WHERE from_on = '2027-02-01'") == [(2,)]
    assert not can(page, "_take")


def test_the_blank_of_a_class_is_filled_in_by_the_program_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    school = desk.school
    school.keep(p0=Mark.LATE)
    page = desk.open(AttendanceImportPage, places.IMPORT_MONTH, school.law, month="2027-02-01")
    page.write_blank(str(tmp_path / "mau.xlsx"))
    assert school.verbs()[-1] == "education.take_attendance"
    page.take(str(tmp_path / "mau.xlsx"))
    assert page.faults.rows == ()
    assert can(page, "_take")
    page.import_now()
    assert sorted(school.marks().values()) == ["late", *["present"] * 4]
