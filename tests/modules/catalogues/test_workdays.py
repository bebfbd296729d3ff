"""Working days and days off, and how deadlines are counted over them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.app.paths import resources_folder
from facility_app.kernel.labels import Label
from facility_app.modules.catalogues.domain import (
    DAY_KIND_LABELS,
    DayKind,
    Evidence,
    SpecialDay,
    WorkCalendar,
    due_after_days,
    due_after_hours,
    due_after_months,
    due_before,
    read_special_days,
)
from tests.helpers.cases import each

SHIPPED = read_special_days((resources_folder() / "catalogues" / "working_days.csv").read_text("utf-8"))
WEEKEND = frozenset({6, 7})
CALENDAR = WorkCalendar(WEEKEND, {one.day: one for one in SHIPPED})
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@each(
    ("day", "worked"),
    [
        ("2026-02-13", True),
        ("2026-02-16", False),
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-01-02", False),
        ("2026-01-10", True),
        ("2026-04-27", False),
        ("2026-08-22", True),
        ("2026-08-31", False),
        ("2026-09-02", False),
        ("2026-09-03", True),
        ("2026-11-21", False),
        ("2026-11-23", True),
        ("2026-11-24", False),
        ("2025-04-26", True),
        ("2025-05-02", False),
    ],
)
def test_the_days_of_the_notices(day: str, worked: bool) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day)) is worked


def test_2026_has_thirteen_weekdays_off_and_culture_day() -> None:
    off = [one.day for one in SHIPPED if one.kind is DayKind.OFF and one.day.year == 2026]
    assert sum(day.isoweekday() < 6 for day in off) == 14


@each(
    ("after", "count", "due"),
    [
        ("2026-11-20", 1, "2026-11-23"),  # from Friday over the weekend
        ("2026-11-20", 2, "2026-11-25"),  # and over Culture Day
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-21", 1, "2026-11-23"),  # the event fell on a Saturday
        ("2026-02-13", 1, "2026-02-23"),  # over the nine days of Tết
        ("2026-01-09", 1, "2026-01-10"),  # a Saturday worked instead
        ("2026-11-25", -1, "2026-11-23"),
    ],
)
def test_a_deadline_in_working_days_does_not_count_the_day_of_the_event(after: str, count: int, due: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(after), count) == date.fromisoformat(due)


@given(DAYS, st.integers(1, 40))
def test_the_day_due_is_worked_and_so_many_working_days_away(day: date, count: int) -> None:
    due = CALENDAR.add_working_days(day, count)
    assert CALENDAR.is_working_day(due)
    assert CALENDAR.working_days_between(day, due) == count


@given(DAYS)
def test_the_nearest_working_days_are_worked_and_enclose_the_day(day: date) -> None:
    before, after = CALENDAR.previous_working_day(day), CALENDAR.next_working_day(day)
    assert before <= day <= after
    assert CALENDAR.is_working_day(before)
    assert CALENDAR.is_working_day(after)
    assert (before == day == after) is CALENDAR.is_working_day(day)


@given(DAYS, DAYS)
def test_no_working_day_lies_between_a_day_and_an_earlier_one(day: date, other: date) -> None:
    assert CALENDAR.working_days_between(max(day, other), min(day, other)) == 0


def test_a_deadline_in_hours_runs_through_the_weekend() -> None:
    friday = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    assert due_after_hours(friday, 24) == friday + timedelta(days=1)


def test_a_deadline_in_days_or_months_ends_on_the_day_whatever_day_it_is() -> None:
    assert due_after_days(date(2026, 11, 19), 2) == date(2026, 11, 21)
    assert due_after_months(date(2026, 11, 30), 3) == date(2027, 2, 28)


@each(
    ("end", "days", "lawful", "act"),
    [
        ("2026-12-24", 30, "2026-11-24", "2026-11-23"),  # Culture Day: earlier, never later
        ("2026-12-22", 30, "2026-11-22", "2026-11-20"),  # a Sunday
        ("2026-12-23", 30, "2026-11-23", "2026-11-23"),
    ],
)
def test_a_notice_so_long_before_moves_earlier_never_later(end: str, days: int, lawful: str, act: str) -> None:
    found = due_before(date.fromisoformat(end), days, CALENDAR)
    assert (found.lawful_on, found.act_on) == (date.fromisoformat(lawful), date.fromisoformat(act))


def test_a_year_is_settled_when_its_notices_have_come() -> None:
    assert [CALENDAR.is_settled(year) for year in (2024, 2025, 2026, 2027)] == [False, True, True, False]
    expected = {one.day: one for one in SHIPPED if not one.evidence.is_binding}
    assert {day.year for day in expected} == {2027}
    told = {
        day: SpecialDay(day, DayKind.OFF, Label("x", "Tết"), "", "TB", Evidence.FACILITY, "e") for day in expected
    }
    assert WorkCalendar(WEEKEND, {**CALENDAR.special, **told}).is_settled(2027)


def test_the_list_has_each_day_once_with_words_and_source() -> None:
    assert [one.day for one in SHIPPED] == sorted({one.day for one in SHIPPED})
    assert all(one.name and one.english and one.source for one in SHIPPED)
    assert set(DAY_KIND_LABELS) == set(DayKind)
    head = "day,kind,name,english,source,evidence\n"
    with pytest.raises(ValueError, match="twice"):
        read_special_days(head + "2026-01-01,off,A,A,s,read\n2026-01-01,off,A,A,s,read\n")
