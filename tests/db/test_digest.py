"""Digests say when two files hold the same, and nothing else."""

from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.db.digest import FileDigest, content_digest, file_digest
from facility_app.db.driver import DataKey, connect
from tests.helpers.vaults import TESTER, Vault, few_tables, make_vault

KEY = DataKey(bytes(32), bytes(range(16)))


def content_of(vault: Vault) -> str:
    with vault.open() as database, database.connection() as connection:
        return content_digest(connection, few_tables().metadata, few_tables().specs)


def plain(path: Path, *statements: str) -> FileDigest:
    with closing(connect(path, KEY)) as connection:
        for statement in ("CREATE TABLE t (id TEXT PRIMARY KEY, a, b)", *statements):
            connection.execute(statement)
        return file_digest(connection)


def test_content_digest_sees_what_records_say_but_not_who_saved_them_and_when(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    first = content_of(vault)
    vault.rename_facility("Tên khác")
    second = content_of(vault)
    vault.rename_facility("Cơ sở cai nghiện số 1")
    assert second != first
    assert content_of(vault) == first


def test_content_digest_leaves_voided_rows_and_local_tables_out(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    before = content_of(vault)
    with vault.open() as database, database.write(TESTER) as uow:
        columns = "home, province_code, unit_kind, created_at, created_by, updated_at, updated_by, version"
        uow.session.connection().exec_driver_sql(
            f"INSERT INTO facility_profile (id, code, name, voided_at, {columns}) "
            f"SELECT 'f', 'X.01.1', 'Bỏ', created_at, {columns} FROM facility_profile"
        )
        with uow.act("catalogues.create_facility", reason="thử"):
            pass
        uow.commit()
    assert content_of(vault) == before


ROWS: list[tuple[str, str]] = [
    ("1", "'1'"),
    ("NULL", "''"),
    ("x'31'", "'1'"),
    ("1", "1.0"),
    ("'a' || char(0) || 'b'", "'a' || char(0) || 'c'"),
    ("'a' || char(0)", "'a'"),
    ("'x''),(''y'", "'x'"),
    ("'a' || char(10) || 'b'", "'a'"),
]


@pytest.mark.parametrize(("one", "other"), ROWS)
def test_file_digest_tells_values_apart_that_look_alike(tmp_path: Path, one: str, other: str) -> None:
    digests = {
        plain(tmp_path / name, f"INSERT INTO t VALUES ('i', {a}, {b})").digest
        for name, a, b in (("a", one, other), ("b", other, one), ("c", one, one), ("d", other, other))
    }
    assert len(digests) == 4


def test_file_digest_sees_a_trigger_and_the_numbers_given(tmp_path: Path) -> None:
    numbered = "CREATE TABLE n (n INTEGER PRIMARY KEY AUTOINCREMENT)"
    trigger = "CREATE TRIGGER g BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'no'); END"
    used = ("INSERT INTO n DEFAULT VALUES", "DELETE FROM n")
    digests = {
        plain(tmp_path / "a", numbered).digest,
        plain(tmp_path / "b", numbered, trigger).digest,
        plain(tmp_path / "c", numbered, *used).digest,
    }
    assert len(digests) == 3


def test_file_digest_counts_tables_without_the_search_index(tmp_path: Path) -> None:
    found = plain(
        tmp_path / "a",
        "CREATE VIRTUAL TABLE t_fts USING fts5(row_id UNINDEXED, words)",
        "INSERT INTO t_fts VALUES ('i', 'nguyen van a')",
        "INSERT INTO t VALUES ('i', 1, 2), ('j', 3, 4)",
    )
    assert found.counts == {"t": 2}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE t SET a = 'z' WHERE id = 'j'",
        "DELETE FROM t WHERE id = 'j'",
        "INSERT INTO t VALUES ('k', 5, 6)",
    ],
)
def test_file_digest_sees_every_change_of_a_row(tmp_path: Path, change: str) -> None:
    rows = "INSERT INTO t VALUES ('i', 1, 2), ('j', 3, 4)"
    assert plain(tmp_path / "a", rows) == plain(tmp_path / "b", rows)
    assert plain(tmp_path / "c", rows, change).digest != plain(tmp_path / "a2", rows).digest


def test_a_copy_by_the_driver_has_the_digest_of_its_source(tmp_path: Path) -> None:
    other = DataKey(bytes(range(32)), bytes(range(1, 17)))
    plain(tmp_path / "a", "INSERT INTO t VALUES ('i', 1, x'00ff'), ('j', 3.5, NULL)")
    with closing(connect(tmp_path / "a", KEY)) as source, closing(connect(tmp_path / "b", other)) as target:
        source.backup(target)
        assert file_digest(target) == file_digest(source)


def test_columns_are_compared_by_name(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    with vault.open() as database, database.connection() as connection:
        twin, known = sa.MetaData(), few_tables()
        for table in known.metadata.tables.values():
            sa.Table(table.name, twin, *(column._copy() for column in reversed(table.columns)))
        assert content_digest(connection, twin, known.specs) == content_digest(
            connection, known.metadata, known.specs
        )
