"""The command line's promises to its callers: options anywhere, one answer, exit codes, no questions to nobody."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from facility_app.app.cli.call import _refuse
from facility_app.app.cli.verbs import VERBS
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from tests.helpers.desk import (
    ADMIN,
    ADMIN_PASSWORD,
    INIT,
    NURSE,
    NURSE_PASSWORD,
    Desk,
)

FAMILIES = {
    "backup": ("now", "verify"),
    "user": ("add", "disable", "reset", "password", "list"),
    "audit": ("list", "show", "verify", "accept", "erase"),
}


# Options


def test_global_options_are_taken_before_and_after_the_verb(desk: Desk, tmp_path: Path) -> None:
    elsewhere = {"FACILITY_APP_DATA": str(tmp_path / "nothing here")}
    options = ("--data", str(desk.data), *desk.admin, "--json")
    before = desk.say(*options, "user", "list", **elsewhere)
    between = desk.say("user", *options, "list", **elsewhere)
    after = desk.say("user", "list", *options, **elsewhere)
    mixed = desk.say("--json", "--data", desk.data, "user", *desk.admin[:2], "list", *desk.admin[2:], **elsewhere)
    assert before.code == 0
    assert before == between == after == mixed
    assert [row["user"] for row in before.document["users"]] == [NURSE, ADMIN]


def test_the_data_folder_comes_from_the_option_before_the_variable(desk: Desk, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert desk.ask("check", "--data", nowhere, *desk.admin).error == "no_facility"
    assert desk.say("check", *desk.admin, "--json", FACILITY_APP_DATA=str(nowhere)).error == "no_facility"
    assert not nowhere.exists()


def test_the_log_lies_in_the_data_folder_named_after_the_verb(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = desk.elsewhere("other")
    other.data.joinpath("logs").mkdir(parents=True)
    old = tmp_path / "old.db"
    shutil.copy(desk.folder.database, old)
    desk.add_user("thu.kho", NURSE_PASSWORD, "CLERK")
    shutil.copy(old, desk.folder.database)
    desk.done("backup", "now", *desk.admin, "--data", desk.data)
    answer = desk.say("user", "list", *desk.admin, "--data", desk.data, FACILITY_APP_DATA=str(other.data))
    assert answer.code == 0
    caplog.clear()  # the anchor that disagrees is what the log is about
    assert list(other.folder.logs.iterdir()) == []
    assert "anchor" in (desk.folder.logs / "facility.log").read_text(encoding="utf-8")


# Answers


def test_json_is_one_document_on_stdout_and_nothing_else_anywhere(desk: Desk) -> None:
    answer = desk.say("check", *desk.admin, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == json.dumps(answer.document, ensure_ascii=False, indent=2) + "\n"
    assert set(answer.document) == {"ok", "findings", "versions"}
    assert {"level", "code", "message"} == set(answer.document["findings"][0])


def test_people_get_sentences_and_tables_on_stdout(desk: Desk) -> None:
    answer = desk.say("user", "list", *desk.admin)
    assert (answer.code, answer.err) == (0, "")
    heads, nurse, admin = answer.out.splitlines()
    assert heads.split() == ["Tên", "Vai", "trò", "Tình", "trạng"]
    assert nurse.startswith(NURSE)
    assert nurse.endswith("Điều dưỡng")
    assert admin.split()[0] == ADMIN


@pytest.mark.usefixtures("ready_tables")
def test_init_shows_the_recovery_key_once_and_never_on_stdout_with_json(empty_desk: Desk) -> None:
    init = (*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    answer = empty_desk.say(*init, "--json")
    assert answer.code == 0
    assert answer.document["facility"] == {
        "code": "G01.28.12",
        "name": "Cơ sở cai nghiện số 1",
        "province": "01",
        "unit_kind": "public",
    }
    assert answer.document["db"] == str(empty_desk.folder.database)
    assert answer.document["recovery_key_shown"] is True
    key = next(line.strip() for line in answer.err.splitlines() if line.strip().count("-") == 8)
    assert key not in answer.out
    assert "chế độ yếu hơn" in answer.err, "the weaker mode is said"
    by_paper = ("--recovery-key-file", empty_desk.note(key.lower().replace("-", " ")))
    assert empty_desk.done("check", *by_paper)["ok"] is True


@pytest.mark.usefixtures("ready_tables")
def test_init_for_people_shows_the_recovery_key_on_stdout(empty_desk: Desk) -> None:
    init = (*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    answer = empty_desk.say(*init)
    assert answer.code == 0
    assert answer.out.count("KHÓA KHÔI PHỤC (chỉ hiện một lần)") == 1
    assert "cất trong két" in answer.out


def test_exit_codes_tell_refused_from_wrong_usage_from_a_fault(desk: Desk, tmp_path: Path) -> None:
    wrong = desk.sign(ADMIN, "không phải mật khẩu")
    refused = desk.ask("check", *wrong)
    usage = desk.ask("check", "--nothing")
    fault = desk.ask("check", *desk.admin, "--data", tmp_path / "none")
    assert [(a.code, a.error) for a in (refused, usage, fault)] == [
        (1, "wrong_password"),
        (2, "wrong_usage"),
        (3, "no_facility"),
    ]
    for answer in (refused, usage, fault):
        assert set(answer.document["error"]) == {"code", "message", "fields"}
        assert answer.err == ""
    plain = desk.say("check", *wrong)
    assert (plain.code, plain.out, plain.err) == (1, "", refused.message + "\n")


def test_a_refusal_names_the_field_that_is_wrong(desk: Desk) -> None:
    weak = desk.ask("user", "add", "moi", "--role", "NURSE", *desk.admin, "--new-password-file", desk.note("ngắn"))
    assert (weak.code, weak.error) == (1, "password_weak")
    assert list(weak.document["error"]["fields"]) == ["password"]
    role = desk.ask("user", "add", "moi", "--role", "NHANVIEN", *desk.admin)
    assert (role.error, list(role.document["error"]["fields"])) == ("bad_role", ["role"])
    assert "NHANVIEN" in role.message
    unknown = desk.ask("user", "disable", "ai do", "--reason", "x", *desk.admin)
    assert (unknown.error, list(unknown.document["error"]["fields"])) == ("no_such_user", ["name"])


def test_of_several_faults_a_terminal_names_each_field_too() -> None:
    told = Faults()
    told.add("field_missing", "to", label("errors", "Cần ghi"))
    told.add("number_out_of_range", "days", label("errors", "Từ 1 đến {most}"), most=15)
    with pytest.raises(UserError) as refused:
        told.refuse()
    heard: list[str] = []
    words = SimpleNamespace(fill=lambda text, params: str(text).format(**params))
    frame: Any = SimpleNamespace(words=words, refuse=lambda _document, message: heard.append(message))
    assert _refuse(frame, refused.value) == 1
    assert heard[0].splitlines()[1:] == ["  to: Cần ghi", "  days: Từ 1 đến 15"]
    # One fault is a sentence of its own.
    assert _refuse(frame, UserError("x", label("errors", "Hỏng"), fields={"to": label("errors", "Hỏng")})) == 1
    assert heard[1] == "Hỏng"


def test_the_message_at_a_field_is_filled_in_and_translated(desk: Desk) -> None:
    weak = ("user", "add", "moi", "--role", "NURSE", *desk.admin, "--new-password-file", str(desk.note("ngắn")))
    vietnamese, english = desk.ask(*weak), desk.ask(*weak, "--lang", "en")
    for answer, words in ((vietnamese, "ít nhất 10 ký tự"), (english, "at least 10 characters")):
        field = answer.document["error"]["fields"]["password"]
        assert words in field
        assert field == answer.message


# Help


@pytest.mark.parametrize(
    "verb", [(), *((verb,) for verb in VERBS), *((a, b) for a in FAMILIES for b in FAMILIES[a])]
)
def test_every_verb_explains_itself_in_vietnamese(empty_desk: Desk, verb: tuple[str, ...]) -> None:
    answer = empty_desk.say(*verb, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Cách dùng: {' '.join(('facility-app', *verb))}")
    assert not any(
        word in answer.out for word in ("Usage", "Options", "Show this", "TEXT", "PATH", "required", "default")
    )
    assert not any(line.strip() in {"NAME", "FILE"} for line in answer.out.splitlines())
