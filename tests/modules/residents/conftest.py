"""A person at a desk with the screens of residents: a real file, real pictures, answers at once."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.desk import Desk
from facility_app.db.attachments import AttachmentStore
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.service.people import Registered
from facility_app.modules.residents.ui import entry
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists.memory import PassingMemory
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.facility import DEVICE, Facility, founded
from tests.helpers.fakes import CountingIds
from tests.helpers.probe import PROBE_KEY, VaultFile, migrated_file
from tests.helpers.slots import RecordedSlots
from tests.modules.residents.people import DUC, register, with_store

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def facility(tmp_path: Path) -> Iterator[Facility]:
    """A facility of the test's own, with a place for pictures and scans."""
    for one in founded(tmp_path):
        with_store(one, tmp_path)
        yield one


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """The look, loaded once."""
    return Theme(RESOURCES)


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    """The look, light and at 100 %; whatever a test makes of it is put back."""
    yield one_theme
    one_theme.set(dark=False, scale=1.0)


@dataclass
class Screen:
    """Somebody at work: where they went, what they were told, and pages that answer at once.

    Attributes:
        went: routes asked for.
        said: what was told, with its tone.
        called: names of records shown.
        undo: the way back last offered.
    """

    facility: Facility
    theme: Theme
    runner: InlineRunner
    actor: Actor
    show: Callable[[QWidget], None]
    went: list[Route] = field(default_factory=list)
    said: list[tuple[str, Tone]] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    @property
    def context(self) -> PageContext:
        """What pages work with."""
        return PageContext(
            self.runner,
            self.actor,
            self.theme,
            self.facility.file.clock,
            self.went.append,
            self._say,
            PassingMemory(),
            RunnerDrafts(self.runner, self.runner),
            self._called,
        )

    def open(self, page_id: str, record: str = "", **args: str) -> Page:
        """The page, shown and entered."""
        spec = next(one for one in entry.pages() if one.id == page_id)
        page = spec.make(self.context)
        self.show(page)
        page.open(Route(page_id, record, args))
        self.runner.changed.connect(lambda change, _who: page.refresh(change))
        return page

    def write(self, work: Callable[[UnitOfWork], Any]) -> Any:
        """A decision of this person, without a screen; other screens hear of nothing."""
        with self.facility.database.write(self.actor) as uow:
            answer = work(uow)
            uow.commit()
        return answer

    def read(self, ask: Callable[[UnitOfWork], Any]) -> Any:
        """What the file holds."""
        with self.facility.database.read(self.actor) as uow:
            return ask(uow)

    def person(self, facts: Person = DUC, **more: Any) -> Registered:
        """Somebody written down."""
        made: Registered = self.write(lambda uow: register(uow, facts, **more))
        return made

    def sign_in(self, *roles: Role) -> None:
        """The same account in other roles, at the same desk."""
        self.actor = self.facility.actor(*roles)
        self.runner = InlineRunner(Desk(self.facility.database, self.actor))

    def _say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        self.said.append((text, tone))
        self.undo = undo

    def _called(self, _route: Route, name: str) -> None:
        self.called.append(name)


def picture(color: Qt.GlobalColor = Qt.GlobalColor.darkCyan, width: int = 600, height: int = 800) -> bytes:
    """A JPEG with something on it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    painter = QPainter(image)
    painter.setBrush(Qt.GlobalColor.lightGray)
    painter.drawEllipse(width // 4, height // 6, width // 2, height // 2)
    painter.drawRoundedRect(width // 8, height * 2 // 3, width * 3 // 4, height // 2, 60, 60)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpg")).write(image)
    return bytes(buffer.data().data())


def found(folder: Path) -> Actor:
    """Make a file with one administrator in it."""
    with closing(migrated_file(folder, key_slots=RecordedSlots()).database()) as database:
        with database.write(Actor("system", frozenset(), DEVICE)) as uow:
            made = add_user(uow, AddUser("Quản Trị", ("ADMIN",), "mật khẩu dài")).user
            uow.commit()
        return Actor(made.user_id, made.roles, DEVICE)


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Actor]:
    """A facility made once; each test works at a copy."""
    folder = tmp_path_factory.mktemp("pattern")
    return folder, found(folder)


@contextmanager
def with_files(folder: Path, admin: Actor, now: datetime | None = None) -> Iterator[Facility]:
    """The facility in ``folder``, its pictures and scans with a store."""
    slots = RecordedSlots()
    store = AttachmentStore(folder / "files", PROBE_KEY, os.urandom)
    # Ids are counted: those of the pattern must not be given again.
    file = VaultFile(folder, files=store, ids=CountingIds(1000))
    if now is not None:
        file.clock.at = now
    with closing(file.database()) as database:
        yield Facility(file, database, slots, admin)


@pytest.fixture
def screen(tmp_path: Path, pattern: tuple[Path, Actor], theme: Theme, qtbot: QtBot) -> Iterator[Screen]:
    """A clerk, who is head too, at the screens."""
    shown: list[QWidget] = []

    def show(widget: QWidget) -> None:
        shown.append(widget)
        qtbot.addWidget(widget)
        widget.resize(1120, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    folder = tmp_path / "facility"
    shutil.copytree(pattern[0], folder)
    with with_files(folder, pattern[1]) as facility:
        actor = facility.actor(Role.CLERK, Role.HEAD)
        runner = InlineRunner(Desk(facility.database, actor))
        yield Screen(facility, theme, runner, actor, show)
        # A form left open keeps its draft when it loses the keyboard: that must not fall into the next test.
        for widget in shown:
            for dialog in (*widget.findChildren(QDialog), widget):
                dialog.hide()
        runner.close()
    shown.clear()
