"""A table as a spreadsheet file: typed cells, paper numbers as text, ready to be printed."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Self

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import number_text
from facility_app.sheets.whole_file import write_whole
from facility_app.sheets.xlsx_library import exceptions, new_book

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_000_000
LONGEST_TEXT = 32_767
"""What one cell of a spreadsheet holds; a longer text is cut, and says so."""
CUT = label("sheets", " […xem tiếp trong chương trình]")
YES, NO = label("sheets", "Có"), label("sheets", "Không")
PAGE_OF = label("sheets", "Trang &P/&N")

_EXACT = 10**15
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_SURROGATES = re.compile("[\ud800-\udfff]")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_WIDEST, _NARROWEST, _LONGEST_NAME = 60, 8, 31
_LANDSCAPE_FROM = 6
_A4 = 9


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        rows: rows below the heads.
        cut: cells whose text did not fit.
    """

    rows: int
    cut: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table made before anyone asks where it goes; the parts as ``write_table`` takes them."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...] = field(repr=False)
    text_columns: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def write_made(path: Path, table: Table) -> Written:
    """Write a table made before; raises as ``write_table``."""
    return write_table(
        path, table.title, table.heads, table.rows, text_columns=table.text_columns, widths=table.widths,
        notes=table.notes,
    )  # fmt: skip


def write_table(
    path: Path,
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    text_columns: Collection[int] = (),
    widths: Sequence[int] = (),
    notes: Sequence[str] = (),
    made_at: datetime | None = None,
    on_row: Callable[[int], None] | None = None,
) -> Written:
    """Write ``rows`` to an ``.xlsx`` file; ``path`` is replaced only when all of it is written.

    A cell is empty (None), text, a whole number, ``Decimal``, ``Money``, ``date``, an aware ``datetime`` (shown in
    local time) or ``bool``. No text ever becomes a formula, a number or a link.

    Args:
        path: where to.
        title: said above the heads, and the name of the sheet.
        heads: one per column.
        rows: read once, one at a time; each as long as ``heads``.
        text_columns: numbers of columns (from 0) whose values stay text whatever they look like.
        widths: characters per column; guessed from the heads where missing.
        notes: lines below the title, e.g. what the list was narrowed by, who made it and when.
        made_at: the instant the file's properties bear; without it, the writer's own.
        on_row: called with the number of rows done; what it raises stops the writing, and nothing is left.

    Raises:
        EnvironmentFault: ``disk_full``, ``file_not_written``.
        UserError: ``not_a_file``, ``too_many_rows``.
    """

    def fill(made: Path) -> Written:
        with _Sheet(made, title, heads, frozenset(text_columns), made_at) as sheet:
            sheet.begin(title, notes, widths)
            return sheet.fill(rows, on_row)

    return write_whole(path, fill)


