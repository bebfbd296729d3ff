"""Reading .xls (Excel 5 to 2003, FoxPro) record by record: what a record says of its own size is not believed."""

import codecs
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from facility_app.sheets.reading.grid import (
    CellCount,
    CellError,
    CellStore,
    CellValue,
    Limits,
    ReadSheets,
    Sheet,
    Span,
    whole,
)
from facility_app.sheets.reading.ole import Container
from facility_app.sheets.reading.refusals import BrokenFileError, PasswordNeededError
from facility_app.sheets.reading.serials import is_day_format, moment_of

_BOF, _EOF, _CONTINUE = 0x809, 0x0A, 0x3C
_FILE_PASS, _DATE_MODE, _CODE_PAGE, _FORMAT, _XF, _BOUND_SHEET, _SST = 0x2F, 0x22, 0x42, 0x41E, 0xE0, 0x85, 0xFC
_NUMBER, _LABEL_SST, _LABEL, _RICH_LABEL, _RK, _MUL_RK = 0x203, 0xFD, 0x204, 0xD6, 0x27E, 0xBD
_FORMULA, _FORMULA_4, _STRING, _BOOL_ERR, _MERGED = 0x06, 0x406, 0x207, 0x205, 0xE5
_ROW, _ROW_SIZE, _ROW_HIDDEN = 0x208, 16, 0x20
_BIFF8: Final = 0x600
_WORKSHEET: Final = 0x10
_UTF16: Final = 1200
_ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


@dataclass(slots=True)
class _Tab:
    name: str
    start: int
    is_hidden: bool
    is_sheet: bool


@dataclass(slots=True)
class _Book:
    """What the first part of the stream says of all sheets."""

    is_unicode: bool = True
    page: str = "cp1252"
    has_1904: bool = False
    tabs: list[_Tab] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    cell_formats: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def is_day(self, style: int) -> bool:
        """Whether cells of that style show their number as a day."""
        number = self.cell_formats[style] if style < len(self.cell_formats) else 0
        return is_day_format(number, self.formats.get(number))


def read_xls(content: bytes, limits: Limits) -> ReadSheets:
    """Every worksheet; macros and charts are passed over.

    Raises:
        BrokenFileError, PasswordNeededError, TooManyCellsError: what is wrong.
        UserError: ``sheet_too_big``.
    """
    container = Container(content)
    name = next((name for name in ("Workbook", "Book") if name in container.names), None)
    if name is None:
        raise BrokenFileError
    stream = container.stream(name)
    count = CellCount(limits)
    sheets = []
    try:
        book = _globals(stream)
        for tab in book.tabs[: limits.sheets + 1]:
            if tab.is_sheet:
                sheet = _Cells(book, CellStore(limits, tab.name)).read(stream, tab)
                count.add(len(sheet.rows), sheet.width)
                sheets.append(sheet)
    except (struct.error, IndexError, LookupError, OverflowError) as error:
        raise BrokenFileError from error
    return ReadSheets(tuple(sheets), book.has_1904)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Records from ``start`` to the end of their part; parts inside it (charts) are passed over."""
    place, depth = start, 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        inside = stream[place + 4 : place + 4 + size]
        if len(inside) < size:
            raise BrokenFileError
        place += 4 + size
        if kind == _BOF:
            depth += 1
        if depth == 1 or kind == _BOF:
            yield kind, inside
        if kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
    raise BrokenFileError


def _globals(stream: bytes) -> _Book:
    book = _Book()
    pieces: list[bytes] = []
    before = 0
    first, inside = next(_records(stream, 0))
    if first != _BOF:
        raise BrokenFileError
    book.is_unicode = struct.unpack_from("<H", inside)[0] >= _BIFF8
    for kind, inside in _records(stream, 0):
        if kind == _FILE_PASS:
            raise PasswordNeededError
        if kind == _SST or (kind == _CONTINUE and before == _SST):
            pieces.append(inside)
        else:
            _note(book, kind, inside)
        before = before if kind == _CONTINUE else kind
    if pieces:
        book.texts = list(_Strings([pieces[0][8:], *pieces[1:]]).all())
    return book


def _note(book: _Book, kind: int, inside: bytes) -> None:
    """What one record says of the whole workbook."""
    if kind == _DATE_MODE:
        book.has_1904 = inside[:1] == b"\1"
    elif kind == _CODE_PAGE:
        book.page = _page(struct.unpack_from("<H", inside)[0])
    elif kind == _FORMAT:
        book.formats[struct.unpack_from("<H", inside)[0]] = _text(book, inside[2:], wide_length=book.is_unicode)
    elif kind == _XF:
        book.cell_formats.append(struct.unpack_from("<H", inside, 2)[0])
    elif kind == _BOUND_SHEET:
        start, hidden, what = struct.unpack_from("<IBB", inside)
        name = _text(book, inside[6:], wide_length=False)
        book.tabs.append(_Tab(name, start, hidden != 0, is_sheet=what == 0))


def _page(number: int) -> str:
    name = "utf-16-le" if number == _UTF16 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _text(book: _Book, inside: bytes, *, wide_length: bool) -> str:
    """A text with its length in front."""
    length, start = (struct.unpack_from("<H", inside)[0], 2) if wide_length else (inside[0], 1)
    if not book.is_unicode:
        return _decoded(inside[start : start + length], book.page)
    flags = inside[start]
    body = inside[start + 1 :]
    return body[: 2 * length].decode("utf-16-le", "replace") if flags & 1 else body[:length].decode("latin-1")


def _decoded(found: bytes, page: str) -> str:
    """Bytes in the file's code page; one without a letter there keeps its number."""
    return "".join(
        bytes([byte]).decode(page, "ignore") or chr(byte) for byte in found
    ) if page != "utf-16-le" else found.decode(page, "replace")  # fmt: skip


