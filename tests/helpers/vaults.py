"""Real small data folders: cheap key slots, migrated schema, identity, first epoch, a facility's profile."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from facility_app.app.paths import migrations_folder
from facility_app.app.registry import MODULES, schema
from facility_app.db import schema_objects
from facility_app.db.backup import Source
from facility_app.db.backup.make import copy_database
from facility_app.db.database import Database
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey, connect
from facility_app.db.durable import OWNER_ONLY
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEVICE_SECRET_BYTES, DeviceSecret, KdfParams, KeyFile, Unlocked
from facility_app.db.messages import Messages
from facility_app.db.migrate import scripts_in
from facility_app.db.notes import local_note
from facility_app.db.schema_objects import Schema
from facility_app.db.uow import Ports
from facility_app.kernel.actor import system_actor
from facility_app.kernel.ids import OrderedIds
from facility_app.kernel.ports import SecretMode
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.catalogues.tables import FacilityProfile
from tests.helpers.fakes import FixedClock
from tests.helpers.probe import HOUSE_TABLES, PROBE_KEY, engine_of, newest_schema, write_identity

HOME = "G01.28.12"
ADMIN = "quan.tri"
PASSWORD = "mật khẩu để thử"
CHEAP = KdfParams(memory_kib=8, passes=1, lanes=1)
TESTER = system_actor("test")


@dataclass
class Vault:
    """One data folder and what opens it.

    Attributes:
        folder: the data folder.
        key_file: its key file, with the cheapest work there is.
        unlocked: opened by the administrator's password.
        recovery_key: as printed.
        device: the device secret of the administrator's slot.
        state_dir: where anchors lie.
        clock: stands still until told.
    """

    folder: DataFolder
    key_file: KeyFile
    unlocked: Unlocked
    recovery_key: str
    device: DeviceSecret
    state_dir: Path
    clock: FixedClock = field(default_factory=FixedClock)

    @property
    def ports(self) -> Ports:
        """This vault's walls; ids go on from where the clock stands."""
        ids = OrderedIds(lambda: int(self.clock.now().timestamp() * 1000), os.urandom)
        return Ports(self.clock, ids, os.urandom)

    @property
    def source(self) -> Source:
        """What to back up."""
        return Source(self.folder, self.unlocked.current, self.unlocked)

    @contextmanager
    def open(self) -> Iterator[Database]:
        """The database; closed at the end."""
        with opened(self.folder, self.unlocked.current, self) as database:
            yield database

    def rename_facility(self, *names: str) -> None:
        """One save, one audit entry, one outbox number for each of ``names``."""
        with self.open() as database:
            for name in names:
                with database.write(TESTER) as uow:
                    with uow.act("catalogues.create_facility", reason="đổi tên"):
                        uow.session.scalars(sa.select(FacilityProfile)).one().name = name
                    uow.commit()

    def facility_name(self) -> str:
        """What the file holds."""
        return name_in(self.folder, self.unlocked.current, self)

    def attach(self, name: str, content: bytes) -> None:
        """Put a sealed attachment below ``files/``."""
        path = self.folder.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextmanager
def opened(folder: DataFolder, data_key: DataKey, like: Vault) -> Iterator[Database]:
    """The database of any data folder, with the ports of ``like``; closed at the end."""
    database = Database(folder.database, data_key, like.ports, Messages(MODULES), like.state_dir)
    try:
        database.identify()
        if not database.anchor.exists:
            database.begin_anchor()
        yield database
    finally:
        database.close()


def name_in(folder: DataFolder, data_key: DataKey, like: Vault) -> str:
    """The facility's name as the database of ``folder`` holds it."""
    with opened(folder, data_key, like) as database, database.connection() as connection:
        found: str = connection.execute(sa.select(FacilityProfile.name)).scalar_one()
        return found


class Tables(Enum):
    """What a vault holds."""

    FEW = auto()
    """The house's own and the facility's profile: to copy, seal and compare a file asks for no more."""
    ALL = auto()
    """Every table of the program, as the steps make them."""


@cache
def few_tables() -> Schema:
    """What the file of ``Tables.FEW`` must hold."""
    whole, metadata = schema(), sa.MetaData()
    names = {*(table.name for table in HOUSE_TABLES), local_note.name, FacilityProfile.__tablename__}
    for name in sorted(names):
        whole.metadata.tables[name].to_metadata(metadata)
    return Schema(metadata, tuple(spec for spec in whole.specs if spec.name in names))


def make_vault(root: Path, *, facility: str = "this", tables: Tables = Tables.FEW) -> Vault:
    """A facility below ``root``, made of the same parts ``init`` uses.

    Made once for all tests of a process; each test has its copy.

    Args:
        root: a folder of the test.
        facility: vaults of the same name are copies of one; of another, strangers to it.
        tables: what its file holds.
    """
    pattern, contents = _pattern(facility, tables)
    folder = DataFolder(root / "data")
    folder.create()
    for name, content in contents.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        path.chmod(OWNER_ONLY)
    made = replace(pattern, folder=folder, key_file=KeyFile(folder.keys, CHEAP), state_dir=root / "state")
    return replace(made, clock=FixedClock())


@cache
def _pattern(_facility: str, tables: Tables) -> tuple[Vault, dict[str, bytes]]:
    """A facility and its files by their names."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        made = _founded(root, _made_few if tables is Tables.FEW else _migrated)
        files = (path for path in root.rglob("*") if path.is_file())
        return made, {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _founded(root: Path, fill: Callable[[Path, DataKey], None]) -> Vault:
    folder = DataFolder(root / "data")
    folder.create()
    data_key = DataKey(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))
    device = DeviceSecret(os.urandom(DEVICE_SECRET_BYTES), SecretMode.KEYRING)
    key_file = KeyFile(folder.keys, CHEAP)
    recovery_key = key_file.create(data_key, ADMIN, PASSWORD, device)
    made = Vault(folder, key_file, key_file.unlock(ADMIN, PASSWORD, device), recovery_key, device, root / "state")
    folder.database.touch(OWNER_ONLY)
    fill(folder.database, data_key)
    with engine_of(folder.database, data_key) as engine, engine.begin() as connection:
        write_identity(connection, made.ports.ids, made.clock)
    with made.open() as database, database.write(TESTER) as uow:
        create_facility(uow, CreateFacility(HOME, "Cơ sở cai nghiện số 1", "01", UnitKind.PUBLIC))
        uow.commit()
    return made


def _made_few(path: Path, data_key: DataKey) -> None:
    """The few tables, as if the steps had made them."""
    with engine_of(path, data_key) as engine, engine.begin() as connection:
        few_tables().metadata.create_all(connection)
        schema_objects.install(connection, few_tables())
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        head = scripts_in(migrations_folder()).head
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (head,))


def _migrated(path: Path, data_key: DataKey) -> None:
    """Tables as the steps make them, copied under this vault's key."""
    pattern = path.with_name("pattern.db")
    pattern.write_bytes(newest_schema(PROBE_KEY))
    with closing(connect(pattern, PROBE_KEY)) as source:
        copy_database(source, path, data_key)
    for name in pattern.parent.glob("pattern.db*"):
        name.unlink()
