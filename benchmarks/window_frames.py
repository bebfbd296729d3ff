"""How long the window does not listen: the longest turn of its event loop while every page is walked."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher
from PySide6.QtWidgets import QApplication

from facility_app.ui.shell.spec import Route

FRAME_MS = 50


class FrameWatch(QApplication):
    """Notes how long each turn of the event loop worked, painting included: so long no key is heard.

    Work is processor time of this thread: what other programs take is not the window's. Asked of the event loop
    and not of each event, which would take as long as what is measured.

    Attributes:
        pieces: milliseconds of each turn since the last ``fresh``, with what it was about.
    """

    def __init__(self) -> None:
        """Listen from now on."""
        super().__init__([])
        self.pieces: list[tuple[float, str]] = []
        self._since = time.thread_time()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._on_turn)

    def fresh(self) -> None:
        """Forget what was noted."""
        self.pieces = []
        self._since = time.thread_time()

    def _on_turn(self) -> None:
        # Told between two turns, by whatever kind of event loop the system has.
        self.pieces.append(((time.thread_time() - self._since) * 1000, "a turn of the event loop"))
        self._since = time.thread_time()


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
        shell.go(Route(page))
        settle()
        found += [(took, f"{page}: {what}") for took, what in watch.pieces]
        watch.fresh()
    shell.go(Route("residents.person", person))
    settle()
    found += [(took, f"residents.person: {what}") for took, what in watch.pieces]
    return sorted(found, reverse=True)
