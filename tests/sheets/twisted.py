"""Spreadsheet files twisted at random: bytes turned, cut, repeated, numbers blown up, parts lost or swapped."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from random import Random
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.sheets.made import FILES, ods, unzipped, xlsx, zipped

Twist = Callable[[bytearray, Random], None]
NUMBERS: Final = (
    *(b"0", b"-1", b"65535", b"1048577", b"4294967295", b"99999999999999999999"),
    *(b"1e308", b"NaN", b"", b"AAAA1"),
)
NAMES: Final = ("roster.xlsx", "roster.xls", "roster.ods", "roster.csv", "roster", "a\u0301.XLSX")
ODS_ROWS: Final = (
    '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2">'
    "<text:p>Họ và <text:s text:c='2'/>tên</text:p></table:table-cell><table:covered-table-cell/>"
    '<table:table-cell office:value-type="float" office:value="79190001234"><text:p>7,9E+10</text:p>'
    '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="3">'
    '<table:table-cell office:value-type="date" office:date-value="1990-05-17"/>'
    '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
)
CSV: Final = 'STT;Họ và tên;Ngày sinh;CCCD\n1;"Nguyễn Văn A";17/05/1990;079190001234\n2;Trần B;1985;\n'


def originals() -> tuple[bytes, ...]:
    """Whole files of every kind that is read."""

    def fill(book: Workbook, sheet: Worksheet) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range(0, 0, 0, 4, "DANH SÁCH")
        sheet.write_row(1, 0, ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Giới tính"])
        for row in range(2, 8):
            sheet.write_row(row, 0, [row, f"Nguyễn Văn {row}", None, 79190001234 + row, "x"])
            sheet.write_datetime(row, 2, datetime(1990, 5, row), day)  # noqa: DTZ001 - a sheet's clock has no zone
        sheet.write_formula(8, 0, "=1/0", None, "#DIV/0!")
        sheet.write_comment(3, 1, "chú thích")
        book.define_name("Ten", "='Danh sách'!$A$1")

    kept = [(FILES / name).read_bytes() for name in ("excel97.xls", "long_texts_1904.xls")]
    texts = [CSV.encode(), CSV.encode("utf-16"), "1;NguyÔn V¨n §øc;17/5/90\n".encode("latin-1")]
    return xlsx(fill), xlsx(fill, {"date_1904": True}), ods(ODS_ROWS), *kept, *texts


def twisted(files: Sequence[bytes], chance: Random) -> tuple[bytes, str]:
    """One of ``files`` gone bad, and a name for it that may lie."""
    content = chance.choice(files)
    if content.startswith(b"PK") and chance.random() < 0.7:
        content = _with_bad_parts(content, chance)
    else:
        body = bytearray(content)
        for _ in range(chance.choice((1, 1, 3, 20))):
            chance.choice(_TWISTS)(body, chance)
        content = bytes(body)
    if chance.random() < 0.1:
        content += chance.choice(files)
    return content, chance.choice(NAMES)


def _with_bad_parts(content: bytes, chance: Random) -> bytes:
    parts: dict[str, str | bytes] = dict(unzipped(content))
    for _ in range(chance.choice((1, 1, 2, 5))):
        name, other = chance.choice(list(parts)), chance.choice(list(parts))
        what = chance.random()
        if what < 0.05 and len(parts) > 1:
            del parts[name]
        elif what < 0.1:
            parts[name] = parts[other]
        else:
            body = bytearray(_bytes(parts[name]))
            chance.choice(_TWISTS)(body, chance)
            parts[name] = bytes(body)
    return zipped(parts)


def _bytes(part: str | bytes) -> bytes:
    return part.encode() if isinstance(part, str) else part


def _turn(body: bytearray, chance: Random) -> None:
    if body:
        body[chance.randrange(len(body))] = chance.randrange(256)


def _cut(body: bytearray, chance: Random) -> None:
    del body[chance.randrange(len(body) + 1) :]


def _lose(body: bytearray, chance: Random) -> None:
    start = chance.randrange(len(body) + 1)
    del body[start : start + chance.randrange(1, 80)]


def _repeat(body: bytearray, chance: Random) -> None:
    start = chance.randrange(len(body) + 1)
    body[start:start] = body[start : start + chance.randrange(1, 200)] * chance.randrange(1, 5)


def _blow_up(body: bytearray, chance: Random) -> None:
    found = list(re.finditer(rb"[0-9]+", body))
    if found:
        one = chance.choice(found)
        body[one.start() : one.end()] = chance.choice(NUMBERS)


def _wild_bytes(body: bytearray, chance: Random) -> None:
    start = chance.randrange(len(body) + 1)
    body[start : start + 4] = chance.choice(
        (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xfe\xff\xff\xff", b"\x01\0\0\x80")
    )


def _swap(body: bytearray, chance: Random) -> None:
    if len(body) > 1:
        one, other = chance.randrange(len(body)), chance.randrange(len(body))
        body[one], body[other] = body[other], body[one]


_TWISTS: Final[tuple[Twist, ...]] = (_turn, _turn, _cut, _lose, _repeat, _blow_up, _blow_up, _wild_bytes, _swap)
