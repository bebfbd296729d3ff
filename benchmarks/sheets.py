"""What reading a roster costs: opened, its list found, every cell read; against the library alone."""

import io
import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Final

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from benchmarks.figures import Figure
from facility_app.sheets.cell_marks import read_sex
from facility_app.sheets.cell_numbers import read_amount, read_paper_number, read_phone
from facility_app.sheets.cells import CellReading, main_code_page, read_name, read_text
from facility_app.sheets.days import DayRule, date_habit, read_day, read_part_date
from facility_app.sheets.header import find_list
from facility_app.sheets.reading.grid import CellValue
from facility_app.sheets.workbook import read_book

ROWS, COLUMNS = 2_500, 20
MOST_S = 3.0
TODAY: Final = date(2026, 11, 22)
FAMILY: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
MIDDLE: Final = ("Văn", "Thị", "Hữu", "Đức", "Ngọc", "Minh", "Quốc", "Thanh", "Xuân", "Kim")
GIVEN: Final = (
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Đạt",
    "Giang",
    "Hạnh",
    "Khánh",
    "Lộc",
    "Mỹ",
    "Nghĩa",
    "Oanh",
    "Phượng",
)
PLACES: Final = ("xã Mỹ Lộc, tỉnh Nam Định", "phường Gò Vấp, Thành phố Hồ Chí Minh", "xã Đắk Wil, huyện Cư Jút")
NAMES: Final = {
    "name": ("Họ và tên",),
    "birth": ("Ngày sinh",),
    "sex": ("Giới tính",),
    "number": ("Số CCCD",),
    "place": ("Nơi thường trú",),
    "issued": ("Ngày cấp",),
    "months": ("Thời hạn",),
    "phone": ("Điện thoại",),
}


def sheets_figure(rounds: int = 5) -> Figure:
    """CPU of one roster of 2,500 people and 20 columns, the way the import will read it."""
    content = roster()
    ours = _median(lambda: read_roster(content), rounds)
    floor = _median(lambda: _library_alone(content), rounds)
    return Figure(
        f"a roster of {ROWS:,} rows × {COLUMNS} columns opened and every cell understood, CPU",
        f"{ours:.2f} s median of {rounds}",
        f"calamine alone: {floor:.3f} s (×{ours / floor:.1f})",
        f"≤ {MOST_S:.0f} s",
        ours <= MOST_S,
    )


def roster() -> bytes:
    """A workbook as facilities keep them: names in capitals, numbers as numbers, dates of all kinds."""
    chance = random.Random(5)
    made = io.BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet("Danh sách")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range(0, 0, 0, COLUMNS - 1, "DANH SÁCH NGƯỜI CAI NGHIỆN")
        heads = [names[0] for names in NAMES.values()]
        sheet.write_row(3, 0, ["STT", *heads, *(f"Ghi chú {n}" for n in range(COLUMNS - len(heads) - 1))])
        for row in range(4, 4 + ROWS):
            born = date(1960 + chance.randrange(45), chance.randrange(1, 13), chance.randrange(1, 28))
            name = f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
            sheet.write_row(row, 0, [row - 3, name.upper() if row % 3 else name, f"{born:%d/%m/%Y}", "Nam"])
            if row % 2:
                sheet.write_datetime(row, 2, born, day)
            sheet.write_row(row, 4, [79_000_000_000 + row, f"Thôn {row}, {chance.choice(PLACES)}", "01/07/2021"])
            sheet.write_row(row, 7, [24, f"09{row:08}"])
            sheet.write_row(row, 9, [f"Ghi chú của {chance.choice(GIVEN)}"] * (COLUMNS - 9))
    return made.getvalue()


def read_roster(content: bytes) -> int:
    """Open, find the list, read every cell; how many cells had no fault."""
    book = read_book(content, "roster.xlsx")
    found = find_list(book, NAMES)
    assert found is not None
    sheet, header = found
    field_of = {column: field for field, column in header.fields.items()}
    rows = sheet.rows[header.first_row :]
    return sum(
        reading.fault is None
        for number, column in enumerate(zip(*rows, strict=True))
        for reading in map(_reader(field_of.get(number, ""), column), column)
    )


def _reader(field: str, column: tuple[CellValue, ...]) -> Callable[[CellValue], CellReading[object]]:
    rule = DayRule(TODAY, latest=TODAY, habit=date_habit(column))
    page = main_code_page(column)
    readers: dict[str, Callable[[CellValue], CellReading[object]]] = {
        "name": lambda value: read_name(value, page),
        "birth": lambda value: read_part_date(value, rule),
        "issued": lambda value: read_day(value, rule),
        "sex": read_sex,
        "number": read_paper_number,
        "months": read_amount,
        "phone": read_phone,
    }
    return readers.get(field, lambda value: read_text(value, page))


def _library_alone(content: bytes) -> None:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _median(work: Callable[[], object], rounds: int) -> float:
    costs = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        costs.append(time.process_time() - before)
    return statistics.median(costs)
