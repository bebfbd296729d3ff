"""Papers of a record from screen to trail: who printed what of whom; the annex asks as every private look."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.infections import Consent, InfectionResult
from facility_app.modules.treatment.papers.charts import Days
from facility_app.modules.treatment.papers.letters import Referral
from facility_app.modules.treatment.queries.ward import find_patient
from facility_app.modules.treatment.service import hiv, printing
from facility_app.modules.treatment.ui import sample_columns, screening_page
from facility_app.modules.treatment.ui.record_entries import Group
from facility_app.modules.treatment.ui.record_pane import HealthPane
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.theme import Theme
from tests.documents.papers import printed
from tests.helpers.screens import fill, texts
from tests.modules.stays.ui_pages import type_in
from tests.modules.treatment.bedside import Bedside, dialog
from tests.modules.treatment.test_drug_test_story import taken
from tests.modules.treatment.ward import GUARD, NURSE, WELL, Ward
from tests.ui.printing.papers import MemoryPrinter

COWS = {"1": 2, "2": 2, "3": 1, "4": 1, "5": 2, "6": 1, "7": 2, "8": 1, "9": 1, "10": 1, "11": 0}
TODAY = date(2026, 11, 23)


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def pane_of(bedside: Bedside, *roles: Role) -> HealthPane:
    """The tab of the man, as these roles see it."""
    seat = bedside.sit_down(*roles)
    made = HealthPane(PlainPress(bedside._plain, MemoryPrinter()), seat.context, bedside.ward["man"])
    bedside.qtbot.addWidget(made)
    made.resize(1106, 900)
    made.show()
    return made


def action(pane: HealthPane, verb: str) -> Any:
    """What is offered under a name."""
    (found,) = [one.spec for one in pane.glance.bar.commands() if one.spec.id == f"treatment.{verb}"]
    return found


def verbs(ward: Ward, since: int = 0) -> list[str]:
    """What the trail has of the man after an entry, in order."""
    asked = "SELECT verb FROM audit_entry WHERE record_id = ? AND seq > ? ORDER BY seq"
    return [verb for (verb,) in ward.sql(asked, ward["man"], since)]


def last(ward: Ward) -> int:
    """The last entry of the trail."""
    return int(ward.sql("SELECT max(seq) FROM audit_entry")[0][0])


def test_each_paper_of_a_record_is_a_deed_in_the_trail_and_a_refused_one_is_none(
    ward: Ward,
) -> None:
    score = ward.score("COWS", dict(COWS)).score_id
    test, stay = taken(ward), ward["duc"]
    days = Days(stay, TODAY, TODAY)
    for verb, asked in (
        (printing.print_treatment_sheet, (days,)),
        (printing.print_vitals_chart, (days,)),
        (printing.print_score, (stay, score)),
        (printing.print_drug_test, (test,)),
        (printing.print_referral, (Referral(stay, "Bệnh viện tỉnh", "sốt"),)),
    ):
        before = last(ward)
        ward.write(verb, *asked)
        assert verbs(ward, before) == [f"treatment.{verb.__name__}"]
        before = last(ward)
        assert ward.refused(verb, *asked, by=GUARD).code == "permission_denied"
        assert last(ward) == before
    for wrong in (Referral(stay, " ", "sốt"), Referral(stay, "Bệnh viện", " ")):
        assert ward.refused(printing.print_referral, wrong).code == "field_missing"


def test_the_annex_needs_grant_reason_and_addressee_and_each_print_is_a_look(ward: Ward) -> None:
    asked = printing.PrintAnnex(ward["duc"], "BS Ba, Bệnh viện tỉnh", "chuyển giao điều trị")
    before = last(ward)
    assert ward.refused(printing.print_private_annex, asked).code == "grant_not_held"
    assert ward.refused(printing.print_private_annex, asked, by=GUARD).code == "permission_denied"
    assert last(ward) == before
    ward.grant()
    nobody = printing.PrintAnnex(ward["duc"], " ", "chuyển giao")
    assert ward.refused(printing.print_private_annex, nobody).code == "field_missing"
    no_reason = printing.PrintAnnex(ward["duc"], "BS Ba", " ")
    assert ward.refused(printing.print_private_annex, no_reason).code == "words_missing"
    consent = hiv.AskHivConsent(ward["duc"], Consent.GIVEN, "điều trị", counselled_at=ward.now)
    test = hiv.OfHivTest(ward.write(hiv.ask_hiv_consent, consent), 1, "điều trị")
    ward.write(hiv.record_hiv_result, hiv.RecordHivResult(test, InfectionResult.POSITIVE, "Test nhanh"))
    before = last(ward)
    words = printed(ward.write(printing.print_private_annex, asked))
    assert "Người nhận: BS Ba, Bệnh viện tỉnh" in words
    assert "Dương tính" in words
    assert set(verbs(ward, before)) == {
        *("treatment.print_private_annex", "treatment.open_hiv", "access.use_grant"),
        *("medication.open_private_orders", "medication.open_private_allergies"),
    }
    # To whom it was told stands in the trail behind the same wall.
    kept = "SELECT privacy FROM audit_value WHERE column_name = 'told_to'"
    assert ward.sql(kept) == [(Privacy.HIV.value,)]


def test_sheets_of_any_days_and_the_referral_are_asked_for_on_the_tab(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.measure(WELL)
    pane = pane_of(bedside, Role.DOCTOR)
    action(pane, "print_treatment_sheet").run()
    form = dialog(pane, FormDialog)
    assert form.form.fields["to_on"].value() == TODAY
    # A week, and nothing before the admission.
    assert form.form.fields["from_on"].value() == date(2026, 11, 20)
    fill(form, from_on="01/09/2026")
    form.form.submit()
    assert form.form.fields["to_on"].message() == "Hãy xem lại ngày"
    # Mending the first day mends what was said of the last one.
    fill(form, from_on="20/11/2026", with_psychiatric="1")
    form.form.fields["from_on"].edited.emit()
    form.form.submit()
    dialog(pane, PreviewDialog).reject()
    action(pane, "print_vitals_chart").run()
    dialog(pane, FormDialog).form.submit()
    dialog(pane, PreviewDialog).reject()
    action(pane, "print_referral").run()
    form = dialog(pane, FormDialog)
    form.form.submit()
    assert form.form.fields["to"].message() == "Cần điền mục này."
    fill(form, to="Bệnh viện tỉnh", reason="sốt cao")
    form.form.submit()
    dialog(pane, PreviewDialog).reject()
    assert [one.title for one in bedside.set] == [
        "TỜ ĐIỀU TRỊ",
        "PHIẾU THEO DÕI CHỨC NĂNG SỐNG",
        "GIẤY CHUYỂN VIỆN",
    ]
    assert "Kính gửi: Bệnh viện tỉnh" in printed(bedside.set[-1])


def test_a_scoring_is_printed_when_one_is_chosen_and_says_why_not_before(bedside: Bedside) -> None:
    ward = bedside.ward
    score = ward.score("COWS", dict(COWS)).score_id
    pane = pane_of(bedside, Role.AUDITOR)
    assert "Hãy chọn một lần chấm" in action(pane, "print_score").why_not()
    assert not pane.records.entry.print_button.isVisible()
    pane.records.groups.chosen.emit(Group.MEASURED)
    pane.records.select(score)
    assert texts(pane.records.card.table, "title") == ["Chấm COWS"]
    assert action(pane, "print_score").why_not() is None
    pane.records.entry.print_button.button.click()
    dialog(pane, PreviewDialog).reject()
    assert [one.title for one in bedside.set] == ["KẾT QUẢ THANG ĐÁNH GIÁ COWS"]
    assert "treatment.print_score" in verbs(ward)


def test_whoever_opened_a_record_by_office_prints_no_sheet_of_it(bedside: Bedside) -> None:
    for role, wanted in (
        (Role.HEAD, ["treatment.print_vitals_chart", "treatment.print_score"]),
        # A counsellor reads scores, neither the record nor vital signs.
        (Role.COUNSELLOR, ["treatment.print_score"]),
    ):
        pane = pane_of(bedside, role)
        offered = [one.spec.id for one in pane.glance.bar.commands()]
        assert [one for one in offered if "print" in one] == wanted, role
        keys = [one.spec.id for one in pane.glance.bar.commands() if one.spec.shortcut == "Ctrl+P"]
        assert keys == wanted[:1], role


def test_the_slip_of_the_test_chosen_is_printed_and_without_one_the_page_says_why_not(bedside: Bedside) -> None:
    ward = bedside.ward
    test = taken(ward)
    page = bedside.page(bedside.sit_down(Role.COUNSELLOR), sample_columns.PAGE)
    (slip,) = [one for one in page.main_actions() if one.id == "treatment.print_drug_test"]
    page.panel.table.clearSelection()
    page._ask_card()
    assert slip.why_not() == "Hãy chọn một dòng trước."
    page.panel.select_when_here(test)
    assert slip.why_not() is None
    slip.run()
    dialog(page, PreviewDialog).reject()
    assert [one.title for one in bedside.set] == ["PHIẾU XÉT NGHIỆM CHẤT MA TÚY"]


def test_the_annex_is_asked_for_behind_the_door_and_leaves_no_draft(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.grant()
    seat = bedside.sit_down(Role.DOCTOR)
    page = bedside.page(seat, screening_page.PAGE)
    page.choose(ward.read(find_patient, ward["duc"]))
    page.private.print_annex()
    form = dialog(page, FormDialog)
    type_in(form, {"to": "BS Ba, Bệnh viện tỉnh"})
    form.form.submit()
    assert form.form.fields["purpose"].message() == "Cần điền mục này."
    form.keeper.flush()
    drafts: list[object] = []
    seat.context.drafts.all(page, drafts.extend)
    assert drafts == []
    type_in(form, {"purpose": "chuyển giao điều trị"})
    form.form.submit()
    dialog(page, PreviewDialog).reject()
    assert [one.title for one in bedside.set] == ["TỜ KÈM – GIAO TẬN TAY"]
    # For whoever has no key the part is not there, nor its paper.
    nurse = bedside.page(bedside.sit_down(Role.NURSE, who="second"), screening_page.PAGE)
    nurse.choose(ward.read(find_patient, ward["duc"], by=NURSE))
    nurse.private.print_annex()
    assert not [one for one in nurse.findChildren(FormDialog) if one.isVisible()]


def test_a_chart_of_old_days_shows_them_however_much_was_measured_since(ward: Ward) -> None:
    ward.measure({**WELL, "temp": "38,4"})
    first = ward.now
    ward.later(24 * 60)
    for _ in range(3):
        ward.later(60)
        ward.measure(WELL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("facility_app.modules.treatment.papers.charts.MOST_VITALS", 3)
        paper = ward.write(printing.print_vitals_chart, Days(ward["duc"], first.date(), first.date()))
    assert "38,4" in printed(paper)
