"""Where the list stands in a file and what its columns are: found, remembered, or chosen by a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.legacy_text import CodePage
from facility_app.kernel.names import fold, tidy_name
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.intake.domain.roster import RosterChoices
from facility_app.modules.intake.domain.roster_fields import (
    DAY_FIELDS,
    FIELD_LABELS,
    NOT_READ,
    ROSTER_NAMES,
    RosterField,
)
from facility_app.sheets.cells import CellReading, main_code_page, plain_text, read_text
from facility_app.sheets.days import DayRule, date_habit
from facility_app.sheets.head_names import head_key
from facility_app.sheets.header import Header, find_header, find_list
from facility_app.sheets.reading.formats import FileKind
from facility_app.sheets.reading.grid import CellValue, Remark, Sheet, Span, address
from facility_app.sheets.workbook import Book

_NO_SHEET: Final = label("errors", "Tệp {file} không có trang tính “{sheet}”. Các trang có dữ liệu: {known}.")
_NO_HEADS: Final = label(
    "errors",
    "Không tìm thấy dòng tiêu đề của danh sách trong {file}. Cần một dòng có ít nhất hai tên cột như “Họ và tên”, "
    "“Ngày sinh”, “Số CCCD”. Hãy sửa tệp hoặc chỉ ra dòng tiêu đề.",
)
_NO_COLUMN: Final = label(
    "errors", "Danh sách không có cột “{column}”. Hãy ghi chữ cái của cột hoặc đúng tên cột."
)
_NO_FIELD: Final = label("errors", "Không có mục “{field}”. Các mục nhận được: {known}.")
_JOINED: Final = label("intake", "Cột {column} không có tên; đã hiểu là tên (chữ cuối) đứng cạnh họ và tên đệm.")
_TWICE: Final = label("intake", "Các cột {columns} cùng được hiểu là {field}; đã lấy cột {taken}.")
_LEFT: Final = label("intake", "Cột {column} “{head}” không được nhập.")
_OTHER_SHEET: Final = label("intake", "Đã đọc trang “{sheet}”; trang “{other}” cũng có danh sách, không đọc.")
_PASSED: Final = label("intake", "Dòng {row} không phải người trong danh sách: “{text}”; đã bỏ qua.")
_NOTHING: Final[CellReading[str]] = CellReading()
_MOST_SAID: Final = 8
_LEAST_SINGLE: Final = 0.8
_ECHO: Final = 60
_FEW: Final = 3
_FOOTER: Final = re.compile(
    r"(?:tong cong|tong so|cong(?:$|:| )|nguoi lap|thu truong|giam doc|ke toan|noi nhan|ghi chu|danh sach nay)"
)


@dataclass(frozen=True)
class RosterSheet:
    """The list of one file, its columns known.

    Attributes:
        has_1904: whether day numbers count from 1904.
        remarks: what was guessed.
        has_types: whether the file tells number cells from texts.
    """

    file_name: str
    sheet: Sheet
    header: Header
    today: date
    has_1904: bool
    remarks: tuple[Remark, ...]
    _joined: int | None = field(default=None)
    has_types: bool = True
    _texts: dict[str, CellReading[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def found(
        cls, book: Book, choices: RosterChoices, remembered: Mapping[str, Mapping[str, str | None]], today: date
    ) -> "RosterSheet":
        """The list of a file.

        Args:
            book: an opened file.
            choices: what a person chose.
            remembered: shape of heads → key of a column → its field, as decided before.
            today: the day it is.

        Raises:
            UserError: ``no_such_sheet``, ``no_heads``, ``no_such_column``, ``no_such_field``.
        """
        sheet, header = _found(book, choices)
        header = header.mapped(remembered.get(header.shape, {}))
        header = header.mapped(_chosen(header, choices.columns))
        remarks = [*book.remarks, *_other_lists(book, sheet)]
        joined = _name_beside(sheet, header)
        if joined is not None:
            remarks.append(Remark(_JOINED, {"column": address(0, joined)[:-1]}))
        made = cls(book.name, sheet, header, today, book.has_1904, (), joined, book.kind is not FileKind.CSV)
        passed = list(made.passed_over())[:_MOST_SAID]
        return replace(made, remarks=(*remarks, *_repeated(header, made), *_not_taken(header), *passed))

    @cached_property
    def fields(self) -> Mapping[RosterField, int]:
        """Field → its column."""
        found = {RosterField(name): column for name, column in self.header.fields.items()}
        if RosterField.GIVEN_NAME in found and not {RosterField.FAMILY_NAMES, RosterField.NAME} & found.keys():
            found[RosterField.NAME] = found.pop(RosterField.GIVEN_NAME)
        if self._joined is not None:
            found[RosterField.FAMILY_NAMES] = found.pop(RosterField.NAME)
            found[RosterField.GIVEN_NAME] = self._joined
        return found

    @cached_property
    def page(self) -> CodePage | None:
        """The old code page the list is written in, if it is."""
        return main_code_page(value for row in self.sheet.rows[self.header.first_row :] for value in row)

    @cached_property
    def rules(self) -> Mapping[RosterField, DayRule]:
        """What the dates of each column can be."""
        made = {}
        for one in DAY_FIELDS:
            column = self.fields.get(one)
            if column is None:
                continue
            habit = date_habit(row[column] for row in self.sheet.rows[self.header.first_row :])
            is_end = one is RosterField.ENDS
            years = TwoDigitYears.AROUND if is_end else TwoDigitYears.PAST
            made[one] = DayRule(self.today, years, None if is_end else self.today, self.has_1904, habit)
        return made

    def value(self, row: int, name: RosterField) -> CellValue:
        """What the cell of a row holds; None without such a column."""
        column = self.fields.get(name)
        return None if column is None else self.sheet.at(row, column)

    def text(self, row: int, name: RosterField) -> CellReading[str]:
        """What the cell of a row says in letters; a list repeats its words, so each is read once."""
        value = self.value(row, name)
        if not isinstance(value, str):
            return _NOTHING if value is None else read_text(value, self.page)
        found = self._texts.get(value)
        if found is None:
            found = self._texts[value] = read_text(value, self.page)
        return found

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Rows that are about somebody, from 0."""
        rows = range(self.header.first_row, len(self.sheet.rows))
        return tuple(row for row in rows if self._is_somebody(row))

    def _is_somebody(self, row: int) -> bool:
        """Whether a row says enough: sums, signatures, heads of groups and repeated heads are nobody."""
        values = self.sheet.rows[row]
        held = [column for name, column in self.fields.items() if name not in NOT_READ and _says(values[column])]
        names = [values[self.fields[one]] for one in _NAMING if one in self.fields]
        if not held or self._is_head(row) or (len(held) <= _FEW and _is_footer(values)):
            return False
        is_named = any(map(_says, names))
        is_counted = isinstance(self.value(row, RosterField.ORDINAL), int)
        least = _FEW if names else _FEW - 1
        return (is_named and (is_counted or len(held) > 1)) or len(held) >= least

    def passed_over(self) -> Iterator[Remark]:
        """Rows below the heads that are nobody, as far as they say something."""
        people = set(self.people)
        for row in range(self.header.first_row, len(self.sheet.rows)):
            said = [plain_text(value) for value in self.sheet.rows[row] if _says(value)]
            if row not in people and said:
                yield Remark(_PASSED, {"row": row + 1, "text": " ".join(" | ".join(said).split())[:_ECHO]})

    def _is_head(self, row: int) -> bool:
        """Whether the heads are repeated here, as on each page of a print."""
        return sum(self.sheet.at(row, index) == head for index, head in self._heads.items()) > 1

    @cached_property
    def _heads(self) -> Mapping[int, CellValue]:
        """The lowest text above each column, as it stands there."""
        rows = range(self.header.row, self.header.row + self.header.depth)
        found: dict[int, CellValue] = {}
        for column in self.header.columns:
            texts = [value for row in rows if isinstance(value := self.sheet.at(row, column.index), str)]
            if texts:
                found[column.index] = texts[-1]
        return found


