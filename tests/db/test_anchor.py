"""The mark outside the file: it survives half-written slots, believes no stranger, and never goes back."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facility_app.db.anchor import SLOT_BYTES, Anchor, Mark
from facility_app.db.audit_verify import Verdict, verify
from facility_app.db.database import Database
from facility_app.db.locks import FileLock
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.probe import OFFICER, VaultFile, decide, engine_of, person, rows, save, unique_ids
from tests.helpers.processes import start_python

UUID = "0" * 31 + "a"
KEY = bytes(range(32))
HEADS = [bytes([n]).hex() * 32 for n in range(10)]


@pytest.fixture
def anchor(tmp_path: Path) -> Anchor:
    return Anchor(tmp_path / "state", UUID, KEY)


def advanced(anchor: Anchor, *counts: int) -> Path:
    for count in counts:
        anchor.advance(count, HEADS[count], "e" * 32, count * 10)
    (path,) = anchor_files(anchor)
    return path


def anchor_files(anchor: Anchor) -> list[Path]:
    folder = anchor._path.parent
    return sorted(folder.glob("*.anchor"))


def count_of(mark: Mark | None) -> int | None:
    return None if mark is None else mark.audit_count


def test_before_the_first_mark_there_is_none(anchor: Anchor) -> None:
    assert (anchor.exists, anchor.read()) == (False, None)


def test_a_mark_comes_back_whole(anchor: Anchor) -> None:
    advanced(anchor, 1, 2, 3)
    mark = anchor.read()
    assert mark == Mark(2, 3, HEADS[3], "e" * 32, 30)
    assert mark is not None
    assert (mark.head.count, mark.head.hash) == (3, bytes([3]) * 32)
    assert anchor.exists


def test_the_file_keeps_its_size_and_is_the_owners_alone(anchor: Anchor) -> None:
    path = advanced(anchor, *range(1, 9))
    assert path.stat().st_size == 2 * SLOT_BYTES
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert KEY.hex().encode() not in path.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"\xff" * SLOT_BYTES])
@pytest.mark.parametrize(("slot", "left"), [(0, 4), (1, 3)])
def test_a_torn_slot_leaves_the_other(anchor: Anchor, slot: int, left: int, damage: bytes) -> None:
    path = advanced(anchor, 1, 2, 3, 4)
    raw = bytearray(path.read_bytes())
    torn = raw[slot * SLOT_BYTES : slot * SLOT_BYTES + 30] + damage
    raw[slot * SLOT_BYTES : (slot + 1) * SLOT_BYTES] = torn.ljust(SLOT_BYTES, b"\0")[:SLOT_BYTES]
    path.write_bytes(raw)
    assert count_of(anchor.read()) == left
    advanced(anchor, 5)
    assert count_of(anchor.read()) == 5


def test_a_file_cut_anywhere_never_gives_a_mark_that_was_not_written(anchor: Anchor) -> None:
    path = advanced(anchor, 1, 2)
    whole = path.read_bytes()
    seen = set()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        seen.add(count_of(anchor.read()))
    assert seen <= {None, 1, 2}
    assert seen > {None}


def test_every_flipped_bit_costs_the_slot_and_never_changes_a_mark(anchor: Anchor) -> None:
    path = advanced(anchor, 1, 2)
    whole = path.read_bytes()
    known = {Mark(0, 1, HEADS[1], "e" * 32, 10), Mark(1, 2, HEADS[2], "e" * 32, 20)}
    for at in range(0, len(whole) * 8, 17):
        flipped = bytearray(whole)
        flipped[at // 8] ^= 1 << at % 8
        path.write_bytes(flipped)
        assert anchor.read() in known


def test_a_forged_mark_is_ignored(anchor: Anchor) -> None:
    path = advanced(anchor, 1, 2)
    raw = path.read_bytes()
    forged = raw.replace(b'"audit_count":2', b'"audit_count":9')
    assert forged != raw
    path.write_bytes(forged)
    assert count_of(anchor.read()) == 1


def test_a_mark_signed_with_another_key_or_for_another_file_is_ignored(anchor: Anchor, tmp_path: Path) -> None:
    path = advanced(anchor, 1, 2)
    assert Anchor(tmp_path / "state", UUID, bytes(32)).read() is None
    other = Anchor(tmp_path / "state", "0" * 31 + "b", KEY)
    path.rename(path.with_name(f"{'0' * 31}b.anchor"))
    assert other.read() is None


def test_a_mark_made_before_a_rekey_still_counts(anchor: Anchor, tmp_path: Path) -> None:
    advanced(anchor, 1, 2)
    rekeyed = Anchor(tmp_path / "state", UUID, bytes(32), [KEY])
    assert count_of(rekeyed.read()) == 2
    advanced(rekeyed, 3)
    assert count_of(rekeyed.read()) == 3
    assert count_of(anchor.read()) == 2


def test_a_mark_never_goes_back(anchor: Anchor) -> None:
    advanced(anchor, 5)
    anchor.advance(4, HEADS[4], "e" * 32, 99)
    anchor.advance(5, HEADS[6], "e" * 32, 50)
    assert anchor.read() == Mark(0, 5, HEADS[5], "e" * 32, 50)
    anchor.advance(5, HEADS[5], "e" * 32, 51)
    assert anchor.read() == Mark(1, 5, HEADS[5], "e" * 32, 51)


def test_only_a_restart_goes_back(anchor: Anchor) -> None:
    advanced(anchor, 5, 6)
    anchor.restart(2, HEADS[2], "f" * 32, 1)
    assert anchor.read() == Mark(2, 2, HEADS[2], "f" * 32, 1)
    advanced(anchor, 3)
    assert count_of(anchor.read()) == 3


WRITER = """
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from facility_app.db.anchor import Anchor

