"""Nothing changes a synced table without a line in the outbox, and no line is ever moved or given again."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from facility_app.db import capture, schema_objects
from facility_app.db.database import Database
from facility_app.kernel.privacy import LocalOnly, Retention, Synced, TableSpec
from tests.helpers.probe import (
    PROBE_SPECS,
    ProbeLocal,
    ProbePerson,
    VaultFile,
    decide,
    engine_of,
    person,
    probe_schema,
    rows,
    save,
)

PERSON, NOTE = 901, 902
STAMPS = "created_at, created_by, updated_at, updated_by, version"
STAMPED = "'t', 'u', 't', 'u', 1"


@pytest.fixture
def raw(vault_file: VaultFile) -> Iterator[sa.Connection]:
    """Raw SQL on the program's own kind of connection, as in a repair by hand."""
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        yield connection


def insert_person(connection: sa.Connection, row_id: str, name: str = "x", how: str = "INSERT") -> None:
    connection.exec_driver_sql(
        f"{how} INTO probe_person (id, home, name, name_fold, code, {STAMPS}) "
        f"VALUES (?, 'G01', ?, ?, NULL, {STAMPED})",
        (row_id, name, name),
    )


def insert_note(connection: sa.Connection, row_id: str, person_id: str) -> None:
    connection.exec_driver_sql(
        f"INSERT INTO probe_note (id, home, person_id, text, {STAMPS}) VALUES (?, 'G01', ?, 'x', {STAMPED})",
        (row_id, person_id),
    )


def log(connection: sa.Connection) -> list[tuple[Any, ...]]:
    found = connection.exec_driver_sql("SELECT tbl, row_id, op FROM sync_change ORDER BY seq")
    return [tuple(row) for row in found]


def graves(connection: sa.Connection) -> list[tuple[Any, ...]]:
    found = connection.exec_driver_sql("SELECT tbl, row_id, chg, why FROM tombstone ORDER BY chg")
    return [tuple(row) for row in found]


def test_a_save_through_the_program_is_logged_once_a_row(database: Database) -> None:
    one, two = person("An"), person("Bình")
    save(database, one, two)
    decide(database, lambda uow: setattr(uow.get(ProbePerson, one.id), "code", "a"))
    assert sorted(rows(database, "SELECT tbl, row_id, op FROM sync_change")) == sorted(
        [(PERSON, one.id, "I"), (PERSON, two.id, "I"), (PERSON, one.id, "U")]
    )


def test_a_local_table_is_not_logged(database: Database) -> None:
    save(database, ProbeLocal(number=1))
    assert rows(database, "SELECT * FROM sync_change") == []


def test_bulk_statements_are_logged_row_by_row(raw: sa.Connection) -> None:
    for name in "abc":
        insert_person(raw, name)
    raw.exec_driver_sql("UPDATE probe_person SET code = NULL")
    raw.exec_driver_sql("DELETE FROM probe_person")
    assert sorted(log(raw)) == sorted((PERSON, name, op) for name in "abc" for op in "IUD")


def test_an_update_that_changes_no_value_is_logged_all_the_same(raw: sa.Connection) -> None:
    insert_person(raw, "a")
    raw.exec_driver_sql("UPDATE probe_person SET name = name")
    assert log(raw) == [(PERSON, "a", "I"), (PERSON, "a", "U")]


def test_a_cascade_is_logged(raw: sa.Connection) -> None:
    insert_person(raw, "p")
    insert_note(raw, "n1", "p")
    insert_note(raw, "n2", "p")
    raw.exec_driver_sql("DELETE FROM probe_person WHERE id = 'p'")
    assert sorted(log(raw)[3:]) == [(PERSON, "p", "D"), (NOTE, "n1", "D"), (NOTE, "n2", "D")]
    assert {row[:2] for row in graves(raw)} == {(PERSON, "p"), (NOTE, "n1"), (NOTE, "n2")}


def test_an_upsert_is_logged_as_what_it_did(raw: sa.Connection) -> None:
    upsert = (
        f"INSERT INTO probe_person (id, home, name, name_fold, {STAMPS}) VALUES ('a', 'G01', ?, 'x', {STAMPED}) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name"
    )
    raw.exec_driver_sql(upsert, ("first",))
    raw.exec_driver_sql(upsert, ("second",))
    assert log(raw) == [(PERSON, "a", "I"), (PERSON, "a", "U")]


