"""What the SQLite library says becomes words a person can act on; the real condition each time."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from sqlalchemy.orm.exc import StaleDataError

from facility_app.db.database import Database
from facility_app.db.driver import Connection, DatabaseError, DataKey, connect, driver_module
from facility_app.db.faults import BY_PREFIX, known_fault, plain_words
from facility_app.db.messages import Messages
from facility_app.db.uow import Ports
from facility_app.kernel.errors import ConflictError, EnvironmentFault, FacilityError, UserError
from tests.helpers.probe import OFFICER, PROBE_KEY, VaultFile, decide, engine_of, person, rows, save

WRONG_KEY = DataKey(bytes(32), PROBE_KEY.salt)
PAGE = 4096


def raised(work: Callable[[], object]) -> FacilityError:
    with pytest.raises(FacilityError) as told, plain_words():
        work()
    return told.value


def driver_error(name: str, text: str = "x") -> DatabaseError:
    error = driver_module().OperationalError(text)
    error.sqlite_errorname = name
    assert isinstance(error, DatabaseError)
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_BUSY", "database_busy"),
        ("SQLITE_BUSY_SNAPSHOT", "database_busy"),
        ("SQLITE_LOCKED_SHAREDCACHE", "database_busy"),
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_READONLY_DIRECTORY", "no_access"),
        ("SQLITE_CANTOPEN_ISDIR", "no_access"),
        ("SQLITE_PERM", "no_access"),
        ("SQLITE_IOERR_WRITE", "disk_fault"),
        ("SQLITE_IOERR_FSYNC", "disk_fault"),
        ("SQLITE_CORRUPT_INDEX", "file_damaged"),
        ("SQLITE_NOTADB", "file_damaged"),
    ],
)
def test_every_code_of_the_machine_has_its_words(name: str, code: str) -> None:
    found = known_fault(driver_error(name))
    assert isinstance(found, EnvironmentFault)
    assert found.code == code
    assert found.message[-1] == "."


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE", ""])
def test_a_fault_of_the_program_has_none(name: str) -> None:
    assert known_fault(driver_error(name)) is None
    assert known_fault(ValueError("SQLITE_FULL")) is None
    assert known_fault(None) is None


def test_a_fault_of_the_program_comes_out_as_it_is(database: Database) -> None:
    with pytest.raises(sa.exc.OperationalError, match="no such table"):
        rows(database, "SELECT * FROM nowhere")
    connection = connect(database.path, PROBE_KEY)
    with closing(connection), pytest.raises(DatabaseError, match="near"), plain_words():
        connection.execute("NO SQL")


def test_each_kind_of_fault_has_one_sentence() -> None:
    sentences = {code: {words for _, other, words in BY_PREFIX if other == code} for _, code, _ in BY_PREFIX}
    assert all(len(words) == 1 for words in sentences.values())
    assert len({words for found in sentences.values() for words in found}) == len(sentences)


def test_a_stale_record_is_a_conflict() -> None:
    def fail() -> None:
        raise StaleDataError

    assert isinstance(raised(fail), ConflictError)


def test_an_overlap_is_the_users_to_mend() -> None:
    found = known_fault(driver_error("SQLITE_CONSTRAINT_TRIGGER", "no_overlap:probe_span"))
    assert isinstance(found, UserError)
    assert found.code == "overlap"


def open_with(path: Path, key: DataKey, like: VaultFile) -> Database:
    return Database(path, key, Ports(like.clock, like.ids, like.random), Messages(), like.state_dir)


def test_another_key_is_told_as_damage_and_nothing_is_left_open(vault_file: VaultFile) -> None:
    before = vault_file.path.read_bytes()
    assert raised(lambda: open_with(vault_file.path, WRONG_KEY, vault_file)).code == "file_damaged"
    assert vault_file.path.read_bytes() == before


def test_a_page_overwritten_is_told_as_damage(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        decide(database, lambda uow: [uow.add(person(f"Tên {n}")) for n in range(500)])
    whole = bytearray(vault_file.path.read_bytes())
    for at in range(PAGE, len(whole), PAGE):
        whole[at + 100] ^= 1
    vault_file.path.write_bytes(whole)
    assert raised(lambda: open_and_read(vault_file)).code == "file_damaged"


def open_and_read(file: VaultFile) -> None:
    with file.opened() as database:
        rows(database, "SELECT name FROM probe_person")


def test_a_file_cut_short_is_told_as_damage(vault_file: VaultFile) -> None:
    whole = vault_file.path.read_bytes()
    vault_file.path.write_bytes(whole[: len(whole) // 2 // PAGE * PAGE])
    assert raised(lambda: open_and_read(vault_file)).code == "file_damaged"


def test_a_full_disk_is_told_and_nothing_is_written(vault_file: VaultFile) -> None:
    with engine_of(vault_file.path) as engine:
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

            def fill() -> None:
                connection.exec_driver_sql("INSERT INTO setting_value VALUES ('k', '', hex(zeroblob(100000)))")

            assert raised(fill).code == "disk_full"
            connection.rollback()
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM setting_value").scalar_one() == 0


def test_a_writer_that_stays_too_long_is_told(vault_file: VaultFile) -> None:
    with (
        closing(connect(vault_file.path, PROBE_KEY)) as other,
        closing(impatient(vault_file.path)) as connection,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert raised(lambda: connection.execute("BEGIN IMMEDIATE")).code == "database_busy"


def impatient(path: Path) -> Connection:
    connection = connect(path, PROBE_KEY)
    connection.execute("PRAGMA busy_timeout=1")
    return connection


def test_a_folder_in_place_of_the_file_is_told(vault_file: VaultFile) -> None:
    folder = vault_file.folder / "taken.db"
    folder.mkdir()
    assert raised(lambda: open_with(folder, PROBE_KEY, vault_file)).code == "no_access"


def test_a_write_on_a_reading_connection_is_told(database: Database) -> None:
    assert raised(lambda: rows(database, "DELETE FROM audit_entry")).code == "no_access"


def test_the_words_hold_no_values_of_the_statement(database: Database) -> None:
    with pytest.raises(FacilityError) as told, database.read(OFFICER) as uow, uow.act("x"):
        uow.add(person("Nguyễn Bí Mật"))
    assert "Bí Mật" not in f"{told.value} {told.value.params} {told.value.__cause__} {told.value.__context__}"


def test_a_save_after_a_fault_goes_on(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        with pytest.raises(ZeroDivisionError):
            decide(database, lambda _uow: 1 // 0)
        save(database, person("Trần Văn An"))
        assert rows(database, "SELECT count(*) FROM probe_person") == [(1,)]


@pytest.mark.parametrize(("free", "code"), [(16 * 1024, "disk_full"), (10 * 1024**2, "disk_fault")])
def test_a_disk_without_room_for_what_an_open_file_needs_is_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, code: str
) -> None:
    # What the library says when it cannot make its shared memory on a full disk: measured, not guessed.
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    with pytest.raises(EnvironmentFault) as told, plain_words(tmp_path):
        raise driver_error("SQLITE_IOERR", "disk I/O error")
    assert told.value.code == code
