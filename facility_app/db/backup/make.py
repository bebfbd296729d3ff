"""Making a backup: one snapshot, one file, believed only after it was restored and compared."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from facility_app import __version__
from facility_app.db.backup.container import DATABASE, KEYS, MANIFEST, DamagedError, Member, Packer, is_attachment
from facility_app.db.backup.manifest import Manifest
from facility_app.db.backup.naming import part_of, reserve
from facility_app.db.backup.refusals import backup_not_verified, source_damaged
from facility_app.db.backup.staging import FreeSpace, drop_parts, free_space, require_space, staging
from facility_app.db.backup.verify import TRIAL, KeyRing, opened, try_out
from facility_app.db.digest import FileDigest, file_digest
from facility_app.db.driver import Connection, DatabaseError, DataKey, connect
from facility_app.db.durable import OWNER_ONLY, as_fault, move, sync_folder
from facility_app.db.faults import known_fault, plain_words
from facility_app.db.folder import DataFolder, make_durable
from facility_app.db.keyslots.storage import KeyStorage
from facility_app.kernel.ports import Clock

COPIES: Final = 3
"""The snapshot, the backup, its trial restore."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up.

    Attributes:
        folder: the data folder.
        data_key: the key its database file is encrypted with.
        ring: every key of the facility.
    """

    folder: DataFolder
    data_key: DataKey
    ring: KeyRing


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was restored for trial and holds what the source held.

    Attributes:
        path: the file.
        bytes: its size.
        counts: rows by table.
        digest: over every row.
        left_out: files in the folder of attachments that are none of the program's, and are not in the backup.
    """

    path: Path
    bytes: int
    counts: Mapping[str, int]
    digest: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the database and what the source held at that moment."""

    path: Path
    digest: FileDigest
    home: str
    db_uuid: str
    epoch_id: str


def make_backup(
    source: Source, clock: Clock, into: Path | None = None, *, free: FreeSpace = free_space
) -> BackupMade:
    """Back up a data folder while others work on it.

    The caller holds the vault's lock, shared or alone. Only files are written to ``into``, so it may be a stick or
    a share; databases are opened on the data folder's disk alone.

    Args:
        source: what.
        clock: gives the name's time.
        into: where to; the folder's own ``backups`` unless said otherwise.
        free: how to ask for free space.

    Raises:
        EnvironmentFault: ``disk_full``, ``backup_not_verified``, ``source_damaged``, ``vault_busy``; what the disk
            says. No backup is left behind.
    """
    target = source.folder.backups if into is None else into
    try:
        with plain_words(), staging(source.folder) as place:
            _require_keys(source)
            make_durable(target)
            attachments, left_out = _attachments(source.folder)
            _require_space(source, target, attachments, free)
            snapshot = _take(source, place / DATABASE)
            drop_parts(target, f"{snapshot.home}-")
            with _unfinished(target, snapshot.home, clock) as (name, file):
                with file:
                    size = _pack(source, snapshot, attachments, file, clock)
                snapshot.path.unlink()
                _try_out(part_of(name), source.ring, place / TRIAL, snapshot.digest)
                move(part_of(name), name)
            sync_folder(target)
    except OSError as error:
        raise as_fault(error, target.name) from error
    return BackupMade(name, size, snapshot.digest.counts, snapshot.digest.digest, left_out)


def copy_database(source: Connection, path: Path, data_key: DataKey) -> None:
    """Write what ``source`` sees to a new file under ``data_key``, durably; no journal stays beside it.

    Args:
        source: in a read transaction: the copy is of that very snapshot.
        path: a name nothing stands under.
        data_key: key and salt of the copy.
    """
    target = _open_new(path, data_key)
    try:
        source.backup(target)
    finally:
        target.close()
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def _open_new(path: Path, data_key: DataKey) -> Connection:
    # SQLite would make the file readable for the whole machine.
    path.touch(mode=OWNER_ONLY)
    try:
        target = connect(path, data_key)
        try:
            # A half-written copy is thrown away, so it needs no journal, and one sync at the end will do.
            target.execute("PRAGMA journal_mode=OFF")
            target.execute("PRAGMA synchronous=OFF")
            # The pragma that begins the file keeps its troubles to itself.
            target.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            target.close()
            raise
    except DatabaseError as error:
        known = known_fault(error)
        if known is not None and known.code == "file_damaged":
            # Nothing stood there before: the disk did not take the first page, and the user's own file is whole.
            raise as_fault(OSError(errno.EIO, "no first page"), path.name) from error
        raise
    return target


def _take(source: Source, path: Path) -> Snapshot:
    connection = connect(source.folder.database, source.data_key, query_only=True)
    try:
        connection.execute("BEGIN")
        digest = file_digest(connection)
        home, db_uuid = connection.execute("SELECT home, db_uuid FROM vault").fetchall()[0]
        epochs = connection.execute("SELECT id FROM sync_epoch ORDER BY n DESC LIMIT 1").fetchall()
        copy_database(connection, path, source.data_key)
        connection.execute("ROLLBACK")
    finally:
        connection.close()
    return Snapshot(path, digest, str(home), str(db_uuid), str(epochs[0][0]))


@contextmanager
def _unfinished(target: Path, home: str, clock: Clock) -> Iterator[tuple[Path, BinaryIO]]:
    """(name to be, open unfinished file); the unfinished file is removed unless it was renamed."""
    name, handle = reserve(target, home, clock.now())
    try:
        with os.fdopen(handle, "wb") as file:
            yield name, file
    finally:
        with contextlib.suppress(OSError):
            part_of(name).unlink(missing_ok=True)


def _pack(source: Source, snapshot: Snapshot, attachments: list[str], file: BinaryIO, clock: Clock) -> int:
    """Write the backup and wait for the disk; its size in bytes."""
    packer = Packer(file)
    members = [
        _add_file(packer, KEYS, source.folder.keys),
        _add_file(packer, DATABASE, snapshot.path),
    ]
    for name in attachments:
        # Erased since the list was made: the snapshot may still name it, the facility no longer has it.
        with contextlib.suppress(FileNotFoundError):
            members.append(_add_file(packer, name, source.folder.root / name))
    text = Manifest(
        program=__version__,
        revision=snapshot.digest.revision or "none",
        home=snapshot.home,
        db_uuid=snapshot.db_uuid,
        epoch_id=snapshot.epoch_id,
        created_at=clock.now(),
        digest=snapshot.digest.digest,
        members=tuple(members),
    ).to_bytes()
    packer.add(MANIFEST, BytesIO(text), len(text))
    packer.seal(source.data_key)
    file.flush()
    os.fsync(file.fileno())
    _forget_cached(file)
    return file.tell()


def _add_file(packer: Packer, name: str, path: Path) -> Member:
    with path.open("rb") as content:
        return packer.add(name, content, os.fstat(content.fileno()).st_size)


def _forget_cached(file: BinaryIO) -> None:
    """Ask the system to drop its cached copy, so that the trial reads what the disk holds."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _try_out(part: Path, ring: KeyRing, into: Path, due: FileDigest) -> None:
    try:
        with opened(part) as inside:
            contents = try_out(inside, ring, into)
    except DamagedError as error:
        raise backup_not_verified() from error
    if contents.digest != due:
        raise backup_not_verified()
    if not contents.is_sound:
        raise source_damaged()


def _require_keys(source: Source) -> None:
    """Say what is wrong with the key file in its own words, before its copy is found wanting."""
    source.ring.key_for(KeyStorage(source.folder.keys).read().current)


def _attachments(folder: DataFolder) -> tuple[list[str], int]:
    """(names of the attachments, how many other files lie among them)."""
    if not folder.files.exists():
        return [], 0
    found = [path for path in folder.files.rglob("*") if path.is_symlink() or not path.is_dir()]
    names = {path: path.relative_to(folder.root).as_posix() for path in found}
    ours = sorted(name for path, name in names.items() if is_attachment(name) and not path.is_symlink())
    return ours, len(found) - len(ours)


def _require_space(source: Source, target: Path, attachments: list[str], free: FreeSpace) -> None:
    folder = source.folder
    log = folder.database.with_name(folder.database.name + "-wal")
    whole = sum(_size(folder.root / name) for name in (DATABASE, log.name, KEYS, *attachments))
    if folder.root.stat().st_dev == target.stat().st_dev:
        require_space(target, COPIES * whole, free)
    else:
        require_space(folder.root, (COPIES - 1) * whole, free)
        require_space(target, whole, free)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
