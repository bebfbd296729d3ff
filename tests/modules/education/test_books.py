"""Timetables and attendance sheets from Excel: taken whole or not at all, every fault told at its cell."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from facility_app.kernel.actor import Role
from facility_app.kernel.names import fold
from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.domain.classes import ClassKind
from facility_app.modules.education.queries.classes import list_hours
from facility_app.modules.education.queries.month_book import MonthFound, read_month
from facility_app.modules.education.queries.week_book import WeekFound, read_week, week_table
from facility_app.modules.education.service.books import (
    ImportMonth,
    TakenMonth,
    TakenWeek,
    import_month,
    import_week,
    take_attendance_month,
)
from facility_app.modules.education.service.sheets import (
    CancelSession,
    PlanSession,
    cancel_session,
    plan_session,
)
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.sheets.reading.grid import address
from facility_app.sheets.table_writer import write_made
from facility_app.sheets.workbook import Book, open_book, read_book
from tests.helpers.cases import each
from tests.modules.education.school import EIGHT, MONDAY, TEACHER, TEN, School
from tests.sheets.made import xlsx

WEEK = ("Mã lớp", "Tên lớp", "Thứ", "Giờ vào lớp", "Giờ tan", "Phòng", "Từ ngày", "Lý do vẫn xếp dù trùng lịch")
JANUARY_25 = date(2027, 1, 25)
FIRST, SECOND = "25/01/2027 08:00", "01/02/2027 08:00"


def week(*rows: Sequence[object], heads: Sequence[object] = WEEK) -> Book:
    return made([("THỜI KHÓA BIỂU",), (), heads, *rows], "tuan.xlsx")


def made(rows: Sequence[Sequence[object]], name: str) -> Book:
    """A real workbook, with cells of days and times where the rows have them."""

    def fill(_book: Workbook, sheet: Worksheet) -> None:
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return read_book(xlsx(fill, {"default_date_format": "dd/mm/yyyy hh:mm"}), name)


def told(found: WeekFound | MonthFound) -> dict[str, str]:
    """Cell → the beginning of what is wrong there."""
    return {"" if one.column is None else address(one.row, one.column): fold(one.text)[:24] for one in found.marks}


def month(school: School, *rows: Sequence[object], heads: Sequence[object] = (FIRST, SECOND)) -> Book:
    """The sheet of the class of law: the first row of cells is the first pupil's."""
    people = [(n, code, "", *cells) for n, (code, cells) in enumerate(zip(codes(school), rows, strict=False), 1)]
    return made([("Mã lớp: PL1",), ("TT", "Mã", "Họ và tên", *heads), *people], "thang.xlsx")


def codes(school: School) -> list[str]:
    return [one.code for one in sorted(school.sheet().lines, key=lambda one: school.pupils.index(one.resident_id))]


def take(school: School, book: Book) -> TakenMonth:
    found = school.read(read_month, book, school.law, by=TEACHER)
    return school.write(import_month, ImportMonth(book, school.law, found.versions), by=TEACHER)


def test_a_timetable_is_taken_as_people_write_it(school: School) -> None:
    school.opens("VN", ClassKind.CULTURE, teacher_id=school.other_teacher)
    book = week(
        ("VN", "", "Thứ 3", time(14), "15h30"),
        ("vn", "tên không quan trọng", "T5", 0.5625, 1500, None, date(2027, 2, 4)),
        ("PL1", "", "CN", "7:00", "8:30"),
        (None, None, None, None, None),
    )
    assert told(school.read(read_week, book, by=TEACHER)) == {}
    assert school.write(import_week, book, by=TEACHER) == TakenWeek(3, 0)
    hours = school.sql(
        "SELECT weekday, starts, ends, from_on FROM class_hour WHERE from_on >= '2027-02-01' ORDER BY weekday"
    )
    assert hours == [
        (2, 840, 930, "2027-02-01"), (4, 810, 900, "2027-02-04"), (7, 420, 510, "2027-02-01"),
    ]  # fmt: skip
    assert school.verbs()[-4:].count("education.add_hour") == 3
    assert "education.import_week" in school.verbs()
    # The same file again says nothing new.
    assert school.write(import_week, book, by=TEACHER) == TakenWeek(0, 3)


