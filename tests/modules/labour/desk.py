"""Somebody at the screens of labour: pages over a real file, dialogs typed into by keys."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.modules.labour.ui import entry
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Theme
from tests.helpers.fakes import FixedClock
from tests.helpers.screen import Screen
from tests.modules.labour.yard import LABOUR, Yard
from tests.modules.stays.house import NOW
from tests.ui.printing.papers import MemoryPrinter

PageT = TypeVar("PageT", bound=Page)


class Desk:
    """An officer of labour at the screens.

    Attributes:
        papers: what was printed.
    """

    def __init__(self, yard: Yard, theme: Theme, qtbot: QtBot, *roles: Role) -> None:
        """Sit down."""
        self.yard = yard
        self.screen = Screen(yard.facility.database, yard.facility.actor(*(roles or LABOUR)), theme)
        self.papers: list[PlainPaper] = []
        self.qtbot = qtbot
        press = PlainPress(self._plain, MemoryPrinter())
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press)}

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown, with the keyboard in it."""
        made = self._made[page](self.context())
        assert isinstance(made, kind)
        self.qtbot.addWidget(made)
        made.resize(1140, 640)
        made.show()
        made.activateWindow()
        self.qtbot.waitUntil(made.isActiveWindow)
        made.open(Route(page, record, args))
        return made

    def context(self) -> PageContext:
        """What a page works with, at the yard's hour."""
        return replace(self.screen.context(), clock=FixedClock(NOW))

    def dialog(self, over: QWidget, kind: type[QDialog]) -> Any:
        """The dialog open over a page, with the keyboard in it."""
        found = [one for one in over.findChildren(kind) if one.isVisible()][-1]
        found.activateWindow()
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def returns(self, page: QWidget, wanted: QWidget) -> bool:
        """Whether the keyboard comes back to where it was before a dialog stood over the page."""
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        return page.window().focusWidget() is wanted

    def _plain(self, paper: PlainPaper) -> bytes:
        self.papers.append(paper)
        return b"%PDF"


def type_into(dialog: Any, **typed: str) -> None:
    """Type into fields as a hand does; Tab leaves each."""
    for name, text in typed.items():
        edit = dialog.form.fields[name].findChild(QLineEdit)
        assert edit is not None
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Tab)


def keep(dialog: Any) -> None:
    """Ctrl+Enter."""
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
