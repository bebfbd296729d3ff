"""Orders at the desk: what speaks against one while it is typed, the pharmacist's one key, the tab of a person."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import UserError
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.domain.times import read_steps, read_times
from facility_app.modules.medication.queries.orders import list_orders, list_overrides
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.deciding import refuse_order
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_form import PrescribePage
from facility_app.modules.medication.ui.order_page import OrdersPage
from facility_app.modules.medication.ui.order_person import Private, figures_of, read_person
from facility_app.modules.medication.ui.overdose_card import OverdoseCard
from facility_app.ui.dialogs import Question
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import PushButton, Scrolled
from facility_app.ui.widgets.states import State
from tests.helpers.screens import texts
from tests.modules.medication.desk import Desk, asked, why_not
from tests.modules.medication.ward import Ward

STEPS = 5
"""Steps of the card for an overdose that came along."""

HOURS = "05:00 10:30 14:00 19:00"
KINDS = ("regular", "prn", "once")


def typed(page: PrescribePage, **values: object) -> None:
    """Type into the form, and leave it."""
    for name, value in values.items():
        field = page.form.fields[name]
        field.set_value(value)
        field.changed.emit()
    page.form.settled.emit()


def test_stopping_for_a_reaction_offers_the_allergy_and_the_event_filled_in(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    ward.order("paracetamol", 500, 10)
    ward.order("loperamide", 2, 10)
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])

    def stop(medicine: str, why: str) -> list[Question]:
        found = next(one for one in tab.orders.rows if one.row.medicine.generic == medicine)
        tab.orders.table.select_ids((found.row.order_id,))
        tab.deeds.stop()
        reason = asked(tab, ReasonDialog)
        reason.given.emit(why)
        reason.reject()
        return [one for one in tab.findChildren(Question) if one.isVisible()]

    assert stop("Loperamid", "hết tiêu chảy") == []
    (offer,) = stop("Paracetamol", "Phản ứng khi dùng thuốc: phát ban khắp người")
    offer.answered.emit("allergy")
    form = asked(tab, FormDialog).form
    assert form.fields["substance"].value() == "Paracetamol"
    assert form.fields["reaction"].value() == "Phản ứng khi dùng thuốc: phát ban khắp người"
    offer.answered.emit("event")
    account = "Sau khi dùng Paracetamol 500 mg: Phản ứng khi dùng thuốc: phát ban khắp người. Thuốc đã ngừng."
    wanted = {"about": ward["duc"], "kind": "allergy", "account": account}
    assert desk.screen.gone[-1] == Route("treatment.events", "", wanted)


def test_the_card_for_an_overdose_stands_whole_on_a_small_screen_at_one_and_a_half(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    dressed.set(scale=1.5)
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1366, 700)  # 768 without the frame of a window and the bar of tasks
    over.show()
    card = OverdoseCard(dressed, ward.read(list_rules, RuleList.OVERDOSE), over)
    card.open()
    assert card.height() <= over.height()
    scrolled = card.findChild(Scrolled)
    close = card.findChild(PushButton, "refuse_button")
    assert scrolled is not None
    assert close is not None
    # What does not fit scrolls; the way out stands in the card.
    assert scrolled.verticalScrollBar().maximum() > 0
    assert close.geometry().bottom() <= card.height()


def test_an_order_says_how_long_it_has_waited_for_the_pharmacist(ward: Ward, dressed: Theme, qtbot: QtBot) -> None:
    ward.order("paracetamol", 500, 20, verified=False)
    ward.at(14)
    page = Desk(ward, dressed, qtbot, "chemist").open(OrdersPage, places.ORDERS)
    assert texts(page.panel.table, "at") == ["23/11/2026 09:00 · 5 giờ trước"]


def test_times_are_read_as_doctors_write_them() -> None:
    def read(text: str) -> str:
        return " ".join(f"{one:%H:%M}" for one in read_times(text, HOURS, 60))

    assert read("8 14 20") == read("20:00, 8h;1400") == "08:00 14:00 20:00"
    assert read("7h30") == read("0730") == read("7.30") == "07:30"
    # A dose of a round is due when it may be given from the round's first minute.
    assert read("Sáng trua CHIỀU tối") == "06:00 11:30 15:00 20:00"
    assert read(" ") == ""
    for wrong in ("25", "8 9x", "khuya"):
        with pytest.raises(UserError) as told:
            read(wrong)
        assert (told.value.code, "Ví dụ" in told.value.message) == ("times_unread", True)


def test_a_taper_is_read_line_by_line() -> None:
    first, second = read_steps("1-3: 0,15 8 14 20\nNgày 4: 0.15 tối\n", HOURS, 60)
    assert (first.first_day, first.last_day, first.number, len(first.times)) == (1, 3, Decimal("0.15"), 3)
    assert (second.first_day, second.last_day, second.times) == (4, 4, read_times("20", HOURS, 60))
    for wrong in ("1-3 20 8", "ngày đầu: 20 8", "1: 20"):
        with pytest.raises(UserError) as told:
            read_steps(wrong, HOURS, 60)
        assert (told.value.code, wrong in told.value.message) == ("steps_unread", True)


def test_a_dose_in_tablets_is_told_in_mg_and_what_speaks_against_it_stands_beside_the_form(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    ward.order("paracetamol", 500, 10)
    ward.write(add_allergy, AddAllergy(ward["duc"], "Clonidin", AllergySeverity.SEVERE), by="nurse")
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(PrescribePage, places.PRESCRIBE, ward["duc"])
    assert page.checks.texts() == ("Chọn người, thuốc và liều: ở đây hiện quy đổi và các cảnh báo.",)
    assert [page.form.fields[name].isHidden() for name in ("times", "least_hours", "is_urgent")] == [
        False,
        True,
        True,
    ]
    typed(page, medicine_id=ward["paracetamol"])
    # What is not typed yet is not asked for yet.
    assert page.form.fields["number"].message() == ""
    typed(page, number=Decimal(100), times="sáng tối")
    (odd,) = [one for one in page.checks.texts() if "viên" in one]
    assert "liều 100 mg (1 viên = 500 mg) không phải nguyên viên" in odd
    assert odd.endswith("Cần xem lại.")
    typed(page, number=Decimal(2), unit="tablet", times="sáng tối")
    (said,) = page.checks.texts()
    assert "cùng hoạt chất" in said
    assert "chưa phê duyệt" in said
    page.submit()
    assert desk.said()[0].startswith("Đã kê Paracetamol 500 mg")
    (row, _) = ward.read(list_orders, ward["duc"])
    assert (row.plan.text, row.prescriber) == ("1- 1000000@06:00,20:00", "Bác Sĩ Lan")
    # The person stays, the rest is empty: for the next medicine.
    assert page.form.fields["resident_id"].value() == ward["duc"]
    assert page.form.fields["medicine_id"].value() is None
    assert not page.has_unsaved()
    typed(page, medicine_id=ward["clonidine"], number=Decimal(150), unit="mcg", times="8")
    (said,) = page.checks.texts()
    assert "dị ứng Clonidin" in said
    assert "người thứ hai ký" in said
    page.submit()
    assert desk.said() == (
        "Y lệnh chưa được kê: hãy ghi lý do từng cảnh báo bên phải, hoặc đổi thuốc, đổi liều.",
        Tone.WARNING,
    )
    page.checks.answer("allergy:fact", "đã thử liều nhỏ, không sao")
    page.submit()
    desk.sign(page)
    assert desk.said()[0].startswith("Đã kê Clonidin")
    (made, *_) = ward.read(list_orders, ward["duc"])
    (kept,) = ward.read(list_overrides, made.order_id)
    assert (kept.reason, kept.second) == ("đã thử liều nhỏ, không sao", "Người Thứ Hai")


def test_300_for_30_and_ml_for_mg_are_told_in_plain_words_before_anything_is_ordered(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(PrescribePage, places.PRESCRIBE, ward["duc"])
    typed(page, medicine_id=ward["paracetamol"], number=Decimal(5000), unit="mg", times="8")
    (said,) = page.checks.texts()
    assert "Có phải ghi thừa một chữ số?" in said
    assert page.checks.sure_box.isVisible()
    page.submit()
    assert ward.read(list_orders, ward["duc"]) == ()
    typed(page, medicine_id=ward["methadone"], number=Decimal(30), unit="ml", times="8")
    (said,) = page.checks.texts()
    assert "30 ml là 300 mg" in said
    typed(page, unit="mg")
    (said,) = page.checks.texts()
    assert "chưa có chương trình điều trị thay thế" in said
    ward.programme()
    typed(page, number=Decimal(31))
    (said,) = page.checks.texts()
    assert "cao hơn 30 mg: không được phép" in said
    typed(page, number=Decimal(300))
    (said,) = page.checks.texts()
    assert "Liều đầu 300 mg cao hơn 30 mg: không được phép" in said
    # No box to confirm what nobody may.
    assert not page.checks.sure_box.isVisible()
    page.submit()
    assert ward.read(list_orders, ward["duc"]) == ()
    page.form.load(page.form.loaded())


def test_an_order_as_needed_asks_for_its_gap_and_a_doctor_is_told_of_hiv_only_with_a_trail(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    ward.programme("hoa")
    ward.order("methadone", 20, 9, person="hoa")
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(PrescribePage, places.PRESCRIBE, ward["hoa"], kind="prn")
    typed(page, medicine_id=ward["loperamide"], number=Decimal(1), unit="capsule")
    page.submit()
    assert "khoảng cách ít nhất" in page.form.fields["least_hours"].message()
    typed(page, least_hours=Decimal(4), most_a_day=Decimal(4), reason="tiêu chảy")
    page.submit()
    (row, *_) = ward.read(list_orders, ward["hoa"])
    assert (row.plan.text, row.least_minutes, row.most_a_day) == ("1- 2000@*", 240, 4)
    looks = "SELECT count(*) FROM audit_entry WHERE verb = 'medication.open_checks'"
    typed(page, kind="taper", medicine_id=ward["clonidine"], unit="mcg", steps="1-2: 150 8 20\n3: 150 20")
    page.submit()
    (taper, *_) = ward.read(list_orders, ward["hoa"])
    assert taper.plan.text == "1-2 150000@08:00,20:00; 3-3 150000@20:00"
    typed(page, medicine_id=ward["efavirenz"], number=Decimal(1), times="21")
    assert "giữ kín" not in "".join(page.checks.texts())
    assert ward.sql(looks) == [(0,)]
    page.submit()
    assert ward.sql(looks) == [(1,)]
    assert any("Methadon" in one for one in page.checks.texts())
    page.form.load(page.form.loaded())


def test_the_pharmacist_accepts_with_one_key_or_sends_back_and_the_doctor_writes_it_anew(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot, "chemist")
    page = desk.open(OrdersPage, places.ORDERS)
    assert page.panel.states.state() is State.EMPTY
    assert why_not(page, "medication.verify_order") == "Hãy chọn một dòng trước."
    first = ward.order("paracetamol", 500, 10, verified=False)
    second = ward.order("loperamide", 2, 10, person="hoa", verified=False)
    private = ward.order("efavirenz", 1, 21, person="hoa", verified=False)
    page.panel.model.reload()
    assert page.panel.model.ids == (first.order_id, second.order_id)
    page.verify()
    assert desk.said()[0] == "Đã duyệt Paracetamol 500 mg cho Nguyễn Văn Đức."
    # The next one is selected by itself.
    assert page.selected_ids() == (second.order_id,)
    page.send_back()
    asked(page, ReasonDialog).given.emit("Trùng thuốc, xin bác sĩ xem lại")
    assert page.selected().row.end_reason == "Trùng thuốc, xin bác sĩ xem lại"
    assert why_not(page, "medication.verify_order") == "Y lệnh này đã kết thúc."
    for dialog in page.findChildren(ReasonDialog):
        dialog.reject()
    page.see_private()
    assert private.order_id in page.panel.model.ids
    assert ward.sql("SELECT count(*) FROM audit_entry WHERE verb = 'medication.open_private_unverified'") == [(2,)]
    page.hide()
    assert private.order_id not in page.panel.model.ids
    doctor = Desk(ward, dressed, qtbot)
    back = doctor.open(OrdersPage, places.ORDERS)
    back.again()
    assert doctor.screen.gone == [
        Route(places.PRESCRIBE, ward["hoa"], {places.ORDER_ARG: second.order_id}),
    ]
    form = doctor.open(PrescribePage, places.PRESCRIBE, ward["hoa"], order=second.order_id)
    assert form.form.fields["times"].value() == "10:00"
    typed(form, number=Decimal(4))
    form.submit()
    assert [row.plan.text for row in ward.read(list_orders, ward["hoa"])] == ["1- 4000@10:00"]


def test_a_persons_tab_tells_of_what_is_private_for_a_reason_and_reads_it_again_when_it_changes(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    ward.order("efavirenz", 1, 21)
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])
    assert rows(tab.orders) == []
    tab.add_allergy()
    form = asked(tab, FormDialog).form
    form.fields["substance"].set_value("EFV")
    form.fields["severity"].set_value("severe")
    form.submit()
    assert "nên được giữ kín" in desk.said()[0]
    tab.ask()
    assert [row.substance for row in rows(tab.allergies)] == []
    ward.grant()
    tab.see_private()
    why = asked(tab, ReasonDialog)
    why.given.emit("khám lại")
    why.reject()
    assert sum(one.is_private for one in rows(tab.orders)) == 1
    assert [row.substance for row in rows(tab.allergies)] == ["EFV"]
    # What is changed behind the wall while it is open is read again, with the same reason.
    tab.allergies.table.select_ids((rows(tab.allergies)[0].allergy_id,))
    tab.void_allergy()
    why = asked(tab, ReasonDialog)
    why.given.emit("nhầm người")
    why.reject()
    assert [row.substance for row in rows(tab.allergies)] == []
    tab.hide()
    assert not any(one.is_private for one in rows(tab.orders))
    assert rows(tab.allergies) == []


def test_a_persons_tab_stops_pauses_and_changes_orders_and_keeps_allergies(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    order = ward.order("paracetamol", 500, 10, 20)
    ward.order("efavirenz", 1, 21)
    refused = ward.order("loperamide", 4, 9, verified=False)
    ward.write(refuse_order, DecideOrder(refused.order_id, refused.version, "liều cao"), by="chemist")
    ward.at(10)
    ward.record(ward.said(order, "10:00"))
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])
    # As the record says it: a dash might be read as none.
    assert figures_of(ward.read(partial(read_person, ward["duc"], False)), Private())[0].value.startswith(
        "CHƯA HỎI"
    )
    assert [one.row.order_id for one in rows(tab.orders)] == [order.order_id]
    assert [one.row.dose for one in rows(tab.doses)] == ["500 mg"]
    tab.deeds.hold()
    asked(tab, ReasonDialog).given.emit("huyết áp thấp")
    assert desk.said()[0] == "Đã cho tạm ngừng Paracetamol 500 mg."
    for dialog in tab.findChildren(ReasonDialog):
        dialog.reject()
    tab.ask()
    tab.deeds.resume()
    tab.ask()
    tab.add_allergy()
    form = asked(tab, FormDialog).form
    form.fields["substance"].set_value("tôm")
    form.fields["severity"].set_value("mild")
    form.submit()
    tab.ask()
    assert [row.substance for row in rows(tab.allergies)] == ["tôm"]
    tab.toggle_past()
    assert {one.row.order_id for one in rows(tab.orders)} == {order.order_id, refused.order_id}
    tab.deeds.change()
    assert desk.screen.gone[-1].page == places.PRESCRIBE
    page = desk.open(PrescribePage, places.PRESCRIBE, ward["duc"], order=order.order_id)
    typed(page, number=Decimal(1000), replace_reason="đau hơn")
    page.submit()
    tab.toggle_past()
    assert [one.row.plan.text for one in rows(tab.orders)] == ["1- 1000000@10:00,20:00"]
    tab.show_overdose()
    card = asked(tab, OverdoseCard)
    said = [one.text() for one in card.findChildren(QLabel)]
    assert [one[:2] for one in said if one[:1].isdigit()] == [f"{number}." for number in range(1, STEPS + 1)]
    # Nobody of the facility stands by a step that came along, and each says so.
    assert sum(one.startswith("Chưa phê duyệt") for one in said) == STEPS
    card.reject()
    ward.approve(RuleList.OVERDOSE, "naloxone")
    tab.show_overdose()
    card = asked(tab, OverdoseCard)
    assert sum(one.text().startswith("Chưa phê duyệt") for one in card.findChildren(QLabel)) == STEPS - 1
    card.reject()
    tab.deeds.stop()
    asked(tab, ReasonDialog).given.emit("hết đau rồi")
    assert desk.said()[0] == "Đã ngừng Paracetamol 500 mg."
    for dialog in tab.findChildren(ReasonDialog):
        dialog.reject()


def rows(card: ListCard) -> list[Any]:
    """Rows of a card, all of them here."""
    return [card.model.row_of(one) for one in card.model.ids]