WEEK_FAULTS: dict[str, tuple[tuple[object, ...], dict[str, str]]] = {
    "no class": (("ZZ", "", "Thứ ba", "07:00", "08:00"), {"A4": "khong co lop nao ma"}),
    "a class missing": ((None, "", "Thứ ba", "07:00", "08:00"), {"A4": "thieu ma lop"}),
    "no weekday": (("PL1", "", "Thứ tám", "07:00", "08:00"), {"C4": "“thu tam” khong phai thu"}),
    "no time": (("PL1", "", "Thứ ba", "sáng", "08:00"), {"D4": "“sang” khong phai gio"}),
    "two faults at once": (("PL1", "", "Thứ ba", None, "25:00"), {"D4": "thieu gio vao lop", "E4": "“25:00”"}),
    "ends before it begins": (("PL1", "", "Thứ ba", "08:00", "07:00"), {"E4": "gio tan phai sau"}),
    "far too long": (("PL1", "", "Thứ ba", "06:00", "16:00"), {"E4": "mot buoi dai tu"}),
    "the class has an hour then": (("PL1", "", "Thứ hai", "09:00", "11:00"), {"D4": "lop da co gio hoc"}),
    "no such room": (("PL1", "", "Thứ ba", "07:00", "08:00", "P.99"), {"F4": "khong co phong"}),
    "no day": (("PL1", "", "Thứ ba", "07:00", "08:00", "", "31/02/2027"), {"G4": ""}),
    "before the class began": (("PL1", "", "Thứ ba", "07:00", "08:00", "", "01/12/2026"), {"G4": "lop mo tu"}),
    "the teacher is taken": (("BAN", "", "Thứ hai", "09:00", "10:30"), {"D4": "trung lich"}),
}


@each("name", WEEK_FAULTS)
def test_a_fault_of_a_timetable_is_told_at_its_cell_and_nothing_is_taken(school: School, name: str) -> None:
    row, wanted = WEEK_FAULTS[name]
    if name == "the teacher is taken":
        school.opens("BAN", ClassKind.SPORT)
    good = ("PL1", "", "Thứ bảy", "07:00", "08:00")
    book = week(row, good)
    found = told(school.read(read_week, book, by=TEACHER))
    assert {cell: text[: len(wanted.get(cell, ""))] for cell, text in found.items()} == wanted
    before = school.read(list_hours, by=TEACHER)
    assert school.refused(import_week, book, by=TEACHER).code == "file_has_faults"
    assert school.read(list_hours, by=TEACHER) == before


def test_rows_of_one_timetable_are_held_against_each_other(school: School) -> None:
    school.opens("A", ClassKind.SPORT)
    school.opens("B", ClassKind.PEER)
    twice = week(("A", "", 3, "07:00", "08:00"), ("A", "", "Thứ ba", "07:30", "08:30"))
    assert told(school.read(read_week, twice, by=TEACHER)) == {"D5": "gio nay trung voi dong 4"}
    # One teacher cannot hold both; both rows say so, and a reason lets them stand.
    both = [("A", "", 3, "07:00", "08:00"), ("B", "", 3, "07:30", "08:30")]
    assert set(told(school.read(read_week, week(*both), by=TEACHER))) == {"D4", "D5"}
    why = [(*row, "", "", "dạy chung hai lớp") for row in both]
    assert school.write(import_week, week(*why), by=TEACHER) == TakenWeek(2, 0)
    reasons = school.sql("SELECT clash_reason FROM class_hour WHERE weekday = 2")
    assert reasons == [("dạy chung hai lớp",)] * 2


def test_a_new_hour_is_held_against_what_another_class_of_the_file_has_already(school: School) -> None:
    # B has Tuesday at seven already and gets another hour by the file; A wants Tuesday at seven.
    b = school.opens("B", ClassKind.PEER)
    school.opens("A", ClassKind.SPORT)
    school.hour(b, 2, 420, 480)
    book = week(("B", "", "Thứ sáu", "07:00", "08:00"), ("A", "", "Thứ ba", "07:00", "08:00"))
    assert told(school.read(read_week, book, by=TEACHER)).keys() == {"D5"}


def test_a_file_that_is_no_timetable_is_refused_in_words(school: School) -> None:
    assert school.refused(read_week, week(heads=("Họ tên", "Ngày sinh")), by=TEACHER).code == "no_heads"
    lacking = week(("PL1", "Thứ ba"), heads=("Mã lớp", "Thứ"))
    assert school.refused(read_week, lacking, by=TEACHER).code == "no_such_column"


