"""The window program from its first moment: login painted first, the rest of the program read meanwhile."""

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from facility_app.app.who import Password, RecoveryKey
from facility_app.app.window.dress import Tongue, dress, english
from facility_app.app.window.errand import Errands
from facility_app.app.window.faults import FaultNet
from facility_app.app.window.front import Front
from facility_app.app.window.heap import HeapKeeper, share_one_heap
from facility_app.db.folder import DataFolder
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.ui.enter_presses import EnterPresses
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.theme import Theme, Tone

if TYPE_CHECKING:
    from facility_app.app.window.first_run import FirstRunDesk
    from facility_app.app.window.session import Session
    from facility_app.app.window.upgrade_desk import UpgradeDesk
    from facility_app.app.window.wizard import FirstRun, WizardPage
    from facility_app.db.keyslots import KdfParams
    from facility_app.ui.shell.window import Shell

__all__ = ["Program", "dress", "english", "read_inside"]

# The rest of the program, by name: importing it costs SQLAlchemy, and the login is painted before.
INSIDE = "facility_app.app.window.inside"
FIRST_PAGE = "facility_app.app.window.first_page"
LATER = "facility_app.app.window.later"

NOT_YOURS = label(
    "login",
    "Sai mật khẩu. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại. Quên mật khẩu thì một quản trị "
    "viên khác cấp lại ở trang Tài khoản; không còn ai cấp lại được thì bấm “Đổi người dùng…”, rồi “Quên mật khẩu "
    "hoặc đổi máy”, và dùng khóa khôi phục.",
)


