"""Somebody at the screens: a real file with a facility's profile, pages that answer at once, and what was said."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.desk import Desk
from facility_app.app.pages import PAGES
from facility_app.app.registry import MODULES
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.ui.actions import why_not
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists import PassingMemory
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.begun import begun_file
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.slots import RecordedSlots

DialogT = TypeVar("DialogT", bound=QDialog)
T = TypeVar("T")
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
MORNING = datetime(2026, 11, 21, 1, 48, tzinfo=UTC)
"""Saturday, 21/11/2026, 08:48 here."""


def furnished(folder: Path, at: datetime = MORNING) -> Iterator[Facility]:
    """A facility with every slice, its profile and one account; closed at the end."""
    slots = RecordedSlots()
    file, admin = begun_file(folder, _profile_and_account, key_slots=slots, modules=MODULES, at=at)
    with closing(file.database()) as database:
        yield Facility(file, database, slots, admin)


def _profile_and_account(database: Database) -> Actor:
    with database.write(system_actor(DEVICE)) as uow:
        create_facility(uow, CreateFacility("G01.28.12", "Cơ sở cai nghiện số 1", "01", UnitKind.PUBLIC))
        made = add_user(uow, AddUser("Quản Trị", ("ADMIN",), "mật khẩu dài")).user
        uow.commit()
    return Actor(made.user_id, made.roles, DEVICE)


@dataclass
class Screens:
    """One person at the screens.

    Attributes:
        said: what they were told, with its tone.
        went: the places they were led to.
        undo: the way back last offered.
    """

    facility: Facility
    actor: Actor
    theme: Theme
    qtbot: QtBot
    said: list[tuple[str, Tone]] = field(default_factory=list)
    went: list[Route] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    def __post_init__(self) -> None:
        """Sit down."""
        self.runner = InlineRunner(Desk(self.facility.database, self.actor))
        self.context = PageContext(
            self.runner,
            self.actor,
            self.theme,
            self.facility.file.clock,
            self.went.append,
            self._say,
            PassingMemory(),
            RunnerDrafts(self.runner, self.runner),
        )

    def open(self, page_id: str, record: str = "", **args: str) -> Any:
        """The page, shown and entered; it hears of every commit of this desk."""
        spec = next(one for one in PAGES if one.id == page_id)
        assert spec.is_open_to(self.actor)
        page = spec.make(self.context)
        self.qtbot.addWidget(page)
        page.resize(1106, 620)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        page.open(Route(page_id, record, args))
        page.first_focus().setFocus()
        self.runner.changed.connect(lambda change, _who: page.refresh(change))
        return page

    def write(self, work: Callable[[UnitOfWork], T], *roles: Role) -> T:
        """A decision at another desk, of whoever may: screens here hear of nothing."""
        actor = self.facility.actor(*roles) if roles else system_actor(DEVICE)
        with self.facility.database.write(actor) as uow:
            answer = work(uow)
            uow.commit()
        return answer

    def read(self, ask: Callable[[UnitOfWork], T]) -> T:
        """What the file holds."""
        with self.facility.database.read(self.actor) as uow:
            return ask(uow)

    def dialog(self, page: QWidget, kind: type[DialogT]) -> DialogT:
        """The one open dialog of that kind."""
        (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
        return found

    def refusal(self, page: Page, action_id: str) -> str | None:
        """Why an action of the page cannot be done, in the words of its “?”."""
        (found,) = [one for one in page.main_actions() if one.id == action_id]
        return self.why(found)

    def why(self, action: ActionSpec) -> str | None:
        """Why an action cannot be done."""
        return why_not(action, self.actor)

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key."""
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    def leave(self) -> None:
        """Stand up."""
        self.runner.close()

    def _say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        self.said.append((text, tone))
        self.undo = undo


@dataclass
class House:
    """One facility, and everybody who sat down at its screens."""

    facility: Facility
    theme: Theme
    qtbot: QtBot
    seats: list[Screens] = field(default_factory=list)

    def sit_down(self, *roles: Role) -> Screens:
        """Somebody in these roles."""
        self.seats.append(Screens(self.facility, self.facility.actor(*roles), self.theme, self.qtbot))
        return self.seats[-1]

    def close(self) -> None:
        """Everybody stands up."""
        for seat in self.seats:
            seat.leave()


def fill(dialog: Any, **typed: str) -> None:
    """Type into the fields of a form's dialog."""
    for name, text in typed.items():
        dialog.form.fields[name].set_typed(text)


def texts(table: Any, column: str) -> list[str]:
    """What one column of a table says, from top to bottom."""
    model = table.model()
    keys = [one.key for one in model.columns]
    return [model.data(model.index(number, keys.index(column))) for number in range(model.rowCount())]


def cut(table: Any, *columns: str) -> list[str]:
    """What does not fit into these columns as they are."""
    model, keys = table.model(), [one.key for one in table.model().columns]
    cells = [model.index(number, keys.index(column)) for number in range(model.rowCount()) for column in columns]
    wanted = table.itemDelegate().sizeHint
    return [
        model.data(cell)
        for cell in cells
        if wanted(QStyleOptionViewItem(), cell).width() > table.columnWidth(cell.column())
    ]


def is_wider_than_page(table: Any) -> bool:
    """Whether one must scroll sideways at 1366 × 768."""
    return bool(table.horizontalHeader().length() > table.viewport().width())


def tones(table: Any, column: str) -> list[Tone | None]:
    """The tones of one column's chips."""
    model = table.model()
    (spec,) = [one for one in model.columns if one.key == column]
    return [spec.tone(model.row(number)) for number in range(model.rowCount())]
