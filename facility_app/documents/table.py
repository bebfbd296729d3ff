"""A table set line by line: its head on every page, rows kept whole unless one is longer than a page.

The library's own table gets slower with the square of its rows and repeats the head in the middle of a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from typing_extensions import override

from facility_app.documents.columns import fit
from facility_app.documents.payload import Grid
from facility_app.documents.typeface import Typeface

SIZES = (10.0, 9.0, 8.0, 7.0)
"""Sizes of letters tried until no word must be broken."""
LINE = 1.24
PADDING = 3.0
WIDEST_NATURAL = 260.0
"""A cell of many words does not ask for a wider column than this."""
HEAD_GROUND = 0.93

Lines = tuple[str, ...]
Row = tuple[Lines, ...]


@dataclass(slots=True)
class Measure:
    """Widths of words in one face and size; each word is measured once.

    Attributes:
        typeface: the face.
        size: size of the letters.
        is_bold: whether the bold face is meant.
    """

    typeface: Typeface
    size: float
    is_bold: bool = False
    _known: dict[str, float] = field(default_factory=dict)

    def width(self, text: str) -> float:
        """Width in points."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self.typeface.width(text, self.size, is_bold=self.is_bold)
        return found

    def broken(self, text: str, width: float) -> Lines:
        """``text`` in lines no wider than ``width``; a word that is wider is broken, nothing is left out."""
        return tuple(line for part in text.split("\n") for line in self._filled(part, width))

    def longest_word(self, text: str) -> float:
        """Width of the widest word."""
        return max(map(self.width, text.split()), default=0.0)

    def _filled(self, text: str, width: float) -> Iterator[str]:
        line, used, blank = "", 0.0, self.width(" ")
        for word in self._words(text, width):
            taken = self.width(word)
            if line and used + blank + taken > width:
                yield line
                line, used = word, taken
            else:
                line, used = (f"{line} {word}", used + blank + taken) if line else (word, taken)
        yield line

    def _words(self, text: str, width: float) -> Iterator[str]:
        for word in text.split():
            rest = word
            while self.width(rest) > width and len(rest) > 1:
                taken = self._most_letters(rest, width)
                yield rest[:taken]
                rest = rest[taken:]
            yield rest

    def _most_letters(self, word: str, width: float) -> int:
        """How many letters fit; one at least, or nothing would ever be printed."""
        taken, used = 0, 0.0
        while taken < len(word):
            used += self.width(word[taken])
            if used > width:
                break
            taken += 1
        return max(taken, 1)


@dataclass(frozen=True, slots=True)
class Setting:
    """How every part of one table is set.

    Attributes:
        typeface: the face.
        size: size of the letters.
        widths: of the columns.
        right: columns set to the right.
        head: the lines of the head.
        page_height: room on an empty page.
    """

    typeface: Typeface
    size: float
    widths: tuple[float, ...]
    right: frozenset[int]
    head: Row
    page_height: float

    @property
    def line(self) -> float:
        """Height of a line."""
        return self.size * LINE

    def height(self, row: Row) -> float:
        """Height of a row."""
        return max(map(len, row)) * self.line + 2 * PADDING


