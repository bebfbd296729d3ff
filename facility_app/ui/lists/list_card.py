"""A short list in a card, among other things on a page: its head, its verbs, its rows, and the four faces."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.typed import number_text
from facility_app.ui.actions import ActionBar
from facility_app.ui.i18n import tr
from facility_app.ui.lists.table_view import TableView
from facility_app.ui.models import ListSpec, ListState, PagedTableModel
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, StateStack

CHOOSE = label("ui", "Hãy chọn một dòng trước.")
COPIED = label("ui", "Đã chép {count} dòng; dán được vào Excel hoặc Word.")


class ListCard(Card):
    """Everything of it from a ``ListSpec``; it asks when it is first shown, and again when its tables change.

    Attributes:
        model: the rows.
        table: the rows on the screen.
        bar: what can be done with them.

    Signals:
        row_activated(str): Enter or a double click on the row of this id.
        selection_changed: another row is selected, or the one selected says something else.
    """

    row_activated = Signal(str)
    selection_changed = Signal()

    def __init__(
        self,
        context: PageContext,
        spec: ListSpec[Any],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Put the list of ``spec`` under its title."""
        theme = context.theme
        super().__init__(theme, tr(spec.title), hint=hint, is_flush=True, parent=parent)
        self.setObjectName(f"card_{spec.id}")
        self.spec = spec
        self._context = context
        self._is_begun = False
        self._wish = ""
        self.model: PagedTableModel[Any] = PagedTableModel(spec, context.runner, self)
        self.states = StateStack(theme, parent=self)
        self.table = TableView(self.model, context.runner, theme, self.states)
        self.states.hold(self.table)
        self.table.setObjectName(f"table_{spec.id}")
        self.table.setAccessibleName(tr(spec.title))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        # Heads without rows before anything was read would look like a list of nothing.
        self.table.horizontalHeader().hide()
        self.bar = ActionBar(theme, context.actor, self)
        self.bar.hide()
        if self.head is not None:
            self.head.add(self.bar)
        self.body.addWidget(self.states)
        self.model.state_changed.connect(self._on_state_changed)
        self.model.counted.connect(self._on_counted)
        self.model.dataChanged.connect(self._on_selection_changed)
        self.model.modelReset.connect(self._on_selection_changed)
        self.table.selection_changed.connect(self._on_selection_changed)
        self.table.row_activated.connect(self.row_activated)
        self.table.copied_rows.connect(self._on_copied)
        self.table.refused.connect(self._on_refused)
        self.states.retry_requested.connect(self.model.reload)

    def set_actions(self, actions: Sequence[ActionSpec]) -> None:
        """What can be done with the row selected; the first is the main one.

        It stands in the head, a hand's breadth above the words of the empty list, which do not offer it again.
        """
        self.bar.set_actions(actions)
        self.bar.setVisible(bool(actions))

    def row(self) -> Any:
        """The row selected, when it is here."""
        chosen = self.table.selected_ids()
        return self.model.row_of(chosen[0]) if len(chosen) == 1 else None

    def why_no_row(self) -> str | None:
        """Why nothing can be done with a row."""
        return None if self.row() is not None else tr(CHOOSE)

    def select_when_here(self, row_id: str) -> None:
        """Select the row of this id, now or with the next answer."""
        if self.model.place(row_id) is None:
            self._wish = row_id
        else:
            self.table.select_ids((row_id,))

    def begin(self) -> None:
        """Ask for the rows."""
        self._is_begun = True
        self.model.show(Look())

    def _on_state_changed(self, state: ListState) -> None:
        if state is ListState.LOADING:
            self.states.show_loading()
        elif state is ListState.CONTENT:
            self.states.show_content()
        elif state is ListState.EMPTY:
            self.states.show_empty(tr(self.spec.empty))
        elif self.model.failure is not None:
            failure = self.model.failure
            self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_counted(self, count: int) -> None:
        self.table.horizontalHeader().show()
        if self.head is not None:
            self.head.set_count(number_text(count) if count else "")
        if self._wish and self.model.place(self._wish) is not None:
            self.table.select_ids((self._wish,))
            self._wish = ""
        elif count and not self.table.selected_ids():
            # Something is always selected, so that the verbs beside it mean something.
            self.table.select_ids(self.model.ids[:1])

    def _on_selection_changed(self) -> None:
        self.bar.recheck()
        self.selection_changed.emit()

    def _on_copied(self, count: int) -> None:
        self._context.say(tr(COPIED, count=number_text(count)), Tone.OK)

    def _on_refused(self, reason: str) -> None:
        self._context.say(reason, Tone.WARNING)

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
