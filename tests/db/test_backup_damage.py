"""Whatever happened to a backup, not one byte of it is believed."""

import tarfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from facility_app.db.backup import (
    Manifest,
    read_manifest,
    verify_backup,
)
from facility_app.db.backup.container import DATABASE, KEYS, MANIFEST, Member, Packer, is_attachment
from facility_app.db.backup.manifest import parse
from facility_app.db.backup.staging import STAGING
from facility_app.db.driver import DataKey
from tests.helpers.backups import backed_up, refused, vault_with_attachments
from tests.helpers.vaults import HOME, Vault, make_vault
from tests.proof.flips import damages

FLIPS = 150


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """One for every test: nobody here writes to it."""
    return vault_with_attachments(tmp_path_factory.mktemp("vault"))


@pytest.fixture(scope="module")
def whole(vault: Vault) -> Path:
    """A backup that is not damaged; only read."""
    return backed_up(vault).path


@pytest.fixture
def put(tmp_path: Path) -> Callable[[bytes], Path]:
    """Writes what became of a backup."""

    def written(content: bytes) -> Path:
        path = tmp_path / "after.sao"
        path.write_bytes(content)
        return path

    return written


def damaged(vault: Vault, file: Path) -> bool:
    """Whether neither verifying nor reading its description believes it."""
    codes = {
        refused(lambda: verify_backup(file, vault.unlocked, vault.folder)),
        refused(lambda: read_manifest(file)),
    }
    return codes == {"backup_damaged"}


@pytest.mark.parametrize(
    "name",
    [
        "../facility.db",
        "files/../x",
        "/etc/passwd",
        "files//x",
        "files/.hidden",
        "files/con",
        "files/aux.txt",
        "files/A",
        "files/x\n",
        "files/" + "a" * 41,
        "files/a/b/c/d",
        "facility.db",
        "files",
        "files/",
        "files/a.",
        "files\\a",
        "c:/a",
    ],
)
def test_no_other_name_is_an_attachments_name(name: str) -> None:
    assert not is_attachment(name)


def test_every_damage_is_found(vault: Vault, whole: Path, put: Callable[[bytes], Path]) -> None:
    file, found = put(b""), []
    for description, content in damages(whole, FLIPS, seed=20_260_302):
        file.write_bytes(content)
        code = refused(lambda: verify_backup(file, vault.unlocked, vault.folder))
        if code != "backup_damaged":
            found.append((description, code))
    assert found == []
    assert not (vault.folder.root / STAGING).exists()


@pytest.mark.parametrize("size", [0, 1, 79, 80, 511, 1103, 1104, 1105])
def test_a_stump_is_no_backup(vault: Vault, whole: Path, put: Callable[[bytes], Path], size: int) -> None:
    assert damaged(vault, put(whole.read_bytes()[-size:] if size else b""))


@pytest.mark.parametrize("extra", [b"\0", bytes(512), b"tail"])
def test_bytes_after_the_end_are_damage(
    vault: Vault, whole: Path, put: Callable[[bytes], Path], extra: bytes
) -> None:
    longer = put(whole.read_bytes() + extra)
    assert refused(lambda: verify_backup(longer, vault.unlocked, vault.folder)) == "backup_damaged"


def test_a_missing_file_is_named(vault: Vault, tmp_path: Path) -> None:
    gone = tmp_path / "gone.sao"
    assert refused(lambda: verify_backup(gone, vault.unlocked, vault.folder)) == "backup_missing"


def test_a_whole_backup_of_another_facility_is_not_called_damaged(vault: Vault, tmp_path: Path) -> None:
    made = backed_up(make_vault(tmp_path / "other", facility="another"))
    assert refused(lambda: verify_backup(made.path, vault.unlocked, vault.folder)) == "key_file_swapped"


