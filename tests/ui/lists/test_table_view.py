"""The table: keyboard, a selection that survives a reload, columns as the user left them, copies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QHelpEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.ui.lists import SelectionSum, TableView
from facility_app.ui.lists.delegate import PAD, ROW, CellDelegate
from facility_app.ui.lists.saved import ColumnLayout
from facility_app.ui.models import PagedTableModel
from facility_app.ui.models.paged import MOST_WANTED
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme
from tests.ui.models.people import People, PersonRow, people, people_list, person
from tests.ui.tasks.held import Heard, MemoryPlace, PlainWork

BALANCE = label("test", "Số dư")


@dataclass
class Table:
    """A table over people, with a runner on threads."""

    runner: Runner
    store: People
    model: PagedTableModel[PersonRow]
    view: TableView
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self._is_still)

    def _is_still(self) -> bool:
        return not self.runner.is_busy

    def show(self, look: Look) -> None:
        """Another look, answered."""
        self.model.show(look)
        self.settle()

    def reload(self) -> None:
        """The same look, answered."""
        self.model.reload()
        self.settle()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner(MemoryPlace())
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing made in Python lies on the clipboard when Qt takes it down."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def table(runner: Runner, dressed: Theme, qtbot: QtBot) -> Table:
    return made_table(1000, runner, dressed, qtbot)


def made_table(count: int, runner: Runner, theme: Theme, qtbot: QtBot) -> Table:
    store = people(count)
    model = PagedTableModel(people_list(store), runner)
    view = TableView(model, runner, theme)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    made = Table(runner, store, model, view, qtbot)
    made.reload()
    return made


def test_enter_opens_the_current_row(table: Table, qtbot: QtBot) -> None:
    table.view.select_ids(["id000004"])
    with qtbot.waitSignal(table.view.row_activated) as told:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == ["id000004"]


def test_the_arrow_keys_walk_and_select(table: Table, qtbot: QtBot) -> None:
    table.view.select_ids(["id000000"])
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    QTest.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.view.selected_ids() == ("id000001", "id000002")
    assert table.view.current_id() == "id000002"


def test_selection_survives_a_reload_that_finds_others(table: Table) -> None:
    table.view.select_ids(["id000010", "id000011", "id000500"])
    del table.store.rows["id000005"]
    table.reload()
    assert table.view.selected_ids() == ("id000010", "id000011", "id000500")
    assert table.view.current_id() == "id000010"
    assert table.view.currentIndex().row() == 9


def test_selection_survives_another_order(table: Table) -> None:
    table.view.select_ids(["id000010", "id000500"])
    table.show(Look(sorts=(Sort("name", descending=True),)))
    assert set(table.view.selected_ids()) == {"id000010", "id000500"}


def test_what_a_filter_takes_away_is_not_selected(table: Table) -> None:
    table.view.select_ids(["id000010", "id000011"])
    table.show(Look(filters={"zone": "A"}))
    assert table.view.selected_ids() == ("id000010",)


def test_select_all_means_all(table: Table) -> None:
    table.view.selectAll()
    assert table.view.selected_ids() == table.model.ids
    del table.store.rows["id000500"]
    table.reload()
    assert len(table.view.selected_ids()) == 999


def test_a_reload_keeps_the_place_and_another_look_begins_at_the_top(table: Table) -> None:
    table.view.verticalScrollBar().setValue(600)
    table.settle()
    del table.store.rows["id000005"]
    table.reload()
    assert table.model.ids[table.view.rowAt(0)] == "id000600"
    table.show(Look(filters={"zone": "A"}))
    assert table.view.rowAt(0) == 0


def test_a_click_on_a_head_sorts_and_one_on_an_unsortable_head_does_nothing(table: Table) -> None:
    header = table.view.horizontalHeader()
    assert header.sortIndicatorSection() == 4, "the list's own order is shown"
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    table.settle()
    assert table.store.ids_asked[-1].sorts == (Sort("name", descending=True),)
    asked = len(table.store.ids_asked)
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)
    assert len(table.store.ids_asked) == asked


def test_columns_are_arranged_and_told(table: Table, qtbot: QtBot) -> None:
    header = table.view.horizontalHeader()
    with qtbot.waitSignal(table.view.columns_arranged):
        header.moveSection(header.visualIndex(3), 0)
        header.resizeSection(0, 300)
    layout = table.view.layout_now()
    assert layout.order[:2] == ("balance", "name")
    assert layout.widths["name"] == 300
    assert layout.hidden == {"code"}
    assert table.view.shown_columns()[0].key == "balance"


def test_a_layout_is_applied_in_its_order(table: Table) -> None:
    order = ("state", "ends", "name", "balance", "code", "card", "zone")
    wanted = ColumnLayout(order, frozenset({"zone"}), {**table.view.layout_now().widths, "state": 222})
    table.view.columns.apply(wanted)
    assert table.view.layout_now() == wanted
    assert [column.key for column in table.view.shown_columns()] == list(order[:-1])


def test_the_last_column_cannot_be_taken_away(table: Table) -> None:
    for column in table.model.columns:
        table.view.columns.set_shown(column.key, False)
    assert len(table.view.shown_columns()) == 1
    table.view.columns.reset()
    assert len(table.view.shown_columns()) == 6


def test_letters_half_as_large_again_keep_the_widths_in_proportion(table: Table, dressed: Theme) -> None:
    before = table.view.layout_now()
    table.view.resize(3 * table.view.width(), table.view.height())
    dressed.set(scale=1.5)
    assert table.view.horizontalHeader().sectionSize(0) == 360
    assert table.view.verticalHeader().defaultSectionSize() == 54
    assert table.view.layout_now() == before


def test_a_copy_has_heads_and_keeps_paper_numbers_as_text(table: Table, qtbot: QtBot) -> None:
    table.view.select_ids(["id000001", "id000002"])
    with qtbot.waitSignal(table.view.copied_rows) as told:
        QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\r\n")
    assert lines[0].split("\t") == ["Người", "Số căn cước", "Phân khu", "Số dư", "Hết hạn", "Giấy tờ"]
    assert lines[1].split("\t")[:2] == [f"{person(1).name} 26-00001", "001000000001"]
    assert "<td style='mso-number-format:\"\\@\"'>001000000001</td>" in mime.html()
    assert "<td style='mso-number-format:\"dd\\/mm\\/yyyy\"'>2026-02-02</td>" in mime.html()
    assert "<td style='mso-number-format:\"\\#\\,\\#\\#0\"'>1000</td>" in mime.html()


def test_a_copy_of_rows_not_here_reads_them_first(table: Table, qtbot: QtBot) -> None:
    table.view.selectAll()
    with qtbot.waitSignal(table.view.copied_rows) as told:
        table.view.copy_selection()
    assert told.args == [1000]
    assert QGuiApplication.clipboard().text().count("\r\n") == 1001


def held_back(table: Table, **changed: Any) -> TableView:
    """The table over a list with people's data."""
    spec = replace(people_list(table.store), is_public=False, **changed)
    model = PagedTableModel(spec, table.runner)
    view = TableView(model, table.runner, table.view._theme)
    model.setParent(view)
    table.qtbot.addWidget(view)
    view.show()
    model.reload()
    table.settle()
    return view


