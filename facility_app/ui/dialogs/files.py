"""Which file: asked by Qt's own dialog, for the system's would speak the system's language."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr

SPREADSHEETS: Final = label("ui", "Bảng tính (*.xlsx *.xls *.ods *.csv);;Mọi tệp (*)")
EXCEL_FILES: Final = label("ui", "Bảng tính Excel (*.xlsx)")
CHOOSE_VERB, SAVE_VERB = label("ui", "Chọn"), label("ui", "Lưu")
LEAVE, FILE_NAME = label("ui", "Thôi"), label("ui", "Tên tệp:")


def ask_for_file(over: QWidget, title: Label, kinds: Label, take: Callable[[str], None]) -> None:
    """Ask for a file that is there, and hand its path on."""
    dialog = _dialog(over, title, kinds, CHOOSE_VERB)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_where(over: QWidget, title: Label, kinds: Label, name: str, write: Callable[[str], None]) -> None:
    """Ask where a file goes, under ``name`` unless told; one that is there is asked about by the dialog."""
    dialog = _dialog(over, title, kinds, SAVE_VERB)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    # Set after the mode, which would put the system's words back.
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr(SAVE_VERB))
    dialog.selectFile(name)
    dialog.fileSelected.connect(write)
    dialog.open()


def unreadable(file: str) -> EnvironmentFault:
    """A file that was chosen and cannot be read."""
    return EnvironmentFault(
        "file_unreadable",
        label("errors", "Không đọc được tệp {file}. Hãy xem tệp còn đó không, có đang mở ở nơi khác không."),
        file=Path(file).name,
    )


def _dialog(over: QWidget, title: Label, kinds: Label, verb: Label) -> QFileDialog:
    dialog = QFileDialog(over, tr(title))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter(tr(kinds))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr(verb))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr(LEAVE))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr(FILE_NAME))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
