"""Where the screens of absences are."""

from typing import Final

LIST: Final = "absences.list"
PERSON: Final = "residents.person"
TAB: Final = "absences.person"
CASE_ARG: Final = "case"
TABLES: Final = frozenset(
    {"absence_case", "absence_paper", "absence_extension", "absence_escort", "absence_step", "stay"}
)
