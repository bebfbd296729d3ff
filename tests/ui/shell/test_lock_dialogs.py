"""The lock and the dialogs over the window: out of sight, out of the keyboard's reach, and back as they were."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.dialogs import Question, ReasonDialog
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.conflict import ConflictDialog, ConflictRow
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.shell.window import Shell
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme
from tests.ui.dialogs.test_form_dialog import Drawer, Slip, open_over
from tests.ui.forms.test_drafts import MemoryDrafts
from tests.ui.printing.papers import MemoryPrinter, pdf
from tests.ui.shell.kit import shown
from tests.ui.tasks.held import MemoryPlace

Compose = Callable[..., None]
TITLE = label("ui", "Gạch bỏ chỉ số 09:00")


class Watch(QObject):
    """Tells the cover of every window about to be shown, as the session does."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.flashed: list[QWidget] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._shell.cover.hold_back(watched)
        if event.type() == QEvent.Type.Expose and isinstance(watched, QDialog):
            self.flashed.append(watched)
        return False


@pytest.fixture
def watch(shell: Shell, qapp: QApplication) -> Iterator[Watch]:
    made = Watch(shell)
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def form_dialog(shell: Shell, theme: Theme) -> FormDialog[Slip]:
    return open_over(shown(shell), Drawer(), MemoryDrafts(), theme)


def conflict_dialog(shell: Shell, _theme: Theme) -> ConflictDialog:
    row = ConflictRow("name", "Tên", "An", "Anh", "Ánh", is_mine_new=True, is_theirs_new=True)
    dialog = ConflictDialog([row], "Hương đã lưu lúc 08:00.", shown(shell))
    dialog.open()
    return dialog


def preview_dialog(shell: Shell, theme: Theme) -> PreviewDialog:
    runner, page = InlineRunner(MemoryPlace()), shown(shell)
    dialog = PreviewDialog(runner, theme, MemoryPrinter(), pdf(2), "V-31", file_name="V-31", parent=page)
    dialog.open()
    return dialog


@pytest.mark.parametrize("make", [form_dialog, conflict_dialog, preview_dialog])
def test_no_dialog_is_seen_or_reached_while_the_screen_is_locked(
    shell: Shell, theme: Theme, qtbot: QtBot, make: Callable[[Shell, Theme], QDialog]
) -> None:
    dialog = make(shell, theme)
    qtbot.waitUntil(dialog.isVisible)
    shell.lock()
    assert not any(child.isVisible() for child in (dialog, *dialog.findChildren(QWidget)))
    assert QApplication.activeModalWidget() is None
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        QTest.keyClick(shell.focusWidget(), key)
        assert shell.cover.isAncestorOf(shell.focusWidget())
    shell.cover.uncover()
    assert dialog.isVisible()
    assert QApplication.activeModalWidget() is dialog
    dialog.deleteLater()


def test_a_word_being_composed_in_a_dialog_s_field_comes_back_with_the_cursor_in_it(
    shell: Shell, theme: Theme, qtbot: QtBot, compose: Compose
) -> None:
    dialog = form_dialog(shell, theme)
    line = dialog.findChild(ComposingLine, "street_edit")
    assert line is not None
    dialog.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.clear()
    compose(line, "", "Hàng ")
    compose(line, "Đườ")
    shell.lock()
    qtbot.waitUntil(shell.cover.password_edit.hasFocus)
    shell.cover.uncover()
    assert line.text() == "Hàng Đườ"
    qtbot.waitUntil(line.hasFocus)
    assert QApplication.focusWidget() is line
    compose(line, "", "ng")
    assert line.text() == "Hàng Đường"
    dialog.deleteLater()


def test_a_choice_half_made_comes_back(shell: Shell, theme: Theme) -> None:
    dialog = conflict_dialog(shell, theme)
    side = dialog.findChildren(QRadioButton)[0]
    side.setChecked(True)
    shell.lock()
    shell.cover.uncover()
    assert side.isChecked()
    assert side.isVisible()
    dialog.deleteLater()


def test_a_dialog_that_would_open_meanwhile_waits_unseen(
    shell: Shell, theme: Theme, qtbot: QtBot, watch: Watch
) -> None:
    shell.lock()
    late = conflict_dialog(shell, theme)
    qtbot.waitUntil(lambda: not late.isVisible())
    assert watch.flashed == []
    QTest.keyClicks(shell.focusWidget(), "bi mat")
    assert shell.cover.password_edit.text() == "bi mat"
    shell.cover.uncover()
    qtbot.waitUntil(late.isVisible)
    assert QApplication.activeModalWidget() is late
    assert not late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    late.deleteLater()


def test_a_dialog_asked_for_and_given_back_in_one_turn_is_shown(
    shell: Shell, theme: Theme, qtbot: QtBot, watch: Watch
) -> None:
    shell.lock()
    late = conflict_dialog(shell, theme)
    shell.cover.uncover()
    qtbot.waitUntil(lambda: not late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen))
    assert late.isVisible()
    assert watch.flashed in ([], [late])
    late.deleteLater()


def test_what_ended_behind_the_cover_does_not_come_back(shell: Shell, theme: Theme, qtbot: QtBot) -> None:
    kept = ReasonDialog(theme, TITLE, verb=TITLE, parent=shown(shell))
    kept.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    kept.open()
    gone = Question(theme, TITLE, parent=shown(shell))
    gone.open()
    qtbot.waitUntil(gone.isVisible)
    shell.lock()
    # The answer of what was under way when the screen locked.
    kept.accept()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    shell.cover.uncover()
    assert not kept.isVisible()
    assert not shell.cover.is_locked
    assert shown(shell).isVisible()
    kept.deleteLater()
