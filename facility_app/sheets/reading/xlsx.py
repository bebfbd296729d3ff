"""Reading .xlsx cell by cell: libraries that build the sheet first end the program over one cell far outside."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from facility_app.sheets.reading.grid import (
    CellCount,
    CellError,
    CellStore,
    CellValue,
    Limits,
    ReadSheets,
    Span,
    column_number,
    whole,
)
from facility_app.sheets.reading.parts import unpack
from facility_app.sheets.reading.refusals import BrokenFileError
from facility_app.sheets.reading.serials import is_day_format, moment_of
from facility_app.sheets.reading.xml_tags import walk

_NEEDED: Final = re.compile(
    r"(?:xl/(?:workbook|sharedStrings|styles)\.xml|xl/_rels/workbook\.xml\.rels|xl/worksheets/[^/]*\.xml)",
    re.IGNORECASE,
)
_BOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedstrings.xml"
_STYLES: Final = "xl/styles.xml"
_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_YES: Final = frozenset({"1", "true", "on"})
_LONGEST_NUMBER: Final = 40


@dataclass(slots=True)
class _Book:
    """What the parts beside the sheets say.

    Attributes:
        tabs: name, part and whether hidden, in order.
        has_1904: whether day numbers count from 1904.
        texts: shared by all sheets.
        days: whether a cell of that style shows a day.
    """

    tabs: list[tuple[str, str, bool]] = field(default_factory=list)
    has_1904: bool = False
    texts: list[str] = field(default_factory=list)
    days: list[bool] = field(default_factory=list)


def read_xlsx(content: bytes, limits: Limits) -> ReadSheets:
    """Every worksheet; macros, pictures, charts and comments are never unpacked.

    Raises:
        BrokenFileError, PasswordNeededError, TooManyBytesError, TooManyCellsError: what is wrong.
        UserError: ``sheet_too_big``.
    """
    unpacked = unpack(content, lambda name: _NEEDED.fullmatch(_plain(name)) is not None, limits.unpacked_bytes)
    parts = {_plain(name).lower(): xml for name, xml in unpacked.items()}
    book = _book(parts)
    count = CellCount(limits)
    sheets = []
    for name, part, is_hidden in book.tabs[: limits.sheets + 1]:
        if part not in parts:
            # Sheets of charts alone lie elsewhere and have no cells.
            continue
        store = CellStore(limits, name)
        _read_cells(parts[part], book, store)
        sheet = store.sheet(is_hidden=is_hidden)
        count.add(len(sheet.rows), sheet.width)
        sheets.append(sheet)
    if not sheets:
        raise BrokenFileError
    return ReadSheets(tuple(sheets), book.has_1904)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _book(parts: Mapping[str, bytes]) -> _Book:
    book = _Book()
    targets: dict[str, str] = {}
    styles = _Styles()

    def link(name: str, about: dict[str, str]) -> None:
        if name == "Relationship":
            target = posixpath.join("/xl", about.get("Target", ""))
            targets[about.get("Id", "")] = posixpath.normpath(target).lstrip("/").lower()

    def tab(name: str, about: dict[str, str]) -> None:
        if name == "workbookPr":
            book.has_1904 = about.get("date1904", "").lower() in _YES
        elif name == "sheet":
            to = next((value for key, value in about.items() if key.rpartition(":")[2] == "id"), "")
            is_hidden = about.get("state", "visible") != "visible"
            book.tabs.append((about.get("name", ""), targets.get(to, ""), is_hidden))

    walk(parts.get(_LINKS, b"<none/>"), link)
    walk(parts[_BOOK], tab)
    walk(parts.get(_STYLES, b"<none/>"), styles.start, styles.end)
    book.days = styles.days
    book.texts = _texts(parts.get(_STRINGS, b"<none/>"))
    return book


class _Styles:
    """Which styles show a number as a day."""

    def __init__(self) -> None:
        self.days: list[bool] = []
        self._codes: dict[str, str] = {}
        self._is_cells = False

    def start(self, name: str, about: dict[str, str]) -> None:
        """A tag begins."""
        if name == "numFmt":
            self._codes[about.get("numFmtId", "")] = about.get("formatCode", "")
        elif name == "cellXfs":
            self._is_cells = True
        elif name == "xf" and self._is_cells:
            number = about.get("numFmtId", "0")
            self.days.append(is_day_format(int(number) if number.isdecimal() else 0, self._codes.get(number)))

    def end(self, name: str) -> None:
        """A tag ends."""
        if name == "cellXfs":
            self._is_cells = False


def _texts(xml: bytes) -> list[str]:
    found: list[str] = []
    pieces: list[str] = []
    inside: list[str] = []

    def start(name: str, _about: dict[str, str]) -> None:
        inside.append(name)
        if name == "si":
            pieces.clear()

    def end(name: str) -> None:
        inside.pop()
        if name == "si":
            found.append(_unescaped("".join(pieces)))

    def text(piece: str) -> None:
        # What is said aloud of a text (rPh) is none of it.
        if inside[-1] == "t" and "rPh" not in inside:
            pieces.append(piece)

    walk(xml, start, end, text)
    return found


def _read_cells(xml: bytes, book: _Book, store: CellStore) -> None:
    """Put every cell of one sheet into ``store``."""
    row, column = -1, -1
    about: dict[str, str] = {}
    pieces: list[str] = []
    is_value = False

    def start(name: str, found: dict[str, str]) -> None:
        nonlocal row, column, about, is_value
        if name == "c":
            about = found
            row, column = _place(found.get("r"), row, column)
        elif name in {"v", "t"}:
            is_value = True
        elif name == "row":
            number = found.get("r", "")
            row, column = int(number) - 1 if number.isdecimal() and number != "0" else row + 1, -1
            if found.get("hidden", "").lower() in _YES:
                store.hide_rows(row)
        elif name == "mergeCell":
            _add_span(found.get("ref", ""), store)

    def end(name: str) -> None:
        nonlocal is_value
        if name in {"v", "t"}:
            is_value = False
        elif name == "c":
            if pieces:
                store.put(row, column, _value("".join(pieces), about, book))
            pieces.clear()

    def text(piece: str) -> None:
        if is_value:
            pieces.append(piece)

    walk(xml, start, end, text)


def _place(written: str | None, row: int, column: int) -> tuple[int, int]:
    """Where a cell stands; one without an address follows the cell before."""
    found = _PLACE.fullmatch(written or "")
    if found is None:
        return max(row, 0), column + 1
    return max(int(found[2]) - 1, 0), column_number(found[1])


def _add_span(ref: str, store: CellStore) -> None:
    first, _, last = ref.partition(":")
    top, left = _place(first, 0, -1)
    bottom, right = _place(last or first, 0, -1)
    store.add_span(Span(top, left, bottom, right))


def _value(text: str, about: Mapping[str, str], book: _Book) -> CellValue:
    kind = about.get("t", "n")
    if kind == "s":
        number = int(text) if text.isdecimal() and len(text) < _LONGEST_NUMBER else len(book.texts)
        return (book.texts[number] if number < len(book.texts) else "") or None
    if kind in {"str", "inlineStr"}:
        return _unescaped(text) or None
    if kind == "b":
        return text.strip().lower() in _YES
    if kind == "e":
        return CellError(text.strip()[:20] or "#?")
    return _iso_day(text) if kind == "d" else _number(text, about.get("s", "0"), book)


def _number(text: str, style: str, book: _Book) -> CellValue:
    try:
        number = float(text[:_LONGEST_NUMBER])
    except ValueError:
        return text.strip() or None
    place = int(style) if style.isdecimal() and len(style) < _LONGEST_NUMBER else 0
    is_day = place < len(book.days) and book.days[place]
    moment = moment_of(number, has_1904=book.has_1904) if is_day else None
    return whole(number) if moment is None else moment


def _iso_day(text: str) -> CellValue:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return text.strip() or None


def _unescaped(text: str) -> str:
    """Characters XML cannot hold stand as ``_x000D_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