@pytest.mark.parametrize("how", ["REPLACE", "INSERT OR REPLACE"])
def test_a_replaced_row_is_logged_as_gone_and_come(raw: sa.Connection, how: str) -> None:
    insert_person(raw, "a")
    insert_note(raw, "n", "a")
    insert_person(raw, "a", "new", how=how)
    assert log(raw)[:2] == [(PERSON, "a", "I"), (NOTE, "n", "I")]
    assert set(log(raw)[2:]) >= {(PERSON, "a", "D"), (PERSON, "a", "I"), (NOTE, "n", "D")}
    assert log(raw)[-1] == (PERSON, "a", "I")


def test_an_ignored_row_is_not_logged(raw: sa.Connection) -> None:
    insert_person(raw, "a")
    insert_person(raw, "a", how="INSERT OR IGNORE")
    assert log(raw) == [(PERSON, "a", "I")]


def test_a_rolled_back_change_is_not_logged(raw: sa.Connection) -> None:
    insert_person(raw, "a")
    with raw.begin_nested() as inner:
        insert_person(raw, "b")
        inner.rollback()
    assert log(raw) == [(PERSON, "a", "I")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE probe_person SET id = 'b' WHERE id = 'a'",
        "UPDATE OR REPLACE probe_person SET id = 'b'",
        "UPDATE OR IGNORE probe_person SET id = 'b'",
        "INSERT INTO probe_person SELECT * FROM probe_person WHERE true ON CONFLICT (id) DO UPDATE SET id = 'b'",
    ],
)
def test_the_id_of_a_record_never_changes(raw: sa.Connection, statement: str) -> None:
    insert_person(raw, "a")
    with pytest.raises(sa.exc.IntegrityError, match="never changes"):
        raw.exec_driver_sql(statement)
    raw.exec_driver_sql("UPDATE probe_person SET id = id")
    assert raw.exec_driver_sql("SELECT id FROM probe_person").scalars().all() == ["a"]


def test_a_tombstone_carries_the_number_of_its_own_line(raw: sa.Connection) -> None:
    for name in "abc":
        insert_person(raw, name)
    insert_note(raw, "n", "b")
    raw.exec_driver_sql("DELETE FROM probe_person WHERE id <> 'a'")
    numbers = {
        (row.tbl, row.row_id): row.seq
        for row in raw.exec_driver_sql("SELECT seq, tbl, row_id FROM sync_change WHERE op = 'D'")
    }
    assert len(numbers) == 3
    assert {(tbl, row_id): chg for tbl, row_id, chg, _ in graves(raw)} == numbers
    assert {why for *_, why in graves(raw)} == {"error"}


def test_a_row_that_goes_again_has_the_later_number(raw: sa.Connection) -> None:
    for _ in range(2):
        insert_person(raw, "a")
        raw.exec_driver_sql("DELETE FROM probe_person")
    assert graves(raw) == [(PERSON, "a", 4, "error")]


def test_a_number_once_visible_is_never_given_again(vault_file: VaultFile) -> None:
    with engine_of(vault_file.path) as engine:
        with engine.begin() as connection:
            insert_person(connection, "a")
            insert_person(connection, "b")
            assert capture.last_change(connection) == 2
        with engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM sync_change")
            assert capture.last_change(connection) == 0
            insert_person(connection, "c")
            assert capture.last_change(connection) == 3


def spec(name: str, ordinal: int) -> TableSpec:
    return TableSpec(name, Synced(ordinal, ()), Retention.CASE_FILE)


def test_ordinals_are_written_once_and_stay(raw: sa.Connection) -> None:
    capture.register(raw, PROBE_SPECS)
    capture.register(raw, [spec("probe_person", PERSON)])
    capture.register(raw, [spec("probe_later", 903)])
    found = raw.exec_driver_sql("SELECT k, name FROM sync_table ORDER BY k").all()
    assert [tuple(row) for row in found] == [
        (PERSON, "probe_person"),
        (NOTE, "probe_note"),
        (903, "probe_later"),
    ]


@pytest.mark.parametrize(
    "specs",
    [
        [spec("probe_person", 950)],
        [spec("probe_person", NOTE), spec("probe_note", PERSON)],
        [spec("probe_other", PERSON)],
        [spec("probe_new", 960), spec("probe_newer", 960)],
    ],
    ids=["moved", "swapped", "taken", "given twice"],
)
def test_an_ordinal_given_otherwise_is_refused(raw: sa.Connection, specs: list[TableSpec]) -> None:
    with pytest.raises(ValueError, match="given otherwise"):
        capture.register(raw, specs)


