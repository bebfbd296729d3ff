"""What tells that somebody lives with HIV: words, medicines against it, codes. The one list of every wall.

A text is compared folded, and here alone: screens, lists, exports and bundles ask the same function.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from facility_app.kernel.names import fold
from facility_app.kernel.privacy import RowMark

Brands: TypeAlias = Mapping[tuple[str, ...], frozenset[str]]
"""The words of a trade name, in order → the medicines in it."""
NO_BRANDS: Final[Brands] = {}
COMPARISON: Final = 2
"""Goes up whenever a text is compared in another way, so that what was written before is looked at again."""

DISEASE: Final = frozenset({"aids", "hiv", "hiv1", "hiv2", "sida"})
"""Words of the disease, folded."""
PHRASES: Final = ("suy giảm miễn dịch ở người", "suy giảm miễn dịch mắc phải", "human immunodeficiency")
"""Its long names; "suy giảm miễn dịch" alone may be another disease."""
CODES: Final = ("B20", "B21", "B22", "B23", "B24", "F02.4", "O98.7", "R75", "Z11.4", "Z20.6", "Z21", "Z71.7")
"""Codes of ICD-10 that reveal an HIV status, with all that begin with them."""
STEMS: Final = (
    *("abacavir", "amprenavir", "atazanavir", "bictegravir", "cabotegravir", "cobicistat", "darunavir"),
    *("delavirdin", "didanosin", "dolutegravir", "doravirin", "efavirenz", "elvitegravir", "emtricitabin"),
    *("enfuvirtid", "etravirin", "fosamprenavir", "fostemsavir", "ibalizumab", "indinavir", "lamivudin"),
    *("lenacapavir", "lopinavir", "maraviroc", "nelfinavir", "nevirapin", "raltegravir", "rilpivirin"),
    *("ritonavir", "saquinavir", "stavudin", "tenofovir", "tipranavir", "zalcitabin", "zidovudin"),
)
"""Generic names of ATC J05AE, AF, AG, AJ, AR and AX against HIV, without the last vowel that spellings differ in.

