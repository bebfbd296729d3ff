"""Each form says the decree's words, line by line; nothing of what is known about them is printed."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from facility_app.documents.forms.fields import FieldSpec, Payload, Value
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.documents.forms.wording import FOOTNOTE_MARKS
from facility_app.kernel.dates import LOCAL
from tests.documents.forms.samples import GOLDEN, IDS, LIBRARY, filled, nothing, printed, undecided
from tests.documents.reading import NAMES, assert_on_paper, embedded_count, faces, pages_text
from tests.helpers.cases import each

PLACE = re.compile(r"\{(\w+)\}")
DOTS = r"[./ ]*"


def official(form_id: str, *, is_blank: bool) -> list[str]:
    """The wording as it was taken from the decree.

    A line after ``#`` is a drawn rule or a prompt; one after ``?`` tells what to write, and stands until it is
    written.
    """
    lines = (GOLDEN / f"{form_id}.txt").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#") and (is_blank or not line.startswith("? "))]
    return [line.removeprefix("? ") for line in told]


@cache
def text_of(form_id: str, payload_of: Callable[[FormSpec], Payload], wall: Wall = Wall.OPEN) -> str:
    """All words of one file, page numbers taken off."""
    pages = pages_text(printed(form_id, payload_of, wall))
    texts = [text if number == 1 else text.removeprefix(f"{number} ") for number, text in enumerate(pages, 1)]
    return " ".join(texts).replace("\x02", "-").replace("\ufffe", "-")


def expected(spec: FormSpec, line: str, payload: Payload) -> re.Pattern[str]:
    """The line with its values, or with dots."""
    parts = PLACE.split(line)
    made = [r"\s*".join(spaced(parts[0]))]
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        made.append(value_pattern(spec, name, payload) + r"\s*".join(spaced(words)))
    return re.compile("".join(made))


def spaced(words: str) -> Iterator[str]:
    """Blanks at the ends may be lost beside dots or boxes; those between words may not."""
    yield ""
    yield re.escape(words.strip()).replace(r"\ ", r"\s+")
    yield ""


def value_pattern(spec: FormSpec, name: str, payload: Payload) -> str:
    _, _, code = name.partition("__")
    if code or name == "is_kinh":
        return ""  # a box is drawn, not written
    found = str_of(spec, name, payload)
    if found is None:
        return DOTS
    return "(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in {found, found.upper()}) + ")"


def str_of(spec: FormSpec, name: str, payload: Payload) -> str | None:
    """What the decree wants written for a placeholder, told here once more and from nothing of the program."""
    if name in payload:
        value = payload[name]
        return of_many(spec, name, value) if isinstance(value, tuple) else of_one(spec.fields[name], value)
    owner, _, part = name.rpartition("_")
    value = payload.get(owner)
    if isinstance(value, tuple):
        return str(value[int(part) - 1])
    return day_part(value, part) if isinstance(value, date) else None


def of_one(field: FieldSpec, value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, int):
        return f"{value:02}"
    return (field.choices or {}).get(str(value), str(value))


def of_many(spec: FormSpec, name: str, value: tuple[Any, ...]) -> str:
    field = spec.fields[name]
    if field.columns:
        return " ".join(row[column.name] for row in value for column in field.columns)
    texts = [(field.choices or {}).get(one, one) for one in value]
    if field.choices or name == "monitoring_grounds":
        return " ".join(f"- {text}" for text in texts)
    return ("; " if name in {"executors", "personal_effects"} else " ").join(texts)


def day_part(value: date, part: str) -> str:
    if isinstance(value, datetime):
        value = value.astimezone(LOCAL)
    months = {1: "01", 2: "02"}
    parts = {"day": f"{value:%d}", "month": months.get(value.month, str(value.month)), "year": f"{value:%Y}"}
    return {**parts, "hour": f"{value:%H}", "minute": f"{value:%M}", "date": f"{value:%d/%m/%Y}"}[part]


def assert_official(spec: FormSpec, payload_of: Callable[[FormSpec], Payload]) -> None:
    payload = payload_of(spec)
    texts = {wall: text_of(spec.id, payload_of, wall) for wall in spec.walls}
    at = dict.fromkeys(texts, 0)
    for line in official(spec.id, is_blank=not payload):
        pattern, found = expected(spec, line, payload), False
        for wall, text in texts.items():
            if match := pattern.search(text, at[wall]):
                at[wall], found = match.end(), True
        assert found, (spec.id, line, {wall: text[at[wall] : at[wall] + 300] for wall, text in texts.items()})


@each("form_id", IDS)
def test_a_filled_form_says_the_official_words_in_order(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    assert_official(spec, undecided)


@each("form_id", IDS)
def test_an_empty_form_says_the_official_words_and_dots(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    assert_official(spec, nothing)
    for wall in spec.walls:
        text = text_of(form_id, nothing, wall)
        assert "....." in text
        assert not re.search(r"[{}\[\]|]", text)


@each("form_id", IDS)
def test_every_value_reaches_the_paper(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    payload = undecided(spec)
    together = " ".join(text_of(form_id, undecided, wall) for wall in spec.walls).lower()
    asked = (name for wall in spec.walls for name in spec.names(wall) if name in payload)
    for name in asked:
        value = payload[name]
        if isinstance(value, str) and not spec.fields[name].choices:
            assert value.lower() in together, name
    assert "....." not in re.sub(r"[^\W\d_]\.+|\.+[),;:]", "", together), "an empty place in a filled form"


@each("form_id", IDS)
def test_only_our_faces_are_used_all_embedded_and_nothing_leaves_the_page(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    for wall in spec.walls:
        for payload_of in (filled, nothing):
            pdf = printed(form_id, payload_of, wall)
            assert faces(pdf) <= set(NAMES)
            named, embedded = embedded_count(pdf)
            assert named == embedded > 1
            assert_on_paper(pdf)
            assert "[U+" not in " ".join(pages_text(pdf))


@each("form_id", IDS)
def test_marks_of_footnotes_and_of_what_is_reconstructed_are_never_printed(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    for wall in spec.walls:
        text = text_of(form_id, filled, wall)
        assert not set(FOOTNOTE_MARKS) & set(text)
        assert "reconstructed" not in text
        assert "damaged" not in text
        assert not [note for note in spec.notes if note in text]


def test_the_decree_s_own_misprints_are_kept() -> None:
    assert "Luật Phòng, chống ma túy ngày năm 2025;" in text_of("V-50", nothing)
    assert "HOC NGHỀ" in text_of("V-18", nothing)
    assert "SỐ CC/CCCD/CMND/HC" in text_of("V-42", nothing)
    assert "giao, nhận giao, nhận" in text_of("V-31", nothing)
