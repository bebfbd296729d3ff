"""From the gate to the bed by the keyboard: the fast case, a sheet of several, the case with its steps."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.housing.service.takeover import take_over_house
from facility_app.modules.intake.domain.steps import Step, StepState
from facility_app.modules.intake.queries.cases import list_cases
from facility_app.modules.intake.ui import places
from facility_app.modules.intake.ui.alike_dialog import AlikeDialog
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import House, Screens, furnished
from tests.modules.housing.home import PLAN

CTRL = Qt.KeyboardModifier.ControlModifier
HEAD = {
    "stay_type": "COMPULSORY_ADULT",
    "admission_reason": "NOT_REGISTERED",
    "issued_on": date(2026, 11, 10),
    "authority": "Tòa án nhân dân khu vực 1 – Hà Nội",
    "decided_months": 24,
    "delivering_name": "Lê Văn Tám",
    "delivering_agency": "Công an phường Hoàn Kiếm",
}


@pytest.fixture
def house(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[House]:
    """A facility at 08:48 on 21/11/2026."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made
        made.close()


def fill(form: Any, **values: Any) -> None:
    for name, value in values.items():
        form.fields[name].set_value(value)
        form.settled.emit()


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def received(seat: Screens, name: str = "Nguyễn Văn An") -> str:
    """Somebody is taken in by the fast page; the case it leads to."""
    page = seat.open(places.FAST)
    page.form.fields["birth"].set_typed("1990")
    fill(page.form, name=name, sex="male", **HEAD, number="118/QĐ-TA", no_money=True, no_things=True)
    seat.press(page.form, Qt.Key.Key_Return, CTRL)
    assert seat.went[-1].page == places.CASE, seat.said
    return seat.went[-1].record


def test_the_fast_case_goes_from_the_paper_to_the_case_with_one_save(house: House) -> None:
    seat = house.sit_down(Role.INTAKE)
    case_id = received(seat)
    page = seat.open(places.CASE, case_id)
    assert "Nguyễn Văn An" in page.title_text()
    said = texts(page)
    assert "Chưa có: Bản sao tóm tắt lý lịch (V-33) (NĐ 163/2026 Đ108.1)" in said
    assert "Chưa xếp giường (Luật PCMT 2025 Đ46.2h)" in said
    marked = page.pane.papers.buttons["came_cv"].button
    marked.setFocus()
    seat.press(marked, Qt.Key.Key_Space)
    assert "Chưa có: Bản sao tóm tắt lý lịch" not in texts(page)
    assert "missing_cv" in page.pane.papers.buttons


def test_the_fast_case_shows_the_bed_it_proposes_and_takes_the_one_that_was_chosen(house: House) -> None:
    seat = house.sit_down(Role.INTAKE, Role.HEAD)
    seat.write(lambda uow: take_over_house(uow, PLAN))
    page = seat.open(places.FAST)
    bed = page.form.fields["bed"]
    assert bed.value() is None
    page.form.fields["birth"].set_typed("1990")
    fill(page.form, name="Nguyễn Văn An", sex="male", **HEAD, number="118/QĐ-TA")
    # Proposed with its reasons before anything is saved, and another one may be taken.
    assert bed.shown_typed() == "A-N1-P1-01 · Khu A · phòng chưa có ai"
    bed.set_value("A-N1-P2-03")
    page.form.fields["birth"].set_typed("1991")
    page.form.settled.emit()
    assert bed.value() == "A-N1-P2-03", "still a bed for him"
    fill(page.form, sex="female")
    assert bed.value() == "F-N1-P1-01", "a bed of men is none for her"
    fill(page.form, sex="male", bed="A-N1-P2-03")
    seat.press(page.form, Qt.Key.Key_Return, CTRL)
    assert "giường A-N1-P2-03" in seat.said[-1][0], seat.said


def test_whoever_looks_like_somebody_kept_is_asked_about_and_never_merged_silently(house: House) -> None:
    seat = house.sit_down(Role.INTAKE)
    received(seat)
    page = seat.open(places.FAST)
    page.form.fields["birth"].set_typed("1990")
    fill(page.form, name="Nguyễn Văn An", sex="male", **HEAD, number="119/QĐ-TA")
    page.form.submit()
    dialog = seat.dialog(page, AlikeDialog)
    assert "Nguyễn Văn An" in texts(dialog)
    dialog.form.fields["who_0"].set_value("other")
    dialog.form.submit()
    assert len(seat.read(list_cases)) == 2


def test_a_sheet_of_several_is_saved_as_one_and_a_line_that_is_not_whole_is_gone_to(house: House) -> None:
    seat = house.sit_down(Role.INTAKE)
    page = seat.open(places.MANY)
    fill(page.form, **HEAD)
    model = page.sheet.model
    for row, line in enumerate(
        (("Trần Văn Bình", "1985", "Nam", "", "201/QĐ-TA", "24"), ("Lê Thị Chi", "02/03/1991"))
    ):
        model.set_texts({(row, column): text for column, text in enumerate(line)})
    page.sheet.submit()
    assert seat.said[-1] == ("Dòng 2: cần giới tính.", Tone.WARNING)
    model.set_texts({(1, 2): "Nữ", (1, 4): "202/QĐ-TA"})
    page.sheet.submit()
    assert seat.said[-1][0].startswith("Đã tiếp nhận 2 người.")
    assert seat.went[-1].page == places.LIST
    assert {row.name for row in seat.read(list_cases)} == {"Trần Văn Bình", "Lê Thị Chi"}


def test_health_at_the_door_is_filled_by_the_nurse_and_only_its_state_is_shown_to_the_office(house: House) -> None:
    case_id = received(house.sit_down(Role.INTAKE))
    nurse = house.sit_down(Role.NURSE)
    page = nurse.open(places.CASE, case_id)
    assert not page.pane.steps.buttons["take_in"].button.isEnabled()
    page.pane.steps.buttons["check_at_door"].button.click()
    dialog = nurse.dialog(page, FormDialog)
    dialog.form.fields["sign_seizure"].set_value(True)
    dialog.form.submit()
    assert "Co giật" in texts(page)
    office = house.sit_down(Role.INTAKE)
    seen = office.open(places.CASE, case_id)
    assert "Co giật" not in texts(seen)
    assert not seen.pane.steps.buttons["check_at_door"].button.isEnabled()
    # A step that stays half done would tell the office that something was found.
    assert office.read(list_cases)[0].state(Step.HEALTH) is StepState.DONE
    assert nurse.read(list_cases)[0].state(Step.HEALTH) is StepState.PARTLY
