"""What a province's store needs and each engine says in its own way: opening, rows in bulk, one at a time.

SQLite, in the encrypted form, serves to try the receiver; PostgreSQL 15 serves to work with it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlalchemy as sa

from facility_app.db.database import make_engine
from facility_app.db.driver import DataKey
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

Value: TypeAlias = "bool | int | str | bytes | None"
"""What a cell of a bulk load holds; days and instants come as the text both engines read."""
POSTGRES: Final = "postgresql"
POSTGRES_DRIVER: Final = "postgresql+psycopg"
OLDEST_POSTGRES: Final = (15, 0)
_ENCODING: Final = "UTF8"
_AT_ONCE: Final = 2_000
_SPECIAL: Final = re.compile(r"[\\\t\n\r]")
_ESCAPED: Final = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_LOCK_BYTES: Final = 8


def encrypted_engine(path: Path, key: DataKey) -> sa.Engine:
    """An engine over an encrypted SQLite file, one connection, each transaction a writing one."""
    return make_engine(path, key, begin="BEGIN IMMEDIATE", size=1, query_only=False)


def server_engine(url: str) -> sa.Engine:
    """An engine over a PostgreSQL server.

    Args:
        url: ``postgresql://user:password@host/database``.

    Raises:
        EnvironmentFault: ``bad_database_url``; ``postgres_away`` where it does not answer or is older than 15;
            ``postgres_encoding`` where it has no room for Vietnamese letters.
    """
    try:
        named = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise _bad_url() from None  # its words repeat the password
    if named.get_backend_name() != POSTGRES:
        raise _bad_url()
    # Rows in bulk go as UTF-8, whatever the machine or its environment would say.
    encoded = {"client_encoding": "utf8"}
    engine = sa.create_engine(named.set(drivername=POSTGRES_DRIVER), hide_parameters=True, connect_args=encoded)
    try:
        with engine.connect() as connection:
            version = connection.dialect.server_version_info
            encoding = str(connection.exec_driver_sql("SHOW server_encoding").scalar_one())
    except sa.exc.OperationalError:
        engine.dispose()
        raise _away() from None
    if version is None or version < OLDEST_POSTGRES:
        engine.dispose()
        raise _away()
    if encoding != _ENCODING:
        engine.dispose()
        raise EnvironmentFault(
            "postgres_encoding",
            label(
                "errors",
                "Cơ sở dữ liệu PostgreSQL này dùng bảng mã {encoding}, không giữ được chữ tiếng Việt. Hãy tạo cơ "
                "sở dữ liệu mới với bảng mã UTF8 rồi làm lại; chưa có gì thay đổi.",
            ),
            encoding=encoding,
        )
    return engine


@contextmanager
def server_words() -> Iterator[None]:
    """Let a server that went away out in plain words; what was under way there is undone by itself.

    Raises:
        EnvironmentFault: ``postgres_away``.
    """
    try:
        yield
    except (sa.exc.OperationalError, sa.exc.InterfaceError):
        raise _away() from None  # the statement and its values stay out of the message


def fold(engine: sa.Engine) -> None:
    """Fold what SQLite wrote aside into its file; a server does that by itself."""
    if engine.dialect.name == POSTGRES:
        return
    borrowed = engine.raw_connection()
    try:
        borrowed.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        borrowed.close()


def hold(connection: sa.Connection, what: str) -> None:
    """Let nobody else who holds ``what`` go on until this transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == POSTGRES:
        number = int.from_bytes(hashlib.sha256(what.encode()).digest()[:_LOCK_BYTES], "big", signed=True)
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def load(connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Put rows into a table, COPY on PostgreSQL, and return how many.

    Args:
        connection: in a transaction.
        table: where to.
        names: of the columns, in the order of the cells.
        rows: taken as they come.
    """
    quoted = ", ".join(f'"{name}"' for name in names)
    if connection.dialect.name == POSTGRES:
        return _copy(connection, f'COPY "{table.name}" ({quoted}) FROM STDIN', rows)
    count = 0
    marks = ", ".join("?" * len(names))
    for some in _some(rows):
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})', some)
        count += len(some)
    return count


def _some(rows: Iterable[Sequence[Value]]) -> Iterator[list[tuple[Value, ...]]]:
    rest = iter(rows)
    while some := [tuple(row) for row in islice(rest, _AT_ONCE)]:
        yield some


def _copy(connection: sa.Connection, statement: str, rows: Iterable[Sequence[Value]]) -> int:
    driver: Any = connection.connection.driver_connection
    count = 0
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for some in _some(rows):
            copy.write("".join(map(_copied, some)).encode())
            count += len(some)
    return count


def _copied(row: Sequence[Value]) -> str:
    return "\t".join(map(_cell, row)) + "\n"


def _cell(value: Value) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return _SPECIAL.sub(lambda met: _ESCAPED[met[0]], value) if _SPECIAL.search(value) else value
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value)


def _bad_url() -> EnvironmentFault:
    return EnvironmentFault(
        "bad_database_url",
        label("errors", "Địa chỉ cơ sở dữ liệu không đúng. Hãy ghi dạng postgresql://tài_khoản@máy/tên (--url)."),
    )


def _away() -> EnvironmentFault:
    return EnvironmentFault(
        "postgres_away",
        label(
            "errors",
            "Không kết nối được máy chủ PostgreSQL, hoặc bản của nó cũ hơn 15. Hãy kiểm tra máy chủ, tài khoản và "
            "địa chỉ (--url) rồi làm lại; chưa có gì thay đổi.",
        ),
    )
