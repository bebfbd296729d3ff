"""The one door to the SQLite library: everything that opens the encrypted file does it here.

Two SQLite libraries on one file corrupt it (each drops the other's POSIX locks), so no other module imports a
driver, and nobody opens the database file with plain ``open`` while a connection lives.
"""

from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from sqlcipher3 import dbapi2 as dbapi

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

Connection: TypeAlias = dbapi.Connection
DatabaseError: TypeAlias = dbapi.DatabaseError

KEY_BYTES = 32
SALT_BYTES = 16
OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Older libraries can lose a WAL reset when two connections race (sqlite.org, changes of 3.51.3)."""

BUSY_TIMEOUT_MS = 10_000
CACHE_KIB, READER_CACHE_KIB = 65_536, 16_384
"""Of the writer, and of each reader: three readers with the writer's could hold 192 MB of pages."""
LOG_KEPT_BYTES = 4 * 1024 * 1024
PLAIN_HEADER = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class DataKey:
    """The raw key of one database file.

    Attributes:
        key: 32 random bytes.
        salt: the 16 bytes the file begins with; it names the key in ``facility.keys`` and is no secret.
    """

    key: bytes = field(repr=False)
    salt: bytes

    def __post_init__(self) -> None:
        """Refuse halves of keys early: a short key would open nothing and damage nothing, but late."""
        if len(self.key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            message = "a data key is 32 bytes of key and 16 of salt"
            raise ValueError(message)


def driver_module() -> ModuleType:
    """The driver itself, for the one engine factory that must hand it to SQLAlchemy."""
    return dbapi


def sqlite_version() -> tuple[int, int, int]:
    """Version of the SQLite inside SQLCipher."""
    major, minor, patch = dbapi.sqlite_version_info
    return major, minor, patch


def cipher_version() -> str:
    """Version of SQLCipher, as it names itself."""
    connection = dbapi.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchall()[0][0])
    finally:
        connection.close()


def require_safe_sqlite(version: tuple[int, int, int]) -> None:
    """Refuse a SQLite that can lose commits.

    Raises:
        EnvironmentFault: ``sqlite_too_old``.
    """
    if version < OLDEST_SAFE_SQLITE:
        raise EnvironmentFault(
            "sqlite_too_old",
            label(
                "errors",
                "Thư viện SQLite {version} có lỗi có thể làm mất dữ liệu khi ghi; cần bản {needed} trở lên. Hãy "
                "cài lại chương trình từ bộ cài đầy đủ.",
            ),
            version=".".join(map(str, version)),
            needed=".".join(map(str, OLDEST_SAFE_SQLITE)),
        )


def file_salt(path: Path) -> bytes | None:
    """The first 16 bytes of the database file: its salt, or None when there is no such file.

    Only for use before any connection to the file exists in this process.

    Raises:
        EnvironmentFault: ``plain_file`` when the file is an unencrypted SQLite database, ``file_damaged`` when
            it is too short to be a database at all.
    """
    try:
        if path.is_fifo():
            head = b""  # opening it would wait for ever
        else:
            with path.open("rb") as source:
                head = source.read(SALT_BYTES)
    except FileNotFoundError:
        return None
    if head == PLAIN_HEADER:
        raise EnvironmentFault(
            "plain_file",
            label(
                "errors",
                "Tệp {file} không được mã hóa nên chương trình không mở. Hãy khôi phục từ bản sao lưu của chương "
                "trình (lệnh restore).",
            ),
            file=path.name,
        )
    if len(head) < SALT_BYTES:
        raise EnvironmentFault(
            "file_damaged",
            label(
                "errors",
                "Tệp {file} bị hỏng hoặc bị cắt cụt. Hãy giữ nguyên tệp và khôi phục từ bản sao lưu gần nhất "
                "(lệnh restore).",
            ),
            file=path.name,
        )
    return head


def connect(path: Path, data_key: DataKey, *, query_only: bool = False) -> Connection:
    """Open the encrypted file with the settings every connection of the program has.

    The driver stays in autocommit; whoever needs a transaction says BEGIN. ``foreign_keys`` is on;
    ``recursive_triggers`` is on, else REPLACE deletes without firing delete triggers.

    Args:
        path: the database file; made when absent.
        data_key: its key; a wrong one shows at the first read, as ``DatabaseError`` "file is not a database".
        query_only: refuse every write on this connection.
    """
    require_safe_sqlite(sqlite_version())
    connection = dbapi.connect(
        str(path), check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None
    )
    try:
        # Without this SQLCipher prints "ERROR CORE" lines to stderr on a wrong key.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{(data_key.key + data_key.salt).hex()}'\"")
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "recursive_triggers=ON",
            "trusted_schema=OFF",
            # An erased value must not live on in a free page.
            "secure_delete=ON",
            # A save waits for one fsync of the log and nothing else; folding happens when nobody waits.
            "wal_autocheckpoint=0",
            # Once folded, the log begins anew and shrinks; else its size would tell nothing about what it holds.
            f"journal_size_limit={LOG_KEPT_BYTES}",
            f"cache_size=-{READER_CACHE_KIB if query_only else CACHE_KIB}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if query_only:
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection
