"""How a table says that its rows stay as they were written, and the reference every row of stock has."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import MappedColumn

from facility_app.db.base import kept
from facility_app.db.counted import COUNTED_MARK, Counting
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy

STAMPS = ("created_at", "created_by", "voided_at", "voided_by", "void_reason")
"""Never set but when a row is written: no row of a ledger is struck out, a counter-row cancels it."""


def for_good(
    columns: Iterable[str],
    *,
    once: tuple[str, ...] = (),
    keys: tuple[tuple[str, ...], ...] = (),
    rules: tuple[Counting, ...] = (),
) -> dict[str, dict[str, Any]]:
    """The last entry of ``__table_args__`` of a table whose rows never change; arguments as ``frozen``."""
    made = frozen("home", *columns, *STAMPS, once=once, keys=keys)
    return {"info": {**made["info"], COUNTED_MARK: rules}}


def row_of(table: str, *, privacy: Privacy = Privacy.ADMIN, index: bool = False) -> MappedColumn[Any]:
    """A reference to a row of this slice or of the residents."""
    return kept(privacy, sa.String(ID_LENGTH), sa.ForeignKey(f"{table}.id"), index=index)


def maybe_row_of(table: str, *, index: bool = False) -> MappedColumn[Any]:
    """The same where there may be none."""
    return kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(f"{table}.id"), nullable=True, index=index)
