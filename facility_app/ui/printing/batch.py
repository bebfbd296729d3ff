"""Many papers in one go: each is made and printed by itself, and one that fails stops none of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QProgressBar, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.dialogs import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.printing.order_box import OrderBox
from facility_app.ui.printing.port import Printer, PrinterInfo, PrintOrder
from facility_app.ui.printing.saving import SAVE_PDF, folder_dialog, plain_name, write_pdf
from facility_app.ui.printing.whole_lines import read_whole
from facility_app.ui.tasks import Failure, Progress, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Loudness, PushButton, set_ink, set_loudness, words

PRINT_ALL = label("verbs", "&In {count} mục")
PRINT_AGAIN = label("verbs", "&In lại {count} mục chưa được")
STOP = label("verbs", "&Dừng")
CLOSE = label("verbs", "Đóng")
COPY_FAILURES = label("verbs", "&Chép danh sách chưa được")
RUNNING = label("ui", "Đang làm {done} / {total}")
ALL_DONE = label("ui", "Xong cả {total} mục.")
SOME_FAILED = label("ui", "Xong {done} / {total} mục; {failed} mục chưa được, xem lý do ở từng dòng.")
STOPPED = label("ui", "Đã dừng: xong {done} / {total} mục. In tiếp sẽ làm các mục còn lại.")
LINE = label("ui", "{title} – {state}")
WIDTH = 600
REASON: Final = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One paper of many.

    Attributes:
        title: what the list shows.
        file_name: what it is called as a file; no name of a person.
        make: gives the PDF; called on a working thread, so it touches no widget and no unit of work.
        decide: for a paper whose leaving is written down first: ``decide(uow, order)`` answers what makes its PDF
            then; the order is None where it is saved as a file.
    """

    title: str = field(repr=False)
    file_name: str
    make: Callable[[], bytes] | None = field(default=None, repr=False)
    decide: Callable[[Any, PrintOrder | None], Callable[[], bytes]] | None = field(default=None, repr=False)


