"""Work done before there is a runner: signing in, founding, opening; the window stays alive meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

from facility_app.kernel.errors import FacilityError


class Errands(QObject):
    """Runs one piece of work at a time on a thread of its own and answers on the window's.

    Signals:
        busy_changed: whether something is under way.
    """

    busy_changed = Signal(bool)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the thread; it starts with the first errand."""
        super().__init__(parent)
        self._under_way = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errand")
        self._done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._under_way > 0

    def run(
        self,
        work: Callable[[], Any],
        success: Callable[[Any], None],
        refusal: Callable[[FacilityError], None],
    ) -> None:
        """Do ``work``; then ``success`` with its result, or ``refusal`` when it says no.

        A fault of the program is raised again on the window's thread, where the crash handler stands.
        """
        self._under_way += 1
        self.busy_changed.emit(True)

        def errand() -> None:
            try:
                result = work()
            except FacilityError as error:
                self._done.emit(refusal, error)
            except BaseException as fault:  # noqa: BLE001 - raised again where somebody can see it
                self._done.emit(_raise, fault)
            else:
                self._done.emit(success, result)

        self._pool.submit(errand)

    def close(self) -> None:
        """Wait for the errand under way; none follows."""
        self._pool.shutdown(wait=True)

    def _on_done(self, answer: Callable[[Any], None], value: object) -> None:
        self._under_way -= 1
        self.busy_changed.emit(self.is_busy)
        answer(value)


def _raise(fault: object) -> None:
    assert isinstance(fault, BaseException)  # noqa: S101 - given as one above
    raise fault
