"""A register over its list: what the list is limited to is read as a paper, set, looked at, then printed."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain.numbers import Book
from facility_app.modules.correspondence.service.registers import (
    ExportRegister,
    PrintRegister,
    export_register,
    print_register,
)
from facility_app.modules.correspondence.ui.press import Press
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone

PRINT_REGISTER = label("verbs", "In sổ")
FILE_NAMES = {Book.OUT: "so-van-ban-di", Book.IN: "so-van-ban-den"}


class RegisterPrint:
    """Shows one register as it is printed."""

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        self._press, self._context, self._over = press, context, over

    def show(self, order: PrintRegister) -> None:
        """Read it, set it, show it."""
        op = self._context.runner.command(self._over, partial(_read, order))
        op.success(partial(self._on_read, order)).failure(self._on_failed).run()

    def _on_read(self, order: PrintRegister, paper: PlainPaper) -> None:
        op = self._context.runner.job(self._over, partial(_set, self._press, paper))
        op.success(partial(self._on_set, order, paper.title)).failure(self._on_failed).run()

    def _on_set(self, order: PrintRegister, title: str, pdf: bytes) -> None:
        runner, theme, name = self._context.runner, self._context.theme, FILE_NAMES[order.book]
        PreviewDialog(runner, theme, self._press.printer, pdf, title, file_name=name, parent=self._over).open()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def narrowing(panel: ListPanel) -> str:
    """What a list is narrowed by, for under the title; never what was searched for."""
    return " · ".join(chip.accessibleName() for chip in panel.filters.chips if chip.value())


def allow_export(uow: Any, list_id: str, columns: tuple[str, ...], count: int) -> object:
    """What the list asks before it leaves as a spreadsheet."""
    return export_register(uow, ExportRegister(list_id, columns, count))


def _read(order: PrintRegister, uow: Any) -> PlainPaper:
    return print_register(uow, order)


def _set(press: Press, paper: PlainPaper, _progress: Progress) -> bytes:
    return press.plain(paper)
