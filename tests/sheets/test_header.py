"""The heads of a list are found in any row and depth, by their names however they are written."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from facility_app.sheets.head_names import head_key
from facility_app.sheets.header import REMARKS_HEAD, Header, find_header, find_list
from facility_app.sheets.reading.grid import CellValue, Sheet, Span
from facility_app.sheets.workbook import read_book
from tests.helpers.cases import each
from tests.sheets.made import xlsx
from tests.sheets.twisted_reading import NAMES

HEADS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD")
PERSON: tuple[CellValue, ...] = (1, "Nguyễn Văn A", 1990, "079190001234")


def sheet_of(*rows: tuple[CellValue, ...], spans: tuple[Span, ...] = ()) -> Sheet:
    width = max(map(len, rows))
    return Sheet("Danh sách", tuple((*row, *((None,) * (width - len(row)))) for row in rows), spans)


def header_of(*rows: tuple[CellValue, ...], spans: tuple[Span, ...] = ()) -> Header:
    found = find_header(sheet_of(*rows, spans=spans), NAMES)
    assert found is not None
    return found


def test_heads_are_found_below_titles_and_blank_rows() -> None:
    header = header_of(
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), (None,), ("DANH SÁCH HỌC VIÊN",), (), HEADS, PERSON
    )
    assert (header.row, header.depth, header.first_row) == (4, 1, 5)
    assert header.fields == {"name": 1, "birth": 2, "number": 3}
    assert [column.field for column in header.columns] == [None, "name", "birth", "number"]


@each(
    "head",
    [
        *("Họ và tên", "HỌ VÀ TÊN", "ho va ten", "Họ  và\ntên:", "HoVaTen", "ho_va_ten", "Họ và tên (chữ in hoa)"),
        *(
            "Họ và tên (*)",
            "Ho\u0323 va\u0300 te\u0302n",
            "Hoï vaø teân",
            "Hä vµ tªn",
            "1. Họ và tên",
            "Họ và tên học viên",
        ),
    ],
)
def test_a_head_is_known_however_it_is_written(head: str) -> None:
    assert header_of((head, "Số CCCD"), ("A", "1")).fields == {"name": 0, "number": 1}


def test_a_misspelled_head_is_known_and_shown_as_unclear() -> None:
    header = header_of(("Họ tên", "Nơi thưởng chú"), ("A", "B"))
    assert header.fields == {"name": 0, "address": 1}
    assert [column.head for column in header.unclear] == ["Nơi thưởng chú"]


def test_groups_over_two_rows_of_heads_are_read_with_their_parts() -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(0, 0, 0, 5, "DANH SÁCH")
        sheet.merge_range(2, 0, 3, 0, "Họ tên")
        sheet.merge_range(2, 1, 2, 2, "Giới tính")
        sheet.write_row(3, 1, ["Nam", "Nữ"])
        sheet.merge_range(2, 3, 3, 3, "Số CCCD")
        sheet.merge_range(2, 4, 2, 5, "Người thân")
        sheet.write_row(3, 4, ["Họ tên", "Điện thoại"])
        sheet.write_row(4, 0, ["Lê Ơn", "x", None, "079190001234", "Lê B", "0912345678"])

    sheet = read_book(xlsx(fill), "a.xlsx").sheets[0]
    header = find_header(sheet, NAMES)
    assert header is not None
    assert (header.row, header.depth, header.first_row) == (2, 2, 4)
    assert header.fields == {
        "name": 0, "sex_male": 1, "sex_female": 2, "number": 3, "family_name": 4, "family_phone": 5,
    }  # fmt: skip
    assert header.columns[4].head == "Người thân / Họ tên"


def test_groups_of_a_text_file_reach_to_the_right_without_being_merged() -> None:
    header = header_of(
        ("Họ tên", "Giới tính", None, "Số CCCD"), (None, "Nam", "Nữ", None), ("Lê Ơn", "x", None, "079190001234")
    )
    assert (header.depth, header.fields) == (2, {"name": 0, "sex_male": 1, "sex_female": 2, "number": 3})


def test_a_head_merged_downwards_keeps_the_list_from_beginning_inside_the_heads() -> None:
    header = header_of(
        ("Họ tên", "Số CCCD", "Khác"), (None, None, "Ghi chú"), PERSON, spans=(Span(0, 0, 1, 0), Span(0, 1, 1, 1))
    )
    assert (header.depth, header.first_row) == (2, 2)


def test_the_row_that_numbers_the_columns_is_no_person() -> None:
    assert header_of(HEADS, ("(1)", "(2)", "(3)", "(4)"), PERSON).first_row == 2
    assert header_of(HEADS, (1, 2, 3, 4), PERSON).first_row == 2
    assert header_of(HEADS, PERSON).first_row == 1


def test_two_columns_that_claim_one_field_are_told() -> None:
    header = header_of(("Họ tên", "Ngày sinh", "Ngày sinh"), ("A", 1990, 1990))
    assert header.repeated == {"birth": (1, 2)}
    assert header.fields["birth"] == 1


def test_a_head_that_fits_two_fields_names_both() -> None:
    names = {"issued": ("Ngày cấp",), "given": ("Ngày cấp",), "name": ("Họ tên",)}
    found = find_header(sheet_of(("Họ tên", "Ngày cấp"), ("A", "1")), names)
    assert found is not None
    assert [(column.field, column.rivals) for column in found.unclear] == [("issued", ("given",))]


def test_nothing_is_made_up_where_no_row_names_enough() -> None:
    assert find_header(sheet_of(("a", "b"), PERSON), NAMES) is None
    assert find_header(sheet_of(("Họ tên", "b"), PERSON), NAMES) is None
    assert find_header(sheet_of(("Họ tên", "b"), PERSON), NAMES, least=1) is not None


def test_names_of_people_are_no_heads() -> None:
    header = header_of(HEADS, *[(n, f"Họ Văn {n}", 1990, "1") for n in range(60)])
    assert (header.row, header.depth) == (0, 1)


def test_what_a_person_chose_is_taken_and_remembered_by_the_shape() -> None:
    header = header_of(("Họ tên", "Số CCCD", "Ô lạ"), ("A", "1", "B"))
    chosen = header.mapped({"o la": "address", "so cccd": None})
    assert chosen.fields == {"name": 0, "address": 2}
    assert chosen.unclear == ()
    assert chosen.shape == header.shape


def test_the_shape_is_that_of_the_heads_alone() -> None:
    shape = header_of(HEADS, PERSON).shape
    assert header_of(("TIÊU ĐỀ",), ("STT", "HỌ VÀ TÊN", "Ngày  sinh", "Số CCCD"), PERSON, PERSON).shape == shape
    assert header_of((*HEADS, REMARKS_HEAD), PERSON).shape == shape
    assert header_of((*HEADS, "Ghi chú"), PERSON).shape != shape
    assert header_of(("Số CCCD", "Họ và tên"), PERSON).shape != shape


def test_the_sheet_that_names_the_most_is_the_list_and_hidden_ones_come_last() -> None:
    def fill(book: Workbook, first: Worksheet) -> None:
        first.write_row(0, 0, ["Hướng dẫn"])
        book.add_worksheet("Gọn").write_row(0, 0, ["Họ tên", "Số CCCD"])
        hidden = book.add_worksheet("Cũ")
        hidden.write_row(0, 0, list(HEADS))
        hidden.hide()

    found = find_list(read_book(xlsx(fill), "a.xlsx"), NAMES)
    assert found is not None
    assert found[0].name == "Gọn"


@each(
    ("head", "key"),
    [("Họ & tên", "ho ten"), ("SỐ CMND/CCCD:", "so cmnd cccd"), ("  ", ""), ("Đối tượng", "doi tuong")],
)
def test_a_key_is_plain_small_letters(head: str, key: str) -> None:
    assert head_key(head) == key
