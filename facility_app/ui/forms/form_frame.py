"""Where the fields of a form stand: twelve columns that scroll, troubles above, buttons below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from facility_app.kernel.labels import Label, label
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.notice import Notice
from facility_app.ui.forms.summary import ErrorSummary
from facility_app.ui.i18n import tr
from facility_app.ui.theme.tokens import SPACE, Tone

_BACK = label("ui", "Trở về bản đã lưu")
_EMPTY = label("ui", "Xóa hết những gì đã gõ")
_DROP = label("ui", "Bỏ những gì đã gõ")
_UNSAVED = label("ui", "{count} mục chưa lưu")
_COLUMNS = 12


class FormFrame(QWidget):
    """The outside of a form, without what it does."""

    def __init__(self, save_words: Label, *, with_bar: bool, parent: QWidget | None = None) -> None:
        """Make a frame without fields; ``save_words`` is the verb on the main button."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._summary = ErrorSummary(self)
        self._note = Notice(self)
        self._content = QWidget()
        self._content.setProperty("kind", "scrolled")
        self._rows = 0
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(SPACE, SPACE, 3 * SPACE, SPACE)
        self._grid.setHorizontalSpacing(4 * SPACE)
        self._grid.setVerticalSpacing(4 * SPACE)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._held_from: QWidget | None = None
        self._giving_back = QTimer(self)
        self._giving_back.setSingleShot(True)
        self._giving_back.setInterval(0)
        self._giving_back.timeout.connect(self._give_keyboard_back)
        self._bar = self._make_bar(save_words)
        self._bar.setVisible(with_bar)
        self._column.addWidget(self._summary)
        self._column.addWidget(self._note)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._bar)

    def add_section(self, title: Label) -> QLabel:
        """Begin a part of the form; its head, for a form that hides whole parts."""
        head = QLabel(tr(title), self._content)
        head.setProperty("letters", "heading")
        head.setProperty("weight", "strong")
        self._grid.addWidget(head, self._next_row(), 0, 1, _COLUMNS)
        return head

    def show_top(self, widget: QWidget) -> None:
        """Put ``widget`` (the offer of a draft) above everything else."""
        self._column.insertWidget(0, widget)

    def use_save_button(self, button: QPushButton) -> None:
        """Let a button outside, of a dialog, stand for the form's own: Enter in the last field leads there."""
        self._save = button

    def show_note(self, text: str) -> None:
        """Say something about the whole form above its fields."""
        self._note.say(text, Tone.INFO)

    def keep_in_sight(self, room: QSize) -> None:
        """Show its fields without scrolling where it is as wide as ``room``, as far as they are no higher."""
        layout, wide = self._grid, room.width()
        high = (
            layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalMinimumSize().height()
        )
        self._scroll.setMinimumHeight(min(room.height(), high))

    def set_held(self, *, is_held: bool) -> None:
        """Close all fields while a question about the whole form stands, or open them again.

        The keyboard comes back to where it was, unless it is needed elsewhere by then.
        """
        if is_held:
            # Held again before the keyboard was given back: it waits for the next opening.
            self._giving_back.stop()
        here: QWidget | None = self.window().focusWidget()
        if is_held and here is not None and self.isAncestorOf(here):
            self._held_from = here
        self._content.setEnabled(not is_held)
        self._bar.setEnabled(not is_held)
        if not is_held and self._held_from is not None:
            # Not now: a form that is saved and done is put away or shown anew in the next moment.
            self._giving_back.start()

    def note_text(self) -> str:
        """What is said of the whole form; empty when nothing is."""
        return self._note.text()

    def _give_keyboard_back(self) -> None:
        here, self._held_from = self._held_from, None
        is_free: QWidget | None = self.window().focusWidget()
        if here is not None and isValid(here) and here.isVisible() and is_free is None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_where_back_leads(self, *, is_saved: bool, is_begun: bool) -> None:
        self._back.setText(tr(_BACK if is_saved else _DROP if is_begun else _EMPTY))

    def _place(self, fields: Sequence[Field[Any]], spans: Sequence[int]) -> None:
        row, place = self._next_row(), 0
        for field, span in zip(fields, spans or [_COLUMNS // len(fields)] * len(fields), strict=True):
            self._grid.addWidget(field, row, place, 1, span)
            place += span

    def _next_row(self) -> int:
        self._grid.setRowStretch(self._rows, 0)
        self._rows += 1
        # What is left over goes to the empty row below, so that fields keep their height.
        self._grid.setRowStretch(self._rows, 1)
        return self._rows - 1

    def _show_field(self, field: Field[Any]) -> None:
        field.focus()
        self._scroll.ensureWidgetVisible(field, 0, 6 * SPACE)

    def _show_unsaved(self, count: int) -> None:
        self._back.setEnabled(count > 0)
        self._unsaved.setText(tr(_UNSAVED, count=count) if count else "")

    def _make_bar(self, save_words: Label) -> QWidget:
        bar = QWidget(self)
        self._save = QPushButton(tr(save_words), bar)
        self._save.setObjectName("save")
        self._save.setProperty("kind", "primary")
        self._save.setToolTip("Ctrl+Enter")
        self._back = QPushButton(tr(_EMPTY), bar)
        self._back.setObjectName("back")
        self._back.setProperty("kind", "quiet")
        self._back.setToolTip("Esc")
        self._unsaved = QLabel(bar)
        self._unsaved.setProperty("ink", "quiet")
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE, 0, SPACE, SPACE)
        for widget in (self._save, self._back, self._unsaved):
            row.addWidget(widget)
        row.addStretch(1)
        return bar
