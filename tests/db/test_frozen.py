"""What is frozen stays as it was written, however somebody tries to change it."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from facility_app.db import frozen
from facility_app.db.frozen import frozen as kept_for_good
from tests.helpers.probe import VaultFile, engine_of

METADATA = sa.MetaData()
sa.Table(
    "deed",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("book", sa.String),
    sa.Column("number", sa.Integer),
    sa.Column("note", sa.String),
    sa.Column("voided_at", sa.String),
    sa.UniqueConstraint("book", "number"),
    info=kept_for_good("book", "number", once=("voided_at",), keys=(("book", "number"),))["info"],
)
sa.Table("free", METADATA, sa.Column("id", sa.String, primary_key=True))


@pytest.fixture
def raw(vault_file: VaultFile) -> Iterator[sa.Connection]:
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        METADATA.create_all(connection)
        for statement in frozen.triggers(METADATA).values():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO deed VALUES ('a', 'out', 1, 'x', NULL)")
        yield connection


def deeds(raw: sa.Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in raw.exec_driver_sql("SELECT * FROM deed ORDER BY id")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE deed SET number = 2",
        "UPDATE deed SET number = NULL",
        "UPDATE deed SET book = 'in', note = 'y'",
        "UPDATE OR REPLACE deed SET number = 9",
        "DELETE FROM deed",
        "INSERT OR REPLACE INTO deed VALUES ('a', 'out', 7, 'y', NULL)",
        "INSERT OR REPLACE INTO deed VALUES ('b', 'out', 1, 'y', NULL)",
        "REPLACE INTO deed VALUES ('b', 'out', 1, 'y', NULL)",
    ],
)
def test_no_statement_changes_or_takes_away_what_is_frozen(raw: sa.Connection, statement: str) -> None:
    with pytest.raises(sa.exc.DBAPIError, match="frozen:deed"):
        raw.exec_driver_sql(statement)
    assert deeds(raw) == [("a", "out", 1, "x", None)]


def test_what_is_not_frozen_changes(raw: sa.Connection) -> None:
    raw.exec_driver_sql("UPDATE deed SET note = 'y', number = 1")
    assert deeds(raw) == [("a", "out", 1, "y", None)]


def test_what_is_written_once_is_not_written_twice(raw: sa.Connection) -> None:
    raw.exec_driver_sql("UPDATE deed SET voided_at = 'now'")
    for again in ("'then'", "NULL"):
        with pytest.raises(sa.exc.DBAPIError, match="frozen:deed"):
            raw.exec_driver_sql(f"UPDATE deed SET voided_at = {again}")
    assert deeds(raw) == [("a", "out", 1, "x", "now")]


def test_rows_without_a_whole_key_do_not_compete(raw: sa.Connection) -> None:
    for name in ("b", "c"):
        raw.exec_driver_sql("INSERT INTO deed VALUES (?, 'out', NULL, 'x', NULL)", (name,))
    assert len(deeds(raw)) == 3


def test_a_table_that_says_nothing_is_free() -> None:
    assert {name.split("_")[1] for name in frozen.triggers(METADATA)} == {"deed"}
