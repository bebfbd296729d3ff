"""Small things programs do to files, to see whether the shim and the replay understand them."""

import mmap
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from tests.proof.recorder import acknowledge

NAME, NEW, OLD = "keys", b"new" * 400, b"old" * 300


def _write(path: Path, *, sync: bool) -> None:
    with path.open("wb") as target:
        target.write(NEW)
        target.flush()
        if sync:
            os.fsync(target.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def replace_in_place(folder: str) -> None:
    """The way that leaves an empty file on a full disk or after a cut."""
    _write(Path(folder, NAME), sync=True)


def replace_without_file_sync(folder: str) -> None:
    """A new file renamed over the old one, whose bytes may come after its name."""
    fresh = Path(folder, NAME + ".new")
    _write(fresh, sync=False)
    fresh.replace(Path(folder, NAME))


def replace_without_folder_sync(folder: str) -> None:
    """Whole before or whole after, but the promise may be broken."""
    fresh = Path(folder, NAME + ".new")
    _write(fresh, sync=True)
    fresh.replace(Path(folder, NAME))
    acknowledge(Path(folder), "replaced")


def replace_safely(folder: str) -> None:
    """The way it is done."""
    fresh = Path(folder, NAME + ".new")
    _write(fresh, sync=True)
    fresh.replace(Path(folder, NAME))
    _sync_folder(Path(folder))
    acknowledge(Path(folder), "replaced")


def new_file_without_folder_sync(folder: str) -> None:
    """A new file whose name POSIX does not promise."""
    _write(Path(folder, "fresh"), sync=True)
    acknowledge(Path(folder), "made")


def move_about(folder: str) -> None:
    """Folders, renames between them, links, cuts, stretches and removals."""
    base = Path(folder)
    (base / "a" / "b").mkdir(parents=True)
    (base / "c").mkdir()
    _write(base / "a" / "b" / "one", sync=False)
    (base / "a" / "b" / "one").rename(base / "c" / "two")
    os.link(base / "c" / "two", base / "a" / "three")
    with (base / "c" / "two").open("r+b") as target:
        target.truncate(5)
        target.seek(0, os.SEEK_END)
        target.write(b"end")
        os.pwrite(target.fileno(), b"hole", 2_000)
    (base / "a").rename(base / "d")
    (base / NAME).unlink()
    (base / "d" / "b").rmdir()
    (base / "link").symlink_to("c/two")
    with (base / "appended").open("ab") as target:
        target.write(b"1")
    with (base / "appended").open("ab", buffering=0) as target:
        os.posix_fallocate(target.fileno(), 0, 8)
        target.write(b"2")


def copy_by_library(folder: str) -> None:
    """shutil would let the kernel copy; refused, it reads and writes."""
    shutil.copyfile(Path(folder, NAME), Path(folder, "copy"))


def write_through_map(folder: str) -> None:
    """A way to write that no call shows."""
    with Path(folder, NAME).open("r+b") as target, mmap.mmap(target.fileno(), 0) as view:
        view[0:1] = b"X"


def write_from_everywhere(folder: str) -> None:
    """Threads and a child process at once; each appends its own numbers."""
    path = Path(folder, NAME)
    script = f"for n in range(50): open({str(path)!r}, 'ab', buffering=0).write(b'child\\n')"
    child = subprocess.Popen([sys.executable, "-c", script])
    threads = [threading.Thread(target=_append, args=(path, b"thread\n")) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    child.wait()


def _append(path: Path, text: bytes) -> None:
    for _ in range(50):
        with path.open("ab", buffering=0) as target:
            target.write(text)


def write_twice(folder: str) -> list[int]:
    """How much two raw writes took."""
    descriptor = os.open(Path(folder, "raw"), os.O_WRONLY | os.O_CREAT)
    first = os.write(descriptor, b"12345678")
    second = os.write(descriptor, b"12345678")
    os.close(descriptor)
    return [first, second]


def write_then_remove(folder: str) -> str:
    """On a disk that stays full a write fails and a removal does not; returns what failed."""
    try:
        _write(Path(folder, "more"), sync=False)
    except OSError as error:
        Path(folder, NAME).unlink()
        return os.strerror(error.errno or 0)
    return ""


def starts_what_outlives_it(pipe: str) -> None:
    """Start a program that holds ``pipe`` open, and wait for it longer than anybody waits for this."""
    with Path(pipe).open("w") as held:
        subprocess.run(["/bin/sh", "-c", "sleep 600; true"], stdout=held, check=False)
