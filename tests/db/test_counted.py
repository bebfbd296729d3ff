"""What is counted leaves no gap and adds up, however somebody tries to write it."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from facility_app.db import counted
from facility_app.db.counted import COUNTED_MARK, ClosedBy, Gapless, InUse, Running
from tests.helpers.probe import VaultFile, engine_of

METADATA = sa.MetaData()
sa.Table(
    "line",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("book", sa.String),
    sa.Column("number", sa.Integer),
    sa.Column("amount", sa.Integer),
    sa.Column("balance", sa.Integer),
    sa.Column("day", sa.String),
    sa.Column("seal", sa.String),
    sa.Column("opened", sa.String),
    info={
        COUNTED_MARK: (
            Gapless("number", ("book",)),
            Running("amount", "balance", "number", ("book",)),
            InUse(("book", "seal"), "opened"),
            ClosedBy("day", "closing", "last", ("book",)),
        )
    },
)
sa.Table(
    "closing",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("book", sa.String),
    sa.Column("last", sa.String),
)


@pytest.fixture
def raw(vault_file: VaultFile) -> Iterator[sa.Connection]:
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        METADATA.create_all(connection)
        for statement in counted.triggers(METADATA).values():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO closing VALUES ('c', 'a', '2026-07-31')")
        connection.exec_driver_sql("INSERT INTO line VALUES ('1', 'a', 1, 50, 50, '2026-08-01', 'S1', NULL)")
        yield connection


def test_a_row_that_goes_on_is_taken_and_another_book_counts_by_itself(raw: sa.Connection) -> None:
    for row in (
        "('2', 'a', 2, -50, 0, '2026-08-01', 'S2', NULL)",
        "('3', 'b', 1, 7, 7, '2026-01-01', 'S1', NULL)",
        "('4', 'a', 3, 5, 5, '2026-08-02', 'S2', 'yes')",
        "('5', 'a', NULL, 5, 10, '2026-08-02', NULL, NULL)",
    ):
        raw.exec_driver_sql(f"INSERT INTO line VALUES {row}")
    assert raw.exec_driver_sql("SELECT COUNT(*) FROM line").scalar_one() == 5


@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"])
def test_a_gap_a_wrong_sum_a_seal_twice_and_a_closed_day_are_refused(raw: sa.Connection, verb: str) -> None:
    for row in (
        "('2', 'a', 3, 1, 51, '2026-08-01', 'S2', NULL)",
        "('2', 'a', 1, 1, 51, '2026-08-01', 'S2', NULL)",
        "('2', 'a', 2, 1, 50, '2026-08-01', 'S2', NULL)",
        "('2', 'a', 2, -51, -1, '2026-08-01', 'S2', NULL)",
        "('2', 'a', 2, 1, NULL, '2026-08-01', 'S2', NULL)",
        "('2', 'a', 2, 1, 51, '2026-08-01', 'S1', NULL)",
        "('2', 'a', 2, 1, 51, '2026-07-31', 'S2', NULL)",
    ):
        with pytest.raises(sa.exc.DBAPIError, match="counted:line"):
            raw.exec_driver_sql(f"{verb} INTO line VALUES {row}")
    assert raw.exec_driver_sql("SELECT COUNT(*) FROM line").scalar_one() == 1
