"""A short list in a card: something is always selected, its verbs say why not, and every face is drawn."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.change import Change
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists import PassingMemory
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.fakes import FixedClock
from tests.ui.models.people import People, people, people_list
from tests.ui.tasks.held import MemoryPlace

FAULT = EnvironmentFault("disk_fault", label("errors", "Ổ đĩa báo lỗi"))
ADD, END = label("verbs", "Thêm"), label("verbs", "Kết thúc")
Make = Callable[[People], ListCard]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = InlineRunner(MemoryPlace())
    yield made
    made.close()


@pytest.fixture
def make(runner: Runner, dressed: Theme, qtbot: QtBot) -> Make:
    actor = Actor("u" * 32, frozenset({Role.CLERK}), "may-1")

    def go(_route: Route) -> None:
        return None

    def say(text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        return None

    def _make(store: People) -> ListCard:
        drafts = RunnerDrafts(runner, runner)
        context = PageContext(runner, actor, dressed, FixedClock(), go, say, PassingMemory(), drafts)
        card = ListCard(context, people_list(store))
        qtbot.addWidget(card)
        card.resize(800, 300)
        return card

    return _make


def verbs(card: ListCard, done: list[str]) -> None:
    def end_why_not() -> str | None:
        return None if card.row() is not None else "chọn trước"

    card.set_actions(
        (
            ActionSpec("x.add", ADD, lambda: done.append("add")),
            ActionSpec("x.end", END, lambda: done.append("end"), why_not=end_why_not),
        )
    )


def test_nothing_is_asked_before_it_is_shown_and_then_the_first_row_is_selected(make: Make) -> None:
    store = people(5)
    card = make(store)
    assert store.ids_asked == []
    card.show()
    assert card.row() is not None
    assert card.row().id == card.model.ids[0]


def test_the_verbs_follow_the_selection(make: Make) -> None:
    card = make(people(3))
    verbs(card, [])
    card.show()
    end = card.bar.commands()[1]
    assert end.isEnabled()
    card.table.clearSelection()
    assert (end.isEnabled(), end.why_not()) == (False, "chọn trước")


def test_an_empty_card_says_its_main_verb_once(make: Make) -> None:
    card = make(people(0))
    verbs(card, [])
    card.show()
    assert card.states.state() is State.EMPTY
    pressed = [one.text().strip() for one in card.findChildren(QPushButton) if one.isVisible()]
    assert sorted(pressed) == sorted(map(str, (ADD, END))), "the head has it: not in the middle again"


def test_a_list_that_cannot_be_read_says_so_until_it_can(make: Make) -> None:
    store = people(3)
    store.fault = FAULT
    card = make(store)
    card.show()
    assert card.states.state() is State.ERROR
    store.fault = None
    card.states.retry_requested.emit()
    assert card.states.state() is State.CONTENT


def test_one_just_saved_is_selected_when_it_arrives(make: Make, runner: Runner) -> None:
    store = people(3)
    card = make(store)
    card.show()
    late = people(4)
    card.select_when_here("id000003")
    store.rows.update(late.rows)
    touched: Any = Change(frozenset((table, "x") for table in card.spec.tables))
    runner.changed.emit(touched, None)
    assert card.row().id == "id000003"


def test_heads_stand_over_rows_not_over_what_nobody_read_yet(make: Make) -> None:
    card = make(people(3))
    assert card.table.horizontalHeader().isHidden()
    card.begin()
    assert not card.table.horizontalHeader().isHidden()
