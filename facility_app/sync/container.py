"""The file itself: four members in a strict archive, all verified before anything is opened (goi-v1 §3.1)."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final

from facility_app.sync import header as headers
from facility_app.sync import members, signing
from facility_app.sync.header import Header
from facility_app.sync.members import BLOCK, END, head_of, padding_of, read_head
from facility_app.sync.outcomes import BundleRefused, Outcome

MAGIC_NAME: Final = "CNBUNDLE"
MAGIC: Final = b"1\n"
HEADER: Final = "header.json"
SIGNATURE: Final = "header.sig"
PAYLOAD: Final = "payload.age"
MOST_SIGNATURE: Final = 4096
_PIECE: Final = 1024 * 1024
KeyOf = Callable[[Header], bytes]
"""The public key a header names; raises ``BundleRefused`` where it is unknown or revoked."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle whose signature and hash hold.

    Attributes:
        header: what it says of itself.
        header_sha256: its name in chains and receipts.
        payload_at: where in the file ``payload.age`` begins.
    """

    header: Header
    header_sha256: str
    payload_at: int


def write_bundle(target: BinaryIO, header: Header, secret: bytes, payload: BinaryIO) -> bytes:
    """Write the four members.

    Args:
        target: the new file.
        header: with size and hash of the payload.
        secret: the signing key.
        payload: read to its end; must be what the header says.

    Returns:
        The bytes of ``header.json``.

    Raises:
        ValueError: the payload is longer or shorter than the header says; the file is none.
    """
    said = headers.encode(header)
    for name, data in ((MAGIC_NAME, MAGIC), (HEADER, said), (SIGNATURE, signing.sign(said, secret))):
        target.writelines(members.written(name, data))
    target.write(head_of(PAYLOAD, header.payload_size))
    size = 0
    while piece := payload.read(_PIECE):
        size += len(piece)
        target.write(piece)
    if size != header.payload_size:
        msg = "the payload is not what its header says"
        raise ValueError(msg)
    target.write(padding_of(header.payload_size) + END)
    return said


def read_bundle(source: BinaryIO, key_of: KeyOf) -> Bundle:
    """Verify a bundle from its first byte to its last, without opening it.

    Args:
        source: a whole file, at its beginning; it can seek.
        key_of: finds the signer's key.

    Raises:
        BundleRefused: with the code of the first thing that is wrong.
    """
    header, said = _header(source)
    signature = _small(source, SIGNATURE, MOST_SIGNATURE)
    if header.suite != signing.SUITE:
        raise BundleRefused(Outcome.SUITE, header.suite)
    if not signing.is_signed(said, signature, key_of(header)):
        raise BundleRefused(Outcome.SIGNATURE, header.facility)
    size = _head(source, PAYLOAD, headers.MOST_PAYLOAD)
    if size != header.payload_size:
        raise BundleRefused(Outcome.SIZE, PAYLOAD)
    at = source.tell()
    _check_payload(source, header)
    _exactly(source, padding_of(size) + END, PAYLOAD)
    if source.read(1):
        raise BundleRefused(Outcome.TAR, PAYLOAD)
    return Bundle(header, headers.hash_of(said), at)


def peek(source: BinaryIO) -> Header:
    """What a bundle says of itself, unverified: for showing what lies on a stick, never for acting on it.

    Raises:
        BundleRefused: as :func:`read_bundle`, for what can be told without a key.
    """
    return _header(source)[0]


class PayloadFile:
    """Reads the payload out of a bundle's file and stops at its end."""

    def __init__(self, source: BinaryIO, bundle: Bundle) -> None:
        """Stand before its first byte."""
        self._source, self._left = source, bundle.header.payload_size
        source.seek(bundle.payload_at, os.SEEK_SET)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, none after the last."""
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._source.read(wanted)
        self._left -= len(data)
        return data


def _header(source: BinaryIO) -> tuple[Header, bytes]:
    if source.read(len(MAGIC_NAME)) != MAGIC_NAME.encode():
        raise BundleRefused(Outcome.MAGIC)
    source.seek(0)
    if _small(source, MAGIC_NAME, len(MAGIC)) != MAGIC:
        raise BundleRefused(Outcome.TAR, MAGIC_NAME)
    said = _small(source, HEADER, headers.MOST_BYTES)
    try:
        return headers.decode(said), said
    except ValueError as error:
        raise BundleRefused(Outcome.HEADER, str(error)) from error


def _head(source: BinaryIO, name: str, most: int) -> int:
    block = source.read(BLOCK)
    if len(block) < BLOCK:
        raise BundleRefused(Outcome.TRUNCATED, name)
    try:
        found, size = read_head(block)
    except ValueError as error:
        raise BundleRefused(Outcome.TAR, name) from error
    if found != name:
        raise BundleRefused(Outcome.TAR, name)
    if size > most:
        raise BundleRefused(Outcome.SIZE, name)
    return size


def _small(source: BinaryIO, name: str, most: int) -> bytes:
    size = _head(source, name, most)
    data = source.read(size)
    if len(data) < size:
        raise BundleRefused(Outcome.TRUNCATED, name)
    _exactly(source, padding_of(size), name)
    return data


def _exactly(source: BinaryIO, wanted: bytes, name: str) -> None:
    found = source.read(len(wanted))
    if len(found) < len(wanted):
        raise BundleRefused(Outcome.TRUNCATED, name)
    if found != wanted:
        raise BundleRefused(Outcome.TAR, name)


def _check_payload(source: BinaryIO, header: Header) -> None:
    left, total = header.payload_size, hashlib.sha256()
    while left:
        piece = source.read(min(_PIECE, left))
        if not piece:
            raise BundleRefused(Outcome.TRUNCATED, PAYLOAD)
        total.update(piece)
        left -= len(piece)
    if total.hexdigest() != header.payload_sha256:
        raise BundleRefused(Outcome.HASH)
