"""Where not all columns have room the least important hide, what the user asked for stays, and it is told."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facility_app.kernel.labels import label
from facility_app.ui.lists import TableView
from facility_app.ui.lists.column_room import shared, too_wide
from facility_app.ui.lists.saved import ColumnLayout
from facility_app.ui.models import ColumnSpec, PagedTableModel
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme
from tests.helpers.cases import each
from tests.ui.models.people import people, people_list
from tests.ui.tasks.held import MemoryPlace

COLUMNS = tuple(
    ColumnSpec(key, label("test", "Cột"), str, width=100, gives_way=way)
    for key, way in (("code", 0), ("birth", 2), ("name", 0), ("paper", 3), ("place", 1))
)
ALL = ColumnLayout(tuple(one.key for one in COLUMNS), frozenset(), {one.key: 100 for one in COLUMNS})


@each(
    ("room", "gone"),
    [(500, set()), (499, {"paper"}), (350, {"paper", "birth"}), (10, {"paper", "birth", "place"})],
)
def test_the_least_important_gives_way_first_and_some_never_do(room: int, gone: set[str]) -> None:
    assert too_wide(COLUMNS, ALL, room) == gone


def test_what_the_user_asked_for_stays_and_what_the_user_hid_wants_no_room() -> None:
    assert too_wide(COLUMNS, replace(ALL, kept=frozenset({"paper"})), 400) == {"birth"}
    assert too_wide(COLUMNS, replace(ALL, hidden=frozenset({"code"})), 400) == set()


def test_a_narrow_column_comes_back_where_a_wide_one_that_gave_way_left_room() -> None:
    wide = replace(ALL, widths={**ALL.widths, "birth": 200, "paper": 60})
    assert too_wide(COLUMNS, wide, 370) == {"birth"}


BOTH = frozenset({"name", "count"})


@each(
    ("needs", "free", "room", "widths"),
    [
        ({"name": 150, "count": 60}, BOTH, 260, {"name": 150, "count": 100}),  # what is spare first
        ({"name": 130, "count": 60}, BOTH, 200, {"name": 130, "count": 70}),  # then what nobody needs
        ({"name": 190, "count": 10}, BOTH, 200, {"name": 134, "count": 66}),  # but never more than a third of it
        ({"name": 150, "count": 130}, BOTH, 240, {"name": 110, "count": 130}),  # as many as can be are read whole
        (
            {"name": 150, "count": 60},
            frozenset({"name"}),
            200,
            {"name": 100, "count": 100},
        ),  # the user's width stays
        ({"name": 150, "count": 60}, frozenset({"count"}), 300, {"name": 100, "count": 100}),
        ({}, BOTH, 180, {"name": 80, "count": 100}),  # nothing measured: off the widest
        ({"name": 60, "count": 60}, BOTH, 180, {"name": 90, "count": 90}),
        ({"name": 60, "count": 60}, BOTH, 400, {"name": 100, "count": 100}),
    ],
)
def test_no_column_is_cut_while_another_stands_half_empty(
    needs: dict[str, int], free: frozenset[str], room: int, widths: dict[str, int]
) -> None:
    made = shared({"name": 100, "count": 100}, needs, free, room)
    assert made == widths
    assert sum(made.values()) <= room


@pytest.fixture
def table(dressed: Theme, qtbot: QtBot) -> TableView:
    spec = people_list(people(2))
    last = len(spec.columns) - 1
    columns = tuple(
        replace(one, width=200, is_hidden=False, gives_way=place == last) for place, one in enumerate(spec.columns)
    )
    runner = InlineRunner(MemoryPlace())
    made = TableView(PagedTableModel(replace(spec, columns=columns), runner), runner, dressed)
    qtbot.addWidget(made)
    made.resize(200 * last, 200)
    made.show()
    return made


def test_a_narrow_table_hides_a_column_tells_so_in_the_menu_and_exports_it_all_the_same(table: TableView) -> None:
    last = table.shown_columns()[-1].key
    menu = QMenu(table)
    table.columns.fill_menu(menu)
    told = [action.text() for action in menu.actions() if "không đủ chỗ" in action.text()]
    assert table.columns.narrowed == {last}
    assert len(told) == 1
    assert last not in table.layout_now().hidden


def test_it_is_back_where_there_is_room_and_stays_where_it_was_asked_for(table: TableView) -> None:
    last, width = table.shown_columns()[-1].key, table.width()
    table.resize(width + 400, 200)
    assert table.columns.narrowed == set()
    table.resize(width, 200)
    table.columns.set_shown(last, True)
    assert table.columns.narrowed == set()
    assert table.layout_now().kept == {last}
    table.columns.reset()
    assert table.columns.narrowed == {last}
    assert table.layout_now().kept == set()


def test_what_little_is_missing_comes_off_the_widest_and_is_not_taken_for_the_user_s_wish(
    table: TableView,
) -> None:
    before = table.layout_now()
    table.resize(table.width() - 60, 200)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.layout_now() == before
    table.resize(table.width() + 60, 200)
    assert table.layout_now() == before


def test_a_name_too_long_for_its_column_takes_the_room_of_an_emptier_one_but_not_as_the_user_s_wish(
    dressed: Theme, qtbot: QtBot
) -> None:
    spec = people_list(people(2))
    columns = tuple(replace(one, width=90 if one.key == "name" else 200, gives_way=0) for one in spec.columns)
    runner = InlineRunner(MemoryPlace())
    made = TableView(PagedTableModel(replace(spec, columns=columns), runner), runner, dressed)
    qtbot.addWidget(made)
    made.resize(sum(one.width for one in columns), 200)
    made.show()
    model, place = made.model(), [one.key for one in columns].index("name")
    assert isinstance(model, PagedTableModel)
    before = made.layout_now()
    assert made.columnWidth(place) == 90
    model.reload()
    assert made.columnWidth(place) >= made.sizeHintForColumn(place)
    assert made.horizontalScrollBar().maximum() == 0
    assert made.layout_now() == before


def test_a_column_read_whole_or_not_at_all_is_never_cut_for_another(dressed: Theme, qtbot: QtBot) -> None:
    spec = people_list(people(2))
    keys = [one.key for one in spec.columns]
    columns = tuple(
        replace(
            one, width=40 if one.key == "name" else 200, gives_way=0, is_whole=one.key == "name", is_hidden=False
        )
        for one in spec.columns
    )
    runner = InlineRunner(MemoryPlace())
    model = PagedTableModel(replace(spec, columns=columns), runner)
    made = TableView(model, runner, dressed)
    qtbot.addWidget(made)
    made.resize(100 * len(columns), 200)
    made.show()
    before = made.layout_now()
    model.reload()
    place = keys.index("name")
    assert made.columnWidth(place) >= made.sizeHintForColumn(place)
    assert made.layout_now() == before, "nobody asked for that width: it is not remembered"
