"""Where the screens of orders, rules, protocols and programmes are, and what they look at."""

from typing import Final

ORDERS: Final = "medication.orders"
PRESCRIBE: Final = "medication.prescribe"
RULES: Final = "medication.rules"
PROTOCOLS: Final = "medication.protocols"
PROGRAMMES: Final = "medication.programmes"
PERSON: Final = "residents.person"
TAB: Final = "medication.person"
TAB_ARG: Final = "tab"
KIND_ARG: Final = "kind"
ORDER_ARG: Final = "order"
"""The order a new one takes the place of, or repeats."""
RULE_TABLES: Final = frozenset({"clinical_rule"})
ORDER_TABLES: Final = frozenset(
    {
        *("medicine_order", "order_hold", "order_override", "private_medicine_order", "private_order_hold"),
        *("resident_card",),
    }
)
TABLES: Final = ORDER_TABLES | {
    *("medicine_dose", "private_medicine_dose", "medicine_allergy", "private_medicine_allergy", "allergy_asked"),
    *("protocol_run", "substitution_programme", "medication_end", "external_medicine"),
}
