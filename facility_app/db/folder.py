"""The data folder: what lies where in it, and why it must stand on a disk of this machine."""

import ctypes
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

from facility_app.db.durable import as_fault, sync_folder
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

FOLDER_MODE: Final = 0o700
MOUNTS: Final = Path("/proc/self/mountinfo")
DRIVE_REMOTE: Final = 4
NETWORK_TYPES: Final = frozenset(
    {
        *("cifs", "smb2", "smb3", "smbfs", "nfs", "nfs4", "9p", "afs", "ceph", "glusterfs", "lustre"),
        *("vboxsf", "prl_fs", "vmhgfs", "fuse"),
    }
)
"""File systems that hand our locks and syncs to another machine. ``fuseblk`` is a local NTFS disk: allowed."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Paths inside one facility's data folder.

    Attributes:
        root: the folder itself.
    """

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database file."""
        return self.root / "facility.db"

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.root / "facility.keys"

    @property
    def files(self) -> Path:
        """Attachments, encrypted."""
        return self.root / "files"

    @property
    def backups(self) -> Path:
        """Verified backups."""
        return self.root / "backups"

    @property
    def outbox(self) -> Path:
        """Bundles to be carried away."""
        return self.root / "outbox"

    @property
    def inbox(self) -> Path:
        """Receipts and bundles brought in."""
        return self.root / "inbox"

    @property
    def logs(self) -> Path:
        """The program's log files; no personal data."""
        return self.root / "logs"

    def create(self) -> None:
        """Make the folder and its parts, owner-only and durable; those already there are made owner-only.

        Raises:
            EnvironmentFault: ``network_share``, or what the disk says.
        """
        require_local_disk(self.root)
        folder = self.root
        try:
            make_durable(folder)
            for folder in (self.root, self.files, self.backups, self.outbox, self.inbox, self.logs):
                folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
                # The umask, or whoever made it before us, may have left other rights.
                folder.chmod(FOLDER_MODE)
            sync_folder(self.root)
        except OSError as error:
            raise as_fault(error, folder.name) from error


def require_local_disk(path: Path) -> None:
    """Refuse a place on another machine: SQLite's locks and syncs do not hold there.

    Args:
        path: the data folder or any place in it; it need not exist yet.

    Raises:
        EnvironmentFault: ``network_share``, naming the kind of share.
    """
    kind = _share_kind(path)
    if kind is not None:
        raise EnvironmentFault(
            "network_share",
            label(
                "errors",
                "Thư mục dữ liệu {folder} nằm trên ổ mạng hoặc ổ chia sẻ ({kind}). Ở đó việc khóa và ghi tệp "
                "không chắc chắn nên dữ liệu có thể hỏng. Hãy chọn thư mục trên ổ đĩa của chính máy này (--data).",
            ),
            folder=path.name or str(path),
            kind=kind,
        )


def network_type(path: PurePosixPath, mountinfo: str) -> str | None:
    """The network file system ``path`` lies on, or None for a local one.

    Args:
        path: absolute, without symbolic links.
        mountinfo: text of ``/proc/self/mountinfo`` (proc(5)).
    """
    best, found = -1, ""
    for line in mountinfo.splitlines():
        mount, _, source = line.partition(" - ")
        fields, kind = mount.split(" "), source.split(" ")[0]
        if len(fields) <= _MOUNT_POINT:
            continue
        point = PurePosixPath(_plain(fields[_MOUNT_POINT]))
        # Of two mounts on one point the later one lies on top.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), kind
    return found if found in NETWORK_TYPES or found.startswith("fuse.") else None


def windows_share(path: PurePath, drive_type: Callable[[str], int]) -> str | None:
    r"""What makes ``path`` a share as Windows sees it, or None.

    Args:
        path: the path as typed or resolved.
        drive_type: ``GetDriveTypeW`` for a root such as ``Z:\``.
    """
    drive = PureWindowsPath(path).drive
    if drive.upper().startswith("\\\\?\\UNC\\") or (drive.startswith("\\\\") and drive[2:3] not in {"?", "."}):
        return "UNC"
    letter = drive.removeprefix("\\\\?\\")
    if letter and drive_type(letter + "\\") == DRIVE_REMOTE:
        return letter
    return None


_MOUNT_POINT: Final = 4
_OCTAL: Final = re.compile(r"\\([0-7]{3})")


def _plain(field: str) -> str:
    """A field of mountinfo with its blanks back: they are written as three octal digits."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), field)


def _share_kind(path: Path) -> str | None:
    # Typed on any system this means a share; on Linux it would silently become an odd folder name.
    if str(path).startswith("\\\\") and not str(path).startswith(("\\\\?\\", "\\\\.\\")):
        return "UNC"
    kind: str | None
    if sys.platform == "win32":
        drive_type: Callable[[str], int] = ctypes.windll.kernel32.GetDriveTypeW
        kind = windows_share(path, drive_type) or windows_share(path.resolve(), drive_type)
    else:
        kind = network_type(PurePosixPath(path.resolve()), _mounts())
    return kind


def _mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        # Without /proc nothing can be said against the place.
        return ""


def make_durable(folder: Path) -> None:
    """Make ``folder`` and its missing parents, owner-only, each name durable in the folder above it.

    A file is only as durable as the names of the folders it lies in: syncing the file does not keep those.

    Raises:
        OSError: the disk refuses.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(place.parent)
