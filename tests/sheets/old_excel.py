"""Writes .xls files record by record: those of FoxPro and Excel 95, failed formulas, passwords, charts inside."""

import struct
from collections.abc import Sequence

SECTOR = 512
BIFF5, BIFF8 = 0x500, 0x600
GLOBALS, WORKSHEET, CHART = 5, 0x10, 0x20
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind: int, inside: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", kind, len(inside)) + inside


def begin(version: int, what: int) -> bytes:
    """The first record of a part."""
    return record(0x809, struct.pack("<HHHH", version, what, 0, 0))


def end() -> bytes:
    """The last record of a part."""
    return record(0x0A)


def label5(row: int, column: int, text: bytes) -> bytes:
    """A text cell of Excel 95: bytes of the file's code page."""
    return record(0x204, struct.pack("<HHHH", row, column, 0, len(text)) + text)


def workbook(version: int, cells: bytes, globals_: bytes = b"", tab: bytes = b"Sheet1") -> bytes:
    """A file of one sheet."""
    name = bytes([len(tab)]) + (b"\0" if version == BIFF8 else b"") + tab
    head = begin(version, GLOBALS) + globals_
    start = len(head) + len(record(0x85, b"\0" * 6 + name)) + len(end())
    stream = head + record(0x85, struct.pack("<IBB", start, 0, 0) + name) + end()
    return contained(
        {"Workbook" if version == BIFF8 else "Book": stream + begin(version, WORKSHEET) + cells + end()}
    )


def contained(streams: dict[str, bytes]) -> bytes:
    """A container of these streams, each long enough to stand in sectors of its own."""
    table: list[int] = [TABLE, END]
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    body = b""
    for number, (name, content) in enumerate(streams.items(), 1):
        size = -(-max(len(content), 4096) // SECTOR)
        entries.append(
            _entry(name, 2, len(table), size * SECTOR, right=number + 1 if number < len(streams) else -1)
        )
        table += [*range(len(table) + 1, len(table) + size), END]
        body += content.ljust(size * SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, END, 0, END, 0, 0)
    header += struct.pack("<108I", *[FREE] * 108)
    fat = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    return header + fat + b"".join(entries).ljust(SECTOR, b"\0") + body


def _entry(name: str, kind: int, start: int, size: int, *, child: int = -1, right: int = -1) -> bytes:
    named = name.encode("utf-16-le")
    entry = named.ljust(64, b"\0") + struct.pack("<HBB", len(named) + 2, kind, 1)
    return (entry + struct.pack("<iii", -1, right, child)).ljust(116, b"\0") + struct.pack("<III", start, size, 0)


def many(records: Sequence[bytes]) -> bytes:
    """Records one after the other."""
    return b"".join(records)
