"""Change capture: triggers write every change of a synced table to an append-only outbox, in the same transaction.

Nothing above can forget to note a change: bulk statements, cascades and repairs by hand are caught too. The
sync bundle reads the outbox and sends the last state of each changed row.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.base import Base, info
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, Synced, TableSpec

ADMIN = info(Privacy.ADMIN)

sync_table = sa.Table(
    "sync_table",
    Base.metadata,
    sa.Column("k", sa.Integer, primary_key=True, autoincrement=False, info=ADMIN),
    sa.Column("name", sa.String(80), nullable=False, unique=True, info=ADMIN),
)
"""Ordinals of synced tables: given once, never moved, never removed."""

sync_change = sa.Table(
    "sync_change",
    Base.metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True, info=ADMIN),
    sa.Column("tbl", sa.Integer, nullable=False, info=ADMIN),
    sa.Column("row_id", sa.String(ID_LENGTH), nullable=False, info=ADMIN),
    sa.Column("op", sa.String(1), nullable=False, info=ADMIN),
    sa.CheckConstraint("op IN ('I', 'U', 'D')", name="op"),
    sqlite_autoincrement=True,
)
"""The outbox. AUTOINCREMENT: a number once visible is never given again, even after pruning."""

tombstone = sa.Table(
    "tombstone",
    Base.metadata,
    sa.Column("tbl", sa.Integer, primary_key=True, info=ADMIN),
    sa.Column("row_id", sa.String(ID_LENGTH), primary_key=True, info=ADMIN),
    sa.Column("chg", sa.Integer, nullable=False, info=ADMIN),
    sa.Column("why", sa.String(8), nullable=False, info=ADMIN),
)

sync_epoch = sa.Table(
    "sync_epoch",
    Base.metadata,
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=False, info=ADMIN),
    sa.Column("id", sa.String(ID_LENGTH), nullable=False, unique=True, info=ADMIN),
    sa.Column("started_at", UtcDatetime, nullable=False, info=ADMIN),
    sa.Column("reason", sa.String(32), nullable=False, info=ADMIN),
    sa.Column("parent_id", sa.String(ID_LENGTH), info=ADMIN),
    sa.Column("parent_chg", sa.Integer, info=ADMIN),
)
"""One row per life of the database; a restore begins a new one, else re-used outbox numbers would lie."""

sync_ownership = sa.Table(
    "sync_ownership",
    Base.metadata,
    sa.Column("transfer_id", sa.String(ID_LENGTH), primary_key=True, info=ADMIN),
    sa.Column("own_ver", sa.Integer, primary_key=True, info=ADMIN),
    sa.Column("state", sa.String(12), primary_key=True, info=ADMIN),
    sa.Column("resident_id", sa.String(ID_LENGTH), nullable=False, index=True, info=info(Privacy.IDENTITY)),
    sa.Column("from_home", sa.String(35), nullable=False, info=ADMIN),
    sa.Column("to_home", sa.String(35), nullable=False, info=ADMIN),
    sa.Column("decision_no", sa.String(80), nullable=False, info=info(Privacy.IDENTITY)),
    sa.Column("at", UtcDatetime, nullable=False, info=ADMIN),
    sa.CheckConstraint("state IN ('OFFERED', 'ACCEPTED', 'CANCELLED', 'RULED')", name="state"),
)
"""Append-only: who may write a resident's rows, and since which transfer; gives a bundle line its owner."""

SPECS = tuple(
    TableSpec(table.name, LocalOnly(why), Retention.SECURITY)
    for table, why in (
        (sync_table, "numbers of this program's tables"),
        (sync_change, "the outbox itself; bundles carry what it points to"),
        (tombstone, "becomes D lines of a bundle"),
        (sync_epoch, "becomes the bundle's header"),
        (sync_ownership, "becomes owner and counter of each bundle line"),
    )
)

APPEND_ONLY = ("sync_table", "sync_ownership", "sync_epoch")


def synced(specs: Iterable[TableSpec]) -> list[tuple[TableSpec, Synced]]:
    """The synced tables among ``specs`` with how they travel, by ordinal."""
    found = [(spec, spec.sync) for spec in specs if isinstance(spec.sync, Synced)]
    return sorted(found, key=lambda pair: pair[1].ordinal)


