"""Second step of every start: the open facility, wired from its parts, with the mending a start owes."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.app import outside, registry
from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.leftovers import settle, sweep_files
from facility_app.app.paths import migrations_folder, resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.app.spool import settle_at_start
from facility_app.app.start import Entered, Password, RecoveryKey, enter, require_facility
from facility_app.db import integrity
from facility_app.db.attachments import AttachmentStore
from facility_app.db.database import Database
from facility_app.db.driver import DataKey
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, DeviceSecret, KdfParams, KeyFile, Unlocked, require_password
from facility_app.db.keyslots.refusals import key_file_swapped
from facility_app.db.locks import HeldLock, vault_lock
from facility_app.db.messages import Messages
from facility_app.db.migrate import require_known, scripts_in
from facility_app.db.uow import Ports, UnitOfWork
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role, system_actor
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.modules.absences.queries.stored import list_unfollowed
from facility_app.modules.absences.service.following import take_up_absences
from facility_app.modules.access import queries as access
from facility_app.modules.access import service as access_service
from facility_app.modules.medication.queries.hidden import is_hiding_due
from facility_app.modules.medication.service.hiding import hide_allergies
from facility_app.modules.stays.queries.stored import is_recount_due
from facility_app.modules.stays.service.recounting import recount_after_upgrade
from facility_app.modules.upkeep import queries as upkeep_queries
from facility_app.modules.upkeep import service as upkeep


@dataclass(slots=True)
class Slots:
    """The port ``KeySlots`` over an opened key file, for this account of this machine."""

    key_file: KeyFile
    unlocked: Unlocked
    secrets: DeviceSecrets
    device: DeviceSecret | None = None
    changed: Callable[[], None] = lambda: None
    """Called after each change of the list of doors."""

    def ready(self) -> None:
        """Find or make the device secret now."""
        self.device = self.device or self.secrets.make()

    def prepare(self, user_name: str, password: str, *, closing_others: bool = False) -> Callable[[], None]:
        """Check the password now; the step returned puts the slot."""
        require_password(password, user_name)
        self.ready()
        device = self.device
        assert device is not None  # noqa: S101 - that is what ready is for
        return lambda: self._put(user_name, password, device, closing_others=closing_others)

    def closing(self, user_name: str) -> Callable[[], None]:
        """The step that removes every slot of ``user_name``."""
        return lambda: self._drop(user_name)

    def check(self, user_name: str, password: str) -> bool:
        """Try the password at the door, as a sign-in would; nothing is opened with it."""
        device = self.secrets.for_login(self.key_file.doors(user_name))
        try:
            found = self.key_file.unlock(user_name, password, device)
        except UserError as refusal:
            if refusal.code != "wrong_password":
                raise
            return False
        require_own_keys(found, self.unlocked.current, self.unlocked.generation, self.key_file)
        return True

    def _put(self, user_name: str, password: str, device: DeviceSecret, *, closing_others: bool) -> None:
        self.key_file.put_slot(self.unlocked, user_name, password, device, drop_others=closing_others)
        self.changed()

    def _drop(self, user_name: str) -> None:
        self.key_file.drop_slots(self.unlocked, user_name)
        self.changed()


@dataclass(frozen=True, slots=True)
class OpenFacility:
    """The facility, open for one actor; close it by leaving its ``with`` block.

    Attributes:
        folder: the data folder.
        entered: the opened door.
        database: the file.
        actor: who is signed in.
        state_dir: the user's state folder.
    """

    folder: DataFolder
    entered: Entered
    database: Database
    actor: Actor
    state_dir: Path
    _lock: HeldLock

    def ready_for_accounts(self) -> None:
        """Ask the keyring for the device secret now: its prompt must not keep a transaction open."""
        if self.database.ports.key_slots is not None:
            self.database.ports.key_slots.ready()

    def close(self) -> None:
        """Close the file and let go of the vault."""
        note_keys(self.database, self.entered.key_file)
        self.database.close()
        self._lock.release()

    def __enter__(self) -> Self:
        """The open facility itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, whatever happened."""
        self.close()


def open_facility(
    folder: DataFolder,
    who: Password | RecoveryKey,
    state_dir: Path,
    params: KdfParams = DEFAULT_KDF,
    *,
    changing_password: bool = False,
) -> OpenFacility:
    """Sign in and open the file.

    Args:
        folder: the data folder.
        who: a password or the recovery key.
        state_dir: the user's state folder.
        params: work a key slot should have.
        changing_password: the caller will do nothing but change the password.

    Raises:
        UserError: as ``enter``; ``user_disabled`` when the account is closed but its slot was not yet dropped;
            ``password_must_change`` when somebody else handed the password over.
        EnvironmentFault: as ``enter``; ``schema_older`` and ``schema_newer``; ``vault_busy``; disk and damage.
    """
    settle(folder)
    require_facility(folder)
    # Before the keys are read: a rekey must not come between them and the file.
    lock = vault_lock(folder.root).shared()
    with ExitStack() as undo:
        undo.callback(lock.release)
        entered = enter(folder, who, state_dir, params)
        database = open_database(folder, entered, state_dir)
        undo.callback(database.close)
        if isinstance(who, Password):
            _require_newest_keys(database, entered)
        actor, must_change = _sign_in(database, who)
        if must_change and not changing_password:
            raise _password_must_change()
        _listen_for_the_canary(database)
        _start_anchor(database, entered)
        _mend(database, entered)
        store = _store(folder, entered.unlocked, outside.real_walls())
        # An older file put back does not know the records that came since: nothing of theirs is swept by its word.
        if store.has_unsettled() and fits_its_anchor(database):
            sweep_files(database, store)
        settle_at_start(folder, database)
        note_keys(database, entered.key_file)
        undo.pop_all()
    return OpenFacility(folder, entered, database, actor, state_dir, lock)


def change_hands(opened: OpenFacility, who: Password, params: KdfParams = DEFAULT_KDF) -> OpenFacility:
    """Let another person work in the same open file; the file stays open, the former actor is gone.

    Raises:
        UserError: ``wrong_password``, ``user_disabled``, ``password_must_change``.
        EnvironmentFault: what the key file and the keyring have to say.
    """
    key_file = KeyFile(opened.folder.keys, params)
    device = DeviceSecrets(opened.state_dir).for_login(key_file.doors(who.user_name))
    found = key_file.unlock(who.user_name, who.password, device)
    require_own_keys(found, opened.entered.data_key, opened.entered.unlocked.generation, key_file)
    _require_newest_keys(opened.database, opened.entered)
    actor, must_change = _sign_in(opened.database, who)
    if must_change:
        raise _password_must_change()
    return replace(opened, actor=actor)


def require_own_keys(found: Unlocked, data_key: DataKey, generation: int, key_file: KeyFile) -> None:
    """Refuse a password that opens another facility's key file, or an older one put back while the file is open.

    Unwrapping proves that the password fits the key file; only the key proves that the key file fits the database.

    Raises:
        EnvironmentFault: ``key_file_swapped``, ``key_file_old``.
    """
    if found.key_for(data_key.salt) != data_key:
        raise key_file_swapped()
    if found.generation < generation:
        raise _key_file_old(key_file)


def open_database(
    folder: DataFolder, entered: Entered, state_dir: Path, walls: outside.Walls | None = None
) -> Database:
    """The file at the newest schema, wired to its ports.

    Args:
        folder: the data folder.
        entered: the opened door.
        state_dir: the user's state folder.
        walls: time, ids and chance; this machine's unless told.

    Raises:
        EnvironmentFault: ``schema_older``, ``schema_newer``, disk and damage.
    """
    slots = _slots_of(entered, state_dir)
    scripts = scripts_in(migrations_folder())
    former = tuple(key.key for key in (entered.unlocked.current, *entered.unlocked.older))
    database = Database(
        folder.database,
        entered.data_key,
        _ports(folder, slots, walls or outside.real_walls()),
        Messages(registry.MODULES),
        state_dir,
        former_keys=former,
        admit=access.require_admitted,
    )
    slots.changed = lambda: note_keys(database, entered.key_file)
    revision = database.revision
    try:
        require_known(scripts, revision)
        if revision != scripts.head:
            raise _schema_older(revision)
        database.identify()
    except BaseException:
        database.close()
        raise
    return database


def ports_of(folder: DataFolder, entered: Entered, state_dir: Path) -> Ports:
    """This machine's walls, with the opened key file behind the accounts."""
    return _ports(folder, _slots_of(entered, state_dir), outside.real_walls())


