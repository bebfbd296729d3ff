"""Locks between threads and processes: who waits, who is told, and what a dead process leaves."""

import json
import os
import platform
import signal
from pathlib import Path

import pytest

from facility_app.db.locks import FileLock, WindowLock, vault_lock
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.fakes import FixedClock
from tests.helpers.processes import start_python

HOLD = """
import sys
from pathlib import Path
from facility_app.db.locks import FileLock
held = getattr(FileLock(Path(sys.argv[1])), sys.argv[2])(0)
print("held", flush=True)
sys.stdin.read()
"""

WINDOW = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from facility_app.db.locks import WindowLock
class Clock:
    def now(self):
        return datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
lock = WindowLock(Path(sys.argv[1]), Clock())
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def busy(lock: FileLock, mode: str) -> bool:
    try:
        getattr(lock, mode)(0).release()
    except EnvironmentFault as fault:
        return fault.code == "vault_busy"
    return False


@pytest.mark.parametrize(
    ("first", "second", "is_busy"),
    [
        ("shared", "shared", False),
        ("shared", "exclusive", True),
        ("exclusive", "shared", True),
        ("exclusive", "exclusive", True),
    ],
)
def test_who_may_hold_a_lock_together_in_one_process(
    tmp_path: Path, first: str, second: str, *, is_busy: bool
) -> None:
    lock = FileLock(tmp_path / "lock")
    with getattr(lock, first)():
        assert busy(lock, second) is is_busy
    assert not busy(lock, second)


@pytest.mark.parametrize(("first", "second"), [("shared", "exclusive"), ("exclusive", "shared")])
def test_a_killed_process_lets_go(tmp_path: Path, first: str, second: str) -> None:
    lock = FileLock(tmp_path / "lock")
    with start_python(HOLD, lock.path, first) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert busy(lock, second)
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        assert not busy(lock, second)


def test_waiting_grows_and_ends_at_the_timeout(tmp_path: Path) -> None:
    waits: list[float] = []
    lock = FileLock(tmp_path / "lock", waits.append)
    with lock.exclusive(), pytest.raises(EnvironmentFault) as refusal:
        lock.shared(timeout=2.0)
    assert refusal.value.code == "vault_busy"
    assert sum(waits) == pytest.approx(2.0)
    assert waits[:3] == [0.01, 0.02, 0.04]
    assert max(waits) == 0.25


def test_a_lock_let_go_meanwhile_is_taken(tmp_path: Path) -> None:
    first = FileLock(tmp_path / "lock").exclusive()
    second = FileLock(tmp_path / "lock", lambda _: first.release())
    with second.exclusive(timeout=5.0):
        assert busy(FileLock(tmp_path / "lock"), "shared")


def test_a_lock_on_a_file_removed_meanwhile_guards_nothing_and_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    real = os.open
    removed: list[Path] = []

    def open_then_remove(*arguments: object) -> int:
        handle = real(*arguments)  # type: ignore[arg-type] # handed on as they come
        if not removed:
            path.unlink()
            removed.append(path)
        return handle

    monkeypatch.setattr(os, "open", open_then_remove)
    with FileLock(path, lambda _: None).exclusive(1.0):
        assert removed
        assert busy(FileLock(path), "exclusive")


def test_releasing_twice_does_not_close_a_stranger(tmp_path: Path) -> None:
    held = FileLock(tmp_path / "lock").exclusive()
    held.release()
    stranger = os.open(tmp_path / "other", os.O_CREAT | os.O_RDWR)
    assert stranger == held.handle, "the descriptor was not given again: the test proves nothing"
    held.release()
    os.close(stranger)


def test_a_lock_file_is_owner_only_and_stays(tmp_path: Path) -> None:
    lock = vault_lock(tmp_path)
    lock.shared().release()
    assert lock.path.stat().st_mode & 0o777 == 0o600
    assert lock.path.parent == tmp_path


def test_a_missing_folder_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as refusal:
        FileLock(tmp_path / "gone" / "lock").shared()
    assert refusal.value.code == "disk_fault"


def test_the_second_window_is_told_where_the_first_one_is(tmp_path: Path) -> None:
    with start_python(WINDOW, tmp_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(EnvironmentFault) as refusal:
            WindowLock(tmp_path, FixedClock()).acquire()
        other.kill()
    assert refusal.value.code == "window_open_elsewhere"
    assert refusal.value.params == {
        "computer": platform.node(),
        "process": str(other.pid),
        "since": "02/03/2026 08:30",
    }
    assert platform.node() in refusal.value.message


def test_after_a_killed_window_the_next_one_opens(tmp_path: Path) -> None:
    with start_python(WINDOW, tmp_path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    with WindowLock(tmp_path, FixedClock()):
        assert json.loads((tmp_path / "window.lock").read_bytes())["process"] == os.getpid()
    assert (tmp_path / "window.lock").read_bytes() == b""


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"since": "yesterday"}', b"\xff\xfe", b'{"computer": "a\\nb"}']
)
def test_a_window_whose_words_cannot_be_read_still_bars_the_way(tmp_path: Path, content: bytes) -> None:
    with WindowLock(tmp_path, FixedClock()):
        (tmp_path / "window.lock").write_bytes(content)
        with pytest.raises(EnvironmentFault) as refusal:
            WindowLock(tmp_path, FixedClock()).acquire()
    assert refusal.value.code == "window_open_elsewhere"
    assert "không rõ" in refusal.value.message
    assert "\n" not in refusal.value.message


def test_a_window_lock_names_no_account(tmp_path: Path) -> None:
    with WindowLock(tmp_path, FixedClock()):
        content = json.loads((tmp_path / "window.lock").read_bytes())
    assert set(content) == {"computer", "process", "since"}


def test_letting_the_window_go_twice_is_no_error_and_frees_it(tmp_path: Path) -> None:
    first = WindowLock(tmp_path, FixedClock())
    first.acquire()
    first.release()
    first.release()
    with WindowLock(tmp_path, FixedClock()):
        assert busy(FileLock(tmp_path / "window.lock"), "shared")