anchor = Anchor(Path(sys.argv[1]), sys.argv[2], bytes(range(32)))
print("ready", flush=True)
for count in range(2, 200, 2):
    anchor.advance(count, f"{count:064x}", "e" * 32, count)
"""


def test_two_processes_leave_the_furthest_mark(anchor: Anchor, tmp_path: Path) -> None:
    other = start_python(WRITER, tmp_path / "state", UUID)
    assert other.stdout is not None
    assert other.stdout.readline() == "ready\n", other.communicate()
    for count in range(1, 200, 2):
        anchor.advance(count, f"{count:064x}", "e" * 32, count)
    ending = other.communicate()
    assert other.returncode == 0, ending
    assert count_of(anchor.read()) == 199


def test_a_mark_is_read_and_written_under_one_lock(
    anchor: Anchor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes rarely meet between the two; this looks at each of them."""
    advanced(anchor, 1)
    taken: list[bool] = []

    def looked_at(real: Callable[..., Any]) -> Callable[..., Any]:
        def look(*arguments: object, **options: object) -> object:
            try:
                FileLock(tmp_path / "state" / f"{UUID}.lock").exclusive(0).release()
            except EnvironmentFault:
                taken.append(True)
            return real(*arguments, **options)

        return look

    for step in ("read", "_write"):
        monkeypatch.setattr(Anchor, step, looked_at(getattr(Anchor, step)))
    advanced(anchor, 2)
    anchor.restart(1, HEADS[1], "f" * 32, 1)
    anchor.note_keys(1)
    assert taken == [True] * 6


def put_back(file: VaultFile, copy: bytes) -> None:
    """The database as it was; nothing is open."""
    for name in ("facility.db-wal", "facility.db-shm"):
        file.path.with_name(name).unlink(missing_ok=True)
    file.path.write_bytes(copy)


def marked(database: Database) -> Mark:
    mark = database.anchor.read()
    assert mark is not None
    return mark


def judged(database: Database) -> Verdict:
    with database.connection() as connection:
        return verify(connection, marked(database).head)


def test_every_commit_moves_the_mark(database: Database) -> None:
    for number in range(1, 4):
        save(database, person(f"Tên {number}"))
        mark = marked(database)
        assert (mark.audit_count, mark.last_chg) == (number, number)
        with database.connection() as connection:
            assert mark.head.hash.hex() == database.mark(connection).audit_head
            assert mark.epoch_id == database.mark(connection).epoch_id
    assert judged(database).ok


def test_a_rolled_back_decision_does_not_move_the_mark(database: Database) -> None:
    save(database, person("Tên"))
    before = marked(database)
    with database.write(OFFICER) as uow, uow.act("probe.drop"):
        uow.add(person("Khác"))
    assert marked(database) == before


