"""The container of .xls files: which streams are in it, and one of them whole."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from facility_app.sheets.reading.refusals import BrokenFileError

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_ENTRY: Final = 128
_END: Final = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
_STREAM, _ROOT = 2, 5
_SHIFTS: Final = range(7, 13)
_MOST_ENTRIES: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    start: int
    size: int


class Container:
    """One such file, taken apart."""

    def __init__(self, content: bytes) -> None:
        """Read the tables.

        Raises:
            BrokenFileError: they lead nowhere.
        """
        if len(content) < _HEADER or not content.startswith(MAGIC):
            raise BrokenFileError
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if shift not in _SHIFTS or mini_shift not in range(4, shift + 1):
            raise BrokenFileError
        self._sector, self._mini = 1 << shift, 1 << mini_shift
        tables, directory = struct.unpack_from("<II", content, 44)
        self._cutoff, mini_start, _, more_start, _ = struct.unpack_from("<IIIII", content, 56)
        self._next = self._sector_table(tables, more_start)
        self._next_mini = _numbers(self._chain(mini_start))
        self._entries = self._directory(self._chain(directory))
        root = next((entry for entry in self._entries.values() if entry.kind == _ROOT), None)
        self._mini_stream = b"" if root is None else self._chain(root.start)[: root.size]

    @property
    def names(self) -> frozenset[str]:
        """Names of the streams."""
        return frozenset(name for name, entry in self._entries.items() if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes:
        """All of one stream.

        Raises:
            BrokenFileError: it is not there, or breaks off.
        """
        entry = self._entries.get(name)
        if entry is None or entry.kind != _STREAM:
            raise BrokenFileError
        found = self._mini_chain(entry.start) if entry.size < self._cutoff else self._chain(entry.start)
        if len(found) < entry.size:
            raise BrokenFileError
        return found[: entry.size]

    def _sector_table(self, count: int, more: int) -> tuple[int, ...]:
        """Sector → the next one of its chain."""
        places = list(struct.unpack_from("<109I", self._content, 76))
        seen = 0
        while more < _END and seen * self._sector < len(self._content):
            *listed, more = _numbers(self._at(more))
            places += listed
            seen += 1
        used = [place for place in places if place < _END][:count]
        return tuple(number for place in used for number in _numbers(self._at(place)))

    def _at(self, place: int) -> bytes:
        start = (place + 1) * self._sector
        found = self._content[start : start + self._sector]
        if not found:
            raise BrokenFileError
        return found.ljust(self._sector, b"\0")

    def _chain(self, start: int) -> bytes:
        return b"".join(self._at(place) for place in _walk(start, self._next))

    def _mini_chain(self, start: int) -> bytes:
        size = self._mini
        return b"".join(
            self._mini_stream[place * size : (place + 1) * size] for place in _walk(start, self._next_mini)
        )

    def _directory(self, found: bytes) -> Mapping[str, _Entry]:
        entries: dict[str, _Entry] = {}
        for start in range(0, min(len(found), _ENTRY * _MOST_ENTRIES), _ENTRY):
            length, kind = struct.unpack_from("<HB", found, start + 64)
            first, size = struct.unpack_from("<II", found, start + 116)
            name = found[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind in {_STREAM, _ROOT}:
                entries.setdefault(name, _Entry(kind, first, size))
        return entries


def _walk(start: int, following: tuple[int, ...]) -> list[int]:
    """The sectors of one chain; one that bites its own tail is broken."""
    chain: list[int] = []
    place = start
    while place < _END:
        if place >= len(following) or len(chain) > len(following):
            raise BrokenFileError
        chain.append(place)
        place = following[place]
    return chain


def _numbers(found: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(found) // 4}I", found[: len(found) // 4 * 4])
