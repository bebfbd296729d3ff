"""Real small data folders: cheap key slots, migrated schema, identity, first epoch, a facility's profile."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from facility_app.app.registry import MODULES
from facility_app.db import capture
from facility_app.db.backup import Source
from facility_app.db.backup.make import copy_database
from facility_app.db.database import Database
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey, connect
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEVICE_SECRET_BYTES, DeviceSecret, KdfParams, KeyFile, Unlocked
from facility_app.db.messages import Messages
from facility_app.db.uow import Ports
from facility_app.db.vault import vault
from facility_app.kernel.actor import system_actor
from facility_app.kernel.ids import OrderedIds
from facility_app.kernel.ports import SecretMode
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.catalogues.tables import FacilityProfile
from tests.helpers.fakes import FixedClock
from tests.helpers.probe import PROBE_KEY, engine_of, newest_schema

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


def make_vault(root: Path, *, home: str = HOME) -> Vault:
    """A new facility below ``root``, made of the same parts ``init`` uses."""
    folder = DataFolder(root / "data")
    folder.create()
    data_key = DataKey(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))
    device = DeviceSecret(os.urandom(DEVICE_SECRET_BYTES), SecretMode.KEYRING)
    key_file = KeyFile(folder.keys, CHEAP)
    recovery_key = key_file.create(data_key, ADMIN, PASSWORD, device)
    made = Vault(folder, key_file, key_file.unlock(ADMIN, PASSWORD, device), recovery_key, device, root / "state")
    _migrate(made, home)
    with made.open() as database, database.write(TESTER) as uow:
        create_facility(uow, CreateFacility(home, "Cơ sở cai nghiện số 1", "01", UnitKind.PUBLIC))
        uow.commit()
    return made


def _migrate(made: Vault, home: str) -> None:
    """Tables as the steps make them, copied under this vault's key, and who the file is."""
    ports, now, path = made.ports, made.clock.now(), made.folder.database
    pattern = path.with_name("pattern.db")
    pattern.write_bytes(newest_schema())
    with closing(connect(pattern, PROBE_KEY)) as source:
        copy_database(source, path, made.unlocked.current)
    for name in pattern.parent.glob("pattern.db*"):
        name.unlink()
    with engine_of(path, made.unlocked.current) as engine, engine.begin() as connection:
        connection.execute(vault.insert().values(only=1, db_uuid=ports.ids.new(), home=home, created_at=now))
        connection.execute(
            capture.sync_epoch.insert().values(n=1, id=ports.ids.new(), started_at=now, reason="init")
        )
