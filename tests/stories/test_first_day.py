"""The first day of a facility: README's first hour line by line, then what its people do until the evening."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.helpers.desk import ADMIN_PASSWORD, Answer, Desk

ROOT = Path(__file__).parents[2]
ADMIN = "quantri"
NURSE = "dieuduong1"
NEW_PASSWORD = "mật khẩu mới của tôi"
PROMISED = [
    *("init", "user add", "user password", "backup now", "backup verify", "restore", "check", "audit verify"),
]
COMMAND = re.compile(r"python main\.py ([^`\n]+)")


@pytest.fixture
def empty_desk(tmp_path: Path) -> Desk:
    """A desk at which nothing was founded yet."""
    return Desk(tmp_path / "desk")


def commands(page: str) -> list[list[str]]:
    """Every call a page shows, without its comment."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [shlex.split(line, comments=True) for line in COMMAND.findall(text)]


def first_hour() -> list[list[str]]:
    """README's calls, without the one that only shows how to start."""
    return [words for words in commands("README.md") if words and words[0] != "…"]


def password_of(words: list[str], known: dict[str, str]) -> str:
    return known[words[words.index("--user") + 1]] if "--user" in words else ADMIN_PASSWORD


def test_the_first_hour_of_the_readme_works_as_it_is_written(empty_desk: Desk, tmp_path: Path) -> None:
    known, names, answers = {ADMIN: ADMIN_PASSWORD}, dict[str, str](), list[Answer]()
    for words in first_hour():
        typed = [names.get(word, word) for word in words]
        password = empty_desk.note(password_of(typed, known))
        extra: list[str | Path] = ["--password-file", password, "--json"]
        if words[0] == "init":
            extra += ["--secret-mode", "file"]
        if words[:2] == ["user", "password"]:
            extra += ["--new-password-file", empty_desk.note(NEW_PASSWORD)]
        answer = empty_desk.say(*typed, *extra)
        assert answer.code == 0, (words, answer)
        answers.append(answer)
        known |= {NURSE: answer.document.get("one_time_password", known.get(NURSE, ""))}
        if words[:2] == ["backup", "now"]:
            names = {"FILE": answer.document["file"], "NEW_FOLDER": str(tmp_path / "new folder")}
    verbs = [
        " ".join(words[:2]) if words[1][0] != "-" and words[0] != "restore" else words[0] for words in first_hour()
    ]
    assert [verb for verb in verbs if verb in PROMISED] == PROMISED
    said = dict(zip(verbs, (answer.document for answer in answers), strict=True))
    assert said["init"]["recovery_key_shown"] is True
    assert (said["user add"]["roles"], said["user add"]["must_change_password"]) == (["NURSE"], True)
    assert said["user password"]["must_change_password"] is False
    assert (
        said["backup now"]["verified"] is said["backup verify"]["verified"] is said["restore"]["verified"] is True
    )
    assert said["backup now"]["counts"] == said["backup verify"]["counts"] == said["restore"]["counts"]
    assert said["backup now"]["digest"] == said["backup verify"]["digest"]
    assert said["check"]["ok"] is True
    assert said["audit verify"] == {
        "ok": True,
        "rows": 7,
        "first_bad": None,
        "missing_tail": False,
        "anchored": True,
    }
    spoken = [answer.err for verb, answer in zip(verbs, answers, strict=True) if verb != "init"]
    assert spoken == [""] * len(spoken), "stderr is for what is amiss, and nothing is"


@pytest.mark.parametrize("page", ["README.md", "docs/user/bat-dau.md"])
def test_every_call_a_page_shows_can_be_made(page: str, empty_desk: Desk) -> None:
    shown = commands(page)
    assert len(shown) >= 8
    answers = {" ".join(words): empty_desk.say(*words, "--help") for words in shown if words[0] != "…"}
    assert {call: answer.code for call, answer in answers.items()} == dict.fromkeys(answers, 0)
    assert not empty_desk.data.exists()


