"""A damaged definition is never half read, versions stand beside each other, and the shelf names the file."""

from pathlib import Path

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.kernel.errors import EnvironmentFault
from facility_app.modules.treatment.domain import (
    InstrumentLibrary,
    english_of_treatment,
    instruments,
    read_instrument,
    score,
)
from tests.helpers.cases import each
from tests.modules.treatment.published import LIBRARY, instrument

FOLDER = resources_folder() / "instruments"
COWS = (FOLDER / "COWS.toml").read_text(encoding="utf-8")
ASSIST = (FOLDER / "ASSIST.toml").read_text(encoding="utf-8")
NEWS2 = (FOLDER / "NEWS2.toml").read_text(encoding="utf-8")
AUDIT = (FOLDER / "AUDIT.toml").read_text(encoding="utf-8")

DAMAGED = {
    "a word nobody knows": COWS.replace('rater = "staff"', 'rater = "staff"\nrated = "x"'),
    "an item's word nobody knows": COWS.replace('vital = "pulse"', 'vitals = "pulse"'),
    "a rater nobody knows": COWS.replace('rater = "staff"', 'rater = "robot"'),
    "no licence": COWS.replace("licence = ", "# licence = "),
    "an item twice": COWS.replace('key = "11"', 'key = "10"'),
    "a value twice": COWS.replace('[[0, "Da nhẵn"', '[[3, "Da nhẵn"'),
    "bands that begin above the least total": COWS.replace('["none", 0,', '["none", 1,'),
    "bands that fall": COWS.replace('["mild", 5,', '["mild", 15,'),
    "an item without answers": ASSIST.replace(
        'text = ["Đã từng dùng", "Ever used"]\noptions', "text = ['', '']\nx"
    ),
    "a part with bands that are not there": ASSIST.replace('bands = "alcohol"', 'bands = "beer"'),
    "an alert on an item that is not there": NEWS2.replace('items = ["rr"]', 'items = ["breath"]'),
    "an alert with a word nobody knows": NEWS2.replace("below = 7", "under = 7"),
    "an alert on a subscore that is not there": AUDIT.replace('subscore = "dependence"', 'subscore = "x"'),
    "a measured value that may count nothing": NEWS2.replace(", { points = 2 }]", "]"),
    "no TOML": COWS.replace("[[item]]", "[[item", 1),
    "two names for one item": NEWS2.replace('"heart rate"', '"systolic"'),
}


@each("what", DAMAGED)
def test_a_damaged_definition_is_not_read(what: str) -> None:
    assert DAMAGED[what] not in {COWS, ASSIST, NEWS2, AUDIT}
    with pytest.raises((ValueError, KeyError)):
        read_instrument(DAMAGED[what])


def test_a_damaged_or_missing_file_is_a_fault_that_names_it(tmp_path: Path) -> None:
    shelf = ResourceShelf(tmp_path / "catalogues")
    with pytest.raises(EnvironmentFault) as missing:
        instruments(shelf)
    assert missing.value.code == "list_unreadable"
    assert "instruments" in missing.value.message
    folder = tmp_path / "instruments"
    folder.mkdir()
    folder.joinpath("COWS.toml").write_text(COWS, encoding="utf-8")
    folder.joinpath("x.toml").write_text("code = 1", encoding="utf-8")
    with pytest.raises(EnvironmentFault) as damaged:
        instruments(shelf)
    assert "x.toml" in damaged.value.message
    folder.joinpath("x.toml").unlink()
    assert [one.code for one in instruments(shelf)] == ["COWS"]
    assert instruments(shelf).get("cows").digest == instrument("COWS").digest, "read once, then kept"
    with pytest.raises(RuntimeError):
        instruments(None)


def test_the_newest_version_is_offered_and_an_older_one_still_reads_old_answers() -> None:
    newer = read_instrument(COWS.replace("version = 1", "version = 2").replace('["mild", 5,', '["mild", 6,'))
    library = InstrumentLibrary.of([newer, instrument("COWS")])
    assert [one.version for one in library] == [2]
    assert library.get("COWS").version == 2
    answers = {**dict.fromkeys(map(str, range(1, 12)), 0), "3": 5}
    found = [score(library.get("COWS", version), answers).band for version in (1, 2)]
    assert [band and band.code for band in found] == ["mild", "none"]
    assert newer.digest != instrument("COWS").digest
    with pytest.raises(ValueError, match="twice"):
        InstrumentLibrary.of([newer, read_instrument(COWS.replace("version = 1", "version = 2"))])


def test_comments_and_blank_lines_leave_the_digest_alone() -> None:
    assert read_instrument(f"# another note\n\n{COWS}").digest == instrument("COWS").digest
    assert read_instrument(COWS.replace("Nổi da gà", "Nổi gai ốc")).digest != instrument("COWS").digest


def test_codes_are_found_without_signs_and_capitals() -> None:
    assert LIBRARY.get("ciwa ar").code == "CIWA-Ar"
    assert LIBRARY.get("phq9").code == "PHQ-9"


def test_every_word_of_the_lists_has_its_english() -> None:
    english = english_of_treatment(ResourceShelf(resources_folder() / "catalogues"))
    assert all(text.strip() and said.strip() for (_, text), said in english.items())
    assert english["instruments", "Ngáp, quan sát khi đánh giá"] == "Yawning"
    assert english["clinical", "Tâm thần phân liệt"] == "Schizophrenia"
