"""The files of an import: the list that is chosen, the workbook with the marked faults that is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.intake.papers import write_result
from facility_app.modules.intake.queries.roster import RosterPreview
from facility_app.sheets.workbook import Book, open_book
from facility_app.ui.dialogs.files import EXCEL_FILES, SPREADSHEETS, ask_for_file, ask_where
from facility_app.ui.lists.import_page import marked_name
from facility_app.ui.tasks import Progress

CHOOSE = label("verbs", "Chọn tệp…")
RESULT = label("verbs", "Lưu danh sách lỗi (Excel)")


def ask_for_list(over: QWidget, take: Callable[[str], None]) -> None:
    """Ask which file the list is in."""
    ask_for_file(over, CHOOSE, SPREADSHEETS, take)


def ask_for_result(over: QWidget, list_name: str, write: Callable[[str], None]) -> None:
    """Ask where the workbook goes; one that is there is asked about by the dialog."""
    ask_where(over, RESULT, EXCEL_FILES, marked_name(list_name), write)


def read_list(path: Path, _progress: Progress) -> Book:
    """Open it, on a working thread."""
    return open_book(path)


def written_result(path: Path, preview: RosterPreview, _progress: Progress) -> Path:
    """Write it, on a working thread; where it is."""
    write_result(path, preview)
    return path
