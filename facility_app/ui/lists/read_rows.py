"""Rows read whole, offered as a list asks for them: with everything else of a pane, or once for a list."""

from collections.abc import Callable, Sequence
from typing import Any

from facility_app.kernel.paging import Look


class Rows:
    """Rows read with everything else, as a list asks for them."""

    def __init__(self, row_id: Callable[[Any], str]) -> None:
        """None yet."""
        self.row_id = row_id
        self.rows: tuple[Any, ...] = ()

    def ids(self, _uow: Any, _look: Look) -> tuple[str, ...]:
        """Their ids."""
        return tuple(map(self.row_id, self.rows))

    def get(self, _uow: Any, wanted: Sequence[str]) -> tuple[Any, ...]:
        """Those of these ids."""
        here = {self.row_id(row): row for row in self.rows}
        return tuple(here[one] for one in wanted if one in here)


class Board:
    """Rows read once for ids and rows of a list; a reload reads anew.

    Attributes:
        rows: everything at the last reading.
    """

    def __init__(
        self,
        read: Callable[[Any], Sequence[Any]],
        row_id: Callable[[Any], str],
        pick: Callable[[Sequence[Any], Look], Sequence[Any]] | None = None,
    ) -> None:
        """Nothing read."""
        self._read, self._row_id, self._pick = read, row_id, pick
        self.rows: tuple[Any, ...] = ()

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids of those the look asks for."""
        self.rows = tuple(self._read(uow))
        found = self.rows if self._pick is None else self._pick(self.rows, look)
        return tuple(map(self._row_id, found))

    def of(self, uow: Any, ids: Sequence[str]) -> tuple[Any, ...]:
        """Those rows; read anew when one of them is not known."""
        known = {self._row_id(row): row for row in self.rows}
        if not set(ids) <= known.keys():
            known = {self._row_id(row): row for row in self._read(uow)}
        return tuple(known[one] for one in ids if one in known)
