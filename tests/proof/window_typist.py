"""Somebody typing a new person into the real form over a real file; acknowledges each field when it is left."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from facility_app.app import outside
from facility_app.app.bootstrap import open_database
from facility_app.app.desk import Desk
from facility_app.app.paths import resources_folder
from facility_app.app.start import Entered, Password, enter
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.modules.access.queries import find_account
from facility_app.modules.access.service import AddUser, found_account
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists.memory import PassingMemory
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme
from tests.proof.vault_facility import ADMIN, CHEAP, PASSWORD, Place, found_with_pair, say

TYPIST = "tiepnhan"
WORDS = ("Nguyễn", "Văn", "Đức", "Tổ 5", "Phường", "Hồng Hà", "thợ xây", "quê ở", "gần chợ", "không rõ")
A_KEY_MS = 12


def begin(root: Path) -> None:
    """A facility with the account of the one who types."""
    with found_with_pair(root).open() as opened, opened.database.write(system_actor("proof")) as uow:
        found_account(uow, AddUser(TYPIST, (Role.INTAKE.value,), "mật khẩu của người nhập"))
        uow.commit()


def doors(place: Place) -> Entered:
    """The opened door of the administrator."""
    return enter(place.folder, Password(ADMIN, PASSWORD), place.state_dir, CHEAP)


def actor_of(database: Database) -> Actor:
    """The one who types."""
    with database.read(system_actor(outside.device_name())) as uow:
        account = find_account(uow, TYPIST)
    assert account is not None
    return Actor(account.user_id, account.roles, outside.device_name())


class Typist(QObject):
    """Types a letter every few milliseconds, field after field, and says which field was left with what.

    Signals:
        done: everything is typed.
    """

    done = Signal()

    def __init__(self, page: AddPersonPage) -> None:
        super().__init__(page)
        self._page = page
        self._steps = self._typing()
        self._timer = QTimer(self)
        self._timer.setInterval(A_KEY_MS)
        self._timer.timeout.connect(self._on_key)

    def begin(self) -> None:
        """The form may be typed into."""
        self._timer.start()

    def _typing(self) -> Iterator[None]:
        for place, name in enumerate(self._fields()):
            field = self._page.form.fields[name]
            text = WORDS[place % len(WORDS)]
            for end in range(1, len(text) + 1):
                field.set_typed(text[:end])
                field.edited.emit()
                yield
            field.settle()
            field.settled.emit()
            say(f"ACK {name}={field.typed()}")
            yield

    def _fields(self) -> list[str]:
        """Fields that take any words."""
        kinds = ("TextField", "NameField", "NoteField")
        return [name for name, field in self._page.form.fields.items() if type(field).__name__ in kinds]

    def _on_key(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.done.emit()


def type_all(root: str) -> None:
    """Open the form and type until everything is typed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    place = Place(Path(root))
    theme = Theme(resources_folder())
    with closing(open_database(place.folder, doors(place), place.state_dir)) as database:
        runner = Runner(Desk(database, actor_of(database)))
        context = PageContext(
            runner, actor_of(database), theme, outside.SystemClock(), _nowhere, _silent, PassingMemory(),
            RunnerDrafts(runner),
        )  # fmt: skip
        page = AddPersonPage(context)
        page.show()
        typist = Typist(page)
        typist.done.connect(app.quit)
        page.keeper.ready.connect(typist.begin)
        page.open(Route("residents.add"))
        say("READY")
        app.exec()
        runner.close()


def _nowhere(_route: Route) -> None:
    """The typist stays."""


def _silent(*_args: Any, **_named: Any) -> None:
    """Nobody listens."""
