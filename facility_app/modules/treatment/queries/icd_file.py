"""The Ministry's table of diagnoses as a spreadsheet of 29 columns: read whole, what is wrong told by its cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import KEEP_ICD
from facility_app.modules.treatment.domain.icd10 import IcdFlag
from facility_app.sheets.cells import read_text
from facility_app.sheets.error_book import Mark
from facility_app.sheets.head_names import head_key
from facility_app.sheets.reading.grid import CellValue, Sheet
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book

COLUMNS: Final = 29
_CODE, _PLAIN = 17, 18
_NAMES: Final = range(19, 23)
_FLAGS: Final = dict(enumerate(IcdFlag, start=23))
_PATTERN: Final = re.compile(r"[A-Z][0-9]{2}(\.[0-9A-Z]{1,3})?", re.ASCII)
_ALMOST: Final = re.compile(r"[A-Za-z]\W?[0-9]", re.ASCII)
_MARKS: Final = "†*+"
"""Dagger and asterisk tell how two codes go together; they are no part of the code."""
_ENGLISH: Final = frozenset({"name", "english", "anh"})
_VIETNAMESE: Final = frozenset({"ten", "viet"})
_SET: Final = frozenset({"1", "x"})
_UNSET: Final = frozenset({"", "0"})

NOT_CODE: Final = label("errors", "Cột 18 phải là mã bệnh có dấu chấm, ví dụ F11.2. Hãy xem lại ô này.")
NOT_PLAIN: Final = label("errors", "Cột 19 phải là mã ở cột 18 bỏ dấu chấm. Có thể đã lệch cột, hãy xem lại.")
NO_NAME: Final = label("errors", "Mã này chưa có tên tiếng Việt. Hãy ghi tên vào ô.")
NOT_FLAG: Final = label("errors", "Cột 24 đến 29 chỉ ghi 1 hoặc để trống. Hãy xem lại ô này.")
BOTH_SEXES: Final = label("errors", "Một mã không thể chỉ cho nữ và chỉ cho nam. Hãy xem lại cột 28, 29.")
TWICE: Final = label("errors", "Mã này đã có ở dòng {row}. Hãy xóa một dòng.")

TITLE: Final = label("treatment", "Bảng mã bệnh ICD-10")
HOW: Final = label("treatment", "Mỗi dòng một mã. Cột 1 đến 17 để trống được; cột 24 đến 29 ghi 1 hoặc để trống.")
CODE_HEAD: Final = label("treatment", "Mã bệnh")
PLAIN_HEAD: Final = label("treatment", "Mã bệnh bỏ dấu chấm")
NAME_HEADS: Final = (
    # English of the Ministry's own heads: by these words a column of names is known.
    *("Disease name", label("treatment", "Tên bệnh")),
    *("Full name", label("treatment", "Tên bệnh đầy đủ")),
)
FLAG_HEADS: Final = (
    label("treatment", "Không là bệnh chính"),
    label("treatment", "Không nên là bệnh chính"),
    label("treatment", "Phải ghi chi tiết hơn"),
    label("treatment", "Chỉ cho tử vong"),
    label("treatment", "Chỉ cho nữ"),
    label("treatment", "Chỉ cho nam"),
)
OTHER_HEAD: Final = label("treatment", "Cột {number}")


@dataclass(frozen=True, slots=True)
class IcdLine:
    """One code of the file."""

    code: str
    text: str
    english: str
    flags: frozenset[IcdFlag]


@dataclass(frozen=True, slots=True)
class IcdFile:
    """What a file says.

    Attributes:
        sheet: the one with the table.
        first_row: where it begins below its heads, from 0.
        lines: codes without a fault, in the order of the file.
        marks: what is wrong, by cell.
    """

    sheet: Sheet = field(repr=False)
    first_row: int
    lines: tuple[IcdLine, ...] = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)


def read_icd_file(uow: UnitOfWork, book: Book) -> IcdFile:
    """Every code of the table, and every cell that says something else than the table may.

    Raises:
        UserError: ``icd_not_the_table``: no sheet has 29 columns with codes in the 18th; ``icd_no_names``: the
            heads of columns 20 to 23 do not say which name is Vietnamese and which is English.
    """
    require(uow, KEEP_ICD)
    for sheet in book.sheets:
        if sheet.width >= COLUMNS:
            first = next((row for row in range(len(sheet.rows)) if _code(sheet.at(row, _CODE))), None)
            if first is not None:
                return _Reader(sheet, first).read()
    raise UserError(
        "icd_not_the_table",
        label(
            "errors",
            "Tệp “{file}” không có bảng 29 cột của Bộ Y tế với mã bệnh ở cột 18. Hãy chọn lại tệp, giữ nguyên các "
            "cột.",
        ),
        file=book.name,
    )


def icd_table(uow: UnitOfWork) -> Table:
    """The columns of the Ministry's table with nothing in them, for whoever copies codes into it."""
    require(uow, KEEP_ICD)
    known = {_CODE: CODE_HEAD, _PLAIN: PLAIN_HEAD, **dict(zip(_NAMES, NAME_HEADS, strict=True))}
    known |= dict(zip(_FLAGS, FLAG_HEADS, strict=True))
    heads = tuple(str(known.get(one) or OTHER_HEAD.format(number=one + 1)) for one in range(COLUMNS))
    return Table(TITLE, heads, (), frozenset({_CODE, _PLAIN, *_NAMES}), (10,) * COLUMNS, (HOW,))