def test_a_few_rows_are_copied_without_a_verb_and_more_are_refused_in_words(table: Table, qtbot: QtBot) -> None:
    view = held_back(table)
    view.select_ids(table.model.ids[:50])
    with qtbot.waitSignal(view.copied_rows) as told:
        view.copy_selection()
    assert told.args == [50]
    QGuiApplication.clipboard().clear()
    view.select_ids(table.model.ids[:51])
    with qtbot.waitSignal(view.refused) as refused:
        view.copy_selection()
    assert "50 dòng" in refused.args[0]
    assert "51 dòng" in refused.args[0]
    assert QGuiApplication.clipboard().text() == ""


def test_many_rows_are_copied_through_the_verb_of_the_export(table: Table, qtbot: QtBot) -> None:
    asked: list[object] = []

    def allow(_uow: object, list_id: str, columns: tuple[str, ...], count: int) -> None:
        asked.append((list_id, columns[:2], count))

    view = held_back(table, export=allow)
    view.select_ids(table.model.ids[:50])
    with qtbot.waitSignal(view.copied_rows):
        view.copy_selection()
    assert asked == []
    view.selectAll()
    with qtbot.waitSignal(view.copied_rows) as told:
        view.copy_selection()
    assert asked == [("people", ("name", "card"), 1000)]
    assert told.args == [1000]


