"""The proofs of the program see it when a promise is broken, so their zeros mean something."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facility_app.app import care
from facility_app.db.driver import connect
from tests.proof import vault_damage, vault_faults, vault_kills, vault_power
from tests.proof.counted import Scale
from tests.proof.forkserver import Outcome
from tests.proof.judge import Finding
from tests.proof.vault_facility import Place, found_with_pair, save_unit
from tests.proof.vault_scenes import verify_backups, verify_founding, verify_rekeys, verify_saves


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A facility with two units of work, closed; only copied."""
    made = found_with_pair(tmp_path_factory.mktemp("two units"))
    with made.open() as opened:
        save_unit(opened)
        save_unit(opened)
    return made


@pytest.fixture
def place(pattern: Place, tmp_path: Path) -> Place:
    """A copy of it."""
    return copied(pattern, tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> vault_damage.Whole:
    """A facility whose copies are damaged; only copied."""
    return vault_damage.make_whole(tmp_path_factory.mktemp("whole") / "whole")


def copied(place: Place, root: Path) -> Place:
    shutil.copytree(place.root, root, dirs_exist_ok=True)
    return Place(root)


def spoil(place: Place, *statements: str) -> None:
    """Raw SQL behind the program's back."""
    with place.open() as opened:
        data_key = opened.entered.data_key
    with closing(connect(place.folder.database, data_key)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_the_long_proof_cuts_the_four_kinds_of_work_often_enough() -> None:
    counts = {name: scene.states[Scale.LONG] for name, scene in vault_power.SCENES.items()}
    four = [name for name in counts if name not in {"restore", "key slots", "founding"}]
    assert sum(counts[name] for name in four) >= 20_000
    assert vault_kills.KILLS[Scale.LONG] >= 1_000
    assert vault_damage.EACH[Scale.LONG] >= 1_000


def test_a_promise_that_is_not_there_is_lost(place: Place) -> None:
    assert verify_saves(place.root, ["1", "2"]).finding is Finding.WHOLE
    assert verify_saves(place.root, ["1", "2", "3", "4"]).finding is Finding.LOST


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE facility_profile SET name = '1' WHERE code = 'P.LEFT'",
        "DELETE FROM sync_change WHERE seq = (SELECT max(seq) FROM sync_change)",
        "DELETE FROM facility_profile WHERE code = 'U.1'",
    ],
)
def test_a_unit_of_which_a_part_is_missing_is_half(place: Place, statement: str) -> None:
    spoil(place, statement)
    assert verify_saves(place.root, []).finding is Finding.HALF


def test_an_older_file_beside_a_newer_anchor_is_seen(place: Place, tmp_path: Path) -> None:
    older = place.folder.database.read_bytes()
    with place.open() as opened:
        save_unit(opened)
    place.folder.database.write_bytes(older)
    assert verify_saves(place.root, []).detail.split()[0] == "anchor_ahead"


def test_a_backup_that_is_gone_or_broken_is_seen(place: Place) -> None:
    with place.open() as opened:
        made = care.make_backup(opened, place.stick).path
    promise = made.relative_to(place.root).as_posix()
    assert verify_backups(place.root, [promise]).finding is Finding.WHOLE
    made.write_bytes(made.read_bytes()[:-1])
    assert verify_backups(place.root, [promise]).finding is Finding.CORRUPT
    made.unlink()
    assert verify_backups(place.root, [promise]).finding is Finding.LOST


def test_a_key_change_taken_back_is_seen(place: Place, tmp_path_factory: pytest.TempPathFactory) -> None:
    older = tmp_path_factory.mktemp("older") / "data"
    shutil.copytree(place.root / "data", older)
    salts = [place.folder.database.read_bytes()[:16].hex()]
    with place.open() as opened:
        care.change_key(opened, "để thử")
    salts.append(place.folder.database.read_bytes()[:16].hex())
    promises = [f"salt {salt}" for salt in salts]
    assert verify_rekeys(place.root, promises).finding is Finding.WHOLE
    shutil.copy(older / "facility.db", place.folder.database)
    assert verify_rekeys(place.root, promises).finding is not Finding.WHOLE


def test_a_facility_that_cannot_be_opened_after_its_founding_is_seen(place: Place) -> None:
    assert verify_founding(place.root, ["founded"]).finding is Finding.WHOLE
    (place.state_dir / "device-secret").unlink()
    assert verify_founding(place.root, ["founded"]).finding is Finding.HALF


@pytest.mark.parametrize("what", ["facility.db", "facility.keys"])
def test_an_undamaged_copy_counts_as_harmless(whole: vault_damage.Whole, what: str) -> None:
    content = (whole.place.folder.root / what).read_bytes()
    assert vault_damage.damaged_one(whole, what, content) == vault_damage.End.HARMLESS


def test_a_row_changed_behind_the_program_s_back_is_no_harmless_damage(
    whole: vault_damage.Whole, tmp_path: Path
) -> None:
    changed = replace(whole, place=copied(whole.place, tmp_path / "changed"))
    spoil(changed.place, "UPDATE facility_profile SET name = 'khác' WHERE code = 'U.1'")
    content = changed.place.folder.database.read_bytes()
    assert vault_damage.damaged_one(changed, "facility.db", content).startswith("rows differ")


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome("OSError", text="x"), "no plain message"),
        (Outcome("EnvironmentFault", code="file_damaged"), "look damaged"),
        (Outcome("timeout"), "no plain message"),
    ],
)
def test_a_fault_that_is_not_told_in_plain_words_is_seen(outcome: Outcome, words: str) -> None:
    assert words in vault_faults.ill_ended(outcome)


def test_a_refusal_in_plain_words_is_none() -> None:
    assert vault_faults.ill_ended(Outcome("EnvironmentFault", code="disk_full")) == ""


def test_an_empty_key_file_is_seen(place: Place) -> None:
    assert vault_faults.emptied(place.root) == ""
    place.folder.keys.write_bytes(b"")
    assert vault_faults.emptied(place.root) == "facility.keys is empty"
