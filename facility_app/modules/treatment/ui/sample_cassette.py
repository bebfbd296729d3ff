"""The picture of a cassette: taken in from the disk, looked at as large as the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.queries.drug_tests import check_cassette
from facility_app.modules.treatment.service.sample_keeping import AttachCassette, attach_cassette, open_cassette
from facility_app.ui.dialogs.taking import MakeTaker
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone

CHOOSE = label("treatment", "Chọn ảnh khay thử")
TITLE = label("treatment", "Ảnh khay thử")
NOT_SHOWN = label("treatment", "Ảnh này không đọc được. Hãy khôi phục từ bản sao lưu có nó.")
KIND: Final = "image/jpeg"
"""Whatever picture it is, it is read as one."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What these screens must be told of files.

    Attributes:
        taker: ``(context, check, over)`` → asks for a picture; ``check(uow, chosen)`` refuses what cannot be kept.
        read: content and media type → a picture made small, on a working thread.
        viewer: the window that shows it; None for a picture nobody can read.
        kinds: the files that can be taken, as a dialog names them.
    """

    taker: MakeTaker
    read: Callable[[bytes, str], Any]
    viewer: Callable[[PageContext, str, Any, QWidget], QDialog | None]
    kinds: Label


class Cassette(QObject):
    """Takes the picture of a test in, and shows it.

    Signals:
        kept(str): it was kept; the test's id.
    """

    kept = Signal(str)

    def __init__(self, pictures: Pictures, context: PageContext, over: QWidget) -> None:
        """Work for the page ``over``."""
        super().__init__(over)
        self._pictures, self._context, self._over = pictures, context, over
        self._wanted = ("", 0)
        self._taker: Any = None

    def attach(self, test_id: str, version: int) -> None:
        """Ask for the picture."""
        if self._taker is None:
            self._taker = self._pictures.taker(self._context, _check, self._over)
            self._taker.taken.connect(self._on_taken)
        self._wanted = (test_id, version)
        self._taker.ask(CHOOSE, self._pictures.kinds)

    def look(self, test_id: str) -> None:
        """Show the picture; that it was opened is written down."""
        op = self._context.runner.command(self._over, partial(_open, test_id))
        op.success(self._on_opened).failure(self._on_failed).run()

    def _on_taken(self, file: Any) -> None:
        command = AttachCassette(*self._wanted, file.content)
        op = self._context.runner.command(self._over, partial(_attach, command))
        op.success(self.kept.emit).failure(self._on_failed).run()

    def _on_opened(self, content: bytes) -> None:
        op = self._context.runner.job(self._over, partial(_made_small, self._pictures, content))
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, picture: Any) -> None:
        viewer = self._pictures.viewer(self._context, tr(TITLE), picture, self._over)
        if viewer is None:
            self._context.say(tr(NOT_SHOWN), Tone.DANGER)
        else:
            viewer.open()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _check(uow: Any, chosen: Any) -> None:
    check_cassette(uow, chosen.size_bytes, chosen.beginning)


def _attach(command: AttachCassette, uow: Any) -> str:
    attach_cassette(uow, command)
    return command.test_id


def _open(test_id: str, uow: Any) -> bytes:
    return open_cassette(uow, test_id)


def _made_small(pictures: Pictures, content: bytes, _progress: Progress) -> Any:
    return pictures.read(content, KIND)
