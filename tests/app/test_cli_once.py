"""A secret shown once is kept or read before it counts; that nobody could read one is never kept silent."""

import contextlib
import errno
import io
import json
import os
from pathlib import Path
from unittest.mock import patch

import pytest
from typing_extensions import override

from facility_app.app import founding, leftovers
from facility_app.app.cli import once
from facility_app.app.cli.call import run
from facility_app.db import durable
from facility_app.db.keyslots import KeyFile
from facility_app.db.keyslots.storage import KeyStorage
from tests.helpers.desk import ADMIN_PASSWORD, CHEAP, INIT, NURSE, Answer, Desk, files_of

pytestmark = pytest.mark.usefixtures("ready_tables")

RENEW = ("rekey", "--recovery", "--reason", "in lại")


class Deaf(io.StringIO):
    """A stream onto a full disk."""

    @override
    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def into_nothing(desk: Desk, *words: str | Path, deaf: str = "stdout") -> Answer:
    """A call whose stdout or stderr takes nothing."""
    streams = {"stdout": io.StringIO(), "stderr": io.StringIO()}
    streams[deaf] = Deaf()
    with (
        patch.dict(os.environ, desk.environment),
        patch("sys.stdin", io.StringIO()),
        contextlib.redirect_stdout(streams["stdout"]),
        contextlib.redirect_stderr(streams["stderr"]),
    ):
        code = run([str(word) for word in words], CHEAP)
    return Answer(code, streams["stdout"].getvalue(), streams["stderr"].getvalue())


