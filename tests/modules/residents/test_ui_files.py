"""Scans on the screen: refused in words before anything is asked, sealed with their row, read page by page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.db.attachments import LARGEST_MB
from facility_app.kernel.actor import Role
from facility_app.modules.access.api import list_looks
from facility_app.modules.residents.domain.body import Pose
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind
from facility_app.modules.residents.queries.files import list_attachments
from facility_app.modules.residents.queries.looks import list_resident_looks
from facility_app.modules.residents.service.body import AddPhoto, add_photo
from facility_app.modules.residents.service.files import AttachFile, attach_file
from facility_app.modules.residents.ui.body_tab import BodyPane
from facility_app.modules.residents.ui.files_tab import FILES, FilesCard
from facility_app.modules.residents.ui.viewer import PdfViewer, PictureViewer
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.record_page import RecordPage
from facility_app.ui.theme import Tone
from tests.modules.residents.conftest import Screen, picture
from tests.modules.residents.pages import card, dialog, person_page, tab
from tests.modules.residents.people import TODAY
from tests.ui.printing.papers import pdf


def files_card(page: RecordPage) -> FilesCard:
    found = card(page, "attachment")
    assert isinstance(found, FilesCard)
    return found


def sealed(screen: Screen) -> list[Path]:
    """What lies in the store: files and marks of new ones."""
    return [path for path in (screen.facility.file.folder / "files").rglob("*") if path.is_file()]


def kinds_offered(screen: Screen) -> set[str]:
    field = FILES.form(screen.context, "0" * 32).fields["kind"]
    assert isinstance(field, CodeField)
    return {one.id for one in field._options}


def test_a_document_is_never_called_a_photo(screen: Screen) -> None:
    form = FILES.form(screen.context, "0" * 32)
    field = form.fields["kind"]
    assert isinstance(field, CodeField)
    assert str(AttachmentKind.PHOTO) not in {one.id for one in field._options}


def test_a_file_from_the_disk_is_sealed_then_described(screen: Screen, tmp_path: Path) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id, "residents.files")
    scan = tmp_path / "căn cước.jpg"
    scan.write_bytes(picture())
    files = card(page, "attachment")
    assert isinstance(files, FilesCard)
    files.taker.take(scan)
    form = dialog(page).form
    assert form.fields["title"].shown_typed() == "căn cước"
    form.submit()
    assert files.model.rowCount() == 1
    files.table.select_ids(files.model.ids)
    QTest.keyClick(files.table, Qt.Key.Key_Return)
    assert page.findChild(PictureViewer) is not None
    assert b"JFIF" not in b"".join(
        path.read_bytes() for path in (screen.facility.file.folder / "files").rglob("*") if path.is_file()
    )


def test_a_file_that_is_gone_from_the_disk_is_told_in_words(screen: Screen, tmp_path: Path) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id, "residents.files")
    files = card(page, "attachment")
    assert isinstance(files, FilesCard)
    files.taker.take(tmp_path / "mất.jpg")
    (told,) = screen.said
    assert told[1] is Tone.DANGER
    assert "mất.jpg" in told[0]


def test_opening_a_scan_is_noted_too(screen: Screen) -> None:
    kept = screen.person()
    order = AttachFile(kept.resident_id, picture(), Attachment(AttachmentKind.DECISION, "QĐ 118"))
    made = screen.write(lambda uow: attach_file(uow, order))
    page = person_page(screen, kept.resident_id, "residents.files")
    card(page, "attachment").opened.emit(made.entry_id)
    looks = screen.read(lambda uow: list_looks(uow, "attachment", made.entry_id))
    assert [one.verb for one in looks] == ["residents.open_attachment"]


def test_looking_at_a_photo_is_noted_before_it_is_shown(screen: Screen) -> None:
    kept = screen.person()
    screen.write(lambda uow: add_photo(uow, AddPhoto(kept.resident_id, picture(), Pose.FRONT, TODAY)))
    page = person_page(screen, kept.resident_id, "residents.body")
    pane = tab(page)
    assert isinstance(pane, BodyPane)
    pane.photos.buttons()[0].click()
    assert page.findChild(PictureViewer) is not None
    looks = screen.read(lambda uow: list_resident_looks(uow, kept.resident_id))
    assert looks[0].verb == "residents.open_attachment"


def test_nothing_lies_sealed_before_the_form_is_saved_and_nothing_when_it_is_not(
    screen: Screen, tmp_path: Path
) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id, "residents.files")
    scan = tmp_path / "giấy.jpg"
    scan.write_bytes(picture())
    files_card(page).taker.take(scan)
    opened = dialog(page)
    assert sealed(screen) == []
    opened.form.submit()
    assert len(sealed(screen)) == 1, "the file, and no mark any more"


@pytest.mark.parametrize(
    ("name", "size", "beginning", "words"),
    [
        ("lớn.jpg", 30 * 1024 * 1024, b"\xff\xd8\xff", ("30 MB", f"{LARGEST_MB} MB")),
        ("thư.docx", 4096, b"PK\x03\x04", ("JPEG, PNG", "PDF")),
        ("trống.pdf", 0, b"", ("trống",)),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_in_words_before_a_form_opens(
    screen: Screen, tmp_path: Path, name: str, size: int, beginning: bytes, words: tuple[str, ...]
) -> None:
    kept = screen.person()
    chosen = tmp_path / name
    with chosen.open("wb") as file:
        file.write(beginning)
        file.truncate(size)
    for part in ("residents.files", "residents.body"):
        pane = tab(page := person_page(screen, kept.resident_id, part))
        (pane.photos if isinstance(pane, BodyPane) else files_card(page)).taker.take(chosen)
        text, tone = screen.said.pop()
        assert tone is Tone.DANGER
        assert all(word in text for word in words), text
        assert page.findChild(FormDialog) is None
    assert sealed(screen) == []


def test_a_pdf_is_no_photo_and_that_is_said_before_its_pose_is_asked(screen: Screen, tmp_path: Path) -> None:
    kept = screen.person()
    pane = tab(page := person_page(screen, kept.resident_id, "residents.body"))
    assert isinstance(pane, BodyPane)
    scan = tmp_path / "thẻ.pdf"
    scan.write_bytes(pdf(1))
    pane.photos.taker.take(scan)
    (told,) = screen.said
    assert "JPEG hoặc PNG" in told[0]
    assert page.findChild(FormDialog) is None


def opened_pdf(screen: Screen, content: bytes, qtbot: QtBot) -> PdfViewer:
    kept = screen.person()
    order = AttachFile(kept.resident_id, content, Attachment(AttachmentKind.DECISION, "QĐ 118"))
    made = screen.write(lambda uow: attach_file(uow, order))
    page = person_page(screen, kept.resident_id, "residents.files")
    files_card(page).opened.emit(made.entry_id)
    viewer = page.findChild(PdfViewer)
    assert viewer is not None
    qtbot.waitUntil(viewer.isActiveWindow)
    return viewer


def test_a_pdf_is_read_page_by_page_and_larger_with_the_keyboard_alone(screen: Screen, qtbot: QtBot) -> None:
    viewer = opened_pdf(screen, pdf(3), qtbot)
    assert viewer.view.hasFocus()
    assert viewer.page_label.text() == "Trang 1 / 3"
    QTest.keyClick(viewer.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert viewer.page_label.text() == "Trang 2 / 3"
    QTest.keyClick(viewer.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert viewer.page_label.text() == "Trang 1 / 3"
    fitted = viewer.view.zoom()
    QTest.keyClick(viewer.view, Qt.Key.Key_Plus)
    assert viewer.view.zoom() > fitted
    QTest.keyClick(viewer.view, Qt.Key.Key_0)
    assert viewer.view.is_fitted()
    QTest.keyClick(viewer.view, Qt.Key.Key_Minus)
    assert viewer.view.zoom() < fitted


def test_a_pdf_that_cannot_be_read_says_so_in_the_viewer(screen: Screen, qtbot: QtBot) -> None:
    viewer = opened_pdf(screen, b"%PDF-1.7 nothing else", qtbot)
    assert "đính kèm lại" in viewer.error_label.text()


def test_a_picture_is_made_larger_and_turned_with_the_keyboard(screen: Screen, qtbot: QtBot) -> None:
    kept = screen.person()
    screen.write(lambda uow: add_photo(uow, AddPhoto(kept.resident_id, picture(), Pose.FRONT, TODAY)))
    pane = tab(page := person_page(screen, kept.resident_id, "residents.body"))
    assert isinstance(pane, BodyPane)
    pane.photos.buttons()[0].click()
    viewer = page.findChild(PictureViewer)
    assert viewer is not None
    qtbot.waitUntil(viewer.isActiveWindow)
    for key, zoomed in ((Qt.Key.Key_Plus, True), (Qt.Key.Key_0, False), (Qt.Key.Key_Minus, True)):
        QTest.keyClick(viewer, key)
        assert bool(viewer.zoom()) is zoomed
    QTest.keyClick(viewer, Qt.Key.Key_0)
    upright = viewer._label.pixmap().size()
    QTest.keyClick(viewer, Qt.Key.Key_R)
    assert (upright.width() > upright.height()) is not (
        viewer._label.pixmap().width() > viewer._label.pixmap().height()
    )


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.CLERK, {"identity_scan", "family_paper", "decision", "other"}),
        (Role.NURSE, {"medical"}),
        (Role.DOCTOR, {"decision", "medical", "other"}),
        (Role.HEAD, {"identity_scan", "family_paper", "decision", "medical", "other"}),
    ],
)
def test_a_role_is_offered_the_kinds_of_documents_it_decides_about(
    screen: Screen, role: Role, offered: set[str]
) -> None:
    screen.sign_in(role)
    assert kinds_offered(screen) == offered


def test_a_scan_of_another_role_says_why_it_is_neither_corrected_nor_struck_out(screen: Screen) -> None:
    kept = screen.person()
    order = AttachFile(kept.resident_id, picture(), Attachment(AttachmentKind.IDENTITY_SCAN, "thẻ"))
    screen.write(lambda uow: attach_file(uow, order))
    screen.sign_in(Role.DOCTOR)
    page = person_page(screen, kept.resident_id, "residents.files")
    files = files_card(page)
    files.table.select_ids(files.model.ids)
    assert not files.strike_button.isEnabled()
    assert "Văn thư" in files.strike_button.toolTip()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(files.table, key)
        text, tone = screen.said.pop()
        assert ("Văn thư" in text, tone) == (True, Tone.INFO)
    assert len(screen.read(lambda uow: list_attachments(uow, kept.resident_id))) == 1
