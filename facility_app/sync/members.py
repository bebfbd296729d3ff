"""Members of a strict ustar archive: a head follows from name and size, no byte of it is free (goi-v1 §3.1)."""

from collections.abc import Callable, Iterator
from typing import Final

BLOCK: Final = 512
END: Final = bytes(2 * BLOCK)
"""Two blocks of zeros, then nothing more."""
LONGEST_NAME: Final = 99
_MOST_SIZE: Final = 8**11
_SIZE_AT: Final = slice(124, 135)
_NAME_AT: Final = slice(0, 100)


class ArchiveError(ValueError):
    """Bytes that are no strict archive."""


def head_of(name: str, size: int) -> bytes:
    """The 512 bytes before a member: a plain file, mode 0644, of nobody, of no time.

    Args:
        name: ASCII, at most 99 letters.
        size: bytes, less than 8 GiB.

    Raises:
        ValueError: a name or a size that has no room in a head.
    """
    if not 0 < len(name) <= LONGEST_NAME or "\0" in name or not 0 <= size < _MOST_SIZE:
        msg = "no head has room for that"
        raise ValueError(msg)
    fields = (
        name.encode("ascii").ljust(100, b"\0"),
        b"0000644\0" + b"0000000\0" * 2,
        f"{size:011o}\0".encode(),
        b"00000000000\0",
        b" " * 8,
        b"0",
        bytes(100),
        b"ustar\x0000",
        bytes(64),
        b"0000000\0" * 2,
    )
    block = b"".join(fields).ljust(BLOCK, b"\0")
    return block[:148] + f"{sum(block):06o}\0 ".encode() + block[156:]


def padding_of(size: int) -> bytes:
    """Zeros up to the next block."""
    return bytes(-size % BLOCK)


def read_head(block: bytes) -> tuple[str, int]:
    """Name and size a head says, when it is byte for byte the head of that name and size.

    Raises:
        ArchiveError: it is not.
    """
    try:
        name, size = block[_NAME_AT].rstrip(b"\0").decode("ascii"), int(block[_SIZE_AT], 8)
        said = head_of(name, size)
    except ValueError as error:
        msg = "a head that is none"
        raise ArchiveError(msg) from error
    if said != block:
        msg = "a head with something of its own"
        raise ArchiveError(msg)
    return name, size


def written(name: str, data: bytes) -> Iterator[bytes]:
    """Head, content and padding of one member."""
    yield head_of(name, len(data))
    yield data
    yield padding_of(len(data))


class MemberReader:
    """Takes an archive as it comes, in pieces of any size, and hands on each member when it is whole."""

    def __init__(self, allowed: Callable[[str, int], None], take: Callable[[str, bytes], None]) -> None:
        """Begin before the first byte.

        Args:
            allowed: asked with name and size before any content is kept; raises to refuse.
            take: gets each member, in order.
        """
        self._allowed, self._take = allowed, take
        self._kept = bytearray()
        self._member: tuple[str, int] | None = None
        self._ending = False

    def feed(self, data: bytes) -> None:
        """Go on with ``data``.

        Raises:
            ArchiveError: not a strict archive; what ``allowed`` or ``take`` raise passes through.
        """
        self._kept += data
        while self._step():
            pass

    def close(self) -> None:
        """Nothing more comes.

        Raises:
            ArchiveError: the archive is not at its end.
        """
        if not self._ending or self._kept != END:
            msg = "the archive does not end as it must"
            raise ArchiveError(msg)

    def _step(self) -> bool:
        if self._ending:
            if len(self._kept) > len(END):
                msg = "something after the end"
                raise ArchiveError(msg)
            return False
        if self._member is None:
            return self._begin()
        name, size = self._member
        whole = size + len(padding_of(size))
        if len(self._kept) < whole:
            return False
        data, rest = bytes(self._kept[:size]), bytes(self._kept[size:whole])
        if rest != padding_of(size):
            msg = "padding that says something"
            raise ArchiveError(msg)
        del self._kept[:whole]
        self._member = None
        self._take(name, data)
        return True

    def _begin(self) -> bool:
        if len(self._kept) < BLOCK:
            return False
        block = bytes(self._kept[:BLOCK])
        if not any(block):
            self._ending = True
            return True
        name, size = read_head(block)
        self._allowed(name, size)
        del self._kept[:BLOCK]
        self._member = name, size
        return True
