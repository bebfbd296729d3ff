"""Every kind of spreadsheet file gives its cells with their types and addresses."""

import io
import struct
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from facility_app.sheets.reading.formats import FileKind
from facility_app.sheets.reading.grid import CellError, CellValue, Sheet, Span, address, column_number
from facility_app.sheets.workbook import Book, open_book, read_book
from tests.helpers.cases import each
from tests.sheets import old_excel as old
from tests.sheets.made import FILES, ods, ods_of, unzipped, xlsx, xlsx_of, zipped
from tests.sheets.twisted import originals


def rows_of(content: bytes, name: str = "a.xlsx") -> list[list[CellValue]]:
    return [list(row) for row in read_book(content, name).sheets[0].rows]


def said(book: Book) -> list[str]:
    return [remark.text for remark in book.remarks]


def every_type(book: Workbook, sheet: Worksheet) -> None:
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 1, ["Đỗ Thị Ên", 79190001234, 1.5, True])
    sheet.write_datetime(1, 1, date(1990, 5, 17), day)
    sheet.write_datetime(1, 2, datetime(1990, 5, 17, 8, 30), day)  # noqa: DTZ001 - a sheet's clock has no zone
    sheet.write_number(1, 3, 0.5, day)
    sheet.write_formula(2, 1, "=1+1", None, 2)
    sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
    sheet.write_string(2, 3, "079190001234")


def test_an_excel_cell_keeps_its_type_and_a_formula_gives_its_result() -> None:
    assert rows_of(xlsx(every_type)) == [
        [None, "Đỗ Thị Ên", 79190001234, 1.5, True],
        [None, date(1990, 5, 17), datetime(1990, 5, 17, 8, 30), time(12), None],  # noqa: DTZ001 - likewise
        [None, 2, CellError("#DIV/0!"), "079190001234", None],
    ]


def test_whole_numbers_are_whole() -> None:
    assert [type(value) for value in rows_of(xlsx_of([[12.0, 12.5]]))[0]] == [int, float]


def test_the_calendar_from_1904_gives_the_same_days_and_is_told() -> None:
    book = read_book(xlsx(every_type, {"date_1904": True}), "a.xlsx")
    assert book.has_1904
    assert book.sheets[0].at(1, 1) == date(1990, 5, 17)
    assert not read_book(xlsx(every_type), "a.xlsx").has_1904


def test_merged_titles_are_known_at_every_cell_of_them() -> None:
    sheet = read_book(xlsx(lambda _, page: page.merge_range(1, 1, 2, 3, "DANH SÁCH")), "a.xlsx").sheets[0]
    assert sheet.spans == (Span(1, 1, 2, 3),)
    assert (sheet.at(1, 3), sheet.title_at(1, 3), sheet.title_at(1, 1)) == (None, "DANH SÁCH", "DANH SÁCH")
    assert sheet.at(99, 99) is sheet.title_at(99, 99) is None


def test_sheets_without_cells_are_left_out_and_hidden_ones_named() -> None:
    def fill(book: Workbook, page: Worksheet) -> None:
        page.write_string(0, 0, "a")
        book.add_worksheet("Trống")
        hidden = book.add_worksheet("Cũ")
        hidden.write_string(0, 0, "b")
        hidden.hide()

    book = read_book(xlsx(fill), "a.xlsx")
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("Danh sách", False), ("Cũ", True)]
    assert said(book) == ["Trang tính “Cũ” đang ẩn nhưng có dữ liệu."]


def test_rows_somebody_hid_are_read_and_known() -> None:
    def fill(_book: Workbook, page: Worksheet) -> None:
        page.write_column(0, 0, ["a", "b", "c"])
        page.set_row(1, None, None, {"hidden": True})
        page.set_row(9, None, None, {"hidden": True})

    sheet = read_book(xlsx(fill), "a.xlsx").sheets[0]
    assert [row[0] for row in sheet.rows] == ["a", "b", "c"]
    assert sheet.hidden_rows == {1}, "a hidden row without cells is none of the sheet's"


def test_macros_pictures_and_comments_are_never_unpacked() -> None:
    parts: dict[str, str | bytes] = dict(unzipped(xlsx_of([["a"]])))
    parts["xl/vbaProject.bin"] = parts["xl/media/image1.png"] = parts["xl/comments1.xml"] = b"\xff" * 99
    assert rows_of(zipped(parts), "a.xlsm") == [["a"]]


def test_prefixed_tags_and_cells_without_addresses_are_measured_all_the_same() -> None:
    parts: dict[str, str | bytes] = dict(unzipped(xlsx_of([["x", 1]])))
    parts["xl/worksheets/sheet1.xml"] = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>'
        '<x:c><x:v>7</x:v></x:c><x:c t="e"><x:f>NA()</x:f><x:v>#N/A</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    assert rows_of(zipped(parts)) == [[7, CellError("#N/A")]]


def test_an_old_excel_file_gives_the_same() -> None:
    book = open_book(FILES / "excel97.xls")
    page = book.sheets[0]
    assert (book.kind, page.spans) == (FileKind.XLS, (Span(0, 0, 0, 4),))
    assert page.rows[3] == (1, "Nguyễn Văn Đức", date(1990, 5, 17), 79190001234, "có mặt")
    assert page.rows[4] == (2, "Trần Thị Bé", 1985, "079201001234", True)
    assert page.rows[5] == (3, "Lê Văn Ơn", datetime(1979, 12, 31, 8, 30), 1.5, None)  # noqa: DTZ001 - likewise
    assert [(one.name, one.is_hidden) for one in book.sheets] == [("Danh sách", False), ("Ẩn", True)]


