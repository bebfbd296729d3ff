"""``import``: a roster or a table of codes from a file, looked at, taken over, taken back; answers as agreed."""

import json
from pathlib import Path

import pytest

from facility_app.sheets.workbook import open_book
from tests.helpers.desk import Desk
from tests.modules.intake.lists import AN, HEADS, NOBODY
from tests.modules.treatment.test_icd_table import HEADS as ICD_HEADS
from tests.modules.treatment.test_icd_table import line
from tests.sheets.made import xlsx_of

OFFICER, PASSWORD = "Cán Bộ Tiếp Nhận", "Gió đông thổi qua cửa"


@pytest.fixture(scope="module")
def desk(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = founded_desk.copy(tmp_path_factory.mktemp("import") / "desk")
    made.add_user(OFFICER, PASSWORD, "INTAKE")
    made.add_user("Bác Sĩ", PASSWORD, "DOCTOR")
    return made


def roster(folder: Path, *rows: object) -> Path:
    file = folder / "danh sách.xlsx"
    file.write_bytes(xlsx_of([HEADS, *rows]))  # type: ignore[list-item]  # rows of cells
    return file


def test_a_roster_is_looked_at_taken_over_marked_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    by, file, marked = desk.sign(OFFICER, PASSWORD), roster(tmp_path, AN, NOBODY), tmp_path / "lỗi.xlsx"
    looked = desk.done(*by, "import", "residents", file, "--dry-run", "--out", marked)
    assert (looked["rows"], looked["accepted"], looked["undo_id"]) == (2, 1, None)
    (fault,) = looked["rejected"]
    assert (fault["row"], fault["column"], fault["value"]) == (3, "B", "30/02/1991")
    assert "không có ngày này" in fault["message"]
    assert any("không có ngày này" in str(cell) for row in open_book(marked).sheets[1].rows for cell in row)
    (told,) = [one for one in looked["remarks"] if "lý do đưa vào cơ sở" in one]
    assert "--map" in told, "the command line names its option"
    assert "F4" not in told, "and no key of the screen"
    assert desk.done(*by, "search", "Nguyễn Văn An")["total"] == 0
    made = desk.done(*by, "import", "residents", file)
    assert {"rows", "accepted", "rejected", "created", "matched", "undo_id"} <= made.keys()
    assert (made["accepted"], made["created"], made["matched"], made["stays"]) == (1, 1, 0, 1)
    assert desk.done(*by, "search", "Nguyễn Văn An")["total"] == 1
    again = desk.done(*by, "import", "residents", file)
    assert (again["accepted"], again["undo_id"]) == (0, None)
    assert again["matches"][0]["candidates"][0]["reasons"][0] == "same_number"
    assert desk.done(*by, "import", "undo", made["undo_id"])["removed"] == 1
    assert desk.done(*by, "search", "Nguyễn Văn An")["total"] == 0


def test_what_was_decided_stands_in_the_map(desk: Desk, tmp_path: Path) -> None:
    by, file = desk.sign(OFFICER, PASSWORD), roster(tmp_path, AN, NOBODY)
    chosen = desk.note(json.dumps({"columns": {"D": None}, "decisions": {"3": "skip"}}), "map.json")
    looked = desk.done(*by, "import", "residents", file, "--dry-run", "--map", chosen)
    assert (looked["accepted"], looked["skipped"], looked["rejected"]) == (1, 1, [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"columns": {"B": "nothing"}}', "bad_map"),
        ('{"decisions": {"3": {"other": 1}}}', "bad_map"),
        ('{"shared": {"months": "24"}}', "bad_map"),
        ("[1", "map_unreadable"),
        ('{"columns": {"ZZ": "name"}}', "no_such_column"),
    ],
)
def test_a_map_that_says_something_else_is_refused_at_its_place(
    desk: Desk, tmp_path: Path, content: str, code: str
) -> None:
    chosen = desk.note(content, "bad.json")
    signed = desk.sign(OFFICER, PASSWORD)
    answer = desk.ask(*signed, "import", "residents", roster(tmp_path, AN), "--dry-run", "--map", chosen)
    assert (answer.code, answer.error) == (1, code)


def test_no_file_is_written_over_and_no_broken_one_breaks_anything(desk: Desk, tmp_path: Path) -> None:
    by, file = desk.sign(OFFICER, PASSWORD), roster(tmp_path, AN)
    answer = desk.ask(*by, "import", "residents", file, "--out", file)
    assert (answer.code, answer.error) == (1, "file_exists")
    broken = tmp_path / "hỏng.xlsx"
    broken.write_bytes(file.read_bytes()[:900])
    assert desk.ask(*by, "import", "residents", broken).error == "file_broken"
    assert desk.ask(*by, "import", "undo", "0" * 32).error == "no_such_import"


def test_a_table_of_diagnoses_is_looked_at_and_taken_whole(desk: Desk, tmp_path: Path) -> None:
    by, file = desk.sign("Bác Sĩ", PASSWORD), tmp_path / "bảng mã.xlsx"
    good, bad = line("A09", "Tiêu chảy"), line("A00.0", "")
    file.write_bytes(xlsx_of([ICD_HEADS, good, bad]))
    looked = desk.done(*by, "import", "icd", file, "--from", "2027-01-01", "--dry-run")
    assert (looked["rows"], looked["accepted"], looked["table_id"]) == (2, 1, None)
    assert [(one["row"], one["column"]) for one in looked["rejected"]] == [(3, "U")]
    assert desk.ask(*by, "import", "icd", file, "--from", "2027-01-01").error == "file_has_faults"
    file.write_bytes(xlsx_of([ICD_HEADS, good]))
    assert desk.ask(*by, "import", "icd", file).code == 2, "no table without the day it begins"
    assert desk.done(*by, "import", "icd", file, "--from", "2027-01-01")["accepted"] == 1
    assert desk.ask(*by, "import", "icd", file, "--from", "2027-01-01").error == "icd_table_there"
    assert desk.ask(*desk.sign(OFFICER, PASSWORD), "import", "icd", file, "--from", "2027-01-01").error == (
        "permission_denied"
    )
