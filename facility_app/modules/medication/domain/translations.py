"""English of the words in the shipped rule tables, for the translator: each table carries its own."""

from collections.abc import Callable
from typing import Final

from facility_app.kernel.ports import Shelf
from facility_app.kernel.shipped import from_shelf
from facility_app.modules.medication.domain.protocols import english_reasons, read_protocols
from facility_app.modules.medication.domain.rules import FILES, RuleList, RuleRow, english_of, rows_of

READERS: Final[dict[RuleList, Callable[[str], tuple[RuleRow, ...]]]] = {
    **{one: rows_of(one) for one in RuleList},
    RuleList.PROTOCOL: read_protocols,
}
"""Table → what reads its file."""


def english_of_medication(shelf: Shelf) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of every shipped rule table."""
    found: dict[tuple[str, str], str] = {}
    for one, name in FILES.items():
        found |= english_of(from_shelf(shelf, name, READERS[one]))
    return found | english_reasons(from_shelf(shelf, FILES[RuleList.PROTOCOL], read_protocols))
