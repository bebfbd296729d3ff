"""Rows a pane has read with everything else, offered as a list asks for them."""

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
