"""What the shim witnessed: the folders as they were, then every change in the order the kernel saw it."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

HEAD = struct.Struct("<IBxHHxxIqQ")
MAGIC = 0x464F5250
ACK_NAME = "PROOF_ACK"


class OpKind(IntEnum):
    """Kinds of log records; the numbers are those of ``shim.c``."""

    CREATE = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    RENAME = 5
    UNLINK = 6
    MKDIR = 7
    LINK = 8
    SYMLINK = 9
    ACK = 10
    OPAQUE = 11


@dataclass(frozen=True, slots=True)
class Op:
    """One change.

    Attributes:
        kind: what happened.
        path: absolute path it happened to; the old name of RENAME and LINK.
        other: new name, target of a symbolic link, or what was opaque.
        offset: where a WRITE began, the new size of a TRUNCATE.
        data: bytes of a WRITE, text of an ACK.
    """

    kind: OpKind
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""


class OpaqueLogError(Exception):
    """The program changed watched files in a way the shim cannot follow, so no state can be judged."""


@dataclass(frozen=True, slots=True)
class Log:
    """A recording.

    Attributes:
        roots: the watched folders, absolute.
        base: what they held before: absolute path to bytes, or None for a folder.
        ops: the changes.
    """

    roots: tuple[str, ...]
    base: Mapping[str, bytes | None]
    ops: tuple[Op, ...]

    @property
    def acks(self) -> tuple[str, ...]:
        """Every acknowledged text, in order."""
        return tuple(op.data.decode() for op in self.ops if op.kind is OpKind.ACK)

    def syncs_between_acks(self) -> list[int]:
        """How many syncs came before the first ACK, then between each two, and after the last."""
        counts = [0]
        for op in self.ops:
            if op.kind is OpKind.ACK:
                counts.append(0)
            elif op.kind is OpKind.SYNC:
                counts[-1] += 1
        return counts

    def require_transparent(self) -> None:
        """Raise ``OpaqueLogError`` when something happened that cannot be replayed."""
        for op in self.ops:
            if op.kind is OpKind.OPAQUE:
                message = f"{op.path}: changed by {op.other}, which the shim cannot follow"
                raise OpaqueLogError(message)


def snapshot(roots: Sequence[Path]) -> dict[str, bytes | None]:
    """What the folders hold now; acknowledgement files are no state and left out."""
    held: dict[str, bytes | None] = {}
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.name != ACK_NAME and not path.is_symlink():
                held[str(path)] = None if path.is_dir() else path.read_bytes()
    return held


def read_ops(path: Path) -> tuple[Op, ...]:
    """Every whole record of a log file; a last one cut by a kill is left out."""
    return tuple(_records(path.read_bytes())) if path.exists() else ()


def _records(raw: bytes) -> Iterator[Op]:
    at = 0
    while at + HEAD.size <= len(raw):
        magic, kind, path_size, other_size, _pid, offset, data_size = HEAD.unpack_from(raw, at)
        if magic != MAGIC:
            message = f"log damaged at byte {at}"
            raise ValueError(message)
        at += HEAD.size
        path_end = at + path_size
        other_end = path_end + other_size
        data_end = other_end + data_size
        if data_end > len(raw):
            return
        path = raw[at:path_end].decode(errors="surrogateescape")
        other = raw[path_end:other_end].decode(errors="surrogateescape")
        yield Op(OpKind(kind), path, other, offset, raw[other_end:data_end])
        at = data_end
