"""Grid entry: one key a row, exceptions only, cells from a spreadsheet, wrong cells named, nothing typed lost."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.typed import Bounds
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.grid.columns import SheetRow, code_column, date_column, number_column, text_column
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.grid.pasting import placed, quoted
from facility_app.ui.grid.sheet_model import SheetModel
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from tests.helpers.cases import each
from tests.ui.forms.test_drafts import KEY, MemoryDrafts

Compose = Callable[..., None]
HERE, HOURS, DAY, WORDS = range(4)
CONTROL = Qt.KeyboardModifier.ControlModifier
CODES = (
    ("c", "PRESENT", label("ui", "Có mặt")),
    ("v", "ABSENT", label("ui", "Vắng")),
    ("p", "LEAVE", label("ui", "Phép")),
)
ROWS = (
    SheetRow("1", ("Nguyễn Văn An", "HV-0001")),
    SheetRow("2", ("Trần Thị Bình", "HV-0002"), {"here": "ABSENT", "hours": Decimal(0)}),
    SheetRow("3", ("Lê Hoàng Đức", "HV-0003"), why_not=label("ui", "Đang đi bệnh viện.")),
    SheetRow("4", ("Vũ Minh Khôi", "HV-0004")),
)


def today() -> date:
    """The day of these tests."""
    return date(2026, 3, 1)


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> Iterator[EntrySheet]:
    """A sheet of four people, the third of them closed, with the keyboard on the first cell."""
    made = EntrySheet(
        (label("ui", "Họ và tên"), label("ui", "Mã")),
        (
            code_column("here", label("ui", "Điểm danh"), CODES, usual="PRESENT"),
            number_column("hours", label("ui", "Số giờ"), bounds=Bounds(1, Decimal(0), Decimal(8))),
            date_column("on", label("ui", "Ngày"), today=today),
            text_column("note", label("ui", "Ghi chú")),
        ),
        theme,
    )
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.load(ROWS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.view.setFocus()
    yield made
    made.close()


def go(sheet: EntrySheet, row: int, column: int) -> None:
    """Put the keyboard on a cell."""
    sheet.view.setCurrentIndex(sheet.model.index_of((row, column)))


def at(sheet: EntrySheet) -> tuple[int, int]:
    """Where the keyboard is."""
    return sheet.model.place_of(sheet.view.currentIndex())


def text(sheet: EntrySheet, row: int, column: int) -> str:
    """What stands in a cell."""
    return sheet.model.text(sheet.model.index_of((row, column)))


def paste(sheet: EntrySheet, cells: str) -> None:
    """Ctrl+V."""
    QGuiApplication.clipboard().setText(cells)
    QTest.keyClick(sheet.view, Qt.Key.Key_V, CONTROL)


def editor(sheet: EntrySheet) -> ComposingLine:
    """The cell's editor."""
    found = sheet.view.open_editor()
    assert found is not None
    return found


def test_the_model_keeps_qts_rules(sheet: EntrySheet) -> None:
    tester = QAbstractItemModelTester(
        sheet.model, QAbstractItemModelTester.FailureReportingMode.Warning, sheet.model
    )
    sheet.model.set_texts({(0, HOURS): "5"})
    sheet.load(ROWS[:2])
    assert tester.model() is sheet.model


class Signed(SheetModel):
    """Cells with a sign that nobody sees, so that the ink is that of the words alone."""

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DecorationRole:
            return super().data(index, role)
        sign = QPixmap(16, 16)
        sign.fill(Qt.GlobalColor.transparent)
        return QIcon(sign)


class SignedSheet(EntrySheet):
    """A sheet of such cells."""

    model_type = Signed


def test_a_sign_in_a_given_cell_stands_before_its_words_and_not_under_them(
    sheet: EntrySheet, theme: Theme, qtbot: QtBot
) -> None:
    signed = SignedSheet((sheet.model.lead, *sheet.model.heads), sheet.model.columns, theme)
    qtbot.addWidget(signed)
    signed.load(ROWS)
    assert _first_ink(signed) >= _first_ink(sheet) + 16