class _Sheet:
    """One workbook being written, row by row; put together at the end of its ``with``, unless cut short."""

    def __init__(
        self, path: Path, title: str, heads: Sequence[str], texts: frozenset[int], made_at: datetime | None
    ) -> None:
        options = {"constant_memory": True, "tmpdir": str(path.parent), "default_date_format": "dd/mm/yyyy"}
        self._book = new_book(path, options)
        self._sheet: Worksheet = self._book.add_worksheet(_sheet_name(title))
        self._heads = [_clean(head) for head in heads]
        self._texts = texts
        self._cut = 0
        self._first = 0
        if made_at is not None:
            self._book.set_properties(
                {"title": _clean(title), "created": made_at.astimezone(LOCAL).replace(tzinfo=None)}
            )
        self._title = self._format(bold=True, font_size=14)
        self._quiet = self._format(font_color="#5A6775")
        self._head = self._format(bold=True, bottom=1, text_wrap=True, valign="top", bg_color="#E3F1F2")
        self._text = self._format(num_format="@", valign="top")
        self._plain = self._format(valign="top")
        self._day = self._format(num_format="dd/mm/yyyy", align="left", valign="top")
        self._time = self._format(num_format="dd/mm/yyyy hh:mm", align="left", valign="top")
        self._money = self._format(num_format="#,##0", valign="top")

    def _format(self, **properties: object) -> "Format":
        return self._book.add_format(properties)

    def begin(self, title: str, notes: Sequence[str], widths: Sequence[int]) -> None:
        """Title, notes, heads, and how it is printed."""
        sheet = self._sheet
        for column, head in enumerate(self._heads):
            width = widths[column] if column < len(widths) else len(head) + 4
            is_text = self._text if column in self._texts else None
            sheet.set_column(column, column, max(_NARROWEST, min(width, _WIDEST)), is_text)
        sheet.write_string(0, 0, _clean(title), self._title)
        for number, note in enumerate(notes, 1):
            sheet.write_string(number, 0, _clean(note), self._quiet)
        self._first = len(notes) + 2
        for column, head in enumerate(self._heads):
            sheet.write_string(self._first, column, head, self._head)
        sheet.freeze_panes(self._first + 1, 0)
        sheet.repeat_rows(self._first)
        sheet.set_paper(_A4)
        if len(self._heads) >= _LANDSCAPE_FROM:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{_clean(title).replace('&', '&&')[:120]}&R{PAGE_OF}")

    def fill(self, rows: Iterable[Sequence[object]], on_row: Callable[[int], None] | None) -> Written:
        """Every row below the heads."""
        done = 0
        for done, row in enumerate(rows, 1):
            if done > MOST_ROWS:
                raise _too_many_rows()
            for column, value in enumerate(row):
                self._write(self._first + done, column, value)
            if on_row is not None:
                on_row(done)
        if self._heads:
            self._sheet.autofilter(self._first, 0, self._first + done, len(self._heads) - 1)
        return Written(done, self._cut)

    def __enter__(self) -> Self:
        """Nothing is written before ``begin``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: object) -> None:
        """Put the file together, or let go of the part that holds the rows."""
        try:
            if kind is None:
                self._book.close()
        except exceptions().FileCreateError as error:
            # The library wraps what the disk said, and nobody above would know it again.
            raise error.args[0] from None
        finally:
            # Windows removes no file that is open.
            self._sheet._opt_close()

    def _write(self, row: int, column: int, value: object) -> None:
        sheet = self._sheet
        if value is None or value == "":
            return
        if column in self._texts:
            sheet.write_string(row, column, self._fitting(str(value)), self._text)
        elif isinstance(value, bool):
            sheet.write_string(row, column, YES if value else NO, self._plain)
        elif isinstance(value, Money) and abs(value.vnd) < _EXACT:
            sheet.write_number(row, column, value.vnd, self._money)
        elif isinstance(value, int | Decimal) and -_EXACT < value < _EXACT:
            sheet.write_number(row, column, float(value), self._plain)
        elif isinstance(value, date) and _countable(value):
            self._write_day(row, column, value)
        else:
            sheet.write_string(row, column, self._fitting(_words(value)), self._plain)

    def _write_day(self, row: int, column: int, value: date) -> None:
        if isinstance(value, datetime):
            local = value.astimezone(LOCAL).replace(tzinfo=None)
            self._sheet.write_datetime(row, column, local, self._time)
        else:
            self._sheet.write_datetime(row, column, value, self._day)

    def _fitting(self, text: str) -> str:
        clean = _clean(text)
        if len(clean) <= LONGEST_TEXT:
            return clean
        self._cut += 1
        return clean[: LONGEST_TEXT - len(CUT)] + CUT


def _clean(text: str) -> str:
    """What can be written as UTF-8; spreadsheets escape the rest themselves."""
    return _SURROGATES.sub("\ufffd", text)


def _sheet_name(title: str) -> str:
    return _SHEET_NAME.sub(" ", _clean(title))[:_LONGEST_NAME].strip() or "1"


def _countable(day: date) -> bool:
    """Whether Excel's calendar has the day; what has no zone is not an instant of ours."""
    if isinstance(day, datetime):
        return day.utcoffset() is not None and local_date(day) >= _FIRST_DAY
    return day >= _FIRST_DAY


def _words(value: object) -> str:
    if isinstance(value, Money):
        return value.text()
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return str(value)


def _too_many_rows() -> UserError:
    return UserError(
        "too_many_rows",
        label("errors", "Danh sách dài quá {most} dòng, một bảng tính không chứa hết. Hãy lọc bớt rồi xuất lại."),
        most=number_text(MOST_ROWS),
    )
