"""How the table of rights looks: heads that stand upright, a tick where a role may, a line between slices."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from facility_app.modules.access.ui.matrix_model import ENDS_ROLE, IS_SEEN_ROLE, MAY_ROLE, MatrixModel
from facility_app.ui.theme import Size, Theme

CELL, ROW, VERBS, TICK, PAD = 37, 31, 240, 18, 10

_Index = QModelIndex | QPersistentModelIndex


class UprightHeader(QHeaderView):
    """Names of roles from bottom to top, so that seventeen of them fit side by side."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Follow ``theme``."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    @override
    def sizeHint(self) -> QSize:
        model = self.model()
        metrics = QFontMetrics(self._theme.font(Size.SMALL))
        texts = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        # Not Qt's own width: it would measure every head once more, and only the height is ever asked for.
        return QSize(self.length(), longest + 2 * self._theme.px(PAD))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._theme
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        is_here = self.parent_column() == logicalIndex
        painter.save()
        painter.fillRect(rect, theme.color("accent_ground" if is_here else "surface"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("accent" if is_here else "quiet"))
        foot = QPoint(rect.left(), rect.bottom() - theme.px(PAD))
        painter.translate(foot)
        painter.rotate(-90)
        upright = QRect(0, 0, rect.height() - theme.px(PAD), rect.width())
        painter.drawText(upright, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def parent_column(self) -> int:
        """The column the keyboard is in, or -1."""
        view = self.parentWidget()
        return view.currentIndex().column() if isinstance(view, QAbstractItemView) else -1


class VerbHeader(QHeaderView):
    """What can be done, row by row; what is only seen stands back, and a stronger line ends a slice."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        """Follow ``theme``."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme, self._view = theme, parent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    @override
    def sizeHint(self) -> QSize:
        # Its width is fixed by the view; Qt's own hint would measure two hundred sentences at each new style.
        return QSize(self._theme.px(VERBS), self.length())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, model = self._theme, self.model()
        first = model.index(logicalIndex, 0)
        is_here = self._view.currentIndex().row() == logicalIndex
        text = str(model.headerData(logicalIndex, Qt.Orientation.Vertical))
        painter.save()
        painter.fillRect(rect, theme.color("accent_ground" if is_here else "surface"))
        painter.setPen(theme.color("edge" if first.data(ENDS_ROLE) else "line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font())
        painter.setPen(theme.color("quiet" if first.data(IS_SEEN_ROLE) else "ink"))
        room = rect.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
        painter.restore()


class TickDelegate(QStyledItemDelegate):
    """A tick, or nothing; the row and the column of the keyboard stand out."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """Follow ``theme``."""
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, room = self._theme, QRect(option.rect)
        here = self._view.currentIndex()
        is_crossed = here.isValid() and (index.row() == here.row() or index.column() == here.column())
        painter.save()
        painter.fillRect(room, theme.color("hover" if is_crossed else "surface"))
        if index == here:
            painter.setPen(theme.color("accent"))
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.setPen(theme.color("edge" if index.data(ENDS_ROLE) else "line"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if index.data(MAY_ROLE):
            side = theme.px(TICK)
            ratio = painter.device().devicePixelRatio()
            tick = theme.pixmap("check", TICK, "accent", ratio)
            painter.drawPixmap(room.center().x() - side // 2, room.center().y() - side // 2, tick)
        painter.restore()


class MatrixView(QTableView):
    """The table; verbs stand still at the left while roles are scrolled."""

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self.setHorizontalHeader(UprightHeader(theme, self))
        self.setVerticalHeader(VerbHeader(theme, self))
        self.horizontalHeader().show()
        self.verticalHeader().show()
        self.setItemDelegate(TickDelegate(theme, self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_current_changed(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self.horizontalHeader().setDefaultSectionSize(theme.px(CELL))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self._fit()

    def _fit(self) -> None:
        """The verbs take what the roles leave."""
        theme, model = self._theme, self.model()
        bar = self.verticalScrollBar().sizeHint().width()
        left = self.width() - 2 * self.frameWidth() - bar - model.columnCount() * theme.px(CELL)
        self.verticalHeader().setFixedWidth(max(theme.px(VERBS), left))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
