"""What the proofs found in the program once, each as a small test of its own."""

import json
import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.app import founding
from facility_app.app.bootstrap import open_database
from facility_app.app.outside import Walls
from facility_app.app.start import Entered
from facility_app.db import database as database_module
from facility_app.db.anchor import Anchor
from facility_app.db.database import Database, make_engine
from facility_app.db.driver import Connection, DataKey, connect, driver_module
from facility_app.db.faults import known_fault
from facility_app.db.folder import DataFolder
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.processes import start_python
from tests.proof.vault_facility import ADMIN, PASSWORD, Place, found_with_pair, opens, save_unit, units_of
from tests.proof.vault_verdict import errors_of

WAL_HEAD = 32
FRAME_HEAD = 24
PAGE = 4096
AS_A_KILL_LEAVES_IT = """
import shutil, sys
for name in ("data/facility.db", "data/facility.db-wal"):
    shutil.copy(f"{sys.argv[1]}/{name}", f"{sys.argv[2]}/{name}")
shutil.copytree(f"{sys.argv[1]}/state", f"{sys.argv[2]}/state", dirs_exist_ok=True)
"""
"""Another process does it: a file closed here would take SQLite's locks along."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return found_with_pair(tmp_path)


def pages_in_log(log: Path) -> list[int]:
    """Numbers of the pages in a write-ahead log; frame heads are in clear."""
    raw = log.read_bytes()
    starts = range(WAL_HEAD, len(raw) - PAGE, FRAME_HEAD + PAGE)
    return [int.from_bytes(raw[at : at + 4], "big") for at in starts]


def test_a_page_torn_while_the_log_was_folded_is_no_damage(tmp_path: Path) -> None:
    at_work, place = found_with_pair(tmp_path / "at work"), found_with_pair(tmp_path / "killed")
    with at_work.open() as opened:
        save_unit(opened)
        start_python(AS_A_KILL_LEAVES_IT, at_work.root, place.root).communicate()
    path = place.folder.database
    pages = [
        page for page in pages_in_log(path.with_name("facility.db-wal")) if page * PAGE <= path.stat().st_size
    ]
    torn = bytearray(path.read_bytes())
    middle = pages[-1] * PAGE - PAGE // 2
    torn[middle : middle + 512] = os.urandom(512)
    path.write_bytes(torn)
    with place.open() as opened:
        assert errors_of(opened) == []
        assert units_of(opened).made == {1}


def test_a_new_facility_is_not_moved_in_without_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[sa.Connection] = []

    def open_and_go_on_reading(
        folder: DataFolder, entered: Entered, state_dir: Path, walls: Walls | None
    ) -> Database:
        database = open_database(folder, entered, state_dir, walls)
        held.append(database._reader.connect())
        return database

    monkeypatch.setattr(founding, "open_database", open_and_go_on_reading)
    place = Place(tmp_path)
    with pytest.raises(EnvironmentFault) as refused:
        place.found()
    held[0].close()
    held[0].engine.dispose()
    assert refused.value.code == "disk_fault"
    assert not place.folder.database.exists()
    monkeypatch.undo()
    place.found()
    assert opens(place, ADMIN, PASSWORD)


def test_a_connection_that_came_out_read_only_is_not_kept(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    writers: list[Connection] = []

    def connect_badly_first(path: Path, data_key: DataKey, *, query_only: bool = False) -> Connection:
        writers.append(connect(path, data_key, query_only=not writers))
        return writers[-1]

    with place.open() as opened:
        data_key = opened.entered.data_key
    monkeypatch.setattr(database_module, "connect", connect_badly_first)
    engine = make_engine(place.folder.database, data_key, begin="BEGIN IMMEDIATE", size=1, query_only=False)
    change = "UPDATE facility_profile SET name = 'khác'"
    with pytest.raises(sa.exc.OperationalError), engine.begin() as connection:
        connection.exec_driver_sql(change)
    with engine.begin() as connection:
        assert connection.exec_driver_sql(change).rowcount > 0
    engine.dispose()
    assert len(writers) == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("disk I/O error", "disk_fault"),
        ("database or disk is full", "disk_full"),
        ("unable to open database file", "no_access"),
        ("attempt to write a readonly database", "no_access"),
        ("database is locked", "database_busy"),
        ("database disk image is malformed", "file_damaged"),
        ("file is not a database", "file_damaged"),
    ],
)
def test_a_failing_copy_is_told_in_plain_words_though_the_driver_gives_no_name(words: str, code: str) -> None:
    fault = known_fault(driver_module().OperationalError(words))
    assert fault is not None
    assert fault.code == code


def test_check_misses_the_recovery_key_that_a_start_dropped(place: Place) -> None:
    whole = json.loads(place.folder.keys.read_bytes())
    slot = next(slot for slot in whole["slots"] if slot["kind"] == "recovery")
    slot["kind"] = "recoverx"
    place.folder.keys.write_text(json.dumps(whole), encoding="utf-8")
    with place.open() as opened:
        assert "slots_damaged" in errors_of(opened)
    with place.open() as opened:
        assert "slots_damaged" in errors_of(opened)


def test_the_first_mark_outside_the_file_is_durable_and_the_next_ones_wait_for_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    really = os.fsync

    def sync_and_count(handle: int) -> None:
        synced.append(handle)
        really(handle)

    monkeypatch.setattr(os, "fsync", sync_and_count)
    anchor = Anchor(tmp_path / "state", "0" * 32, bytes(32))
    anchor.advance(1, "ab" * 32, "e" * 32, 1)
    first = len(synced)
    anchor.advance(2, "cd" * 32, "e" * 32, 2)
    assert first == len(synced) > 0
    assert len(list((tmp_path / "state").glob("*.anchor"))) == 1
