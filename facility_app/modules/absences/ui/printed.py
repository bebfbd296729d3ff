"""Papers of an absence on the screen; the alarm file is taken first: look and print are written down."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.modules.absences.service.packs import Pack, take_dossier, take_pack
from facility_app.modules.absences.ui.press import Press
from facility_app.ui.printing.sheets import Sheets as PlainSheets
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone


class Sheets:
    """Shows sheets and alarm files over one page."""

    def __init__(self, context: PageContext, press: Press, over: QWidget) -> None:
        """Over ``over``."""
        self._context, self._press, self._over = context, press, over
        self._sheets = PlainSheets(context, press, over)

    def show(self, read: Callable[[Any], PlainPaper], file_name: str) -> None:
        """Read what it says, set it, and show it."""
        self._sheets.show(read, file_name)

    def show_pack(self, case_id: str, file_name: str) -> None:
        """Take the alarm file, set it, and show it."""
        op = self._context.runner.command(self._over, partial(_take, self._press, case_id))
        op.success(partial(self._on_taken, file_name)).failure(self._on_failed).run()

    def show_dossier(self, case_id: str, file_name: str) -> None:
        """Take the dossier of a death, set it, and show it."""
        self._sheets.take(partial(_dossier, case_id), file_name)

    def _on_taken(self, file_name: str, pack: Pack) -> None:
        self._sheets.set(partial(_set_pack, self._press, pack), pack.sheet.title, file_name)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _take(press: Press, case_id: str, uow: Any) -> Pack:
    return take_pack(uow, case_id, press.forms())


def _dossier(case_id: str, uow: Any) -> PlainPaper:
    return take_dossier(uow, case_id)


def _set_pack(press: Press, pack: Pack, _progress: Progress) -> bytes:
    return press.pack(pack)
