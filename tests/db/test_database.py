"""The open file: what every connection of it keeps to, how its log is folded, what is left when it is closed."""

import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db import database as database_module
from facility_app.db.audit import GENESIS
from facility_app.db.database import Database
from facility_app.db.driver import connect, file_salt
from facility_app.db.messages import Messages
from facility_app.db.uow import Ports
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.probe import (
    HOME,
    OFFICER,
    PROBE_KEY,
    ProbeLocal,
    VaultFile,
    decide,
    engine_of,
    person,
    rows,
    save,
)

PRAGMAS = {
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "synchronous": 2,
    "journal_mode": "wal",
    "wal_autocheckpoint": 0,
    "trusted_schema": 0,
    "secure_delete": 1,
}


@pytest.mark.parametrize(("pragma", "value"), PRAGMAS.items())
def test_every_connection_keeps_to_the_same_settings(database: Database, pragma: str, value: object) -> None:
    asked = f"PRAGMA {pragma}"
    assert rows(database, asked) == [(value,)]
    with database.write(OFFICER) as uow:
        assert uow.session.connection().exec_driver_sql(asked).scalar_one() == value
    with database.read(OFFICER) as one, database.read(OFFICER) as other:
        for uow in (one, other):
            assert uow.session.connection().exec_driver_sql(asked).scalar_one() == value


def test_only_the_writer_may_write(database: Database) -> None:
    assert rows(database, "PRAGMA query_only") == [(1,)]
    with database.write(OFFICER) as uow:
        assert uow.session.connection().exec_driver_sql("PRAGMA query_only").scalar_one() == 0


def test_the_file_says_who_it_is(database: Database) -> None:
    assert (database.home, database.db_uuid) == (HOME, rows(database, "SELECT db_uuid FROM vault")[0][0])
    assert database.revision is None
    with database.connection() as connection:
        mark = database.mark(connection)
    assert (mark.audit_count, mark.last_chg, mark.head.hash) == (0, 0, GENESIS)


def test_a_file_that_was_never_initialised_is_not_identified(vault_file: VaultFile) -> None:
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM vault")
    with pytest.raises(LookupError):
        vault_file.database()
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM vault").scalar_one() == 0


def test_there_is_one_identity(vault_file: VaultFile) -> None:
    with engine_of(vault_file.path) as engine, engine.connect() as connection:
        with pytest.raises(sa.exc.IntegrityError, match="one_row"):
            connection.exec_driver_sql("INSERT INTO vault VALUES (2, 'x', 'y', 'z')")
        with pytest.raises(sa.exc.IntegrityError, match="UNIQUE"):
            connection.exec_driver_sql("INSERT INTO vault VALUES (1, 'x', 'y', 'z')")


def test_closing_folds_the_log_and_leaves_one_file(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        save(database, person("Trần Văn An"))
        assert log_size(vault_file) > 0
    left = sorted(path.name for path in vault_file.folder.iterdir())
    assert left == ["facility.db", "state"]
    assert file_salt(vault_file.path) == PROBE_KEY.salt


def log_size(file: VaultFile) -> int:
    return file.path.with_name("facility.db-wal").stat().st_size


def pages_in_file(file: VaultFile) -> int:
    return file.path.stat().st_size // 4096


def grow(database: Database, megabytes: int) -> None:
    decide(database, lambda uow: uow.add(person("x" * 1024 * 1024 * megabytes)))


def test_tending_folds_the_log_into_the_file(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        grow(database, 1)
        before = pages_in_file(vault_file)
        database.tend()
        assert pages_in_file(vault_file) > before + 256


def test_a_long_log_is_folded_by_the_next_writer(vault_file: VaultFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "WAL_LIMIT_BYTES", 1024 * 1024)
    with vault_file.opened() as database:
        save(database, ProbeLocal(number=1))
        before = pages_in_file(vault_file)
        save(database, ProbeLocal(number=2))
        assert pages_in_file(vault_file) == before
        grow(database, 1)
        assert pages_in_file(vault_file) == before
        save(database, ProbeLocal(number=3))
        assert pages_in_file(vault_file) > before + 256


def test_a_writer_waits_for_the_writer_of_another_thread(database: Database) -> None:
    """Nobody is refused, and nobody's count is lost."""
    record = ProbeLocal(number=0)
    save(database, record)

    def add_ten() -> None:
        for _ in range(10):
            decide(database, lambda uow: setattr(one := uow.get(ProbeLocal, record.id), "number", one.number + 1))

    threads = [threading.Thread(target=add_ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(database, "SELECT number, version FROM probe_local") == [(40, 41)]


def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    save(database, ProbeLocal(number=1))
    with database.write(OFFICER) as uow, uow.act("probe.long"):
        uow.add(ProbeLocal(number=2))
        uow.session.flush()
        assert rows(database, "SELECT count(*) FROM probe_local") == [(1,)]


def test_a_writer_is_free_again_after_an_error(database: Database) -> None:
    with pytest.raises(sa.exc.OperationalError), database.write(OFFICER) as uow:
        uow.session.connection().exec_driver_sql("NO SQL")
    save(database, ProbeLocal(number=1))
    assert rows(database, "SELECT count(*) FROM probe_local") == [(1,)]


def test_opening_a_file_that_cannot_be_read_leaves_nothing_open(vault_file: VaultFile) -> None:
    ports = Ports(vault_file.clock, vault_file.ids, vault_file.random)
    folder = vault_file.folder / "no" / "such" / "facility.db"
    with pytest.raises(EnvironmentFault) as told:
        Database(folder, PROBE_KEY, ports, Messages(), vault_file.state_dir)
    assert told.value.code == "no_access"
    with closing(connect(vault_file.path, PROBE_KEY)) as connection:
        assert connection.execute("PRAGMA locking_mode").fetchone() == ("normal",)
        assert connection.execute("BEGIN EXCLUSIVE").fetchone() is None


def test_a_statement_is_compiled_once_for_reader_writer_and_the_next_file(
    database: Database, tmp_path: Path
) -> None:
    asked = sa.select(ProbeLocal.number.label("asked_here_alone"))
    hits: list[str] = []

    def note(*told: Any) -> None:
        hits.append(told[4].cache_hit.name)

    other = tmp_path / "other"
    other.mkdir()
    made = VaultFile(other)
    made.create()
    with made.opened() as next_file:
        for opened in (database, next_file):
            with opened.read(OFFICER) as reading, opened.write(OFFICER) as writing:
                for uow in (reading, writing):
                    connection = uow.session.connection()
                    sa.event.listen(connection, "before_cursor_execute", note)
                    uow.session.execute(asked)
    assert hits == ["CACHE_MISS", "CACHE_HIT", "CACHE_HIT", "CACHE_HIT"]
