"""Where bundles are made, what a crash leaves there, and how a bundle gets onto a stick.

A bundle in the spool is nothing until the file's books know it: known ones are laid into ``outbox`` at the next
start, all others are removed.
"""

import hashlib
import os
from pathlib import Path
from typing import Final

from facility_app.app import outside
from facility_app.db.database import Database
from facility_app.db.durable import as_fault, move, sync_folder
from facility_app.db.folder import FOLDER_MODE, DataFolder
from facility_app.db.locks import FileLock
from facility_app.kernel.actor import system_actor
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.modules.exchange.queries.sent import find_sent_name

LOCK: Final = ".export.lock"
"""Held by whoever writes into the spool."""
_SPOOL: Final = ".spool"
_PART: Final = ".part"
_PIECE: Final = 1024 * 1024


def spool_of(folder: DataFolder) -> Path:
    """The spool, made where it is not there.

    Raises:
        EnvironmentFault: what the disk says.
    """
    spool = folder.outbox / _SPOOL
    try:
        spool.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise as_fault(error, folder.outbox.name) from error
    return spool


def export_lock(folder: DataFolder) -> FileLock:
    """One export at a time, whatever process makes it."""
    return FileLock(folder.outbox / LOCK)


def lay_out(spooled: Path, folder: DataFolder, name: str) -> Path:
    """A bundle the books know, from the spool to its place, durably.

    Raises:
        EnvironmentFault: what the disk says; the next start tries again.
    """
    place = folder.outbox / name
    try:
        move(spooled, place)
        sync_folder(folder.outbox)
    except OSError as error:
        raise as_fault(error, name) from error
    return place


def settle_spool(folder: DataFolder, database: Database) -> int:
    """Finish what the books know, remove the rest; the caller holds the export's lock.

    Returns:
        How many bundles were finished.
    """
    finished = 0
    for left in sorted(spool_of(folder).iterdir()):
        with database.read(system_actor(outside.device_name())) as uow:
            name = find_sent_name(uow, sha256_of(left)) if left.suffix == _PART else None
        if name is not None:
            lay_out(left, folder, name)
            finished += 1
        else:
            left.unlink()
    return finished


def settle_at_start(folder: DataFolder, database: Database) -> None:
    """What a crash left in the spool, at each start; while somebody exports it is theirs."""
    spool = folder.outbox / _SPOOL
    if not spool.is_dir() or not any(spool.iterdir()):
        return
    try:
        held = export_lock(folder).exclusive(timeout=0)
    except EnvironmentFault:
        return
    with held:
        settle_spool(folder, database)


def carry(bundle: Path, sha256: str, to: Path) -> Path:
    """Copy a bundle onto a stick: written, flushed, read again from the stick, compared, and only then named.

    Args:
        bundle: in ``outbox``.
        sha256: what it is, hex.
        to: a folder that is there.

    Returns:
        Where it lies now.

    Raises:
        UserError: ``target_missing``; ``another_there``: another file of that name lies there.
        EnvironmentFault: ``copy_differs``, or what the disk says; nothing with the bundle's name is left.
    """
    if not to.is_dir():
        raise UserError(
            "target_missing",
            label("sync", "Không có thư mục {folder}. Hãy cắm thẻ nhớ rồi làm lại."),
            folder=to.name or str(to),
        )
    target = to / bundle.name
    part = target.with_name(target.name + _PART)
    try:
        if target.exists():
            if sha256_of(target) == sha256:
                return target
            raise UserError(
                "another_there",
                label("sync", "Trên thẻ nhớ đã có tệp {file} khác. Chưa ghi gì; hãy dùng thẻ khác."),
                file=target.name,
            )
        _write_through(bundle, part)
        if sha256_of(part) != sha256:
            raise EnvironmentFault(
                "copy_differs",
                label("sync", "Đọc lại từ thẻ nhớ không giống gói đã ghi ({file}). Hãy dùng thẻ nhớ khác."),
                file=target.name,
            )
        move(part, target)
        sync_folder(to)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise as_fault(error, target.name) from error
    except EnvironmentFault:
        part.unlink(missing_ok=True)
        raise
    return target


def sha256_of(path: Path) -> str:
    """What a file is, hex; read from the disk where the system can be asked to forget what it wrote."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_through(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as write:
        while piece := read.read(_PIECE):
            write.write(piece)
        write.flush()
        os.fsync(write.fileno())
