"""What was once written down for good: columns of a table that never change again, rows that never go."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

FROZEN_MARK = "frozen"
HIDDEN = "•••"
"""Stands for a text that went."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """What of a table's rows stays as it was written; the table's ``info`` carries it.

    Attributes:
        columns: never change; the keys among them cannot be taken over by ``REPLACE`` either.
        once: may be filled once, together or one by one, and never change after that.
        keys: column groups that are unique, besides the id.
        hidden: of ``columns``, texts that may go: empty, or ``HIDDEN``, in a row that is struck out.
    """

    columns: tuple[str, ...]
    once: tuple[str, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    hidden: tuple[str, ...] = ()


def frozen(
    *columns: str,
    once: tuple[str, ...] = (),
    keys: tuple[tuple[str, ...], ...] = (),
    hidden: tuple[str, ...] = (),
) -> dict[str, dict[str, Frozen]]:
    """The last entry of a record's ``__table_args__``; arguments as ``Frozen``."""
    return {"info": {FROZEN_MARK: Frozen(columns, once, keys, hidden)}}


def triggers(metadata: sa.MetaData) -> dict[str, str]:
    """Trigger name → statement, for every table of ``metadata`` that says what of it is frozen."""
    made: dict[str, str] = {}
    for table in metadata.sorted_tables:
        rule = table.info.get(FROZEN_MARK)
        if isinstance(rule, Frozen):
            made |= {name: f"CREATE TRIGGER {name} {body}" for name, body in _bodies(table.name, rule)}
    return made


def _bodies(table: str, rule: Frozen) -> Iterator[tuple[str, str]]:
    stop = f"SELECT RAISE(ABORT, '{FROZEN_MARK}:{table}')"
    changed = [_changed(name, may_go=name in rule.hidden) for name in rule.columns]
    changed += [f"(OLD.{name} IS NOT NULL AND NEW.{name} IS NOT OLD.{name})" for name in rule.once]
    yield (
        f"{FROZEN_MARK}_{table}_update",
        f"BEFORE UPDATE ON {table} WHEN {' OR '.join(changed)} BEGIN {stop}; END",
    )
    yield f"{FROZEN_MARK}_{table}_delete", f"BEFORE DELETE ON {table} BEGIN {stop}; END"
    # A REPLACE takes the old row away without any delete trigger.
    taken = [" AND ".join(f"o.{name} = NEW.{name}" for name in key) for key in (("id",), *rule.keys)]
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {table} AS o WHERE {same})" for same in taken)
    yield f"{FROZEN_MARK}_{table}_insert", f"BEFORE INSERT ON {table} WHEN {there} BEGIN {stop}; END"


def _changed(name: str, *, may_go: bool) -> str:
    told = f"NEW.{name} IS NOT OLD.{name}"
    if not may_go:
        return told
    return f"({told} AND NOT (NEW.voided_at IS NOT NULL AND (NEW.{name} IS NULL OR NEW.{name} = '{HIDDEN}')))"
