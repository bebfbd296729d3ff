"""Three people come in, their names composed letter by letter, and are found by whatever is asked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.modules.residents.ui.people_list import PeoplePage
from tests.helpers.keyboard import CTRL, Keyboard, field_of
from tests.modules.discharge.leaving import House
from tests.stories.conftest import SitDown

# What an input method shows while each syllable grows under Telex; the last one stands when the space comes.
DUC = (("N", "Ng", "Nguyên", "Nguyễn"), ("V", "Va", "Văn"), ("D", "Đ", "Đu", "Đư", "Đưc", "Đức"))
MINH = (("T", "Tr", "Trân", "Trần"), ("T", "Th", "Thi", "Thị"), ("M", "Mi", "Minh"))
ANH = (("N", "Nguyên", "Nguyễn"), ("Đ", "Đư", "Đưc", "Đức"), ("A", "An", "Anh"))
NAME_COLUMN = 1
CARD_OF_DUC = "001090004321"


def compose(keys: Keyboard, syllables: Sequence[Sequence[str]]) -> None:
    """Type through an input method; the last syllable stays under composition."""
    for number, steps in enumerate(syllables):
        is_last = number == len(syllables) - 1
        for shown in steps:
            QCoreApplication.sendEvent(keys.here(), QInputMethodEvent(shown, []))
        if not is_last:
            committed = QInputMethodEvent("", [])
            committed.setCommitString(steps[-1] + " ")
            QCoreApplication.sendEvent(keys.here(), committed)


def add(keys: Keyboard, syllables: Sequence[Sequence[str]], card: str = "", **typed: str) -> None:
    """Ctrl+N on the list, the form, and the save while a syllable is still being composed."""
    keys.go("Người cai nghiện")
    keys.press(Qt.Key.Key_N, CTRL)
    keys.fill(**typed)
    if card:
        keys.fill(paper_kind="Căn cước", paper_number=card)
    while field_of(keys.here()) != "name":
        keys.press(Qt.Key.Key_Backtab)
    compose(keys, syllables)
    assert isinstance(keys.shell.page, AddPersonPage)
    keys.press(Qt.Key.Key_Return, CTRL)
    assert not isinstance(keys.shell.page, AddPersonPage), keys.shell.page.form.known()


def hits(keys: Keyboard) -> list[str]:
    """Who stands in the palette."""
    model = keys.shell.palette_box.model
    found = [model.hit(row) for row in range(model.rowCount())]
    return sorted(hit.text for hit in found if hit is not None and hit.record)


def listed(keys: Keyboard, typed: str) -> list[str]:
    """Who stands in the list, once it answers to what was typed."""
    page = keys.shell.page
    assert isinstance(page, PeoplePage)
    model = page.panel.model
    assert model.look.text == typed
    return sorted(str(model.index(row, NAME_COLUMN).data()) for row in range(len(model.ids)))


def require(found: Callable[[], list[str]], wanted: list[str]) -> bool:
    assert found() == wanted
    return True


ASKED = {
    "duc": ["Nguyễn Văn Đức", "Nguyễn Đức Anh"],
    "nguyen duc": ["Nguyễn Văn Đức", "Nguyễn Đức Anh"],
    "ĐỨC": ["Nguyễn Văn Đức", "Nguyễn Đức Anh"],
    CARD_OF_DUC[-4:]: ["Nguyễn Văn Đức"],
    "minh tran": ["Trần Thị Minh"],
}


def test_three_people_are_added_through_an_input_method_and_found_by_every_way_of_asking(
    house: House, sit_down: SitDown, qtbot: QtBot
) -> None:
    keys = sit_down(Role.INTAKE)
    add(keys, DUC, CARD_OF_DUC, birth="17051990", sex="Nam")
    keys.look("nguoi-thu-nhat")
    add(keys, MINH, birth="09021996", sex="Nữ")
    add(keys, ANH, birth="1988", sex="Nam")
    for typed, wanted in ASKED.items():
        keys.press(Qt.Key.Key_K, CTRL)
        keys.type(typed)
        qtbot.waitUntil(partial(require, partial(hits, keys), wanted))
        keys.look(f"tim-{typed}")
        keys.press(Qt.Key.Key_Escape)
        keys.go("Người cai nghiện")
        keys.press(Qt.Key.Key_A, CTRL)
        keys.type(typed)
        qtbot.waitUntil(partial(require, partial(listed, keys, typed), wanted))
        keys.look(f"danh-sach-{typed}")
    assert keys.faults() == []
