"""When the first window stands there: what can wait until then waits for this."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

LATEST_MS = 1000
"""A window that opens minimized is not painted; nothing waits for it longer than this."""


class FirstPaint(QObject):
    """Watches one widget until it, and all in it, was painted.

    Signals:
        painted: once.
    """

    painted = Signal()

    def __init__(self, watched: QWidget) -> None:
        """Begin to watch."""
        super().__init__(watched)
        self._watched = watched
        self._is_told = False
        watched.installEventFilter(self)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.timeout.connect(self._tell)
        self._latest.start(LATEST_MS)

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self._latest.stop()
            self._watched.removeEventFilter(self)
            self.painted.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # Its children are painted after it, in the same turn.
            QTimer.singleShot(0, self._tell)
        return False
