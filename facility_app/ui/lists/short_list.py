"""Lists short enough to be read whole: one read gives their ids and their rows."""

from collections.abc import Callable, Sequence
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
    once = _Once(read, row_id)
    return ListSpec(
        id=list_id, title=title, columns=columns, ids=once.ids, rows=once.rows, row_id=row_id, search=None,
        empty=empty, tables=tables,
    )  # fmt: skip


class _Once:
    """Ids are asked first, then their rows; the rows asked in the same unit of work are those already read."""

    def __init__(self, read: Read, row_id: RowId) -> None:
        self._read, self._row_id = read, row_id
        self._last: tuple[Any, Sequence[Any]] | None = None

    def ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        """Of everything, in its order."""
        rows = self._read(uow)
        self._last = uow, rows
        return tuple(map(self._row_id, rows))

    def rows(self, uow: Any, wanted: Sequence[str]) -> tuple[Any, ...]:
        """Those wanted; what was kept for them is let go."""
        last, self._last = self._last, None
        read = last[1] if last is not None and last[0] is uow else self._read(uow)
        found = {self._row_id(row): row for row in read}
        return tuple(found[one] for one in wanted if one in found)
