"""Which schooling a minor must be given (NĐ 163/2026 Đ127.1; before it NĐ 116/2021: primary only, law.md §7)."""

from collections.abc import Collection
from typing import Final

from facility_app.kernel.ages import ADULT_YEARS, LEAST_YEARS
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.classes import SchoolLevel

SCHOOLING_ARTICLES: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "NĐ 116/2021 (chỉ tiểu học)",
    LegalRegime.L2025: "NĐ 163/2026 Đ127.1",
}
_FINISHED_BY: Final[dict[str, frozenset[SchoolLevel]]] = {
    # III-05 says which level somebody reached; the ones below it were finished, the level itself may not be.
    "lower_secondary": frozenset({SchoolLevel.PRIMARY}),
    "upper_secondary": frozenset({SchoolLevel.PRIMARY, SchoolLevel.LOWER_SECONDARY}),
    "college": frozenset(SchoolLevel),
}
_COMPULSORY: Final[dict[LegalRegime, tuple[SchoolLevel, ...]]] = {
    LegalRegime.L2021: (SchoolLevel.PRIMARY,),
    LegalRegime.L2025: (SchoolLevel.PRIMARY, SchoolLevel.LOWER_SECONDARY),
}


def compulsory_level(
    age: int, regime: LegalRegime, reached: str | None, finished: Collection[SchoolLevel] = ()
) -> SchoolLevel | None:
    """The level a person must be taught now; None for an adult and for whoever has what the law asks.

    Args:
        age: full years today.
        regime: the law of the stay.
        reached: the level their file says they reached, a code of III-05; None or ``none`` for nothing known.
        finished: levels a school report says they finished.
    """
    if not LEAST_YEARS <= age < ADULT_YEARS:
        return None
    done = _FINISHED_BY.get(reached or "", frozenset()) | set(finished)
    # Whoever finished a level finished those below it.
    order = list(SchoolLevel)
    highest = max((order.index(one) for one in done), default=-1)
    return next((one for one in _COMPULSORY[regime] if order.index(one) > highest), None)
