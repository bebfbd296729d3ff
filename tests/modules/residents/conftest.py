"""A person at a desk with the screens of residents: a real file, real pictures, answers at once."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QWidget
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
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.probe import PROBE_KEY, migrated_file
from tests.helpers.slots import RecordedSlots
from tests.modules.residents.people import DUC, register

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


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
    """

    facility: Facility
    theme: Theme
    runner: InlineRunner
    actor: Actor
    show: Callable[[QWidget], None]
    went: list[Route] = field(default_factory=list)
    said: list[tuple[str, Tone]] = field(default_factory=list)
    called: list[str] = field(default_factory=list)

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


def founded_with_files(folder: Path, now: datetime | None = None) -> Iterator[Facility]:
    """A facility whose pictures and scans have a store."""
    slots = RecordedSlots()
    store = AttachmentStore(folder / "files", PROBE_KEY, os.urandom)
    file = migrated_file(folder, key_slots=slots, files=store)
    if now is not None:
        file.clock.at = now
    with closing(file.database()) as database:
        with database.write(Actor("system", frozenset(), DEVICE)) as uow:
            made = add_user(uow, AddUser("Quản Trị", ("ADMIN",), "mật khẩu dài")).user
            uow.commit()
        yield Facility(file, database, slots, Actor(made.user_id, made.roles, DEVICE))


@pytest.fixture
def screen(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Screen]:
    """A clerk, who is head too, at the screens."""
    shown: list[QWidget] = []

    def show(widget: QWidget) -> None:
        shown.append(widget)
        qtbot.addWidget(widget)
        widget.resize(1120, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    for facility in founded_with_files(tmp_path):
        actor = facility.actor(Role.CLERK, Role.HEAD)
        runner = InlineRunner(Desk(facility.database, actor))
        yield Screen(facility, theme, runner, actor, show)
        runner.close()
    shown.clear()
