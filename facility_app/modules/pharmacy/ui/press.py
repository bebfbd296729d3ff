"""What these screens must be told: forms and their papers, what sets them, printers, a second person, scans."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import PaperSpec
from facility_app.ui.dialogs.second_person import AgreeTo
from facility_app.ui.dialogs.taking import MakeTaker
from facility_app.ui.printing import Printer


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
    taker: MakeTaker
    kinds: Label
