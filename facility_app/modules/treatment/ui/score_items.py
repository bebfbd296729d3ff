"""The questions of an instrument as a list: one key answers the current one and goes on to the next."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.instrument_items import Item
from facility_app.modules.treatment.domain.scoring import Score
from facility_app.modules.treatment.ui.score_state import Scoring, item_number, item_words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, follow

Index = QModelIndex | QPersistentModelIndex
NUMBER, QUESTION = label("treatment", "Mục"), label("treatment", "Nội dung")
ANSWER, POINTS = label("treatment", "Trả lời"), label("treatment", "Điểm")
HEADS = (NUMBER, QUESTION, ANSWER, POINTS)
MEASURED = label("treatment", "{answer} (từ sinh hiệu)")
ROW, NUMBER_WIDTH, POINTS_WIDTH = 34, 54, 66
BESIDE, ABOVE = 26, 12
"""What stays free beside and above the words of a line."""
QUESTION_SHARE = 0.64
"""Of the room of question and answer: an answer is a word or two, a question a sentence."""


class ItemsModel(QAbstractTableModel):
    """Questions, answers and what each counts."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """No instrument yet."""
        super().__init__(parent)
        self._theme = theme
        self.scoring: Scoring | None = None
        self.score: Score | None = None
        follow(theme, self._on_theme_changed)

    def show(self, scoring: Scoring) -> None:
        """Show a scoring."""
        self.beginResetModel()
        self.scoring, self.score = scoring, scoring.result()
        self.endResetModel()

    def changed(self) -> None:
        """An answer changed: another may be needless now."""
        if self.scoring is not None:
            self.score = self.scoring.result()
            last = self.index(self.rowCount() - 1, len(HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def item(self, row: int) -> Item | None:
        """The question of a row."""
        items = () if self.scoring is None else self.scoring.items
        return items[row] if 0 <= row < len(items) else None

    def _text(self, item: Item, column: int) -> str:
        assert self.scoring is not None  # noqa: S101 - asked by whoever has an item
        assert self.score is not None  # noqa: S101 - made with it
        if column == 0:
            return item_number(item)
        if column == 1:
            return item_words(self.scoring.instrument, item)
        answer = self.scoring.shown(item)
        if column == len(HEADS) - 1:
            points = self.score.points.get(item.key)
            return "" if points is None else str(points)
        return tr(MEASURED, answer=answer) if item.key in self.scoring.from_vitals else answer

    def _on_theme_changed(self) -> None:
        self._quiet = self._theme.color("quiet")

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        if self.scoring is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.scoring.items)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr(HEADS[section])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._quiet if index.column() == 0 else None
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
        return self._text(item, index.column()) if role in shown else None


class WholeWords(QStyledItemDelegate):
    """Lines as high as their words are long; Qt's own measure forgets what the look keeps free beside them."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """Of the lines of ``view``."""
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = self._view.columnWidth(index.column()) - self._theme.px(BESIDE)
        words = str(index.data() or "")
        high = (
            QFontMetrics(self._theme.font()).boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, words).height()
        )
        return QSize(room, max(self._theme.px(ROW), high + self._theme.px(ABOVE)))


class ItemsView(QTableView):
    """The keyboard of a scoring.

    Signals:
        key_given(str): a digit or a letter, for the current question.
        cleared: Delete: the current question has no answer any more.
        save_asked: Ctrl+Enter.
        moved: another question is current.
        value_wanted: Enter on a question that is answered by a measured value.
    """

    key_given = Signal(str)
    cleared = Signal()
    save_asked = Signal()
    moved = Signal()
    value_wanted = Signal()

    def __init__(self, model: ItemsModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self.setObjectName("items")
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(WholeWords(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        # A question is read to its end: what it must not count stands there.
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._fit)
        follow(theme, self._fit)

    def go_to(self, row: int) -> None:
        """Make a question current."""
        self.setCurrentIndex(self.model().index(row, 0))
        self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        px = self._theme.px
        self.verticalHeader().setMinimumSectionSize(px(ROW))
        self.setColumnWidth(0, px(NUMBER_WIDTH))
        self.setColumnWidth(3, px(POINTS_WIDTH))
        room = self.viewport().width() - px(NUMBER_WIDTH) - px(POINTS_WIDTH)
        self.setColumnWidth(1, max(px(NUMBER_WIDTH), round(room * QUESTION_SHARE)))
        self.resizeRowsToContents()

    def _on_current_changed(self, _current: Any, _previous: Any) -> None:
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        text = event.text()
        if is_enter and with_control:
            self.save_asked.emit()
        elif is_enter:
            self.value_wanted.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
        elif not with_control and len(text) == 1 and text.isalnum():
            self.key_given.emit(text)
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # An input method would make the beginning of a word of the letter of an answer.
        text = event.commitString() or event.preeditString()
        event.accept()
        if text.strip():
            QGuiApplication.inputMethod().reset()
            self.key_given.emit(text[0])
