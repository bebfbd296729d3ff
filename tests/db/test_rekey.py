"""A new data key: every moment of the change leaves a folder that opens, and old backups stay good."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facility_app.db.backup import BackupMade, Source, make_backup, verify_backup
from facility_app.db.driver import DataKey, file_salt
from facility_app.db.keyslots import KeyFile, Unlocked
from facility_app.db.locks import vault_lock
from facility_app.db.rekey import STEPS, Rekey, rekey, sweep, unfinished
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from tests.helpers.backups import names_in, refused, vault_with_attachments
from tests.helpers.vaults import ADMIN, PASSWORD, Tables, Vault, name_in

NAME = "Tên trước khi đổi khóa"
WORDS = label("errors", "Không.")


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return named(tmp_path)


def named(root: Path, tables: Tables = Tables.FEW) -> Vault:
    """A vault in which something was saved."""
    made = vault_with_attachments(root, tables=tables)
    made.rename_facility("Tên đầu", NAME)
    return made


def order(vault: Vault, made: list[BackupMade] | None = None) -> Rekey:
    kept = [] if made is None else made

    def back_up(present: DataKey) -> None:
        kept.append(make_backup(Source(vault.folder, present, vault.unlocked), vault.clock))

    return Rekey(vault.folder, vault.key_file, vault.unlocked, back_up)


def stop_at(step: str, error: BaseException) -> Callable[[str], None]:
    def at(reached: str) -> None:
        if reached == step:
            raise error

    return at


def enter(vault: Vault) -> tuple[Unlocked, DataKey]:
    """What a login finds: the keys, and the one the database file names."""
    unlocked = vault.key_file.unlock(ADMIN, PASSWORD, vault.device)
    salt = file_salt(vault.folder.database)
    assert salt is not None
    return unlocked, unlocked.key_for(salt)


def test_the_file_opens_with_the_new_key_and_says_the_same(tmp_path: Path) -> None:
    vault = named(tmp_path, Tables.ALL)
    steps: list[str] = []
    now = rekey(replace(order(vault), at=steps.append))
    unlocked, data_key = enter(vault)
    assert tuple(steps) == STEPS
    assert data_key == unlocked.current == now.current
    assert now.current.key != vault.unlocked.current.key
    assert name_in(vault.folder, data_key, vault) == NAME
    assert unlocked.older == now.older == (vault.unlocked.current,)
    assert not unfinished(data_key, unlocked)


def test_nothing_of_it_stays_beside_the_file(vault: Vault) -> None:
    before = names_in(vault.folder.root)
    rekey(order(vault))
    assert names_in(vault.folder.root) - before <= {"facility.lock", "backup.lock", "facility.keys.lock"}


def test_the_former_key_opens_the_new_file_no_more(vault: Vault) -> None:
    rekey(order(vault))
    former = DataKey(vault.unlocked.current.key, enter(vault)[1].salt)
    with pytest.raises(EnvironmentFault) as caught:
        name_in(vault.folder, former, vault)
    assert caught.value.code == "file_damaged"


def test_a_verified_backup_comes_first_and_opens_with_the_new_keys(vault: Vault) -> None:
    made: list[BackupMade] = []
    now = rekey(order(vault, made))
    assert verify_backup(made[0].path, now, vault.folder).counts == made[0].counts


def test_backups_of_every_former_key_open_with_the_keys_of_today(vault: Vault) -> None:
    made: list[BackupMade] = []
    for _ in range(3):
        vault.unlocked = rekey(order(vault, made))
    salts = {key.salt for key in (vault.unlocked.current, *vault.unlocked.older)}
    assert len(salts) == 4
    for one in made:
        assert verify_backup(one.path, vault.unlocked, vault.folder).counts == one.counts


def test_the_recovery_key_on_paper_still_opens(vault: Vault) -> None:
    now = rekey(order(vault))
    assert vault.key_file.unlock_with_recovery(vault.recovery_key).current == now.current


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_leaves_a_folder_that_opens_and_can_be_finished(vault: Vault, step: str) -> None:
    with pytest.raises(Killed):
        rekey(replace(order(vault), at=stop_at(step, Killed())))
    sweep(vault.folder)
    assert not vault.folder.database.with_name("facility.db.new").exists()
    unlocked, data_key = enter(vault)
    assert name_in(vault.folder, data_key, vault) == NAME
    assert unfinished(data_key, unlocked) == (step == "keys_changed")
    vault.unlocked = unlocked
    now = rekey(order(vault))
    unlocked, data_key = enter(vault)
    assert data_key == unlocked.current == now.current
    assert name_in(vault.folder, data_key, vault) == NAME


def test_finishing_takes_the_key_that_is_already_in_the_key_file(vault: Vault) -> None:
    with pytest.raises(Killed):
        rekey(replace(order(vault), at=stop_at("keys_changed", Killed())))
    vault.unlocked, data_key = enter(vault)
    assert unfinished(data_key, vault.unlocked)
    now = rekey(order(vault))
    assert now == vault.unlocked
    assert len(now.older) == 1


def test_a_backup_between_the_two_steps_is_good(vault: Vault) -> None:
    with pytest.raises(Killed):
        rekey(replace(order(vault), at=stop_at("keys_changed", Killed())))
    vault.unlocked, data_key = enter(vault)
    made = make_backup(Source(vault.folder, data_key, vault.unlocked), vault.clock)
    assert verify_backup(made.path, rekey(order(vault)), vault.folder).counts == made.counts


@pytest.mark.parametrize("step", ["locked", "backed_up", "copied", "compared", "keys_changed"])
def test_a_failure_at_any_step_cleans_up_and_is_told(vault: Vault, step: str) -> None:
    fault = OSError(28, "No space left on device")
    work = replace(order(vault), at=stop_at(step, fault))
    assert refused(lambda: rekey(work)) == "disk_full"
    assert not vault.folder.database.with_name("facility.db.new").exists()
    assert name_in(vault.folder, enter(vault)[1], vault) == NAME


def test_without_a_verified_backup_nothing_is_changed(vault: Vault) -> None:
    def no_backup(_present: DataKey) -> None:
        raise EnvironmentFault("backup_not_verified", WORDS)

    before = vault.folder.database.read_bytes(), vault.folder.keys.read_bytes()
    assert refused(lambda: rekey(replace(order(vault), backup=no_backup))) == "backup_not_verified"
    assert (vault.folder.database.read_bytes(), vault.folder.keys.read_bytes()) == before


def test_a_file_in_use_is_not_given_a_new_key(vault: Vault) -> None:
    with vault_lock(vault.folder.root).shared():
        assert refused(lambda: rekey(replace(order(vault), patience_s=0))) == "vault_busy"
    assert names_in(vault.folder.backups) == set()
    assert not unfinished(enter(vault)[1], enter(vault)[0])


def test_a_connection_that_should_not_be_there_stops_it(vault: Vault) -> None:
    salt = vault.unlocked.current.salt
    with vault.open():
        assert refused(lambda: rekey(order(vault))) == "rekey_broke"
    assert enter(vault)[1].salt == salt


def test_a_swapped_key_file_is_refused(vault: Vault, tmp_path: Path) -> None:
    other = vault_with_attachments(tmp_path / "other", facility="another")
    strange = replace(order(vault), unlocked=other.unlocked, key_file=KeyFile(other.folder.keys))
    assert refused(lambda: rekey(strange)) == "key_file_swapped"
    assert name_in(vault.folder, vault.unlocked.current, vault) == NAME


def test_too_little_space_is_said_first(vault: Vault) -> None:
    assert refused(lambda: rekey(replace(order(vault), free=lambda _folder: 0))) == "disk_full"
    assert names_in(vault.folder.backups) == set()


def test_a_missing_database_is_named(vault: Vault) -> None:
    vault.folder.database.unlink()
    assert refused(lambda: rekey(order(vault))) == "no_database"


def test_sweeping_leaves_a_rekey_under_way_alone(vault: Vault) -> None:
    half = vault.folder.database.with_name("facility.db.new")
    half.write_bytes(b"half")
    with vault_lock(vault.folder.root).exclusive():
        sweep(vault.folder)
    assert half.exists()
    sweep(vault.folder)
    assert not half.exists()
