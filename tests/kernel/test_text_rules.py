"""A text is kept whole, in one written form, present where it must be, and never longer than its place."""

import unicodedata

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.text_rules import Said, TextRule
from tests.helpers.cases import each

NEEDED = Said("name_missing", label("errors", "Hãy ghi họ và tên."))
LINE = TextRule(5, NEEDED)
NOTE = TextRule(9, has_lines=True)


def refused(rule: TextRule, typed: str | None) -> UserError:
    with pytest.raises(UserError) as refusal:
        rule.kept(typed, "name")
    return refusal.value


def test_a_line_is_kept_composed_with_single_spaces() -> None:
    assert LINE.kept(unicodedata.normalize("NFD", "  Lê\n \u200bAn "), "name") == "Lê An"


def test_a_note_keeps_its_lines() -> None:
    assert NOTE.kept(unicodedata.normalize("NFD", "\n Ổ  gà\n Hà \n"), "note") == "Ổ  gà\n Hà"


@each("typed", [None, "", " \n\u200b "])
def test_an_empty_line_is_refused_where_something_is_needed(typed: str | None) -> None:
    refusal = refused(LINE, typed)
    assert (refusal.code, refusal.fields) == ("name_missing", {"name": NEEDED.text})


@each("typed", [None, "", " \n "])
def test_an_empty_text_is_none_where_it_may_be(typed: str | None) -> None:
    assert NOTE.kept_or_none(typed, "note") is None
    assert NOTE.kept(typed, "note") == ""


def test_the_limit_counts_what_is_kept_not_what_was_typed() -> None:
    assert LINE.kept(unicodedata.normalize("NFD", "ỗ" * 5), "name") == "ỗ" * 5
    refusal = refused(LINE, "ỗ" * 6)
    assert (refusal.code, refusal.params) == ("text_too_long", {"limit": 5, "length": 6})
    assert refusal.message == "Quá dài: tối đa 5 ký tự, đang có 6. Hãy viết ngắn lại."
    assert refusal.fields["name"].format(**refusal.params) == "Quá dài: tối đa 5 ký tự"


def test_half_characters_are_refused_and_not_repeated() -> None:
    refusal = refused(LINE, "A\ud800")
    assert (refusal.code, list(refusal.fields), refusal.params) == ("broken_text", ["name"], {})


def test_a_slice_says_it_in_its_own_words() -> None:
    own = Said(
        "article_missing", label("errors", "Căn cứ cần có từ 1 đến {limit} ký tự."), label("errors", "Cần số")
    )
    rule = TextRule(3, own, own)
    for typed in ("", "abcd"):
        refusal = refused(rule, typed)
        assert (refusal.code, refusal.fields) == ("article_missing", {"name": own.in_field})
        assert refusal.message == "Căn cứ cần có từ 1 đến 3 ký tự."


def test_faults_can_be_gathered_instead_of_raised() -> None:
    text, fault = NOTE.read("x" * 10, "note")
    assert text == "x" * 10
    assert fault is not None
    assert fault.code == "text_too_long"
    assert NOTE.read("x", "note") == ("x", None)
