"""Restoring makes a new folder and a new life of the file, whole or not at all."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.db import capture
from facility_app.db.backup import Manifest, NewLife, Opener, Restored, restore_backup
from facility_app.db.driver import DataKey
from facility_app.db.keyslots import KeyFile
from facility_app.db.vault import identity
from facility_app.kernel.errors import EnvironmentFault, FacilityError, UserError
from facility_app.kernel.labels import Label, label
from tests.helpers.backups import ATTACHMENT, backed_up, names_in, refused, vault_with_attachments
from tests.helpers.vaults import ADMIN, CHEAP, PASSWORD, Tables, Vault, make_vault, name_in, opened


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return vault_with_attachments(tmp_path)


@dataclass
class Trail:
    """Takes the place of the app's audit entry."""

    lives: list[NewLife] = field(default_factory=list)
    fault: FacilityError | None = None

    def finish(self, connection: sa.Connection, life: NewLife) -> None:
        """Remember it, or fail."""
        assert identity(connection)[0] == life.db_uuid
        if self.fault is not None:
            raise self.fault
        self.lives.append(life)


def restored(
    vault: Vault, file: Path, into: Path, opener: Opener | None = None, trail: Trail | None = None
) -> Restored:
    return restore_backup(
        file,
        into,
        opener or (lambda _keys: vault.unlocked),
        ids=vault.ports.ids,
        now=vault.clock.now(),
        finish=(trail or Trail()).finish,
    )


def test_everything_that_was_saved_is_back(tmp_path: Path) -> None:
    vault = vault_with_attachments(tmp_path, tables=Tables.ALL)
    vault.rename_facility("Cơ sở Một", "Cơ sở Hai")
    made = backed_up(vault)
    vault.rename_facility("Cơ sở Ba")
    back = restored(vault, made.path, tmp_path / "back")
    assert back.counts == made.counts
    assert name_in(back.folder, back.data_key, vault) == "Cơ sở Hai"
    assert (back.folder.files / ATTACHMENT).read_bytes() == b"sealed " * 300
    assert (back.folder.files / "cd" / "empty").read_bytes() == b""
    assert back.folder.keys.read_bytes() == vault.folder.keys.read_bytes()
    assert vault.facility_name() == "Cơ sở Ba"


def test_a_restored_folder_holds_what_a_data_folder_holds(vault: Vault, tmp_path: Path) -> None:
    back = restored(vault, backed_up(vault).path, tmp_path / "back")
    assert names_in(back.folder.root) == {
        *("facility.db", "facility.keys", "files", "backups", "outbox", "inbox", "logs")
    }
    assert names_in(tmp_path) == {"data", "state", "back"}


def test_a_restored_file_begins_a_new_life(vault: Vault, tmp_path: Path) -> None:
    vault.rename_facility("Một", "Hai")
    with vault.open() as database, database.connection() as connection:
        former_uuid, former_epoch = database.db_uuid, capture.epoch(connection)
        last_change = capture.last_change(connection)
    made = backed_up(vault)
    vault.rename_facility("Sau bản sao lưu")
    trail = Trail()
    back = restored(vault, made.path, tmp_path / "back", trail=trail)
    assert trail.lives == [back.life]
    assert back.life.db_uuid != former_uuid
    assert (back.life.parent_id, back.life.parent_chg, back.life.epoch) == (former_epoch, last_change, 2)
    with opened(back.folder, back.data_key, vault) as database, database.connection() as connection:
        assert database.db_uuid == back.life.db_uuid
        assert capture.epoch(connection) == back.life.epoch_id
        rows = connection.execute(sa.select(capture.sync_epoch).order_by(capture.sync_epoch.c.n)).all()
    assert [(row.n, row.reason) for row in rows] == [(1, "init"), (2, "restore")]
    assert (rows[1].started_at, rows[1].parent_chg) == (vault.clock.now(), last_change)


def test_a_restored_file_can_be_backed_up_and_restored_again(vault: Vault, tmp_path: Path) -> None:
    back = restored(vault, backed_up(vault).path, tmp_path / "back")
    twin = Vault(back.folder, vault.key_file, vault.unlocked, vault.recovery_key, vault.device, vault.state_dir)
    again = restored(twin, backed_up(twin).path, tmp_path / "again")
    assert (again.life.epoch, again.life.parent_id) == (3, back.life.epoch_id)


def test_the_backups_own_key_file_opens_with_the_recovery_key_or_a_password(vault: Vault, tmp_path: Path) -> None:
    file = backed_up(vault).path
    vault.folder.keys.unlink()
    by_paper = restored(
        vault, file, tmp_path / "a", lambda keys: KeyFile(keys, CHEAP).unlock_with_recovery(vault.recovery_key)
    )
    by_password = restored(
        vault, file, tmp_path / "b", lambda keys: KeyFile(keys, CHEAP).unlock(ADMIN, PASSWORD, vault.device)
    )
    assert by_paper.data_key == by_password.data_key == vault.unlocked.current


def test_a_wrong_password_is_a_wrong_password_and_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    file = backed_up(vault).path
    before = file.read_bytes()
    with pytest.raises(UserError) as caught:
        restored(vault, file, tmp_path / "a", lambda keys: KeyFile(keys, CHEAP).unlock(ADMIN, "sai", vault.device))
    assert caught.value.code == "wrong_password"
    assert names_in(tmp_path) == {"data", "state"}
    assert file.read_bytes() == before


