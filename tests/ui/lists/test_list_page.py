"""A list on a page of its own: routes narrow it, rows open, the empty list offers the first action."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.ui.lists import PassingMemory
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.fakes import FixedClock
from tests.ui.models.people import People, people, people_list
from tests.ui.tasks.held import ACTOR, MemoryPlace


@dataclass
class Window:
    """What a page finds around it, and everything it was told."""

    theme: Theme
    gone: list[Route] = field(default_factory=list)
    said: list[tuple[str, Tone]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def context(self) -> PageContext:
        """What a page works with."""
        drafts: Any = None  # a list has no form
        runner, memory = InlineRunner(MemoryPlace()), PassingMemory()
        return PageContext(runner, ACTOR, self.theme, FixedClock(), self.go, self.say, memory, drafts)

    def go(self, route: Route) -> None:
        """Note where to."""
        self.gone.append(route)

    def say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Note what was said; a list offers no undo."""
        assert undo is None
        self.said.append((text, tone))

    def add(self) -> None:
        """What the first action does."""
        self.done.append("add")


@pytest.fixture
def store() -> People:
    return people(50)


@pytest.fixture
def window(dressed: Theme, qtbot: QtBot) -> Window:
    return Window(dressed)


def page(window: Window, store: People, qtbot: QtBot, *actions: ActionSpec) -> ListPage:
    made = ListPage(window.context(), people_list(store), opens="person.page", actions=actions)
    qtbot.addWidget(made)
    made.resize(900, 500)
    return made


def test_a_route_narrows_the_list_and_one_without_arguments_leaves_it(
    window: Window, store: People, qtbot: QtBot
) -> None:
    made = page(window, store, qtbot)
    made.open(Route("people", args={"text": "an", "zone": "A", "other": "x"}))
    made.show()
    assert made.panel.model.look == Look("an", {"zone": "A"}, (Sort("code"),))
    assert made.panel.search.text() == "an"
    asked = len(store.ids_asked)
    made.open(Route("people", args={}))
    assert made.panel.model.look.text == "an"
    assert len(store.ids_asked) == asked


def test_a_route_to_a_record_selects_it(window: Window, store: People, qtbot: QtBot) -> None:
    made = page(window, store, qtbot)
    made.show()
    made.open(Route("people", "id000007", {}))
    assert made.selected_ids() == ("id000007",)


def test_a_row_opens_its_page(window: Window, store: People, qtbot: QtBot) -> None:
    made = page(window, store, qtbot)
    made.show()
    made.panel.table.row_activated.emit("id000007")
    assert window.gone == [Route("person.page", "id000007", {})]


def test_the_empty_list_offers_the_first_action_one_may_do(window: Window, store: People, qtbot: QtBot) -> None:
    nobody = Permission("x.y", label("permissions", "x"), frozenset())
    first = ActionSpec("a", label("verbs", "Cấm"), window.add, permission=nobody)
    second = replace(first, id="b", text=label("verbs", "Thêm người"), permission=None)
    store.rows.clear()
    made = page(window, store, qtbot, first, second)
    made.show()
    assert made.main_actions() == (first, second)
    made.panel.states.action_requested.emit()
    assert window.done == ["add"]


def test_what_is_done_is_said_and_the_summary_goes_to_the_status_line(
    window: Window, store: People, qtbot: QtBot
) -> None:
    made = page(window, store, qtbot)
    with qtbot.waitSignal(made.summary_changed) as told:
        made.show()
    assert told.args == ["50 dòng"]
    made.panel.table.copied_rows.emit(3)
    assert window.said == [("Đã chép 3 dòng; dán được vào Excel hoặc Word.", Tone.OK)]
    assert made.title_text() == "Người cai nghiện"
    assert made.first_focus() is made.panel.search
