"""The backup's file format: a plain tar in one canonical form, then a seal over all of it.

Any tar program lists and unpacks it. Read back, each header must be exactly the one we would write for that name
and size: so links, devices, odd paths, doubled names and extensions do not exist for the reader.
The seal (80 bytes after the tar's end): magic, SHA-256 of everything before it, HMAC of that under the data key.
"""

import hashlib
import hmac
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from facility_app.db.driver import DataKey

MAGIC: Final = b"facility backup\x01"
HASH_BYTES: Final = 32
SEAL_BYTES: Final = len(MAGIC) + 2 * HASH_BYTES
END: Final = bytes(2 * tarfile.BLOCKSIZE)
CHUNK: Final = 1 << 20

KEYS: Final = "facility.keys"
DATABASE: Final = "facility.db"
MANIFEST: Final = "manifest.json"
_ATTACHMENT: Final = re.compile(r"files(/[0-9a-z][0-9a-z_-]{0,39}(\.[0-9a-z]{1,8})?){1,3}", re.ASCII)
_NAME_BYTES: Final = 100
# Windows opens a device for these names, whatever folder and ending they have.
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.ASCII)
_KEY_LABEL: Final = b"facility backup seal 1"


class DamagedError(Exception):
    """The file is not byte for byte what the program writes."""


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside: its name, its size in bytes, SHA-256 of its content (hex)."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member's content stands in the backup."""

    name: str
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class Seal:
    """What follows the tar.

    Attributes:
        digest: SHA-256 of every byte before the seal.
        mac: HMAC-SHA256 of ``digest`` under a key only the data key gives.
    """

    digest: bytes
    mac: bytes

    def is_of(self, data_key: DataKey) -> bool:
        """Whether a holder of ``data_key`` wrote it."""
        return hmac.compare_digest(self.mac, _mac(self.digest, data_key))


def is_attachment(name: str) -> bool:
    """Whether ``name`` (with slashes, from the data folder) is a name the program gives to attachments."""
    parts = name.split("/")
    return (
        len(name) <= _NAME_BYTES
        and _ATTACHMENT.fullmatch(name) is not None
        and not any(_DEVICE.fullmatch(part) for part in parts)
    )


class Packer:
    """Writes a backup front to back."""

    def __init__(self, target: BinaryIO) -> None:
        """Write to ``target``, which stands at its beginning."""
        self._target = target
        self._whole: _Hash = hashlib.sha256()

    def add(self, name: str, source: BinaryIO, size: int) -> Member:
        """Append the next ``size`` bytes of ``source`` as the file ``name``.

        Raises:
            EOFError: ``source`` ends before.
        """
        self._put(_header(name, size))
        own, rest = hashlib.sha256(), size
        while rest:
            chunk = source.read(min(rest, CHUNK))
            if not chunk:
                raise EOFError(name)
            own.update(chunk)
            self._put(chunk)
            rest -= len(chunk)
        self._put(bytes(-size % tarfile.BLOCKSIZE))
        return Member(name, size, own.hexdigest())

    def seal(self, data_key: DataKey) -> None:
        """End the tar and write the seal."""
        self._put(END)
        digest = self._whole.digest()
        self._target.write(MAGIC + digest + _mac(digest, data_key))

    def _put(self, data: bytes) -> None:
        self._whole.update(data)
        self._target.write(data)


def read_seal(source: BinaryIO, size: int) -> Seal:
    """The seal at the end of a file of ``size`` bytes.

    Raises:
        DamagedError: there is none.
    """
    if size < SEAL_BYTES + len(END):
        raise DamagedError
    source.seek(size - SEAL_BYTES)
    seal = source.read(SEAL_BYTES)
    if len(seal) != SEAL_BYTES or not seal.startswith(MAGIC):
        raise DamagedError
    at = len(MAGIC)
    return Seal(seal[at : at + HASH_BYTES], seal[at + HASH_BYTES :])


def places(source: BinaryIO, size: int) -> list[Place]:
    """Where each member of a file of ``size`` bytes stands; contents are skipped, not believed.

    Raises:
        DamagedError: not the canonical form, or not the members a backup has, in their order.
    """
    found: list[Place] = []
    at, end = 0, size - SEAL_BYTES - len(END)
    while at < end:
        source.seek(at)
        name, length = _read_header(source.read(tarfile.BLOCKSIZE))
        found.append(Place(name, length, at + tarfile.BLOCKSIZE))
        at += tarfile.BLOCKSIZE + length + -length % tarfile.BLOCKSIZE
    names = [place.name for place in found]
    if at != end or len(set(names)) != len(names):
        raise DamagedError
    if names[:2] != [KEYS, DATABASE] or names[-1] != MANIFEST or not all(map(is_attachment, names[2:-1])):
        raise DamagedError
    return found


def content(source: BinaryIO, place: Place, most: int) -> bytes:
    """The whole content of a small member.

    Raises:
        DamagedError: it is larger than ``most`` bytes, or cut off.
    """
    if place.size > most:
        raise DamagedError
    source.seek(place.offset)
    found = source.read(place.size)
    if len(found) != place.size:
        raise DamagedError
    return found


def stretches(source: BinaryIO, found: list[Place], size: int) -> Iterator[tuple[Place | None, bytes]]:
    """Every byte before the seal, front to back, with the member it is content of (None between members).

    Raises:
        DamagedError: the file ends before.
    """
    source.seek(0)
    at = 0
    for place in found:
        yield None, _exactly(source, place.offset - at)
        for start in range(0, place.size, CHUNK):
            yield place, _exactly(source, min(CHUNK, place.size - start))
        at = place.offset + place.size
    yield None, _exactly(source, size - SEAL_BYTES - at)


def _exactly(source: BinaryIO, count: int) -> bytes:
    data = source.read(count)
    if len(data) != count:
        raise DamagedError
    return data


def _header(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    # Not USTAR: it cannot state a size of 8 GiB or more. For smaller files they differ in two bytes.
    return info.tobuf(tarfile.GNU_FORMAT)


def _read_header(block: bytes) -> tuple[str, int]:
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "strict")
        is_ours = info.size >= 0 and len(info.name) <= _NAME_BYTES and _header(info.name, info.size) == block
    except (tarfile.TarError, ValueError, OverflowError) as error:
        raise DamagedError from error
    if not is_ours:
        raise DamagedError
    return info.name, info.size


def _mac(digest: bytes, data_key: DataKey) -> bytes:
    return hmac.digest(hmac.digest(data_key.key, _KEY_LABEL, "sha256"), digest, "sha256")