def test_many_rows_the_verb_refuses_are_not_copied(table: Table, qtbot: QtBot) -> None:
    def refuse(_uow: object, _list_id: str, _columns: tuple[str, ...], _count: int) -> None:
        raise UserError("no", label("errors", "Không được xuất danh sách này."))

    view = held_back(table, export=refuse)
    QGuiApplication.clipboard().clear()
    view.selectAll()
    with qtbot.waitSignal(view.failed):
        view.copy_selection()
    assert QGuiApplication.clipboard().text() == ""


def test_a_column_that_stays_inside_is_not_copied(table: Table, qtbot: QtBot) -> None:
    columns = tuple(replace(one, stays_inside=one.key == "card") for one in people_list(table.store).columns)
    view = held_back(table, columns=columns)
    view.select_ids(["id000001"])
    with qtbot.waitSignal(view.copied_rows):
        view.copy_selection()
    assert "001000000001" not in QGuiApplication.clipboard().text()


def test_a_row_opened_from_behind_a_wall_is_not_copied_in_any_company(table: Table, qtbot: QtBot) -> None:
    view = held_back(table, stays_here=lambda row: row.id == "id000001")
    QGuiApplication.clipboard().clear()
    view.select_ids(["id000001", "id000002"])
    with qtbot.waitSignal(view.refused):
        view.copy_selection()
    assert QGuiApplication.clipboard().text() == ""
    view.select_ids(["id000002"])
    with qtbot.waitSignal(view.copied_rows) as told:
        view.copy_selection()
    assert told.args == [1]


def test_sums_of_the_selection(table: Table, qtbot: QtBot) -> None:
    heard = Heard()
    table.view.summed.connect(heard.success)
    table.view.select_ids(["id000001", "id000002", "id000005"])
    qtbot.waitUntil(partial(bool, heard.told))
    assert heard.told[-1] == SelectionSum(3, ((BALANCE, "8.000 ₫"),))
    table.view.selectAll()
    qtbot.waitUntil(partial(_has, heard, SelectionSum(1000, ((BALANCE, "499.500.000 ₫"),))))


def _has(heard: Heard, wanted: SelectionSum) -> bool:
    return wanted in heard.told


def test_a_commit_elsewhere_moves_nothing_under_the_hand(table: Table) -> None:
    table.view.select_ids(["id000300"])
    top = table.view.rowAt(0)
    table.runner.command(QObject(), _touch).run()
    table.settle()
    assert table.view.selected_ids() == ("id000300",)
    assert table.view.rowAt(0) == top


def _touch(uow: PlainWork) -> None:
    uow.touched.add(("person", "1"))


