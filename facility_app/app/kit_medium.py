"""The medium of the sheet for a blackout: known by a mark of its own, its file replaced whole and read again."""

import contextlib
import hashlib
import os
from pathlib import Path
from typing import Final

from facility_app.db.durable import as_fault, sync_folder, write_whole
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.ids import is_id
from facility_app.kernel.labels import label

SHEET: Final = "PHIEU-THUOC-24-GIO.pdf"
MARK: Final = "DOC-TRUOC.txt"
NEW: Final = "PHIEU-THUOC-24-GIO.moi"
TOLD: Final = label(
    "papers",
    "Phiếu thuốc 24 giờ tới, ghi mỗi ca để dùng khi mất điện.\n"
    "Mở tệp {file} bằng trình đọc PDF trên máy nào cũng được, rồi gõ mã mở trong phong bì niêm phong\n"
    "ở bàn trực: người trực mở khi mất điện. In ra, dùng như phiếu giấy. Tệp cũ hơn 24 giờ: không dùng.\n"
    "Không xóa tệp này: chương trình nhận ra ổ bằng dòng dưới.",
)
KEPT_MARKS: Final = 8
OURS: Final = "facility.keys"
"""Stands in each data folder."""


def claim(folder: Path, kit_id: str) -> None:
    """Put the mark of a kit on a medium; nothing about anybody is in it.

    Raises:
        UserError: ``kit_in_data``: below a data folder, where a sheet would die with the machine.
        EnvironmentFault: ``kit_not_there``; what the disk says.
    """
    _require_folder(folder)
    if any((one / OURS).exists() for one in (folder, *folder.parents)):
        raise UserError(
            "kit_in_data",
            label(
                "errors",
                "Thư mục này nằm trong thư mục dữ liệu của chương trình: máy hỏng hoặc mất điện thì không đọc "
                "được. Hãy chọn một ổ rời.",
            ),
        )
    # Whoever thinks better of it leaves the former medium as good as it was.
    known = [one for one in _marks(folder) if is_id(one)][-KEPT_MARKS:]
    write_whole(folder / MARK, "\n".join((TOLD.format(file=SHEET), *known, kit_id, "")).encode("utf-8-sig"))


def put(folder: Path, kit_id: str, pdf: bytes) -> str:
    """Put a sheet in place of the last one: written, flushed, read again, compared, and only then renamed.

    Returns:
        SHA-256 of what was read again, in hex.

    Raises:
        EnvironmentFault: ``kit_not_there``: no such folder now, or a medium without the mark; ``kit_not_same``:
            what came back is not what was written; what the disk says. The last sheet stays.
    """
    _require_folder(folder)
    # An empty mount point is a folder too: without the mark the sheet would go to the machine's own disk.
    if kit_id not in _marks(folder):
        raise _not_there(folder)
    made = folder / NEW
    try:
        try:
            write_whole(made, pdf)
            found = _read_again(made)
            if found != pdf:
                raise EnvironmentFault(
                    "kit_not_same",
                    label(
                        "errors",
                        "Ổ ghi phiếu phòng mất điện đọc lại không đúng như đã ghi. Phiếu cũ còn nguyên. Hãy "
                        "thay ổ khác.",
                    ),
                )
            made.replace(folder / SHEET)
            sync_folder(folder)
        finally:
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)
    except OSError as error:
        raise as_fault(error, SHEET) from error
    return hashlib.sha256(found).hexdigest()


def _marks(folder: Path) -> list[str]:
    """The words of the mark; none where there is no mark."""
    try:
        return (folder / MARK).read_text("utf-8-sig").split()
    except (OSError, UnicodeDecodeError):
        return []


def _read_again(path: Path) -> bytes:
    """What the medium holds, not what the system remembers of it, where the system lets one ask."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def _require_folder(folder: Path) -> None:
    if not folder.is_absolute() or not folder.is_dir():
        raise _not_there(folder)


def _not_there(folder: Path) -> EnvironmentFault:
    return EnvironmentFault(
        "kit_not_there",
        label(
            "errors",
            "Không thấy ổ ghi phiếu phòng mất điện ở {folder}, hoặc ổ đang cắm không phải ổ đã đặt. Hãy cắm đúng "
            "ổ rồi ghi lại; chưa được thì in phiếu 24 giờ ra giấy.",
        ),
        folder=str(folder),
    )
