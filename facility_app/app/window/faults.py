"""The last net of the window: a fault of the program leaves a report without values, told in one sentence."""

import importlib
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr

if TYPE_CHECKING:
    from facility_app.ui.tasks import Failure

UNFINISHED = "saved_but_unfinished"
SAID = label(
    "errors",
    "Chương trình gặp lỗi của chính nó; dữ liệu đã lưu vẫn an toàn. Hãy làm lại; nếu vẫn lỗi, hãy gửi báo cáo cho "
    "người hỗ trợ: {report}",
)


class FaultNet(QObject):
    """Catches what nobody caught, on every thread.

    Signals:
        told(str): the sentence for whoever sits there.
    """

    told = Signal(str)

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        """Write reports to ``logs``, the data folder's."""
        super().__init__(parent)
        self._logs = logs
        self._before = (sys.excepthook, threading.excepthook)

    def spread(self) -> None:
        """Begin to catch."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def take_away(self) -> None:
        """Let things fall as before."""
        sys.excepthook, threading.excepthook = self._before

    def catch(self, error: BaseException) -> None:
        """Keep where it happened, never what the data was, and say so."""
        self.told.emit(tr(SAID, report=str(self.keep(error) or "-")))

    def hear(self, failure: "Failure") -> None:
        """A fault the runner caught first."""
        self.catch(failure.error)

    def note(self, error: BaseException) -> None:
        """What was told in its own words; where a fault hides behind a commit that stands, the report is kept."""
        if isinstance(error, FacilityError) and error.code == UNFINISHED:
            self.keep(error)

    def keep(self, error: BaseException) -> Path | None:
        """Write the report; where it lies, or None when the disk refuses even that."""
        # By name: a fault is rare, and the login is painted before what reports need is read.
        crash: Any = importlib.import_module("facility_app.app.crash")
        outside: Any = importlib.import_module("facility_app.app.outside")
        report: Path | None = crash.write_report(error, self._logs, outside.SystemClock().now())
        return report

    def _on_error(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.catch(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_value)
