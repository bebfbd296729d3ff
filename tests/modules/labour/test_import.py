"""Days of a team from Excel: taken whole or not at all, every rule told at its cell, no cap exceeded that way."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.sheets import Mark, Quality, Shift
from facility_app.modules.labour.queries.month_file import MonthFound, read_month
from facility_app.modules.labour.service.books import ImportLabourMonth, TakenLabourMonth, import_labour_month
from facility_app.modules.labour.service.months import CloseLabourMonth, close_labour_month
from facility_app.modules.labour.service.teams import WorkTypeFacts
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui.import_page import LabourImportPage
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from facility_app.sheets.reading.grid import address
from facility_app.sheets.workbook import Book, read_book
from facility_app.ui.theme import Theme
from tests.helpers.racing import race
from tests.modules.labour.crowd import import_five_hours
from tests.modules.labour.desk import Desk
from tests.modules.labour.yard import DAY, GAPS, LABOUR, SIXTEEN, TREASURER, Yard, worked
from tests.modules.stays.house import PAPER, TODAY
from tests.sheets.made import xlsx_of

HEADS = ("TT", "Mã", "Họ và tên")


def head(place: int) -> str:
    """The head of a day of the week that begins on ``DAY``, with the long shift's hour."""
    return f"{DAY + timedelta(days=place):%d/%m/%Y} 07:00"


def book(heads: Sequence[str], *rows: Sequence[object]) -> Book:
    """A file as somebody types it."""
    return read_book(xlsx_of([("BẢNG CHẤM CÔNG",), (), (*HEADS, *heads), *rows]), "cong.xlsx")


def row(yard: Yard, resident_id: str, *cells: object) -> tuple[object, ...]:
    """One person's row."""
    ((code,),) = yard.sql("SELECT code FROM resident_card WHERE id = ?", resident_id)
    return ("", code, "", *cells)


def look(yard: Yard, file: Book, team: str = "") -> dict[str, str]:
    """Cell → what is wrong there."""
    found: MonthFound = yard.read(read_month, file, team or yard.team, by=LABOUR)
    return {"" if one.column is None else address(one.row, one.column): one.text for one in found.marks}


def take(yard: Yard, file: Book, team: str = "") -> TakenLabourMonth:
    """The verb."""
    made: TakenLabourMonth = yard.write(import_labour_month, ImportLabourMonth(file, team or yard.team), by=LABOUR)
    return made


def refused(yard: Yard, file: Book) -> str:
    """The code of its refusal."""
    return yard.refused(import_labour_month, ImportLabourMonth(file, yard.team), by=LABOUR).code


def test_every_rule_of_a_sheet_is_told_at_its_cell_with_its_article_and_nothing_is_written(yard: Yard) -> None:
    team = yard.forms("XE", yard.does(WorkTypeFacts("XE", "Xẻ gỗ", is_hazardous=True)))
    people = {
        "adult": yard.lives(team=team),
        "minor": yard.lives(SIXTEEN),
        "detox": yard.lives(detox=None),
        "ill": yard.lives(),
        "unasked": yard.lives(registered=False),
        "grown": yard.lives(),
    }
    weak = yard.lives(fit=WorkVerdict.LIMITED, team=team)
    yard.trains(weak, yard.sql("SELECT id FROM work_type WHERE code = 'XE'")[0][0])
    yard.move(send_to_hospital, yard.stay_of(people["ill"]), DAY - timedelta(days=2), **PAPER)
    cells = [("minor", 7), ("detox", 4), ("ill", "C"), ("unasked", 4), ("grown", "9"), ("adult", 8)]
    file = book([head(0)], *(row(yard, people[who], cell) for who, cell in cells))
    said = look(yard, file)
    told = {cell: text for cell, text in said.items() if cell.startswith("D")}
    articles = {"D4": "Đ128.1b", "D5": "Đ87.3", "D6": "Đ", "D7": "Đ117.2", "D8": "Đ117.1"}
    assert set(told) == set(articles)
    assert all(article in told[cell] for cell, article in articles.items()), told
    assert "nằm viện" in told["D6"]
    # Somebody of another team is nobody here.
    assert "không có ai mã" in said["B9"].lower()
    assert refused(yard, file) == "file_has_faults"
    assert yard.sql("SELECT count(*) FROM labour_mark") == [(0,)]
    assert "không đủ sức khỏe cho việc" in look(yard, book([head(0)], row(yard, weak, 4)), team)["D4"]


