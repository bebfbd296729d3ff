"""All tasks: the closed ones with who and why, and what can still be done about each."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from facility_app.kernel.actor import Role
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.modules.tasks.domain import TaskState
from facility_app.modules.tasks.queries import get_task
from facility_app.modules.tasks.service import AcknowledgeTask, acknowledge_task
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.widgets import State
from tests.helpers.screens import House, Screens, cut, fill, is_wider_than_page, texts
from tests.modules.tasks.test_ui_today import TODAY, YESTERDAY, raised, wish


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.CLERK)


def test_a_closed_task_tells_when_by_whom_and_why(seat: Screens) -> None:
    (task, _other) = raised(seat, wish("a", YESTERDAY), wish("b", TODAY))
    member = MemberWish("Trần Thị Hoa", StaffKind.POLICE, date(2020, 1, 1), user_id=seat.actor.user_id)
    seat.write(lambda uow: add_staff_member(uow, member))
    seat.write(lambda uow: acknowledge_task(uow, AcknowledgeTask(task, 1, "Đã làm trước đó")), Role.CLERK)
    table = seat.open("tasks.list", state="acknowledged").panel.table
    assert texts(table, "what") == ["a"]
    assert texts(table, "state") == ["Đã ghi nhận, không làm"]
    assert texts(table, "closed") == ["21/11/2026 08:48"]
    assert texts(table, "closer") == ["Trần Thị Hoa"]
    assert texts(table, "note") == ["Đã làm trước đó"]


def test_open_tasks_are_shown_first_and_all_on_request(seat: Screens) -> None:
    (task, _other) = raised(seat, wish("a", YESTERDAY), wish("b", TODAY))
    seat.write(lambda uow: acknowledge_task(uow, AcknowledgeTask(task, 1, "Đã làm trước đó")), Role.CLERK)
    assert texts(seat.open("tasks.list").panel.table, "what") == ["b"]
    assert texts(seat.open("tasks.list", state="all").panel.table, "what") == ["a", "b"]


def test_a_verb_that_is_no_step_from_here_says_what_is(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.list")
    assert seat.refusal(page, "tasks.finish") is None
    refusal = seat.refusal(page, "tasks.reopen")
    assert refusal is not None
    assert "Chưa làm" in refusal
    assert "Làm xong việc" in refusal


def test_a_closed_task_is_opened_again(seat: Screens) -> None:
    (task,) = raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.list", state="all")
    page.finish()
    assert seat.read(lambda uow: get_task(uow, task)).state is TaskState.DONE
    page.reopen()
    assert seat.read(lambda uow: get_task(uow, task)).state is TaskState.OPEN


def test_only_whoever_leads_hands_a_task_over_and_the_others_read_who(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY))
    refusal = seat.refusal(seat.open("tasks.list"), "tasks.hand_over")
    assert refusal is not None
    assert "Giao việc cho người khác" in refusal


def test_a_task_handed_over_stands_on_the_other_list(desks: House) -> None:
    seat = desks.sit_down(Role.CLERK, Role.HEAD)
    (task,) = raised(seat, wish("a", YESTERDAY, may_go_to=frozenset({Role.NURSE})))
    page = seat.open("tasks.list")
    page.hand_over()
    dialog = seat.dialog(page, FormDialog)
    dialog.form.fields["role"].set_value("NURSE")
    fill(dialog, reason="Việc của y tế")
    dialog.form.submit()
    nurse = desks.sit_down(Role.NURSE)
    assert texts(nurse.open("tasks.today").worklist.view, "what") == ["a"]
    assert nurse.read(lambda uow: get_task(uow, task)).role is Role.NURSE


def test_a_closed_task_says_that_it_must_be_open_to_go_to_somebody_else(desks: House) -> None:
    seat = desks.sit_down(Role.CLERK, Role.HEAD)
    raised(seat, wish("a", YESTERDAY))
    page = seat.open("tasks.list", state="all")
    assert seat.refusal(page, "tasks.hand_over") is None
    page.finish()
    refusal = seat.refusal(page, "tasks.hand_over")
    assert refusal is not None
    assert "Hãy mở lại việc trước" in refusal


def test_the_list_needs_no_scrolling_sideways_and_says_what_to_do_and_how_it_stands_in_full(
    seat: Screens,
) -> None:
    what = "Khóa tài khoản của cán bộ đã thôi việc"
    (task, *_others) = raised(seat, wish(what, YESTERDAY), wish("b", TODAY))
    seat.write(lambda uow: acknowledge_task(uow, AcknowledgeTask(task, 1, "Đã làm trước đó")), Role.CLERK)
    table = seat.open("tasks.list", state="all").panel.table
    assert not is_wider_than_page(table)
    assert what in texts(table, "what")
    assert cut(table, "due", "what", "role", "state") == []


def test_what_is_overdue_names_its_day_too(seat: Screens) -> None:
    raised(seat, wish("a", YESTERDAY))
    table = seat.open("tasks.list").panel.table
    column = next(one for one in table.model().columns if one.key == "due")
    assert column.plain(table.model().row(0)) == f"quá 1 ngày {YESTERDAY:%d/%m/%Y}"


def test_who_closed_a_task_and_when_stands_quietly_behind_the_reason(seat: Screens) -> None:
    (task,) = raised(seat, wish("a", YESTERDAY))
    member = MemberWish("Trần Thị Hoa", StaffKind.POLICE, date(2020, 1, 1), user_id=seat.actor.user_id)
    seat.write(lambda uow: add_staff_member(uow, member))
    seat.write(lambda uow: acknowledge_task(uow, AcknowledgeTask(task, 1, "Đã làm trước đó")), Role.CLERK)
    table = seat.open("tasks.list", state="all").panel.table
    column = next(one for one in table.model().columns if one.key == "note")
    assert column.plain(table.model().row(0)) == "Đã làm trước đó Trần Thị Hoa · 21/11/2026 08:48"


def test_with_nothing_open_the_list_says_where_work_comes_from_and_leads_to_the_closed_ones(
    seat: Screens,
) -> None:
    (task,) = raised(seat, wish("a", YESTERDAY))
    seat.write(lambda uow: acknowledge_task(uow, AcknowledgeTask(task, 1, "Đã làm trước đó")), Role.CLERK)
    page = seat.open("tasks.list")
    assert page.panel.states.state() is State.EMPTY
    assert any("Việc mới tự hiện" in one.text() for one in page.findChildren(QLabel) if one.isVisible())
    page.panel.states.action_requested.emit()
    assert texts(page.panel.table, "what") == ["a"]
