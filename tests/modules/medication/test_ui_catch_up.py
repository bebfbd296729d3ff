"""Catching up from paper: by exception, with author and real time, errors by line, nothing typed lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facility_app.modules.medication.ui.catch_up_page import FILL, CatchUpPage
from facility_app.ui.forms.drafts import DraftOffer
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from tests.modules.medication.bedside import Bedside, press
from tests.modules.medication.ward import Ward


@pytest.fixture
def nurse(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The nurse; it is seven when orders are written."""
    ward.at(7)
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.runner.close()


def write(page: CatchUpPage, **typed: str) -> None:
    """Fill the head and save."""
    for name, text in typed.items():
        page.form.fields[name].set_typed(text)
    page.sheet.submit()


def put(page: CatchUpPage, row: int, column: int, text: str) -> None:
    """Type into a cell."""
    page.sheet.model.set_texts({(row, column): text})


def kept(ward: Ward) -> list[tuple[object, ...]]:
    """What the file holds."""
    asked = "SELECT outcome, reason, officer_name, is_from_paper, given_at FROM medicine_dose ORDER BY outcome"
    return ward.sql(asked)


def test_a_round_is_copied_by_exception_and_a_refused_line_stays_typed_with_its_reason(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("paracetamol", 500, 8)
    ward.order("loperamide", 2, 8)
    ward.order("clonidine", 150, 8, person="hoa")
    ward.order("paracetamol", 500, person="hoa")
    ward.order("tld", 1, 8)
    ward.at(12)
    page = nurse.catch_up(day="2026-11-23", round="morning")
    page.sheet.submit()
    assert page.form.troubles()
    # What is given as needed is left out, and the verb says so; the code stands beside the name.
    assert "trừ thuốc khi cần" in tr(FILL)
    assert page.sheet.model.rows()[0].heads[1].endswith(nurse.ward.round()[0].code)
    page.fill()
    texts = [page.sheet.model.text(page.sheet.model.index_of((row, 0))) for row in range(4)]
    assert texts.count("Đã dùng") == 3
    assert texts[-1] == ""
    put(page, 1, 0, "t")
    write(page, given_by="Điều Dưỡng Hoa", at="8h10")
    assert "Còn 1 dòng CHƯA GHI" in page.banner.text()
    assert "cần lý do" in page.why.text()
    assert [one[0] for one in kept(ward)] == ["given", "given"]
    assert {(one[2], one[3]) for one in kept(ward)} == {("Điều Dưỡng Hoa", 1)}
    assert "01:10" in str(kept(ward)[0][4])
    # Typed words of the refused line are there; its reason is added, and it is written.
    assert page.sheet.model.text(page.sheet.model.index_of((1, 0))) == "Từ chối"
    put(page, 1, 2, "không muốn uống")
    write(page)
    assert [one[0] for one in kept(ward)] == ["given", "given", "refused"]
    assert nurse.said[-1][0].startswith("Đã ghi bù 1 liều")
    page.sheet.submit()
    assert "Chưa ghi ô “Kết quả” nào" in page.banner.text()
    # With what is closed in it, nothing of the sheet goes onto the clipboard.
    page.open_private()
    QGuiApplication.clipboard().setText("trước đó")
    press(page.sheet.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "trước đó"
    assert "Không chép được" in page.banner.text()


def test_a_controlled_dose_of_the_paper_needs_the_witness_and_one_off_its_hour_a_reason(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("diazepam", 5, 8)
    ward.order("clonidine", 150, 8, person="hoa")
    ward.at(12)
    page = nurse.catch_up(day="2026-11-23", round="morning")
    nurse.second_person_chose_a_password()
    page.fill()
    put(page, 1, 1, "10h30")
    write(page, given_by="Điều Dưỡng Hoa", at="0805")
    nurse.sign(page)
    assert [one[0] for one in kept(ward)] == ["given"]
    assert "lệch giờ" in page.why.text()
    write(page, why_off="mất điện")
    assert [one[:2] for one in kept(ward)] == [("given", None), ("late", "mất điện")]


def test_what_is_typed_is_offered_again_after_a_power_cut(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 8)
    ward.at(12)
    page = nurse.catch_up(day="2026-11-23", round="morning")
    put(page, 0, 0, "h")
    put(page, 0, 2, "bác sĩ dặn")
    page.form.fields["given_by"].set_typed("Điều Dưỡng Hoa")
    page.flush()
    again = nurse.catch_up(day="2026-11-23", round="morning")
    for offer in again.findChildren(DraftOffer):
        offer.answered.emit(True)
    model = again.sheet.model
    assert [model.text(model.index_of((0, column))) for column in (0, 2)] == ["Hoãn", "bác sĩ dặn"]
    assert again.form.fields["given_by"].typed() == "Điều Dưỡng Hoa"
