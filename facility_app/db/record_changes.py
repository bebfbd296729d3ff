"""What a record's columns were and are, as text with their privacy class, for the audit trail."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import get_history

from facility_app.db.audit import ValueChange
from facility_app.db.base import STAMP_COLUMNS
from facility_app.kernel.privacy import Privacy

LEFT_OUT = STAMP_COLUMNS | {"id", "home"}


def record_key(record: object) -> tuple[str, str]:
    """(table, id) of a mapped record."""
    mapper: Any = sa.inspect(record).mapper
    return mapper.local_table.name, str(mapper.primary_key_from_instance(record)[0])


def new_values(record: object, dialect: sa.Dialect) -> list[ValueChange]:
    """Every content column of a new record that has a value."""
    table, record_id = record_key(record)
    kind: Any = type(record)
    made = []
    for key, name, privacy, bind in _columns(kind, dialect):
        value = getattr(record, key)
        if value is not None:
            made.append(ValueChange(table, record_id, name, privacy, None, _stored(value, bind)))
    return made


def changed_values(record: object, dialect: sa.Dialect) -> list[ValueChange]:
    """The content columns of a record that differ from what was loaded."""
    table, record_id = record_key(record)
    kind: Any = type(record)
    state: Any = sa.inspect(record)
    made = []
    for key, name, privacy, bind in _columns(kind, dialect):
        # What was not set since it was loaded is as it was: asking each for its history takes most of the time.
        if key in state.committed_state:
            before, after = _before_after(record, key)
            if before != after:
                old, new = _text(before, bind), _text(after, bind)
                made.append(ValueChange(table, record_id, name, privacy, old, new))
    return made


@lru_cache(maxsize=1_000)
def _columns(record_type: Hashable, dialect: sa.Dialect) -> tuple[tuple[str, str, Privacy, Any], ...]:
    """Attribute, column, privacy and what makes its value storable, of every content column of a kind of record.

    A long list has a hundred thousand values; looking all this up for each is most of the time they take.
    """
    mapper: Any = sa.inspect(record_type)
    found = []
    for attribute in mapper.column_attrs:
        if attribute.key not in LEFT_OUT:
            column = attribute.columns[0]
            bind = column.type.dialect_impl(dialect).bind_processor(dialect)
            found.append((attribute.key, column.name, Privacy(column.info["privacy"]), bind))
    return tuple(found)


def _before_after(record: object, key: str) -> tuple[object, object]:
    history, now = get_history(record, key), getattr(record, key)
    if history.deleted:
        return history.deleted[0], now
    return (None if history.added else now), now


def _text(value: object, bind: Any) -> str | None:
    """The value as the file holds it, as text; bytes in hex."""
    return None if value is None else _stored(value, bind)


def _stored(value: object, bind: Any) -> str:
    stored = value if bind is None else bind(value)
    return stored.hex() if isinstance(stored, bytes) else str(stored)
