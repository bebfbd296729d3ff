"""A file somebody asked for: written beside its place, put there in one step, never in place of another thing."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label

T = TypeVar("T")

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_A_FOLDER = label("errors", "một thư mục")
_A_LINK = label("errors", "một liên kết không dẫn tới tệp nào")
_A_DEVICE = label("errors", "một thiết bị hoặc đường ống của hệ điều hành")


def write_whole(path: Path, fill: Callable[[Path], T]) -> T:
    """Let ``fill`` write a file, then put it at ``path``; until then what stood there stays as it was.

    A link to a file is followed: the file it leads to is replaced, the link stays.

    Args:
        path: where to; its folder exists.
        fill: writes the file of the name it is given, and nothing outside that name's folder.

    Returns:
        What ``fill`` answers.

    Raises:
        UserError: ``not_a_file``: a folder, a device, a pipe or a link to nothing stands there.
        EnvironmentFault: ``disk_full``; ``file_not_written``: no such folder, no right, or the file is open in
            another program. What ``fill`` raises besides ``OSError`` goes on as it is. Nothing is left behind.
    """
    try:
        place = _place(path)
        # Parts are written beside the file, not in the system's temporary folder: they are people's data.
        with tempfile.TemporaryDirectory(prefix=".~", dir=place.parent) as parts:
            made = Path(parts) / place.name
            answer = fill(made)
            _settle(made)
            _place(path)  # something else may have taken the name meanwhile
            made.replace(place)
    except OSError as error:
        raise _fault(error, path.name) from error
    return answer


def _place(path: Path) -> Path:
    """The file to write, links followed.

    Raises:
        UserError: ``not_a_file``.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise _not_a_file(path, _A_LINK) from None
        return path
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _not_a_file(path, _A_LINK) from None
        raise
    if stat.S_ISDIR(mode):
        raise _not_a_file(path, _A_FOLDER)
    if not stat.S_ISREG(mode):
        raise _not_a_file(path, _A_DEVICE)
    return path.resolve()


def _settle(made: Path) -> None:
    """Wait until the disk has it: a disk may say only now that it is full."""
    with made.open("r+b") as file:
        os.fsync(file.fileno())


def _not_a_file(path: Path, what: Label) -> UserError:
    return UserError(
        "not_a_file",
        label(
            "errors",
            "“{file}” đang là {what}, không phải tệp thường, nên không ghi đè lên. Hãy đặt tên khác hoặc chọn thư "
            "mục khác.",
        ),
        file=path.name or str(path),
        what=what,
    )


def _fault(error: OSError, name: str) -> EnvironmentFault:
    if error.errno in _FULL:
        return EnvironmentFault(
            "disk_full",
            label("errors", "Ổ đĩa đã đầy nên không ghi được {file}. Hãy xóa bớt tệp không cần rồi làm lại."),
            file=name,
        )
    return EnvironmentFault(
        "file_not_written",
        label(
            "errors",
            "Không ghi được tệp {file}. Nếu tệp đang mở trong chương trình khác (Excel, trình xem PDF) hãy đóng "
            "lại; nếu thư mục không còn hoặc không cho ghi hãy chọn nơi khác.",
        ),
        file=name,
    )
