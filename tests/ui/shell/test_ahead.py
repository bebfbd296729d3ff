"""Pages are made while nobody does anything; one made ahead is not entered and reads nothing."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.ui.shell.ahead import Ahead
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from tests.ui.shell.kit import TypedPage, shown


def test_page_made_ahead_is_the_one_that_is_entered_later_and_counts_only_then(shell: Shell, qtbot: QtBot) -> None:
    navigator = shell.navigator
    for step in (navigator.make_ready, navigator.dress_ready, navigator.lay_out_ready):
        step("people")
    ready = navigator._ready["people"]
    assert isinstance(ready, TypedPage)
    assert (ready.opened, ready.isVisible(), shown(shell).objectName()) == ([], False, "today")
    assert ready not in navigator.pages()
    with qtbot.waitSignal(navigator.made):
        shell.go(Route("people"))
    assert shown(shell) is ready
    assert ready in navigator.pages()


def rest(ahead: Ahead) -> None:
    """Nobody does anything until there is nothing left to make."""
    while ahead._timer.isActive():
        ahead._timer.stop()
        ahead._on_time()


def test_resting_makes_every_page_of_the_rail_and_a_key_holds_it_back(shell: Shell) -> None:
    ahead: Ahead = shell.ahead
    ahead.begin()
    ahead._timer.start(1)
    ahead.wait()
    assert ahead._timer.remainingTime() > 1000
    rest(ahead)
    assert [page_id for page_id in shell.navigator.specs if not shell.navigator.has(page_id)] == ["person"]
    assert shown(shell).objectName() == "today"


def test_pages_beneath_the_one_shown_are_made_and_only_the_last_few_of_them_wait_unseen(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facility_app.ui.shell.ahead.MOST_BENEATH", 1)
    navigator, first = shell.navigator, shell.navigator.specs["person"]
    for page_id, beneath in (("paper", "reports"), ("letter", "reports")):
        navigator.specs[page_id] = replace(first, id=page_id, beneath=beneath)
    shell.ahead.begin()
    rest(shell.ahead)
    ready = []
    for page_id in ("people", "reports", "people", "person", "reports"):
        shell.go(Route(page_id))
        rest(shell.ahead)
        ready.append([one for one in ("person", "paper", "letter") if navigator.is_ready(one)])
    # Those beneath the reports push each other out; one that was entered is in use and stays.
    assert ready == [["person"], ["letter"], ["person"], [], ["letter"]]
    assert navigator.has("person")


def test_what_a_page_holds_never_has_the_window_around_it_reckon_its_height(shell: Shell) -> None:
    page = shown(shell)
    layout = page.layout()
    assert layout is not None
    wrapped = QLabel("một dòng dài xuống hàng", page)
    wrapped.setWordWrap(True)
    layout.addWidget(wrapped)
    wrapped.show()
    assert layout.hasHeightForWidth()
    assert not shell.frame.stack.hasHeightForWidth()
