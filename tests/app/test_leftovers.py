"""What a crash leaves half done is finished or cleared away at the next start, and nothing else is touched."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from facility_app.app import leftovers
from facility_app.app.leftovers import STAGING, settle
from facility_app.db.folder import DataFolder
from facility_app.db.locks import FileLock, vault_lock
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.desk import ADMIN_PASSWORD, INIT, Desk, files_of


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def back_to_staging(desk: Desk, *files: str) -> Path:
    """Undo the last moves of a founding."""
    new = desk.data / STAGING
    new.mkdir()
    for name in files:
        (desk.data / name).rename(new / name)
    return new


def test_a_founding_cut_off_between_its_two_moves_is_finished_at_the_next_start(desk: Desk) -> None:
    before = files_of(desk.data)
    back_to_staging(desk, "facility.keys")
    assert desk.done("check", *desk.admin)["ok"] is True
    assert not (desk.data / STAGING).exists()
    assert files_of(desk.data) == before


@pytest.mark.usefixtures("ready_tables")
def test_a_founding_cut_off_before_its_first_move_never_was(desk: Desk) -> None:
    back_to_staging(desk, "facility.keys", "facility.db")
    assert desk.ask("check", *desk.admin).error == "no_facility"
    assert not (desk.data / STAGING).exists()
    desk.done(*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    assert desk.done("check", *desk.admin)["ok"] is True


def test_a_founding_cut_off_after_its_last_move_leaves_an_empty_folder_that_goes(desk: Desk) -> None:
    (back_to_staging(desk) / "facility.keys.lock").touch()
    before = files_of(desk.data)
    assert desk.done("check", *desk.admin)["ok"] is True
    assert not (desk.data / STAGING).exists()
    assert files_of(desk.data) == before


@pytest.mark.usefixtures("ready_tables")
def test_another_init_finishes_the_one_cut_off_and_says_the_folder_is_taken(desk: Desk) -> None:
    before = files_of(desk.data)
    back_to_staging(desk, "facility.keys")
    again = desk.ask(*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    assert again.error == "facility_exists"
    assert files_of(desk.data) == before
    assert desk.done("check", *desk.admin)["ok"] is True


def test_staged_keys_never_go_over_keys_that_are_there(desk: Desk) -> None:
    keys = desk.folder.keys.read_bytes()
    for others in ({"facility.keys": b"of a founding cut off", "facility.db": b"half"}, {"facility.keys": b"x"}):
        new = back_to_staging(desk)
        for name, content in others.items():
            (new / name).write_bytes(content)
        settle(desk.folder)
        assert desk.folder.keys.read_bytes() == keys
        assert not new.exists()


def test_a_facility_being_founded_is_waited_for_and_not_swept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    new = back_to_staging(desk, "facility.keys", "facility.db")
    waited: list[float] = []
    monkeypatch.setattr(leftovers, "vault_lock", lambda root: FileLock(vault_lock(root).path, waited.append))
    with vault_lock(desk.data).exclusive(), pytest.raises(EnvironmentFault) as refusal:
        settle(desk.folder)
    assert refusal.value.code == "vault_busy"
    assert sum(waited) >= 9
    assert {"facility.keys", "facility.db"} <= names(new)


LEFT: dict[str, Callable[[DataFolder], Path]] = {
    "a backup being put together": lambda folder: folder.root / ".staging" / "facility.db",
    "a backup not yet verified": lambda folder: folder.backups / "G01.28.12-20260302-080000.sao.part",
    "the copy of a rekey": lambda folder: folder.root / "facility.db.new",
    "the log of that copy": lambda folder: folder.root / "facility.db.new-wal",
}


def test_what_a_crash_left_of_backup_and_rekey_goes_at_the_next_start(desk: Desk) -> None:
    kept = desk.done("backup", "now", *desk.admin)["file"]
    before = files_of(desk.data)
    for place in LEFT.values():
        place(desk.folder).parent.mkdir(exist_ok=True)
        place(desk.folder).write_bytes(b"half")
    assert desk.done("check", *desk.admin)["ok"] is True
    assert files_of(desk.data) == before
    assert Path(kept).is_file()


def test_a_folder_left_in_order_is_not_touched(desk: Desk) -> None:
    settle(desk.folder)
    before, seen = files_of(desk.data), names(desk.data)
    settle(desk.folder)
    assert (files_of(desk.data), names(desk.data)) == (before, seen)


def test_a_folder_without_a_facility_is_not_written_into(desk: Desk, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").write_text("mine", encoding="utf-8")
    (home / ".staging").mkdir()
    settle(DataFolder(home))
    settle(DataFolder(tmp_path / "nowhere"))
    settle(DataFolder(home / "letter.txt"))
    assert desk.ask("check", *desk.admin, "--data", home).error == "no_facility"
    assert names(home) == {"letter.txt", ".staging"}
    assert names(tmp_path) == {"desk", "home"}


def test_another_s_staging_folder_is_cleared_only_where_a_database_stands(desk: Desk) -> None:
    place = desk.data / ".staging"
    place.mkdir()
    desk.folder.database.rename(desk.root / "aside.db")
    settle(desk.folder)
    assert place.is_dir()
    shutil.move(desk.root / "aside.db", desk.folder.database)
    settle(desk.folder)
    assert not place.exists()


def test_another_s_folder_that_happens_to_have_our_staging_name_stays(tmp_path: Path) -> None:
    theirs = tmp_path / leftovers.STAGING / "notes"
    theirs.mkdir(parents=True)
    settle(DataFolder(tmp_path))
    assert theirs.is_dir()


def test_what_looks_like_ours_beside_a_plain_database_stays(desk: Desk) -> None:
    desk.folder.keys.unlink()
    (desk.folder.root / ".staging").mkdir(exist_ok=True)
    settle(desk.folder)
    assert (desk.folder.root / ".staging").is_dir()