def note_keys(database: Database, key_file: KeyFile) -> None:
    """Remember outside the file how far the list of doors has come; at the latest the next start does it."""
    with suppress(OSError, EnvironmentFault):
        database.anchor.note_keys(key_file.generation())


def _slots_of(entered: Entered, state_dir: Path) -> Slots:
    return Slots(entered.key_file, entered.unlocked, DeviceSecrets(state_dir), entered.device)


def _ports(folder: DataFolder, slots: Slots, walls: outside.Walls) -> Ports:
    files = _store(folder, slots.unlocked, walls)
    return Ports(walls.clock, walls.ids, walls.random, slots, _shelf(), files)


def _store(folder: DataFolder, keys: Unlocked, walls: outside.Walls) -> AttachmentStore:
    return AttachmentStore(folder.files, keys.current, walls.random, keys.older)


@cache
def _shelf() -> ResourceShelf:
    """The shipped lists; parsed once for all files a program run opens."""
    return ResourceShelf(resources_folder() / "catalogues")


def account_of(connection: sa.Connection, who: Password | RecoveryKey) -> Actor:
    """Who signs in, looked up in the caller's transaction.

    Raises:
        UserError: ``user_disabled``; ``password_must_change``: a password handed over is good for changing it, and
            for nothing else.
    """
    ports = Ports(outside.SystemClock(), outside.system_ids(), outside.random_bytes)
    system = system_actor(outside.device_name())
    with Session(connection, join_transaction_mode="rollback_only") as session:
        uow = UnitOfWork(session, system, "", ports, Messages(), writable=False)
        actor, must_change = _actor(uow, who)
    if must_change:
        raise _handed_over()
    return actor


