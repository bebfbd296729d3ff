"""Papers from outside, scans, the tab of a person, and the check of codes on the screen."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facility_app.documents.signed_qr import PaperMark, new_signing_key, seal
from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.domain.outgoing import PaperClass, PaperState
from facility_app.modules.correspondence.domain.scans import ScanKind
from facility_app.modules.correspondence.queries.contents import answer_named_files
from facility_app.modules.correspondence.queries.paper import get_received
from facility_app.modules.correspondence.ui.check_page import CheckPage
from facility_app.modules.correspondence.ui.letter_page import LetterPage
from facility_app.modules.correspondence.ui.person_tab import PersonPapersPane, count_papers
from facility_app.modules.correspondence.ui.scans_card import ScansCard
from facility_app.modules.residents.ui.viewer import PdfViewer
from facility_app.ui.dialogs import FormDialog, ReasonDialog
from facility_app.ui.lists.delegate import words_of
from facility_app.ui.shell.spec import Route
from facility_app.ui.widgets import KeyValueGrid
from tests.helpers.probe import HOME
from tests.modules.correspondence.papers import DECISION, LETTER, POLICE, TODAY, V53, Office
from tests.modules.correspondence.ui_desk import PaperDesk, one, settle
from tests.ui.printing.papers import pdf


def letter(desk: PaperDesk, received_id: str) -> LetterPage:
    made = desk.open("correspondence.letter", received_id)
    assert isinstance(made, LetterPage)
    return made


def said(page: LetterPage) -> str:
    return "\n".join(
        label.text()
        for grid in page.findChildren(KeyValueGrid)
        for label in grid.findChildren(type(page.banner._words))
    )


def scans_of(page: LetterPage) -> ScansCard:
    assert page.scans is not None
    return page.scans


def attach(card: ScansCard, folder: Path, name: str = "công văn.pdf", pages: int = 2) -> FormDialog[object]:
    scan = folder / name
    scan.write_bytes(pdf(pages))
    card.taker.take(scan)  # type: ignore[attr-defined]  # the real taker
    return one(FormDialog, card)


def check(desk: PaperDesk, code: str) -> CheckPage:
    page = desk.open("correspondence.check")
    assert isinstance(page, CheckPage)
    page.code_edit.setText(code)
    QTest.keyClick(page.code_edit, Qt.Key.Key_Return)
    return page


def code_of(office: Office, paper_id: str) -> str:
    found = office.paper(paper_id).open_file
    assert found is not None
    return found.qr_text


def test_the_register_strikes_through_what_was_registered_by_mistake(desk: PaperDesk) -> None:
    made = desk.office.receive()
    page = letter(desk, made.received_id)
    page.strike_out()
    dialog = one(ReasonDialog, page)
    dialog.reason_edit.setPlainText("vào sổ hai lần")
    dialog.give_button.click()
    assert page.banner.isVisible()
    assert "vào sổ hai lần" in page.banner.text()
    register = desk.open("correspondence.received")
    cell = words_of(register.panel.model.index(0, 0))
    assert cell is not None
    assert (cell.text, cell.is_struck) == ("01", True)
    assert desk.office.read(get_received, made.received_id).state is PaperState.VOID


def test_a_letter_shows_what_the_register_and_its_form_say(desk: PaperDesk) -> None:
    made = desk.office.receive(form=V53, payload=DECISION, resident_id=desk.office.resident)
    page = letter(desk, made.received_id)
    for words in (LETTER.sender, "123/TA-HS", "20/02/2026", "Nam"):
        assert words in said(page)


def test_enter_in_the_register_opens_the_letter_and_f2_its_correction(desk: PaperDesk) -> None:
    made = desk.office.receive()
    register = desk.open("correspondence.received")
    register.panel.table.select_ids((made.received_id,))
    QTest.keyClick(register.panel.table, Qt.Key.Key_Return)
    assert desk.screen.gone[-1] == Route("correspondence.letter", made.received_id, {})
    letter(desk, made.received_id).edit()
    assert desk.screen.gone[-1] == Route("correspondence.register", made.received_id)


def test_a_letter_about_health_is_a_line_without_words_to_the_office(desk: PaperDesk) -> None:
    made = desk.office.receive(replace(LETTER, paper_class=PaperClass.HEALTH))
    desk.sit(Role.CLERK)
    register = desk.open("correspondence.received")
    row = register.panel.model.row_of(made.received_id)
    assert LETTER.subject not in str(row.subject)
    assert letter(desk, made.received_id).detail is None


def test_a_scan_is_taken_in_described_and_opened_through_the_trail(desk: PaperDesk, tmp_path: Path) -> None:
    made = desk.office.receive()
    card = scans_of(letter(desk, made.received_id))
    dialog = attach(card, tmp_path)
    assert dialog.form.fields["title"].typed() == "công văn"
    dialog.form.submit()
    settle()
    (scan,) = desk.office.read(get_received, made.received_id).scans
    assert (scan.facts.kind, scan.media_type) == (ScanKind.INCOMING, "application/pdf")
    card.grab()
    card.table.select_ids((scan.scan_id,))
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    viewer = one(PdfViewer, card)
    assert viewer.view.page_count() == 2


def test_what_a_paper_names_is_never_swept_from_the_store(desk: PaperDesk, tmp_path: Path) -> None:
    made = desk.office.receive()
    card = scans_of(letter(desk, made.received_id))
    attach(card, tmp_path).form.submit()
    store = desk.office.facility.database.ports.files
    assert store is not None
    named = desk.office.read(answer_named_files, None)
    assert len(named) == 1
    assert store.open(next(iter(named))).startswith(b"%PDF")


def test_the_same_scan_twice_is_refused_and_the_form_stays(desk: PaperDesk, tmp_path: Path) -> None:
    made = desk.office.receive()
    card = scans_of(letter(desk, made.received_id))
    attach(card, tmp_path).form.submit()
    settle()
    dialog = attach(card, tmp_path)
    dialog.form.submit()
    assert dialog.isVisible()
    assert len(desk.office.read(get_received, made.received_id).scans) == 1


def test_a_scan_of_another_paper_is_struck_out_with_a_reason(desk: PaperDesk, tmp_path: Path) -> None:
    made = desk.office.receive()
    card = scans_of(letter(desk, made.received_id))
    attach(card, tmp_path).form.submit()
    settle()
    card.grab()
    card.table.select_ids(card.model.ids)
    card.strike_out()
    dialog = one(ReasonDialog, card)
    dialog.reason_edit.setPlainText("đính nhầm văn bản")
    dialog.give_button.click()
    assert desk.office.read(get_received, made.received_id).scans == ()
    assert card.model.rowCount() == 0


def test_a_receipt_scanned_is_linked_to_its_addressee(desk: PaperDesk, tmp_path: Path) -> None:
    made = desk.office.issue(addressees=(POLICE,))
    page = desk.open("correspondence.paper", made.paper_id)
    form = attach(page.scans, tmp_path, "báo phát.pdf").form
    form.fields["kind"].set_value(str(ScanKind.RECEIPT))
    form.submit()
    (scan,) = desk.office.paper(made.paper_id).scans
    page.deliveries.table.select_ids(made.delivery_ids)
    page.deliveries.run("correspondence.record_delivery")
    days = one(FormDialog, page.deliveries).form
    days.fields["received_on"].set_value(TODAY)
    days.fields["receipt_scan_id"].set_value(scan.scan_id)
    days.submit()
    (line,) = desk.office.paper(made.paper_id).deliveries
    assert (line.receipt_scan_id, line.facts.received_on) == (scan.scan_id, TODAY)


def test_a_persons_tab_has_what_was_issued_and_what_came_in_about_them(desk: PaperDesk) -> None:
    office = desk.office
    out = office.issue(resident_id=office.resident)
    office.issue()
    came = office.receive(resident_id=office.resident)
    pane = PersonPapersPane(desk.context, office.resident)
    desk.show(pane)
    assert pane.issued is not None
    assert pane.received is not None
    assert (pane.issued.model.ids, pane.received.model.ids) == ((out.paper_id,), (came.received_id,))
    assert office.read(count_papers, office.resident) == 2
    pane.issued.table.select_ids((out.paper_id,))
    QTest.keyClick(pane.issued.table, Qt.Key.Key_Return)
    assert desk.screen.gone[-1] == Route("correspondence.paper", out.paper_id)
    pane.issued.bar.commands()[0].trigger()
    assert desk.screen.gone[-1] == Route("correspondence.issue", "", {"resident": office.resident})


def test_a_genuine_code_tells_number_day_and_form_and_opens_the_paper(desk: PaperDesk) -> None:
    made = desk.office.issue()
    page = check(desk, code_of(desk.office, made.paper_id))
    assert "còn giá trị" in page.banner.text()
    told = "\n".join(label.text() for label in page.grid.findChildren(type(page.banner._words)))
    for words in ("01/CSCN", "02/03/2026", "V-50", HOME):
        assert words in told
    page.open_button.click()
    assert desk.screen.gone == [Route("correspondence.paper", made.paper_id)]


def test_the_code_of_a_void_paper_says_so_and_names_the_one_that_stands_for_it(desk: PaperDesk) -> None:
    made = desk.office.issue()
    desk.office.void(made)
    desk.office.issue(replaces_id=made.paper_id)
    page = check(desk, code_of(desk.office, made.paper_id))
    assert "đã hủy" in page.banner.text()
    assert "02/CSCN" in "\n".join(label.text() for label in page.grid.findChildren(type(page.banner._words)))


def test_a_code_nobody_here_made_is_never_called_genuine(desk: PaperDesk) -> None:
    made = desk.office.issue()
    forged = seal(PaperMark(HOME, "0" * 32, "V-50", "99/CSCN", TODAY, "0" * 64), new_signing_key())
    genuine = code_of(desk.office, made.paper_id)
    changed = genuine[:20] + ("A" if genuine[20] != "A" else "B") + genuine[21:]
    for code in (forged, changed, "FAC1.ABC", "xin chào"):
        page = check(desk, code)
        assert "Chưa thể coi văn bản này là thật" in page.banner.text()
        assert page.grid.isHidden()
        assert page.open_button.isHidden()


def test_an_empty_box_asks_for_the_code(desk: PaperDesk) -> None:
    page = check(desk, "")
    assert "quét" in page.banner.text()


@pytest.mark.parametrize("role", [Role.GUARD, Role.NURSE])
def test_whoever_may_read_no_papers_checks_a_code_and_opens_nothing(role: Role, desk: PaperDesk) -> None:
    made = desk.office.issue()
    code = code_of(desk.office, made.paper_id)
    desk.sit(role)
    page = check(desk, code)
    assert "còn giá trị" in page.banner.text()
    assert page.open_button.isHidden()
