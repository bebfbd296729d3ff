"""Sealed files: what is put in comes out, nothing of it shows outside, and no damage goes unseen."""

import hashlib
import os
from pathlib import Path

import pytest

from facility_app.db.attachments import LARGEST_BYTES, LARGEST_MB, AttachmentStore
from facility_app.db.backup import make_backup
from facility_app.db.backup.container import is_attachment
from facility_app.db.driver import DataKey
from facility_app.db.durable import write_whole
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.ports import FileStore
from tests.helpers.vaults import make_vault

KEY = DataKey(bytes(range(32)), b"salt of a files.")
NEW_KEY = DataKey(bytes(range(1, 33)), b"another salt....")
SCAN = b"%PDF-1.7 " + b"Nguyen Van A, 079201001234 " * 40
PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8


@pytest.fixture
def store(tmp_path: Path) -> AttachmentStore:
    return AttachmentStore(tmp_path / "files", KEY, os.urandom)


def files(tmp_path: Path) -> list[Path]:
    """The sealed files, without the marks of new ones."""
    found = (path for path in (tmp_path / "files").rglob("*") if path.is_file())
    return sorted(path for path in found if path.parent.name != "new")


def marks(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "files" / "new").iterdir())


def test_what_was_sealed_comes_out_again_with_what_it_is(store: AttachmentStore) -> None:
    keeper: FileStore = store
    kinds = {SCAN: "application/pdf", PHOTO: "image/jpeg", b"\x89PNG\r\n\x1a\n...": "image/png"}
    for content, media_type in kinds.items():
        made = keeper.seal(content)
        assert (made.media_type, made.size_bytes) == (media_type, len(content))
        assert made.sha256 == hashlib.sha256(content).hexdigest()
        assert keeper.open(made.sha256) == content
        assert store.holds(made.sha256)


def test_nothing_of_the_content_shows_on_the_disk_and_only_the_owner_reads_it(
    store: AttachmentStore, tmp_path: Path
) -> None:
    made = store.seal(SCAN)
    (path,) = files(tmp_path)
    assert b"079201001234" not in path.read_bytes()
    assert made.sha256[:8] not in str(path.relative_to(tmp_path))
    assert path.stat().st_mode & 0o077 == 0


def test_the_same_content_is_stored_once_and_the_same_key_names_it_alike(
    store: AttachmentStore, tmp_path: Path
) -> None:
    assert store.seal(SCAN) == store.seal(SCAN)
    before = files(tmp_path)
    assert AttachmentStore(tmp_path / "files", KEY, os.urandom).seal(SCAN) == store.seal(SCAN)
    assert files(tmp_path) == before
    assert len(before) == 1


def test_a_file_of_a_former_key_opens_after_a_rekey_and_is_not_stored_again(tmp_path: Path) -> None:
    made = AttachmentStore(tmp_path / "files", KEY, os.urandom).seal(SCAN)
    after = AttachmentStore(tmp_path / "files", NEW_KEY, os.urandom, (KEY,))
    assert after.open(made.sha256) == SCAN
    assert after.seal(SCAN) == made
    assert len(files(tmp_path)) == 1
    assert not AttachmentStore(tmp_path / "files", NEW_KEY, os.urandom).holds(made.sha256)


@pytest.mark.parametrize("place", ["magic", "salt", "nonce", "body", "end", "cut", "empty"])
def test_every_damage_is_told(store: AttachmentStore, tmp_path: Path, place: str) -> None:
    made = store.seal(SCAN)
    (path,) = files(tmp_path)
    raw = bytearray(path.read_bytes())
    at = {"magic": 0, "salt": 10, "nonce": 30, "body": 60, "end": len(raw) - 1}.get(place)
    if at is not None:
        raw[at] ^= 1
    path.write_bytes(bytes({"cut": raw[:-1], "empty": bytearray()}.get(place, raw)))
    with pytest.raises(EnvironmentFault) as fault:
        store.open(made.sha256)
    assert fault.value.code == "attachment_damaged"


