"""Triggers and search indexes: everything in the file that is no table, made anew after the last migration.

A batch migration drops a table's triggers without a word, so none is ever kept: all are dropped by their names'
prefixes and made again from the specs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from facility_app.db import capture, counted, frozen, overlap, search
from facility_app.db.overlap import NoOverlap
from facility_app.kernel.privacy import TableSpec

OUR_PREFIXES = (
    *("sync_", "append_only_", "fts_"),
    *(f"{mark}_" for mark in (overlap.OVERLAP_MARK, frozen.FROZEN_MARK, counted.COUNTED_MARK)),
)


@dataclass(frozen=True)
class Schema:
    """What the file must hold beyond its tables.

    Attributes:
        metadata: every table of the program.
        specs: one spec per table.
        no_overlap: span rules.
    """

    metadata: sa.MetaData
    specs: tuple[TableSpec, ...]
    no_overlap: tuple[NoOverlap, ...] = ()

    @cached_property
    def triggers(self) -> Mapping[str, str]:
        """Every trigger of the program, name → statement; written once, for each start asks three times."""
        return {
            **capture.triggers(self.specs),
            **capture.guard_triggers(capture.APPEND_ONLY),
            **_audit_guards(),
            **search.triggers(search.searched(self.metadata)),
            **overlap.triggers(self.no_overlap),
            **frozen.triggers(self.metadata),
            **counted.triggers(self.metadata),
        }


def install(connection: sa.Connection, schema: Schema) -> None:
    """Make all triggers and search indexes anew and register new synced tables, in the caller's transaction."""
    for name in _present(connection):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    capture.register(connection, schema.specs)
    search.rebuild(connection, search.searched(schema.metadata))
    for statement in schema.triggers.values():
        connection.exec_driver_sql(statement)


def missing(connection: sa.Connection, schema: Schema) -> list[str]:
    """Names of triggers that are absent or differ from what the program would make."""
    present = _present(connection)
    return sorted(name for name, statement in schema.triggers.items() if present.get(name) != statement)


def _present(connection: sa.Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in rows if row.name.startswith(OUR_PREFIXES)}


def _audit_guards() -> dict[str, str]:
    """The trail is append-only; the one change allowed is erasing a value with its salt."""
    kept = ("entry_seq", "ord", "table_name", "record_id", "column_name", "privacy", "digest")
    differs = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in kept)
    gone = " OR ".join(f"NEW.{column} IS NOT NULL" for column in ("before", "after", "salt"))
    guards = capture.guard_triggers(("audit_entry", "audit_value"))
    name = "append_only_audit_value_update"
    guards[name] = (
        f"CREATE TRIGGER {name} BEFORE UPDATE ON audit_value WHEN {differs} OR {gone} "
        f"BEGIN SELECT RAISE(ABORT, 'audit_value is append-only'); END"
    )
    return guards
