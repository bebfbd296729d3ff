"""Substitution at the desk: consent, the last dose, thirty missed days, two signatures, the letter."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from pytestqt.qtbot import QtBot

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.sex import Sex
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.substitution import ProgrammeEnd
from facility_app.modules.medication.queries.desk import list_all_programmes
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_signing import SignedDialog
from facility_app.modules.medication.ui.programme_page import ProgrammesPage
from facility_app.modules.treatment.domain import DrugTestReading
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason
from facility_app.modules.treatment.domain.taken import TakenMedicine, WhatWasTaken
from facility_app.modules.treatment.queries.drug_tests import get_test
from facility_app.modules.treatment.queries.explaining import list_explaining
from facility_app.modules.treatment.queries.samples import get_sample, list_panels
from facility_app.modules.treatment.service.drug_results import RecordReadings, record_readings
from facility_app.modules.treatment.service.sampling import (
    AddKit,
    OrderTest,
    TakeSample,
    add_kit,
    order_test,
    take_sample,
)
from facility_app.modules.treatment.ui.sample_card import TestCard
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.states import State
from tests.modules.medication.desk import Desk, asked, why_not
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY


def test_a_programme_begins_with_consent_and_thirty_missed_days_end_it_with_two_signatures(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(ProgrammesPage, places.PROGRAMMES)
    assert page.panel.states.state() is State.EMPTY
    page.start()
    dialog = asked(page, FormDialog)
    for name, value in (
        ("resident_id", ward["duc"]),
        ("medicine_id", ward["methadone"]),
        ("file_number", "09/2026"),
        ("consent_by", "Nguyễn Văn Đức"),
        ("consent_on", TODAY),
        ("outside_on", TODAY - timedelta(days=1)),
        ("outside_number", Decimal(80)),
        ("outside_paper", "Giấy số 5, cơ sở MMT quận 1"),
    ):
        dialog.form.fields[name].set_value(value)
    dialog.form.submit()
    assert desk.said()[0].startswith("Đã mở chương trình")
    page.panel.model.reload()
    (one,) = ward.read(list_all_programmes)
    assert (one.row.last_on, one.row.last_amount, one.row.outside_paper) == (
        TODAY - timedelta(days=1),
        80_000,
        "Giấy số 5, cơ sở MMT quận 1",
    )
    order = ward.order("methadone", 80, 10)
    ward.at(10)
    ward.record(ward.said(order, "10:00", Outcome.GIVEN))
    ward.at(9, day=TODAY + timedelta(days=4))
    page.panel.model.reload()
    assert "Đã bỏ 3 ngày" in page.missed.text()
    assert "chưa phê duyệt quy tắc" in page.missed.text()
    ward.at(9, day=TODAY + timedelta(days=31))
    page.panel.model.reload()
    assert "Đã bỏ 30 ngày liên tục: phải chấm dứt" in page.missed.text()
    page.letter()
    letter = asked(page, FormDialog)
    letter.form.fields["to"].set_value("Trung tâm Y tế khu vực 2")
    letter.form.submit()
    assert "Kính gửi: Trung tâm Y tế khu vực 2" in desk.words()
    assert desk.set == ["THƯ VỀ LIỀU ĐIỀU TRỊ THAY THẾ CUỐI CÙNG"]
    asked(page, PreviewDialog).reject()
    page.end()
    ending = asked(page, SignedDialog)
    assert ending.form.fields["kind"].value() == ProgrammeEnd.MISSED.value
    ending.form.fields["reason"].set_value("không đến uống thuốc")
    ending.form.submit()
    desk.sign(ending)
    assert desk.said()[0].startswith("Đã kết thúc chương trình của Nguyễn Văn Đức; đã ngừng 1 y lệnh")
    (over,) = ward.read(partial(list_all_programmes, with_past=True))
    assert (over.row.end_kind, over.row.second) == (ProgrammeEnd.MISSED, "Người Thứ Hai")
    page.panel.model.reload()
    assert why_not(page, "medication.end_programme") is not None


def test_a_positive_reading_is_told_with_the_medicines_of_the_days_before_and_never_of_hiv(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    orders = [ward.order(one, 5, 10) for one in ("diazepam", "efavirenz", "paracetamol")]
    ward.at(10)
    ward.record(*(ward.said(order, "10:00") for order in orders[:2]))
    ward.record(ward.said(orders[2], "10:00", Outcome.REFUSED, reason="không uống"))
    question = WhatWasTaken(ward["duc"], TODAY - timedelta(days=14), TODAY)

    def told(uow: UnitOfWork) -> list[TakenMedicine]:
        return [one for answer in uow.ask(question) for one in answer]

    diazepam = TakenMedicine("N05BA01", "Diazepam", (TODAY,))
    assert ward.read(told) == [diazepam]
    assert ward.read(told, by="guard") == []
    kit = ward.write(add_kit, AddKit("Fastep", "L01", date(2027, 6, 30), {"BZO": 300, "MET": 500}))
    test_id = ward.write(order_test, OrderTest(ward["duc's stay"], TestReason.RANDOM), by="head")
    sample = TakeSample(
        test_id,
        ward.read(get_test, test_id).version,
        SampleAnswer.AGREED,
        sample_no="M-001",
        witness="Lê Văn Sỹ",
        collector_sex=Sex.MALE,
        witness_sex=Sex.MALE,
        temp_tenths=355,
        temp_after_s=120,
    )
    ward.write(take_sample, sample, by="nurse")
    readings = {"BZO": DrugTestReading.POSITIVE, "MET": DrugTestReading.POSITIVE}
    version = ward.read(get_test, test_id).version
    ward.write(record_readings, RecordReadings(test_id, version, readings, kit, second_reader="Trần Thị Mai"))
    found = {one.panel: one.medicines for one in ward.read(list_explaining, test_id)}
    assert found == {"BZO": (diazepam,), "MET": ()}
    card = TestCard(dressed)
    qtbot.addWidget(card)
    panels = {one.code: one for one in ward.read(list_panels)}
    card.show_card(ward.read(get_sample, test_id), panels)
    assert "có thể làm BZO dương tính: Diazepam (23/11/2026)" in card.says()
    assert "không có thuốc nào làm MET dương tính" in card.says()
    card.show_card(ward.read(get_sample, test_id, by="auditor"), panels)
    assert "efavirenz" not in card.says().lower()
