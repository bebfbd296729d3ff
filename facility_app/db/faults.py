"""What the SQLite library says, in words a person can act on; one place, used by every unit of work."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from facility_app.db.driver import DatabaseError
from facility_app.db.overlap import OVERLAP_MARK, OVERLAP_MESSAGE
from facility_app.db.uow import stale_copy
from facility_app.kernel.errors import EnvironmentFault, FacilityError, UserError
from facility_app.kernel.labels import Label, label

BUSY = label("errors", "Dữ liệu đang được chương trình khác ghi quá lâu. Hãy đợi việc kia xong rồi làm lại.")
FULL = label("errors", "Ổ đĩa đã đầy, chưa ghi được gì. Hãy xóa bớt tệp không cần rồi làm lại.")
NO_ACCESS = label(
    "errors",
    "Không mở hoặc không ghi được tệp dữ liệu, chưa ghi gì. Hãy kiểm tra quyền của thư mục dữ liệu rồi làm lại.",
)
DISK = label(
    "errors",
    "Ổ đĩa báo lỗi, việc này chưa xong. Hãy kiểm tra ổ đĩa, sao lưu ra ổ khác (lệnh backup now --to) rồi làm lại.",
)
DAMAGED = label(
    "errors",
    "Tệp dữ liệu bị hỏng. Hãy giữ nguyên tệp, đừng ghi tiếp, và khôi phục từ bản sao lưu gần nhất (lệnh restore).",
)

BY_PREFIX: tuple[tuple[str, str, Label], ...] = (
    ("SQLITE_BUSY", "database_busy", BUSY),
    ("SQLITE_LOCKED", "database_busy", BUSY),
    ("SQLITE_FULL", "disk_full", FULL),
    ("SQLITE_READONLY", "no_access", NO_ACCESS),
    ("SQLITE_CANTOPEN", "no_access", NO_ACCESS),
    ("SQLITE_PERM", "no_access", NO_ACCESS),
    ("SQLITE_IOERR", "disk_fault", DISK),
    ("SQLITE_CORRUPT", "file_damaged", DAMAGED),
    ("SQLITE_NOTADB", "file_damaged", DAMAGED),
)

BY_WORDS = {
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "disk I/O error": "SQLITE_IOERR",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
}
"""What ``Connection.backup`` fails with has the library's words (sqlite3_errstr) and no name."""


SHARED_BYTES = 64 * 1024
"""What an open file needs beside itself at the least; where there is less, the library says "disk I/O error"."""


@contextmanager
def plain_words(folder: Path | None = None) -> Iterator[None]:
    """Let errors of the database out as ``FacilityError`` where a person can act on them.

    Args:
        folder: where the file lies, to tell a full disk from a broken one.

    Raises:
        EnvironmentFault: disk, lock, access or damage.
        ConflictError: the record was saved by someone else meanwhile.
        UserError: two spans overlap.
    """
    try:
        yield
    except StaleDataError as stale:
        raise stale_copy() from stale
    except DBAPIError as error:
        known = known_fault(error.orig)
        if known is None:
            raise
        # The statement and its values stay out of the message: they may hold personal data.
        raise _or_full(known, folder) from None
    except DatabaseError as error:
        known = known_fault(error)
        if known is None:
            raise
        raise _or_full(known, folder) from None


def _or_full(known: FacilityError, folder: Path | None) -> FacilityError:
    if known.code == "disk_fault" and folder is not None:
        with suppress(OSError):
            if shutil.disk_usage(folder).free < SHARED_BYTES:
                return EnvironmentFault("disk_full", FULL)
    return known


def known_fault(error: BaseException | None) -> FacilityError | None:
    """The plain words for an error of the driver, or None when it is a fault of the program."""
    if not isinstance(error, DatabaseError):
        return None
    if OVERLAP_MARK in str(error):
        return UserError("overlap", OVERLAP_MESSAGE)
    name = getattr(error, "sqlite_errorname", "") or BY_WORDS.get(str(error), "")
    for prefix, code, words in BY_PREFIX:
        if name.startswith(prefix):
            return EnvironmentFault(code, words)
    return None
