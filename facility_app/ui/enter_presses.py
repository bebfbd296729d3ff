"""Enter on a button presses it, in every window: Qt does so in dialogs alone, and there only for some buttons."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from typing_extensions import override

_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EnterPresses(QObject):
    """Listens to the one button that has the keyboard; made once, for the whole application.

    Listening to the application would be called for every event of every widget.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Listen from now on; destroyed, it listens no more."""
        super().__init__(parent)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QPushButton | QToolButton):
            before.removeEventFilter(self)
        if isinstance(now, QPushButton | QToolButton):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, QPushButton | QToolButton)
            or event.key() not in _ENTER_KEYS
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        # Kept here also when it is held down, or a dialog's default button would be pressed in its place.
        if not event.isAutoRepeat():
            # A click on a button with a menu would also turn its check over once the menu is gone.
            if isinstance(watched, QToolButton) and watched.menu() is not None:
                watched.showMenu()
            else:
                watched.click()
        return True
