"""Names: one written form, one folded form, one order."""

import random
import unicodedata
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.names import (
    SORT_KEY_VERSION,
    digits_reversed,
    fold,
    mask_number,
    nfc,
    seen_letters,
    sort_key,
    tidy_name,
    wrong_letter,
)
from tests.helpers.cases import each

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VIETNAMESE_LETTERS = (
    "".join(unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES) + "bcdđghklmnpqrstvx"
)

# Written down from ICU 77.1, locale vi_VN, given name moved to the front.
ICU_LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
ICU_NAMES = """
Trần Văn 10
Trần Văn 2
An
nguyễn văn an
Nguyễn Văn An
NGUYỄN VĂN AN
Nguyễn Văn Ản
Nguyễn Văn Án
Trần An
Do Thị Ánh
Dỗ Thị Ánh
Đỗ Thị Ánh
Trần Thị Ánh
Nguyễn Văn Ẵn
Nguyễn Văn Ân
Nguyễn Văn Ẩn
Nguyễn Văn Ấn
Y Blo
Y Blò
Y Blọ
Y Blŏ
Y Blô
Lê Văn Dung
Lê Văn Dùng
Lê Văn Dủng
Lê Văn Dũng
Lê Văn Dúng
Lê Văn Dụng
Lê Văn Dức
Lê Văn Đũng
Lê Ván Đức
Lê Vạn Đức
Lê Văn Đức
Lê Văn Đực
Lê Vân Đức
Hoàng Én
Hoàng Ê
Hoàng Ếch
Hoàng F
Phạm Ho
Phạm Hò
Phạm Hoa
Phạm Hoà
Phạm Hoá
Phạm Hòa
Phạm Hỏa
Phạm Hóa
Phạm Họa
Phạm Hô
Phạm Hồ
Phạm Hộ
Phạm Hơ
Phạm Hờ
Phạm Hợ
Phạm Hu
Phạm Hụ
Phạm Hư
Phạm Hừ
Phạm Hự
K'Blơ
Jurgen Muller
Jurgen Mụller
Jürgen Müller
H Hen Niê
H-Hen Niê
H'Hen Niê
Hoàng Quỳ
Hoàng Quý
Kpă Y Thuy
Kpă Y Thuỷ
Kpă Y Thủy
Hoàng Ư
Hoàng W
Hoàng Xuân
Hoàng Y
Hoàng Ỷ
Hoàng Ý
Hoàng Yên
Hoàng Yến
Hoàng Z
""".strip().split("\n")

names = st.lists(
    st.text(st.sampled_from(VIETNAMESE_LETTERS + VIETNAMESE_LETTERS.upper()), min_size=1, max_size=6),
    min_size=1,
    max_size=4,
).map(" ".join)


def shuffled(items: Sequence[str], seed: int = 7) -> list[str]:
    return random.Random(seed).sample(items, len(items))


def microsoft_keyboard(text: str) -> str:
    """Letters with ă â ê ô ơ ư whole and the tone behind them, as Microsoft's Vietnamese keyboard sends them."""
    sent = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in TONES)
        sent += unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone
    return sent


def levels(name: str) -> tuple[list[int], list[int], list[bool]]:
    """The three levels spelled out letter by letter, the slow way."""
    *rest, given_name = name.split(" ")
    letters, tones, capitals = [], [], []
    for char in " ".join([given_name, *rest]):
        tone = next((t for t in TONES[1:] if t in unicodedata.normalize("NFD", char)), "")
        bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", char).replace(tone, ""))
        letters.append(" aăâbcdđeêghiklmnoôơpqrstuưvxy".index(bare.lower()))
        tones.append(TONES.index(tone))
        capitals.append(bare != bare.lower())
    return letters, tones, capitals


@each(
    ("typed", "kept"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Nguy\u00ea\u0303n", "Nguyễn"),
        ("\u00d0ức", "Đức"),
        ("\u0189ức", "Đức"),
        ("\u00f0ạo", "đạo"),
        ("\u0256ạo", "đạo"),
        ("Hoà  Hòa ", "Hoà  Hòa "),
    ],
)
def test_kept_text_is_nfc_and_every_look_alike_of_d_with_stroke_becomes_it(typed: str, kept: str) -> None:
    assert nfc(typed) == kept


@each(
    ("typed", "kept"),
    [
        ("  Nguyễn \t Văn\u00a0\u00a0Đức\r\n", "Nguyễn Văn Đức"),
        ("Ngu\u00adyễn\u200b V\ufeffăn", "Nguyễn Văn"),
        ("a\u200d\u0301", "á"),
        ("\x00\x07An\x7f\x1b\x81", "An"),
        ("\u202eNguyễn\u2069 An\u034f\ufe0f\u3164\U000e0041", "Nguyễn An"),
        ("\u00d0 an", "Đ an"),
        (" \n ", ""),
    ],
)
def test_a_tidy_name_has_single_blanks_and_nothing_invisible(typed: str, kept: str) -> None:
    assert tidy_name(typed) == kept


def test_no_character_without_a_picture_stays_in_a_name() -> None:
    unseen = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Cf", "Cc"}]
    assert [one for one in unseen if tidy_name(f"a{one}b") not in {"ab", "a b"}] == []


def test_every_letter_of_a_vietnamese_name_is_seen() -> None:
    text = "Nguyễn Thị Ánh, Y Ñuăn Niê K'Brơih Đắk"
    assert seen_letters(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)


@each("letter", list("<>=|{}[]\\09٣²"))
def test_a_sign_or_digit_in_a_persons_name_is_found(letter: str) -> None:
    assert wrong_letter(f"Nguyễn {letter} An") == letter


