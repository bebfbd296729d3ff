"""Vietnamese names and numbers as text: one written form, one folded form to search, one key to sort by."""

import unicodedata
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

SORT_KEY_VERSION: Final = 1
"""Goes up whenever ``sort_key`` gives other bytes, so that stored keys are made again."""

# Eth and the African D look like Đ and come from wrong fonts and old conversions; nobody here writes them.
_D_FORMS: Final = str.maketrans("\u00d0\u0189\u00f0\u0256", "ĐĐđđ")
# Format characters (Cf: zero-width, bidi, tags), fillers, variation selectors and control characters ride along
# when text is pasted: nobody sees them, and two names that look the same would not be the same.
_INVISIBLE_SPANS: Final = (
    *((0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x034F, 0x034F), (0x0600, 0x0605)),
    *((0x061C, 0x061C), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2)),
    *((0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E)),
    *((0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0)),
    *((0xFFF0, 0xFFFB), (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3)),
    *((0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
_INVISIBLE: Final = dict.fromkeys(code for first, last in _INVISIBLE_SPANS for code in range(first, last + 1))
_REPAIRS: Final = {**_D_FORMS, **_INVISIBLE}
_NOT_IN_NAMES: Final = frozenset("<>=|{}[]\\")
_MARKS: Final = dict.fromkeys(range(0x0300, 0x0370))
# Đ and the curly apostrophes of H’Hen or Kʼsor have no decomposition: they are folded by name.
_PLAIN: Final = str.maketrans("đ\u2018\u2019\u02bb\u02bc", "d''''")

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
# Blanks, punctuation and digits stand before the letters, in the order of the Unicode root collation.
_BEFORE_LETTERS: Final = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
# Marks of other alphabets (Blŏ, Čing, Müller) come after the five tones, in the order of the root collation.
_OTHER_MARKS: Final = "\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328\u0304"
_PLAIN_WEIGHT: Final = "\x01"
_UPPER_WEIGHT: Final = "\x02"

HIDDEN: Final = "•"
_SHOWN_AT_EACH_END: Final = 4
_LEAST_HIDDEN: Final = 4


def nfc(text: str) -> str:
    """``text`` as the program keeps it: NFC, and every look-alike of Đ made Đ."""
    return unicodedata.normalize("NFC", text.translate(_D_FORMS))


def tidy_name(text: str) -> str:
    """A name as it is kept: NFC, one space between words, none around, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_REPAIRS)).split())


def seen_letters(text: str) -> str:
    """``text`` without characters nobody sees: format, filler and control characters; blanks stay."""
    return text.translate(_INVISIBLE)


def wrong_letter(name: str) -> str | None:
    """The first character of ``name`` that no person's name is written with, a digit or a sign; None when fine.

    Names of places, accounts and nicknames may have digits; do not ask about them.
    """
    return next((char for char in name if char.isdigit() or char in _NOT_IN_NAMES), None)


def require_text(text: str, field: str) -> None:
    """Refuse half characters (lone surrogates), which no file can hold; bytes that are no text arrive as such.

    Args:
        text: as typed.
        field: name of the field it was typed in.

    Raises:
        UserError: ``broken_text``; the text itself is not repeated.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UserError(
            "broken_text",
            label("errors", "Chữ vừa nhập có ký tự hỏng, không lưu được. Hãy gõ lại thay vì dán từ nơi khác."),
            fields={field: label("errors", "Có ký tự hỏng")},
        ) from None


def fold(text: str) -> str:
    """``text`` for searching: lower case, without marks, đ as d, one space between words.

    NFC, NFD and the mixed form of the Microsoft keyboard give the same answer; folding twice changes nothing.
    """
    bare = _unmarked(tidy_name(text)).casefold()
    # Casefolding may itself bring forth marks and blanks, so the second half comes after it.
    return " ".join(_unmarked(bare).translate(_PLAIN).split())


def _unmarked(text: str) -> str:
    return unicodedata.normalize("NFD", text).translate(_MARKS)


def sort_key(full_name: str) -> bytes:
    """The key that puts names in Vietnamese order, given name (the last word) first.

    Letters decide before tones, tones before capitals; the order of keys as bytes is that of ICU's ``vi_VN``
    for Vietnamese letters and for Latin letters with marks. Other scripts follow after ``z``.
    """
    *rest, given = tidy_name(full_name).split(" ")
    spelled = _spell(" ".join([given, *rest]))
    letters = spelled.translate(_LETTER_LEVEL)
    tones = spelled.translate(_TONE_LEVEL).rstrip(_PLAIN_WEIGHT)
    capitals = spelled.translate(_CASE_LEVEL).rstrip(_PLAIN_WEIGHT)
    return f"{letters}\0{tones}\0{capitals}".encode()


def digits_reversed(text: str) -> str:
    """The digits of a number backwards, so that its last digits are a prefix; everything else is left out."""
    return "".join(char for char in reversed(text) if char.isascii() and char.isdigit())


def mask_number(text: str) -> str:
    """A number with its middle hidden: ``079201001234`` → ``0792••••1234``.

    A number too short to leave four characters hidden between its ends is hidden wholly; blanks are dropped.
    """
    number = "".join(text.split())
    hidden = len(number) - 2 * _SHOWN_AT_EACH_END
    if hidden < _LEAST_HIDDEN:
        return HIDDEN * len(number)
    return number[:_SHOWN_AT_EACH_END] + HIDDEN * hidden + number[-_SHOWN_AT_EACH_END:]


def _spell(text: str) -> str:
    """Leave Vietnamese letters whole and take every other marked letter apart."""
    return "".join(char if ord(char) in _LETTER_LEVEL else unicodedata.normalize("NFD", char) for char in text)


def _levels() -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    letters, tones, capitals = {}, {}, {}
    for rank, char in enumerate(_BEFORE_LETTERS + _ALPHABET, start=2):
        for tone_rank, tone in enumerate(["", *_TONES], start=1):
            for written, case in ((char.upper(), _UPPER_WEIGHT), (char, _PLAIN_WEIGHT)):
                whole = unicodedata.normalize("NFC", written + tone)
                if len(whole) == 1:
                    letters[ord(whole)] = chr(rank)
                    tones[ord(whole)] = _PLAIN_WEIGHT + (chr(tone_rank) if tone else "")
                    capitals[ord(whole)] = case
    others = [chr(code) for code in _MARKS if chr(code) not in _TONES + _OTHER_MARKS]
    for rank, mark in enumerate([*_TONES, *_OTHER_MARKS, *others], start=2):
        letters[ord(mark)] = capitals[ord(mark)] = ""
        tones[ord(mark)] = chr(rank)
    return letters, tones, capitals


_LETTER_LEVEL, _TONE_LEVEL, _CASE_LEVEL = _levels()
