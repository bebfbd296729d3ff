"""Somebody typing a new person into the real form over a real file; acknowledges each field when it is left.

Run as ``python -m tests.proof.window_typist ROOT``.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from facility_app.app import outside
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.desk import Desk
from facility_app.app.paths import resources_folder
from facility_app.app.start import Entered, Password, enter
from facility_app.db.database import Database
from facility_app.db.folder import DataFolder
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.modules.access.queries import find_account
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists.memory import PassingMemory
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme
from tests.helpers.desk import CHEAP

TYPIST = next(user.name for user in USERS if user.role is Role.INTAKE)
WORDS = ("Nguyễn", "Văn", "Đức", "Tổ 5", "Phường", "Hồng Hà", "thợ xây", "quê ở", "gần chợ", "không rõ")
A_KEY_MS = 12


def facility(root: Path) -> tuple[DataFolder, Path]:
    """The data folder and the state folder of a demo below ``root``."""
    return DataFolder(root / "data"), root / "state"


def doors(root: Path) -> Entered:
    """The opened door of the administrator."""
    folder, state = facility(root)
    return enter(folder, Password(USERS[0].name, PASSWORD), state, CHEAP)


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
            sys.stdout.write(f"ACK {name}={field.typed()}\n")
            sys.stdout.flush()
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


def main(root: Path) -> None:
    """Open the form and type until the end of this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    folder, state = facility(root)
    theme = Theme(resources_folder())
    with closing(open_database(folder, doors(root), state)) as database:
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
        sys.stdout.write("READY\n")
        sys.stdout.flush()
        app.exec()
        runner.close()


def _nowhere(_route: Route) -> None:
    """The typist stays."""


def _silent(*_args: Any, **_named: Any) -> None:
    """Nobody listens."""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
