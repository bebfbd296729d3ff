"""A slice's own paper on the screen: read on one thread, set on another, then looked at and printed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from facility_app.ui.printing.port import Printer
from facility_app.ui.printing.preview import PreviewDialog
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone


class SheetPress(Protocol):
    """What a slice's press must have: it sets an internal paper, and knows the printers."""

    @property
    def printer(self) -> Printer:
        """The printers."""
        ...

    @property
    def plain(self) -> Callable[[Any], bytes]:
        """An internal paper as PDF; it has a ``title``. Runs on working threads."""
        ...


@dataclass(frozen=True, slots=True)
class PlainPress:
    """All a slice's screens need to know that print nothing but internal papers.

    Attributes:
        plain: an internal paper as PDF; it has a ``title``. Runs on working threads.
        printer: the printers.
    """

    plain: Callable[[Any], bytes]
    printer: Printer


class Sheets:
    """Shows sheets over one page."""

    def __init__(self, context: PageContext, press: SheetPress, over: QWidget) -> None:
        """Over ``over``."""
        self._context, self._press, self._over = context, press, over

    def show(self, read: Callable[[Any], Any], file_name: str) -> None:
        """Read what it says, set it, and show it."""
        op = self._context.runner.query(self._over, read, topic="sheet")
        op.success(partial(self.show_paper, file_name)).failure(self._on_failed).run()

    def take(self, verb: Callable[[Any], Any], file_name: str) -> None:
        """The same of a paper whose print is a deed: ``verb`` writes it to the trail and answers the paper."""
        op = self._context.runner.command(self._over, verb)
        op.success(partial(self.show_paper, file_name)).failure(self._on_failed).run()

    def show_paper(self, file_name: str, paper: Any) -> None:
        """Set a paper that was read or taken, and show it."""
        self.set(partial(_set, self._press, paper), paper.title, file_name)

    def set(self, work: Callable[[Progress], bytes], title: str, file_name: str) -> None:
        """Set what has been read, and show it."""
        op = self._context.runner.job(self._over, work)
        op.success(partial(self._on_set, title, file_name)).failure(self._on_failed).run()

    def _on_set(self, title: str, file_name: str, pdf: bytes) -> None:
        PreviewDialog(
            self._context.runner,
            self._context.theme,
            self._press.printer,
            pdf,
            title,
            file_name=file_name,
            parent=self._over,
        ).open()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _set(press: SheetPress, paper: Any, _progress: Progress) -> bytes:
    return press.plain(paper)
