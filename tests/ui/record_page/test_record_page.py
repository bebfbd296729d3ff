"""A record's page: what the role may not see is not there, tabs are made when shown, late answers do no harm."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.change import Change
from facility_app.kernel.errors import EnvironmentFault, PermissionDenied
from facility_app.kernel.labels import label
from facility_app.ui.lists import PassingMemory
from facility_app.ui.record_page import Fact, RecordHead, RecordPage, RecordSpec
from facility_app.ui.record_page.header import RecordHeader
from facility_app.ui.record_page.tabs import TabCover
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import (
    ActionSpec,
    ChipSource,
    ChipText,
    PageContext,
    PartSpec,
    Route,
    StripSpec,
)
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Chip, ElidedLabel
from facility_app.ui.widgets.states import State
from tests.helpers.fakes import FixedClock
from tests.ui.tasks.held import MemoryPlace, held_runner

PAPERS = frozenset({"paper"})
HEALTH = Permission("health.view", label("permissions", "Xem y tế"), frozenset({Role.NURSE}))
NURSE = Actor("lan", frozenset({Role.NURSE}), "desk")
GUARD = Actor("ba", frozenset({Role.GUARD}), "desk")


class NotePane(Pane):
    """A tab with something typed in it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_dirty = False
        self.flushes = 0
        self.changes: list[Change] = []
        self.asked: list[Callable[[], None]] = []

    @override
    def leave(self, go: Callable[[], None]) -> None:
        if self.is_dirty:
            self.asked.append(go)
        else:
            go()

    @override
    def has_unsaved(self) -> bool:
        return self.is_dirty

    @override
    def flush(self) -> None:
        self.flushes += 1

    @override
    def refresh(self, change: Change) -> None:
        self.changes.append(change)


@dataclass
class World:
    """What slices know of records, and everything they were asked."""

    theme: Theme
    extra: int = 0
    names: dict[str, str] = field(default_factory=lambda: {"r1": "Lý Văn B", "r2": "Nông Thị C"})
    made: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    called: list[tuple[Route, str]] = field(default_factory=list)
    chips_fault: Exception | None = None
    look_fault: Exception | None = None
    notes: int = 14

    def head(self, _uow: Any, record: str) -> RecordHead:
        self.asked.append(f"head {record}")
        facts = (Fact("Tổ", "5"), Fact("Giường", "", tone=Tone.WARNING))
        return RecordHead(self.names[record], "26-0388", facts, chips=(ChipText("Bắt buộc", Tone.INFO),))

    def chips(self, _uow: Any, record: str) -> tuple[ChipText, ...]:
        self.asked.append(f"chips {record}")
        if self.chips_fault is not None:
            raise self.chips_fault
        return (ChipText("Trốn đang truy tìm", Tone.WARNING, why="Từ 20/11."),)

    def health_chips(self, _uow: Any, record: str) -> tuple[ChipText, ...]:
        self.asked.append(f"health {record}")
        return (ChipText("Dị ứng penicilin", Tone.DANGER),)

    def count(self, _uow: Any, _record: str) -> int:
        return self.notes

    def look(self, _uow: Any, record: str) -> None:
        if self.look_fault is not None:
            raise self.look_fault
        self.asked.append(f"look {record}")

    def part(self, name: str) -> Callable[[PageContext, str], QWidget]:
        def make(_context: PageContext, record: str) -> QWidget:
            self.made.append(f"{name} {record}")
            return NotePane()

        return make

    def strip(self, _context: PageContext, record: str) -> QWidget:
        return QLabel(f"term of {record}")

    def actions(self, _context: PageContext, record: str) -> tuple[ActionSpec, ...]:
        return (ActionSpec(f"next.{record}", label("verbs", "Việc tiếp theo"), self.nothing),)

    def nothing(self) -> None:
        """What the action does."""

    def spec(self) -> RecordSpec:
        parts = (
            PartSpec(
                "papers", label("ui", "Giấy tờ"), None, self.part("papers"), 30, self.count, frozenset({"paper"})
            ),
            PartSpec(
                "legal", label("ui", "Pháp lý"), None, self.part("legal"), 10, help="terms#legal", prints=True
            ),
            PartSpec("health", label("ui", "Y tế"), HEALTH, self.part("health"), 20),
            *(PartSpec(f"x{n}", label("ui", "Chỗ ở tại cơ sở"), None, self.part("x")) for n in range(self.extra)),
        )
        return RecordSpec(
            head=self.head,
            tables=frozenset({"resident"}),
            parts=parts,
            chips=(
                ChipSource(None, self.chips, 2, frozenset({"absence"})),
                ChipSource(HEALTH, self.health_chips, 1),
            ),
            strips=(StripSpec(None, self.strip), StripSpec(HEALTH, self.strip)),
            actions=(self.actions,),
            look=self.look,
        )

    def page(self, qtbot: QtBot, actor: Actor = GUARD, runner: Runner | None = None) -> RecordPage:
        drafts: Any = None  # no tab here keeps any
        context = PageContext(
            runner or InlineRunner(MemoryPlace()),
            actor,
            self.theme,
            FixedClock(),
            lambda _route: None,
            lambda _text, _tone=Tone.OK, _undo=None: None,
            PassingMemory(),
            drafts,
            lambda route, name: self.called.append((route, name)),
        )
        page = RecordPage(self.spec(), context)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        return page


