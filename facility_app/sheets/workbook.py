"""Opening a spreadsheet file of somebody else's: what it really is, its cells, and in plain words why not."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.sheets.reading import refusals
from facility_app.sheets.reading.biff import read_xls
from facility_app.sheets.reading.csv_text import read_csv
from facility_app.sheets.reading.formats import ENDINGS, FILE_KIND_LABELS, FileKind, kind_of
from facility_app.sheets.reading.grid import Limits, Remark, Sheet
from facility_app.sheets.reading.ods import read_ods
from facility_app.sheets.reading.xlsx import read_xlsx

USUAL: Final = Limits()
_MEGA: Final = 1_000_000
_READERS: Final = {
    FileKind.XLSX: read_xlsx,
    FileKind.XLS: read_xls,
    FileKind.ODS: read_ods,
    FileKind.CSV: read_csv,
}
_OTHER_KIND: Final = label("sheets", "Đuôi tệp là {ending} nhưng nội dung là {kind}; đã đọc theo nội dung.")
_HIDDEN: Final = label("sheets", "Trang tính “{sheet}” đang ẩn nhưng có dữ liệu.")


@dataclass(frozen=True, slots=True)
class Book:
    """A spreadsheet file, read.

    Attributes:
        name: of the file.
        kind: what it really is.
        sheets: those with something in them, in the order of their tabs.
        has_1904: whether its day numbers count from 1904.
        remarks: what was guessed: letters, separators, a wrong ending, hidden sheets.
    """

    name: str
    kind: FileKind
    sheets: tuple[Sheet, ...]
    has_1904: bool = False
    remarks: tuple[Remark, ...] = ()


def open_book(path: Path, limits: Limits = USUAL) -> Book:
    """Read all cells of a ``.xlsx``, ``.xls``, ``.ods`` or ``.csv`` file; formulas give their last result.

    The content decides what the file is, not its name. Macros, pictures and comments are never looked at.

    Args:
        path: the file.
        limits: how much is read.

    Raises:
        UserError: ``file_missing``, ``file_empty``, ``no_cells``, ``not_a_sheet``, ``file_has_password``,
            ``file_broken``, ``file_too_big``, ``too_many_sheets``, ``too_many_cells``, ``sheet_too_big``.
        EnvironmentFault: ``file_not_read``.
    """
    return read_book(_content(path, limits), path.name, limits)


def read_book(content: bytes, name: str, limits: Limits = USUAL) -> Book:
    """Read a file already in memory; ``name`` is what messages call it.

    Raises:
        UserError: as ``open_book``.
    """
    try:
        kind = kind_of(content, name)
        found = _READERS[kind](content, limits)
    except refusals.PasswordNeededError:
        raise refusals.password_needed(name) from None
    except refusals.TooManyBytesError:
        raise refusals.file_too_big(name, limits.unpacked_bytes // _MEGA) from None
    except refusals.TooManyCellsError:
        raise refusals.too_many_cells(name, limits.cells) from None
    except (refusals.BrokenFileError, struct.error, MemoryError, RecursionError):
        raise _broken(content, name) from None
    if len(found.sheets) > limits.sheets:
        raise refusals.too_many_sheets(name, limits.sheets)
    sheets = tuple(sheet for sheet in found.sheets if not sheet.is_empty)
    if not sheets:
        raise refusals.no_cells(name)
    return Book(name, kind, sheets, found.has_1904, (*_remarks(name, kind, sheets), *found.remarks))


def _content(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise refusals.file_missing(path.name or str(path))
        with path.open("rb") as file:
            content = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise refusals.file_not_read(path.name) from error
    if len(content) > limits.file_bytes:
        raise refusals.file_too_big(path.name, limits.file_bytes // _MEGA)
    return content


def _broken(content: bytes, name: str) -> UserError:
    """Bytes that are no text and no container are another kind of file; the rest is a spreadsheet gone bad."""
    is_container = content.startswith((b"PK", b"\xd0\xcf\x11\xe0"))
    return refusals.file_broken(name) if is_container else refusals.not_a_sheet(name, refusals.UNKNOWN)


def _remarks(name: str, kind: FileKind, sheets: tuple[Sheet, ...]) -> tuple[Remark, ...]:
    ending = Path(name).suffix.lower()
    said = []
    if ENDINGS.get(ending, kind) is not kind:
        said.append(Remark(_OTHER_KIND, {"ending": ending, "kind": FILE_KIND_LABELS[kind]}))
    said += [Remark(_HIDDEN, {"sheet": sheet.name}) for sheet in sheets if sheet.is_hidden]
    return tuple(said)


__all__ = ["USUAL", "Book", "FileKind", "Limits", "Remark", "Sheet", "open_book", "read_book"]
