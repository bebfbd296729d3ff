"""One person's posts, signing authority and certificates: given, ended, renewed, and what the law asks of each."""

from datetime import date
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.staff.domain import AuthorityForm, PostKind
from facility_app.modules.staff.queries import get_signature, get_staff_file
from facility_app.modules.staff.service import GivePost, GrantAuthority, give_post, grant_authority
from facility_app.ui.dialogs import FormDialog, ReasonDialog
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Chip
from tests.helpers.screens import House, Screens, fill, texts, tones
from tests.modules.staff.test_ui_people import DAT, certified, hired


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.CLERK)


def tab(seat: Screens, member: str, part: str) -> Any:
    """The tab of one person, shown."""
    page = seat.open("staff.person", member, tab=part)
    return dict(page.tabs.panes())[part]


def test_the_head_says_post_signature_and_what_runs_out(seat: Screens) -> None:
    member = hired(seat)
    seat.write(
        lambda uow: give_post(uow, GivePost(member, PostKind.DEPUTY_HEAD, date(2023, 1, 1), team="Ban chỉ huy"))
    )
    wish = GrantAuthority(member, AuthorityForm.IN_PLACE, "mọi văn bản", date(2023, 1, 1))
    seat.write(lambda uow: grant_authority(uow, wish), Role.CLERK)
    certified(seat, member, date(2026, 11, 1))
    certified(seat, member, date(2026, 12, 1), "fire_safety")
    page = seat.open("staff.person", member)
    own = {one.text(): one.tone() for one in page.header.findChildren(Chip) if one.text() in page.header.chips()}
    assert page.header.chips() == tuple(own)
    assert own == {
        "Đang làm việc": Tone.OK,
        "Ký thay (KT.)": Tone.INFO,
        "1 chứng chỉ hết hạn": Tone.DANGER,
        "1 chứng chỉ sắp hết hạn": Tone.WARNING,
    }


def test_a_post_given_counts_from_its_day_and_takes_its_usual_name(seat: Screens) -> None:
    member = hired(seat)
    pane = tab(seat, member, "staff.posts")
    pane.card.run("staff.give_post")
    dialog = seat.dialog(pane.card, FormDialog)
    dialog.form.fields["kind"].set_value("deputy_head")
    fill(dialog, from_on="01/12/2026", document_no="15/QĐ-CAT", document_on="20/11/2026")
    dialog.form.submit()
    assert texts(pane.card.table, "title") == ["Phó trưởng cơ sở"]
    assert texts(pane.card.table, "state") == ["sắp giữ"]
    assert texts(pane.card.table, "document") == ["15/QĐ-CAT ngày 20/11/2026"]


def test_a_second_head_is_refused_with_the_first_ones_name(seat: Screens) -> None:
    first, second = hired(seat), hired(seat, DAT)
    seat.write(lambda uow: give_post(uow, GivePost(first, PostKind.HEAD, date(2022, 1, 1))))
    pane = tab(seat, second, "staff.posts")
    pane.card.run("staff.give_post")
    dialog = seat.dialog(pane.card, FormDialog)
    dialog.form.fields["kind"].set_value("head")
    dialog.form.submit()
    assert list(dialog.form.troubles()) == ["kind"]


def test_a_post_ends_with_a_day_and_a_reason(seat: Screens) -> None:
    member = hired(seat)
    seat.write(lambda uow: give_post(uow, GivePost(member, PostKind.NURSE, date(2023, 1, 1))))
    pane = tab(seat, member, "staff.posts")
    pane.card.run("staff.end_post")
    dialog = seat.dialog(pane.card, FormDialog)
    fill(dialog, to_on="20/11/2026", reason="Chuyển tổ")
    dialog.form.submit()
    assert texts(pane.card.table, "state") == ["đã thôi"]
    assert seat.why(pane.card.bar.commands()[1].spec) == "Chức vụ này đã kết thúc."


