"""Nhập danh sách từ Excel: a file chosen, looked at row by row, decided about, taken over, taken back."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.roster import RosterChoices, RowDecision, Sameness
from facility_app.modules.intake.queries.roster import PreviewRow, RosterPreview
from facility_app.modules.intake.service.roster import Imported, ImportRoster, Undone
from facility_app.modules.intake.ui.columns_form import ask_columns, columns_of, shared_of
from facility_app.modules.intake.ui.roster_files import ask_for_list, ask_for_result, read_list, written_result
from facility_app.modules.intake.ui.roster_list import PAGE, TITLE, Looked, spec_of
from facility_app.modules.intake.ui.roster_runs import imported, previewed, undone
from facility_app.modules.intake.ui.roster_said import about_text, done_text, figures_of, remarks_text
from facility_app.modules.intake.ui.roster_verbs import WhyNot, actions_of
from facility_app.modules.intake.ui.row_card import RowCard
from facility_app.sheets.workbook import Book
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure, Op, StoppedError, Ticket
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, words

IMPORTS_PAGE: Final = "intake.imports"
NO_FILE = label("intake", "Hãy chọn tệp danh sách trước.")
NO_ROWS = label("intake", "Chưa có dòng nào nhập được. Hãy sửa lỗi hoặc quyết định các dòng đang chờ.")
NO_MATCH = label("intake", "Dòng này không giống hồ sơ nào.")
BUSY = label("intake", "Đang làm, hãy đợi.")
IDLE = label("intake", "Không có gì đang chạy.")
READING = label("intake", "Đang đọc tệp…")
STEP = label("intake", "Đang xem, nhập: {done}/{total} bước")
UNDONE = label("intake", "Đã hoàn tác: gạch bỏ {people} người, {stays} lần cai nghiện.")
WRITTEN = label("intake", "Đã ghi bảng lỗi vào {file}.")
HINT = label("intake", "F4 cột · Ctrl+1 cùng người, Ctrl+2 người khác, Ctrl+3 bỏ qua dòng · Ctrl+Enter nhập")
PANE: Final = 360


class RosterPage(ListPage):
    """The preview of one file."""

    stepped = Signal(int, int)

    def __init__(self, context: PageContext) -> None:
        """Make the page; no file is chosen yet."""
        self._looked = Looked()
        self._book: Book | None = None
        self._choices = RosterChoices()
        self._stop = threading.Event()
        self._ticket: Ticket | None = None
        self._is_busy = False
        self._imported: Imported | None = None
        super().__init__(context, spec_of(self._looked), actions=self._make_actions())
        self._about = words(NO_FILE, ink=Tone.NEUTRAL, is_wrapped=True)
        self._remarks = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.strip = BigNumberStrip(context.theme, self)
        self.card = RowCard(context.theme, self)
        self.card.setMinimumWidth(context.theme.px(PANE))
        self.card.setMaximumWidth(context.theme.px(PANE))
        self._lay_out()
        self.panel.selection_changed.connect(self._on_selection_changed)
        self.card.decided.connect(self._on_decided)
        self.strip.activated.connect(self._on_state_chosen)
        self.stepped.connect(self._on_stepped)

    def _lay_out(self) -> None:
        box = self.layout()
        assert isinstance(box, QBoxLayout)  # noqa: S101 - the list page's own
        box.setSpacing(self.context.theme.px(8))
        box.removeWidget(self.panel)
        side = QHBoxLayout()
        side.setSpacing(self.context.theme.px(12))
        side.addWidget(self.panel, 1)
        side.addWidget(self.card)
        box.addWidget(self._about)
        box.addWidget(self._remarks)
        box.addWidget(self.strip)
        box.addLayout(side, 1)
        for one in (self._remarks, self.strip, self.card):
            one.hide()

    def choose(self) -> None:
        """Ask for the file."""
        ask_for_list(self, self.take)

    @Slot(str)
    def take(self, file: str) -> None:
        """Read a file and look at it."""
        self._about.setText(tr(READING))
        op = self.context.runner.job(self, partial(read_list, Path(file)))
        self._begin(op.success(self._on_opened).failure(self._on_failed))

    def import_now(self) -> None:
        """Write every accepted row."""
        if self._book is None:
            return
        self._stop.clear()
        order = ImportRoster(self._book, self._choices, self._watch, self._looked.preview)
        op = self.context.runner.command(self, partial(imported, order))
        self._begin(op.success(self._on_imported).failure(self._on_failed))

    def stop(self) -> None:
        """Stop what is under way; nothing of it is written."""
        self._stop.set()
        if self._ticket is not None:
            self._ticket.cancel()
        self._is_busy = False
        self._show()

    def ask_columns(self) -> None:
        """Ask what the columns are."""
        if self._looked.preview is not None:
            dialog = ask_columns(self.context, self, self._looked.preview, self._choices.shared)
            dialog.saved.connect(self._on_columns_saved)

    def ask_result(self) -> None:
        """Ask where the workbook with the marked faults goes."""
        if self._book is not None:
            ask_for_result(self, self._book.name, self.write_result_to)

    @Slot(str)
    def write_result_to(self, file: str) -> None:
        """Write the workbook."""
        if self._looked.preview is not None:
            op = self.context.runner.job(self, partial(written_result, Path(file), self._looked.preview))
            op.success(self._on_written).failure(self._on_failed).run()

    def decide(self, what: Sameness) -> None:
        """Decide who the person of the chosen row is."""
        row = self.card.row
        if row is not None:
            code = row.candidates[0].row.code if what is Sameness.SAME and row.candidates else ""
            self._on_decided(row.row_no, RowDecision(what, code))

    def undo(self, import_id: str) -> None:
        """Take an import back."""
        op = self.context.runner.command(self, partial(undone, import_id))
        op.success(self._on_undone).failure(self._on_failed).run()

    def _begin(self, op: Op[Any]) -> None:
        self._is_busy = True
        self._ticket = op.run()
        self.actions_changed.emit()

    def _watch(self, done: int, total: int) -> None:
        """On the working thread: how far it is, and whether to stop."""
        if self._stop.is_set():
            raise StoppedError
        self.stepped.emit(done, total)

    def _look(self) -> None:
        """Look at the file again with what was chosen."""
        if self._book is not None:
            self._stop.clear()
            work = partial(previewed, self._book, self._choices, self._watch, self._looked.preview)
            op = self.context.runner.query(self, work, topic="preview")
            self._begin(op.success(self._on_looked).failure(self._on_failed))

    def _show(self) -> None:
        preview = self._looked.preview
        for one in (self.strip, self.card):
            one.setVisible(preview is not None)
        self._remarks.setVisible(preview is not None and bool(preview.remarks or preview.assumed))
        if preview is None:
            self._about.setText(tr(NO_FILE))
        else:
            self._about.setText(about_text(preview))
            self._remarks.setText(remarks_text(preview))
            self.strip.set_figures(figures_of(preview))
        self.actions_changed.emit()

    def _chosen(self) -> PreviewRow | None:
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if ids else None

    @Slot(object)
    def _on_opened(self, book: Book) -> None:
        self._is_busy = False
        self._book, self._choices, self._imported = book, RosterChoices(), None
        self._look()

    @Slot(object)
    def _on_looked(self, preview: RosterPreview) -> None:
        self._is_busy = False
        at = None if self.card.row is None else self.card.row.row_no
        self._looked.preview = preview
        self.panel.show_look(replace(self.panel.model.look))
        row = next((one for one in preview.rows if one.row_no == at), None)
        self.card.show_row(row)
        self._show()

    @Slot(object)
    def _on_imported(self, made: Imported) -> None:
        self._is_busy, self._imported = False, made
        self._looked.preview, self._book = None, None
        self.card.show_row(None)
        self.panel.show_look(self.panel.model.look)
        self._show()
        undo = None if made.undo_id is None else partial(self.undo, made.undo_id)
        self.context.say(done_text(made), Tone.OK, undo)

    @Slot(object)
    def _on_undone(self, done: Undone) -> None:
        self.context.say(tr(UNDONE, people=done.people, stays=done.stays), Tone.OK)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self.context.say(tr(WRITTEN, file=path.name), Tone.OK)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._is_busy = False
        self._show()
        self.context.say(failure.words, Tone.DANGER)

    @Slot(object)
    def _on_columns_saved(self, values: dict[str, object]) -> None:
        self._choices = replace(self._choices, columns=columns_of(values), shared=shared_of(values))
        self._look()

    @Slot(int, object)
    def _on_decided(self, row_no: int, decision: RowDecision) -> None:
        self._choices = replace(self._choices, decisions={**self._choices.decisions, row_no: decision})
        self._look()

    @Slot(str)
    def _on_state_chosen(self, state: str) -> None:
        look = self.panel.model.look
        now = look.filters.get("state", "")
        filters = {} if state in {"", now} else {"state": state}
        self.panel.show_look(replace(look, filters=filters))

    @Slot(int, int)
    def _on_stepped(self, done: int, total: int) -> None:
        if self._is_busy:
            self._about.setText(tr(STEP, done=done, total=total))

    def _on_selection_changed(self) -> None:
        row = self._chosen()
        if row is not None:
            self.card.show_row(row)
        self.actions_changed.emit()

    def _why_busy(self) -> str | None:
        return tr(BUSY) if self._is_busy else None

    def _why_idle(self) -> str | None:
        return None if self._is_busy else tr(IDLE)

    def _why_no_file(self) -> str | None:
        return tr(NO_FILE) if self._looked.preview is None else self._why_busy()

    def _why_no_rows(self) -> str | None:
        preview = self._looked.preview
        if preview is not None and not preview.accepted:
            return tr(NO_ROWS)
        return self._why_no_file()

    def _why_no_chosen(self) -> str | None:
        return self._why_no_file() or (tr(CHOOSE) if self.card.row is None else None)

    def _why_no_match(self) -> str | None:
        row = self.card.row
        return self._why_no_chosen() or (tr(NO_MATCH) if row is None or not row.candidates else None)

    def _make_actions(self) -> tuple[ActionSpec, ...]:
        why = WhyNot(
            self._why_busy,
            self._why_idle,
            self._why_no_file,
            self._why_no_rows,
            self._why_no_chosen,
            self._why_no_match,
        )
        return actions_of(self, why)

    def to_imports(self) -> None:
        """The imports so far."""
        self.context.go(Route(IMPORTS_PAGE))

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def first_focus(self) -> QWidget:
        return self.panel.table if self._looked.preview is not None else self.panel


__all__ = ["IMPORTS_PAGE", "PAGE", "TITLE", "RosterPage"]