def register(connection: sa.Connection, specs: Iterable[TableSpec]) -> None:
    """Write new tables' ordinals and refuse a moved one.

    Raises:
        ValueError: an ordinal or a name is already taken otherwise; a fault of the program, found by tests.
    """
    known = {row.name: row.k for row in connection.execute(sa.select(sync_table))}
    for spec, how in synced(specs):
        if spec.name not in known and how.ordinal not in known.values():
            connection.execute(sync_table.insert().values(k=how.ordinal, name=spec.name))
            known[spec.name] = how.ordinal
        elif known.get(spec.name) != how.ordinal:
            message = f"ordinal {how.ordinal} of {spec.name} was given otherwise"
            raise ValueError(message)


def triggers(specs: Iterable[TableSpec]) -> dict[str, str]:
    """Trigger name → statement, for every synced table."""
    made: dict[str, str] = {}
    for spec, how in synced(specs):
        made |= _table_triggers(spec.name, how.ordinal)
    return made


def mend(connection: sa.Connection) -> None:
    """Make again the capture triggers that a step of a migration dropped with the table it rebuilt.

    Without it the data steps that follow would change rows and the outbox would not know.
    """
    rows = connection.exec_driver_sql("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'trigger')")
    there = {(row.type, row.name) for row in rows}
    if ("table", sync_table.name) not in there:
        return
    for known in connection.execute(sa.select(sync_table)).all():
        for name, statement in _table_triggers(known.name, known.k).items():
            if ("table", known.name) in there and ("trigger", name) not in there:
                connection.exec_driver_sql(statement)


def guard_triggers(tables: Sequence[str]) -> dict[str, str]:
    """Triggers that keep ``tables`` append-only."""
    return {
        f"append_only_{table}_{event.lower()}": (
            f"CREATE TRIGGER append_only_{table}_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
        for table in tables
        for event in ("UPDATE", "DELETE")
    }


def _table_triggers(table: str, k: int) -> dict[str, str]:
    def log(row: str, op: str) -> str:
        return f"INSERT INTO sync_change (tbl, row_id, op) VALUES ({k}, {row}.id, '{op}');"

    # A scalar subquery, not last_insert_rowid(): other triggers may insert in between.
    number = "(SELECT max(seq) FROM sync_change)"
    buried = f"INSERT OR REPLACE INTO tombstone (tbl, row_id, chg, why) VALUES ({k}, OLD.id, {number}, 'error');"
    bodies = {
        "ci": f"AFTER INSERT ON {table} BEGIN {log('NEW', 'I')} END",
        "cu": f"AFTER UPDATE ON {table} BEGIN {log('NEW', 'U')} END",
        "cd": f"AFTER DELETE ON {table} BEGIN {log('OLD', 'D')} {buried} END",
        "pk": (
            f"BEFORE UPDATE OF id ON {table} WHEN NEW.id IS NOT OLD.id "
            f"BEGIN SELECT RAISE(ABORT, 'the id of a record never changes'); END"
        ),
    }
    return {f"sync_{table}_{kind}": f"CREATE TRIGGER sync_{table}_{kind} {body}" for kind, body in bodies.items()}


def last_change(connection: sa.Connection) -> int:
    """Highest outbox number given so far, 0 in a new file."""
    found: int | None = connection.execute(sa.select(sa.func.max(sync_change.c.seq))).scalar_one()
    return found or 0


def epoch(connection: sa.Connection) -> str:
    """Id of the present epoch.

    Raises:
        sqlalchemy.exc.NoResultFound: the file was never initialised.
    """
    found: str = connection.execute(
        sa.select(sync_epoch.c.id).order_by(sync_epoch.c.n.desc()).limit(1)
    ).scalar_one()
    return found


def begin_epoch(connection: sa.Connection, epoch_id: str, now: datetime, reason: str) -> None:
    """Begin a new epoch whose parent is the present one, in the caller's transaction."""
    former = connection.execute(
        sa.select(sync_epoch.c.n, sync_epoch.c.id).order_by(sync_epoch.c.n.desc()).limit(1)
    ).one()
    connection.execute(
        sync_epoch.insert().values(
            n=former.n + 1,
            id=epoch_id,
            started_at=now,
            reason=reason,
            parent_id=former.id,
            parent_chg=last_change(connection),
        )
    )
