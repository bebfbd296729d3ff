"""Sự việc nghiêm trọng by keyboard: recorded, gone through thing by thing, printed and closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.treatment.queries.serious import get_event, list_event_ids
from facility_app.modules.treatment.service.serious import record_event
from facility_app.modules.treatment.ui import serious_page
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import texts, tones
from tests.modules.treatment.bedside import Bedside, dialog
from tests.modules.treatment.test_serious import fallen
from tests.modules.treatment.ward import NURSE, Ward


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def test_what_is_missing_is_done_by_enter_the_first_thing_first_and_the_paper_is_set(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.write(record_event, fallen(ward), by=NURSE)
    seat = bedside.sit_down(Role.CHIEF_NURSE)
    page = bedside.page(seat, serious_page.PAGE)
    table = page.events.table
    assert texts(table, "state") == ["Còn 8 việc"]
    assert texts(table, "next") == ["Bác sĩ khám ngay"]
    assert (tones(table, "state"), tones(table, "harm")) == ([Tone.WARNING], [Tone.DANGER])
    table.select_ids((page.events.model.ids[0],))
    QTest.keyClick(table, Qt.Key.Key_Return)
    form = dialog(page, FormDialog)
    assert form.form.fields["step"].value() == "called_doctor"
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat.said[-1] == ("Đã ghi việc đã làm.", Tone.OK)
    assert texts(table, "next") == ["Báo người đứng đầu cơ sở"]
    table.select_ids((page.events.model.ids[0],))
    page.print_dossier()
    assert bedside.set[-1].title == "HỒ SƠ SỰ VIỆC NGHIÊM TRỌNG"


def test_what_was_seen_elsewhere_opens_the_form_of_that_person_filled_in(bedside: Bedside) -> None:
    known = {"about": bedside.ward["woman"], "kind": "allergy", "account": "Sau khi dùng Paracetamol: phát ban."}
    page = bedside.page(bedside.sit_down(*NURSE), serious_page.PAGE, **known)
    form = dialog(page, FormDialog).form
    assert (form.fields["kind"].value(), form.fields["account"].value()) == ("allergy", known["account"])
    assert "stay_id" not in form.fields
    for name, value in {"harm": "2", "place": "Phòng 2", "found_by": "Lan", "measures": "Ngừng thuốc"}.items():
        form.fields[name].set_value(value)
    form.submit()
    (event,) = bedside.ward.sql("SELECT stay_id, kind FROM serious_event")
    assert event == (bedside.ward["hoa"], "allergy")


def test_a_new_event_is_typed_from_the_list_and_stands_there(bedside: Bedside) -> None:
    seat = bedside.sit_down(*NURSE)
    page = bedside.page(seat, serious_page.PAGE)
    page.record()
    form = dialog(page, FormDialog).form
    form.fields["stay_id"].set_value(bedside.ward["hoa"])
    said = {"kind": "seizure", "harm": "2", "place": "Phòng 2", "found_by": "Lan"}
    said |= {"account": "Co giật hai phút", "measures": "Nằm nghiêng"}
    for name, value in said.items():
        form.fields[name].set_value(value)
    form.submit()
    assert texts(page.events.table, "name") == ["Trần Thị Hoa"]
    (event_id,) = bedside.ward.read(list_event_ids, Look())
    row = bedside.ward.read(get_event, event_id)
    assert (row.account, row.measures, row.present) == ("Co giật hai phút", "Nằm nghiêng", None)
