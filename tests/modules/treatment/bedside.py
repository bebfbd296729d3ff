"""Somebody of the ward at a page of care: keys go where the keyboard is, as at the bedside."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.scan_desk import CASSETTES
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.treatment.ui.pages import pages
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.helpers.screens import Screens
from tests.modules.residents.people import register
from tests.modules.treatment.ward import OFFICE, Ward
from tests.ui.printing.papers import MemoryPrinter, pdf

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier


class Bedside:
    """The screens of one ward.

    Attributes:
        set: papers that were set.
    """

    def __init__(self, ward: Ward, theme: Theme, qtbot: QtBot) -> None:
        self.ward, self.theme, self.qtbot = ward, theme, qtbot
        self.seats: list[Screens] = []
        self.set: list[PlainPaper] = []
        self._pages = pages(PlainPress(self._plain, MemoryPrinter()), CASSETTES)

    def sit_down(self, *roles: Role, who: str = "") -> Screens:
        """Somebody in these roles."""
        self.seats.append(Screens(self.ward.facility, self.ward.actor(*roles, who=who), self.theme, self.qtbot))
        return self.seats[-1]

    def page(self, seat: Screens, page_id: str, record: str = "", **args: str) -> Any:
        """A page of care, with the keyboard in it; whatever is saved here is heard of."""
        (spec,) = [one for one in self._pages if one.id == page_id]
        assert spec.is_open_to(seat.actor)
        page = spec.make(seat.context)
        self.qtbot.addWidget(page)
        page.resize(1106, 620)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        page.open(Route(page_id, record, args))
        page.first_focus().setFocus()
        seat.runner.changed.connect(lambda change, _who: page.refresh(change))
        return page

    def admit(self, name: str, sex: Sex = Sex.MALE) -> str:
        """One more person inside; the stay."""
        made = self.ward.write(register, Person(name=name, sex=sex, birth_on=date(1990, 1, 2)), by=OFFICE)
        self.ward.ids[name] = made.resident_id
        return self.ward.admit(name)

    def _plain(self, paper: PlainPaper) -> bytes:
        self.set.append(paper)
        return pdf(1)

    def close(self) -> None:
        """Everybody stands up."""
        for seat in self.seats:
            seat.leave()


def type_keys(text: str, *, enter: bool = True) -> None:
    """Letters one by one to whatever has the keyboard, and Enter."""
    for letter in text:
        QTest.keyClicks(focused(), letter)
    if enter:
        QTest.keyClick(focused(), ENTER)


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def dialog(page: QWidget, kind: type[Any]) -> Any:
    """The dialog that is open."""
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    assert isinstance(found, QDialog)
    return found
