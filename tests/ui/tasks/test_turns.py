"""What takes long to draw is drawn in short pieces, only while somebody looks, and never twice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.tasks import InlineRunner, Turns, turns
from tests.ui.tasks.held import MemoryPlace, held_runner


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def steps(done: list[str], *names: str) -> Iterator[None]:
    for name in names:
        done.append(name)
        yield


def test_between_two_steps_the_window_hears_what_was_pressed(
    owner: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def pressed_meanwhile() -> Iterator[None]:
        QTimer.singleShot(0, lambda: done.append("key"))
        yield from steps(done, "a", "b")

    monkeypatch.setattr(turns, "BUDGET_MS", 0)
    made = Turns(held_runner(owner).runner, owner)
    owner.show()
    made.run(pressed_meanwhile())
    assert done == []
    qtbot.waitUntil(lambda: not made.is_busy)
    assert done == ["a", "key", "b"]


def test_nothing_is_drawn_while_nobody_looks_and_the_rest_when_somebody_does(owner: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    made = Turns(held_runner(owner).runner, owner)
    made.run(steps(done, "a"))
    turned: list[int] = []
    QTimer.singleShot(1, lambda: turned.append(1))
    qtbot.waitUntil(lambda: bool(turned))
    assert done == []
    owner.show()
    qtbot.waitUntil(lambda: done == ["a"])


def test_beside_a_runner_that_does_everything_at_once_so_do_turns(owner: QWidget) -> None:
    done: list[str] = []
    made = Turns(InlineRunner(MemoryPlace(), owner), owner)
    made.run(steps(done, "a", "b"))
    assert (done, made.is_busy) == (["a", "b"], False)


def test_steps_that_failed_are_told_once_and_what_comes_later_is_still_done(owner: QWidget) -> None:
    done: list[str] = []

    def failing() -> Iterator[None]:
        yield
        raise LookupError("no card")

    made = Turns(InlineRunner(MemoryPlace(), owner), owner)
    with pytest.raises(LookupError):
        made.run(failing())
    made.run(steps(done, "later"))
    assert done == ["later"]