def test_the_timetable_saved_by_the_program_is_read_again_without_a_fault(school: School, tmp_path: Path) -> None:
    school.opens("VN", ClassKind.CULTURE)
    write_made(tmp_path / "tuan.xlsx", school.read(week_table, by=TEACHER))
    book = open_book(tmp_path / "tuan.xlsx")
    found = school.read(read_week, book, by=TEACHER)
    assert (found.known, found.hours, found.marks) == (1, (), ())


def test_a_month_is_taken_lesson_by_lesson(school: School) -> None:
    book = month(school, ("c", "M"), ("C", "C"), ("P: đi khám", "C"), ("V", "có mặt"), ("C", "Vắng có lý do"))
    assert take(school, book) == TakenMonth(2, 0, 0)
    kept = school.sql(
        "SELECT held_on, mark, reason FROM attendance WHERE voided_at IS NULL AND mark <> 'present'"
        " ORDER BY held_on, mark"
    )
    assert kept == [
        ("2027-01-25", "excused", "đi khám"), ("2027-01-25", "unexcused", None),
        ("2027-02-01", "excused", None), ("2027-02-01", "late", None),
    ]  # fmt: skip
    assert "education.import_month" in school.verbs()
    # Again: nothing new. A cell written otherwise corrects that sheet alone; the reason known before stays.
    assert take(school, book) == TakenMonth(0, 0, 2)
    other = month(school, ("C", "M"), ("C", "V"), ("P", "C"), ("V", "C"), ("C", "P"))
    assert take(school, other) == TakenMonth(0, 1, 1)
    assert school.sql("SELECT reason FROM attendance WHERE reason IS NOT NULL") == [("đi khám",)]


def test_a_column_that_nobody_filled_in_is_no_sheet(school: School) -> None:
    assert take(school, month(school, *[("C", None)] * 5)) == TakenMonth(1, 0, 0)
    assert school.sql("SELECT DISTINCT held_on FROM attendance") == [("2027-01-25",)]


def full(*odd: tuple[int, object]) -> list[tuple[object, object]]:
    """Everybody present in the first lesson but for those; nothing said of the second."""
    told_of = dict(odd)
    return [(told_of.get(place, "C"), None) for place in range(5)]


MONTH_FAULTS: dict[str, tuple[list[tuple[object, object]], tuple[object, ...], dict[str, str]]] = {
    "no mark": (full((1, "X")), (), {"D4": "“x” khong phai ky hieu"}),
    "a number": (full((0, 1)), (), {"D3": "“1” khong phai ky hieu"}),
    "one person left out": (full((3, None)), (), {"D6": "chua diem danh nguoi nay"}),
    "inside but said to be elsewhere": (full((2, "K")), (), {"D5": ""}),
    "no lesson that day": (full(), ("26/01/2027 08:00", SECOND), {"D2": "lop khong co buoi hoc"}),
    "no lesson at that time": (full(), ("25/01/2027 09:00", SECOND), {"D2": "lop khong co buoi hoc"}),
    "no day at all": (full(), ("31/02/2027", SECOND), {"D2": "dau cot"}),
    "a head that is a number": (full(), (25, SECOND), {"D2": "dau cot"}),
    "a lesson to come": (full(), ("08/02/2027 08:00", SECOND), {"D2": "buoi hoc chua den ngay"}),
    "one lesson twice": ([("C", "C")] * 5, (FIRST, "25/01/2027"), {"E2": "buoi nay da co o cot"}),
}


@each("name", MONTH_FAULTS)
def test_a_fault_of_an_attendance_sheet_is_told_at_its_cell_and_nothing_is_taken(
    school: School, name: str
) -> None:
    rows, heads, wanted = MONTH_FAULTS[name]
    book = month(school, *rows, heads=heads or (FIRST, SECOND))
    found = told(school.read(read_month, book, school.law, by=TEACHER))
    assert {cell: text[: len(wanted.get(cell, ""))] for cell, text in found.items()} == wanted
    assert school.refused(import_month, ImportMonth(book, school.law), by=TEACHER).code == "file_has_faults"
    assert school.sql("SELECT count(*) FROM class_session") == [(0,)]


