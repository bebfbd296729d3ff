"""Photos on a paper: side by side in frames of one size, a frame left empty where there is none to show."""

import io
from typing import Final

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from facility_app.documents.flow import Piece
from facility_app.documents.measure import Measures
from facility_app.documents.payload import Photos

GAP: Final = 5 * mm
CAPTION: Final = 10.0
CAPTION_LINE: Final = CAPTION * 1.4


class PhotoRow(Piece):
    """Frames with what fits into them, as many as stand side by side."""

    before, after = 4.0, 8.0

    def __init__(self, block: Photos, measures: Measures) -> None:
        """Read the pictures of ``block``."""
        self._pictures = tuple((_read(content), caption) for content, caption in block.pictures)
        self._high, self._shape = block.height_mm * mm, block.shape
        self._typeface = measures.typeface

    @override
    def height(self, width: float) -> float:
        return self._high + CAPTION_LINE if self._pictures else 0.0

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        count = len(self._pictures)
        wide = min(self._high * self._shape, (width - GAP * (count - 1)) / max(count, 1))
        left = x + (width - wide * count - GAP * (count - 1)) / 2
        for picture, caption in self._pictures:
            self._draw_one(canvas, left, top, wide, picture)
            canvas.setFont(self._typeface.regular, CAPTION)
            canvas.drawCentredString(left + wide / 2, top - self._high - CAPTION, caption)
            left += wide + GAP

    def _draw_one(self, canvas: Canvas, left: float, top: float, wide: float, picture: ImageReader | None) -> None:
        canvas.setLineWidth(0.6)
        if picture is not None:
            canvas.drawImage(
                picture,
                left,
                top - self._high,
                wide,
                self._high,
                preserveAspectRatio=True,
                anchor="c",
                mask="auto",
            )
        canvas.rect(left, top - self._high, wide, self._high)


def _read(content: bytes) -> ImageReader | None:
    """What can be drawn of a file; None where it holds no picture."""
    try:
        return ImageReader(io.BytesIO(content)) if content else None
    except OSError:
        return None
