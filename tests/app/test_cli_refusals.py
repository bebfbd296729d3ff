"""Each refusal under its real condition: its own code, its own words, and not a byte written."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.app import start
from facility_app.app.paths import migrations_folder
from facility_app.db import folder as folder_module
from facility_app.db.driver import Connection, connect, require_safe_sqlite
from facility_app.db.migrate import Scripts, migrate
from facility_app.db.schema_objects import Schema
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.desk import (
    ADMIN,
    ADMIN_PASSWORD,
    INIT,
    NURSE,
    NURSE_PASSWORD,
    Answer,
    Desk,
    files_of,
    tables_at_hand,
    without_counter,
)

Words = tuple[str | Path, ...]


def refused(desk: Desk, *words: str | Path) -> Answer:
    """A call that must be refused and write nothing into the data folder and the state folder."""
    return all_refused(desk, {"": words})[""]


def all_refused(desk: Desk, verbs: Mapping[str, Words]) -> dict[str, Answer]:
    """The same for several calls, one after the other; the folders are looked at before and after them all."""
    before = files_of(desk.data, desk.state)
    said = {verb: desk.ask(*words) for verb, words in verbs.items()}
    for verb, answer in said.items():
        assert answer.code in {1, 3}, verb
        assert answer.err == "", verb
        assert len(answer.message) > 20, verb
    assert files_of(desk.data, desk.state) == before, f"one of {', '.join(verbs)} wrote"
    return said


def every_door(desk: Desk, *who: str) -> dict[str, Words]:
    """A call of every verb that opens the facility."""
    reason = ("--reason", "thử")
    return {
        "check": ("check", *who),
        "user list": ("user", "list", *who),
        "backup now": ("backup", "now", *who),
        "audit verify": ("audit", "verify", *who),
        "rekey": ("rekey", *reason, *who),
        "migrate": ("migrate", *who),
    }


def at_every_door(desk: Desk, *who: str) -> set[tuple[int, str]]:
    """What every verb answers; one word for all when the vault speaks with one voice."""
    said = all_refused(desk, every_door(desk, *who))
    return {(answer.code, answer.error) for answer in said.values()}


# Who stands at the door


def test_a_wrong_password_and_an_unknown_name_get_the_same_words(desk: Desk) -> None:
    before = without_counter(desk)
    wrong = desk.ask("check", *desk.sign(ADMIN, "không phải mật khẩu"))
    unknown = desk.ask("check", *desk.sign("người lạ", ADMIN_PASSWORD))
    other = desk.ask("check", *desk.sign(NURSE, ADMIN_PASSWORD))
    assert wrong == unknown == other
    assert (wrong.code, wrong.error) == (1, "wrong_password")
    assert without_counter(desk) == before, "only the count of failed tries moved"


def test_failed_tries_stand_in_the_trail_after_the_next_opening(desk: Desk) -> None:
    for user in (NURSE, NURSE, "người lạ"):
        assert desk.ask("check", *desk.sign(user, "không phải mật khẩu")).error == "wrong_password"
    assert sum(json.loads(desk.folder.keys.read_bytes())["failed"].values()) == 3
    assert desk.trail()[-1] == "access.failed_tries"
    assert json.loads(desk.folder.keys.read_bytes())["failed"] == {}
    nurse = next(row for row in desk.done("user", "list", *desk.admin)["users"] if row["user"] == NURSE)
    with desk.raw() as raw:
        noted = raw.execute(
            "SELECT v.record_id, column_name, after FROM audit_value v JOIN audit_entry e ON e.seq = v.entry_seq "
            "WHERE e.verb = 'access.failed_tries' ORDER BY ord"
        ).fetchall()
    assert noted == [(nurse["user_id"], "failed_tries", "2"), ("", "failed_tries_unknown_name", "1")]
    assert desk.trail().count("access.failed_tries") == 1, "each try is told once"


def test_a_wrong_recovery_key_is_told_from_a_mistyped_one(desk: Desk, stranger: Desk) -> None:
    key = desk.recovery_key
    swapped = key[:-1] + ("A" if key[-1] != "A" else "B")
    before = files_of(desk.data)
    typo = desk.ask("check", "--recovery-key-file", desk.note(swapped))
    short = desk.ask("check", "--recovery-key-file", desk.note(key[:20]))
    assert [(a.code, a.error) for a in (typo, short)] == [(1, "recovery_key_mistyped")] * 2
    assert files_of(desk.data) == before
    counted = without_counter(desk)
    wrong = desk.ask("check", "--recovery-key-file", stranger.recovery_note)
    assert (wrong.code, wrong.error) == (1, "wrong_recovery_key")
    assert without_counter(desk) == counted
    for answer in (typo, short, wrong):
        assert key not in answer.out


def test_a_closed_account_stays_out_though_its_slot_was_put_back(desk: Desk) -> None:
    with_slot, aside = desk.folder.keys.read_bytes(), desk.root / "aside"
    shutil.copytree(desk.state, aside)
    desk.done("user", "disable", NURSE, "--reason", "nghỉ việc", *desk.admin)
    without_slot = desk.folder.keys.read_bytes()
    assert desk.ask("check", *desk.nurse).error == "wrong_password"
    # The mark outside the file knows the newer keys: whoever puts the slot back puts back the mark too.
    desk.folder.keys.write_bytes(with_slot)
    shutil.rmtree(desk.state)
    aside.rename(desk.state)
    verbs = every_door(desk, *desk.nurse)
    said = all_refused(desk, {verb: verbs[verb] for verb in ("check", "backup now", "rekey")})
    assert {(answer.code, answer.error) for answer in said.values()} == {(1, "user_disabled")}
    own = refused(desk, "user", "password", *desk.nurse, "--new-password-file", desk.note(NURSE_PASSWORD))
    assert own.error == "user_disabled"
    assert desk.done("check", *desk.admin)["ok"] is True
    assert len(json.loads(desk.folder.keys.read_bytes())["slots"]) == len(json.loads(without_slot)["slots"])
    assert desk.ask("check", *desk.nurse).error == "wrong_password"
    assert desk.trail()[-2:] == ["access.mend_slots", "access.failed_tries"]


def test_a_role_without_the_right_is_refused_and_told_who_has_it(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    desk.done("backup", "now", *desk.admin, "--to", tmp_path / "usb")
    backup = next((tmp_path / "usb").iterdir())
    nurse, reason = desk.nurse, ("--reason", "thử")
    tried: dict[str, Words] = {
        "user add": ("user", "add", "moi", "--role", "ADMIN", *nurse),
        "user list": ("user", "list", *nurse),
        "user disable": ("user", "disable", ADMIN, *reason, *nurse),
        "user reset": ("user", "reset", ADMIN, *nurse),
        "backup now": ("backup", "now", *nurse),
        "backup verify": ("backup", "verify", backup, *nurse),
        "restore": ("restore", backup, "--into", tmp_path / "into", *nurse),
        "rekey": ("rekey", *reason, *nurse),
        "rekey --recovery": ("rekey", "--recovery", *reason, *nurse),
        "audit list": ("audit", "list", *nurse),
        "audit verify": ("audit", "verify", *nurse),
        "audit accept": ("audit", "accept", *reason, *nurse),
    }
    said = all_refused(desk, tried)
    assert {verb: (a.code, a.error) for verb, a in said.items()} == dict.fromkeys(tried, (1, "permission_denied"))
    assert all("Quản trị" in answer.message for answer in said.values())
    assert not (tmp_path / "into").exists()
    assert set(tmp_path.iterdir()) == {desk.root, tmp_path / "usb"}
    assert desk.done("check", *nurse)["ok"] is True, "looking after the file is everyone's"


# The key file


def slots_of(desk: Desk) -> dict[str, object]:
    document = json.loads(desk.folder.keys.read_bytes())
    assert isinstance(document, dict)
    return document


def test_a_damaged_slot_is_no_wrong_password(desk: Desk) -> None:
    document = slots_of(desk)
    slot = document["slots"][0]  # type: ignore[index] # read from JSON
    slot["private"] = ("0" if slot["private"][0] != "0" else "1") + slot["private"][1:]
    desk.folder.keys.write_text(json.dumps(document), encoding="utf-8")
    assert at_every_door(desk, *desk.admin) == {(3, "slot_damaged")}
    looked = desk.ask("check", "--recovery-key-file", desk.recovery_note)
    assert looked.code == 1
    assert "slots_damaged" in {finding["code"] for finding in looked.document["findings"]}


def test_the_key_file_of_another_facility_is_recognised(desk: Desk, stranger: Desk) -> None:
    shutil.copy(stranger.folder.keys, desk.folder.keys)
    shutil.rmtree(desk.state)
    shutil.copytree(stranger.state, desk.state)
    assert at_every_door(desk, *desk.admin) == {(3, "key_file_swapped")}


KEY_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "key_file_missing"),
    "empty": (lambda path: path.write_bytes(b""), "key_file_damaged"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:700]), "key_file_damaged"),
    "of a newer program": (
        lambda path: path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 2')),
        "key_file_newer",
    ),
    "another file": (lambda path: path.write_bytes(b"\x89PNG\r\n"), "key_file_damaged"),
}


@pytest.mark.parametrize("what", KEY_FILES)
def test_a_key_file_that_is_no_good_is_told_as_what_it_is(desk: Desk, what: str) -> None:
    spoil, code = KEY_FILES[what]
    spoil(desk.folder.keys)
    assert at_every_door(desk, *desk.admin) == {(3, code)}
    assert refused(desk, "check", "--recovery-key-file", desk.recovery_note).error == code


def test_a_slot_slipped_in_from_outside_is_refused(desk: Desk) -> None:
    document = slots_of(desk)
    slots = document["slots"]
    assert isinstance(slots, list)
    slots.append(slots[0])
    desk.folder.keys.write_text(json.dumps(document), encoding="utf-8")
    assert at_every_door(desk, *desk.admin) == {(3, "key_file_tampered")}


def test_another_account_of_the_system_needs_the_recovery_key_first(desk: Desk) -> None:
    shutil.rmtree(desk.state)
    assert at_every_door(desk, *desk.admin) == {(3, "unknown_device")}
    assert not desk.state.exists()


# The database file


def test_a_plain_sqlite_file_is_not_opened(desk: Desk) -> None:
    desk.folder.database.unlink()
    made = subprocess.run(
        [
            "sqlite3",
            desk.folder.database,
            "CREATE TABLE user_account(name TEXT); INSERT INTO user_account VALUES(1)",
        ],
        check=False,
        capture_output=True,
    )
    assert made.returncode == 0
    assert desk.folder.database.read_bytes().startswith(b"SQLite format 3\x00")
    assert at_every_door(desk, *desk.admin) == {(3, "plain_file")}
    assert "restore" in refused(desk, "check", *desk.admin).message


DATABASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "no_facility"),
    "empty": (lambda path: path.write_bytes(b""), "file_damaged"),
    "cut in its first bytes": (lambda path: path.write_bytes(path.read_bytes()[:7]), "file_damaged"),
    "cut in its first page": (lambda path: path.write_bytes(path.read_bytes()[:2000]), "file_damaged"),
    "damaged in its first page": (
        lambda path: path.write_bytes(path.read_bytes()[:100] + b"\x00" * 50 + path.read_bytes()[150:]),
        "file_damaged",
    ),
    "of another salt": (
        lambda path: path.write_bytes(b"\x01" * 16 + path.read_bytes()[16:]),
        "key_file_swapped",
    ),
}


@pytest.mark.parametrize("what", DATABASES)
def test_a_database_that_is_no_good_is_told_as_what_it_is(desk: Desk, what: str) -> None:
    spoil, code = DATABASES[what]
    spoil(desk.folder.database)
    assert at_every_door(desk, *desk.admin) == {(3, code)}


def test_a_folder_in_place_of_the_database_is_told_in_plain_words(desk: Desk) -> None:
    desk.folder.database.unlink()
    desk.folder.database.mkdir()
    assert at_every_door(desk, *desk.admin) == {(3, "disk_fault")}


def test_a_file_of_a_newer_program_is_refused(desk: Desk) -> None:
    with desk.raw() as raw:
        raw.execute("UPDATE alembic_version SET version_num = '20991231_0000'")
    assert at_every_door(desk, *desk.admin) == {(3, "schema_newer")}
    assert "20991231_0000" in refused(desk, "check", *desk.admin).message


def take_back_a_step(desk: Desk) -> tuple[str, str]:
    """Make the file as the program before the newest step left it; (the revision it has then, the newest)."""
    newest = Scripts(migrations_folder())
    former = desk.root / "former"
    shutil.copytree(migrations_folder() / "versions", former / "versions", ignore=shutil.ignore_patterns("__py*"))
    (step,) = (
        path for path in (former / "versions").iterdir() if f'revision = "{newest.head}"' in path.read_text()
    )
    step.unlink()
    scripts, older, data_key = Scripts(former), desk.root / "older.db", desk.data_key
    migrate(older, data_key, scripts, Schema(sa.MetaData(), ()), finish=lambda *_: None)
    with desk.raw() as source, contextlib.closing(connect(older, data_key)) as target:
        target.execute("PRAGMA foreign_keys=OFF")
        there, due = columns(source), columns(target)
        for table in due.keys() & there.keys() - {"alembic_version"}:
            names = ", ".join(f'"{name}"' for name in due[table] if name in there[table])
            rows = source.execute(f'SELECT {names} FROM "{table}"').fetchall()
            target.execute(f'DELETE FROM "{table}"')
            target.executemany(
                f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * (names.count(",") + 1))})', rows
            )
    older.replace(desk.folder.database)
    shutil.rmtree(former)
    return scripts.head, newest.head


def columns(file: Connection) -> dict[str, list[str]]:
    """Names of the columns of each ordinary table; full-text indexes are made anew by every migration."""
    found = file.execute(
        "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c "
        "WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite%' AND c.hidden = 0 "
        "AND t.name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY c.cid"
    ).fetchall()
    tables: dict[str, list[str]] = {}
    for table, column in found:
        tables.setdefault(table, []).append(column)
    return tables


@dataclass(frozen=True)
class Former:
    """A desk as the program before the newest step left it; there, ``moi`` has a one-time password.

    Attributes:
        desk: nobody changes it.
        revision: what the file has.
        newest: what it should have.
        given: the one-time password.
    """

    desk: Desk
    revision: str
    newest: str
    given: str


@pytest.fixture(scope="module")
def former(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Former:
    desk = founded_desk.copy(tmp_path_factory.mktemp("former") / "desk")
    given = desk.done("user", "add", "moi", "--role", "ADMIN", *desk.admin)["one_time_password"]
    return Former(desk, *take_back_a_step(desk), given)


def test_a_file_of_an_older_program_is_refused_until_it_is_migrated(former: Former, tmp_path: Path) -> None:
    desk = former.desk.copy(tmp_path / "desk")
    verbs = every_door(desk, *desk.admin)
    said = all_refused(desk, {verb: words for verb, words in verbs.items() if verb != "migrate"})
    assert {(answer.code, answer.error) for answer in said.values()} == {(3, "schema_older")}
    assert "migrate" in said["check"].message

    done = desk.done(*verbs["migrate"])
    assert (done["from"], done["to"]) == (former.revision, former.newest)
    assert Path(done["backup"]).is_file()
    assert desk.done("check", "--full", *desk.admin)["ok"] is True
    assert desk.trail()[-1] == "upkeep.migrate"
    assert desk.done("backup", "verify", done["backup"], *desk.admin)["verified"] is True
    assert desk.done(*verbs["migrate"]) == {
        "from": former.newest,
        "to": former.newest,
        "backup": None,
    }


def test_a_one_time_password_upgrades_nothing(former: Former, tmp_path: Path) -> None:
    desk = former.desk.copy(tmp_path / "desk")
    answer = desk.ask("migrate", *desk.sign("moi", former.given))
    assert (answer.code, answer.error) == (1, "password_must_change")
    with desk.raw() as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(former.revision,)]
    desk.done("migrate", *desk.admin)
    assert desk.done("check", *desk.admin)["ok"] is True


# The machine


@contextmanager
def fuse_mount(source: Path, target: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """``source`` seen through FUSE at ``target``; where that cannot be mounted, its recorded line stands in."""
    bindfs, unmount = shutil.which("bindfs"), shutil.which("fusermount") or shutil.which("fusermount3")
    is_mounted = (
        bindfs is not None
        and unmount is not None
        and os.access("/dev/fuse", os.R_OK | os.W_OK)
        and subprocess.run([bindfs, source, target], capture_output=True, check=False).returncode == 0
    )
    if not is_mounted:
        record = source.parent / "mountinfo"
        record.write_text(f"42 27 0:39 / {target} rw,nosuid,nodev,relatime - fuse {source} rw,user_id=0\n")
        patch.setattr(folder_module, "MOUNTS", record)
        target.rmdir()
        target.symlink_to(source)
        record.write_text(f"42 27 0:39 / {source} rw,nosuid,nodev,relatime - fuse {source} rw,user_id=0\n")
    try:
        yield
    finally:
        if is_mounted:
            assert unmount is not None
            subprocess.run([unmount, "-u", "-z", target], check=True, capture_output=True)


def test_a_data_folder_on_a_share_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    share = desk.root / "share"
    share.mkdir()
    with fuse_mount(desk.data, share, monkeypatch):
        before = files_of(desk.data, desk.state)
        names = sorted(desk.data.rglob("*"))
        calls = [*every_door(desk, *desk.admin).values(), (*INIT, "--password-file", desk.note(ADMIN_PASSWORD))]
        said = [desk.ask(*words, "--data", share) for words in calls]
        fresh = desk.ask(*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--data", share / "new")
        assert {(answer.code, answer.error) for answer in (*said, fresh)} == {(3, "network_share")}
        assert files_of(desk.data, desk.state) == before
        assert sorted(desk.data.rglob("*")) == names
    monkeypatch.undo()
    assert desk.done("check", *desk.admin)["ok"] is True


def test_a_restore_onto_a_share_is_refused_and_a_backup_onto_one_is_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, share = desk.root / "source", desk.root / "share"
    source.mkdir()
    share.mkdir()
    with fuse_mount(source, share, monkeypatch):
        made = desk.done("backup", "now", "--to", share, *desk.admin)
        assert Path(made["file"]).parent == share
        answer = refused(desk, "restore", made["file"], "--into", share / "data", *desk.admin)
        assert answer.error == "network_share"
        assert [path.name for path in share.iterdir()] == [Path(made["file"]).name]


def test_a_sqlite_that_can_lose_commits_is_refused(
    desk: Desk, empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EnvironmentFault) as refusal:
        require_safe_sqlite((3, 51, 2))
    assert (refusal.value.code, "3.51.3" in refusal.value.message) == ("sqlite_too_old", True)
    monkeypatch.setattr(start, "sqlite_version", lambda: (3, 45, 1))
    monkeypatch.setattr("facility_app.app.founding.sqlite_version", lambda: (3, 45, 1))
    assert at_every_door(desk, *desk.admin) == {(3, "sqlite_too_old")}
    init = empty_desk.ask(*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD))
    assert (init.code, init.error, "3.45.1" in init.message) == (3, "sqlite_too_old", True)
    assert not empty_desk.data.exists()


@contextmanager
def small_disk(place: Path, size: str, patch: pytest.MonkeyPatch) -> Iterator[bool]:
    """A disk of ``size`` mounted at ``place``; where nobody may mount, our own writes say it is full."""
    place.mkdir(parents=True)
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(place)]
    is_mounted = mount is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not is_mounted:
        patch.setattr(os, "write", _full)
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run([unmount or "umount", "-l", place], check=True, capture_output=True)


def _full(*_: object) -> int:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("size", ["4k", "100k", "200k"])
def test_a_full_disk_stops_init_in_plain_words_and_leaves_no_half_facility(
    empty_desk: Desk, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    init = (*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    with small_disk(empty_desk.root / "disk", size, monkeypatch):
        data = empty_desk.root / "disk" / "data"
        answer = empty_desk.ask(*init, "--data", data)
        assert (answer.code, answer.error) == (3, "disk_full")
        assert "đầy" in answer.message
        assert not any((data / name).exists() for name in ("facility.db", "facility.keys", ".new-facility"))
    monkeypatch.undo()
    with tables_at_hand():
        empty_desk.done(*init)
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True


def test_a_disk_that_fills_up_stops_a_save_and_a_backup_and_harms_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = desk.root / "disk"
    with small_disk(disk, "4m", monkeypatch) as is_real:
        shutil.copytree(desk.data, disk / "data")
        here = ("--data", disk / "data")
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            for _ in range(1024 if is_real else 0):
                file.write(bytes(4096))
        if not is_real:
            monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(2_000_000, 2_000_000, 0))
        kept = hashlib.sha256((disk / "data" / "facility.db").read_bytes()).digest()
        saves: list[Words] = [("user", "add", "moi", "--role", "NURSE"), ("rekey", "--reason", "thử")]
        for words in [("backup", "now"), *(saves if is_real else ())]:
            answer = desk.ask(*words, *desk.admin, *here)
            # The driver tells no more than SQLITE_IOERR when not even the index of the log can grow.
            assert (answer.code, answer.error in {"disk_full", "disk_fault"}) == (3, True), answer
            assert "Ổ đĩa" in answer.message
        assert hashlib.sha256((disk / "data" / "facility.db").read_bytes()).digest() == kept
        assert list((disk / "data" / "backups").iterdir()) == []
        filler.unlink()
        assert [row["user"] for row in desk.done("user", "list", *desk.admin, *here)["users"]] == [NURSE, ADMIN]
    monkeypatch.undo()
    assert desk.done("check", *desk.admin)["ok"] is True


# What is already there


def test_a_second_facility_never_goes_into_the_same_folder(desk: Desk) -> None:
    again = (*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    answer = refused(desk, *again)
    assert (answer.code, answer.error, str(desk.data) in answer.message) == (1, "facility_exists", True)
    for left in (desk.folder.database, desk.folder.keys):
        kept = left.read_bytes()
        left.unlink()
        assert refused(desk, *again).error == "facility_exists"
        left.write_bytes(kept)
    assert desk.done("check", *desk.admin)["ok"] is True


def test_a_restore_never_goes_over_anything(desk: Desk, tmp_path: Path) -> None:
    backup = desk.done("backup", "now", *desk.admin)["file"]
    used, file = tmp_path / "used", tmp_path / "file"
    used.mkdir()
    (used / "letter.txt").write_text("mine", encoding="utf-8")
    file.write_text("mine", encoding="utf-8")
    before = files_of(used)
    for into in (used, desk.data):
        answer = refused(desk, "restore", backup, "--into", into, *desk.admin)
        assert (answer.code, answer.error) == (1, "restore_target_not_empty")
    assert refused(desk, "restore", backup, "--into", file, *desk.admin).error == "path_is_file"
    assert files_of(used) == before
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_backup_that_is_no_good_is_told_as_what_it_is(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    backup = Path(desk.done("backup", "now", *desk.admin, "--to", tmp_path / "usb")["file"])
    whole = backup.read_bytes()
    middle = len(whole) // 2
    spoiled = {
        "flipped": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "cut": whole[:middle],
        "empty": b"",
        "another": b"%PDF-1.7 not a backup",
    }
    into = tmp_path / "into"
    for name, content in spoiled.items():
        bad = tmp_path / "usb" / f"{name}.sao"
        bad.write_bytes(content)
        for words in (("backup", "verify", bad), ("restore", bad, "--into", into)):
            answer = refused(desk, *words, *desk.admin)
            assert (answer.code, answer.error, bad.name in answer.message) == (3, "backup_damaged", True), name
    missing = tmp_path / "usb" / "none.sao"
    for words in (("backup", "verify", missing), ("restore", missing, "--into", into)):
        assert refused(desk, *words, *desk.admin).error == "backup_missing"
    assert not into.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "usb"]


def test_a_backup_of_another_facility_is_not_restored_with_our_password(
    desk: Desk, stranger: Desk, tmp_path: Path
) -> None:
    backup = stranger.done("backup", "now", *stranger.admin)["file"]
    answer = refused(desk, "restore", backup, "--into", tmp_path / "into", *desk.admin)
    assert (answer.code, answer.error) == (3, "key_file_swapped")
    assert refused(desk, "backup", "verify", backup, *desk.admin).error == "key_file_swapped"
    assert not (tmp_path / "into").exists()


def test_a_password_that_is_guessed_at_once_is_refused(desk: Desk) -> None:
    for weak in ("123456789", "aaaaaaaaaaaaaaaa"):
        new = ("--new-password-file", desk.note(weak))
        for words in (("user", "password", *desk.nurse), ("user", "reset", NURSE, *desk.admin)):
            assert refused(desk, *words, *new).error == "password_weak"
    assert desk.done("check", *desk.nurse)["ok"] is True


def test_nobody_closes_their_own_account_or_closes_one_without_a_reason(desk: Desk) -> None:
    own = refused(desk, "user", "disable", ADMIN, "--reason", "thử", *desk.admin)
    silent = refused(desk, "user", "disable", NURSE, "--reason", "  ", *desk.admin)
    assert [own.error, silent.error] == ["own_account", "reason_missing"]


@pytest.mark.parametrize("words", [("rekey",), ("rekey", "--recovery"), ("audit", "accept")])
def test_what_needs_a_reason_is_not_done_without_one(desk: Desk, words: Words) -> None:
    answer = refused(desk, *words, "--reason", "   ", *desk.admin)
    assert (answer.code, answer.error) == (1, "reason_missing")
