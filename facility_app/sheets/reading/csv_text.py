"""Reading .csv: which letters its bytes are and what parts its cells is guessed, and the guess is said."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.legacy_text import from_tcvn3, from_vni, tied_marks
from facility_app.kernel.syllables import is_syllable
from facility_app.sheets.reading.grid import CellCount, CellValue, Limits, ReadSheets, Remark, Sheet, even_rows
from facility_app.sheets.reading.refusals import BrokenFileError, TooManyBytesError


class Encoding(StrEnum):
    """How the bytes of a text file are read."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    CP1258 = "cp1258"
    VNI = "vni"
    TCVN3 = "tcvn3"
    CP1252 = "cp1252"


ENCODING_LABELS: Final[dict[Encoding, Label]] = {
    Encoding.UTF8: label("terms", "Unicode (UTF-8)"),
    Encoding.UTF16: label("terms", "Unicode (UTF-16)"),
    Encoding.CP1258: label("terms", "Windows-1258 (tiếng Việt)"),
    Encoding.VNI: label("terms", "VNI"),
    Encoding.TCVN3: label("terms", "TCVN3 (ABC)"),
    Encoding.CP1252: label("terms", "Windows-1252 (phương Tây)"),
}
_DELIMITERS: Final = {
    ";": label("terms", "chấm phẩy"),
    ",": label("terms", "phẩy"),
    "\t": label("terms", "tab"),
    "|": label("terms", "gạch đứng"),
}
_LETTERS_GUESSED: Final = label(
    "sheets", "Tệp không nói chữ được ghi theo bảng mã nào; đã đoán là {encoding}. Hãy xem thử vài tên có dấu."
)
_LETTERS_UNKNOWN: Final = label(
    "sheets",
    "Không nhận ra bảng mã của tệp, chữ có dấu có thể sai. Hãy mở tệp gốc và lưu lại thành .xlsx hoặc CSV UTF-8.",
)
_BETWEEN_GUESSED: Final = label("sheets", "Các cột được tách theo dấu {delimiter}.")
_QUOTES_IGNORED: Final = label(
    "sheets", "Có dấu nháy kép mở mà không đóng; đã đọc dấu nháy như chữ thường. Hãy xem lại các ô có dấu nháy."
)
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+|[A-Za-z\u00a1-\u00ff]+")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TEXT_BYTES: Final = bytes((9, 10, 11, 12, 13, 26, 27, *range(0x20, 0x100)))
_SAMPLE_LINES: Final = 60
_SAMPLE_BYTES: Final = 200_000
_MOST_LINES_IN_CELL: Final = 30
_ENOUGH: Final = 0.6
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file's letters.

    Attributes:
        text: all of it; TCVN3 and VNI already turned into Unicode.
        encoding: how its bytes were read.
        is_guess: whether the file itself does not say so.
    """

    text: str
    encoding: Encoding
    is_guess: bool = False


def read_csv(content: bytes, limits: Limits, name: str = "CSV") -> ReadSheets:
    """The one sheet of a text file.

    Raises:
        BrokenFileError: bytes that are no text.
        TooManyBytesError, TooManyCellsError: what is wrong.
        UserError: ``sheet_too_big``.
    """
    decoded = decode(content)
    body, said = _without_separator_line(decoded.text)
    delimiter = said or _delimiter(body)
    rows, remarks = _rows(body, delimiter)
    width = max(map(len, rows), default=0)
    limits.check(name, len(rows), width)
    CellCount(limits).add(len(rows), width)
    made = even_rows([[_cell(cell) for cell in row] for row in rows])
    return ReadSheets((Sheet(name, made),), remarks=(*_said(decoded, delimiter, len(made)), *remarks))


def decode(content: bytes) -> Decoded:
    """The letters of a text file.

    Raises:
        BrokenFileError: bytes that are no text.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Decoded(_strict(content, "utf-16"), Encoding.UTF16)
    if content.startswith(b"\xef\xbb\xbf"):
        return Decoded(content[3:].decode("utf-8", "replace"), Encoding.UTF8)
    if (wide := _wide(content)) is not None:
        return Decoded(_strict(content, wide), Encoding.UTF16, is_guess=True)
    if content[:_SAMPLE_BYTES].translate(None, _TEXT_BYTES):
        raise BrokenFileError
    try:
        text, encoding = content.decode("utf-8"), Encoding.UTF8
    except UnicodeDecodeError:
        text, encoding = _of_code_page(content)
    return Decoded(text, encoding, is_guess=encoding is not Encoding.UTF8)


