"""What these screens must be told: what sets internal papers, the printers, and who checks a second person."""

from collections.abc import Callable
from dataclasses import dataclass

from facility_app.documents.payload import PlainPaper
from facility_app.ui.dialogs.second_person import AgreeTo
from facility_app.ui.printing import Printer


@dataclass(frozen=True, slots=True)
class Press:
    """The print house and the second person as these screens see them.

    Attributes:
        plain: an internal paper as PDF; runs on a working thread.
        printer: the printers.
        agree: ``agree(uow, verb, roles, name, password)``: the agreement of a second person.
    """

    plain: Callable[[PlainPaper], bytes]
    printer: Printer
    agree: AgreeTo
