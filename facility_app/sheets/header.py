"""Where a list begins and what its columns are: heads in any row, one to three rows deep, by Vietnamese names."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from facility_app.kernel.labels import label
from facility_app.sheets.head_names import INSIDE, WHOLE, KnownHeads, Names, head_key, head_text
from facility_app.sheets.reading.grid import CellValue, Sheet, letters
from facility_app.sheets.workbook import Book

REMARKS_HEAD: Final = label("sheets", "Lỗi và điều cần xem lại")
"""Head of the column our own result workbook adds; it is no part of a file's shape."""

_DEEPEST: Final = 3
_MOST_ROWS, _PATIENCE = 300, 40
"""Rows looked through for heads, and below the best ones found so far."""
_PLENTY, _SHORT_PATIENCE = 5.0, 8
"""Heads that name so many fields are the heads; what lies further below is the list."""
_LEAST_NUMBERED: Final = 3
_ORDINAL: Final = re.compile(r"\(?([0-9]{1,3})\)?\.?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list.

    Attributes:
        index: from 0.
        head: as it stands there; of several rows, joined from the top.
        key: the head in plain small letters, by which a mapping is remembered.
        field: what it was recognised as; None for a column nobody knows.
        score: how surely, 0 to 1.
        rivals: other fields the head fits about as well; none when the column is clear.
    """

    index: int
    head: str
    key: str
    field: str | None = None
    score: float = 0.0
    rivals: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """Its name in the sheet: ``C``."""
        return letters(self.index)


@dataclass(frozen=True, slots=True)
class Header:
    """The heads of a list.

    Attributes:
        row: the first row of heads, from 0.
        depth: how many rows they take.
        first_row: where the list itself begins.
        columns: those with a head or with values below.
        shape: the same for every file with these heads; a mapping is remembered by it.
        score: sum over the recognised columns.
    """

    row: int
    depth: int
    first_row: int
    columns: tuple[Column, ...]
    shape: str
    score: float = field(default=0.0, compare=False)

    @property
    def fields(self) -> Mapping[str, int]:
        """Field → its column; of a field claimed twice, the surer column, of equal ones the first."""
        claims = sorted((one for one in self.columns if one.field), key=lambda one: (-one.score, one.index))
        found: dict[str, int] = {}
        for column in claims:
            found.setdefault(column.field or "", column.index)
        return found

    @property
    def repeated(self) -> Mapping[str, tuple[int, ...]]:
        """Fields that several columns claim, with all of those columns."""
        found: dict[str, tuple[int, ...]] = {}
        for column in self.columns:
            if column.field:
                found[column.field] = (*found.get(column.field, ()), column.index)
        return {name: places for name, places in found.items() if len(places) > 1}

    @property
    def unclear(self) -> tuple[Column, ...]:
        """Columns a person should look at: two fields fit, or the name is only alike."""
        return tuple(one for one in self.columns if one.rivals or (one.field and one.score < INSIDE))

    def mapped(self, chosen: Mapping[str, str | None]) -> "Header":
        """The header with what a person chose.

        Args:
            chosen: key of a column → its field, or None to leave it out; columns not named stay as they are.
        """
        columns = tuple(
            replace(one, field=chosen[one.key], score=WHOLE if chosen[one.key] else 0.0, rivals=())
            if one.key in chosen
            else one
            for one in self.columns
        )
        return replace(self, columns=columns)


def find_header(sheet: Sheet, names: Names, least: int = 2) -> Header | None:
    """The rows of heads that name the most fields; None where no row names enough.

    Args:
        sheet: any sheet.
        names: what columns are called.
        least: fields that must be recognised.
    """
    known = KnownHeads(names)
    best: Header | None = None
    for row in range(min(len(sheet.rows), _MOST_ROWS)):
        if best is not None and row > best.row + (_PATIENCE if best.score < _PLENTY else _SHORT_PATIENCE):
            break
        if not known.knows_any(sheet.rows[row]):
            continue
        for header in _headers_at(sheet, row, known):
            if best is None or header.score > best.score:
                best = header
    return best if best is not None and len(best.fields) >= least else None


def find_list(book: Book, names: Names, least: int = 2) -> tuple[Sheet, Header] | None:
    """The sheet whose heads name the most fields, visible sheets before hidden ones.

    Args:
        book: an opened file.
        names: what columns are called.
        least: fields that must be recognised.
    """
    found = [(sheet, header) for sheet in book.sheets if (header := find_header(sheet, names, least)) is not None]
    return max(found, key=lambda one: (not one[0].is_hidden, one[1].score), default=None)


def _headers_at(sheet: Sheet, row: int, known: KnownHeads) -> Iterator[Header]:
    """Headers that begin at ``row``, of one, two and three rows of heads."""
    for depth in range(_least_depth(sheet, row), _DEEPEST + 1):
        if row + depth > len(sheet.rows):
            return
        columns = tuple(_columns(sheet, row, depth, known))
        first = row + depth
        if first < len(sheet.rows) and _is_numbering(sheet.rows[first]):
            first += 1
        best_of = {one.field: 0.0 for one in columns if one.field}
        for one in columns:
            if one.field:
                best_of[one.field] = max(best_of[one.field], one.score)
        yield Header(row, depth, first, columns, _shape(columns), sum(best_of.values()))


def _least_depth(sheet: Sheet, row: int) -> int:
    """Rows of heads there are at least: a head merged downwards says so."""
    spans = [sheet.span_at(row, column) for column in range(sheet.width)]
    depths = [span.bottom - row + 1 for span in spans if span is not None and span.top == row]
    return max((depth for depth in depths if depth <= _DEEPEST), default=1)


def _columns(sheet: Sheet, row: int, depth: int, known: KnownHeads) -> Iterator[Column]:
    for index in range(sheet.width):
        parts = _head_parts(sheet, row, depth, index)
        head = " / ".join(parts)
        if head or any(line[index] is not None for line in sheet.rows[row + depth :]):
            yield Column(index, head, head_key(head), *known.recognised(parts))


def _head_parts(sheet: Sheet, row: int, depth: int, index: int) -> list[str]:
    """What stands above the column, from the top, groups that reach over it included, each once."""
    parts: list[str] = []
    for line in range(row, row + depth):
        text = head_text(sheet.title_at(line, index))
        if not text and line + 1 < row + depth:
            text = _group_before(sheet, line, index)
        if text and (not parts or parts[-1] != text):
            parts.append(text)
    return parts


def _group_before(sheet: Sheet, line: int, index: int) -> str:
    """The group an unmerged cell belongs to: text files have no merged cells, only the first one is filled."""
    if sheet.spans or sheet.at(line + 1, index) is None:
        return ""
    place = index
    while place > 0 and sheet.at(line, place) is None and sheet.at(line + 1, place) is not None:
        place -= 1
    has_part = sheet.at(line + 1, place) is not None
    return head_text(sheet.at(line, place)) if has_part else ""


def _is_numbering(row: Sequence[CellValue]) -> bool:
    """Whether the row only numbers the columns, as printed forms do: (1) (2) (3)."""
    held = [value for value in row if value is not None]
    if len(held) < _LEAST_NUMBERED:
        return False
    found = [_ORDINAL.fullmatch(str(value).strip()) for value in held]
    numbers = [int(one[1]) for one in found if one]
    return len(numbers) == len(held) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _shape(columns: Sequence[Column]) -> str:
    keys = [one.key for one in columns if one.key and one.key != _OWN_KEY]
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:32]


_OWN_KEY: Final = head_key(REMARKS_HEAD)
