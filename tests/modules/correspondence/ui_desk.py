"""Somebody at the screens of papers: a real file, real forms, a printer that remembers, answers at once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from facility_app.app.pages import PRESS
from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.ui.entry import pages
from facility_app.modules.correspondence.ui.press import Press, Sheet
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Theme
from tests.helpers.screen import Screen
from tests.modules.correspondence.papers import Office
from tests.ui.printing.papers import MemoryPrinter

W = TypeVar("W", bound=QObject)


@dataclass
class PaperDesk:
    """A window without a window, over the office of the test.

    Attributes:
        sheets: what was set on paper, in order.
        printer: what was handed to it.
    """

    office: Office
    theme: Theme
    show: Callable[[QWidget], None]
    roles: tuple[Role, ...] = (Role.HEAD, Role.CLERK)
    printer: MemoryPrinter = field(default_factory=MemoryPrinter)
    sheets: list[Sheet] = field(default_factory=list)
    screen: Screen = field(init=False)
    context: PageContext = field(init=False)
    press: Press = field(init=False)

    def __post_init__(self) -> None:
        """Sit down."""
        self.sit(*self.roles)

        def pdf(sheet: Sheet) -> bytes:
            self.sheets.append(sheet)
            return PRESS.pdf(sheet)

        self.press = replace(PRESS, pdf=pdf, printer=self.printer)

    def sit(self, *roles: Role) -> None:
        """Go on as somebody with these roles."""
        facility = self.office.facility
        self.screen = Screen(facility.database, facility.actor(*roles), self.theme)
        self.context = self.screen.context()

    def open(self, page: str, record: str = "", **args: str) -> Any:
        """A page, shown and open."""
        spec = next(one for one in pages(self.press) if one.id == page)
        made: Page = spec.make(self.context)
        self.show(made)
        self.context.runner.changed.connect(lambda change, _asked: made.refresh(change))
        made.open(Route(page, record, args))
        settle()
        return made

    def said(self) -> str:
        """All the user was told."""
        return "\n".join(text for text, _ in self.screen.said)


def settle() -> None:
    """Let what was added to a window be shown."""
    QCoreApplication.sendPostedEvents()


def one(kind: type[W], parent: QWidget) -> W:
    """The one of that kind that is open below ``parent``."""
    found = [each for each in parent.findChildren(kind) if not isinstance(each, QDialog) or each.isVisible()]
    assert len(found) == 1, found
    return found[0]
