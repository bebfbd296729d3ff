"""Where backups are put together and tried out: one folder on the data folder's own disk, empty before and after.

SQLite may only work on a local disk, so a database is never opened where a backup is written to or read from.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from facility_app.db.backup.refusals import not_enough_space
from facility_app.db.durable import as_fault
from facility_app.db.folder import FOLDER_MODE, DataFolder
from facility_app.db.locks import FileLock
from facility_app.kernel.errors import EnvironmentFault

STAGING: Final = ".staging"
BACKUP_LOCK: Final = "backup.lock"
PART: Final = ".part"
ENDING: Final = ".sao"
SLACK_BYTES: Final = 16 * 1024 * 1024
"""For journals and folders, and so that other programs still have some room."""

FreeSpace = Callable[[Path], int]
"""Bytes this account may still write on the disk of the given folder."""


def free_space(folder: Path) -> int:
    """Bytes this account may still write on the disk of ``folder``.

    Raises:
        EnvironmentFault: the folder cannot be asked.
    """
    try:
        return shutil.disk_usage(folder).free
    except OSError as error:
        raise as_fault(error, folder.name) from error


def require_space(folder: Path, needed: int, free: FreeSpace) -> None:
    """Refuse before anything is written.

    Args:
        folder: on the disk in question.
        needed: bytes.
        free: how to ask.

    Raises:
        EnvironmentFault: ``disk_full``, saying what is needed and what is there.
    """
    there = free(folder)
    if there < needed + SLACK_BYTES:
        raise not_enough_space(folder.name or str(folder), needed + SLACK_BYTES, there)


@contextmanager
def staging(folder: DataFolder) -> Iterator[Path]:
    """An empty folder for one backup or one trial restore; others wait, and nothing of it stays.

    Raises:
        EnvironmentFault: ``vault_busy`` while another process makes or tries a backup; what the disk says.
    """
    place = folder.root / STAGING
    with FileLock(folder.root / BACKUP_LOCK).exclusive():
        _clear(folder)
        try:
            place.mkdir(mode=FOLDER_MODE)
        except OSError as error:
            raise as_fault(error, place.name) from error
        try:
            yield place
        finally:
            remove_tree(place)


def sweep(folder: DataFolder) -> None:
    """Remove what a crash during a backup left; for every start. Does nothing while a backup is being made."""
    with contextlib.suppress(EnvironmentFault), FileLock(folder.root / BACKUP_LOCK).exclusive(timeout=0):
        _clear(folder)


def drop_parts(folder: Path, home: str = "") -> None:
    """Remove unfinished backups from ``folder``; the caller holds the lock of the data folder they come from."""
    for part in folder.glob(f"{home}*{ENDING}{PART}"):
        with contextlib.suppress(OSError):
            part.unlink()


def remove_tree(place: Path) -> None:
    """Remove a folder of ours; what the system holds on to is removed by the next sweep."""
    shutil.rmtree(place, ignore_errors=True)


def _clear(folder: DataFolder) -> None:
    remove_tree(folder.root / STAGING)
    drop_parts(folder.backups)
