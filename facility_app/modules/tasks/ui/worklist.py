"""The worklist of the home page: what is due, each row one key from done."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.tasks.queries import TaskRow
from facility_app.modules.tasks.ui import rows
from facility_app.modules.tasks.ui.rows import TaskReads, WorkRow
from facility_app.modules.tasks.ui.work_view import CHIP_ROOM, PERSON, PERSON_ROOM, WHAT, WorklistView
from facility_app.ui.i18n import tr
from facility_app.ui.lists.filter_bar import FilterBar
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec, ListState, PagedTableModel
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Card, StateStack

MINE = label("tasks", "Việc của tôi")
KEYS = label("tasks", "↑↓ chọn · Enter mở · D xong · K ghi nhận")
NOTHING_DUE = label("tasks", "Không còn việc nào đang chờ. Cảm ơn, mọi thứ đã gọn gàng.")
NOTHING_DUE_YET = label("tasks", "Không có việc nào đến hạn. Những điều còn thiếu ở trên thì cần làm trước.")
NOTHING_DUE_HINT = label("tasks", "Việc mới tự hiện ở đây khi đến lúc; trang này xem lại mỗi phút.")
NONE_LIKE_THIS = label("tasks", "Không có việc nào như đang lọc.")
SHOW_ALL = label("ui", "Xem tất cả")
URGENCY = label("tasks", "Mức gấp")
GIVEN_TO = label("tasks", "Giao cho")
URGENCIES: tuple[tuple[str, Label], ...] = (
    ("overdue", label("tasks", "Quá hạn")),
    ("today", label("tasks", "Hôm nay")),
    ("later", label("tasks", "Sắp đến")),
)


def today_spec(reads: TaskReads) -> ListSpec[WorkRow]:
    """The worklist as data."""
    return ListSpec(
        id="tasks.today",
        title=MINE,
        columns=(
            ColumnSpec("due", label("tasks", "Hạn"), rows.due_of, rows.due_value, width=124, is_strong=True,
                       ink=rows.due_ink),
            ColumnSpec(WHAT, label("tasks", "Việc"), rows.what_of, width=330),
            ColumnSpec(PERSON, label("tasks", "Người"), rows.person_of, width=PERSON_ROOM, note=rows.code_of),
            ColumnSpec("role", GIVEN_TO, rows.given_to, width=120, is_hidden=True),
            ColumnSpec("urgency", URGENCY, rows.urgency_of, width=CHIP_ROOM, tone=rows.urgency_tone),
        ),
        ids=reads.today_ids,
        rows=reads.rows,
        row_id=rows.row_id,
        filters=(
            FilterSpec("urgency", URGENCY, tuple(FilterOption(key, text) for key, text in URGENCIES)),
            FilterSpec("role", GIVEN_TO, ask=rows.roles_today),
        ),
        search=None,
        tables=frozenset({"task"}),
    )  # fmt: skip


class Worklist(Card):
    """The list in its card, with what narrows it and its four faces.

    Attributes:
        view: the rows.

    Signals:
        chosen: another row has the focus, or the one that has it says something else.
        counted(int): so many rows.
    """

    chosen = Signal()
    counted = Signal(int)

    def __init__(self, context: PageContext, reads: TaskReads, parent: QWidget | None = None) -> None:
        """Ask for nothing before ``show_look``."""
        theme = context.theme
        super().__init__(theme, tr(MINE), hint=tr(KEYS), is_flush=True, parent=parent)
        self.setObjectName("worklist")
        spec = today_spec(reads)
        self.model: PagedTableModel[WorkRow] = PagedTableModel(spec, context.runner, self)
        self.view = WorklistView(self.model, context.runner, theme, self)
        self.view.setObjectName("worklist_table")
        self.view.setAccessibleName(tr(MINE))
        self.filters = FilterBar(spec.filters, context.runner, theme, self)
        self.states = StateStack(theme, self.view, self)
        if self.head is not None:
            self.head.add(self.filters)
        self.body.addWidget(self.states)
        self._row = 0
        self._wish = ""
        self._is_lacking = self._is_warned = False
        self.filters.filtered.connect(self._on_filtered)
        self.model.state_changed.connect(self._on_state_changed)
        self.model.counted.connect(self._on_counted)
        self.model.dataChanged.connect(self.chosen)
        self.model.modelReset.connect(self._on_model_reset)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.states.retry_requested.connect(self.model.reload)
        self.states.action_requested.connect(self._on_empty_action)

    def task(self) -> TaskRow | None:
        """The task with the focus."""
        row = self.row()
        return None if row is None else row.task

    def row(self) -> WorkRow | None:
        """Its row."""
        return self.model.row_of(self.view.current_id())

    def is_read(self) -> bool:
        """Whether there is an answer to count."""
        return self.model.state in {ListState.CONTENT, ListState.EMPTY}

    def count(self) -> int:
        """So many rows."""
        return len(self.model.ids)

    def show_filters(self, filters: Mapping[str, str]) -> None:
        """Narrow by these."""
        self.filters.set_values(filters)
        self.model.show(Look(filters=filters))

    def note_lacking(self, count: int) -> None:
        """So many things are missing beside the work: an empty list does not mean that all is well."""
        self._is_lacking = count > 0
        if self.model.state is ListState.EMPTY:
            self._show_empty()

    def note_warning(self, *, is_warned: bool) -> None:
        """Whether a number above warns of work that is nobody's task: a sheet missing, a tool still out."""
        self._is_warned = is_warned
        if self.model.state is ListState.EMPTY:
            self._show_empty()

    def select_when_here(self, task_id: str) -> None:
        """Bring the keyboard to a task, now or with the next answer."""
        self._wish = task_id

    def _choose(self, row_number: int) -> None:
        ids = self.model.ids
        if ids:
            self.view.select_ids(ids[row_number : row_number + 1] or ids[-1:])

    def _on_filtered(self, filters: dict[str, str]) -> None:
        self.model.show(Look(filters=filters))

    def _on_current_changed(self, current: Any) -> None:
        if current.isValid():
            self._row = current.row()
        self.chosen.emit()

    def _on_model_reset(self) -> None:
        # What was done left the list: the next one stands in its place, under the same keys.
        if not self.view.currentIndex().isValid():
            self._choose(min(self._row, max(0, self.count() - 1)))
        self.chosen.emit()

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
        if self.model.look.filters:
            self.states.show_empty(tr(NONE_LIKE_THIS), tr(SHOW_ALL), icon="filter-off")
        elif self._is_lacking or self._is_warned:
            self.states.show_empty(tr(NOTHING_DUE_YET), hint=tr(NOTHING_DUE_HINT), icon="alert-triangle")
        else:
            self.states.show_empty(tr(NOTHING_DUE), hint=tr(NOTHING_DUE_HINT), icon="circle-check")

    def _on_empty_action(self) -> None:
        self.show_filters({})

    def _on_counted(self, count: int) -> None:
        if self.head is not None:
            self.head.set_count(str(count) if count else "")
            self.head.set_hint(tr(KEYS) if count else "")
        self.filters.setVisible(bool(count or self.model.look.filters))
        if self._wish and self._wish in self.model.ids:
            self.view.select_ids((self._wish,))
            self._wish = ""
        self.counted.emit(count)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_watching(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_watching(False)
