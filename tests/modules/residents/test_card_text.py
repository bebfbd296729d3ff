"""The text of a card's QR code becomes a person and their papers, or is refused part by part."""

import unicodedata
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.modules.residents.domain.card_text import read_card
from facility_app.modules.residents.domain.papers import PaperKind
from facility_app.modules.residents.domain.person import Sex

OF_2021 = "001201005678|012345678|Nguyễn Văn Đức|17052001|Nam|Số 5 ngõ 2, Hàng Bài, Hoàn Kiếm, Hà Nội|15042021"


def test_a_card_of_2021_gives_the_person_the_card_and_the_old_number() -> None:
    read = read_card(OF_2021)
    assert (read.person.name, read.person.sex) == ("Nguyễn Văn Đức", Sex.MALE)
    assert read.person.birth_on == date(2001, 5, 17)
    assert [(paper.kind, paper.number) for paper in read.papers] == [
        (PaperKind.CITIZEN_CARD, "001201005678"),
        (PaperKind.OLD_CARD, "012345678"),
    ]
    assert read.papers[0].issued_on == date(2021, 4, 15)
    assert read.address == "Số 5 ngõ 2, Hàng Bài, Hoàn Kiếm, Hà Nội"


def test_a_card_from_july_2024_on_is_a_can_cuoc_and_may_say_more() -> None:
    read = read_card("001301005678||Trần Thị Hoa|01071990|Nữ|Xã X, Hà Nội|01072024|Trần A|Lê B|||")
    assert [paper.kind for paper in read.papers] == [PaperKind.IDENTITY_CARD]
    assert read.person.sex is Sex.FEMALE


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_come_out_composed_whatever_the_reader_types(form: str) -> None:
    read = read_card(unicodedata.normalize(form, f" {OF_2021}\r\n"))  # type: ignore[arg-type]
    assert read.name == "Nguyễn Văn Đức"


def test_tones_typed_after_their_vowel_as_the_microsoft_keyboard_does_are_composed() -> None:
    assert read_card(OF_2021.replace("Nguyễn", "Nguyê\u0303n")).name == "Nguyễn Văn Đức"


def test_a_card_may_know_only_the_year_of_birth() -> None:
    read = read_card(OF_2021.replace("17052001", "2001"))
    assert (read.birth_on, read.birth_year) == (None, 2001)


@pytest.mark.parametrize(
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
    ],
)
def test_what_cannot_be_read_is_named_and_not_repeated(text: str, part: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_card(text)
    assert refusal.value.code == "bad_card_text"
    assert part in refusal.value.message
    assert "005678" not in refusal.value.message


@given(st.text() | st.lists(st.text(), min_size=7, max_size=9).map("|".join))
def test_nothing_pasted_breaks_the_reader(text: str) -> None:
    with suppress(UserError):
        assert read_card(text).name


def test_a_card_read_does_not_show_its_holder_in_logs() -> None:
    assert "Đức" not in repr(read_card(OF_2021))
    assert "001201" not in repr(read_card(OF_2021).papers)
