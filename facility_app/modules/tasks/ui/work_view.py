"""How the worklist is painted and driven: the words of a task in full, one key for each deed."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from facility_app.ui.lists import TableView
from facility_app.ui.lists.delegate import PAD, ROW, CellDelegate
from facility_app.ui.models import PagedTableModel
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme

WHAT, PERSON = "what", "person"
CHIP_ROOM, PERSON_ROOM, LEAST_WORDS = 156, 204, 150
NARROW, NARROW_PERSON = 680, 150
WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
MOST_LINES = 5
MEASURED = 300
"""Rows whose words are measured; a longer worklist is not read to its end."""

_Index = QModelIndex | QPersistentModelIndex


class WorkDelegate(CellDelegate):
    """Lets the words of a task break into lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Follow ``theme``."""
        super().__init__(theme, parent)
        self._look = theme

    def height(self, text: str, width: int) -> int:
        """How high a row is whose words have ``width``."""
        metrics = QFontMetrics(self._look.font())
        room = QRect(0, 0, max(1, width - 2 * self._look.px(PAD)), 10_000)
        lines = round(metrics.boundingRect(room, WRAPPED, text).height() / metrics.lineSpacing())
        return self._look.px(ROW) + (min(lines, MOST_LINES) - 1) * metrics.lineSpacing()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, PagedTableModel) or model.columns[index.column()].key != WHAT:
            super().paint(painter, option, index)
            return
        widget: QWidget | None = option.widget
        if widget is not None:
            widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        rect: QRect = option.rect
        painter.setFont(self._look.font())
        painter.setPen(self._look.color("ink"))
        pad = self._look.px(PAD)
        painter.drawText(rect.adjusted(pad, 0, -pad, 0), WRAPPED, model.data(index) or "")


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
        is_narrow = self.viewport().width() < px(NARROW)
        header.resizeSection(keys.index(PERSON), px(NARROW_PERSON if is_narrow else PERSON_ROOM))
        others = sum(header.sectionSize(number) for number in range(len(keys) - 1) if number != what)
        width = max(px(LEAST_WORDS), self.viewport().width() - others - px(CHIP_ROOM))
        header.resizeSection(what, width)
        for number in range(min(MEASURED, len(self._model.ids))):
            text = self._model.data(self._model.index(number, what)) or ""
            self.setRowHeight(number, self._words.height(text, width))

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
