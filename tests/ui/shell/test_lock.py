"""The lock: covers everything, loses nothing, lets nobody through, and gives the screen back as it was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facility_app.kernel.labels import label
from facility_app.ui.dialogs import Question, ReasonDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.ui.shell.kit import shown

Compose = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = label("ui", "Gạch bỏ chỉ số 09:00")


def whole(shell: Shell) -> QRect:
    """All of the window but its frame."""
    inside = shell.centralWidget()
    assert inside is not None
    return inside.rect()


def test_lock_key_only_asks_for_the_lock(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.lock_asked):
        QTest.keyClick(shell, Qt.Key.Key_L, CONTROL)
    assert not shell.cover.is_locked


def test_nothing_below_the_cover_is_shown(shell: Shell) -> None:
    shell.lock()
    assert shell.cover.isVisible()
    assert shell.cover.geometry() == whole(shell)
    assert not shown(shell).isVisible()
    assert not shell.rail.isVisible()


def test_cover_follows_the_window(shell: Shell) -> None:
    shell.lock()
    shell.resize(1500, 900)
    assert shell.cover.geometry() == whole(shell)


def test_typed_text_and_cursor_come_back(shell: Shell) -> None:
    line = shown(shell).line
    line.setText("Nguyễn Văn Đức")
    line.setCursorPosition(6)
    shell.lock()
    shell.cover.uncover()
    assert (line.text(), line.cursorPosition()) == ("Nguyễn Văn Đức", 6)
    assert line.hasFocus()
    assert line.selectedText() == ""
    assert shown(shell).isVisible()


@pytest.mark.parametrize("syllables", [("Nguyê", "Nguyễ", "Nguyễn"), ("d", "đ", "đư", "đườ", "đường")])
def test_word_being_composed_survives_the_lock(shell: Shell, compose: Compose, syllables: tuple[str, ...]) -> None:
    line = shown(shell).line
    compose(line, "", "Ông ")
    for syllable in syllables:
        compose(line, syllable)
    shell.lock()
    shell.cover.uncover()
    assert line.text() == f"Ông {syllables[-1]}"


def test_undo_of_a_field_survives_the_lock(shell: Shell) -> None:
    line = shown(shell).line
    QTest.keyClicks(line, "abc")
    shell.lock()
    shell.cover.uncover()
    line.undo()
    assert line.text() == ""


def test_drafts_are_kept_before_the_cover_comes(shell: Shell, compose: Compose) -> None:
    compose(shown(shell).line, "Nguyễn")
    shell.lock()
    assert shown(shell).flushed == ["Nguyễn"]


def test_no_key_of_window_or_page_works_while_locked(shell: Shell, qtbot: QtBot) -> None:
    page = shown(shell)
    shell.lock()
    QTest.keyClick(shell.cover.password_edit, Qt.Key.Key_S, CONTROL)
    QTest.keyClick(shell.cover.password_edit, Qt.Key.Key_K, CONTROL)
    QTest.keyClick(shell.cover.password_edit, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.done == []
    assert not shell.palette_box.isVisible()
    shell.cover.uncover()
    QTest.keyClick(page.line, Qt.Key.Key_S, CONTROL)
    assert page.done == ["save"]


def test_tab_never_leaves_the_cover(shell: Shell) -> None:
    shell.lock()
    for _ in range(8):
        QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Tab)
        assert shell.cover.isAncestorOf(shell.focusWidget())


def test_dialog_goes_with_the_screen_and_comes_back_as_it_was(
    shell: Shell, theme: Theme, compose: Compose, qtbot: QtBot
) -> None:
    asked = ReasonDialog(theme, TITLE, verb=TITLE, parent=shown(shell))
    told: list[str] = []
    asked.given.connect(told.append)
    asked.open()
    qtbot.waitUntil(asked.isVisible)
    compose(asked.reason_edit, "", "Ghi nhầm ")
    compose(asked.reason_edit, "người")
    shell.lock()
    assert not asked.isVisible()
    shell.cover.uncover()
    assert asked.isVisible()
    assert asked.isModal()
    assert asked.reason() == "Ghi nhầm người"
    asked.give_button.click()
    assert told == ["Ghi nhầm người"]


def test_dialog_over_a_dialog_comes_back_too(shell: Shell, theme: Theme, qtbot: QtBot) -> None:
    first = ReasonDialog(theme, TITLE, verb=TITLE, parent=shown(shell))
    first.open()
    second = Question(theme, TITLE, parent=first)
    second.open()
    qtbot.waitUntil(second.isVisible)
    shell.lock()
    assert (first.isVisible(), second.isVisible()) == (False, False)
    shell.cover.uncover()
    assert (first.isVisible(), second.isVisible()) == (True, True)
    second.close()
    first.close()


def test_open_menus_close(shell: Shell) -> None:
    shell.top.menu.popup(shell.mapToGlobal(shell.rect().center()))
    shell.lock()
    assert [menu for menu in shell.findChildren(QMenu) if menu.isVisible()] == []


def test_palette_closes_and_does_not_come_back(shell: Shell) -> None:
    shell.open_palette()
    shell.lock()
    shell.cover.uncover()
    assert not shell.palette_box.isVisible()
    assert shown(shell).line.hasFocus()


def test_password_is_asked_for_and_a_wrong_one_can_be_typed_again(shell: Shell, qtbot: QtBot) -> None:
    shell.lock()
    with qtbot.waitSignal(shell.unlock_asked) as asked:
        QTest.keyClicks(shell.cover.password_edit, "sai mat khau")
        QTest.keyClick(shell.cover.password_edit, Qt.Key.Key_Return)
    assert asked.args == ["sai mat khau"]
    assert not shell.cover.unlock_button.isEnabled()
    shell.cover.refuse("Mật khẩu không đúng.")
    assert shell.cover.is_locked
    assert shell.cover.message_label.text() == "Mật khẩu không đúng."
    assert shell.cover.unlock_button.isEnabled()
    assert shell.cover.password_edit.selectedText() != ""


def test_password_is_forgotten_when_the_screen_is_given_back(shell: Shell) -> None:
    shell.lock()
    QTest.keyClicks(shell.cover.password_edit, "dung roi")
    shell.cover.uncover()
    shell.lock()
    shell.cover.password_edit.undo()
    assert shell.cover.password_edit.text() == ""


def test_name_of_the_person_on_the_page_leaves_the_title(shell: Shell) -> None:
    shell.go(Route("person", "7"))
    shell.lock()
    assert shell.windowTitle() == "ba · Bảo vệ"
    shown(shell).title_changed.emit()
    assert shell.windowTitle() == "ba · Bảo vệ"
    shell.cover.uncover()
    assert shell.windowTitle() == "Người 7 – ba · Bảo vệ"


def test_cover_says_since_when_and_that_nothing_is_lost(shell: Shell) -> None:
    shell.lock()
    assert shell.cover.who_label.text() == "ba · Bảo vệ"
    assert shell.cover.when_label.text() == "Màn hình khóa lúc 08:30. Chữ đang gõ vẫn còn nguyên."


def test_a_locked_window_closes_and_what_was_typed_was_flushed_before(shell: Shell, qtbot: QtBot) -> None:
    shown(shell).line.setText("gõ dở")
    shell.lock()
    with qtbot.waitSignal(shell.closing):
        shell.close()
    assert shown(shell).asked == []


def test_somebody_else_may_take_over(shell: Shell, qtbot: QtBot) -> None:
    shell.lock()
    with qtbot.waitSignal(shell.switch_asked):
        shell.cover.switch_button.click()
    assert shell.cover.is_locked


def test_locking_twice_and_uncovering_twice_do_no_harm(shell: Shell) -> None:
    shell.lock()
    shell.lock()
    shell.cover.uncover()
    shell.cover.uncover()
    assert shown(shell).isVisible()
