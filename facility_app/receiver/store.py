"""The receiver's database made ready, and who it is in its books."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.receiver import books
from facility_app.receiver.entities import Catalogue
from facility_app.sync import trust
from facility_app.sync.header import Epoch
from facility_app.sync.trust import Trust

EPOCH_N, EPOCH_ID, SHAPE, ROOTS = "epoch_n", "epoch_id", "shape", "roots"
THRESHOLD: Final = 2
"""Nobody is believed on the word of one key."""


def prepare(engine: sa.Engine, known: Catalogue, random: Callable[[int], bytes]) -> Epoch:
    """Make tables that are missing and columns that came since, and answer the epoch of this database.

    Args:
        engine: of the database.
        known: the tables it keeps.
        random: for the first epoch.
    """
    shape = shape_of(known)
    with engine.begin() as connection:
        books.METADATA.create_all(connection)
        told = _told(connection)
        if told.get(SHAPE) != shape:
            known.metadata.create_all(connection)
            _add_columns(connection, known)
            _tell(connection, SHAPE, shape)
        if EPOCH_ID not in told:
            told |= {EPOCH_N: "1", EPOCH_ID: random(16).hex()}
            _tell(connection, EPOCH_N, told[EPOCH_N])
            _tell(connection, EPOCH_ID, told[EPOCH_ID])
    return Epoch(int(told[EPOCH_N]), told[EPOCH_ID])


def new_epoch(engine: sa.Engine, random: Callable[[int], bytes]) -> Epoch:
    """Begin another life: this database was put back, and what it answered since then it does not know."""
    with engine.begin() as connection:
        made = Epoch(int(_told(connection)[EPOCH_N]) + 1, random(16).hex())
        _tell(connection, EPOCH_N, str(made.n))
        _tell(connection, EPOCH_ID, made.id)
    return made


def shape_of(known: Catalogue) -> str:
    """The number of this very set of tables."""
    told = [(one.name, [(column.name, column.shape) for column in one.columns]) for one in known.entities.values()]
    return hashlib.sha256(repr((books.SCHEMA_VERSION, told)).encode()).hexdigest()


def believed(engine: sa.Engine) -> Trust | None:
    """The trust list in use."""
    document = latest_list(engine)
    return None if document is None else trust.believed(document)


def latest_list(engine: sa.Engine) -> bytes | None:
    """The document of the trust list in use, as it came."""
    t = books.TRUST
    with engine.begin() as connection:
        found = connection.execute(
            sa.select(t.c.document).order_by(t.c.number.desc()).limit(1)
        ).scalar_one_or_none()
    return None if found is None else str(found).encode()


def take_trust(engine: sa.Engine, document: bytes, pinned: tuple[bytes, ...], now: datetime) -> Trust:
    """Believe a newer list; the one in use stays when this one is refused.

    Args:
        engine: of the database.
        document: as it came.
        pinned: root keys compared on paper, for the first list.
        now: for the books.

    Raises:
        BundleRefused: ``H_TRUST``.
    """
    current = believed(engine)
    new = trust.accept(document, current, pinned, THRESHOLD)
    if new != current:
        said = {"number": new.version, "document": document.decode(), "taken_at": now}
        with engine.begin() as connection:
            connection.execute(sa.insert(books.TRUST), said)
    return new


def _told(connection: sa.Connection) -> dict[str, Any]:
    s = books.STATION
    return {row.name: row.value for row in connection.execute(sa.select(s))}


def _tell(connection: sa.Connection, name: str, value: str) -> None:
    s = books.STATION
    connection.execute(sa.delete(s).where(s.c.name == name))
    connection.execute(sa.insert(s), {"name": name, "value": value})


def _add_columns(connection: sa.Connection, known: Catalogue) -> None:
    """Columns the program learned since: empty in what is there, filled with the next state of each row."""
    there = sa.inspect(connection).get_multi_columns()
    has = {name: {str(one["name"]) for one in columns} for (_schema, name), columns in there.items()}
    for table in known.metadata.sorted_tables:
        for column in table.columns:
            if column.name not in has[table.name]:
                kind = column.type.compile(connection.dialect)
                connection.execute(sa.text(f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {kind}'))
