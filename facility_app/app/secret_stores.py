"""The two places a device secret can be kept in: a keyring we trust, else a private file."""

import itertools
import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final, TypeVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from facility_app.db.durable import as_fault, move, sync_folder, write_whole
from facility_app.db.folder import make_durable
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode

SERVICE: Final = "facility-app"
DAMAGED: Final = "device_secret_damaged"
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
            raise keyring_fault(error) from error
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
        return None if text is None else _from_hex(text, name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep ``secret`` under ``name``."""
        self._ask(lambda: self._backend.set_password(SERVICE, name, secret.hex()))

    def put_aside(self, name: str) -> str:
        """Keep what stands under ``name``, whatever it is, under a name of its own; which one."""
        text = self._ask(lambda: self._backend.get_password(SERVICE, name))
        aside = next(
            other
            for other in _names_aside(name)
            if self._ask(partial(self._backend.get_password, SERVICE, other)) is None
        )
        self._ask(lambda: self._backend.set_password(SERVICE, aside, text or ""))
        if self._ask(lambda: self._backend.get_password(SERVICE, aside)) != text:
            raise keyring_fault(LookupError("the store did not keep the secret"))
        self._ask(lambda: self._backend.delete_password(SERVICE, name))
        return aside

    def _ask(self, call: Callable[[], T]) -> T:
        try:
            return _bounded(call, self._patience)
        except Exception as error:
            # As above: no error of any library may pass for "no secret".
            raise keyring_fault(error) from error


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
        return _from_hex(text.decode("ascii", "replace"), name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep ``secret`` under ``name``, durably."""
        make_private(self._folder)
        write_whole(self._folder / name, secret.hex().encode() + b"\n")

    def put_aside(self, name: str) -> str:
        """Keep what stands under ``name``, whatever it is, under a name of its own; which one."""
        aside = next(other for other in _names_aside(name) if not os.path.lexists(self._folder / other))
        try:
            move(self._folder / name, self._folder / aside)
            sync_folder(self._folder)
        except OSError as error:
            raise as_fault(error, name) from error
        return aside


def _names_aside(name: str) -> Iterator[str]:
    return (f"{name}.damaged-{count}" for count in itertools.count(1))


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


def make_private(folder: Path) -> None:
    """Make the state folder, owner-only.

    Raises:
        EnvironmentFault: what the disk says.
    """
    try:
        make_durable(folder)
    except OSError as error:
        raise as_fault(error, folder.name) from error


def _from_hex(text: str, name: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise secret_damaged(name) from error


def keyring_fault(error: Exception) -> EnvironmentFault:
    """The keyring's complaint in plain words, without the library's own."""
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


def secret_damaged(name: str) -> EnvironmentFault:
    """What stands under ``name`` is no secret of ours any more."""
    return EnvironmentFault(
        DAMAGED,
        label(
            "errors",
            "Khóa thiết bị của tài khoản hệ điều hành này bị hỏng ({name}). Hãy đặt lại mật khẩu trên máy này "
            "bằng khóa khôi phục: user reset TÊN --recovery-key-file TỆP; khóa hỏng được cất dưới tên khác và "
            "máy có khóa thiết bị mới.",
        ),
        name=name,
    )
