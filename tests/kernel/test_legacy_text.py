"""Old code pages and loose marks are mended when it is certain what was meant, and asked about when not."""

import unicodedata
from typing import Literal

from hypothesis import example, given
from hypothesis import strategies as st

from facility_app.kernel.legacy_text import (
    CODE_PAGE_LABELS,
    CodePage,
    from_tcvn3,
    from_vni,
    repair,
    tied_marks,
)
from tests.helpers.cases import each
from tests.kernel.test_syllables import RIGHT

# Written by hand from the two code tables, not made by the code under test.
SAMPLES = [
    ("Nguyễn Văn Đức", "Nguyeãn Vaên Ñöùc", "NguyÔn V¨n §øc"),
    ("Lê Thị Hồng Nhung", "Leâ Thò Hoàng Nhung", "Lª ThÞ Hång Nhung"),
    ("NGUYỄN THỊ ÁNH", "NGUYEÃN THÒ AÙNH", "NGUYÔN THÞ ¸NH"),
    (
        "Đường Lê Lợi, phường Bến Nghé",
        "Ñöôøng Leâ Lôïi, phöôøng Beán Ngheù",
        "§\u00adêng Lª Lîi, ph\u00adêng BÕn NghÐ",
    ),
    ("Trần Quốc Toản", "Traàn Quoác Toaûn", "TrÇn Quèc To¶n"),
    ("Bùi Quỳnh Mỹ, kỷ luật", "Buøi Quyønh Myõ, kyû luaät", "Bïi Quúnh Mü, kû luËt"),
    ("nghiện ma túy, đã bỏ", "nghieän ma tuùy, ñaõ boû", "nghiÖn ma tóy, ®· bá"),
    ("Đắk Lắk", "Ñaék Laék", "§¾k L¾k"),
    ("sữa, ở ẩn, ổn, ễnh ương", "söõa, ôû aån, oån, eãnh öông", "s÷a, ë Èn, æn, Ônh \u00ad¬ng"),
]
MODERN = [
    "Nguyễn Văn Đức",
    "Hoà",
    "Hà Nội",
    "Toán, loài, khoá",
    "Y Ñuăn Niê",
    "Krông Pắc",
    "K'Brơih",
    "Müller",
    "José",
    "Noël",
    "10 °C, 5 µg, ¼ viên, m², 3×5, § 4, © 2026, 25°C",
    "“Nguyễn” – ông…",
    "",
    "Nguyen Van Duc",
    "!@#$%^&*()",
]


@each(("right", "vni"), [(right, vni) for right, vni, _ in SAMPLES])
def test_vni_is_mended_without_asking_when_all_its_words_become_vietnamese(right: str, vni: str) -> None:
    found = repair(vni)
    assert (found.text, found.page, found.is_sure) == (right, CodePage.VNI, True)


@each(("right", "tcvn3"), [(right, tcvn3) for right, _, tcvn3 in SAMPLES])
def test_tcvn3_is_mended_without_asking_when_all_its_words_become_vietnamese(right: str, tcvn3: str) -> None:
    found = repair(tcvn3)
    assert (found.text, found.page, found.is_sure) == (right, CodePage.TCVN3, True)


# Shown by a Windows program from UTF-8 bytes; \x81, \x8d, \x90 and \x9d have no picture there.
MISREAD = [
    ("Nguyá»…n VÄƒn Ä\x90á»©c", "Nguyễn Văn Đức"),
    ("Nguyá»…n VÄƒn Äá»©c", "Nguyễn Văn Đức"),
    ("Äá»©c", "Đức"),
    ("HÃ\u00a0 Ná»™i", "Hà Nội"),
    ("NGUYá»„N THá»Š Ã\x81NH", "NGUYỄN THỊ ÁNH"),
    ("Ã\x9d kiáº¿n: sá»‘ 5 â€“ Lá»£i", "Ý kiến: số 5 – Lợi"),
    ("Nguyễn VÄƒn Há»“ng", "Nguyễn Văn Hồng"),
    ("Â½ viÃªn, 25Â°C", "½ viên, 25°C"),
]


@each(("seen", "meant"), MISREAD)
def test_bytes_misread_as_windows_1252_are_read_back(seen: str, meant: str) -> None:
    found = repair(seen)
    assert (found.text, found.page, found.is_sure, found.others) == (meant, CodePage.MISREAD, True, ())


def test_a_letter_that_lost_a_part_is_asked_about_where_several_words_fit() -> None:
    found = repair("THá»Š ÃNH")
    assert (found.text, found.is_sure, found.others) == ("THỊ ÁNH", False, ("THỊ ÍNH", "THỊ ÝNH"))


