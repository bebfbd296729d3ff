"""A drag over the board: where it began, and which bed it is over."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication


class Drag:
    """Begins at a bed somebody has, once the mouse went far enough.

    Attributes:
        is_running: whether somebody is being carried.
    """

    def __init__(self) -> None:
        """None."""
        self.is_running = False
        self._pressed: QPoint | None = None
        self._over = -1

    def press(self, at: QPoint | None) -> None:
        """The button went down there; None where nobody can be carried away from."""
        self._pressed = at

    def began_at(self, at: QPoint) -> QPoint | None:
        """Where it began, when it begins by the mouse coming there."""
        if self.is_running or self._pressed is None or not _is_far(at - self._pressed):
            return None
        self.is_running = True
        return self._pressed

    def comes_to(self, place: int) -> bool:
        """Whether it is over another bed now; −1 is over none."""
        if not self.is_running or place == self._over:
            return False
        self._over = place
        return True

    def end(self) -> int | None:
        """Over which bed it ended; None when there was none."""
        ended = self._over if self.is_running else None
        self.is_running, self._pressed, self._over = False, None, -1
        return ended


def _is_far(way: QPoint) -> bool:
    return way.manhattanLength() >= QApplication.startDragDistance()
