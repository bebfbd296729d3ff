"""Where one was: pins first, then the last records, and what cannot be read is as if nobody had noted it."""

from facility_app.ui.lists import PassingMemory
from facility_app.ui.shell.places import KEY, MOST_PINNED, MOST_RECENT, Place, Places
from tests.helpers.cases import each


def place(number: int) -> Place:
    return Place("person", f"r{number}", f"Người {number}")


def test_last_visited_is_first_and_each_is_there_once() -> None:
    places = Places(PassingMemory())
    for number in (1, 2, 1, 3):
        places.visited(place(number))
    assert [one.record for one in places.recent] == ["r3", "r1", "r2"]


def test_only_so_many_are_kept() -> None:
    places = Places(PassingMemory())
    for number in range(20):
        places.visited(place(number))
        places.toggle_pin(place(number))
    assert (len(places.recent), len(places.pinned), len(places.at_hand())) == (MOST_RECENT, MOST_PINNED, 9)


def test_pins_stand_before_recent_records_and_none_twice() -> None:
    places = Places(PassingMemory())
    for number in (1, 2, 3):
        places.visited(place(number))
    assert places.toggle_pin(place(1))
    assert [one.record for one in places.at_hand()] == ["r1", "r3", "r2"]
    assert not places.toggle_pin(place(1))
    assert [one.record for one in places.at_hand()] == ["r3", "r2", "r1"]


def test_what_was_noted_comes_back() -> None:
    memory = PassingMemory()
    before = Places(memory)
    before.visited(place(1))
    before.toggle_pin(place(2))
    after = Places(memory)
    assert (after.recent, after.pinned) == (before.recent, before.pinned)


@each("noted", [None, "x", [["person"]], [1, 2], [["person", "r1", "Người", "x"]]])
def test_note_that_cannot_be_read_is_forgotten(noted: object) -> None:
    memory = PassingMemory()
    memory.put(KEY, {"recent": noted, "pinned": noted})
    assert Places(memory).at_hand() == ()


def test_names_stay_out_of_repr() -> None:
    assert "Người" not in repr(place(1))
