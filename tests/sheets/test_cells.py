"""Texts, names, numbers and marks of a list: read as meant, and every doubt is said."""

from datetime import date, datetime, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.legacy_text import CodePage, repair
from facility_app.kernel.sex import Sex
from facility_app.kernel.typed import Bounds
from facility_app.sheets.cell_marks import read_sex, read_sex_marks, read_yes_no
from facility_app.sheets.cell_numbers import read_amount, read_paper_number, read_phone
from facility_app.sheets.cells import main_code_page, read_name, read_text
from facility_app.sheets.days import DayRule
from facility_app.sheets.mending import mend
from facility_app.sheets.reading.grid import CellError, CellValue
from tests.helpers.cases import each
from tests.sheets.twisted_reading import TODAY, readings

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    "Ðð¸µ©®½ÄÆ§ \u0301\u0323"
)
CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.text(LETTERS + LETTERS.upper(), max_size=30),
    st.text("0123456789/.-, eEhxX+", max_size=20),
    st.integers(-(10**18), 10**18),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.just(CellError("#N/A")),
)


@given(value=CELLS, has_1904=st.booleans())
def test_no_cell_brings_a_reader_down(value: CellValue, has_1904: bool) -> None:
    rule = DayRule(TODAY, latest=TODAY, has_1904=has_1904)
    for page in (None, CodePage.VNI, CodePage.TCVN3):
        for reading in readings(value, rule, page):
            assert reading.value is None or reading.fault is None
    assert all(one.value is None for one in readings(CellError("#REF!"), rule) if one.fault is not None)


@given(text=st.text(LETTERS + LETTERS.upper(), max_size=30))
def test_the_quick_way_mends_as_the_slow_one(text: str) -> None:
    assert mend(text) == repair(text)


@each("value", [None, "", "  ", "\u200b", "\xa0"])
def test_an_empty_cell_says_nothing(value: CellValue) -> None:
    for reading in readings(value, DayRule(TODAY)):
        assert (reading.value, reading.doubt, reading.fault) == (None, None, None)