@pytest.fixture
def world(dressed: Theme) -> World:
    return World(dressed)


def tabs(page: RecordPage) -> list[str]:
    return [page.tabs.tabText(number) for number in range(page.tabs.count())]


def pane(page: RecordPage, name: str) -> NotePane:
    found = dict(page.tabs.panes())[name]
    assert isinstance(found, NotePane)
    return found


def test_tab_the_role_may_not_see_is_not_there(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert tabs(page) == ["Pháp lý", "Giấy tờ"]
    nurse = world.page(qtbot, NURSE)
    nurse.open(Route("person", "r1"))
    assert tabs(nurse) == ["Pháp lý", "Y tế", "Giấy tờ"]


def test_chips_the_role_may_not_see_are_not_even_asked_for(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert page.header.chips() == ("Bắt buộc", "Trốn đang truy tìm")
    QApplication.sendPostedEvents()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, Chip) and one.isVisible()] == []
    assert "health r1" not in world.asked
    nurse = world.page(qtbot, NURSE)
    nurse.open(Route("person", "r1"))
    assert nurse.header.chips() == ("Bắt buộc", "Dị ứng penicilin", "Trốn đang truy tìm")


def test_strip_the_role_may_not_see_is_not_made(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert [one.text() for one in page.header.findChildren(QLabel) if one.text().startswith("term")] == [
        "term of r1"
    ]


def test_tab_is_made_when_it_is_first_shown_and_once(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert world.made == ["legal r1"]
    page.tabs.show_part("papers")
    page.tabs.show_part("legal")
    page.tabs.show_part("papers")
    assert world.made == ["legal r1", "papers r1"]


def test_route_names_the_tab_and_the_page_knows_which_is_shown(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1", {"tab": "papers"}))
    assert world.made == ["papers r1"]
    page.tabs.show_part("legal")
    assert page.route.args == {"tab": "legal"}


def test_help_is_that_of_the_tab_in_view_and_else_the_pages_own(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert page.help_anchor() == "terms#legal"
    page.tabs.show_part("papers")
    assert page.help_anchor() == ""


def test_the_status_line_names_the_key_that_prints_on_tabs_that_print_only(world: World, qtbot: QtBot) -> None:
    page, told = world.page(qtbot), list[str]()
    page.hint_changed.connect(lambda: told.append(page.hint_text()))
    page.open(Route("person", "r1"))
    page.tabs.show_part("papers")
    assert told == ["Ctrl+1…9 chuyển thẻ · Ctrl+P in", "Ctrl+1…9 chuyển thẻ"]


def test_tab_named_by_the_route_but_not_there_shows_the_first(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1", {"tab": "health"}))
    assert page.tabs.part_id() == "legal"


def test_another_record_keeps_the_tab_and_nothing_of_the_first(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1", {"tab": "papers"}))
    page.open(Route("person", "r2"))
    assert page.title_text() == "Nông Thị C"
    assert page.tabs.part_id() == "papers"
    assert world.made == ["papers r1", "papers r2"]
    assert [one.id for one in page.main_actions()] == ["next.r2"]
    # While a third is read the row of tabs stands, without a number of the second and with nothing to turn to.
    page.tabs.drop_panes()
    assert (len(tabs(page)), page.tabs.count_of("papers")) == (2, 0)
    page.tabs.show_part("legal")
    assert world.made == ["papers r1", "papers r2"]


def test_number_beside_a_tab_follows_what_is_saved(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert page.tabs.count_of("papers") == 14
    world.notes = 0
    page.refresh(Change(frozenset({("paper", "p9")})))
    assert page.tabs.count_of("papers") == 0


def test_change_of_other_tables_asks_nothing(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    before = list(world.asked)
    page.refresh(Change(frozenset({("room", "x")})))
    assert world.asked == before
    page.refresh(Change(frozenset({("absence", "x")})))
    assert world.asked == [*before, "chips r1"]
    page.refresh(Change(frozenset({("resident", "r1")})))
    assert world.asked == [*before, "chips r1", "head r1", "chips r1"]


def test_every_made_tab_hears_of_changes(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    change = Change(frozenset({("room", "x")}))
    page.refresh(change)
    assert pane(page, "legal").changes == [change]


def test_opening_is_written_to_the_trail_before_anything_is_read(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert world.asked[:2] == ["look r1", "head r1"]
    page.open(Route("person", "r1", {"tab": "papers"}))
    assert world.asked.count("look r1") == 1


def test_refused_look_shows_the_refusal_and_nothing_of_the_record(world: World, qtbot: QtBot) -> None:
    world.look_fault = PermissionDenied("no", label("errors", "Hồ sơ này chỉ bác sĩ điều trị được mở."))
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert page.states.state() is State.ERROR
    assert page.has_own_head is False, "the window says what was to be opened"
    assert world.asked == []
    assert page.title_text() == ""
    assert page.main_actions() == ()


def test_missing_alert_does_not_look_like_none(world: World, qtbot: QtBot) -> None:
    world.chips_fault = EnvironmentFault("disk", label("errors", "Đĩa không đọc được."))
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert page.states.state() is State.CONTENT
    assert page.header.chips() == ("Bắt buộc", "Chưa đọc được cảnh báo: hãy mở lại hồ sơ")


def test_late_answer_about_the_record_before_is_dropped(world: World, qtbot: QtBot) -> None:
    held = held_runner()
    page = world.page(qtbot, runner=held.runner)
    page.open(Route("person", "r1"))
    page.open(Route("person", "r2"))
    held.writes.close()
    held.reads.close()
    qtbot.waitUntil(lambda: not held.runner.is_busy)
    held.reads.close()
    qtbot.waitUntil(lambda: page.title_text() != "")
    held.reads.close()
    assert page.title_text() == "Nông Thị C"
    assert "head r1" not in world.asked
    qtbot.waitUntil(lambda: not held.runner.is_busy)


def test_leaving_asks_every_tab_that_holds_something_typed(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    page.tabs.show_part("papers")
    pane(page, "legal").is_dirty = True
    gone: list[str] = []
    page.leave(lambda: gone.append("gone"))
    assert gone == []
    assert page.tabs.part_id() == "legal"
    pane(page, "legal").asked[0]()
    assert gone == ["gone"]


def test_lock_and_close_flush_every_tab(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    page.tabs.show_part("papers")
    page.flush()
    assert [pane(page, name).flushes for name in ("legal", "papers")] == [1, 1]


def test_keys_turn_tabs(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    with qtbot.waitExposed(page):
        page.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page, Qt.Key.Key_2, control)
    assert page.tabs.part_id() == "papers"
    QTest.keyClick(page, Qt.Key.Key_PageDown, control)
    assert page.tabs.part_id() == "legal"
    QTest.keyClick(page, Qt.Key.Key_9, control)
    assert page.tabs.part_id() == "legal"


def test_name_is_announced_once_for_each_record(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1", {"tab": "papers"}))
    page.refresh(Change(frozenset({("resident", "r1")})))
    page.open(Route("person", "r2"))
    assert world.called == [(Route("person", "r1"), "Lý Văn B"), (Route("person", "r2"), "Nông Thị C")]


def test_tabs_without_room_are_all_in_the_menu_beside(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    assert not page.tabs.list_button.isVisible()
    world.extra = 12
    crowded = world.page(qtbot)
    crowded.open(Route("person", "r1"))
    assert crowded.tabs.list_button.isVisible()
    crowded.tabs.list_button.click()
    menu = crowded.findChild(QMenu, "tab_menu")
    assert menu is not None
    assert len(menu.actions()) == crowded.tabs.count() == 14
    menu.actions()[-1].trigger()
    assert crowded.tabs.currentIndex() == 13


def test_half_the_name_of_a_tab_is_never_seen(world: World, qtbot: QtBot) -> None:
    world.extra = 14
    page = world.page(qtbot)
    page.resize(700, 700)
    page.open(Route("person", "r1"))
    row, cut = page.tabs, 0
    for turn in (*range(row.count()), *reversed(range(row.count()))):
        row.setCurrentIndex(turn)
        row.grab()
        rects = [row.tabRect(number) for number in range(row.count()) if number != turn]
        halves = [one for one in rects if one.left() < 0 <= one.right() or one.left() < row.width() <= one.right()]
        covers = [one.geometry() for one in row.findChildren(TabCover) if one.isVisible()]
        assert all(any(cover.contains(one & row.rect()) for cover in covers) for one in halves)
        cut += len(halves)
    assert cut


def test_empty_fact_is_a_dash_not_nothing(world: World, qtbot: QtBot) -> None:
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    shown = [one.text() for one in page.header.findChildren(QLabel)]
    assert "–" in shown


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_very_long_name_leaves_the_states_in_sight_and_tells_itself_by_pointing(
    world: World, qtbot: QtBot, scale: float
) -> None:
    world.theme.set(scale=scale)
    name = "Nguyễn Thị Hoàng " * 12
    world.names["r1"] = name.strip()
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    page.grab()
    title = page.header.title_label
    assert title.text().endswith("…")
    assert title.toolTip() == name.strip()
    for chip in page.header.findChildren(Chip):
        if chip.isVisible():
            assert chip.visibleRegion().boundingRect().width() >= chip.sizeHint().width(), chip.text()


def test_a_long_fact_is_shortened_and_told_by_pointing(dressed: Theme, qtbot: QtBot) -> None:
    header = RecordHeader(dressed, GUARD)
    qtbot.addWidget(header)
    header.resize(700, 200)
    header.show_head(RecordHead("An", facts=(Fact("Thường trú", "Thôn Đông, xã An Hòa " * 12),)))
    header.show()
    header.grab()
    cut = [one for one in header.findChildren(ElidedLabel) if one.toolTip().startswith("Thôn Đông")]
    assert len(cut) == 1


def test_a_tab_without_a_number_is_no_wider_for_it(world: World, qtbot: QtBot) -> None:
    world.notes = 0
    page = world.page(qtbot)
    page.open(Route("person", "r1"))
    before = page.tabs.tabRect(1).width()
    page.tabs.set_count("papers", 7)
    page.tabs.set_count("papers", 0)
    page.grab()
    assert page.tabs.tabRect(1).width() <= before
