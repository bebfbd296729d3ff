"""Whether anything was built on records since: everything that leads to them, counted with its versions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.base import Base

_AT_ONCE: Final = 500
_TAIL: Final = "_id"


def belongings(
    session: Session, root: str, ids: Sequence[str], *, but: frozenset[str] = frozenset()
) -> Mapping[str, str]:
    """One short text for each record: tables that lead to it, how many rows of each, the sum of their versions.

    Equal before and after exactly when nobody added, corrected or struck out anything about the record: a row is
    never deleted, and each save raises its version. No clock is asked: it may have been set back.

    Args:
        session: of the unit of work.
        root: the records' table.
        ids: of the records.
        but: tables that the program itself writes on, such as countings.
    """
    said: dict[str, list[str]] = {one: [] for one in ids}
    for table, column in _leading_to(root, but):
        for one, rows, versions in _counted(session, table, column, ids, live=False):
            said[one].append(f"{table.name}.{column.name}:{rows}.{versions}")
    return {one: " ".join(parts) for one, parts in said.items()}


def live_belongings(
    session: Session, root: str, ids: Sequence[str], *, but: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Tables that still hold live rows leading to the records, or the records themselves."""
    found = set()
    for table, column in _leading_to(root, but):
        if any(_counted(session, table, column, ids, live=True)):
            found.add(table.name)
    return frozenset(found)


def changed_tables(before: str, now: str) -> tuple[str, ...]:
    """Tables whose part of two texts of ``belongings`` differs, by name."""
    return tuple(sorted({one.partition(".")[0] for one in set(before.split()) ^ set(now.split())}))


def _leading_to(root: str, but: frozenset[str]) -> Iterator[tuple[sa.Table, sa.Column[Any]]]:
    """Columns of records that hold ids of the table: by foreign key, or by name where none may lead there."""
    for table in sorted(Base.metadata.tables.values(), key=lambda one: one.name):
        if "version" not in table.c or table.name in but:
            continue
        for column in table.c:
            leads = any(key.column.table.name == root for key in column.foreign_keys)
            if leads or column.name == root + _TAIL or (table.name == root and column.primary_key):
                yield table, column


def _counted(
    session: Session, table: sa.Table, column: sa.Column[Any], ids: Sequence[str], *, live: bool
) -> Iterator[tuple[str, int, int]]:
    for start in range(0, len(ids), _AT_ONCE):
        wanted = sa.select(column, sa.func.count(), sa.func.sum(table.c.version)).where(
            column.in_(ids[start : start + _AT_ONCE])
        )
        if live:
            wanted = wanted.where(table.c.voided_at.is_(None))
        for one, rows, versions in session.execute(wanted.group_by(column)):
            yield str(one), int(rows), int(versions)
