"""The home page: what waits is one key from done, every number is a door, and nothing due is ever yesterday's."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.tasks.api import RaiseTask, raise_task
from facility_app.modules.tasks.domain import TaskState
from facility_app.modules.tasks.queries import get_task
from facility_app.modules.tasks.ui.work_view import WorklistView
from facility_app.modules.tasks.ui.worklist import NONE_LIKE_THIS, NOTHING_DUE
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.models import ColumnSpec, PagedTableModel
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import State
from tests.helpers.screens import MORNING, House, Screens, texts, tones
from tests.ui.models import people as folk

YESTERDAY, TODAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
FAULT = EnvironmentFault("disk_fault", label("errors", "Ổ đĩa báo lỗi"))


def wish(kind: str, due: date | datetime, role: Role = Role.CLERK, **more: Any) -> RaiseTask:
    text = label("tasks", "{w}")
    subject = {"subject_table": "nowhere", "subject_id": "1", **more}
    return RaiseTask(
        f"x.{kind}", text, due=due, role=role, params={"w": kind}, show_on=date(2026, 11, 1), **subject
    )


def raised(seat: Screens, *wishes: RaiseTask) -> list[str]:
    def work(uow: UnitOfWork) -> list[str]:
        return [raise_task(uow, one).task_id for one in wishes]

    return seat.write(work)


def state(seat: Screens, task_id: str) -> TaskState:
    return seat.read(lambda uow: get_task(uow, task_id)).state


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.CLERK)


def test_what_is_over_stands_first_and_says_so_in_a_word_and_a_tone(seat: Screens) -> None:
    raised(
        seat, wish("b", TODAY), wish("c", MONDAY), wish("a", YESTERDAY), wish("d", MORNING + timedelta(minutes=12))
    )
    view = seat.open("tasks.today").worklist.view
    assert texts(view, "what") == ["a", "d", "b", "c"]
    assert texts(view, "due") == ["quá 1 ngày", "hôm nay 09:00", "hôm nay", "Thứ Hai 23/11"]
    assert texts(view, "urgency") == ["quá hạn", "còn 12 phút", "hôm nay", ""]
    assert tones(view, "urgency") == [Tone.DANGER, Tone.WARNING, Tone.WARNING, None]


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_Space])
def test_one_key_finishes_a_task_and_the_next_one_stands_under_the_same_key(seat: Screens, key: Qt.Key) -> None:
    first, second, _third = raised(seat, wish("a", YESTERDAY), wish("b", TODAY), wish("c", MONDAY))
    page = seat.open("tasks.today")
    seat.press(page.worklist.view, key)
    assert (state(seat, first), state(seat, second)) == (TaskState.DONE, TaskState.OPEN)
    assert page.worklist.task().task_id == second
    seat.press(page.worklist.view, key)
    assert texts(page.worklist.view, "what") == ["c"]


def test_what_was_finished_by_mistake_is_taken_back(seat: Screens) -> None:
    (task,) = raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.today")
    seat.press(page.worklist.view, Qt.Key.Key_D)
    assert seat.said == [("Đã xong: a", Tone.OK)]
    assert seat.undo is not None
    seat.undo()
    assert state(seat, task) is TaskState.OPEN
    assert texts(page.worklist.view, "what") == ["a"]


def test_k_acknowledges_only_with_a_reason(seat: Screens) -> None:
    (task,) = raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.today")
    seat.press(page.worklist.view, Qt.Key.Key_K)
    dialog = seat.dialog(page, ReasonDialog)
    dialog.give_button.click()
    assert state(seat, task) is TaskState.OPEN
    dialog.reason_edit.setPlainText("Đã làm từ hôm qua")
    dialog.give_button.click()
    assert state(seat, task) is TaskState.ACKNOWLEDGED
    assert page.worklist.count() == 0


def test_enter_opens_what_the_task_is_about(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY, subject_table="staff_certificate", subject_id="c7"))
    page = seat.open("tasks.today")
    seat.press(page.worklist.view, Qt.Key.Key_Return)
    assert seat.went == [Route("staff.certificates", "c7")]


def test_a_task_without_a_page_says_why_it_cannot_be_opened(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.today")
    seat.press(page.worklist.view, Qt.Key.Key_Return)
    ((said, tone),) = seat.said
    assert said.startswith("Việc này không có trang riêng")
    assert (tone, seat.went) == (Tone.INFO, [])
    assert seat.refusal(page, "tasks.open") == said


def test_the_empty_list_has_a_kind_word_and_no_dead_buttons(desks: House) -> None:
    seat = desks.sit_down(Role.COUNSELLOR)
    page = seat.open("tasks.today")
    assert page.worklist.states.state() is State.EMPTY
    assert NOTHING_DUE in [one.text() for one in page.worklist.states.findChildren(type(page.card.text_label))]
    assert [one.id for one in page.main_actions()] == ["tasks.list"]
    assert not page.card.isVisible()


def test_every_number_opens_its_list(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY), wish("b", TODAY))
    page = seat.open("tasks.today")
    tiles = {tile.figure().key: tile for tile in page.figures.strip.tiles()}
    assert (tiles["tasks.overdue"].figure().number, tiles["tasks.overdue"].figure().tone) == ("1", Tone.DANGER)
    for tile in tiles.values():
        tile.click()
    assert Route("tasks.today", args={"urgency": "overdue"}) in seat.went
    assert Route("staff.certificates") in seat.went
    assert len(seat.went) == len(tiles)


def test_the_number_of_overdue_tasks_shows_just_those(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY), wish("b", TODAY), wish("c", MONDAY))
    page = seat.open("tasks.today", urgency="overdue")
    assert texts(page.worklist.view, "what") == ["a"]
    page.open(Route("tasks.today"))
    assert texts(page.worklist.view, "what") == ["a", "b", "c"]


def test_a_filter_that_leaves_nothing_offers_everything(seat: Screens) -> None:
    raised(seat, wish("c", MONDAY))
    page = seat.open("tasks.today", urgency="overdue")
    labels = page.worklist.states.findChildren(type(page.card.text_label))
    assert NONE_LIKE_THIS in [one.text() for one in labels]
    page.worklist.states.action_requested.emit()
    assert texts(page.worklist.view, "what") == ["c"]


def test_somebody_in_two_roles_can_look_at_one(desks: House) -> None:
    seat = desks.sit_down(Role.CLERK, Role.NURSE)
    raised(seat, wish("a", YESTERDAY), wish("b", TODAY, Role.NURSE))
    page = seat.open("tasks.today", role="NURSE")
    assert texts(page.worklist.view, "what") == ["b"]


def test_a_task_of_other_people_is_not_on_the_list(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY, Role.NURSE))
    assert seat.open("tasks.today").worklist.count() == 0


def test_what_is_saved_elsewhere_in_the_program_shows_at_once(seat: Screens) -> None:
    page = seat.open("tasks.today")
    seat.runner.command(page, _as_system).run()
    assert texts(page.worklist.view, "what") == ["new"]
    assert {tile.figure().key: tile.figure().number for tile in page.figures.strip.tiles()}["tasks.overdue"] == "1"


def _as_system(uow: UnitOfWork) -> None:
    raise_task(uow, wish("new", YESTERDAY))


def test_a_minute_later_what_was_due_is_over(seat: Screens) -> None:
    raised(seat, wish("a", MORNING + timedelta(seconds=30)))
    page = seat.open("tasks.today")
    assert texts(page.worklist.view, "urgency") == ["còn 0 phút"]
    seat.facility.file.clock.advance(timedelta(minutes=1))
    page.look_again()
    assert texts(page.worklist.view, "urgency") == ["quá hạn"]


def test_after_midnight_the_page_bears_the_new_day(seat: Screens) -> None:
    page = seat.open("tasks.today")
    assert page.subtitle_text() == "Thứ Bảy, 21/11/2026"
    seat.facility.file.clock.advance(timedelta(days=1))
    with seat.qtbot.waitSignal(page.title_changed):
        page.look_again()
    assert page.subtitle_text() == "Chủ Nhật, 22/11/2026"


def test_a_list_that_cannot_be_read_says_so_and_can_be_tried_again(
    seat: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.today")

    def broken(*_asked: object) -> None:
        raise FAULT

    with monkeypatch.context() as patched:
        patched.setattr("facility_app.modules.tasks.ui.rows.list_today_ids", broken)
        patched.setattr("facility_app.modules.tasks.ui.figures.get_home_figures", broken)
        page.look_again()
    assert page.worklist.states.state() is State.ERROR
    assert not page.figures.strip.isVisible()
    assert page.figures.trouble.isVisible()
    page.worklist.states.retry_requested.emit()
    page.figures.trouble.action_requested.emit()
    assert page.worklist.states.state() is State.CONTENT
    assert page.figures.strip.isVisible()


def test_no_key_of_a_task_acts_while_a_modifier_is_held(seat: Screens) -> None:
    (task,) = raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.today")
    seat.press(page.worklist.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    seat.press(page.worklist.view, Qt.Key.Key_X)
    assert state(seat, task) is TaskState.OPEN


def test_the_words_of_a_long_task_are_shown_whole(seat: Screens) -> None:
    raised(
        seat,
        wish("Lập kế hoạch cai nghiện V-18 cho giai đoạn 2, xin ý kiến tổ tư vấn và y tế", TODAY),
        wish("b", TODAY),
    )
    view = seat.open("tasks.today").worklist.view
    heights = sorted(view.rowHeight(number) for number in range(2))
    assert heights[0] < heights[1]
    seat.qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)


def test_a_number_that_has_no_room_beside_a_name_stands_below_it(seat: Screens) -> None:
    columns = (
        ColumnSpec("what", label("test", "Việc"), folk.zone),
        ColumnSpec("person", label("test", "Người"), folk.name, note=folk.code),
        ColumnSpec("state", label("test", "Giấy tờ"), folk.state_text, tone=folk.state_tone),
    )
    page = seat.open("tasks.today")
    (person,) = folk.people(1).rows.values()
    store = folk.People({person.id: replace(person, name="Vũ")})
    model = PagedTableModel(replace(folk.people_list(store), columns=columns), seat.runner, page)
    view = WorklistView(model, seat.runner, seat.theme, page)
    model.show(model.look)
    beside = view.rowHeight(0)
    store.rows[person.id] = replace(person, name="Nguyễn Thị Phương Thảo Nguyên")
    model.reload()
    assert view.rowHeight(0) > beside
    view.grab()


def test_in_a_low_window_it_opens_at_its_first_numbers_and_keys_never_act_on_a_row_out_of_sight(
    desks: House,
) -> None:
    seat = desks.sit_down(Role.HEAD)
    tasks = raised(seat, *(replace(wish(str(number), TODAY), role=Role.HEAD) for number in range(6)))
    page = seat.open("tasks.today")
    view, tiles = page.worklist.view, page.figures.strip.tiles()
    page.resize(640, 260)
    seat.qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    assert all(tile.height() >= tile.heightForWidth(tile.width()) for tile in tiles)
    assert max(tile.geometry().bottom() for tile in tiles) < page.figures.strip.height()
    assert page.area.verticalScrollBar().value() == 0
    view.setFocus()
    # The first key only brings its row into sight: nobody finishes what they do not see.
    seat.press(view, Qt.Key.Key_D)
    assert [state(seat, one) for one in tasks] == [TaskState.OPEN] * len(tasks)
    assert page.area.verticalScrollBar().value() > 0
    hidden = []
    for number in range(6):
        row = view.visualRect(view.currentIndex())
        top = view.viewport().mapTo(page.area.viewport(), row.topLeft()).y()
        if top < 0 or top + row.height() > page.area.viewport().height():
            hidden.append((number, top))
        seat.press(view, Qt.Key.Key_Down)
    assert hidden == []