def _handed_over() -> UserError:
    return UserError(
        "password_must_change",
        label(
            "errors",
            "Mật khẩu này do người khác cấp và chỉ dùng để đổi mật khẩu; không khôi phục hay nâng cấp được bằng "
            "nó. Hãy dùng tài khoản đã đổi mật khẩu, hoặc khóa khôi phục (--recovery-key-file).",
        ),
    )


def _schema_older(revision: str | None) -> EnvironmentFault:
    return EnvironmentFault(
        "schema_older",
        label(
            "errors",
            "Dữ liệu do bản chương trình cũ tạo (cấu trúc {revision}). Hãy chạy lệnh migrate; chương trình tự "
            "sao lưu và kiểm tra bản sao lưu trước khi nâng cấp.",
        ),
        revision=revision,
    )


def _sign_in(database: Database, who: Password | RecoveryKey) -> tuple[Actor, bool]:
    with database.read(system_actor(outside.device_name())) as uow:
        return _actor(uow, who)


def _actor(uow: UnitOfWork, who: Password | RecoveryKey) -> tuple[Actor, bool]:
    device = outside.device_name()
    if isinstance(who, RecoveryKey):
        return Actor(RECOVERY_USER, frozenset({Role.ADMIN}), device), False
    account = access.find_account(uow, who.user_name)
    if account is None or account.is_disabled:
        raise UserError(
            "user_disabled",
            label(
                "errors",
                "Tài khoản “{name}” đã bị khóa và không mở lại được. Quản trị viên hãy tạo tài khoản mới cho "
                "người này (lệnh user add).",
            ),
            name=who.user_name,
        )
    return Actor(account.user_id, account.roles, device), account.must_change_password


