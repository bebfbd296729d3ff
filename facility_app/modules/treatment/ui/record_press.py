"""What the screens of a record must be told: what sets papers, and the printers."""

from collections.abc import Callable
from dataclasses import dataclass

from facility_app.documents.payload import PlainPaper
from facility_app.ui.printing import Printer


@dataclass(frozen=True, slots=True)
class Press:
    """The print house as these screens see it.

    Attributes:
        plain: an internal paper as PDF; runs on working threads.
        printer: the printers.
    """

    plain: Callable[[PlainPaper], bytes]
    printer: Printer
