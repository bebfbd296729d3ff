"""Each refusal under its real condition: its own code, its own words, and not a byte written."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.desk import (
    ADMIN,
    ADMIN_PASSWORD,
    INIT,
    NURSE,
    NURSE_PASSWORD,
    Desk,
    files_of,
    without_counter,
)
from tests.helpers.refused import Words, all_refused, at_every_door, every_door, refused

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
