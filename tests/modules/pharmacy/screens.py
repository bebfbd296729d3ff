"""Somebody at the screens of the pharmacy, what they type and what they read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.registry import papers
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.ui import entry
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Theme
from tests.helpers.screen import Screen
from tests.modules.pharmacy.store import PHARMACIST, Pharmacy
from tests.modules.pharmacy.test_papers import FORMS
from tests.ui.printing.papers import MemoryPrinter, pdf

PageT = TypeVar("PageT", bound=Page)
DialogT = TypeVar("DialogT", bound=QDialog)
PDF = pdf(1)


@dataclass
class Desk:
    """Somebody at the screens of the pharmacy; the second person agrees whenever they are asked."""

    pharmacy: Pharmacy
    theme: Theme
    qtbot: QtBot
    roles: tuple[Role, ...] = PHARMACIST

    def __post_init__(self) -> None:
        """Sit down."""
        self.printer = MemoryPrinter()
        self.screen = Screen(self.pharmacy.facility.database, self.pharmacy.actor(*self.roles), self.theme)
        press = Press(
            forms=lambda: FORMS,
            pdf=lambda _taken: PDF,
            plain=lambda _paper: PDF,
            printer=self.printer,
            agree=self._agree,
            papers=papers,
            taker=_no_scans,
            kinds=label("ui", "PDF (*.pdf)"),
        )
        self._made: Mapping[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press)}

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown."""
        context = replace(self.screen.context(), clock=self.pharmacy.facility.file.clock)
        made = self._made[page](context)
        assert isinstance(made, kind)
        self.qtbot.addWidget(made)
        made.resize(1106, 620)
        made.show()
        made.open(Route(page, record, args))
        context.runner.changed.connect(lambda change, _who: made.refresh(change))
        return made

    def said(self) -> str:
        """What was told last."""
        return self.screen.said[-1][0]

    def gone(self) -> Route:
        """Where they were led last."""
        return self.screen.gone[-1]

    def _agree(self, _uow: Any, verb: str, roles: frozenset[Role], _name: str, _password: str) -> Any:
        return self.pharmacy.agreed(verb, tuple(roles & {Role.NURSE, Role.HEAD}) or tuple(roles))


def _no_scans(_context: PageContext, _check: object, _over: QWidget) -> Any:
    raise AssertionError


def dialog(over: QWidget, kind: type[DialogT]) -> DialogT:
    """The dialog that stands over a widget."""
    (found,) = [one for one in over.findChildren(kind) if one.isVisible()]
    return found


def is_asked(over: QWidget, kind: type[QDialog]) -> bool:
    """Whether such a dialog stands over a widget."""
    return any(one.isVisible() for one in over.findChildren(kind))


def sign(over: QWidget) -> None:
    """The second person gives name and password."""
    asked = dialog(over, CountersignDialog)
    asked.name_edit.setText("hai")
    asked.password_edit.setText("mật khẩu")
    asked.sign_button.click()


def fill(over: QWidget, **values: object) -> FormDialog[Any]:
    """Type into the form that stands open and save it."""
    found = dialog(over, FormDialog)
    for name, value in values.items():
        found.form.fields[name].set_value(value)
    found.form.submit()
    return found


def write(page: Any, row: int, *cells: object) -> None:
    """A line of a sheet, cell by cell; texts are read as typed."""
    for column, value in enumerate(cells):
        if isinstance(value, str):
            page.sheet.model.set_texts({(row, column): value})
        elif value is not None:
            page.sheet.model.set_value((row, column), value)


def cells(card: ListCard) -> list[dict[str, str]]:
    """What a card shows."""
    found = [card.model.row_of(one) for one in card.model.ids]
    return [{one.key: one.text(row) for one in card.spec.columns} for row in found]


def rows(page: Any) -> list[dict[str, str]]:
    """What the list of a page shows."""
    model = page.panel.model
    found = [model.row_of(one) for one in model.ids]
    return [{one.key: one.text(row) for one in page.spec.columns} for row in found]
