"""How long the window does not listen: the longest piece of work on its thread while every page is walked."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from facility_app.ui.shell.spec import Route

FRAME_MS = 50


class FrameWatch(QApplication):
    """Notes how long each event of the window took, painting included.

    Attributes:
        pieces: milliseconds of each outermost piece of work since the last ``fresh``, with what it was about.
    """

    def __init__(self) -> None:
        """Listen from now on."""
        super().__init__([])
        self.pieces: list[tuple[float, str]] = []
        self._depth = 0

    def fresh(self) -> None:
        """Forget what was noted."""
        self.pieces = []

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        self._depth = 1
        # Gone objects must not be asked afterwards.
        what = f"{event.type().name} of {type(receiver).__name__}"
        before = time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self.pieces.append(((time.perf_counter() - before) * 1000, what))
            self._depth = 0


def walk(watch: FrameWatch, shell: Any, person: str, settle: Callable[[], None]) -> list[tuple[float, str]]:
    """Go to every page of the rail and open a person; the pieces of work, longest first.

    Args:
        watch: the application.
        shell: of somebody signed in.
        person: id of a person to open.
        settle: lets the window work until it rests.
    """
    watch.fresh()
    found: list[tuple[float, str]] = []
    for page in [spec.id for spec in shell.navigator.specs.values() if spec.section is not None]:
        before = time.perf_counter()
        shell.go(Route(page))
        watch.pieces.append(((time.perf_counter() - before) * 1000, f"going to {page}"))
        settle()
        found += [(took, f"{page}: {what}") for took, what in watch.pieces]
        watch.fresh()
    before = time.perf_counter()
    shell.go(Route("residents.person", person))
    found.append(((time.perf_counter() - before) * 1000, "going to residents.person"))
    settle()
    found += [(took, f"residents.person: {what}") for took, what in watch.pieces]
    return sorted(found, reverse=True)
