"""What the screens of the round must be told: what sets internal papers, and the printers."""

from collections.abc import Callable
from dataclasses import dataclass

from facility_app.documents.payload import PlainPaper
from facility_app.ui.printing import Printer


@dataclass(frozen=True, slots=True)
class Press:
    """The print house as these screens see it.

    Attributes:
        plain: an internal paper as PDF; runs on a working thread.
        printer: the printers.
    """

    plain: Callable[[PlainPaper], bytes]
    printer: Printer
