"""A small schema beside the program's own, with every duty a table can have, and encrypted files that hold it."""

import random
import secrets
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped

from facility_app.app.paths import migrations_folder, resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.db import audit, capture, schema_objects, search, settings_store, vault
from facility_app.db.base import NAMING, Record, SyncedRecord, kept
from facility_app.db.database import Database, make_engine
from facility_app.db.driver import DataKey
from facility_app.db.messages import Messages
from facility_app.db.migrate import Scripts, migrate
from facility_app.db.overlap import NoOverlap
from facility_app.db.schema_objects import Schema
from facility_app.db.types import ANNOTATED_TYPES, ID_LENGTH
from facility_app.db.uow import Ports, UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.ids import OrderedIds
from facility_app.kernel.money import Money
from facility_app.kernel.names import digits_reversed, fold
from facility_app.kernel.ports import FileStore, Ids, KeySlots
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, SearchRole, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec
from tests.helpers.fakes import CountingIds, FixedClock

HOME = "G01.28.12"
PROBE_KEY = DataKey(bytes(range(32)), b"salt of a probe.")
SHELF = ResourceShelf(resources_folder() / "catalogues")
"""Read once for all tests of a process; its lists never change."""
OFFICER = Actor("0" * 31 + "1", frozenset({Role.ADMIN, Role.HEAD}), "may-truc-1")

HOUSE_TABLES = (
    vault.vault,
    audit.audit_entry,
    audit.audit_value,
    capture.sync_table,
    capture.sync_change,
    capture.tombstone,
    capture.sync_epoch,
    capture.sync_ownership,
    search.search_row,
    settings_store.setting_value,
)


class ProbeBase(DeclarativeBase):
    """Root of the probe's records; apart from the program's, so that no test adds a table to it."""

    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = ANNOTATED_TYPES


for _house in HOUSE_TABLES:
    _house.to_metadata(ProbeBase.metadata)


class ProbeKind(StrEnum):
    """A closed set; the member names differ from the values."""

    FIRST = "one"
    SECOND = "two"


class ProbePerson(SyncedRecord, ProbeBase):
    """Someone, with a column of every type the house has."""

    __tablename__ = "probe_person"

    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(200))
    name_fold: Mapped[str] = kept(Privacy.IDENTITY, sa.String(200), search=SearchRole.TEXT)
    number_rev: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(40), search=SearchRole.SUFFIX)
    code: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(40), unique=True)
    born: Mapped[date | None] = kept(Privacy.IDENTITY)
    seen_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    balance: Mapped[Money | None] = kept(Privacy.ADMIN)
    kind: Mapped[ProbeKind | None] = kept(Privacy.PUBLIC)


