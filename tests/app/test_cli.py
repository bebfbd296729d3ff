"""The command line's promises to its callers: options anywhere, one answer, exit codes, no questions to nobody."""

import contextlib
import getpass
import io
import json
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typing_extensions import override

from facility_app.app.cli.bare import is_library
from facility_app.app.cli.call import _refuse, run
from facility_app.app.cli.verbs import VERBS
from facility_app.db.audit import ValueChange
from facility_app.db.keyslots.refusals import wrong_password
from facility_app.kernel.dates import LOCAL, parse_utc
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy
from tests.helpers.desk import (
    ADMIN,
    ADMIN_PASSWORD,
    CHEAP,
    INIT,
    NURSE,
    NURSE_PASSWORD,
    Answer,
    Desk,
    files_of,
)
from tests.helpers.processes import ROOT, environment
from tests.helpers.warm import NOBODY_READS, WarmProgram

FAMILIES = {
    "backup": ("now", "verify"),
    "user": ("add", "disable", "reset", "password", "list"),
    "audit": ("list", "show", "verify", "accept", "erase"),
}
ENGLISH_OF_THE_PARSER = ("No such", "Error", "Usage", "Missing", "Invalid", "Got unexpected", "requires")


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class Terminal(io.StringIO):
    """Standard input with somebody before it."""

    @override
    def isatty(self) -> bool:
        return True


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


# The trail, read


def test_the_trail_says_why_and_shows_each_value_before_and_after(desk: Desk) -> None:
    desk.done("user", "disable", NURSE, "--reason", "nghỉ việc", *desk.admin)
    newest = desk.done("audit", "list", "--limit", "1", *desk.admin)["entries"][0]
    assert (newest["verb"], newest["reason"], newest["caused_by"]) == ("access.disable_user", "nghỉ việc", None)
    shown = desk.done("audit", "show", str(newest["seq"]), *desk.admin)
    assert shown["entry"] == newest
    keys = ("place", "column", "privacy", "before", "after", "masked", "erased")
    assert [tuple(value[key] for key in keys) for value in shown["values"]] == [
        (0, "reason", "clinical", None, "nghỉ việc", False, False),
        (1, "is_disabled", "admin", "0", "1", False, False),
    ]
    read = desk.say("audit", "show", str(newest["seq"]), *desk.admin)
    assert (read.code, read.err) == (0, "")
    assert [line.split()[0] for line in read.out.splitlines() if line] == [
        "Số",
        str(newest["seq"]),
        "Số",
        "0",
        "1",
    ]
    assert "nghỉ việc" in desk.say("audit", "list", *desk.admin).out


def test_what_is_private_in_the_trail_is_hidden_in_the_language_of_the_call(desk: Desk) -> None:
    with desk.open() as opened, opened.database.write(opened.actor) as uow:
        with uow.act("probe.note") as act:
            act.note(ValueChange("probe", "r", "result", Privacy.HIV, None, "dương tính"))
        uow.commit()
    seq = str(desk.done("audit", "list", "--limit", "1", *desk.admin)["entries"][0]["seq"])
    for language, mask in (("vi", "(ẩn)"), ("en", "(hidden)")):
        answer = desk.ask("audit", "show", seq, *desk.admin, "--lang", language)
        (value,) = answer.document["values"]
        assert (value["before"], value["after"], value["masked"]) == (None, mask, True)
        plain = desk.say("audit", "show", seq, *desk.admin, "--lang", language)
        assert mask in plain.out
        assert "dương tính" not in answer.out + plain.out


