"""A list from the file to the people inside and back, by the keyboard of one screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.intake.domain.roster import RowState, Sameness
from facility_app.modules.intake.ui.columns_form import PREFIX
from facility_app.modules.intake.ui.roster_list import PAGE
from facility_app.modules.intake.ui.roster_page import IMPORTS_PAGE
from facility_app.sheets.workbook import open_book
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import House, Screens, furnished
from tests.modules.intake.lists import AN, BINH, HEADS, NOBODY
from tests.sheets.made import xlsx_of


@pytest.fixture
def seat(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[Screens]:
    """The intake officer's screen, at 08:48 on 21/11/2026."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made.sit_down(Role.INTAKE)
        made.close()


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)]


def roster(folder: Path, *rows: object, heads: object = HEADS) -> str:
    file = folder / "danh sách.xlsx"
    file.write_bytes(xlsx_of([heads, *rows]))  # type: ignore[list-item]  # rows of cells
    return str(file)


def test_a_list_is_looked_at_imported_and_taken_back(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    assert "Chưa chọn tệp" in " ".join(texts(page))
    page.take(roster(tmp_path, AN, NOBODY, BINH))
    assert page.panel.model.ids == ("3", "2", "4")
    page.panel.table.selectRow(0)
    assert "Ô B3" in texts(page.card)
    assert any("không có ngày này" in text for text in texts(page.card))
    page.import_now()
    said, tone = seat.said[-1]
    assert (said, tone) == ("Đã nhập 2/3 dòng: 2 người mới, 0 hồ sơ cũ, 2 lần cai.", Tone.OK)
    assert page.panel.model.ids == ()
    page.take(roster(tmp_path, AN))
    row = page.panel.model.row_of("2")
    assert (row.state, len(row.candidates)) == (RowState.ASKED, 1)
    assert seat.undo is not None
    seat.undo()
    assert seat.said[-1][0] == "Đã hoàn tác: gạch bỏ 2 người, 2 lần cai nghiện."


def test_who_looks_alike_stands_beside_the_row_and_is_decided_about_by_key(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    page.take(roster(tmp_path, AN))
    page.import_now()
    page.take(roster(tmp_path, AN, BINH))
    page.panel.table.selectRow(0)
    said = texts(page.card)
    assert any("Trùng số giấy tờ" in text for text in said)
    assert said.count("Nguyễn Văn An") == 2
    same = next(one for one in page.main_actions() if one.id == "intake.same")
    assert (same.shortcut, same.why_not()) == ("Ctrl+1", None)
    page.decide(Sameness.SKIP)
    assert page.panel.model.row_of("2").state is RowState.SKIPPED
    assert page.card.row.row_no == 2


def test_columns_are_chosen_with_f4_and_empty_cells_filled_for_all(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    page.take(roster(tmp_path, ("Phạm Văn Giáp", "05/06/1992", "Nam"), heads=("Người", "Ngày sinh", "Giới tính")))
    assert page.panel.model.row_of("2").state is RowState.REJECTED
    columns = next(one for one in page.main_actions() if one.id == "intake.columns")
    assert columns.shortcut == "F4"
    columns.run()
    dialog = next(iter(page.findChildren(FormDialog)))
    dialog.form.fields[f"{PREFIX}A"].set_value("name")
    dialog.form.fields["authority"].set_value("Tòa án nhân dân khu vực 2")
    dialog.form.submit()
    row = page.panel.model.row_of("2")
    assert row.name == "Phạm Văn Giáp"
    assert "Thiếu Số quyết định" in " ".join(mark.text for mark in row.marks)


def test_the_result_is_a_workbook_with_its_faults(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    page.take(roster(tmp_path, NOBODY))
    page.write_result_to(str(tmp_path / "lỗi.xlsx"))
    assert [one.name for one in open_book(tmp_path / "lỗi.xlsx").sheets] == ["Danh sách", "Danh sách lỗi"]


def test_a_file_nobody_can_read_is_told_and_the_page_stands(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    broken = tmp_path / "ảnh.xlsx"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page.take(str(broken))
    assert seat.said[-1][1] is Tone.DANGER
    run = next(one for one in page.main_actions() if one.id == "intake.import_roster")
    assert run.why_not() == "Hãy chọn tệp danh sách trước."


def test_earlier_imports_are_listed_and_taken_back_once(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    page.take(roster(tmp_path, AN))
    page.import_now()
    runs = seat.open(IMPORTS_PAGE)
    runs.panel.table.selectRow(0)
    (undo,) = runs.main_actions()
    assert undo.why_not() is None
    undo.run()
    assert seat.said[-1][1] is Tone.OK
    runs.panel.table.selectRow(0)
    assert undo.why_not() == "Lần nhập này đã hoàn tác."
    assert runs.panel.table.focusPolicy() != Qt.FocusPolicy.NoFocus
