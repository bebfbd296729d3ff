"""Full-text search over folded words: any words, any order, prefixes; last digits of numbers from four on.

The columns that take part say so (``SearchRole``) and hold text already folded, because SQLite folds neither
"đ" nor "Đ". Each index row carries the record's id: a join over rowids returns the wrong person once a
migration has copied the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.base import Base, info
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.names import digits_reversed, fold
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, SearchRole, TableSpec

SUFFIX_FROM = 4
"""Fewer last digits would match half the house."""

search_row = sa.Table(
    "search_row",
    Base.metadata,
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=True, info=info(Privacy.ADMIN)),
    sa.Column("table_name", sa.String(80), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("row_id", sa.String(ID_LENGTH), nullable=False, info=info(Privacy.ADMIN)),
    sa.UniqueConstraint("table_name", "row_id"),
    sqlite_autoincrement=True,
)
"""Which index row belongs to which record; its own numbers, never a table's rowids."""

SPECS = (TableSpec("search_row", LocalOnly("made again from the records"), Retention.TRANSIENT),)


@dataclass(frozen=True, slots=True)
class Searched:
    """A table with search columns, read off its metadata."""

    table: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def index(self) -> str:
        """Name of its full-text index."""
        return f"{self.table}_fts"


def searched(metadata: sa.MetaData) -> list[Searched]:
    """Every table of ``metadata`` that has columns with a search role."""
    found = []
    for table in metadata.sorted_tables:
        words = _columns(table, SearchRole.TEXT)
        numbers = _columns(table, SearchRole.SUFFIX)
        if words or numbers:
            found.append(Searched(table.name, words, numbers))
    return found


def _columns(table: sa.Table, role: SearchRole) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.info.get("search") is role)


def triggers(tables: Sequence[Searched]) -> dict[str, str]:
    """Trigger name → statement, keeping each index in step with its table."""
    made: dict[str, str] = {}
    for one in tables:
        watched = (*one.words, *one.numbers)
        changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in watched)
        bodies = {
            "ai": f"AFTER INSERT ON {one.table} BEGIN {_add(one)} END",
            "au": f"AFTER UPDATE ON {one.table} WHEN {changed} BEGIN {_drop(one)} {_add(one)} END",
            "ad": f"AFTER DELETE ON {one.table} BEGIN {_drop(one)} END",
        }
        made |= {
            f"fts_{one.table}_{kind}": f"CREATE TRIGGER fts_{one.table}_{kind} {b}" for kind, b in bodies.items()
        }
    return made


def rebuild(connection: sa.Connection, tables: Sequence[Searched]) -> None:
    """Make every index anew from its table's rows."""
    connection.execute(sa.delete(search_row))
    for one in tables:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {one.index}")
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {one.index} USING fts5(row_id UNINDEXED, words, numbers, "
            "tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4')"
        )
        connection.exec_driver_sql(
            f"INSERT INTO search_row (table_name, row_id) SELECT '{one.table}', id FROM {one.table} ORDER BY id"
        )
        connection.exec_driver_sql(
            f"INSERT INTO {one.index} (rowid, row_id, words, numbers) "
            f"SELECT r.n, t.id, {_joined('t', one.words)}, {_joined('t', one.numbers)} "
            f"FROM search_row r JOIN {one.table} t ON t.id = r.row_id WHERE r.table_name = '{one.table}'"
        )


def _joined(row: str, columns: Sequence[str]) -> str:
    return " || ' ' || ".join(f"coalesce({row}.{column}, '')" for column in columns) or "''"


def _number(one: Searched, row: str) -> str:
    return f"(SELECT n FROM search_row WHERE table_name = '{one.table}' AND row_id = {row}.id)"


def _add(one: Searched) -> str:
    return (
        f"INSERT INTO search_row (table_name, row_id) VALUES ('{one.table}', NEW.id); "
        f"INSERT INTO {one.index} (rowid, row_id, words, numbers) "
        f"VALUES ({_number(one, 'NEW')}, NEW.id, {_joined('NEW', one.words)}, {_joined('NEW', one.numbers)});"
    )


def _drop(one: Searched) -> str:
    return (
        f"DELETE FROM {one.index} WHERE rowid = {_number(one, 'OLD')}; "
        f"DELETE FROM search_row WHERE table_name = '{one.table}' AND row_id = OLD.id;"
    )


def match_query(text: str) -> str:
    """The full-text query for what a person typed; empty when nothing in it can be searched.

    Every word must be found, as a prefix, in any order; a word of four or more digits also matches the end of a
    number. Each word is quoted, so nothing typed is read as query syntax.
    """
    terms = []
    for word in _tokens(text):
        term = f'words : "{word}"*'
        if word.isdigit() and word.isascii() and len(word) >= SUFFIX_FROM:
            term = f'({term} OR numbers : "{digits_reversed(word)}"*)'
        terms.append(term)
    return " AND ".join(terms)


def _tokens(text: str) -> list[str]:
    """Words as the tokenizer cuts them: runs of letters and digits."""
    cut = "".join(char if char.isalnum() else " " for char in fold(text))
    return cut.split()


def matches(table: sa.Table, text: str) -> sa.ColumnElement[bool]:
    """Condition "this row of ``table`` is found by ``text``"; nothing searchable finds nothing."""
    query = match_query(text)
    if not query:
        return sa.false()
    index = f"{table.name}_fts"
    # Unique: one statement may search twice.
    typed: sa.BindParameter[str] = sa.bindparam("typed", query, unique=True)
    found = sa.text(f"SELECT row_id FROM {index} WHERE {index} MATCH :typed").bindparams(typed)
    return table.c.id.in_(found.columns(sa.column("row_id", sa.String)))
