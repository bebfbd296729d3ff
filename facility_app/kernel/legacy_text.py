"""Vietnamese in old code pages (VNI, TCVN3), misread bytes and loose marks: found, mended, or asked about."""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.misread_text import Misread, read_back
from facility_app.kernel.names import nfc
from facility_app.kernel.syllables import is_syllable


class CodePage(StrEnum):
    """How a text was written before it reached us."""

    UNICODE = "unicode"
    LOOSE_MARKS = "loose_marks"
    VNI = "vni"
    TCVN3 = "tcvn3"
    MISREAD = "misread"
    MIXED = "mixed"


CODE_PAGE_LABELS: Final[dict[CodePage, Label]] = {
    CodePage.UNICODE: label("terms", "Unicode"),
    CodePage.LOOSE_MARKS: label("terms", "Unicode tổ hợp"),
    CodePage.VNI: label("terms", "VNI"),
    CodePage.TCVN3: label("terms", "TCVN3 (ABC)"),
    CodePage.MISREAD: label("terms", "Windows-1252 (đọc nhầm)"),
    CodePage.MIXED: label("terms", "lẫn nhiều bảng mã"),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """What a text most likely was meant to be.

    The texts may be names, so they stay out of ``repr``.

    Attributes:
        text: the text in NFC; as it was when nothing was found.
        page: the code page it was written in.
        is_sure: False when a person must say whether ``text`` is meant.
        others: other readings that fit as well.
    """

    text: str = field(repr=False)
    page: CodePage
    is_sure: bool = True
    others: tuple[str, ...] = field(default=(), repr=False)


_TCVN3_FROM: Final = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®¡¢£¤¥¦§"
_TCVN3_TO: Final = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ"
# Fonts without the micro sign give the Greek letter in its place.
_TCVN3: Final = {**dict(zip(map(ord, _TCVN3_FROM), _TCVN3_TO, strict=True)), 0x03BC: "à"}

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_TONES: Final = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_CIRCUMFLEX: Final = {
    "â": "",
    "á": _ACUTE,
    "à": _GRAVE,
    "å": _HOOK,
    "ã": _TILDE,
    "ä": _DOT,
}
_VNI_BREVE: Final = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_SINGLE: Final = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_table() -> dict[str, str]:
    pairs = {base + mark: base + tone for base in "aeouy" for mark, tone in _VNI_TONES.items()}
    pairs |= {old + mark: new + tone for old, new in ("ôơ", "öư") for mark, tone in _VNI_TONES.items()}
    pairs |= {base + mark: base + _CIRCUMFLEX + tone for base in "aeo" for mark, tone in _VNI_CIRCUMFLEX.items()}
    pairs |= {"a" + mark: "a" + _BREVE + tone for mark, tone in _VNI_BREVE.items()}
    return {old: unicodedata.normalize("NFC", new) for old, new in (pairs | _VNI_SINGLE).items()}


_VNI: Final = _vni_table()
_VNI_PIECE: Final = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_\u0370-\u03bb\u03bd-\u03ff]+|[A-Za-z\u00a1-\u00ff\u03bc]+")
_LEGACY_WORD: Final = re.compile(r"[A-Za-z\u00a1-\u00ff\u03bc]+")
_SHOUTING: Final = re.compile(r"[A-Z]{2}")
_SHAPES: Final = frozenset({_CIRCUMFLEX, _BREVE, _HORN})
_MARKS: Final = frozenset({_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT, *_SHAPES})
_ENOUGH_EVIDENCE: Final = 2
_FIRST_LEGACY, _LAST_LEGACY = 0xA1, 0xFF


def from_tcvn3(text: str) -> str:
    """``text`` read as TCVN3 (fonts .VnTime, .VnArial); words in capitals come out in capitals."""
    shouts = _SHOUTING.search(text) is not None and not any("a" <= char <= "z" for char in text)
    return _LEGACY_WORD.sub(_tcvn3_shout if shouts else _tcvn3_word, text)


def from_vni(text: str) -> str:
    """``text`` read as VNI Windows (fonts VNI-Times): a letter followed by the sign of its marks."""
    return _VNI_PIECE.sub(_vni_piece, text)


def tied_marks(text: str) -> str:
    """Join letters and their combining marks (NFD, the Microsoft keyboard's ê + tone), tone first or last."""
    if unicodedata.is_normalized("NFC", text) and not _MARKS.intersection(text):
        return text
    taken_apart = unicodedata.normalize("NFD", text)
    joined, marks = [], ""
    for char in [*taken_apart, ""]:
        if char and char in _MARKS:
            marks += char
            continue
        joined += sorted(marks, key=_is_tone)
        marks = ""
        joined.append(char)
    return unicodedata.normalize("NFC", "".join(joined))


