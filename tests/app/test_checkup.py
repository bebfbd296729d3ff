"""``check`` tells what is amiss with machine, keys, file, trail and backups, and repairs nothing."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from facility_app.app import checkup, outside
from facility_app.db.driver import Connection
from facility_app.db.integrity import Finding, Level
from facility_app.db.rekey import Rekey, rekey
from facility_app.kernel.errors import PermissionDenied
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, NURSE, NURSE_PASSWORD, Desk, files_of

QUIET = {"sqlite_version", "secret_in_file"}
Usage = namedtuple("Usage", "total used free")


def codes(desk: Desk, *, full: bool = False, user: str = ADMIN, password: str = ADMIN_PASSWORD) -> set[str]:
    with desk.open(user, password) as opened:
        return {finding.code for finding in checkup.check(opened, full=full)}


def errors(desk: Desk, *, full: bool = False) -> set[str]:
    with desk.open() as opened:
        return {f.code for f in checkup.check(opened, full=full) if f.level is Level.ERROR}


def test_a_facility_in_order_has_nothing_amiss(desk: Desk) -> None:
    assert codes(desk, full=True) == QUIET | {"backup_none"}
    desk.done("backup", "now", *desk.admin)
    assert codes(desk, full=True) == QUIET


def test_check_repairs_nothing_and_leaves_nothing(desk: Desk) -> None:
    codes(desk)
    before = files_of(desk.data, desk.state)
    codes(desk, full=True)
    assert files_of(desk.data, desk.state) == before


def test_check_is_everyone_s(desk: Desk) -> None:
    assert codes(desk, user=NURSE, password=NURSE_PASSWORD) == QUIET | {"backup_none"}


def test_check_asks_for_the_right_before_it_looks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.open() as opened:
        nobody = type(opened.actor)(opened.actor.user_id, frozenset(), opened.actor.device)
        stranger = type(opened)(
            opened.folder, opened.entered, opened.database, nobody, opened.state_dir, opened._lock
        )
        monkeypatch.setattr(checkup, "_machine", lambda _: pytest.fail("looked"))
        with pytest.raises(PermissionDenied):
            checkup.check(stranger, full=False)


def test_every_finding_is_a_whole_sentence_without_a_name(desk: Desk) -> None:
    with desk.open() as opened:
        opened.entered.key_file.drop_slots(opened.entered.unlocked, NURSE)
        found = checkup.check(opened, full=True)
    assert "accounts_without_slot" in {finding.code for finding in found}
    for finding in found:
        assert "{" not in finding.message
        assert NURSE not in finding.message
        assert finding.message.endswith(".")


def test_versions_name_all_that_matters_to_support() -> None:
    assert checkup.versions().keys() >= {"program", "python", "sqlite", "sqlcipher", "system", *checkup.LIBRARIES}
    assert all(checkup.versions().values())


# The file


def damage_trail(raw: Connection) -> None:
    raw.execute("DROP TRIGGER IF EXISTS audit_entry_no_update")
    for (name,) in raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
    ).fetchall():
        raw.execute(f'DROP TRIGGER "{name}"')
    raw.execute("UPDATE audit_entry SET verb = 'access.reset_password' WHERE seq = 2")


def cut_trail(raw: Connection) -> None:
    for (name,) in raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('audit_entry', 'audit_value')"
    ).fetchall():
        raw.execute(f'DROP TRIGGER "{name}"')
    raw.execute("DELETE FROM audit_value WHERE entry_seq = (SELECT max(seq) FROM audit_entry)")
    raw.execute("DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)")


def drop_capture(raw: Connection) -> None:
    raw.execute("DROP TRIGGER sync_facility_profile_cu")


def break_reference(raw: Connection) -> None:
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("UPDATE user_role SET user_id = 'nobody'")


INJURIES: dict[str, tuple[Callable[[Connection], None], set[str]]] = {
    "an entry of the trail edited": (damage_trail, {"audit_broken"}),
    "the end of the trail cut off": (cut_trail, {"anchor_ahead", "audit_tail_missing"}),
    "a capture trigger dropped": (drop_capture, {"triggers_missing", "capture_dead"}),
    "a reference broken": (break_reference, {"broken_reference"}),
}


@pytest.mark.parametrize("what", INJURIES)
def test_an_injury_of_the_file_is_found_and_check_refuses_to_say_ok(desk: Desk, what: str) -> None:
    injure, due = INJURIES[what]
    with desk.raw() as raw:
        injure(raw)
    who = ("--recovery-key-file", desk.recovery_note)
    answer = desk.ask("check", *who)
    assert (answer.code, answer.document["ok"]) == (1, False)
    assert {f["code"] for f in answer.document["findings"] if f["level"] == "error"} >= due
    plain = desk.say("check", *who)
    assert (plain.code, plain.err, "LỖI: " in plain.out) == (1, "", True)


def test_a_flipped_page_is_found_by_the_full_check_and_never_a_crash(desk: Desk) -> None:
    size = desk.folder.database.stat().st_size
    whole = desk.folder.database.read_bytes()
    # Every page is flipped by the long proof of damage; here a few from all over the file.
    for page in range(1, size // 4096, max(1, size // 4096 // 12)):
        at = page * 4096 + 2000
        desk.folder.database.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        answer = desk.ask("check", "--full", *desk.admin)
        told = answer.error if answer.code == 3 else {f["code"] for f in answer.document["findings"]}
        assert answer.code in {1, 3}, page
        assert "file_damaged" in told, page
    desk.folder.database.write_bytes(whole)
    assert desk.done("check", "--full", *desk.admin)["ok"] is True


def test_an_anchor_that_was_forged_is_told(desk: Desk) -> None:
    anchor = next(desk.state.glob("*.anchor"))
    anchor.write_bytes(anchor.read_bytes().replace(b'"audit_count":', b'"audit_count":9'))
    assert errors(desk) == {"anchor_damaged"}


# Keys, machine, backups


def test_a_rekey_that_stopped_half_way_is_told_and_finished_by_the_next(desk: Desk) -> None:
    class PowerCut(Exception):  # noqa: N818 - what it plays is no error of ours
        pass

    def stop(step: str) -> None:
        if step == "keys_changed":
            raise PowerCut

    with desk.open() as opened:
        entered = opened.entered
    with pytest.raises(PowerCut):
        rekey(Rekey(desk.folder, entered.key_file, entered.unlocked, lambda _: None, at=stop))
    assert "rekey_unfinished" in codes(desk)
    desk.done("rekey", "--reason", "lần trước mất điện", *desk.admin)
    assert "rekey_unfinished" not in codes(desk, full=True)


DISKS = {
    "plenty": (10**12, set[str]()),
    "less than comfortable": (400_000_000, {"disk_short"}),
    "next to nothing": (1000, {"disk_nearly_full"}),
}


@pytest.mark.parametrize("what", DISKS)
def test_room_on_the_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    free, due = DISKS[what]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, free))
    assert codes(desk) & {"disk_short", "disk_nearly_full"} == due


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    class Clock:
        def now(self) -> datetime:
            return moment

    monkeypatch.setattr(outside, "SystemClock", Clock)


def test_a_clock_that_cannot_be_right_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    now = outside.SystemClock().now()
    with desk.open() as opened:
        said: dict[str, set[str]] = {}
        for name, moment in (
            ("empty battery", datetime(2020, 1, 1, tzinfo=UTC)),
            ("an hour back", now - timedelta(hours=1)),
            ("far ahead", datetime(2099, 5, 1, tzinfo=UTC)),
            ("right", now),
        ):
            at(monkeypatch, moment)
            said[name] = {f.code for f in checkup.check(opened, full=False) if f.code.startswith("clock")}
    assert said["empty battery"] == {"clock_behind_program"}
    assert said["an hour back"] <= {"clock_behind_trail", "clock_behind_program"}
    assert said["an hour back"]
    assert said["far ahead"] == {"clock_far_ahead"}
    assert said["right"] <= {"clock_behind_program"}


def test_a_backup_grows_old(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.done("backup", "now", "--to", tmp_path_factory.mktemp("usb"), *desk.admin)
    now = outside.SystemClock().now()

    def told(after: timedelta) -> list[tuple[Level, str]]:
        at(monkeypatch, now + after)
        with desk.open() as opened:
            found: list[Finding] = checkup.check(opened, full=False)
        return [(f.level, f.code) for f in found if f.code.startswith("backup")]

    assert told(timedelta(hours=2)) == [], "one on another disk counts too"
    assert told(timedelta(days=2)) == [(Level.WARNING, "backup_stale")]
    assert told(timedelta(days=9)) == [(Level.ERROR, "backup_old")]
