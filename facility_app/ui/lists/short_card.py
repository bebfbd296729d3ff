"""A few rows that were read with something else, in a card."""

from collections.abc import Callable
from typing import Any, Final

from facility_app.kernel.labels import Label
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.read_rows import Rows
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

LEAST: Final = 190
"""Height of a card, at 100 %: the head, the column heads and a few rows."""


def short_card(
    context: PageContext,
    list_id: str,
    title: Label,
    columns: tuple[ColumnSpec[Any], ...],
    row_id: Callable[[Any], str],
    empty: Label,
    stays_here: Callable[[Any], bool] | None = None,
) -> tuple[ListCard, Rows]:
    """A list in a card whose rows are read with something else, and those rows; ``stays_here`` as of a list."""
    rows = Rows(row_id)
    spec: ListSpec[Any] = ListSpec(
        id=list_id,
        title=title,
        columns=columns,
        ids=rows.ids,
        rows=rows.get,
        row_id=row_id,
        search=None,
        empty=empty,
        stays_here=stays_here,
    )
    made = ListCard(context, spec)
    made.setMinimumHeight(context.theme.px(LEAST))
    return made, rows