@each(
    ("seen", "meant"),
    [("JosÃ©", "José"), ("«khá»…", "«khễ"), ("Ä\x90á»©c Nguyeãn", "Đức Nguyeãn")],
)
def test_what_is_read_back_but_is_no_vietnamese_is_asked_about(seen: str, meant: str) -> None:
    found = repair(seen)
    assert (found.text, found.page, found.is_sure) == (meant, CodePage.MISREAD, False)


@given(st.lists(st.sampled_from(RIGHT.split()), min_size=1))
def test_words_of_the_language_come_back_from_misread_bytes(words: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join(["Đức", *words]))
    seen = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    found = repair(seen)
    assert (found.text, found.is_sure) == (text, True)


@each("text", MODERN)
def test_modern_text_foreign_names_and_signs_are_left_as_they_are(text: str) -> None:
    found = repair(text)
    assert (found.text, found.page, found.is_sure, found.others) == (text, CodePage.UNICODE, True, ())


@each("text", [text for text in MODERN if text and not text.isascii()])
def test_nfd_is_put_together_without_asking(text: str) -> None:
    # Signs such as … and ² must stay: only letters and their marks are put together.
    assert repair(unicodedata.normalize("NFD", text)).text == text


def test_the_microsoft_keyboards_letter_and_tone_are_put_together() -> None:
    found = repair("Nguyê\u0303n Thi\u0323 A\u0301nh")
    assert (found.text, found.page, found.is_sure) == ("Nguyễn Thị Ánh", CodePage.LOOSE_MARKS, True)


@each("loose", ["e\u0301\u0302", "é\u0302", "ê\u0301", "e\u0302\u0301", "e\u0341\u0302"])
def test_marks_in_any_order_are_put_together(loose: str) -> None:
    assert tied_marks(loose) == "ế"


@each(("typed", "meant"), [("Leâ", "Lê"), ("Hµ", "Hà"), ("Voõ", "Võ"), ("V©n", "Vân")])
def test_one_odd_letter_is_too_little_to_be_sure(typed: str, meant: str) -> None:
    found = repair(typed)
    assert (found.text, found.is_sure) == (meant, False)


def test_two_readings_that_both_fit_are_asked_about() -> None:
    found = repair("Bön")
    assert not found.is_sure
    assert {found.text, *found.others} == {"Bưn", "Bửn"}


def test_old_words_among_modern_ones_are_asked_about_word_by_word() -> None:
    found = repair("Nguyễn Vaên Ñöùc, café")
    assert (found.text, found.page, found.is_sure) == ("Nguyễn Văn Đức, café", CodePage.MIXED, False)


def test_a_modern_word_that_vni_would_read_otherwise_is_left() -> None:
    # "Hoà" is "Hồ" in VNI and a right word as it stands: nothing tells them apart.
    assert repair("Hoà").text == "Hoà"


@each(
    ("old", "new"), [("NGUYÔN V¡N Hµ", "NGUYỄN VĂN HÀ"), ("Hµ Néi", "Hà Nội"), ("¤ng §øc", "Ông Đức"), ("μ", "à")]
)
def test_tcvn3_capitals_follow_the_letters_around_them(old: str, new: str) -> None:
    assert from_tcvn3(old) == new


def test_vni_takes_the_marks_of_capitals_in_either_case() -> None:
    assert from_vni("AÙ Aù ÑÖÙC Ñöùc") == "Á Á ĐỨC Đức"


def test_the_text_is_no_part_of_what_a_log_shows() -> None:
    assert "Nguy" not in repr(repair("Nguyeãn Vaên Ñöùc"))


def test_every_code_page_has_words() -> None:
    assert set(CODE_PAGE_LABELS) == set(CodePage)


@given(words=st.lists(st.sampled_from(RIGHT.split())), form=st.sampled_from(["NFC", "NFD"]))
def test_words_of_the_language_are_never_changed(words: list[str], form: Literal["NFC", "NFD"]) -> None:
    text = " ".join(words)
    found = repair(unicodedata.normalize(form, text))
    assert (found.text, found.is_sure) == (text, True)


@given(st.text())
@example("¡ÆÐ")
def test_mending_twice_changes_nothing(text: str) -> None:
    once = repair(text)
    twice = repair(once.text) if once.is_sure else once
    assert twice.text == once.text


def test_forty_thousand_characters_are_read_in_one_go() -> None:
    text = "Nguyễn Văn Đức bỏ thuốc. " * 1_600
    assert repair(text).text == text
