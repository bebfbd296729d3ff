"""What takes a screen long to draw, in short pieces: between two of them keys are heard and the window paints."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.ui.tasks.runner import Runner

BUDGET_MS = 12
"""Another step is begun in the same turn while less than this was used: a step may take three times as long."""


class Turns(QObject):
    """Goes through steps, a few in each turn of the event loop, as long as ``owner`` is seen.

    Steps are an iterator; what it does between two values is one step. Whoever leaves the owner meanwhile waits
    for nothing, and has the rest done when coming back. Beside an ``InlineRunner`` everything is done at once.
    """

    def __init__(self, runner: Runner, owner: QWidget) -> None:
        """Nothing to do yet; ``owner`` is what the steps draw on."""
        super().__init__(owner)
        self._is_at_once = runner.is_inline
        self._owner = owner
        self._waiting: deque[Iterator[object]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        owner.installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        """Whether steps are left."""
        return bool(self._waiting)

    @property
    def is_drawing(self) -> bool:
        """Whether steps are left and their owner is seen."""
        return self.is_busy and self._owner.isVisible()

    def run(self, steps: Iterator[object]) -> None:
        """Do ``steps`` after those given before."""
        self._waiting.append(steps)
        if self._is_at_once:
            while self._waiting:
                self._step()
        elif self._owner.isVisible():
            self._timer.start(0)

    def _on_time(self) -> None:
        used = QElapsedTimer()
        used.start()
        while self._waiting and self._owner.isVisible():
            self._step()
            if used.elapsed() >= BUDGET_MS:
                self._timer.start(0)
                return

    def _step(self) -> None:
        steps = self._waiting[0]
        try:
            next(steps)
        except StopIteration:
            self._waiting.popleft()
        except BaseException:
            # Steps that failed once are over: a screen half drawn is told of, not drawn twice.
            self._waiting.popleft()
            raise

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._waiting:
            self._timer.start(0)
        return False
