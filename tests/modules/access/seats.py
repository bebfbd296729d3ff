"""Somebody sitting at the screens of accounts: a real file, answers at once, what was said written down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.desk import Desk
from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Actor
from facility_app.modules.access.domain import ENTER
from facility_app.modules.access.ui.entry import pages
from facility_app.modules.access.ui.house import House, People
from facility_app.ui.actions import why_not
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.forms.picker import Choice
from facility_app.ui.lists import PassingMemory
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.facility import Facility

DialogT = TypeVar("DialogT", bound=QDialog)
ANH = Choice("a" * 32, "Nông Văn A", "26-0412")


def _lookup(_uow: Any, _typed: str) -> Sequence[Choice]:
    return (ANH,)


def _find(_uow: Any, resident_id: str) -> Choice | None:
    return ANH if resident_id == ANH.id else None


def _every(uow: Any, resident_ids: Sequence[str]) -> Sequence[Choice]:
    return [found for one in resident_ids if (found := _find(uow, one)) is not None]


def _members(_uow: Any, user_ids: Sequence[str]) -> dict[str, str]:
    return {one: f"Cán bộ {one[:4]}" for one in user_ids}


HOUSE = House(MODULES, People(ENTER, _lookup, _find, _every), _members)


@dataclass
class Seat:
    """One person at the screens.

    Attributes:
        said: what they were told, with its tone.
    """

    facility: Facility
    actor: Actor
    theme: Theme
    qtbot: QtBot
    said: list[tuple[str, Tone]] = field(default_factory=list)
    gone: list[Route] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sit down."""
        self.runner = InlineRunner(Desk(self.facility.database, self.actor))
        self.drafts = RunnerDrafts(self.runner, self.runner)
        clock = self.facility.file.clock
        self.context = PageContext(
            self.runner, self.actor, self.theme, clock, self.gone.append, self._say, PassingMemory(), self.drafts
        )

    def open(self, page_id: str, record: str = "") -> Any:
        """The page, shown and entered; it hears of every commit."""
        spec = next(one for one in pages(HOUSE) if one.id == page_id)
        assert spec.is_open_to(self.actor)
        page = spec.make(self.context)
        self.show(page)
        page.open(Route(page_id, record))
        self.runner.changed.connect(lambda change, _who: page.refresh(change))
        return page

    def show(self, widget: QWidget) -> None:
        """Put it on the screen."""
        self.qtbot.addWidget(widget)
        widget.resize(1120, 640)
        widget.show()

    def _say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        assert undo is None, "what is decided here is taken back by another decision"
        self.said.append((text, tone))


def action(page: Page, action_id: str) -> ActionSpec:
    """What can be done on the page under that name."""
    return next(one for one in page.main_actions() if one.id == action_id)


def reason(page: Page, action_id: str) -> str | None:
    """Why it cannot be done now; None when it can."""
    return why_not(action(page, action_id), page.context.actor)


def choose(page: ListPage, **facts: object) -> None:
    """Select the row whose attributes are these."""
    rows = (page.panel.model.row_of(one) for one in page.panel.model.ids)
    for row in rows:
        inner = getattr(row, "grant", None) or getattr(row, "glass", None) or row
        if all(getattr(inner, name) == value for name, value in facts.items()):
            page.panel.table.select_ids((page.spec.row_id(row),))
            return
    raise AssertionError(facts)


def asked(parent: QObject, kind: type[DialogT]) -> DialogT:
    """The dialog that stands open."""
    [found] = [one for one in parent.findChildren(kind) if one.isVisible()]
    return found


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key."""
    QTest.keyClick(widget, key, modifier)


def texts(page: QWidget) -> str:
    """Everything that can be read on the page."""
    QCoreApplication.sendPostedEvents()
    labels = (one for one in page.findChildren(QWidget) if hasattr(one, "text") and one.isVisibleTo(page))
    return "\n".join(str(one.text()) for one in labels)
