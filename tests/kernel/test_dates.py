"""Instants, days and calendar months."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facility_app.kernel.dates import (
    LOCAL,
    add_months,
    format_clock,
    format_date,
    format_moment,
    format_short_moment,
    local_date,
    parse_utc,
    utc_text,
)
from tests.helpers.cases import each

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=zones)  # noqa: DTZ001 - zones come from Hypothesis
NAIVE = datetime(2026, 11, 21, 8, 0)  # noqa: DTZ001 - the naive instant that must be refused


def walk_months(day: date, months: int) -> date:
    """The rule read aloud: go month by month to the wanted month, then back to a day it has."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        elif month == 0:
            year, month = year - 1, 12
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


@each(
    ("instant", "day"),
    [
        (datetime(2026, 11, 21, 16, 59, 59, 999999, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 11, 21, 17, 0, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 21, 23, 59, tzinfo=LOCAL), date(2026, 11, 21)),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_changes_at_midnight_in_viet_nam(instant: datetime, day: date) -> None:
    assert local_date(instant) == day


def test_viet_nam_is_seven_hours_ahead_of_utc_all_year() -> None:
    offsets = {datetime(2026, month, 1, tzinfo=LOCAL).utcoffset() for month in range(1, 13)}
    assert offsets == {timedelta(hours=7)}


@each(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 11, 21), 24, date(2028, 11, 21)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 31), -12, date(2025, 12, 31)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
        (date(1, 1, 1), 0, date(1, 1, 1)),
        (date(9998, 12, 31), 12, date(9999, 12, 31)),
    ],
)
def test_a_month_later_is_the_same_numbered_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(-600, 600))
@example(date(2024, 2, 29), 12)
def test_months_are_counted_as_by_walking_the_calendar(day: date, months: int) -> None:
    assert add_months(day, months) == walk_months(day, months)


@each(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 31), -1)])
def test_months_beyond_the_calendar_are_refused(day: date, months: int) -> None:
    with pytest.raises(OverflowError, match="leave the calendar"):
        add_months(day, months)


@each(
    ("instant", "text"),
    [
        (datetime(2026, 11, 21, 8, 0, tzinfo=UTC), "2026-11-21T08:00:00.000000Z"),
        (datetime(2026, 11, 21, 8, 0, 0, 7, tzinfo=LOCAL), "2026-11-21T01:00:00.000007Z"),
        (datetime(33, 4, 3, tzinfo=UTC), "0033-04-03T00:00:00.000000Z"),
    ],
)
def test_instants_are_written_in_utc_with_microseconds(instant: datetime, text: str) -> None:
    assert utc_text(instant) == text


@given(instants)
def test_an_instant_is_read_back_in_utc(instant: datetime) -> None:
    again = parse_utc(utc_text(instant))
    assert again == instant
    assert again.tzinfo is UTC


@given(instants, instants)
def test_the_order_of_the_texts_is_the_order_of_time(one: datetime, other: datetime) -> None:
    assert (utc_text(one) < utc_text(other)) == (one < other)
    assert len(utc_text(one)) == 27


@each(
    "text",
    [
        "",
        "2026-11-21",
        "2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.000Z",
        "2026-11-21T08:00:00.000000",
        "2026-11-21T08:00:00.000000+07:00",
        "2026-11-21T08:00:00.000000z",
        "2026-11-21 08:00:00.000000Z",
        "2026-13-21T08:00:00.000000Z",
        "2026-11-21T08:00:00.000000Z\n",
        "２026-11-21T08:00:00.000000Z",
    ],
)
def test_no_other_form_of_an_instant_is_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"not an instant|month must"):
        parse_utc(text)


def test_an_instant_without_a_zone_is_refused_everywhere() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        local_date(NAIVE)
    with pytest.raises(ValueError, match="without a zone"):
        utc_text(NAIVE)
    with pytest.raises(TypeError, match="local_date"):
        format_date(NAIVE)


@each(
    ("day", "text"),
    [(date(2026, 11, 21), "21/11/2026"), (date(2026, 3, 5), "05/03/2026"), (date(33, 4, 3), "03/04/0033")],
)
def test_days_are_written_day_first_with_a_long_year(day: date, text: str) -> None:
    assert format_date(day) == text


def test_the_day_of_an_aware_instant_is_not_guessed_either() -> None:
    with pytest.raises(TypeError, match="local_date"):
        format_date(datetime(2026, 11, 21, 17, 0, tzinfo=UTC))


def test_a_moment_says_the_day_in_viet_nam_and_the_time_after_it() -> None:
    instant = parse_utc("2026-08-02T17:30:05.000000Z")
    assert format_moment(instant) == "03/08/2026 00:30"
    assert format_clock(instant) == "03/08/2026 00:30:05"
    assert format_short_moment(instant) == "03/08 00:30"
    for said in (format_moment, format_clock, format_short_moment):
        with pytest.raises(ValueError, match="zone"):
            said(NAIVE)
