"""What every kind of file becomes: sheets of typed cells with addresses, and the merged titles known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from itertools import islice
from typing import Final, TypeAlias

from facility_app.kernel.labels import Label
from facility_app.kernel.typed import ECHO
from facility_app.sheets.reading.refusals import TooManyCellsError, sheet_too_big


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose formula failed.

    Attributes:
        code: as the sheet shows it: ``#N/A``.
    """

    code: str


CellValue: TypeAlias = str | int | float | bool | date | datetime | time | CellError | None
"""What a cell holds; of a formula its last result, of an empty cell None. Whole numbers are ``int``."""

_LETTERS: Final = 26
_EXACT: Final = 2**53


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a file or a cell.

    Attributes:
        template: Vietnamese, with ``{name}`` placeholders.
        params: values of the placeholders; they may be personal data, so they stay out of ``repr``.
    """

    template: Label
    params: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The sentence filled in."""
        return self.template.format(**self.params)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read; one file never takes the machine's memory.

    Attributes:
        file_bytes: size of the file.
        unpacked_bytes: size of its parts, unpacked.
        sheets: sheets in it.
        rows: the last row that may hold something.
        columns: the last column that may hold something.
        cells: rows times columns of one sheet, and of all sheets together.
    """

    file_bytes: int = 32_000_000
    unpacked_bytes: int = 128_000_000
    sheets: int = 100
    rows: int = 50_000
    columns: int = 300
    cells: int = 1_000_000

    def check(self, sheet: str, rows: int, columns: int) -> None:
        """Refuse a sheet whose last cell lies too far out.

        Args:
            sheet: its name.
            rows: rows down to the last cell that holds something.
            columns: columns up to the last one.

        Raises:
            UserError: ``sheet_too_big``, naming the cell.
        """
        if rows > self.rows or columns > self.columns or rows * columns > self.cells:
            fitting = min(self.rows, self.cells // max(1, min(columns, self.columns)))
            raise sheet_too_big(sheet, address(rows - 1, columns - 1), fitting, letters(self.columns - 1))


@dataclass(frozen=True, slots=True)
class Span:
    """Cells merged into one; numbers from 0, the last ones inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet from its cell A1 on.

    Attributes:
        name: as on its tab.
        rows: all of one width; nothing but empty cells lies outside.
        spans: merged cells; their value stands in the first one.
        is_hidden: whether its tab is hidden.
        hidden_rows: rows somebody hid or filtered away; they are read like the others.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...] = field(repr=False)
    spans: tuple[Span, ...] = ()
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(value is not None for row in self.rows for value in row)

    def at(self, row: int, column: int) -> CellValue:
        """What the cell holds; None outside."""
        if 0 <= row < len(self.rows) and 0 <= column < self.width:
            return self.rows[row][column]
        return None

    def span_at(self, row: int, column: int) -> Span | None:
        """The merged cells this one belongs to, if any."""
        if row < len(self.rows) and column < self.width:
            return self._span_of.get((row, column))
        inside = (one for one in self.spans if one.top <= row <= one.bottom and one.left <= column <= one.right)
        return next(inside, None)

    def title_at(self, row: int, column: int) -> CellValue:
        """What the cell shows: of merged cells, what their first one holds."""
        span = self.span_at(row, column)
        return self.at(row, column) if span is None else self.at(span.top, span.left)

    @cached_property
    def _span_of(self) -> Mapping[tuple[int, int], Span]:
        height, width = len(self.rows), self.width
        places = (
            ((row, column), span)
            for span in self.spans
            for row in range(span.top, min(span.bottom + 1, height))
            for column in range(span.left, min(span.right + 1, width))
        )
        # Merged cells never overlap, but in a twisted file a thousand may cover the whole sheet.
        return dict(islice(places, height * width))


@dataclass(frozen=True, slots=True)
class ReadSheets:
    """What a reader found.

    Attributes:
        sheets: in the order of their tabs.
        has_1904: whether day numbers count from 1904.
        remarks: what was guessed or left out.
    """

    sheets: tuple[Sheet, ...]
    has_1904: bool = False
    remarks: tuple[Remark, ...] = ()


