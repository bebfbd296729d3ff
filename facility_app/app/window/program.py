"""The window program from its first moment: login painted first, the rest of the program read meanwhile."""

import gc
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.app.start import Password, RecoveryKey
from facility_app.app.window.errand import Errands
from facility_app.app.window.faults import FaultNet
from facility_app.app.window.login import LoginPage
from facility_app.app.words import read_catalogue
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.kernel.names import tidy_name
from facility_app.ui.i18n import WordsTranslator, refusal, tr, vietnamese_locale
from facility_app.ui.theme import Theme, Tone

if TYPE_CHECKING:
    from facility_app.app.window.first_run import FirstRunDesk
    from facility_app.app.window.session import Session
    from facility_app.ui.shell.window import Shell

# The rest of the program, by name: importing it costs SQLAlchemy, and the login is painted before.
INSIDE = ("facility_app.app.window.door", "facility_app.app.window.session", "facility_app.app.window.first_run")
FRONT_SIZE = (1100, 720)


class Program(QObject):
    """Login or first run, then a session; a session after another."""

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        folder: DataFolder,
        state_dir: Path,
        params: KdfParams = DEFAULT_KDF,
        lang: str = "vi",
        parent: QObject | None = None,
    ) -> None:
        """Wire the front; ``begin`` shows it."""
        super().__init__(parent)
        self._app, self._theme = app, theme
        self._folder, self._state_dir, self._params, self._lang = folder, state_dir, params, lang
        self.errands = Errands(self)
        # On a thread of its own: reading the program must not keep anybody from pressing Enter.
        self._reading = Errands(self)
        self.net = FaultNet(folder.logs, self)
        self.net.told.connect(self._on_fault_told)
        self.session: Session | None = None
        self._inside: list[Any] = []
        self._is_switching = False
        self._is_opening = False
        self._english: WordsTranslator | None = None
        if lang == "en":
            self._english = WordsTranslator(english(), app)
            app.installTranslator(self._english)
        self.first_run: FirstRunDesk | None = None
        self.front = QMainWindow()
        self.front.setWindowTitle(tr(label("login", "Quản lý cơ sở cai nghiện")))
        self.front.resize(*FRONT_SIZE)
        self._stack = QStackedWidget(self.front)
        self._stack.setProperty("kind", "page")
        self.front.setCentralWidget(self._stack)
        self.login = LoginPage(theme, self.front)
        self._stack.addWidget(self.login)
        self.login.sign_in_asked.connect(self._on_sign_in_asked)
        self.login.change_asked.connect(self._on_change_asked)
        self.login.recovery_asked.connect(self._on_recovery_asked)
        self.errands.busy_changed.connect(self._on_busy_changed)

    def begin(self) -> None:
        """Show the login, or the first run where there is no facility yet; read the rest behind it."""
        self.login.greet(str(self._folder.root))
        self.front.show()
        self.login.begin()
        # After the first painting, not before it.
        QTimer.singleShot(0, self._read_inside)

    def close(self) -> None:
        """End everything that was begun."""
        if self.session is not None:
            self.session.leave()
            self.session.opened.close()
            self.session = None
        if self.first_run is not None:
            self.first_run.close()
        self.errands.close()
        self._reading.close()

    def _read_inside(self) -> None:
        is_new = not self._folder.database.exists() and not self._folder.keys.exists()
        after = self._begin_first_run if is_new else self._on_inside_read
        self._reading.run(_imported, after, self.login.refuse)

    def _on_inside_read(self, modules: list[Any]) -> None:
        self._inside = modules

    def _begin_first_run(self, modules: list[Any]) -> None:
        self._inside = modules
        desk: FirstRunDesk = modules[2].FirstRunDesk(self._theme, self._door(), self.errands, self)
        self.first_run = desk
        self._stack.addWidget(desk.page)
        self._stack.setCurrentWidget(desk.page)
        desk.finished.connect(self._on_founded)

    def _on_founded(self, name: str, password: str) -> None:
        self._stack.setCurrentWidget(self.login)
        self.login.name_edit.setText(name)
        self._open(lambda: self._door().sign_in(Password(name, password)), name)

    def _door(self) -> Any:
        # Whoever is faster than the import waits for it here, on the errands' thread.
        door = self._inside[0] if self._inside else importlib.import_module(INSIDE[0])
        return door.Door(self._folder, self._state_dir, self._params)

    def _on_sign_in_asked(self, name: str, password: str) -> None:
        if self._is_switching:
            self._switch(Password(name, password))
            return
        self._open(lambda: self._door().sign_in(Password(name, password)), name)

    def _on_change_asked(self, name: str, password: str, new: str) -> None:
        self._open(lambda: self._door().change_password(Password(name, password), new), name)

    def _on_recovery_asked(self, key: str, name: str, new: str) -> None:
        self._open(lambda: self._door().recover(RecoveryKey(key), name, new), name)

    def _open(self, work: Callable[[], Any], name: str) -> None:
        # A second Enter before the window stands would open the facility twice.
        if not self._is_opening:
            self._is_opening = True
            self.errands.run(work, lambda opened: self._sit_down(opened, name), self._on_refused)

    def _on_refused(self, error: FacilityError) -> None:
        self._is_opening = False
        self.login.set_busy(False)
        self.login.refuse(error)

    def _on_busy_changed(self, is_busy: bool) -> None:
        self.login.set_busy(is_busy or self._is_opening)

    def _sit_down(self, opened: Any, name: str) -> None:
        self._leave_former(opened)
        module = self._inside[1] if self._inside else importlib.import_module(INSIDE[1])
        session: Session = module.Session(self._app, self._theme, opened, tidy_name(name), self._lang, self)
        self.session = session
        session.ready.connect(self._on_ready)
        session.unlock_asked.connect(self._on_unlock_asked)
        session.switch_asked.connect(self._on_switch_asked)
        session.language_asked.connect(self._on_language_asked)
        session.ended.connect(self._on_ended)
        session.runner.fault.connect(self.net.hear)
        session.begin()

    def _on_ready(self, shell: "Shell") -> None:
        self.login.forget()
        self._is_switching = self._is_opening = False
        self.login.set_busy(False)
        shell.resize(self.front.size())
        shell.show()
        self.front.hide()

    def _on_unlock_asked(self, password: str) -> None:
        session = self.session
        if session is None or session.shell is None:
            return
        cover = session.shell.cover
        who = Password(session.user_name, password)
        self.errands.run(
            lambda: self._door().change_hands(session.opened, who),
            lambda found: self._on_unlocked(found, session.user_name),
            lambda error: cover.refuse(refusal(error)),
        )

    def _on_unlocked(self, found: Any, name: str) -> None:
        session = self.session
        if session is None:
            return
        self._is_switching = False
        self.front.hide()
        if found.actor == session.opened.actor:
            session.unlocked()
        else:
            # The account was given other roles meanwhile: a window of its own.
            self._sit_down(found, name)

    def _leave_former(self, opened: Any) -> None:
        """Whoever sat here before leaves; their file stays open when it is the same."""
        former, self.session = self.session, None
        if former is not None:
            former.leave()
            if former.opened.database is not opened.database:
                former.opened.close()
            former.deleteLater()

    def _on_switch_asked(self) -> None:
        """Somebody else types name and password; until it is right the first person's window waits, locked."""
        session = self.session
        if session is None or session.shell is None:
            return
        session.lock()
        self._is_switching = True
        self.login.forget()
        self.login.name_edit.clear()
        self.front.show()
        self.front.raise_()
        self.login.begin()

    def _switch(self, who: Password) -> None:
        session = self.session
        if session is None:
            return
        self.errands.run(
            lambda: self._door().change_hands(session.opened, who),
            lambda opened: self._sit_down(opened, who.user_name),
            self._on_refused,
        )

    def _on_language_asked(self, lang: str) -> None:
        """The second language over the first, or the first again; the window is built anew."""
        if self._english is not None:
            self._app.removeTranslator(self._english)
            self._english = None
        if lang == "en":
            self._english = WordsTranslator(english(), self._app)
            self._app.installTranslator(self._english)
        self._lang = lang
        if self.session is not None:
            self.session.speak(lang)

    def _on_fault_told(self, words: str) -> None:
        shell = None if self.session is None else self.session.shell
        if shell is None:
            self.login.say(words)
        else:
            shell.say(words, Tone.DANGER)

    def _on_ended(self) -> None:
        if self.session is not None:
            self.session.opened.close()
            self.session = None
        self._app.quit()