def test_a_value_of_the_trail_is_erased_once_and_the_chain_stays_whole(desk: Desk) -> None:
    desk.done("user", "disable", NURSE, "--reason", "bị bệnh nặng", *desk.admin)
    seq = str(desk.done("audit", "list", "--limit", "1", *desk.admin)["entries"][0]["seq"])
    erase = ("audit", "erase", seq, "0", *desk.admin)
    assert (desk.ask(*erase).code, desk.ask(*erase, "--reason", " ").error) == (2, "reason_missing")
    by_nurse = desk.ask("audit", "erase", seq, "0", "--reason", "x", *desk.nurse)
    assert by_nurse.code == 1, "a closed account"
    assert desk.done(*erase, "--reason", "theo yêu cầu") == {"erased": True, "seq": int(seq), "place": 0}
    again = desk.ask(*erase, "--reason", "theo yêu cầu")
    assert (again.code, again.error, seq in again.message) == (1, "already_erased", True)
    shown = desk.done("audit", "show", seq, *desk.admin)
    assert shown["entry"]["reason"] is None
    assert [(value["after"], value["erased"]) for value in shown["values"]] == [(None, True), ("1", False)]
    assert "(đã xóa)" in desk.say("audit", "show", seq, *desk.admin).out
    assert desk.done("audit", "verify", *desk.admin)["ok"] is True
    assert desk.trail()[-1] == "audit.erase_value"


@pytest.mark.parametrize("words", [("show", "9999"), ("erase", "1", "99", "--reason", "x")])
def test_a_line_or_a_value_that_is_not_there_is_told(desk: Desk, words: tuple[str, ...]) -> None:
    answer = desk.ask("audit", *words, *desk.admin)
    assert (answer.code, answer.error) == (1, "not_found")
    assert words[1] in answer.message


def test_people_read_verbs_in_words_and_times_of_viet_nam_and_programs_ids_and_utc(desk: Desk) -> None:
    desk.done("user", "disable", NURSE, "--reason", "nghỉ việc", *desk.admin)
    newest = desk.done("audit", "list", "--limit", "1", *desk.admin)["entries"][0]
    heads, line = desk.say("audit", "list", "--limit", "1", *desk.admin).out.splitlines()
    assert "Asia/Ho_Chi_Minh" in heads
    assert f"{parse_utc(newest['at']).astimezone(LOCAL):%d/%m/%Y %H:%M:%S}" in line
    assert (newest["verb"], newest["at"][-1]) == ("access.disable_user", "Z")
    assert "Khóa tài khoản" in line
    assert newest["verb"] not in line
    assert "Disable an account" in desk.say("audit", "list", "--limit", "1", *desk.admin, "--lang", "en").out


def test_a_verb_of_another_program_s_trail_is_shown_by_its_id(desk: Desk) -> None:
    with desk.open() as opened, opened.database.write(opened.actor) as uow:
        with uow.act("probe.unheard_of"):
            pass
        uow.commit()
    assert "probe.unheard_of" in desk.say("audit", "list", "--limit", "1", *desk.admin).out


def test_the_list_of_accounts_says_whose_password_was_handed_over(desk: Desk) -> None:
    desk.done("user", "add", "moi", "--role", "NURSE", *desk.admin)
    desk.done("user", "disable", NURSE, *desk.admin)
    state = {line.split()[0]: line for line in desk.say("user", "list", *desk.admin).out.splitlines()}
    assert state["moi"].endswith("mật khẩu dùng một lần, chưa đổi")
    assert state[NURSE.split()[0]].endswith("đã khóa")
    assert "chưa đổi" not in state[ADMIN]


# Wrong usage


