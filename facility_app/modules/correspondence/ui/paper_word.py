"""A paper as a file people go on writing in, where it is one of free text."""

from pathlib import Path
from typing import Any

from facility_app.documents.forms.spec import Kind
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.queries.paper import PaperDetail
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.printing import sheet_of
from facility_app.sheets.whole_file import write_whole
from facility_app.ui.tasks import Progress

NO_WORD = label("correspondence", "Loại văn bản này chỉ in theo mẫu, không sửa bằng Word.")
SAVED = label("correspondence", "Đã lưu tệp “{file}”.")
SAVED_WORD = label("correspondence", "Lưu thành tệp Word")
WORD_FILES = label("correspondence", "Tệp Word (*.docx)")
FREE_TEXT = frozenset({Kind.PLAN, Kind.MINUTES, Kind.PROPOSAL, Kind.PERSONAL, Kind.CONTRACT, Kind.SHEET})


def has_word(press: Press, detail: PaperDetail, _progress: Progress) -> bool:
    """Whether the paper is one of free text; on a working thread."""
    return press.forms().get(detail.form_id, detail.form_version).kind in FREE_TEXT


def write_word(press: Press, detail: PaperDetail, wall: Any, file: Path, _progress: Progress) -> Path:
    """Write the file people go on writing in; answers where it is."""
    sheet = sheet_of(press, detail, wall)
    content = press.word(sheet.form, sheet.payload, sheet.wall)

    def fill(made: Path) -> None:
        made.write_bytes(content)

    write_whole(file, fill)
    return file