_NAMING: Final = (RosterField.NAME, RosterField.FAMILY_NAMES, RosterField.GIVEN_NAME)


def _found(book: Book, choices: RosterChoices) -> tuple[Sheet, Header]:
    sheets = book.sheets
    if choices.sheet:
        sheets = tuple(one for one in sheets if fold(one.name) == fold(choices.sheet))
        if not sheets:
            known = ", ".join(one.name for one in book.sheets)
            raise UserError("no_such_sheet", _NO_SHEET, file=book.name, sheet=choices.sheet, known=known)
    if choices.header_row > 0:
        sheet = sheets[0]
        header = find_header(_below(sheet, choices.header_row - 1), ROSTER_NAMES, least=1)
        found = None if header is None else (sheet, header)
    else:
        found = find_list(replace(book, sheets=sheets), ROSTER_NAMES)
    if found is None:
        raise UserError("no_heads", _NO_HEADS, file=book.name)
    return found


def _below(sheet: Sheet, row: int) -> Sheet:
    """The sheet with nothing above ``row`` and no other heads below it, so that the heads are looked for there."""
    empty = ((None,) * sheet.width,) * min(row, len(sheet.rows))
    spans: tuple[Span, ...] = tuple(one for one in sheet.spans if one.top >= row)
    return replace(sheet, rows=(*empty, *sheet.rows[row:]), spans=spans)


