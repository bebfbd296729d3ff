"""The page of rights given for some days: only to those the law lets know, with a purpose, until taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import local_date
from facility_app.modules.access.domain import GrantKind
from facility_app.modules.access.service import GiveGrant, give_grant
from facility_app.modules.access.ui.grant_dialog import GrantDialog
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.facility import Facility
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import done
from tests.modules.access.seats import ANH, Seat, action, asked, choose, press, reason, texts

HOA, DUC = "Đặng Thị Hoa", "nguyen.van.duc"
PURPOSE = "Trực tiếp chăm sóc theo phân công"


@pytest.fixture
def head(staff: Staff) -> Actor:
    staff.hire(HOA, Role.NURSE)
    staff.hire(DUC, Role.COUNSELLOR)
    return staff.hire("Lê Hữu Trí", Role.HEAD)


@pytest.fixture
def seat(facility: Facility, head: Actor, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(facility, head, dressed, qtbot)


def today(facility: Facility) -> date:
    return local_date(facility.file.clock.now())


def give(seat: Seat, name: str = HOA, kind: GrantKind = GrantKind.HIV_TREATING, days: int = 30) -> None:
    begin = today(seat.facility)
    wish = GiveGrant(name, kind, ANH.id, PURPOSE, begin, begin + timedelta(days=days))
    done(seat.facility, seat.actor, give_grant, wish)


def test_an_empty_list_says_who_may_be_given_the_right_and_offers_to_give_it(seat: Seat) -> None:
    page = seat.open("access.grants")
    assert page.panel.states.state() is State.EMPTY
    page.panel.states.action_requested.emit()
    assert asked(page, GrantDialog).isVisible()


def test_the_holder_is_chosen_among_those_the_law_lets_know(seat: Seat) -> None:
    page = seat.open("access.grants")
    action(page, "access.give_grant").run()
    dialog = asked(page, GrantDialog)
    holder = dialog.holder_field
    assert holder.why_not() is not None
    dialog.kind_field.set_typed(f"={GrantKind.HIV_TREATING.value}\t")
    dialog.form.edited.emit()
    assert holder.why_not() is None
    holder.open_list()
    assert [choice.id for choice in holder._fitting] == [HOA]
    dialog.kind_field.set_typed(f"={GrantKind.HIV_COUNSELLOR.value}\t")
    dialog.form.edited.emit()
    holder.open_list()
    assert {choice.id for choice in holder._fitting} == {HOA, DUC}


def test_a_right_is_given_about_one_person_for_a_purpose(seat: Seat) -> None:
    page = seat.open("access.grants")
    page.give()
    form = asked(page, GrantDialog).form
    assert form.fields["from_on"].value() == today(seat.facility)
    form.fields["kind"].set_typed(f"={GrantKind.HIV_TREATING.value}\tx")
    form.edited.emit()
    form.fields["name"].set_typed(f"={HOA}\t{HOA}")
    form.fields["resident_id"].set_value(ANH.id)
    form.fields["purpose"].set_typed(PURPOSE)
    form.fields["to_on"].set_typed("+30")
    press(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    grant = page.selected().grant
    assert (grant.user_name, grant.resident_id, grant.purpose) == (HOA, ANH.id, PURPOSE)
    assert (grant.to_on - grant.from_on).days == 30
    assert f"Đã cấp quyền cho {HOA}" in seat.said[-1][0]
    assert "Nông Văn A · 26-0412" in texts(page)


def test_days_nobody_may_be_given_are_refused_at_their_field(seat: Seat) -> None:
    page = seat.open("access.grants")
    page.give()
    form = asked(page, GrantDialog).form
    form.fields["kind"].set_typed(f"={GrantKind.HIV_TREATING.value}\tx")
    form.edited.emit()
    form.fields["name"].set_typed(f"={HOA}\t{HOA}")
    form.fields["purpose"].set_typed(PURPOSE)
    form.fields["to_on"].set_typed("+400")
    form.submit()
    assert form.fields["to_on"].message() == "Quá dài"
    assert form.fields["purpose"].typed() == PURPOSE


def test_a_right_is_taken_back_with_a_reason_and_then_no_more(seat: Seat) -> None:
    give(seat)
    page = seat.open("access.grants")
    page.panel.table.clearSelection()
    assert "trong danh sách" in str(reason(page, "access.revoke_grant"))
    choose(page, user_name=HOA)
    assert reason(page, "access.revoke_grant") is None
    page.revoke()
    dialog = asked(page, ReasonDialog)
    dialog.reason_edit.setPlainText("chuyển công tác")
    dialog.give_button.click()
    assert seat.said[-1] == (f"Đã thu hồi quyền của {HOA}.", Tone.OK)
    choose(page, user_name=HOA)
    assert page.selected().grant.revoke_reason == "chuyển công tác"
    assert reason(page, "access.revoke_grant") == "Quyền này đã thu hồi."


def test_a_right_that_is_over_need_not_be_taken_back(seat: Seat) -> None:
    give(seat, days=2)
    seat.facility.file.clock.advance(timedelta(days=3))
    page = seat.open("access.grants")
    choose(page, user_name=HOA)
    assert reason(page, "access.revoke_grant") == "Quyền này đã hết hạn; không còn gì để thu hồi."


def test_on_a_narrow_window_enter_opens_the_detail_and_esc_goes_back(seat: Seat) -> None:
    give(seat)
    page = seat.open("access.grants")
    assert page.card.isVisible()
    page.resize(700, 500)
    assert (page.panel.isVisible(), page.card.isVisible()) == (True, False)
    choose(page, user_name=HOA)
    press(page.panel.table, Qt.Key.Key_Return)
    assert (page.panel.isVisible(), page.card.isVisible()) == (False, True)
    press(page.card, Qt.Key.Key_Escape)
    assert (page.panel.isVisible(), page.card.isVisible()) == (True, False)
    assert page.selected() is not None
