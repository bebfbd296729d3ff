"""The model of a long list: honest, quiet while painting, and never overtaken by a late answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.paging import PAGE_SIZE, Look, Sort
from facility_app.ui.models import ID_ROLE, NOTE_ROLE, ROW_ROLE, SORT_ROLE, TONE_ROLE, ListState, PagedTableModel
from facility_app.ui.models.paged import GONE, KEPT_ROWS, MOST_WANTED, NOT_HERE
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Tone
from tests.ui.models.people import People, PersonRow, people, people_list, person
from tests.ui.tasks.held import Heard, Held, MemoryPlace, PlainWork, held_runner

FAULT = EnvironmentFault("disk_fault", label("errors", "Ổ đĩa báo lỗi"))


@dataclass
class Shown:
    """A model over people, with everything held."""

    held: Held
    store: People
    model: PagedTableModel[PersonRow]

    def read(self) -> None:
        """Let every read that waits be done."""
        while self.held.reads.waiting:
            self.held.reads.step()

    def text(self, row: int, column: int = 0) -> object:
        """What is painted in a cell."""
        return self.model.index(row, column).data()

    def commit(self, record: str) -> None:
        """Somebody else saves a person."""
        self.held.runner.command(QObject(), partial(touch, record)).run()
        self.held.writes.step()


def touch(record: str, uow: PlainWork) -> None:
    uow.touched.add(("person", record))


@pytest.fixture
def held(qtbot: QtBot) -> Iterator[Held]:
    made = held_runner()
    yield made
    made.runner.close()


def shown(held: Held, count: int) -> Shown:
    store = people(count)
    return Shown(held, store, PagedTableModel(people_list(store), held.runner))


def asked_for(made: Shown, qtbot: QtBot) -> None:
    """Wait until the model asked the runner for what was painted."""
    qtbot.waitUntil(partial(bool, made.held.reads.waiting))
    assert made.held.reads.waiting


@pytest.mark.parametrize("count", [0, 1, PAGE_SIZE, PAGE_SIZE + 1, 1000])
def test_qts_own_tester_finds_nothing(held: Held, count: int) -> None:
    made = shown(held, count)
    tester = QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.model.reload()
    made.read()
    made.model.sort(0, Qt.SortOrder.DescendingOrder)
    made.read()
    made.store.rows.pop("id000000", None)
    made.store.rows["new"] = person(7)
    made.model.reload()
    made.read()
    made.model.show(Look(text="an"))
    made.read()
    assert tester.model() is made.model
    assert made.model.rowCount() == len(made.model.ids)


def test_the_row_count_is_honest_at_once(held: Held) -> None:
    made = shown(held, 25_000)
    made.model.reload()
    assert made.model.rowCount() == 0
    made.read()
    assert made.model.rowCount() == 25_000
    assert not made.model.canFetchMore(made.model.index(-1, -1))
    assert [len(asked) for asked in made.store.rows_asked] == [PAGE_SIZE]


def test_the_first_page_comes_with_the_ids(held: Held) -> None:
    made = shown(held, 1000)
    made.model.reload()
    made.read()
    assert made.text(0) == person(0).name
    assert made.text(PAGE_SIZE - 1) == person(PAGE_SIZE - 1).name
    assert not made.held.reads.waiting


def test_painting_asks_nothing_and_what_is_missing_is_asked_for_once(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 1000)
    made.model.reload()
    made.read()
    for row in range(400, 430):
        assert made.text(row) == NOT_HERE
        assert made.model.index(row, 3).data(ROW_ROLE) is None
    assert not made.held.reads.waiting, "data() asks nobody"
    asked_for(made, qtbot)
    assert made.text(410) == NOT_HERE
    assert len(made.held.reads.waiting) == 1
    with qtbot.waitSignal(made.model.dataChanged) as told:
        made.read()
    assert [told.args[0].row(), told.args[1].row()] == [400, 599]
    assert made.text(410) == person(410).name


def test_flying_through_the_list_asks_only_for_the_last_pages_painted(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 25_000)
    made.model.reload()
    made.read()
    made.store.rows_asked.clear()
    for row in range(1000, 25_000, 100):
        made.text(row)
    asked_for(made, qtbot)
    made.read()
    assert len(made.store.rows_asked) == MOST_WANTED
    assert made.store.rows_asked[-1][-1] == "id024999"


def test_a_late_answer_of_an_earlier_look_is_dropped(held: Held) -> None:
    made = shown(held, 1000)
    made.model.show(Look(text="thảo"))
    made.model.show(Look(text="an"))
    made.held.reads.step(1)
    expected = made.model.ids
    made.read()
    assert made.model.ids == expected
    assert [look.text for look in made.store.ids_asked] == ["an"], "the earlier one is not even begun"


def test_late_rows_of_an_earlier_look_are_dropped(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 1000)
    made.model.reload()
    made.read()
    made.text(500)
    asked_for(made, qtbot)
    made.model.sort(0)
    made.held.reads.step(1)
    ids = made.model.ids
    made.held.reads.step(0)
    assert made.model.ids == ids
    for row in range(PAGE_SIZE):
        assert made.model.index(row, 0).data(ROW_ROLE).id == ids[row]


def test_sorting_asks_for_another_order_and_the_tie_is_the_querys(held: Held) -> None:
    made = shown(held, 300)
    made.model.reload()
    made.read()
    made.model.sort(0, Qt.SortOrder.DescendingOrder)
    made.read()
    assert made.store.ids_asked[-1].sorts == (Sort("name", descending=True),)
    assert made.text(0) == made.store.rows[made.model.ids[0]].name
    made.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert not made.held.reads.waiting, "the same order is not asked for again"
    made.model.sort(-1)
    made.read()
    assert made.store.ids_asked[-1].sorts == (Sort("code"),)


def test_a_commit_elsewhere_reloads_and_keeps_the_old_rows_meanwhile(held: Held) -> None:
    made = shown(held, 300)
    made.model.reload()
    made.read()
    made.store.rows["id000003"] = person(4)
    made.commit("id000003")
    assert made.text(3) == person(3).name
    made.read()
    assert made.text(3) == person(4).name


def test_the_same_ids_reset_nothing(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 300)
    made.model.reload()
    made.read()
    with qtbot.assertNotEmitted(made.model.modelReset):
        made.commit("id000003")
        made.read()
    made.store.rows.pop("id000003")
    with qtbot.waitSignal(made.model.modelReset):
        made.commit("id000003")
        made.read()


def test_a_commit_of_another_table_changes_nothing(held: Held) -> None:
    made = shown(held, 10)
    made.model.reload()
    made.read()
    made.held.runner.command(QObject(), _touch_other).run()
    made.held.writes.step()
    assert not made.held.reads.waiting


def _touch_other(uow: PlainWork) -> None:
    uow.touched.add(("room", "1"))


def test_an_unseen_list_waits_with_reloading_until_it_is_seen(held: Held) -> None:
    made = shown(held, 10)
    made.model.reload()
    made.read()
    made.model.set_watching(False)
    made.commit("id000003")
    made.commit("id000004")
    assert not made.held.reads.waiting
    made.model.set_watching(True)
    assert len(made.held.reads.waiting) == 1
    made.model.set_watching(False)
    made.read()
    made.model.set_watching(True)
    assert not made.held.reads.waiting


def test_a_reload_far_down_brings_the_rows_seen_with_its_first_answer(held: Held) -> None:
    made = shown(held, 2000)
    made.model.reload()
    made.read()
    made.model.see_from(1234)
    made.model.reload()
    made.read()
    assert made.store.rows_asked[-1][0] == "id001200"
    assert made.text(1234) == person(1234).name


def test_a_row_gone_meanwhile_is_said_and_not_asked_for_again(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 1000)
    made.model.reload()
    made.read()
    del made.store.rows["id000300"]
    made.text(300)
    asked_for(made, qtbot)
    made.read()
    assert made.text(300) == GONE
    assert made.text(300, 1) == ""
    assert made.model.index(300, 0).data(ROW_ROLE) is None
    assert made.text(301) == person(301).name
    assert not made.held.reads.waiting


def test_states_follow_the_answers(held: Held) -> None:
    made, heard = shown(held, 2), Heard()
    made.model.state_changed.connect(heard.success)
    made.model.counted.connect(heard.success)
    made.model.reload()
    made.read()
    made.model.show(Look(text="xyz"))
    made.read()
    made.store.fault = FAULT
    made.model.show(Look())
    made.read()
    made.store.fault = None
    made.model.reload()
    made.read()
    assert heard.told == [
        ListState.LOADING,
        ListState.CONTENT,
        2,
        ListState.EMPTY,
        0,
        ListState.LOADING,
        ListState.FAILED,
        ListState.LOADING,
        ListState.CONTENT,
        2,
    ]
    assert made.model.failure is None


def test_rows_that_cannot_be_read_are_a_failure_of_the_list(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 1000)
    made.model.reload()
    made.read()
    made.store.fault = FAULT
    made.text(500)
    asked_for(made, qtbot)
    made.read()
    assert made.model.state is ListState.FAILED
    assert made.model.failure is not None
    assert made.model.failure.error is FAULT


def test_memory_is_bounded_however_far_one_scrolls(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 25_000)
    made.model.reload()
    made.read()
    for row in range(0, 25_000, PAGE_SIZE):
        made.text(row)
        if row >= PAGE_SIZE:
            asked_for(made, qtbot)
            made.read()
    here = sum(made.model.row(row) is not None for row in range(25_000))
    assert here == KEPT_ROWS
    assert made.text(24_999) == person(24_999).name


def test_roles(held: Held) -> None:
    made = shown(held, 10)
    made.model.reload()
    made.read()
    at = made.model.index
    assert at(3, 0).data(ROW_ROLE) == person(3)
    assert at(3, 0).data(ID_ROLE) == "id000003"
    assert at(3, 0).data(NOTE_ROLE) == "26-00003"
    assert at(3, 3).data(SORT_ROLE) == person(3).balance
    assert at(3, 6).data(TONE_ROLE) == Tone.DANGER
    assert at(3, 0).data(TONE_ROLE) is None
    assert at(3, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Số dư: 3.000 ₫"
    assert at(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Người: {person(3).name} 26-00003"
    alignment = at(3, 3).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert made.model.headerData(1, Qt.Orientation.Horizontal) == "Số căn cước"
    assert made.model.rowCount(at(0, 0)) == 0


def test_a_destroyed_model_hears_nothing(held: Held, qtbot: QtBot) -> None:
    made = shown(held, 10)
    made.model.reload()
    shiboken6.delete(made.model)
    made.read()
    assert made.store.ids_asked == []


def test_the_first_page_of_25_000_is_one_question(qtbot: QtBot) -> None:
    store, runner = people(25_000), InlineRunner(MemoryPlace())
    model = PagedTableModel(people_list(store), runner)
    model.reload()
    texts = [model.index(row, column).data() for row in range(30) for column in range(model.columnCount())]
    assert NOT_HERE not in texts
    assert (len(store.ids_asked), len(store.rows_asked)) == (1, 1)
