"""What waits on each page, beside its name in the rail: read off the thread of the windows, never of yesterday."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from facility_app.kernel.change import Change
from facility_app.kernel.typed import number_text
from facility_app.ui.shell.rail import Rail
from facility_app.ui.shell.spec import PageSpec
from facility_app.ui.tasks import Failure, Runner

AGAIN_MS = 60_000
MOST = 999
"""More than this is not read digit by digit."""


class RailCounts(QObject):
    """Counts at the start, after a commit that touches a page's tables, and each minute: time makes overdue."""

    def __init__(self, rail: Rail, specs: Sequence[PageSpec], runner: Runner, parent: QWidget) -> None:
        """Count nothing before ``begin``."""
        super().__init__(parent)
        self._rail, self._runner = rail, runner
        self._specs = tuple(spec for spec in specs if spec.count is not None)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.ask_all)
        runner.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Count now and from now on."""
        if self._specs:
            self._again.start()
            self.ask_all()

    def end(self) -> None:
        """Count no more."""
        self._again.stop()

    def is_counting(self) -> bool:
        """Whether it goes on counting."""
        return self._again.isActive()

    def ask_all(self) -> None:
        """Count on every page that counts."""
        for spec in self._specs:
            self._ask(spec)

    def _ask(self, spec: PageSpec) -> None:
        if spec.count is not None:
            op = self._runner.query(self, spec.count, topic=spec.id)
            op.success(partial(self._on_counted, spec.id)).failure(partial(self._on_failed, spec.id)).run()

    def _on_changed(self, change: Change, _initiator: object) -> None:
        for spec in self._specs:
            if not spec.tables.isdisjoint(change.tables):
                self._ask(spec)

    def _on_counted(self, page_id: str, count: int) -> None:
        shown = number_text(min(count, MOST)) + ("+" if count > MOST else "")
        self._rail.set_count(page_id, shown if count > 0 else "")

    def _on_failed(self, page_id: str, _failure: Failure) -> None:
        # An old number must not pass for one of now; the page itself says what is wrong.
        self._rail.set_count(page_id, "")
