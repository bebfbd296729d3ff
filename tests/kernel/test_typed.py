"""What is typed is understood, asked about or refused with words; never guessed, and empty is never 0."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import (
    Asked,
    Bounds,
    Reading,
    Refused,
    Understood,
    number_text,
    read_digits,
    read_money,
    read_number,
)
from facility_app.kernel.typed_dates import TwoDigitYears, read_date, within
from facility_app.kernel.typed_times import hours_text
from tests.helpers.cases import each

TODAY = date(2026, 3, 1)
OLD_CARD = label("ui", "Số có {typed} chữ số là số chứng minh nhân dân cũ.")


def meaning(reading: Reading[Any]) -> object:
    """The value understood; the choices of a question; the reason of a refusal."""
    if isinstance(reading, Understood):
        return reading.value
    return list(reading.choices) if isinstance(reading, Asked) else reading.reason.format(**reading.params)


@each(
    ("typed", "meant"),
    [
        ("01/02/2026", date(2026, 2, 1)),
        ("1/2/26", date(2026, 2, 1)),
        ("1-2-2026", date(2026, 2, 1)),
        ("1.2.26", date(2026, 2, 1)),
        ("1 2 26", date(2026, 2, 1)),
        ("010126", date(2026, 1, 1)),
        ("01012026", date(2026, 1, 1)),
        (" 010126 ", date(2026, 1, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("290224", date(2024, 2, 29)),
        ("h", TODAY),
        ("H", TODAY),
        ("hôm nay", TODAY),
        ("+3", date(2026, 3, 4)),
        ("-1", date(2026, 2, 28)),
        ("h+1", date(2026, 3, 2)),
        ("h -1", date(2026, 2, 28)),
        ("", None),
        ("   ", None),
    ],
)
def test_dates_are_typed_with_or_without_marks_and_from_today(typed: str, meant: date | None) -> None:
    assert meaning(read_date(typed, TODAY)) == meant


@each(
    ("typed", "around", "past"),
    [
        ("1/1/26", date(2026, 1, 1), date(2026, 1, 1)),
        ("010126", date(2026, 1, 1), date(2026, 1, 1)),
        ("1/3/26", date(2026, 3, 1), date(2026, 3, 1)),
        ("2/3/26", date(2026, 3, 2), date(1926, 3, 2)),
        ("31/12/46", date(2046, 12, 31), date(1946, 12, 31)),
        ("1/1/47", date(1947, 1, 1), date(1947, 1, 1)),
        ("1/1/99", date(1999, 1, 1), date(1999, 1, 1)),
        ("1/1/00", date(2000, 1, 1), date(2000, 1, 1)),
    ],
)
def test_a_short_year_lies_within_79_back_and_20_ahead_or_before_today(
    typed: str, around: date, past: date
) -> None:
    assert meaning(read_date(typed, TODAY)) == around
    assert meaning(read_date(typed, TODAY, TwoDigitYears.PAST)) == past


@each(
    ("typed", "choices"),
    [
        ("12/31/2025", [date(2025, 12, 31)]),
        ("12/31/25", [date(2025, 12, 31)]),
        ("20260131", [date(2026, 1, 31)]),
        ("112026", [date(2026, 11, 20), date(2026, 1, 1)]),
        ("5/3", [date(2026, 3, 5), date(2025, 3, 5)]),
    ],
)
def test_month_first_year_first_and_no_year_are_asked_about(typed: str, choices: list[date]) -> None:
    assert meaning(read_date(typed, TODAY)) == choices


@each(
    ("typed", "words"),
    [
        ("abc", "không đúng dạng"),
        ("1/1/026", "không đúng dạng"),
        ("1234567", "không đúng dạng"),
        ("31/02/2026", "không có ngày này"),
        ("310226", "không có ngày này"),
        ("310299", "không có ngày này"),
        ("30/2", "không có ngày này"),
        ("01/01/0026", "năm 26 nằm ngoài"),
        ("+99999", "nằm ngoài"),
        ("١/١/٢٠٢٦", "không đúng dạng"),
    ],
)
def test_what_is_no_date_is_refused_with_words(typed: str, words: str) -> None:
    assert words in str(meaning(read_date(typed, TODAY)))


def test_days_beyond_the_calendar_are_refused() -> None:
    assert "không đúng dạng" in str(meaning(read_date("-99999", date(200, 1, 1))))


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_as_shown_is_read_back(day: date) -> None:
    assert read_date(format_date(day), TODAY) == Understood(day)
    assert read_date(format_date(day).replace("/", ""), TODAY) == Understood(day)


@given(day=st.dates(TODAY - timedelta(days=36_500), TODAY))
def test_six_digits_of_a_past_date_are_read_back_for_a_hundred_years(day: date) -> None:
    assert read_date(f"{day:%d%m%y}", TODAY, TwoDigitYears.PAST) == Understood(day)


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    for reading in (read_date(text, TODAY), read_number(text), read_money(text), read_digits(text, 12)):
        assert isinstance(reading, Understood | Asked | Refused)


TWO, THREE = Bounds(2), Bounds(3)


@each(
    ("typed", "bounds", "meant"),
    [
        ("", TWO, None),
        ("0", TWO, Decimal(0)),
        ("1.234,5", TWO, Decimal("1234.5")),
        ("1234.5", TWO, Decimal("1234.5")),
        ("1,234.5", TWO, Decimal("1234.5")),
        ("1234,5", TWO, Decimal("1234.5")),
        ("12.5", TWO, Decimal("12.5")),
        ("0,5", TWO, Decimal("0.5")),
        ("0.500", TWO, Decimal("0.5")),
        ("1.234.567", TWO, Decimal(1234567)),
        ("1,234,567", TWO, Decimal(1234567)),
        ("1 234 567", TWO, Decimal(1234567)),
        ("1\u00a0234,5", TWO, Decimal("1234.5")),
        ("1.234", Bounds(), Decimal(1234)),
        ("1.000", Bounds(), Decimal(1000)),
        ("5,0", Bounds(), Decimal(5)),
        ("1.234", TWO, Decimal(1234)),
        ("1,234", Bounds(3, Decimal(0), Decimal(9)), Decimal("1.234")),
        ("+5", TWO, Decimal(5)),
        ("-5", Bounds(0, None), Decimal(-5)),
        ("\u22125,5", Bounds(1, None), Decimal("-5.5")),
    ],
)
def test_numbers_are_read_in_both_ways_of_writing(typed: str, bounds: Bounds, meant: Decimal | None) -> None:
    assert meaning(read_number(typed, bounds)) == meant


@each(
    ("typed", "bounds", "choices"),
    [
        ("1.234", THREE, [Decimal(1234), Decimal("1.234")]),
        ("62.500", TWO, [Decimal(62500), Decimal("62.5")]),
        ("1,234", THREE, [Decimal("1.234"), Decimal(1234)]),
        ("1,234", Bounds(), [Decimal(1234)]),
        ("1,000", Bounds(), [Decimal(1000)]),
    ],
)
def test_a_mark_that_may_part_thousands_or_decimals_is_asked_about(
    typed: str, bounds: Bounds, choices: list[Decimal]
) -> None:
    assert meaning(read_number(typed, bounds)) == choices


def test_a_meaning_out_of_bounds_is_no_meaning() -> None:
    assert meaning(read_number("62.500", Bounds(3, Decimal(0), Decimal(300)))) == Decimal("62.5")


@each(
    ("typed", "bounds", "words"),
    [
        ("1.234,5", Bounds(), "số nguyên"),
        ("1,25", Bounds(1), "1 chữ số sau dấu phẩy"),
        ("-5", TWO, "nhỏ hơn mức thấp nhất 0"),
        ("12", Bounds(0, None, Decimal("8.5")), "lớn hơn mức cao nhất 8,5"),
        ("1.23.4", TWO, "không phải số"),
        ("12 34", TWO, "không phải số"),
        ("1 23,5", TWO, "không phải số"),
        (".5", TWO, "không phải số"),
        ("5.", TWO, "không phải số"),
        ("1e5", TWO, "không phải số"),
        ("12a", TWO, "không phải số"),
        ("１２", TWO, "không phải số"),
        ("9" * 19, TWO, "18 chữ số"),
        ("-", TWO, "không phải số"),
    ],
)
def test_what_is_no_number_here_is_refused_with_words(typed: str, bounds: Bounds, words: str) -> None:
    assert words in str(meaning(read_number(typed, bounds)))


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_number_as_shown_is_read_back_or_asked_about_first(value: Decimal) -> None:
    match read_number(number_text(value), Bounds(2, None)):
        case Understood(found):
            assert found == value
        case Asked(_, choices):
            assert choices[0] == value
        case refused:
            pytest.fail(str(refused))


@given(st.integers(-(10**17), 10**17))
def test_a_whole_number_as_shown_is_read_back(value: int) -> None:
    assert read_number(number_text(value), Bounds(0, None)) == Understood(Decimal(value))


@each(
    ("typed", "vnd"),
    [
        ("0", 0),
        ("2024000", 2_024_000),
        ("2.024.000", 2_024_000),
        ("2.024.000 ₫", 2_024_000),
        ("2,024,000đ", 2_024_000),
        ("2 024 000 VND", 2_024_000),
        ("1.234", 1_234),
        ("500k", 500_000),
        ("500 nghìn", 500_000),
        ("500 ngàn đồng", 500_000),
        ("1,5tr", 1_500_000),
        ("1.5 triệu", 1_500_000),
    ],
)
def test_money_is_typed_whole_or_in_thousands_and_millions(typed: str, vnd: int) -> None:
    assert meaning(read_money(typed)) == Money(vnd)


def test_no_money_typed_is_none_and_not_zero() -> None:
    assert read_money("") == read_money("  ") == Understood(None)


@each(("typed", "vnd"), [("1,234", [1234]), ("1.234k", [1_234_000, 1_234])])
def test_money_with_a_mark_of_two_meanings_is_asked_about(typed: str, vnd: list[int]) -> None:
    assert meaning(read_money(typed)) == [Money(one) for one in vnd]


@each(
    ("typed", "words"),
    [
        ("1.234,5", "không có phần lẻ"),
        ("0,5", "không có phần lẻ"),
        ("1,23456k", "không có phần lẻ"),
        ("-5", "không phải số tiền"),
        ("đ", "không phải số tiền"),
        ("k", "không phải số tiền"),
        ("năm trăm", "không phải số tiền"),
        ("9" * 19, "không phải số tiền"),
    ],
)
def test_what_is_no_amount_is_refused_with_words(typed: str, words: str) -> None:
    assert words in str(meaning(read_money(typed)))


def test_an_amount_above_the_limit_is_refused_with_the_limit() -> None:
    assert "2.000.000 ₫" in str(meaning(read_money("2,5tr", 2_000_000)))


@given(st.integers(0, 10**17))
def test_an_amount_as_shown_is_read_back(vnd: int) -> None:
    assert read_money(Money(vnd).text()) == Understood(Money(vnd))


def test_a_card_number_keeps_its_zero_and_loses_its_blanks() -> None:
    assert read_digits("079 201.001-234", 12) == Understood("079201001234")
    assert read_digits(" ", 12) == Understood(None)


def test_nine_digits_in_a_field_of_twelve_are_asked_about_never_taken() -> None:
    reading = read_digits("123456789", 12, {9: OLD_CARD})
    assert isinstance(reading, Asked)
    assert reading.question.format(**reading.params) == "Số có 9 chữ số là số chứng minh nhân dân cũ."


@each(
    ("typed", "words"),
    [
        ("123456789", "có 9 chữ số, cần 12"),
        ("0792010012345", "có 13 chữ số, cần 12"),
        ("07920100123a", "không phải chữ số"),
        ("٠٧٩٢٠١٠٠١٢٣٤", "không phải chữ số"),
        ("7.92E+10", "làm tròn"),
    ],
)
def test_a_card_number_of_another_shape_is_refused_with_words(typed: str, words: str) -> None:
    assert words in str(meaning(read_digits(typed, 12)))


def test_a_zero_lost_in_a_spreadsheet_is_offered_back() -> None:
    assert meaning(read_digits("79201001234", 12)) == ["079201001234"]


@each(
    ("typed", "words"),
    [
        ("02/03/2026", "ngày chưa đến: hôm nay là 01/03/2026"),
        ("h +1", "ngày chưa đến"),
        ("12/31/2026", "ngày chưa đến"),
        ("31/12/1999", "sớm nhất là 01/01/2000"),
    ],
)
def test_a_day_out_of_what_can_be_meant_is_refused_with_the_limit(typed: str, words: str) -> None:
    reading = within(read_date(typed, TODAY), typed, TODAY, earliest=date(2000, 1, 1), latest=TODAY)
    assert isinstance(reading, Refused)
    assert words in reading.reason.format(**reading.params)


def test_a_limit_other_than_today_is_named() -> None:
    reading = within(read_date("1/1/26", TODAY), "1/1/26", TODAY, latest=date(2025, 12, 31))
    assert isinstance(reading, Refused)
    assert "muộn nhất là 31/12/2025" in reading.reason.format(**reading.params)


@each(
    ("typed", "meant"),
    [
        ("h", TODAY),
        ("1/1/2000", date(2000, 1, 1)),
        ("", None),
        ("12/31/2025", [date(2025, 12, 31)]),
        ("x", Refused),
    ],
)
def test_limits_leave_every_other_reading_as_it_is(typed: str, meant: object) -> None:
    first = read_date(typed, TODAY)
    reading = within(first, typed, TODAY, earliest=date(2000, 1, 1), latest=TODAY)
    assert reading == first
    assert isinstance(reading, Refused) if meant is Refused else meaning(reading) == meant


def test_only_the_days_that_can_be_meant_are_offered() -> None:
    first = read_date("2/4", TODAY)
    assert isinstance(first, Asked)
    assert first.choices == (date(2026, 4, 2), date(2025, 4, 2))
    assert within(first, "2/4", TODAY, latest=TODAY) == Asked(first.question, (date(2025, 4, 2),), first.params)


def test_what_was_typed_is_no_part_of_what_a_log_shows() -> None:
    readings = (read_date("3/4/1991", TODAY), read_date("12/31/1991", TODAY), read_date("xyz1991", TODAY))
    assert "1991" not in "".join(map(repr, readings))


@each(
    ("minutes", "text"),
    [(480, "8"), (450, "7,5"), (440, "7:20"), (5, "0:05"), (94_080, "1.568"), (60_030, "1.000,5")],
)
def test_hours_are_written_as_on_a_sheet(minutes: int, text: str) -> None:
    assert hours_text(minutes) == text
