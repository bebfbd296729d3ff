"""How these screens take a scan in and show it; what they do it with is given by whoever builds the pages."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QDialog, QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.dialogs.taking import MakeTaker
from facility_app.ui.shell.spec import PageContext


class Scans(Protocol):
    """How scans are taken in and shown."""

    @property
    def taker(self) -> MakeTaker:
        """``(context, check, over)``; ``check(uow, chosen)`` refuses what cannot be kept."""
        ...

    @property
    def read(self) -> Callable[[bytes, str], object]:
        """``(content, media type)`` → what the viewer shows; on a working thread."""
        ...

    @property
    def viewer(self) -> Callable[[PageContext, str, Any, QWidget], QDialog | None]:
        """``(context, title, what was read, over)`` → the window that shows it; None for what is broken."""
        ...

    @property
    def kinds(self) -> Label:
        """The files that can be taken, as a dialog names them."""
        ...
