"""The way to a page that is not made yet: made, dressed and laid out in turns of their own, then entered."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from typing_extensions import override

HANDS = frozenset(
    {
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)
"""What somebody does with keyboard or mouse. A shortcut is asked about before its key is told."""


class Coming(QObject):
    """Steps on the way to a place, one in each turn of the event loop, so that no turn is long.

    Whoever presses something meanwhile means the place they are on the way to: the steps left are done before the
    key is heard, and it never reaches the page that is left.
    """

    def __init__(self, seat: QWidget) -> None:
        """Nowhere to go yet; what is pressed in the window of ``seat`` is watched while there is."""
        super().__init__(seat)
        self._seat = seat
        self._steps: deque[Callable[[], None]] = deque()
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def is_under_way(self) -> bool:
        """Whether steps are left."""
        return bool(self._steps)

    def begin(self, steps: Iterable[Callable[[], None]]) -> None:
        """Do the first of ``steps`` now and each of the others in the next turn; one that raises ends them all."""
        self.stop()
        self._steps.extend(steps)
        self._on_time()

    def arrive(self) -> None:
        """Do now what is left."""
        steps = list(self._steps)
        self.stop()
        for step in steps:
            step()

    def stop(self) -> None:
        """Stay: what is left is never done."""
        self._steps.clear()
        self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def _on_time(self) -> None:
        step, *rest = self._steps
        # Put away before it is done: the last one may send on to another place.
        self.stop()
        step()
        if rest and not self._steps:
            self._wait_with(rest)

    def _wait_with(self, steps: Iterable[Callable[[], None]]) -> None:
        self._steps.extend(steps)
        self._window = self._seat.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)
        self._timer.start(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in HANDS:
            self.arrive()
        return False
