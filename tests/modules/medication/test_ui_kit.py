"""The page of the sheet for a blackout: how it stands, the word shown once, whose envelope, who may do what."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from facility_app.app import kit_medium
from facility_app.modules.medication.ui import kit_naming, kit_page
from facility_app.modules.medication.ui.kit_page import KitPage
from facility_app.ui.dialogs import ShownOnce
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.states import State
from tests.modules.medication.bedside import Bedside
from tests.modules.medication.medium import Kit, named
from tests.modules.medication.ward import Ward

WORD = "ZPBQ-GRVZ-Z7WQ-XKGB-3B72"
ROOT = Path(__file__).parents[3]
Sit = Callable[[str], Bedside]


@pytest.fixture
def sit(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Sit]:
    """Whoever sits down at the page, at nine in the morning."""
    ward.at(9)
    seated: list[Bedside] = []

    def down(who: str) -> Bedside:
        seated.append(Bedside(ward, dressed, qtbot, who))
        return seated[-1]

    yield down
    for one in seated:
        one.runner.close()


def verbs(page: KitPage) -> dict[str, str | None]:
    """What may be done at all → why not now."""
    return {
        one.id.removeprefix("medication."): one.why_not()
        for one in page.main_actions()
        if page.context.may(one.permission)
    }


def banner(page: KitPage) -> tuple[str, Tone]:
    """What stands above the card, once the window told the page that something changed."""
    page.read()
    return page.banner.text(), page.banner._tone


def test_with_no_place_named_it_says_who_names_one_and_nobody_else_is_offered_to(sit: Sit) -> None:
    for who, may_name in (("nurse", False), ("head", True)):
        page = sit(who).kit()
        assert page.states.state() is State.EMPTY
        assert ("name_kit" in verbs(page)) is may_name
        assert verbs(page)["write_kit"] == "Chưa đặt nơi ghi."
        page.name()
        assert bool(page.findChildren(QFileDialog)) is may_name
    assert "Người đứng đầu" in kit_page.NOBODY_HINT


def test_naming_shows_the_word_once_and_writes_the_first_sheet_that_it_opens(
    sit: Sit, ward: Ward, tmp_path: Path
) -> None:
    ward.order("paracetamol", 500, 10)
    head, folder = sit("head"), tmp_path / "o roi"
    folder.mkdir()
    page = head.kit()
    page.name()
    page.findChildren(QFileDialog)[0].fileSelected.emit(str(folder))
    asking = head.dialog(page, FormDialog)
    assert str(folder) in asking.text_label.text()
    # What is no hour is refused in the dialog: nothing is named, no word was shown.
    asking.form.fields["hours"].set_value("25:00")
    asking.save_button.click()
    assert page.findChildren(ShownOnce) == []
    assert ward.sql("SELECT count(*) FROM blackout_kit") == [(0,)]
    asking.form.fields["hours"].set_value(" 06:00   14:00 22:00 ")
    asking.save_button.click()
    shown = head.dialog(page, ShownOnce)
    word = shown.secret_label.text()
    assert word in shown.secret_label.accessibleName()
    assert not (folder / kit_medium.SHEET).exists()
    shown.copied_box.setChecked(True)
    shown.close_button.button.click()
    assert (shown.secret_label.text(), shown.secret_label.accessibleName()) == ("", "")
    opened = pypdfium2.PdfDocument(folder / kit_medium.SHEET, password=word)
    opened.close()
    assert head.said == [("Đã ghi phiếu 24 giờ, đọc lại đúng như đã ghi.", Tone.OK)]
    assert banner(page) == ("Ca này đã có phiếu.", Tone.OK)
    assert verbs(page) == {"write_kit": None, "name_kit": None, "stop_kit": None}
    told = [one.text() for one in page.grid.findChildren(QLabel)]
    assert {"Giờ đổi ca", "06:00 14:00 22:00", str(folder), "Giám Đốc Hà, 23/11/2026 09:00"} <= set(told)


def test_a_folder_of_the_program_s_own_data_is_refused_before_a_word_is_made(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "facility.keys").touch()
    head = sit("head")
    page = head.kit()
    page.naming.offer(str(tmp_path))
    ((said, tone),) = head.said
    assert ("ổ rời" in said, tone) == (True, Tone.DANGER)
    assert page.findChildren(FormDialog) == []
    assert list(tmp_path.iterdir()) == [tmp_path / "facility.keys"] or not (tmp_path / kit_medium.MARK).exists()


def test_drive_dialog_page_and_guide_say_the_same_of_the_envelope() -> None:
    guide = (ROOT / "docs" / "user" / "phat-thuoc.md").read_text("utf-8")
    part = guide.split("## Phòng mất điện")[1].split("## ")[0]
    for said in (kit_medium.TOLD, kit_naming.WORD_TEXT, kit_page.APART, part):
        words = " ".join(said.split())
        assert "phong bì" in words
        assert "ở bàn trực" in words, words
        assert "giữ." not in words
    for said in (kit_medium.TOLD, kit_naming.WORD_TEXT, part):
        assert "người trực mở" in " ".join(said.split())


def test_how_it_stands_is_one_sentence_by_the_shift_the_age_and_the_drive(
    sit: Sit, ward: Ward, tmp_path: Path
) -> None:
    kit = named(ward, tmp_path / "o roi")
    nurse = sit("nurse")
    page = nurse.kit()
    # Nothing was written yet: not that it is old.
    assert banner(page) == ("Trên ổ chưa có phiếu nào. Bấm “Ghi ngay”, hoặc in phiếu 24 giờ ra giấy.", Tone.DANGER)
    page.write()
    assert banner(page) == ("Ca này đã có phiếu.", Tone.OK)
    ward.at(19)
    assert banner(page) == ("Ca này chưa có phiếu.", Tone.WARNING)
    ward.at(21, 1)
    assert banner(page)[0].startswith("Phiếu trên ổ đã quá 12 giờ.")
    away = kit.folder.rename(tmp_path / "rut ra")
    page.write()
    assert banner(page)[0].startswith("Lần ghi lúc 23/11/2026 21:01 không được.")
    assert nurse.said[-1][1] is Tone.DANGER
    assert str(kit.folder) in nurse.said[-1][0]
    away.rename(kit.folder)
    page.write()
    assert banner(page) == ("Ca này đã có phiếu.", Tone.OK)


def test_a_place_of_another_machine_is_written_there_only_and_the_button_names_it(
    sit: Sit, ward: Ward, tmp_path: Path
) -> None:
    kit = named(ward, tmp_path / "o roi")
    kit.belongs_elsewhere()
    assert verbs(sit("nurse").kit()) == {"write_kit": "Nơi ghi thuộc máy MAY-TRUC-2. Hãy ghi ở máy đó."}


def test_a_second_press_while_one_is_being_written_writes_no_second_sheet(
    sit: Sit, ward: Ward, tmp_path: Path
) -> None:
    kit: Kit = named(ward, tmp_path / "o roi")
    page = sit("nurse").kit()
    page.writer.is_busy = True
    page.write()
    assert kit.written() == 0
    page.writer.is_busy = False
    page.write()
    page.write()
    assert (kit.written(), page.writer.is_busy) == (2, False)


def test_stopping_takes_a_reason_and_tells_to_delete_what_still_lies_there(
    sit: Sit, ward: Ward, tmp_path: Path
) -> None:
    kit = named(ward, tmp_path / "o roi")
    head = sit("head")
    page = head.kit()
    page.stop()
    asking = head.dialog(page, ReasonDialog)
    assert str(kit.folder) in asking.text_label.text()
    asking.give_button.click()
    assert asking.isVisible()
    asking.reason_edit.setPlainText("đổi sang ổ khác")
    asking.give_button.click()
    assert head.said == [("Đã thôi ghi. Hãy xóa phiếu còn trên ổ.", Tone.OK)]
    page.read()
    assert page.states.state() is State.EMPTY
