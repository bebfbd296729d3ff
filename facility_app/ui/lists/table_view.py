"""The table every list is shown in: driven by keyboard, arranged as the user likes, copied for other programs."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from facility_app.ui.i18n import tr
from facility_app.ui.lists.columns import ColumnKeeper
from facility_app.ui.lists.copying import Copied, copied
from facility_app.ui.lists.delegate import ROW, CellDelegate
from facility_app.ui.lists.leaving import ON_SCREEN, allow, free_rows, leaving, needs_verb, why_not_copy
from facility_app.ui.lists.saved import ColumnLayout
from facility_app.ui.lists.selection import SelectionKeeper, TablePlace
from facility_app.ui.lists.sums import SelectionSum, summed
from facility_app.ui.models import ColumnSpec, ListSpec, PagedTableModel
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme

SELECTION_PAUSE_MS = 120
AT_ONCE = 500
"""Selected rows summed and copied on the spot when they are all here; more are left to a reading thread."""
CHUNK = 500


class TableView(QTableView):
    """A ``PagedTableModel`` on the screen.

    Signals:
        row_activated(str): Enter or a double click on the row of this id.
        selection_changed: which rows are selected changed.
        summed(SelectionSum): count and sums of the selection, a moment later.
        copied_rows(int): so many rows lie on the clipboard.
        failed(Failure): rows for a sum or a copy could not be read, or may not leave.
        refused(str): so many rows may not be copied, in words.
        columns_arranged: the user changed the columns.
    """

    row_activated = Signal(str)
    selection_changed = Signal()
    summed = Signal(object)
    copied_rows = Signal(int)
    failed = Signal(object)
    refused = Signal(str)
    columns_arranged = Signal()

    def __init__(
        self, model: PagedTableModel[Any], runner: Runner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show ``model``; ``runner`` reads what a large copy or sum needs."""
        super().__init__(parent)
        self._model = model
        self._runner = runner
        self._theme = theme
        self._dress()
        self.setModel(model)
        cells = self._cells = CellDelegate(theme, self)
        self.setItemDelegate(cells)
        self.columns = ColumnKeeper(self.horizontalHeader(), model, theme, cells.wanted, cells.narrowest)
        self.columns.arranged.connect(self.columns_arranged)
        self._goes_on = any(column.goes_on for column in model.columns)
        if self._goes_on:
            # Told of new rows too, when their columns are as wide as they will be.
            self.columns.fitted.connect(self._fit_rows)
        self.chosen = SelectionKeeper(self, model)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SELECTION_PAUSE_MS)
        self._pause.timeout.connect(self._sum)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected rows, from top to bottom."""
        return self.chosen.selected_ids()

    def current_id(self) -> str:
        """Id of the row with the focus; empty when none has it."""
        return self.chosen.current_id()

    def select_ids(self, row_ids: Sequence[str]) -> None:
        """Select these rows and bring the first into sight."""
        self.chosen.select(row_ids)
        self.scrollTo(self.currentIndex())

    def place(self) -> object:
        """Where one is in the list, for ``come_to``."""
        return self.chosen.place()

    def come_to(self, place: object) -> None:
        """Be there again, now or with the first rows; any other place is none of a list's."""
        if isinstance(place, TablePlace):
            self.chosen.come_to(place)

    def shown_columns(self) -> tuple[ColumnSpec[Any], ...]:
        """The columns as the user sees them, from left to right."""
        layout = self.columns.layout()
        found = {column.key: column for column in self._model.columns}
        return tuple(found[key] for key in layout.order if key not in layout.hidden)

    def height_of(self, most: int) -> int:
        """How high it is with its first rows, ``most`` of them, nothing scrolled; one row's height without any."""
        count = min(most, self._model.rowCount())
        if self._goes_on:
            self._fit_heights(0, count)
        rows = sum(self.rowHeight(row) for row in range(count))
        rows = rows or self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()

    def rows_in_sight(self) -> range:
        """The rows that can be seen, were each as low as a row may be."""
        first = max(0, self.rowAt(0))
        most = self.viewport().height() // max(1, self.verticalHeader().minimumSectionSize()) + 2
        return range(first, min(first + most, self._model.rowCount()))

    def cut(self, row: int) -> tuple[ColumnSpec[Any], ...]:
        """The columns shown in which something of this row cannot be read; instructions not shown among them."""
        header, found = self.horizontalHeader(), []
        for place, column in enumerate(self._model.columns):
            cell = self._model.index(row, place)
            room = QSize(header.sectionSize(place), self.rowHeight(row))
            if column.is_instruction if header.isSectionHidden(place) else self._cells.is_cut(cell, room):
                found.append(column)
        return tuple(found)

    def layout_now(self) -> ColumnLayout:
        """How the user has the columns."""
        return self.columns.layout()

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, with heads; tab-separated, and as a table for spreadsheets.

        Many rows are an export: the list's verb is asked first, and a list without one stays on the screen.
        """
        spec, chosen = self._model.spec, self.selected_ids()
        columns = leaving(self.shown_columns())
        refusal = why_not_copy(spec, self._runner.workplace.actor, len(chosen))
        if refusal is not None:
            self.refused.emit(refusal)
        elif needs_verb(spec, len(chosen)):
            op = self._runner.command(self, partial(allow, spec, columns, len(chosen)))
            op.success(partial(self._copy, chosen, columns)).failure(self._on_failed).run()
        elif chosen:
            self._copy(chosen, columns, None)

    def _copy(self, chosen: tuple[str, ...], columns: tuple[ColumnSpec[Any], ...], _allowed: object) -> None:
        rows = self._rows_here(chosen)
        if rows is not None and len(free_rows(self._model.spec, rows)) < len(rows):
            self.refused.emit(tr(ON_SCREEN))
            return
        if rows is not None:
            self._on_copied(copied(columns, rows))
            return
        fn = partial(_copy_rows, self._model.spec, columns, chosen)
        self._runner.query(self, fn, topic="copy").success(self._on_copied).failure(self._on_failed).run()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _rows_here(self, chosen: Sequence[str]) -> list[object] | None:
        """The rows of these ids, when there are few and all are here."""
        if len(chosen) > AT_ONCE:
            return None
        rows = [self._model.row_of(one) for one in chosen]
        return None if None in rows else rows

    @Slot()
    def _fit_rows(self) -> None:
        """Make the rows in sight as high as the words that go on in another line; the others when they come there.

        A list is scrolled row by row: how high those out of sight are is nobody's question.
        """
        seen = self.rows_in_sight()
        self._fit_heights(seen.start, seen.stop)

    def _fit_heights(self, first: int, end: int) -> None:
        header, high = self.horizontalHeader(), self._cells.line_height()
        sides = self.verticalHeader()
        places = [place for place, one in enumerate(self._model.columns) if one.goes_on]
        shown = [(place, header.sectionSize(place)) for place in places if not header.isSectionHidden(place)]
        for row in range(first, end):
            cells = ((self._model.index(row, place), width) for place, width in shown)
            lines = max((self._cells.line_count(cell, width) for cell, width in cells), default=1)
            tall = self._theme.px(ROW) + max(0, lines - 1) * high
            if tall != sides.sectionSize(row):
                sides.resizeSection(row, tall)

    @Slot()
    def _sum(self) -> None:
        chosen = self.selected_ids()
        columns = tuple(column for column in self.shown_columns() if column.is_summed)
        if not columns or len(chosen) < 2:  # noqa: PLR2004 - one row says its own numbers
            self.summed.emit(SelectionSum(len(chosen)))
            return
        rows = self._rows_here(chosen)
        if rows is not None:
            self.summed.emit(summed(columns, rows))
            return
        self.summed.emit(SelectionSum(len(chosen)))
        fn = partial(_sum_rows, self._model.spec, columns, chosen)
        self._runner.query(self, fn, topic="sum").success(self.summed.emit).failure(self._on_failed).run()

    def _on_copied(self, rows: Copied) -> None:
        QGuiApplication.clipboard().setMimeData(rows.mime())
        self.copied_rows.emit(rows.count)

    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)

    @Slot()
    def _on_selection_changed(self) -> None:
        self._pause.start()
        self.selection_changed.emit()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.row_activated.emit(self._model.ids[index.row()])

    @Slot()
    def _on_scrolled(self) -> None:
        self._model.see_from(max(0, self.rowAt(0)))
        if self._goes_on:
            self._fit_rows()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._theme.px(ROW))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        if self._goes_on:
            self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._goes_on:
            self._fit_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id():
            self.row_activated.emit(self.current_id())
        else:
            super().keyPressEvent(event)


def read_all(spec: ListSpec[Any], row_ids: Sequence[str], uow: Any) -> list[Any]:
    """The rows of many ids, a chunk a statement."""
    rows: list[Any] = []
    for begin in range(0, len(row_ids), CHUNK):
        rows.extend(spec.rows(uow, row_ids[begin : begin + CHUNK]))
    return rows


def _copy_rows(
    spec: ListSpec[Any], columns: Sequence[ColumnSpec[Any]], row_ids: Sequence[str], uow: Any
) -> Copied:
    return copied(columns, free_rows(spec, read_all(spec, row_ids, uow)))


def _sum_rows(
    spec: ListSpec[Any], columns: Sequence[ColumnSpec[Any]], row_ids: Sequence[str], uow: Any
) -> SelectionSum:
    return summed(columns, read_all(spec, row_ids, uow))
