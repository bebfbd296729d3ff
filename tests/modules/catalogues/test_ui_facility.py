"""The facility's profile: what papers begin with is seen, corrected with F2, and never overwritten unseen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facility_app.kernel.actor import Role
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.queries import get_facility
from facility_app.modules.catalogues.service import EditFacility, edit_facility
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.forms.lookup_fields import Place
from tests.helpers.screens import House, Screens, fill

HELP = Path(__file__).parents[3] / "docs" / "user" / "quan-tri.md"
ELSEWHERE = EditFacility(1, "Cơ sở số 1 (mới)", UnitKind.PUBLIC, "01", phone="024 3825 5555")


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.HEAD)


def test_what_a_paper_would_lack_is_said_until_it_is_filled_in(seat: Screens) -> None:
    page = seat.open("catalogues.facility")
    assert page.lacking.isVisible()
    assert "Cơ quan chủ quản, Chữ viết tắt, Địa danh trên văn bản" in page.lacking.text()
    page.lacking.action_requested.emit()
    dialog = seat.dialog(page, FormDialog)
    fill(dialog, parent_name="Công an tỉnh Phú Thọ", abbreviation="CSCN1", place_name="Phú Thọ")
    dialog.form.submit()
    assert not page.lacking.isVisible()
    assert seat.said[-1][0] == "Đã lưu hồ sơ cơ sở."
    assert "Công an tỉnh Phú Thọ" in page.paper.accessibleName()


def fields_of_the_help() -> set[str]:
    """What the page of help tells to fill in: the names in bold of the step."""
    text = HELP.read_text(encoding="utf-8").partition("## Hồ sơ cơ sở")[2]
    (step,) = re.findall(r"^2\. Điền (.+)$", text.partition("\n## ")[0], re.MULTILINE)
    found = set(re.findall(r"\*\*(.+?)\*\*", step))
    assert len(found) > 3
    return found


def test_f2_opens_the_form_the_help_tells_of_and_control_enter_saves_it(seat: Screens) -> None:
    page = seat.open("catalogues.facility")
    (command,) = [one for one in page.main_actions() if one.id == "catalogues.edit_facility"]
    assert command.shortcut == "F2"
    command.run()
    dialog = seat.dialog(page, FormDialog)
    assert fields_of_the_help() <= {str(one.head) for one in dialog.form.fields.values()}
    fill(dialog, name="Cơ sở cai nghiện ma túy số 2")
    QTest.keyClick(dialog.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat.read(get_facility).name == "Cơ sở cai nghiện ma túy số 2"


def test_a_commune_is_saved_with_its_province(seat: Screens) -> None:
    page = seat.open("catalogues.facility")
    page.edit()
    dialog = seat.dialog(page, FormDialog)
    dialog.form.fields["commune_code"].set_value(Place("01", "00070"))
    dialog.form.submit()
    row = seat.read(get_facility)
    assert (row.province_code, row.commune_code) == ("01", "00070")


def test_a_bad_telephone_number_is_refused_at_its_field(seat: Screens) -> None:
    page = seat.open("catalogues.facility")
    page.edit()
    dialog = seat.dialog(page, FormDialog)
    fill(dialog, phone="gọi sau")
    dialog.form.submit()
    assert list(dialog.form.troubles()) == ["phone"]
    assert dialog.isVisible()


def test_somebody_elses_change_is_shown_beside_mine_before_either_is_lost(seat: Screens) -> None:
    page = seat.open("catalogues.facility")
    page.edit()
    dialog = seat.dialog(page, FormDialog)
    fill(dialog, abbreviation="CSCN1")
    seat.write(lambda uow: edit_facility(uow, ELSEWHERE), Role.ADMIN)
    dialog.form.submit()
    conflict = seat.dialog(dialog, ConflictDialog)
    assert seat.read(get_facility).abbreviation is None
    conflict.decided.emit({"name": Side.THEIRS, "phone": Side.THEIRS, "abbreviation": Side.MINE})
    dialog.form.submit()
    row = seat.read(get_facility)
    assert (row.name, row.phone, row.abbreviation) == ("Cơ sở số 1 (mới)", "024 3825 5555", "CSCN1")


def test_everybody_may_read_the_profile_and_is_told_who_may_change_it(desks: House) -> None:
    nurse = desks.sit_down(Role.NURSE)
    page = nurse.open("catalogues.facility")
    refusal = nurse.refusal(page, "catalogues.edit_facility")
    assert refusal is not None
    assert "Sửa hồ sơ cơ sở" in refusal
    page.edit()
    assert page.findChildren(FormDialog) == []
