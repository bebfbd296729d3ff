"""Where there is no printer, or where paper is not wanted: the PDF as a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facility_app.kernel.labels import label
from facility_app.sheets.whole_file import write_whole
from facility_app.ui.i18n import tr

SAVE_PDF = label("verbs", "Lưu PDF…")
_HEAD = label("ui", "Lưu thành tệp PDF")
_FOLDER_HEAD = label("ui", "Chọn thư mục để lưu các tệp PDF")
_KIND = label("ui", "Tệp PDF (*.pdf)")
_NOT_IN_NAMES = dict.fromkeys(map(ord, '\\/:*?"<>|'), " ")


def save_dialog(file_name: str, parent: QWidget) -> QFileDialog:
    """Ask where to save; open it and hear ``fileSelected``."""
    dialog = QFileDialog(parent, tr(_HEAD), "", tr(_KIND))
    # The system's own dialog speaks the system's language, which need not be the user's.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(plain_name(file_name))
    return dialog


def folder_dialog(parent: QWidget) -> QFileDialog:
    """Ask for a folder; open it and hear ``fileSelected``."""
    dialog = QFileDialog(parent, tr(_FOLDER_HEAD))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return dialog


def plain_name(name: str) -> str:
    """``name`` as every system allows it for a file, with ``.pdf`` behind."""
    stem = " ".join(name.removesuffix(".pdf").translate(_NOT_IN_NAMES).split()).strip(". ")
    return f"{stem[:100] or 'in'}.pdf"


def write_pdf(pdf: bytes, path: Path) -> Path:
    """Write the file whole or not at all; on a working thread.

    Raises:
        UserError: ``not_a_file``.
        EnvironmentFault: ``disk_full``, ``file_not_written``.
    """

    def fill(made: Path) -> None:
        made.write_bytes(pdf)

    write_whole(path, fill)
    return path
