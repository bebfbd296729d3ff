"""Many rows, quickly: a vault with a table of people-like rows to measure lists, backups and saves on."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from random import Random

import sqlalchemy as sa

from facility_app.app import outside, registry
from facility_app.app.paths import migrations_folder
from facility_app.db import capture
from facility_app.db.database import Database
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey, connect
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, DeviceSecret, KeyFile
from facility_app.db.messages import Messages
from facility_app.db.migrate import Migrated, Scripts, migrate
from facility_app.db.uow import Ports
from facility_app.db.vault import vault
from facility_app.kernel.names import fold, sort_key
from facility_app.kernel.ports import SecretMode

USER = "đo lường"
PASSWORD = "mật khẩu để đo"
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
MIDDLES = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Xuân", "Công")
GIVEN = ("An", "Anh", "Bình", "Cường", "Dũng", "Đạt", "Đức", "Giang", "Hà", "Hải", "Hùng", "Khánh", "Lan", "Long")

measured_person = sa.Table(
    "measured_person",
    sa.MetaData(),
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("name_fold", sa.String(80), nullable=False),
    sa.Column("name_sort", sa.LargeBinary, nullable=False),
    sa.Column("born_on", sa.String(10), nullable=False),
    sa.Column("number", sa.String(12), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Index("ix_measured_person_name_sort_id", "name_sort", "id"),
)


@dataclass(frozen=True, slots=True)
class Bench:
    """A vault to measure on."""

    folder: DataFolder
    data_key: DataKey
    device: DeviceSecret
    database: Database

    @property
    def login(self) -> tuple[str, str, DeviceSecret]:
        """User name, password and device secret of its one account."""
        return USER, PASSWORD, self.device


def make_vault(root: Path) -> Bench:
    """A fresh vault with the real schema and the real password work."""
    folder = DataFolder(root)
    folder.create()
    data_key = DataKey(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES))
    device = DeviceSecret(secrets.token_bytes(32), SecretMode.FILE)
    ids, clock = outside.system_ids(), outside.SystemClock()

    def finish(connection: sa.Connection, _done: Migrated) -> None:
        now = clock.now()
        connection.execute(vault.insert().values(only=1, db_uuid=ids.new(), home="X.01.001", created_at=now))
        connection.execute(capture.sync_epoch.insert().values(n=1, id=ids.new(), started_at=now, reason="init"))

    migrate(folder.database, data_key, Scripts(migrations_folder()), registry.schema(), finish=finish)
    KeyFile(folder.keys, DEFAULT_KDF).create(data_key, USER, PASSWORD, device)
    ports = Ports(clock, ids, secrets.token_bytes)
    database = Database(folder.database, data_key, ports, Messages(registry.MODULES), root / "state")
    database.identify()
    if not database.anchor.exists:
        database.begin_anchor()
    return Bench(folder, data_key, device, database)


def fill(bench: Bench, rows: int, *, note_bytes: int = 120, seed: int = 1) -> None:
    """Write ``rows`` people-like rows in one transaction, straight on the driver."""
    chance, ids = Random(seed), outside.system_ids()
    connection = connect(bench.folder.database, bench.data_key)
    statements = (
        str(sa.schema.CreateTable(measured_person)),
        *map(str, map(sa.schema.CreateIndex, measured_person.indexes)),
    )
    for statement in statements:
        connection.execute(statement)
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO measured_person VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_person(ids.new(), chance, note_bytes) for _ in range(rows)),
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _person(row_id: str, chance: Random, note_bytes: int) -> tuple[str, str, str, bytes, str, str, str]:
    name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"
    born = f"{chance.randint(1955, 2010)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    number = f"{chance.randint(0, 10**12 - 1):012}"
    return row_id, name, fold(name), sort_key(name), born, number, chance.randbytes(note_bytes // 2).hex()
