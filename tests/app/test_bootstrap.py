"""The second step of a start: keys, accounts, trail and anchor agree, whatever happened since the last one."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from facility_app.app import bootstrap
from facility_app.app.care import accept_file
from facility_app.app.start import Password, RecoveryKey
from facility_app.db.keyslots import DEVICE_SECRET_BYTES, DeviceSecret, KeyFile
from facility_app.db.locks import FileLock, vault_lock
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.ports import SecretMode
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, CHEAP, NURSE, NURSE_PASSWORD, Desk, files_of
from tests.helpers.processes import start_python

HOLD = """
import sys
from pathlib import Path
from facility_app.db.locks import vault_lock
with vault_lock(Path(sys.argv[1])).exclusive(0):
    print("held", flush=True)
    sys.stdin.readline()
"""


def slots(desk: Desk) -> int:
    return len(json.loads(desk.folder.keys.read_bytes())["slots"])


def codes(desk: Desk, *words: str) -> tuple[int, set[str]]:
    answer = desk.ask("check", *words)
    return answer.code, {finding["code"] for finding in answer.document["findings"]}


def values_of(desk: Desk, verb: str) -> list[tuple[object, ...]]:
    with desk.raw() as raw:
        return raw.execute(
            "SELECT v.column_name, v.after FROM audit_value v JOIN audit_entry e ON e.seq = v.entry_seq "
            "WHERE e.verb = ? ORDER BY e.seq, v.ord",
            (verb,),
        ).fetchall()


# Who signs in


def test_the_actor_is_the_account_with_its_roles_however_the_name_is_typed(desk: Desk) -> None:
    with desk.open("  DIEU DUONG  hanh", NURSE_PASSWORD) as opened:
        assert opened.actor.roles == frozenset({Role.NURSE})
        assert len(opened.actor.user_id) == 32


def test_the_recovery_key_opens_as_itself_with_the_administrator_s_rights(desk: Desk) -> None:
    who = RecoveryKey(desk.recovery_key)
    with bootstrap.open_facility(desk.folder, who, desk.state, CHEAP) as opened:
        assert (opened.actor.user_id, opened.actor.roles) == ("recovery", frozenset({Role.ADMIN}))
        assert opened.entered.device is None


def test_no_secret_is_shown_when_the_opened_facility_is_printed(desk: Desk) -> None:
    with desk.open() as opened:
        shown = repr(opened) + repr(Password(ADMIN, ADMIN_PASSWORD)) + repr(RecoveryKey(desk.recovery_key))
        key = opened.entered.data_key.key
    assert ADMIN_PASSWORD not in shown
    assert desk.recovery_key not in shown
    assert key.hex() not in shown
    assert repr(key) not in shown


def test_a_refused_start_holds_no_lock(desk: Desk) -> None:
    with pytest.raises(UserError):
        desk.open(ADMIN, "không phải mật khẩu")
    with vault_lock(desk.data).exclusive(0):
        assert desk.folder.database.is_file()
    with desk.open() as opened, pytest.raises(EnvironmentFault) as refusal:
        vault_lock(opened.folder.root).exclusive(0)
    assert refusal.value.code == "vault_busy"
    with vault_lock(desk.data).exclusive(0):
        assert not desk.folder.database.with_name("facility.db-wal").exists()


# Slots and accounts


def put_slot(desk: Desk, name: str) -> None:
    with desk.open() as opened:
        device = opened.entered.device
        assert device is not None
        opened.entered.key_file.put_slot(opened.entered.unlocked, name, NURSE_PASSWORD, device)


def test_a_slot_without_an_account_is_dropped_at_the_next_start_and_the_trail_says_so(desk: Desk) -> None:
    before = slots(desk)
    put_slot(desk, "người lạ")
    assert slots(desk) == before + 1
    desk.open().close()
    assert slots(desk) == before
    assert desk.ask("check", *desk.sign("người lạ", NURSE_PASSWORD)).error == "wrong_password"
    assert values_of(desk, "access.mend_slots") == [("slots_dropped", "1"), ("slots_missing", "")]
    desk.open().close()
    assert len(values_of(desk, "access.mend_slots")) == 2, "once"


def test_the_slot_of_a_closed_account_is_dropped_at_the_next_start(desk: Desk) -> None:
    desk.done("user", "disable", NURSE, "--reason", "nghỉ việc", *desk.admin)
    put_slot(desk, NURSE)
    before = slots(desk)
    desk.open().close()
    assert slots(desk) == before - 1
    assert values_of(desk, "access.mend_slots") == [("slots_dropped", "1"), ("slots_missing", "")]


def test_an_account_without_a_slot_is_told_by_check_and_mended_by_a_reset(desk: Desk) -> None:
    with desk.open() as opened:
        opened.entered.key_file.drop_slots(opened.entered.unlocked, NURSE)
    assert desk.ask("check", *desk.nurse).error == "wrong_password"
    code, found = codes(desk, *desk.admin)
    assert (code, "accounts_without_slot" in found) == (0, True)
    desk.done("user", "reset", NURSE, *desk.admin)
    assert "accounts_without_slot" not in codes(desk, *desk.admin)[1]


def test_an_account_closed_while_its_facility_is_open_neither_reads_nor_writes_any_more(desk: Desk) -> None:
    with desk.open(NURSE, NURSE_PASSWORD) as opened:
        with opened.database.read(opened.actor) as uow:
            assert uow.actor == opened.actor
        desk.done("user", "disable", NURSE, "--reason", "nghỉ việc", *desk.admin)
        for begin in (opened.database.read, opened.database.write):
            with pytest.raises(UserError) as refusal, begin(opened.actor):
                pytest.fail("nobody is let in")
            assert refusal.value.code == "signed_out"


def test_an_actor_with_a_role_the_account_does_not_hold_is_not_admitted(desk: Desk) -> None:
    with desk.open(NURSE, NURSE_PASSWORD) as opened:
        more = replace(opened.actor, roles=opened.actor.roles | {Role.DOCTOR})
        with pytest.raises(UserError) as refusal, opened.database.read(more):
            pytest.fail("nobody is let in")
    assert refusal.value.code == "signed_out"


def test_an_older_key_file_put_back_opens_with_no_password_until_an_officer_accepts_it(desk: Desk) -> None:
    old = desk.folder.keys.read_bytes()
    desk.done("user", "reset", NURSE, "--new-password-file", str(desk.note("Gió lùa qua cửa sổ")), *desk.admin)
    desk.folder.keys.write_bytes(old)
    for who in (desk.nurse, desk.admin):
        answer = desk.ask("check", *who)
        assert (answer.code, answer.error) == (3, "key_file_old")
    recovery = ("--recovery-key-file", str(desk.recovery_note))
    code, found = codes(desk, *recovery)
    assert (code, "key_file_old" in found) == (1, True)
    desk.done("audit", "accept", "--reason", "lấy lại tệp khóa cũ", *recovery)
    assert "key_file_old" not in codes(desk, *desk.admin)[1]


def test_the_recovery_slot_and_slots_of_other_machines_stay(desk: Desk) -> None:
    elsewhere = DeviceSecret(bytes(range(DEVICE_SECRET_BYTES)), SecretMode.FILE)
    with desk.open() as opened:
        KeyFile(desk.folder.keys, CHEAP).put_slot(opened.entered.unlocked, NURSE, NURSE_PASSWORD, elsewhere)
    before = files_of(desk.data)
    desk.open().close()
    assert files_of(desk.data) == before
    assert desk.done("check", "--recovery-key-file", str(desk.recovery_note))["ok"] is True


# The anchor


def test_an_anchor_begins_once_for_each_account_of_the_system(desk: Desk) -> None:
    assert desk.trail().count("upkeep.begin") == 1, "the founding's own"
    desk.open().close()
    assert desk.trail().count("upkeep.begin") == 1


def test_an_anchor_that_is_gone_is_asked_about_not_replaced(desk: Desk) -> None:
    for anchor in desk.state.glob("*.anchor"):
        anchor.unlink()
    assert "anchor_gone" in codes(desk, *desk.admin)[1]
    assert "anchor_gone" in codes(desk, *desk.admin)[1], "one start more must not make it good"
    assert desk.trail().count("upkeep.begin") == 1
    with desk.open() as opened:
        accept_file(opened, "đã xét")
    assert codes(desk, *desk.admin)[1].isdisjoint({"anchor_gone", "anchor_missing", "anchor_damaged"})


def test_a_start_of_a_facility_in_order_writes_nothing(desk: Desk) -> None:
    desk.open().close()
    before = files_of(desk.data, desk.state)
    for user, password in ((ADMIN, ADMIN_PASSWORD), (NURSE, NURSE_PASSWORD)):
        desk.open(user, password).close()
    assert files_of(desk.data, desk.state) == before


def test_a_file_put_back_by_hand_is_told_until_an_officer_accepts_it(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = tmp_path / "facility.db"
    shutil.copy(desk.folder.database, old)
    desk.done("user", "add", "thu.quy", "--role", "TREASURER", *desk.admin)
    shutil.copy(old, desk.folder.database)

    before = slots(desk)
    code, found = codes(desk, *desk.admin)
    assert (code, slots(desk)) == (1, before), "and no door is closed on its word"
    assert found >= {"anchor_ahead", "audit_tail_missing"}
    verdict = desk.ask("audit", "verify", *desk.admin)
    assert (verdict.code, verdict.document["ok"], verdict.document["missing_tail"]) == (1, False, True)
    assert desk.say("check", *desk.admin).code == 1

    epochs = epochs_of(desk)
    assert desk.done("audit", "accept", "--reason", "máy hỏng, chép lại tệp cũ", *desk.admin) == {"accepted": True}
    caplog.clear()  # while it disagreed, the anchor was left as evidence, and the log says so
    assert codes(desk, *desk.admin)[0] == 0
    assert desk.done("audit", "verify", *desk.admin)["ok"] is True
    after = epochs_of(desk)
    assert (len(after), after[:-1], after[-1][1]) == (len(epochs) + 1, epochs, "accepted")
    assert "upkeep.accept_file" in desk.trail()
    assert slots(desk) == before - 1, "now its word counts: the one who came since is nobody"
    assert codes(desk, *desk.admin, "--full")[0] == 0


def epochs_of(desk: Desk) -> list[tuple[object, ...]]:
    with desk.raw() as raw:
        return raw.execute("SELECT n, reason FROM sync_epoch ORDER BY n").fetchall()


def test_evidence_stays_while_others_work_on_a_file_put_back(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = tmp_path / "facility.db"
    shutil.copy(desk.folder.database, old)
    desk.done("user", "add", "thu.quy", "--role", "TREASURER", *desk.admin)
    shutil.copy(old, desk.folder.database)
    for name in ("mot", "hai", "ba", "bon"):
        desk.done("user", "add", name, "--role", "TREASURER", *desk.admin)
    caplog.clear()
    code, found = codes(desk, *desk.admin)
    assert code == 1
    assert found & {"anchor_ahead", "anchor_disagrees", "audit_broken", "audit_tail_missing"}


# Several of everything


@contextmanager
def held_elsewhere(desk: Desk) -> Iterator["subprocess.Popen[str]"]:
    """Another process has the vault for itself."""
    with start_python(HOLD, desk.data) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield other
        finally:
            other.stdin.close()


def test_a_start_while_another_process_has_the_vault_alone_says_so_after_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(bootstrap, "vault_lock", lambda root: FileLock(vault_lock(root).path, waited.append))
    with held_elsewhere(desk):
        answer = desk.ask("check", *desk.admin)
    assert (answer.code, answer.error) == (3, "vault_busy")
    assert 9 < sum(waited) < 11
    assert desk.done("check", *desk.admin)["ok"] is True


def test_a_start_waits_until_the_other_process_is_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with held_elsewhere(desk) as other:

        def finish(_: float) -> None:
            assert other.stdin is not None
            other.stdin.close()
            other.wait(30)

        monkeypatch.setattr(bootstrap, "vault_lock", lambda root: FileLock(vault_lock(root).path, finish))
        assert desk.done("check", *desk.admin)["ok"] is True
        assert other.returncode == 0


def test_any_number_of_calls_share_the_vault_and_rekey_waits_for_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facility_app.db.rekey.vault_lock", lambda root: FileLock(root / "facility.lock", len_of))
    with desk.open(NURSE, NURSE_PASSWORD), desk.open():
        assert desk.done("user", "add", "moi", "--role", "NURSE", *desk.admin)["user"] == "moi"
        assert desk.ask("rekey", "--reason", "thử", *desk.admin).error == "vault_busy"
    assert desk.done("rekey", "--reason", "thử", *desk.admin)["rekeyed"] is True
    assert codes(desk, *desk.admin)[0] == 0


def len_of(_: float) -> None:
    """Let no time pass."""


def test_two_facilities_of_one_account_do_not_disturb_each_other(desk: Desk, stranger: Desk) -> None:
    other = stranger
    secret = (desk.state / "device-secret").read_bytes()
    words = ("--data", str(other.data))
    # From here on both use the same state folder, as two folders of one person do.
    by_paper = ("--recovery-key-file", str(other.recovery_note))
    desk.done("user", "reset", ADMIN, *by_paper, *words, "--new-password-file", str(desk.note(ADMIN_PASSWORD)))
    for write in (("backup", "now"), ("user", "reset", NURSE)):
        # The one's mark is moved between two writes of the other.
        desk.done(*write, *desk.admin)
        desk.done(*write, *desk.admin, *words)
    for own in ((), words):
        assert codes(desk, *desk.admin, *own)[0] == 0
        assert desk.done("audit", "verify", *desk.admin, *own)["ok"] is True
    assert (desk.state / "device-secret").read_bytes() == secret
    assert len(list(desk.state.glob("*.anchor"))) == 2


def test_a_restored_copy_and_its_original_have_anchors_of_their_own(desk: Desk, tmp_path: Path) -> None:
    backup = desk.done("backup", "now", *desk.admin)["file"]
    desk.done("restore", backup, "--into", tmp_path / "copy", *desk.admin)
    copy = ("--data", str(tmp_path / "copy"))
    for write in (("backup", "now"), ("user", "reset", NURSE)):
        desk.done("user", "list", *desk.admin, *copy)
        desk.done(*write, *desk.admin, *copy)
        desk.done(*write, *desk.admin)
    for words in ((), copy):
        assert codes(desk, *desk.admin, *words)[0] == 0
        assert desk.done("audit", "verify", *desk.admin, *words)["ok"] is True
    assert len(list(desk.state.glob("*.anchor"))) == 2
    assert "upkeep.restore" not in desk.trail()
    told = desk.done("audit", "list", *desk.admin, *copy)["entries"]
    assert "upkeep.restore" in [entry["verb"] for entry in told]