def test_files_changed_for_each_other_are_told(store: AttachmentStore, tmp_path: Path) -> None:
    scan, photo = store.seal(SCAN), store.seal(PHOTO)
    one, other = files(tmp_path)
    swapped = one.read_bytes(), other.read_bytes()
    other.write_bytes(swapped[0])
    one.write_bytes(swapped[1])
    for made in (scan, photo):
        with pytest.raises(EnvironmentFault) as fault:
            store.open(made.sha256)
        assert fault.value.code == "attachment_damaged"


def test_one_that_is_gone_is_told(store: AttachmentStore) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        store.open("0" * 64)
    assert fault.value.code == "attachment_missing"


def test_a_photo_of_thirty_megabytes_is_refused_by_its_size_alone_with_size_and_limit(
    store: AttachmentStore, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as refusal:
        store.weigh(30 * 1024 * 1024, PHOTO[:16])
    assert refusal.value.code == "file_too_large"
    assert "30 MB" in refusal.value.message
    assert f"{LARGEST_MB} MB" in refusal.value.message
    assert not (tmp_path / "files").exists()


def test_the_limit_itself_is_allowed_and_one_byte_more_is_not(store: AttachmentStore) -> None:
    whole = PHOTO + bytes(LARGEST_BYTES - len(PHOTO))
    assert store.open(store.seal(whole).sha256) == whole
    with pytest.raises(UserError) as refusal:
        store.seal(whole + b"\0")
    assert refusal.value.code == "file_too_large"


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "file_empty"), (b"MZ\x90", "file_kind_unknown"), (b"<html>", "file_kind_unknown")]
)
def test_what_cannot_be_shown_is_refused(store: AttachmentStore, content: bytes, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        store.seal(content)
    assert refusal.value.code == code


def test_a_file_is_marked_before_it_is_there_and_until_its_record_is(
    store: AttachmentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def write(path: Path, data: bytes) -> None:
        seen.append(len(marks(tmp_path)))
        write_whole(path, data)

    monkeypatch.setattr("facility_app.db.attachments.write_whole", write)
    made = store.seal(SCAN)
    assert seen == [0, 1]
    assert store.has_unsettled()
    store.settle(made.sha256)
    assert not store.has_unsettled()
    assert store.open(made.sha256) == SCAN


def test_a_sweep_takes_what_is_marked_and_unnamed_and_nothing_else(store: AttachmentStore, tmp_path: Path) -> None:
    older = AttachmentStore(tmp_path / "files", NEW_KEY, os.urandom, (KEY,))
    kept, named, orphan = (store.seal(content) for content in (SCAN, PHOTO, PHOTO + b"2"))
    store.settle(kept.sha256)
    assert older.sweep([named.sha256]) == 1
    assert [store.holds(one.sha256) for one in (kept, named, orphan)] == [True, True, False]
    assert marks(tmp_path) == []
    assert older.sweep([]) == 0, "what is no longer marked is never touched, whatever records say"
    assert store.holds(kept.sha256)


def test_a_sweep_of_a_folder_without_any_file_finds_nothing(store: AttachmentStore) -> None:
    assert not store.has_unsettled()
    assert store.sweep([]) == 0


def test_a_file_whose_mark_was_made_and_which_was_not_is_no_trouble(
    store: AttachmentStore, tmp_path: Path
) -> None:
    store.seal(SCAN)
    files(tmp_path)[0].unlink()
    assert store.sweep([]) == 1
    assert not store.has_unsettled()
    assert store.open(store.seal(SCAN).sha256) == SCAN


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "files").write_bytes(b"in the way")
    with pytest.raises(EnvironmentFault):
        AttachmentStore(tmp_path / "files", KEY, os.urandom).seal(SCAN)


def test_a_backup_takes_the_sealed_files_along(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    store = AttachmentStore(vault.folder.files, vault.unlocked.current, os.urandom, vault.unlocked.older)
    for content in (SCAN, PHOTO):
        store.seal(content)
    names = [
        path.relative_to(vault.folder.root).as_posix() for path in vault.folder.files.rglob("*") if path.is_file()
    ]
    assert len(names) == 4, "two files, and a mark for each: neither has a record"
    assert all(map(is_attachment, names))
    assert make_backup(vault.source, vault.clock).left_out == 0
