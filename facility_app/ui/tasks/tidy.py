"""Cyclic garbage is collected on the thread of the windows alone: widgets must die where they live."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

TICK_MS = 500


class GarbageKeeper(QObject):
    """Takes collecting away from whatever thread happens to allocate, and does it here, a little at a time.

    WORKAROUND(measured, PySide6 6.11 on CPython 3.11): Python collects on the thread that allocates. A query makes
    thousands of rows, so that is a reading thread, and a closed page caught in a cycle was destroyed there:
    "Timers cannot be stopped from another thread", then a crash.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Do nothing until ``begin``."""
        super().__init__(parent)
        self._had_turn = False
        self._froze = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.collect_due)

    def begin(self) -> None:
        """From now on nobody else collects."""
        self._had_turn = gc.isenabled()
        gc.disable()
        # What was loaded until now stays: a full round need not walk through it, and takes no frame.
        self._froze = gc.get_freeze_count() == 0
        if self._froze:
            gc.freeze()
        self._timer.start()

    def end(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        if self._froze:
            gc.unfreeze()
            self._froze = False
        if self._had_turn:
            gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation that is due by Python's own count."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [number for number, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit]
        if due:
            gc.collect(due[-1])
