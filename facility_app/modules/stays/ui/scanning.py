"""How these screens take a scan in and show it; what they do it with is given by whoever builds the pages."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.shell.spec import PageContext


class Taker(Protocol):
    """Asks for a file and reads it off the window's thread; ``taken`` carries ``content``, ``name``, ``mark``."""

    @property
    def taken(self) -> SignalInstance:
        """A file was read whole."""
        ...

    def ask(self, title: Label, kinds: Label) -> None:
        """Let the user choose one."""
        ...


class Scans(Protocol):
    """How scans are taken in and shown."""

    @property
    def taker(self) -> Callable[[PageContext, Callable[[Any, Any], None], QWidget], Taker]:
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