class _Reader:
    """One table, row by row."""

    def __init__(self, sheet: Sheet, first: int) -> None:
        self._sheet = sheet
        self._first = first
        self._marks: list[Mark] = []
        self._rows: dict[str, int] = {}
        self._vietnamese, self._english = _name_columns(sheet, first)

    def read(self) -> IcdFile:
        """All of it."""
        for row in range(self._first):
            # A code mistyped in the first line is no head: it would be passed over in silence.
            value = self._sheet.at(row, _CODE)
            if isinstance(value, str) and _ALMOST.match(value.strip()):
                self._fault(row, _CODE, NOT_CODE)
        rows = range(self._first, len(self._sheet.rows))
        lines = [self._line(row) for row in rows if any(value is not None for value in self._sheet.rows[row])]
        found = tuple(one for one in lines if one is not None)
        return IcdFile(self._sheet, self._first, found, tuple(self._marks))

    def _line(self, row: int) -> IcdLine | None:
        before = len(self._marks)
        code = _code(self._sheet.at(row, _CODE))
        if not code:
            self._fault(row, _CODE, NOT_CODE)
        elif _bare(self._sheet.at(row, _PLAIN)) != code.replace(".", ""):
            self._fault(row, _PLAIN, NOT_PLAIN)
        elif (other := self._rows.setdefault(code, row)) != row:
            self._fault(row, _CODE, TWICE.format(row=other + 1))
        text = self._name(row, self._vietnamese)
        if not text:
            self._fault(row, self._vietnamese[0], NO_NAME)
        english = self._name(row, self._english)
        flags = frozenset(flag for column, flag in _FLAGS.items() if self._flag(row, column))
        if {IcdFlag.FEMALE, IcdFlag.MALE} <= flags:
            self._fault(row, COLUMNS - 1, BOTH_SEXES)
        return IcdLine(code, text, english, flags) if len(self._marks) == before else None

    def _name(self, row: int, columns: Sequence[int]) -> str:
        for column in columns:
            value = self._sheet.at(row, column)
            if value is None:
                continue
            reading = read_text(value)
            for remark in (reading.fault, reading.doubt):
                if remark is not None:
                    # A name that was guessed would stand in every record; the file is put right instead.
                    self._fault(row, column, remark.text)
            if reading.value:
                return reading.value
        return ""

    def _flag(self, row: int, column: int) -> bool:
        value = self._sheet.at(row, column)
        said = str(int(value)) if isinstance(value, bool) else _bare(value).casefold()
        if said not in _SET | _UNSET:
            self._fault(row, column, NOT_FLAG)
        return said in _SET

    def _fault(self, row: int, column: int, text: str) -> None:
        self._marks.append(Mark(row, column, text))


def _name_columns(sheet: Sheet, first: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    vietnamese, english = [], []
    for column in _NAMES:
        titles = (sheet.title_at(row, column) for row in range(first))
        words = {word for title in titles if isinstance(title, str) for word in head_key(title).split()}
        if words & _ENGLISH:
            english.append(column)
        elif words & _VIETNAMESE:
            vietnamese.append(column)
    if not vietnamese or not english:
        raise UserError(
            "icd_no_names",
            label(
                "errors",
                "Tiêu đề cột 20 đến 23 không cho biết cột nào là tên tiếng Việt, cột nào là tên tiếng Anh. Hãy "
                "giữ dòng tiêu đề của Bộ Y tế.",
            ),
        )
    return tuple(vietnamese), tuple(english)


def _bare(value: CellValue) -> str:
    return "" if value is None else str(value).strip().rstrip(_MARKS).strip()


def _code(value: CellValue) -> str:
    """The code of a cell, without dagger and asterisk; empty when it is none."""
    found = _bare(value) if isinstance(value, str) else ""
    return found if _PATTERN.fullmatch(found) else ""
