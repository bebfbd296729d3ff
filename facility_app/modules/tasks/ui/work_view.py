"""How the worklist is painted and driven: the words of a task in full, one key for each deed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from facility_app.ui.lists import TableView
from facility_app.ui.lists.delegate import PAD, ROW, CellDelegate, CellWords, words_of
from facility_app.ui.models import PagedTableModel
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme

WHAT, PERSON = "what", "person"
CHIP_ROOM, PERSON_ROOM, LEAST_WORDS = 152, 208, 150
NARROW, NARROW_PERSON = 680, 150
WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
MOST_LINES, AROUND = 5, 12
"""Lines of a row, and what stands around them at 100 %: as many rows as can be are seen at once."""
MEASURED = 300
"""Rows whose words are measured; a longer worklist is not read to its end."""

_Index = QModelIndex | QPersistentModelIndex


class WorkDelegate(CellDelegate):
    """Lets the words of a task break into lines, and a number stand below a name where both have no room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Follow ``theme``."""
        super().__init__(theme, parent)
        self._look = theme

    def is_stacked(self, index: _Index, width: int) -> bool:
        """Whether the name and the number in this cell stand one below the other."""
        words = words_of(index)
        return words is not None and bool(words.note) and self._needs(words) > width - 2 * self._pad

    def height(self, text: str, width: int, least: int = 1) -> int:
        """How high a row is whose words have ``width``; never less than ``least`` lines."""
        metrics = QFontMetrics(self._look.font())
        room = QRect(0, 0, max(1, width - 2 * self._look.px(PAD)), 10_000)
        lines = round(metrics.boundingRect(room, WRAPPED, text).height() / metrics.lineSpacing())
        high = min(max(lines, least), MOST_LINES) * metrics.lineSpacing() + self._look.px(AROUND)
        return max(self._look.px(ROW), high)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, rect = index.model(), option.rect
        key = model.columns[index.column()].key if isinstance(model, PagedTableModel) else ""
        if key != WHAT and not (key == PERSON and self.is_stacked(index, rect.width())):
            super().paint(painter, option, index)
            return
        widget: QWidget | None = option.widget
        if widget is not None:
            widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        words = words_of(index)
        if key == PERSON and words is not None:
            self._paint_stacked(painter, rect, words)
            return
        painter.setFont(self._look.font())
        painter.setPen(self._look.color("ink"))
        pad = self._look.px(PAD)
        painter.drawText(rect.adjusted(pad, 0, -pad, 0), WRAPPED, model.data(index) or "")

    def _paint_stacked(self, painter: QPainter, rect: QRect, words: CellWords) -> None:
        line = QFontMetrics(self._look.font()).lineSpacing()
        name = QRect(rect.left() + self._pad, rect.center().y() - line, rect.width() - 2 * self._pad, line)
        self._paint_words(painter, name, replace(words, note=""))
        self._paint_note(painter, name.translated(0, line), words.note)


class WorklistView(TableView):
    """The rows, and the keys that act on the one with the focus.

    Signals:
        finish_asked: Space or D.
        acknowledge_asked: K.
    """

    finish_asked = Signal()
    acknowledge_asked = Signal()

    def __init__(self, model: PagedTableModel[Any], runner: Runner, theme: Theme, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(model, runner, theme, parent)
        self._words = WorkDelegate(theme, self)
        self.setItemDelegate(self._words)
        self.setSelectionMode(TableView.SelectionMode.SingleSelection)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Give the words what the other columns leave, so that nothing has to be scrolled to sideways."""
        keys = [column.key for column in self._model.columns]
        header, what, px = self.horizontalHeader(), keys.index(WHAT), self._theme.px
        person = keys.index(PERSON)
        is_narrow = self.viewport().width() < px(NARROW)
        header.resizeSection(person, px(NARROW_PERSON if is_narrow else PERSON_ROOM))
        others = sum(header.sectionSize(number) for number in range(len(keys) - 1) if number != what)
        width = max(px(LEAST_WORDS), self.viewport().width() - others - px(CHIP_ROOM))
        header.resizeSection(what, width)
        for number in range(min(MEASURED, len(self._model.ids))):
            text = self._model.data(self._model.index(number, what)) or ""
            is_stacked = self._words.is_stacked(self._model.index(number, person), header.sectionSize(person))
            self.setRowHeight(number, self._words.height(text, width, 2 if is_stacked else 1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_D, Qt.Key.Key_Space}:
            self.finish_asked.emit()
        elif event.key() == Qt.Key.Key_K:
            self.acknowledge_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, never a search."""
