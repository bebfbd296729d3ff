"""Bad input of giving and ordering that stands in no other room: by the verb, and by a key on an open screen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facility_app.modules.medication.domain.checks import Need
from facility_app.modules.medication.domain.orders import Route
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.orders import list_orders, list_overrides
from facility_app.modules.medication.service.deciding import stop_order
from facility_app.modules.medication.service.orders import OrderMedicine, order_medicine
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.service.weighing import Answers
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_form import PrescribePage
from facility_app.modules.pharmacy.domain.amounts import Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Flags, MedicineFacts
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, add_medicine
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay, get_stay
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.theme import Theme
from tests.modules.medication.bedside import Bedside, press, stand_at, states
from tests.modules.medication.desk import Desk, asked
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY

SPACE = Qt.Key.Key_Space
SEDATIVE = MedicineFacts(
    "Clorpromazin",
    "25 mg/ml",
    "Dung dịch tiêm, uống",
    Unit.ML,
    Unit.MG,
    25_000,
    routes="O IM",
    atc="N05AA01",
    flags=Flags(is_sedating=True),
)


@pytest.fixture
def nurse(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The nurse who holds the cabinet, at nine in the morning."""
    ward.at(9)
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.runner.close()


def doses(ward: Ward) -> list[tuple[object, ...]]:
    """Doses on the disk."""
    return ward.sql("SELECT outcome FROM medicine_dose WHERE voided_at IS NULL")


def leave(ward: Ward, person: str, how: ExitCode) -> None:
    """Somebody is gone for good."""
    stay = ward.read(get_stay, ward[f"{person}'s stay"], by="head")
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, how, TODAY, "7/QĐ", TODAY), by="head")


def test_no_dose_after_death_nor_after_release_by_verb_paper_or_a_round_still_open(
    ward: Ward, nurse: Bedside
) -> None:
    dead = ward.order("paracetamol", 500, 9, 10)
    free = ward.order("clonidine", 150, 9, 10, person="hoa")
    page = nurse.round()
    leave(ward, "duc", ExitCode.DEATH)
    leave(ward, "hoa", ExitCode.EXEMPT_ILLNESS)
    ward.at(9, 30)
    for medicine, order, who in (("Paracetamol", dead, "Đức"), ("Clonidin", free, "Hoa")):
        # The list was read before they left: its key is refused at the dose, in words.
        stand_at(page, medicine, "09:00")
        press(page.view, SPACE)
        assert "đã ra cơ sở hoặc đã chết: không ghi liều" in page.banner.text()
        assert states(page)[f"{who} {medicine} 09:00"] == "CHƯA GHI ĐƯỢC"
        for is_from_paper in (False, True):
            late = ward.said(order, "10:00", given_at=ward.at(9, 30))
            told = ward.no(late, is_from_paper=is_from_paper)
            assert (told.code, "Hãy xem lại ngày giờ" in told.message) == ("dose_after_end", True)
            assert "Lúc 23/11/2026 09:30" in told.message
        told = ward.no(ward.said(order, "09:00", Outcome.REFUSED, reason="không muốn"))
        assert told.code == "dose_after_end"
    assert doses(ward) == []


def test_nobody_gives_more_than_the_cabinet_holds_controlled_or_not(ward: Ward, nurse: Bedside) -> None:
    nurse.second_person_chose_a_password()
    command = OrderMedicine(ward["duc"], ward.written("diazepam", 205, 9))
    (finding, *_) = ward.refused(order_medicine, command).findings  # type: ignore[attr-defined] # of this refusal
    reasons = {finding.key: "liều nạp, bác sĩ ngồi cạnh"}
    ward.order("diazepam", 205, 9, reasons=reasons, countersign=ward.agreed("medication.order_medicine", "doctor"))
    ward.order("loperamide", 200, 9, person="hoa")
    before = ward.sql("SELECT count(*) FROM stock_entry")
    page = nurse.round()
    stand_at(page, "Diazepam")
    press(page.view, SPACE)
    nurse.sign(page)
    assert "Diazepam 5 mg ở Tủ trực khu A còn 40 viên, không đủ 41 viên" in page.banner.text()
    assert "lĩnh thêm" in page.banner.text()
    stand_at(page, "Loperamid")
    press(page.view, SPACE)
    assert "còn 50 viên nang, không đủ 100 viên nang" in page.banner.text()
    assert {*states(page).values()} == {"CHƯA GHI ĐƯỢC"}
    assert (doses(ward), ward.sql("SELECT count(*) FROM stock_entry")) == ([], before)