def repair(text: str) -> Repair:
    """What ``text`` was meant to be.

    Bytes misread as Windows-1252 are read back. A text that reads as Vietnamese is left as it is. One that does
    not, but does in one old code page and in no other, is mended and ``is_sure``; where two readings fit, or
    hardly anything speaks for one, it is a question. Foreign names (Müller, José) read as Vietnamese in no code
    page and are left.

    Args:
        text: as typed or pasted, before ``names.nfc``, which takes the é of TCVN3 for a look-alike of Đ.
    """
    misread = read_back(text)
    return _repaired(text) if misread is None else _read_back(misread)


def _read_back(misread: Misread) -> Repair:
    best, *others = map(nfc, misread.readings)
    # What an old code page would explain besides was typed by somebody else: a person says what is meant.
    is_sure = misread.is_sure and _repaired(best).text == best
    return Repair(best, CodePage.MISREAD, is_sure, tuple(others))


def _repaired(text: str) -> Repair:
    tied = tied_marks(text)
    as_is = CodePage.UNICODE if tied == text else CodePage.LOOSE_MARKS
    if text.isascii() or _reads_well(nfc(tied)):
        return Repair(nfc(tied), as_is)
    if found := _whole_readings(text):
        best, *others = found
        sure = not others and _evidence(text) >= _ENOUGH_EVIDENCE
        return Repair(best[1], best[0], sure, tuple(reading for _, reading in others))
    plain = nfc(tied)
    for written in (tied, plain):  # a look-alike put right may be what a word was read by
        by_word = _mended_words(written)
        if by_word != written:
            return Repair(nfc(by_word), CodePage.MIXED, is_sure=False)
    return Repair(plain, as_is)


def _whole_readings(text: str) -> list[tuple[CodePage, str]]:
    """Every code page in which all marked words of ``text`` are Vietnamese; none for text with modern letters."""
    if any(ord(char) > _LAST_LEGACY and char.isalpha() and char != "\u03bc" for char in text):
        return []
    found = [(CodePage.VNI, from_vni(text)), (CodePage.TCVN3, from_tcvn3(text))]
    return [(page, nfc(reading)) for page, reading in found if reading != text and _reads_well(reading)]


def _mended_words(text: str) -> str:
    """``text`` with each word that only an old code page explains read in that page."""
    return _WORD.sub(_mended_word, text)


def _mended_word(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or not any(map(str.isalpha, word)) or is_syllable(word):
        return word
    readings = {reading for _, reading in _whole_readings(word)}
    return readings.pop() if len(readings) == 1 else word


def _reads_well(text: str) -> bool:
    """Whether every word with marks is a Vietnamese syllable and no sign of an old code page is left."""
    # Each word once: a long note repeats its words.
    words = {word for word in _WORD.findall(text) if not word.isascii() and any(map(str.isalpha, word))}
    left_over = any(
        _FIRST_LEGACY <= ord(char) <= _LAST_LEGACY and not char.isalpha() for char in _glued_signs(text)
    )
    return not left_over and all(map(is_syllable, words))


def _glued_signs(text: str) -> str:
    """Signs of the upper half of Latin-1 that touch a letter, as ``V¨n``; ``10 °C`` and ``© 2026`` do not."""
    return "".join(
        re.findall(r"(?<=[A-Za-z])[\u00a1-\u00bf\u00d7\u00f7]|[\u00a1-\u00bf\u00d7\u00f7](?=[A-Za-z])", text)
    )


def _evidence(text: str) -> int:
    """How many characters an old code page explains."""
    return sum(ord(char) >= _FIRST_LEGACY for char in text)


def _tcvn3_shout(match: re.Match[str]) -> str:
    return match[0].translate(_TCVN3).upper()


def _tcvn3_word(match: re.Match[str]) -> str:
    word = match[0]
    read = word.translate(_TCVN3)
    plain = [char for char in word if char.isascii() and char.isalpha()]
    # Capitals with a tone have no code: the H fonts (.VnTimeH) draw the small ones as capitals.
    in_capitals = len(word) > 1 and bool(plain) and all(char.isupper() for char in plain)
    is_title = len(plain) == 1 and word[0] == plain[0]
    return read.upper() if in_capitals and not is_title else read


def _vni_piece(match: re.Match[str]) -> str:
    old = match[0]
    new = _VNI[old.lower()]
    return new.upper() if old[0].isupper() else new


def _is_tone(mark: str) -> bool:
    return mark not in _SHAPES
