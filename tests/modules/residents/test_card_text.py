"""The text of a card's QR code becomes a person and their papers, or is refused part by part."""

import unicodedata
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.card_text import CardText, read_card
from facility_app.modules.residents.domain.papers import PaperKind
from tests.helpers.cases import each

OF_2021 = "001201005678|012345678|Nguyễn Văn Đức|17052001|Nam|Số 5 ngõ 2, Hàng Bài, Hoàn Kiếm, Hà Nội|15042021"
TODAY = date(2026, 3, 2)


def read(text: str) -> CardText:
    return read_card(text, TODAY)


def test_a_card_of_2021_gives_the_person_the_card_and_the_old_number() -> None:
    card = read(OF_2021)
    assert (card.person.name, card.person.sex) == ("Nguyễn Văn Đức", Sex.MALE)
    assert card.person.birth_on == date(2001, 5, 17)
    assert [(paper.kind, paper.number) for paper in card.papers] == [
        (PaperKind.CITIZEN_CARD, "001201005678"),
        (PaperKind.OLD_CARD, "012345678"),
    ]
    assert card.papers[0].issued_on == date(2021, 4, 15)
    assert card.address == "Số 5 ngõ 2, Hàng Bài, Hoàn Kiếm, Hà Nội"


def test_a_card_from_july_2024_on_is_a_can_cuoc_and_may_say_more() -> None:
    card = read("001301005678||Trần Thị Hoa|01071990|Nữ|Xã X, Hà Nội|01072024|Trần A|Lê B|||")
    assert [paper.kind for paper in card.papers] == [PaperKind.IDENTITY_CARD]
    assert card.person.sex is Sex.FEMALE


@each("form", ["NFC", "NFD"])
def test_names_come_out_composed_whatever_the_reader_types(form: str) -> None:
    card = read(unicodedata.normalize(form, f" {OF_2021}\r\n"))  # type: ignore[arg-type]
    assert card.name == "Nguyễn Văn Đức"


def test_tones_typed_after_their_vowel_as_the_microsoft_keyboard_does_are_composed() -> None:
    assert read(OF_2021.replace("Nguyễn", "Nguyê\u0303n")).name == "Nguyễn Văn Đức"


def test_a_card_may_know_only_the_year_of_birth() -> None:
    card = read(OF_2021.replace("17052001", "2001"))
    assert (card.birth_on, card.birth_year) == (None, 2001)


@each(
    ("text", "part"),
    [
        ("", "số phần"),
        ("001201005678|Nguyễn Văn Đức", "số phần"),
        (OF_2021.replace("001201005678", "00120100567"), "số căn cước"),
        (OF_2021.replace("012345678|", "0123x|"), "chứng minh"),
        (OF_2021.replace("Nguyễn Văn Đức", " "), "họ tên"),
        (OF_2021.replace("Nam", "Nma"), "giới tính"),
        (OF_2021.replace("17052001", "31022001"), "ngày sinh"),
        (OF_2021.replace("15042021", "15/4"), "ngày cấp"),
        (OF_2021.replace("17052001", "0001"), "năm sinh (từ 1900"),
        (OF_2021.replace("17052001", "1899"), "năm sinh (từ 1900"),
        (OF_2021.replace("17052001", "2027"), "năm sinh (từ 1900"),
        (OF_2021.replace("17052001", "31121899"), "ngày sinh (từ 01/01/1900"),
        (OF_2021.replace("17052001", "03032026"), "ngày sinh (từ 01/01/1900"),
        (OF_2021.replace("15042021", "16052001"), "ngày cấp (không trước ngày sinh"),
        (OF_2021.replace("15042021", "03032026"), "ngày cấp (không trước ngày sinh"),
        (OF_2021.replace("012345678|", "01234567|"), "chứng minh nhân dân cũ (9 chữ số"),
        (OF_2021.replace("012345678|", "0123456789|"), "chứng minh nhân dân cũ (9 chữ số"),
    ],
)
def test_what_cannot_be_read_is_named_and_not_repeated(text: str, part: str) -> None:
    with pytest.raises(UserError) as refusal:
        read(text)
    assert refusal.value.code == "bad_card_text"
    assert part in refusal.value.message
    assert "005678" not in refusal.value.message


@each(
    ("part", "other"),
    [("17052001", "1900"), ("17052001", "2021"), ("15042021", "17052001"), ("012345678|", "012345678901|")],
)
def test_what_is_rare_and_possible_is_read(part: str, other: str) -> None:
    assert read(OF_2021.replace(part, other)).name == "Nguyễn Văn Đức"


@given(st.text() | st.lists(st.text(), min_size=7, max_size=9).map("|".join))
def test_nothing_pasted_breaks_the_reader(text: str) -> None:
    with suppress(UserError):
        assert read(text).name


def test_a_card_read_does_not_show_its_holder_in_logs() -> None:
    assert "Đức" not in repr(read(OF_2021))
    assert "001201" not in repr(read(OF_2021).papers)
