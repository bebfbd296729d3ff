"""Columns every table of this slice writes the same way."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import MappedColumn

from facility_app.db.base import kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT, NOTE_LIMIT
from facility_app.kernel.privacy import Privacy


def resident(*, index: bool = True) -> MappedColumn[Any]:
    """Whom a row is about."""
    return kept(Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=index, sort_order=-8)


def row_of(table: str, *, index: bool = True) -> MappedColumn[Any]:
    """A reference to a row; nullable where the annotation says so."""
    return kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(f"{table}.id"), index=index)


def room() -> MappedColumn[Any]:
    """A meeting room of the calendar; without a foreign key, for SQLite adds none without a new table."""
    return kept(Privacy.ADMIN, sa.String(ID_LENGTH), index=True)


def line(privacy: Privacy = Privacy.ADMIN) -> MappedColumn[Any]:
    """One line of text."""
    return kept(privacy, sa.String(LINE_LIMIT))


def note(privacy: Privacy = Privacy.ADMIN) -> MappedColumn[Any]:
    """A longer text."""
    return kept(privacy, sa.String(NOTE_LIMIT))


LIVE = sa.text("voided_at IS NULL")
