"""What tells that somebody lives with HIV: words, medicines against it, codes. The one list of every wall."""

from collections.abc import Mapping
from typing import Final

from facility_app.kernel.names import fold
from facility_app.kernel.privacy import RowMark

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


def says_phrase(text: str) -> bool:
    """Whether a text has one of the long names, with or without marks."""
    plain = " ".join(fold(text).split())
    return any(one in plain for one in _FOLDED)


_FOLDED: Final = tuple(fold(one) for one in PHRASES)
_SPELLED: Final = ("H.I.V", "H I V", "H-I-V", "A.I.D.S")
_LATER: Final = frozenset({"insti", "taf"})
"""Short forms that stand inside ordinary words: they tell among words, not as a part of a text."""
PATTERNS: Final = tuple(
    f"%{one}%"
    for one in dict.fromkeys(
        (
            *sorted(DISEASE),
            *_SPELLED,
            *PHRASES,
            *(fold(one) for one in PHRASES),
            *(one.capitalize() for one in PHRASES),
            *(one.upper() for one in PHRASES),
            *CODES,
            *(one.replace(".", "") for one in CODES),
            *STEMS,
            *(one for one in sorted(SHORT) if one not in AMBIGUOUS | _LATER),
        )
    )
)
"""The same list for SQL's LIKE, which knows no words: it holds back too much rather than too little."""


def telling(*path: str) -> RowMark:
    """Rows whose text tells it leave only where HIV may.

    Args:
        path: columns that lead from the row to the text, as of ``RowMark``.
    """
    return RowMark(path, like=PATTERNS)


def telling_codes(*path: str) -> RowMark:
    """Rows whose code of ICD-10 tells it leave only where HIV may."""
    return RowMark(path, like=tuple(f"{one}%" for one in CODES))
