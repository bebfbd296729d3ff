"""A table as a spreadsheet: nothing turns into something else, nothing is lost silently, no half file is left."""

import errno
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.money import Money
from facility_app.sheets import table_writer
from facility_app.sheets.table_writer import CUT, LONGEST_TEXT, Written, write_table

FIRST = 3


def read(path: Path) -> list[list[object]]:
    """Every row below the heads."""
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    return [list[object](row) for row in sheet.to_python()][FIRST:]


def written(path: Path, *rows: Sequence[object], **options: object) -> list[list[object]]:
    """Write these rows and read them back."""
    heads = [f"h{number}" for number in range(len(rows[0]))]
    write_table(path / "a.xlsx", "Danh sách", heads, rows, **options)  # type: ignore[arg-type]
    return read(path / "a.xlsx")


def test_cells_keep_their_type(tmp_path: Path) -> None:
    instant = datetime(2026, 2, 1, 20, 30, tzinfo=UTC)
    cells = ["Đỗ Thị Lan", 7, Decimal("1.5"), Money(2_024_000), date(2026, 2, 1), instant, True, False, None]
    [row] = written(tmp_path, cells)
    assert row == [
        "Đỗ Thị Lan",
        7.0,
        1.5,
        2_024_000.0,
        date(2026, 2, 1),
        datetime(2026, 2, 2, 3, 30),  # noqa: DTZ001 - a spreadsheet knows no zones
        "Có",
        "Không",
        "",
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+84", "-1", "@a", "http://a.vn", "0012", "1E5", "TRUE", "{=A1}", "a\x01b"]
)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, [text, "x"]) == [[text, "x"]]
    with ZipFile(tmp_path / "a.xlsx") as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_paper_number_keeps_its_zero_whatever_its_type(tmp_path: Path) -> None:
    assert written(tmp_path, ["001099012345", 12], text_columns={0, 1}) == [["001099012345", "12"]]


def test_what_excel_cannot_count_is_written_as_text(tmp_path: Path) -> None:
    cells = [10**17, date(1850, 1, 2), Money(10**17), -(10**15)]
    assert written(tmp_path, cells) == [
        ["100000000000000000", "02/01/1850", "100.000.000.000.000.000 ₫", "-1000000000000000"]
    ]


def test_a_text_too_long_is_cut_and_counted(tmp_path: Path) -> None:
    rows = [["x" * 40_000, "y" * LONGEST_TEXT]]
    done = write_table(tmp_path / "a.xlsx", "t", ["a", "b"], rows)
    assert done == Written(1, 1)
    [[long, fitting]] = read(tmp_path / "a.xlsx")
    assert isinstance(long, str)
    assert len(long) == LONGEST_TEXT
    assert long.endswith(CUT)
    assert fitting == "y" * LONGEST_TEXT


def test_heads_title_and_notes_stand_above(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, "Danh sách: khu A/B", ["Tên"], [["a"]], notes=["Khu A", "Lan, 07:30"])
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Danh sách  khu A B"]
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["Danh sách: khu A/B", "Khu A", "Lan, 07:30", "", "Tên", "a"]


def test_an_empty_table_is_a_table(tmp_path: Path) -> None:
    assert write_table(tmp_path / "a.xlsx", "t", ["a"], []) == Written(0, 0)
    assert read(tmp_path / "a.xlsx") == []


def test_the_same_rows_make_the_same_file(tmp_path: Path) -> None:
    at = datetime(2026, 2, 1, tzinfo=UTC)
    for name in ("a", "b"):
        write_table(tmp_path / f"{name}.xlsx", "t", ["a"], [["x"]], made_at=at)
    with ZipFile(tmp_path / "a.xlsx") as one, ZipFile(tmp_path / "b.xlsx") as other:
        assert {part: one.read(part) for part in one.namelist()} == {
            part: other.read(part) for part in other.namelist()
        }


class StopError(Exception):
    """What a user's stop looks like from here."""


def test_a_stop_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def stop(done: int) -> None:
        if done == 2:
            raise StopError

    with pytest.raises(StopError):
        write_table(path, "t", ["a"], [["x"]] * 5, on_row=stop)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as refusal:
        write_table(tmp_path / "none" / "a.xlsx", "t", ["a"], [["x"]])
    assert refusal.value.code == "file_not_written"
    assert "a.xlsx" in refusal.value.message


def test_a_disk_that_fills_up_at_the_last_step_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def full(_zip: ZipFile, *_part: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(ZipFile, "write", full)
    with pytest.raises(EnvironmentFault) as refusal:
        write_table(path, "t", ["a"], [["x"]])
    assert refusal.value.code == "disk_full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_sheet_is_not_written_over_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(UserError) as refusal:
        write_table(tmp_path / "a.xlsx", "t", ["a"], [["x"]])
    assert refusal.value.code == "not_a_file"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_writer, "MOST_ROWS", 3)
    with pytest.raises(UserError) as refusal:
        write_table(tmp_path / "a.xlsx", "t", ["a"], [["x"]] * 4)
    assert refusal.value.code == "too_many_rows"
    assert list(tmp_path.iterdir()) == []


def test_rows_are_taken_one_at_a_time(tmp_path: Path) -> None:
    told: list[int] = []

    def rows() -> Iterator[list[str]]:
        for number in range(3):
            assert len(told) == number
            yield ["x"]

    write_table(tmp_path / "a.xlsx", "t", ["a"], rows(), on_row=told.append)
    assert told == [1, 2, 3]


@given(
    texts=st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5)
)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    [row] = written(tmp_path_factory.mktemp("t"), [*texts, "end"])
    assert [str(cell).replace("\r\n", "\n").replace("\r", "\n") for cell in row] == [
        text.replace("\r\n", "\n").replace("\r", "\n") for text in [*texts, "end"]
    ]
