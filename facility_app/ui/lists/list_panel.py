"""A list with everything around it: search, filters, count, the four states, columns, views, copy and export."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.typed import number_text
from facility_app.sheets.table_writer import Written
from facility_app.ui.dialogs.files import EXCEL_FILES, ask_where
from facility_app.ui.i18n import tr
from facility_app.ui.lists.export import ExportOrder, write_list
from facility_app.ui.lists.filter_bar import FilterBar
from facility_app.ui.lists.leaving import STAYS, allow, can_leave, leaving, why_not_leave
from facility_app.ui.lists.list_bar import ListBar
from facility_app.ui.lists.memory import ListMemory
from facility_app.ui.lists.saved import ListNotes, SavedView
from facility_app.ui.lists.sums import SelectionSum
from facility_app.ui.lists.table_view import TableView
from facility_app.ui.lists.views_menu import ViewsMenu
from facility_app.ui.models import ListSpec, ListState, PagedTableModel
from facility_app.ui.tasks import Failure, Runner, Step, Ticket
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import IconButton, SearchBox, StateStack, words

ROWS = label("ui", "{count} dòng")
CHOSEN_ROWS = label("ui", "chọn {count}")
SUM = label("ui", "{head}: {sum}")
COLUMNS = label("ui", "Chọn cột")
VIEWS = label("ui", "Cách xem đã lưu")
EXPORT = label("ui", "Xuất ra Excel")
EXPORT_TITLE = label("ui", "Xuất danh sách ra Excel")
COPIED = label("ui", "Đã chép {count} dòng; dán được vào Excel hoặc Word.")
EXPORTED = label("ui", "Đã xuất {count} dòng vào {file}.")
EXPORTED_CUT = label("ui", "Đã xuất {count} dòng vào {file}; {cut} ô quá dài nên bị cắt bớt.")
EXPORTING = label("ui", "Đang xuất: {done}/{total} dòng")
SHOW_ALL = label("ui", "Bỏ tìm và lọc")


class ListPanel(QWidget):
    """One ``ListSpec`` on a page or in a tab.

    Signals:
        row_activated(str): Enter or a double click on the row of this id.
        selection_changed: ask ``table.selected_ids()``.
        summary_changed(str): count, selection and sums, for the status line.
        said(str, Tone): something was done, or could not be, in words for a toast.
        first_wanted: the button of the empty list was pressed.
    """

    row_activated = Signal(str)
    selection_changed = Signal()
    summary_changed = Signal(str)
    said = Signal(str, object)
    first_wanted = Signal()

    def __init__(
        self,
        spec: ListSpec[Any],
        runner: Runner,
        theme: Theme,
        memory: ListMemory,
        *,
        first_action: str = "",
        signed: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it; it asks for its rows when it is first shown.

        Args:
            spec: the list.
            runner: reads, and writes files.
            theme: the look.
            memory: where the user's columns, order and filters are kept.
            first_action: the verb on the button of the empty list.
            signed: who and when, for the note in an exported file.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.spec = spec
        self.model: PagedTableModel[Any] = PagedTableModel(spec, runner, self)
        self.card = QFrame(self)
        self.card.setProperty("kind", "card")
        self.states = StateStack(theme, parent=self.card)
        self.table = TableView(self.model, runner, theme, self.states)
        self.states.hold(self.table)
        self.notes = ListNotes(spec, memory)
        self._runner = runner
        self._theme = theme
        self._first_action = first_action
        self._empty = spec.empty
        self._signed = signed
        self._is_begun = False
        self._sum = SelectionSum()
        self._to_select = ""
        self._export: Ticket | None = None
        self._make()
        self._connect()

    def begin(self, look: Look | None = None) -> None:
        """Ask for the rows: with ``look``, or as the user left the list."""
        self._is_begun = True
        last, layout = self.notes.last()
        self.table.columns.apply(layout)
        self.show_look(look or last)

    def show_look(self, look: Look) -> None:
        """Search, filter and sort by ``look``; what the box and the chips show follows."""
        self._is_begun = True
        with QSignalBlocker(self.search):
            self.search.set_text(look.text)
        self.filters.set_values(look.filters)
        self.model.show(look)

    def show_view(self, view: SavedView) -> None:
        """Open a named view."""
        self.table.columns.apply(view.columns)
        self.show_look(view.look)
        self._keep()

    def view_now(self, name: str) -> SavedView:
        """The list as it stands, under a name."""
        return SavedView(name, self.model.look, self.table.layout_now())

    def select_when_here(self, row_id: str) -> None:
        """Select the row of this id, now or with the next answer that has it: one just saved, for instance."""
        self._to_select = "" if self._select(row_id) else row_id

    def summary(self) -> str:
        """Count, selection and sums, for the status line; nothing before rows were read: "0 dòng" is an answer."""
        if self.model.state in {ListState.LOADING, ListState.FAILED}:
            return ""
        parts = [tr(ROWS, count=number_text(len(self.model.ids)))]
        if self._sum.count > 1:
            parts.append(tr(CHOSEN_ROWS, count=number_text(self._sum.count)))
        parts += [tr(SUM, head=head, sum=total) for head, total in self._sum.sums]
        return " · ".join(parts)

    def ask_export(self) -> None:
        """Ask where to, then export."""
        ask_where(self, EXPORT_TITLE, EXCEL_FILES, f"{tr(self.spec.title)}.xlsx", self._on_file_selected)

    def export_to(self, path: Path) -> None:
        """Write all rows of the list, with the columns as shown; the verb of the list is asked first."""
        notes = tuple(part for part in (self._narrowing(), self._signed() if self._signed else "") if part)
        order = ExportOrder(path, leaving(self.table.shown_columns()), self.model.ids, notes)
        if not can_leave(self.spec):
            self._on_refused(tr(STAYS))
            return
        if self.spec.export is None:
            self._write(order, None)
            return
        op = self._runner.command(self, partial(allow, self.spec, order.columns, len(order.ids)))
        op.success(partial(self._write, order)).failure(self._on_failed).run()

    def stop_export(self) -> None:
        """Stop an export under way; nothing of it is left."""
        if self._export is not None:
            self._export.cancel()
            self._export = None
            self._tell_summary()

    def _make(self) -> None:
        px = self._theme.px
        self.search = SearchBox(self._theme, self.spec.search or "", parent=self)
        self.search.setObjectName("search_box")
        self.search.setVisible(self.spec.search is not None)
        self.filters = FilterBar(self.spec.filters, self._runner, self._theme, self)
        self.filters.setVisible(bool(self.spec.filters))
        self.count = words("", ink=Tone.NEUTRAL, parent=self)
        self.count.setObjectName("count_label")
        self.table.setObjectName("table")
        self.table.setAccessibleName(tr(self.spec.title))
        self.views = ViewsMenu(self.notes, self.view_now, self._theme, self)
        self.bar = ListBar(self._theme, self.search, self.filters, self.count, self._make_buttons(), self)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(1, px(4), 1, px(4))
        inside.addWidget(self.states)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self.bar)
        box.addWidget(self.card, 1)

    def _make_buttons(self) -> tuple[IconButton, ...]:
        made = [
            ("views_button", "bookmark", VIEWS, self._on_views_clicked),
            ("columns_button", "columns", COLUMNS, self._on_columns_clicked),
        ]
        if can_leave(self.spec):
            made.append(("export_button", "file-export", EXPORT, self.ask_export))
        buttons = []
        for name, icon, text, slot in made:
            button = IconButton(self._theme, icon, text, "quiet", self)
            button.setObjectName(name)
            button.clicked.connect(slot)
            buttons.append(button)
        self._views_button, self._columns_button = buttons[:2]
        for button in buttons[2:]:
            self._bar_export(button)
        return tuple(buttons)

    def _bar_export(self, button: IconButton) -> None:
        """Take the press away from whoever may not export, and say why."""
        reason = why_not_leave(self.spec, self._runner.workplace.actor)
        if reason is not None:
            button.setDisabled(True)
            button.setToolTip(reason)
            button.setAccessibleDescription(reason)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.stepped.connect(self._on_search_stepped)
        self.search.returnPressed.connect(self._on_search_entered)
        self.filters.filtered.connect(self._on_filtered)
        self.model.state_changed.connect(self._on_state_changed)
        self.model.counted.connect(self._on_counted)
        self.model.looked.connect(self._keep)
        self.table.columns_arranged.connect(self._keep)
        self.table.row_activated.connect(self.row_activated)
        self.table.selection_changed.connect(self.selection_changed)
        self.table.summed.connect(self._on_summed)
        self.table.copied_rows.connect(self._on_copied_rows)
        self.table.failed.connect(self._on_failed)
        self.table.refused.connect(self._on_refused)
        self.states.retry_requested.connect(self.model.reload)
        self.states.action_requested.connect(self._on_empty_action)
        self.views.opened.connect(self.show_view)

    def _select(self, row_id: str) -> bool:
        if self.model.place(row_id) is None:
            return False
        self.table.select_ids((row_id,))
        return True

    def _narrowing(self) -> str:
        """What the list is narrowed by, for the note in an exported file; never what was searched for."""
        chosen = (chip.accessibleName() for chip in self.filters.chips if chip.value())
        return " · ".join(chosen)

    def _write(self, order: ExportOrder, _allowed: object) -> None:
        op = self._runner.job(self, partial(write_list, self._runner.workplace, self.spec, order))
        op.progress(self._on_export_step).failure(self._on_failed).ended(self._on_export_ended)
        self._export = op.success(partial(self._on_exported, order.path.name)).run()

    def _on_export_step(self, step: Step) -> None:
        done, total = number_text(step.done), number_text(step.total or 0)
        self.summary_changed.emit(tr(EXPORTING, done=done, total=total))

    def _on_exported(self, name: str, written: Written) -> None:
        text = EXPORTED_CUT if written.cut else EXPORTED
        told = tr(text, count=number_text(written.rows), file=name, cut=number_text(written.cut))
        self.said.emit(told, Tone.WARNING if written.cut else Tone.OK)

    def _on_export_ended(self) -> None:
        self._export = None
        self._tell_summary()

    def _tell_summary(self) -> None:
        self.summary_changed.emit(self.summary())

    @Slot()
    def _keep(self) -> None:
        self.notes.keep(self.model.look, self.table.layout_now())

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.model.show(replace(self.model.look, text=text))

    @Slot(int)
    def _on_search_stepped(self, _step: int) -> None:
        """Down in the search box goes to the rows."""
        if self.model.ids:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            # Qt brings the keyboard to a row without choosing it: what acts on the chosen one would refuse.
            if not self.table.selected_ids():
                self.table.select_ids((self.table.current_id() or self.model.ids[0],))

    @Slot()
    def _on_search_entered(self) -> None:
        """Enter with nothing more to search for goes to the rows; none is opened before it was looked at."""
        if self.search.searched_text() == self.model.look.text:
            self._on_search_stepped(1)

    @Slot(object)
    def _on_filtered(self, filters: dict[str, str]) -> None:
        self.model.show(replace(self.model.look, filters=filters))

    @Slot(object)
    def _on_state_changed(self, state: ListState) -> None:
        if state is ListState.LOADING:
            self.states.show_loading()
        elif state is ListState.CONTENT:
            self.states.show_content()
        elif state is ListState.EMPTY:
            self._show_empty()
        elif self.model.failure is not None:
            failure = self.model.failure
            self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _show_empty(self) -> None:
        if self._is_narrowed():
            self.states.show_empty(tr(self.spec.none_found), tr(SHOW_ALL), icon="search")
        else:
            self.states.show_empty(tr(self._empty), self._first_action)

    def tell_empty(self, why: Label) -> None:
        """Say that where the list is empty and not narrowed, instead of what the spec says: the page knows why."""
        self._empty = why
        if self.model.state is ListState.EMPTY:
            self._show_empty()

    def _is_narrowed(self) -> bool:
        look = self.model.look
        return bool(look.text or (look.filters and look.filters != self.spec.usual))

    @Slot()
    def _on_empty_action(self) -> None:
        if self._is_narrowed():
            self.show_look(Look(sorts=self.model.look.sorts))
        else:
            self.first_wanted.emit()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.count.setText(tr(ROWS, count=number_text(count)))
        if self._to_select and self._select(self._to_select):
            self._to_select = ""
        self._tell_summary()

    @Slot(object)
    def _on_summed(self, found: SelectionSum) -> None:
        self._sum = found
        self._tell_summary()

    @Slot(int)
    def _on_copied_rows(self, count: int) -> None:
        self.said.emit(tr(COPIED, count=number_text(count)), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self.said.emit(failure.words, Tone.DANGER)

    def _on_refused(self, reason: str) -> None:
        self.said.emit(reason, Tone.WARNING)

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.export_to(Path(name))

    @Slot()
    def _on_columns_clicked(self) -> None:
        self._open_menu(self._columns_button, self.table.columns.fill_menu)

    @Slot()
    def _on_views_clicked(self) -> None:
        self._open_menu(self._views_button, self.views.fill)

    def _open_menu(self, button: QWidget, fill: Callable[[QMenu], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_begun:
            self.begin()
        self.model.set_watching(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_watching(False)
