"""Where this account of the operating system keeps its half of every password: keyring, else a private file."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from keyring.backend import KeyringBackend

from facility_app.app.secret_stores import (
    DAMAGED,
    PROBE_S,
    PROMPT_S,
    FileStore,
    KeyringStore,
    find_keyring,
    keyring_fault,
    make_private,
    secret_damaged,
)
from facility_app.db.keyslots import DEVICE_SECRET_BYTES, DeviceSecret, SlotDoor
from facility_app.db.locks import FileLock
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode, SecretStore

SECRET_NAME: Final = "device-secret"  # noqa: S105 - the name of a secret, not a secret
LOCK_NAME: Final = "device-secret.lock"


@dataclass(frozen=True, slots=True)
class DeviceSecrets:
    """Finds and makes the device secret of this account of the operating system.

    Attributes:
        state_dir: the user's state folder (Windows: local application data).
        find: finds the keyring of this session.
        patience: seconds to wait for the keyring, its prompt included.
    """

    state_dir: Path
    find: Callable[[], KeyringBackend | None] = find_keyring
    patience: float = PROMPT_S

    def store(self, mode: SecretMode | None = None) -> SecretStore:
        """Where a new secret belongs: the keyring, or the file when the machine has no keyring.

        Args:
            mode: ``FILE`` when a person chose the weaker mode in so many words; ``KEYRING`` to insist on it.

        Raises:
            EnvironmentFault: ``keyring_failed``; ``keyring_absent`` when ``KEYRING`` was insisted on.
        """
        if mode is not SecretMode.FILE:
            backend = self.find()
            if backend is not None:
                return KeyringStore(backend, self.patience)
            if mode is SecretMode.KEYRING:
                raise _keyring_absent()
        return FileStore(self.state_dir)

    def for_login(self, doors: Iterable[SlotDoor]) -> DeviceSecret | None:
        """The secret that fits one of the user's slots, or None when this device keeps none.

        A slot made with the keyring is never tried with the file: without its keyring it stays shut.

        Args:
            doors: the user's slots (``KeyFile.doors``); empty for an unknown name, which takes the same way.

        Raises:
            EnvironmentFault: ``keyring_locked``, ``keyring_failed``, ``keyring_absent``,
                ``device_secret_damaged``.
        """
        known = tuple(doors)
        in_file = self._held(FileStore(self.state_dir)) if _uses(known, SecretMode.FILE) or not known else None
        if in_file is not None and SlotDoor(in_file.id, SecretMode.FILE) in known:
            return in_file
        if _uses(known, SecretMode.KEYRING):
            return self._held(self.store(SecretMode.KEYRING))
        return in_file if known else self._held(self.store())

    def make(self, mode: SecretMode | None = None) -> DeviceSecret:
        """The device's secret, made now when the store works and answers that it holds none.

        Args:
            mode: as in ``store``.

        Raises:
            EnvironmentFault: ``keyring_locked``, ``keyring_failed``, ``keyring_absent``,
                ``device_secret_damaged``, or what the disk says. Nothing is made then.
        """
        store = self.store(mode)
        make_private(self.state_dir)
        # Two processes that both find none must not each make one.
        with FileLock(self.state_dir / LOCK_NAME).exclusive(max(self.patience, PROBE_S)):
            found = self._held(store)
            if found is None:
                made = DeviceSecret(secrets.token_bytes(DEVICE_SECRET_BYTES), store.mode)
                store.put(SECRET_NAME, made.secret)
                found = self._held(store)
                if found != made:
                    raise keyring_fault(LookupError("the store did not keep the secret"))
        return found

    def put_damaged_aside(self) -> list[str]:
        """Make room for a new secret where the one kept is damaged; it is kept under the names returned.

        Only a store that answers is looked at: a locked or failing keyring holds a secret that may be sound.

        Raises:
            EnvironmentFault: ``keyring_locked``, ``keyring_failed``, or what the disk says. Nothing is moved then.
        """
        backend, file = self.find(), FileStore(self.state_dir)
        stores: list[KeyringStore | FileStore] = [file]
        if backend is not None:
            stores.insert(0, KeyringStore(backend, self.patience))
        if not any(map(self._is_damaged, stores)):
            return []
        with FileLock(self.state_dir / LOCK_NAME).exclusive(max(self.patience, PROBE_S)):
            return [store.put_aside(SECRET_NAME) for store in stores if self._is_damaged(store)]

    def _is_damaged(self, store: SecretStore) -> bool:
        try:
            self._held(store)
        except EnvironmentFault as fault:
            if fault.code != DAMAGED:
                raise
            return True
        return False

    def _held(self, store: SecretStore) -> DeviceSecret | None:
        secret = store.get(SECRET_NAME)
        if secret is None:
            return None
        try:
            return DeviceSecret(secret, store.mode)
        except ValueError as error:
            raise secret_damaged(SECRET_NAME) from error


def _uses(doors: tuple[SlotDoor, ...], mode: SecretMode) -> bool:
    return any(door.mode is mode for door in doors)


def _keyring_absent() -> EnvironmentFault:
    return EnvironmentFault(
        "keyring_absent",
        label(
            "errors",
            "Tài khoản này mở bằng kho khóa của hệ điều hành, nhưng phiên làm việc này không có kho khóa. Hãy "
            "đăng nhập vào màn hình làm việc của máy rồi mở lại, hoặc mở bằng khóa khôi phục "
            "(--recovery-key-file).",
        ),
    )
