"""Rules of learning a trade, each from a table worked out by hand; the queue and the means also by chance."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.money import Money
from facility_app.modules.vocational.domain.courses import (
    CourseFacts,
    CourseKind,
    EnrolmentState,
    LessonFacts,
    ModuleFacts,
    checked_course,
    checked_lesson,
    checked_module,
    lesson_days,
    may_be_marked,
)
from facility_app.modules.vocational.domain.people import (
    Employment,
    GuidanceFacts,
    Health,
    OutcomeFacts,
    SupportFacts,
    SupportKind,
    SupportState,
    checked_guidance,
    checked_outcome,
    checked_support,
)
from facility_app.modules.vocational.domain.queue import ASKS, STOPS, Candidate, Hold, holds_of, queue_of
from facility_app.modules.vocational.domain.results import (
    Book,
    Scored,
    Standing,
    certificate_no,
    checked_score,
    mean_of,
    standing_of,
)
from tests.helpers.cases import each

FIRST, LAST = date(2027, 1, 4), date(2027, 3, 26)
TODAY = date(2027, 2, 1)
READY: dict[str, Any] = {"detox_over_on": date(2026, 9, 1), "health": Health.YES, "leave_by": date(2027, 12, 1)}


def refused(call: Any, *arguments: Any) -> str:
    with pytest.raises(UserError) as told:
        call(*arguments)
    return told.value.code


def course(**more: Any) -> CourseFacts:
    facts: dict[str, Any] = {
        "kind": CourseKind.SHORT,
        "first_on": FIRST,
        "last_on": LAST,
        "hours": 300,
        "capacity": 20,
    }
    return CourseFacts("MAY-01", "May", **(facts | more))


@each(
    ("more", "code"),
    [
        ({}, ""),
        ({"code": " "}, "field_missing"),
        ({"last_on": FIRST - timedelta(days=1)}, "span_reversed"),
        # From 4 January three months end with 3 April: that day is still shorter, the next is not.
        ({"last_on": date(2027, 4, 3)}, ""),
        ({"last_on": date(2027, 4, 4)}, "not_short"),
        ({"kind": CourseKind.PASSED_ON, "last_on": date(2027, 4, 4)}, ""),
        ({"kind": CourseKind.ELEMENTARY, "last_on": date(2027, 6, 30)}, "no_right_to_teach"),
        ({"kind": CourseKind.ELEMENTARY, "last_on": date(2027, 6, 30), "school_id": "s"}, ""),
        ({"kind": CourseKind.ELEMENTARY, "last_on": date(2027, 6, 30), "licence": "12/GP"}, ""),
        ({"kind": CourseKind.APPRENTICE}, "no_employer"),
        ({"kind": CourseKind.APPRENTICE, "employer_id": "e"}, ""),
        ({"capacity": 0}, "number_out_of_range"),
        ({"hours": 0}, "number_out_of_range"),
    ],
)
def test_a_course_is_what_the_article_and_its_name_say(more: dict[str, Any], code: str) -> None:
    typed = CourseFacts(**({name: getattr(course(), name) for name in CourseFacts.__dataclass_fields__} | more))
    if code:
        assert refused(checked_course, typed) == code
    else:
        assert checked_course(typed) == typed


def test_a_module_has_hours() -> None:
    assert checked_module(ModuleFacts(" May  cơ bản ", 1, 10, 20)).name == "May cơ bản"
    assert refused(checked_module, ModuleFacts("May", 1, 0, 0)) == "module_without_hours"


@each(
    ("day", "starts", "ends", "code"),
    [
        (FIRST, 450, 660, ""),
        (LAST, 450, 660, ""),
        (FIRST - timedelta(days=1), 450, 660, "lesson_outside_course"),
        (LAST + timedelta(days=1), 450, 660, "lesson_outside_course"),
        (FIRST, 660, 660, "lesson_hours_odd"),
        (FIRST, 450, 1441, "lesson_hours_odd"),
        (FIRST, 0, 721, "lesson_hours_odd"),
    ],
)
def test_a_lesson_lies_within_its_course_and_its_day(day: date, starts: int, ends: int, code: str) -> None:
    typed = LessonFacts(day, starts, ends)
    if code:
        assert refused(checked_lesson, typed, FIRST, LAST) == code
    else:
        assert checked_lesson(typed, FIRST, LAST) == typed


def test_a_timetable_has_the_days_of_its_weekdays_both_ends_among_them() -> None:
    # 4 January 2027 is a Monday.
    found = lesson_days(FIRST, date(2027, 1, 15), frozenset({1, 5}))
    assert found == (date(2027, 1, 4), date(2027, 1, 8), date(2027, 1, 11), date(2027, 1, 15))
    assert refused(lesson_days, FIRST, date(2027, 1, 5), frozenset({7})) == "no_lesson_days"


@each(
    ("state", "started", "ended", "day", "may"),
    [
        (EnrolmentState.WAITING, None, None, FIRST, False),
        (EnrolmentState.ENROLLED, FIRST, None, FIRST, True),
        (EnrolmentState.ENROLLED, FIRST, None, FIRST - timedelta(days=1), False),
        (EnrolmentState.LEFT, FIRST, TODAY, TODAY, True),
        (EnrolmentState.LEFT, FIRST, TODAY, TODAY + timedelta(days=1), False),
        (EnrolmentState.WITHDRAWN, None, TODAY, TODAY, False),
        (EnrolmentState.DONE, FIRST, LAST, LAST, True),
    ],
)
def test_who_is_on_a_sheet_was_in_the_course_that_day(
    state: EnrolmentState, started: date | None, ended: date | None, day: date, may: bool
) -> None:
    assert may_be_marked(state, started, ended, day) is may


@each(
    ("more", "holds"),
    [
        ({}, ()),
        # Stage 4 begins when stage 2 has ended (Đ87.3): on the course's first day at the latest.
        ({"detox_over_on": FIRST}, ()),
        ({"detox_over_on": FIRST + timedelta(days=1)}, (Hold.IN_DETOX,)),
        ({"detox_over_on": None}, (Hold.IN_DETOX,)),
        ({"leave_by": LAST}, ()),
        ({"leave_by": LAST - timedelta(days=1)}, (Hold.LEAVES_BEFORE,)),
        ({"leave_by": None}, ()),
        ({"health": None}, (Hold.NOT_GUIDED,)),
        ({"health": Health.NO}, (Hold.UNFIT,)),
        ({"health": Health.LIMITS}, (Hold.LIMITS,)),
        ({"is_gone": True, "is_away": True, "detox_over_on": None}, (Hold.GONE,)),
        ({"is_away": True, "trained_before": True}, (Hold.AWAY, Hold.TRAINED_BEFORE)),
        ({"in_other_course": True}, (Hold.ELSEWHERE,)),
    ],
)
def test_what_holds_somebody_back_from_a_course(more: dict[str, Any], holds: tuple[Hold, ...]) -> None:
    assert holds_of(Candidate("a", "001", FIRST, **(READY | more)), FIRST, LAST) == holds


def test_the_queue_by_hand() -> None:
    def waits(name: str, asked: int, **more: Any) -> Candidate:
        return Candidate(name, name, date(2026, 12, asked), **(READY | more))

    people = [
        waits("unfit", 1, health=Health.NO),
        waits("late", 9),
        waits("trained", 1, trained_before=True),
        waits("short", 2, leave_by=date(2027, 3, 1)),
        waits("early-b", 3),
        waits("early-a", 3),
    ]
    found = queue_of(people, FIRST, LAST)
    assert [one.enrolment_id for one in found] == ["early-a", "early-b", "late", "trained", "short", "unfit"]
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6]
    assert [one.is_next for one in found] == [True, False, False, False, False, False]
    alone = queue_of([waits("trained", 1, trained_before=True)], FIRST, LAST)
    assert alone[0].is_next, "who learnt a trade before stands behind others, not outside"


CANDIDATES = st.builds(
    Candidate,
    enrolment_id=st.uuids().map(str),
    code=st.integers(0, 50).map(str),
    asked_on=st.dates(date(2026, 11, 1), date(2026, 12, 31)),
    is_gone=st.booleans(),
    is_away=st.booleans(),
    detox_over_on=st.none() | st.dates(date(2026, 8, 1), date(2027, 2, 1)),
    leave_by=st.none() | st.dates(date(2027, 1, 1), date(2027, 12, 31)),
    health=st.none() | st.sampled_from(Health),
    trained_before=st.booleans(),
    in_other_course=st.booleans(),
)


@given(st.lists(CANDIDATES, max_size=8, unique_by=lambda one: one.enrolment_id), st.randoms())
def test_a_queue_loses_nobody_does_not_hang_on_the_order_given_and_has_one_next_at_most(
    people: list[Candidate], chance: Any
) -> None:
    found = queue_of(people, FIRST, LAST)
    mixed = list(people)
    chance.shuffle(mixed)
    again = queue_of(mixed, FIRST, LAST)
    by_code = {one.enrolment_id: (one.code, one.asked_on) for one in people}
    assert [by_code[one.enrolment_id] for one in found] == [by_code[one.enrolment_id] for one in again]
    assert sorted(one.enrolment_id for one in found) == sorted(one.enrolment_id for one in people)
    free = [one for one in found if STOPS.isdisjoint(one.holds) and ASKS.isdisjoint(one.holds)]
    assert [one for one in found if one.is_next] == free[:1]


@each(
    ("scores", "mean"),
    [
        ([], None),
        ([(30, "8.0"), (270, None)], None),
        ([(30, "8.0"), (270, "7.0")], "7.1"),  # (240 + 1890) / 300 = 7.1
        ([(10, "7.0"), (10, "7.1")], "7.1"),  # 7.05: half goes up
        ([(100, "0")], "0.0"),
    ],
)
def test_a_mean_weighs_modules_by_their_hours(scores: list[tuple[int, str | None]], mean: str | None) -> None:
    found = mean_of([Scored(hours, None if one is None else Decimal(one)) for hours, one in scores])
    assert found == (None if mean is None else Decimal(mean))


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 100)), min_size=1, max_size=9))
def test_a_mean_lies_between_the_lowest_and_the_highest(scores: list[tuple[int, int]]) -> None:
    found = mean_of([Scored(hours, Decimal(tenths) / 10) for hours, tenths in scores])
    tenths = [one for _, one in scores]
    assert found is not None
    assert Decimal(min(tenths)) / 10 <= found <= Decimal(max(tenths)) / 10


@each(
    ("modules", "exam", "has_exam", "mark", "standing"),
    [
        (["5.0", "9.0"], None, False, "5", Standing.PASSED),
        (["4.9", "9.0"], None, False, "5", Standing.BELOW),
        (["5.9", "9.0"], None, False, "6.0", Standing.BELOW),
        (["4.0", None], None, False, "5", Standing.MISSING),
        ([], None, False, "5", Standing.MISSING),
        (["9.0"], None, True, "5", Standing.MISSING),
        (["4.0"], "5.0", True, "5", Standing.PASSED),
        ([None], "5.0", True, "5", Standing.PASSED),
        (["9.0"], "4.9", True, "5", Standing.BELOW),
        (["9.0"], "4.9", True, "4.5", Standing.PASSED),
    ],
)
def test_who_has_passed(
    modules: list[str | None], exam: str | None, has_exam: bool, mark: str, standing: Standing
) -> None:
    scored = [Scored(10, None if one is None else Decimal(one)) for one in modules]
    asked = None if exam is None else Decimal(exam)
    assert standing_of(scored, asked, has_exam=has_exam, pass_score=Decimal(mark)) is standing


def test_a_score_is_of_ten_with_one_place() -> None:
    assert [checked_score(Decimal(one)) for one in ("0", "7.5", "10")] == [Decimal("0.0"), Decimal("7.5"), 10]
    assert {refused(checked_score, Decimal(one)) for one in ("-0.1", "10.1", "7.25")} == {"bad_score"}


def test_a_number_is_printed_with_its_book_and_year() -> None:
    assert certificate_no(Book.ELEMENTARY, 2027, 7) == "07/2027/CCSC"
    assert certificate_no(Book.LEARNT, 2027, 112) == "112/2027/CNHN"


@each(
    ("call", "typed", "code"),
    [
        (checked_guidance, GuidanceFacts(TODAY, "May", Health.YES, "9/12"), ""),
        (checked_guidance, GuidanceFacts(TODAY, "May", Health.LIMITS, "9/12"), "field_missing"),
        (checked_guidance, GuidanceFacts(TODAY + timedelta(days=1), "May", Health.YES, "9"), "day_out_of_range"),
        (checked_support, SupportFacts(TODAY, SupportKind.LOAN, SupportState.GRANTED), "field_missing"),
        (checked_support, SupportFacts(TODAY, SupportKind.LOAN, SupportState.ASKED), ""),
        (
            checked_support,
            SupportFacts(TODAY, SupportKind.LOAN, SupportState.ASKED, amount=Money(0)),
            "number_out_of_range",
        ),
        (checked_outcome, OutcomeFacts(TODAY, Employment.EMPLOYED), "field_missing"),
        (checked_outcome, OutcomeFacts(TODAY, Employment.UNEMPLOYED), ""),
    ],
)
def test_what_is_kept_about_a_person(call: Any, typed: Any, code: str) -> None:
    if code:
        assert refused(call, typed, TODAY) == code
    else:
        assert call(typed, TODAY) == typed
