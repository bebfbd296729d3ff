"""Dates of a list: dates, texts, years alone, day numbers; what a sheet may have twisted is said."""

from datetime import date, datetime, time

from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.sheets.days import DateHabit, DayRule, PartDate, date_habit, read_day, read_part_date
from facility_app.sheets.reading.grid import CellError, CellValue
from facility_app.sheets.reading.serials import moment_of, serial_of
from tests.helpers.cases import each
from tests.sheets.twisted_reading import TODAY

RULE = DayRule(TODAY, latest=TODAY)
BORN = date(1990, 5, 17)
NOON = datetime(1990, 5, 17, 12)  # noqa: DTZ001 - a sheet's clock has no zone


@each(
    "value",
    [
        BORN,
        datetime(1990, 5, 17, 8, 30),  # noqa: DTZ001 - a sheet's clock has no zone
        *("17/05/1990", "17/5/1990", "17-05-90", "17.5.90", "1990-05-17", "17051990", "170590", "17 / 05 / 1990"),
        *("17/05/1990 00:00:00", "1990-05-17T00:00:00", "17/5/1990 12:00:00 AM", "'17/05/1990"),
        *("ngày 17 tháng 5 năm 1990", "17 tháng 05, 1990"),
    ],
)
def test_a_date_is_read_however_it_is_written(value: CellValue) -> None:
    found = read_day(value, RULE)
    assert (found.value, found.doubt, found.fault) == (BORN, None, None)


@each(
    ("value", "word"),
    [(33010, "đếm ngày"), (17051990, "Ô ghi số"), ("5/17/1990", "Có phải ý là")],
)
def test_a_date_that_had_to_be_guessed_is_doubted(value: CellValue, word: str) -> None:
    found = read_day(value, RULE)
    assert (found.value, found.is_mended) == (BORN, True)
    assert found.doubt is not None
    assert word in found.doubt.text


def test_a_lost_zero_of_eight_digits_is_put_back() -> None:
    assert read_day(7051990, RULE).value == date(1990, 5, 7)


@each(
    ("value", "part"),
    [
        (1990, PartDate(1990)),
        *(
            (text, PartDate(1990))
            for text in ("1990", "năm 1990", "00/00/1990", "__/__/1990", "?/?/1990", "  /  /1990")
        ),
        *((text, PartDate(1990, 5)) for text in ("5/1990", "05-1990", "__/05/1990", "tháng 5/1990")),
    ],
)
def test_as_much_of_a_date_as_is_known_is_kept(value: CellValue, part: PartDate) -> None:
    found = read_part_date(value, RULE)
    assert (found.value, found.fault) == (part, None)
    assert part.on is None
    whole = read_day(value, RULE)
    assert whole.fault is not None
    assert "chưa đủ" in whole.fault.text


def test_a_year_shown_as_a_day_of_1905_is_the_year_and_said() -> None:
    assert serial_of(date(1905, 6, 7)) == 1985
    found = read_part_date(date(1905, 6, 7), RULE)
    assert found.value == PartDate(1985)
    assert found.doubt is not None
    assert "năm 1985" in found.doubt.text


@each(
    "value",
    [
        *("h", "hôm nay", "+3", "-1", "31/02/1990", "17/05", "abc", "17/05/190", "13/1990", "1/1/1850"),
        *(True, time(8, 30), 5.5, 12, -3, 123456, 10**12, float("nan"), float("inf"), CellError("#N/A")),
    ],
)
def test_what_is_no_date_is_a_fault(value: CellValue) -> None:
    found = read_part_date(value, RULE)
    assert found.value is None
    assert found.fault is not None


@each("value", [None, "", "-", "không rõ", "//"])
def test_no_date_is_no_fault(value: CellValue) -> None:
    assert read_part_date(value, RULE) == read_part_date(None, RULE)


def test_what_has_not_come_is_a_fault_that_names_the_other_calendar_where_it_fits() -> None:
    later = read_day(date(2028, 1, 2), RULE)
    assert later.fault is not None
    assert "1904" in later.fault.text
    assert "01/01/2024" in later.fault.text
    far = read_day("1/1/2099", RULE)
    assert far.fault is not None
    assert "1904" not in far.fault.text
    assert read_part_date(2027, RULE).fault is not None
    assert read_part_date(2026, RULE).fault is None
    assert read_day(date(2028, 1, 2), DayRule(TODAY)).value == date(2028, 1, 2)


def test_years_of_two_digits_follow_the_rule_of_their_column() -> None:
    assert read_day("1/1/27", RULE).value == date(1927, 1, 1)
    assert read_day("1/1/27", DayRule(TODAY, TwoDigitYears.AROUND)).value == date(2027, 1, 1)


def test_day_numbers_count_by_the_calendar_of_the_file() -> None:
    assert read_day(33010, DayRule(TODAY)).value == BORN
    assert read_day(33010 - 1462, DayRule(TODAY, has_1904=True)).value == BORN


@each(
    ("serial", "moment"),
    [
        *(
            (1, date(1900, 1, 1)),
            (59, date(1900, 2, 28)),
            (61, date(1900, 3, 1)),
            (33010.5, NOON),
        ),
        *((0.25, time(6)), (-1, None), (3e6, None), (float("nan"), None)),
    ],
)
def test_day_numbers_are_those_excel_shows(serial: float, moment: CellValue) -> None:
    assert moment_of(serial) == moment


def test_dates_an_english_excel_swapped_are_doubted_one_by_one() -> None:
    column: list[CellValue] = [date(1990, 5, 6), date(1985, 12, 1), "17/05/1990", "30/12/1988"]
    assert date_habit(column) is DateHabit.SWAPPED
    rule = DayRule(TODAY, habit=DateHabit.SWAPPED)
    doubted = read_day(column[0], rule)
    assert doubted.doubt is not None
    assert "05/06/1990" in doubted.doubt.text
    assert read_day(column[2], rule).doubt is None
    assert read_day(date(1990, 5, 5), rule).doubt is None


def test_texts_month_first_make_the_unclear_ones_of_their_column_doubtful() -> None:
    assert date_habit(["5/17/1990", "6/5/1990"]) is DateHabit.MONTH_FIRST
    assert date_habit(["5/17/1990", "17/5/1990"]) is DateHabit.MIXED
    found = read_day("6/5/1990", DayRule(TODAY, habit=DateHabit.MONTH_FIRST))
    assert (found.value, found.doubt is not None) == (date(1990, 5, 6), True)
    assert date_habit([date(1990, 5, 6), date(1990, 5, 17), "17/05/1990", "6/5/90", 1990, None]) is DateHabit.PLAIN
