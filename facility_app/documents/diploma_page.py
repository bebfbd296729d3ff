"""Sets a certificate: one page lying wide in a double frame, the name the largest thing on it."""

from collections.abc import Iterator
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from facility_app.documents.diploma import Diploma
from facility_app.documents.face import Face
from facility_app.documents.flow import Sheet, press
from facility_app.documents.measure import Measures
from facility_app.documents.paragraph import Paragraph
from facility_app.documents.runs import Align, Setting, Words
from facility_app.documents.typeface import Fonts
from facility_app.kernel.labels import label

NATION: Final = label("papers", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
MOTTO: Final = label("papers", "Độc lập - Tự do - Hạnh phúc")
PHOTO: Final = label("papers", "Ảnh 3 × 4 cm")
OUTER, INNER, CORNER = 9 * mm, 12.5 * mm, 9 * mm
INK, GOLD, QUIET = (0.09, 0.13, 0.17), (0.62, 0.47, 0.16), (0.35, 0.4, 0.46)
"""Gold prints as a middle grey: the frame holds in black and white too."""
PHOTO_WIDE, PHOTO_HIGH = 30 * mm, 40 * mm
SIDE: Final = 28 * mm


def render_diploma(paper: Diploma, fonts: Fonts) -> bytes:
    """Set the certificate.

    Returns:
        A PDF of one page; equal payload and fonts give equal bytes.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    measures = Measures(fonts.ready())
    sheet = Sheet(landscape(A4), INNER, INNER, INNER, INNER)
    drawn = _Drawn(paper, measures, sheet)
    return press([[]], sheet, measures.typeface, paper.title, drawn.draw)


class _Drawn:
    """The one page."""

    def __init__(self, paper: Diploma, measures: Measures, sheet: Sheet) -> None:
        self._paper, self._measures = paper, measures
        self._wide, self._high = sheet.size

    def draw(self, canvas: Canvas, _number: int, _count: int) -> None:
        """Frame, head, name, facts, signature."""
        _frame(canvas, self._wide, self._high)
        canvas.setFillColorRGB(*INK)
        top = self._head(canvas)
        top = self._name(canvas, top)
        self._facts(canvas, top)
        self._foot(canvas)

    def _head(self, canvas: Canvas) -> float:
        paper = self._paper
        top = self._high - 19 * mm
        half = self._wide / 2
        left, right = SIDE - 8 * mm, half + 4 * mm
        width = half - SIDE + 4 * mm
        issuer_top = top
        if paper.parent:
            issuer_top = self._say(canvas, paper.parent, 12, left, issuer_top, width)
        below = self._say(canvas, paper.issuer, 12, left, issuer_top, width, Face.BOLD)
        _rule(canvas, left + width / 2, below - 1.5 * mm, 26 * mm)
        below = self._say(canvas, NATION, 12, right, top, width, Face.BOLD)
        below = self._say(canvas, MOTTO, 13, right, below, width, Face.BOLD)
        _rule(canvas, right + width / 2, below - 1.5 * mm, 52 * mm)
        canvas.setFillColorRGB(*GOLD)
        below = self._say(canvas, paper.title, 34, SIDE, self._high - 47 * mm, self._wide - 2 * SIDE, Face.BOLD)
        canvas.setFillColorRGB(*INK)
        return below - 2 * mm

    def _name(self, canvas: Canvas, top: float) -> float:
        paper, width = self._paper, self._wide - 2 * SIDE
        top = self._say(canvas, paper.given_to, 15, SIDE, top, width, Face.ITALIC)
        top = self._say(canvas, paper.name, 30, SIDE, top - 1 * mm, width, Face.BOLD)
        return self._say(canvas, paper.below_name, 14, SIDE, top - 1 * mm, width) - 3 * mm

    def _facts(self, canvas: Canvas, top: float) -> None:
        width = self._wide - 2 * SIDE - PHOTO_WIDE
        for head, value in self._paper.lines:
            runs = (
                Words(self._measures.typeface.writable(f"{head} "), Face.REGULAR),
                Words(self._measures.typeface.writable(value), Face.BOLD),
            )
            line = Paragraph(runs, Setting(15, Align.CENTER), self._measures)
            line.draw(canvas, SIDE + PHOTO_WIDE / 2, top, width)
            top -= line.height(width) + 1.2 * mm

    def _foot(self, canvas: Canvas) -> None:
        paper = self._paper
        width = 92 * mm
        right = self._wide - SIDE - width + 6 * mm
        top = self._say(canvas, paper.place_date, 13, right, 64 * mm, width, Face.ITALIC)
        self._say(canvas, paper.signer_title, 13, right, top, width, Face.BOLD)
        self._say(canvas, paper.signer, 14, right, 27 * mm, width, Face.BOLD)
        _photo(canvas, self._measures, SIDE - 6 * mm, 36 * mm)
        low = 33 * mm
        for text in _numbers(paper):
            low = self._say(canvas, text, 11, SIDE - 6 * mm, low, 110 * mm, align=Align.LEFT)

    def _say(
        self,
        canvas: Canvas,
        text: str,
        size: float,
        left: float,
        top: float,
        width: float,
        face: Face = Face.REGULAR,
        *,
        align: Align = Align.CENTER,
    ) -> float:
        """Put words below ``top``; answers where they end."""
        words = Words(self._measures.typeface.writable(text), face)
        line = Paragraph((words,), Setting(size, align), self._measures)
        line.draw(canvas, left, top, width)
        return top - line.height(width)


def _numbers(paper: Diploma) -> Iterator[str]:
    yield from (f"{head}: {value}" for head, value in paper.numbers if value)
    if paper.reprint:
        yield paper.reprint


def _frame(canvas: Canvas, wide: float, high: float) -> None:
    canvas.setStrokeColorRGB(*GOLD)
    canvas.setLineWidth(2.4)
    canvas.rect(OUTER, OUTER, wide - 2 * OUTER, high - 2 * OUTER)
    canvas.setLineWidth(0.7)
    canvas.rect(INNER, INNER, wide - 2 * INNER, high - 2 * INNER)
    # A quarter circle in each corner of the inner frame, open to the middle of the page.
    for x, y, start in (
        (INNER, INNER, 0),
        (wide - INNER, INNER, 90),
        (wide - INNER, high - INNER, 180),
        (INNER, high - INNER, 270),
    ):
        for radius in (CORNER, CORNER - 2 * mm):
            canvas.arc(x - radius, y - radius, x + radius, y + radius, start, 90)
    canvas.setStrokeColorRGB(*INK)


def _rule(canvas: Canvas, middle: float, y: float, length: float) -> None:
    canvas.setLineWidth(0.6)
    canvas.line(middle - length / 2, y, middle + length / 2, y)


def _photo(canvas: Canvas, measures: Measures, left: float, low: float) -> None:
    canvas.setStrokeColorRGB(*QUIET)
    canvas.setLineWidth(0.5)
    canvas.rect(left, low, PHOTO_WIDE, PHOTO_HIGH)
    canvas.setStrokeColorRGB(*INK)
    canvas.setFillColorRGB(*QUIET)
    words = Words(measures.typeface.writable(PHOTO), Face.ITALIC)
    inside = Paragraph((words,), Setting(10, Align.CENTER), measures)
    inside.draw(canvas, left, low + PHOTO_HIGH / 2 + inside.height(PHOTO_WIDE) / 2, PHOTO_WIDE)
    canvas.setFillColorRGB(*INK)