class ProbeNote(SyncedRecord, ProbeBase):
    """Something about someone; goes when they go."""

    __tablename__ = "probe_note"

    person_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("probe_person.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)


class ProbeSpan(Record, ProbeBase):
    """A bed for some nights."""

    __tablename__ = "probe_span"

    bed: Mapped[str] = kept(Privacy.ADMIN, sa.String(20))
    from_day: Mapped[date] = kept(Privacy.ADMIN)
    to_day: Mapped[date | None] = kept(Privacy.ADMIN)


class ProbeLocal(Record, ProbeBase):
    """A counter that stays here."""

    __tablename__ = "probe_local"

    number: Mapped[int] = kept(Privacy.ADMIN)


PROBE_SPECS = (
    *vault.SPECS,
    *audit.SPECS,
    *capture.SPECS,
    *search.SPECS,
    *settings_store.SPECS,
    TableSpec("probe_person", Synced(901, ()), Retention.CASE_FILE),
    TableSpec("probe_note", Synced(902, ("person_id",)), Retention.CASE_FILE),
    TableSpec("probe_span", LocalOnly("a probe"), Retention.TRANSIENT),
    TableSpec("probe_local", LocalOnly("a probe"), Retention.TRANSIENT),
)
BEDS = NoOverlap("probe_span", ("bed",), "from_day", "to_day")


def probe_schema() -> Schema:
    """What a probe file holds."""
    return Schema(ProbeBase.metadata, PROBE_SPECS, (BEDS,))


def unique_ids() -> OrderedIds:
    """Ids no other process gives."""
    return OrderedIds(lambda: time.time_ns() // 1_000_000, secrets.token_bytes)


def write_identity(connection: sa.Connection, ids: Ids, clock: FixedClock) -> None:
    """Who the file is, and its first epoch."""
    connection.execute(vault.vault.insert().values(only=1, db_uuid=ids.new(), home=HOME, created_at=clock.now()))
    connection.execute(
        capture.sync_epoch.insert().values(n=1, id=ids.new(), started_at=clock.now(), reason="init")
    )


IDENTITY_IDS = 2
"""How many ids ``write_identity`` takes."""


def _identify(path: Path, key: DataKey, ids: Ids, clock: FixedClock) -> None:
    with engine_of(path, key) as engine, engine.begin() as connection:
        write_identity(connection, ids, clock)


@contextmanager
def scratch_file() -> Iterator[Path]:
    """Where a pattern is made, to be kept as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "facility.db")


@lru_cache(maxsize=8)
def _identified(tables: Callable[[DataKey], bytes], key: DataKey, ids_made: int, at: datetime) -> bytes:
    """``tables`` with an identity as it is written after ``ids_made`` ids."""
    with scratch_file() as path:
        path.write_bytes(tables(key))
        _identify(path, key, CountingIds(ids_made), FixedClock(at))
        return path.read_bytes()


@lru_cache(maxsize=2)
def probe_tables(key: DataKey) -> bytes:
    """A file with the probe's tables and nothing in them; made once for all tests of a process."""
    with scratch_file() as path:
        with engine_of(path, key) as engine, engine.begin() as connection:
            ProbeBase.metadata.create_all(connection)
            schema_objects.install(connection, probe_schema())
        return path.read_bytes()


@contextmanager
def engine_of(path: Path, key: DataKey = PROBE_KEY) -> Iterator[sa.Engine]:
    """An engine with the program's own connections, for raw SQL; no unit of work looks over it."""
    engine = make_engine(path, key, begin="BEGIN IMMEDIATE", size=1, query_only=False)
    try:
        yield engine
    finally:
        engine.dispose()


@dataclass
class VaultFile:
    """An encrypted file in a folder of the test, and the walls its units of work reach through."""

    folder: Path
    key: DataKey = PROBE_KEY
    clock: FixedClock = field(default_factory=FixedClock)
    ids: Ids = field(default_factory=CountingIds)
    random: Callable[[int], bytes] = field(default_factory=lambda: random.Random(7).randbytes)
    key_slots: KeySlots | None = None
    files: FileStore | None = None
    modules: Iterable[ModuleSpec] = ()

    @property
    def path(self) -> Path:
        """The database file."""
        return self.folder / "facility.db"

    @property
    def state_dir(self) -> Path:
        """Folder of the anchors."""
        return self.folder / "state"

    def create(self) -> None:
        """Make the file with the probe's tables."""
        self.begin(probe_tables)

    def begin(self, tables: Callable[[DataKey], bytes]) -> None:
        """Make the file with ``tables``, who it is and its first epoch; none of that is done twice alike."""
        if isinstance(self.ids, CountingIds):
            self.path.write_bytes(_identified(tables, self.key, self.ids.made, self.clock.now()))
            self.ids.made += IDENTITY_IDS
        else:
            self.path.write_bytes(tables(self.key))
            _identify(self.path, self.key, self.ids, self.clock)

    def database(self) -> Database:
        """The file opened as the program opens it; close it yourself."""
        ports = Ports(self.clock, self.ids, self.random, self.key_slots, SHELF, self.files)
        made = Database(self.path, self.key, ports, Messages(self.modules), self.state_dir)
        made.identify()
        if not made.anchor.exists:
            made.begin_anchor()
        return made

    @contextmanager
    def opened(self) -> Iterator[Database]:
        """The file opened as the program opens it."""
        with closing(self.database()) as database:
            yield database


def person(name: str, number: str | None = None, **columns: Any) -> ProbePerson:
    """A probe person with the folded columns filled."""
    number_rev = None if number is None else digits_reversed(number)
    return ProbePerson(name=name, name_fold=fold(name), number_rev=number_rev, **columns)


def save(database: Database, *records: Record, verb: str = "probe.save", reason: str | None = None) -> None:
    """Save new records as one decision of the officer."""
    with database.write(OFFICER) as uow:
        with uow.act(verb, reason=reason):
            for record in records:
                uow.add(record)
        uow.commit()


def change(database: Database, record_id: str, edit: Callable[[ProbePerson], None]) -> None:
    """Edit one person as one decision of the officer."""
    with database.write(OFFICER) as uow:
        with uow.act("probe.change"):
            edit(uow.get(ProbePerson, record_id))
        uow.commit()


def rows(database: Database, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What a statement of the test reads."""
    with database.connection() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]


def everything(connection: sa.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every ordinary table, with its types."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' "
        "AND name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY name"
    )
    return {
        name: sorted(map(repr_row, connection.exec_driver_sql(f'SELECT * FROM "{name}"')))
        for name in names.scalars().all()
    }


def repr_row(row: sa.Row[Any]) -> tuple[str, ...]:
    """A row whose values can be sorted whatever their types."""
    return tuple(map(repr, row))


def decide(
    database: Database, work: Callable[[UnitOfWork], object], *, actor: Actor = OFFICER, verb: str = "probe.do"
) -> None:
    """Do ``work`` inside one act and commit."""
    with database.write(actor) as uow:
        with uow.act(verb):
            work(uow)
        uow.commit()


@lru_cache(maxsize=1)
def newest_schema(key: DataKey) -> bytes:
    """An empty file at the newest schema; the steps run once for all tests of a process."""
    # Not above: a process that asks for the probe alone reads a third of the program.
    from facility_app.app import registry

    with scratch_file() as path:
        migrate(path, key, Scripts(migrations_folder()), registry.schema(), finish=lambda *_done: None)
        return path.read_bytes()


def migrated_file(folder: Path, **walls: Any) -> VaultFile:
    """A new file with the program's own tables, at the newest schema; ``walls`` as fields of ``VaultFile``."""
    made = VaultFile(folder, **walls)
    made.begin(newest_schema)
    return made
