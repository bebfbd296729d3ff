"""What a record's columns were and are, as text with their privacy class, for the audit trail."""

from collections.abc import Callable, Hashable
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

    def before_after(name: str) -> tuple[object, object]:
        history, now = get_history(record, name), getattr(record, name)
        if history.deleted:
            return history.deleted[0], now
        return (None if history.added else now), now

    return _values(record, dialect, before_after)


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


def _values(
    record: object, dialect: sa.Dialect, before_after: Callable[[str], tuple[object, object]]
) -> list[ValueChange]:
    table, record_id = record_key(record)
    mapper: Any = sa.inspect(record).mapper
    made = []
    for attribute in mapper.column_attrs:
        column = attribute.columns[0]
        before, after = (None, None) if attribute.key in LEFT_OUT else before_after(attribute.key)
        if before != after:
            old, new = _text(column, before, dialect), _text(column, after, dialect)
            made.append(ValueChange(table, record_id, column.name, Privacy(column.info["privacy"]), old, new))
    return made


def _text(column: sa.Column[Any], value: object, dialect: sa.Dialect) -> str | None:
    """The value as the file holds it, as text; bytes in hex."""
    if value is None:
        return None
    return _stored(value, column.type.dialect_impl(dialect).bind_processor(dialect))


def _stored(value: object, bind: Any) -> str:
    stored = value if bind is None else bind(value)
    return stored.hex() if isinstance(stored, bytes) else str(stored)
