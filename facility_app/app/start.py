"""First step of every start: who stands at the door, and with which key. SQLAlchemy is not needed for it."""

from dataclasses import dataclass
from pathlib import Path

from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.who import Password, RecoveryKey
from facility_app.db.driver import DataKey, file_salt, require_safe_sqlite, sqlite_version
from facility_app.db.durable import as_fault
from facility_app.db.folder import DataFolder, require_local_disk
from facility_app.db.keyslots import DEFAULT_KDF, DeviceSecret, KdfParams, KeyFile, Unlocked
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

__all__ = ["Entered", "Password", "RecoveryKey", "enter", "require_facility"]


@dataclass(frozen=True, slots=True)
class Entered:
    """The door is open.

    Attributes:
        key_file: the key file.
        unlocked: the data keys.
        data_key: the key of the database file as it lies there now.
        device: this account's device secret; None when the recovery key opened and there is none yet.
    """

    key_file: KeyFile
    unlocked: Unlocked
    data_key: DataKey
    device: DeviceSecret | None


def enter(
    folder: DataFolder, who: Password | RecoveryKey, state_dir: Path, params: KdfParams = DEFAULT_KDF
) -> Entered:
    """Unwrap the data key; unwrapping is the password check.

    Args:
        folder: the facility's data folder.
        who: a password or the recovery key.
        state_dir: where the device secret lies when the machine has no keyring.
        params: work a slot should have; another one is wrapped anew at login.

    Raises:
        UserError: ``wrong_password``, ``wrong_recovery_key``, ``recovery_key_mistyped``.
        EnvironmentFault: ``no_facility``, ``network_share``, ``sqlite_too_old``, ``plain_file``,
            ``key_file_swapped`` and what the key file and the keyring have to say.
    """
    salt = require_facility(folder)
    key_file = KeyFile(folder.keys, params)
    secrets = DeviceSecrets(state_dir)
    if isinstance(who, RecoveryKey):
        unlocked, device = key_file.unlock_with_recovery(who.text), None
    else:
        device = secrets.for_login(key_file.doors(who.user_name))
        unlocked = key_file.unlock(who.user_name, who.password, device)
    return Entered(key_file, unlocked, unlocked.key_for(salt), device)


def require_facility(folder: DataFolder) -> bytes:
    """The first bytes of the database file, which name its key, when this machine may open it at all.

    Raises:
        EnvironmentFault: ``no_facility``, ``network_share``, ``sqlite_too_old``, ``plain_file``, ``file_damaged``,
            ``no_access``, ``disk_fault``.
    """
    require_safe_sqlite(sqlite_version())
    require_local_disk(folder.root)
    try:
        salt = file_salt(folder.database)
    except OSError as error:
        raise as_fault(error, folder.database.name) from error
    if salt is None:
        raise EnvironmentFault(
            "no_facility",
            label(
                "errors",
                "Thư mục {folder} chưa có dữ liệu cơ sở. Hãy lập cơ sở mới (lệnh init) hoặc khôi phục từ bản "
                "sao lưu (lệnh restore).",
            ),
            folder=folder.root,
        )
    return salt
