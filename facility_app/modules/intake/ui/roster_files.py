"""The files of an import: the list that is chosen, the workbook with the marked faults that is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.intake.papers import write_result
from facility_app.modules.intake.queries.roster import RosterPreview
from facility_app.sheets.workbook import Book, open_book
from facility_app.ui.i18n import tr
from facility_app.ui.tasks import Progress

CHOOSE = label("verbs", "Chọn tệp…")
RESULT = label("verbs", "Ghi bảng lỗi")
FILES = label("intake", "Bảng tính (*.xlsx *.xls *.ods *.csv);;Mọi tệp (*)")
RESULT_FILES = label("intake", "Bảng tính Excel (*.xlsx)")
CHOOSE_VERB, LEAVE, FILE_NAME = label("ui", "Chọn"), label("ui", "Thôi"), label("ui", "Tên tệp:")


def ask_for_list(over: QWidget, take: Callable[[str], None]) -> None:
    """Ask which file the list is in."""
    dialog = QFileDialog(over, tr(CHOOSE))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    # Qt's own: the system's would speak the system's language.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter(tr(FILES))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr(CHOOSE_VERB))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr(LEAVE))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr(FILE_NAME))
    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_for_result(over: QWidget, list_name: str, write: Callable[[str], None]) -> None:
    """Ask where the workbook goes; one that is there is asked about by the dialog."""
    dialog = QFileDialog(over, tr(RESULT), "", tr(RESULT_FILES))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{Path(list_name).stem} - lỗi.xlsx")
    dialog.finished.connect(dialog.deleteLater)
    dialog.fileSelected.connect(write)
    dialog.open()


def read_list(path: Path, _progress: Progress) -> Book:
    """Open it, on a working thread."""
    return open_book(path)


def written_result(path: Path, preview: RosterPreview, _progress: Progress) -> Path:
    """Write it, on a working thread; where it is."""
    write_result(path, preview)
    return path