def test_a_day_of_keys_and_accounts(empty_desk: Desk, tmp_path: Path) -> None:
    desk, admin = empty_desk, empty_desk.sign("quan.tri", ADMIN_PASSWORD)
    desk.found()

    # Someone leaves: the account closes, with its reason, and its password opens nothing any more.
    disabled = desk.done("user", "disable", "dieu duong hanh", "--reason", "nghỉ việc", *admin)
    assert disabled["disabled"] is True
    assert desk.ask("check", *desk.nurse).error == "wrong_password"

    # A colleague forgets: a one-time password, good for one thing.
    desk.done("user", "add", "thu.quy", "--role", "treasurer", "--role", "AUDITOR", *admin)
    given = desk.done("user", "reset", "thu.quy", *admin)["one_time_password"]
    once = desk.sign("thu.quy", given)
    assert desk.ask("check", *once).error == "password_must_change"
    desk.done("user", "password", *once, "--new-password-file", desk.note(NEW_PASSWORD))
    assert desk.ask("check", *once).error == "wrong_password"
    listed = desk.done("user", "list", *admin)["users"]
    assert [(row["user"], row["roles"], row["disabled"], row["must_change_password"]) for row in listed] == [
        ("Điều dưỡng Hạnh", ["NURSE"], True, False),
        ("quan.tri", ["ADMIN"], False, False),
        ("thu.quy", ["AUDITOR", "TREASURER"], False, False),
    ]

    # Keys are changed: everything opens as before, backups of before too.
    (tmp_path / "usb").mkdir()
    before = desk.done("backup", "now", *admin, "--to", tmp_path / "usb")["file"]
    rekeyed = desk.done("rekey", "--reason", "người giữ máy nghỉ việc", *admin)
    assert Path(rekeyed["backup"]).parent == desk.folder.backups
    assert desk.done("check", "--full", *desk.sign("thu.quy", NEW_PASSWORD))["ok"] is True
    for backup in (before, rekeyed["backup"]):
        assert desk.done("backup", "verify", backup, *admin)["verified"] is True
    assert desk.done("audit", "verify", *admin)["ok"] is True

    # A new recovery key: the printed one of before opens nothing any more.
    fresh = tmp_path / "fresh"
    shown = desk.ask("rekey", "--recovery", "--reason", "in lại", *admin, "--recovery-out", fresh)
    assert (shown.code, shown.document, shown.err) == (
        0,
        {"recovery_key_shown": True, "recovery_key_at": str(fresh)},
        "",
    )
    old, new = ("--recovery-key-file", desk.recovery_note), ("--recovery-key-file", fresh)
    assert desk.ask("check", *old).error == "wrong_recovery_key"
    assert desk.done("check", *new)["ok"] is True
    assert desk.trail()[-6:] == [
        *("upkeep.rekey", "upkeep.rekey", "upkeep.verify_backup", "upkeep.verify_backup"),
        *("upkeep.new_recovery_key", "access.failed_tries"),
    ]


def test_a_new_machine_opens_once_with_the_recovery_key(empty_desk: Desk, tmp_path: Path) -> None:
    empty_desk.found()
    empty_desk.done("backup", "now", *empty_desk.admin)
    backup = next(empty_desk.folder.backups.glob("*.sao"))
    newcomer = empty_desk.elsewhere("new machine")
    by_paper = ("--recovery-key-file", empty_desk.recovery_note)

    assert newcomer.ask("restore", backup, "--into", newcomer.data, *newcomer.admin).error == "unknown_device"
    newcomer.done("restore", backup, "--into", newcomer.data, *by_paper)
    assert newcomer.ask("check", *newcomer.admin).error == "unknown_device"

    chosen = newcomer.note(NEW_PASSWORD)
    reset = newcomer.done("user", "reset", "quan.tri", *by_paper, "--new-password-file", chosen)
    assert (reset["must_change_password"], "one_time_password" in reset) == (False, False)
    here = newcomer.sign("quan.tri", NEW_PASSWORD)
    assert newcomer.done("check", "--full", *here)["ok"] is True
    assert newcomer.done("audit", "verify", *here)["ok"] is True
    who = [entry["user_id"] for entry in newcomer.done("audit", "list", *here)["entries"]]
    assert "recovery" in who

    # The old machine goes on as if nothing had happened.
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True
    assert json.loads(empty_desk.folder.keys.read_bytes())["failed"] == {}