class ItemState(StrEnum):
    """How far one paper is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


STATE_LABELS: dict[ItemState, Label] = {
    ItemState.WAITING: label("terms", "chờ"),
    ItemState.RUNNING: label("terms", "đang làm"),
    ItemState.DONE: label("terms", "xong"),
    ItemState.FAILED: label("terms", "chưa được"),
}
STATE_ICONS = {
    ItemState.WAITING: ("clock", "quiet"),
    ItemState.RUNNING: ("printer", "accent"),
    ItemState.DONE: ("circle-check", "ok"),
    ItemState.FAILED: ("alert-octagon", "danger"),
}


class BatchModel(QAbstractListModel):
    """The papers with their states."""

    def __init__(self, theme: Theme, items: Sequence[BatchItem], parent: QObject) -> None:
        """All wait."""
        super().__init__(parent)
        self._theme = theme
        self.items = tuple(items)
        self._states = [ItemState.WAITING] * len(self.items)
        self._reasons = [""] * len(self.items)

    def state(self, row: int) -> ItemState:
        """How far a paper is."""
        return self._states[row]

    def reason(self, row: int) -> str:
        """Why it failed; empty when it did not."""
        return self._reasons[row]

    def rows_in(self, *states: ItemState) -> tuple[int, ...]:
        """The papers that are so far."""
        return tuple(row for row, state in enumerate(self._states) if state in states)

    def set(self, row: int, state: ItemState, reason: str = "") -> None:
        """A paper is further now."""
        self._states[row], self._reasons[row] = state, reason
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def line(self, row: int) -> str:
        """A paper and its state in words."""
        state = self._reasons[row] or tr(STATE_LABELS[self._states[row]])
        return tr(LINE, title=self.items[row].title, state=state)

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.line(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._theme.icon(*STATE_ICONS[self._states[row]])
        return self._reasons[row] if role == REASON else None


class BatchDialog(DialogFrame):
    """Prints the papers one after the other; those that failed can be printed again, alone.

    Signals:
        ended: rows done and rows failed, each a tuple of places in ``items``, whenever a run is over.
    """

    ended = Signal(object, object)

    def __init__(
        self,
        runner: Runner,
        theme: Theme,
        printer: Printer,
        items: Sequence[BatchItem],
        title: str,
        *,
        parent: QWidget,
    ) -> None:
        """Offer to print ``items``."""
        super().__init__(theme, title, parent=parent)
        self.setObjectName("batch_dialog")
        self._runner, self._printer = runner, printer
        self._is_running = self._is_stopping = False
        self._order: PrintOrder | None = None
        self._folder: Path | None = None
        self.model = BatchModel(theme, items, self)
        self.view = QListView(self)
        self.view.setObjectName("batch_list")
        self.view.setModel(self.model)
        read_whole(self.view)
        self.view.setMinimumHeight(theme.px(220))
        self.setMinimumWidth(theme.px(WIDTH))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, max(1, len(items)))
        self.bar.setTextVisible(False)
        self.said_label = words("", is_wrapped=True)
        self.said_label.setObjectName("said_label")
        self.order_box = OrderBox(theme, has_pages=False, parent=self)
        self.order_box.changed.connect(self._show_state)
        self.copy_button = PushButton(theme, COPY_FAILURES, Loudness.LINK, parent=self)
        self.copy_button.setObjectName("copy_button")
        self.copy_button.setMinimumHeight(theme.px(26))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        for one in (self.order_box, self.view, self.bar, self.said_label):
            self.body.addWidget(one)
        self.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_button = self._button(CLOSE, Loudness.PLAIN, "close_button", self.close)
        self.stop_button = self._button(STOP, Loudness.PLAIN, "stop_button", self.stop)
        self.save_button = self._button(SAVE_PDF, Loudness.PLAIN, "save_button", self.ask_where_to_save)
        self.print_button = self._button(PRINT_ALL, Loudness.PRIMARY, "print_button", self.print_now)
        self._show_state()
        self.finished.connect(self.stop)
        op = runner.job(self, partial(_printers, printer))
        op.success(self._on_printers).failure(self._on_printers_failed).run()

    def print_now(self) -> None:
        """Print all that is not done yet."""
        trouble = self.order_box.trouble()
        self.show_error(trouble)
        if not trouble:
            self._folder = None
            self._order = self.order_box.order(0, "")
            self._begin()

    def ask_where_to_save(self) -> None:
        """Open the dialog that asks for a folder."""
        dialog = folder_dialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, folder: str) -> None:
        """Write all that is not done yet into ``folder``, a file each."""
        self._folder = Path(folder)
        self._begin()

    def is_running(self) -> bool:
        """Whether papers are being made."""
        return self._is_running

    def stop(self) -> None:
        """Begin no further paper; the one at the printer comes out whole."""
        self._is_stopping = self._is_running
        self._show_state()

    def _begin(self) -> None:
        for row in self.model.rows_in(ItemState.FAILED):
            self.model.set(row, ItemState.WAITING)
        self._is_running, self._is_stopping = True, False
        self._go_on()

    def _go_on(self) -> None:
        waiting = self.model.rows_in(ItemState.WAITING)
        if self._is_stopping or not waiting:
            self._end()
            return
        row = waiting[0]
        self.model.set(row, ItemState.RUNNING)
        self.view.setCurrentIndex(self.model.index(row))
        self._show_state()
        item = self.model.items[row]
        if item.decide is None:
            self._make(row, item.make)
        else:
            op = self._runner.command(self, partial(_decided, item.decide, self._order_now()))
            op.success(partial(self._make, row)).failure(partial(self._on_failed, row)).run()

    def _order_now(self) -> PrintOrder | None:
        return None if self._folder is not None else self._order

    def _make(self, row: int, make: Callable[[], bytes] | None) -> None:
        name = self.model.items[row].file_name
        work = partial(_do, self._printer, make, name, self._order_now(), self._folder)
        op = self._runner.job(self, work)
        op.success(partial(self._on_done, row)).failure(partial(self._on_failed, row)).run()

    def _end(self) -> None:
        self._is_running = self._is_stopping = False
        done, failed = self.model.rows_in(ItemState.DONE), self.model.rows_in(ItemState.FAILED)
        total = len(self.model.items)
        self._show_state()
        if failed:
            self.view.setCurrentIndex(self.model.index(failed[0]))
        if self.model.rows_in(ItemState.WAITING):
            self._say(tr(STOPPED, done=len(done), total=total), Tone.WARNING)
        elif failed:
            self._say(tr(SOME_FAILED, done=len(done), total=total, failed=len(failed)), Tone.WARNING)
        else:
            self._say(tr(ALL_DONE, total=total), Tone.OK)
        self.ended.emit(done, failed)

    def _button(self, text: str, loudness: Loudness, name: str, slot: Callable[[], object]) -> PushButton:
        button = self.add_button(text, loudness)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _say(self, text: str, tone: Tone | None = None) -> None:
        self.said_label.setText(text)
        set_ink(self.said_label, tone)

    def _show_state(self) -> None:
        done, failed = self.model.rows_in(ItemState.DONE), self.model.rows_in(ItemState.FAILED)
        left = len(self.model.items) - len(done)
        is_free, has_printer = not self._is_running, self.order_box.has_printer()
        self.bar.setValue(len(done) + len(failed))
        self.order_box.setEnabled(is_free)
        self.print_button.setVisible(is_free and has_printer and left > 0)
        self.print_button.set_text(tr(PRINT_AGAIN if failed else PRINT_ALL, count=left))
        self.save_button.setVisible(is_free and left > 0)
        set_loudness(self.save_button, Loudness.PLAIN if has_printer else Loudness.PRIMARY)
        self.stop_button.setVisible(self._is_running)
        self.stop_button.setEnabled(not self._is_stopping)
        self.close_button.setVisible(is_free)
        self.copy_button.setVisible(bool(failed) and is_free)
        if self._is_running:
            self._say(tr(RUNNING, done=len(done) + len(failed), total=len(self.model.items)))

    def _on_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        self.order_box.set_printers(printers)
        self._show_state()

    def _on_printers_failed(self, failure: Failure) -> None:
        self.order_box.set_printers(())
        self.show_error(failure.words)

    def _on_done(self, row: int, _answer: object) -> None:
        self.model.set(row, ItemState.DONE)
        self._go_on()

    def _on_failed(self, row: int, failure: Failure) -> None:
        self.model.set(row, ItemState.FAILED, failure.words)
        self._go_on()

    def _on_copy_clicked(self) -> None:
        lines = [self.model.line(row) for row in self.model.rows_in(ItemState.FAILED)]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _printers(printer: Printer, _progress: Progress) -> tuple[PrinterInfo, ...]:
    return printer.printers()


def _decided(
    decide: Callable[[Any, PrintOrder | None], Callable[[], bytes]], order: PrintOrder | None, uow: Any
) -> Callable[[], bytes]:
    return decide(uow, order)


def _do(
    printer: Printer,
    make: Callable[[], bytes] | None,
    name: str,
    order: PrintOrder | None,
    folder: Path | None,
    progress: Progress,
) -> None:
    pdf = b"" if make is None else make()
    if folder is not None:
        write_pdf(pdf, folder / plain_name(name))
    elif order is not None:
        printer.print_pdf(pdf, replace(order, title=name), progress.check)
