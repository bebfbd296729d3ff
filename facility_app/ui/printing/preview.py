"""The sheet before it is printed: the PDF itself, how to print it, and the two ways out: paper or a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.ui.i18n import refusal, shown, tr
from facility_app.ui.printing.order_box import OrderBox
from facility_app.ui.printing.pdf_view import PdfView
from facility_app.ui.printing.port import PrintedPages, Printer, PrinterInfo, PrintOrder
from facility_app.ui.printing.saving import SAVE_PDF, save_dialog, write_pdf
from facility_app.ui.tasks import Failure, Progress, Runner
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import IconButton, Loudness, PushButton, WhyNotButton, set_ink, set_loudness, words

PRINT = label("verbs", "&In")
PRINT_COPIES = label("verbs", "&In {count} bản")
CLOSE = label("verbs", "Đóng")
PAGE = label("ui", "Trang {page} / {total}")
PRINTING = label("ui", "Đang gửi tới máy in…")
PRINTED = label("ui", "Đã gửi {count} trang tới máy in “{printer}”.")
SAVED = label("ui", "Đã lưu tệp “{file}”.")
LARGER, SMALLER, FIT = label("ui", "Phóng to"), label("ui", "Thu nhỏ"), label("ui", "Vừa chiều ngang")
PANEL = 288


class PreviewDialog(QDialog):
    """Looks at a PDF and prints or saves it. Esc closes; Ctrl+P prints; Ctrl+S saves; Ctrl and +, −, 0 zoom.

    Signals:
        printed: ``PrintOrder`` and ``PrintedPages``, after they were handed to the printer.
        saved: the ``Path`` written.
    """

    printed = Signal(object, object)
    saved = Signal(object)

    def __init__(
        self,
        runner: Runner,
        theme: Theme,
        printer: Printer,
        pdf: bytes,
        title: str,
        *,
        file_name: str,
        queue_title: str = "",
        parent: QWidget,
    ) -> None:
        """Show ``pdf``.

        Args:
            runner: draws and prints off the window's thread.
            theme: the look.
            printer: the printers.
            pdf: the document.
            title: its name, for the window.
            file_name: what it is called as a file; no name of a person.
            queue_title: what the printer's queue shows; ``file_name`` unless told.
            parent: the window it stands over.
        """
        super().__init__(parent)
        self.setObjectName("preview_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(shown(title))
        self._runner, self._theme, self._printer = runner, theme, printer
        self._pdf, self._file_name = pdf, file_name
        self._queue_title = queue_title or file_name
        self._is_busy = False
        self.view = PdfView(runner, theme, self)
        self.order_box = OrderBox(theme, parent=self)
        self.page_label = words("", ink=Tone.NEUTRAL)
        self.print_button = WhyNotButton(theme, PRINT, Loudness.PRIMARY, "printer")
        self.print_button.button.setObjectName("print_button")
        self.print_button.clicked.connect(self.print_now)
        self.save_button = PushButton(theme, SAVE_PDF)
        self.save_button.setObjectName("save_button")
        self.save_button.clicked.connect(self.ask_where_to_save)
        self.close_button = PushButton(theme, CLOSE, Loudness.QUIET)
        self.close_button.clicked.connect(self.close)
        self.said_label = words("", is_wrapped=True)
        self.said_label.setObjectName("said_label")
        self._lay_out(title)
        self._listen()
        room = parent.window().size()
        self.resize(min(theme.px(1060), room.width() - 24), min(theme.px(720), room.height() - 24))
        self.view.show_pdf(pdf)
        runner.job(self, partial(_printers, printer)).success(self._on_printers).failure(self._on_failed).run()

    def print_now(self) -> None:
        """Hand it to the printer as chosen."""
        if self._is_busy or self.order_box.trouble() or not self.view.page_count():
            self._show_state()
            return
        try:
            order = self.order_box.order(self.view.page_count(), self._queue_title)
        except UserError as error:
            self._say(refusal(error), Tone.DANGER)
            self.order_box.pages_edit.setFocus()
            return
        self._set_busy(is_busy=True)
        self._say(tr(PRINTING))
        self._hand_over(order)

    def ask_where_to_save(self) -> None:
        """Open the dialog that asks for a file."""
        dialog = save_dialog(self._file_name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Write the PDF to ``file``."""
        op = self._runner.job(self, partial(_write, self._pdf, Path(file)))
        op.success(self._on_saved).failure(self._on_failed).run()

    def _hand_over(self, order: PrintOrder) -> None:
        """Give the PDF to the printer; papers whose prints are counted decide first and come back here."""
        op = self._runner.job(self, partial(_print, self._printer, self._pdf, order))
        op.success(partial(self._on_printed, order)).failure(self._on_failed).run()

    def _listen(self) -> None:
        self.view.opened.connect(self._on_view_opened)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.failed.connect(self._on_failed)
        self.order_box.changed.connect(self._show_state)
        keys = {
            QKeySequence(QKeySequence.StandardKey.Print): self.print_now,
            QKeySequence(QKeySequence.StandardKey.Save): self.ask_where_to_save,
            QKeySequence(QKeySequence.StandardKey.ZoomIn): self.view.zoom_in,
            QKeySequence("Ctrl+="): self.view.zoom_in,
            QKeySequence(QKeySequence.StandardKey.ZoomOut): self.view.zoom_out,
            QKeySequence("Ctrl+0"): self.view.fit_width,
        }
        for key, slot in keys.items():
            QShortcut(key, self).activated.connect(slot)

    def _lay_out(self, title: str) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(8), px(12), px(8))
        head.setSpacing(px(6))
        head.addWidget(words(title, size=Size.HEADING, weight="strong"), 1)
        head.addWidget(self.page_label)
        head.addSpacing(px(8))
        zooms = (("zoom-out", SMALLER, self.view.zoom_out), ("zoom-in", LARGER, self.view.zoom_in))
        for icon, text, slot in (*zooms, ("maximize", FIT, self.view.fit_width)):
            button = IconButton(self._theme, icon, text, parent=self)
            button.clicked.connect(slot)
            head.addWidget(button)
        panel = QWidget(self)
        panel.setFixedWidth(px(PANEL))
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(10))
        column.addWidget(self.order_box)
        column.addWidget(self.said_label)
        column.addStretch(1)
        for way_out in (self.print_button, self.save_button, self.close_button):
            column.addWidget(way_out)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.view, 1)
        middle.addWidget(panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(middle, 1)

    def _say(self, text: str, tone: Tone | None = None) -> None:
        self.said_label.setText(text)
        set_ink(self.said_label, tone)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.order_box.setEnabled(not is_busy)
        self._show_state()

    def _show_state(self) -> None:
        trouble = tr(PRINTING) if self._is_busy else self.order_box.trouble()
        self.print_button.set_why_not(trouble or None)
        self.print_button.button.set_text(tr(PRINT_COPIES, count=self.order_box.copies.value() or 1))
        set_loudness(self.save_button, Loudness.PLAIN if self.order_box.has_printer() else Loudness.PRIMARY)
        self.print_button.setVisible(self.order_box.has_printer())

    def _on_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        self.order_box.set_printers(printers)
        self._show_state()
        (self.print_button.button if printers else self.save_button).setFocus()

    def _on_view_opened(self, _count: int) -> None:
        self._on_page_changed(self.view.page())

    def _on_page_changed(self, page: int) -> None:
        self.page_label.setText(tr(PAGE, page=page + 1, total=self.view.page_count()))

    def _on_printed(self, order: PrintOrder, pages: PrintedPages) -> None:
        self._set_busy(is_busy=False)
        self._say(tr(PRINTED, count=pages.count, printer=order.printer), Tone.OK)
        self.printed.emit(order, pages)

    def _on_saved(self, path: Path) -> None:
        self._say(tr(SAVED, file=path.name), Tone.OK)
        self.saved.emit(path)

    def _on_failed(self, failure: Failure) -> None:
        self._set_busy(is_busy=False)
        self._say(failure.words, Tone.DANGER)


def _printers(printer: Printer, _progress: Progress) -> tuple[PrinterInfo, ...]:
    return printer.printers()


def _print(printer: Printer, pdf: bytes, order: PrintOrder, progress: Progress) -> PrintedPages:
    return printer.print_pdf(pdf, order, progress.check)


def _write(pdf: bytes, path: Path, _progress: Progress) -> Path:
    return write_pdf(pdf, path)
