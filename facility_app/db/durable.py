"""Small files written whole or not at all, and the disk's complaints in plain words."""

import contextlib
import errno
import os
import secrets
import sys
import time
from pathlib import Path
from typing import Final

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

OWNER_ONLY: Final = 0o600
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
DENIED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
# Some file systems cannot sync a folder and say so; their renames are as durable as they get.
NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP})
# Windows refuses a rename while a virus scanner or a reader holds the old file, for some milliseconds.
REPLACE_TRIES: Final = 20
REPLACE_WAIT_S: Final = 0.02


def write_whole(path: Path, data: bytes, *, mode: int = OWNER_ONLY) -> None:
    """Put ``data`` at ``path`` durably: after a crash there is the old file or the new one, never a part.

    When only the last step fails (making the rename itself durable) the new file already stands.

    Args:
        path: the file; its folder exists.
        data: the whole content.
        mode: POSIX permission bits of the new file.

    Raises:
        EnvironmentFault: ``disk_full``, ``no_access`` or ``disk_fault``; no temporary file is left.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        try:
            _write_new(temporary, data, mode)
            move(temporary, path)
        except BaseException:
            # A disk that refuses the write may refuse this too; the first complaint is the one to tell.
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise as_fault(error, path.name) from error


def sync_folder(path: Path) -> None:
    """Make new, renamed and removed names in the folder ``path`` durable; nothing to do on Windows.

    Raises:
        OSError: the disk refuses.
    """
    if sys.platform != "win32":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in NO_FOLDER_SYNC:
                raise
        finally:
            os.close(handle)


def as_fault(error: OSError, what: str) -> EnvironmentFault:
    """The same complaint in plain words.

    Args:
        error: what the system said.
        what: name of the file or folder, without its path.
    """
    if error.errno in FULL:
        return EnvironmentFault(
            "disk_full",
            label("errors", "Ổ đĩa đã đầy nên không ghi được {file}. Hãy xóa bớt tệp không cần rồi làm lại."),
            file=what,
        )
    if error.errno in DENIED:
        return EnvironmentFault(
            "no_access",
            label(
                "errors",
                "Tài khoản hệ điều hành này không được phép đọc hoặc ghi {file}. Hãy kiểm tra quyền của tệp và "
                "của thư mục chứa nó rồi làm lại.",
            ),
            file=what,
        )
    return EnvironmentFault(
        "disk_fault",
        label(
            "errors",
            "Ổ đĩa báo lỗi khi đọc hoặc ghi {file} ({reason}). Hãy kiểm tra ổ đĩa và dây cắm, sao lưu ra ổ khác "
            "(lệnh backup now --to) rồi làm lại.",
        ),
        file=what,
        reason=errno.errorcode.get(error.errno or 0, "EIO"),
    )


def _write_new(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def move(source: Path, target: Path) -> None:
    """Rename, also over a file; Windows is asked again while a virus scanner still holds the name.

    Not durable by itself: the folder wants ``sync_folder``.
    """
    if sys.platform == "win32":
        for _ in range(REPLACE_TRIES):
            with contextlib.suppress(PermissionError):
                source.replace(target)
                return
            time.sleep(REPLACE_WAIT_S)
    source.replace(target)
