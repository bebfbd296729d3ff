"""What is typed into the command line: wrong usage, Vietnamese in any encoding, questions and their answers."""

import contextlib
import getpass
import io
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from facility_app.app.cli.call import run
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

ENGLISH_OF_THE_PARSER = ("No such", "Error", "Usage", "Missing", "Invalid", "Got unexpected", "requires")


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class Terminal(io.StringIO):
    """Standard input with somebody before it."""

    @override
    def isatty(self) -> bool:
        return True


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


def test_the_password_in_use_is_no_new_password_however_it_is_typed(desk: Desk) -> None:
    same = desk.note(unicodedata.normalize("NFD", NURSE_PASSWORD))
    answer = desk.ask("user", "password", *desk.nurse, "--new-password-file", same)
    assert (answer.code, answer.error) == (1, "password_same")
    assert desk.done("check", *desk.nurse)["ok"] is True
