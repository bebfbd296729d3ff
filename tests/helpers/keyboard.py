"""Somebody at the keyboard of the whole window: keys go where the keyboard is; no verb is called."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget

from facility_app.kernel.names import fold
from facility_app.ui.actions import ActionBar
from facility_app.ui.actions.command import Command
from facility_app.ui.forms.field import Field
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.printing.pdf_view import PdfView
from facility_app.ui.record_page import RecordPage
from facility_app.ui.shell.window import Shell
from tests.helpers.windows import clipped, failed_parts

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MOST_TABS = 120
MOST_PARTS = 20
A_MINUTE_MS = 60_000
Until: TypeAlias = Callable[[Callable[[], bool]], None]


class Keyboard:
    """Keys to one window.

    Attributes:
        pictures: folder that takes a picture at each ``look``; None for none.
        strokes: keys pressed so far; a letter with marks counts as one.
        looks: pictures taken so far.
    """

    def __init__(
        self,
        shell: Shell,
        until: Until,
        pictures: Path | None = None,
        name: str = "",
        looks: int = 0,
    ) -> None:
        """Sit down at ``shell``.

        Args:
            shell: the window.
            until: waits for something to be so.
            pictures: where pictures go.
            name: what they are named after.
            looks: pictures taken before somebody else sat down here; numbers go on from there.
        """
        self.shell, self._until, self.pictures = shell, until, pictures
        self._name, self.looks = name, looks
        self.strokes = 0

    def here(self) -> QWidget:
        """Where the keyboard is."""
        # A dialog that has just opened or closed hands the keyboard on with the next events.
        self._until(self._is_handed_on)
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    def _is_handed_on(self) -> bool:
        wanted = QApplication.activeModalWidget() or self.shell
        if QApplication.activeWindow() is None:
            # What a window manager does when a dialog closes, and the screenless platform does not.
            wanted.activateWindow()
        return QApplication.activeWindow() is wanted

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key."""
        self.strokes += 1
        QTest.keyClick(self.here(), key, modifier or Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendPostedEvents()

    def type(self, text: str) -> None:
        """Letters, one after the other; those with marks come as from an input method."""
        here = self.here()
        self.strokes += len(text)
        for letter in text:
            # The first letter may open an editor that takes the others.
            here = QApplication.focusWidget() or here
            if letter.isascii():
                QTest.keyClicks(here, letter)
            else:
                composed = QInputMethodEvent("", [])
                composed.setCommitString(letter)
                QCoreApplication.sendEvent(here, composed)

    def tab_to(self, wanted: Callable[[QWidget], bool], what: str) -> None:
        """The Tab key until the keyboard is at what is wanted; the way there must exist."""
        passed = []
        for _ in range(MOST_TABS):
            here = self.here()
            if wanted(here):
                return
            passed.append(here.objectName() or type(here).__name__)
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"the Tab key never comes to {what}; it passed {passed}")

    def go(self, title: str) -> None:
        """To a page by its name, or to a person by theirs, from wherever one is."""
        self.press(Qt.Key.Key_K, CTRL)
        self.type(fold(title))
        self.press(Qt.Key.Key_Return)

    def tab(self, part_id: str) -> None:
        """To a tab of the record that is open."""
        page = self.shell.page
        assert isinstance(page, RecordPage)
        for _ in range(MOST_PARTS):
            if page.tabs.part_id() == part_id:
                return
            self.press(Qt.Key.Key_PageDown, CTRL)
        pytest.fail(f"no tab {part_id}")

    def let_minute_pass(self) -> None:
        """Nobody touches a key: what watches the clock for what is to be seen rings."""
        for timer in self.shell.findChildren(QTimer):
            if timer.isActive() and timer.interval() == A_MINUTE_MS:
                timer.timeout.emit()

    def print_paper(self, what: str) -> None:
        """Send the paper that has opened to the printer, and close it."""
        assert isinstance(self.dialog(), PreviewDialog), "no paper has opened"
        self.press(Qt.Key.Key_P, CTRL)
        self.read_paper(what)

    def read_paper(self, what: str) -> None:
        """Look at the paper that has opened, and close it."""
        dialog = self.dialog()
        assert isinstance(dialog, PreviewDialog), "no paper has opened"
        self.look(what)
        if self.pictures is not None:
            (self.pictures / f"{self._name}-{self.looks:02}-{what}.pdf").write_bytes(dialog._pdf)
        self.press(Qt.Key.Key_Escape)
        assert self.dialog() is not dialog

    def note(self, what: str, count: int) -> None:
        """Print a count of strokes, and keep it beside the pictures."""
        said = f"{what}: {count} strokes"
        sys.stdout.write(f"{said}\n")
        if self.pictures is not None:
            self.pictures.mkdir(parents=True, exist_ok=True)
            (self.pictures / f"{self._name}-{what}-strokes.txt").write_text(said)

    def faults(self) -> list[str]:
        """What could not be read, and words that do not fit, once the page has come to rest."""
        for _ in range(2):
            # What moves asks for room again.
            self.shell.grab()
            QCoreApplication.sendPostedEvents()
        assert self.shell.page is not None
        return [*failed_parts(self.shell), *clipped(self.shell.page)]

    def button(self, name: str) -> None:
        """Bring the keyboard to a button and press it."""
        self.tab_to(lambda here: here.objectName() == name, name)
        self.press(Qt.Key.Key_Space)

    def behind_the_dots(self, action_id: str) -> None:
        """Choose what stands behind the ⋯ of the bar that has it."""
        self.tab_to(partial(_has_behind, action_id), f"the dots before {action_id}")
        self.press(Qt.Key.Key_Space)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            self.strokes += 1
            QTest.keyClick(menu, Qt.Key.Key_Down)
            chosen = menu.activeAction()
            if isinstance(chosen, Command) and chosen.spec.id == action_id:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        pytest.fail(f"{action_id} is not in the menu, or cannot be chosen")

    def fill(self, **typed: str) -> None:
        """Write into the fields of the open form, coming to each by the Tab key."""
        for name, text in typed.items():
            self.tab_to(partial(_is_in, name), name)
            self.press(Qt.Key.Key_A, CTRL)
            self.type(text)

    def save(self) -> None:
        """Ctrl+Enter; the form that was open is closed by it."""
        before = self.dialog()
        assert before is not None
        self.press(Qt.Key.Key_Return, CTRL)
        assert self.dialog() is not before, said_by(before)

    def dialog(self) -> QDialog | None:
        """The window over the window."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QDialog) else None

    def look(self, what: str) -> None:
        """Keep a picture of what is to be seen now."""
        self.looks += 1
        if self.pictures is None:
            return
        QCoreApplication.sendPostedEvents()
        self.pictures.mkdir(parents=True, exist_ok=True)
        stem = f"{self._name}-{self.looks:02}-{what}"
        self.shell.grab().save(str(self.pictures / f"{stem}.png"))
        over = self.dialog()
        if over is not None:
            self._until(partial(_is_painted, over))
            over.grab().save(str(self.pictures / f"{stem}-over.png"))


def _is_painted(over: QDialog) -> bool:
    """Whether the page in sight of a paper that lies over the window has been drawn, where there is one in it."""
    over.grab()
    return all(view.is_drawn(view.page()) for view in over.findChildren(PdfView))


def _is_in(name: str, widget: QWidget) -> bool:
    return field_of(widget) == name


def _has_behind(action_id: str, widget: QWidget) -> bool:
    bar = widget.parentWidget()
    if widget.objectName() != "more_button" or not isinstance(bar, ActionBar):
        return False
    return action_id in {command.spec.id for command in bar.behind_the_dots()}


def field_of(widget: QWidget | None) -> str:
    """Name of the field of a form a widget is in; empty for none."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return "" if widget is None else widget.name


def said_by(dialog: QDialog) -> str:
    """What a form says is wrong."""
    fields = (one for one in dialog.findChildren(QWidget) if isinstance(one, Field))
    said = [f"{one.name}: {one.message()}" for one in fields if one.message()]
    return "; ".join(said or [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()])
