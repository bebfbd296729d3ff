"""A file with a person in each row and a day in each column: its heads and rows, what is told of them, a blank."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.sheets.cells import plain_text, read_text
from facility_app.sheets.day_heads import read_day_head
from facility_app.sheets.error_book import Mark
from facility_app.sheets.header import REMARKS_HEAD, Header, find_list
from facility_app.sheets.reading.grid import Sheet, echo
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book

ORDINAL_HEAD, CODE_HEAD, NAME_HEAD = label("papers", "TT"), label("papers", "Mã"), label("papers", "Họ và tên")
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "ordinal": (ORDINAL_HEAD, "STT", "Số TT"),
    "code": (CODE_HEAD, "Mã số", "Mã người cai nghiện", "Mã học viên"),
    "name": (NAME_HEAD, "Họ tên"),
}
"""Column → what it may be called in a file of somebody else's; every other column is a day."""
_OTHER_NAME: Final = label("errors", "Mã {code} là của người khác tên. Hãy kiểm tra mã và họ tên của dòng này.")
_TWICE: Final = label("errors", "Mã này đã có ở dòng {row}. Hãy bỏ một dòng.")
_WIDTHS: Final = (6, 14, 28)
_DAY_WIDTH: Final = 12


@dataclass(frozen=True, slots=True)
class GridWords:
    """What is told of a file where two kinds of it differ.

    Attributes:
        no_heads: ``{file}`` has no such list.
        of_whom: the line above the heads that says whose file it is, with ``{code}`` at its end.
        other: it is of ``{found}`` and not of ``{code}``.
        bad_head: ``{value}`` stands over cells that are filled in and is no day.
        no_code: a row without a code.
        stranger: nobody has the code ``{value}``.
    """

    no_heads: Label
    of_whom: Label
    other: Label
    bad_head: Label
    no_code: Label
    stranger: Label


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may stand in a row."""

    resident_id: str
    code: str
    name: str = field(repr=False)


class MonthGrid:
    """One file being read; what is wrong is noted where it stands.

    Attributes:
        sheet: the sheet the list was found in.
        doubted: people whose row has their code and the name of somebody else.
    """

    def __init__(self, book: Book, words: GridWords) -> None:
        """Find the list.

        Raises:
            UserError: ``no_heads``: the file is no such list at all.
        """
        found = find_list(book, NAMES)
        if found is None or "code" not in found[1].fields:
            raise UserError("no_heads", words.no_heads, file=book.name)
        self.sheet: Sheet = found[0]
        self._header: Header = found[1]
        self._words = words
        self._marks: list[Mark] = []
        self.doubted: set[str] = set()

    @property
    def first_row(self) -> int:
        """Where the list begins below its heads, from 0."""
        return self._header.first_row

    @property
    def head_row(self) -> int:
        """The row a day stands in above its column."""
        return self._header.row + self._header.depth - 1

    @property
    def rows(self) -> range:
        """The rows below the heads."""
        return range(self._header.first_row, len(self.sheet.rows))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is wrong, cell by cell."""
        return tuple(sorted(self._marks, key=lambda one: (one.row, -1 if one.column is None else one.column)))

    @property
    def faults(self) -> int:
        """How much is wrong so far."""
        return len(self._marks)

    def tell(self, row: int, column: int | None, text: str) -> None:
        """Note that something is wrong."""
        self._marks.append(Mark(row, column, text))

    def said(self, row: int, column: int) -> str:
        """What a cell says, tidied; empty for nothing."""
        return read_text(self.sheet.at(row, column)).value or ""

    def is_filled(self, column: int) -> bool:
        """Whether anything stands in a column."""
        return any(self.said(row, column) for row in self.rows)

    def check_whose(self, code: str) -> None:
        """Hold the line that says whose file it is against whom it is read for."""
        line = re.escape(self._words.of_whom.format(code="")).replace(r"\ ", r"\s*")
        whose = re.compile(rf"{line}\s*(\S+)")
        for row in range(self._header.row):
            for column, value in enumerate(self.sheet.rows[row]):
                told = whose.search(value) if isinstance(value, str) else None
                if told is not None and fold(told[1].strip(".,;")) != fold(code):
                    self.tell(row, column, self._words.other.format(found=echo(told[1]), code=code))

    def days(self, is_mark: Callable[[str], bool]) -> dict[int, tuple[date, int | None]]:
        """Column → the day of its head, with the minute after midnight where it is said.

        Args:
            is_mark: whether a cell says something: under a head nobody can read it would be lost without a
                word.
        """
        return dict(self._days(is_mark))

    def _days(self, is_mark: Callable[[str], bool]) -> Iterator[tuple[int, tuple[date, int | None]]]:
        own = set(self._header.fields.values())
        for column in range(self.sheet.width):
            value = self.sheet.title_at(self.head_row, column)
            if column in own or value == REMARKS_HEAD:
                continue
            read = read_day_head(value)
            if read is not None:
                yield column, read
            elif any(is_mark(self.said(row, column)) for row in self.rows):
                self.tell(self.head_row, column, self._words.bad_head.format(value=echo(plain_text(value))))

    def people(self, known: Iterable[Known], columns: Sequence[int]) -> dict[str, int]:
        """Resident → their row, of the rows that say something in their code or in one of the columns."""
        by_code = {fold(one.code): one for one in known}
        code_at, name_at = self._header.fields["code"], self._header.fields.get("name")
        found: dict[str, int] = {}
        for row in self.rows:
            if not any(self.said(row, column) for column in (code_at, *columns)):
                continue
            code = self.said(row, code_at)
            who = by_code.get(fold(code))
            name = "" if name_at is None else self.said(row, name_at)
            if not code:
                self.tell(row, code_at, self._words.no_code)
            elif who is None:
                self.tell(row, code_at, self._words.stranger.format(value=echo(code)))
            elif who.resident_id in found:
                self.tell(row, code_at, _TWICE.format(row=found[who.resident_id] + 1))
            elif name and fold(name) != fold(who.name):
                self.tell(row, name_at, _OTHER_NAME.format(code=who.code))
                self.doubted.add(who.resident_id)
            else:
                found[who.resident_id] = row
        return found


def month_blank(
    title: str, days: Sequence[str], rows: Iterable[tuple[str, str, Sequence[str | None]]], notes: tuple[str, ...]
) -> Table:
    """A month as a file that can be filled in and read again.

    Args:
        title: what it is called.
        days: the heads of the columns.
        rows: code, name and cells of each person.
        notes: whose it is and how it is filled in.
    """
    return Table(
        title,
        (ORDINAL_HEAD, CODE_HEAD, NAME_HEAD, *days),
        tuple((number, code, name, *cells) for number, (code, name, cells) in enumerate(rows, 1)),
        frozenset(range(1, len(_WIDTHS) + len(days))),
        (*_WIDTHS, *([_DAY_WIDTH] * len(days))),
        notes,
    )
