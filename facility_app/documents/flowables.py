"""Shapes a paper needs that the library does not draw: key boxes, a QR code in one path, lines to sign on."""

from math import ceil

import segno
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from typing_extensions import override

from facility_app.documents.payload import KeyGroups, Qr, Signatures
from facility_app.documents.table import Measure
from facility_app.documents.typeface import Typeface
from facility_app.kernel.labels import label

CELL = 10.5 * mm
CELL_HEIGHT = 13 * mm
LETTER_SIZE = 24
SMALL = 9
GROUP_GAP = 8 * mm
ROW_GAP = 7 * mm
QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""
SIGNING_ROOM = 26 * mm
TITLE_SIZE = 12
TITLE_LINE = TITLE_SIZE * 1.28


class KeyBoxes(Flowable):
    """Groups of a key, letter by letter, as many groups beside each other as the paper is wide."""

    def __init__(self, block: KeyGroups, typeface: Typeface) -> None:
        """Draw the groups of ``block``."""
        super().__init__()
        self._groups = block.groups
        self._typeface = typeface
        self._per_row = 1

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        widest = max(len(group) for group in self._groups) * CELL
        self._per_row = max(1, int((availWidth + GROUP_GAP) // (widest + GROUP_GAP)))
        lines = ceil(len(self._groups) / self._per_row)
        self.width = availWidth
        self.height = lines * (CELL_HEIGHT + SMALL + 2) + (lines - 1) * ROW_GAP
        return self.width, self.height

    @override
    def draw(self) -> None:
        widest = max(len(group) for group in self._groups) * CELL
        used = self._per_row * widest + (self._per_row - 1) * GROUP_GAP
        left = (self.width - used) / 2
        for place, group in enumerate(self._groups):
            row, column = divmod(place, self._per_row)
            top = self.height - row * (CELL_HEIGHT + SMALL + 2 + ROW_GAP)
            self._draw_group(left + column * (widest + GROUP_GAP), top - CELL_HEIGHT, place + 1, group)

    def _draw_group(self, x: float, y: float, number: int, group: str) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.6)
        canvas.setFont(self._typeface.bold, LETTER_SIZE)
        for place, letter in enumerate(group):
            canvas.rect(x + place * CELL, y, CELL, CELL_HEIGHT)
            canvas.drawCentredString(x + (place + 0.5) * CELL, y + (CELL_HEIGHT - LETTER_SIZE * 0.66) / 2, letter)
        canvas.setFont(self._typeface.regular, SMALL)
        words = label("papers", "nhóm {number}").format(number=number)
        canvas.drawCentredString(x + len(group) * CELL / 2, y - SMALL - 1, words)


class QrPath(Flowable):
    """A QR code as one filled path: the library's own costs ten times as much."""

    def __init__(self, block: Qr) -> None:
        """Draw ``block``, without its caption."""
        super().__init__()
        self._modules = qr_modules(block.content)
        self._side = block.size_mm * mm

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = self.height = self._side
        return self.width, self.height

    @override
    def draw(self) -> None:
        draw_qr(self.canv, self._modules, self._side)


def qr_modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of a QR code from the top, dark modules true, without a quiet zone."""
    made = segno.make(content, error="m", micro=False, boost_error=False)
    return tuple(tuple(map(bool, row)) for row in made.matrix)


def draw_qr(canvas: Canvas, modules: tuple[tuple[bool, ...], ...], side: float) -> None:
    """Fill the dark modules of a code of ``side`` points, its quiet zone included, from the origin."""
    size = side / (len(modules) + 2 * QUIET_ZONE)
    path = canvas.beginPath()
    for place, row in enumerate(modules):
        y = side - (place + QUIET_ZONE + 1) * size
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                path.rect((start + QUIET_ZONE) * size, y, (end - start) * size, size)
            start = max(end, start + 1)
    canvas.drawPath(path, stroke=0, fill=1)


class SigningLines(Flowable):
    """Titles side by side with room to sign below, and a line for the name."""

    def __init__(self, block: Signatures, typeface: Typeface) -> None:
        """Draw the places of ``block``."""
        super().__init__()
        self._texts = tuple(map(typeface.writable, block.titles))
        self._typeface = typeface
        self._titles: tuple[tuple[str, ...], ...] = ()

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        measure = Measure(self._typeface, TITLE_SIZE, is_bold=True)
        share = availWidth / len(self._texts) - 2 * mm
        self._titles = tuple(measure.broken(text, share) for text in self._texts)
        self.width = availWidth
        self.height = (max(map(len, self._titles)) + 1.4) * TITLE_LINE + SIGNING_ROOM
        return self.width, self.height

    @override
    def draw(self) -> None:
        canvas, share = self.canv, self.width / len(self._titles)
        hint, top = label("papers", "(Ký, ghi rõ họ tên)"), self.height - TITLE_SIZE
        deepest = max(map(len, self._titles))
        for place, lines in enumerate(self._titles):
            middle = (place + 0.5) * share
            canvas.setFont(self._typeface.bold, TITLE_SIZE)
            for down, line in enumerate(lines):
                canvas.drawCentredString(middle, top - down * TITLE_LINE, line)
            canvas.setFont(self._typeface.italic, TITLE_SIZE - 1)
            canvas.drawCentredString(middle, top - deepest * TITLE_LINE, hint)
            canvas.setLineWidth(0.4)
            canvas.line(middle - share * 0.38, 4, middle + share * 0.38, 4)
