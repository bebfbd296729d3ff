"""Buttons carry verbs and access keys; one that cannot be pressed says why, to keyboard and pointer alike."""

from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.labels import label
from facility_app.ui.enter_presses import EnterPresses
from facility_app.ui.lists.filter_bar import FilterChip
from facility_app.ui.models import FilterOption, FilterSpec
from facility_app.ui.tasks.runner import InlineRunner
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import IconButton, Loudness, Note, PushButton, WhyNotButton, set_loudness
from tests.helpers.cases import each
from tests.ui.forms.conftest import Desk

REASON = label("test", "Phòng tạm đóng đến 28/11.")


@pytest.fixture
def closed(dressed: Theme, qtbot: QtBot) -> WhyNotButton:
    made = WhyNotButton(dressed, "Xếp &giường")
    qtbot.addWidget(made)
    made.set_why_not(REASON)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def ask_button(button: WhyNotButton) -> QToolButton:
    found = button.findChild(QToolButton)
    assert isinstance(found, QToolButton)
    return found


@pytest.mark.parametrize("loudness", list(Loudness))
def test_every_button_can_be_reached_by_its_access_key(loudness: Loudness, dressed: Theme, qtbot: QtBot) -> None:
    button = PushButton(dressed, "&Lưu", loudness, "check")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    assert button.shortcut().toString() == "Alt+L"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)


def test_a_picture_keeps_its_distance_from_the_words(dressed: Theme, qtbot: QtBot) -> None:
    plain, pictured = PushButton(dressed, "Lưu"), PushButton(dressed, "Lưu", icon="check")
    for button in (plain, pictured):
        qtbot.addWidget(button)
    assert pictured.sizeHint().width() >= plain.sizeHint().width() + dressed.px(18) + 6
    assert pictured.text() == "Lưu"


def test_enter_in_a_field_presses_no_button_by_itself(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Lưu")
    qtbot.addWidget(button)
    assert not button.autoDefault()


def test_loudness_can_change(dressed: Theme, qtbot: QtBot) -> None:
    button = PushButton(dressed, "Xóa")
    qtbot.addWidget(button)
    before = button.grab().toImage()
    set_loudness(button, Loudness.DANGER)
    assert button.grab().toImage() != before


def test_a_button_without_words_tells_them_to_pointer_and_reader(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "dots", "Thêm")
    qtbot.addWidget(button)
    assert button.toolTip() == button.accessibleName() == "Thêm"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_button_that_can_be_pressed_asks_nothing(theme: Theme, qtbot: QtBot) -> None:
    button = WhyNotButton(theme, "Xếp &giường")
    qtbot.addWidget(button)
    button.show()
    assert not ask_button(button).isVisible()
    with qtbot.waitSignal(button.clicked):
        button.button.click()
    button.tell()
    assert button.findChildren(Note) == []


def test_the_reason_stands_in_the_tooltip_and_is_read_aloud(closed: WhyNotButton) -> None:
    assert not closed.button.isEnabled()
    assert closed.button.toolTip() == closed.why_not() == REASON
    assert closed.button.accessibleDescription() == ask_button(closed).accessibleDescription() == REASON


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F1])
def test_the_keyboard_reaches_the_reason(key: Qt.Key, closed: WhyNotButton, qtbot: QtBot) -> None:
    closed.setFocus()
    ask = ask_button(closed)
    assert ask.hasFocus()
    QTest.keyClick(ask, key)
    notes = closed.findChildren(Note)
    assert [note.text() for note in notes] == [REASON]
    QTest.keyClick(notes[0], Qt.Key.Key_Escape)
    assert not notes[0].isVisible()


def test_the_reason_is_shown_on_the_screen_whatever_the_corner(closed: WhyNotButton, qtbot: QtBot) -> None:
    room = closed.screen().availableGeometry()
    closed.move(room.right() - 40, room.bottom() - 20)
    closed.tell()
    note = closed.findChildren(Note)[0]
    assert room.contains(note.geometry())
    note.close()


def test_the_focus_comes_back_when_the_reason_is_gone(closed: WhyNotButton) -> None:
    closed.setFocus()
    closed.set_why_not(None)
    assert closed.button.isEnabled()
    assert closed.button.hasFocus()
    assert closed.button.toolTip() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard_once_in_windows_and_dialogs(
    key: Qt.Key, dressed: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    presses = EnterPresses(qapp)
    for window in (QWidget(), QDialog()):
        qtbot.addWidget(window)
        row = QVBoxLayout(window)
        buttons = (PushButton(dressed, "Lưu", parent=window), IconButton(dressed, "dots", "Thêm", parent=window))
        own = QPushButton("Đóng", window)
        own.setDefault(True)
        pressed: list[object] = []
        for one in (*buttons, own):
            row.addWidget(one)
            one.clicked.connect(partial(pressed.append, one))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        for one in (*buttons, own):
            one.setFocus()
            QTest.keyClick(one, key)
            held = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
            qapp.sendEvent(one, held)
        assert pressed == [*buttons, own]
    presses.deleteLater()


@each("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_filter_opens_its_choices_and_turns_nothing_over(
    key: Qt.Key, dressed: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    presses = EnterPresses(qapp)
    spec = FilterSpec("zone", label("test", "Khu"), (FilterOption("a", label("test", "Khu A")),))
    chip = FilterChip(spec, InlineRunner(Desk(None)), dressed)
    qtbot.addWidget(chip)
    opened: list[int] = []

    def on_open() -> None:
        opened.append(len(chip.menu().actions()))
        QTimer.singleShot(0, chip.menu().close)

    chip.menu().aboutToShow.connect(on_open)
    with qtbot.waitActive(chip):
        chip.show()
        chip.activateWindow()
    chip.setFocus()
    QTest.keyClick(chip, key)
    assert opened == [2]
    assert not chip.isChecked()
    assert chip.value() == ""
    presses.deleteLater()
