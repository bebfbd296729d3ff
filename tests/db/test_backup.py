"""A backup is one file that holds exactly what was saved, or is not made."""

import os
import tarfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facility_app.db.backup import (
    Source,
    make_backup,
    read_manifest,
    sweep,
    verify_backup,
)
from facility_app.db.backup.container import DATABASE, KEYS, MANIFEST
from facility_app.db.backup.staging import BACKUP_LOCK, STAGING
from facility_app.db.driver import DataKey, connect
from facility_app.db.locks import FileLock
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.backups import ATTACHMENT, backed_up, names_in, refused, vault_with_attachments
from tests.helpers.fakes import FixedClock
from tests.helpers.vaults import HOME, TESTER, Vault, make_vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return vault_with_attachments(tmp_path)


def test_a_backup_has_the_facility_and_the_local_second_in_its_name(vault: Vault) -> None:
    made = backed_up(vault)
    assert made.path == vault.folder.backups / f"{HOME}-20260302-083000.sao"
    assert made.bytes == made.path.stat().st_size


def test_a_second_backup_in_the_same_second_gets_another_name(vault: Vault) -> None:
    first, second = backed_up(vault), backed_up(vault)
    assert second.path.name == f"{HOME}-20260302-083000-2.sao"
    assert verify_backup(first.path, vault.unlocked, vault.folder).counts == second.counts


def test_nothing_but_the_backup_stays(vault: Vault) -> None:
    before = names_in(vault.folder.root)
    made = backed_up(vault)
    assert names_in(vault.folder.root) - before <= {BACKUP_LOCK}
    assert names_in(vault.folder.backups) == {made.path.name}


def test_any_tar_program_lists_it(vault: Vault) -> None:
    made = backed_up(vault)
    with tarfile.open(made.path) as tar:
        names = tar.getnames()
    assert names == [KEYS, DATABASE, f"files/{ATTACHMENT}", "files/cd/empty", MANIFEST]


def test_it_holds_neither_names_nor_counts_in_clear(vault: Vault) -> None:
    vault.rename_facility("Cơ sở Thử Nghiệm")
    content = backed_up(vault).path.read_bytes()
    for clear in ("Thử Nghiệm", "quan.tri", "facility_profile", "counts"):
        assert clear.encode() not in content


def test_only_the_owner_may_read_it(vault: Vault) -> None:
    mode = backed_up(vault).path.stat().st_mode
    assert os.name == "nt" or mode & 0o777 == 0o600


def test_it_holds_the_state_of_one_moment_while_others_write(vault: Vault) -> None:
    with vault.open() as database:
        with database.write(TESTER) as uow, uow.act("catalogues.create_facility", reason="thử"):
            uow.commit()
        made = backed_up(vault)
        with database.write(TESTER) as uow, uow.act("catalogues.create_facility", reason="thử"):
            uow.commit()
    verified = verify_backup(made.path, vault.unlocked, vault.folder)
    assert verified.counts == made.counts
    assert verified.counts["audit_entry"] == 2


def test_an_open_write_of_someone_else_is_not_in_it_and_does_not_stop_it(vault: Vault) -> None:
    with vault.open() as database, database.write(TESTER) as uow:
        uow.session.connection().exec_driver_sql("UPDATE facility_profile SET name = 'dở dang'")
        made = backed_up(vault)
    again = backed_up(vault)
    assert made.digest == again.digest


def test_the_manifest_is_readable_without_any_key(vault: Vault) -> None:
    made = backed_up(vault)
    manifest = read_manifest(made.path)
    assert (manifest.home, manifest.digest) == (HOME, made.digest)
    assert manifest.created_at == vault.clock.now()
    assert [member.name for member in manifest.members][:2] == [KEYS, DATABASE]


def test_files_of_others_among_the_attachments_are_counted_and_left_out(vault: Vault) -> None:
    vault.attach("Ảnh gia đình.JPG", b"x")
    vault.attach("Thumbs.db", b"x")
    made = backed_up(vault)
    assert made.left_out == 2
    assert len(read_manifest(made.path).members) == 4


