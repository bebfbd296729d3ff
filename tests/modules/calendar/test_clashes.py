"""Clashes: whoever is taken twice at one time is found, nobody else is, whatever the order and the number."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.dates import format_moment
from facility_app.modules.calendar.domain.bookings import clashes_refused
from facility_app.modules.calendar.domain.clashes import Clash, ClashAbout, clashes, clashes_with
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS, OccupiedAsked, Slot, SlotKind, occupied_by
from tests.helpers.cases import each
from tests.modules.calendar.conftest import at

Met = set[tuple[ClashAbout, str, frozenset[str]]]


def slot(
    source: str, first: float, last: float, people: str = "", staff: str = "", room: str = "", name: str = ""
) -> Slot:
    return Slot(
        SlotKind.CLASS, at(first), at(last), ("probe", source), frozenset(people), frozenset(staff), room, name
    )


def met(found: Sequence[Clash]) -> Met:
    return {
        (one.about, who, frozenset({one.first.source[1], one.second.source[1]}))
        for one in found
        for who in one.ids
    }


def naively(slots: Sequence[Slot], shared_rooms: frozenset[str] = frozenset()) -> Met:
    """Every pair compared with every other: slow, and obviously right."""
    found: Met = set()
    for one, other in combinations(slots, 2):
        pair = frozenset({one.source[1], other.source[1]})
        if one.source == other.source or not (one.from_at < other.to_at and other.from_at < one.to_at):
            continue
        found |= {(ClashAbout.PERSON, who, pair) for who in one.resident_ids & other.resident_ids}
        found |= {(ClashAbout.STAFF, who, pair) for who in one.staff_ids & other.staff_ids}
        if one.room_id and one.room_id == other.room_id and one.room_id not in shared_rooms:
            found.add((ClashAbout.ROOM, one.room_id, pair))
    return found


@each(
    ("one", "other", "found"),
    [
        (slot("a", 8, 10, "x"), slot("b", 9, 11, "x"), {(ClashAbout.PERSON, "x", frozenset("ab"))}),
        (slot("a", 8, 10, "x"), slot("b", 10, 11, "x"), set()),
        (slot("b", 10, 11, "x"), slot("a", 8, 10, "x"), set()),
        (slot("a", 8, 12, "x"), slot("b", 9, 10, "x"), {(ClashAbout.PERSON, "x", frozenset("ab"))}),
        (slot("a", 8, 10, "x"), slot("b", 8, 10, "x"), {(ClashAbout.PERSON, "x", frozenset("ab"))}),
        (slot("a", 8, 10, "x"), slot("b", 8, 10, "y"), set()),
        (slot("a", 8, 10, staff="t"), slot("b", 9, 10, staff="t"), {(ClashAbout.STAFF, "t", frozenset("ab"))}),
        (slot("a", 8, 10, "t"), slot("b", 9, 10, staff="t"), set()),
        (slot("a", 8, 10, room="p"), slot("b", 9, 10, room="p"), {(ClashAbout.ROOM, "p", frozenset("ab"))}),
        (slot("a", 8, 10), slot("b", 9, 10), set()),
        (slot("a", 8, 10, "x"), slot("a", 9, 11, "x"), set()),
    ],
)
def test_two_slots_clash_when_somebody_is_in_both_at_one_moment(one: Slot, other: Slot, found: Met) -> None:
    assert met(clashes((one, other))) == found
    assert met(clashes((other, one))) == found


def test_a_long_slot_meets_every_short_one_and_the_short_ones_do_not_meet() -> None:
    day = [slot("long", 7, 17, "x"), *(slot(f"{hour}", hour, hour + 1, "x") for hour in range(7, 17))]
    assert met(clashes(day)) == {(ClashAbout.PERSON, "x", frozenset({"long", f"{hour}"})) for hour in range(7, 17)}


def test_a_clash_says_from_when_to_when_and_who_all_is_in_both() -> None:
    (found,) = clashes((slot("late", 9, 12, "yxz"), slot("early", 8, 10, "xya")))
    assert (found.from_at, found.to_at, found.ids) == (at(9), at(10), ("x", "y"))
    assert (found.first.source[1], found.second.source[1]) == ("early", "late")


def test_a_room_where_several_things_are_done_at_once_is_never_taken_twice() -> None:
    both = (slot("a", 8, 10, room="yard"), slot("b", 9, 10, room="yard"))
    assert met(clashes(both)) != set()
    assert clashes(both, shared_rooms=frozenset({"yard"})) == ()


def test_a_change_is_not_held_against_the_record_as_it_stood_and_others_clashes_are_not_told() -> None:
    before, other, third = slot("a", 8, 10, "x"), slot("b", 13, 14, "xy"), slot("c", 13, 14, "y")
    moved = slot("a", 9, 11, "x")
    assert clashes_with((moved,), (before, other, third)) == ()
    again = slot("a", 13, 14, "x")
    assert met(clashes_with((again,), (before, other, third))) == {(ClashAbout.PERSON, "x", frozenset("ab"))}


SLOTS = st.builds(
    lambda source, first, length, people, staff, room: slot(
        source, first, first + length, "".join(people), "".join(staff), room
    ),
    st.sampled_from("abcdefghijklmnop"),
    st.integers(0, 12),
    st.integers(1, 6),
    st.sets(st.sampled_from("xyz")),
    st.sets(st.sampled_from("tu")),
    st.sampled_from(("", "p", "q", "yard")),
)


@given(st.lists(SLOTS, max_size=14))
def test_one_sweep_finds_what_comparing_every_pair_finds(slots: list[Slot]) -> None:
    shared = frozenset({"yard"})
    assert met(clashes(slots, shared_rooms=shared)) == naively(slots, shared)
    assert set(clashes(slots)) == set(clashes(list(reversed(slots))))


@given(st.lists(SLOTS, max_size=6), st.lists(SLOTS, max_size=8))
def test_asking_for_what_is_wished_finds_what_was_wished_of_all_clashes(
    wished: list[Slot], others: list[Slot]
) -> None:
    own = {one.source[1] for one in wished}
    rest = [one for one in others if one.source[1] not in own]
    expected = {one for one in naively([*wished, *rest]) if not one[2].isdisjoint(own)}
    assert met(clashes_with(wished, others)) == expected


def test_no_slot_ends_before_it_begins_and_none_of_health_says_more() -> None:
    with pytest.raises(ValueError, match="ends after"):
        slot("a", 8, 8)
    for name, place in (("Phòng ARV", ""), ("", "Bệnh viện 09")):
        with pytest.raises(ValueError, match="health"):
            Slot(SlotKind.HEALTH, at(8), at(9), ("probe", "a"), name=name, place=place)


def test_a_question_wants_what_touches_one_of_its_people_staff_or_rooms_in_its_time() -> None:
    one = slot("a", 8, 10, "x", "t", "p")
    hours = (at(8), at(17))
    assert OccupiedAsked(*hours).wants(one)
    assert OccupiedAsked(*hours, resident_ids=frozenset("xy")).wants(one)
    assert OccupiedAsked(*hours, staff_ids=frozenset("t")).wants(one)
    assert OccupiedAsked(*hours, room_ids=frozenset("p")).wants(one)
    assert OccupiedAsked(*hours, resident_ids=frozenset("y"), room_ids=frozenset("p")).wants(one)
    assert not OccupiedAsked(*hours, resident_ids=frozenset("y")).wants(one)
    assert not OccupiedAsked(*hours, resident_ids=frozenset()).wants(one)
    assert not OccupiedAsked(at(10), at(17)).wants(one)
    assert not OccupiedAsked(at(7), at(8)).wants(one)


def test_what_is_wished_asks_for_its_whole_time_and_everybody_in_it() -> None:
    asked = occupied_by((slot("a", 8, 10, "x", "t"), slot("b", 13, 15, "y", room="p")))
    assert asked == OccupiedAsked(at(8), at(15), frozenset("xy"), frozenset("t"), frozenset("p"))
    assert occupied_by(()) is None


def test_the_refusal_names_both_when_and_how_many_and_nobody() -> None:
    clash = clashes((slot("a", 8, 10, "xy", name="Xóa mù chữ A1"), slot("b", 9, 11, "xy"), slot("c", 9, 10, "x")))
    told = clashes_refused(clash)
    assert told.code == "calendar_clash"
    assert "Xóa mù chữ A1" in told.message
    assert SLOT_KIND_LABELS[SlotKind.CLASS] in told.message
    assert format_moment(at(9)) in told.message
    assert "{" not in told.message


def test_everything_of_a_week_is_asked_for_without_naming_anybody() -> None:
    asked = OccupiedAsked(at(0), at(0) + timedelta(days=7))
    assert asked.is_about_everybody
    assert asked.wants(slot("a", 8, 9))
