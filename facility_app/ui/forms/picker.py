"""The list that drops below a field: it never takes the keyboard, so a composition is never broken."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label
from facility_app.kernel.names import fold
from facility_app.ui.i18n import tr

_MOST_ROWS = 8
_GAP = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen.

    Attributes:
        id: what is kept.
        text: what the user reads, in the user's language.
        quiet: what tells it from others of the same name.
        above: id of what it lies in, for choices in two steps.
    """

    id: str
    text: str = field(repr=False)
    quiet: str = field(default="", repr=False)
    above: str = ""

    def line(self) -> str:
        """Both texts on one line."""
        return f"{self.text} · {self.quiet}" if self.quiet else self.text


class ChoiceModel(QAbstractListModel):
    """The choices found."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Take others."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """The choice of a row; None beyond the end."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        choice = self.choice(index.row())
        return choice.line() if choice is not None and role in shown else None


class Picker(QFrame):
    """Choices below an editor, inside the same window.

    Signals:
        picked: the choice clicked on or taken with Enter.
    """

    picked = Signal(object)

    def __init__(self, editor: QWidget) -> None:
        """Belong to ``editor``; hidden until there is something to show."""
        super().__init__(editor.window())
        self._editor = editor
        self.setObjectName("picker")
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self._model = ChoiceModel(self)
        self._list = QListView(self)
        self._list.setObjectName("picker_list")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.clicked.connect(self._on_list_clicked)
        self._words = QLabel(self)
        self._words.setProperty("ink", "quiet")
        self._words.setWordWrap(True)
        self._words.setContentsMargins(8, 6, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._list)
        column.addWidget(self._words)
        self.hide()

    def show_choices(self, choices: Sequence[Choice], nothing: Label, *, highlight: bool) -> None:
        """Drop down with ``choices``, or with the words ``nothing``; ``highlight`` marks the first."""
        self._model.show_choices(choices)
        self._list.setVisible(bool(choices))
        self._words.setVisible(not choices)
        self._words.setText(tr(nothing))
        if choices and highlight:
            self._list.setCurrentIndex(self._model.index(0))
        self._place(len(choices))
        self.show()
        self.raise_()

    def count(self) -> int:
        """Choices shown."""
        return self._model.rowCount()

    def choices(self) -> tuple[Choice, ...]:
        """What is offered now."""
        return tuple(choice for row in range(self.count()) if (choice := self._model.choice(row)) is not None)

    def move_by(self, rows: int) -> None:
        """Mark another choice."""
        last = self.count() - 1
        if last < 0:
            return
        row = self._list.currentIndex().row() + rows
        self._list.setCurrentIndex(self._model.index(min(max(row, 0), last)))

    def marked(self) -> Choice | None:
        """The choice Enter would take."""
        return self._model.choice(self._list.currentIndex().row())

    def _place(self, count: int) -> None:
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        row_height = max(self._list.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        height = row_height * min(count, _MOST_ROWS) if count else self._words.sizeHint().height()
        below = self._editor.mapTo(window, QPoint(0, self._editor.height() + _GAP))
        room = QRect(below.x(), below.y(), max(self._editor.width(), self.minimumSizeHint().width()), height + 4)
        if room.bottom() > window.height() and below.y() - self._editor.height() > room.height():
            room.moveBottom(below.y() - self._editor.height() - 2 * _GAP)
        self.setGeometry(room)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.choice(index.row()))


def ranked(choices: Sequence[Choice], text: str) -> tuple[Choice, ...]:
    """Choices that hold every word of ``text`` at the beginning of a word, the whole beginning first."""
    wanted = fold(text)
    if not wanted:
        return tuple(choices)
    found = []
    for place, choice in enumerate(choices):
        folded = fold(choice.text)
        if wanted in {folded, fold(choice.id)}:
            rank = 0
        elif folded.startswith(wanted):
            rank = 1
        elif all(f" {word}" in f" {folded}" for word in wanted.split()):
            rank = 2
        elif wanted in folded:
            rank = 3
        else:
            continue
        found.append((rank, place, choice))
    return tuple(choice for _, _, choice in sorted(found, key=lambda one: one[:2]))
