"""A new facility: folder, keys, file, profile and first administrator, whole or not at all."""

import contextlib
import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from facility_app.app import outside, registry
from facility_app.app.bootstrap import open_database
from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.leftovers import STAGING, finish_founding, move_in, staged
from facility_app.app.paths import migrations_folder
from facility_app.app.start import Entered
from facility_app.db import capture
from facility_app.db.database import Database
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey, require_safe_sqlite, sqlite_version
from facility_app.db.durable import as_fault
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, DeviceSecret, KdfParams, KeyFile, require_password
from facility_app.db.locks import vault_lock
from facility_app.db.migrate import Migrated, Scripts, migrate
from facility_app.db.vault import vault
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode
from facility_app.modules.access.domain import account_name
from facility_app.modules.access.service import AddUser, found_account
from facility_app.modules.catalogues.domain import UnitKind, facility_code, facility_name, province_code
from facility_app.modules.catalogues.queries import FacilityRow
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.upkeep import service as upkeep


@dataclass(frozen=True, slots=True)
class Founding:
    """What ``init`` asks for."""

    code: str
    name: str
    province_code: str
    unit_kind: UnitKind
    admin: str
    password: str = field(repr=False)
    secret_mode: SecretMode | None = None
    roles: tuple[Role, ...] = (Role.ADMIN,)


@dataclass(frozen=True, slots=True)
class Founded:
    """A new facility.

    Attributes:
        facility: its profile.
        database: its file.
        recovery_key: shown once, kept nowhere.
        secret_mode: where this account keeps the device secret.
    """

    facility: FacilityRow
    database: Path
    recovery_key: str = field(repr=False)
    secret_mode: SecretMode


def found(
    folder: DataFolder,
    wish: Founding,
    state_dir: Path,
    params: KdfParams = DEFAULT_KDF,
    *,
    keep: Callable[[str], None] = lambda _key: None,
    walls: outside.Walls | None = None,
) -> Founded:
    """Make a new facility in ``folder``.

    Everything is built in a staging folder and moved in at the end; the next start completes a move cut off.

    Args:
        folder: the data folder.
        wish: what is to be made.
        state_dir: the user's state folder.
        params: work of a key slot.
        keep: gets the recovery key when everything stands but nothing is moved in; when it fails, nothing is made.
        walls: time, ids and chance of the first rows; this machine's unless told.

    Raises:
        UserError: ``facility_exists``, and what is wrong with the wish, before anything is written.
        EnvironmentFault: ``sqlite_too_old``, keyring, disk, network share.
    """
    wish = _checked(wish)
    require_safe_sqlite(sqlite_version())
    folder.create()
    with vault_lock(folder.root).exclusive():
        finish_founding(folder)
        if folder.database.exists() or folder.keys.exists():
            raise UserError(
                "facility_exists",
                label("errors", "Thư mục {folder} đã có dữ liệu của một cơ sở. Hãy chọn thư mục khác (--data)."),
                folder=folder.root,
            )
        secrets = DeviceSecrets(state_dir)
        device = secrets.make(wish.secret_mode)
        new = staged(folder)
        try:
            new.root.mkdir(mode=0o700)
            data_key = DataKey(outside.random_bytes(KEY_BYTES), outside.random_bytes(SALT_BYTES))
            key_file = KeyFile(new.keys, params)
            recovery_key = key_file.create(data_key, wish.admin, wish.password, device)
            unlocked = key_file.unlock(wish.admin, wish.password, device)
            _make_database(new, data_key, wish)
            database = open_database(new, Entered(key_file, unlocked, data_key, device), state_dir, walls)
            with contextlib.closing(database):
                facility = _first_rows(database, wish, device, unlocked.generation)
            _require_folded(new)
            keep(recovery_key)
            move_in(folder)
        except OSError as error:
            raise as_fault(error, STAGING) from error
        finally:
            # The keys of a database that has moved in are never thrown away: the next start moves them in too.
            if not folder.database.exists() or folder.keys.exists():
                shutil.rmtree(new.root, ignore_errors=True)
    return Founded(facility, folder.database, recovery_key, device.mode)


def _checked(wish: Founding) -> Founding:
    """Refuse a bad wish before the first byte is written."""
    account_name(wish.admin)
    require_password(wish.password, wish.admin)
    facility_code(wish.code)
    facility_name(wish.name)
    province_code(wish.province_code)
    return wish


def _make_database(new: DataFolder, data_key: DataKey, wish: Founding) -> None:
    ids, clock = outside.system_ids(), outside.SystemClock()

    def finish(connection: sa.Connection, _done: Migrated) -> None:
        now, db_uuid = clock.now(), ids.new()
        connection.execute(
            vault.insert().values(only=1, db_uuid=db_uuid, home=facility_code(wish.code), created_at=now)
        )
        connection.execute(capture.sync_epoch.insert().values(n=1, id=ids.new(), started_at=now, reason="init"))

    migrate(new.database, data_key, Scripts(migrations_folder()), registry.schema(), finish=finish)


def _require_folded(new: DataFolder) -> None:
    """Refuse when closing could not fold the log into the file: moved in alone, the file would lack its rows."""
    if new.database.with_name(f"{new.database.name}-wal").exists():
        raise as_fault(OSError(errno.EIO, "the log stays"), new.database.name)


def _first_rows(database: Database, wish: Founding, device: DeviceSecret, keys: int) -> FacilityRow:
    database.begin_anchor(keys)
    with database.write(system_actor(outside.device_name())) as uow:
        upkeep.record(uow, "upkeep.begin", {"device": outside.device_name(), "account": device.id})
        facility = create_facility(uow, CreateFacility(wish.code, wish.name, wish.province_code, wish.unit_kind))
        found_account(uow, AddUser(wish.admin, tuple(role.value for role in wish.roles), wish.password))
        uow.commit()
    return facility
