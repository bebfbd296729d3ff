"""The zipped parts of .xlsx and .ods files: counted while unpacked, so that no small file fills the memory."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Final

from facility_app.sheets.reading.refusals import BrokenFileError, PasswordNeededError, TooManyBytesError

_MOST_PARTS: Final = 2_000
_CHUNK: Final = 1 << 20
_ENCRYPTED: Final = 0x1
_ATTRIBUTE: Final = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TROUBLE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


def part_names(content: bytes) -> list[str]:
    """Names of the parts.

    Raises:
        BrokenFileError: no whole zip file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.namelist()
    except _TROUBLE as error:
        raise BrokenFileError from error


def unpack(content: bytes, wanted: Callable[[str], bool], most: int) -> dict[str, bytes]:
    """The wanted parts by name.

    Args:
        content: the file.
        wanted: whether a part of that name is needed.
        most: bytes of all of them together, unpacked.

    Raises:
        BrokenFileError: no whole zip file.
        PasswordNeededError: a part is encrypted.
        TooManyBytesError: more than ``most``.
    """
    found: dict[str, bytes] = {}
    left = most
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [part for part in packed.infolist() if wanted(part.filename)]
            if len(parts) > _MOST_PARTS:
                raise TooManyBytesError
            for part in parts:
                if part.flag_bits & _ENCRYPTED:
                    raise PasswordNeededError
                found[part.filename] = _read(packed, part, left)
                left -= len(found[part.filename])
    except _TROUBLE as error:
        raise BrokenFileError from error
    return found


def _read(packed: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """One part, in pieces: what the file says of its own size is not believed."""
    pieces = bytearray()
    with packed.open(part) as stream:
        while piece := stream.read(_CHUNK):
            pieces += piece
            if len(pieces) > most:
                raise TooManyBytesError
    return bytes(pieces)


def pack(parts: Mapping[str, bytes]) -> io.BytesIO:
    """A zip file of exactly these parts, not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    made.seek(0)
    return made


def tags(content: bytes, *names: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Opening tags of these local names with their attributes, in order; no more of XML is understood here.

    Attributes keep their prefix.
    """
    for match in _tag_pattern(names).finditer(content):
        yield match[1].decode("ascii"), attributes(match[2])


def attributes(inside: bytes) -> dict[str, str]:
    """Attributes by name, as written between the angle brackets."""
    return {
        key.decode("ascii", "replace"): unescape((double or single).decode("utf-8", "replace"))
        for key, double, single in _ATTRIBUTE.findall(inside)
    }


def _tag_pattern(names: tuple[str, ...]) -> re.Pattern[bytes]:
    listed = "|".join(map(re.escape, names)).encode()
    # A ">" may stand inside a quoted attribute.
    return re.compile(rb"<(?:[\w.-]+:)?(" + listed + rb")\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