def _strict(content: bytes, encoding: str) -> str:
    try:
        text = content[: len(content) // 2 * 2].decode(encoding)
    except UnicodeDecodeError as error:
        raise BrokenFileError from error
    if _CONTROLS.search(text[:_SAMPLE_BYTES]):
        raise BrokenFileError
    return text


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark in front: every other byte of plain letters, digits and commas is zero."""
    sample = content[:2_000]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if high > half / 3 and low < half / 50:
        return "utf-16-le"
    return "utf-16-be" if low > half / 3 and high < half / 50 else None


def _of_code_page(content: bytes) -> tuple[str, Encoding]:
    """The reading in which most words with marks are Vietnamese."""
    sample = content[:_SAMPLE_BYTES]
    best = max(_READERS, key=lambda encoding: _share_of_words(_READERS[encoding](sample)))
    if _share_of_words(_READERS[best](sample)) < _ENOUGH:
        best = Encoding.CP1252
    return _READERS[best](content), best


def _western(content: bytes) -> str:
    """Windows-1252; a byte without a letter there keeps its number."""
    return content.decode("latin-1").translate(_WESTERN)


_WESTERN: Final = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_READERS: Final[Mapping[Encoding, Callable[[bytes], str]]] = {
    Encoding.CP1258: lambda content: tied_marks(content.decode("cp1258", "replace")),
    Encoding.VNI: lambda content: from_vni(_western(content)),
    Encoding.TCVN3: lambda content: from_tcvn3(_western(content)),
    Encoding.CP1252: _western,
}


def _share_of_words(text: str) -> float:
    """How many of the words with marks are Vietnamese; signs glued to letters are none."""
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    return sum(is_syllable(unicodedata.normalize("NFC", word)) for word in words) / max(1, len(words))


def _without_separator_line(text: str) -> tuple[str, str | None]:
    """The text without the line in which Excel says what stands between cells, and what it says."""
    found = _SEPARATOR_LINE.match(text)
    return (text, None) if found is None else (text[found.end() :], found[1])


def _delimiter(text: str) -> str:
    """The sign that parts the most lines into the same number of cells."""
    sample = "\n".join(text[:_SAMPLE_BYTES].splitlines()[:_SAMPLE_LINES])
    return max(_DELIMITERS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, sign: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=sign) if len(row) > 1)
    except csv.Error:
        return 0, 0
    if not widths:
        return 0, 0
    width, often = widths.most_common(1)[0]
    return often, width


def _rows(text: str, delimiter: str) -> tuple[list[list[str]], tuple[Remark, ...]]:
    try:
        rows = list(_parsed(text, delimiter))
        if not any(cell.count("\n") > _MOST_LINES_IN_CELL for row in rows for cell in row):
            return rows, ()
    except csv.Error:
        pass  # a cell longer than the reader takes: most often a quote that never closes
    try:
        rows = list(_parsed(text, delimiter, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        raise TooManyBytesError from error
    return rows, (Remark(_QUOTES_IGNORED),)


def _parsed(text: str, delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    if quoting == csv.QUOTE_NONE:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=delimiter)


def _cell(text: str) -> CellValue:
    """A cell of a text file is text; ``="079…"`` is how programs tell Excel so."""
    kept = text.strip()
    if len(kept) > _PAIR and kept.startswith('="') and kept.endswith('"'):
        kept = kept[2:-1]
    return kept or None


def _said(decoded: Decoded, delimiter: str, rows: int) -> Iterator[Remark]:
    if decoded.encoding is Encoding.CP1252:
        yield Remark(_LETTERS_UNKNOWN)
    elif decoded.is_guess:
        yield Remark(_LETTERS_GUESSED, {"encoding": ENCODING_LABELS[decoded.encoding]})
    if rows and delimiter in _DELIMITERS:
        yield Remark(_BETWEEN_GUESSED, {"delimiter": _DELIMITERS[delimiter]})
