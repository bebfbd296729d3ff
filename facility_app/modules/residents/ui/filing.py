"""From a file somebody chose to a sealed one: read and sealed on a working thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import Label, label
from facility_app.kernel.ports import SealedFile
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress, Workplace
from facility_app.ui.theme import Tone

CHOOSE = label("verbs", "Chọn")
LEAVE = label("ui", "Thôi")
FILE_NAME = label("ui", "Tên tệp:")
PICTURES = label("residents", "Ảnh (*.jpg *.jpeg *.png)")
SCANS = label("residents", "Ảnh và PDF (*.jpg *.jpeg *.png *.pdf)")
SEALING = label("residents", "Đang mã hóa tệp…")
LARGEST = 21 * 1024 * 1024
"""No more than this is read: the store refuses what is larger than it keeps."""


class FileTaker(QObject):
    """Asks for a file and seals it.

    Signals:
        sealed(SealedFile, str): it lies sealed; the name it had.
    """

    sealed = Signal(object, str)

    def __init__(self, context: PageContext, seal: Callable[[Any, bytes], SealedFile], parent: QWidget) -> None:
        """``seal`` is the query that keeps a content."""
        super().__init__(parent)
        self._context, self._seal, self._over = context, seal, parent

    def ask(self, title: Label, kinds: Label) -> None:
        """Let the user choose a file."""
        dialog = QFileDialog(self._over, tr(title))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # Qt's own: the system's would speak the system's language.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setNameFilter(tr(kinds))
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr(CHOOSE))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr(LEAVE))
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr(FILE_NAME))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: Path) -> None:
        """Seal the file at ``path``."""
        job = partial(_sealed, self._context.runner.workplace, self._seal, path)
        op = self._context.runner.job(self, job)
        op.success(partial(self._on_sealed, path.stem)).failure(self._on_failed).run()

    def _on_file_selected(self, name: str) -> None:
        self.take(Path(name))

    def _on_sealed(self, name: str, made: SealedFile) -> None:
        self.sealed.emit(made, name)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _sealed(
    workplace: Workplace, seal: Callable[[Any, bytes], SealedFile], path: Path, progress: Progress
) -> SealedFile:
    progress.tell(0, None, SEALING)
    try:
        with path.open("rb") as source:
            content = source.read(LARGEST)
    except OSError as error:
        raise EnvironmentFault(
            "file_unreadable",
            label("errors", "Không đọc được tệp {file}. Hãy xem tệp còn đó không, có đang mở ở nơi khác không."),
            file=path.name,
        ) from error
    with workplace.read() as uow:
        return seal(uow, content)