class Program(QObject):
    """Login or first run, then a session; a session after another.

    Signals:
        inside_read: the rest of the program is there.
    """

    inside_read = Signal()

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        folder: DataFolder,
        state_dir: Path,
        params: "KdfParams | None" = None,
        lang: str = "vi",
        parent: QObject | None = None,
    ) -> None:
        """Wire the front; ``begin`` shows it. ``params`` is less work for a key slot, for tests that make many."""
        super().__init__(parent)
        self._app, self._theme = app, theme
        self._folder, self._state_dir, self._params = folder, state_dir, params
        self.errands = Errands(self)
        # On a thread of its own: reading the program must not keep anybody from pressing Enter.
        self._reading = Errands(self)
        self._heap = HeapKeeper(self)
        self.net = FaultNet(folder.logs, self)
        self.net.told.connect(self._on_fault_told)
        self.session: Session | None = None
        self.first_run: FirstRunDesk | None = None
        self.wizard: WizardPage | None = None
        self.upgrade: UpgradeDesk | None = None
        self.is_inside_read = False
        self._is_switching = False
        self._is_opening = False
        self._tongue = Tongue(app, lang, self)
        self._enter_presses = EnterPresses(app, self)
        self.front = Front(theme, folder.root)
        self.login = self.front.login
        self.login.sign_in_asked.connect(self._on_sign_in_asked)
        self.login.change_asked.connect(self._on_change_asked)
        self.login.recovery_asked.connect(self._on_recovery_asked)
        self.login.return_asked.connect(self._on_return_asked)
        self.errands.busy_changed.connect(self._on_busy_changed)
        self.front.first_paint.painted.connect(self._begin_reading)

    def begin(self) -> None:
        """Show the login, or the first run where there is no facility yet; read the rest behind it."""
        if self._is_new():
            self.front.say_opening()
        self.front.begin()

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

    def _is_new(self) -> bool:
        """Whether there is no facility yet."""
        return not self._folder.database.exists() and not self._folder.keys.exists()

    def _begin_reading(self) -> None:
        share_one_heap()
        self._heap.begin()
        if self._is_new():
            # First what is seen, then what it needs when the steps are done.
            self._reading.run(read_first_page, self._on_first_page_read, self.login.refuse)
        self._reading.run(read_inside, self._on_inside_read, self.login.refuse)

    def _on_first_page_read(self, first_page: Any) -> None:
        page: WizardPage = first_page.wizard_page(self._theme)
        self.wizard = page
        page.founding_asked.connect(self._on_founding_asked)
        self.front.turn_to(page)
        page.begin()

    def _on_inside_read(self, inside: Any) -> None:
        self.is_inside_read = True
        self._reading.run(read_later, lambda _room: None, self.login.refuse)
        self.inside_read.emit()
        self._seat_first_run(inside)

    def _seat_first_run(self, inside: Any) -> None:
        """Put somebody behind the wizard."""
        if self.wizard is None or self.first_run is not None:
            return
        self.wizard.founding_asked.disconnect(self._on_founding_asked)
        desk: FirstRunDesk = inside.FirstRunDesk(self._theme, self.wizard, self._door(), self.errands, self)
        self.first_run = desk
        desk.finished.connect(self._on_founded)

    def _on_founding_asked(self, run: "FirstRun") -> None:
        # Quicker than the reading of the program: it waits for that once.
        self._seat_first_run(read_inside())
        if self.first_run is not None:
            self.first_run.found(run)

    def _on_founded(self, name: str, password: str) -> None:
        self.front.turn_back()
        self.login.name_edit.setText(name)
        self._sign_in(Password(name, password))

    def _door(self) -> Any:
        # Whoever is faster than the import waits for it here, on the errands' thread.
        inside = read_inside()
        if self._params is None:
            return inside.Door(self._folder, self._state_dir)
        return inside.Door(self._folder, self._state_dir, self._params)

    def _on_sign_in_asked(self, name: str, password: str) -> None:
        who = Password(name, password)
        if self._is_switching:
            self._switch(who)
        else:
            self._sign_in(who)

    def _sign_in(self, who: Password) -> None:
        self._open(lambda: self._door().sign_in(who), who.user_name, who)

    def _on_change_asked(self, name: str, password: str, new: str) -> None:
        who = Password(name, password)
        self._open(lambda: self._door().change_password(who, new), name, who)

    def _on_recovery_asked(self, key: str, name: str, new: str) -> None:
        who = RecoveryKey(key)
        self._open(lambda: self._door().recover(who, name, new), name, who)

    def _open(self, work: Callable[[], Any], name: str, who: Password | RecoveryKey) -> None:
        # A second Enter before the window stands would open the facility twice.
        if not self._is_opening:
            self._is_opening = True
            again = partial(self._open, work, name, who)
            self.errands.run(
                work,
                lambda opened: self._sit_down(opened, name),
                lambda error: self._on_refused(error, who, again),
            )

    def _on_refused(self, error: FacilityError, who: Password | RecoveryKey, again: Callable[[], None]) -> None:
        if self.upgrade is not None:
            self._leave_upgrade()
        self._give_up(error)
        if error.code == "schema_older":
            self._offer_upgrade(who, again)

    def _give_up(self, error: FacilityError) -> None:
        self._is_opening = False
        self.login.set_busy(False)
        self.login.refuse(error)
        self.net.note(error)

    def _offer_upgrade(self, who: Password | RecoveryKey, again: Callable[[], None]) -> None:
        """An older file: what will be done to it, and then what was asked."""
        self.login.hush()
        desk: UpgradeDesk = read_inside().UpgradeDesk(self._theme, self._door(), self.errands, who, self)
        self.upgrade = desk
        desk.finished.connect(again)
        desk.left.connect(self._leave_upgrade)
        self.front.turn_to(desk.page)
        desk.page.begin()

    def _leave_upgrade(self) -> None:
        desk, self.upgrade = self.upgrade, None
        if desk is not None:
            self.front.turn_back()
            desk.deleteLater()

    def _on_busy_changed(self, is_busy: bool) -> None:
        self.login.set_busy(is_busy or self._is_opening)

    def _sit_down(self, opened: Any, name: str) -> None:
        self._leave_former(opened)
        inside = read_inside()
        session: Session = inside.Session(
            self._app, self._theme, opened, inside.tidy_name(name), self._tongue.lang, self
        )
        self.session = session
        session.ready.connect(self._on_ready)
        session.unlock_asked.connect(self._on_unlock_asked)
        session.switch_asked.connect(self._on_switch_asked)
        session.language_asked.connect(self._on_language_asked)
        session.ended.connect(self._on_ended)
        session.runner.fault.connect(self.net.hear)
        session.runner.unfinished.connect(self.net.note)
        session.begin()

    def _on_ready(self, shell: "Shell") -> None:
        self._leave_upgrade()
        self.login.forget()
        self.login.show_way_back("")
        self._is_switching = self._is_opening = False
        self.login.set_busy(False)
        shell.resize(self.front.size())
        shell.show()
        self.front.put_away()

    def _on_unlock_asked(self, password: str) -> None:
        session = self.session
        if session is None or session.shell is None:
            return
        cover = session.shell.cover
        who = Password(session.user_name, password)
        self.errands.run(
            lambda: self._door().change_hands(session.opened, who),
            lambda found: self._on_unlocked(found, session.user_name),
            lambda error: cover.refuse(tr(NOT_YOURS) if error.code == "wrong_password" else refusal(error)),
        )

    def _on_unlocked(self, found: Any, name: str) -> None:
        session = self.session
        if session is None:
            return
        self._is_switching = False
        self.front.put_away()
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
        self.login.show_way_back(session.user_name)
        self.front.show()
        self.front.raise_()
        self.login.begin()

    def _on_return_asked(self) -> None:
        """Nobody else after all: back to the first person's window, which is still locked."""
        session = self.session
        if session is None or session.shell is None or self.errands.is_busy:
            return
        self._is_switching = False
        self.login.forget()
        self.login.show_way_back("")
        session.shell.raise_()
        session.shell.activateWindow()
        session.shell.cover.password_edit.setFocus()
        self.front.put_away()

    def _switch(self, who: Password) -> None:
        session = self.session
        if session is None:
            return
        self.errands.run(
            lambda: self._door().change_hands(session.opened, who),
            lambda opened: self._sit_down(opened, who.user_name),
            self._give_up,
        )

    def _on_language_asked(self, lang: str) -> None:
        """The second language over the first, or the first again; the window is built anew."""
        self._tongue.speak(lang)
        if self.session is not None:
            self.session.speak(lang)

    def _on_fault_told(self, words: str) -> None:
        shell = None if self.session is None else self.session.shell
        if shell is not None:
            shell.say(words, Tone.DANGER)
        elif self.upgrade is not None:
            self.upgrade.tell_fault(words)
        else:
            self.login.say(words)

    def _on_ended(self) -> None:
        if self.session is not None:
            self.session.opened.close()
            self.session = None
        self._app.quit()


def read_inside() -> Any:
    """The rest of the program, read on another thread; whoever comes meanwhile waits until it is there."""
    return importlib.import_module(INSIDE)


def read_first_page() -> Any:
    """The first run's page, read on another thread."""
    return importlib.import_module(FIRST_PAGE)


def read_later() -> Any:
    """What only few pages need, read on another thread when everything else is there."""
    return importlib.import_module(LATER)
