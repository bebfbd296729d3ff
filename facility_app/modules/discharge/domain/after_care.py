"""Quản lý sau cai nghiện: how long the law makes it, to begin a form with; the decision itself says how long."""

from typing import Final

_ADULT_COMPULSORY: Final = 24
_OTHERS: Final = 12
_NONE: Final = frozenset({"TEMPORARY", "HOME_PHASES_AT_FACILITY", "SUBSTITUTION"})


def after_care_months(stay_type: str) -> int | None:
    """Months of after-care by the type of the stay (Luật PCMT 2025 Đ42); None where none follows."""
    if stay_type in _NONE:
        return None
    return _ADULT_COMPULSORY if stay_type == "COMPULSORY_ADULT" else _OTHERS