@pytest.mark.parametrize("table", capture.APPEND_ONLY)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "UPDATE OR IGNORE {} SET {} = {}"]
)
def test_what_is_append_only_can_be_neither_changed_nor_deleted(
    raw: sa.Connection, table: str, statement: str
) -> None:
    insert = {
        "sync_table": "SELECT 1",
        "sync_epoch": "SELECT 1",
        "sync_ownership": "INSERT INTO sync_ownership VALUES ('t', 1, 'OFFERED', 'r', 'a', 'b', '1', 't')",
    }[table]
    column = {"sync_table": "k", "sync_epoch": "n", "sync_ownership": "own_ver"}[table]
    raw.exec_driver_sql(insert)
    with pytest.raises(sa.exc.IntegrityError, match=f"{table} is append-only"):
        raw.exec_driver_sql(statement.format(table, column, column))
    assert raw.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() > 0


def test_only_known_states_of_ownership_and_kinds_of_change_fit(raw: sa.Connection) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="ck_sync_ownership_state"):
        raw.exec_driver_sql("INSERT INTO sync_ownership VALUES ('t', 1, 'TAKEN', 'r', 'a', 'b', '1', 't')")
    with pytest.raises(sa.exc.IntegrityError, match="ck_sync_change_op"):
        raw.exec_driver_sql("INSERT INTO sync_change (tbl, row_id, op) VALUES (1, 'x', 'X')")


def test_triggers_lost_with_a_rebuilt_table_are_mended(raw: sa.Connection) -> None:
    names = [name for name in probe_schema().triggers if name.startswith("sync_probe_person")]
    assert len(names) == 4
    for name in names:
        raw.exec_driver_sql(f"DROP TRIGGER {name}")
    capture.mend(raw)
    assert schema_objects.missing(raw, probe_schema()) == []
    insert_person(raw, "a")
    assert log(raw) == [(PERSON, "a", "I")]


def test_mending_leaves_tables_alone_that_are_not_there(raw: sa.Connection) -> None:
    capture.register(raw, [spec("probe_gone", 990)])
    capture.mend(raw)
    assert schema_objects.missing(raw, probe_schema()) == []


def test_synced_tables_come_in_order_of_their_ordinals() -> None:
    local = TableSpec("c", LocalOnly("x"), Retention.SECURITY)
    found = capture.synced([spec("b", 7), local, spec("a", 3)])
    assert [(one.name, how.ordinal) for one, how in found] == [("a", 3), ("b", 7)]


ROWS = st.sampled_from("abcd")
WRITES = st.lists(
    st.tuples(
        st.sampled_from(["insert", "replace", "ignore", "upsert", "update", "delete", "bulk", "undo"]), ROWS
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """One file for many examples; each rolls back."""
    file = VaultFile(tmp_path_factory.mktemp("shared"))
    file.create()
    with engine_of(file.path) as engine:
        yield engine


@settings(max_examples=60)
@given(WRITES)
def test_the_outbox_alone_tells_which_rows_are_left_and_which_are_gone(
    shared: sa.Engine, writes: list[tuple[str, str]]
) -> None:
    with shared.connect() as connection:
        for what, row_id in writes:
            write(connection, what, row_id)
        last = {row_id: op for tbl, row_id, op in log(connection)}
        left = set(connection.exec_driver_sql("SELECT id FROM probe_person").scalars())
        assert {row_id for row_id, op in last.items() if op != "D"} == left
        buried = {row_id for _, row_id, *_ in graves(connection)}
        assert {row_id for row_id, op in last.items() if op == "D"} <= buried
        connection.rollback()


def write(connection: sa.Connection, what: str, row_id: str) -> None:
    match what:
        case "insert" | "ignore":
            insert_person(connection, row_id, how="INSERT OR IGNORE")
        case "replace":
            insert_person(connection, row_id, how="REPLACE")
        case "upsert":
            connection.exec_driver_sql(
                f"INSERT INTO probe_person (id, home, name, name_fold, {STAMPS}) VALUES (?, '', '', '', {STAMPED})"
                " ON CONFLICT (id) DO UPDATE SET name = 'y'",
                (row_id,),
            )
        case "update":
            connection.exec_driver_sql("UPDATE probe_person SET code = NULL WHERE id = ?", (row_id,))
        case "delete":
            connection.exec_driver_sql("DELETE FROM probe_person WHERE id = ?", (row_id,))
        case "bulk":
            connection.exec_driver_sql("UPDATE probe_person SET code = NULL WHERE id > ?", (row_id,))
        case _:
            with connection.begin_nested() as inner:
                connection.exec_driver_sql("DELETE FROM probe_person")
                inner.rollback()
