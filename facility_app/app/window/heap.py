"""How the system's library keeps memory for the threads of the program."""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

M_ARENA_MAX = -8
"""glibc's name for how many heaps there may be."""

TICK_MS = 2000


def share_one_heap() -> None:
    """Let all threads begun from now on take their memory from one heap.

    WORKAROUND(measured, glibc 2.36): every thread gets a heap of its own, and what a reading thread once needed
    for 25,000 rows stays in it: some 20 MB that no other thread can use. Where there is no such choice nothing is
    done.
    """
    choose = _of_library("mallopt")
    if choose is not None:
        choose(M_ARENA_MAX, 1)


class HeapKeeper(QObject):
    """Gives memory back to the system that nothing in the program holds any more.

    WORKAROUND(measured, glibc 2.36): free pieces between kept ones are never given back by themselves; after every
    page was seen once they are 16 MB of 298, and giving them back takes 3 ms. Where there is no such choice
    nothing is done.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Do nothing until ``begin``."""
        super().__init__(parent)
        self._trim = _of_library("malloc_trim")
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.give_back)

    def begin(self) -> None:
        """Give back now and then."""
        if self._trim is not None:
            self._timer.start()

    @Slot()
    def give_back(self) -> None:
        """Give back what is free now."""
        if self._trim is not None:
            self._trim(0)


def _of_library(name: str) -> Callable[..., Any] | None:
    """A function of glibc; nothing where the system has none."""
    found: Callable[..., Any] | None = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    return found
