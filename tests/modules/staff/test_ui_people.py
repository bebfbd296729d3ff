"""People who work here: found, taken on, corrected, and let go, each with a reason where one is due."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facility_app.kernel.actor import Role
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.queries import get_staff_file
from facility_app.modules.staff.service import (
    AddCertificate,
    EditStaffMember,
    EndEmployment,
    GivePost,
    MemberWish,
    add_certificate,
    add_staff_member,
    edit_staff_member,
    end_employment,
    give_post,
)
from facility_app.ui.dialogs import FormDialog, ReasonDialog
from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from tests.helpers.screens import House, Screens, cut, fill, is_wider_than_page, texts, tones

HOA = MemberWish("Trần Thị Hoa", StaffKind.POLICE, date(2020, 1, 1), staff_no="081-311", rank="dai_uy")
DAT = MemberWish("Lê Quốc Đạt", StaffKind.CONTRACT, date(2024, 3, 1))


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.CLERK)


def hired(seat: Screens, wish: MemberWish = HOA) -> str:
    return seat.write(lambda uow: add_staff_member(uow, wish))


def certified(seat: Screens, member_id: str, expires_on: date | None, kind: str = "management") -> str:
    wish = AddCertificate(member_id, kind, date(2021, 1, 1), expires_on, number="12/CC")
    return seat.write(lambda uow: add_certificate(uow, wish))


def test_the_empty_list_offers_to_begin_with_whoever_signs(seat: Screens) -> None:
    page = seat.open("staff.people")
    page.panel.states.action_requested.emit()
    dialog = seat.dialog(page, FormDialog)
    assert dialog.form.fields["full_name"].typed() == ""


def test_somebody_taken_on_has_their_file_opened_where_their_post_is_given(seat: Screens) -> None:
    page = seat.open("staff.people")
    page.add()
    dialog = seat.dialog(page, FormDialog)
    dialog.form.fields["kind"].set_value("contract")
    fill(dialog, full_name="Lê Quốc Đạt", joined_on="01/03/2024", personal_no="001080001234")
    dialog.form.submit()
    (route,) = seat.went
    assert (route.page, route.args) == ("staff.person", {"tab": "staff.posts"})
    file = seat.read(lambda uow: get_staff_file(uow, route.record))
    assert (file.full_name, file.kind, file.joined_on) == ("Lê Quốc Đạt", StaffKind.CONTRACT, date(2024, 3, 1))


def test_a_number_that_is_another_persons_is_refused_at_its_field(seat: Screens) -> None:
    hired(seat)
    page = seat.open("staff.people")
    page.add()
    dialog = seat.dialog(page, FormDialog)
    dialog.form.fields["kind"].set_value("police")
    fill(dialog, full_name="Người khác", staff_no="081-311")
    dialog.form.submit()
    assert "Trần Thị Hoa" in dialog.form.troubles()["staff_no"].shown()


def test_a_person_is_found_without_marks_and_by_number(seat: Screens) -> None:
    hired(seat)
    hired(seat, DAT)
    for typed in ("hoa tran", "081"):
        assert texts(seat.open("staff.people", text=typed).panel.table, "name") == ["Trần Thị Hoa"]


def test_the_first_certificate_to_end_stands_in_the_list_amber_or_red(seat: Screens) -> None:
    for name, day in (("A", date(2026, 12, 1)), ("B", date(2026, 11, 20)), ("C", date(2028, 1, 1)), ("D", None)):
        member = hired(seat, MemberWish(f"Người {name}", StaffKind.POLICE, date(2020, 1, 1)))
        certified(seat, member, day)
    table = seat.open("staff.people").panel.table
    assert texts(table, "expiry") == ["Còn 10 ngày", "Hết hạn 1 ngày", "Còn hạn", ""]
    assert tones(table, "expiry") == [Tone.WARNING, Tone.DANGER, Tone.OK, None]


def test_the_last_sixty_days_are_amber(seat: Screens) -> None:
    for name, day in (("An", date(2027, 1, 20)), ("Bình", date(2027, 1, 21))):
        member = hired(seat, MemberWish(f"Người {name}", StaffKind.POLICE, date(2020, 1, 1)))
        certified(seat, member, day)
    assert tones(seat.open("staff.people").panel.table, "expiry") == [Tone.WARNING, Tone.OK]


def test_everybodys_certificates_stand_in_the_order_they_run_out(seat: Screens) -> None:
    member = hired(seat)
    certified(seat, member, None, "counselling")
    certified(seat, member, date(2028, 1, 1), "fire_safety")
    certified(seat, member, date(2026, 11, 21))
    page = seat.open("staff.certificates")
    assert texts(page.panel.table, "state") == ["Hết hạn hôm nay", "Còn hạn", "Không thời hạn"]
    page.panel.table.select_ids(page.panel.model.ids[:1])
    seat.press(page.panel.table, Qt.Key.Key_Return)
    assert seat.went == [Route("staff.person", member, {"tab": "staff.own_certificates"})]


def test_who_has_left_is_shown_on_request_only(seat: Screens) -> None:
    member = hired(seat)
    page = seat.open("staff.person", member)
    pane = page.tabs.panes()[0][1]
    pane.end()
    dialog = seat.dialog(pane, FormDialog)
    fill(dialog, to_on="20/11/2026", reason="Chuyển công tác")
    dialog.form.submit()
    assert seat.said[-1][0] == "Đã ghi thôi việc."
    assert texts(seat.open("staff.people").panel.table, "name") == []
    assert texts(seat.open("staff.people", state="left").panel.table, "name") == ["Trần Thị Hoa"]
    assert "đã thôi việc ngày 20/11/2026" in (seat.why(pane.bar.commands()[1].spec) or "")


def test_a_file_entered_by_mistake_is_struck_out_with_a_reason(seat: Screens) -> None:
    member = hired(seat)
    page = seat.open("staff.person", member)
    pane = page.tabs.panes()[0][1]
    pane.void()
    dialog = seat.dialog(pane, ReasonDialog)
    dialog.give_button.click()
    assert dialog.isVisible()
    dialog.reason_edit.setPlainText("Nhập trùng người")
    dialog.give_button.click()
    assert seat.went == [Route("staff.people")]
    assert texts(seat.open("staff.people", state="all").panel.table, "name") == []


def test_somebody_elses_correction_is_shown_beside_mine(seat: Screens) -> None:
    member = hired(seat)
    page = seat.open("staff.person", member)
    pane = page.tabs.panes()[0][1]
    pane.edit()
    dialog = seat.dialog(pane, FormDialog)
    fill(dialog, phone="0912 345 678")
    theirs = MemberWish("Trần Thị Hoa", StaffKind.POLICE, date(2020, 1, 1), staff_no="081-999", rank="dai_uy")
    seat.write(lambda uow: edit_staff_member(uow, EditStaffMember(member, 1, theirs)))
    dialog.form.submit()
    conflict = seat.dialog(dialog, ConflictDialog)
    conflict.decided.emit({"staff_no": Side.THEIRS, "phone": Side.MINE})
    dialog.form.submit()
    file = seat.read(lambda uow: get_staff_file(uow, member))
    assert (file.staff_no, file.phone) == ("081-999", "0912 345 678")


def test_a_clerk_leaves_the_account_of_a_person_as_it_is(seat: Screens) -> None:
    member = hired(seat, MemberWish("Lê Quốc Đạt", StaffKind.POLICE, date(2020, 1, 1), user_id="u" * 32))
    page = seat.open("staff.person", member)
    pane = page.tabs.panes()[0][1]
    pane.edit()
    dialog = seat.dialog(pane, FormDialog)
    assert "user_id" not in dialog.form.fields
    fill(dialog, phone="0912 345 678")
    dialog.form.submit()
    assert seat.read(lambda uow: get_staff_file(uow, member)).user_id == "u" * 32


def test_an_administrator_links_a_person_to_an_account(desks: House) -> None:
    seat = desks.sit_down(Role.ADMIN)
    member = hired(seat)
    page = seat.open("staff.person", member)
    pane = page.tabs.panes()[0][1]
    pane.edit()
    dialog = seat.dialog(pane, FormDialog)
    dialog.form.fields["user_id"].set_value(seat.actor.user_id)
    dialog.form.submit()
    assert seat.read(lambda uow: get_staff_file(uow, member)).user_id == seat.actor.user_id
    assert "Quản Trị" in [one.text() for one in pane.grid.findChildren(QLabel)]


def test_who_may_only_see_the_list_is_told_who_may_add(desks: House) -> None:
    nurse = desks.sit_down(Role.NURSE)
    refusal = nurse.refusal(nurse.open("staff.people"), "staff.add")
    assert refusal is not None
    assert "Sửa hồ sơ cán bộ" in refusal


@pytest.mark.parametrize("catalogue", ["", "facility_en.ts"], ids=["vi", "en"])
def test_days_and_states_of_people_are_read_in_full_without_scrolling_sideways(
    catalogue: str, desks: House, install: Callable[[str], Any]
) -> None:
    if catalogue:
        install(catalogue)
    seat = desks.sit_down(Role.CLERK)
    member = hired(seat)
    left = hired(seat, DAT)
    certified(seat, member, date(2026, 7, 28))
    seat.write(lambda uow: end_employment(uow, EndEmployment(left, 1, date(2026, 8, 28), "chuyển công tác")))
    table = seat.open("staff.people", state="all").panel.table
    assert not is_wider_than_page(table)
    assert len(texts(table, "joined")) == 2
    assert cut(table, "name", "title", "rank", "joined", "expiry") == []


@pytest.mark.parametrize("catalogue", ["", "facility_en.ts"], ids=["vi", "en"])
def test_certificates_need_no_scrolling_sideways(
    catalogue: str, desks: House, install: Callable[[str], Any]
) -> None:
    if catalogue:
        install(catalogue)
    seat = desks.sit_down(Role.CLERK)
    certified(seat, hired(seat), date(2026, 7, 28))
    table = seat.open("staff.certificates").panel.table
    assert not is_wider_than_page(table)
    assert cut(table, "name", "state", "expires", "kind", "number") == []


def test_without_a_certificate_the_page_says_where_to_begin_and_leads_there(seat: Screens) -> None:
    page = seat.open("staff.certificates")
    assert any("Thêm chứng chỉ" in one.text() for one in page.findChildren(QLabel) if one.isVisible())
    page.panel.states.action_requested.emit()
    assert seat.went == [Route("staff.people")]


def test_the_team_stands_quietly_behind_the_post(seat: Screens) -> None:
    post = GivePost(hired(seat), PostKind.TEAM_HEAD, date(2020, 1, 1), team="Tổ Y tế")
    seat.write(lambda uow: give_post(uow, post))
    table = seat.open("staff.people").panel.table
    column = next(one for one in table.model().columns if one.key == "title")
    assert column.plain(table.model().row(0)) == "Tổ trưởng Tổ Y tế"
