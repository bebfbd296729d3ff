"""A few rows that were read with something else, in a card."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label
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
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing until ``show_rows``; ``stays_here`` as of a list, ``least`` its height at 100 %."""
        self._shown = Rows(row_id)
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

    @property
    def rows(self) -> tuple[Any, ...]:
        """What it shows."""
        return self._shown.rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show ``rows`` in place of those before."""
        self._shown.rows = tuple(rows)
        self.begin()
        self.bar.recheck()
