"""Taking a file in: the port behind which the slice of people reads, checks and keeps scans."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

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


MakeTaker: TypeAlias = Callable[[PageContext, Callable[[Any, Any], None], QWidget], Taker]
"""Of a page's context, what checks a file before it is taken, and the widget it is asked over."""
