"""Spreadsheet files made for a test: by XlsxWriter, as LibreOffice writes them, as bytes of old programs."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

FILES = Path(__file__).parent / "files"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
)


def xlsx(fill: Callable[[Workbook, Worksheet], object], options: dict[str, object] | None = None) -> bytes:
    """A workbook of one sheet called ``Danh sách``."""
    made = io.BytesIO()
    with Workbook(made, options or {}) as book:
        fill(book, book.add_worksheet("Danh sách"))
    return made.getvalue()


def xlsx_of(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these rows from A1 on."""

    def fill(_book: Workbook, sheet: Worksheet) -> None:
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return xlsx(fill)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def ods(rows: str, styles: str = "", table: str = 'table:name="Danh sách"') -> bytes:
    """An OpenDocument sheet of these ``table:table-row`` elements."""
    body = f"<office:body><office:spreadsheet><table:table {table}>{rows}</table:table></office:spreadsheet>"
    return zipped(
        {
            "mimetype": OPEN_DOCUMENT,
            "META-INF/manifest.xml": "<manifest:manifest/>",
            "content.xml": f"{_ODS_HEAD}{styles}{body}</office:body></office:document-content>",
        }
    )


def ods_of(rows: Sequence[Sequence[str]]) -> bytes:
    """An OpenDocument sheet of texts, with the empty rest of the sheet as LibreOffice writes it."""
    cells = [
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
            for text in row
        )
        for row in rows
    ]
    rest = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return ods("".join(f"<table:table-row>{row}</table:table-row>" for row in cells) + rest)
