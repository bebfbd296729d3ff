"""Papers issued on the screen: in the register, seen as printed, printed by verb, sent, struck out."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.forms.spec import Wall
from facility_app.kernel.actor import Role, system_actor
from facility_app.modules.access.api import list_looks
from facility_app.modules.access.service import AddUser, found_account
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts, DeliveryMethod
from facility_app.modules.correspondence.domain.outgoing import PaperClass, PaperState
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.service.issuing import IssuePaper, issue_paper
from facility_app.modules.correspondence.ui.columns_pane import NARROW, TwoColumns
from facility_app.modules.correspondence.ui.issued_list import IssuedPage
from facility_app.modules.correspondence.ui.paper_page import PaperPage
from facility_app.modules.correspondence.ui.printing import PaperPreview
from facility_app.ui.dialogs import CountersignDialog, FormDialog, ReasonDialog
from facility_app.ui.lists.delegate import words_of
from facility_app.ui.printing import BatchDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.helpers.slots import WRONG
from tests.modules.correspondence.papers import (
    COURT,
    MEDICAL_SHEET,
    POLICE,
    TODAY,
    V17,
    V23,
    Office,
    certificate,
    notice,
)
from tests.modules.correspondence.ui_desk import PaperDesk, one, settle

MEDICAL_STAFF = (Role.CLERK, Role.DOCTOR)


def paper(desk: PaperDesk, paper_id: str) -> PaperPage:
    made = desk.open("correspondence.paper", paper_id)
    assert isinstance(made, PaperPage)
    return made


def preview(page: PaperPage) -> PaperPreview:
    page.print()
    return one(PaperPreview, page)


def why(page: PaperPage, action: str) -> str:
    found = next(each for each in page.main_actions() if each.id == action)
    return found.why_not() or ""


def medical_sheet(office: Office, **more: Any) -> str:
    command = IssuePaper(V17, MEDICAL_SHEET, TODAY, resident_id=office.resident)
    return office.write(issue_paper, replace(command, **more), by=MEDICAL_STAFF).paper_id


def test_the_register_shows_numbers_as_printed_and_strikes_void_papers_through(desk: PaperDesk) -> None:
    kept, void = desk.office.issue(), desk.office.issue()
    desk.office.void(void)
    page = desk.open("correspondence.issued")
    model = page.panel.model
    said = {model.ids[row]: words_of(model.index(row, 0)) for row in range(model.rowCount())}
    assert {key: (cell.text, cell.is_struck) for key, cell in said.items() if cell is not None} == {
        kept.paper_id: ("01/CSCN", False),
        void.paper_id: ("02/CSCN", True),
    }


def test_the_register_is_narrowed_by_year_form_and_state_and_found_by_name(desk: PaperDesk) -> None:
    desk.office.issue(resident_id=desk.office.resident)
    other = desk.office.issue(notice())
    desk.office.void(other)
    for args, count in (
        ({"form": "V-51"}, 1),
        ({"state": str(PaperState.VOID)}, 1),
        ({"year": "2025"}, 0),
        ({"text": "duc"}, 1),
    ):
        page = desk.open("correspondence.issued", **args)
        assert len(page.panel.model.ids) == count, args


def test_enter_opens_the_paper(desk: PaperDesk) -> None:
    made = desk.office.issue()
    page = desk.open("correspondence.issued")
    page.panel.table.select_ids((made.paper_id,))
    QTest.keyClick(page.panel.table, Qt.Key.Key_Return)
    assert desk.screen.gone == [Route("correspondence.paper", made.paper_id, {})]


def test_a_paper_is_seen_as_it_was_frozen_with_its_code(desk: PaperDesk) -> None:
    made = desk.office.issue()
    page = paper(desk, made.paper_id)
    (sheet,) = desk.sheets
    content = desk.office.paper(made.paper_id).open_file
    assert content is not None
    assert (sheet.form.id, sheet.payload["document_number"], sheet.reprint) == ("V-50", "01", 0)
    assert sheet.qr == content.qr_text
    assert page.sheet.view.page_count() == 1


def test_what_can_be_done_is_asked_again_when_the_sheet_is_there(desk: PaperDesk) -> None:
    page = paper(desk, desk.office.issue().paper_id)
    told: list[str] = []
    page.actions_changed.connect(lambda: told.append(why(page, "correspondence.record_print")))
    page.sheet.sheet = None
    page.actions_changed.emit()
    page.sheet.show_wall(Wall.OPEN)
    assert [bool(each) for each in told] == [True, False]


def test_opening_a_paper_is_written_to_the_trail(desk: PaperDesk) -> None:
    made = desk.office.issue()
    before = looks(desk.office, made.paper_id)
    paper(desk, made.paper_id)
    assert looks(desk.office, made.paper_id) == [*before, "correspondence.open_paper"]


def looks(office: Office, paper_id: str) -> list[str]:
    found = office.read(list_looks, "issued_paper", paper_id, by=(Role.HEAD, Role.AUDITOR))
    return sorted(look.verb for look in found if look.verb == "correspondence.open_paper")


def test_a_print_is_written_down_before_it_leaves_and_the_next_one_says_so(desk: PaperDesk) -> None:
    made = desk.office.issue()
    page = paper(desk, made.paper_id)
    dialog = preview(page)
    dialog.order_box.copies.edit.setText("3")
    dialog.print_now()
    assert [
        (order.copies, sheet.reprint) for order, sheet in zip(desk.printer.orders, desk.sheets, strict=False)
    ] == [(3, 0)]
    dialog.print_now()
    assert [(each.nth, each.copies) for each in desk.office.paper(made.paper_id).prints] == [(1, 3), (2, 3)]
    assert desk.sheets[-1].reprint == 2
    assert any(sheet.reprint == 1 for sheet in desk.sheets)


def test_a_print_that_may_not_be_recorded_never_reaches_the_printer(desk: PaperDesk) -> None:
    made = desk.office.issue()
    page = paper(desk, made.paper_id)
    dialog = preview(page)
    desk.context.runner.workplace = desk.screen.context().runner.workplace
    desk.sit(Role.AUDITOR)
    dialog._runner.workplace = desk.context.runner.workplace
    dialog.print_now()
    assert desk.printer.orders == []
    assert dialog.said_label.text()
    assert desk.office.paper(made.paper_id).prints == ()


def test_whoever_may_not_print_reads_why(desk: PaperDesk) -> None:
    made = desk.office.issue()
    desk.sit(Role.AUDITOR)
    page = paper(desk, made.paper_id)
    action = next(each for each in page.main_actions() if each.id == "correspondence.record_print")
    assert action.permission is not None
    assert not desk.context.may(action.permission)


def test_saving_the_pdf_is_a_look_with_its_purpose_and_no_print(desk: PaperDesk, tmp_path: Path) -> None:
    made = desk.office.issue()
    page = paper(desk, made.paper_id)
    preview(page).save_to(str(tmp_path / "giay.pdf"))
    assert (tmp_path / "giay.pdf").read_bytes().startswith(b"%PDF")
    assert desk.office.paper(made.paper_id).prints == ()
    assert len(looks(desk.office, made.paper_id)) == 2


def test_word_is_offered_for_free_text_papers_only(desk: PaperDesk, tmp_path: Path) -> None:
    strict = paper(desk, desk.office.issue().paper_id)
    assert why(strict, "correspondence.save_word")
    payload = {**MEDICAL_SHEET, "physical_signs": ""}
    free = desk.office.write(issue_paper, IssuePaper(V17, payload, TODAY))
    page = paper(desk, free.paper_id)
    assert not why(page, "correspondence.save_word")
    page.save_word_to(str(tmp_path / "phieu.docx"))
    with ZipFile(tmp_path / "phieu.docx") as package:
        assert "NGUYỄN VĂN ĐỨC" in package.read("word/document.xml").decode()


def test_a_void_paper_says_why_and_is_printed_as_void(desk: PaperDesk) -> None:
    made = desk.office.issue()
    desk.office.void(made, "sai ngày sinh")
    page = paper(desk, made.paper_id)
    assert page.banner.isVisible()
    assert "sai ngày sinh" in page.banner.text()
    assert desk.sheets[-1].is_void
    assert why(page, "correspondence.void_paper")
    assert not why(page, "correspondence.write_anew")


def test_the_head_strikes_a_paper_out_with_a_reason_and_it_keeps_its_number(desk: PaperDesk) -> None:
    made = desk.office.issue()
    page = paper(desk, made.paper_id)
    page.void()
    dialog = one(ReasonDialog, page)
    dialog.reason_edit.setPlainText("sai tên mẹ")
    dialog.give_button.click()
    detail = desk.office.paper(made.paper_id)
    assert (detail.state, detail.void_reason, detail.number) == (PaperState.VOID, "sai tên mẹ", "01/CSCN")
    assert page.banner.isVisible()


def test_a_clerk_strikes_a_paper_out_only_with_the_head_beside(desk: PaperDesk) -> None:
    made = desk.office.issue()
    office = desk.office
    with office.facility.database.write(system_actor("may-1")) as uow:
        found_account(uow, AddUser("trưởng", ("HEAD",), "mật khẩu của trưởng"))
        uow.commit()
    desk.sit(Role.CLERK)
    page = paper(desk, made.paper_id)
    page.void()
    reason = one(ReasonDialog, page)
    reason.reason_edit.setPlainText("sai tên mẹ")
    reason.give_button.click()
    assert office.paper(made.paper_id).state is PaperState.ISSUED
    sign = one(CountersignDialog, page)
    sign.name_edit.setText("trưởng")
    sign.password_edit.setText(WRONG)
    sign.sign_button.click()
    assert sign.error_label.text()
    assert office.paper(made.paper_id).state is PaperState.ISSUED
    sign.password_edit.setText("mật khẩu của trưởng")
    sign.sign_button.click()
    assert office.paper(made.paper_id).state is PaperState.VOID


def test_the_medical_part_is_shown_to_those_who_may_read_it_and_named_to_the_others(desk: PaperDesk) -> None:
    made = medical_sheet(desk.office)
    desk.sit(*MEDICAL_STAFF)
    page = paper(desk, made)
    page.sheet.show_wall(Wall.MEDICAL)
    assert desk.sheets[-1].payload["physical_signs"] == "ho kéo dài"
    assert not page.wall_banner.isVisible()
    desk.sheets.clear()
    desk.sit(Role.CLERK)
    page = paper(desk, made)
    assert page.wall_banner.isVisible()
    assert [sheet.wall for sheet in desk.sheets] == [Wall.OPEN]
    assert all("physical_signs" not in sheet.payload for sheet in desk.sheets)


def test_a_paper_wholly_about_health_does_not_open_for_the_office(desk: PaperDesk) -> None:
    made = medical_sheet(desk.office, paper_class=PaperClass.HEALTH)
    desk.sit(Role.CLERK)
    page = paper(desk, made)
    assert page.detail is None
    assert desk.sheets == []


def test_the_days_of_one_addressee_are_written_down_and_the_register_follows(desk: PaperDesk) -> None:
    made = desk.office.issue(addressees=(POLICE, COURT))
    page = paper(desk, made.paper_id)
    card = page.deliveries
    assert card is not None
    card.table.select_ids((made.delivery_ids[0],))
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    form = one(FormDialog, card).form
    form.fields["sent_on"].set_value(TODAY)
    form.fields["method"].set_value(str(DeliveryMethod.POST))
    form.fields["tracking_no"].set_typed("EE123456789VN")
    form.submit()
    facts = desk.office.paper(made.paper_id).deliveries[0].facts
    assert facts == DeliveryFacts(TODAY, DeliveryMethod.POST, "EE123456789VN")
    row = card.model.row_of(made.delivery_ids[0])
    assert row is not None
    assert row.facts.sent_on == TODAY


def test_a_day_that_cannot_be_is_refused_at_its_field_and_what_was_typed_stays(desk: PaperDesk) -> None:
    made = desk.office.issue(addressees=(POLICE,))
    page = paper(desk, made.paper_id)
    assert page.deliveries is not None
    page.deliveries.table.select_ids(made.delivery_ids)
    page.deliveries.run("correspondence.record_delivery")
    form = one(FormDialog, page.deliveries).form
    form.fields["received_on"].set_typed("01/03/2026")
    form.fields["receiver"].set_typed("Trần Văn Tám")
    form.submit()
    assert form.fields["received_on"].message()
    assert form.fields["receiver"].typed() == "Trần Văn Tám"
    assert desk.office.paper(made.paper_id).deliveries[0].facts == DeliveryFacts()


def test_a_batch_prints_the_others_when_one_fails_and_tells_which(desk: PaperDesk) -> None:
    made = [desk.office.issue(), desk.office.issue(notice()), desk.office.issue()]
    desk.printer.jams_at = 1
    page = desk.open("correspondence.issued")
    assert isinstance(page, IssuedPage)
    page.panel.table.select_ids([each.paper_id for each in made])
    page.print_chosen()
    dialog = one(BatchDialog, page)
    dialog.print_now()
    assert len(desk.printer.orders) == 2
    (failed,) = [row for row in range(3) if dialog.model.reason(row)]
    assert "kẹt giấy" in dialog.model.reason(failed)
    assert sum(len(desk.office.paper(each.paper_id).prints) for each in made) == 3
    dialog.print_now()
    assert len(desk.printer.orders) == 3
    assert desk.sheets[-1].reprint == 1


def test_a_paper_of_the_office_is_printed_in_a_batch_without_its_medical_part(desk: PaperDesk) -> None:
    made = medical_sheet(desk.office)
    desk.sit(Role.CLERK)
    page = desk.open("correspondence.issued")
    page.panel.table.select_ids((made,))
    page.print_chosen()
    one(BatchDialog, page).print_now()
    assert [sheet.wall for sheet in desk.sheets] == [Wall.OPEN]
    assert len(desk.printer.orders) == 1


def test_a_paper_about_health_cannot_be_printed_by_the_office_and_says_so(desk: PaperDesk) -> None:
    made = medical_sheet(desk.office, paper_class=PaperClass.HEALTH)
    desk.sit(Role.CLERK)
    page = desk.open("correspondence.issued")
    page.panel.table.select_ids((made,))
    page.print_chosen()
    dialog = one(BatchDialog, page)
    dialog.print_now()
    assert desk.printer.orders == []
    assert dialog.model.reason(0)


def test_a_batch_needs_rows_chosen_and_says_so(desk: PaperDesk) -> None:
    desk.office.issue(certificate())
    page: QWidget = desk.open("correspondence.issued")
    assert isinstance(page, IssuedPage)
    action = next(each for each in page.main_actions() if each.id == "correspondence.record_print")
    page.panel.table.clearSelection()
    assert "chọn" in (action.why_not() or "")


def test_another_paper_takes_the_place_of_the_one_shown(desk: PaperDesk) -> None:
    first, second = desk.office.issue(), desk.office.issue(notice(addressees=(POLICE,)))
    page = paper(desk, first.paper_id)
    page.open(Route("correspondence.paper", second.paper_id))
    settle()
    assert page.title_text().startswith("01/TB-CSCN")
    assert page.deliveries is not None
    assert page.deliveries.model.ids == second.delivery_ids
    assert desk.sheets[-1].form.id == "V-51"


def test_minutes_bear_no_number_and_say_so_in_the_register(desk: PaperDesk) -> None:
    assert desk.office.read(get_paper, medical_sheet(desk.office)).number == ""
    page = desk.open("correspondence.issued")
    cell = words_of(page.panel.model.index(0, 0))
    assert cell is not None
    assert cell.text == "không số"
    assert V23.walls == (Wall.OPEN,)


def test_a_page_that_is_read_has_all_the_height_where_the_cards_stand_below_it(
    dressed: Theme, qtbot: QtBot
) -> None:
    sheet, cards = QFrame(), QFrame()
    both = TwoColumns(dressed, sheet, cards, fills_first=True)
    qtbot.addWidget(both)
    both.show()
    for wide, least in ((NARROW - 20, 500), (NARROW + 20, 0)):
        both.resize(wide, 500)
        assert sheet.minimumHeight() == least
