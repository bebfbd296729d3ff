"""A funeral leave by the keys: asked, allowed, gone, overdue by the clock alone, back, and out with the packet."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from facility_app.kernel.actor import Role
from facility_app.modules.absences.ui.case_list import AbsencesPage
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.stays.api import ExitCode
from tests.helpers.keyboard import ALT, CTRL, SHIFT, Keyboard
from tests.helpers.probe import rows
from tests.helpers.screens import texts
from tests.modules.discharge.leaving import DUC, House
from tests.stories.conftest import SitDown

OFFICE = (Role.HEAD, Role.CLERK, Role.DISCHARGE, Role.COUNSELLOR)
APPLICATION = {
    "mourned": "mẹ",
    "mourned_name": "Trần Thị Lan",
    "leave_from": "04/08/2026",
    "leave_to": "06/08/2026",
    "evidence": "giấy chứng tử",
    "applicant_name": "Nguyễn Văn Bình",
    "applicant_relation": "bố",
}
OUT = date(2026, 9, 1)


def forms(house: House) -> set[str]:
    """Forms of the papers received and issued so far."""
    asked = "SELECT form_id FROM received_paper UNION SELECT form_id FROM issued_paper"
    return {one for (one,) in rows(house.database, asked)}


def tasks(house: House) -> set[str]:
    """Kinds of what is still to be done about absences."""
    asked = "SELECT kind FROM task WHERE subject_table = 'absence_case' AND status = 'open' AND voided_at IS NULL"
    return {kind.removeprefix("absences.") for (kind,) in rows(house.database, asked)}


def step(keys: Keyboard, name: str, **typed: str) -> None:
    """A step by its button and its form."""
    keys.button(f"button_{name}")
    keys.fill(**typed)
    keys.look(name.rpartition(".")[2])
    keys.save()


def to_release(keys: Keyboard) -> None:
    """To his way out, as on another day."""
    keys.press(Qt.Key.Key_Home, ALT)
    keys.go(DUC.name)
    keys.tab("discharge.release")


def test_a_leave_overstayed_turns_red_by_itself_and_ends_with_checks_and_at_last_the_packet(
    house: House, sit_down: SitDown
) -> None:
    stay_id = house.admit(end_on=OUT, decision_police="Công an phường Hoàn Kiếm")
    keys = sit_down(*OFFICE)

    # V-48 comes in, the head allows it (V-49), and the family takes him along.
    keys.go(DUC.name)
    keys.tab("absences.person")
    step(keys, "absences.receive_application", **APPLICATION)
    step(keys, "absences.allow")
    house.at(date(2026, 8, 4), 7)
    step(keys, "absences.depart")
    keys.look("da-di")
    assert {"V-48", "V-49", "V-23"} <= forms(house)

    # The list stands open; the last day ends, and the line turns red with nobody at the keys.
    keys.go("Vắng mặt")
    page = keys.shell.page
    assert isinstance(page, AbsencesPage)
    assert texts(page.panel.table, "state") == ["Đang vắng mặt"]
    house.at(date(2026, 8, 7), 8)
    keys.let_minute_pass()
    keys.look("qua-han")
    assert texts(page.panel.table, "state") == ["Quá hạn trở lại"]

    # He comes back late: a health check and a drug test are due.
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_N, CTRL | SHIFT)
    keys.look("tro-lai")
    keys.save()
    keys.look("da-tro-lai")
    assert {"health_check", "drug_test"} <= tasks(house)
    assert house.stay(stay_id).leave_by == OUT

    # Four weeks later he leaves for good, with every paper.
    to_release(keys)
    step(keys, "discharge.settle_residence", text="số 5, ngõ 2, phường Hoàn Kiếm, Hà Nội", police="Công an phường")
    step(keys, "discharge.issue_notice")
    house.at(OUT - timedelta(days=1), 14)
    to_release(keys)
    step(keys, "discharge.issue_certificate")
    keys.press(Qt.Key.Key_H, CTRL | SHIFT)
    dialog = keys.dialog()
    assert isinstance(dialog, PacketDialog)
    keys.press(Qt.Key.Key_Return)
    keys.look("bo-ho-so")
    names = " ".join(file.name for _, file in dialog.model.files())
    assert "V-50" in names
    keys.press(Qt.Key.Key_Escape)
    house.at(OUT, 8)
    to_release(keys)
    keys.press(Qt.Key.Key_R, CTRL | SHIFT)
    keys.look("cho-ra")
    keys.save()
    keys.look("da-ra")
    left = house.stay(stay_id)
    assert (left.exited_on, left.exit_code) == (OUT, ExitCode.COMPLETED_COMPULSORY)
    assert keys.faults() == []
