"""One sheet for a blackout from the press of a button to the medium: trail, paper, file, and how it went."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from facility_app.kernel.errors import FacilityError
from facility_app.modules.medication.papers.kit import kit_sheet
from facility_app.modules.medication.service.kit import EndKit, KitBegun, begin_kit, end_kit
from facility_app.modules.medication.ui.kit_press import KitPress
from facility_app.ui.tasks import Failure, Progress, Runner


class KitWriter(QObject):
    """Writes one sheet after another, never two at once.

    Signals:
        written: it lies on the medium, read again and the same.
        refused(str): why not, in words; where the medium was at fault a task stands for it.
    """

    written = Signal()
    refused = Signal(str)

    def __init__(self, runner: Runner, press: KitPress, parent: QObject) -> None:
        """For ``parent``."""
        super().__init__(parent)
        self._runner, self._press = runner, press
        self.is_busy = False

    def write(self) -> None:
        """Begin, unless one is under way."""
        if not self.is_busy:
            self.is_busy = True
            self._runner.command(self, _begin).success(self._on_begun).failure(self._on_failed).run()

    def _on_begun(self, begun: KitBegun) -> None:
        op = self._runner.query(self, kit_sheet, topic="kit_sheet")
        op.success(partial(self._on_read, begun)).failure(partial(self._on_not_written, begun)).run()

    def _on_read(self, begun: KitBegun, paper: Any) -> None:
        op = self._runner.job(self, partial(_put, self._press, begun, paper))
        op.success(partial(self._on_put, begun)).failure(partial(self._on_not_written, begun)).run()

    def _on_put(self, begun: KitBegun, sha256: str) -> None:
        op = self._runner.command(self, partial(_end, EndKit(begun.kit_id, sha256)))
        op.success(self._on_ended).failure(self._on_failed).run()

    def _on_ended(self, _answer: object) -> None:
        self.is_busy = False
        self.written.emit()

    def _on_not_written(self, begun: KitBegun, failure: Failure) -> None:
        code = failure.error.code if isinstance(failure.error, FacilityError) else "unknown"
        op = self._runner.command(self, partial(_end, EndKit(begun.kit_id, failure=code)))
        op.success(partial(self._on_told, failure)).failure(self._on_failed).run()

    def _on_told(self, failure: Failure, _answer: object) -> None:
        self._on_failed(failure)

    def _on_failed(self, failure: Failure) -> None:
        self.is_busy = False
        self.refused.emit(failure.words)


def _begin(uow: Any) -> KitBegun:
    return begin_kit(uow)


def _put(press: KitPress, begun: KitBegun, paper: Any, _progress: Progress) -> str:
    return press.put(begun, paper)


def _end(command: EndKit, uow: Any) -> None:
    end_kit(uow, command)
