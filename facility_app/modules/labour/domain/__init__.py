"""Rules of labour that would be true on paper."""

from facility_app.modules.labour.domain.rights import (
    ARRANGE_LABOUR,
    CLOSE_LABOUR,
    FOLLOW_STAYS,
    KEEP_RESULTS,
    KEEP_SHEETS,
    VIEW_LABOUR,
    VIEW_RESULTS,
)

__all__ = [
    "ARRANGE_LABOUR",
    "CLOSE_LABOUR",
    "FOLLOW_STAYS",
    "KEEP_RESULTS",
    "KEEP_SHEETS",
    "VIEW_LABOUR",
    "VIEW_RESULTS",
]
