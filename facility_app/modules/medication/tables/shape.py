"""What the tables of this slice share: rows for good, references, the twin of a table behind the wall of HIV."""

from collections.abc import Iterable
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import MappedColumn

from facility_app.db.base import Record, SyncedRecord, kept
from facility_app.db.counted import COUNTED_MARK, Counting
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy

RecordT = TypeVar("RecordT", bound=type[SyncedRecord])
STAMPS = ("created_at", "created_by")
STRUCK = ("voided_at", "voided_by", "void_reason")
"""Set once, when a row is struck out."""
_OF_EVERY_RECORD = frozenset(dir(Record)) | {"home"}


def for_good(
    columns: Iterable[str],
    *,
    once: Iterable[str] = (),
    keys: tuple[tuple[str, ...], ...] = (),
    rules: tuple[Counting, ...] = (),
    hidden: tuple[str, ...] = (),
) -> dict[str, dict[str, Any]]:
    """The last entry of ``__table_args__`` of a table whose rows never change but where ``once`` says so.

    Texts that ``hidden`` names may go from a row that is struck out.
    """
    made = frozen("home", *columns, *STAMPS, once=(*once, *STRUCK), keys=keys, hidden=hidden)
    return {"info": {**made["info"], COUNTED_MARK: rules}}


def row_of(table: str, *, privacy: Privacy = Privacy.CLINICAL, index: bool = False) -> MappedColumn[Any]:
    """A reference."""
    return kept(privacy, sa.String(ID_LENGTH), sa.ForeignKey(f"{table}.id"), index=index)


def maybe_row_of(table: str, *, index: bool = False) -> MappedColumn[Any]:
    """A reference where there may be none."""
    return kept(Privacy.CLINICAL, sa.String(ID_LENGTH), sa.ForeignKey(f"{table}.id"), nullable=True, index=index)


def behind_wall(record: RecordT) -> RecordT:
    """Every fact of this table may leave only with what may leave of HIV: who has a row here is known by it."""
    table = sa.inspect(record).local_table
    for column in table.columns:
        if column.name not in _OF_EVERY_RECORD:
            column.info = {**column.info, "privacy": Privacy.HIV}
    return record
