"""What a file is by its first bytes; its name is only asked whether it says something else."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.sheets.reading import refusals
from facility_app.sheets.reading.ole import MAGIC, Container
from facility_app.sheets.reading.parts import part_names, unpack


class FileKind(StrEnum):
    """Kinds of spreadsheet files that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


FILE_KIND_LABELS: Final[dict[FileKind, Label]] = {
    FileKind.XLSX: label("terms", "bảng tính Excel (.xlsx)"),
    FileKind.XLS: label("terms", "bảng tính Excel 97–2003 (.xls)"),
    FileKind.ODS: label("terms", "bảng tính OpenDocument (.ods)"),
    FileKind.CSV: label("terms", "tệp văn bản (.csv)"),
}
ENDINGS: Final = {
    ".xlsx": FileKind.XLSX,
    ".xlsm": FileKind.XLSX,
    ".xltx": FileKind.XLSX,
    ".xls": FileKind.XLS,
    ".xlt": FileKind.XLS,
    ".ods": FileKind.ODS,
    ".ots": FileKind.ODS,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".txt": FileKind.CSV,
}
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_FOREIGN: Final = (
    (b"%PDF", refusals.PDF),
    (b"\x89PNG", refusals.PICTURE),
    (b"\xff\xd8\xff", refusals.PICTURE),
    (b"GIF8", refusals.PICTURE),
    (b"BM", refusals.PICTURE),
    (b"Rar!", refusals.ARCHIVE),
    (b"7z\xbc\xaf", refusals.ARCHIVE),
    (b"\x1f\x8b", refusals.ARCHIVE),
    (b"{\\rtf", refusals.WORD),
    (b"MZ", refusals.PROGRAM),
    (b"\x7fELF", refusals.PROGRAM),
    (b"SQLite format 3", refusals.DATABASE),
    (b"\x00\x01\x00\x00Standard", refusals.DATABASE),
    (b"\x09\x00\x04\x00", refusals.OLD_EXCEL),
    (b"\x09\x02\x06\x00", refusals.OLD_EXCEL),
    (b"\x09\x04\x06\x00", refusals.OLD_EXCEL),
)
_BINARY_ONLY: Final = frozenset({b"BM", b"MZ"})
_WEB: Final = (b"<", b"mime-version:")
_LONGEST_TYPE: Final = 10_000
_BLANK: Final = b"\xef\xbb\xbf \t\r\n"


def kind_of(content: bytes, name: str) -> FileKind:
    """Which reader takes the file.

    Args:
        content: all of it.
        name: for the refusal.

    Raises:
        UserError: ``file_empty``, ``not_a_sheet``, ``file_has_password``.
        BrokenFileError: the container is broken.
    """
    if not content:
        raise refusals.file_empty(name)
    if content.startswith(_ZIP):
        return _zipped(content, name)
    if content.startswith(MAGIC):
        return _contained(content, name)
    for start, what in _FOREIGN:
        # Two letters may begin a plain text; a zero byte near the start never does.
        if content.startswith(start) and (start not in _BINARY_ONLY or 0 in content[:200]):
            raise refusals.not_a_sheet(name, what)
    if content[:200].lstrip(_BLANK).lower().startswith(_WEB):
        raise refusals.not_a_sheet(name, refusals.WEB_PAGE)
    return FileKind.CSV


def _zipped(content: bytes, name: str) -> FileKind:
    names = {part.replace("\\", "/").lstrip("/").lower() for part in part_names(content)}
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if "xl/workbook.bin" in names:
        raise refusals.not_a_sheet(name, refusals.BINARY_EXCEL)
    if any(part.startswith(("word/", "ppt/")) for part in names):
        is_word = any(part.startswith("word/") for part in names)
        raise refusals.not_a_sheet(name, refusals.WORD if is_word else refusals.SLIDES)
    if "content.xml" not in names:
        raise refusals.not_a_sheet(name, refusals.ARCHIVE)
    return _open_document(content, name)


def _open_document(content: bytes, name: str) -> FileKind:
    """Writer and Impress files have the same parts; one of them says which it is."""
    said = unpack(content, "mimetype".__eq__, _LONGEST_TYPE).get("mimetype", b"")
    if b"opendocument.text" in said:
        raise refusals.not_a_sheet(name, refusals.WORD)
    if b"opendocument.presentation" in said:
        raise refusals.not_a_sheet(name, refusals.SLIDES)
    return FileKind.ODS


def _contained(content: bytes, name: str) -> FileKind:
    names = Container(content).names
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        raise refusals.password_needed(name)
    if names & {"Workbook", "Book"}:
        return FileKind.XLS
    raise _other_container(names, name)


def _other_container(names: frozenset[str], name: str) -> UserError:
    if "WordDocument" in names:
        return refusals.not_a_sheet(name, refusals.WORD)
    if "PowerPoint Document" in names:
        return refusals.not_a_sheet(name, refusals.SLIDES)
    return refusals.not_a_sheet(name, refusals.UNKNOWN)
