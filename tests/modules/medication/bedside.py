"""Somebody at the screens of the round, over the made-up ward; the witness signs as everybody does."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.desk import Desk
from facility_app.app.kit_shop import KIT_PRESS
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.access.service.own_password import ChangeOwnPassword, change_own_password
from facility_app.modules.medication.queries.kit import PAGE
from facility_app.modules.medication.ui import entry, round_places
from facility_app.modules.medication.ui.catch_up_page import CatchUpPage
from facility_app.modules.medication.ui.kit_page import KitPage
from facility_app.modules.medication.ui.round_model import Column, Line
from facility_app.modules.medication.ui.round_page import RoundPage
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists import PassingMemory
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.facility import DEVICE
from tests.modules.medication.ward import Ward
from tests.ui.printing.papers import MemoryPrinter

DialogT = TypeVar("DialogT", bound=QDialog)
PASSWORD = "mật khẩu của riêng tôi"
WITNESS = "Người Thứ Hai"


class Bedside:
    """One person at one machine.

    Attributes:
        said: what they were told.
        set: titles of papers that were set.
    """

    def __init__(self, ward: Ward, theme: Theme, qtbot: QtBot, who: str = "nurse") -> None:
        """Sit down."""
        self.ward, self._qtbot = ward, qtbot
        self.said: list[tuple[str, Tone]] = []
        self.gone: list[Route] = []
        self.set: list[str] = []
        actor = ward.actor(who)
        self.runner = InlineRunner(Desk(ward.facility.database, actor))
        self.context = PageContext(
            self.runner,
            actor,
            theme,
            ward.facility.file.clock,
            self.gone.append,
            self._say,
            PassingMemory(),
            RunnerDrafts(self.runner, self.runner),
        )
        press = PlainPress(self._plain, MemoryPrinter())
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press, KIT_PRESS)}

    def round(self, **args: str) -> RoundPage:
        """The round, shown."""
        page = self._open(round_places.ROUND, args)
        assert isinstance(page, RoundPage)
        page.view.setFocus()
        return page

    def catch_up(self, **args: str) -> CatchUpPage:
        """The sheet of a past round, shown."""
        page = self._open(round_places.CATCH_UP, args)
        assert isinstance(page, CatchUpPage)
        return page

    def kit(self) -> KitPage:
        """The sheet for a blackout, shown."""
        page = self._open(PAGE, {})
        assert isinstance(page, KitPage)
        return page

    def second_person_chose_a_password(self) -> None:
        """What was handed to them is theirs now: they may sign."""
        second = Actor(self.ward["second"], frozenset({Role.NURSE}), DEVICE)
        with self.ward.facility.database.write(second) as uow:
            change_own_password(uow, ChangeOwnPassword("mật khẩu dài", PASSWORD))
            uow.commit()

    def sign(self, page: QWidget, password: str = PASSWORD, name: str = WITNESS) -> None:
        """The witness signs in the dialog that stands open."""
        dialog = self.dialog(page, CountersignDialog)
        dialog.name_edit.setText(name)
        dialog.password_edit.setText(password)
        dialog.sign_button.click()

    def dialog(self, page: QWidget, kind: type[DialogT]) -> DialogT:
        """The one open dialog of that kind."""
        (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
        return found

    def _open(self, page_id: str, args: dict[str, str]) -> Any:
        page = self._made[page_id](self.context)
        self._qtbot.addWidget(page)
        page.resize(1106, 620)
        page.show()
        page.open(Route(page_id, args=args))
        return page

    def _plain(self, paper: PlainPaper) -> bytes:
        self.set.append(paper.title)
        return PDF

    def _say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        assert undo is None
        self.said.append((text, tone))


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key."""
    QTest.keyClick(widget, key, modifier)


def states(page: RoundPage) -> dict[str, str]:
    """Person's first letters, medicine, hour → the chip of the dose."""
    return {_name(line): page.model.text(number, Column.STATE) for number, line in enumerate(page.model.lines)}


def stand_at(page: RoundPage, medicine: str, slot: str = "") -> Line:
    """Bring the keyboard to a dose."""
    for number, line in enumerate(page.model.lines):
        if line.row.medicine.startswith(medicine) and line.row.slot.startswith(slot):
            page.view.go_to(number)
            return line
    raise AssertionError(medicine)


def _name(line: Line) -> str:
    return f"{line.row.name.split()[-1]} {line.row.medicine.split()[0]} {line.row.slot}"
