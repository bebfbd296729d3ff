"""Pages of a PDF as pictures, by PDFium; called on working threads only."""

import importlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QImage

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

if TYPE_CHECKING:
    import pypdfium2 as pdfium

# PDFium is one per process and not safe on two threads at a time, whatever documents they read.
_ONE_AT_A_TIME: Final = Lock()
POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's width and height in points (1/72 inch)."""

    width: float
    height: float


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page.

    Raises:
        UserError: ``pdf_unreadable``.
    """
    with _ONE_AT_A_TIME:
        document = _opened(pdf)
        try:
            return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
        finally:
            document.close()


def page_image(pdf: bytes, number: int, dots_per_inch: float) -> QImage:
    """Page ``number`` (from 0) as a picture on white.

    Raises:
        UserError: ``pdf_unreadable``.
    """
    with _ONE_AT_A_TIME:
        document = _opened(pdf)
        try:
            return _drawn(document, number, dots_per_inch)
        finally:
            document.close()


def _pdfium() -> Any:
    """The library, by name: it is read when the first page is looked at, not while somebody signs in."""
    return importlib.import_module("pypdfium2")


def _opened(pdf: bytes) -> "pdfium.PdfDocument":
    library = _pdfium()
    try:
        document: pdfium.PdfDocument = library.PdfDocument(pdf)
    except library.PdfiumError as error:
        raise UserError(
            "pdf_unreadable",
            label("errors", "Tệp PDF bị hỏng hoặc không phải PDF, nên không xem và không in được. Hãy lập lại."),
        ) from error
    return document


def _drawn(document: "pdfium.PdfDocument", number: int, dots_per_inch: float) -> QImage:
    page = document[number]
    try:
        bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        try:
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
            )
            # A copy of its own: the bitmap's memory goes with the bitmap.
            return picture.copy()
        finally:
            bitmap.close()
    finally:
        page.close()


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Several PDFs as one, in their order.

    Raises:
        UserError: ``pdf_unreadable``.
    """
    if len(pdfs) == 1:
        return pdfs[0]
    whole = io.BytesIO()
    with _ONE_AT_A_TIME:
        made = _pdfium().PdfDocument.new()
        for one in pdfs:
            document = _opened(one)
            try:
                made.import_pages(document)
            finally:
                document.close()
        made.save(whole)
        made.close()
    return whole.getvalue()
