"""Searching while an input method composes: what is seen is searched, and the composition is left alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme
from facility_app.ui.widgets import SearchBox
from tests.helpers.cases import each

Compose = Callable[..., None]


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> SearchBox:
    made = SearchBox(theme, "Tìm người, việc…", key_hint="Ctrl+K")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_letters_under_composition_are_searched(box: SearchBox, compose: Compose, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.searched) as told:
        for composed in ("d", "dd", "đ", "đu", "đuc", "đưc", "đức"):
            compose(box, composed)
    assert told.args == ["đức"]
    assert box.text() == ""


def test_letters_under_composition_stand_where_the_cursor_is(
    box: SearchBox, compose: Compose, qtbot: QtBot
) -> None:
    box.setText("Nguyễn Đức")
    box.setCursorPosition(len("Nguyễn "))
    with qtbot.waitSignal(box.searched) as told:
        compose(box, "Văn ")
    assert told.args == ["Nguyễn Văn Đức"]


def test_committing_what_was_composed_asks_nothing_again(box: SearchBox, compose: Compose, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.searched):
        compose(box, "đức")
    with qtbot.assertNotEmitted(box.searched, wait=300):
        compose(box, "", "đức")
    assert box.text() == "đức"


def test_a_run_of_keys_asks_once(box: SearchBox, qtbot: QtBot) -> None:
    told: list[str] = []
    box.searched.connect(told.append)
    with qtbot.waitSignal(box.searched):
        for key in (Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_C):
            QTest.keyClick(box, key)
    assert told == ["duc"]


def test_enter_asks_at_once(box: SearchBox, qtbot: QtBot) -> None:
    QTest.keyClick(box, Qt.Key.Key_D)
    with qtbot.waitSignal(box.searched, timeout=50) as told:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert told.args == ["d"]


def test_esc_empties_first_and_leaves_second(box: SearchBox, qtbot: QtBot) -> None:
    box.set_text("duc")
    with qtbot.waitSignal(box.searched) as told:
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_up_and_down_walk_in_the_list_below(box: SearchBox, qtbot: QtBot) -> None:
    steps: list[int] = []
    box.stepped.connect(steps.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(box, key)
    assert steps == [1, -1]


def test_the_key_hint_makes_room_for_what_is_typed(box: SearchBox, compose: Compose) -> None:
    hint = next(one for one in box.findChildren(QWidget) if one.property("kind") == "key")
    assert hint.isVisible()
    compose(box, "đ")
    assert not hint.isVisible()


def test_pressing_elsewhere_while_composing_searches_no_ghost(box: SearchBox, compose: Compose) -> None:
    compose(box, "đức")
    box.clearFocus()
    assert box.searched_text() == box.text()


@each("room", [60, 120, 180, 240, 400, 800])
def test_an_empty_box_says_no_more_than_it_has_room_for_and_tells_the_rest_by_pointing(
    room: int, dressed: Theme, qtbot: QtBot
) -> None:
    whole = "Hoạt chất, tên thương mại, mã ATC…"
    made = SearchBox(dressed, whole)
    qtbot.addWidget(made)
    made.resize(room, 34)
    made.show()
    told, letters, margins = made.placeholderText(), made.fontMetrics(), made.textMargins()
    is_first_word = told == "Hoạt…"
    assert is_first_word or letters.horizontalAdvance(told) <= room - margins.left() - margins.right()
    assert whole.startswith(told.removesuffix("…"))
    assert made.toolTip() == ("" if told == whole else whole)
    assert made.accessibleName() == whole
    made.resize(800, 34)
    assert made.placeholderText() == whole