@each(
    ("value", "name"),
    [
        ("Nguyễn Văn Đức", "Nguyễn Văn Đức"),
        ("  Nguyễn\xa0 Văn\u200b Đức ", "Nguyễn Văn Đức"),
        ("Nguye\u0302\u0303n Va\u0306n A", "Nguyễn Văn A"),
        ("NGUYỄN VĂN ĐỨC", "Nguyễn Văn Đức"),
        ("nguyễn văn đức", "Nguyễn Văn Đức"),
        ("Ðỗ Văn Ðức", "Đỗ Văn Đức"),
        ("ÐỖ VĂN ÐỨC", "Đỗ Văn Đức"),
        ("NGUYEÃN VAÊN ÑÖÙC", "Nguyễn Văn Đức"),
        ("NguyÔn V¨n §øc", "Nguyễn Văn Đức"),
        ("Nguyá»…n VÄƒn A", "Nguyễn Văn A"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("Y-BLƠ KSOR", "Y-Blơ Ksor"),
        ("Nguyễn thị Bé", "Nguyễn thị Bé"),
    ],
)
def test_a_name_is_read_as_it_was_meant(value: str, name: str) -> None:
    found = read_name(value)
    assert (found.value, found.fault) == (name, None)
    assert found.is_mended == (name != value)


@each("value", ["Nguyễn Văn 2", "079190001234", 79190001234, "a=b"])
def test_a_name_with_digits_is_most_likely_another_column(value: CellValue) -> None:
    fault = read_name(value).fault
    assert fault is not None
    assert "lệch cột" in fault.text


def test_letters_lost_on_the_way_cannot_be_made_up() -> None:
    assert read_text("Nguy\ufffdn").fault is not None
    assert read_text("a\ud800").fault is not None


def test_a_column_in_an_old_code_page_settles_its_short_words() -> None:
    column: list[CellValue] = ["NguyÔn V¨n §øc", "TrÇn ThÞ H­êng", "Lª", "Hoa", None, 3]
    page = main_code_page(column)
    assert page is CodePage.TCVN3
    alone, together = read_name("Lª"), read_name("Lª", page)
    assert alone.doubt is not None
    assert (together.value, together.doubt) == ("Lê", None)
    assert main_code_page(["Nguyễn Văn Đức", "Trần", "NguyÔn V¨n §øc"]) is None
    assert read_name("Nguyễn Văn Đức", page).value == "Nguyễn Văn Đức"


def test_what_a_sheet_took_for_a_date_is_told() -> None:
    found = read_text(date(2026, 3, 12))
    assert found.value == "12/03/2026"
    assert found.doubt is not None
    assert read_text(datetime(2026, 3, 12, 8, 5)).value == "12/03/2026 08:05"  # noqa: DTZ001 - a sheet's clock
    assert read_text(time(8, 5)).value == "08:05"


@each(("value", "text"), [(12, "12"), (1.5, "1,5"), (True, "1"), (1e20, "1e+20")])
def test_a_number_in_a_text_column_is_its_digits(value: CellValue, text: str) -> None:
    assert read_text(value).value == text


def test_a_failed_formula_is_named() -> None:
    fault = read_text(CellError("#N/A")).fault
    assert fault is not None
    assert "#N/A" in fault.text


@each(
    ("value", "number", "is_doubted"),
    [
        ("079190001234", "079190001234", False),
        ("079 190 001 234", "079190001234", False),
        ("079.190.001.234", "079190001234", False),
        ("'079190001234", "079190001234", False),
        (79190001234, "079190001234", False),
        (1190001234, "001190001234", False),
        (190001234123, "190001234123", False),
        (191234567, "191234567", False),
        ("012345678", "012345678", False),
        (12345678, "012345678", True),
        ("O79190OO1234", "079190001234", True),
        (79190000000, "079190000000", True),
        (190000000000, "190000000000", True),
    ],
)
def test_an_identity_number_gets_its_zeros_back(value: CellValue, number: str, is_doubted: bool) -> None:
    found = read_paper_number(value)
    assert (found.value, found.doubt is not None, found.fault) == (number, is_doubted, None)


@each(
    ("value", "word"),
    [
        ("1,2E+11", "đã mất"),
        ("7.919E+10", "đã mất"),
        (1e15, "đã mất"),
        (1.5, "dãy chữ số"),
        (-5, "dãy chữ số"),
        (True, "dãy chữ số"),
        (date(1990, 5, 17), "dãy chữ số"),
        ("không nhớ", "dãy chữ số"),
        ("0791900012345", "13 chữ số"),
        ("12345", "5 chữ số, cần 12 hoặc 9"),
        ("12345678", "8 chữ số, cần 12 hoặc 9"),
        ("79190001234", "11 chữ số, cần 12 hoặc 9"),
    ],
)
def test_an_identity_number_that_is_lost_is_said_to_be(value: CellValue, word: str) -> None:
    found = read_paper_number(value)
    assert found.value is None
    assert found.fault is not None
    assert word in found.fault.text


def test_only_a_text_file_which_has_no_number_cells_gets_zeros_back_for_typed_digits_and_with_a_doubt() -> None:
    for typed in ("79190001234", "79190001234.0"):
        found = read_paper_number(typed, has_types=False)
        assert (found.value, found.doubt is not None) == ("079190001234", True)
    assert read_paper_number("12345678", has_types=False).fault is not None


@each(
    ("value", "sex"),
    [
        ("Nam", Sex.MALE),
        ("NỮ", Sex.FEMALE),
        ("nu", Sex.FEMALE),
        ("Nam giới", Sex.MALE),
        ("F", Sex.FEMALE),
        (" gái", Sex.FEMALE),
    ],
)
def test_the_sex_is_read_in_any_spelling(value: str, sex: Sex) -> None:
    assert read_sex(value).value is sex


@each("value", ["N", 1, "0", "khác", True])
def test_a_sex_that_could_be_either_is_asked_about(value: CellValue) -> None:
    fault = read_sex(value).fault
    assert fault is not None
    assert "Nam hoặc Nữ" in fault.text


@each(
    ("male", "female", "sex"),
    [
        ("x", None, Sex.MALE),
        (None, "X", Sex.FEMALE),
        (None, 1990, Sex.FEMALE),
        (True, False, Sex.MALE),
        (None, "-", None),
    ],
)
def test_a_tick_under_nam_or_nu_is_the_sex(male: CellValue, female: CellValue, sex: Sex | None) -> None:
    assert read_sex_marks(male, female).value is sex


def test_ticks_under_both_are_a_fault() -> None:
    assert read_sex_marks("x", "x").fault is not None


@each(
    ("value", "answer"),
    [("Có", True), ("x", True), ("✓", True), (1, True), ("Không", False), ("k", False), (False, False)],
)
def test_yes_and_no_are_read(value: CellValue, answer: bool) -> None:
    assert read_yes_no(value).value is answer


def test_what_is_neither_yes_nor_no_is_a_fault() -> None:
    assert read_yes_no("có thể").fault is not None


@each(
    ("value", "amount"),
    [
        (3, "3"),
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        (0.1, "0.1"),
        ("65 kg", "65"),
        ("65KG", "65"),
    ],
)
def test_an_amount_is_read_the_vietnamese_and_the_english_way(value: CellValue, amount: str) -> None:
    assert read_amount(value, Bounds(1), ("kg",)).value == Decimal(amount)


def test_an_amount_that_could_be_two_is_doubted_and_one_out_of_bounds_refused() -> None:
    doubted = read_amount("1,234", Bounds(3))
    assert doubted.value == Decimal("1.234")
    assert doubted.doubt is not None
    for value in (-1, 1.5, float("nan"), "abc", True, date(2026, 1, 1)):
        assert read_amount(value).fault is not None


@each(
    ("value", "number", "is_doubted"),
    [
        ("0912 345 678", "0912345678", False),
        (912345678, "0912345678", False),
        ("+84 912 345 678", "+84912345678", False),
        ("(028) 3822.1234", "02838221234", False),
        ("ĐT: 0912345678", "0912345678", False),
        ("0912345678 / 0987654321", "0912345678", True),
        ("0912345678 (mẹ)\n0987654321", "0987654321", True),
    ],
)
def test_a_phone_number_is_read(value: CellValue, number: str, is_doubted: bool) -> None:
    found = read_phone(value)
    assert (found.value, found.doubt is not None) == (number, is_doubted)


def test_what_is_no_phone_number_is_a_fault() -> None:
    assert read_phone("không có").fault is not None
    assert read_phone(12345).fault is not None
