"""What these screens must be told: the forms, what sets papers, the printers, the page of an issued paper."""

from collections.abc import Callable
from dataclasses import dataclass

from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.payload import PlainPaper
from facility_app.modules.absences.service.packs import Pack
from facility_app.ui.printing import Printer


@dataclass(frozen=True, slots=True)
class Press:
    """The print house as these screens see it; callables run on working threads.

    Attributes:
        forms: every official form; the first call takes a moment.
        plain: an internal paper as PDF.
        pack: the alarm file as one PDF, V-43 behind the sheet.
        printer: the printers.
        paper_page: the page of an issued paper.
    """

    forms: Callable[[], FormLibrary]
    plain: Callable[[PlainPaper], bytes]
    pack: Callable[[Pack], bytes]
    printer: Printer
    paper_page: str = "correspondence.paper"
