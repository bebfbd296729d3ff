"""What a record's columns were and are, as text with their privacy class, for the audit trail."""

from collections.abc import Callable
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
    return _values(record, dialect, lambda name: (None, getattr(record, name)))


def changed_values(record: object, dialect: sa.Dialect) -> list[ValueChange]:
    """The content columns of a record that differ from what was loaded."""

    def before_after(name: str) -> tuple[object, object]:
        history, now = get_history(record, name), getattr(record, name)
        if history.deleted:
            return history.deleted[0], now
        return (None if history.added else now), now

    return _values(record, dialect, before_after)


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
    bind = column.type.dialect_impl(dialect).bind_processor(dialect)
    stored = value if bind is None else bind(value)
    return stored.hex() if isinstance(stored, bytes) else str(stored)
