"""A card of rows that were read with everything else: as high as they are, with verbs for the row selected."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label
from facility_app.ui.actions import why_not
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec, ListState
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import FlowLayout, Loudness, WhyNotButton, words

MOST_ROWS = 14
IN_HEAD = 3


class RowsCard(ShortCard):
    """Rows under a title.

    Attributes:
        buttons: what can be done, by the verb's id.

    Signals:
        add_asked: Insert.
        strike_asked: Delete.
    """

    add_asked = Signal()
    strike_asked = Signal()

    def __init__(
        self,
        context: PageContext,
        list_id: str,
        title: Label,
        columns: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        *,
        empty: Label,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing until ``show_rows``."""
        self.buttons: dict[str, WhyNotButton] = {}
        self._specs: dict[str, ActionSpec] = {}
        super().__init__(context, list_id, title, columns, row_id, empty, hint=hint, least=0, parent=parent)
        self.nothing_label = words(tr(empty), ink=Tone.NEUTRAL, is_wrapped=True)
        px = context.theme.px
        self.nothing_label.setContentsMargins(px(14), 0, px(14), px(6))
        self.nothing_label.setMinimumWidth(1)
        self.nothing_label.hide()
        self.body.addWidget(self.nothing_label)
        self.model.state_changed.connect(self._on_face_changed)
        self.model.counted.connect(self._fit)
        self.table.columns.fitted.connect(self._fit)
        self.table.horizontalScrollBar().rangeChanged.connect(self._fit)
        self.selection_changed.connect(self._recheck)
        context.theme.changed.connect(self._fit)
        self._fit()

    @override
    def set_actions(self, actions: Sequence[ActionSpec]) -> None:
        """Quiet buttons in the head: the loud one of the page is about the person.

        More than the head has room for at large letters stand below it, in as many lines as they take.
        """
        line: FlowLayout | None = None
        if len(actions) > IN_HEAD:
            holder = QWidget(self)
            px = self._context.theme.px
            line = FlowLayout(holder, gap=px(8))
            holder.setContentsMargins(px(10), 0, px(10), px(4))
            self.body.insertWidget(0, holder)
        for spec in actions:
            button = WhyNotButton(self._context.theme, spec.text, Loudness.LINK, spec.icon, self)
            button.button.setObjectName(f"button_{spec.id}")
            button.clicked.connect(spec.run)
            self.buttons[spec.id] = button
            self._specs[spec.id] = spec
            if line is not None:
                line.addWidget(button)
            elif self.head is not None:
                self.head.add(button)
        self._recheck()

    def _recheck(self) -> None:
        for name, button in self.buttons.items():
            button.set_why_not(why_not(self._specs[name], self._context.actor))

    def _fit(self) -> None:
        """As high as the rows, and the bar below them where columns lie beyond the edge."""
        high = self.table.height_of(MOST_ROWS)
        bar = self.table.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.states.setFixedHeight(high + below + 4)

    def _on_face_changed(self, state: ListState) -> None:
        is_empty = state is ListState.EMPTY
        self.states.setVisible(not is_empty)
        self.nothing_label.setVisible(is_empty)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Qt.Key.Key_Insert: self.add_asked, Qt.Key.Key_Delete: self.strike_asked}.get(Qt.Key(event.key()))
        if asked is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            asked.emit()
