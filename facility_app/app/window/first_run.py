"""The first run at work: the wizard's wish becomes a facility, its key goes to paper, then the program opens."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from facility_app.app import release_shop
from facility_app.app.founding import Founded, Founding
from facility_app.app.outside import SystemClock
from facility_app.app.window.door import Door
from facility_app.app.window.errand import Errands
from facility_app.app.window.wizard import FirstRun, WizardPage, founding_fields
from facility_app.documents.payload import Footer
from facility_app.kernel.actor import Actor, system_actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.access.papers import RecoverySheet, recovery_paper
from facility_app.modules.catalogues.domain import HEAD_TITLES, UnitKind
from facility_app.ui.i18n import tr
from facility_app.ui.printing import PreviewDialog, QtPrinter
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme

SHEET = label("login", "Tờ khóa khôi phục")

T = TypeVar("T")


class FirstRunDesk(QObject):
    """Runs the wizard.

    Signals:
        finished(str, str): name and password of the first account; the key was typed back.
    """

    finished = Signal(str, str)

    def __init__(
        self, theme: Theme, page: WizardPage, door: Door, errands: Errands, parent: QObject | None = None
    ) -> None:
        """Listen to ``page``."""
        super().__init__(parent)
        self._door, self._errands = door, errands
        self._run: FirstRun | None = None
        self._theme = theme
        # Previews are painted by jobs; there is no facility to work at yet.
        self._runner = Runner(Nowhere(), self)
        self.page = page
        self.page.founding_asked.connect(self.found)
        self.page.print_asked.connect(self._on_print_asked)
        self.page.finished.connect(self._on_finished)
        errands.busy_changed.connect(self.page.set_busy)

    def found(self, run: FirstRun) -> None:
        """Found what the wizard was told."""
        self._run = run
        wish = Founding(**founding_fields(run))
        self._errands.run(lambda: self._door.found(wish), self._on_founded, self.page.refuse)

    def _on_founded(self, founded: Founded) -> None:
        self.page.show_key(founded.recovery_key)

    def _on_print_asked(self, key: str) -> None:
        run = self._run
        if run is not None:
            sheet = sheet_of(run, key, SystemClock().now())
            self._errands.run(lambda: recovery_pdf(sheet), self._on_rendered, self.page.refuse)

    def _on_rendered(self, pdf: bytes) -> None:
        dialog = PreviewDialog(
            self._runner,
            self._theme,
            QtPrinter(),
            pdf,
            tr(SHEET),
            file_name="khoa-khoi-phuc.pdf",
            parent=self.page,
        )
        dialog.open()

    def close(self) -> None:
        """End the jobs of the previews."""
        self._runner.close()

    def _on_finished(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            self.finished.emit(run.admin, run.password)


class Nowhere:
    """The workplace of a desk without a facility: jobs only."""

    @property
    def actor(self) -> Actor:
        """The program itself."""
        return system_actor("")

    def read(self) -> AbstractContextManager[Any]:
        """There is nothing to read."""
        raise NotImplementedError

    def write(self) -> AbstractContextManager[Any]:
        """There is nothing to write."""
        raise NotImplementedError

    def jot(self, work: Callable[[Any], T]) -> T:
        """There is nowhere to note anything."""
        raise NotImplementedError


def sheet_of(run: FirstRun, key: str, now: datetime) -> RecoverySheet:
    """What the sheet of a new facility says."""
    wish = run.facility
    title = str(HEAD_TITLES[UnitKind(wish.unit_kind)])
    return RecoverySheet(wish.name, wish.code, title, key, local_date(now), Footer(run.admin, now))


def recovery_pdf(sheet: RecoverySheet) -> bytes:
    """The sheet as it is printed."""
    return release_shop.plain(recovery_paper(sheet))
