"""The trail and the accounts, read at a terminal: in words, with what changed, with what is private hidden."""

import pytest

from facility_app.db.audit import ValueChange
from facility_app.kernel.dates import LOCAL, parse_utc
from facility_app.kernel.privacy import Privacy
from tests.helpers.desk import (
    ADMIN,
    NURSE,
    Desk,
)


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
