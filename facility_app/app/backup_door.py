"""Who opens a backup: with its own key file or the present one, and what the present file says of them."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from facility_app.app import outside
from facility_app.app.bootstrap import account_of, ports_of
from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.paths import migrations_folder
from facility_app.app.start import Entered, Password, RecoveryKey
from facility_app.db import backup
from facility_app.db.backup import BackupVerified
from facility_app.db.backup.verify import damage_in_plain_words, opened
from facility_app.db.database import Database
from facility_app.db.driver import file_salt
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams, KeyFile, Unlocked
from facility_app.db.locks import vault_lock
from facility_app.db.messages import Messages
from facility_app.db.migrate import scripts_in
from facility_app.kernel.actor import Actor, demand, system_actor
from facility_app.kernel.errors import EnvironmentFault, FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.modules.access import queries as access
from facility_app.modules.upkeep.domain import RESTORE


@dataclass(slots=True)
class BackupDoor:
    """The door of one backup, for whoever wants it restored.

    Attributes:
        folder: the present data folder; its keys open backups made before a password changed.
        who: a password or the recovery key, of now or of the time of the backup.
        state_dir: the user's state folder.
        params: work a slot should have.
        actor: who it is by the present file and its password of now; None until then, and where only the backup
            can say.
    """

    folder: DataFolder
    who: Password | RecoveryKey
    state_dir: Path
    params: KdfParams = DEFAULT_KDF
    actor: Actor | None = None

    def unlock(self, copy: Path) -> Unlocked:
        """Keys for the backup whose own key file was copied to ``copy``; else the present data folder's.

        Raises:
            PermissionDenied, UserError: what the present file says of the account: ``user_disabled``,
                ``password_must_change``; wrong password or recovery key.
            EnvironmentFault: ``unknown_device``, and what key files and keyring have to say.
        """
        try:
            unlocked, is_of_now = self._keys(copy), False
        except FacilityError as refusal:
            if not self.folder.keys.exists():
                raise _told(refusal) from refusal
            unlocked, is_of_now = self._keys_of_now(), True
        if isinstance(self.who, Password):
            actor = self._present_account(self.who, unlocked)
            self.actor = actor if is_of_now else None
        return unlocked

    def _keys(self, key_file: Path) -> Unlocked:
        return unlock(KeyFile(key_file, self.params), self.who, self.state_dir)

    def _keys_of_now(self) -> Unlocked:
        try:
            return self._keys(self.folder.keys)
        except FacilityError as refusal:
            raise _told(refusal) from refusal

    def _present_account(self, who: Password, unlocked: Unlocked) -> Actor | None:
        """The account in the present file; None where it cannot be asked: a restore must work without it.

        No password is hashed for it: the keys of the backup open the present file too, unless it was rekeyed.
        """
        with suppress(EnvironmentFault, LookupError, OSError, sa.exc.SQLAlchemyError):
            salt = file_salt(self.folder.database)
            if salt is None:
                return None
            key_file = KeyFile(self.folder.keys, self.params)
            entered = Entered(key_file, unlocked, unlocked.key_for(salt), None)
            with vault_lock(self.folder.root).shared(timeout=0):
                return _account(self.folder, entered, self.state_dir, who)
        return None


def unlock(key_file: KeyFile, who: Password | RecoveryKey, state_dir: Path) -> Unlocked:
    """Open a key file for whoever stands at the door; nothing else is opened.

    Raises:
        UserError, EnvironmentFault: as ``KeyFile.unlock`` and ``DeviceSecrets.for_login``.
    """
    if isinstance(who, RecoveryKey):
        return key_file.unlock_with_recovery(who.text)
    device = DeviceSecrets(state_dir).for_login(key_file.doors(who.user_name))
    return key_file.unlock(who.user_name, who.password, device)


def verify_alone(
    file: Path, who: Password | RecoveryKey, state_dir: Path, params: KdfParams = DEFAULT_KDF
) -> BackupVerified:
    """Restore a backup for trial where there is no data folder, with the keys of its own key file.

    Nobody's right can be looked up and no trail be written; what is tried out stays encrypted and goes again.

    Raises:
        UserError, EnvironmentFault: as ``BackupDoor.unlock`` and ``backup.verify_backup``.
    """
    with tempfile.TemporaryDirectory(prefix="facility-app-") as place:
        folder = DataFolder(Path(place))
        with damage_in_plain_words(file.name), opened(file) as inside:
            folder.keys.write_bytes(inside.keys)
        try:
            unlocked = unlock(KeyFile(folder.keys, params), who, state_dir)
        except FacilityError as refusal:
            raise _told(refusal) from refusal
        return backup.verify_backup(file, unlocked, folder)


@contextmanager
def no_folder_left(into: Path) -> Iterator[None]:
    """Take away again the empty folders above ``into`` that were not there before, when nothing comes of it."""
    missing = [place for place in into.absolute().parents if not os.path.lexists(place)]
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for place in missing:
                place.rmdir()
        raise


def _account(folder: DataFolder, entered: Entered, state_dir: Path, who: Password) -> Actor | None:
    ports, system = ports_of(folder, entered, state_dir), system_actor(outside.device_name())
    with closing(Database(folder.database, entered.data_key, ports, Messages(), state_dir)) as database:
        if database.revision != scripts_in(migrations_folder()).head:
            return None
        database.identify()
        with database.read(system) as uow:
            if access.find_account(uow, who.user_name) is None:
                return None  # a file put back from an older day knows nobody who came since
        with database.connection() as connection:
            actor = account_of(connection, who)
        demand(actor, RESTORE)
        return actor


def _told(refusal: FacilityError) -> FacilityError:
    """The same refusal in the words of someone who holds a backup and not a data folder."""
    if refusal.code == "wrong_recovery_key":
        return UserError(
            refusal.code,
            label(
                "errors",
                "Khóa khôi phục này không mở được bản sao lưu. Hãy dùng tờ khóa khôi phục có hiệu lực khi sao "
                "lưu: khóa lập sau đó không mở được các bản sao lưu cũ hơn nó.",
            ),
        )
    if refusal.code == "unknown_device":
        return EnvironmentFault(
            refusal.code,
            label(
                "errors",
                "Bản sao lưu chưa biết máy này (hoặc tài khoản hệ điều hành này), nên mật khẩu chưa mở được nó "
                "ở đây. Hãy làm lại bằng tờ khóa khôi phục có hiệu lực khi sao lưu: thay tên tài khoản và mật "
                "khẩu bằng --recovery-key-file TỆP.",
            ),
        )
    return refusal
