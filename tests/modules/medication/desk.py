"""Somebody at the desk of orders, rules, protocols and programmes: pages over a real ward, and what they ask."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, Final, TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.modules.access.domain import Countersign
from facility_app.modules.medication.service.agreeing import AskSecond
from facility_app.modules.medication.ui import desk, order_asking, person_tab
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Theme, Tone
from tests.documents.papers import printed
from tests.helpers.screen import Screen
from tests.modules.medication.ward import Ward
from tests.ui.printing.papers import MemoryPrinter

PageT = TypeVar("PageT", bound=Page)
DialogT = TypeVar("DialogT", bound=QDialog)
PDF: Final = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


class Desk:
    """Pages of one person who works here.

    Attributes:
        screen: what they are told, and where they were led.
        set: titles of papers that were set.
    """

    def __init__(self, ward: Ward, theme: Theme, qtbot: QtBot, who: str = "doctor") -> None:
        """Sit down."""
        self._ward, self._qtbot, self._who = ward, qtbot, who
        self.screen = Screen(ward.facility.database, ward.actor(who), theme)
        self.set: list[str] = []
        self._last: PlainPaper | None = None
        press = SimpleNamespace(plain=self._plain, printer=MemoryPrinter())
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in desk.pages(press)}
        (self._tab,) = desk.parts(press)
        self._kept: list[QWidget] = []

    def open(self, page_type: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page, shown."""
        made = self._made[page](self._context())
        assert isinstance(made, page_type)
        self._show(made)
        made.open(Route(page, record, args))
        return made

    def tab(self, resident_id: str) -> person_tab.MedicinePane:
        """The tab of a person, shown."""
        made = self._tab.make(self._context(), resident_id)
        assert isinstance(made, person_tab.MedicinePane)
        self._show(made)
        return made

    def said(self) -> tuple[str, Tone]:
        """What was told last."""
        return self.screen.said[-1]

    def words(self) -> str:
        """What stands on the paper that was set last."""
        assert self._last is not None
        return printed(self._last)

    def sign(self, over: QWidget) -> None:
        """The second person signs what is asked over a page; passwords are tested with the accounts."""
        dialog = asked(over, CountersignDialog)
        dialog.name_edit.setText("Người Thứ Hai")
        dialog.password_edit.setText("mật khẩu dài")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(order_asking, "agree", self._agree)
            dialog.sign_button.click()

    def _context(self) -> PageContext:
        """By the clock of the ward."""
        return replace(self.screen.context(), clock=self._ward.facility.file.clock)

    def _agree(self, _uow: object, command: AskSecond) -> Countersign:
        return self._ward.agreed(command.verb, self._who)

    def _show(self, widget: QWidget) -> None:
        self._qtbot.addWidget(widget)
        self._kept.append(widget)
        widget.resize(1130, 640)
        widget.show()

    def _plain(self, paper: PlainPaper) -> bytes:
        self.set.append(paper.title)
        self._last = paper
        return PDF


def asked(over: QWidget, kind: type[DialogT]) -> DialogT:
    """The dialog that stands over a widget."""
    (found,) = [one for one in over.findChildren(kind) if one.isVisible()]
    return found


def why_not(page: Page, action: str) -> str | None:
    """Why something cannot be done on a page now."""
    return _action(page, action).why_not()


def _action(page: Page, action: str) -> ActionSpec:
    return next(one for one in page.main_actions() if one.id == action)
