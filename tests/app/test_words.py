"""Vietnamese is the source; every word of the program has its English, and the call says which is spoken."""

import re
import string
from pathlib import Path

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.words import CATALOGUE, Words, read_catalogue, read_words
from facility_app.db.keyslots import refusals
from facility_app.kernel.labels import Label, filled, label
from installer.words import ROOT, all_labels, read
from tests.helpers.cases import each
from tests.helpers.desk import ADMIN, Desk

PASSWORD_LABEL = label("fields", "Mật khẩu")
TEMPLATE = label("errors", "Thiếu {field}.")
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
 <context><name>errors</name>
  <message><source>Thiếu {field}.</source><translation>{field} is missing.</translation></message>
  <message><source>Sai.</source><translation type="unfinished" /></message>
 </context>
 <context><name>fields</name>
  <message><source>Mật khẩu</source><translation>Password</translation></message>
 </context>
</TS>
"""

CODE = ROOT / "facility_app"


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# The catalogue


def test_every_label_has_its_english_and_none_is_left_over() -> None:
    due, english = all_labels(), read()
    assert [f"{context}: {text}" for context, text in due if not english.get((context, text))] == []
    assert [f"{context}: {text}" for context, text in english if (context, text) not in due] == []


def test_english_keeps_the_placeholders_of_the_vietnamese() -> None:
    finished = {key: text for key, text in read().items() if text}
    assert {key: text for key, text in finished.items() if placeholders(key[1]) != placeholders(text)} == {}


def test_english_is_english() -> None:
    """Letters only Vietnamese has do not stand in a translation, but for names of laws and examples."""
    vietnamese = set("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđĐăĂơƠưƯ")
    allowed = ("20/2020/QĐ-TTg", "19/2025/QĐ-TTg", "Hà Nội", "đồng")
    left = {}
    for key, text in read().items():
        bare = text
        for words in allowed:
            bare = bare.replace(words, "")
        if vietnamese & set(bare):
            left[key] = text
    assert left == {}


def test_program_and_installer_read_the_same_catalogue() -> None:
    assert read_catalogue(resources_folder() / CATALOGUE) == {key: text for key, text in read().items() if text}


# Looking up


@pytest.fixture
def english(tmp_path: Path) -> Words:
    (tmp_path / "i18n").mkdir()
    (tmp_path / CATALOGUE).write_text(TS, encoding="utf-8")
    return read_words("en", tmp_path)


def test_a_template_and_the_labels_in_it_are_translated(english: Words) -> None:
    assert english.fill(TEMPLATE, {"field": PASSWORD_LABEL}) == "Password is missing."
    assert english.fill(TEMPLATE, {"field": "X"}) == "X is missing."


def test_what_the_catalogue_lacks_stays_vietnamese(english: Words) -> None:
    assert english(Label("errors", "Sai.")) == "Sai."
    assert english(Label("other", "Mật khẩu")) == "Mật khẩu", "the context counts"
    assert english("Mật khẩu") == "Mật khẩu", "plain text is nobody's label"


def test_vietnamese_needs_no_catalogue(tmp_path: Path) -> None:
    vietnamese = read_words("vi", tmp_path)
    assert vietnamese.fill(TEMPLATE, {"field": PASSWORD_LABEL}) == "Thiếu Mật khẩu."


# The call


def test_the_same_refusal_in_both_languages(desk: Desk) -> None:
    wrong = desk.sign(ADMIN, "không phải mật khẩu")
    source = refusals.wrong_password().template
    due = read_catalogue(resources_folder() / CATALOGUE)[source.context, str(source)]
    vietnamese, english = desk.ask("check", *wrong), desk.ask("check", *wrong, "--lang", "en")
    assert (vietnamese.code, english.code, vietnamese.error) == (1, 1, english.error)
    assert (vietnamese.message, english.message) == (str(source), due)
    before_the_verb = desk.say("--lang=en", "check", *wrong)
    assert before_the_verb.err == f"{due}\n"


def test_answers_help_and_wrong_usage_speak_english_too(desk: Desk) -> None:
    listed = desk.say("user", "list", *desk.admin, "--lang", "en")
    assert (listed.code, listed.out.splitlines()[0].split()[0]) == (0, "Name")
    explained = desk.say("backup", "now", "--help", "--lang", "en")
    assert (explained.code, explained.out.splitlines()[0].split()[0]) == (0, "Usage:")
    unknown = desk.say("check", "--ful", "--lang", "en")
    assert (unknown.code, unknown.out) == (2, "")
    assert "--ful" in unknown.err
    assert unknown.err.isascii()


def test_json_keys_and_codes_are_the_same_in_both_languages(desk: Desk) -> None:
    def shape(answer: dict[str, object]) -> object:
        findings = answer["findings"]
        assert isinstance(findings, list)
        return sorted(answer), [(f["level"], f["code"], sorted(f)) for f in findings]

    assert shape(desk.done("check", *desk.admin)) == shape(desk.done("check", *desk.admin, "--lang", "en"))


def test_numbers_are_written_one_way_in_every_language() -> None:
    """1.800 ml is 1.800 ml in English too: beside it stands a field that would read 1,800 as not even two."""
    grouped = re.compile(r"\d,\d{3}\b")
    assert {key: text for key, text in read().items() if grouped.search(text) and not grouped.search(key[1])} == {}


def test_one_function_writes_numbers() -> None:
    by_hand = re.compile(r":,[fd]?\}")
    written = {
        path.relative_to(CODE).as_posix()
        for path in CODE.rglob("*.py")
        if by_hand.search(path.read_text(encoding="utf-8"))
    }
    assert written == {"kernel/money.py", "kernel/typed.py"}


def test_a_noun_behind_a_number_has_its_singular() -> None:
    """“1 days” is no English: where one is counted the noun says so too."""
    counted = re.compile(r"\{(?:count|total|rows|days|hours|minutes|months|people|left)\} (?:people|[a-z]+s)\b")
    bare = {key: text for key, text in read().items() if counted.search(text)}
    singular = ("is", "was", "has")
    assert {key: text for key, text in bare.items() if counted.findall(text)[0].split()[-1] not in singular} == {}


@each(
    ("count", "said"),
    [
        (0, "0 people are chosen."),
        (1, "1 person is chosen."),
        ("1", "1 person is chosen."),
        (21, "21 people are chosen."),
    ],
)
def test_one_is_told_from_many(count: object, said: str) -> None:
    assert filled("{count} {count:person is|people are} chosen.", {"count": count}) == said
    assert filled("{count} người", {"count": count}) == f"{count} người"