class _Strings:
    """The texts shared by all sheets, broken over several records at any letter."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._piece = 0
        self._place = 0

    def all(self) -> Iterator[str]:
        """Every text until the records end."""
        while self._has_more():
            length, flags = struct.unpack("<HB", self._take(3))
            runs = struct.unpack("<H", self._take(2))[0] if flags & 8 else 0
            extra = struct.unpack("<I", self._take(4))[0] if flags & 4 else 0
            yield self._letters(length, is_wide=bool(flags & 1))
            self._skip(4 * runs + extra)

    def _has_more(self) -> bool:
        while self._piece < len(self._pieces) and self._place >= len(self._pieces[self._piece]):
            self._piece, self._place = self._piece + 1, 0
        return self._piece < len(self._pieces)

    def _take(self, size: int) -> bytes:
        found = b""
        while len(found) < size and self._has_more():
            piece = self._pieces[self._piece][self._place : self._place + size - len(found)]
            self._place += len(piece)
            found += piece
        return found

    def _skip(self, size: int) -> None:
        left = size
        while left > 0 and self._has_more():
            step = min(left, len(self._pieces[self._piece]) - self._place)
            self._place += step
            left -= step

    def _letters(self, length: int, *, is_wide: bool) -> str:
        text, wide = "", is_wide
        while len(text) < length and self._has_more():
            if self._place == 0 and self._piece:
                # A text that goes on in the next record says there anew how wide its letters are.
                wide = bool(self._pieces[self._piece][0] & 1)
                self._place = 1
                continue
            size = 2 if wide else 1
            found = self._pieces[self._piece][self._place : self._place + size * (length - len(text))]
            self._place += len(found)
            text += found.decode("utf-16-le", "replace") if wide else found.decode("latin-1")
        return text


class _Cells:
    """The cells of one sheet."""

    def __init__(self, book: _Book, store: CellStore) -> None:
        self._book = book
        self._store = store
        self._waiting: tuple[int, int] | None = None

    def read(self, stream: bytes, tab: _Tab) -> Sheet:
        """All of them.

        Raises:
            UserError: ``sheet_too_big``.
        """
        for kind, inside in _records(stream, tab.start):
            if kind == _BOF and struct.unpack_from("<HH", inside)[1] != _WORKSHEET:
                continue
            self._record(kind, inside)
        return self._store.sheet(is_hidden=tab.is_hidden)

    def _record(self, kind: int, inside: bytes) -> None:
        if kind in {_NUMBER, _RK, _LABEL_SST, _LABEL, _RICH_LABEL, _BOOL_ERR, _FORMULA, _FORMULA_4}:
            row, column, style = struct.unpack_from("<HHH", inside)
            self._store.put(row, column, self._value(kind, inside, style, (row, column)))
        elif kind == _MUL_RK:
            row, first = struct.unpack_from("<HH", inside)
            for step in range((len(inside) - 6) // 6):
                style, packed = struct.unpack_from("<HI", inside, 4 + 6 * step)
                self._store.put(row, first + step, self._number(_unpacked(packed), style))
        elif kind == _STRING and self._waiting is not None:
            self._store.put(*self._waiting, _text(self._book, inside, wide_length=True) or None)
            self._waiting = None
        elif kind == _ROW and len(inside) >= _ROW_SIZE and inside[12] & _ROW_HIDDEN:
            self._store.hide_rows(struct.unpack_from("<H", inside)[0])
        elif kind == _MERGED:
            spans = struct.iter_unpack("<HHHH", inside[2 : 2 + (len(inside) - 2) // 8 * 8])
            for top, bottom, left, right in spans:
                self._store.add_span(Span(top, left, bottom, right))

    def _value(self, kind: int, inside: bytes, style: int, place: tuple[int, int]) -> CellValue:
        if kind == _LABEL_SST:
            number = struct.unpack_from("<I", inside, 6)[0]
            return (self._book.texts[number] if number < len(self._book.texts) else "") or None
        if kind in {_LABEL, _RICH_LABEL}:
            return _text(self._book, inside[6:], wide_length=True) or None
        if kind == _BOOL_ERR:
            return _flag(inside[6], is_error=inside[7] == 1)
        if kind == _RK:
            return self._number(_unpacked(struct.unpack_from("<I", inside, 6)[0]), style)
        if kind in {_FORMULA, _FORMULA_4} and inside[12:14] == b"\xff\xff":
            self._waiting = place if inside[6] == 0 else None
            return _flag(inside[8], is_error=inside[6] == 2) if inside[6] in {1, 2} else None  # noqa: PLR2004 - kinds
        return self._number(struct.unpack_from("<d", inside, 6)[0], style)

    def _number(self, number: float, style: int) -> CellValue:
        moment = moment_of(number, has_1904=self._book.has_1904) if self._book.is_day(style) else None
        return whole(number) if moment is None else moment


def _flag(code: int, *, is_error: bool) -> CellValue:
    return CellError(_ERRORS.get(code, "#?")) if is_error else code != 0


def _unpacked(packed: int) -> float:
    """A number in four bytes: whole or the upper half of a float, perhaps times a hundred."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        value = struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))[0]
    return value / 100 if packed & 1 else value
