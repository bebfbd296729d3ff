"""Where the screens of the round are, and what wakes them."""

from typing import Final

ROUND: Final = "medication.round"
CATCH_UP: Final = "medication.catch_up"
PERSON: Final = "residents.person"
ZONE_ARG, DAY_ARG, ROUND_ARG = "zone", "day", "round"
MEMORY: Final = "medication.round"
"""Under which zone and cabinet are remembered."""
OPEN_TABLES: Final = frozenset(
    {
        *("medicine_dose", "medicine_order", "order_hold", "medicine_allergy", "allergy_asked", "medication_end"),
        *("bed_placement", "stay", "resident_card", "cabinet_shift", "vital_reading"),
    }
)
"""A commit that touches one of these reads the round again."""