def test_people_of_a_file_are_held_against_the_class(school: School) -> None:
    known = codes(school)
    stranger = school.lives()
    ((other,),) = school.sql(f"SELECT code FROM resident WHERE id = '{stranger}'")
    names = {one.code: one.name for one in school.sheet().lines}
    heads = ("TT", "Mã", "Họ và tên", FIRST)
    rows = [
        (1, known[0], names[known[0]].upper(), "C"), (2, known[1], "Người Khác Tên", "C"), (3, other, "", "C"),
        (4, known[0], "", "C"), (5, None, "", "C"), (None, None, "Cộng", None),
    ]  # fmt: skip
    book = made([heads, *rows], "thang.xlsx")
    assert told(school.read(read_month, book, school.law, by=TEACHER)) == {
        "D1": fold("Buổi này thiếu 3 người của lớp")[:24], "C3": fold(f"Mã {known[1]} là của người khác")[:24],
        "B4": fold(f"Không có ai mã “{other}”")[:24], "B5": fold("Mã này đã có ở dòng 2. Hãy")[:24],
        "B6": fold("Dòng này thiếu mã người.")[:24],
    }  # fmt: skip


def test_who_was_in_hospital_is_marked_by_the_program_and_not_by_the_file(school: School) -> None:
    school.move(send_to_hospital, school.stays[school.pupils[0]], date(2027, 1, 22), by=(Role.DOCTOR,))
    wrong = month(school, *full())
    assert set(told(school.read(read_month, wrong, school.law, by=TEACHER))) == {"D3"}
    for said in (None, "K"):
        assert told(school.read(read_month, month(school, *full((0, said))), school.law, by=TEACHER)) == {}
    assert take(school, month(school, *full((0, None)))) == TakenMonth(1, 0, 0)
    assert school.marks()[school.pupils[0]] == "elsewhere"


def test_a_file_of_another_class_is_refused_at_the_line_that_says_so(school: School) -> None:
    book = month(school, *full())
    other = school.opens("PL2", teacher_id=school.other_teacher)
    school.hour(other, 2)
    school.join(other, *school.pupils)
    assert "A1" in told(school.read(read_month, book, other, by=TEACHER))


def test_a_lesson_that_was_cancelled_takes_no_marks(school: School) -> None:
    school.write(cancel_session, CancelSession(school.law, JANUARY_25, EIGHT, TEN, "mưa bão"), by=TEACHER)
    found = school.read(read_month, month(school, *full()), school.law, by=TEACHER)
    assert told(found) == {"D2": fold("Buổi này đã ghi nghỉ học")[:24]}


def test_a_day_alone_names_its_lesson_unless_there_are_two(school: School) -> None:
    alone = month(school, *full(), heads=(JANUARY_25, SECOND))
    assert told(school.read(read_month, alone, school.law, by=TEACHER)) == {}
    school.write(plan_session, PlanSession(school.law, JANUARY_25, 840, 900), by=TEACHER)
    assert set(told(school.read(read_month, alone, school.law, by=TEACHER))) == {"D2"}
    at = datetime(2027, 1, 25, 8)  # noqa: DTZ001 - a sheet's clock has no zone
    assert told(school.read(read_month, month(school, *full(), heads=(at, SECOND)), school.law, by=TEACHER)) == {}


def test_a_sheet_kept_since_the_file_was_looked_through_is_not_written_over(school: School) -> None:
    book = month(school, *full((0, "V")))
    seen = school.read(read_month, book, school.law, by=TEACHER).versions
    school.keep(JANUARY_25)
    refused = school.refused(import_month, ImportMonth(book, school.law, seen), by=TEACHER)
    assert refused.code == "record_changed"
    assert set(school.marks().values()) == {"present"}


def test_the_month_saved_by_the_program_is_read_again_without_a_fault(school: School, tmp_path: Path) -> None:
    school.keep(JANUARY_25, p1=Mark.LATE, p2=Mark.EXCUSED)
    table = school.write(take_attendance_month, school.law, JANUARY_25, by=TEACHER)
    write_made(tmp_path / "thang.xlsx", table)
    found = school.read(read_month, open_book(tmp_path / "thang.xlsx"), school.law, by=TEACHER)
    assert (found.same, found.sheets, found.marks) == (1, (), ())
    assert school.verbs()[-1] == "education.take_attendance"
    assert len(table.rows) == 5
    assert MONDAY - timedelta(days=7) == JANUARY_25
