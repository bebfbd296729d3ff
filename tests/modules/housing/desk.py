"""Somebody at the screens of the house, over a real file."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.modules.housing.ui import entry
from facility_app.modules.housing.ui.press import Press
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.helpers.screen import Screen
from tests.modules.housing.home import KEEPERS, Home
from tests.ui.printing.papers import MemoryPrinter

PageT = TypeVar("PageT", bound=Page)
DialogT = TypeVar("DialogT", bound=QDialog)


class Desk:
    """Somebody at the screens of the house."""

    def __init__(self, home: Home, theme: Theme, qtbot: QtBot, roles: tuple[Role, ...] = KEEPERS) -> None:
        """Sit down; whoever is named as the second person agrees to everything."""
        self.home = home
        self.screen = Screen(home.facility.database, home.facility.actor(*roles), theme)
        self._qtbot = qtbot
        press = Press(self._plain, MemoryPrinter(), self._agree)
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press)}

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown."""
        made = self._made[page](self.screen.context())
        assert isinstance(made, kind)
        self._qtbot.addWidget(made)
        made.resize(1140, 640)
        made.show()
        made.open(Route(page, record, args))
        return made

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Keys, one after the other."""
        for key in keys:
            QTest.keyClick(widget, key)

    def second_signs(self, over: QWidget) -> None:
        """The second person types their name and their password."""
        signing = dialog(over, CountersignDialog)
        signing.name_edit.setText("Trưởng Ca")
        signing.password_edit.setText("mật khẩu dài")
        signing.sign_button.click()

    def _plain(self, _paper: PlainPaper) -> bytes:
        return b""

    def _agree(self, _uow: Any, verb: str, roles: frozenset[Role], _name: str, _password: str) -> Any:
        return self.home.agreed(verb, tuple(roles))


def dialog(over: QWidget, kind: type[DialogT]) -> DialogT:
    """The one open dialog of a kind."""
    (found,) = dialogs(over, kind)
    return found


def dialogs(over: QWidget, kind: type[DialogT]) -> list[DialogT]:
    """Every open dialog of a kind."""
    return [one for one in over.findChildren(kind) if one.isVisible()]