def forged(source: Path, into: Path, data_key: DataKey, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A backup with a right seal over changed members; the manifest lists what is inside."""
    members: dict[str, bytes] = {}
    with tarfile.open(source) as tar:
        for info in tar:
            content = tar.extractfile(info)
            members[info.name] = content.read() if content else b""
    manifest = read_manifest(source)
    change(members)
    made = into / "forged.sao"
    with made.open("wb") as file:
        packer = Packer(file)
        listed = [packer.add(n, BytesIO(c), len(c)) for n, c in members.items() if n != MANIFEST]
        text = replace(manifest, members=tuple(listed)).to_bytes()
        packer.add(MANIFEST, BytesIO(text), len(text))
        packer.seal(data_key)
    return made


def test_a_forger_without_the_data_key_is_found(vault: Vault, whole: Path, tmp_path: Path) -> None:
    made = forged(whole, tmp_path, DataKey(bytes(32), bytes(16)), lambda _members: None)
    assert refused(lambda: verify_backup(made, vault.unlocked, vault.folder)) == "backup_damaged"


def test_a_key_file_of_another_facility_inside_is_found(vault: Vault, whole: Path, tmp_path: Path) -> None:
    strange = make_vault(tmp_path / "other", facility="another").folder.keys.read_bytes()
    made = forged(whole, tmp_path, vault.unlocked.current, lambda members: members.update({KEYS: strange}))
    assert refused(lambda: verify_backup(made, vault.unlocked, vault.folder)) == "key_file_swapped"


@pytest.mark.parametrize(
    "name", ["../evil", "/tmp/evil", "files/../../evil", "files/x/../../../evil", "evil", "facility.db-wal"]
)
def test_names_outside_the_house_are_never_written(vault: Vault, whole: Path, tmp_path: Path, name: str) -> None:
    made = forged(whole, tmp_path, vault.unlocked.current, lambda members: members.update({name: b"x"}))
    assert refused(lambda: verify_backup(made, vault.unlocked, vault.folder)) == "backup_damaged"
    assert not [*tmp_path.rglob("evil*"), *vault.folder.root.parent.rglob("evil*")]


def link(name: str, kind: bytes, target: str = "") -> bytes:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info.tobuf(tarfile.GNU_FORMAT)


def sized(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize(
    "header",
    [
        link("files/a", tarfile.SYMTYPE, "/etc/passwd"),
        link("files/a", tarfile.LNKTYPE, "facility.keys"),
        link("files/a", tarfile.CHRTYPE),
        link("files/a", tarfile.BLKTYPE),
        link("files/a", tarfile.FIFOTYPE),
        link("files/a", tarfile.DIRTYPE),
        link("files/a", tarfile.XHDTYPE),
        link("files/a", tarfile.GNUTYPE_LONGNAME),
        link("files/a", tarfile.GNUTYPE_SPARSE),
        sized("files/a", 1 << 62),
        sized("files/a", 1 << 33),
        sized("files/" + "b" * 200, 0)[:512],
        sized("facility.db", 0),
        b"\xff" * 512,
    ],
)
def test_tar_tricks_are_damage(vault: Vault, whole: Path, put: Callable[[bytes], Path], header: bytes) -> None:
    content = whole.read_bytes()
    at = content.index(b"files/ab/")
    assert damaged(vault, put(content[:at] + header + content[at:]))


def test_doubled_members_are_damage(vault: Vault, whole: Path, put: Callable[[bytes], Path]) -> None:
    content = whole.read_bytes()
    at, end = content.index(b"files/ab/"), content.index(b"files/cd/")
    assert damaged(vault, put(content[:end] + content[at:end] + content[end:]))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "1"}',
        b'{"format": 1}',
        b'{"format": 0}',
        b'{"format": true}',
    ],
)
def test_a_manifest_that_is_none_is_damage(vault: Vault, tmp_path: Path, text: bytes) -> None:
    assert refused(lambda: read_manifest(with_manifest(vault, tmp_path, text))) == "backup_damaged"


def test_a_backup_of_a_newer_program_says_so(vault: Vault, tmp_path: Path) -> None:
    newer = with_manifest(vault, tmp_path, b'{"format": 2, "other": 1}')
    assert refused(lambda: verify_backup(newer, vault.unlocked, vault.folder)) == "backup_newer"


def with_manifest(vault: Vault, tmp_path: Path, text: bytes) -> Path:
    made = tmp_path / "made.sao"
    with made.open("wb") as file:
        packer = Packer(file)
        for name in (KEYS, DATABASE):
            packer.add(name, BytesIO(b"x"), 1)
        packer.add(MANIFEST, BytesIO(text), len(text))
        packer.seal(vault.unlocked.current)
    return made


def test_a_manifest_comes_back_as_it_was_written() -> None:
    at = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    members = (Member(KEYS, 1, "0" * 64), Member(DATABASE, 2, "1" * 64))
    manifest = Manifest("0.1.0", "0003", HOME, "0" * 32, "1" * 32, at, "2" * 64, members)
    assert parse(manifest.to_bytes()) == manifest
