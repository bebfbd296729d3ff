"""The list handed back: the same rows at the same addresses, with what is wrong marked, explained and listed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.sheets.cells import plain_text
from facility_app.sheets.header import REMARKS_HEAD
from facility_app.sheets.reading.grid import CellValue, Sheet, address
from facility_app.sheets.table_writer import LONGEST_TEXT
from facility_app.sheets.whole_file import write_whole
from facility_app.sheets.xlsx_library import exceptions, new_book

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LIST_NAME: Final = label("sheets", "Danh sách lỗi")
CELL_HEAD: Final = label("sheets", "Ô")
_KIND_HEAD: Final = label("sheets", "Loại")
VALUE_HEAD: Final = label("sheets", "Giá trị trong ô")
TEXT_HEAD: Final = label("sheets", "Lỗi và cách sửa")
_FAULT: Final = label("sheets", "Lỗi")
_DOUBT: Final = label("sheets", "Xem lại")
_FIRST_DAY: Final = date(1900, 3, 1)
_EXACT: Final = 10**15
_LONGEST_COMMENT: Final = 1_000
_WIDEST, _NARROWEST, _REMARKS_WIDTH = 40, 6, 70
_SAMPLE: Final = 200
_DAY, _MOMENT, _CLOCK = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to say about a row or one of its cells.

    Attributes:
        row: of the original sheet, from 0.
        column: from 0; None for the row as a whole.
        text: what is wrong and the way on.
        is_fault: whether the row was refused for it; else it is a thing to look at.
    """

    row: int
    column: int | None
    text: str = field(repr=False)
    is_fault: bool = True


def file_has_faults(count: int) -> UserError:
    """The refusal of a file that is taken whole or not at all."""
    return UserError(
        "file_has_faults",
        label("errors", "Tệp có {count} chỗ cần sửa nên chưa nhập dòng nào. Hãy sửa từng ô rồi chọn lại tệp."),
        count=count,
    )


def write_marked(
    path: Path,
    sheet: Sheet,
    first_row: int,
    marks: Sequence[Mark],
    *,
    texts: Mapping[tuple[int, int], str] | None = None,
    text_columns: frozenset[int] = frozenset(),
) -> None:
    """Write ``sheet`` again with its faults in red, things to look at in yellow, each with a comment.

    A column at the right says all of a row's remarks, and can be filtered by; a second sheet lists them. Once put
    right, the file can be imported as it is.

    Args:
        path: where to; replaced only when all of it is written.
        sheet: as it was read.
        first_row: where the list below the heads begins, from 0.
        marks: in any order.
        texts: (row, column) → what to write there instead, as text: a number with its zeros put back.
        text_columns: columns whose values stay text whatever they look like: numbers of papers and phones.

    Raises:
        UserError: ``not_a_file``.
        EnvironmentFault: ``disk_full``, ``file_not_written``.
    """

    def fill(made: Path) -> None:
        with _Marked(made, sheet, marks, texts or {}, text_columns) as book:
            book.write_cells()
            book.write_remarks(first_row)
            book.write_list()

    write_whole(path, fill)


