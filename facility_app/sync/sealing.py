"""Payload of suite S1: zstd frames inside one age file for several recipients; nothing touches a disk in clear."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

import pyrage
import zstandard
from pyrage import x25519

from facility_app.sync.outcomes import BundleRefused, Outcome

LEVEL: Final = 3
BLOB_LEVEL: Final = 1
"""Pictures are compressed already; their frames cost no time (goi-v1 §3.9)."""
WIDEST_WINDOW: Final = 8 * 1024 * 1024
MOST_GROWTH: Final = 1000
"""Bytes a payload may open to, for each byte it has: rows of a facility reach about ten."""
LEAST_ROOM: Final = 1024 * 1024
"""What the smallest payload may open to."""
MOST_OPENED: Final = 64 * 1024**3
"""What the largest may open to: a national centre is some ten of these, a facility a hundredth of one."""
MOST_FRAMES: Final = 200_000
"""A frame for each member, and as many again."""
_SIP: Final = 256
"""Bytes given to the decompressor at once: whatever they open to fits in memory."""
_PIECE: Final = 64 * 1024


class Readable(Protocol):
    """Something read from its beginning to its end."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, none after the last."""
        ...


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was written: bytes and their SHA-256, hex."""

    size: int
    sha256: str


def new_identity() -> tuple[str, str]:
    """A secret identity and what others encrypt to."""
    made = x25519.Identity.generate()
    return str(made), str(made.to_public())


def recipient_id(recipient: str) -> str:
    """How headers name a recipient: ``age:`` and the first 16 hex digits of its SHA-256."""
    return f"age:{hashlib.sha256(recipient.encode('ascii')).hexdigest()[:16]}"


def own_ids(identities: Sequence[str]) -> frozenset[str]:
    """How headers name the holder of ``identities``."""
    return frozenset(recipient_id(str(one.to_public())) for one in map(_identity, identities))


def is_recipient(text: str) -> bool:
    """Whether ``text`` is what one can encrypt to, its check letters too."""
    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def compressed(frames: Iterable[tuple[int, Iterable[bytes]]]) -> Iterator[bytes]:
    """Each frame of (level, pieces) as zstd, one after the other."""
    for level, pieces in frames:
        frame = zstandard.ZstdCompressor(level=level).compressobj()
        for piece in pieces:
            if made := frame.compress(piece):
                yield made
        yield frame.flush()


def seal(pieces: Iterable[bytes], recipients: Sequence[str], target: BinaryIO) -> Sealed:
    """Encrypt ``pieces`` to every one of ``recipients``.

    Args:
        pieces: what to encrypt, taken as it is needed.
        recipients: ``age1…``; none twice.
        target: written from where it stands.

    Raises:
        ValueError: one of ``recipients`` is none. What ``pieces`` and ``target`` raise passes through.
    """
    if not all(map(is_recipient, recipients)):
        msg = "not an age recipient"
        raise ValueError(msg)
    tee, pulled = _Tee(target), _Pulled(iter(pieces))
    try:
        pyrage.encrypt_io(pulled, tee, [x25519.Recipient.from_str(one) for one in recipients])
    except pyrage.EncryptError:  # age wraps what a file raises in errors of its own
        if pulled.fault:
            raise pulled.fault from None
        raise
    return Sealed(tee.size, tee.sha256.hexdigest())


def unseal(source: Readable, size: int, identities: Sequence[str], take: Callable[[bytes], None]) -> Sealed:
    """Decrypt and open ``source``; ``take`` gets the clear bytes in pieces.

    A cut is found at the end: no piece counts before this returns, and whoever takes them knows where they end.

    Args:
        source: reads the payload and no byte more.
        size: of the payload.
        identities: secret identities of this place, old ones too.
        take: gets them.

    Returns:
        Size and hash of what was read.

    Raises:
        BundleRefused: ``E_DECRYPT`` or ``E_BOMB``. What ``source`` and ``take`` raise passes through.
    """
    keys, read = list(map(_identity, identities)), _Read(source)
    opener = _Opener(min(max(LEAST_ROOM, size * MOST_GROWTH), MOST_OPENED), take)
    try:
        pyrage.decrypt_io(read, opener, keys)
        opener.close()
    except (pyrage.DecryptError, zstandard.ZstdError, OSError) as error:
        # age wraps what a file raises in errors of its own, or raises it as one of these.
        if fault := read.fault or opener.fault:
            raise fault from None
        raise BundleRefused(Outcome.DECRYPT) from error
    while read.read(_PIECE):
        pass
    return Sealed(read.size, read.sha256.hexdigest())


def _identity(secret: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(secret)
    except pyrage.IdentityError:  # its words are not ours, and the text is a secret
        msg = "not an age identity"
        raise ValueError(msg) from None


class _Pulled:
    """A file to read from, made of pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._kept = pieces, b""
        self.fault: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        wanted = size if size >= 0 else _PIECE
        while not self._kept:
            try:
                piece = next(self._pieces, None)
            except BaseException as error:
                self.fault = error
                raise
            if piece is None:
                return b""
            self._kept = piece
        given, self._kept = self._kept[:wanted], self._kept[wanted:]
        return given


class _Read:
    """Reads on, counts and hashes what it read, and keeps what went wrong."""

    def __init__(self, source: Readable) -> None:
        self._source, self.size, self.sha256 = source, 0, hashlib.sha256()
        self.fault: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._source.read(size)
        except BaseException as error:
            self.fault = error
            raise
        self.size += len(data)
        self.sha256.update(data)
        return data


class _Tee:
    """Writes on, and counts and hashes what it wrote."""

    def __init__(self, target: BinaryIO) -> None:
        self._target, self.size, self.sha256 = target, 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self._target.write(data)
        self.sha256.update(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        self._target.flush()


class _Opener:
    """Opens zstd frames as they come and never more than was allowed."""

    def __init__(self, most: int, take: Callable[[bytes], None]) -> None:
        self._left, self._take = most, take
        self._frames = self._in_frame = 0
        self._is_begun = False
        self.fault: Exception | None = None
        self._context = zstandard.ZstdDecompressor(max_window_size=WIDEST_WINDOW)
        self._frame = self._context.decompressobj()

    def write(self, data: bytes) -> int:
        for at in range(0, len(data), _SIP):
            sip = data[at : at + _SIP]
            while sip:
                self._is_begun = True
                self._give(self._frame.decompress(sip))
                sip = b""
                if self._frame.eof:
                    sip = self._frame.unused_data
                    self._next_frame()
        return len(data)

    def close(self) -> None:
        """Nothing more comes: a frame that was begun would end by now."""
        if self._is_begun:
            raise BundleRefused(Outcome.DECRYPT)

    def flush(self) -> None:
        return

    def _next_frame(self) -> None:
        self._frames += 1
        # One that opens to nothing hides something, or is one of a row without end.
        if not self._in_frame or self._frames > MOST_FRAMES:
            raise BundleRefused(Outcome.BOMB, "zstd")
        self._frame = self._context.decompressobj()
        self._in_frame, self._is_begun = 0, False

    def _give(self, data: bytes) -> None:
        self._left -= len(data)
        self._in_frame += len(data)
        if self._left < 0:
            raise BundleRefused(Outcome.BOMB, "zstd")
        if data:
            try:
                self._take(data)
            except Exception as error:
                self.fault = error
                raise
