"""The mark outside the file: how far the audit chain and the outbox had come, kept in the user's state folder.

A database put back, cut short or copied elsewhere disagrees with its anchor. It is written after each commit
without waiting for the disk (the commit itself already has), into two slots in turn, so that a torn write leaves
the other slot. It may lag behind the file after a power cut; it is never ahead of it. The first mark alone appears
whole and durably: an anchor file without a mark in it reads like a forged one.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from facility_app.db.audit import Head
from facility_app.db.durable import write_whole
from facility_app.db.folder import make_durable
from facility_app.db.locks import FileLock

SLOT_BYTES = 512
SLOTS = 2
KEY_LABEL = b"facility-anchor-1"


@dataclass(frozen=True, slots=True)
class Mark:
    """One state of the file, as remembered outside it.

    Attributes:
        turn: counts writes of the anchor; the higher valid slot counts.
        audit_count: entries of the audit chain.
        audit_head: hash of the last entry, hex.
        epoch_id: the epoch of the database's life.
        last_chg: highest number of the outbox.
        keys: generation of the key file; an older one put back revives closed doors.
    """

    turn: int
    audit_count: int
    audit_head: str
    epoch_id: str
    last_chg: int
    keys: int = 0

    @property
    def head(self) -> Head:
        """The end of the audit chain it remembers."""
        return Head(self.audit_count, bytes.fromhex(self.audit_head))


class Anchor:
    """The anchor file of one database.

    Args:
        folder: the user's state folder; made when absent.
        db_uuid: which database.
        data_key: 32 bytes; the marks are signed with a key derived from it, so that nobody without the data key
            can move the anchor.
        older: former data keys; a mark made before a rekey still counts.
    """

    def __init__(self, folder: Path, db_uuid: str, data_key: bytes, older: Iterable[bytes] = ()) -> None:
        """Name the file; nothing is read or written yet."""
        self._path = folder / f"{db_uuid}.anchor"
        self._lock_path = folder / f"{db_uuid}.lock"
        keys = (data_key, *older)
        self._keys = tuple(hmac.digest(key, KEY_LABEL + db_uuid.encode(), "sha256") for key in keys)

    @property
    def exists(self) -> bool:
        """Whether this account on this machine has an anchor for the database at all."""
        return self._path.exists()

    def read(self) -> Mark | None:
        """The newest mark whose signature holds, or None: no file, not readable, damaged, forged."""
        try:
            with self._path.open("rb") as file:
                raw = file.read(SLOTS * SLOT_BYTES)
        except OSError:
            return None
        marks = [self._opened(raw[at : at + SLOT_BYTES]) for at in range(0, SLOTS * SLOT_BYTES, SLOT_BYTES)]
        return max((mark for mark in marks if mark is not None), key=lambda mark: mark.turn, default=None)

    def advance(self, count: int, head: str, epoch_id: str, last_chg: int, *, durable: bool = False) -> None:
        """Remember a later state; an earlier one (another process was faster) changes nothing.

        Args:
            count: entries of the audit chain.
            head: hash of the last one, hex.
            epoch_id: epoch of the database.
            last_chg: highest outbox number.
            durable: wait for the disk.

        Raises:
            OSError, EnvironmentFault: the state folder cannot be written; the commit it follows stands.
        """
        with self._locked():
            known = self.read()
            if known is None or (count, last_chg) > (known.audit_count, known.last_chg):
                turn = 0 if known is None else known.turn + 1
                keys = 0 if known is None else known.keys
                self._write(Mark(turn, count, head, epoch_id, last_chg, keys), durable=durable)

    def restart(self, count: int, head: str, epoch_id: str, last_chg: int, keys: int = 0) -> None:
        """Set the mark to the given state, whatever stood there: the first one, or after an officer's decision."""
        with self._locked():
            known = self.read()
            turn = 0 if known is None else known.turn + 1
            self._write(Mark(turn, count, head, epoch_id, last_chg, keys), durable=True)

    def note_keys(self, generation: int) -> None:
        """Remember that the key file has come this far; a mark that is not there or not believed stays so.

        Raises:
            OSError, EnvironmentFault: the state folder cannot be written.
        """
        with self._locked():
            known = self.read()
            if known is not None and generation > known.keys:
                self._write(replace(known, turn=known.turn + 1, keys=generation), durable=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        make_durable(self._path.parent)
        with FileLock(self._lock_path).exclusive():
            yield

    def _opened(self, slot: bytes) -> Mark | None:
        body, _, rest = slot.rstrip(b"\0 \n").rpartition(b" ")
        if not any(hmac.compare_digest(rest, _signature(key, body)) for key in self._keys):
            return None
        try:
            return Mark(**json.loads(body))
        except (ValueError, TypeError):
            return None

    def _write(self, mark: Mark, *, durable: bool) -> None:
        body = json.dumps(asdict(mark), separators=(",", ":")).encode()
        slot = (body + b" " + _signature(self._keys[0], body)).ljust(SLOT_BYTES - 1) + b"\n"
        if not self.exists:
            write_whole(self._path, slot.ljust(SLOTS * SLOT_BYTES))
            return
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        handle = os.open(self._path, flags, 0o600)
        try:
            os.lseek(handle, mark.turn % SLOTS * SLOT_BYTES, os.SEEK_SET)
            os.write(handle, slot)
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)


def _signature(key: bytes, body: bytes) -> bytes:
    return hmac.new(key, body, hashlib.sha256).hexdigest().encode()
