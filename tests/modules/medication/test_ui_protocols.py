"""Protocols at the desk: a draft is started for nobody, day by day, deviations of a person, the end."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.desk import list_running
from facility_app.modules.medication.queries.orders import list_orders
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_signing import SignedDialog
from facility_app.modules.medication.ui.protocol_page import ProtocolsPage
from facility_app.modules.medication.ui.protocol_words import day_rows
from facility_app.ui.dialogs import Question
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme
from tests.modules.medication.desk import Desk, asked, why_not
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY

CODE = "opioid_symptomatic"


def test_a_template_is_approved_started_for_somebody_followed_and_ended(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(ProtocolsPage, places.PROTOCOLS)
    page.panel.table.select_ids((CODE,))
    days = {row.key: row.value for row in day_rows(page.selected().protocol)}
    assert days["Ngày 1–3"].startswith("Clonidin 0,15 mg × 3 (06:00, 14:00, 20:00)")
    assert "Loperamid" in days["Khi cần"]
    assert "chưa phê duyệt" in (why_not(page, "medication.start_protocol") or "")
    page.approve()
    question = asked(page, Question)
    question.answered.emit("approve")
    question.reject()
    desk.sign(page)
    page.panel.model.reload()
    page.panel.table.select_ids((CODE,))
    assert why_not(page, "medication.start_protocol") is None
    page.start()
    dialog = asked(page, SignedDialog)
    dialog.form.fields["resident_id"].set_value(ward["duc"])
    dialog.form.fields["skip_paracetamol"].set_value(True)
    dialog.form.submit()
    assert "Đ85.3" in dialog.form.fields["counselled_on"].message()
    dialog.form.fields["counselled_on"].set_value(TODAY)
    dialog.form.submit()
    assert desk.said()[0].startswith("Đã bắt đầu phác đồ")
    (run,) = ward.read(list_running)
    assert (run.who.name, run.row.day) == ("Nguyễn Văn Đức", 1)
    page.panel.model.reload()
    page.panel.table.select_ids((CODE,))
    page.runs.table.select_ids((run.row.run_id,))
    assert "Paracetamol: Không kê theo phác đồ" in page.deviations()
    assert "Clonidin: Dược sĩ chưa duyệt" in page.deviations()
    ward.at(9, day=TODAY + timedelta(days=2))
    page.end()
    reason = asked(page, ReasonDialog)
    reason.given.emit("chuyển phác đồ khác")
    reason.reject()
    assert desk.said()[0].startswith("Đã kết thúc phác đồ của Nguyễn Văn Đức; đã ngừng")
    assert ward.read(list_running) == ()
    assert ward.read(list_orders, ward["duc"]) == ()


def test_a_protocol_against_which_something_speaks_asks_for_a_reason_and_a_second_signature(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    ward.programme()
    ward.order("methadone", 20, 9)
    ward.approve(RuleList.PROTOCOL, "alcohol_diazepam")
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(ProtocolsPage, places.PROTOCOLS)
    page.panel.table.select_ids(("alcohol_diazepam",))
    page.start()
    dialog = asked(page, SignedDialog)
    dialog.form.fields["resident_id"].set_value(ward["duc"])
    for name in dialog.form.fields:
        if name.startswith("skip_") and name != "skip_diazepam":
            dialog.form.fields[name].set_value(True)
    dialog.form.fields["uncounselled_why"].set_value("run, vã mồ hôi, không chờ được")
    dialog.form.submit()
    assert dialog.isVisible()
    dialog.form.fields["reason"].set_value("cắt cơn rượu, theo dõi sát")
    dialog.form.submit()
    desk.sign(dialog)
    assert not dialog.isVisible()
    assert [run.row.protocol.code for run in ward.read(list_running)] == ["alcohol_diazepam"]
