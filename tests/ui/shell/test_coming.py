"""A page not made yet is come to in turns, none of which does more than one step; nothing pressed goes astray."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.tasks import InlineRunner
from tests.ui.shell.kit import Place, TypedPage, shown

CANNOT_BE_MADE = "a page that cannot be made"


@pytest.fixture
def shell(place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """A window at its first page whose runner leaves turns for what takes long, as the program's does."""
    made = place.shell()
    with qtbot.waitExposed(made):
        made.activateWindow()
    monkeypatch.setattr(InlineRunner, "is_inline", False)
    yield made
    made.close_at_once()
    made.deleteLater()


def told_steps(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done on the way, and each turn of the event loop it is done in."""
    told: list[str] = []
    navigator = shell.navigator
    for name in ("make_ready", "dress_ready", "lay_out_ready", "_enter"):
        step = getattr(navigator, name)

        def noted(*args: object, name: str = name, step: object = step) -> object:
            told.append(name.strip("_"))
            assert callable(step)
            return step(*args)

        monkeypatch.setattr(navigator, name, noted)
    timer = navigator._coming._timer
    timer.timeout.disconnect()
    timer.timeout.connect(lambda: told.append("turn"))
    timer.timeout.connect(navigator._coming._on_time)
    return told


def test_making_dressing_laying_out_and_entering_have_a_turn_each(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = told_steps(shell, monkeypatch)
    with qtbot.waitSignal(shell.navigator.entered):
        shell.go(Route("people"))
        assert (shell.navigator.is_on_the_way, shown(shell).objectName()) == (True, "today")
    assert told == ["make_ready", "turn", "dress_ready", "turn", "lay_out_ready", "turn", "enter"]
    assert (shell.navigator.is_on_the_way, shown(shell).opened) == (False, [Route("people")])
    # Made, it is there at once.
    shell.go(Route("today"))
    assert (told[7:], shown(shell).objectName()) == (["enter"], "today")


def test_a_key_pressed_on_the_way_is_heard_by_the_page_one_goes_to(shell: Shell) -> None:
    first = shown(shell)
    shell.go(Route("people"))
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_D)
    assert (first.line.text(), shown(shell).objectName()) == ("", "people")
    assert shown(shell).line.text() == "d"


def test_a_shortcut_pressed_on_the_way_is_that_of_the_page_one_goes_to(shell: Shell) -> None:
    first = shown(shell)
    shell.go(Route("people"))
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (first.done, shown(shell).objectName(), shown(shell).done) == ([], "people", ["save"])


def test_a_click_on_the_way_finds_the_page_there(shell: Shell) -> None:
    shell.go(Route("people"))
    QTest.mouseClick(shell.windowHandle(), Qt.MouseButton.LeftButton)
    assert shown(shell).objectName() == "people"


def test_whoever_goes_on_while_on_the_way_was_there(shell: Shell) -> None:
    shell.go(Route("people"))
    shell.go(Route("reports"))
    shell.navigator.back()
    shell.navigator.back()
    assert shown(shell).objectName() == "today"
    shell.navigator.forward()
    assert shown(shell).objectName() == "people"
    shell.navigator.forward()
    assert shown(shell).objectName() == "reports"


def test_the_lock_covers_the_page_one_was_going_to(shell: Shell) -> None:
    shell.go(Route("people"))
    shell.lock()
    assert (shown(shell).objectName(), shown(shell).flushed) == ("people", [""])
    assert shell.cover.is_locked


def test_a_window_that_closes_enters_nothing_more(shell: Shell) -> None:
    shell.go(Route("people"))
    shell.close_at_once()
    assert not shell.navigator.is_on_the_way
    assert shown(shell).objectName() == "today"


class Raising(Page):
    """Cannot be made."""

    def __init__(self, context: PageContext) -> None:
        """Fail."""
        super().__init__(context)
        raise LookupError(CANNOT_BE_MADE)


class Sending(TypedPage):
    """Sends whoever comes on to another place."""

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.context.go(Route("reports"))


def made_by(shell: Shell, page_id: str, make: type[Page]) -> None:
    shell.navigator.specs[page_id] = replace(shell.navigator.specs[page_id], make=make)


def test_a_page_that_cannot_be_made_is_never_come_to(shell: Shell) -> None:
    made_by(shell, "people", Raising)
    with pytest.raises(LookupError, match=CANNOT_BE_MADE):
        shell.go(Route("people"))
    assert (shell.navigator.is_on_the_way, shown(shell).objectName()) == (False, "today")


def test_a_page_that_sends_on_is_left_in_turns_too(shell: Shell, qtbot: QtBot) -> None:
    made_by(shell, "people", Sending)
    shell.go(Route("people"))
    qtbot.waitUntil(lambda: shown(shell).objectName() == "reports")
    assert not shell.navigator.is_on_the_way


def test_a_page_on_its_way_is_not_let_go(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facility_app.ui.shell.navigator.MOST_MADE", 0)
    shell.go(Route("people"))
    shell.navigator._on_rest()
    assert shell.navigator.is_ready("people")
