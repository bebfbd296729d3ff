"""Somebody at the keyboard of the whole window: keys go where the keyboard is; no verb is called."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facility_app.ui.forms.field import Field
from facility_app.ui.shell.window import Shell

CTRL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 120
Until: TypeAlias = Callable[[Callable[[], bool]], None]


class Keyboard:
    """Keys to one window.

    Attributes:
        pictures: folder that takes a picture at each ``look``; None for none.
    """

    def __init__(
        self,
        shell: Shell,
        until: Until,
        pictures: Path | None = None,
        name: str = "",
    ) -> None:
        """Sit down at ``shell``; ``until`` waits for something to be so, and pictures are named after ``name``."""
        self.shell, self._until, self.pictures = shell, until, pictures
        self._name, self._count = name, 0

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
        QTest.keyClick(self.here(), key, modifier or Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendPostedEvents()

    def type(self, text: str) -> None:
        """Letters, one after the other; those with marks come as from an input method."""
        here = self.here()
        for letter in text:
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

    def button(self, name: str) -> None:
        """Bring the keyboard to a button and press it."""
        self.tab_to(lambda here: here.objectName() == name, name)
        self.press(Qt.Key.Key_Space)

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
        self._count += 1
        if self.pictures is None:
            return
        QCoreApplication.sendPostedEvents()
        self.pictures.mkdir(parents=True, exist_ok=True)
        stem = f"{self._name}-{self._count:02}-{what}"
        self.shell.grab().save(str(self.pictures / f"{stem}.png"))
        over = self.dialog()
        if over is not None:
            over.grab().save(str(self.pictures / f"{stem}-over.png"))


def _is_in(name: str, widget: QWidget) -> bool:
    return field_of(widget) == name


def field_of(widget: QWidget | None) -> str:
    """Name of the field of a form a widget is in; empty for none."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return "" if widget is None else widget.name


def said_by(dialog: QDialog) -> str:
    """What a form says is wrong."""
    fields: list[Field[object]] = dialog.findChildren(Field)
    return "; ".join(f"{one.name}: {one.message()}" for one in fields if one.message())
