"""The result workbook is the same list with what is wrong marked and explained; mended, it goes in again."""

from datetime import date, datetime, time
from pathlib import Path

from facility_app.sheets.error_book import LIST_NAME, Mark, write_marked
from facility_app.sheets.header import REMARKS_HEAD, find_list
from facility_app.sheets.reading.grid import CellError, Sheet, Span
from facility_app.sheets.workbook import open_book
from tests.sheets.made import FILES, unzipped
from tests.sheets.twisted_reading import NAMES

SHEET = Sheet(
    "Danh sách [1]/2026: rất dài, dài quá ba mươi mốt ký tự",
    (
        ("DANH SÁCH", None, None, None),
        ("Họ tên", "Ngày sinh", "Số CCCD", "Giờ"),
        ("Lê Ơn", date(1990, 5, 17), 79190001234, time(8, 30)),
        ("=1+1", date(1850, 1, 1), "079190001234", datetime(2026, 1, 2, 3, 4)),  # noqa: DTZ001 - a sheet's clock
        ("http://a.b", True, 1.5, CellError("#N/A")),
        (None, None, float("inf"), 10**18),
    ),
    (Span(0, 0, 0, 3),),
)
MARKS = (
    Mark(3, 1, "Năm 1850 sớm quá."),
    Mark(2, 2, "Thiếu số 0 ở đầu.", is_fault=False),
    Mark(2, 2, "Đã có người mang số này."),
    Mark(5, 0, "Họ tên còn trống."),
    Mark(4, None, "Cả dòng trùng với dòng 3."),
)


def written(tmp_path: Path, sheet: Sheet = SHEET, marks: tuple[Mark, ...] = MARKS) -> Path:
    path = tmp_path / "kết quả.xlsx"
    write_marked(path, sheet, 2, marks, texts={(2, 2): "079190001234"}, text_columns=frozenset({2}))
    return path


def test_every_cell_stands_where_it_stood(tmp_path: Path) -> None:
    page = open_book(written(tmp_path)).sheets[0]
    assert [row[:4] for row in page.rows[:4]] == [
        ("DANH SÁCH", None, None, None),
        ("Họ tên", "Ngày sinh", "Số CCCD", "Giờ"),
        ("Lê Ơn", date(1990, 5, 17), "079190001234", time(8, 30)),
        ("=1+1", "01/01/1850", "079190001234", datetime(2026, 1, 2, 3, 4)),  # noqa: DTZ001 - likewise
    ]
    assert page.rows[4][:4] == ("http://a.b", True, "1,5", "#N/A")
    assert page.spans == (Span(0, 0, 0, 3),)


def test_the_column_at_the_right_says_all_of_a_row(tmp_path: Path) -> None:
    page = open_book(written(tmp_path)).sheets[0]
    assert [row[4] for row in page.rows] == [
        None,
        REMARKS_HEAD,
        "C3: Thiếu số 0 ở đầu.\nC3: Đã có người mang số này.",
        "B4: Năm 1850 sớm quá.",
        "Cả dòng trùng với dòng 3.",
        "A6: Họ tên còn trống.",
    ]


def test_faults_and_doubts_are_listed_with_their_addresses(tmp_path: Path) -> None:
    listed = open_book(written(tmp_path)).sheets[1]
    assert listed.name == LIST_NAME
    assert [row[:3] for row in listed.rows[1:]] == [
        ("C3", "Xem lại", "79190001234"),
        ("C3", "Lỗi", "79190001234"),
        ("B4", "Lỗi", "01/01/1850"),
        ("5", "Lỗi", None),
        ("A6", "Lỗi", None),
    ]


def test_a_fault_is_red_a_doubt_is_yellow_and_both_have_comments(tmp_path: Path) -> None:
    parts = unzipped(written(tmp_path, marks=(*MARKS, Mark(3, 2, "Xem lại.", is_fault=False))).read_bytes())
    styles, comments = parts["xl/styles.xml"].decode(), parts["xl/comments1.xml"].decode()
    assert "FFFFC7CE" in styles
    assert "FFFFEB9C" in styles
    assert all(f'ref="{place}"' in comments for place in ("B4", "C3", "C4", "A6"))
    assert "Đã có người mang số này." in comments


def test_what_comes_back_is_the_same_list_without_our_column(tmp_path: Path) -> None:
    first = find_list(open_book(FILES / "excel97.xls"), NAMES)
    assert first is not None
    sheet, header = first
    path = tmp_path / "lần 1.xlsx"
    write_marked(path, sheet, header.first_row, [Mark(3, 3, "Sai.")])
    again = find_list(open_book(path), NAMES)
    assert again is not None
    assert again[1].shape == header.shape
    assert again[1].fields == header.fields
    twice = tmp_path / "lần 2.xlsx"
    write_marked(twice, again[0], again[1].first_row, [Mark(4, 3, "Vẫn sai.")])
    page = open_book(twice).sheets[0]
    assert page.width == sheet.width + 1
    assert [row[-1] for row in page.rows] == [None, None, REMARKS_HEAD, None, "D5: Vẫn sai.", None]


def test_spans_over_each_other_are_written_as_far_as_they_fit(tmp_path: Path) -> None:
    sheet = Sheet("a", (("x", "y"), ("z", "t")), (Span(0, 0, 1, 1), Span(0, 1, 1, 2)))
    assert open_book(written(tmp_path, sheet, ())).sheets[0].spans == (Span(0, 0, 1, 1),)


def test_a_sheet_named_as_our_list_keeps_its_name(tmp_path: Path) -> None:
    sheet = Sheet(LIST_NAME, (("a",),))
    assert [one.name for one in open_book(written(tmp_path, sheet, ())).sheets] == [LIST_NAME, f"{LIST_NAME} 2"]
