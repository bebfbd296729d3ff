"""The years a stay may speak of: beyond them a slip of the keyboard is meant, and sums of days would run out."""

from datetime import date
from typing import Final

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
"""Of everything that happens to a stay; no facility keeps an older open file."""
FIRST_BIRTH_YEAR: Final = 1900

MOST_MONTHS: Final = 600
MOST_DAYS: Final = 20_000
"""Of one number and of all reductions together; no term is near these."""

FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
LAST_DAY: Final = date(LAST_YEAR, 12, 31)
FIRST_BIRTH_DAY: Final = date(FIRST_BIRTH_YEAR, 1, 1)


def is_of_a_stay(day: date) -> bool:
    """Whether something may have happened to a stay on ``day``, or may be planned for it."""
    return FIRST_DAY <= day <= LAST_DAY
