"""Reading .xlsx: measured before the library reads it, for the library takes the memory its last cell asks for."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from facility_app.sheets.reading.grid import (
    CellCount,
    CellError,
    CellValue,
    Limits,
    ReadSheets,
    Sheet,
    Span,
    bounded_spans,
    column_number,
    even_rows,
    whole,
)
from facility_app.sheets.reading.parts import attributes, pack, tags, unpack
from facility_app.sheets.reading.refusals import BrokenFileError, PasswordNeededError

_NEEDED: Final = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:[^/]*|_rels/[^/]*|worksheets/[^/]*)", re.I)
_XML: Final = (".xml", ".rels")
_PIECE: Final = re.compile(
    rb"<(?:[\w.-]+:)?(?:(row)|(c))\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    rb"(?:\s*<(?:[\w.-]+:)?(f|v|is)\b[^>]*>([^<]*)|(\s*</))?"
)
_PLACE: Final = re.compile(r"([A-Za-z]{1,8})([0-9]{1,12})", re.ASCII)
_FAILED: Final = re.compile(rb"<(?:[\w.-]+:)?v\b[^>]*>([^<]*)")
_FAR: Final = 10**9
_CARRIAGE: Final = re.compile("_x000[dD]_\n?")
_YES: Final = frozenset({"1", "true", "on"})


@dataclass(slots=True)
class _Measured:
    """What the XML of one sheet says before anything is built from it.

    Attributes:
        rows: rows down to the last cell with a value.
        columns: columns up to the last one.
        errors: cells whose formula failed.
    """

    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], CellError] = field(default_factory=dict)


def read_xlsx(content: bytes, limits: Limits) -> ReadSheets:
    """Every worksheet; macros, pictures, charts and comments are never unpacked.

    Raises:
        BrokenFileError, PasswordNeededError, TooManyBytesError, TooManyCellsError: what is wrong.
        UserError: ``sheet_too_big``.
    """
    parts = unpack(content, _is_needed, limits.unpacked_bytes)
    names = _names_of_parts(parts)
    measured = {
        name: _measure(xml, names.get(name, name), limits) for name, xml in parts.items() if b"sheetData" in xml
    }
    by_sheet = {names[name]: one for name, one in measured.items() if name in names}
    try:
        sheets = tuple(_sheets(parts, by_sheet, limits))
    except PasswordError as error:
        raise PasswordNeededError from error
    except (CalamineError, ValueError, OverflowError) as error:
        raise BrokenFileError from error
    except BaseException as error:
        # The library's own faults arrive as a panic, which is no Exception and has no importable name.
        if type(error).__name__ == "PanicException":
            raise BrokenFileError from None
        raise
    return ReadSheets(sheets, _counts_from_1904(parts))


def _is_needed(name: str) -> bool:
    return name.lower().endswith(_XML) and _NEEDED.fullmatch(name.replace("\\", "/").lstrip("/")) is not None


def _sheets(parts: Mapping[str, bytes], measured: Mapping[str, _Measured], limits: Limits) -> Iterator[Sheet]:
    count = CellCount(limits)
    with CalamineWorkbook.from_filelike(pack(parts)) as book:
        for about in book.sheets_metadata[: limits.sheets + 1]:
            # Chart sheets have no cells; dialogs and macros are never run, only read as the cells they are.
            if about.typ == SheetTypeEnum.ChartSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            limits.check(about.name, sheet.total_height, sheet.total_width)
            count.add(sheet.total_height, sheet.total_width)
            errors = measured[about.name].errors if about.name in measured else {}
            yield Sheet(
                about.name,
                _rows(sheet, errors),
                tuple(_spans(sheet, limits)),
                about.visible is not SheetVisibleEnum.Visible,
            )


def _rows(sheet: CalamineSheet, errors: Mapping[tuple[int, int], CellError]) -> tuple[tuple[CellValue, ...], ...]:
    rows = [[_value(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), failed in errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = failed
    return even_rows(rows)


def _value(value: str | float | bool | date | time | timedelta) -> CellValue:
    if isinstance(value, str):
        return _CARRIAGE.sub("\n", value) if "_x000" in value else value or None
    if isinstance(value, float):
        return whole(value)
    return str(value) if isinstance(value, timedelta) else value


def _spans(sheet: CalamineSheet, limits: Limits) -> Iterator[Span]:
    found = sheet.merged_cell_ranges or []
    return bounded_spans((Span(top, left, bottom, right) for (top, left), (bottom, right) in found), limits)


def _measure(xml: bytes, name: str, limits: Limits) -> _Measured:
    """How far the cells with a value reach.

    Raises:
        UserError: ``sheet_too_big``.
    """
    measured = _Measured()
    row, column = -1, -1
    for match in _PIECE.finditer(xml):
        is_row, _, inside, holds, text, is_closed = match.groups()
        if is_row:
            row, column = _number(attributes(inside).get("r"), row), -1
            continue
        row, column = _place(inside, row, column)
        # Whatever else stands in a cell may have a value behind it.
        if holds is not None or not (is_closed or inside.endswith(b"/")):
            measured.rows = max(measured.rows, row + 1)
            measured.columns = max(measured.columns, column + 1)
            if b"e" in inside and attributes(inside).get("t") == "e":
                measured.errors[row, column] = CellError(_failed(xml, match, holds, text))
    limits.check(name, measured.rows, measured.columns)
    return measured


def _number(written: str | None, before: int) -> int:
    """A row's number from 0; one without a number follows the row before."""
    if written is None or not (written.isascii() and written.isdigit()):
        return before + 1
    return min(int(written[:12]), _FAR) - 1


def _place(inside: bytes, row: int, column: int) -> tuple[int, int]:
    """Where a cell stands; one without an address follows the cell before."""
    start = inside.find(b"r")
    if start < 0:
        return row, column + 1
    found = _PLACE.fullmatch(attributes(inside).get("r", ""))
    if found is None:
        return row, column + 1
    return min(int(found[2]), _FAR) - 1, column_number(found[1])


def _failed(xml: bytes, match: re.Match[bytes], holds: bytes | None, text: bytes | None) -> str:
    """What the failed cell shows; its formula may stand before that."""
    if holds != b"v":
        later = _FAILED.search(xml, match.end(), match.end() + 9_000)
        text = later[1] if later else None
    return (text or b"#?").decode("utf-8", "replace").strip()[:20]


def _names_of_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Part → name of its sheet, as the workbook says."""
    book = next((name for name in parts if name.lower().endswith("xl/workbook.xml")), None)
    if book is None:
        return {}
    folder, file = posixpath.split(book)
    links = parts.get(f"{folder}/_rels/{file}.rels", b"")
    targets = {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        for _, one in tags(links, "Relationship")
    }
    named: dict[str, str] = {}
    for _, one in tags(parts[book], "sheet"):
        link = next((value for key, value in one.items() if key.endswith(":id")), "")
        if link in targets:
            named[targets[link]] = one.get("name", "")
    return named


def _counts_from_1904(parts: Mapping[str, bytes]) -> bool:
    return any(
        one.get("date1904", "").lower() in _YES
        for name, xml in parts.items()
        if name.lower().endswith("xl/workbook.xml")
        for _, one in tags(xml, "workbookPr")
    )
