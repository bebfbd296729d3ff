"""Lists short enough to be read whole: one read gives their ids and their rows."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label
from facility_app.kernel.paging import Look
from facility_app.ui.models import ColumnSpec, ListSpec

Read = Callable[[Any], Sequence[Any]]
RowId = Callable[[Any], str]


def short_list(
    list_id: str,
    title: Label,
    empty: Label,
    columns: tuple[ColumnSpec[Any], ...],
    read: Read,
    row_id: RowId,
    tables: frozenset[str],
) -> ListSpec[Any]:
    """A list of what ``read(uow)`` answers, in that order; it follows ``tables``."""
    return ListSpec(
        id=list_id, title=title, columns=columns, ids=partial(_ids, read, row_id),
        rows=partial(_rows, read, row_id), row_id=row_id, search=None, empty=empty, tables=tables,
    )  # fmt: skip


def _ids(read: Read, row_id: RowId, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(map(row_id, read(uow)))


def _rows(read: Read, row_id: RowId, uow: Any, wanted: Sequence[str]) -> tuple[Any, ...]:
    found = {row_id(row): row for row in read(uow)}
    return tuple(found[one] for one in wanted if one in found)
