"""Where files of the receiver lie: copied in, laid away or set aside; none is ever deleted (goi-v1 §6.2)."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facility_app.db.durable import as_fault, move, sync_folder
from facility_app.db.folder import FOLDER_MODE, require_local_disk
from facility_app.db.locks import FileLock
from facility_app.sync.header import MOST_BYTES, MOST_PAYLOAD

SUFFIX: Final = ".goi"
MOST_FILE: Final = MOST_PAYLOAD + MOST_BYTES + 16 * 1024
"""Bytes of the largest bundle there can be, its heads included."""
_PIECE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """The receiver's folder.

    Attributes:
        root: the folder.
    """

    root: Path

    @property
    def keys(self) -> Path:
        """The receiver's keys, under a password."""
        return self.root / "receiver.keys"

    @property
    def database(self) -> Path:
        """The encrypted file, where no server is used."""
        return self.root / "receiver.db"

    @property
    def incoming(self) -> Path:
        """Bundles that were copied in and are not done with."""
        return self.root / "incoming"

    @property
    def archive(self) -> Path:
        """Bundles that are done with, as they came."""
        return self.root / "archive"

    @property
    def quarantine(self) -> Path:
        """Files that are none, or wrong."""
        return self.root / "quarantine"

    @property
    def receipts(self) -> Path:
        """Answers, by facility."""
        return self.root / "receipts"

    def create(self) -> None:
        """Make what is missing, owner-only.

        Raises:
            EnvironmentFault: ``network_share``, or what the disk says.
        """
        require_local_disk(self.root)
        try:
            for folder in (self.root, self.incoming, self.archive, self.quarantine, self.receipts):
                folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            sync_folder(self.root)
        except OSError as error:
            raise as_fault(error, self.root.name) from error

    def alone(self) -> FileLock:
        """One process at a time works in the folder."""
        return FileLock(self.root / ".receiver.lock")

    def file_of(self, sha256: str) -> Path:
        """Where a bundle lies now.

        Raises:
            EnvironmentFault: it is nowhere.
        """
        for folder in (self.incoming, self.archive, self.quarantine):
            if (found := folder / f"{sha256}{SUFFIX}").exists():
                return found
        raise as_fault(FileNotFoundError(2, sha256), f"{sha256[:16]}{SUFFIX}")

    def lay(self, sha256: str, folder: Path) -> None:
        """Move a bundle, durably; where it lies there already, nothing happens.

        Raises:
            EnvironmentFault: what the disk says.
        """
        now, then = self.file_of(sha256), folder / f"{sha256}{SUFFIX}"
        if now == then:
            return
        try:
            move(now, then)
            sync_folder(folder)
            sync_folder(now.parent)
        except OSError as error:
            raise as_fault(error, then.name) from error

    def copy_in(self, source: Path) -> tuple[str, int]:
        """Copy a file in and return its SHA-256 and size; the copy has its name when it is whole and durable.

        Raises:
            EnvironmentFault: what the disk says; nothing with a bundle's name is left then.
        """
        part = self.incoming / f".{os.getpid()}.part"
        total, size = hashlib.sha256(), 0
        try:
            with source.open("rb") as read, part.open("wb") as write:
                while piece := read.read(_PIECE):
                    total.update(piece)
                    size += len(piece)
                    write.write(piece)
                write.flush()
                os.fsync(write.fileno())
            sha256 = total.hexdigest()
            move(part, self.incoming / f"{sha256}{SUFFIX}")
            sync_folder(self.incoming)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise as_fault(error, source.name) from error
        return sha256, size

    def copied(self) -> list[str]:
        """SHA-256 of every bundle that was copied in; what a crash left half copied is removed."""
        for part in self.incoming.glob(".*.part"):
            part.unlink()
        return sorted(one.stem for one in self.incoming.glob(f"*{SUFFIX}"))


def bundles_in(paths: Iterable[Path]) -> list[Path]:
    """The bundles among files and folders, by name; nothing else on a stick is opened."""
    found: list[Path] = []
    for path in paths:
        found += sorted(filter(_is_plain, path.glob(f"*{SUFFIX}"))) if path.is_dir() else [path]
    return found


def printable(name: str) -> str:
    """A name as people may read it: a stick of another system has bytes in it that are no letters."""
    return name.encode("utf-8", "replace").decode()


def _is_plain(path: Path) -> bool:
    """A file, and not a way to something else: a folder, a device without end, what lies on this machine."""
    return path.is_file() and not path.is_symlink()
