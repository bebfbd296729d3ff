"""Bộ hồ sơ ra cơ sở: packets of one person or of a day's, one after the other; one that fails stops no other."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QProgressBar, QWidget
from typing_extensions import override

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import label
from facility_app.modules.discharge.papers.packet import Packet, PacketFile
from facility_app.modules.discharge.ui.packet_model import PART_LABELS, Leaving, Making, PacketModel
from facility_app.modules.discharge.ui.press import Press
from facility_app.ui.dialogs import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.printing import BatchDialog, BatchItem, PreviewDialog
from facility_app.ui.printing.saving import folder_dialog
from facility_app.ui.printing.whole_lines import read_whole
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness, PushButton, set_ink, words

TITLE = label("discharge", "Lập bộ hồ sơ ra cơ sở")
TEXT = label(
    "discharge",
    "Giấy nào đã đến lúc mà chưa có (giấy xác nhận, V-23, V-19) sẽ được lập, lấy số và ghi một lần in. Giấy chưa "
    "lập được thì ghi trong mục lục, không giữ ai lại.",
)
MAKE = label("verbs", "&Lập {count} bộ hồ sơ")
MAKE_AGAIN = label("verbs", "&Lập lại {count} bộ chưa được")
STOP = label("verbs", "&Dừng")
CLOSE = label("verbs", "Đóng")
SAVE_ALL = label("verbs", "Lưu tất cả vào &thư mục…")
PRINT_ALL = label("verbs", "&In tất cả")
OPEN = label("verbs", "&Xem tệp")
RUNNING = label("discharge", "Đang lập {done} / {total}: {name}")
ALL_DONE = label("discharge", "Xong {total} bộ, {files} tệp.")
SOME_SHORT = label("discharge", "{count} bộ còn giấy chưa lập được, xem ở từng dòng.")
SOME_FAILED = label("discharge", "Xong {done} / {total} bộ; {failed} bộ chưa được, xem lý do ở từng dòng.")
STOPPED = label("discharge", "Đã dừng: xong {done} / {total} bộ. Lập tiếp sẽ làm các bộ còn lại.")
SAVED = label("discharge", "Đã lưu {count} tệp vào thư mục “{folder}”.")
BATCH_TITLE = label("discharge", "In bộ hồ sơ ra cơ sở")
BATCH_LINE = label("discharge", "{name} · {code} – {part}: {title}")
BATCH_NUMBERED = label("discharge", "{name} · {code} – {part}: {title} · số {number}")
LIST = label("discharge", "Bộ hồ sơ và các tệp")
WIDTH, HEIGHT = 720, 260


class PacketDialog(DialogFrame):
    """Ctrl+Enter makes; then Ctrl+S saves every file at once, Ctrl+P prints them, Enter looks at one.

    Signals:
        ended: a run is over.
    """

    ended = Signal()

    def __init__(self, context: PageContext, press: Press, people: Sequence[Leaving], *, parent: QWidget) -> None:
        """Offer to make the packets of ``people``."""
        super().__init__(context.theme, tr(TITLE), tr(TEXT), parent=parent)
        self.setObjectName("packet_dialog")
        self._context, self._press, self._runner = context, press, context.runner
        self._is_running = self._is_stopping = False
        self.model = PacketModel(context.theme, people, self)
        self.view = QListView(self)
        self.view.setObjectName("packet_list")
        self.view.setAccessibleName(tr(LIST))
        self.view.setModel(self.model)
        read_whole(self.view)
        self.view.setMinimumHeight(context.theme.px(HEIGHT))
        self.view.activated.connect(self._on_activated)
        self.setMinimumWidth(context.theme.px(WIDTH))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, max(1, len(people)))
        self.bar.setTextVisible(False)
        self.said_label = words("", is_wrapped=True)
        self.said_label.setObjectName("said_label")
        for one in (self.view, self.bar, self.said_label):
            self.body.addWidget(one)
        self.close_button = self._button(CLOSE, Loudness.PLAIN, "close_button", self.close)
        self.stop_button = self._button(STOP, Loudness.PLAIN, "stop_button", self.stop)
        self.open_button = self._button(OPEN, Loudness.PLAIN, "open_button", self.open_chosen)
        self.print_button = self._button(PRINT_ALL, Loudness.PLAIN, "print_button", self.print_all)
        self.save_button = self._button(SAVE_ALL, Loudness.PRIMARY, "save_button", self.ask_where_to_save)
        self.make_button = self._button(MAKE, Loudness.PRIMARY, "make_button", self.make)
        for key, slot in (("Ctrl+P", self.print_all), ("Ctrl+S", self.ask_where_to_save)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.finished.connect(self.stop)
        self._show_state()
        self.make_button.setFocus()

    def make(self) -> None:
        """Make every packet that is not done yet."""
        for one in self.model.people(Making.FAILED):
            self.model.set(one.stay_id, Making.WAITING)
        self._is_running, self._is_stopping = True, False
        self._go_on()

    def stop(self) -> None:
        """Begin no further packet; the one under way is finished."""
        self._is_stopping = self._is_running
        self._show_state()

    def open_chosen(self) -> None:
        """Look at the file chosen."""
        found = self.model.file_at(self.view.currentIndex().row()) if self.view.currentIndex().isValid() else None
        found = found or next(iter(self.model.files()), None)
        if found is not None:
            self._open(*found)

    def print_all(self) -> None:
        """Print every file, the index of each packet first."""
        items = [_item(person, file) for person, file in self.model.files()]
        if items and not self._is_running:
            BatchDialog(
                self._runner, self._context.theme, self._press.printer, items, tr(BATCH_TITLE), parent=self
            ).open()

    def ask_where_to_save(self) -> None:
        """Open the dialog that asks for a folder."""
        if self.model.files() and not self._is_running:
            dialog = folder_dialog(self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(self.save_to)
            dialog.open()

    def save_to(self, folder: str) -> None:
        """Write every file into ``folder``, each packet in a folder of its own named by the stay."""
        at = self._context.clock.now().astimezone(LOCAL)
        files = [(person.code, file) for person, file in self.model.files()]
        op = self._runner.job(self, partial(self._press.save, Path(folder), files, at))
        op.success(partial(self._on_saved, Path(folder))).failure(self._on_failed).run()

    def _open(self, person: Leaving, file: PacketFile) -> None:
        PreviewDialog(
            self._runner,
            self._context.theme,
            self._press.printer,
            file.content,
            file.title,
            file_name=f"{person.code} {file.name}",
            parent=self,
        ).open()

    def _go_on(self) -> None:
        waiting = self.model.people(Making.WAITING)
        if self._is_stopping or not waiting:
            self._end()
            return
        person = waiting[0]
        self.model.set(person.stay_id, Making.RUNNING)
        self._show_state()
        self._say(tr(RUNNING, done=self._done_count() + 1, total=len(self.model.people()), name=person.name))
        op = self._runner.command(self, partial(_make, self._press, person.stay_id))
        op.success(partial(self._on_packet, person)).failure(partial(self._on_refused, person)).run()

    def _on_packet(self, person: Leaving, packet: Packet) -> None:
        op = self._runner.job(self, partial(_set, self._press, packet))
        op.success(partial(self._on_files, person, packet.refused)).failure(
            partial(self._on_refused, person)
        ).run()

    def _on_files(self, person: Leaving, refused: Sequence[str], files: tuple[PacketFile, ...]) -> None:
        self.model.set(person.stay_id, Making.DONE, " ".join(refused), files)
        self._go_on()

    def _on_refused(self, person: Leaving, failure: Failure) -> None:
        self.model.set(person.stay_id, Making.FAILED, failure.words)
        self._go_on()

    def _end(self) -> None:
        self._is_running = self._is_stopping = False
        done, failed = self.model.people(Making.DONE), self.model.people(Making.FAILED)
        total = len(self.model.people())
        self._show_state()
        if self.model.people(Making.WAITING):
            self._say(tr(STOPPED, done=len(done), total=total), Tone.WARNING)
        elif failed:
            self._say(tr(SOME_FAILED, done=len(done), total=total, failed=len(failed)), Tone.WARNING)
        else:
            short = sum(bool(self.model.reason(one.stay_id)) for one in done)
            said = tr(ALL_DONE, total=total, files=len(self.model.files()))
            more = tr(SOME_SHORT, count=short) if short else ""
            self._say(f"{said} {more}".strip(), Tone.WARNING if short else Tone.OK)
        if self.model.files():
            first = next(row for row in range(self.model.rowCount()) if self.model.file_at(row) is not None)
            self.view.setCurrentIndex(self.model.index(first))
            self.view.setFocus()
        self.ended.emit()

    def _done_count(self) -> int:
        return len(self.model.people(Making.DONE, Making.FAILED))

    def _show_state(self) -> None:
        left = len(self.model.people(Making.WAITING, Making.FAILED))
        is_free, has_files = not self._is_running, bool(self.model.files())
        failed = self.model.people(Making.FAILED)
        self.bar.setValue(self._done_count())
        self.make_button.setVisible(is_free and left > 0)
        self.make_button.set_text(tr(MAKE_AGAIN if failed else MAKE, count=left))
        self.make_button.setDefault(is_free and left > 0)
        self.stop_button.setVisible(self._is_running)
        self.stop_button.setEnabled(not self._is_stopping)
        self.close_button.setVisible(is_free)
        for button in (self.open_button, self.print_button, self.save_button):
            button.setVisible(is_free and has_files)
        self.save_button.setDefault(False)

    def _button(self, text: str, loudness: Loudness, name: str, slot: Callable[[], object]) -> PushButton:
        button = self.add_button(text, loudness)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _say(self, text: str, tone: Tone | None = None) -> None:
        self.said_label.setText(text)
        set_ink(self.said_label, tone)

    def _on_saved(self, folder: Path, count: int) -> None:
        self._say(tr(SAVED, count=count, folder=folder.name), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self._say(failure.words, Tone.DANGER)

    def _on_activated(self, index: QModelIndex) -> None:
        found = self.model.file_at(index.row())
        if found is not None:
            self._open(*found)

    @override
    def reject(self) -> None:
        if not self._is_running:
            super().reject()


def _item(person: Leaving, file: PacketFile) -> BatchItem:
    def content() -> bytes:
        return file.content

    # One paper goes to several people: without whose copy it is, lines would read the same.
    title = tr(
        BATCH_NUMBERED if file.number else BATCH_LINE,
        name=person.name,
        code=person.code,
        part=tr(PART_LABELS[file.part]),
        title=file.title,
        number=file.number,
    )
    return BatchItem(title, f"{person.code} {file.name}", content)


def _make(press: Press, stay_id: str, uow: Any) -> Packet:
    return press.packet(uow, stay_id)


def _set(press: Press, packet: Packet, _progress: Progress) -> tuple[PacketFile, ...]:
    return press.files(packet)
