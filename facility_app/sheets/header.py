"""Where a list begins and what its columns are: heads in any row, one to three rows deep, by Vietnamese names."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.sheets.mending import mend
from facility_app.sheets.reading.grid import CellValue, Sheet, letters
from facility_app.sheets.workbook import Book

Names: TypeAlias = Mapping[str, Sequence[str]]
"""Field → names a column of it bears, abbreviations among them; marks, capitals and blanks do not matter."""

REMARKS_HEAD: Final = label("sheets", "Lỗi và điều cần xem lại")
"""Head of the column our own result workbook adds; it is no part of a file's shape."""

_WHOLE, _BARE, _TAIL, _INSIDE, _ALIKE = 1.0, 0.95, 0.85, 0.7, 0.6
_CLOSE: Final = 0.05
_LEAST_ALIKE: Final = 0.85
_SHORTEST_ALIKE: Final = 6
_DEEPEST: Final = 3
_LONGEST_HEAD: Final = 120
_MOST_ROWS, _PATIENCE = 300, 40
"""Rows looked through for heads, and below the best ones found so far."""
_LEAST_NUMBERED: Final = 3
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_WORDS: Final = re.compile(r"[^0-9a-z]+")
_CAMEL: Final = re.compile(r"(?<=[a-zà-ỹ])(?=[A-Z])")
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
        return tuple(one for one in self.columns if one.rivals or (one.field and one.score < _INSIDE))

    def mapped(self, chosen: Mapping[str, str | None]) -> "Header":
        """The header with what a person chose.

        Args:
            chosen: key of a column → its field, or None to leave it out; columns not named stay as they are.
        """
        columns = tuple(
            replace(one, field=chosen[one.key], score=_WHOLE if chosen[one.key] else 0.0, rivals=())
            if one.key in chosen
            else one
            for one in self.columns
        )
        return replace(self, columns=columns)


def head_key(text: str) -> str:
    """A head in plain small letters: ``Họ & tên`` and ``HO-TEN`` are ``ho ten``; old code pages are read."""
    return _NOT_WORDS.sub(" ", fold(mend(text).text)).strip()


def find_header(sheet: Sheet, names: Names, least: int = 2) -> Header | None:
    """The rows of heads that name the most fields; None where no row names enough.

    Args:
        sheet: any sheet.
        names: what columns are called.
        least: fields that must be recognised.
    """
    known = _Known(names)
    best: Header | None = None
    for row in range(min(len(sheet.rows), _MOST_ROWS)):
        if best is not None and row > best.row + _PATIENCE:
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


def _headers_at(sheet: Sheet, row: int, known: "_Known") -> Iterator[Header]:
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


def _columns(sheet: Sheet, row: int, depth: int, known: "_Known") -> Iterator[Column]:
    for index in range(sheet.width):
        parts = _head_parts(sheet, row, depth, index)
        head = " / ".join(parts)
        if head or any(line[index] is not None for line in sheet.rows[row + depth :]):
            yield known.column(index, head, parts)


def _head_parts(sheet: Sheet, row: int, depth: int, index: int) -> list[str]:
    """What stands above the column, from the top, groups that reach over it included, each once."""
    parts: list[str] = []
    for line in range(row, row + depth):
        text = _head_text(sheet.title_at(line, index))
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
    return _head_text(sheet.at(line, place)) if has_part else ""


def _head_text(value: CellValue) -> str:
    return " ".join(value.split())[:_LONGEST_HEAD] if isinstance(value, str) else ""


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


class _Known:
    """The dictionary, ready to be asked."""

    def __init__(self, names: Names) -> None:
        self._fields: dict[str, tuple[str, ...]] = {}
        self._solid: dict[str, tuple[str, ...]] = {}
        for name_of, written in names.items():
            for name in written:
                key = head_key(name)
                self._fields[key] = _with(self._fields.get(key, ()), name_of)
                self._solid[key.replace(" ", "")] = _with(self._solid.get(key.replace(" ", ""), ()), name_of)
        self._asked: dict[str, dict[str, float]] = {}

    def knows_any(self, row: Sequence[CellValue]) -> bool:
        """Whether a row has a head worth looking at."""
        return any(self._named(head) for value in row if (head := _head_text(value)))

    def column(self, index: int, head: str, parts: Sequence[str]) -> Column:
        """What a column is, by its whole head first, then by the lowest part of it."""
        key = head_key(head)
        scores: dict[str, float] = {}
        for text, worth in self._readings(parts):
            for name_of, score in self._scores(text).items():
                scores[name_of] = max(scores.get(name_of, 0.0), score * worth)
        if not scores:
            return Column(index, head, key)
        best = max(scores, key=lambda name_of: scores[name_of])
        rivals = tuple(one for one in scores if one != best and scores[best] - scores[one] < _CLOSE)
        return Column(index, head, key, best, scores[best], rivals)

    def _readings(self, parts: Sequence[str]) -> Iterator[tuple[str, float]]:
        for start in range(len(parts)):
            yield " ".join(parts[start:]), 1.0 if start == 0 else _TAIL

    def _scores(self, head: str) -> dict[str, float]:
        """Field → how well the head names it."""
        if head not in self._asked:
            self._asked[head] = self._looked_up(head)
        return self._asked[head]

    def _looked_up(self, head: str) -> dict[str, float]:
        return self._named(head) or self._alike(_bare_key(head))

    def _named(self, head: str) -> dict[str, float]:
        """Fields whose name the head is, or has in it."""
        bare = _BRACKETS.sub(" ", head)
        for text, worth in ((head, _WHOLE), (bare, _BARE), (_CAMEL.sub(" ", bare), _BARE)):
            key = head_key(text)
            found = self._fields.get(key) or self._solid.get(key.replace(" ", ""))
            if key and found:
                return dict.fromkeys(found, worth)
        return self._inside(_bare_key(head))

    def _inside(self, key: str) -> dict[str, float]:
        """Names that stand in the head as whole words; the longest ones decide."""
        found: dict[str, float] = {}
        padded, words = f" {key} ", len(key.split())
        for name, fields in self._fields.items():
            if name and f" {name} " in padded:
                share = len(name.split()) / words
                for name_of in fields:
                    found[name_of] = max(
                        found.get(name_of, 0.0), _INSIDE * share + _CLOSE * padded.startswith(f" {name}")
                    )
        return {name_of: score for name_of, score in found.items() if score >= _INSIDE / 3}

    def _alike(self, key: str) -> dict[str, float]:
        """Names spelled nearly so."""
        if not _SHORTEST_ALIKE <= len(key) <= _LONGEST_HEAD // 2:
            return {}
        found: dict[str, float] = {}
        matcher = SequenceMatcher(b=key, autojunk=False)
        for name, fields in self._fields.items():
            matcher.set_seq1(name)
            if len(name) < _SHORTEST_ALIKE or matcher.quick_ratio() < _LEAST_ALIKE:
                continue
            ratio = matcher.ratio()
            if ratio >= _LEAST_ALIKE:
                for name_of in fields:
                    found[name_of] = max(found.get(name_of, 0.0), _ALIKE * ratio)
        return found


def _bare_key(head: str) -> str:
    """The key of a head without what stands in brackets."""
    return head_key(_BRACKETS.sub(" ", head)) or head_key(head)


def _with(fields: tuple[str, ...], name_of: str) -> tuple[str, ...]:
    return fields if name_of in fields else (*fields, name_of)


_OWN_KEY: Final = head_key(REMARKS_HEAD)