def test_too_little_space_is_said_before_anything_is_written(vault: Vault, tmp_path: Path) -> None:
    into = tmp_path / "stick"
    with pytest.raises(EnvironmentFault) as caught:
        make_backup(vault.source, vault.clock, into, free=lambda _folder: 1_000_000)
    assert caught.value.code == "disk_full"
    assert caught.value.params["free"] == 1
    assert int(str(caught.value.params["needed"])) > 16
    assert names_in(into) == set()
    assert not (vault.folder.root / STAGING).exists()


def test_a_damaged_source_is_no_source(vault: Vault) -> None:
    content = bytearray(vault.folder.database.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    vault.folder.database.write_bytes(content)
    assert refused(lambda: backed_up(vault)) == "file_damaged"
    assert names_in(vault.folder.backups) == set()


def test_broken_references_are_not_backed_up(vault: Vault) -> None:
    with closing(connect(vault.folder.database, vault.unlocked.current)) as connection:
        connection.execute("CREATE TABLE orphan (id TEXT REFERENCES facility_profile(id))")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("INSERT INTO orphan VALUES ('nobody')")
    assert refused(lambda: backed_up(vault)) == "source_damaged"
    assert names_in(vault.folder.backups) == set()


def test_a_missing_or_foreign_key_file_stops_a_backup_in_its_own_words(vault: Vault, tmp_path: Path) -> None:
    keys = vault.folder.keys.read_bytes()
    vault.folder.keys.unlink()
    assert refused(lambda: backed_up(vault)) == "key_file_missing"
    vault.folder.keys.write_bytes(make_vault(tmp_path / "other", facility="another").folder.keys.read_bytes())
    assert refused(lambda: backed_up(vault)) == "key_file_swapped"
    vault.folder.keys.write_bytes(keys[: len(keys) // 2])
    assert refused(lambda: backed_up(vault)) == "key_file_damaged"
    assert names_in(vault.folder.backups) == set()


def test_a_copy_that_differs_from_its_source_is_removed(vault: Vault) -> None:
    class LyingRing:
        """Damages the unfinished backup the moment its trial begins."""

        def key_for(self, salt: bytes) -> DataKey:
            for part in vault.folder.backups.glob("*.part"):
                content = bytearray(part.read_bytes())
                content[len(content) // 2] ^= 1
                part.write_bytes(content)
            return vault.unlocked.key_for(salt)

    source = Source(vault.folder, vault.unlocked.current, LyingRing())
    assert refused(lambda: make_backup(source, vault.clock)) == "backup_not_verified"
    assert names_in(vault.folder.backups) == set()
    assert not (vault.folder.root / STAGING).exists()


def leave_traces(vault: Vault) -> list[Path]:
    staging = vault.folder.root / STAGING
    (staging / "trial").mkdir(parents=True)
    (staging / "facility.db").write_bytes(b"half")
    part = vault.folder.backups / f"{HOME}-20260301-000000.sao.part"
    part.write_bytes(b"half")
    return [staging, part]


def test_what_a_crash_left_is_swept_and_whole_backups_stay(vault: Vault) -> None:
    made = backed_up(vault)
    traces = leave_traces(vault)
    sweep(vault.folder)
    assert not any(trace.exists() for trace in traces)
    assert made.path.exists()


def test_sweeping_leaves_a_backup_under_way_alone(vault: Vault) -> None:
    traces = leave_traces(vault)
    with FileLock(vault.folder.root / BACKUP_LOCK).exclusive():
        sweep(vault.folder)
    assert all(trace.exists() for trace in traces)


def test_a_crash_on_a_stick_is_cleared_by_the_next_backup_there(vault: Vault, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / f"{HOME}-20260301-000000.sao.part").write_bytes(b"half")
    (stick / "G02-20260301-000000.sao.part").write_bytes(b"another facility's")
    made = backed_up(vault, stick)
    assert names_in(stick) == {made.path.name, "G02-20260301-000000.sao.part"}


def test_the_clock_decides_the_name_even_when_it_is_wrong(vault: Vault) -> None:
    vault.clock = FixedClock(datetime(2000, 1, 1, tzinfo=UTC))
    assert backed_up(vault).path.name == f"{HOME}-20000101-070000.sao"


def test_a_folder_that_cannot_be_written_is_named(vault: Vault, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"a file, no folder")
    code = refused(lambda: backed_up(vault, blocked / "inner"))
    assert code in {"disk_fault", "no_access"}
