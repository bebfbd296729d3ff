"""Whether anybody is at the window: told by keys, mouse and input method, at next to no cost.

A filter on the whole application would be called for every event of every widget, some thousand of them for one
new page, and each call crosses into Python. What somebody does always comes by a window or by the widget with the
keyboard, so only these are listened to.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

FELT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class Presence(QObject):
    """Listens to every window that comes to the front and to whatever has the keyboard.

    Signals:
        felt: a key, a button, a wheel, or a letter of an input method, just now.
    """

    felt = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        """Listen from now on; destroyed, it listens no more."""
        super().__init__(parent)
        app.focusWindowChanged.connect(self._on_window_changed)
        app.focusObjectChanged.connect(self._on_object_changed)
        for window in app.topLevelWindows():
            window.installEventFilter(self)
        self._on_object_changed(app.focusObject())

    def _on_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _on_object_changed(self, focused: QObject | None) -> None:
        # Twice is once: Qt moves a filter that is there already to the front.
        if focused is not None:
            focused.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FELT:
            self.felt.emit()
        return False
