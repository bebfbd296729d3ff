"""What an input method is composing is never lost: not by a click, a save, a lock, a close or a broken method."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.forms.form import Form
from facility_app.ui.forms.ime import ComposingLine, ComposingText, with_inserted
from tests.ui.forms.conftest import Person, editor_of

Compose = Callable[..., None]
# How Unikey, ibus-bamboo and fcitx5 build the word "Đức": under composition, key by key, then committed.
TELEX = ("D", "Đ", "Đu", "Đư", "Đưc", "Đức")
VNI = ("D", "Du", "Đu", "Đư", "Đưc", "Đức")


@pytest.fixture
def line(show: Callable[[QWidget], None]) -> ComposingLine:
    """A line beside another one, in a window."""
    window = QWidget()
    column = QVBoxLayout(window)
    made, other = ComposingLine(window), QLineEdit(window)
    other.setObjectName("other")
    column.addWidget(made)
    column.addWidget(other)
    show(window)
    made.setFocus()
    return made


@pytest.mark.parametrize("keys", [TELEX, VNI], ids=["telex", "vni"])
def test_a_word_composed_key_by_key_arrives_once(
    line: ComposingLine, compose: Compose, keys: tuple[str, ...]
) -> None:
    for composed in keys:
        compose(line, composed)
        assert (line.text(), line.text_with_preedit()) == ("", composed)
    compose(line, "", "Đức")
    assert (line.text(), line.preedit()) == ("Đức", "")


def test_composition_in_the_middle_is_seen_where_the_cursor_stands(line: ComposingLine, compose: Compose) -> None:
    line.setText("Nguyễn Nam")
    line.setCursorPosition(7)
    compose(line, "Vă")
    assert line.text_with_preedit() == "Nguyễn VăNam"


def test_a_click_into_another_field_keeps_the_composition(
    line: ComposingLine, compose: Compose, qtbot: QtBot
) -> None:
    compose(line, "Đứ")
    other = line.window().findChild(QLineEdit, "other")
    assert other is not None
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert (line.text(), line.preedit()) == ("Đứ", "")


def test_a_click_within_the_line_keeps_the_composition(
    line: ComposingLine, compose: Compose, qtbot: QtBot
) -> None:
    compose(line, "Đức")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 5))
    assert line.text() == "Đức"


def test_a_composition_is_committed_once_only(line: ComposingLine, compose: Compose) -> None:
    compose(line, "Đức")
    line.commit_ime()
    line.commit_ime()
    assert line.text() == "Đức"


def test_enter_ends_the_composition_and_tells_it(line: ComposingLine, compose: Compose, qtbot: QtBot) -> None:
    compose(line, "Đức")
    with qtbot.waitSignal(line.entered):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Đức"


def test_enter_never_reaches_the_dialogs_default_button(line: ComposingLine) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    line.keyPressEvent(event)
    assert event.isAccepted()


def test_a_note_keeps_its_composition_when_the_keyboard_leaves(
    show: Callable[[QWidget], None], compose: Compose, qtbot: QtBot
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    note, other = ComposingText(window), QLineEdit(window)
    column.addWidget(note)
    column.addWidget(other)
    show(window)
    note.setFocus()
    note.setPlainText("đi ")
    note.moveCursor(note.textCursor().MoveOperation.End)
    compose(note, "về")
    assert note.text_with_preedit() == "đi về"
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert note.toPlainText() == "đi về"


def test_saving_takes_the_word_under_composition(form: Form[Person], compose: Compose, qtbot: QtBot) -> None:
    form.fields["name"].focus()
    compose(editor_of(form, "name"), "Đức")
    with qtbot.waitSignal(form.submitted) as told:
        form.submit()
    assert told.args is not None
    assert told.args[0]["name"] == "Đức"


def test_ctrl_enter_saves_in_the_middle_of_a_word(form: Form[Person], compose: Compose, qtbot: QtBot) -> None:
    line = editor_of(form, "name")
    line.setFocus()
    compose(line, "Nguyễn Văn Đ")
    with qtbot.waitSignal(form.submitted) as told:
        QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert told.args[0]["name"] == "Nguyễn Văn Đ"


def test_a_lock_in_the_middle_of_a_word_keeps_it(form: Form[Person], compose: Compose) -> None:
    line = editor_of(form, "name")
    line.setFocus()
    compose(line, "Nguyễ")
    form.setEnabled(False)
    form.hide()
    form.show()
    form.setEnabled(True)
    assert line.text() == "Nguyễ"


def test_the_draft_of_an_unfinished_word_holds_it(form: Form[Person], compose: Compose) -> None:
    line = editor_of(form, "name")
    line.setFocus()
    compose(line, "Nguyễ")
    assert form.draft() == {"name": "Nguyễ"}
    assert form.is_dirty()


def test_a_composition_stands_behind_letters_of_two_units() -> None:
    assert with_inserted("😀ab", 3, "đ") == "😀ađb"


def test_forty_thousand_characters_pasted_into_a_line_are_all_there(line: ComposingLine) -> None:
    line.replace_text("ă" * 40_000)
    assert len(line.text()) == 40_000


def test_a_replaced_text_comes_back_by_undo(line: ComposingLine) -> None:
    line.setText("Nguyeãn")
    line.replace_text("Nguyễn")
    line.undo()
    assert line.text() == "Nguyeãn"


def test_words_too_long_for_their_box_end_in_dots_until_the_keyboard_comes(line: ComposingLine) -> None:
    line.window().resize(160, 120)
    other = line.window().findChild(QLineEdit, "other")
    assert other is not None
    line.setText("Người cai nghiện cùng phòng")
    line.home(False)
    with_keyboard = line.grab().toImage()
    other.setFocus()
    assert line.elided().endswith("…")
    assert line.grab().toImage() != with_keyboard
    line.setText("Cha")
    assert line.elided() == "Cha"