def test_flying_through_the_rows_asks_nothing_while_it_paints(
    runner: Runner, dressed: Theme, qtbot: QtBot
) -> None:
    table = made_table(25_000, runner, dressed, qtbot)
    asked, bar, pixmap = len(table.store.rows_asked), table.view.verticalScrollBar(), QPixmap(table.view.size())
    for step in range(20):
        bar.setValue(bar.maximum() * step // 19)
        table.view.render(pixmap)
    assert len(table.store.rows_asked) == asked
    qtbot.waitUntil(partial(_has_row, table, 24_999))
    assert len(table.store.rows_asked) - asked <= MOST_WANTED


class Told(CellDelegate):
    """Remembers how much room each note was given."""

    rooms: list[tuple[str, int]]

    @override
    def _paint_note(self, painter: QPainter, room: QRect, note: str) -> None:
        self.rooms.append((note, room.width()))
        super()._paint_note(painter, room, note)


def test_where_a_name_and_its_code_have_no_room_the_name_gives_way(table: Table, dressed: Theme) -> None:
    told = Told(dressed, table.view)
    told.rooms = []
    table.view.setItemDelegate(told)
    code = QFontMetrics(dressed.font()).horizontalAdvance(table.store.rows[table.model.ids[0]].code)
    table.view.setColumnWidth(0, 2 * (code + dressed.px(PAD + 16)))
    table.view.render(QPixmap(table.view.size()))
    assert told.rooms
    metrics = QFontMetrics(dressed.font())
    assert all(metrics.elidedText(note, Qt.TextElideMode.ElideRight, room) == note for note, room in told.rooms)


def _has_row(table: Table, number: int) -> bool:
    return table.model.row(number) is not None


def test_all_rows_stay_selected_over_a_reload(runner: Runner, dressed: Theme, qtbot: QtBot) -> None:
    table = made_table(2_500, runner, dressed, qtbot)
    table.view.selectAll()
    for one in ("id000000", "id001234"):
        del table.store.rows[one]
    table.reload()
    assert table.view.selected_ids() == table.model.ids
    assert len(table.model.ids) == 2_498


def test_a_chip_too_wide_for_its_column_is_shortened(table: Table) -> None:
    table.view.horizontalHeader().setStretchLastSection(False)
    table.view.horizontalHeader().resizeSection(6, 60)
    narrow = table.view.grab()
    table.view.horizontalHeader().resizeSection(6, 200)
    assert narrow.toImage() != table.view.grab().toImage()


def test_a_column_is_wide_enough_for_its_head_until_the_user_makes_it_narrower(
    table: Table, runner: Runner, dressed: Theme, qtbot: QtBot
) -> None:
    spec = table.model.spec
    first = replace(spec.columns[0], head=label("test", "Một tên cột dài trong thứ tiếng khác"), width=60)
    view = TableView(PagedTableModel(replace(spec, columns=(first, *spec.columns[1:])), runner), runner, dressed)
    qtbot.addWidget(view)
    view.show()
    view.columns.reset()
    header = view.horizontalHeader()
    assert header.sectionSize(0) > header.fontMetrics().horizontalAdvance(first.head)
    narrow = replace(view.layout_now(), widths={**view.layout_now().widths, first.key: 70})
    view.columns.apply(narrow)
    assert header.sectionSize(0) == dressed.px(70)


def pointed_at(table: Table, column: int) -> str:
    """What is told when the mouse rests on a cell of the first row."""
    QToolTip.hideText()
    place = table.view.visualRect(table.model.index(0, column)).center()
    spot = table.view.viewport().mapToGlobal(place)
    QApplication.sendEvent(table.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, spot))
    told = QToolTip.text()
    QToolTip.hideText()
    return told


def test_a_cell_too_narrow_for_its_words_tells_them_in_full_to_whoever_points_at_it(table: Table) -> None:
    row = table.model.row(0)
    assert row is not None
    assert pointed_at(table, 0) == ""
    table.view.setColumnWidth(0, 40)
    assert row.name in pointed_at(table, 0)


def test_what_is_told_of_a_cell_is_never_read_as_markup(table: Table) -> None:
    first = next(iter(table.store.rows))
    table.store.rows[first] = replace(table.store.rows[first], name="<b>Đức</b> & con")
    table.reload()
    table.view.setColumnWidth(0, 40)
    assert "&lt;b&gt;Đức&lt;/b&gt; &amp; con" in pointed_at(table, 0)


def test_words_that_have_no_room_go_on_below_and_their_row_is_as_high(
    table: Table, runner: Runner, dressed: Theme, qtbot: QtBot
) -> None:
    first, long = table.model.ids[0], "Thời hạn bắt buộc ngắn nhất từ đủ mười hai tuổi"
    table.store.rows[first] = replace(table.store.rows[first], name=long)
    columns = tuple(replace(one, wraps=one.key == "name", note=None) for one in table.model.spec.columns)
    model = PagedTableModel(replace(table.model.spec, columns=columns), runner)
    view = TableView(model, runner, dressed)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    model.show(table.model.look)
    qtbot.waitUntil(lambda: model.row(0) is not None)
    place, one_line = [one.key for one in columns].index("name"), dressed.px(ROW)
    view.columns.apply(replace(view.layout_now(), widths={**view.layout_now().widths, "name": 220}))
    assert view.rowHeight(0) > one_line
    assert {view.rowHeight(other) for other in range(1, 5)} == {one_line}
    view.setColumnWidth(place, 500)
    assert view.rowHeight(0) == one_line, "as wide as its words it is one line again"
