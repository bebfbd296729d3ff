"""Many papers in one go: each is written down as printed, set with its own marks, and fails alone."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.documents.forms.spec import Wall
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.queries.issued import IssuedRow, list_issued_rows
from facility_app.modules.correspondence.queries.paper import PaperDetail, get_paper
from facility_app.modules.correspondence.service.looks import open_paper
from facility_app.modules.correspondence.service.prints import RecordPrint, record_print
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.printing import SAVED_PDF, sheet_of, walls_of
from facility_app.ui.i18n import shown, tr
from facility_app.ui.printing import BatchDialog, BatchItem, PrintOrder
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("correspondence", "In {count} văn bản")
LINE = label("correspondence", "{number} {title}")
NOTHING_OPEN = label(
    "errors", "Văn bản này chỉ có phần y tế. Hãy mở riêng văn bản để in, bằng tài khoản được đọc phần y tế."
)


def print_papers(press: Press, context: PageContext, ids: Sequence[str], over: QWidget) -> None:
    """Ask how, then print these papers: of each the file all its readers may see."""
    op = context.runner.query(over, partial(_rows, tuple(ids)), topic="batch")
    op.success(partial(_open, press, context, over)).failure(partial(_tell, context)).run()


def _rows(ids: tuple[str, ...], uow: Any) -> tuple[IssuedRow, ...]:
    return list_issued_rows(uow, ids)


def _open(press: Press, context: PageContext, over: QWidget, rows: tuple[IssuedRow, ...]) -> None:
    items = [_item(press, row) for row in rows]
    dialog = BatchDialog(
        context.runner, context.theme, press.printer, items, tr(TITLE, count=len(items)), parent=over
    )
    dialog.open()


def _tell(context: PageContext, failure: Failure) -> None:
    context.say(failure.words, Tone.DANGER)


def _item(press: Press, row: IssuedRow) -> BatchItem:
    title = tr(LINE, number=row.number, title=shown(row.title)).strip()
    name = " ".join(part for part in (row.form_id, row.number.replace("/", "-"), row.paper_id[-6:]) if part)
    return BatchItem(title, name, decide=partial(_decide, press, row.paper_id))


def _decide(press: Press, paper_id: str, uow: Any, order: PrintOrder | None) -> Callable[[], bytes]:
    """The print, or the look for a file, is written down; then the sheet says which print it is."""
    if order is None:
        detail = open_paper(uow, paper_id, tr(SAVED_PDF))
        return partial(_made, press, detail, _wall_of(detail), None)
    detail = get_paper(uow, paper_id)
    wall = _wall_of(detail)
    printed = record_print(uow, RecordPrint(paper_id, order.copies, wall is Wall.MEDICAL))
    return partial(_made, press, detail, wall, printed.nth - 1)


def _made(press: Press, detail: PaperDetail, wall: Wall, reprint: int | None) -> bytes:
    return press.pdf(sheet_of(press, detail, wall, reprint))


def _wall_of(detail: PaperDetail) -> Wall:
    seen = walls_of(detail)
    if not seen:
        raise UserError("no_such_file", NOTHING_OPEN)
    return seen[0]