class _Marked:
    """The workbook being written."""

    def __init__(
        self,
        path: Path,
        sheet: Sheet,
        marks: Sequence[Mark],
        texts: Mapping[tuple[int, int], str],
        text_columns: frozenset[int],
    ) -> None:
        self._book = new_book(path, {"strings_to_urls": False, "tmpdir": str(path.parent)})
        self._sheet = sheet
        self._marks = sorted(marks, key=lambda mark: (mark.row, -1 if mark.column is None else mark.column))
        self._texts = texts
        self._text_columns = text_columns
        self._formats: dict[tuple[str, str], Format] = {}
        self._page: Worksheet = self._book.add_worksheet(_sheet_name(sheet.name))
        self._said = _by_cell(self._marks)
        self._remarks_column = _remarks_column(sheet)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: object) -> None:
        """Put the file together, unless something went wrong."""
        if kind is not None:
            return
        try:
            self._book.close()
        except exceptions().FileCreateError as error:
            # The library wraps what the disk said, and nobody above would know it again.
            raise error.args[0] from None

    def write_cells(self) -> None:
        """Every cell where it was, and its comment."""
        for span in self._sheet.spans:
            self._merge(span.top, span.left, span.bottom, span.right)
        for row, values in enumerate(self._sheet.rows):
            for column, value in enumerate(values):
                if column != self._remarks_column:
                    self._cell(self._page, row, column, value)
        for (row, column), found in self._said.items():
            text = "\n".join(mark.text for mark in found)[:_LONGEST_COMMENT]
            self._page.write_comment(row, column, text, {"x_scale": 2.2, "y_scale": 1 + 0.4 * len(found)})
        for column in range(self._sheet.width):
            shown = [plain_text(values[column]) for values in self._sheet.rows[:_SAMPLE] if values[column]]
            usual = sorted(map(len, shown))[len(shown) * 9 // 10] if shown else 0
            self._page.set_column(column, column, max(_NARROWEST, min(usual + 2, _WIDEST)))

    def write_remarks(self, first_row: int) -> None:
        """The column at the right, the filter, the frozen heads."""
        column = self._remarks_column
        rows: dict[int, list[str]] = {}
        for mark in self._marks:
            where = "" if mark.column is None else f"{address(mark.row, mark.column)}: "
            rows.setdefault(mark.row, []).append(f"{where}{mark.text}")
        head = max(first_row - 1, 0)
        self._page.set_column(column, column, _REMARKS_WIDTH)
        self._page.write_string(head, column, REMARKS_HEAD, self._format("head", ""))
        for row, said in rows.items():
            if row != head:
                self._page.write_string(row, column, _fitting("\n".join(said)), self._format("said", ""))
        self._page.freeze_panes(first_row, 0)
        self._page.autofilter(head, 0, max(head, len(self._sheet.rows) - 1), column)

    def write_list(self) -> None:
        """All remarks, one below the other."""
        page = self._book.add_worksheet(LIST_NAME if self._page.get_name() != LIST_NAME else f"{LIST_NAME} 2")
        for column, (head, width) in enumerate(
            ((CELL_HEAD, 10), (_KIND_HEAD, 10), (VALUE_HEAD, 28), (TEXT_HEAD, 110))
        ):
            page.write_string(0, column, head, self._format("head", ""))
            page.set_column(column, column, width)
        for row, mark in enumerate(self._marks, 1):
            kind = "fault" if mark.is_fault else "doubt"
            place = str(mark.row + 1) if mark.column is None else address(mark.row, mark.column)
            page.write_string(row, 0, place)
            page.write_string(row, 1, _FAULT if mark.is_fault else _DOUBT, self._format(kind, ""))
            if mark.column is not None:
                page.write_string(row, 2, _fitting(plain_text(self._sheet.at(mark.row, mark.column))))
            page.write_string(row, 3, _fitting(mark.text), self._format("said", ""))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(self._marks), 3)

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        # A remark at a cell inside would write into the merged one; spans over each other come from twisted files.
        if any(top <= row <= bottom and left <= column <= right for row, column in self._said):
            return
        with suppress(exceptions().OverlappingRange):
            self._page.merge_range(top, left, bottom, right, "", self._format("merged", ""))

    def _cell(self, page: "Worksheet", row: int, column: int, value: CellValue) -> None:
        look = self._look(row, column)
        shown = self._texts.get((row, column))
        if shown is not None:
            page.write_string(row, column, _fitting(shown), self._format(look, "@"))
        elif value is None:
            if look in {"fault", "doubt"}:
                page.write_blank(row, column, None, self._format(look, ""))
        elif isinstance(value, bool):
            page.write_boolean(row, column, value, self._format(look, ""))
        elif isinstance(value, int | float) and abs(value) < _EXACT and column not in self._text_columns:
            page.write_number(row, column, value, self._format(look, ""))
        elif isinstance(value, date | time) and _countable(value):
            page.write_datetime(row, column, value, self._format(look, _day_format(value)))
        else:
            page.write_string(row, column, _fitting(plain_text(value)), self._format(look, "@"))

    def _look(self, row: int, column: int) -> str:
        found = self._said.get((row, column))
        if found:
            return "fault" if any(mark.is_fault for mark in found) else "doubt"
        return "merged" if self._sheet.span_at(row, column) is not None else "plain"

    def _format(self, look: str, numbers: str) -> "Format":
        if (look, numbers) not in self._formats:
            properties = {**_LOOKS[look], **({"num_format": numbers} if numbers else {})}
            self._formats[look, numbers] = self._book.add_format(properties)
        return self._formats[look, numbers]


_LOOKS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {"valign": "top"},
    "merged": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True},
    "head": {"bold": True, "valign": "vcenter", "text_wrap": True, "bg_color": "#E3F1F2"},
    "said": {"valign": "top", "text_wrap": True},
    # Words stand beside every colour: in the comment, the column at the right and the list.
    "fault": {"valign": "top", "bg_color": "#FFC7CE", "font_color": "#9C0006", "border": 1},
    "doubt": {"valign": "top", "bg_color": "#FFEB9C", "font_color": "#7F6000", "border": 1},
}


def _by_cell(marks: Sequence[Mark]) -> dict[tuple[int, int], list[Mark]]:
    found: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if mark.column is not None:
            found.setdefault((mark.row, mark.column), []).append(mark)
    return found


def _remarks_column(sheet: Sheet) -> int:
    """Right of the list, or where the column of an earlier result stands."""
    for row in sheet.rows:
        if row and row[-1] == REMARKS_HEAD:
            return sheet.width - 1
    return sheet.width


def _countable(value: date | time) -> bool:
    if isinstance(value, time):
        return True
    return (value.date() if isinstance(value, datetime) else value) >= _FIRST_DAY


def _day_format(value: date | time) -> str:
    if isinstance(value, time):
        return _CLOCK
    return _MOMENT if isinstance(value, datetime) else _DAY


def _fitting(text: str) -> str:
    """What one cell holds; half characters cannot be written."""
    return text.encode("utf-8", "replace").decode()[:LONGEST_TEXT]


def _sheet_name(name: str) -> str:
    """A name Excel takes: files of other programs may have longer ones, with signs it refuses."""
    kept = "".join(" " if char in "[]:*?/\\'" else char for char in name)[:31].strip()
    return _fitting(kept) or "1"
