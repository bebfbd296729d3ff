"""Somebody at the window is felt by key, mouse and input method, and nothing else is listened to."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.ui.shell.presence import Presence


class CountedPresence(Presence):
    """Counts every event it is asked about."""

    asked = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.asked += 1
        return super().eventFilter(watched, event)


def test_presence_feels_keys_mouse_and_composing_but_no_new_widget(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, line = QVBoxLayout(window), QLineEdit(window)
    box.addWidget(line)
    with qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    presence = CountedPresence(qapp, window)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    for do in (
        lambda: QTest.keyClick(line, Qt.Key.Key_A),
        lambda: QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton),
        lambda: QApplication.sendEvent(line, QInputMethodEvent("đ", [])),
    ):
        with qtbot.waitSignal(presence.felt):
            do()
    before = presence.asked
    for _ in range(20):
        box.addWidget(QLineEdit(window))
    assert presence.asked - before < 5
