"""The list with everything around it: four states, search and filters, memory, views, and the way to Excel."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.ui.lists import ListPanel, PassingMemory, SavedView
from facility_app.ui.lists.views_menu import NameDialog
from facility_app.ui.models import FilterOption, FilterSpec, ListSpec
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import IconButton, State
from tests.ui.models.people import People, PersonRow, people, people_list
from tests.ui.tasks.held import Heard, MemoryPlace, held_runner

FAULT = EnvironmentFault("disk_fault", label("errors", "Ổ đĩa báo lỗi"))
Make = Callable[..., ListPanel]


@pytest.fixture
def store() -> People:
    return people(1000)


@pytest.fixture
def memory() -> PassingMemory:
    return PassingMemory()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = InlineRunner(MemoryPlace())
    yield made
    made.close()


@pytest.fixture
def make(store: People, memory: PassingMemory, runner: Runner, dressed: Theme, qtbot: QtBot) -> Make:
    def _make(spec: ListSpec[PersonRow] | None = None, **wanted: Any) -> ListPanel:
        panel = ListPanel(spec or people_list(store), runner, dressed, memory, **wanted)
        qtbot.addWidget(panel)
        panel.resize(1000, 500)
        panel.show()
        return panel

    return _make


def shown_state(panel: ListPanel) -> State:
    return panel.states.state()


def test_a_list_not_read_yet_counts_no_rows(
    store: People, memory: PassingMemory, runner: Runner, dressed: Theme, qtbot: QtBot
) -> None:
    panel = ListPanel(people_list(store), runner, dressed, memory)
    qtbot.addWidget(panel)
    assert panel.summary() == ""


def test_rows_come_when_it_is_first_shown(make: Make, store: People) -> None:
    panel = make()
    assert shown_state(panel) is State.CONTENT
    assert panel.summary() == "1.000 dòng"
    assert len(store.ids_asked) == 1
    panel.hide()
    panel.show()
    assert len(store.ids_asked) == 1


def test_an_empty_list_offers_what_to_do_first(make: Make, store: People, qtbot: QtBot) -> None:
    store.rows.clear()
    panel = make(first_action="Thêm người mới")
    assert shown_state(panel) is State.EMPTY
    with qtbot.waitSignal(panel.first_wanted):
        panel.states.action_requested.emit()


def test_nothing_of_what_a_list_opens_with_is_no_search_in_vain(make: Make, store: People, qtbot: QtBot) -> None:
    store.rows.clear()
    panel = make(first_action="Thêm người mới")
    panel.spec = replace(panel.spec, usual={"zone": "A"})
    panel.begin(Look(filters={"zone": "A"}))
    with qtbot.waitSignal(panel.first_wanted):
        panel.states.action_requested.emit()
    panel.begin(Look(filters={"zone": "B"}))
    panel.states.action_requested.emit()
    assert panel.model.look.filters == {}, "what somebody narrowed by is taken away"


def test_a_search_that_finds_nothing_offers_to_take_it_away(make: Make) -> None:
    panel = make(first_action="Thêm người mới")
    panel.search.set_text("zzz")
    assert shown_state(panel) is State.EMPTY
    panel.states.action_requested.emit()
    assert shown_state(panel) is State.CONTENT
    assert panel.search.text() == ""


def test_a_failure_is_shown_and_tried_again(make: Make, store: People) -> None:
    store.fault = FAULT
    panel = make()
    assert shown_state(panel) is State.ERROR
    store.fault = None
    panel.states.retry_requested.emit()
    assert shown_state(panel) is State.CONTENT


def test_loading_keeps_the_old_rows(store: People, dressed: Theme, qtbot: QtBot) -> None:
    held = held_runner()
    panel = ListPanel(people_list(store), held.runner, dressed, PassingMemory())
    qtbot.addWidget(panel)
    panel.show()
    assert panel.states.is_waiting()
    held.reads.step()
    assert shown_state(panel) is State.CONTENT
    panel.search.set_text("an")
    assert not panel.states.is_waiting()
    assert len(panel.model.ids) == 1000
    held.reads.step()
    assert 0 < len(panel.model.ids) < 1000
    held.runner.close()


def test_search_filter_and_order_are_one_question(make: Make, store: People, qtbot: QtBot) -> None:
    panel = make()
    panel.search.setText("bình")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert store.ids_asked[-1].text == "bình"
    choose(panel, "Khu B")
    panel.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert store.ids_asked[-1] == Look("bình", {"zone": "B"}, (Sort("name"),))
    assert panel.filters.chips[0].accessibleName() == "Phân khu: Khu B"
    panel.filters.clear_button.click()
    assert store.ids_asked[-1].filters == {}


def choose(panel: ListPanel, text: str) -> None:
    """Choose an option of the first filter as a user does."""
    chip = panel.filters.chips[0]
    chip.menu().aboutToShow.emit()
    [action] = [action for action in chip.menu().actions() if action.text() == text]
    action.trigger()


def test_options_the_facility_keeps_itself_are_read(make: Make, store: People) -> None:
    spec = people_list(store)
    [zones] = spec.filters
    panel = make(replace(spec, filters=(replace(zones, options=(), ask=_zones),)))
    choose(panel, "Khu đọc từ tệp")
    assert store.ids_asked[-1].filters == {"zone": "B"}
    assert panel.filters.chips[0].accessibleName() == "Phân khu: Khu đọc từ tệp"


def _zones(_uow: object) -> list[FilterOption]:
    return [FilterOption("B", "Khu đọc từ tệp")]


def test_the_list_comes_back_as_it_was_left(make: Make, store: People) -> None:
    first = make()
    choose(first, "Khu A")
    first.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    first.table.columns.set_shown("zone", False)
    first.table.columns.arranged.emit()
    again = make()
    assert again.model.look == Look("", {"zone": "A"}, (Sort("name", descending=True),))
    assert again.table.horizontalHeader().sortIndicatorSection() == 0
    assert "zone" in again.table.layout_now().hidden
    assert again.filters.values() == {"zone": "A"}


def test_a_named_view_brings_back_look_and_columns(make: Make, store: People) -> None:
    panel = make()
    choose(panel, "Khu A")
    panel.search.set_text("an")
    panel.table.columns.set_shown("card", False)
    panel.views.save("  Khu A,  không thẻ ")
    panel.show_look(Look(sorts=(Sort("code"),)))
    panel.table.columns.reset()
    menu = QMenu(panel)
    panel.views.fill(menu)
    menu.actions()[0].trigger()
    assert menu.actions()[0].text() == "Khu A, không thẻ"
    assert panel.model.look == Look("an", {"zone": "A"}, (Sort("code"),))
    assert panel.search.text() == "an"
    assert "card" in panel.table.layout_now().hidden
    panel.views.save("   ")
    panel.views.forget("Khu A, không thẻ")
    assert panel.notes.views() == ()


def test_a_view_is_named_while_the_input_method_composes(
    make: Make, compose: Callable[[QWidget, str, str], None]
) -> None:
    panel = make()
    panel.views.ask_name()
    [dialog] = panel.findChildren(NameDialog)
    QTest.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    assert dialog.error_label.text() != ""
    assert dialog.isVisible()
    dialog.name_edit.setText("Sáng ")
    compose(dialog.name_edit, "nay", "")
    dialog.save_button.click()
    assert [view.name for view in panel.notes.views()] == ["Sáng nay"]


def test_down_in_the_search_box_goes_to_the_rows(make: Make) -> None:
    panel = make()
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.table.current_id() == "id000000"
    assert panel.table.selected_ids() == ("id000000",), "the row the keyboard is on is the one chosen"


def test_enter_in_the_search_box_searches_first_and_then_goes_to_the_rows(make: Make) -> None:
    panel = make()
    opened: list[str] = []
    panel.row_activated.connect(opened.append)
    panel.search.setText("An")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert (panel.model.look.text, panel.table.current_id()) == ("An", "")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.table.current_id() == panel.model.ids[0]
    assert opened == [], "nobody opens what they have not seen"


def test_a_row_just_saved_is_selected_when_it_is_here(make: Make, store: People) -> None:
    panel = make()
    panel.select_when_here("new")
    assert panel.table.selected_ids() == ()
    store.rows["new"] = replace(store.rows["id000900"], id="new")
    panel.model.reload()
    assert panel.table.selected_ids() == ("new",)


def test_the_export_is_what_one_sees(make: Make, store: People, tmp_path: Path) -> None:
    heard = Heard()
    panel = make(signed=_signed)
    panel.said.connect(partial(_hear, heard))
    choose(panel, "Khu A")
    panel.table.columns.set_shown("zone", False)
    panel.export_to(tmp_path / "a.xlsx")
    rows = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows[:3]] == ["Người cai nghiện", "Phân khu: Khu A", "Lan, 07:30"]
    assert rows[4] == ["Người", "Số căn cước", "Số dư", "Hết hạn", "Giấy tờ"]
    assert len(rows) == 5 + 500
    assert rows[6][1:3] == ["001000000002", 2000.0]
    assert heard.told == [("Đã xuất 500 dòng vào a.xlsx.", Tone.OK)]


def _signed() -> str:
    return "Lan, 07:30"


def _hear(heard: Heard, text: str, tone: Tone) -> None:
    heard.told.append((text, tone))


def test_an_export_is_allowed_and_noted_first(make: Make, store: People, tmp_path: Path) -> None:
    asked: list[tuple[str, tuple[str, ...], int]] = []
    heard = Heard()

    def refuse(_uow: object, list_id: str, columns: tuple[str, ...], count: int) -> None:
        asked.append((list_id, columns, count))
        raise UserError("no", label("errors", "Không được xuất danh sách này."))

    spec = people_list(store)
    first, *others = spec.columns
    # What stays inside is neither asked for nor written.
    panel = make(replace(spec, columns=(replace(first, stays_inside=True), *others), export=refuse))
    panel.said.connect(partial(_hear, heard))
    panel.export_to(tmp_path / "a.xlsx")
    assert asked == [(spec.id, tuple(one.key for one in others if not one.is_hidden), 1000)]
    assert heard.told == [("Không được xuất danh sách này.", Tone.DANGER)]
    assert list(tmp_path.iterdir()) == []


RIGHT = Permission("people.export", label("test", "Xuất danh sách"), frozenset({Role.HEAD}))


def allow(_uow: object, _list_id: str, _columns: tuple[str, ...], count: int) -> int:
    return count


def test_a_list_with_peoples_data_and_no_verb_does_not_leave(make: Make, store: People, tmp_path: Path) -> None:
    heard = Heard()
    panel = make(replace(people_list(store), is_public=False))
    panel.said.connect(partial(_hear, heard))
    assert panel.findChild(QWidget, "export_button") is None
    panel.export_to(tmp_path / "a.xlsx")
    panel.table.selectAll()
    panel.table.copy_selection()
    assert [tone for _text, tone in heard.told] == [Tone.WARNING, Tone.WARNING]
    assert "50 dòng" in heard.told[1][0]
    assert list(tmp_path.iterdir()) == []


def test_whoever_lacks_the_right_to_export_reads_why_on_the_button(make: Make, store: People) -> None:
    panel = make(replace(people_list(store), is_public=False, export=allow, export_right=RIGHT))
    button = panel.findChild(QWidget, "export_button")
    assert button is not None
    assert not button.isEnabled()
    assert "Người đứng đầu" in button.toolTip()
    assert button.accessibleDescription() == button.toolTip()


def test_whoever_has_the_right_presses_the_button(make: Make, runner: Runner, store: People) -> None:
    runner.workplace = MemoryPlace(actor=Actor("head", frozenset({Role.HEAD}), "desk"))
    panel = make(replace(people_list(store), is_public=False, export=allow, export_right=RIGHT))
    button = panel.findChild(QWidget, "export_button")
    assert button is not None
    assert button.isEnabled()


def test_a_stopped_export_leaves_nothing(store: People, dressed: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    held = held_runner()
    panel = ListPanel(people_list(store), held.runner, dressed, PassingMemory())
    qtbot.addWidget(panel)
    panel.show()
    held.reads.step()
    panel.export_to(tmp_path / "a.xlsx")
    panel.stop_export()
    held.jobs.step()
    assert list(tmp_path.iterdir()) == []
    held.runner.close()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_around_the_list_is_clipped(
    make: Make, dressed: Theme, size: tuple[int, int], scale: float
) -> None:
    dressed.set(scale=scale)
    panel = make()
    panel.resize(size[0] - 230, size[1] - 180)
    choose(panel, "Khu A")
    clipped = [
        child.objectName()
        for child in panel.findChildren(QWidget)
        if child.objectName() and child.isVisible() and child.width() < child.minimumSizeHint().width()
    ]
    assert clipped == []


def test_a_view_of_now_is_a_view(make: Make) -> None:
    panel = make()
    assert panel.view_now("x") == SavedView("x", panel.model.look, panel.table.layout_now())


def test_filters_take_a_line_of_their_own_before_the_search_is_squeezed(
    make: Make, store: People, dressed: Theme
) -> None:
    panel = make(many_filters(store))
    panel.resize(1200, 500)
    at_rest(panel)
    assert not panel.bar.is_split()
    dressed.set(scale=1.5)
    at_rest(panel)
    assert panel.bar.is_split()
    # Side by side in that line, not under each other.
    assert len({chip.y() for chip in panel.filters.chips}) == 1
    assert panel.filters.y() > panel.search.geometry().bottom()
    dressed.set(scale=1.0)
    at_rest(panel)
    assert not panel.bar.is_split()


def test_nothing_above_a_list_lies_on_something_else(make: Make, store: People) -> None:
    panel = make(many_filters(store))
    for width in range(420, 1300, 40):
        panel.resize(width, 500)
        at_rest(panel)
        stand: tuple[QWidget, ...] = (panel.search, panel.filters, panel.count)
        stand += tuple(panel.bar.findChildren(IconButton))
        for first, second in combinations(stand, 2):
            assert not first.geometry().intersects(second.geometry()), (width, first, second)


def test_a_choice_that_makes_a_chip_longer_may_split_the_line(make: Make, store: People) -> None:
    panel = make(many_filters(store))
    room = panel.bar._wanted()
    panel.resize(room, 500)
    at_rest(panel)
    assert not panel.bar.is_split()
    panel.filters.set_values({"f0": "one"})
    QApplication.sendPostedEvents()
    assert panel.bar.is_split()


def at_rest(panel: ListPanel) -> None:
    """What moves asks for room again."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        panel.grab()


def many_filters(store: People) -> ListSpec[PersonRow]:
    option = (FilterOption("one", label("ui", "Một lựa chọn dài hơn tên của nó")),)
    filters = tuple(FilterSpec(f"f{n}", label("ui", "Tình trạng"), option) for n in range(4))
    return replace(people_list(store), filters=filters)
