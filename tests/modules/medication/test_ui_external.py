"""The card of medicine the family brought: the nurse writes it down, the doctor decides, the rest goes."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.modules.medication.queries.external import ExternalRow, list_external
from facility_app.modules.medication.ui.external_columns import COLUMNS
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay, get_stay
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme
from tests.modules.medication.desk import Desk, asked
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY


def fill(over: QWidget, **values: object) -> None:
    """Fill the form asked over a page, and save it."""
    dialog = asked(over, FormDialog)
    for name, value in values.items():
        dialog.form.fields[name].set_value(value)
    dialog.form.submit()
    dialog.reject()


def row_of(ward: Ward) -> ExternalRow:
    """The last that came for Đức."""
    return ward.read(list_external, ward["duc"])[0]


def shown(row: ExternalRow, column: str) -> str:
    """What a column says of a row."""
    return next(one for one in COLUMNS if one.key == column).text(row)


WHAT = {"brought_by": "Nguyễn Thị Mẹ", "relation": "mother", "medicine": "Amlodipin", "strength": "5 mg"}
COUNTED = {"quantity": Decimal(30), "unit": "tablet", "expires_on": date(2027, 5, 1)}
PAPER = {"prescriber": "BS. Phạm Thu", "place": "Bệnh viện huyện", "number": "318", "prescribed_on": TODAY}


def test_the_card_takes_a_medicine_from_the_gate_to_the_day_its_rest_goes_home(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    nurse = Desk(ward, dressed, qtbot, "nurse")
    tab = nurse.tab(ward["duc"])
    tab.external_deeds.receive()
    fill(tab, **WHAT, **COUNTED)
    assert nurse.said()[0] == "Đã ghi; chờ bác sĩ quyết định."
    row = row_of(ward)
    assert [shown(row, name) for name in ("medicine", "amount", "state", "prescription")] == [
        *("Amlodipin 5 mg", "30 viên", "Chờ bác sĩ"),
        "Không có đơn",
    ]
    doctor = Desk(ward, dressed, qtbot)
    tab = doctor.tab(ward["duc"])
    deeds = {one.id.removeprefix("medication."): one for one in tab.external_deeds.actions()}
    tab.external.table.select_ids((row.external_id,))
    assert deeds["end_external"].why_not() == "Thuốc này chờ bác sĩ quyết định."
    tab.external_deeds.accept()
    assert "Điều 114 khoản 5" in doctor.said()[0]
    tab.external_deeds.refuse()
    why = asked(tab, ReasonDialog)
    why.given.emit("không có đơn")
    why.reject()
    assert doctor.said()[0] == "Amlodipin: không cho dùng. Hãy trả lại hoặc hủy."
    tab.ask()
    tab.external.table.select_ids((row.external_id,))
    assert deeds["accept_external"].why_not() == "Bác sĩ đã quyết định về thuốc này."
    tab.external_deeds.end()
    # What was not let in goes whole: the form begins with all of it.
    fill(tab, how="handed_back", with_whom="Nguyễn Thị Mẹ")
    assert shown(row_of(ward), "end") == "Trả lại gia đình · 30 · Nguyễn Thị Mẹ"


def test_with_its_prescription_the_doctor_lets_it_in_and_is_led_to_an_order(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])
    tab.external_deeds.receive()
    fill(tab, **WHAT, **COUNTED, **PAPER)
    tab.ask()
    row = row_of(ward)
    tab.external.table.select_ids((row.external_id,))
    tab.external_deeds.accept()
    assert desk.said()[0] == "Amlodipin: được dùng. Hãy ra y lệnh để điều dưỡng cho dùng."
    assert shown(row, "prescription").endswith("BS. Phạm Thu · Bệnh viện huyện")


def test_what_waited_when_the_person_left_says_so_and_is_handed_back_whole(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])
    tab.external_deeds.receive()
    fill(tab, **WHAT, **COUNTED)
    stay = ward.read(get_stay, ward["duc's stay"], by="head")
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY), by="head")
    tab.ask()
    row = row_of(ward)
    assert shown(row, "state") == "Người đã ra, chờ trả lại"
    tab.external.table.select_ids((row.external_id,))
    deeds = {one.id.removeprefix("medication."): one for one in tab.external_deeds.actions()}
    assert "đã ra cơ sở" in str(deeds["accept_external"].why_not())
    assert deeds["end_external"].why_not() is None
    tab.external_deeds.end()
    fill(tab, how="handed_back", with_whom="Nguyễn Thị Mẹ")
    assert shown(row_of(ward), "end") == "Trả lại gia đình · 30 · Nguyễn Thị Mẹ"
    assert shown(row_of(ward), "state") == "Người đã ra"


def test_a_name_a_draft_rule_speaks_of_is_marked_in_the_list_and_let_in_only_with_a_reason(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])
    tab.external_deeds.receive()
    fill(tab, **{**WHAT, "medicine": "Fentanyl dán"}, **COUNTED, **PAPER, lasts_days=Decimal(5))
    tab.ask()
    row = row_of(ward)
    assert (shown(row, "state"), shown(row, "last")) == ("Chờ bác sĩ, xem kỹ", "01/05/2027")
    tab.external.table.select_ids((row.external_id,))
    tab.external_deeds.accept()
    why = asked(tab, ReasonDialog)
    assert "Fentanyl có thể là thuốc gây nghiện" in why.text_label.text()
    why.given.emit("đơn của bệnh viện ung bướu")
    why.reject()
    row = row_of(ward)
    assert (shown(row, "state"), shown(row, "end")) == ("Được dùng", "đơn của bệnh viện ung bướu")
    assert row.lasts_days == 5
