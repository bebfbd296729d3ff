"""The system's printers, through Qt; PDFium draws each page and it is laid on the paper as it is."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.printing.pdf import PageSize, page_image, page_sizes
from facility_app.ui.printing.port import Duplex, PrintedPages, PrinterInfo, PrintOrder

MODES = {
    Duplex.ONE_SIDE: QPrinter.DuplexMode.DuplexNone,
    Duplex.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
MOST_DPI = 300
"""A laser printer's 600 or 1200 dots make pictures of 100 MB a page and no better letters."""


class QtPrinter:
    """The system's printers as the ``Printer`` port."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Those known, the default one first."""
        default = QPrinterInfo.defaultPrinterName()
        found = [_told(info, default) for info in QPrinterInfo.availablePrinters()]
        return tuple(sorted(found, key=lambda one: (not one.is_default, one.name)))

    def print_pdf(self, pdf: bytes, order: PrintOrder, check: Callable[[], None]) -> PrintedPages:
        """Print ``pdf`` as ``order`` says.

        Raises:
            EnvironmentFault: ``printer_gone``, ``print_failed``.
        """
        info = QPrinterInfo.printerInfo(order.printer)
        if info.isNull():
            raise EnvironmentFault(
                "printer_gone",
                label(
                    "errors",
                    "Không còn thấy máy in “{printer}”. Xem máy in có bật và có nối dây không, rồi chọn lại.",
                ),
                printer=order.printer,
            )
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(order.title)
        printer.setDuplex(MODES[order.duplex])
        return draw_on(printer, pdf, order, check)


def draw_on(printer: QPrinter, pdf: bytes, order: PrintOrder, check: Callable[[], None]) -> PrintedPages:
    """Lay the pages of ``pdf`` on ``printer``, edge to edge at their own size.

    Raises:
        EnvironmentFault: ``print_failed``.
    """
    sizes = page_sizes(pdf)
    pages = order.pages or tuple(range(len(sizes)))
    repeats = _repeats(printer, order.copies)
    printer.setResolution(min(printer.resolution(), MOST_DPI))
    printer.setFullPage(True)
    _fit_paper(printer, sizes[pages[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise _failed(order)
    try:
        for place, number in enumerate(page for _ in range(repeats) for page in pages):
            check()
            if place:
                _fit_paper(printer, sizes[number])
                if not printer.newPage():
                    raise _failed(order)
            _lay(painter, printer, page_image(pdf, number, printer.resolution()), sizes[number])
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive() and not painter.end():
            raise _failed(order)
    return PrintedPages(len(pages) * order.copies)


def _repeats(printer: QPrinter, copies: int) -> int:
    """How often to draw the document: once where the printer makes the copies itself."""
    if printer.supportsMultipleCopies():
        printer.setCopyCount(copies)
        printer.setCollateCopies(True)
        return 1
    return copies


def _fit_paper(printer: QPrinter, size: PageSize) -> None:
    """The paper of that size, the long side as the page has it."""
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    is_wide = size.width > size.height
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(orientation)


def _lay(painter: QPainter, printer: QPrinter, picture: QImage, size: PageSize) -> None:
    dots = printer.resolution() / 72
    painter.drawImage(QRectF(0, 0, size.width * dots, size.height * dots), picture)


def _told(info: QPrinterInfo, default: str) -> PrinterInfo:
    modes = set(info.supportedDuplexModes())
    duplex = tuple(way for way, mode in MODES.items() if way is Duplex.ONE_SIDE or mode in modes)
    return PrinterInfo(info.printerName(), info.printerName() == default, duplex)


def _failed(order: PrintOrder) -> EnvironmentFault:
    return EnvironmentFault(
        "print_failed",
        label("errors", "Máy in “{printer}” không nhận bản in. Xem giấy, mực và hàng chờ của máy in rồi in lại."),
        printer=order.printer,
    )
