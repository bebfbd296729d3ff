"""Vietnamese whose UTF-8 bytes a program once showed as Windows-1252 ("Nguyá»…n"): found and read back."""

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Final

from facility_app.kernel.syllables import is_syllable

_LETTERS: Final = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
# Signs that stand beside such letters come back with them.
_SIGNS: Final = "–—‘’“”•…₫°·«»½±µ²"
_LOST: Final = frozenset("\u00ad\u00a0")
_MOST_READINGS: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")
_CHUNK: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Misread:
    """What a misread text most likely was.

    Attributes:
        readings: likeliest first, never empty.
        is_sure: there is one reading, and every word it gave back is Vietnamese.
    """

    readings: tuple[str, ...] = field(repr=False)
    is_sure: bool


def read_back(text: str) -> Misread | None:
    """What ``text`` was before its bytes were misread, or None when nothing shows that they were.

    A letter that lost a part on the way ("Ä" of Đ; "á»" of ề, ọ, ỏ, Ố or ờ) is only looked at beside whole ones;
    what the words of the language leave open is told as several readings.

    Args:
        text: as typed or pasted.
    """
    if _PROOF.search(text) is None:
        return None
    mended = _WHOLE_PIECE.sub(_whole_letter, text)
    parts = _CHUNK.split(mended)
    chunks = [_chunk_readings(chunk) for chunk in _CHUNK.findall(mended)]
    found = tuple(
        "".join(part + chunk for part, chunk in zip(parts, (*chosen, ""), strict=True))
        for chosen in islice(product(*chunks), _MOST_READINGS)
    )
    return Misread(found, len(found) == 1 and _is_whole(found[0]) and _gives_words(text, found[0]))


def _seen(char: str) -> str:
    """What the bytes of ``char`` are shown as; the five that have no picture keep their number."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in char.encode())


_WHOLE: Final = {_seen(char): char for char in _LETTERS + _SIGNS}
_WHOLE_PIECE: Final = re.compile("|".join(map(re.escape, sorted(_WHOLE, key=len, reverse=True))))
# A blank or an unseen character may stand beside a letter by accident.
_PROOF: Final = re.compile("|".join(re.escape(seen) for seen in sorted(_WHOLE) if seen.isprintable()))


def _short_pieces() -> dict[str, tuple[str, ...]]:
    """What is left of a letter when programs drop its characters without a picture → the letters it may be."""
    found: dict[str, list[str]] = {}
    for seen, char in _WHOLE.items():
        left = "".join(one for one in seen if one.isprintable() and one not in _LOST)
        if left != seen and char in _LETTERS:
            found.setdefault(left, []).append(char)
    return {left: tuple(chars) for left, chars in found.items()}


_SHORT: Final = _short_pieces()
_SHORT_PIECE: Final = re.compile("|".join(map(re.escape, sorted(_SHORT, key=len, reverse=True))))


def _whole_letter(match: re.Match[str]) -> str:
    return _WHOLE[match[0]]


def _chunk_readings(chunk: str) -> tuple[str, ...]:
    """``chunk`` with its short pieces read in every way that gives words; as it is where none does."""
    short = _SHORT_PIECE.findall(chunk)
    if not short or len(short) > _MOST_READINGS:
        return (chunk,)
    parts = _SHORT_PIECE.split(chunk)
    readings = (
        "".join(part + letter for part, letter in zip(parts, (*chosen, ""), strict=True))
        for chosen in product(*(_SHORT[piece] for piece in short))
    )
    return tuple(reading for reading in readings if _is_spelled(reading)) or (chunk,)


def _is_whole(reading: str) -> bool:
    """Whether nothing misread is left, and no closing quote was taken for a part of a letter."""
    return _PROOF.search(reading) is None and reading.count("«") == reading.count("»")


def _is_spelled(text: str) -> bool:
    """Whether every word is a syllable in small letters, in capitals, or with a capital in front."""
    words = filter(str.isalpha, _WORD.findall(unicodedata.normalize("NFC", text)))
    return all(is_syllable(word) and (word[1:].islower() or word.isupper() or len(word) == 1) for word in words)


def _gives_words(text: str, reading: str) -> bool:
    """Whether the words that ``reading`` has and ``text`` had not are Vietnamese."""
    return all(map(_is_spelled, set(_WORD.findall(reading)) - set(_WORD.findall(text))))
