"""Secrets a verb makes: where they are shown, whose their files are, how long a password handed over is good."""

from pathlib import Path

from tests.helpers.desk import (
    ADMIN_PASSWORD,
    INIT,
    NURSE,
    NURSE_PASSWORD,
    Desk,
    files_of,
)


def test_a_name_that_is_taken_stops_before_a_recovery_key_is_made(desk: Desk, empty_desk: Desk) -> None:
    taken = empty_desk.note("something of mine", "taken")
    init = (*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    answer = empty_desk.ask(*init, "--recovery-out", taken)
    assert (answer.code, str(taken) in answer.message) == (2, True)
    assert taken.read_text(encoding="utf-8") == "something of mine\n"
    assert not empty_desk.data.exists()

    renewed = desk.ask("rekey", "--recovery", "--reason", "in lại", *desk.admin, "--recovery-out", taken)
    assert (renewed.code, "--recovery-out" in renewed.message) == (2, True)
    assert desk.done("check", "--recovery-key-file", desk.recovery_note)["ok"] is True, (
        "the printed key still opens"
    )


def test_a_refused_verb_leaves_no_empty_file_for_its_secret(desk: Desk, empty_desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "recovery"
    weak = empty_desk.note("ngắn")
    assert empty_desk.ask(*INIT, "--password-file", weak, "--recovery-out", out).error == "password_weak"
    refused = desk.ask("rekey", "--recovery", "--reason", "x", *desk.nurse, "--recovery-out", out)
    assert refused.error == "permission_denied"
    assert not out.exists()


def test_files_with_secrets_are_for_their_owner_alone(desk: Desk) -> None:
    rights = {path.name: path.stat().st_mode & 0o077 for path in (desk.recovery_note, desk.folder.keys)}
    assert rights == {"recovery": 0, "facility.keys": 0}


def test_a_password_handed_over_is_good_for_one_thing(desk: Desk, tmp_path: Path) -> None:
    once = desk.sign(
        "kiem.tra", desk.done("user", "add", "kiem.tra", "--role", "ADMIN", *desk.admin)["one_time_password"]
    )
    before = files_of(desk.data)
    tried = {
        "check": desk.ask("check", *once),
        "user list": desk.ask("user", "list", *once),
        "user add": desk.ask("user", "add", "x", "--role", "NURSE", *once),
        "user reset": desk.ask("user", "reset", NURSE, *once),
        "backup now": desk.ask("backup", "now", *once),
        "backup verify": desk.ask("backup", "verify", tmp_path / "x.sao", *once),
        "audit list": desk.ask("audit", "list", *once),
        "audit verify": desk.ask("audit", "verify", *once),
        "audit accept": desk.ask("audit", "accept", "--reason", "x", *once),
        "rekey": desk.ask("rekey", "--reason", "x", *once),
        "rekey --recovery": desk.ask("rekey", "--recovery", "--reason", "x", *once),
    }
    assert {verb: (answer.code, answer.error) for verb, answer in tried.items()} == dict.fromkeys(
        tried, (1, "password_must_change")
    )
    assert files_of(desk.data) == before
    new = desk.note(NURSE_PASSWORD)
    assert desk.done("user", "password", *once, "--new-password-file", new)["must_change_password"] is False
    assert desk.done("check", *desk.sign("kiem.tra", NURSE_PASSWORD))["ok"] is True
