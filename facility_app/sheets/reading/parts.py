"""The zipped parts of .xlsx and .ods files: counted while unpacked, so that no small file fills the memory."""

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from facility_app.sheets.reading.refusals import BrokenFileError, PasswordNeededError, TooManyBytesError

_MOST_PARTS: Final = 2_000
_CHUNK: Final = 1 << 20
_ENCRYPTED: Final = 0x1
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
