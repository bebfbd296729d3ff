"""Lists as data, and the model that shows one of any length."""

from facility_app.ui.models.paged import (
    ID_ROLE,
    INK_ROLE,
    NOTE_ROLE,
    ROW_ROLE,
    SORT_ROLE,
    TONE_ROLE,
    ListState,
    PagedTableModel,
)
from facility_app.ui.models.spec import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec

__all__ = [
    "ID_ROLE",
    "INK_ROLE",
    "NOTE_ROLE",
    "ROW_ROLE",
    "SORT_ROLE",
    "TONE_ROLE",
    "Align",
    "ColumnSpec",
    "FilterOption",
    "FilterSpec",
    "ListSpec",
    "ListState",
    "PagedTableModel",
]
