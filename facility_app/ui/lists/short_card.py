"""A few rows that were read with something else, in a card."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.lists.delegate import ROW
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.read_rows import Rows
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

LEAST: Final = 190
"""Height of a card, at 100 %: the head, the column heads and a few rows."""


class ShortCard(ListCard):
    """Rows under a title; it asks nothing by itself."""

    def __init__(
        self,
        context: PageContext,
        list_id: str,
        title: Label,
        columns: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        empty: Label,
        *,
        stays_here: Callable[[Any], bool] | None = None,
        hint: str = "",
        least: int = LEAST,
        most_rows: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing until ``show_rows``.

        Args:
            context: what it works with.
            list_id: its name, by which the user's columns are remembered.
            title: its name on the screen.
            columns: of the rows.
            row_id: a row's id.
            empty: said when there is nothing.
            stays_here: as of a list.
            hint: said behind the title.
            least: its height at 100 %.
            most_rows: it grows with so many rows, however high they are, where what is around it scrolls.
            parent: whose part it is.
        """
        self._shown = Rows(row_id)
        self._least_height, self._most_rows = least, most_rows
        spec: ListSpec[Any] = ListSpec(
            id=list_id,
            title=title,
            columns=columns,
            ids=self._shown.ids,
            rows=self._shown.get,
            row_id=row_id,
            search=None,
            empty=empty,
            stays_here=stays_here,
        )
        super().__init__(context, spec, hint=hint, parent=parent)
        self.setMinimumHeight(context.theme.px(least))
        if most_rows:
            self.table.columns.fitted.connect(self._stand_whole)
            self.model.modelReset.connect(self._stand_whole)
            self.model.dataChanged.connect(self._stand_whole)

    @property
    def rows(self) -> tuple[Any, ...]:
        """What it shows."""
        return self._shown.rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show ``rows`` in place of those before."""
        self._shown.rows = tuple(rows)
        if self._most_rows:
            # Its place is kept before the rows come, so that what stands below moves once at most.
            more = max(0, min(len(rows), self._most_rows) - 1)
            self.setMinimumHeight(self._context.theme.px(self._least_height + ROW * more))
        self.begin()
        self.bar.recheck()

    @Slot()
    def _stand_whole(self) -> None:
        """As high as its rows are, once they are here."""
        self.states.setMinimumHeight(self.table.height_of(self._most_rows) if self.model.rowCount() else 0)