def test_an_authority_by_mandate_needs_a_document_and_an_end(seat: Screens) -> None:
    member = hired(seat)
    pane = tab(seat, member, "staff.authorities")
    pane.card.run("staff.grant_authority")
    dialog = seat.dialog(pane.card, FormDialog)
    dialog.form.fields["form"].set_value("TUQ")
    fill(dialog, scope="giấy xác nhận", from_on="01/11/2026")
    dialog.form.submit()
    assert list(dialog.form.troubles()) == ["document_no"]
    fill(dialog, document_no="03/UQ")
    dialog.form.submit()
    assert list(dialog.form.troubles()) == ["to_on"]
    fill(dialog, to_on="31/12/2026")
    dialog.form.submit()
    assert texts(pane.card.table, "state") == ["đang được ký"]
    assert seat.read(lambda uow: get_signature(uow, member)).lines[0] == "TUQ. TRƯỞNG CƠ SỞ"


def test_an_unusual_signer_is_warned_about_and_not_refused(seat: Screens) -> None:
    pane = tab(seat, hired(seat), "staff.authorities")
    pane.card.run("staff.grant_authority")
    dialog = seat.dialog(pane.card, FormDialog)
    dialog.form.fields["form"].set_value("KT")
    fill(dialog, scope="mọi văn bản", from_on="01/11/2026")
    dialog.form.submit()
    assert [tone for _text, tone in seat.said] == [Tone.OK, Tone.WARNING]
    assert len(texts(pane.card.table, "form")) == 1


def test_an_authority_ended_lets_nobody_sign_the_day_after(seat: Screens) -> None:
    member = hired(seat)
    wish = GrantAuthority(member, AuthorityForm.IN_PLACE, "mọi văn bản", date(2023, 1, 1))
    seat.write(lambda uow: grant_authority(uow, wish), Role.CLERK)
    pane = tab(seat, member, "staff.authorities")
    pane.card.run("staff.end_authority")
    dialog = seat.dialog(pane.card, FormDialog)
    fill(dialog, to_on="20/11/2026", reason="Hết thời gian giao quyền")
    dialog.form.submit()
    assert texts(pane.card.table, "state") == ["đã hết"]


def test_an_administrator_without_the_right_reads_who_grants_authority(desks: House) -> None:
    seat = desks.sit_down(Role.ADMIN)
    pane = tab(seat, hired(seat), "staff.authorities")
    why = seat.why(pane.card.bar.commands()[0].spec)
    assert why is not None
    assert "ký thay" in why


def test_a_renewal_keeps_the_kind_and_settles_the_reminder(seat: Screens) -> None:
    member = hired(seat)
    certified(seat, member, date(2026, 12, 1))
    assert seat.open("tasks.today").worklist.count() == 1
    pane = tab(seat, member, "staff.own_certificates")
    pane.card.run("staff.renew_certificate")
    dialog = seat.dialog(pane.card, FormDialog)
    fill(dialog, issued_on="20/11/2026", expires_on="20/11/2031", number="99/CC")
    dialog.form.submit()
    assert len({row.kind for row in seat.read(lambda uow: get_staff_file(uow, member)).certificates}) == 1
    assert seat.open("tasks.today").worklist.count() == 0


def test_a_certificate_entered_by_mistake_goes_with_its_reminder(seat: Screens) -> None:
    member = hired(seat)
    certified(seat, member, date(2026, 12, 1))
    pane = tab(seat, member, "staff.own_certificates")
    pane.card.run("staff.void_certificate")
    dialog = seat.dialog(pane.card, ReasonDialog)
    dialog.reason_edit.setPlainText("Nhập nhầm người")
    dialog.give_button.click()
    assert texts(pane.card.table, "kind") == []
    assert seat.open("tasks.today").worklist.count() == 0


def test_certificates_say_how_many_days_are_left_or_over(seat: Screens) -> None:
    member = hired(seat)
    for day, kind in ((date(2026, 11, 1), "management"), (date(2026, 12, 1), "counselling"), (None, "teaching")):
        certified(seat, member, day, kind)
    table = tab(seat, member, "staff.own_certificates").card.table
    assert texts(table, "state") == ["Hết hạn 20 ngày", "Còn 10 ngày", "Không thời hạn"]
    assert tones(table, "state") == [Tone.DANGER, Tone.WARNING, Tone.NEUTRAL]
