"""What every row about somebody's care has: whose, of which stay, when it happened, who wrote it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, MappedColumn

from facility_app.db.base import SyncedRecord, kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy

STAMPS = ("home", "created_at", "created_by")
STRUCK = ("voided_at", "voided_by", "void_reason")
"""Filled once, when an entry is struck out; what it said stays readable."""
OF_CHART = ("resident_id", "stay_id", "happened_at", "author_name", "is_late", "corrects_id")


def as_written(
    columns: Iterable[str], *, once: tuple[str, ...] = (), keys: tuple[tuple[str, ...], ...] = ()
) -> dict[str, dict[str, Any]]:
    """The last entry of ``__table_args__`` of a table whose rows stay as they were written; as ``frozen``."""
    return {**frozen(*STAMPS, *columns, once=(*STRUCK, *once), keys=keys)}


def row_of(table: str, privacy: Privacy, *, index: bool = False, nullable: bool = False) -> MappedColumn[Any]:
    """A reference to a row, behind the wall of the row that refers."""
    return kept(privacy, sa.String(ID_LENGTH), sa.ForeignKey(f"{table}.id"), index=index, nullable=nullable)


class Charted(SyncedRecord):
    """One entry of a chart; each table has an index by stay and time.

    Attributes:
        happened_at: when it was so; ``created_at`` is when it was written.
        author_name: who wrote it, by name; ``created_by`` is the account.
        is_late: whether it was written late, by the rule of that day.
        corrects_id: the entry struck out that this one stands for.
    """

    resident_id: Mapped[str] = row_of("resident", Privacy.ADMIN, index=True)
    stay_id: Mapped[str] = row_of("stay", Privacy.ADMIN)
    happened_at: Mapped[datetime] = kept(Privacy.CLINICAL)
    author_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    is_late: Mapped[bool] = kept(Privacy.CLINICAL)
    corrects_id: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH))