Lamivudine and tenofovir are given against hepatitis B as well; they are kept behind the wall all the same.
"""
_NUCLEOSIDES: Final = (
    *("abacavir", "didanosin", "emtricitabin", "lamivudin", "stavudin", "tenofovir", "zalcitabin", "zidovudin"),
)
_NON_NUCLEOSIDES: Final = ("delavirdin", "doravirin", "efavirenz", "etravirin", "nevirapin", "rilpivirin")
_INTEGRASE: Final = ("bictegravir", "cabotegravir", "dolutegravir", "elvitegravir", "raltegravir")
SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "3tc": ("lamivudin",),
    "abc": ("abacavir",),
    "arv": STEMS,
    "arvs": STEMS,
    "art": STEMS,
    "atv": ("atazanavir",),
    "azidothymidin": ("zidovudin",),
    "azidothymidine": ("zidovudin",),
    "azt": ("zidovudin",),
    "bic": ("bictegravir",),
    "cab": ("cabotegravir",),
    "d4t": ("stavudin",),
    "ddc": ("zalcitabin",),
    "ddi": ("didanosin",),
    "dor": ("doravirin",),
    "drv": ("darunavir",),
    "dtg": ("dolutegravir",),
    "efv": ("efavirenz",),
    "etr": ("etravirin",),
    "evg": ("elvitegravir",),
    "ftc": ("emtricitabin",),
    "haart": STEMS,
    "insti": _INTEGRASE,
    "lpv": ("lopinavir",),
    "lpvr": ("lopinavir", "ritonavir"),
    "nnrti": _NON_NUCLEOSIDES,
    "nrti": _NUCLEOSIDES,
    "nvp": ("nevirapin",),
    "ral": ("raltegravir",),
    "rpv": ("rilpivirin",),
    "rtv": ("ritonavir",),
    "taf": ("tenofovir",),
    "tdf": ("tenofovir",),
    "tld": ("tenofovir", "lamivudin", "dolutegravir"),
    "tle": ("tenofovir", "lamivudin", "efavirenz"),
    "zdv": ("zidovudin",),
}
"""What wards write for them, and which medicines it stands for."""
AMBIGUOUS: Final = frozenset({"abc", "art", "atv", "bic", "cab", "ddc", "ddi", "dor", "etr", "ral", "tle"})
"""Those that mean something else as well: they count beside another of them, or as the whole text."""


_FOLDED: Final = tuple(fold(one) for one in PHRASES)
_DOSE: Final = re.compile(r"(?<=[a-z])\d+(mg|mcg|g|ml)?$")
_AMOUNT: Final = re.compile(r"\d*(mg|mcg|g|ml)|\d+|vien|thuoc")
_SPELLED: Final = re.compile(
    r"(?<![0-9a-z])(?:3[^0-9a-z]{1,2}tc|d4[^0-9a-z]{1,2}t|[0-9a-z](?:[^0-9a-z]{1,2}[0-9a-z](?![0-9a-z]))+)(?![0-9a-z])"
)
_WORDS: Final = re.compile(r"[0-9a-z]+")
_GLUED: Final = re.compile(r"(?<=[a-zđ])(?=[A-Z])")
_MARKS: Final = dict.fromkeys(range(0x0300, 0x0370))
# Stuck to another word at one end, as hands in a hurry write: "nhiễmHIV", "HIVdương"; not inside one ("chivas").
_DISEASE_AT_AN_END: Final = re.compile(r"(?<![a-z])(?:hiv|aids)|(?:hiv|aids|sida)(?![a-z])")
_CHAIN: Final = re.compile(f"(?:{'|'.join(sorted(SHORT, key=len, reverse=True))}){{2,}}")
_PLACES: Final = "".join(f"(?<!{one} )" for one in ("phong", "giuong", "buong", "nha", "khu", "day", "toa"))
_ANY_CODE: Final = "|".join(one.lower().replace(".", "[.]?") for one in CODES)
_CODE: Final = re.compile(rf"(?<![0-9a-z]){_PLACES}(?:{_ANY_CODE})(?:[.]?\d)?(?![0-9a-z])")


def antiretrovirals(text: str, brands: Brands = NO_BRANDS) -> frozenset[str]:
    """The medicines against HIV that a text names, by any of their names, as members of ``STEMS``.

    Args:
        text: as written down, with or without marks; punctuation parts words and is no more.
        brands: trade names to be known by.
    """
    return frozenset(one for words in _readings(text) for one in _medicines(words, brands))


def reveals_hiv(*texts: str | None, brands: Brands = NO_BRANDS, codes: bool = True) -> bool:
    """Whether a text tells that somebody lives with HIV, or was tested, or takes a medicine against it.

    It would rather hold back too much than too little: “HIV âm tính” tells as well.

    Args:
        texts: each as written down: any case, with or without marks, composed or not.
        brands: trade names to be known by.
        codes: whether a code of ICD-10 tells; not where it may be the number of a house or of a paper.
    """
    return any(_reveals(one, brands, codes=codes) for one in texts if one)


def telling(*path: str) -> RowMark:
    """Rows whose text tells it leave only where HIV may.

    Args:
        path: columns that lead from the row to the text, as of ``RowMark``.
    """
    return RowMark(path, is_text=True)


def words_of(text: str) -> list[str]:
    """Words in order, folded; ``H.I.V``, ``t d f`` and ``3-TC`` are one each, ``TDF300mg`` is without its dose."""
    plain = fold(unicodedata.normalize("NFKC", text))
    joined = _SPELLED.sub(lambda met: "".join(_WORDS.findall(met.group())), plain)
    return [word if word in DISEASE else _DOSE.sub("", word) for word in _WORDS.findall(joined)]


def names_disease(folded: str) -> bool:
    """Whether a folded text names the disease, in a word or with one of its long names."""
    return _DISEASE_AT_AN_END.search(folded) is not None or any(one in folded for one in _FOLDED)


def is_amount(word: str) -> bool:
    """Whether a folded word says how much of a medicine, not which."""
    return _AMOUNT.fullmatch(word) is not None


def _reveals(text: str, brands: Brands, *, codes: bool) -> bool:
    plain = fold(unicodedata.normalize("NFKC", text))
    if names_disease(plain) or (codes and _CODE.search(plain)):
        return True
    return any(not DISEASE.isdisjoint(words) or _medicines(words, brands) for words in _readings(text))


def _readings(text: str) -> Iterator[list[str]]:
    """The words of a text as it stands, and parted where a capital follows a small letter (``uốngARV``)."""
    yield words_of(text)
    # Capitals are all that would part it, so marks are taken off here without folding.
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).translate(_MARKS)
    parted = _GLUED.sub(" ", bare)
    if parted != bare:
        yield words_of(parted)


def _medicines(words: list[str], brands: Brands) -> set[str]:
    named = [(word, _stems_of(word)) for word in words]
    known = {word for word, stems in named if stems}
    whole = [word for word in words if not is_amount(word)]
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
    return found


def _stems_of(word: str) -> tuple[str, ...]:
    if word in SHORT:
        return SHORT[word]
    found = tuple(stem for stem in STEMS if stem in word)
    if found or _CHAIN.fullmatch(word) is None:
        return found
    short = [one for one in SHORT if one not in AMBIGUOUS and one in word]
    return tuple(stem for one in short for stem in SHORT[one])
