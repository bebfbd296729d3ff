"""Where this account of the operating system keeps its half of every password: keyring, else a private file."""

import os
import secrets
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, TypeVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from facility_app.db.durable import as_fault, write_whole
from facility_app.db.folder import make_durable
from facility_app.db.keyslots import DEVICE_SECRET_BYTES, DeviceSecret, SlotDoor
from facility_app.db.locks import FileLock
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode, SecretStore

SERVICE: Final = "facility-app"
SECRET_NAME: Final = "device-secret"  # noqa: S105 - the name of a secret, not a secret
LOCK_NAME: Final = "device-secret.lock"
PROBE_S: Final = 10.0
PROMPT_S: Final = 60.0
"""Long enough to type the keyring's password into its prompt, and an end when nobody sees the prompt."""
OTHERS: Final = 0o077
SECRET_FILE_BYTES: Final = 1024

T = TypeVar("T")


def allowed_backends(desktop: str) -> tuple[tuple[str, str], ...]:
    """(module, class) of the keyrings we trust, best first.

    Nothing else is ever asked: a chain or a plain-text file that happens to be installed would keep the secret
    where anyone can read it.

    Args:
        desktop: ``XDG_CURRENT_DESKTOP``.
    """
    if sys.platform == "win32":
        trusted: tuple[tuple[str, str], ...] = (("keyring.backends.Windows", "WinVaultKeyring"),)
    elif sys.platform == "darwin":
        trusted = (("keyring.backends.macOS", "Keyring"),)
    else:
        service = ("keyring.backends.SecretService", "Keyring")
        library = ("keyring.backends.libsecret", "Keyring")
        wallets = tuple(("keyring.backends.kwallet", name) for name in ("DBusKeyring", "DBusKeyringKWallet4"))
        is_kde = "KDE" in desktop.split(":")
        trusted = (*wallets, service, library) if is_kde else (service, library, *wallets)
    return trusted


def find_keyring() -> KeyringBackend | None:
    """The keyring of this session, or None when there is no bus or no keyring service.

    Raises:
        EnvironmentFault: ``keyring_failed`` when something is there and does not answer.
    """
    for module, name in allowed_backends(os.environ.get("XDG_CURRENT_DESKTOP", "")):
        kind: type[KeyringBackend] = getattr(import_module(module), name)
        try:
            # Its priority is how a backend says that it can work here; RuntimeError says that it cannot.
            _bounded(lambda kind=kind: kind.priority, PROBE_S)  # type: ignore[misc]
        except (RuntimeError, FileNotFoundError, PermissionError):
            continue
        except Exception as error:
            # Every backend fails with its own library's errors; none of them may pass for "no keyring".
            raise _keyring_fault(error) from error
        return kind()
    return None


class KeyringStore:
    """The port ``SecretStore`` over one keyring."""

    def __init__(self, backend: KeyringBackend, patience: float = PROMPT_S) -> None:
        """Use ``backend``, waiting at most ``patience`` seconds for each answer."""
        self._backend = backend
        self._patience = patience

    @property
    def mode(self) -> SecretMode:
        """The stronger kind: only this account's unlocked session reads it."""
        return SecretMode.KEYRING

    def get(self, name: str) -> bytes | None:
        """The secret, or None when the keyring works and holds none."""
        text = self._ask(lambda: self._backend.get_password(SERVICE, name))
        return None if text is None else _from_hex(text)

    def put(self, name: str, secret: bytes) -> None:
        """Keep ``secret`` under ``name``."""
        self._ask(lambda: self._backend.set_password(SERVICE, name, secret.hex()))

    def _ask(self, call: Callable[[], T]) -> T:
        try:
            return _bounded(call, self._patience)
        except Exception as error:
            # As above: no error of any library may pass for "no secret".
            raise _keyring_fault(error) from error


class FileStore:
    """The port ``SecretStore`` over owner-only files: the weaker mode, for machines without a keyring."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in ``folder``, the user's state folder; it is made when something is put."""
        self._folder = folder

    @property
    def mode(self) -> SecretMode:
        """The weaker kind: whoever reads this account's files reads it."""
        return SecretMode.FILE

    def get(self, name: str) -> bytes | None:
        """The secret, or None when there is no file; rights given to others are taken back."""
        path = self._folder / name
        try:
            with path.open("rb") as source:
                text = source.read(SECRET_FILE_BYTES)
            if sys.platform != "win32" and path.stat().st_mode & OTHERS:
                path.chmod(0o600)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise as_fault(error, name) from error
        return _from_hex(text.decode("ascii", "replace"))

    def put(self, name: str, secret: bytes) -> None:
        """Keep ``secret`` under ``name``, durably."""
        _make_folder(self._folder)
        write_whole(self._folder / name, secret.hex().encode() + b"\n")


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
        _make_folder(self.state_dir)
        # Two processes that both find none must not each make one.
        with FileLock(self.state_dir / LOCK_NAME).exclusive(max(self.patience, PROBE_S)):
            found = self._held(store)
            if found is None:
                made = DeviceSecret(secrets.token_bytes(DEVICE_SECRET_BYTES), store.mode)
                store.put(SECRET_NAME, made.secret)
                found = self._held(store)
                if found != made:
                    raise _keyring_fault(LookupError("the store did not keep the secret"))
        return found

    def _held(self, store: SecretStore) -> DeviceSecret | None:
        secret = store.get(SECRET_NAME)
        if secret is None:
            return None
        try:
            return DeviceSecret(secret, store.mode)
        except ValueError as error:
            raise _secret_damaged() from error


def _uses(doors: tuple[SlotDoor, ...], mode: SecretMode) -> bool:
    return any(door.mode is mode for door in doors)


def _bounded(call: Callable[[], T], seconds: float) -> T:
    """``call()`` in a thread that is given up after ``seconds``: no keyring library bounds its calls itself.

    Raises:
        TimeoutError: no answer in time; else whatever ``call`` raises.
    """
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - it is raised again where the answer is awaited
            answer.set_exception(error)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return answer.result(seconds)


def _make_folder(folder: Path) -> None:
    try:
        make_durable(folder)
    except OSError as error:
        raise as_fault(error, folder.name) from error


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise _secret_damaged() from error


def _keyring_fault(error: Exception) -> EnvironmentFault:
    if isinstance(error, KeyringLocked):
        return EnvironmentFault(
            "keyring_locked",
            label(
                "errors",
                "Kho khóa của hệ điều hành đang bị khóa. Hãy mở khóa kho (thường là đăng nhập lại vào màn hình "
                "làm việc) rồi làm lại, hoặc mở bằng khóa khôi phục (--recovery-key-file).",
            ),
        )
    return EnvironmentFault(
        "keyring_failed",
        label(
            "errors",
            "Kho khóa của hệ điều hành không dùng được ({reason}). Hãy mở khóa kho hoặc đăng nhập lại vào màn "
            "hình làm việc rồi làm lại, hoặc mở bằng khóa khôi phục (--recovery-key-file).",
        ),
        # The kind of error only: the words of a library may hold paths and names.
        reason=type(error).__name__,
    )


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


def _secret_damaged() -> EnvironmentFault:
    return EnvironmentFault(
        "device_secret_damaged",
        label(
            "errors",
            "Khóa thiết bị của tài khoản hệ điều hành này bị hỏng ({name}). Hãy giữ nguyên nó và mở bằng khóa "
            "khôi phục (--recovery-key-file).",
        ),
        name=SECRET_NAME,
    )