def init_words(desk: Desk) -> tuple[str | Path, ...]:
    return (*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")


def opens(desk: Desk, note: Path) -> bool:
    return desk.ask("check", "--recovery-key-file", note).code == 0


def fault(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def shown_key(text: str) -> str:
    return next(line.strip() for line in text.splitlines() if line.strip().count("-") == 8)


# The recovery key in a file


def test_the_recovery_key_stands_on_disk_before_the_facility_is_moved_in(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, seen = tmp_path / "recovery", []

    def move_in(folder: object) -> None:
        seen.append((out.read_text(encoding="utf-8").count("-"), empty_desk.folder.database.exists()))
        leftovers.move_in(empty_desk.folder)

    monkeypatch.setattr(founding, "move_in", move_in)
    made = empty_desk.done(*init_words(empty_desk), "--recovery-out", out)
    assert seen == [(8, False)]
    assert (made["recovery_key_shown"], made["recovery_key_at"]) == (True, str(out))
    assert opens(empty_desk, out)


def test_a_recovery_key_the_disk_refuses_founds_nothing(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "recovery"
    monkeypatch.setattr(once, "sync_folder", fault)
    answer = empty_desk.ask(*init_words(empty_desk), "--recovery-out", out)
    assert (answer.code, answer.error) == (3, "disk_full")
    assert not out.exists()
    assert not empty_desk.folder.database.exists()
    assert not empty_desk.folder.keys.exists()
    monkeypatch.undo()
    empty_desk.done(*init_words(empty_desk), "--recovery-out", out)
    assert opens(empty_desk, out)


def test_a_recovery_key_the_disk_refuses_leaves_the_old_sheet_valid(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, before = tmp_path / "recovery", desk.folder.keys.read_bytes()
    monkeypatch.setattr(once, "sync_folder", fault)
    answer = desk.ask(*RENEW, *desk.admin, "--recovery-out", out)
    assert (answer.code, answer.error) == (3, "disk_full")
    assert not out.exists()
    assert desk.folder.keys.read_bytes() == before
    assert opens(desk, desk.recovery_note)


def test_a_new_recovery_key_stands_on_disk_before_the_key_file_changes(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, seen, change = tmp_path / "recovery", [], KeyStorage.change

    def watched(self: KeyStorage, *arguments: object, **named: object) -> None:
        seen.append(out.read_text(encoding="utf-8").count("-"))
        change(self, *arguments, **named)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(KeyStorage, "change", watched)
    assert desk.done(*RENEW, *desk.admin, "--recovery-out", out)["recovery_key_at"] == str(out)
    assert seen == [8]
    assert opens(desk, out)


@pytest.mark.parametrize("in_file", [True, False])
def test_a_key_change_that_fails_says_that_the_old_sheet_is_the_valid_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_file: bool
) -> None:
    out, before = tmp_path / "recovery", desk.folder.keys.read_bytes()
    monkeypatch.setattr("facility_app.db.keyslots.storage.write_whole", refuse_disk)
    answer = desk.ask(*RENEW, *desk.admin, *(("--recovery-out", out) if in_file else ()))
    assert (answer.code, answer.error) == (3, "disk_full")
    assert "KHÔNG có hiệu lực; tờ khóa cũ vẫn dùng được" in answer.message
    assert "đầy" in answer.message, "and why"
    assert not out.exists()
    monkeypatch.undo()
    assert desk.folder.keys.read_bytes() == before
    assert opens(desk, desk.recovery_note)
    if not in_file:
        assert not opens(desk, desk.note(shown_key(answer.err)))
    shown = desk.done("audit", "list", "--limit", "20", *desk.admin)["entries"]
    renewed = [entry["seq"] for entry in shown if entry["verb"] == "upkeep.new_recovery_key"]
    values = desk.done("audit", "show", str(renewed[0]), *desk.admin)["values"]
    assert "failed" in [value["after"] for value in values], "the trail takes back what it said first"


def refuse_disk(path: Path, *_: object, **__: object) -> None:
    raise durable.as_fault(OSError(errno.ENOSPC, "No space left on device"), path.name)


def test_a_change_whose_last_sync_failed_has_happened_and_its_key_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "recovery"

    def written_but_not_synced(path: Path, data: bytes) -> None:
        durable.write_whole(path, data)
        refuse_disk(path)

    monkeypatch.setattr("facility_app.db.keyslots.storage.write_whole", written_but_not_synced)
    desk.done(*RENEW, *desk.admin, "--recovery-out", out)
    monkeypatch.undo()
    assert opens(desk, out)


def test_stopping_in_the_middle_of_a_key_change_keeps_both_sheets(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, change = tmp_path / "recovery", KeyFile.new_recovery

    def stop(self: KeyFile, *arguments: object) -> str:
        change(self, *arguments)  # type: ignore[arg-type] # passed on as they came
        raise KeyboardInterrupt

    monkeypatch.setattr(KeyFile, "new_recovery", stop)
    answer = desk.ask(*RENEW, *desk.admin, "--recovery-out", out)
    assert (answer.code, answer.error) == (1, "stopped")
    assert "giữ cả tờ này lẫn tờ cũ" in answer.err
    assert opens(desk, out)


def test_a_founding_cut_off_between_its_two_moves_keeps_its_recovery_key(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "recovery"

    def move(source: Path, target: Path) -> None:
        if source.name == "facility.keys":
            raise OSError(errno.EIO, "Input/output error")
        durable.move(source, target)

    monkeypatch.setattr(leftovers, "move", move)
    answer = empty_desk.ask(*init_words(empty_desk), "--recovery-out", out)
    assert (answer.code, answer.error, "Hãy giữ khóa khôi phục" in answer.err) == (3, "disk_fault", True)
    monkeypatch.undo()
    assert opens(empty_desk, out)


def test_a_founding_that_fails_after_its_key_was_shown_says_the_key_opens_nothing(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "recovery"
    monkeypatch.setattr(founding, "move_in", fault)
    for where in (("--recovery-out", out), ()):
        answer = empty_desk.ask(*init_words(empty_desk), *where)
        assert (answer.code, answer.error) == (3, "disk_full")
        assert "khóa khôi phục vừa ghi hoặc vừa hiện không dùng được" in answer.message
        assert not out.exists()


def test_a_recovery_key_never_goes_into_the_data_folder_it_opens(desk: Desk, empty_desk: Desk) -> None:
    before = files_of(desk.root)
    linked = desk.root / "linked"
    linked.symlink_to(desk.data)
    for out in (desk.data / "key", desk.folder.backups / "key", linked / "key", desk.data / ".." / "data" / "key"):
        answer = desk.ask(*RENEW, *desk.admin, "--recovery-out", out)
        assert (answer.code, answer.error) == (1, "target_inside_data")
    linked.unlink()
    assert files_of(desk.root) == before
    answer = empty_desk.ask(*init_words(empty_desk), "--recovery-out", empty_desk.data / "key")
    assert answer.error == "target_inside_data"
    assert not empty_desk.data.exists()


# The recovery key on the screen


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_recovery_key_nobody_can_read_founds_nothing(empty_desk: Desk, options: tuple[str, ...]) -> None:
    deaf = "stderr" if options else "stdout"
    answer = into_nothing(empty_desk, *init_words(empty_desk), *options, deaf=deaf)
    assert answer.code == 3
    if options:
        assert answer.error == "not_shown"
    told = answer.message if options else answer.err
    assert "--recovery-out" in told
    assert not empty_desk.folder.database.exists()
    assert not empty_desk.folder.keys.exists()


def test_a_recovery_key_nobody_can_read_leaves_the_old_sheet_valid(desk: Desk) -> None:
    before = desk.folder.keys.read_bytes()
    answer = into_nothing(desk, *RENEW, *desk.admin)
    assert (answer.code, "khóa cũ, nếu có, vẫn còn hiệu lực" in answer.err) == (3, True)
    assert desk.folder.keys.read_bytes() == before
    assert opens(desk, desk.recovery_note)


def test_programs_learn_where_the_recovery_key_was_shown_and_help_says_it_too(
    desk: Desk, empty_desk: Desk
) -> None:
    for answer in (empty_desk.ask(*init_words(empty_desk)), desk.ask(*RENEW, *desk.admin)):
        assert answer.document["recovery_key_at"] == "stderr"
        assert shown_key(answer.err) not in answer.out
    for verb in ("init", "rekey"):
        assert "với --json thì ở stderr" in " ".join(desk.say(verb, "--help").out.split())


@pytest.mark.parametrize("verb", ["init", "rekey"])
def test_an_answer_lost_after_the_key_counts_names_the_way_to_another(
    desk: Desk, empty_desk: Desk, tmp_path: Path, verb: str
) -> None:
    at, words = (desk, (*RENEW, *desk.admin)) if verb == "rekey" else (empty_desk, init_words(empty_desk))
    answer = into_nothing(at, *words, "--recovery-out", tmp_path / "recovery", "--json")
    assert answer.code == 3
    assert "rekey --recovery" in answer.err
    assert opens(at, tmp_path / "recovery")


# One-time passwords


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_one_time_password_nobody_could_read_names_the_way_to_another(
    desk: Desk, options: tuple[str, ...]
) -> None:
    calls = (("user", "add", "moi", "--role", "NURSE"), ("user", "reset", NURSE))
    for words in calls:
        answer = into_nothing(desk, *words, *desk.admin, *options)
        name = words[2]
        assert (answer.code, f"user reset {name}" in answer.err) == (3, True)
    assert "one_time_password" in desk.done("user", "reset", "moi", *desk.admin)


def test_a_closed_stdout_gets_no_one_time_password_and_says_so(desk: Desk) -> None:
    err = io.StringIO()
    with (
        patch.dict(os.environ, desk.environment),
        patch("sys.stdin", io.StringIO()),
        patch("sys.stdout", None),
        contextlib.redirect_stderr(err),
    ):
        code = run(["user", "reset", NURSE, *desk.admin, "--json"], CHEAP)
    assert (code, f"user reset {NURSE}" in err.getvalue()) == (3, True)


def test_an_answer_without_a_secret_that_is_lost_is_told_too(desk: Desk) -> None:
    answer = into_nothing(desk, "user", "list", *desk.admin)
    assert (answer.code, "không ghi được câu trả lời" in answer.err) == (3, True)


def test_two_deaf_streams_are_no_crash(desk: Desk) -> None:
    with (
        patch.dict(os.environ, desk.environment),
        patch("sys.stdin", io.StringIO()),
        patch("sys.stdout", Deaf()),
        patch("sys.stderr", Deaf()),
    ):
        code = run(["user", "reset", NURSE, *desk.admin], CHEAP)
    assert code == 3


def test_a_password_that_was_shown_is_shown_once_and_whole(desk: Desk) -> None:
    given = desk.say("user", "reset", NURSE, *desk.admin)
    assert (given.code, given.err, given.out.count("Mật khẩu dùng một lần")) == (0, "", 1)
    assert json.loads(desk.say("user", "reset", NURSE, *desk.admin, "--json").out)["one_time_password"]
