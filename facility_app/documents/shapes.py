"""Shapes a paper needs that the library does not draw: key boxes, a QR code in one path, lines to sign on."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import Final

import segno
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from typing_extensions import override

from facility_app.documents.face import Face
from facility_app.documents.flow import Piece
from facility_app.documents.measure import Lines, Measures
from facility_app.documents.payload import KeyGroups, Qr, Signatures
from facility_app.kernel.labels import label

CELL = 10.5 * mm
CELL_HEIGHT = 13 * mm
LETTER_SIZE = 24
SMALL = 9
GROUP_GAP = 8 * mm
ROW_GAP = 7 * mm
QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""
MASK = 3
"""One of the eight patterns a code may be mixed with; a reader finds out which; trying all takes long."""
CODES: Final = 8
"""So many codes are kept: of one paper several copies are printed in a row."""
SIGNING_ROOM = 26 * mm
TITLE_SIZE = 12
TITLE_LINE = TITLE_SIZE * 1.28


class KeyBoxes(Piece):
    """Groups of a key, letter by letter, as many groups beside each other as the paper is wide."""

    before, after = 8.0, 10.0

    def __init__(self, block: KeyGroups, measures: Measures) -> None:
        """Draw the groups of ``block``."""
        self._groups = block.groups
        self._typeface = measures.typeface

    @property
    def _widest(self) -> float:
        return max(len(group) for group in self._groups) * CELL

    def _per_row(self, width: float) -> int:
        return max(1, int((width + GROUP_GAP) // (self._widest + GROUP_GAP)))

    @override
    def height(self, width: float) -> float:
        lines = ceil(len(self._groups) / self._per_row(width))
        return lines * (CELL_HEIGHT + SMALL + 2) + (lines - 1) * ROW_GAP

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        per_row = self._per_row(width)
        used = per_row * self._widest + (per_row - 1) * GROUP_GAP
        left = x + (width - used) / 2
        for place in range(len(self._groups)):
            row, column = divmod(place, per_row)
            upper = top - row * (CELL_HEIGHT + SMALL + 2 + ROW_GAP)
            self._draw_group(canvas, left + column * (self._widest + GROUP_GAP), upper - CELL_HEIGHT, place + 1)

    def _draw_group(self, canvas: Canvas, x: float, y: float, number: int) -> None:
        group = self._groups[number - 1]
        canvas.setLineWidth(0.6)
        canvas.setFont(self._typeface.bold, LETTER_SIZE)
        for place, letter in enumerate(group):
            canvas.rect(x + place * CELL, y, CELL, CELL_HEIGHT)
            canvas.drawCentredString(x + (place + 0.5) * CELL, y + (CELL_HEIGHT - LETTER_SIZE * 0.66) / 2, letter)
        canvas.setFont(self._typeface.regular, SMALL)
        words = label("papers", "nhóm {number}").format(number=number)
        canvas.drawCentredString(x + len(group) * CELL / 2, y - SMALL - 1, words)


class QrPath(Piece):
    """A QR code as one filled path: the library's own costs ten times as much."""

    keeps_next = True

    def __init__(self, block: Qr) -> None:
        """Draw ``block``, without its caption."""
        self._modules = qr_modules(block.content)
        self._side = block.size_mm * mm
        self.keeps_next = bool(block.caption)

    @override
    def height(self, width: float) -> float:
        return self._side

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.saveState()
        canvas.translate(x, top - self._side)
        draw_qr(canvas, self._modules, self._side)
        canvas.restoreState()


@lru_cache(maxsize=CODES)
def qr_modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of a QR code from the top, dark modules true, without a quiet zone."""
    made = segno.make(content, error="m", micro=False, boost_error=False, mask=MASK)
    return tuple(tuple(map(bool, row)) for row in made.matrix)


def draw_qr(canvas: Canvas, modules: tuple[tuple[bool, ...], ...], side: float) -> None:
    """Fill the dark modules of a code of ``side`` points, its quiet zone included, from the origin."""
    whole = len(modules) + 2 * QUIET_ZONE
    canvas.saveState()
    canvas.scale(side / whole, side / whole)
    # In whole modules: to write numbers with places takes the library longer than all the rest of a page.
    canvas.drawPath(PDFPathObject(["n", *_bars(modules, whole)]), stroke=0, fill=1)
    canvas.restoreState()


def _bars(modules: tuple[tuple[bool, ...], ...], whole: int) -> Iterator[str]:
    for place, row in enumerate(modules):
        y, start = whole - place - QUIET_ZONE - 1, 0
        for is_dark, run in groupby(row):
            width = len([*run])
            if is_dark:
                yield f"{start + QUIET_ZONE} {y} {width} 1 re"
            start += width


class SigningLines(Piece):
    """Titles side by side with room to sign below, and a line for the name."""

    before = 10.0

    def __init__(self, block: Signatures, measures: Measures) -> None:
        """Draw the places of ``block``."""
        self._typeface = measures.typeface
        self._texts = tuple(map(self._typeface.writable, block.titles))
        self._measure = measures.of(TITLE_SIZE, Face.BOLD)

    def _titles(self, width: float) -> tuple[Lines, ...]:
        share = width / len(self._texts) - 2 * mm
        return tuple(self._measure.broken(text, share) for text in self._texts)

    @override
    def height(self, width: float) -> float:
        return (max(map(len, self._titles(width))) + 1.4) * TITLE_LINE + SIGNING_ROOM

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        titles, share, bottom = self._titles(width), width / len(self._texts), top - self.height(width)
        hint, upper = label("papers", "(Ký, ghi rõ họ tên)"), top - TITLE_SIZE
        deepest = max(map(len, titles))
        for place, lines in enumerate(titles):
            middle = x + (place + 0.5) * share
            canvas.setFont(self._typeface.bold, TITLE_SIZE)
            for down, line in enumerate(lines):
                canvas.drawCentredString(middle, upper - down * TITLE_LINE, line)
            canvas.setFont(self._typeface.italic, TITLE_SIZE - 1)
            canvas.drawCentredString(middle, upper - deepest * TITLE_LINE, hint)
            canvas.setLineWidth(0.4)
            canvas.line(middle - share * 0.38, bottom + 4, middle + share * 0.38, bottom + 4)