def test_a_mark_that_lags_is_caught_up(vault_file: VaultFile) -> None:
    """As after a power cut: the commit reached the disk, the mark did not."""
    with vault_file.opened() as database:
        save(database, person("Một"))
        (path,) = anchor_files(database.anchor)
        lagging = path.read_bytes()
        save(database, person("Hai"))
        path.write_bytes(lagging)
        assert judged(database).ok
        save(database, person("Ba"))
        assert marked(database).audit_count == 3


def test_a_database_put_back_is_found_and_its_saves_do_not_hide_it(
    vault_file: VaultFile, caplog: pytest.LogCaptureFixture
) -> None:
    with vault_file.opened() as database:
        save(database, person("Một"))
    copy = vault_file.path.read_bytes()
    with vault_file.opened() as database:
        save(database, person("Hai"), person("Ba"))
        before = marked(database)
    put_back(vault_file, copy)
    with vault_file.opened() as database:
        assert judged(database) == Verdict(1, None, missing_tail=True)
        for name in ("Bốn", "Năm", "Sáu"):
            save(database, person(name))
            assert marked(database) == before
        assert rows(database, "SELECT count(*) FROM probe_person") == [(4,)]
        verdict = judged(database)
    assert (verdict.ok, verdict.first_bad) == (False, 2)
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 3
    caplog.clear()


def test_a_missing_tail_is_found(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        for number in range(5):
            save(database, person(f"Tên {number}"))
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER append_only_audit_entry_delete")
        connection.exec_driver_sql("DROP TRIGGER append_only_audit_value_delete")
        connection.exec_driver_sql("DELETE FROM audit_value WHERE entry_seq > 3")
        connection.exec_driver_sql("DELETE FROM audit_entry WHERE seq > 3")
    with vault_file.opened() as database:
        assert judged(database) == Verdict(3, None, missing_tail=True)
        with database.connection() as connection:
            assert verify(connection, None).ok


def test_a_damaged_mark_is_evidence_and_no_save_writes_over_it(
    vault_file: VaultFile, caplog: pytest.LogCaptureFixture
) -> None:
    with vault_file.opened() as database:
        save(database, person("Một"))
        (path,) = anchor_files(database.anchor)
        damaged = bytes(path.stat().st_size)
        path.write_bytes(damaged)
        save(database, person("Hai"))
        assert path.read_bytes() == damaged
        assert rows(database, "SELECT count(*) FROM probe_person") == [(2,)]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_a_save_does_not_begin_a_mark_that_is_not_there(vault_file: VaultFile) -> None:
    """Else removing the file would be the way around it; whoever opens the facility begins one, by a verb."""
    with vault_file.opened() as database:
        (path,) = anchor_files(database.anchor)
        path.unlink()
        save(database, person("Một"))
        assert anchor_files(database.anchor) == []
        database.begin_anchor()
        assert marked(database).audit_count == 1


@pytest.mark.parametrize("obstacle", ["anchor", "both"])
def test_a_mark_that_cannot_be_written_leaves_the_commit_standing(
    vault_file: VaultFile, caplog: pytest.LogCaptureFixture, obstacle: str
) -> None:
    with vault_file.opened() as database:
        state = vault_file.state_dir
        for path in state.iterdir():
            path.unlink()
        for name in ("anchor", "lock") if obstacle == "both" else (obstacle,):
            (state / f"{database.db_uuid}.{name}").mkdir()
        save(database, person("Một"))
        assert rows(database, "SELECT count(*) FROM probe_person") == [(1,)]
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.ERROR, "the anchor is damaged or disagrees with the audit chain; run check")
    ]
    caplog.clear()


def test_another_process_that_was_faster_is_no_disagreement(tmp_path: Path) -> None:
    file = VaultFile(tmp_path, ids=unique_ids())
    file.create()
    with file.opened() as slow, file.opened() as fast:
        with slow.write(OFFICER) as uow:
            with uow.act("probe.add"):
                uow.add(person("Một"))
            uow.commit()
            # The writer's turn is over in the file; here the other program saves before our mark is written.
            decide(fast, lambda inner: inner.add(person("Hai")))
        assert marked(slow).audit_count == 2
        assert judged(slow).ok