def test_a_draft_about_methadone_a_psychotropic_or_an_injected_sedative_refuses_without_a_second_signature(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    added = AddMedicine(SEDATIVE, DrugClass.ORDINARY, date(2017, 1, 1), "Luật Dược 105/2016/QH13")
    ward.ids["sedative"] = ward.write(add_medicine, added, by="chemist").id
    ward.programme()
    ward.order("methadone", 30, 8)
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(PrescribePage, places.PRESCRIBE, ward["duc"])
    _type(page, medicine_id=ward["diazepam"], number=Decimal(5), times="20")
    (said,) = page.checks.texts()
    assert "ức chế hô hấp" in said
    assert "chưa phê duyệt" in said
    assert "người thứ hai ký" in said
    page.submit()
    assert "hãy ghi lý do từng cảnh báo" in desk.said()[0]
    page.checks.answer("interaction:opioid_benzodiazepine", "cắt cơn rượu")
    page.submit()
    asked(page, CountersignDialog).reject()
    assert [one.medicine.name for one in ward.read(list_orders, ward["duc"])] == ["Methadon 10 mg/ml"]
    page.submit()
    desk.sign(page)
    (made, *_) = ward.read(list_orders, ward["duc"])
    (kept,) = ward.read(list_overrides, made.order_id)
    assert (made.medicine.name, kept.reason, kept.second) == ("Diazepam 5 mg", "cắt cơn rượu", "Người Thứ Hai")
    # The same medicine over the same unapproved limit: injected it stops, swallowed it only warns.
    swallowed = ward.written("sedative", 1000, 8, unit=Unit.MG)
    warned = ward.write(order_medicine, OrderMedicine(ward["hoa"], swallowed)).findings
    assert [(one.key, one.need) for one in warned] == [("max_dose:chlorpromazine_day", Need.NOTHING)]
    injected = ward.written("sedative", 1000, 8, unit=Unit.MG, route=Route.INTRAMUSCULAR)
    codes = []
    for reasons in ({}, dict.fromkeys(("max_dose:chlorpromazine_day", "duplicate:same_medicine"), "kích động")):
        command = OrderMedicine(ward["hoa"], replace(injected, answers=Answers(reasons)))
        codes.append(ward.refused(order_medicine, command).code)
    assert codes == ["order_checks", "order_needs_second"]


def test_diazepam_is_not_given_without_an_order_nor_by_one_that_was_stopped(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 9)
    order = ward.order("diazepam", 5, 9, person="hoa")
    dose = replace(ward.said(order, "09:00"), order_id="00000000-0000-7000-8000-000000000000")
    told = ward.no(dose)
    assert (told.code, "không có y lệnh" in told.message, "nhờ bác sĩ kê" in told.message) == (
        "dose_without_order",
        True,
        True,
    )
    # On the round there is no line for what nobody ordered: no key gives it.
    page = nurse.round()
    mine = [one.row.medicine for one in page.model.lines if one.row.resident_id == ward["duc"]]
    assert mine == ["Paracetamol 500 mg"]
    nurse.second_person_chose_a_password()
    ward.write(stop_order, DecideOrder(order.order_id, order.version, "hết cơn"))
    ward.at(9, 1)
    stand_at(page, "Diazepam")
    press(page.view, SPACE)
    nurse.sign(page)
    assert states(page)["Hoa Diazepam 09:00"] == "CHƯA GHI ĐƯỢC"
    assert "y lệnh" in page.banner.text()
    assert doses(ward) == []


def _type(page: PrescribePage, **values: object) -> None:
    for name, value in values.items():
        field = page.form.fields[name]
        field.set_value(value)
        field.changed.emit()
    page.form.settled.emit()
