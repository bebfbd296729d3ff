"""Paper: the PDF itself is looked at, then printed or saved; PDFium is known here only."""

from facility_app.ui.printing.batch import BatchDialog, BatchItem
from facility_app.ui.printing.port import Duplex, PrintedPages, Printer, PrinterInfo, PrintOrder
from facility_app.ui.printing.preview import PreviewDialog
from facility_app.ui.printing.qt_printer import QtPrinter

__all__ = [
    "BatchDialog",
    "BatchItem",
    "Duplex",
    "PreviewDialog",
    "PrintOrder",
    "PrintedPages",
    "Printer",
    "PrinterInfo",
    "QtPrinter",
]
