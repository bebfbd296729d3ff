"""Xét nghiệm ma túy by its screens: decided, taken before a witness of the same sex, read by its lot, kept in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facility_app.app.pages import PARTS, PLAIN_PRESS
from facility_app.app.scan_desk import CASSETTES
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.modules.residents.ui.viewer import PictureViewer
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.treatment.domain.drug_tests import DrugTestKind
from facility_app.modules.treatment.queries.drug_tests import list_kits, list_tests
from facility_app.modules.treatment.service.sampling import add_kit
from facility_app.modules.treatment.ui import entry, sample_columns
from facility_app.modules.treatment.ui.outcome_pane import OutcomePane
from facility_app.modules.treatment.ui.pages import pages
from facility_app.modules.treatment.ui.sample_page import SamplesPage
from facility_app.ui.dialogs import FormDialog, Question
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import texts, tones
from tests.modules.residents.people import with_store
from tests.modules.stays.ui_pages import type_in
from tests.modules.treatment.bedside import Bedside, dialog
from tests.modules.treatment.test_drug_test_story import KIT, confirmed
from tests.modules.treatment.ward import GUARD, Ward

PAGES = pages(PLAIN_PRESS, CASSETTES)


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def test_a_sample_goes_from_the_decision_to_the_laboratory_and_no_result_leaves(bedside: Bedside) -> None:
    ward = bedside.ward
    seat = bedside.sit_down(Role.DOCTOR, Role.HEAD)
    page = bedside.page(seat, sample_columns.PAGE)
    page.add_kit()
    kit = dialog(page, FormDialog)
    type_in(kit, {"brand": "MultiScreen", "lot_no": "L07", "expires_on": "30/06/2027"})
    type_in(kit, {"cutoff_MOP": "300", "cutoff_MET": "1000"})
    kit.form.submit()
    assert [(one.lot_no, one.cutoffs) for one in ward.read(list_kits)] == [("L07", {"MOP": 300, "MET": 1000})]
    page.order()
    order = dialog(page, FormDialog)
    order.form.fields["stay_id"].set_value(ward["duc"])
    type_in(order, {"reason": "suspicion"})
    order.form.submit()
    assert (texts(page.panel.table, "state"), page.card.says().count("Căn cứ")) == (["Chờ lấy mẫu"], 1)
    # Taking: a witness of the other sex is refused at the field, and what was typed stays.
    page.go_on()
    take = dialog(page, FormDialog)
    typed = {"answer": "agreed", "sample_no": "M-001", "collector_sex": "male", "witness": "Lê Thị Chứng"}
    type_in(take, {**typed, "witness_sex": "female", "temp": "29,5", "temp_after_s": "120"})
    take.form.submit()
    assert take.isVisible()
    assert take.form.fields["sample_no"].value() == "M-001"
    type_in(take, {"witness_sex": "male", "witness": "Lê Văn Chứng"})
    take.form.submit()
    (test,) = ward.read(list_tests, ward["duc"])
    assert (test.sample_no, test.is_fresh) == ("M-001", False)
    assert "nghi tráo hoặc pha" in page.card.says()
    page.hand_on()
    hand = dialog(page, FormDialog)
    type_in(hand, {"from_name": "ĐD Lan", "to_name": "KTV Bình", "purpose": "đọc kết quả"})
    hand.form.submit()
    read_it(bedside, page)
    says = page.card.says()
    assert "MOP: Dương tính (1 vạch chứng), ngưỡng 300 ng/mL" in says
    assert "Không gửi Công an cấp xã (Luật PCMT 2025 Đ23.2)" in says
    assert "chưa khẳng định" in says
    assert "ĐD Lan → KTV Bình, đọc kết quả" in says
    # A public facility has nothing to decide about telling, and the verb says so.
    (tell,) = [one for one in page._steps() if one.id == "treatment.decide_telling"]
    assert "Không gửi Công an cấp xã" in str(tell.why_not())
    page.go_on()
    dialog(page, Question).button("send").click()
    tests = ward.read(list_tests, ward["duc"])
    assert {one.kind for one in tests} == {DrugTestKind.SCREEN, DrugTestKind.CONFIRM}
    assert page.seen.card.row.test.kind is DrugTestKind.CONFIRM
    # The laboratory is asked only about what was presumed.
    assert page.seen.card.to_confirm == ("MOP",)


def read_it(bedside: Bedside, page: SamplesPage) -> None:
    """Reading: first the lot, then its panels with its own cut-offs and two readers."""
    ward = bedside.ward
    page.go_on()
    lot = dialog(page, FormDialog)
    type_in(lot, {"kit_id": ward.read(list_kits)[0].kit_id})
    lot.form.submit()
    read = dialog(page, FormDialog)
    assert set(read.form.fields) == {"panel_MOP", "panel_MET", "second_reader"}
    type_in(read, {"panel_MOP": "positive", "panel_MET": "negative"})
    read.form.submit()
    assert read.form.fields["second_reader"].message() != ""
    type_in(read, {"second_reader": "Trần Đọc"})
    read.form.submit()
    assert (texts(page.panel.table, "state"), tones(page.panel.table, "state")) == (
        ["Dương tính nhanh, chờ khẳng định"],
        [Tone.DANGER],
    )


def test_the_picture_of_the_cassette_and_the_end_of_the_sample_are_written_beside_the_list(
    bedside: Bedside, tmp_path: Path
) -> None:
    ward = bedside.ward
    with_store(ward.facility, tmp_path)
    test_id = confirmed(ward, ward.write(add_kit, KIT))[1]
    page = bedside.page(bedside.sit_down(Role.DOCTOR), sample_columns.PAGE, test_id)

    def why(step: str) -> str | None:
        found: str | None = next(one.why_not() for one in page._steps() if one.id == f"treatment.{step}")
        return found

    assert (why("attach_cassette"), why("open_cassette")) == (None, "Chưa có ảnh khay thử.")
    picture = tmp_path / "khay.png"
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(picture))
    page.attach()
    dialog(page, QFileDialog).fileSelected.emit(str(picture))
    assert "Ảnh khay thử" in page.card.says()
    assert (why("open_cassette"), "giữ nguyên" in str(why("attach_cassette"))) == (None, True)
    page.look()
    assert dialog(page, PictureViewer).isVisible()
    dialog(page, PictureViewer).reject()
    page.dispose()
    end = dialog(page, FormDialog)
    assert end.form.fields["on"].value() == local_date(ward.now)
    type_in(end, {"method": "đổ bỏ, ngâm khử khuẩn"})
    end.form.submit()
    assert "23/11/2026 · đổ bỏ, ngâm khử khuẩn" in page.card.says()
    assert why("hand_on_sample") == why("dispose_sample") == "Mẫu đã hủy ngày 23/11/2026."


def test_refusal_needs_nothing_else_and_guards_have_no_such_page(bedside: Bedside) -> None:
    ward = bedside.ward
    seat = bedside.sit_down(Role.DOCTOR)
    page = bedside.page(seat, sample_columns.PAGE)
    page.order()
    order = dialog(page, FormDialog)
    order.form.fields["stay_id"].set_value(ward["hoa"])
    type_in(order, {"reason": "random"})
    order.form.submit()
    page.take()
    take = dialog(page, FormDialog)
    type_in(take, {"answer": "refused"})
    take.form.submit()
    assert texts(page.panel.table, "state") == ["Từ chối"]
    assert all(seat.why(one) is not None for one in page._steps() if one.id != "treatment.strike_drug_test")
    (spec,) = [one for one in PAGES if one.id == sample_columns.PAGE]
    assert not spec.is_open_to(ward.actor(*GUARD))


def test_a_guard_sees_yes_or_no_on_the_persons_page_and_nothing_of_what_was_found(bedside: Bedside) -> None:
    ward = bedside.ward
    (part,) = [one for one in PARTS["resident"] if one.id == entry.OUTCOMES]
    assert part.permission is not None
    assert {Role.GUARD, Role.TEAM_OFFICER} < set(part.permission.roles)
    assert Role.TEACHER not in part.permission.roles
    seat = bedside.sit_down(Role.GUARD)
    pane = part.make(seat.context, ward["man"])
    assert isinstance(pane, OutcomePane)
    bedside.qtbot.addWidget(pane)
    pane.resize(1106, 620)
    pane.show()
    assert not pane.card.rows
    confirmed(ward, ward.write(add_kit, KIT))
    pane.ask()
    found = {(one.is_positive, one.is_confirmation) for one in pane.card.rows}
    assert found == {(True, False), (True, True)}
    assert set(texts(pane.card.table, "found")) == {"Dương tính"}
    # Red is what a laboratory confirmed; a quick test alone is a doubt.
    kinds = dict(zip(texts(pane.card.table, "kind"), tones(pane.card.table, "found"), strict=True))
    assert kinds == {"Xét nghiệm nhanh, chưa khẳng định": Tone.WARNING, "Xét nghiệm khẳng định": Tone.DANGER}
    said = " ".join(text for key in ("found", "kind", "at") for text in texts(pane.card.table, key))
    assert not [one for one in ("MOP", "MET", "300", "M-001", "Viện Pháp y") if one in said]
    # Of another stay nothing is said: whoever left has no tests that concern the guard.
    ward.leave(ExitCode.DEATH)
    pane.ask()
    assert not pane.card.rows
