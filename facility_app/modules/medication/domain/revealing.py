"""Words that reveal HIV by themselves: who cannot take a medicine against it was given one."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Final, TypeAlias

from facility_app.kernel.hiv import AMBIGUOUS, DISEASE, PHRASES, SHORT, STEMS, says_phrase
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.settings import Setting, SettingScope
from facility_app.kernel.shipped import rows_of_list

BRANDS: Final = "clinical/arv_brands"
"""The trade names that came with the program."""
Brands: TypeAlias = Mapping[tuple[str, ...], frozenset[str]]
"""The words of a trade name, in order → the medicines in it."""
DIGEST_LENGTH: Final = 32
LOOKED_AT_BY: Final = Setting(
    "medication.names_looked_at_by",
    "",
    label("settings", "Bộ tên thuốc mà các dị ứng cũ đã được xem lại theo (chương trình tự ghi)"),
    SettingScope.FACILITY,
    lambda digest: len(digest) in {0, DIGEST_LENGTH},
)
"""By which names the allergies written before were sorted to their side of the wall."""
NO_BRANDS: Final[Brands] = {}

_DOSE: Final = re.compile(r"(?<=[a-z])\d+(mg|mcg|g|ml)?$")
_AMOUNT: Final = re.compile(r"\d*(mg|mcg|g|ml)|\d+|vien|thuoc")
_SPELLED: Final = re.compile(
    r"(?<![0-9a-z])(?:3[^0-9a-z]{1,2}tc|d4[^0-9a-z]{1,2}t|[0-9a-z](?:[^0-9a-z]{1,2}[0-9a-z](?![0-9a-z]))+)(?![0-9a-z])"
)
_WORDS: Final = re.compile(r"[0-9a-z]+")


def read_brands(text: str) -> Brands:
    """The trade names of a shipped list.

    Raises:
        ValueError: one names a medicine that is not known by its generic name.
    """
    found: dict[tuple[str, ...], frozenset[str]] = {
        (row["brand"],): frozenset(row["stems"].split()) for row in rows_of_list(text)
    }
    if any(not stems or not stems <= set(STEMS) for stems in found.values()):
        message = f"{BRANDS}: a medicine that is no member of STEMS"
        raise ValueError(message)
    return found


def brands_of(generic: str, brand: str | None, shipped: Brands) -> Brands:
    """A medicine that the facility itself calls revealing, by both of its names.

    Args:
        generic: hoạt chất, as in the catalogue; one the program does not know stands for itself.
        brand: tên thương mại; None for none.
        shipped: trade names known already.
    """
    stems = antiretrovirals(f"{generic} {brand or ''}", shipped) or frozenset({fold(generic)})
    named = (tuple(word for word in _words(one) if not _AMOUNT.fullmatch(word)) for one in (generic, brand or ""))
    return {words: stems for words in named if words}


def names_digest(brands: Brands) -> str:
    """Names all that a text is known by: another one, and what was written before is looked at again."""
    told = [
        sorted([*STEMS, *SHORT, *DISEASE, *PHRASES]),
        sorted([*words, *sorted(stems)] for words, stems in brands.items()),
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:DIGEST_LENGTH]


def antiretrovirals(text: str, brands: Brands = NO_BRANDS) -> frozenset[str]:
    """The medicines against HIV that a text names, by any of their names, as members of ``STEMS``.

    Args:
        text: as written down, with or without marks; punctuation parts words and is no more.
        brands: trade names to be known by.
    """
    words = _words(text)
    named = [(word, _stems_of(word)) for word in words]
    known = {word for word, stems in named if stems}
    whole = [word for word in words if not _AMOUNT.fullmatch(word)]
    found: set[str] = set()
    for word, stems in named:
        if word not in AMBIGUOUS or known - {word} or whole == [word]:
            found.update(stems)
    if brands:
        # By what a text has, not by what is known: there are few words in it, and many names.
        longest = max(len(one) for one in brands)
        for begin in range(len(words)):
            for end in range(begin + 1, min(begin + longest, len(words)) + 1):
                found.update(brands.get(tuple(words[begin:end]), ()))
    return frozenset(found)


def reveals_hiv(*texts: str | None, brands: Brands = NO_BRANDS) -> bool:
    """Whether what is written of an allergy tells that somebody lives with HIV.

    Args:
        texts: substance, reaction, whatever else is told; each as written down.
        brands: trade names to be known by.
    """
    return any(
        antiretrovirals(one, brands) or not DISEASE.isdisjoint(_words(one)) or says_phrase(one)
        for one in texts
        if one
    )


def _stems_of(word: str) -> tuple[str, ...]:
    return SHORT.get(word) or tuple(stem for stem in STEMS if word.startswith(stem))


def _words(text: str) -> list[str]:
    """Words in order, folded; ``H.I.V``, ``t d f`` and ``3-TC`` are one each, ``TDF300mg`` is without its dose."""
    plain = fold(unicodedata.normalize("NFKC", text))
    joined = _SPELLED.sub(lambda met: "".join(_WORDS.findall(met.group())), plain)
    return [word if word in DISEASE else _DOSE.sub("", word) for word in _WORDS.findall(joined)]
