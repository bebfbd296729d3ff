"""Documents to look at and printers that remember what they were given."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.printing import Duplex, PrintedPages, PrinterInfo, PrintOrder

A4, A4_WIDE = (595.0, 842.0), (842.0, 595.0)
JAM = EnvironmentFault("print_failed", label("errors", "Máy in kẹt giấy."))


def pdf(pages: int = 3, size: tuple[float, float] = A4) -> bytes:
    """``pages`` pages; page n has a black square of n·100 points at its lower left corner."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.rect(0, 0, number * 100, number * 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


@dataclass
class MemoryPrinter:
    """A ``Printer`` that keeps its orders and what it printed; ``jams_at`` names the print that fails, from 0."""

    names: tuple[str, ...] = ("HP LaserJet 1020", "Brother HL")
    orders: list[PrintOrder] = field(default_factory=list)
    jams_at: int | None = None
    tried: int = 0
    printed: list[bytes] = field(default_factory=list)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The first is the default one and prints both sides."""
        both = (Duplex.ONE_SIDE, Duplex.LONG_EDGE)
        return tuple(
            PrinterInfo(name, not n, (Duplex.ONE_SIDE,) if n else both) for n, name in enumerate(self.names)
        )

    def print_pdf(self, document: bytes, order: PrintOrder, check: Callable[[], None]) -> PrintedPages:
        """Keep the order, or jam."""
        check()
        self.tried += 1
        if self.jams_at == self.tried - 1:
            raise JAM
        assert document.startswith(b"%PDF")
        self.orders.append(order)
        self.printed.append(document)
        return PrintedPages(order.copies)
