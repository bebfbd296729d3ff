"""Breaking the glass and answering for it: a reason, minutes that run, a red line until somebody else looked."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, Role
from facility_app.modules.access.domain import USE_GRANT, GrantKind, LentActor
from facility_app.modules.access.service import (
    BreakTheGlass,
    UseGrant,
    break_glass,
    give_back,
    use_grant,
)
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.facility import Facility
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import done, trail
from tests.modules.access.seats import ANH, Seat, asked, choose, press, reason, texts

HOA = "Đặng Thị Hoa"
WHY = "ngất tại buồng B2-03, cần biết thuốc đang dùng"
WISH = BreakTheGlass(USE_GRANT.id, ANH.id, WHY)


@pytest.fixture
def nurse(staff: Staff) -> Actor:
    return staff.hire(HOA, Role.NURSE)


@pytest.fixture
def head(staff: Staff) -> Actor:
    return staff.hire("Lê Hữu Trí", Role.HEAD)


@pytest.fixture
def bedside(facility: Facility, nurse: Actor, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(facility, nurse, dressed, qtbot)


@pytest.fixture
def office(facility: Facility, head: Actor, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(facility, head, dressed, qtbot)


def test_who_has_nothing_to_borrow_is_told_so(
    staff: Staff, facility: Facility, dressed: Theme, qtbot: QtBot
) -> None:
    guard = Seat(facility, staff.hire("Trần Văn Bảo", Role.GUARD), dressed, qtbot)
    page = guard.open("access.break_glass")
    assert page.states.state() is State.EMPTY
    assert "không có việc nào cần mở khẩn cấp" in texts(page)


def test_in_an_emergency_only_the_reason_is_left_to_type(bedside: Seat) -> None:
    page = bedside.open("access.break_glass", ANH.id)
    assert page.first_focus() is page.form.fields["reason"]
    assert page.right_field.value() == USE_GRANT.id
    assert page.form.fields["resident_id"].value() == ANH.id
    assert "báo động đỏ" in page.banner.text()
    page.form.fields["reason"].set_typed(WHY)
    press(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert trail(bedside.facility)[-1][0] == "access.break_glass"
    assert bedside.said[-1][1] is Tone.WARNING
    assert page.left_label.text() == "Còn 60 phút"


def test_without_a_reason_nothing_is_lent(bedside: Seat) -> None:
    page = bedside.open("access.break_glass")
    page.form.submit()
    assert page.form.fields["reason"].message() == "Cần điền mục này."
    assert trail(bedside.facility)[-1][0] != "access.break_glass"


def test_what_is_done_meanwhile_names_the_emergency_until_it_is_given_back(bedside: Seat) -> None:
    page = bedside.open("access.break_glass", ANH.id)
    page.form.fields["reason"].set_typed(WHY)
    page.form.submit()
    desk = bedside.runner.workplace
    assert isinstance(desk.actor, LentActor)
    look = UseGrant(GrantKind.HIV_TREATING, ANH.id, "cấp cứu")
    bedside.runner.command(page, lambda uow: use_grant(uow, look)).run()
    assert [entry[0] for entry in trail(bedside.facility)[-2:]] == [
        "access.act_under_break_glass",
        "access.use_grant",
    ]
    page.back_button.click()
    assert desk.actor == bedside.actor
    assert page.form.isVisible()
    assert page.form.fields["reason"].typed() == ""


def test_the_minutes_run_and_what_was_lent_goes_by_itself(bedside: Seat) -> None:
    page = bedside.open("access.break_glass")
    page.form.fields["reason"].set_typed(WHY)
    page.form.submit()
    bedside.facility.file.clock.advance(timedelta(minutes=58, seconds=30))
    page._on_tick()
    assert page.left_label.text() == "Còn 2 phút"
    bedside.facility.file.clock.advance(timedelta(minutes=2))
    page._on_tick()
    assert page.form.isVisible()
    assert not isinstance(bedside.runner.workplace.actor, LentActor)


def test_a_reason_half_typed_is_kept_when_another_page_is_opened(bedside: Seat) -> None:
    page = bedside.open("access.break_glass")
    page.form.fields["reason"].set_typed("ngất tại")
    left = []
    page.leave(lambda: left.append(True))
    assert left == [True]
    again = Seat(bedside.facility, bedside.actor, bedside.theme, bedside.qtbot).open("access.break_glass")
    offer = again.keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    assert again.form.fields["reason"].typed() == "ngất tại"


def test_an_alarm_stands_first_and_red_and_tells_what_was_done(office: Seat, bedside: Seat) -> None:
    first = done(office.facility, bedside.actor, break_glass, WISH)
    done(office.facility, bedside.actor, give_back, first.break_glass_id)
    page = office.open("access.alarms")
    # The row to judge is chosen when the page opens.
    assert reason(page, "access.acknowledge_break_glass") is None
    assert WHY in texts(page)
    assert "Nông Văn A · 26-0412" in texts(page)
    assert page.done_list.words_label.text() == "Chưa ghi việc nào trong lúc mở."
    borrower = bedside.open("access.break_glass")
    borrower.form.fields["reason"].set_typed("lần nữa")
    borrower.form.submit()
    look = UseGrant(GrantKind.HIV_TREATING, ANH.id, "chọn thuốc không tương tác")
    bedside.runner.command(borrower, lambda uow: use_grant(uow, look)).run()
    page.panel.model.reload()
    choose(page, reason="lần nữa")
    assert "Xem bằng quyền được cấp: (ẩn)" in texts(page)
    assert look.purpose not in texts(page)


def test_somebody_else_answers_with_a_note_and_it_is_red_no_more(office: Seat, bedside: Seat) -> None:
    done(office.facility, bedside.actor, break_glass, WISH)
    page = office.open("access.alarms")
    choose(page, user_name=HOA)
    page.answer()
    form = asked(page, FormDialog).form
    form.submit()
    assert form.fields["note"].message() == "Cần điền mục này."
    form.fields["note"].set_typed("đúng quy trình cấp cứu")
    form.submit()
    glass = page.selected().glass
    assert (glass.is_red, glass.acknowledgement) == (False, "đúng quy trình cấp cứu")
    assert reason(page, "access.acknowledge_break_glass") == "Lần mở này đã được xét."
    assert office.said[-1] == (f"Đã xét lần mở khẩn cấp của {HOA}.", Tone.OK)


def test_nobody_answers_for_their_own_emergency(
    staff: Staff, facility: Facility, dressed: Theme, qtbot: QtBot
) -> None:
    both = staff.hire("Phạm Thu", Role.HEAD, Role.DOCTOR)
    done(facility, both, break_glass, WISH)
    page = Seat(facility, both, dressed, qtbot).open("access.alarms")
    choose(page, user_name="Phạm Thu")
    assert "phải do người khác xét" in str(reason(page, "access.acknowledge_break_glass"))
