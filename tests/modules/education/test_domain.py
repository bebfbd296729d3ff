"""Rules of teaching, from tables worked out by hand from the articles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.attendance import Mark, Marked, Seat, whole_sheet
from facility_app.modules.education.domain.classes import (
    CLASS_ARTICLES,
    CLASS_KIND_LABELS,
    TOPICS_OF,
    ClassKind,
    SchoolLevel,
    TaughtIn,
    TopicKind,
)
from facility_app.modules.education.domain.results import Grade, ResultKind, grade_fits
from facility_app.modules.education.domain.schooling import compulsory_level
from facility_app.modules.education.domain.shares import Share
from facility_app.modules.education.domain.timetable import Hour, check_hour
from tests.helpers.cases import each

OLD, NEW = LegalRegime.L2021, LegalRegime.L2025
PRIMARY, LOWER, UPPER = SchoolLevel
JANUARY = date(2027, 1, 1)


def test_every_kind_has_its_words_and_its_article_and_politics_came_with_the_new_law() -> None:
    assert set(CLASS_KIND_LABELS) == set(CLASS_ARTICLES) == set(ClassKind)
    assert set(TOPICS_OF[NEW]) - set(TOPICS_OF[OLD]) == {TopicKind.POLITICS}


@each(
    ("age", "regime", "reached", "finished", "level"),
    [
        # Đ127.1: primary and lower secondary; law.md §7: before it primary only.
        (12, NEW, None, (), PRIMARY),
        (12, NEW, "none", (), PRIMARY),
        (14, NEW, "primary", (), PRIMARY),
        (14, NEW, "primary", (PRIMARY,), LOWER),
        (15, NEW, "lower_secondary", (), LOWER),
        (15, NEW, "lower_secondary", (LOWER,), None),
        (17, NEW, "upper_secondary", (), None),
        (17, NEW, "lower_secondary", (), LOWER),
        (17, NEW, "none", (UPPER,), None),
        (18, NEW, None, (), None),
        (11, NEW, None, (), None),
        (16, OLD, None, (), PRIMARY),
        (16, OLD, "primary", (PRIMARY,), None),
        (16, OLD, "lower_secondary", (), None),
    ],
)
def test_a_minor_is_taught_what_the_law_of_the_stay_asks(
    age: int,
    regime: LegalRegime,
    reached: str | None,
    finished: tuple[SchoolLevel, ...],
    level: SchoolLevel | None,
) -> None:
    assert compulsory_level(age, regime, reached, finished) is level


@given(st.integers(0, 80), st.sampled_from(list(SchoolLevel)))
def test_no_adult_and_nobody_who_finished_lower_secondary_is_sent_to_school(age: int, done: SchoolLevel) -> None:
    found = compulsory_level(age, NEW, None, (done,))
    assert found is None or (12 <= age < 18 and done is PRIMARY and found is LOWER)


def seats(*away: bool) -> dict[str, Seat]:
    where = label("terms", "Đang nằm viện")
    return {f"r{n}": Seat(f"r{n}", f"HV{n}", where if one else None) for n, one in enumerate(away)}


def typed(**marks: Mark) -> dict[str, Marked]:
    return {one: Marked(one, mark) for one, mark in marks.items()}


def test_who_is_away_is_marked_by_the_program_and_everybody_else_by_hand() -> None:
    kept = whole_sheet(seats(False, True, False), typed(r0=Mark.PRESENT, r2=Mark.EXCUSED))
    assert {one: row.mark for one, row in kept.items()} == {
        "r0": Mark.PRESENT,
        "r1": Mark.ELSEWHERE,
        "r2": Mark.EXCUSED,
    }


@each(
    ("marks", "code"),
    [
        ({"r0": Mark.PRESENT, "r1": Mark.PRESENT}, "away_not_present"),
        ({"r0": Mark.PRESENT, "r1": Mark.UNEXCUSED}, "away_not_present"),
        ({"r0": Mark.ELSEWHERE}, "inside_not_elsewhere"),
        ({}, "sheet_unfinished"),
        ({"r0": Mark.PRESENT, "r9": Mark.PRESENT}, "not_in_class"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(marks: dict[str, Mark], code: str) -> None:
    with pytest.raises(UserError) as told:
        whole_sheet(seats(False, True), typed(**marks))
    assert told.value.code == code
    assert "{" not in told.value.message


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.data())
def test_by_no_sheet_is_somebody_present_who_is_not_in_the_facility(away: list[bool], data: st.DataObject) -> None:
    there = seats(*away)
    marks = data.draw(st.dictionaries(st.sampled_from(sorted(there)), st.sampled_from(Mark)))
    try:
        kept = whole_sheet(there, typed(**marks))
    except UserError:
        return
    assert set(kept) == set(there)
    for one, row in kept.items():
        assert (row.mark is Mark.ELSEWHERE) is (there[one].away is not None)


@each(
    ("hour", "kind", "code"),
    [
        (Hour(1, 480, 600, JANUARY), ClassKind.LEGAL, ""),
        (Hour(1, 600, 660, JANUARY), ClassKind.LEGAL, ""),
        (Hour(1, 540, 660, JANUARY), ClassKind.LEGAL, "hour_taken"),
        (Hour(2, 540, 660, JANUARY), ClassKind.LEGAL, ""),
        (Hour(1, 600, 480, JANUARY), ClassKind.LEGAL, "span_reversed"),
        (Hour(1, 480, 485, JANUARY), ClassKind.LEGAL, "lesson_length"),
        (Hour(8, 600, 660, JANUARY), ClassKind.LEGAL, "bad_weekday"),
        (Hour(1, 420, 480, JANUARY), ClassKind.LEGAL, ""),
        (Hour(1, 660, 960, JANUARY), ClassKind.LEGAL, ""),
        (Hour(1, 660, 961, JANUARY), ClassKind.LEGAL, "lesson_length"),
        (Hour(1, 660, 670, JANUARY), ClassKind.LEGAL, ""),
        (Hour(1, 660, 669, JANUARY), ClassKind.LEGAL, "lesson_length"),
        (Hour(1, 540, 660, date(2026, 9, 1), date(2026, 12, 31)), ClassKind.LEGAL, ""),
        # Đ119.3: scripture once a week, in the weeks it is held.
        (Hour(3, 600, 660, date(2026, 9, 1), date(2026, 12, 31)), ClassKind.SCRIPTURE, ""),
        (Hour(3, 600, 660, JANUARY), ClassKind.SCRIPTURE, "scripture_weekly"),
    ],
)
def test_an_hour_is_one_that_can_be(hour: Hour, kind: ClassKind, code: str) -> None:
    others = [] if hour.starts == 480 else [Hour(1, 480, 600, JANUARY)]
    if not code:
        check_hour(hour, kind, others)
        return
    with pytest.raises(UserError) as told:
        check_hour(hour, kind, others)
    assert told.value.code == code


def test_hours_of_other_weeks_do_not_meet() -> None:
    spring = Hour(1, 480, 600, JANUARY, date(2027, 3, 31))
    assert not spring.meets(Hour(1, 480, 600, date(2027, 4, 1)))
    assert spring.meets(Hour(1, 540, 660, date(2027, 3, 31)))
    assert not Hour(1, 480, 600, date(2027, 4, 1)).meets(spring)
    assert spring.falls_on(date(2027, 3, 29))
    assert not spring.falls_on(date(2027, 4, 5))


def test_an_hour_counts_on_its_first_and_on_its_last_day() -> None:
    two_mondays = Hour(1, 480, 600, date(2027, 2, 1), date(2027, 2, 8))
    assert [day for day in range(1, 28) if two_mondays.falls_on(date(2027, 2, day))] == [1, 8]


@given(st.sets(st.integers(0, 50)), st.sets(st.integers(0, 50)))
def test_a_share_is_the_naive_count_and_never_more_than_all(present: set[int], taught: set[int]) -> None:
    found = Share.among([str(n) for n in present], [str(n) for n in taught])
    assert (found.given, found.of) == (sum(n in taught for n in present), len(present))
    if present:
        assert found.permille is not None
        assert abs(found.permille - 1000 * found.given / found.of) <= 0.5
    else:
        assert found.permille is None


def test_legal_education_is_a_class_of_law_or_the_topic_of_law() -> None:
    assert TaughtIn(ClassKind.LEGAL).is_legal
    assert TaughtIn(ClassKind.TOPICS, TopicKind.LAW).is_legal
    assert not TaughtIn(ClassKind.TOPICS, TopicKind.CIVICS).is_legal
    assert not TaughtIn(ClassKind.SPORT).is_legal


def test_grades_of_literacy_and_of_school_are_not_mixed() -> None:
    assert grade_fits(ResultKind.LITERACY_AFTER, Grade.BASIC)
    assert not grade_fits(ResultKind.LITERACY_AFTER, Grade.GOOD)
    assert not grade_fits(ResultKind.FINAL, Grade.LITERATE)
