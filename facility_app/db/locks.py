"""Who may touch what at the same time: locks the system itself lets go of when a process dies."""

import contextlib
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from facility_app.db.durable import OWNER_ONLY, as_fault
from facility_app.kernel.dates import format_moment, parse_utc, utc_text
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes
else:
    import fcntl

VAULT_LOCK: Final = "facility.lock"
WINDOW_LOCK: Final = "window.lock"
PATIENCE_S: Final = 10.0
FIRST_WAIT_S: Final = 0.01
LONGEST_WAIT_S: Final = 0.25
CONTENT_BYTES: Final = 1024
WORD_LENGTH: Final = 64

Wait = Callable[[float], object]
"""Lets the given number of seconds pass; ``time.sleep`` outside tests."""


class LockMode(Enum):
    """Whether others may hold the lock at the same time."""

    SHARED = "shared"
    EXCLUSIVE = "exclusive"


class HeldLock:
    """A lock in our hands, until ``release``, the end of the ``with`` block, or the end of the process.

    Attributes:
        handle: descriptor of the open lock file.
    """

    def __init__(self, handle: int) -> None:
        """Take over ``handle``, on which the lock is already held."""
        self.handle = handle
        self._held = True

    def release(self) -> None:
        """Let go; doing it twice is no error."""
        if self._held:
            self._held = False
            _unlock_and_close(self.handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


@dataclass(frozen=True, slots=True)
class FileLock:
    """One lock file; every use opens it anew, so threads of one process exclude each other too.

    The file is made when absent, is owner-only and is never removed.

    Attributes:
        path: the lock file; its folder exists.
        wait: how to let time pass between tries.
    """

    path: Path
    wait: Wait = time.sleep

    def shared(self, timeout: float = PATIENCE_S) -> HeldLock:
        """Hold it together with other shared holders; see ``acquire``."""
        return self.acquire(LockMode.SHARED, timeout)

    def exclusive(self, timeout: float = PATIENCE_S) -> HeldLock:
        """Hold it alone; see ``acquire``."""
        return self.acquire(LockMode.EXCLUSIVE, timeout)

    def acquire(self, mode: LockMode, timeout: float = PATIENCE_S) -> HeldLock:
        """Wait for the lock.

        Args:
            mode: shared or alone.
            timeout: seconds of waiting in all; 0 tries once.

        Raises:
            EnvironmentFault: ``vault_busy`` when others hold it all that time, or what the disk says.
        """
        pause, waited = FIRST_WAIT_S, 0.0
        while (held := self._try(mode)) is None:
            if waited >= timeout:
                raise EnvironmentFault(
                    "vault_busy",
                    label(
                        "errors",
                        "Dữ liệu này đang có chương trình khác dùng (đang giữ tệp {file}). Hãy đóng các cửa sổ "
                        "và lệnh khác của chương trình rồi làm lại.",
                    ),
                    file=self.path.name,
                )
            pause = min(pause, timeout - waited)
            self.wait(pause)
            waited += pause
            pause = min(pause * 2, LONGEST_WAIT_S)
        return held

    def _try(self, mode: LockMode) -> HeldLock | None:
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), OWNER_ONLY)
        except OSError as error:
            raise as_fault(error, self.path.name) from error
        try:
            if _try_lock(handle, mode) and self._is_still(handle):
                return HeldLock(handle)
        except OSError as error:
            os.close(handle)
            raise as_fault(error, self.path.name) from error
        os.close(handle)
        return None

    def _is_still(self, handle: int) -> bool:
        # Someone may have cleared the folder between open and lock: a lock on a removed file guards nothing.
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False


def vault_lock(data_dir: Path) -> FileLock:
    """The lock of one data folder.

    Every process that opens the database holds it shared; rekey, migrate and restore-into-place hold it alone.
    """
    return FileLock(data_dir / VAULT_LOCK)