def _first_ink(sheet: EntrySheet) -> int:
    """How far from its left edge the words of the first given cell begin."""
    cell = sheet.model.index(0, 0)
    option = QStyleOptionViewItem()
    sheet.view.initViewItemOption(option)
    option.rect = QRect(0, 0, 200, 32)
    image = QImage(200, 32, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    sheet.view.itemDelegate().paint(painter, option, cell)
    painter.end()
    assert cell.data(), "a cell without words"
    columns = (x for x in range(200) if any(image.pixelColor(x, y).lightness() < 128 for y in range(32)))
    return next(columns)


def test_one_key_fills_the_row_and_goes_to_the_next(sheet: EntrySheet) -> None:
    QTest.keyClicks(sheet.view, "cV")
    assert (text(sheet, 0, HERE), text(sheet, 1, HERE), at(sheet)) == ("Có mặt", "Vắng", (2, HERE))


def test_a_key_the_column_does_not_have_changes_nothing_and_says_which_it_has(sheet: EntrySheet) -> None:
    QTest.keyClicks(sheet.view, "x")
    assert (text(sheet, 0, HERE), at(sheet)) == ("", (0, HERE))
    assert sheet.message() == "Phím “x” không dùng ở cột này. Các phím: c = Có mặt   v = Vắng   p = Phép"


def test_an_input_method_cannot_swallow_the_one_key(sheet: EntrySheet, compose: Compose) -> None:
    compose(sheet.view, "v")
    assert (text(sheet, 0, HERE), at(sheet)) == ("Vắng", (1, HERE))


def test_only_exceptions_are_typed(sheet: EntrySheet) -> None:
    button = sheet.findChild(QPushButton, "fill_usual")
    assert button is not None
    assert button.text() == "Điền “Có mặt” vào ô trống của cột “Điểm danh”"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [text(sheet, row, HERE) for row in range(4)] == ["Có mặt", "Vắng", "", "Có mặt"]
    go(sheet, 3, HERE)
    QTest.keyClicks(sheet.view, "p")
    assert sheet.changes() == {"1": {"here": "PRESENT"}, "4": {"here": "LEAVE"}}


def test_empty_is_none_and_zero_is_zero(sheet: EntrySheet) -> None:
    values = sheet.values()
    assert (values["1"]["hours"], values["2"]["hours"]) == (None, Decimal(0))
    assert sheet.changes() == {}
    go(sheet, 1, HOURS)
    QTest.keyClick(sheet.view, Qt.Key.Key_Delete)
    assert sheet.changes() == {"2": {"hours": None}}


def test_a_closed_row_takes_nothing_and_says_why(sheet: EntrySheet) -> None:
    go(sheet, 2, HERE)
    QTest.keyClicks(sheet.view, "c")
    QTest.keyClick(sheet.view, Qt.Key.Key_Delete)
    assert (text(sheet, 2, HERE), sheet.message()) == ("", "Dòng này đang khóa: Đang đi bệnh viện.")


def test_typing_opens_the_cell_and_enter_goes_down(sheet: EntrySheet) -> None:
    go(sheet, 0, HOURS)
    QTest.keyClicks(sheet.view, "7")
    QTest.keyClicks(editor(sheet), ",5\r")
    assert (text(sheet, 0, HOURS), at(sheet)) == ("7,5", (1, HOURS))


def test_tab_goes_right_and_at_the_end_to_the_next_row(sheet: EntrySheet) -> None:
    QTest.keyClick(sheet.view, Qt.Key.Key_Tab)
    assert at(sheet) == (0, HOURS)
    go(sheet, 0, WORDS)
    QTest.keyClicks(sheet.view, "o")
    QTest.keyClicks(editor(sheet), "k")
    QTest.keyClick(editor(sheet), Qt.Key.Key_Tab)
    assert (text(sheet, 0, WORDS), at(sheet)) == ("ok", (1, HERE))
    QTest.keyClick(sheet.view, Qt.Key.Key_Backtab)
    assert at(sheet) == (0, WORDS)


def test_arrows_leave_an_open_cell_with_its_text(sheet: EntrySheet) -> None:
    go(sheet, 0, WORDS)
    QTest.keyClicks(sheet.view, "o")
    QTest.keyClicks(editor(sheet), "k")
    QTest.keyClick(editor(sheet), Qt.Key.Key_Down)
    assert (text(sheet, 0, WORDS), at(sheet)) == ("ok", (1, WORDS))


def test_a_word_under_composition_is_in_the_cell_when_it_is_left(sheet: EntrySheet, compose: Compose) -> None:
    go(sheet, 0, WORDS)
    sheet.view.edit(sheet.view.currentIndex())
    compose(editor(sheet), "nghỉ ố")
    compose(editor(sheet), "nghỉ ốm")
    assert sheet.draft() == {"1\tnote": "nghỉ ốm"}
    QTest.keyClick(editor(sheet), Qt.Key.Key_Return)
    assert text(sheet, 0, WORDS) == "nghỉ ốm"


def test_the_first_letter_an_input_method_hands_over_at_once_is_kept(sheet: EntrySheet, compose: Compose) -> None:
    go(sheet, 0, WORDS)
    compose(sheet.view, "", "Đ")
    compose(editor(sheet), "", "i")
    QTest.keyClick(editor(sheet), Qt.Key.Key_Return)
    assert text(sheet, 0, WORDS) == "Đi"


def test_where_lines_are_typed_one_by_one_the_key_of_a_column_leads_on_in_the_line(sheet: EntrySheet) -> None:
    sheet.view.goes_right = True
    QTest.keyClicks(sheet.view, "c")
    assert (text(sheet, 0, HERE), at(sheet)) == ("Có mặt", (0, HERE + 1))


def test_saving_takes_the_word_under_composition(sheet: EntrySheet, compose: Compose, qtbot: QtBot) -> None:
    go(sheet, 0, WORDS)
    sheet.view.edit(sheet.view.currentIndex())
    compose(editor(sheet), "nghỉ ốm")
    with qtbot.waitSignal(sheet.submitted) as told:
        sheet.submit()
    assert told.args == [{"1": {"note": "nghỉ ốm"}}]


def test_ctrl_d_copies_from_the_row_above(sheet: EntrySheet) -> None:
    sheet.model.set_texts({(0, HOURS): "7,5"})
    go(sheet, 1, HOURS)
    QTest.keyClick(sheet.view, Qt.Key.Key_D, CONTROL)
    assert (text(sheet, 1, HOURS), at(sheet)) == ("7,5", (2, HOURS))


def test_ctrl_d_never_writes_into_a_closed_row(sheet: EntrySheet) -> None:
    go(sheet, 2, HERE)
    QTest.keyClick(sheet.view, Qt.Key.Key_D, CONTROL)
    assert text(sheet, 2, HERE) == ""


def test_cells_from_a_spreadsheet_are_read_each_by_its_column(sheet: EntrySheet) -> None:
    paste(sheet, "Có mặt\t7,5\t010226\tNguyÔn V¨n §øc\r\nv\t0\t1/2/26\t\r\n")
    assert sheet.values()["1"] == {
        "here": "PRESENT",
        "hours": Decimal("7.5"),
        "on": date(2026, 2, 1),
        "note": "Nguyễn Văn Đức",
    }
    assert sheet.values()["2"]["hours"] == Decimal(0)
    assert sheet.message() == "Đã dán 8 ô. Ctrl+Z để hoàn tác."


def test_the_names_have_a_head_as_every_other_column_has(sheet: EntrySheet) -> None:
    lead = sheet.view.findChild(QLabel, "sheet_lead")
    assert lead is not None
    assert (lead.isVisible(), lead.text()) == (True, "Họ và tên")
    assert lead.width() == sheet.view.verticalHeader().width() >= lead.sizeHint().width()
    assert lead.height() == sheet.view.horizontalHeader().height()


def test_wrong_cells_of_a_paste_stay_as_pasted_and_are_named(sheet: EntrySheet, qtbot: QtBot) -> None:
    paste(sheet, "x\t12\t31/02/2026")
    assert [(one.row_id, one.key) for one in sheet.troubles()] == [("1", "here"), ("1", "hours"), ("1", "on")]
    assert [text(sheet, 0, column) for column in (HERE, HOURS, DAY)] == ["x", "12", "31/02/2026"]
    assert sheet.status_text() == "Đã điền 2/4 dòng · 3 ô cần sửa"
    with qtbot.assertNotEmitted(sheet.submitted):
        sheet.submit()
    assert at(sheet) == (0, HOURS)
    with pytest.raises(UserError, match="sheet_not_complete"):
        sheet.values()


def test_a_paste_over_the_edge_says_what_had_no_place(sheet: EntrySheet) -> None:
    go(sheet, 3, WORDS)
    paste(sheet, "a\tb\nc\td")
    assert text(sheet, 3, WORDS) == "a"
    assert sheet.message() == "Đã dán 1 ô; 3 ô không có chỗ trong tờ này. Ctrl+Z để hoàn tác."


def test_a_paste_is_one_step_to_undo(sheet: EntrySheet) -> None:
    before = sheet.values()
    paste(sheet, "c\t7\nc\t8")
    QTest.keyClick(sheet.view, Qt.Key.Key_Z, CONTROL)
    assert sheet.values() == before
    assert not sheet.model.undo()


def test_one_copied_cell_fills_every_selected_cell(sheet: EntrySheet) -> None:
    go(sheet, 0, HOURS)
    for _ in range(3):
        QTest.keyClick(sheet.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    paste(sheet, "8")
    assert [text(sheet, row, HOURS) for row in range(4)] == ["8", "8", "", "8"]


def test_copied_cells_go_back_into_a_spreadsheet(sheet: EntrySheet) -> None:
    sheet.model.set_texts({(0, WORDS): 'nói "không"\tvà đi'})
    go(sheet, 0, WORDS)
    QTest.keyClick(sheet.view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == '"nói ""không""\tvà đi"'
    assert placed(QGuiApplication.clipboard().text(), [(0, 0)]) == {(0, 0): 'nói "không"\tvà đi'}
    assert (quoted("đơn"), placed("", [(0, 0)]), placed("a", [])) == ("đơn", {}, {})


def test_a_doubtful_cell_is_asked_about_below_the_sheet(sheet: EntrySheet) -> None:
    sheet.model.set_texts({(0, DAY): "12/31/2025", (1, WORDS): "Leâ"})
    go(sheet, 0, DAY)
    sheet.answer(0)
    assert text(sheet, 0, DAY) == "31/12/2025"
    go(sheet, 1, WORDS)
    sheet.answer(0)
    assert (text(sheet, 1, WORDS), sheet.troubles()) == ("Lê", ())


def test_a_doubtful_word_may_be_kept_as_it_is(sheet: EntrySheet) -> None:
    sheet.model.set_texts({(1, WORDS): "Leâ"})
    go(sheet, 1, WORDS)
    sheet.answer(1)
    assert sheet.values()["2"]["note"] == "Leâ"


def test_wrong_cells_are_told_to_eyes_and_ears(sheet: EntrySheet) -> None:
    sheet.model.set_texts({(0, HOURS): "12"})
    index = sheet.model.index_of((0, HOURS))
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Số giờ: 12. “12” lớn hơn mức cao nhất 8."
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_the_name_stays_in_sight_however_far_the_sheet_is_scrolled(sheet: EntrySheet) -> None:
    heads = [sheet.model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) for row in range(4)]
    assert heads[0] == "1.  Nguyễn Văn An"
    assert sheet.view.verticalHeader().isVisible()


def test_a_sheet_keeps_and_restores_drafts_as_a_form_does(sheet: EntrySheet) -> None:
    store = MemoryDrafts()
    keeper = DraftKeeper(sheet, KEY, store, sheet)
    keeper.start()
    sheet.model.set_texts({(0, HERE): "x", (3, HOURS): "1.5"})
    assert dict(store.held[KEY].fields) == {"1\there": "x", "4\thours": "1,5"}
    sheet.load(ROWS)
    assert sheet.restore({**store.held[KEY].fields, "9\there": "c"}) == ("9\there",)
    assert (text(sheet, 0, HERE), text(sheet, 3, HOURS)) == ("x", "1,5")


def test_an_offered_draft_closes_the_sheet_until_it_is_answered(sheet: EntrySheet) -> None:
    store = MemoryDrafts()
    store.keep(KEY, {"1\thours": "5"})
    keeper = DraftKeeper(sheet, KEY, store, sheet)
    keeper.start()
    assert not sheet.view.isEnabled()
    offer = keeper.offer()
    assert offer is not None
    QTest.mouseClick(offer.recover_button, Qt.MouseButton.LeftButton)
    assert (text(sheet, 0, HOURS), sheet.view.isEnabled()) == ("5", True)


def test_saved_rows_leave_no_draft(sheet: EntrySheet) -> None:
    store = MemoryDrafts()
    DraftKeeper(sheet, KEY, store, sheet).start()
    QTest.keyClicks(sheet.view, "c")
    assert KEY in store.held
    sheet.saved(ROWS)
    assert (store.held, sheet.is_dirty()) == ({}, False)


def test_forty_people_and_five_columns_are_marked_without_a_pause(sheet: EntrySheet) -> None:
    sheet.load([SheetRow(str(number), (f"Người {number}", "")) for number in range(300)])
    QTest.keyClicks(sheet.view, "c" * 40)
    assert (at(sheet), sheet.status_text()) == ((40, HERE), "Đã điền 40/300 dòng")


def test_the_sheet_follows_the_theme(sheet: EntrySheet, theme: Theme) -> None:
    sheet.resize(300, 300)
    before = sheet.view.columnWidth(1)
    theme.set(dark=True, scale=1.5)
    assert sheet.view.columnWidth(1) == round(before * 1.5)


def test_room_that_is_left_over_goes_to_the_columns(sheet: EntrySheet) -> None:
    sheet.resize(400, 300)
    narrow = [sheet.view.columnWidth(one) for one in range(sheet.model.columnCount())]
    sheet.resize(sum(narrow) + 800, 300)
    wide = [sheet.view.columnWidth(one) for one in range(sheet.model.columnCount())]
    assert all(one > other for one, other in zip(wide, narrow, strict=True))
    assert sum(wide) <= sheet.view.viewport().width()


def test_the_usual_value_is_filled_in_by_a_key_from_whatever_column_the_keyboard_is_in(sheet: EntrySheet) -> None:
    go(sheet, 1, WORDS)
    QTest.keyClick(sheet.view, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [text(sheet, row, HERE) for row in range(4)] == ["Có mặt", "Vắng", "", "Có mặt"]
    sheet.set_why_not("chỉ xem")
    go(sheet, 0, HERE)
    QTest.keyClick(sheet.view, Qt.Key.Key_Delete)
    QTest.keyClick(sheet.view, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert text(sheet, 0, HERE) == "", "who may only look fills nothing"


def test_the_tab_key_leaves_the_sheet_before_its_first_and_behind_its_last_cell(sheet: EntrySheet) -> None:
    last = (3, WORDS)
    go(sheet, *last)
    QTest.keyClick(sheet.view, Qt.Key.Key_Backtab)
    assert (at(sheet), sheet.view.hasFocus()) == ((3, DAY), True)
    QTest.keyClick(sheet.view, Qt.Key.Key_Tab)
    QTest.keyClick(sheet.view, Qt.Key.Key_Tab)
    assert (at(sheet), sheet.view.hasFocus()) == (last, False)
    sheet.view.setFocus()
    go(sheet, 0, HERE)
    QTest.keyClick(sheet.view, Qt.Key.Key_Backtab)
    assert (at(sheet), sheet.view.hasFocus()) == ((0, HERE), False)


def test_a_head_is_read_whole_however_narrow_its_column(dressed: Theme, qtbot: QtBot) -> None:
    long = label("ui", "Nhiệt độ của cơ thể, tính bằng độ")
    made = EntrySheet((label("ui", "Họ và tên"),), (number_column("warm", long, width=40),) * 2, dressed)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.load(ROWS[:1])
    made.show()
    letters = made.view.horizontalHeader().fontMetrics()
    assert made.view.columnWidth(0) >= letters.horizontalAdvance(tr(long)) + 2 * 10, (
        "the words between their margins"
    )


class WholeSheet(EntrySheet):
    gives_way = 0.0


@each(("kind", "is_cut"), [(EntrySheet, True), (WholeSheet, False)])
def test_a_given_column_gives_way_where_room_is_short_but_never_one_that_may_not_be_cut(
    kind: type[EntrySheet], is_cut: bool, dressed: Theme, qtbot: QtBot
) -> None:
    heads = (label("ui", "Họ và tên"), label("ui", "Thuốc, liều"))
    made = kind(heads, (number_column("warm", label("ui", "Đo"), width=100),), dressed, head_widths=(200,))
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.load([SheetRow("1", ("Lê Văn Anh", "Clonidin 0,15 mg · 150 mcg"))])
    made.show()
    assert (made.view.columnWidth(0) < dressed.px(200)) == is_cut


def test_all_given_columns_give_way_so_that_a_sheet_opens_at_its_beginning(dressed: Theme, qtbot: QtBot) -> None:
    heads = tuple(label("ui", one) for one in ("Họ và tên", "Mã", "Giường", "Theo sổ"))
    columns = (number_column("warm", label("ui", "Đo"), width=100),)
    made = EntrySheet(heads, columns, dressed, head_widths=(160, 160, 160))
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.load([SheetRow("1", ("Lê Văn Anh", "26-0001", "A-01", "Có mặt"))])
    made.show()
    bar = made.view.horizontalScrollBar()
    assert (bar.maximum(), bar.value()) == (0, 0)
    letters = made.view.fontMetrics()
    assert made.view.columnWidth(0) > letters.horizontalAdvance("26-0001"), "no word is cut for it"


def test_beside_the_names_stands_a_whole_column_wherever_the_keyboard_goes(sheet: EntrySheet) -> None:
    sheet.resize(300, 300)
    header, bar = sheet.view.horizontalHeader(), sheet.view.horizontalScrollBar()
    begins = {header.sectionPosition(one) for one in range(sheet.model.columnCount())}
    seen = set()
    for right in (1, 1, 1, -1, -1, -1):
        sheet.view.move_by(0, right)
        assert bar.value() in {*begins, bar.maximum()}
        seen.add(bar.value())
    assert len(seen) > 1, "it had to scroll"


@each("scale", [1.0, 1.5])
def test_what_is_given_is_never_cut_and_its_row_is_as_high(scale: float, dressed: Theme, qtbot: QtBot) -> None:
    limits = "không mang vác nặng; không làm ngoài nắng; không làm trên cao; không làm ca đêm"
    heads = (label("ui", "Họ và tên"), label("ui", "Mã"), label("ui", "Điều kiện"))
    columns = (number_column("hours", label("ui", "Giờ"), width=100),) * 3
    dressed.set(scale=scale)
    made = EntrySheet(heads, columns, dressed, head_widths=(80, 200))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.load([SheetRow("1", ("An", "1", limits)), SheetRow("2", ("Bình", "2", ""))])
    made.show()
    letters, told = made.view.fontMetrics(), made.view.told(0, 1)
    assert " ".join(told) == limits
    assert max(map(letters.horizontalAdvance, told)) <= made.view.columnWidth(1)
    assert made.view.rowHeight(0) >= len(told) * letters.lineSpacing() > made.view.rowHeight(1)
    made.close()
    dressed.set(scale=1.0)