def _mend(database: Database, entered: Entered) -> None:
    """Write failed tries to the trail; drop slots without an account, name accounts without a slot.

    Who was away before absences had cases gets one, so that they can be received back by it; terms are counted
    anew when the file's structure changed what counts. Allergies that reveal HIV by names known since go behind
    the wall.
    """
    system = system_actor(outside.device_name())
    with database.read(system) as uow:
        names = access.list_active_names(uow)
        is_unfollowed = bool(list_unfollowed(uow))
        is_count_due = is_recount_due(uow, database.revision or "")
        is_telling = is_hiding_due(uow)
    if is_telling:
        with database.write(system) as uow:
            hide_allergies(uow)
            uow.commit()
    if is_unfollowed:
        with database.write(system) as uow:
            take_up_absences(uow)
            uow.commit()
    if is_count_due:
        with database.write(system) as uow:
            recount_after_upgrade(uow, database.revision or "")
            uow.commit()
    seen = entered.key_file.failed_tries(names)
    if seen.total:
        with database.write(system) as uow:
            access_service.record_failed_tries(uow, dict(seen.by_user), seen.unknown + seen.recovery)
            uow.commit()
        entered.key_file.clear_failed(seen)
    # A file put back from an older day knows nobody who came since: its word closes no door.
    if entered.key_file.strangers(names) and fits_its_anchor(database):
        with database.write(system) as uow:
            # Named again, now that nobody can add an account: a row always comes before its slot.
            names = access.list_active_names(uow)
            dropped = entered.key_file.drop_strangers(entered.unlocked, names)
            access_service.record_mended_slots(uow, dropped, tuple(entered.key_file.missing(names)))
            uow.commit()


def fits_its_anchor(database: Database) -> bool:
    """Whether the file is the one this account's mark was made of; also no mark is a reason to doubt."""
    known = database.anchor.read()
    with database.connection() as connection:
        return known is not None and not integrity.anchor_fault(connection, known, database.mark(connection))


def has_old_keys(database: Database, entered: Entered) -> bool:
    """Whether the key file is older than the one this account saw last: closed doors would be open again."""
    known = database.anchor.read()
    return known is not None and entered.key_file.generation() < known.keys


def _require_newest_keys(database: Database, entered: Entered) -> None:
    if has_old_keys(database, entered):
        raise _key_file_old(entered.key_file)


def _key_file_old(key_file: KeyFile) -> EnvironmentFault:
    return EnvironmentFault(
        "key_file_old",
        label(
            "errors",
            "Tệp khóa {file} cũ hơn tệp máy này đã dùng: mật khẩu đã đổi hoặc đã khóa có thể lại mở được, nên "
            "không đăng nhập bằng mật khẩu. Hãy báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn "
            "dùng tệp này, hãy mở bằng khóa khôi phục và chạy lệnh audit accept --reason LÝ_DO.",
        ),
        file=key_file.path.name,
    )


def _start_anchor(database: Database, entered: Entered) -> None:
    """Give this account of this machine its first anchor, and say so in the trail.

    One that began here before and is gone is not replaced: ``check`` asks, and an officer accepts the file.
    """
    device = entered.device
    if device is None or database.anchor.exists or has_begun(database, device):
        return
    database.begin_anchor(entered.unlocked.generation)
    with database.write(system_actor(outside.device_name())) as uow:
        upkeep.record(uow, "upkeep.begin", {"device": outside.device_name(), "account": device.id})
        uow.commit()


def has_begun(database: Database, device: DeviceSecret) -> bool:
    """Whether the trail says that this account of this machine already had an anchor for the file."""
    with database.read(system_actor(outside.device_name())) as uow:
        return upkeep_queries.has_begun(uow, device.id)


def _listen_for_the_canary(database: Database) -> None:
    """Refuse to write into a file whose changes would not reach the outbox; it can still be looked at."""
    with database.trial() as connection:
        dead = integrity.capture_canary(connection, registry.schema())
    if dead:
        database.freeze(dead[0].fault())


def _password_must_change() -> UserError:
    return UserError(
        "password_must_change",
        label(
            "errors",
            "Mật khẩu này do người khác cấp và chỉ dùng một lần. Hãy đổi mật khẩu trước (lệnh user password).",
        ),
    )