class WindowLock:
    """One window per data folder; whoever comes second is told who has it.

    The lock file holds the computer's name, the process number and the time, no name of a person or account.
    """

    def __init__(self, data_dir: Path, clock: Clock) -> None:
        """Name the lock; nothing is opened yet."""
        self._path = data_dir / WINDOW_LOCK
        self._clock = clock
        self._held: HeldLock | None = None

    def acquire(self) -> None:
        """Become the window of this data folder, until ``release`` or the end of the process.

        Raises:
            EnvironmentFault: ``window_open_elsewhere``.
        """
        try:
            held = FileLock(self._path).exclusive(timeout=0)
        except EnvironmentFault as fault:
            if fault.code != "vault_busy":
                raise
            raise self._taken() from fault
        content = {"computer": platform.node(), "process": os.getpid(), "since": utc_text(self._clock.now())}
        # The lock holds without its words too; a full disk only makes the second window's message poorer.
        with contextlib.suppress(OSError):
            os.ftruncate(held.handle, 0)
            os.write(held.handle, json.dumps(content).encode())
        self._held = held

    def release(self) -> None:
        """Let the next window in; doing it twice is no error."""
        if self._held is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._held.handle, 0)
            self._held.release()
            self._held = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _taken(self) -> EnvironmentFault:
        owner = self._read_owner()
        unknown = label("errors", "không rõ")
        return EnvironmentFault(
            "window_open_elsewhere",
            label(
                "errors",
                "Dữ liệu này đang mở trong một cửa sổ khác: máy {computer}, tiến trình số {process}, từ {since}. "
                "Hãy dùng cửa sổ đó, hoặc đóng nó rồi mở lại.",
            ),
            computer=_word(owner.get("computer")) or unknown,
            process=_word(owner.get("process")) or unknown,
            since=_local_time(owner.get("since")) or unknown,
        )

    def _read_owner(self) -> dict[str, Any]:
        # The owner may be writing its words just now: whatever cannot be read is told as unknown.
        try:
            with self._path.open("rb") as source:
                content = json.loads(source.read(CONTENT_BYTES))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}


def _word(value: object) -> str:
    """``value`` fit for a message: it comes from a file anyone with access to the folder can write."""
    return "".join(letter for letter in str(value or "") if letter.isprintable())[:WORD_LENGTH]


def _local_time(value: object) -> str:
    try:
        return format_moment(parse_utc(str(value)))
    except ValueError:
        return ""


if sys.platform == "win32":
    _ALONE: Final = 0x2
    _AT_ONCE: Final = 0x1
    _LOCK_VIOLATION: Final = 33
    # Windows locks are binding for readers, so the locked byte lies far behind anything the file holds.
    _FAR_HIGH: Final = 0x4000_0000

    class _Overlapped(ctypes.Structure):
        _fields_ = [
            ("Internal", ctypes.c_void_p),
            ("InternalHigh", ctypes.c_void_p),
            ("Offset", wintypes.DWORD),
            ("OffsetHigh", wintypes.DWORD),
            ("hEvent", wintypes.HANDLE),
        ]

    def _try_lock(handle: int, mode: LockMode) -> bool:
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        flags = _AT_ONCE | (_ALONE if mode is LockMode.EXCLUSIVE else 0)
        place = _Overlapped(OffsetHigh=_FAR_HIGH)
        file = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        if kernel32.LockFileEx(file, flags, 0, 1, 0, ctypes.byref(place)):
            return True
        code = ctypes.get_last_error()
        if code == _LOCK_VIOLATION:
            return False
        raise ctypes.WinError(code)

    def _unlock_and_close(handle: int) -> None:
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        place = _Overlapped(OffsetHigh=_FAR_HIGH)
        # Closing unlocks too, but at a time of the system's choosing.
        kernel32.UnlockFileEx(wintypes.HANDLE(msvcrt.get_osfhandle(handle)), 0, 1, 0, ctypes.byref(place))
        os.close(handle)

else:

    def _try_lock(handle: int, mode: LockMode) -> bool:
        kind = fcntl.LOCK_EX if mode is LockMode.EXCLUSIVE else fcntl.LOCK_SH
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock_and_close(handle: int) -> None:
        os.close(handle)
