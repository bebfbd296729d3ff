"""Shares, an old library and full disks, under their real condition: told in plain words, nothing harmed."""

import contextlib
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facility_app.app import start
from facility_app.db import folder as folder_module
from facility_app.db.driver import require_safe_sqlite
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.desk import (
    ADMIN,
    ADMIN_PASSWORD,
    INIT,
    NURSE,
    Desk,
    files_of,
    tables_at_hand,
)
from tests.helpers.refused import Words, at_every_door, every_door, refused


@contextmanager
def fuse_mount(source: Path, target: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """``source`` seen through FUSE at ``target``; where that cannot be mounted, its recorded line stands in."""
    bindfs, unmount = shutil.which("bindfs"), shutil.which("fusermount") or shutil.which("fusermount3")
    is_mounted = (
        bindfs is not None
        and unmount is not None
        and os.access("/dev/fuse", os.R_OK | os.W_OK)
        and subprocess.run([bindfs, source, target], capture_output=True, check=False).returncode == 0
    )
    if not is_mounted:
        record = source.parent / "mountinfo"
        record.write_text(f"42 27 0:39 / {target} rw,nosuid,nodev,relatime - fuse {source} rw,user_id=0\n")
        patch.setattr(folder_module, "MOUNTS", record)
        target.rmdir()
        target.symlink_to(source)
        record.write_text(f"42 27 0:39 / {source} rw,nosuid,nodev,relatime - fuse {source} rw,user_id=0\n")
    try:
        yield
    finally:
        if is_mounted:
            assert unmount is not None
            subprocess.run([unmount, "-u", "-z", target], check=True, capture_output=True)


def test_a_data_folder_on_a_share_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    share = desk.root / "share"
    share.mkdir()
    with fuse_mount(desk.data, share, monkeypatch):
        before = files_of(desk.data, desk.state)
        names = sorted(desk.data.rglob("*"))
        calls = [*every_door(desk, *desk.admin).values(), (*INIT, "--password-file", desk.note(ADMIN_PASSWORD))]
        said = [desk.ask(*words, "--data", share) for words in calls]
        fresh = desk.ask(*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--data", share / "new")
        assert {(answer.code, answer.error) for answer in (*said, fresh)} == {(3, "network_share")}
        assert files_of(desk.data, desk.state) == before
        assert sorted(desk.data.rglob("*")) == names
    monkeypatch.undo()
    assert desk.done("check", *desk.admin)["ok"] is True


def test_a_restore_onto_a_share_is_refused_and_a_backup_onto_one_is_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, share = desk.root / "source", desk.root / "share"
    source.mkdir()
    share.mkdir()
    with fuse_mount(source, share, monkeypatch):
        made = desk.done("backup", "now", "--to", share, *desk.admin)
        assert Path(made["file"]).parent == share
        answer = refused(desk, "restore", made["file"], "--into", share / "data", *desk.admin)
        assert answer.error == "network_share"
        assert [path.name for path in share.iterdir()] == [Path(made["file"]).name]


def test_a_sqlite_that_can_lose_commits_is_refused(
    desk: Desk, empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EnvironmentFault) as refusal:
        require_safe_sqlite((3, 51, 2))
    assert (refusal.value.code, "3.51.3" in refusal.value.message) == ("sqlite_too_old", True)
    monkeypatch.setattr(start, "sqlite_version", lambda: (3, 45, 1))
    monkeypatch.setattr("facility_app.app.founding.sqlite_version", lambda: (3, 45, 1))
    assert at_every_door(desk, *desk.admin) == {(3, "sqlite_too_old")}
    init = empty_desk.ask(*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD))
    assert (init.code, init.error, "3.45.1" in init.message) == (3, "sqlite_too_old", True)
    assert not empty_desk.data.exists()


@contextmanager
def small_disk(place: Path, size: str, patch: pytest.MonkeyPatch) -> Iterator[bool]:
    """A disk of ``size`` mounted at ``place``; where nobody may mount, our own writes say it is full."""
    place.mkdir(parents=True)
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(place)]
    is_mounted = mount is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not is_mounted:
        patch.setattr(os, "write", _full)
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run([unmount or "umount", "-l", place], check=True, capture_output=True)


def _full(*_: object) -> int:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("size", ["4k", "100k", "200k"])
def test_a_full_disk_stops_init_in_plain_words_and_leaves_no_half_facility(
    empty_desk: Desk, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    init = (*INIT, "--password-file", empty_desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    with small_disk(empty_desk.root / "disk", size, monkeypatch):
        data = empty_desk.root / "disk" / "data"
        answer = empty_desk.ask(*init, "--data", data)
        assert (answer.code, answer.error) == (3, "disk_full")
        assert "đầy" in answer.message
        assert not any((data / name).exists() for name in ("facility.db", "facility.keys", ".new-facility"))
    monkeypatch.undo()
    with tables_at_hand():
        empty_desk.done(*init)
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True


def test_a_disk_that_fills_up_stops_a_save_and_a_backup_and_harms_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = desk.root / "disk"
    with small_disk(disk, "4m", monkeypatch) as is_real:
        shutil.copytree(desk.data, disk / "data")
        here = ("--data", disk / "data")
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            for _ in range(1024 if is_real else 0):
                file.write(bytes(4096))
        if not is_real:
            monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(2_000_000, 2_000_000, 0))
        kept = hashlib.sha256((disk / "data" / "facility.db").read_bytes()).digest()
        saves: list[Words] = [("user", "add", "moi", "--role", "NURSE"), ("rekey", "--reason", "thử")]
        for words in [("backup", "now"), *(saves if is_real else ())]:
            answer = desk.ask(*words, *desk.admin, *here)
            # The driver tells no more than SQLITE_IOERR when not even the index of the log can grow.
            assert (answer.code, answer.error in {"disk_full", "disk_fault"}) == (3, True), answer
            assert "Ổ đĩa" in answer.message
        assert hashlib.sha256((disk / "data" / "facility.db").read_bytes()).digest() == kept
        assert list((disk / "data" / "backups").iterdir()) == []
        filler.unlink()
        assert [row["user"] for row in desk.done("user", "list", *desk.admin, *here)["users"]] == [NURSE, ADMIN]
    monkeypatch.undo()
    assert desk.done("check", *desk.admin)["ok"] is True