class CellCount:
    """Counts the cells of all sheets of one file."""

    def __init__(self, limits: Limits) -> None:
        """Start at none."""
        self._left = limits.cells

    def add(self, rows: int, columns: int) -> None:
        """One more sheet.

        Raises:
            TooManyCellsError: more than one file may have.
        """
        self._left -= rows * columns
        if self._left < 0:
            raise TooManyCellsError


class CellStore:
    """The cells of one sheet while it is read, wherever they stand."""

    def __init__(self, limits: Limits, name: str) -> None:
        """Start with none."""
        self._limits = limits
        self._name = name
        self._cells: dict[tuple[int, int], CellValue] = {}
        self._spans: list[Span] = []
        self._hidden: list[range] = []
        self._rows, self._columns = 0, 0

    def put(self, row: int, column: int, value: CellValue, rows: int = 1, columns: int = 1) -> None:
        """Keep a value, in as many cells below and beside as it is repeated in; None is no value.

        Raises:
            UserError: ``sheet_too_big``, before anything is repeated.
        """
        if value is None:
            return
        if row + rows > self._rows or column + columns > self._columns:
            self._rows, self._columns = max(self._rows, row + rows), max(self._columns, column + columns)
            self._limits.check(self._name, self._rows, self._columns)
        for below in range(row, row + rows):
            for beside in range(column, column + columns):
                self._cells[below, beside] = value

    def add_span(self, span: Span) -> None:
        """Keep merged cells, cut at the limits; a single cell is none."""
        bottom, right = min(span.bottom, self._limits.rows - 1), min(span.right, self._limits.columns - 1)
        is_kept = 0 <= span.top <= bottom and 0 <= span.left <= right and len(self._spans) < self._limits.rows
        if is_kept and (span.top, span.left) != (bottom, right):
            self._spans.append(Span(span.top, span.left, bottom, right))

    def hide_rows(self, first: int, count: int = 1) -> None:
        """Those rows are not shown in the sheet."""
        self._hidden.append(range(first, first + count))

    def sheet(self, *, is_hidden: bool) -> Sheet:
        """What was put in."""
        rows = _rows_of(self._cells)
        # A file may hide every row there could be: only those that hold something matter.
        hidden = frozenset(row for one in self._hidden for row in one[: max(len(rows) - one.start, 0)])
        return Sheet(self._name, rows, tuple(self._spans), is_hidden, hidden)


def address(row: int, column: int) -> str:
    """The name of a cell: ``address(2, 27)`` is ``AB3``."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The name of a column: 0 is ``A``, 26 is ``AA``."""
    name, left = "", column + 1
    while left:
        left, place = divmod(left - 1, _LETTERS)
        name = chr(ord("A") + place) + name
    return name


def column_number(name: str) -> int:
    """The number of a column from 0: ``A`` is 0, ``AA`` is 26."""
    number = 0
    for letter in name.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def whole(number: float) -> int | float:
    """A number as a person sees it: files keep 12 as 12.0."""
    return int(number) if number.is_integer() and abs(number) < _EXACT else number


def even_rows(rows: Iterable[Sequence[CellValue]]) -> tuple[tuple[CellValue, ...], ...]:
    """``rows`` without empty ones at the end and empty columns at the right, all of one width."""
    kept = list(rows)
    while kept and not any(value is not None for value in kept[-1]):
        kept.pop()
    width = max((_last(row) for row in kept), default=0)
    return tuple((*row[:width], *((None,) * (width - len(row)))) for row in kept)


def _rows_of(cells: Mapping[tuple[int, int], CellValue]) -> tuple[tuple[CellValue, ...], ...]:
    """Rows of the cells that hold something; their reach has been checked before."""
    held = {place: value for place, value in cells.items() if value is not None}
    height = max((row for row, _ in held), default=-1) + 1
    width = max((column for _, column in held), default=-1) + 1
    made: list[list[CellValue]] = [[None] * width for _ in range(height)]
    for (row, column), value in held.items():
        made[row][column] = value
    return tuple(map(tuple, made))


def echo(value: object) -> str:
    """As much of a wrong value as a message repeats."""
    return str(value)[:ECHO]


def _last(row: Sequence[CellValue]) -> int:
    return max((place for place, value in enumerate(row, 1) if value is not None), default=0)
