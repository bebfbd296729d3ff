"""A curve on paper: lines told apart by dash and mark, so that a printer without colours says the same."""

from itertools import pairwise
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from facility_app.documents.face import Face
from facility_app.documents.flow import Piece
from facility_app.documents.measure import Measures
from facility_app.documents.payload import Plot, PlotLine

SMALL: Final = 8.0
LEFT: Final = 11 * mm
FOOT: Final = 5 * mm
HEAD: Final = 6 * mm
RIGHT: Final = 4 * mm
MARK: Final = 1.6
LEGEND_LINE: Final = 9 * mm
DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (4, 2), (1, 2), (6, 2, 1, 2))
GRID_GRAY: Final = 0.8


class PlotPiece(Piece):
    """One set of axes with its lines and their names above."""

    before, after = 4.0, 6.0

    def __init__(self, block: Plot, measures: Measures) -> None:
        """Draw ``block``."""
        self._block, self._typeface = block, measures.typeface
        self._names = measures.of(SMALL + 1, Face.REGULAR)

    @override
    def height(self, width: float) -> float:
        return self._block.height_mm * mm

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        block = self._block
        field = _Field(
            block, (x + LEFT, top - self.height(width) + FOOT), (width - LEFT - RIGHT, self._room(width))
        )
        canvas.saveState()
        self._draw_axes(canvas, field)
        for place, line in enumerate(block.lines):
            _draw_line(canvas, field, line, place)
        self._draw_names(canvas, x + LEFT, top - SMALL)
        canvas.restoreState()

    def _room(self, width: float) -> float:
        return self.height(width) - FOOT - HEAD

    def _draw_axes(self, canvas: Canvas, field: "_Field") -> None:
        canvas.setFont(self._typeface.regular, SMALL)
        canvas.setLineWidth(0.3)
        (left, bottom), (wide, high) = field.origin, field.size
        canvas.setStrokeGray(GRID_GRAY)
        for value, text in self._block.y_ticks:
            y = field.y(value)
            canvas.line(left, y, left + wide, y)
            canvas.drawRightString(left - 3, y - SMALL / 3, text)
        for value, text in self._block.x_ticks:
            x = field.x(value)
            canvas.line(x, bottom, x, bottom + high)
            canvas.drawCentredString(x, bottom - SMALL - 2, text)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(0.6)
        canvas.rect(left, bottom, wide, high)

    def _draw_names(self, canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont(self._typeface.regular, SMALL + 1)
        for place, line in enumerate(self._block.lines):
            canvas.setDash(*_dash(place))
            canvas.setLineWidth(1)
            canvas.line(x, y + SMALL / 3, x + LEGEND_LINE, y + SMALL / 3)
            canvas.setDash()
            _draw_mark(canvas, x + LEGEND_LINE / 2, y + SMALL / 3, place)
            text = self._typeface.writable(line.name)
            canvas.drawString(x + LEGEND_LINE + 3, y, text)
            x += LEGEND_LINE + 3 + self._names.width(text) + 6 * mm


class _Field:
    """Where a value stands on the page."""

    def __init__(self, block: Plot, origin: tuple[float, float], size: tuple[float, float]) -> None:
        self.origin, self.size, self._block = origin, size, block

    def x(self, value: float) -> float:
        """Across."""
        least, most = self._block.x_span
        return self.origin[0] + self.size[0] * (value - least) / (most - least)

    def y(self, value: float) -> float:
        """Up; what is off the scale lies on its edge."""
        least, most = self._block.y_span
        return self.origin[1] + self.size[1] * (min(max(value, least), most) - least) / (most - least)


def _draw_line(canvas: Canvas, field: _Field, line: PlotLine, place: int) -> None:
    spots = [(field.x(across), field.y(up)) for across, up in line.points]
    canvas.setLineWidth(1)
    canvas.setDash(*_dash(place))
    for (x, y), (to_x, to_y) in pairwise(spots):
        canvas.line(x, y, to_x, to_y)
    canvas.setDash()
    for x, y in spots:
        _draw_mark(canvas, x, y, place)


def _dash(place: int) -> tuple[tuple[float, ...], int]:
    return DASHES[place % len(DASHES)], 0


def _draw_mark(canvas: Canvas, x: float, y: float, place: int) -> None:
    """A dot, a square, an empty ring, an empty square."""
    is_filled = place % 4 < 2  # noqa: PLR2004 - the first two kinds
    canvas.setFillGray(0 if is_filled else 1)
    if place % 2:
        canvas.rect(x - MARK, y - MARK, 2 * MARK, 2 * MARK, fill=1)
    else:
        canvas.circle(x, y, MARK, fill=1)
    canvas.setFillGray(0)