class TableFlow(Flowable):
    """The head and some rows of a table; what does not fit on the page goes on overleaf."""

    def __init__(self, setting: Setting, rows: Sequence[Row], first: int = 0) -> None:
        """Set ``rows`` from number ``first`` on."""
        super().__init__()
        self._setting, self._rows, self._first = setting, rows, first
        self._taken = len(rows)
        self.spaceBefore, self.spaceAfter = 4, 8

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = sum(self._setting.widths), self._setting.height(self._setting.head)
        for row in self._rows[self._first : self._taken]:
            self.height += self._setting.height(row)
            if self.height > availHeight:
                break  # the rest is measured where it is set
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The rows that fit and the rest; nothing when the table had better begin on the next page."""
        setting, room = self._setting, availHeight - self._setting.height(self._setting.head)
        end = self._first
        while end < self._taken and setting.height(self._rows[end]) <= room:
            room -= setting.height(self._rows[end])
            end += 1
        if end > self._first:
            return [self._part(self._rows, self._first, end), TableFlow(setting, self._rows, end)]
        row = self._rows[end]
        if setting.height(setting.head) + setting.height(row) <= setting.page_height:
            return []
        lines = int((room - 2 * PADDING) // setting.line)
        if lines < 1:
            return []
        upper, lower = tuple(cell[:lines] for cell in row), tuple(cell[lines:] for cell in row)
        return [
            self._part((upper,), 0, 1),
            TableFlow(setting, (lower, *self._rows[end + 1 :])),
        ]

    def _part(self, rows: Sequence[Row], first: int, end: int) -> "TableFlow":
        part = TableFlow(self._setting, rows, first)
        part._taken = end
        return part

    @override
    def draw(self) -> None:
        setting, canvas = self._setting, self.canv
        rows = self._rows[self._first : self._taken]
        heights = [setting.height(row) for row in (setting.head, *rows)]
        top = sum(heights)
        canvas.setLineWidth(0.4)
        canvas.setFillGray(HEAD_GROUND)
        canvas.rect(0, top - heights[0], self.width, heights[0], stroke=0, fill=1)
        canvas.setFillGray(0)
        y = top
        for place, (row, height) in enumerate(zip((setting.head, *rows), heights, strict=True)):
            _draw_row(canvas, setting, row, y, is_head=place == 0)
            canvas.line(0, y, self.width, y)
            y -= height
        canvas.line(0, y, self.width, y)
        x = 0.0
        for width in (*setting.widths, 0.0):
            canvas.line(x, top, x, y)
            x += width


def table_of(grid: Grid, typeface: Typeface, width: float, page_height: float) -> TableFlow:
    """The table as wide as the paper; its letters get smaller until no word need be broken."""
    heads = tuple(map(typeface.writable, grid.heads))
    rows = [tuple(map(typeface.writable, row)) for row in grid.rows]
    bold, plain, widths = _fitted(grid, heads, rows, typeface, width)
    room = [one - 2 * PADDING for one in widths]
    head = tuple(bold.broken(text, one) for text, one in zip(heads, room, strict=True))
    # A head longer than half a page would leave no room for rows.
    most = max(1, int(page_height / 2 // (bold.size * LINE)))
    setting = Setting(
        typeface, plain.size, tuple(widths), grid.right, tuple(lines[:most] for lines in head), page_height
    )
    cells = [tuple(plain.broken(text, one) for text, one in zip(row, room, strict=True)) for row in rows]
    return TableFlow(setting, cells)


def _fitted(
    grid: Grid, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], typeface: Typeface, width: float
) -> tuple[Measure, Measure, list[float]]:
    """Measures of head and cells, and the widths of the columns."""
    for size in SIZES:
        bold, plain = Measure(typeface, size, is_bold=True), Measure(typeface, size)
        if grid.widths:
            return bold, plain, [width * one / sum(grid.widths) for one in grid.widths]
        natural, least = [], []
        for place, head in enumerate(heads):
            words = max(bold.longest_word(head), max((plain.longest_word(r[place]) for r in rows), default=0.0))
            line = max((typeface.width(row[place].partition("\n")[0], size) for row in rows), default=0.0)
            room = 2 * PADDING + 1
            least.append(min(words, WIDEST_NATURAL) + room)
            natural.append(min(max(words, line), WIDEST_NATURAL) + room)
        if sum(least) <= width or size == SIZES[-1]:
            return bold, plain, fit(natural, least, width)
    raise AssertionError  # the last size is always taken


def _draw_row(canvas: Canvas, setting: Setting, row: Row, top: float, *, is_head: bool) -> None:
    canvas.setFont(setting.typeface.bold if is_head else setting.typeface.regular, setting.size)
    x = 0.0
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
