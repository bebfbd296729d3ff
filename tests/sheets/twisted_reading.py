"""Everything that is done with a foreign file, one after the other, as the import will."""

from datetime import date
from typing import Any

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.legacy_text import CodePage
from facility_app.sheets.cell_marks import read_sex, read_sex_marks, read_yes_no
from facility_app.sheets.cell_numbers import read_amount, read_paper_number, read_phone
from facility_app.sheets.cells import CellReading, main_code_page, read_name, read_text
from facility_app.sheets.days import DayRule, date_habit, read_day, read_part_date
from facility_app.sheets.head_names import Names
from facility_app.sheets.header import find_list
from facility_app.sheets.reading.grid import CellValue
from facility_app.sheets.workbook import Book, read_book

TODAY = date(2026, 11, 22)
NAMES: Names = {
    "name": ("Họ và tên", "Họ tên", "Họ tên học viên", "Tên"),
    "birth": ("Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "NS"),
    "number": ("Số CCCD", "CCCD", "Số căn cước", "CCCD/CMND", "Số định danh"),
    "sex": ("Giới tính", "Nam/Nữ", "GT"),
    "sex_male": ("Giới tính Nam",),
    "sex_female": ("Giới tính Nữ",),
    "address": ("Nơi thường trú", "HKTT", "Hộ khẩu", "Địa chỉ"),
    "family_name": ("Người thân Họ tên", "Họ tên người thân"),
    "family_phone": ("Người thân Điện thoại", "SĐT người thân"),
}


def read_all(content: bytes, name: str) -> Book:
    """Open, find the list, read every cell as everything."""
    book = read_book(content, name)
    find_list(book, NAMES)
    for sheet in book.sheets:
        for column in zip(*sheet.rows[:12], strict=True):
            read_column(column, has_1904=book.has_1904)
    return book


def outcome(content: bytes, name: str) -> str:
    """``read``, or the code of the refusal in words; whatever else is raised is a fault of ours."""
    try:
        read_all(content, name)
    except FacilityError as error:
        return error.code if "{" not in error.message else "unfilled"
    return "read"


def read_column(column: tuple[CellValue, ...], *, has_1904: bool) -> list[CellReading[Any]]:
    """Every cell as everything a cell can be."""
    rule = DayRule(TODAY, latest=TODAY, has_1904=has_1904, habit=date_habit(column))
    page = main_code_page(column)
    found: list[CellReading[Any]] = []
    for value in column:
        found += readings(value, rule, page)
    return found


def readings(value: CellValue, rule: DayRule, page: CodePage | None = None) -> list[CellReading[Any]]:
    """One cell as everything it can be; said sentences are filled in."""
    made: list[CellReading[Any]] = [
        read_text(value, page),
        read_name(value, page),
        read_paper_number(value),
        read_phone(value),
        read_amount(value, units=("kg",)),
        read_sex(value),
        read_sex_marks(value, None),
        read_yes_no(value),
        read_day(value, rule),
        read_part_date(value, rule),
    ]
    for reading in made:
        for remark in (reading.doubt, reading.fault):
            assert remark is None or "{" not in remark.template.format(**dict.fromkeys(remark.params, ""))
        assert reading.value is None or reading.fault is None
    return made
