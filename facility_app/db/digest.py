"""Two fingerprints: of what the records say, and of everything the file holds; each one pass, one hash a row.

A row becomes one byte string inside SQLite, so that Python touches it once. ``quote()`` tells types and ends of
values apart, but stops at a NUL; a row with one is written out in hexadecimal instead.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import sqlalchemy as sa

from facility_app.db import capture
from facility_app.db.base import STAMP_COLUMNS
from facility_app.db.driver import Connection
from facility_app.kernel.privacy import TableSpec

CHUNK = 1000


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...


@dataclass(frozen=True, slots=True)
class FileDigest:
    """What a file holds, for comparing a copy with its source.

    Attributes:
        counts: rows by table; search indexes are left out, they are made again from the records.
        digest: SHA-256 over the schema and every row of those tables, hex.
        revision: schema revision, None in a file without one.
    """

    counts: Mapping[str, int]
    digest: str
    revision: str | None = None


def content_digest(connection: sa.Connection, metadata: sa.MetaData, specs: Iterable[TableSpec]) -> str:
    """SHA-256 over the live rows of synced tables ordered by id, without created, updated and version columns.

    Equal in two files exactly when their synced tables say the same, whoever saved them and when.

    Args:
        connection: in a transaction.
        metadata: every table of the program.
        specs: one spec per table.

    Returns:
        64 hex digits.
    """
    raw: Connection = _driver_connection(connection)
    total = hashlib.sha256()
    for spec, _how in capture.synced(specs):
        table = metadata.tables[spec.name]
        columns = sorted(column.name for column in table.columns if column.name not in STAMP_COLUMNS)
        blobs = {column.name for column in table.columns if isinstance(column.type, sa.LargeBinary)}
        row = _row_bytes(columns, [name for name in columns if name not in blobs])
        total.update(f"\n{spec.name}({','.join(columns)})\n".encode())
        _add_rows(raw, f'SELECT {row} FROM "{spec.name}" WHERE voided_at IS NULL ORDER BY id', total)
    return total.hexdigest()


def file_digest(connection: Connection) -> FileDigest:
    """Counts and digest of every ordinary table; call it inside a read transaction.

    Args:
        connection: of the driver, not of SQLAlchemy: the copy to compare may stand at any schema.
    """
    total = hashlib.sha256()
    _add_rows(connection, f"SELECT {_row_bytes(SCHEMA_COLUMNS, [])} FROM sqlite_schema ORDER BY name, type", total)
    counts: dict[str, int] = {}
    for name, has_rowid in _ordinary_tables(connection):
        columns, texts = _columns(connection, name)
        total.update(f"\n{name}({','.join(columns)})\n".encode())
        order = "rowid" if has_rowid else ", ".join(f'"{column}"' for column in columns)
        row = _row_bytes(columns, texts)
        counts[name] = _add_rows(connection, f'SELECT {row} FROM "{name}" ORDER BY {order}', total)
    return FileDigest(counts, total.hexdigest(), _revision(connection))


SCHEMA_COLUMNS = ("type", "name", "tbl_name", "sql")


def _driver_connection(connection: sa.Connection) -> Connection:
    found = connection.connection.driver_connection
    assert isinstance(found, Connection)  # noqa: S101 - an engine of ours has no other driver
    return found


def _ordinary_tables(connection: Connection) -> list[tuple[str, bool]]:
    """(name, whether it has a rowid), by name; the numbers of AUTOINCREMENT count as a table."""
    rows = connection.execute(
        "SELECT name, NOT wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND (name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR name = 'sqlite_sequence') ORDER BY name"
    )
    return [(str(name), bool(has_rowid)) for name, has_rowid in rows.fetchall()]


def _columns(connection: Connection, table: str) -> tuple[list[str], list[str]]:
    """(all columns, those not declared BLOB), in the order of the table."""
    rows = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
    names = [str(name) for name, _type in rows]
    return names, [str(name) for name, declared in rows if str(declared).upper() != "BLOB"]


def _row_bytes(columns: Sequence[str], texts: Sequence[str]) -> str:
    """SQL for one row as bytes that no other row of the table shares."""
    plain = ",',',".join(f'quote("{name}")' for name in columns)
    if not texts:
        return f"CAST(concat({plain}) AS BLOB)"
    spelled = ",',',".join(f'typeof("{name}"),hex("{name}")' for name in columns)
    quoted = ",".join(f'"{name}"' for name in texts)
    return (
        f"CAST(CASE WHEN instr(concat({quoted}), char(0)) THEN concat({spelled}) ELSE concat({plain}) END AS BLOB)"
    )


def _add_rows(connection: Connection, sql: str, total: _Hash) -> int:
    """Hash every row of ``sql``; how many there were."""
    cursor, count = connection.execute(sql), 0
    while rows := cursor.fetchmany(CHUNK):
        total.update(b"\n".join([row[0] for row in rows]))
        total.update(b"\n")
        count += len(rows)
    return count


def _revision(connection: Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return None if found is None else str(found[0])
