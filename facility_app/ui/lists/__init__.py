"""Lists as people use them: a table, what narrows it, what it remembers, and what leaves it."""

from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.lists.memory import ListMemory, NotedMemory, PassingMemory
from facility_app.ui.lists.saved import ColumnLayout, SavedView
from facility_app.ui.lists.sums import SelectionSum
from facility_app.ui.lists.table_view import TableView

__all__ = [
    "ColumnLayout",
    "ListMemory",
    "ListPanel",
    "NotedMemory",
    "PassingMemory",
    "SavedView",
    "SelectionSum",
    "TableView",
]
