"""The page of accounts, by keyboard: a password shown once, roles with a reason, an end that is meant."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_moment
from facility_app.modules.access.domain import SessionStep
from facility_app.modules.access.queries import UserRow, list_users
from facility_app.modules.access.service import record_session
from facility_app.modules.access.ui.role_field import RoleField
from facility_app.ui.dialogs import FormDialog, Question, ShownOnce
from facility_app.ui.theme import Theme, Tone
from tests.helpers.facility import Facility
from tests.modules.access import seats
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import asked as ask
from tests.modules.access.deeds import done, trail
from tests.modules.access.seats import Seat, action, asked, choose, press, reason

HOA = "Đặng Thị Hoa"
CHOOSE = "Hãy chọn một dòng trong danh sách trước."


@pytest.fixture
def seat(facility: Facility, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(facility, facility.admin, dressed, qtbot)


def account(facility: Facility, name: str) -> UserRow:
    rows: tuple[UserRow, ...] = ask(facility, facility.admin, list_users)
    return next(row for row in rows if row.name == name)


def roles_of(dialog: FormDialog[Any]) -> RoleField:
    found = dialog.form.fields["roles"]
    assert isinstance(found, RoleField)
    return found


def test_a_new_account_comes_with_a_password_that_is_shown_once(seat: Seat) -> None:
    page = seat.open("access.accounts")
    action(page, "access.add_user").run()
    dialog = asked(page, FormDialog)
    QTest.keyClicks(dialog.focusWidget(), "vu.thi.an")
    roles_of(dialog).boxes[Role.NURSE].setChecked(True)
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown = asked(page, ShownOnce)
    [put] = [step for step in seat.facility.slots.done if step[0] == "put"]
    assert put[1:3] == ("vu.thi.an", shown.secret_label.text())
    shown.copied_box.setChecked(True)
    shown.close_button.button.click()
    assert shown.secret_label.text() == ""
    row = page.selected()
    assert (row.name, row.roles, row.must_change_password) == ("vu.thi.an", {Role.NURSE}, True)


def test_a_name_that_exists_is_refused_at_its_field_and_stays_typed(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    page.add()
    dialog = asked(page, FormDialog)
    dialog.form.fields["name"].set_typed("dang thi hoa")
    dialog.form.fields["roles"].set_typed("GUARD")
    dialog.form.submit()
    assert dialog.isVisible()
    assert dialog.form.fields["name"].message() == "Tên tài khoản đã có"
    assert dialog.form.fields["name"].typed() == "dang thi hoa"


def test_an_empty_form_is_not_red_before_anybody_asked(seat: Seat) -> None:
    page = seat.open("access.accounts")
    page.add()
    form = asked(page, FormDialog).form
    assert [field.message() for field in form.fields.values()] == ["", ""]
    form.submit()
    assert [field.message() for field in form.fields.values()] == ["Cần điền mục này."] * 2


def test_roles_change_with_a_reason(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    choose(page, name=HOA)
    press(page.panel.table, Qt.Key.Key_Return)
    dialog = asked(page, FormDialog)
    field = roles_of(dialog)
    assert field.ticked() == (Role.NURSE,)
    field.boxes[Role.CHIEF_NURSE].setChecked(True)
    dialog.form.submit()
    assert dialog.form.fields["reason"].message() == "Cần điền mục này."
    dialog.form.fields["reason"].set_typed("được bổ nhiệm từ 01/03")
    dialog.form.submit()
    assert page.selected().roles == {Role.NURSE, Role.CHIEF_NURSE}
    assert seat.said[-1] == (f"Đã đổi vai trò của {HOA}.", Tone.OK)
    assert trail(seat.facility)[-1][0] == "access.change_roles"


def test_roles_are_gone_through_by_arrows(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    choose(page, name=HOA)
    page.change_roles()
    dialog = asked(page, FormDialog)
    boxes = roles_of(dialog).boxes
    assert dialog.focusWidget() is boxes[Role.ADMIN]
    press(boxes[Role.ADMIN], Qt.Key.Key_Down)
    assert dialog.focusWidget() is boxes[Role.HEAD]


def test_a_new_password_is_asked_about_and_shown_once(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    choose(page, name=HOA)
    action(page, "access.reset_password").run()
    question = asked(page, Question)
    press(question, Qt.Key.Key_Escape)
    assert account(seat.facility, HOA).must_change_password is False
    page.reset_password()
    press(asked(page, Question), Qt.Key.Key_Return)
    assert asked(page, ShownOnce).secret_label.text().count("-") == 3
    assert account(seat.facility, HOA).must_change_password is True


def test_an_account_ends_only_when_its_name_is_typed(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    choose(page, name=HOA)
    page.disable()
    form = asked(page, FormDialog).form
    form.fields["reason"].set_typed("nghỉ việc")
    for typed in ("", "Đặng Thị Hòe"):
        form.fields["typed"].set_typed(typed)
        form.submit()
        assert account(seat.facility, HOA).is_disabled is False
    form.fields["typed"].set_typed("dang thi hoa")
    form.submit()
    assert account(seat.facility, HOA).is_disabled is True
    assert seat.said[-1][0] == f"Đã khóa tài khoản {HOA}."


def test_every_action_that_cannot_be_done_says_why(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    others = ("access.change_roles", "access.reset_password", "access.disable_user")
    assert [reason(page, one) for one in ("access.add_user", *others)] == [None, CHOOSE, CHOOSE, CHOOSE]
    choose(page, name="Quản Trị")
    assert reason(page, "access.change_roles") == (
        "Không tự đổi được vai trò của mình. Hãy nhờ một quản trị viên khác."
    )
    assert "“Đổi mật khẩu”" in str(reason(page, "access.reset_password"))
    assert "quản trị viên khác" in str(reason(page, "access.disable_user"))
    choose(page, name=HOA)
    assert [reason(page, one) for one in others] == [None, None, None]
    page.disable()
    form = asked(page, FormDialog).form
    form.fields["reason"].set_typed("nghỉ việc")
    form.fields["typed"].set_typed(HOA)
    form.submit()
    assert all("đã khóa và không mở lại được" in str(reason(page, one)) for one in others)


def test_what_was_typed_for_a_new_account_is_offered_after_a_crash(seat: Seat) -> None:
    page = seat.open("access.accounts")
    page.add()
    dialog = asked(page, FormDialog)
    dialog.form.fields["name"].set_typed("vu.thi.an")
    dialog.keeper.flush()
    dialog.deleteLater()
    dialog.setParent(None)
    again = Seat(seat.facility, seat.actor, seat.theme, seat.qtbot)
    page = again.open("access.accounts")
    page.add()
    offer = asked(page, FormDialog).keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    assert asked(page, FormDialog).form.fields["name"].typed() == "vu.thi.an"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_list_says_how_each_account_stands(seat: Seat, staff: Staff, dressed: Theme, scale: float) -> None:
    dressed.set(scale=scale)
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    model = page.panel.model
    column = next(place for place, one in enumerate(model.columns) if one.key == "state")
    said = [model.index(row, column).data() for row in range(model.rowCount())]
    assert said == ["Đang dùng", "Chưa đổi mật khẩu được cấp"]
    assert seats.texts(page).count("2 dòng") == 1


def test_the_list_says_who_signs_in_with_an_account_and_when_they_did_last(seat: Seat, staff: Staff) -> None:
    hoa = staff.hire(HOA, Role.NURSE)
    page = seat.open("access.accounts")
    assert told(page, hoa.user_id) == (f"Cán bộ {hoa.user_id[:4]}", "chưa lần nào")
    for step in SessionStep:
        done(seat.facility, hoa, record_session, step)
    at = format_moment(seat.facility.file.clock.now())
    page = seat.open("access.accounts")
    assert told(page, hoa.user_id) == (f"Cán bộ {hoa.user_id[:4]}", at)


def told(page: Any, user_id: str) -> tuple[str, ...]:
    """What the list says of the person behind an account."""
    model = page.panel.model
    places = {one.key: place for place, one in enumerate(model.columns)}
    row = list(model.ids).index(user_id)
    return tuple(model.index(row, places[key]).data() for key in ("full_name", "last_in"))
