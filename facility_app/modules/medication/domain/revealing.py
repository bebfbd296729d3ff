"""Trade names that reveal HIV: who cannot take a medicine against it was given one."""

import hashlib
import json
from typing import Final

from facility_app.kernel.hiv import (
    COMPARISON,
    DISEASE,
    PHRASES,
    SHORT,
    STEMS,
    Brands,
    antiretrovirals,
    is_amount,
    words_of,
)
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.settings import Setting, SettingScope
from facility_app.kernel.shipped import rows_of_list

BRANDS: Final = "clinical/arv_brands"
"""The trade names that came with the program."""
DIGEST_LENGTH: Final = 32
LOOKED_AT_BY: Final = Setting(
    "medication.names_looked_at_by",
    "",
    label("settings", "Bộ tên thuốc mà các dị ứng cũ đã được xem lại theo (chương trình tự ghi)"),
    SettingScope.FACILITY,
    lambda digest: len(digest) in {0, DIGEST_LENGTH},
)
"""By which names the allergies written before were sorted to their side of the wall."""


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
    named = (tuple(word for word in words_of(one) if not is_amount(word)) for one in (generic, brand or ""))
    return {words: stems for words in named if words}


def names_digest(brands: Brands) -> str:
    """Names all that a text is known by: another one, and what was written before is looked at again."""
    told = [
        [str(COMPARISON), *sorted([*STEMS, *SHORT, *DISEASE, *PHRASES])],
        sorted([*words, *sorted(stems)] for words, stems in brands.items()),
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:DIGEST_LENGTH]
