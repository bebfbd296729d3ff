"""A file somebody chose from the disk: refused in words before anything is asked about it, else read whole."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.queries.contents import ChosenFile
from facility_app.ui.dialogs.files import ask_for_file, unreadable
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress, Workplace
from facility_app.ui.theme import Tone

PICTURES = label("residents", "Ảnh (*.jpg *.jpeg *.png)")
SCANS = label("residents", "Ảnh và PDF (*.jpg *.jpeg *.png *.pdf)")
READING = label("residents", "Đang đọc tệp…")
HEAD = 4096
"""Enough to know a file's kind by."""
LARGEST = 21 * 1024 * 1024
"""No more than this is read of a file that grows meanwhile; the verb refuses what is larger than is kept."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file read whole; nothing of it is kept yet.

    Attributes:
        content: what it holds.
        name: what it was called, without its ending.
        mark: tells this content from others; a draft about it is kept under that.
    """

    content: bytes = field(repr=False)
    name: str
    mark: str


class FileTaker(QObject):
    """Asks for a file and reads it on a working thread.

    Signals:
        taken(TakenFile): it can be kept, by the verb that follows.
    """

    taken = Signal(object)

    def __init__(self, context: PageContext, check: Callable[[Any, ChosenFile], None], parent: QWidget) -> None:
        """``check`` is the query that refuses what cannot be kept."""
        super().__init__(parent)
        self._context, self._check, self._over = context, check, parent

    def ask(self, title: Label, kinds: Label) -> None:
        """Let the user choose a file."""
        ask_for_file(self._over, title, kinds, self._on_file_selected)

    def take(self, path: Path) -> None:
        """Read the file at ``path``."""
        job = partial(_taken, self._context.runner.workplace, self._check, path)
        op = self._context.runner.job(self, job)
        op.success(self.taken.emit).failure(self._on_failed).run()

    def _on_file_selected(self, name: str) -> None:
        self.take(Path(name))

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _taken(
    workplace: Workplace, check: Callable[[Any, ChosenFile], None], path: Path, progress: Progress
) -> TakenFile:
    progress.tell(0, None, READING)
    try:
        with path.open("rb") as source:
            size, beginning = os.fstat(source.fileno()).st_size, source.read(HEAD)
            with workplace.read() as uow:
                check(uow, ChosenFile(size, beginning))
            content = beginning + source.read(LARGEST)
    except OSError as error:
        raise unreadable(path.name) from error
    return TakenFile(content, path.stem, hashlib.sha256(content).hexdigest()[:12])