@each("name", ["Nguyễn Văn Đức", "K'Brơih", "H’Hen Niê", "Lê-Trần (Năm)", "Müller", ""])
def test_names_as_people_have_them_hold_no_wrong_letter(name: str) -> None:
    assert wrong_letter(name) is None


@each(
    ("text", "folded"),
    [
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("ĐỖ THỊ ÁNH", "do thi anh"),
        ("\u00d0ỗ \u0189ỗ \u00f0ỗ \u0256ỗ", "do do do do"),
        ("hoà hòa HOÀ", "hoa hoa hoa"),
        ("  Lê\u00a0 Thị\tƯơng ", "le thi uong"),
        ("Y Blŏ Müller", "y blo muller"),
        ("H\u2019Hen H\u02bcHen H\u2018Hen H\u02bbHen H'Hen", "h'hen h'hen h'hen h'hen h'hen"),
        ("Straße", "strasse"),
        ("079201001234", "079201001234"),
        ("", ""),
    ],
)
def test_folding_takes_case_marks_and_stroke_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(names)
def test_every_way_of_typing_a_name_folds_and_sorts_the_same(name: str) -> None:
    ways = [unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name), microsoft_keyboard(name)]
    assert {fold(way) for way in ways} == {fold(name)}
    assert {sort_key(way) for way in ways} == {sort_key(name)}
    assert {nfc(way) for way in ways} == {name}


@given(names)
def test_a_folded_vietnamese_name_is_plain_lower_case_ascii(name: str) -> None:
    folded = fold(name)
    assert folded.isascii()
    assert folded == folded.lower()
    assert len(folded) == len(name)


@given(st.text())
def test_folding_and_tidying_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert tidy_name(tidy_name(text)) == tidy_name(text)
    assert nfc(nfc(text)) == nfc(text)


@given(st.text())
def test_folding_does_not_depend_on_the_normal_form_of_any_script(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@each("seed", range(5))
def test_names_sort_as_icu_sorts_them(seed: int) -> None:
    assert sorted(shuffled(ICU_NAMES, seed), key=sort_key) == ICU_NAMES
    assert len({sort_key(name) for name in ICU_NAMES}) == len(ICU_NAMES)


def test_letters_sort_as_icu_sorts_them() -> None:
    assert sorted(shuffled(ICU_LETTERS), key=sort_key) == list(ICU_LETTERS)
    assert sorted(shuffled(ICU_LETTERS.upper()), key=sort_key) == list(ICU_LETTERS.upper())


def test_blanks_punctuation_and_digits_sort_before_letters_as_icu_sorts_them() -> None:
    icu = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789a"
    assert sorted(shuffled(icu), key=sort_key) == list(icu)
    assert sort_key("H Hen") < sort_key("H Hen Y")


def test_marks_of_other_alphabets_sort_as_icu_sorts_them() -> None:
    marks = "\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328\u0304"
    written = ["y", *(unicodedata.normalize("NFC", "y" + mark) for mark in marks)]
    assert sorted(shuffled(written), key=sort_key) == written


def test_other_scripts_sort_after_z() -> None:
    assert sorted(["金", "Ω", "ziz", "z", "đ"], key=sort_key) == ["đ", "z", "ziz", "Ω", "金"]


@given(names, names)
def test_keys_compare_letters_then_tones_then_capitals(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) == (levels(one) < levels(other))


@given(names, st.data())
def test_near_twins_compare_letters_then_tones_then_capitals(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from([*VIETNAMESE_LETTERS, name[place].swapcase()]))
    twin = name if name[place] == " " else name[:place] + letter + name[place + 1 :]
    assert (sort_key(name) < sort_key(twin)) == (levels(name) < levels(twin))
    assert (sort_key(name) == sort_key(twin)) == (name == twin)


def test_blanks_around_a_name_do_not_move_it() -> None:
    assert sort_key("  Lê  An ") == sort_key("Lê An")


def test_changing_the_sort_key_asks_for_a_new_version() -> None:
    recorded = {1: "334831023e37474c353e02492e3e00010105010101010101010400020101010201010101010102"}
    assert recorded == {SORT_KEY_VERSION: sort_key("Nguyễn Văn Đức").hex()}


@each(
    ("number", "backwards"),
    [
        ("079201001234", "432100102970"),
        ("QĐ 12/2026", "620221"),
        ("B1234567", "7654321"),
        ("không", ""),
        ("٣²1", "1"),
    ],
)
def test_a_number_is_turned_round_for_the_search_by_last_digits(number: str, backwards: str) -> None:
    assert digits_reversed(number) == backwards


@given(st.text(), st.text(st.sampled_from("0123456789"), min_size=1))
def test_last_digits_become_a_prefix(head: str, tail: str) -> None:
    assert digits_reversed(head + tail).startswith(tail[::-1])


@each(
    ("number", "masked"),
    [
        ("079201001234", "0792••••1234"),
        ("0792 0100 1234", "0792••••1234"),
        ("DN4790123456789", "DN47•••••••6789"),
        ("07920100123", "•••••••••••"),
        ("123456789", "•••••••••"),
        ("7", "•"),
        ("", ""),
    ],
)
def test_a_masked_number_shows_its_ends_only_when_enough_stays_hidden(number: str, masked: str) -> None:
    assert mask_number(number) == masked


@given(st.text(st.characters(categories=["Nd", "L"])))
def test_a_masked_number_never_shows_more_than_eight_characters(number: str) -> None:
    masked = mask_number(number)
    assert len(masked) == len(number)
    assert sum(char != "•" for char in masked) in (0, 8)
