"""The upgrade of an older file at work: the command line's own, with its progress told to the window."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from facility_app.app.care import Upgraded
from facility_app.app.who import Password, RecoveryKey
from facility_app.app.window.door import Door
from facility_app.app.window.errand import Errands
from facility_app.app.window.upgrade import UpgradePage
from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.ui.i18n import refusal
from facility_app.ui.theme import Theme


class UpgradeDesk(QObject):
    """Runs the page.

    Signals:
        finished: the file is of today; go on with what was asked.
        left: somebody went back to the login.
    """

    finished = Signal()
    left = Signal()
    _backed_up = Signal(object)

    def __init__(
        self,
        theme: Theme,
        door: Door,
        errands: Errands,
        who: Password | RecoveryKey,
        parent: QObject | None = None,
    ) -> None:
        """Make the page for whoever was at the door."""
        super().__init__(parent)
        self._door, self._errands, self._who = door, errands, who
        self._stop = Event()
        self.page = UpgradePage(theme, door.folder.root, door.folder.database.stat().st_size)
        self.page.upgrade_asked.connect(self._on_upgrade_asked)
        self.page.stop_asked.connect(self._stop.set)
        self.page.enter_asked.connect(self.finished)
        self.page.left.connect(self.left)
        self._backed_up.connect(self.page.show_backup)

    def tell_fault(self, words: str) -> None:
        """The program itself broke on the way; the transaction took everything back."""
        self.page.show_failed(words)

    def _on_upgrade_asked(self) -> None:
        self._stop.clear()
        self.page.show_running()
        self._errands.run(self._upgrade, self._on_upgraded, self._on_refused)

    def _upgrade(self) -> Upgraded:
        return self._door.upgrade(self._who, self._on_backup_made)

    def _on_backup_made(self, backup: Path) -> None:
        """On the errand's thread: the last moment at which nothing was changed."""
        if self._stop.is_set():
            raise _stopped(backup)
        self._backed_up.emit(backup)

    def _on_upgraded(self, done: Upgraded) -> None:
        self.page.show_done(done.backup)

    def _on_refused(self, error: FacilityError) -> None:
        self.page.show_failed(refusal(error))


def _stopped(backup: Path) -> UserError:
    return UserError(
        "upgrade_stopped",
        label("errors", "Đã dừng theo yêu cầu, chưa nâng cấp gì. Bản sao lưu vừa làm được giữ lại: {backup}."),
        backup=backup,
    )
