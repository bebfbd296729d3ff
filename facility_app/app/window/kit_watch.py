"""At each change of shift the sheet for a blackout is written, while somebody who may is signed in."""

from PySide6.QtCore import QObject, QTimer

from facility_app.modules.medication.queries.kit import KitRow, find_kit
from facility_app.modules.medication.ui.kit_press import KitPress
from facility_app.modules.medication.ui.kit_writing import KitWriter
from facility_app.ui.tasks import Runner

EVERY_MS = 60_000
AFTER_FAILURE = 15
"""So many looks are let pass after the medium was not there: each try leaves its trail."""


class KitWatch(QObject):
    """Looks once a minute whether the shift has its sheet; writes it where the medium belongs to this machine."""

    def __init__(self, runner: Runner, press: KitPress, parent: QObject) -> None:
        """For ``parent``; ``begin`` starts it."""
        super().__init__(parent)
        self._runner = runner
        self._rest = 0
        self.writer = KitWriter(runner, press, self)
        self.writer.refused.connect(self._on_refused)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from then on."""
        self.look()
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Whether a sheet is due."""
        if self._rest:
            self._rest -= 1
        elif not self.writer.is_busy:
            self._runner.query(self, find_kit, topic="kit").success(self._on_read).run()

    def _on_read(self, row: KitRow | None) -> None:
        if row is not None and row.is_here and row.is_due:
            self.writer.write()

    def _on_refused(self, _why: str) -> None:
        # The task says it, to whoever is on duty; a message over other work would be told to the wrong person.
        self._rest = AFTER_FAILURE
