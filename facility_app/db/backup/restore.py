"""Putting a backup back as a new data folder: never over anything, and as a new life of the file.

The restored file would hand out outbox numbers its former life already gave away. So it gets a new identity and a
new epoch that names where the former one is known to end (goi-v1 §4.5).
"""

import contextlib
import glob
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from facility_app.db import capture
from facility_app.db.backup.container import KEYS, DamagedError
from facility_app.db.backup.manifest import Manifest
from facility_app.db.backup.refusals import restore_target_not_empty
from facility_app.db.backup.staging import FreeSpace, free_space, remove_tree, require_space
from facility_app.db.backup.verify import (
    Inside,
    KeyRing,
    Opener,
    damage_in_plain_words,
    data_key_of,
    opened,
    read_contents,
    unpack,
)
from facility_app.db.database import make_engine
from facility_app.db.driver import DataKey
from facility_app.db.durable import as_fault, move, sync_folder
from facility_app.db.faults import plain_words
from facility_app.db.folder import FOLDER_MODE, DataFolder, make_durable, require_local_disk
from facility_app.db.locks import FileLock
from facility_app.db.vault import vault
from facility_app.kernel.ports import Ids

RESTORE_REASON: Final = "restore"
DOOR: Final = "door"
NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class NewLife:
    """Who a restored file is from now on.

    Attributes:
        db_uuid: its new id; the anchor of the former one does not fit any more.
        epoch: number of its new epoch.
        epoch_id: id of the new epoch.
        parent_id: id of the epoch before.
        parent_chg: last outbox number the restored file knows of that epoch.
    """

    db_uuid: str
    epoch: int
    epoch_id: str
    parent_id: str
    parent_chg: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup put back.

    Attributes:
        folder: the new data folder.
        data_key: key of its database.
        ring: every key of the facility.
        manifest: description of the backup.
        counts: rows by table as backed up, before the new life was written.
        life: its new identity and epoch.
    """

    folder: DataFolder
    data_key: DataKey
    ring: KeyRing
    manifest: Manifest
    counts: Mapping[str, int]
    life: NewLife


Finish = Callable[[sa.Connection, NewLife], None]
"""Writes the audit entry, in the transaction that gives the file its new life."""


def restore_backup(
    file: Path,
    into: Path,
    opener: Opener,
    *,
    ids: Ids,
    now: datetime,
    finish: Finish,
    accept: Callable[[Manifest], None] = lambda _manifest: None,
    free: FreeSpace = free_space,
) -> Restored:
    """Make the data folder ``into`` from a backup; it appears whole or not at all.

    Args:
        file: the backup, anywhere.
        into: a folder on a local disk that does not exist or is empty.
        opener: gives the keys; it gets a copy of the backup's own key file, to try a password or the recovery key.
        ids: new ids for the file and its epoch.
        now: when the new epoch starts.
        finish: writes the audit entry.
        accept: may refuse what the manifest says, e.g. a newer schema, before anything is unpacked; the manifest's
            seal was checked by then.
        free: how to ask for free space.

    Raises:
        UserError: ``restore_target_not_empty``, or what ``opener`` refuses.
        EnvironmentFault: ``backup_damaged``, ``backup_newer``, ``backup_missing``, ``key_file_swapped``,
            ``network_share``, ``disk_full``, ``vault_busy``; what the disk says.
    """
    require_local_disk(into)
    _require_empty(into)
    both = f"{file.name} → {into.name}"
    with damage_in_plain_words(file.name, both), opened(file) as inside, _place_beside(into) as place:
        require_space(into.parent, inside.size, free)
        ring = _keys(inside, opener, place / DOOR)
        data_key = data_key_of(inside, ring)
        accept(inside.manifest)
        made = DataFolder(place / NEW)
        unpack(inside, made.root, durable=True)
        contents = read_contents(made.database, data_key)
        if contents.digest.digest != inside.manifest.digest or not contents.is_sound:
            raise DamagedError
        life = _begin_life(made.database, data_key, ids, now, finish)
        made.create()
        _sync_tree(made)
        _move(made.root, into)
        return Restored(DataFolder(into), data_key, ring, inside.manifest, contents.digest.counts, life)


def _require_empty(into: Path) -> None:
    try:
        is_free = not into.exists() or (into.is_dir() and not any(into.iterdir()))
    except OSError as error:
        raise as_fault(error, into.name) from error
    if not is_free:
        raise restore_target_not_empty(into.name or str(into))


@contextmanager
def _place_beside(into: Path) -> Iterator[Path]:
    """A working folder on the disk of ``into``; what a crash left of an earlier restore to the same place goes."""
    stem = f".{into.name}.restoring"
    try:
        make_durable(into.parent)
    except OSError as error:
        raise as_fault(error, into.parent.name) from error
    lock = into.parent / f"{stem}.lock"
    with FileLock(lock).exclusive(timeout=0):
        for left in into.parent.glob(f"{glob.escape(stem)}-*"):
            remove_tree(left)
        place = into.parent / f"{stem}-{secrets.token_hex(8)}"
        place.mkdir(mode=FOLDER_MODE)
        try:
            yield place
        finally:
            remove_tree(place)
            # While we hold it, whoever waits will notice; Windows keeps a file that is open.
            with contextlib.suppress(OSError):
                lock.unlink()


def _keys(inside: Inside, opener: Opener, door: Path) -> KeyRing:
    """Ask for the keys over a copy of the key file: a failed try may be counted there."""
    door.mkdir(mode=FOLDER_MODE)
    copy = door / KEYS
    copy.write_bytes(inside.keys)
    return opener(copy)


def _begin_life(path: Path, data_key: DataKey, ids: Ids, now: datetime, finish: Finish) -> NewLife:
    engine = make_engine(path, data_key, begin="BEGIN IMMEDIATE", size=1, query_only=False)
    try:
        with plain_words(), engine.begin() as connection:
            former = connection.execute(
                sa.select(capture.sync_epoch.c.n, capture.sync_epoch.c.id)
                .order_by(capture.sync_epoch.c.n.desc())
                .limit(1)
            ).one()
            life = NewLife(ids.new(), former.n + 1, ids.new(), former.id, capture.last_change(connection))
            connection.execute(vault.update().values(db_uuid=life.db_uuid))
            connection.execute(
                capture.sync_epoch.insert().values(
                    n=life.epoch,
                    id=life.epoch_id,
                    started_at=now,
                    reason=RESTORE_REASON,
                    parent_id=life.parent_id,
                    parent_chg=life.parent_chg,
                )
            )
            finish(connection, life)
        return life
    finally:
        # The last connection to close folds the log into the file.
        engine.dispose()


def _sync_tree(made: DataFolder) -> None:
    """Make every name in the new folder durable before it gets its own."""
    for folder in (made.root, *(path for path in made.root.rglob("*") if path.is_dir())):
        sync_folder(folder)


def _move(made: Path, into: Path) -> None:
    # Windows does not rename over a folder, not even an empty one; rmdir refuses any other.
    if into.exists():
        into.rmdir()
    move(made, into)
    sync_folder(into.parent)