@pytest.mark.parametrize("inside", ["notes.txt", "facility.db", ".hidden"])
def test_a_folder_with_anything_in_it_is_refused_and_untouched(vault: Vault, tmp_path: Path, inside: str) -> None:
    into = tmp_path / "full"
    into.mkdir()
    (into / inside).write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        restored(vault, backed_up(vault).path, into)
    assert caught.value.code == "restore_target_not_empty"
    assert (into / inside).read_bytes() == b"mine"


def test_a_file_in_the_way_is_refused(vault: Vault, tmp_path: Path) -> None:
    into = tmp_path / "file"
    into.write_bytes(b"mine")
    with pytest.raises(UserError):
        restored(vault, backed_up(vault).path, into)
    assert into.read_bytes() == b"mine"


def test_the_present_data_folder_is_refused(vault: Vault) -> None:
    with pytest.raises(UserError):
        restored(vault, backed_up(vault).path, vault.folder.root)
    assert vault.facility_name() == "Cơ sở cai nghiện số 1"


def test_an_empty_folder_and_missing_parents_are_fine(vault: Vault, tmp_path: Path) -> None:
    file = backed_up(vault).path
    (tmp_path / "empty").mkdir()
    for into in (tmp_path / "empty", tmp_path / "new" / "deep" / "er"):
        assert restored(vault, file, into).folder.database.exists()


def test_a_damaged_backup_restores_nothing(vault: Vault, tmp_path: Path) -> None:
    content = bytearray(backed_up(vault).path.read_bytes())
    content[len(content) // 2] ^= 16
    damaged = tmp_path / "damaged.sao"
    damaged.write_bytes(content)
    assert refused(lambda: restored(vault, damaged, tmp_path / "back")) == "backup_damaged"
    assert names_in(tmp_path) == {"data", "state", "damaged.sao"}


def test_keys_of_another_facility_restore_nothing(vault: Vault, tmp_path: Path) -> None:
    other = make_vault(tmp_path / "other", facility="another")
    file = backed_up(other).path
    assert refused(lambda: restored(vault, file, tmp_path / "back")) == "key_file_swapped"
    assert not (tmp_path / "back").exists()


def test_a_refusal_while_finishing_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    trail = Trail(fault=UserError("no", a_word()))
    with pytest.raises(UserError):
        restored(vault, backed_up(vault).path, tmp_path / "back", trail=trail)
    assert names_in(tmp_path) == {"data", "state"}


def a_word() -> Label:
    return label("errors", "Không.")


def test_what_the_manifest_says_can_be_refused_first(vault: Vault, tmp_path: Path) -> None:
    seen: list[Manifest] = []

    def accept(manifest: Manifest) -> None:
        seen.append(manifest)
        raise EnvironmentFault("schema_newer", a_word())

    file = backed_up(vault).path
    trail = Trail()
    code = refused(
        lambda: restore_backup(
            file,
            tmp_path / "back",
            lambda _keys: vault.unlocked,
            ids=vault.ports.ids,
            now=vault.clock.now(),
            finish=trail.finish,
            accept=accept,
        )
    )
    assert (code, trail.lives, len(seen)) == ("schema_newer", [], 1)
    assert not (tmp_path / "back").exists()


def test_too_little_space_is_said_first(vault: Vault, tmp_path: Path) -> None:
    file = backed_up(vault).path
    code = refused(
        lambda: restore_backup(
            file,
            tmp_path / "back",
            lambda _keys: vault.unlocked,
            ids=vault.ports.ids,
            now=vault.clock.now(),
            finish=Trail().finish,
            free=lambda _folder: 1000,
        )
    )
    assert code == "disk_full"
    assert names_in(tmp_path) == {"data", "state"}


def test_what_a_crash_left_is_cleared_by_the_next_restore_to_the_same_place(vault: Vault, tmp_path: Path) -> None:
    left = tmp_path / ".back.restoring-0123456789abcdef" / "new"
    left.mkdir(parents=True)
    (left / "facility.db").write_bytes(b"half")
    restored(vault, backed_up(vault).path, tmp_path / "back")
    assert names_in(tmp_path) == {"data", "state", "back"}


def test_the_seal_is_checked_before_the_manifest_is_asked(vault: Vault, tmp_path: Path) -> None:
    content = bytearray(backed_up(vault).path.read_bytes())
    content[-1] ^= 1
    forged = tmp_path / "forged.sao"
    forged.write_bytes(content)
    asked: list[Manifest] = []
    code = refused(
        lambda: restore_backup(
            forged,
            tmp_path / "back",
            lambda _keys: vault.unlocked,
            ids=vault.ports.ids,
            now=vault.clock.now(),
            finish=Trail().finish,
            accept=asked.append,
        )
    )
    assert (code, asked) == ("backup_damaged", [])


def test_the_key_of_a_restored_file_is_the_backups(vault: Vault, tmp_path: Path) -> None:
    back = restored(vault, backed_up(vault).path, tmp_path / "back")
    assert isinstance(back.data_key, DataKey)
    assert back.folder.database.read_bytes()[:16] == back.data_key.salt
