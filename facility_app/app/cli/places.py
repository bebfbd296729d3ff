"""Paths people type, looked at before anything stumbles over them: what is wrong is told as what it is."""

import errno
import os
from pathlib import Path

from facility_app.db.durable import as_fault
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label

IMPOSSIBLE: dict[int, Label] = {
    errno.ENAMETOOLONG: label("errors", "tên quá dài"),
    errno.ELOOP: label("errors", "các liên kết dẫn vòng quanh"),
    errno.EINVAL: label("errors", "hệ điều hành không nhận tên này"),
}
"""What no folder can be called or led to by, whatever the disk holds."""


def require_place(folder: Path) -> None:
    """Refuse a path at which no folder stands or could be made; one that is not there yet is no fault.

    Raises:
        EnvironmentFault: ``path_is_file``, ``path_impossible``, ``no_access``, or what the disk says.
    """
    status = _status(folder)
    if status is None and folder.is_symlink():
        raise _impossible(folder, label("errors", "liên kết dẫn đến một chỗ không còn"))
    if status is None:
        _require_parents(folder)
    elif not folder.is_dir():
        raise _is_file(folder)
    else:
        # Whether one may look inside shows only at a name inside.
        _status(folder / "facility.db")


def require_file(file: Path) -> None:
    """Refuse a path that cannot be a file to read; one that is not there is told by whoever opens it.

    Raises:
        UserError: ``path_is_folder``.
        EnvironmentFault: as ``require_place``.
    """
    if _status(file) is None:
        _require_parents(file)
    elif file.is_dir():
        raise UserError(
            "path_is_folder",
            label("errors", "Đường dẫn {path} là một thư mục, không phải một tệp. Hãy nêu đúng tệp cần đọc."),
            path=file,
        )


def is_inside(path: Path, folder: Path) -> bool:
    """Whether ``path`` lies in ``folder`` or is that folder, however the two are written."""
    return _whole(path).is_relative_to(_whole(folder))


def _whole(path: Path) -> Path:
    # Path.resolve raises on a loop of links in some versions of Python.
    return Path(os.path.realpath(path))


def _require_parents(path: Path) -> None:
    """Name the file that stands where a folder of the path should."""
    nearest = next((place for place in path.absolute().parents if _status(place) is not None), None)
    if nearest is not None and not nearest.is_dir():
        raise _is_file(nearest)


def _status(path: Path) -> os.stat_result | None:
    """What stands there; None when nothing does."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError:
        raise _impossible(path, IMPOSSIBLE[errno.EINVAL]) from None
    except OSError as error:
        reason = IMPOSSIBLE.get(error.errno or 0)
        if reason is not None:
            raise _impossible(path, reason) from error
        raise as_fault(error, str(path)) from error


def _is_file(path: Path) -> EnvironmentFault:
    return EnvironmentFault(
        "path_is_file",
        label(
            "errors",
            "Đường dẫn {path} là một tệp, không phải một thư mục. Hãy chọn đường dẫn khác.",
        ),
        path=path,
    )


def _impossible(path: Path, reason: Label) -> EnvironmentFault:
    return EnvironmentFault(
        "path_impossible",
        label("errors", "Không dùng được đường dẫn {path}: {reason}. Hãy chọn đường dẫn khác."),
        path=_short(path),
        reason=reason,
    )


LONGEST_SHOWN = 80


def _short(path: Path) -> str:
    text = str(path).replace("\0", "?")
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
