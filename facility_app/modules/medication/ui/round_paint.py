"""How a line of a round is painted: who, what and how much are read whole, however large the letters are."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from facility_app.modules.medication.ui.round_model import COLUMNS, Column, RoundModel
from facility_app.ui.theme import Theme, follow
from facility_app.ui.widgets import KeptChips, chip_size, longest_word, whole_lines

ROW, PAD, GAP, MARK = 36, 10, 6, 16
BESIDE: Final = 10
"""What is left free above and below words of several lines."""
KEPT_LINES = 2000
WEIGHTS: Final = {Column.DOSE: QFont.Weight.DemiBold, Column.PERSON: QFont.Weight.Medium}
WHOLE: Final = (Column.PLACE, Column.PERSON, Column.MEDICINE)
"""What goes on in a second line where it is long: neither a name nor a strength is ever cut."""


class RoundDelegate(QStyledItemDelegate):
    """Paints a line; who it is stands at the first of their doses."""

    def __init__(self, model: RoundModel, theme: Theme, parent: QObject | None = None) -> None:
        """Of this model."""
        super().__init__(parent)
        self._model, self._theme = model, theme
        follow(theme, self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        # Made once: a mark is painted while the writer is at work, and must not wait for letters.
        theme = self._theme
        self._fonts = {column: theme.font(weight=WEIGHTS.get(column, QFont.Weight.Normal)) for column in COLUMNS}
        self._metrics = {column: QFontMetrics(font) for column, font in self._fonts.items()}
        self._ink, self._quiet, self._edge = theme.color("ink"), theme.color("quiet"), theme.color("edge")
        self._pad, self._gap = theme.px(PAD), theme.px(GAP)
        self._chips = KeptChips(theme)
        self._alert: dict[float, QPixmap] = {}
        self._broken: dict[tuple[Column, str, int], list[str]] = {}

    def longest_word(self, row: int, column: Column) -> int:
        """The width of a column in which no word of this cell is cut in two, in points."""
        text, metrics = self._model.text(row, column), self._metrics[column]
        return self._pad + self._pad // 2 + self._kept(row, column) + longest_word(text, metrics)

    def height(self, row: int, widths: Mapping[Column, int]) -> int:
        """The height of a line in which everything of it is read whole."""
        shown = [column for column in WHOLE if column is Column.MEDICINE or self._model.is_first(row)]
        most = max(
            len(self.lines(row, column, widths[column] - self._pad - self._pad // 2))
            * self._metrics[column].lineSpacing()
            for column in shown
        )
        return max(self._theme.px(ROW), most + self._theme.px(BESIDE))

    def _kept(self, row: int, column: Column) -> int:
        """The room of the mark beside a name."""
        is_marked = column is Column.PERSON and self._model.is_allergic(row)
        return self._theme.px(MARK) + self._gap if is_marked else 0

    def lines(self, row: int, column: Column, room: int) -> list[str]:
        """What a cell of ``room`` points says, line by line: the whole of it."""
        text, free = self._model.text(row, column), room - self._kept(row, column)
        found = self._broken.get((column, text, free))
        if found is None:
            if len(self._broken) >= KEPT_LINES:
                self._broken.clear()
            found = self._broken[column, text, free] = whole_lines(text, self._metrics[column], free)
        return found

    def _words(self, painter: QPainter, room: QRect, row: int, column: Column) -> None:
        # On top of what is scrolled to stands a name, whoever's doses these are.
        is_first = self._model.is_first(row) or room.top() <= 0
        if column in {Column.PERSON, Column.PLACE} and not is_first:
            return
        metrics = self._metrics[column]
        lines = self.lines(row, column, room.width()) if column in WHOLE else [self._model.text(row, column)]
        if column is Column.PERSON and self._model.is_allergic(row):
            room = self._mark_allergic(painter, room)
        if len(lines) * metrics.lineSpacing() > room.height():
            # The name on top of what is scrolled to: its own line, higher up, had the room.
            lines = [metrics.elidedText(" ".join(lines), Qt.TextElideMode.ElideRight, room.width())]
        painter.setFont(self._fonts[column])
        painter.setPen(self._quiet if column in {Column.PLACE, Column.HOUR} else self._ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _mark_allergic(self, painter: QPainter, room: QRect) -> QRect:
        side, ratio = self._theme.px(MARK), painter.device().devicePixelRatio()
        if ratio not in self._alert:
            self._alert[ratio] = self._theme.pixmap("alert-octagon", MARK, "danger", ratio)
        painter.drawPixmap(room.right() - side, room.center().y() - side // 2, self._alert[ratio])
        return room.adjusted(0, 0, -side - self._gap, 0)

    def _chip(self, painter: QPainter, room: QRect, row: int, column: Column) -> None:
        told = self._model.chip(row) if column is Column.STATE else self._model.needs(row)
        if told is not None:
            self._chips.paint(painter, room, *told)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget: QWidget | None = option.widget
        # The whole line is the current one, not one cell of it.
        option.state = option.state & ~QStyle.StateFlag.State_HasFocus
        if widget is not None:
            widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        rect: QRect = option.rect
        room, column = rect.adjusted(self._pad, 0, -self._pad // 2, 0), COLUMNS[index.column()]
        painter.save()
        if self._model.is_first(index.row()) and index.row():
            painter.setPen(self._edge)
            painter.drawLine(rect.topLeft(), rect.topRight())
        if column in {Column.STATE, Column.NEEDS}:
            self._chip(painter, room, index.row(), column)
        else:
            self._words(painter, room, index.row(), column)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        line = self._model.line(index.row())
        if event.type() != QEvent.Type.ToolTip or line is None:
            return super().helpEvent(event, view, option, index)
        told = line.refused or self._model.text(index.row(), COLUMNS[index.column()])
        QToolTip.showText(event.globalPos(), told, view, option.rect)
        return True

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        column = COLUMNS[index.column()]
        if column in {Column.STATE, Column.NEEDS}:
            told = self._model.chip(index.row()) if column is Column.STATE else self._model.needs(index.row())
            wide = 0 if told is None else chip_size(self._theme, *told).width()
        else:
            wide = self._metrics[column].horizontalAdvance(self._model.text(index.row(), column))
        return QSize(wide + self._theme.px(2 * PAD), self._theme.px(ROW))
