"""Reading .ods as its cells come by: repeated empty cells fill whole sheets there and cost nothing here."""

from datetime import date, datetime, time
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
from facility_app.sheets.reading.parts import unpack
from facility_app.sheets.reading.refusals import BrokenFileError, PasswordNeededError
from facility_app.sheets.reading.xml_tags import walk

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_SILENT: Final = frozenset({"annotation", "shapes", "forms"})
_NUMBERS: Final = frozenset({"float", "currency", "percentage"})
_LONGEST: Final = 1_000_000


def read_ods(content: bytes, limits: Limits) -> ReadSheets:
    """Every sheet; formulas give their last result.

    Raises:
        BrokenFileError, PasswordNeededError, TooManyBytesError, TooManyCellsError: what is wrong.
        UserError: ``sheet_too_big``.
    """
    parts = unpack(content, lambda name: name in {_CONTENT, _MANIFEST}, limits.unpacked_bytes)
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise PasswordNeededError
    if _CONTENT not in parts:
        raise BrokenFileError
    reader = _Reader(limits)
    reader.parse(parts[_CONTENT])
    return ReadSheets(tuple(reader.sheets))


class _Reader:
    """Follows the tags of ``content.xml``.

    Attributes:
        sheets: those read so far.
    """

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self._limits = limits
        self._count = CellCount(limits)
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._depth = 0
        self._silent = 0
        self._is_hidden = False
        self._store = CellStore(limits, "")
        self._row, self._column, self._row_times = 0, 0, 1
        self._about: dict[str, str] | None = None
        self._lines: list[str] = []
        self._in_line = 0

    def parse(self, xml: bytes) -> None:
        """Read all of it."""
        walk(xml, self._start, self._end, self._text)

    def _start(self, name: str, about: dict[str, str]) -> None:
        if self._silent or name in _SILENT:
            self._silent += 1
        elif name == "style":
            self._style = about.get("style:name", "")
        elif name == "table-properties" and about.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table":
            self._begin_table(about)
        elif self._depth == 1 and name == "table-row":
            self._column, self._row_times = 0, _times(about, "table:number-rows-repeated")
            if about.get("table:visibility", "visible") != "visible":
                self._store.hide_rows(self._row, self._row_times)
        elif self._depth == 1 and name in _CELLS:
            self._about, self._lines, self._in_line = about, [], 0
        elif self._about is not None:
            self._start_text(name, about)

    def _start_text(self, name: str, about: dict[str, str]) -> None:
        if name == "p":
            self._in_line += 1
            self._lines.append("")
        elif self._in_line and name == "s":
            self._add(" " * min(_times(about, "text:c"), 1_000))
        elif self._in_line and name in {"tab", "line-break"}:
            self._add("\t" if name == "tab" else "\n")

    def _end(self, name: str) -> None:
        if self._silent:
            self._silent -= 1
        elif name == "table":
            self._depth -= 1
            if self._depth == 0:
                self._end_table()
        elif self._depth == 1 and name == "table-row":
            self._row += self._row_times
        elif self._depth == 1 and name in _CELLS and self._about is not None:
            self._end_cell(self._about, is_covered=name != "table-cell")
            self._about = None
        elif self._about is not None and name == "p":
            self._in_line -= 1

    def _text(self, text: str) -> None:
        if self._in_line and not self._silent:
            self._add(text)

    def _add(self, text: str) -> None:
        self._lines[-1] = (self._lines[-1] + text)[:_LONGEST]

    def _begin_table(self, about: dict[str, str]) -> None:
        # A table may stand inside a cell; its cells are none of the sheet's.
        self._depth += 1
        if self._depth > 1:
            return
        self._store = CellStore(self._limits, about.get("table:name", ""))
        self._is_hidden = about.get("table:style-name") in self._hidden_styles
        self._row = 0

    def _end_table(self) -> None:
        if len(self.sheets) <= self._limits.sheets:
            made = self._store.sheet(is_hidden=self._is_hidden)
            self._count.add(len(made.rows), made.width)
            self.sheets.append(made)

    def _end_cell(self, about: dict[str, str], *, is_covered: bool) -> None:
        times = _times(about, "table:number-columns-repeated")
        value = None if is_covered else _value(about, "\n".join(self._lines))
        self._store.put(self._row, self._column, value, self._row_times, times)
        wide, high = _times(about, "table:number-columns-spanned"), _times(about, "table:number-rows-spanned")
        if value is not None:
            self._store.add_span(Span(self._row, self._column, self._row + high - 1, self._column + wide - 1))
        self._column += times


def _value(about: dict[str, str], text: str) -> CellValue:
    kind = about.get("office:value-type", "")
    if about.get("calcext:value-type") == "error" or (text.startswith(("#", "Err:")) and "table:formula" in about):
        return CellError(text[:20] or "#?")
    if kind in _NUMBERS:
        return whole(float(about.get("office:value", "")))
    if kind == "date":
        return _moment(about.get("office:date-value", ""), text)
    if kind == "time":
        return _clock(about.get("office:time-value", ""), text)
    if kind == "boolean":
        return about.get("office:boolean-value") == "true"
    return text or about.get("office:string-value") or None


def _moment(written: str, text: str) -> CellValue:
    """A date, or a moment where a time was kept; a date no calendar has stays the text that was shown."""
    try:
        if "T" in written:
            return datetime.fromisoformat(written).replace(tzinfo=None)
        return date.fromisoformat(written)
    except ValueError:
        return text or None


def _clock(written: str, text: str) -> CellValue:
    try:
        hours, rest = written.removeprefix("PT").split("H")
        minutes, seconds = rest.split("M")
        return time(int(hours), int(minutes), int(float(seconds.rstrip("S").replace(",", "."))))
    except ValueError:
        return text or None


def _times(about: dict[str, str], key: str) -> int:
    written = about.get(key, "1")
    return max(1, int(written[:9])) if written.isascii() and written.isdigit() else 1
