"""What these screens must be told: forms and their papers, what sets them, printers, a second person, scans."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import PaperSpec
from facility_app.ui.dialogs.second_person import AgreeTo
from facility_app.ui.printing import Printer
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


@dataclass(frozen=True, slots=True)
class Press:
    """The print house and its neighbours as these screens see them; callables run on working threads.

    Attributes:
        forms: every official form; the first call takes a moment.
        pdf: a paper as ``look_at_paper`` and ``print_paper`` answer it, as PDF.
        plain: an internal paper as PDF.
        printer: the printers.
        agree: a second person's agreement to one verb.
        papers: form → the paper made of the records.
        taker: ``(context, check, over)`` → asks for a scan; ``check(uow, chosen)`` refuses what cannot be kept.
        kinds: the files that can be taken, as a dialog names them.
    """

    forms: Callable[[], FormLibrary]
    pdf: Callable[[Any], bytes]
    plain: Callable[[PlainPaper], bytes]
    printer: Printer
    agree: AgreeTo
    papers: Callable[[], Mapping[str, PaperSpec]]
    taker: Callable[[PageContext, Callable[[Any, Any], None], QWidget], Taker]
    kinds: Label
