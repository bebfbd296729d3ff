"""Old letters in lists put right; most cells need nothing, and a list repeats its words."""

import re
from functools import lru_cache
from typing import Final

from facility_app.kernel.legacy_text import CodePage, Repair, repair
from facility_app.kernel.syllables import is_syllable

_MODERN: Final = (
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
)  # fmt: skip
_ONLY_MODERN: Final = re.compile(f"[\x00-\x7f{_MODERN}]*")
_WORD: Final = re.compile(f"[A-Za-z{_MODERN}]+")
_MOST_WORDS: Final = 4_096


def mend(text: str) -> Repair:
    """What ``text`` was meant to be: as ``legacy_text.repair``, without asking where nothing can be wrong."""
    if _ONLY_MODERN.fullmatch(text) and all(map(_is_spelled, _WORD.findall(text))):
        return Repair(text, CodePage.UNICODE)
    return repair(text)


@lru_cache(maxsize=_MOST_WORDS)
def _is_spelled(word: str) -> bool:
    return word.isascii() or is_syllable(word)