def test_cells_and_heads_that_cannot_be_read_are_told_where_they_stand(yard: Yard) -> None:
    one = yard.lives()
    again = row(yard, one, 4, 4, 4, 4)
    heads = [head(0), head(8), "ngày đẹp", head(0)]
    rows = [again, again, ("", "XX-1", "", 4), ("", "", "", 4), (*row(yard, one)[:2], "Người Khác", 4)]
    said = look(yard, book(heads, *rows))
    assert {cell: text.split(":")[0][:24] for cell, text in said.items()} == {
        "B5": "Mã này đã có ở dòng 4. H",
        "B6": "Không có ai mã “XX-1” tr",
        "B7": "Dòng này thiếu mã người.",
        "B8": "Mã này đã có ở dòng 4. H",
        "E3": "Ngày 02/02/2027 chưa đến",
        "F3": "Đầu cột “ngày đẹp” không",
        "G3": "Ngày, ca này đã có ở cột",
    }
    assert list(look(yard, book([head(0)], row(yard, one, "mười")))) == ["D4"]
    other = read_book(xlsx_of([("Mã tổ: T9",), (*HEADS, head(0)), row(yard, one, 4)]), "cong.xlsx")
    assert list(look(yard, other)) == ["A1"]
    assert refused(yard, book(["x"], ("", "", ""))) == "no_days"
    assert refused(yard, read_book(xlsx_of([("a",)]), "a.xlsx")) == "no_heads"


def test_a_week_in_one_file_stands_under_the_cap_of_the_week_and_is_taken_once(yard: Yard) -> None:
    person, ill = yard.lives(), yard.lives()
    heads = [head(place) for place in range(6)]
    over = book([*heads, head(6)], row(yard, person, *["8"] * 6, "1"))
    assert {cell: "Đ117.1" in text for cell, text in look(yard, over).items()} == {"J4": True}
    # The whole shift of the team is eight hours.
    file = book(heads, row(yard, person, 8, "C", "7,5", "7:30", "8", 4), row(yard, ill, "O", "", "", "", "", "v"))
    assert take(yard, file) == TakenLabourMonth(6, 0, 0)
    assert [minutes for _, minutes in yard.minutes(person)] == [480, 480, 450, 450, 480, 240]
    assert [day for day, _ in yard.minutes(ill)] == ["2027-01-25", "2027-01-30"]
    assert take(yard, file) == TakenLabourMonth(0, 0, 6)
    # What the file does not have stays; fewer hours are a correction.
    yard.keeps((SheetLine(person, Mark.WORKED, 480, 12_000, Quality.GOOD, "tốt"),), DAY, shift=Shift(420, 960, 60))
    assert take(yard, book([head(0)], row(yard, person, 6))) == TakenLabourMonth(0, 1, 0)
    asked = "SELECT minutes, output_milli, quality FROM labour_mark WHERE resident_id = ? ORDER BY held_on LIMIT 1"
    assert yard.sql(asked, person) == [(360, 12_000, "good")]


