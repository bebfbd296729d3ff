"""A table set line by line: its head on every page, a short one on one page, rows kept whole.

The library's own table gets slower with the square of its rows and repeats the head in the middle of a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from facility_app.documents.columns import fit
from facility_app.documents.face import Face
from facility_app.documents.flow import Piece
from facility_app.documents.measure import Lines, Measure, Measures
from facility_app.documents.payload import Grid
from facility_app.documents.typeface import Typeface

SIZES = (10.0, 9.0, 8.0, 7.0)
"""Sizes of letters tried until no word must be broken."""
LINE = 1.24
PADDING = 3.0
WIDEST_NATURAL = 260.0
"""A cell of many words does not ask for a wider column than this."""
HEAD_GROUND = 0.93
LAST_ROWS = 2
"""So many rows go overleaf with what the table must not be parted from."""
SHORT = 0.25
"""A table no higher than this part of a page stands on one."""

Row = tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How every part of one table is set.

    Attributes:
        typeface: the face.
        size: size of the letters.
        widths: of the columns.
        right: columns set to the right.
        head: the lines of the head.
    """

    typeface: Typeface
    size: float
    widths: tuple[float, ...]
    right: frozenset[int]
    head: Row

    @property
    def line(self) -> float:
        """Height of a line."""
        return self.size * LINE

    def height(self, row: Row) -> float:
        """Height of a row."""
        return max(map(len, row)) * self.line + 2 * PADDING


class Table(Piece):
    """The head and some rows of a table; what does not fit on the page goes on overleaf."""

    before, after = 4.0, 8.0

    is_short = False
    """Whether it is never parted."""

    def __init__(self, setting: Setting, rows: Sequence[Row], first: int = 0, end: int | None = None) -> None:
        """Set ``rows`` from number ``first`` to before ``end``."""
        self._setting, self._rows, self._first = setting, rows, first
        self._end = len(rows) if end is None else end
        self._height: float | None = None

    @override
    def height(self, width: float) -> float:
        if self._height is None:
            shown = self._rows[self._first : self._end]
            self._height = self._setting.height(self._setting.head) + sum(map(self._setting.height, shown))
        return self._height

    @override
    def least(self, width: float) -> float:
        if self.is_short:
            return self.height(width)
        shown = self._rows[self._first : self._first + 1]
        return self._setting.height(self._setting.head) + sum(map(self._setting.height, shown))

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Piece, Piece] | None:
        """The rows that fit and the rest; a row is taken apart only when no page holds it."""
        if self.is_short:
            return None
        setting, left = self._setting, room - self._setting.height(self._setting.head)
        end = self._first
        while end < self._end and setting.height(self._rows[end]) <= left:
            left -= setting.height(self._rows[end])
            end += 1
        if self.keeps_next:
            end = min(end, max(self._end - LAST_ROWS, self._first + 1))
        if end > self._first:
            return self._parted(end)
        row = self._rows[end]
        if setting.height(setting.head) + setting.height(row) <= page:
            return None
        lines = int((left - 2 * PADDING) // setting.line)
        if lines < 1:
            return None
        upper, lower = tuple(cell[:lines] for cell in row), tuple(cell[lines:] for cell in row)
        rest = Table(setting, (lower, *self._rows[end + 1 : self._end]))
        rest.keeps_next = self.keeps_next
        return Table(setting, (upper,)), rest

    @override
    def end_apart(self) -> tuple[Piece, Piece] | None:
        """All but the last rows, and these with the head again."""
        end = self._end - LAST_ROWS
        return None if self.is_short or end <= self._first else self._parted(end)

    def _parted(self, end: int) -> "tuple[Table, Table]":
        rest = Table(self._setting, self._rows, end, self._end)
        rest.keeps_next = self.keeps_next
        return Table(self._setting, self._rows, self._first, end), rest

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        setting = self._setting
        rows = (setting.head, *self._rows[self._first : self._end])
        right, first = x + sum(setting.widths), setting.height(setting.head)
        canvas.setLineWidth(0.4)
        canvas.setFillGray(HEAD_GROUND)
        canvas.rect(x, top - first, right - x, first, stroke=0, fill=1)
        canvas.setFillGray(0)
        y = top
        for place, row in enumerate(rows):
            _draw_row(canvas, setting, row, (x, y), is_head=place == 0)
            canvas.line(x, y, right, y)
            y -= setting.height(row)
        canvas.line(x, y, right, y)
        for width_ in (*setting.widths, 0.0):
            canvas.line(x, top, x, y)
            x += width_


def table_of(grid: Grid, measures: Measures, width: float, page: float, size: float | None = None) -> Table:
    """The table as wide as the paper; its letters get smaller until no word need be broken.

    Args:
        grid: what it says.
        measures: of the paper.
        width: of the paper between its margins.
        page: height of an empty page.
        size: size of the letters to begin with; none: that of lists.
    """
    typeface = measures.typeface
    heads = tuple(map(typeface.writable, grid.heads))
    rows = [tuple(map(typeface.writable, row)) for row in grid.rows]
    sizes = SIZES if size is None else (size, *(one for one in SIZES if one < size))
    bold, plain, widths = _fitted(grid, heads, rows, measures, width, sizes)
    room = [one - 2 * PADDING for one in widths]
    head = tuple(bold.broken(text, one) for text, one in zip(heads, room, strict=True))
    # A head longer than half a page would leave no room for rows.
    most = max(1, int(page / 2 // (bold.size * LINE)))
    setting = Setting(typeface, plain.size, tuple(widths), grid.right, tuple(lines[:most] for lines in head))
    made = Table(
        setting, [tuple(plain.broken(text, one) for text, one in zip(row, room, strict=True)) for row in rows]
    )
    made.is_short = made.height(width) <= page * SHORT
    return made


def _fitted(
    grid: Grid,
    heads: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    measures: Measures,
    width: float,
    sizes: Sequence[float],
) -> tuple[Measure, Measure, list[float]]:
    """Measures of head and cells, and the widths of the columns."""
    for size in sizes:
        bold, plain = measures.of(size, Face.BOLD), measures.of(size, Face.REGULAR)
        if grid.widths:
            return bold, plain, [width * one / sum(grid.widths) for one in grid.widths]
        natural, least = [], []
        for place, head in enumerate(heads):
            words = max(bold.longest_word(head), max((plain.longest_word(r[place]) for r in rows), default=0.0))
            line = max((plain.width(row[place].partition("\n")[0]) for row in rows), default=0.0)
            room = 2 * PADDING + 1
            least.append(min(words, WIDEST_NATURAL) + room)
            natural.append(min(max(words, line), WIDEST_NATURAL) + room)
        if sum(least) <= width or size == sizes[-1]:
            return bold, plain, fit(natural, least, width)
    raise AssertionError  # the last size is always taken


def _draw_row(canvas: Canvas, setting: Setting, row: Row, at: tuple[float, float], *, is_head: bool) -> None:
    x, top = at
    canvas.setFont(setting.typeface.bold if is_head else setting.typeface.regular, setting.size)
    for place, (lines, width) in enumerate(zip(row, setting.widths, strict=True)):
        spare = (setting.height(row) - 2 * PADDING - len(lines) * setting.line) / 2 if is_head else 0.0
        y = top - PADDING - setting.size - spare
        for line in lines:
            if is_head:
                canvas.drawCentredString(x + width / 2, y, line)
            elif place in setting.right:
                canvas.drawRightString(x + width - PADDING, y, line)
            else:
                canvas.drawString(x + PADDING, y, line)
            y -= setting.line
        x += width
