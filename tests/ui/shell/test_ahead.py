"""Pages are made while nobody does anything; one made ahead is not entered and reads nothing."""

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


def test_resting_makes_every_page_and_a_key_holds_it_back(shell: Shell) -> None:
    ahead: Ahead = shell.ahead
    ahead.begin()
    ahead._timer.start(1)
    ahead.wait()
    assert ahead._timer.remainingTime() > 1000
    while ahead._timer.isActive():
        ahead._timer.stop()
        ahead._on_time()
    assert [page_id for page_id in shell.navigator.specs if not shell.navigator.has(page_id)] == []
    assert shown(shell).objectName() == "today"
