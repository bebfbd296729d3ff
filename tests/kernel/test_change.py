"""What a commit tells the open screens."""

from facility_app.kernel.change import Change


def test_a_change_names_each_touched_table_once() -> None:
    change = Change(frozenset({("stay", "1"), ("stay", "2"), ("resident", "1")}), "page")
    assert change.tables == {"stay", "resident"}
    assert change.initiator == "page"


def test_an_empty_change_touches_nothing_and_comes_from_nobody() -> None:
    nothing = Change(frozenset())
    assert nothing.tables == frozenset()
    assert nothing.initiator == ""