def _chosen(header: Header, columns: Mapping[str, str]) -> dict[str, str | None]:
    """Key of a column → field, of columns named by letter or head."""
    by_name = {one.letter: one.key for one in header.columns}
    by_name |= {one.key: one.key for one in header.columns if one.key}
    made: dict[str, str | None] = {}
    for named, name in columns.items():
        key = by_name.get(named.strip().upper()) if len(named.strip()) <= 3 else None  # noqa: PLR2004 - XFD is the last
        key = by_name.get(head_key(named)) if key is None else key
        if key is None:
            raise UserError("no_such_column", _NO_COLUMN, column=named)
        if name and name not in set(RosterField):
            raise UserError("no_such_field", _NO_FIELD, field=name, known=", ".join(RosterField))
        made[key] = name or None
    return made


def _name_beside(sheet: Sheet, header: Header) -> int | None:
    """The column right of the names that holds given names: its head was merged, or left empty."""
    name = header.fields.get(RosterField.NAME)
    if name is None or RosterField.GIVEN_NAME in header.fields:
        return None
    beside = next((one for one in header.columns if one.index == name + 1), None)
    mine = next(one for one in header.columns if one.index == name)
    if beside is None or not (beside.key in {"", mine.key} and beside.field in {None, RosterField.NAME}):
        return None
    rows = sheet.rows[header.first_row :]
    both = [row[name + 1] for row in rows if isinstance(row[name], str) and row[name + 1] is not None]
    words = [value for value in both if isinstance(value, str) and tidy_name(value).isalpha()]
    return name + 1 if both and len(words) >= _LEAST_SINGLE * len(both) else None


def _other_lists(book: Book, taken: Sheet) -> Iterator[Remark]:
    for one in book.sheets:
        if one.name != taken.name and find_header(one, ROSTER_NAMES, least=3) is not None:
            yield Remark(_OTHER_SHEET, {"sheet": taken.name, "other": one.name})


def _repeated(header: Header, made: RosterSheet) -> Iterator[Remark]:
    for name, places in header.repeated.items():
        taken = set(made.fields.values())
        if not set(places) <= taken and name not in NOT_READ:
            columns = ", ".join(address(0, one)[:-1] for one in places)
            column = address(0, header.fields[name])[:-1]
            yield Remark(_TWICE, {"columns": columns, "field": FIELD_LABELS[RosterField(name)], "taken": column})


def _not_taken(header: Header) -> Iterator[Remark]:
    for one in header.columns:
        if one.field is None and one.head:
            yield Remark(_LEFT, {"column": one.letter, "head": one.head[:_ECHO]})


def _says(value: CellValue) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _is_footer(values: Sequence[CellValue]) -> bool:
    return any(isinstance(value, str) and _FOOTER.match(fold(value)) for value in values)