def _imported() -> list[Any]:
    """The rest of the program, read on another thread."""
    return [importlib.import_module(name) for name in INSIDE]


def english() -> dict[tuple[str, str], str]:
    """Every text of the screens in English: the program's own and those of the shipped lists."""
    resources = resources_folder()
    # By name: the rules of the lists are not needed for a login in Vietnamese.
    catalogues = importlib.import_module("facility_app.modules.catalogues.domain")
    lists: dict[tuple[str, str], str] = catalogues.english_of_lists(ResourceShelf(resources / "catalogues"))
    return {**lists, **read_catalogue(resources / "i18n" / "facility_en.ts")}


def dress(app: QApplication) -> Theme:
    """Letters, colours, Vietnamese buttons."""
    resources = resources_folder()
    QLocale.setDefault(vietnamese_locale())
    app.installTranslator(WordsTranslator(read_catalogue(resources / "i18n" / "qtbase_vi.ts"), app))
    theme = Theme(resources, app)
    theme.apply(app)
    return theme


def open_window(folder: DataFolder, state_dir: Path, lang: str = "vi") -> int:
    """Run the window until it is closed; the exit code."""
    # A collection on another thread would destroy widgets there; the runner collects on this one.
    gc.disable()
    app = QApplication([])
    app.setApplicationName("facility_app")
    app.setQuitOnLastWindowClosed(False)
    program = Program(app, dress(app), folder, state_dir, lang=lang)
    app.lastWindowClosed.connect(app.quit)
    program.net.spread()
    program.begin()
    code = app.exec()
    program.close()
    program.net.take_away()
    return code
