"""What a closed month holds: days up to its last take nothing more, and nothing of them changes."""

from typing import Any

from facility_app.db.counted import COUNTED_MARK, ClosedBy


def closed_by_month(day: str) -> dict[str, dict[str, Any]]:
    """The last entry of ``__table_args__`` of a table whose days a closed month holds."""
    return {"info": {COUNTED_MARK: (ClosedBy(day, "labour_month", "last_on", ("home",), holds_changes=True),)}}
