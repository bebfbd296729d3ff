"""Small files: the old one or the new one, never a part, and the disk's complaint in plain words."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facility_app.db import durable
from facility_app.db.durable import as_fault, sync_folder, write_whole
from facility_app.kernel.errors import EnvironmentFault


class FaultyDisk:
    """Counts the calls that change the disk and makes call number ``breaks_at`` fail."""

    def __init__(self, number: int, breaks_at: int = -1) -> None:
        self.calls: list[str] = []
        self._number = number
        self._breaks_at = breaks_at

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) - 1 == self._breaks_at:
                raise OSError(self._number, os.strerror(self._number))
            return real(*arguments, **named)

        return call

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("open", "write", "fsync"):
            patch.setattr(os, name, self.wrap(name, getattr(os, name)))
        patch.setattr(Path, "replace", self.wrap("replace", Path.replace))


STEPS = ["open", "write", "fsync", "replace", "open", "fsync"]


def test_a_file_is_written_synced_renamed_and_its_folder_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FaultyDisk(0)
    disk.install(monkeypatch)
    write_whole(tmp_path / "keys", b"new")
    assert disk.calls == STEPS
    assert (tmp_path / "keys").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("step", range(len(STEPS)))
def test_every_failing_step_leaves_a_whole_file_and_no_rubbish(tmp_path: Path, step: int, number: int) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"old")
    with pytest.MonkeyPatch.context() as patch:
        FaultyDisk(number, step).install(patch)
        with pytest.raises(EnvironmentFault) as refusal:
            write_whole(path, b"new")
    was_renamed = step > STEPS.index("replace")
    assert path.read_bytes() == (b"new" if was_renamed else b"old")
    assert [left.name for left in tmp_path.iterdir()] == ["keys"]
    assert refusal.value.params["file"] == "keys"


def test_a_write_the_system_cuts_short_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:3]))
    write_whole(tmp_path / "keys", b"0123456789")
    assert (tmp_path / "keys").read_bytes() == b"0123456789"


def test_a_file_is_owner_only_even_when_it_replaces_an_open_one(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"theirs")
    (tmp_path / "keys").symlink_to(target)
    write_whole(tmp_path / "keys", b"ours")
    assert target.read_bytes() == b"theirs"
    assert (tmp_path / "keys").read_bytes() == b"ours"


def test_a_folder_that_cannot_be_synced_is_no_error_but_a_broken_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def refuse(number: int) -> Callable[[int], None]:
        def fsync(handle: int) -> None:
            synced.append(handle)
            raise OSError(number, os.strerror(number))

        return fsync

    monkeypatch.setattr(os, "fsync", refuse(errno.EINVAL))
    sync_folder(tmp_path)
    assert synced
    monkeypatch.setattr(os, "fsync", refuse(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        sync_folder(tmp_path)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "no_access"),
        (errno.EPERM, "no_access"),
        (errno.EROFS, "no_access"),
        (errno.EIO, "disk_fault"),
        (errno.ENOENT, "disk_fault"),
        (None, "disk_fault"),
    ],
)
def test_every_complaint_of_the_disk_has_plain_words(number: int | None, code: str) -> None:
    error = OSError() if number is None else OSError(number, os.strerror(number), "/srv2/an/data/facility.keys")
    fault = as_fault(error, "facility.keys")
    assert fault.code == code
    assert "facility.keys" in fault.message
    assert "Hãy" in fault.message
    assert "/srv2/an" not in fault.message


def test_the_temporary_file_stands_in_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def watch(source: Path, target: Path) -> None:
        seen.append(source)
        source.replace(target)

    monkeypatch.setattr(durable, "move", watch)
    write_whole(tmp_path / "keys", b"new")
    assert [source.parent for source in seen] == [tmp_path]
