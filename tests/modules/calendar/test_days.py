"""Days, halves of days, and where each slot stands in a picture: side by side where they overlap, none hidden."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.domain.days import Drawn, Half, drawn, half_of, monday_of, span_of
from facility_app.modules.calendar.domain.slots import Slot, SlotKind
from tests.helpers.cases import each
from tests.modules.calendar.conftest import MONDAY, at


def slot(source: str, first: float, last: float) -> Slot:
    begins = moment_of(MONDAY, 0)
    return Slot(
        SlotKind.CLASS,
        begins + timedelta(minutes=round(first * 60)),
        begins + timedelta(minutes=round(last * 60)),
        ("probe", source),
    )


@each(("day", "monday"), [(MONDAY, MONDAY), (date(2027, 2, 7), MONDAY), (date(2027, 2, 8), date(2027, 2, 8))])
def test_a_week_begins_on_monday_and_ends_with_sunday(day: date, monday: date) -> None:
    assert monday_of(day) == monday


def test_the_halves_of_a_day_meet_at_noon_and_now_is_now_whatever_the_day() -> None:
    morning, afternoon = (span_of(MONDAY, one, at(9)) for one in (Half.MORNING, Half.AFTERNOON))
    assert morning[1] == afternoon[0] == at(12)
    assert afternoon[1] - morning[0] == timedelta(days=1)
    assert span_of(date(2030, 1, 1), Half.NOW, at(9))[0] == at(9)
    assert (half_of(at(11.9)), half_of(at(12))) == (Half.MORNING, Half.AFTERNOON)


def test_what_overlaps_stands_side_by_side_and_a_new_crowd_begins_afresh() -> None:
    placed = {
        one.slot.source[1]: one for one in drawn([slot("a", 8, 10), slot("b", 9, 11), slot("c", 11, 12)], MONDAY)
    }
    assert (placed["a"].lane, placed["a"].lanes) == (0, 2)
    assert (placed["b"].lane, placed["b"].lanes) == (1, 2)
    assert (placed["c"].lane, placed["c"].lanes) == (0, 1)


def test_what_lasts_over_midnight_is_drawn_on_each_of_its_days() -> None:
    parts = drawn([slot("night", 22, 50)], MONDAY)
    assert [(one.day, one.first, one.last) for one in parts] == [(0, 22 * 60, 1440), (1, 0, 1440), (2, 0, 120)]


SLOTS = st.builds(
    lambda source, first, length: slot(source, first / 2, (first + length) / 2),
    st.sampled_from("abcdefgh"),
    st.integers(0, 80),
    st.integers(1, 60),
)


@given(st.lists(SLOTS, max_size=10))
def test_no_slot_hides_another_and_none_is_left_out(slots: list[Slot]) -> None:
    placed = drawn(slots, MONDAY)
    for one in placed:
        assert 0 <= one.lane < one.lanes
        assert 0 <= one.first < one.last <= 1440
    assert not [
        (one, other)
        for place, one in enumerate(placed)
        for other in placed[place + 1 :]
        if one.day == other.day and _meet(one, other) and one.lane == other.lane
    ]
    assert sum(one.last - one.first for one in placed) == sum(
        round((one.to_at - one.from_at).total_seconds() / 60) for one in slots
    )


def _meet(one: Drawn, other: Drawn) -> bool:
    return one.first < other.last and other.first < one.last