def test_texts_of_an_old_file_go_on_over_its_records_and_its_days_count_from_1904() -> None:
    book = open_book(FILES / "long_texts_1904.xls")
    rows = book.sheets[0].rows
    assert book.has_1904
    assert rows[20][0] == date(1990, 5, 17)
    assert all(row[0] == f"Ngõ {n} đường Nguyễn Trãi " * 20 for n, row in enumerate(rows[:20]))
    assert all(row[1] == f"plain {n} " * 60 for n, row in enumerate(rows[:20]))


def test_a_foxpro_file_gives_its_bytes_as_letters_of_its_code_page() -> None:
    cells = old.many([old.label5(0, 0, "NguyÔn V¨n §øc".encode("cp1252")), old.label5(1, 1, b"\x81")])
    content = old.workbook(old.BIFF5, cells, old.record(0x42, struct.pack("<H", 1252)))
    assert rows_of(content, "a.xls") == [["NguyÔn V¨n §øc", None], [None, "\x81"]]


def test_old_formulas_give_numbers_texts_flags_and_failures() -> None:
    def formula(column: int, result: bytes) -> bytes:
        return old.record(0x06, struct.pack("<HHH", 0, column, 0) + result + b"\0" * 8)

    cells = old.many(
        [
            formula(0, struct.pack("<d", 2.5)),
            formula(1, b"\0\0\0\0\0\0\xff\xff"),
            old.record(0x207, struct.pack("<HB", 3, 1) + "Đức".encode("utf-16-le")),
            formula(2, b"\1\0\1\0\0\0\xff\xff"),
            formula(3, b"\2\0\x2a\0\0\0\xff\xff"),
            formula(4, b"\3\0\0\0\0\0\xff\xff"),
            old.record(0x205, struct.pack("<HHHBB", 0, 5, 0, 0x07, 1)),
            old.record(0xBD, struct.pack("<HHHIHIH", 0, 6, 0, (-5 << 2 & 0xFFFFFFFF) | 2, 0, 0x3FF00001, 7)),
            old.begin(old.BIFF8, old.CHART) + old.record(0x203, struct.pack("<HHHd", 9, 9, 0, 1.0)) + old.end(),
        ]
    )
    assert rows_of(old.workbook(old.BIFF8, cells), "a.xls") == [
        [2.5, "Đức", True, CellError("#N/A"), None, CellError("#DIV/0!"), -5, 0.01]
    ]


def test_an_open_document_gives_types_merged_cells_failures_and_no_comments() -> None:
    sheet = read_book(
        ods(
            '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2"'
            ' office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation>'
            "<text:p>Lê <text:s text:c='2'/>Văn</text:p><text:p>Ơn</text:p></table:table-cell>"
            "<table:covered-table-cell/>"
            '<table:table-cell office:value-type="date" office:date-value="1990-05-17"/>'
            '<table:table-cell office:value-type="date" office:date-value="1990-05-17T08:30:00"/>'
            '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>'
            '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>'
            '<table:table-cell office:value-type="percentage" office:value="0.5"/>'
            '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p>'
            '</table:table-cell><table:table-cell table:number-columns-repeated="16370"/></table:table-row>'
        ),
        "a.ods",
    ).sheets[0]
    moment = datetime(1990, 5, 17, 8, 30)  # noqa: DTZ001 - likewise
    row = ("Lê   Văn\nƠn", None, date(1990, 5, 17), moment, time(8, 30), False, 0.5, CellError("#N/A"))
    assert sheet.rows == (row, row)
    assert sheet.spans[0] == Span(0, 0, 0, 1)


def test_the_empty_rest_of_an_open_document_costs_nothing() -> None:
    assert rows_of(ods_of([["Họ tên", "Năm sinh"], ["Lê Ơn", "1990"]]), "a.ods") == [
        ["Họ tên", "Năm sinh"],
        ["Lê Ơn", "1990"],
    ]


def test_a_hidden_sheet_of_an_open_document_is_known() -> None:
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="3"/></table:table-row>'
    book = read_book(ods(row, style, 'table:name="Cũ" table:style-name="ta2"'), "a.ods")
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("Cũ", True)]


def test_the_content_decides_and_a_wrong_ending_is_told(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xls"
    path.write_bytes(xlsx_of([["a"]]))
    book = open_book(path)
    assert book.kind is FileKind.XLSX
    assert said(book) == ["Đuôi tệp là .xls nhưng nội dung là bảng tính Excel (.xlsx); đã đọc theo nội dung."]
    assert said(read_book(b"a;b\n1;2\n", "a.xlsx"))[0].startswith("Đuôi tệp là .xlsx nhưng")


@each(("row", "column", "name"), [(0, 0, "A1"), (2, 27, "AB3"), (1_048_575, 16_383, "XFD1048576")])
def test_addresses_are_those_of_the_sheet(row: int, column: int, name: str) -> None:
    assert address(row, column) == name
    assert column_number(name.rstrip("0123456789")) == column


def test_spans_over_each_other_in_a_twisted_file_cost_no_more_than_the_sheet() -> None:
    spans = tuple(Span(0, 0, 9, 9) for _ in range(10_000))
    sheet = Sheet("a", tuple(("x",) * 10 for _ in range(10)), spans)
    assert sheet.title_at(9, 9) == "x"


@each("which", [0, 1])
def test_the_cells_are_those_another_reader_finds(which: int) -> None:
    content = originals()[which]
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        theirs = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    ours = [["" if isinstance(value, CellError | None) else value for value in row] for row in rows_of(content)]
    assert ours == theirs
