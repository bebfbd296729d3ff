"""A paper at the printer: the print is written down first, then the sheet says which print it is."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.spec import Wall
from facility_app.kernel.labels import Label, label
from facility_app.modules.correspondence.domain.outgoing import PaperState
from facility_app.modules.correspondence.queries.paper import Content, PaperDetail
from facility_app.modules.correspondence.service.looks import open_paper
from facility_app.modules.correspondence.service.prints import Printed, RecordPrint, record_print
from facility_app.modules.correspondence.ui.press import Press, Sheet
from facility_app.ui.i18n import tr
from facility_app.ui.printing import PreviewDialog, PrintOrder
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Progress
from facility_app.ui.theme import Tone

SAVED_PDF = label("correspondence", "Lưu thành tệp PDF")
COUNTED = label("correspondence", "Lần in này ghi vào sổ là “{stamp}”.")
COUNTED_FIRST = label("correspondence", "Đã ghi lần in đầu vào sổ.")
NOT_PRINTED = label("correspondence", "Lần in đã ghi vào sổ; nếu in lại, giấy sẽ ghi “In lại”.")


def content_of(detail: PaperDetail, wall: Wall) -> Content | None:
    """One file of a paper; None where there is none or the reader may not."""
    return detail.open_file if wall is Wall.OPEN else detail.medical_file


def walls_of(detail: PaperDetail) -> tuple[Wall, ...]:
    """The files the reader may see."""
    return tuple(wall for wall in Wall if content_of(detail, wall) is not None)


def sheet_of(press: Press, detail: PaperDetail, wall: Wall, reprint: int | None = None) -> Sheet:
    """The paper as it was frozen; on a working thread.

    Args:
        press: knows the forms.
        detail: the paper.
        wall: which file of it.
        reprint: how often it was printed before; None for what the next print would say.

    Raises:
        UserError: ``form_unknown``.
    """
    form = press.forms().get(detail.form_id, detail.form_version)
    content = content_of(detail, wall)
    payload, qr = ({}, "") if content is None else (restore(form, content.payload), content.qr_text)
    before = sum(one.is_medical is (wall is Wall.MEDICAL) for one in detail.prints)
    return Sheet(form, payload, wall, qr, before if reprint is None else reprint, detail.state is PaperState.VOID)


def file_name(detail: PaperDetail) -> str:
    """What the paper is called as a file: its form and number, nobody's name."""
    return " ".join(part for part in (detail.form_id, detail.number.replace("/", "-")) if part)


class PaperPreview(PreviewDialog):
    """Shows a paper; printing it is a verb, and so is saving it as a file."""

    def __init__(
        self, press: Press, context: PageContext, detail: PaperDetail, sheet: Sheet, pdf: bytes, parent: QWidget
    ) -> None:
        """Show ``pdf``, made of ``sheet``."""
        title = " · ".join(part for part in (detail.number, detail.title) if part)
        super().__init__(
            context.runner, context.theme, press.printer, pdf, title, file_name=file_name(detail), parent=parent
        )
        self._press, self._context, self._detail, self._sheet = press, context, detail, sheet

    @override
    def _hand_over(self, order: PrintOrder) -> None:
        command = RecordPrint(self._detail.paper_id, order.copies, self._sheet.wall is Wall.MEDICAL)
        op = self._runner.command(self, partial(_record, command))
        op.success(partial(self._on_counted, order)).failure(self._on_failed).run()

    def _on_counted(self, order: PrintOrder, printed: Printed) -> None:
        self._context.say(tr(COUNTED, stamp=printed.stamp) if printed.nth > 1 else tr(COUNTED_FIRST), Tone.INFO)
        sheet = replace(self._sheet, reprint=printed.nth - 1)
        if sheet == self._sheet:
            super()._hand_over(order)
            return
        op = self._runner.job(self, partial(_set, self._press, sheet))
        op.success(partial(self._on_set, order, sheet)).failure(self._on_failed).run()

    def _on_set(self, order: PrintOrder, sheet: Sheet, pdf: bytes) -> None:
        self._sheet, self._pdf = sheet, pdf
        self.view.show_pdf(pdf)
        super()._hand_over(order)

    @override
    def save_to(self, file: str) -> None:
        purpose = tr(SAVED_PDF)
        op = self._runner.command(self, partial(_look, self._detail.paper_id, purpose))
        op.success(partial(self._on_look_noted, file)).failure(self._on_failed).run()

    def _on_look_noted(self, file: str, _detail: PaperDetail) -> None:
        super().save_to(file)


def words_of_stamp(sheet: Sheet, stamp: Label) -> str:
    """What the next print will say at its edge."""
    return tr(stamp, count=sheet.reprint) if sheet.reprint else ""


def _record(command: RecordPrint, uow: Any) -> Printed:
    return record_print(uow, command)


def _look(paper_id: str, purpose: str, uow: Any) -> PaperDetail:
    return open_paper(uow, paper_id, purpose)


def _set(press: Press, sheet: Sheet, _progress: Progress) -> bytes:
    return press.pdf(sheet)