def test_a_closed_month_and_a_stale_look_are_refused(yard: Yard) -> None:
    person = yard.lives()
    file = book([head(0)], row(yard, person, 8))
    found: MonthFound = yard.read(read_month, file, yard.team, by=LABOUR)
    yard.works(person, 4)
    stale = ImportLabourMonth(file, yard.team, found.versions)
    assert yard.refused(import_labour_month, stale, by=LABOUR).code == "record_changed"
    yard.write(
        close_labour_month, CloseLabourMonth(date(2027, 1, 1), officer_name="Thu", gap_note=GAPS), by=TREASURER
    )
    assert {cell: "Đ118.1a" in text for cell, text in look(yard, file).items()} == {"D3": True}
    assert yard.minutes(person) == [("2027-01-25", 240)]


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    tenths=st.lists(st.integers(0, 62), min_size=7, max_size=7),
    stands=st.dictionaries(st.integers(0, 6), st.integers(1, 60), max_size=5),
)
@example(tenths=[60] * 5 + [0, 0], stands={})
@example(tenths=[60] * 5 + [1, 0], stands={})
@example(tenths=[60, 60, 60, 60, 0, 0, 1], stands={4: 60})
@example(tenths=[61, 0, 0, 0, 0, 0, 0], stands={})
def test_by_whatever_file_nobody_comes_over_a_cap_and_what_breaks_none_is_taken(
    yard: Yard, tenths: list[int], stands: dict[int, int]
) -> None:
    """A sixteen-year-old: 6 hours a day, 30 a week (Đ128.1b), with what sheets typed in say already."""
    person = yard.lives(SIXTEEN)
    for place, tenth in stands.items():
        yard.works(person, tenth / 10, DAY + timedelta(days=place))
    there = dict(yard.minutes(person))
    days = [(DAY + timedelta(days=place)).isoformat() for place in range(7)]
    cells = [f"{tenth // 10},{tenth % 10}" if tenth else "" for tenth in tenths]
    file = book([head(place) for place in range(7)], row(yard, person, *cells))
    wished = {day: tenth * 6 or there.get(day, 0) for day, tenth in zip(days, tenths, strict=True)}
    is_right = max(wished.values()) <= 360 and sum(wished.values()) <= 1_800
    if not is_right:
        assert refused(yard, file) == "file_has_faults"
        assert dict(yard.minutes(person)) == there
    else:
        if any(tenths):
            take(yard, file)
        assert dict(yard.minutes(person)) == {day: minutes for day, minutes in wished.items() if minutes}


def test_hours_moved_between_days_are_taken_as_the_week_they_make(yard: Yard) -> None:
    """Forty-eight hours stand of two people, all there may be (Đ117.1); on each day one works more, one less."""
    one, other = yard.lives(), yard.lives()
    for place, hours in enumerate((8, 8, 8, 8, 8, 4, 4)):
        yard.keeps((worked(one, hours), worked(other, hours)), DAY + timedelta(days=place))
    heads = [head(5), head(6)]
    over = book(heads, row(yard, one, 8, "0,5"), row(yard, other, "v", 8))
    assert {cell: "Đ117.1" in text for cell, text in look(yard, over).items()} == {"D4": True}
    assert refused(yard, over) == "file_has_faults"
    assert take(yard, book(heads, row(yard, one, 8, "o"), row(yard, other, "v", 8))) == TakenLabourMonth(0, 2, 0)
    assert [minutes for _, minutes in yard.minutes(one)][5:] == [480, 0]
    assert [minutes for _, minutes in yard.minutes(other)][5:] == [0, 480]


def test_two_files_at_once_end_under_the_cap_of_the_week(yard: Yard) -> None:
    """Forty hours stand; each file would be right without the other."""
    person = yard.lives()
    for place in range(5):
        yard.works(person, 8, DAY + timedelta(days=place))
    ((code,),) = yard.sql("SELECT code FROM resident_card WHERE id = ?", person)
    folder, days = yard.facility.file.folder, [DAY + timedelta(days=place) for place in (5, 6)]
    yard.facility.database.close()
    answers = race(import_five_hours, *((folder, yard.team, code, day.isoformat()) for day in days))
    assert sorted(answers) == ["file_has_faults", "kept"]
    yard.facility.database = yard.facility.file.database()
    assert sum(minutes for _, minutes in yard.minutes(person)) == 45 * 60


def test_the_blank_of_a_team_comes_back_and_a_fault_is_told_at_its_cell(
    yard: Yard, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    person = yard.lives()
    yard.keeps((worked(person, 6),), TODAY)
    desk = Desk(yard, dressed, qtbot)
    page = desk.open(LabourImportPage, places.IMPORT_MONTH, yard.team, day=TODAY.isoformat())
    page.write_blank(str(tmp_path / "mau.xlsx"))
    page.take(str(tmp_path / "mau.xlsx"))
    assert page.faults.rows == ()
    page.import_now()
    assert yard.minutes(person) == [(TODAY.isoformat(), 360)]
    path = tmp_path / "cong.xlsx"
    path.write_bytes(xlsx_of([(*HEADS, head(0)), row(yard, person, 9)]))
    page.take(str(path))
    told: list[Any] = list(page.faults.rows)
    assert [(one.cell, one.value, "Đ117.1" in one.text) for one in told] == [("D2", "9", True)]
    (action,) = [act for act in page.main_actions() if act.id.endswith("_take")]
    assert action.why_not() is not None
