"""A new data key for the whole file: every moment of it leaves a folder that opens.

The key file is the first to change, and keeps the former key; the database file follows by one rename. In between
the database still names its former key by its first 16 bytes, so it opens, and ``rekey`` is simply done again.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facility_app.db.backup.make import copy_database
from facility_app.db.backup.staging import FreeSpace, free_space, require_space
from facility_app.db.backup.verify import holds_together
from facility_app.db.digest import FileDigest, file_digest
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, Connection, DataKey, connect, file_salt
from facility_app.db.durable import as_fault, move, sync_folder
from facility_app.db.faults import plain_words
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots.keyfile import KeyFile
from facility_app.db.keyslots.unlocked import Unlocked
from facility_app.db.locks import PATIENCE_S, vault_lock
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

NEW: Final = ".new"
JOURNALS: Final = ("-wal", "-shm", "-journal")
STEPS: Final = ("locked", "backed_up", "copied", "compared", "keys_changed", "replaced", "done")
"""The moments ``at`` is told of, in order; ``keys_changed`` comes once only, a resumed rekey leaves it out."""


@dataclass(frozen=True, slots=True)
class Rekey:
    """What a rekey works on.

    Attributes:
        folder: the data folder.
        key_file: its key file.
        unlocked: what opened it.
        backup: makes a verified backup with the given present key of the database; called first, inside the lock.
        random: source of random bytes.
        free: how to ask for free space.
        patience_s: how long to wait for others to close the folder.
        at: told of each of ``STEPS`` as it is reached.
    """

    folder: DataFolder
    key_file: KeyFile
    unlocked: Unlocked
    backup: Callable[[DataKey], object]
    random: Callable[[int], bytes] = field(default=os.urandom, repr=False)
    free: FreeSpace = free_space
    patience_s: float = PATIENCE_S
    at: Callable[[str], None] = lambda _step: None


def rekey(order: Rekey) -> Unlocked:
    """Encrypt the database with a new data key and seal it to every slot; nobody's password is needed.

    Nobody may hold the database open, this process included. A rekey that stopped half-way is finished: the key
    file's present key is taken instead of another new one.

    Returns:
        The opened key file as it is now.

    Raises:
        EnvironmentFault: ``vault_busy``, ``key_file_swapped``, ``slot_damaged``, ``disk_full``, ``rekey_broke``;
            what the backup or the disk says. The folder opens as before.
    """
    folder = order.folder
    with vault_lock(folder.root).exclusive(order.patience_s):
        _drop_new(folder)
        try:
            with plain_words():
                return _rekey(order)
        except OSError as error:
            _drop_new(folder)
            raise as_fault(error, folder.database.name) from error
        except Exception:
            _drop_new(folder)
            raise


def _rekey(order: Rekey) -> Unlocked:
    order.at("locked")
    present = _present_key(order)
    require_space(order.folder.root, _size(order.folder.database), order.free)
    order.backup(present)
    order.at("backed_up")
    return _change(order, present)


def unfinished(opened: DataKey, unlocked: Unlocked) -> bool:
    """Whether a rekey stopped between key file and database.

    Args:
        opened: the key the database file opened with.
        unlocked: the opened key file.
    """
    return opened.salt != unlocked.current.salt


def sweep(folder: DataFolder) -> None:
    """Remove the copy a crash during a rekey left; for every start, before the database is opened."""
    if _new_path(folder).exists():
        with contextlib.suppress(EnvironmentFault), vault_lock(folder.root).exclusive(timeout=0):
            _drop_new(folder)


def _present_key(order: Rekey) -> DataKey:
    salt = file_salt(order.folder.database)
    if salt is None:
        raise EnvironmentFault(
            "no_database",
            label(
                "errors", "Không thấy tệp dữ liệu {file}. Hãy khôi phục từ bản sao lưu gần nhất (lệnh restore)."
            ),
            file=order.folder.database.name,
        )
    return order.unlocked.key_for(salt)


def _change(order: Rekey, present: DataKey) -> Unlocked:
    folder, new_path = order.folder, _new_path(order.folder)
    resumes = unfinished(present, order.unlocked)
    new = order.unlocked.current if resumes else DataKey(order.random(KEY_BYTES), order.random(SALT_BYTES))
    due = _copy(folder.database, present, new_path, new)
    order.at("copied")
    _compare(new_path, new, due)
    _require_alone(folder)
    order.at("compared")
    now_unlocked = order.unlocked
    if not resumes:
        now_unlocked = order.key_file.rekey(order.unlocked, new)
        order.at("keys_changed")
    move(new_path, folder.database)
    order.at("replaced")
    sync_folder(folder.root)
    order.at("done")
    return now_unlocked


def _copy(path: Path, present: DataKey, new_path: Path, new: DataKey) -> FileDigest:
    connection = connect(path, present)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with _snapshot(connection):
            copy_database(connection, new_path, new)
            return file_digest(connection)
    finally:
        connection.close()


def _compare(path: Path, data_key: DataKey, due: FileDigest) -> None:
    connection = connect(path, data_key, query_only=True)
    try:
        with _snapshot(connection):
            found = file_digest(connection)
            is_sound = holds_together(connection)
    finally:
        connection.close()
    if found != due or not is_sound:
        raise _broke()


def _require_alone(folder: DataFolder) -> None:
    """The last to close takes the journals along: one that is still there belongs to somebody else."""
    for path in (folder.database, _new_path(folder)):
        for journal in JOURNALS:
            if path.with_name(path.name + journal).exists():
                raise _broke()


@contextmanager
def _snapshot(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _broke() -> EnvironmentFault:
    return EnvironmentFault(
        "rekey_broke",
        label(
            "errors",
            "Đổi khóa đã dừng vì bản mã hóa mới không giống tệp gốc, hoặc tệp gốc đang có người dùng; dữ liệu vẫn "
            "như cũ. Hãy đóng mọi cửa sổ của chương trình, chạy lệnh check, rồi làm lại.",
        ),
    )


def _new_path(folder: DataFolder) -> Path:
    return folder.database.with_name(folder.database.name + NEW)


def _drop_new(folder: DataFolder) -> None:
    path = _new_path(folder)
    for ending in ("", *JOURNALS):
        with contextlib.suppress(OSError):
            path.with_name(path.name + ending).unlink()


def _size(path: Path) -> int:
    return path.stat().st_size
