"""What is remembered of a list comes back as it was, and rubbish comes back as nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.paging import Look, Sort
from facility_app.ui.lists import ColumnLayout, NotedMemory, PassingMemory, SavedView
from facility_app.ui.lists.saved import ListNotes, default_layout, layout_of, look_body, look_of
from facility_app.ui.models import ListSpec
from tests.helpers.cases import each
from tests.ui.models.people import PersonRow, people, people_list
from tests.ui.tasks.held import Heard, MemoryPlace, held_runner

T = TypeVar("T")
SPEC: ListSpec[PersonRow] = people_list(people(0))
KEYS = tuple(column.key for column in SPEC.columns)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(KEYS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
LAYOUTS = st.builds(
    ColumnLayout,
    st.permutations(KEYS).map(tuple),
    st.sets(st.sampled_from(KEYS), max_size=len(KEYS) - 1).map(frozenset),
    st.fixed_dictionaries({key: st.integers(40, 1200) for key in KEYS}),
)


@given(LAYOUTS)
def test_a_layout_comes_back_as_it_was(layout: ColumnLayout) -> None:
    assert layout_of(layout.body(), SPEC) == layout


@given(st.dictionaries(st.sampled_from(["order", "hidden", "widths", "x"]), JSON) | JSON)
def test_whatever_was_kept_makes_a_layout_that_fits(body: object) -> None:
    layout = layout_of(body, SPEC)
    assert sorted(layout.order) == sorted(KEYS)
    assert layout.hidden < set(KEYS)
    assert all(40 <= layout.widths[key] <= 1200 for key in KEYS)


@given(st.dictionaries(st.sampled_from(["text", "filters", "sorts"]), JSON) | JSON)
def test_whatever_was_kept_makes_a_look_the_list_can_answer(body: object) -> None:
    look = look_of(body, SPEC)
    assert {sort.key for sort in look.sorts} <= {"name", "code"}
    assert set(look.filters) <= {"zone"}


def test_a_column_that_came_later_stands_where_the_list_has_it() -> None:
    old = {"order": ["state", "name", "balance"], "hidden": [], "widths": {"name": 300}}
    layout = layout_of(old, SPEC)
    assert layout.order == ("state", "name", "card", "zone", "balance", "ends", "code")
    assert layout.hidden == {"code"}, "hidden as the list says, for nobody chose it"
    assert layout.widths["name"] == 300


@each("descending", [True, False])
def test_a_look_comes_back_as_it_was(descending: bool) -> None:
    look = Look("đức", {"zone": "A"}, (Sort("name", descending=descending),))
    assert look_of(look_body(look), SPEC) == look


def test_an_order_of_the_list_that_no_column_has_comes_back() -> None:
    spec = replace(SPEC, default_sort=(Sort("gone"), Sort("name")))
    assert look_of(look_body(Look(sorts=spec.default_sort)), spec).sorts == spec.default_sort
    assert look_of(look_body(Look(sorts=spec.default_sort)), SPEC).sorts == (Sort("name"),)


def test_a_list_remembers_filters_and_order_but_not_whom_one_searched_for() -> None:
    memory = PassingMemory()
    notes = ListNotes(SPEC, memory)
    assert notes.last() == (Look(sorts=SPEC.default_sort), default_layout(SPEC))
    layout = ColumnLayout(KEYS[::-1], frozenset({"zone"}), default_layout(SPEC).widths)
    notes.keep(Look("Nguyễn", {"zone": "B"}, (Sort("name"),)), layout)
    assert ListNotes(SPEC, memory).last() == (Look("", {"zone": "B"}, (Sort("name"),)), layout)
    assert "Nguyễn" not in str(memory.get("people"))


def test_views_are_named_replaced_and_forgotten() -> None:
    notes = ListNotes(SPEC, PassingMemory())
    first = SavedView("Khu B", Look("an", {"zone": "B"}, (Sort("name"),)), default_layout(SPEC))
    notes.save_view(first)
    notes.save_view(SavedView("A", Look(sorts=SPEC.default_sort), default_layout(SPEC)))
    assert [view.name for view in notes.views()] == ["A", "Khu B"]
    assert notes.views()[1] == first
    notes.save_view(SavedView("Khu B", Look(sorts=SPEC.default_sort), default_layout(SPEC)))
    assert notes.views()[1].look.text == ""
    notes.drop_view("A")
    notes.drop_view("A")
    assert [view.name for view in notes.views()] == ["Khu B"]


@dataclass
class Note:
    """One note."""

    key: str
    body: Mapping[str, object]


@dataclass
class Notes:
    """Notes in memory, with the words of the real ones."""

    kept: dict[str, Mapping[str, object]]

    def every(self, _kind: str) -> list[Note]:
        """All of them."""
        return [Note(key, body) for key, body in self.kept.items()]

    def put(self, _kind: str, key: str, body: Mapping[str, object]) -> None:
        """Keep one."""
        self.kept[key] = body


@dataclass
class NotedPlace(MemoryPlace):
    """A workplace with such notes."""

    book: Notes = field(default_factory=partial(Notes, {}))

    @override
    def jot(self, work: Callable[[Any], T]) -> T:
        return work(self.book)


def test_noted_memory_answers_at_once_and_writes_behind(qtbot: QtBot) -> None:
    held, heard, place = held_runner(), Heard(), NotedPlace(book=Notes({"people": {"a": 1}}))
    held.runner.workplace = place
    memory = NotedMemory(held.runner, "list")
    memory.load(heard.end)
    memory.put("rooms", {"b": 2})
    assert memory.get("rooms") == {"b": 2}
    assert memory.get("people") is None
    held.writes.step()
    assert heard.told == ["end"]
    assert memory.get("people") == {"a": 1}
    assert memory.get("rooms") == {"b": 2}
    held.writes.step()
    assert place.book.kept == {"people": {"a": 1}, "rooms": {"b": 2}}
    held.runner.close()


def test_a_column_the_user_asked_for_is_remembered_as_such() -> None:
    layout = ColumnLayout(("code", "name"), frozenset(), {"code": 90, "name": 200}, frozenset({"code"}))
    assert layout_of(layout.body(), people_list(people(0))).kept == {"code"}
