"""Words that reveal HIV by themselves: who cannot take a medicine against it was given one."""

from typing import Final

from facility_app.kernel.names import fold

STEMS: Final = (
    *("abacavir", "atazanavir", "bictegravir", "cabotegravir", "cobicistat", "darunavir", "didanosin"),
    *("dolutegravir", "doravirin", "efavirenz", "elvitegravir", "emtricitabin", "enfuvirtid", "etravirin"),
    *("fosamprenavir", "fostemsavir", "ibalizumab", "indinavir", "lamivudin", "lenacapavir", "lopinavir"),
    *("maraviroc", "nelfinavir", "nevirapin", "raltegravir", "rilpivirin", "ritonavir", "saquinavir", "stavudin"),
    *("tenofovir", "tipranavir", "zidovudin"),
)
"""Generic names of ATC J05AE, AF, AG, AJ, AR and AX against HIV, without the last vowel that spellings differ in.

Lamivudine and tenofovir are given against hepatitis B as well; they are kept behind the wall all the same.
"""
SHORT: Final = frozenset(
    [
        "arv",
        "abc",
        "atv",
        "azt",
        "zdv",
        "3tc",
        "ftc",
        "d4t",
        "ddi",
        "dtg",
        "drv",
        "efv",
        "etr",
        "lpv",
        "nvp",
        "ral",
        "rpv",
        "rtv",
        "taf",
        "tdf",
        "tld",
        "tle",
        "haart",
    ]
)
"""What wards write for them."""


def reveals_hiv(substance: str) -> bool:
    """Whether a substance somebody cannot take tells that they live with HIV.

    Args:
        substance: as written down, with or without marks.
    """
    words = fold(substance).replace("/", " ").replace("+", " ").replace("-", " ").replace(",", " ").split()
    return any(word in SHORT or word.startswith(STEMS) for word in words)
