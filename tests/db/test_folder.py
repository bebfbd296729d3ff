"""The data folder: owner-only, durable, and never on another machine."""

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from facility_app.db import folder as folder_module
from facility_app.db.folder import DataFolder, network_type, require_local_disk, windows_share
from facility_app.kernel.errors import EnvironmentFault

# Recorded with real mounts; the ids are those of the machines they came from.
MOUNTINFO = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
31 27 0:45 / /mnt/share rw,relatime shared:17 - cifs //server/benh\040an rw,vers=3.1.1
32 27 0:46 / /mnt/ngân rw,relatime - nfs4 nas:/export rw,vers=4.2
33 27 0:47 / /mnt/two\040words rw,relatime - fuse.sshfs an@nas: rw,user_id=0
34 27 0:48 / /mnt/c rw,noatime - 9p drvfs rw,aname=drvfs
35 27 8:17 / /media/usb rw,relatime shared:9 master:2 - fuseblk /dev/sdb1 rw,user_id=0
36 31 8:33 / /mnt/share/local rw,relatime - ext4 /dev/sdc1 rw
37 27 0:49 / /srv rw,relatime - nfs nas:/srv rw
38 27 8:49 / /srv rw,relatime - xfs /dev/sdd1 rw
39 27 0:50 / /opt/bound rw,nosuid,nodev,relatime - fuse /tmp/src rw,user_id=0,allow_other
40 27 0:51 / /media/sf_data rw,nodev - vboxsf data rw
cut off line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv2/an/data", None),
        ("/mnt/share/data", "cifs"),
        ("/mnt/share", "cifs"),
        ("/mnt/shared", None),
        ("/mnt/share/local/data", None),
        ("/mnt/two words/data", "fuse.sshfs"),
        ("/mnt/c/Users", "9p"),
        ("/mnt/ngân/data", "nfs4"),
        ("/media/usb/data", None),
        ("/media/sf_data/x", "vboxsf"),
        ("/srv/data", None),
        ("/opt/bound/a/b", "fuse"),
    ],
)
def test_the_deepest_and_latest_mount_decides(path: str, kind: str | None) -> None:
    assert network_type(PurePosixPath(path), MOUNTINFO) == kind


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs", "nfs4", "9p", "fuse", "fuse.rclone", "ceph", "prl_fs"])
def test_every_kind_of_share_is_refused(kind: str) -> None:
    line = f"31 27 0:45 / /data rw - {kind} source rw"
    assert network_type(PurePosixPath("/data/x"), line) == kind


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "ntfs3", "vfat", "fuseblk", "zfs"])
def test_every_local_disk_is_allowed(kind: str) -> None:
    assert network_type(PurePosixPath("/data/x"), f"31 27 0:45 / /data rw - {kind} source rw") is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (r"\\server\share\data", "UNC"),
        ("//server/share/data", "UNC"),
        (r"\\?\UNC\server\share\data", "UNC"),
        (r"Z:\data", "Z:"),
        (r"\\?\Z:\data", "Z:"),
        (r"C:\data", None),
        (r"\\?\C:\data", None),
        (r"data\here", None),
    ],
)
def test_windows_shares_are_told_from_local_drives(path: str, kind: str | None) -> None:
    def drive_type(root: str) -> int:
        assert root in {"Z:\\", "C:\\"}
        return 4 if root == "Z:\\" else 3

    assert windows_share(PureWindowsPath(path), drive_type) == kind


def test_a_share_typed_the_windows_way_is_refused_everywhere() -> None:
    with pytest.raises(EnvironmentFault) as refusal:
        require_local_disk(Path("\\\\server\\share\\data"))
    assert refusal.value.code == "network_share"
    assert "UNC" in refusal.value.message


def test_a_place_that_does_not_exist_yet_and_a_link_count_as_where_they_lead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "link").symlink_to(share)
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"27 1 254:0 / / rw - ext4 /dev/vda rw\n31 27 0:45 / {share} rw - cifs //s/x rw\n")
    monkeypatch.setattr(folder_module, "MOUNTS", mounts)
    require_local_disk(tmp_path / "data" / "new")
    for place in (share / "not" / "yet", tmp_path / "link" / "new"):
        with pytest.raises(EnvironmentFault) as refusal:
            DataFolder(place).create()
        assert refusal.value.code == "network_share"
        assert refusal.value.params == {"folder": place.name, "kind": "cifs"}
    assert list(share.iterdir()) == []


@contextmanager
def mounted_fuse(source: Path, target: Path) -> Iterator[bool]:
    """Mount ``source`` on ``target`` through FUSE; says False where this machine cannot."""
    bindfs, unmount = shutil.which("bindfs"), shutil.which("fusermount") or shutil.which("fusermount3")
    can_mount = (
        bindfs is not None
        and unmount is not None
        and os.access("/dev/fuse", os.R_OK | os.W_OK)
        and subprocess.run([bindfs, source, target], capture_output=True, check=False).returncode == 0
    )
    try:
        yield can_mount
    finally:
        if can_mount:
            assert unmount is not None
            subprocess.run([unmount, "-u", "-z", target], check=True, capture_output=True)


def test_a_real_fuse_mount_is_refused_and_its_absence_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "source", tmp_path / "mounted here"
    source.mkdir()
    target.mkdir()
    require_local_disk(target)
    with mounted_fuse(source, target) as is_mounted:
        if not is_mounted:
            # Where FUSE cannot be mounted, the recorded line of the same mount stands in.
            record = tmp_path / "mountinfo"
            point = str(target).replace(" ", r"\040")
            record.write_text(f"42 27 0:39 / {point} rw,nosuid,nodev,relatime - fuse {source} rw,user_id=0\n")
            monkeypatch.setattr(folder_module, "MOUNTS", record)
        with pytest.raises(EnvironmentFault) as refusal:
            DataFolder(target / "data").create()
    assert refusal.value.code == "network_share"
    assert refusal.value.params["kind"] in {"fuse", "fuse.bindfs"}
    assert list(source.iterdir()) == []


def test_a_new_folder_and_all_its_parts_are_owner_only_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o000)
    try:
        made = DataFolder(tmp_path / "deep" / "data")
        made.create()
    finally:
        os.umask(before)
    parts = (made.root, made.files, made.backups, made.outbox, made.inbox, made.logs)
    assert {stat.S_IMODE(part.stat().st_mode) for part in (*parts, tmp_path / "deep")} == {0o700}
    assert sorted(path.name for path in made.root.iterdir()) == ["backups", "files", "inbox", "logs", "outbox"]


def test_making_it_again_keeps_what_is_there_and_takes_rights_back(tmp_path: Path) -> None:
    made = DataFolder(tmp_path / "data")
    made.create()
    made.database.write_bytes(b"kept")
    made.root.chmod(0o755)
    made.create()
    assert made.database.read_bytes() == b"kept"
    assert stat.S_IMODE(made.root.stat().st_mode) == 0o700


def test_every_new_name_is_made_durable_in_the_folder_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(folder_module, "sync_folder", synced.append)
    DataFolder(tmp_path / "deep" / "data").create()
    assert synced == [tmp_path, tmp_path / "deep", tmp_path / "deep" / "data"]


def test_a_file_in_the_way_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(EnvironmentFault) as refusal:
        DataFolder(tmp_path / "data").create()
    assert refusal.value.code == "disk_fault"
    assert refusal.value.params["file"] == "data"


def test_names_inside_the_folder(tmp_path: Path) -> None:
    made = DataFolder(tmp_path)
    assert (made.database.name, made.keys.name) == ("facility.db", "facility.keys")
