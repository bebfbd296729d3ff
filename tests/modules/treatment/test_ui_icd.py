"""The screen of the Ministry's table: faults by their cells, taken whole from a day that is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date
from facility_app.modules.treatment.ui.icd_page import PAGE
from facility_app.sheets.workbook import open_book
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme
from tests.helpers.screens import Screens, fill
from tests.modules.treatment.test_icd_table import HEADS, NUMBERS, ROWS, TODAY, line
from tests.modules.treatment.ward import Ward
from tests.sheets.made import xlsx_of


@pytest.fixture
def seat(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Screens]:
    """A doctor at the screen."""
    made = Screens(ward.facility, ward.actor(Role.DOCTOR), dressed, qtbot)
    yield made
    made.leave()


def seat_sql(seat: Screens, asked: str) -> list[tuple[object, ...]]:
    return seat.read(lambda uow: [tuple(row) for row in uow.session.connection().exec_driver_sql(asked)])


def saved(folder: Path, *rows: list[object], name: str = "bang.xlsx") -> str:
    path = folder / name
    path.write_bytes(xlsx_of([HEADS, NUMBERS, *rows]))
    return str(path)


def test_a_table_with_a_fault_is_told_by_its_cells_handed_back_marked_and_not_taken(
    seat: Screens, tmp_path: Path
) -> None:
    page = seat.open(PAGE)
    assert page.subtitle_text() == "Đang dùng: các mã có sẵn trong chương trình"
    assert "Hãy chọn tệp" in str(seat.refusal(page, f"{PAGE}_take"))
    page.take(saved(tmp_path, line("F11.2", ""), line("F11.3", "Hội chứng cai", plain="F114")))
    assert [(one.cell, one.value) for one in page.faults.rows] == [("U3", ""), ("S4", "F114")]
    assert "2 chỗ cần sửa" in str(seat.refusal(page, f"{PAGE}_take"))
    page.import_now()
    assert page.findChildren(FormDialog) == []
    page.write_result(str(tmp_path / "loi.xlsx"))
    assert {"U3", "S4"} <= {str(row[0]) for row in open_book(tmp_path / "loi.xlsx").sheets[1].rows}
    assert seat_sql(seat, "SELECT count(*) FROM icd_table") == [(0,)]


def test_a_table_without_a_fault_is_taken_from_the_day_that_is_typed(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    page.take(saved(tmp_path, *ROWS))
    assert page.faults.rows == ()
    page.import_now()
    dialog = seat.dialog(page, FormDialog)
    # The day is asked for, never guessed.
    seat.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat_sql(seat, "SELECT count(*) FROM icd_table") == [(0,)]
    fill(dialog, valid_from=format_date(TODAY))
    seat.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat_sql(seat, "SELECT valid_from, code_count FROM icd_table") == [(TODAY.isoformat(), len(ROWS))]
    assert seat.said[-1][0] == f"Đã nhập {len(ROWS)} mã bệnh, có hiệu lực từ {format_date(TODAY)}."
    assert page.subtitle_text() == f"Đang dùng: bang.xlsx, {len(ROWS)} mã, từ {format_date(TODAY)}"
    # The same table again is refused, and the form keeps what was typed.
    page.take(saved(tmp_path, *ROWS, name="lai.xlsx"))
    page.import_now()
    dialog = seat.dialog(page, FormDialog)
    fill(dialog, valid_from=format_date(TODAY))
    seat.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert seat_sql(seat, "SELECT count(*) FROM icd_table") == [(1,)]


def test_the_blank_has_the_columns_that_are_read_again(seat: Screens, tmp_path: Path) -> None:
    page = seat.open(PAGE)
    page.write_blank(str(tmp_path / "mau.xlsx"))
    rows = [list(row) for row in open_book(tmp_path / "mau.xlsx").sheets[0].rows]
    heads = next(row for row in rows if "Mã bệnh" in row)
    assert (len(heads), heads.index("Mã bệnh")) == (29, 17)
    (tmp_path / "dien.xlsx").write_bytes(xlsx_of([heads, line("F11.2", "Hội chứng nghiện", 24)]))
    page.take(str(tmp_path / "dien.xlsx"))
    assert page.faults.rows == ()
    assert len(page._found.lines) == 1
