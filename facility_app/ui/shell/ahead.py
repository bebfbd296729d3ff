"""Pages made while nobody does anything, one small step at a time, so that the first visit finds them ready."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from facility_app.ui.shell.navigator import Navigator
from facility_app.ui.tasks import Runner

REST_MS = 1500
"""So long nothing was pressed and nothing read before the next page is made."""
STEP_MS = 40
"""Between two steps, so that what comes in is heard first."""


class Ahead(QObject):
    """Makes the pages of ``navigator`` in their order, until each is there.

    A page is made in three turns (built, dressed, laid out), each far shorter than the whole.
    """

    def __init__(self, navigator: Navigator, runner: Runner, parent: QObject) -> None:
        """Make nothing before ``begin``."""
        super().__init__(parent)
        self._navigator, self._runner = navigator, runner
        self._pages: deque[str] = deque()
        self._steps: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """Every page that is not there yet, from the next rest on."""
        self._pages = deque(self._navigator.specs)
        self._timer.start(REST_MS)

    def wait(self) -> None:
        """Somebody does something: go on when they rest."""
        if self._timer.isActive():
            self._timer.start(REST_MS)

    def end(self) -> None:
        """Make no more."""
        self._timer.stop()
        self._pages.clear()
        self._steps.clear()

    def _on_time(self) -> None:
        if self._runner.is_busy:
            self._timer.start(REST_MS)
            return
        if not self._steps:
            self._take_next()
        if self._steps:
            # Before the step: a page that cannot be made is told as any fault is, and keeps no other waiting.
            self._timer.start(STEP_MS)
            self._steps.popleft()()

    def _take_next(self) -> None:
        while self._pages:
            page_id = self._pages.popleft()
            if not self._navigator.has(page_id):
                ready = self._navigator
                self._steps.extend(
                    partial(step, page_id) for step in (ready.make_ready, ready.dress_ready, ready.lay_out_ready)
                )
                return
