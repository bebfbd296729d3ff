"""Where the screens of absences are."""

from typing import Final

LIST: Final = "absences.list"
PERSON: Final = "residents.person"
TAB: Final = "absences.person"
CASE_ARG: Final = "case"
A_MINUTE_MS: Final = 60_000
"""How often what is shown is compared with the clock."""
TABLES: Final = frozenset(
    {"absence_case", "absence_paper", "absence_extension", "absence_escort", "absence_step", "stay", "task"}
)
