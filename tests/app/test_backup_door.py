"""Who may restore a backup, as the backup and the present file say it; and what each is told."""

import os
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest

from facility_app.app.backup_door import BackupDoor
from facility_app.app.start import Password, RecoveryKey
from facility_app.db.keyslots import KeyFile
from facility_app.kernel.errors import FacilityError
from tests.helpers.desk import ADMIN, CHEAP, NURSE_PASSWORD, Answer, Desk

HELPER = "phụ tá"
HELPER_PASSWORD = "Sương trên đồi chè"


@pytest.fixture(scope="module")
def backed_up(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A facility with a second administrator, and a backup of it; nobody changes it."""
    made = founded_desk.copy(tmp_path_factory.mktemp("two") / "desk")
    made.add_user(HELPER, HELPER_PASSWORD, "ADMIN")
    new_backup_of(made)
    return made


@pytest.fixture
def two_admins(backed_up: Desk, tmp_path: Path) -> Desk:
    """The test's own copy of a facility with a second administrator and a backup."""
    return backed_up.copy(tmp_path / "desk")


def backup_of(desk: Desk) -> Path:
    """The backup that is there."""
    (made,) = desk.folder.backups.iterdir()
    return made


def new_backup_of(desk: Desk) -> Path:
    return Path(desk.done("backup", "now", *desk.admin)["file"])


def restore(desk: Desk, backup: Path, *who: str | Path, into: str = "into") -> Answer:
    answer = desk.ask("restore", backup, "--into", desk.root / into, *who)
    assert (answer.code == 0) is (desk.root / into).exists()
    return answer


def test_an_account_closed_since_restores_nothing_though_the_backup_still_knows_it(two_admins: Desk) -> None:
    desk, backup = two_admins, backup_of(two_admins)
    helper = desk.sign(HELPER, HELPER_PASSWORD)
    assert restore(desk, backup, *helper, into="before").code == 0
    desk.done("user", "disable", HELPER, "--reason", "nghỉ việc", *desk.admin)
    answer = restore(desk, backup, *helper)
    assert (answer.code, answer.error) == (1, "user_disabled")
    assert restore(desk, backup, *desk.admin).code == 0


def test_an_account_that_lost_its_role_since_restores_nothing(two_admins: Desk) -> None:
    desk, backup = two_admins, backup_of(two_admins)
    with desk.raw() as raw:
        raw.execute(
            "UPDATE user_role SET role = 'NURSE' WHERE user_id = (SELECT id FROM user_account WHERE name = ?)",
            (HELPER,),
        )
    assert restore(desk, backup, *desk.sign(HELPER, HELPER_PASSWORD)).error == "permission_denied"


def test_asking_the_present_file_hashes_no_second_password(
    two_admins: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, backup = two_admins, backup_of(two_admins)
    tried: list[Path] = []
    unlock = KeyFile.unlock

    def counted(self: KeyFile, *arguments: object) -> object:
        tried.append(self.path)
        return unlock(self, *arguments)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(KeyFile, "unlock", counted)
    assert restore(desk, backup, *desk.admin).code == 0
    assert len(tried) == 1


@pytest.mark.parametrize("harm", ["gone", "damaged", "rekeyed", "of an older program"])
def test_a_present_file_that_cannot_be_asked_stops_no_restore(two_admins: Desk, harm: str) -> None:
    desk, backup = two_admins, backup_of(two_admins)
    if harm == "gone":
        desk.folder.database.unlink()
    elif harm == "damaged":
        desk.folder.database.write_bytes(desk.folder.database.read_bytes()[:5000])
    elif harm == "rekeyed":
        desk.done("rekey", "--reason", "thử", *desk.admin)
    else:
        with desk.raw() as raw:
            raw.execute("UPDATE alembic_version SET version_num = '0001'")
    assert restore(desk, backup, *desk.sign(HELPER, HELPER_PASSWORD)).code == 0


def test_an_account_the_present_file_does_not_know_is_judged_by_the_backup(two_admins: Desk) -> None:
    desk, older = two_admins, two_admins.root / "older.db"
    shutil.copy(desk.folder.database, older)
    desk.add_user("người mới", HELPER_PASSWORD, "ADMIN")
    backup = new_backup_of(desk)
    shutil.copy(older, desk.folder.database)
    assert restore(desk, backup, *desk.sign("người mới", HELPER_PASSWORD)).code == 0


@pytest.fixture(scope="module")
def given_out(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, str]:
    """A backup of a facility whose second administrator has a one-time password; nobody changes it."""
    made = founded_desk.copy(tmp_path_factory.mktemp("given") / "desk")
    given: str = made.done("user", "add", HELPER, "--role", "ADMIN", *made.admin)["one_time_password"]
    new_backup_of(made)
    return made, given


@pytest.fixture
def handed_over(given_out: tuple[Desk, str], tmp_path: Path) -> tuple[Desk, str]:
    """The test's own copy, and the one-time password."""
    made, given = given_out
    return made.copy(tmp_path / "desk"), given


def test_a_one_time_password_restores_nothing(handed_over: tuple[Desk, str]) -> None:
    desk, given = handed_over
    backup, once = backup_of(desk), desk.sign(HELPER, given)
    answer = restore(desk, backup, *once)
    assert (answer.code, answer.error, "--recovery-key-file" in answer.message) == (
        1,
        "password_must_change",
        True,
    )
    shutil.move(desk.data, desk.root / "elsewhere")
    moved = desk.root / "elsewhere" / backup.relative_to(desk.data)
    assert restore(desk, moved, *once).error == "password_must_change", "by the backup alone too"


def test_a_password_changed_since_restores_what_was_made_before_the_change(handed_over: tuple[Desk, str]) -> None:
    desk, given = handed_over
    backup = backup_of(desk)
    desk.done(
        "user", "password", *desk.sign(HELPER, given), "--new-password-file", desk.note(HELPER_PASSWORD, "new")
    )
    assert restore(desk, backup, *desk.sign(HELPER, HELPER_PASSWORD)).code == 0
    assert restore(desk, backup, *desk.sign(HELPER, given), into="again").error == "password_must_change"


def test_a_new_machine_is_told_to_restore_with_the_recovery_key(two_admins: Desk) -> None:
    desk, backup, newcomer = two_admins, backup_of(two_admins), two_admins.elsewhere("new machine")
    answer = newcomer.ask("restore", backup, "--into", newcomer.data, *desk.admin)
    assert (answer.code, answer.error) == (3, "unknown_device")
    assert "--recovery-key-file" in answer.message
    assert "user reset" not in answer.message, "there is nothing yet to reset a password in"
    assert not newcomer.data.exists()


def test_a_newer_sheet_is_told_which_sheet_opens_the_backup(two_admins: Desk, tmp_path: Path) -> None:
    desk, backup, newer = two_admins, backup_of(two_admins), tmp_path / "newer"
    newcomer = desk.elsewhere("new machine")
    renewed = desk.say("rekey", "--recovery", "--reason", "in lại", *desk.admin, "--recovery-out", newer)
    assert renewed.code == 0
    assert "giữ tờ khóa cũ cùng các bản sao lưu" in renewed.out
    restored = ("restore", backup, "--into", newcomer.data, "--recovery-key-file")
    answer = newcomer.ask(*restored, newer)
    assert (answer.code, answer.error) == (1, "wrong_recovery_key")
    assert "tờ khóa khôi phục có hiệu lực khi sao lưu" in answer.message
    told = newcomer.say(*restored, desk.recovery_note)
    assert (told.code, "mật khẩu như lúc sao lưu" in told.out) == (0, False)
    assert f"--recovery-key-file TỆP --data {newcomer.data}" in told.out
    assert "mật khẩu như lúc sao lưu" in desk.say("restore", backup, "--into", tmp_path / "x", *desk.admin).out


def test_the_present_folder_opens_older_backups_with_the_newest_sheet(two_admins: Desk, tmp_path: Path) -> None:
    desk, backup, newer = two_admins, backup_of(two_admins), tmp_path / "newer"
    desk.done("rekey", "--recovery", "--reason", "in lại", *desk.admin, "--recovery-out", newer)
    assert restore(desk, backup, "--recovery-key-file", newer).code == 0


# A trial without a data folder, and the trail of one with


def test_a_backup_is_verified_without_a_data_folder_by_its_own_keys(two_admins: Desk, tmp_path: Path) -> None:
    desk, backup, nowhere = two_admins, backup_of(two_admins), tmp_path / "nowhere"
    for who in (desk.admin, ("--recovery-key-file", desk.recovery_note)):
        answer = desk.ask("backup", "verify", backup, "--data", nowhere, *who)
        assert (answer.code, answer.document["verified"], answer.document["recorded"]) == (0, True, False)
        assert "không có nhật ký" in answer.err
    wrong = desk.ask("backup", "verify", backup, "--data", nowhere, *desk.sign(ADMIN, "không phải mật khẩu"))
    assert (wrong.code, wrong.error) == (1, "wrong_password")
    backup.write_bytes(backup.read_bytes()[:-100])
    assert desk.ask("backup", "verify", backup, "--data", nowhere, *desk.admin).error == "backup_damaged"
    assert not nowhere.exists()


def test_nothing_of_a_trial_without_a_data_folder_stays(
    two_admins: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, trial = two_admins, tmp_path / "trial"
    trial.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(trial))
    assert desk.ask("backup", "verify", backup_of(desk), "--data", tmp_path / "x", *desk.admin).code == 0
    assert list(trial.iterdir()) == []


def test_a_backup_found_whole_stands_in_the_trail_and_a_bad_one_does_not(two_admins: Desk) -> None:
    desk, backup = two_admins, backup_of(two_admins)
    found = desk.done("backup", "verify", backup, *desk.admin)
    assert found["recorded"] is True
    assert desk.trail()[-1] == "upkeep.verify_backup"
    newest = desk.done("audit", "list", "--limit", "1", *desk.admin)["entries"][0]["seq"]
    facts = desk.done("audit", "show", str(newest), *desk.admin)["values"]
    assert {value["column"]: value["after"] for value in facts} == {"file": backup.name, "digest": found["digest"]}
    backup.write_bytes(backup.read_bytes()[:-100])
    assert desk.ask("backup", "verify", backup, *desk.admin).error == "backup_damaged"
    assert desk.trail().count("upkeep.verify_backup") == 1


def test_a_door_names_nobody_it_did_not_ask(desk: Desk) -> None:
    copy = desk.root / "copy.keys"
    shutil.copy(desk.folder.keys, copy)
    with patch.dict(os.environ, desk.environment):
        door = BackupDoor(desk.folder, RecoveryKey(desk.recovery_key), desk.state, CHEAP)
        door.unlock(copy)
        assert door.actor is None
        stranger = BackupDoor(desk.folder, Password(ADMIN, NURSE_PASSWORD), desk.state, CHEAP)
        with pytest.raises(FacilityError) as refusal:
            stranger.unlock(copy)
    assert refusal.value.code == "wrong_password"
