"""Marks on an axis: round values, honest dates, nothing outside."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.ui.charts import date_ticks, number_words, value_ticks
from facility_app.ui.charts.axis import Axis, rounded_up

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(first=DAYS, days=st.integers(0, 12_000), most=st.integers(2, 8))
def test_dates_on_an_axis_rise_lie_inside_and_are_few(first: date, days: int, most: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    ticks = date_ticks(first, last, most)
    places = [tick.at for tick in ticks]
    assert 1 <= len(ticks) <= most + 2
    assert places == sorted(set(places))
    assert all(first.toordinal() <= place <= last.toordinal() for place in places)


def test_short_axes_show_days_and_long_ones_months() -> None:
    assert [tick.words for tick in date_ticks(date(2026, 11, 22), date(2026, 11, 24))] == [
        "22/11",
        "23/11",
        "24/11",
    ]
    long = date_ticks(date(2026, 8, 10), date(2028, 7, 14), 4)
    assert [tick.words for tick in long] == ["08/2026", "02/2027", "08/2027", "02/2028"]


@given(low=st.floats(-1e6, 1e6), span=st.floats(1e-3, 1e6), most=st.integers(2, 8))
def test_values_on_an_axis_are_evenly_spaced_inside_it(low: float, span: float, most: int) -> None:
    ticks = value_ticks(low, low + span, most)
    steps = [after - before for before, after in pairwise(ticks)]
    assert len(ticks) <= most + 1
    assert all(low - span * 1e-6 <= tick <= low + span * (1 + 1e-6) for tick in ticks)
    assert all(step == pytest.approx(steps[0], rel=1e-3) for step in steps)


@given(high=st.floats(0.01, 1e6))
def test_the_highest_value_never_sticks_out(high: float) -> None:
    top = rounded_up(0, high)
    assert top >= high * (1 - 1e-9)
    assert top <= high * 2


def test_an_axis_without_extent_still_has_a_place() -> None:
    assert Axis(5, 5, 0, 100).place(5) == 50
    assert Axis(0, 10, 0, 100).place(99) == 100
    assert value_ticks(3, 3) == (3,)
    assert rounded_up(3, 3) == 4


def test_numbers_are_written_as_people_here_do() -> None:
    assert [number_words(value) for value in (0, 1234, 12.5, -1500)] == ["0", "1.234", "12,5", "-1.500"]
