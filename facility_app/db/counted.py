"""What is counted leaves no gap and adds up: numbers of receipts, lines of a ledger, seals in use, closed months.

The file itself refuses what would break it, whoever writes: BEFORE triggers also stop INSERT OR REPLACE. Rows of
such a table are ``frozen`` besides, so that what was right when it was written stays right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import sqlalchemy as sa

COUNTED_MARK = "counted"


@dataclass(frozen=True, slots=True)
class Gapless:
    """Numbers run 1, 2, 3 among the rows with equal ``within``.

    Attributes:
        number: the column; NULL is a row without a number.
        within: columns a series is told apart by.
    """

    number: str
    within: tuple[str, ...]

    def broken(self, table: str) -> str:
        """What a row must not be."""
        last = f"SELECT MAX(o.{self.number}) FROM {table} AS o WHERE {_same(self.within)}"
        return f"NEW.{self.number} IS NOT NULL AND NEW.{self.number} <> COALESCE(({last}), 0) + 1"


@dataclass(frozen=True, slots=True)
class Running:
    """A balance carried on from row to row among those with equal ``within``, and never below zero.

    Attributes:
        amount: what the row adds, or takes away when negative.
        balance: what is there after it.
        number: the order of the rows.
        within: columns a ledger is told apart by.
    """

    amount: str
    balance: str
    number: str
    within: tuple[str, ...]

    def broken(self, table: str) -> str:
        """What a row must not be."""
        last = (
            f"SELECT o.{self.balance} FROM {table} AS o WHERE {_same(self.within)} "
            f"ORDER BY o.{self.number} DESC LIMIT 1"
        )
        total = f"COALESCE(({last}), 0) + NEW.{self.amount}"
        return f"NEW.{self.balance} IS NOT {total} OR NEW.{self.balance} < 0"


@dataclass(frozen=True, slots=True)
class InUse:
    """At most one row with equal ``key`` is in use.

    Attributes:
        key: the columns.
        ended: NULL while the row is in use.
    """

    key: tuple[str, ...]
    ended: str

    def broken(self, table: str) -> str:
        """What a row must not be."""
        other = f"SELECT 1 FROM {table} AS o WHERE {_same(self.key)} AND o.{self.ended} IS NULL"
        return f"NEW.{self.ended} IS NULL AND EXISTS ({other})"


@dataclass(frozen=True, slots=True)
class ClosedBy:
    """Nothing is written to a day that another table has closed.

    Attributes:
        day: the column of the day.
        table: whose rows close.
        last: its column of the last day closed.
        within: columns that both tables have and that must be equal.
        holds_changes: whether rows of such a day may not be changed either; for tables that are not frozen.
    """

    day: str
    table: str
    last: str
    within: tuple[str, ...]
    holds_changes: bool = False

    def broken(self, _table: str) -> str:
        """What a row must not be."""
        return self._closed(f"NEW.{self.day}")

    def changed(self) -> str:
        """What a change must not touch: a row of a closed day, or one that would come to stand on such a day."""
        return self._closed(f"MIN(NEW.{self.day}, OLD.{self.day})")

    def _closed(self, day: str) -> str:
        return f"EXISTS (SELECT 1 FROM {self.table} AS o WHERE {_same(self.within)} AND o.{self.last} >= {day})"


Counting: TypeAlias = Gapless | Running | InUse | ClosedBy


def triggers(metadata: sa.MetaData) -> dict[str, str]:
    """Trigger name → statement, for every table of ``metadata`` whose ``info`` names what of it is counted."""
    made: dict[str, str] = {}
    for table in metadata.sorted_tables:
        columns = ", ".join(column.name for column in table.columns if column.name != "id")
        made |= dict(_statements(table.name, columns, table.info.get(COUNTED_MARK, ())))
    return made


def _statements(table: str, columns: str, rules: tuple[Counting, ...]) -> Iterator[tuple[str, str]]:
    for place, rule in enumerate(rules):
        name = f"{COUNTED_MARK}_{table}_{place}"
        stop = f"SELECT RAISE(ABORT, '{COUNTED_MARK}:{table}')"
        yield name, f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {rule.broken(table)} BEGIN {stop}; END"
        if isinstance(rule, ClosedBy) and rule.holds_changes:
            # Not of the id: each start saves one row by its id alone, to hear whether capture is alive.
            update, when = f"{name}_update", f"BEFORE UPDATE OF {columns} ON {table} WHEN {rule.changed()}"
            yield update, f"CREATE TRIGGER {update} {when} BEGIN {stop}; END"


def _same(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"o.{name} = NEW.{name}" for name in columns)
