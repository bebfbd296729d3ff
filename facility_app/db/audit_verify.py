"""Reading the audit trail with distrust: whatever raw SQL did, the first entry that does not fit is named."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa

from facility_app.db.audit import (
    ERASE_VERB,
    FIELDS,
    GENESIS,
    Head,
    entry_hash,
    erasure_name,
    value_digest,
    values_digest_of,
)

Row: TypeAlias = sa.Row[Any]

ENTRIES = f"SELECT {', '.join(FIELDS)}, values_digest, hash FROM audit_entry ORDER BY seq"
VALUES = (
    "SELECT entry_seq, ord, table_name, record_id, column_name, privacy, before, after, salt, digest "
    "FROM audit_value ORDER BY entry_seq, ord"
)
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying the chain found.

    Attributes:
        rows: entries read.
        first_bad: number of the first entry that does not fit, or None.
        missing_tail: whether the anchor remembers entries the file no longer has.
    """

    rows: int
    first_bad: int | None
    missing_tail: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return self.first_bad is None and not self.missing_tail


def verify(connection: sa.Connection, anchored: Head | None) -> Verdict:
    """Read the whole chain and say where it first breaks.

    Columns are read as the file has them, without type conversion, because a tamperer keeps to no type.

    Args:
        connection: in a read transaction.
        anchored: what the anchor outside the file remembers; None when there is none.
    """
    with _any_text(connection):
        return _verify(connection, anchored)


def _verify(connection: sa.Connection, anchored: Head | None) -> Verdict:
    erased = _erased_by_right(connection)
    groups = _value_groups(connection)
    group = next(groups, None)
    previous, count = GENESIS, 0
    for row in _stream(connection, ENTRIES):
        count += 1
        values: list[Row] = []
        if group is not None and group[0] == row.seq:
            values, group = group[1], next(groups, None)
        is_stray = group is not None and group[0] <= row.seq
        if row.seq != count or is_stray or not _fits(row, values, previous, erased):
            return Verdict(count, max(1, min(count, row.seq)))
        previous = row.hash
        if anchored is not None and anchored.count == count and anchored.hash != previous:
            return Verdict(count, count)
    if group is not None:
        return Verdict(count, count + 1)
    return Verdict(count, None, missing_tail=anchored is not None and anchored.count > count)


@contextmanager
def _any_text(connection: sa.Connection) -> Iterator[None]:
    """Read text that is no UTF-8 too: the driver would stop at it, and the entry would not be named."""
    raw: Any = connection.connection.driver_connection
    before = raw.text_factory
    raw.text_factory = lambda data: data.decode(errors="surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = before


def _stream(connection: sa.Connection, sql: str) -> sa.CursorResult[Any]:
    return connection.execution_options(yield_per=CHUNK).exec_driver_sql(sql)


def _erased_by_right(connection: sa.Connection) -> frozenset[object]:
    rows = connection.exec_driver_sql("SELECT record_id FROM audit_entry WHERE verb = ?", (ERASE_VERB,))
    return frozenset(rows.scalars())


def _value_groups(connection: sa.Connection) -> Iterator[tuple[int, list[Row]]]:
    """Values by entry number, ascending; numbers that are none come first, as -1, and fit no entry."""
    number, group = 0, list[Row]()
    for row in _stream(connection, VALUES):
        owner = row.entry_seq if isinstance(row.entry_seq, int) else -1
        if group and owner != number:
            yield number, group
            group = []
        number = owner
        group.append(row)
    if group:
        yield number, group


def _fits(entry: Row, values: Sequence[Row], previous: bytes, erased: frozenset[object]) -> bool:
    if not all(_value_fits(entry.seq, place, value, erased) for place, value in enumerate(values)):
        return False
    digest = values_digest_of(
        [v.table_name, v.record_id, v.column_name, v.privacy, v.digest.hex()] for v in values
    )
    fields = [getattr(entry, name) for name in FIELDS]
    return bool(digest == entry.values_digest and entry.hash == entry_hash(previous, fields, digest))


def _value_fits(seq: int, place: int, value: Row, erased: frozenset[object]) -> bool:
    if value.ord != place or not isinstance(value.digest, bytes):
        return False
    if erasure_name(seq, place) in erased:
        return value.salt is None and value.before is None and value.after is None
    if not isinstance(value.salt, bytes):
        return False
    return value_digest(value.salt, value.before, value.after) == value.digest
