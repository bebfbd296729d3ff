"""What every record has: a name for each constraint, an id, a home, who wrote it when, a version, void fields."""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

from facility_app.db.types import ANNOTATED_TYPES, ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy, SearchRole

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Batch migrations cannot drop a constraint that has no name."""

STAMP_COLUMNS = frozenset({"created_at", "created_by", "updated_at", "updated_by", "version"})
"""Columns the unit of work fills; they are no content: digests and the audit trail's values leave them out."""


class Base(DeclarativeBase):
    """Root of every record of the program."""

    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = ANNOTATED_TYPES


def info(privacy: Privacy, search: SearchRole | None = None) -> dict[str, object]:
    """What the house must know about a column: its privacy class and its part in search."""
    return {"privacy": privacy} if search is None else {"privacy": privacy, "search": search}


def kept(privacy: Privacy, *args: Any, search: SearchRole | None = None, **options: Any) -> MappedColumn[Any]:
    """A column of a record with its privacy class; other arguments as ``mapped_column``."""
    # active_history: the trail needs the value before, even when it was not loaded yet.
    return mapped_column(*args, info=info(privacy, search), active_history=True, **options)


class Record:
    """Columns of every editable record; the unit of work fills the stamps, services fill the rest.

    Attributes:
        id: UUIDv7, 32 lower-case hex characters.
        version: counts saves; a save from a stale copy is refused.
        voided_at: when the record was struck out; records are never deleted.
    """

    id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), primary_key=True, sort_order=-10)
    created_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime, sort_order=90)
    created_by: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sort_order=90)
    updated_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime, sort_order=91)
    updated_by: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sort_order=91)
    version: Mapped[int] = kept(Privacy.ADMIN, sa.Integer, sort_order=92)
    voided_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime, sort_order=93)
    voided_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sort_order=93)
    # Free text about a record of any kind: as private as the most private of them that may travel.
    void_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text, sort_order=93)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class SyncedRecord(Record):
    """A record that travels in bundles: it also knows the facility that made it, half of its global key."""

    home: Mapped[str] = kept(Privacy.ADMIN, sa.String(35), sort_order=-9)
