"""What a crash left half done in the data folder: completed where it was nearly whole, else cleared away."""

import shutil

from facility_app.app import outside
from facility_app.db import backup, rekey
from facility_app.db.attachments import AttachmentStore, NamedFiles
from facility_app.db.database import Database
from facility_app.db.durable import move, sync_folder
from facility_app.db.folder import DataFolder, require_local_disk
from facility_app.db.locks import vault_lock
from facility_app.kernel.actor import system_actor

STAGING = ".new-facility"
"""A new facility is built here and moved in whole, database first."""


def settle(folder: DataFolder) -> None:
    """For every start, before anything is opened; writes nothing into a folder that holds no facility of ours.

    Raises:
        EnvironmentFault: ``network_share``; ``vault_busy`` while another process is founding the facility.
    """
    require_local_disk(folder.root)
    if _is_ours(staged(folder)):
        with vault_lock(folder.root).exclusive():
            finish_founding(folder)
    if folder.database.is_file() and folder.keys.is_file():
        backup.sweep(folder)
        rekey.sweep(folder)


def sweep_files(database: Database, store: AttachmentStore) -> int:
    """Remove sealed files whose record was never committed; answers how many."""
    # A unit of work that writes is alone: nobody is between a file and its record while this one asks.
    with database.write(system_actor(outside.device_name())) as uow:
        return store.sweep(sha256 for named in uow.ask(NamedFiles()) for sha256 in named)


def _is_ours(new: DataFolder) -> bool:
    """Whether a founding left the staging folder: nothing but what it makes stands in it."""
    return new.root.is_dir() and all(path.name.startswith("facility.") for path in new.root.iterdir())


def staged(folder: DataFolder) -> DataFolder:
    """Where a new facility for ``folder`` is built."""
    return DataFolder(folder.root / STAGING)


def finish_founding(folder: DataFolder) -> None:
    """Complete or clear away a founding that was cut off; the caller holds the vault's lock alone."""
    new = staged(folder)
    is_half_moved = folder.database.exists() and not folder.keys.exists()
    if is_half_moved and new.keys.exists() and not new.database.exists():
        move_in(folder)
    shutil.rmtree(new.root, ignore_errors=True)


def move_in(folder: DataFolder) -> None:
    """Move the staged facility to its place: the database, then the keys without which it is nothing."""
    new = staged(folder)
    if new.database.exists():
        move(new.database, folder.database)
        sync_folder(folder.root)
    move(new.keys, folder.keys)
    sync_folder(folder.root)