WRONG = {
    "unknown verb": (("chek",), "chek"),
    "unknown verb of a family": (("user", "ad"), "ad"),
    "no verb of a family": (("user",), "--help"),
    "no verb at all": ((), "--help"),
    "unknown option": (("check", "--ful"), "--ful"),
    "option without a value": (("check", "--data"), "--data"),
    "missing option": (("init", "--name", "x"), "--code"),
    "missing argument": (("user", "add", "--role", "NURSE"), "TÊN"),
    "missing file": (("backup", "verify"), "TỆP"),
    "missing reason": (("rekey",), "--reason"),
    "one value too many": (("check", "now"), "--help"),
    "a kind there is not": ((*INIT, "--unit-kind", "prison"), "reform_school"),
    "a number out of range": (("audit", "list", "--limit", "0"), "--limit"),
    "a line no trail has": (("audit", "show", str(2**63)), "SỐ_DÒNG"),
    "no number": (("audit", "list", "--limit", "nhiều"), "--limit"),
    "a language there is not": (("check", "--lang", "fr"), "--lang"),
    "a language left out": (("check", "--lang"), "--lang"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_is_told_in_vietnamese_and_names_what_is_wrong(empty_desk: Desk, case: str) -> None:
    words, named = WRONG[case]
    plain = empty_desk.say(*words)
    assert (plain.code, plain.out) == (2, "")
    assert named in plain.err
    assert not any(english in plain.err for english in ENGLISH_OF_THE_PARSER)
    assert plain.err.count("\n") == 1
    answer = empty_desk.ask(*words)
    assert (answer.code, answer.error) == (2, "wrong_usage")
    assert not empty_desk.data.exists()


def test_without_a_terminal_nothing_is_asked(desk: Desk, empty_desk: Desk) -> None:
    said = {
        "--user": desk.ask("check"),
        "--password-file": desk.ask("check", "--user", ADMIN),
        "--new-password-file": desk.ask("user", "password", *desk.nurse),
    }
    assert {option: answer.code for option, answer in said.items()} == dict.fromkeys(said, 2)
    assert all(option in answer.message for option, answer in said.items())
    init = empty_desk.ask(*INIT)
    assert (init.code, "--password-file" in init.message) == (2, True)
    assert not empty_desk.data.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", "\ufeffmật khẩu".encode("utf-16-le"), b"\xff\xfe"],
)
def test_a_password_file_without_a_password_is_wrong_usage(desk: Desk, content: bytes) -> None:
    before = files_of(desk.data)
    answer = desk.ask("check", *desk.sign(ADMIN, content))
    assert (answer.code, answer.error) == (2, "wrong_usage")
    assert "--password-file" in answer.message
    assert files_of(desk.data) == before


def test_a_password_file_that_is_not_there_is_wrong_usage(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        answer = desk.ask("check", "--user", ADMIN, "--password-file", path)
        assert (answer.code, str(path) in answer.message) == (2, True)


def test_a_word_that_is_no_text_is_wrong_usage(empty_desk: Desk) -> None:
    words = [*INIT, "--password-file", str(empty_desk.note(ADMIN_PASSWORD))]
    words[2] = "Cơ sở \udcff"
    answer = empty_desk.ask(*words)
    assert (answer.code, answer.error, "--name" in answer.message) == (2, "wrong_usage", True)
    assert not empty_desk.data.exists()


# Vietnamese as it is typed


TYPED: dict[str, Callable[[str], bytes]] = {
    "NFC": lambda text: text.encode(),
    "NFD": lambda text: nfd(text).encode(),
    "byte order mark and CRLF": lambda text: b"\xef\xbb\xbf" + text.encode() + b"\r\n",
    "NFD, byte order mark, CRLF and a second line": lambda text: (
        b"\xef\xbb\xbf" + nfd(text).encode() + b"\r\nmore\r\n"
    ),
}


def test_a_password_is_the_same_however_it_is_typed(desk: Desk) -> None:
    now = NURSE_PASSWORD
    for number, (form, write) in enumerate(TYPED.items()):
        following = f"Mái nhà ngói đỏ số {number}"
        new = desk.note(write(following), "new")
        changed = desk.ask("user", "password", *desk.sign(nfd(NURSE), write(now)), "--new-password-file", new)
        assert (changed.code, changed.document.get("user")) == (0, NURSE), form
        assert desk.ask("check", *desk.sign(NURSE, following)).code == 0, f"{form}: the new one, typed plainly"
        now = following
    assert desk.ask("check", *desk.sign("dieu duong hanh", nfd(now))).code == 0
    assert desk.ask("check", *desk.sign(NURSE.upper(), now)).code == 0


def test_a_name_and_a_role_are_kept_tidy_however_they_are_typed(desk: Desk) -> None:
    row = desk.done("user", "add", nfd("  Đỗ   Thị  Ơn "), "--role", "nurse", *desk.admin)
    assert (row["user"], row["roles"]) == ("Đỗ Thị Ơn", ["NURSE"])
    assert desk.ask("user", "add", "do thi on", "--role", "NURSE", *desk.admin).error == "user_exists"


# Before a terminal


def before_a_terminal(desk: Desk, typed: str, *words: str | Path) -> Answer:
    """A call with someone at the keyboard; ``typed`` is what the plain questions get."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in desk.environment.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", Terminal(typed))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(word) for word in words], CHEAP)
    return Answer(code, out.getvalue(), err.getvalue())


def keys_in(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let ``answers`` be typed at the hidden questions; the list fills with the questions."""
    asked: list[str] = []
    left = list(answers)

    def typed(prompt: str = "") -> str:
        asked.append(prompt)
        return left.pop(0)

    monkeypatch.setattr(getpass, "getpass", typed)
    return asked


def test_questions_are_asked_away_from_the_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = keys_in(monkeypatch, ADMIN_PASSWORD)
    answer = before_a_terminal(desk, f"{ADMIN}\n", "check", "--json")
    assert (answer.code, answer.document["ok"]) == (0, True)
    assert answer.err == "Tên tài khoản: "
    assert asked == ["Mật khẩu: "]


def test_a_new_password_is_asked_twice(empty_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = keys_in(
        monkeypatch, ADMIN_PASSWORD, "something else", ADMIN_PASSWORD, nfd(ADMIN_PASSWORD), ADMIN_PASSWORD
    )
    init = (*INIT, "--secret-mode", "file", "--json")
    answer = before_a_terminal(empty_desk, "", *init)
    assert (answer.code, answer.error) == (1, "passwords_differ")
    assert asked == ["Mật khẩu mới: ", "Nhập lại mật khẩu mới: "]
    assert not empty_desk.data.exists()


def test_the_reason_for_closing_an_account_is_asked_where_somebody_can_answer(desk: Desk) -> None:
    desk.add_user("thu.kho", NURSE_PASSWORD, "CLERK")
    answer = before_a_terminal(desk, "nghỉ hưu\n", "user", "disable", NURSE, "--yes", *desk.admin, "--json")
    assert (answer.code, answer.err) == (0, "Lý do khóa tài khoản: ")
    blank = before_a_terminal(desk, "  \n", "user", "disable", "thu.kho", "--yes", *desk.admin, "--json")
    assert (blank.code, blank.error) == (1, "reason_missing")
    assert desk.done("user", "disable", "thu.kho", *desk.admin)["disabled"] is True
    entries = desk.done("audit", "list", "--limit", "2", *desk.admin)["entries"]
    assert [entry["reason"] for entry in entries] == ["không nêu lý do", "nghỉ hưu"]


@pytest.mark.usefixtures("ready_tables")
def test_a_new_password_typed_twice_is_compared_as_it_is_kept(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys_in(monkeypatch, ADMIN_PASSWORD, nfd(ADMIN_PASSWORD))
    made = before_a_terminal(empty_desk, "", *INIT, "--secret-mode", "file", "--json")
    assert made.code == 0
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True


def test_closing_an_account_for_good_asks_first_at_a_terminal(desk: Desk, tmp_path: Path) -> None:
    before = desk.trail()
    for no in ("", "không", "k", "c"):
        typed = f"{no}\nnghỉ hưu\n"
        refused = before_a_terminal(desk, typed, "user", "disable", NURSE, *desk.admin, "--json")
        assert (refused.code, refused.error) == (1, "stopped"), no
        assert "không mở lại được" in refused.err
    assert desk.trail() == before
    for number, yes in enumerate(("có", "CÓ", "co", "yes", nfd(" có "))):
        own = desk.copy(tmp_path / str(number))
        closed = before_a_terminal(own, f"{yes}\nnghỉ hưu\n", "user", "disable", NURSE, *own.admin)
        asked = ("không mở lại được" in closed.err, "không mở lại được" in closed.out)
        assert (closed.code, *asked) == (0, True, True), yes


@pytest.mark.parametrize("meant", [("--yes",), ("--reason", "nghỉ hưu")])
def test_who_says_yes_or_why_is_not_asked_whether(desk: Desk, meant: tuple[str, ...]) -> None:
    answer = before_a_terminal(desk, "nghỉ hưu\n", "user", "disable", NURSE, *meant, *desk.admin)
    assert (answer.code, "Gõ “có”" in answer.err) == (0, False)


def test_without_a_terminal_an_account_is_closed_unasked_and_help_says_it_is_for_good(desk: Desk) -> None:
    assert desk.done("user", "disable", NURSE, *desk.admin)["disabled"] is True
    assert "không mở lại được" in " ".join(desk.say("user", "disable", "--help").out.split())


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_stopping_at_a_question_is_no_crash(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def stop(prompt: str = "") -> str:
        raise error

    before = files_of(desk.root)
    monkeypatch.setattr(getpass, "getpass", stop)
    answer = before_a_terminal(desk, f"{ADMIN}\n", "check", "--json")
    assert (answer.code, answer.error) == (1, "stopped")
    assert "Traceback" not in answer.err
    assert files_of(desk.root) == before


def test_stopping_long_work_is_no_crash(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("facility_app.app.care.make_backup", stop)
    plain = desk.say("backup", "now", *desk.admin)
    assert (plain.code, plain.out, plain.err) == (1, "", "Đã dừng theo yêu cầu.\n")
    assert list(desk.folder.backups.iterdir()) == []
    monkeypatch.undo()
    assert desk.done("check", *desk.admin)["ok"] is True


# Secrets that are shown once


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


# The real program


def test_the_real_program_founds_checks_and_refuses_and_says_what_nobody_could_read(
    desk: Desk, empty_desk: Desk
) -> None:
    """One process is begun from nothing; the others begin where everything is read already."""
    note = empty_desk.note(ADMIN_PASSWORD)
    init = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *INIT, "--password-file", note, "--secret-mode", "file", "--json"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(**empty_desk.environment, LC_ALL="C", PYTHONIOENCODING="ascii"),
        check=False,
        timeout=120,
    )
    assert (init.returncode, json.loads(init.stdout)["facility"]["name"]) == (0, "Cơ sở cai nghiện số 1")
    with WarmProgram() as program:
        founds_checks_and_refuses(program, empty_desk)
        the_package_starts_like_the_program(program, empty_desk)
        a_reader_that_goes_away_is_no_crash(program, empty_desk)
        a_password_nobody_was_shown_is_told(program, desk)


def founds_checks_and_refuses(program: WarmProgram, desk: Desk) -> None:
    check = program.call(desk.environment, "check", "--full", *desk.admin, "--json")
    assert (check.code, json.loads(check.out)["ok"], check.err) == (0, True, b"")
    wrong = program.call(desk.environment, "check", *desk.sign(ADMIN, "sai mật khẩu rồi"))
    assert (wrong.code, wrong.out) == (1, b"")
    assert wrong.err.decode() == wrong_password().message + "\n"
    nowhere = program.call(desk.environment, "check", *desk.admin, "--data", desk.root / "none")
    assert (nowhere.code, b"Traceback" in nowhere.err) == (3, False)


def the_package_starts_like_the_program(program: WarmProgram, desk: Desk) -> None:
    asked = program.call(desk.environment, "check")
    assert (asked.code, "--user" in asked.err.decode()) == (2, True)
    assert program.call(desk.environment, "check", start="facility_app") == asked


def a_reader_that_goes_away_is_no_crash(program: WarmProgram, desk: Desk) -> None:
    ended = program.call(desk.environment, "audit", "list", *desk.admin, out=NOBODY_READS)
    assert (ended.code, ended.err) == (1, b"")
    assert list(desk.folder.logs.iterdir()) == []


def a_password_nobody_was_shown_is_told(program: WarmProgram, desk: Desk) -> None:
    for what, out in {"a full disk": "/dev/full", "a reader that went away": NOBODY_READS}.items():
        ended = program.call(desk.environment, "user", "reset", NURSE, *desk.admin, "--json", out=out)
        told = ended.err.decode()
        assert (ended.code, f"user reset {NURSE}" in told, told.count("\n")) == (3, True, 1), what


STOPPED_WHILE_READ = """
import sys

class Stop:
    def find_spec(self, name, *_):
        if name == "sqlalchemy":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
before = {*sys.modules}
from facility_app.app.cli import main
assert not {"click", "json", "re", "sqlalchemy", "typing"} & (sys.modules.keys() - before)
main()
"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check",), "Đã dừng theo yêu cầu."),
        (("check", "--lang", "en"), "Stopped as asked."),
        (("check", "--lang=en", "--json"), "Stopped as asked."),
    ],
)
def test_stopping_while_the_program_is_still_being_read_is_no_crash(
    empty_desk: Desk, words: tuple[str, ...], told: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED_WHILE_READ, *words],
        capture_output=True,
        env=environment(**empty_desk.environment, LC_ALL="C", PYTHONIOENCODING="ascii"),
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    answer = Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
    assert answer.code == 1
    if "--json" in words:
        assert (answer.error, answer.message, answer.err) == ("stopped", told, "")
    else:
        assert (answer.out, answer.err) == ("", f"{told}\n")


BARE = """
import runpy, sys
sys.argv[1:] = [{words}]
sys.path[:] = [place for place in sys.path if "site-packages" not in place]
sys.path.insert(0, ".")
runpy.run_{how}({what!r}, run_name="__main__")
"""


@pytest.mark.parametrize(("how", "what"), [("path", "main.py"), ("module", "facility_app")])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("'check'", "Thiếu thư viện của chương trình"),
        ("'check', '--lang', 'en'", "A library of the program is missing"),
        ("'check', '--json'", "Thiếu thư viện của chương trình"),
    ],
)
def test_outside_the_environment_one_sentence_names_the_way_into_it(
    how: str, what: str, words: str, told: str
) -> None:
    command = [sys.executable, "-S", "-c", BARE.format(words=words, how=how, what=what)]
    ended = subprocess.run(
        command, capture_output=True, env=environment(PYTHONPATH=""), cwd=ROOT, check=False, timeout=60
    )
    answer = Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
    assert answer.code == 3
    sentence = answer.message if "--json" in words else answer.err
    assert sentence.startswith(told)
    assert "python3 installer/dev.py setup" in sentence
    assert "Traceback" not in answer.err
    assert "--json" not in words or (answer.error, answer.err) == ("libraries_missing", "")


def test_a_module_of_our_own_that_is_missing_is_no_missing_library() -> None:
    assert [is_library(name) for name in ("click", "sqlcipher3.dbapi2", "facility_app.app.care", None)] == [
        *(True, True, False, False),
    ]


def test_the_password_in_use_is_no_new_password_however_it_is_typed(desk: Desk) -> None:
    same = desk.note(unicodedata.normalize("NFD", NURSE_PASSWORD))
    answer = desk.ask("user", "password", *desk.nurse, "--new-password-file", same)
    assert (answer.code, answer.error) == (1, "password_same")
    assert desk.done("check", *desk.nurse)["ok"] is True
