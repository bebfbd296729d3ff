"""A list with a column at its right that scrolls; where the window is narrow below it, and both scroll as one."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.lists.delegate import ROW
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Scrolled

LIST_LEAST: Final = 420
"""Width of the list, at 100 %, below which the column goes below it."""
NARROWEST: Final = 320
UNBOUNDED: Final = 16_777_215
"""Qt's word for no bound."""
HEADS: Final = 122
"""Height, at 100 %, of what stands above the first row of a list."""
FEWEST_ROWS, MOST_ROWS = 3, 6
"""Rows of the list that are seen at once above the column."""


class Beside(QWidget):
    """A list with a column at its right; the column scrolls, and stands below where there is no room beside.

    Below each other they scroll as one: two parts of a low window that each scroll show two rows of either.

    Attributes:
        floor: what the list is made in.
        side: the column's layout.
        inner: what its cards are made in.
    """

    def __init__(self, context: PageContext, wide: int, parent: QWidget) -> None:
        """The column has at least what its cards need, at most ``wide`` at 100 % where they need less."""
        super().__init__(parent)
        self._theme, self._wide = context.theme, wide
        self._asked: tuple[bool, int] | None = None
        self._panel: QWidget | None = None
        self._rows = MOST_ROWS
        self.floor = QWidget(self)
        self.floor.setProperty("kind", "page")
        self.inner = QWidget(self.floor)
        self.inner.setProperty("kind", "page")
        self.side = QVBoxLayout(self.inner)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(context.theme.px(8))
        self._area = Scrolled(self.inner, self.floor)
        self._row = QHBoxLayout(self.floor)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(context.theme.px(12))
        self._row.addWidget(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(self.floor, self))
        # What a card needs changes with what it shows, and the scroll area keeps that to itself.
        self.inner.installEventFilter(self)
        # Side by side they must not keep the window from becoming narrow.
        self.setMinimumWidth(context.theme.px(NARROWEST))

    def hold(self, panel: QWidget) -> None:
        """Put the list, made on the floor, at the left."""
        self._panel = panel
        self._row.insertWidget(0, panel, 1)
        # Shown before the column: what it chooses is what the cards ask for, once.
        panel.lower()

    def set_rows(self, count: int) -> None:
        """The list has so many rows: no more room above the column is kept than they need."""
        rows = min(max(count, FEWEST_ROWS), MOST_ROWS)
        if rows != self._rows:
            self._rows = rows
            self._keep_rows()

    def is_stacked(self) -> bool:
        """Whether the column stands below the list."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def _keep_rows(self) -> None:
        if self._panel is not None:
            least = self._theme.px(HEADS + ROW * self._rows) if self.is_stacked() else 0
            self._panel.setMinimumHeight(least)

    def _arrange(self) -> None:
        px, room = self._theme.px, self.width() - self._row.spacing()
        need = self.inner.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        column = max(need, min(px(self._wide), room // 2))
        is_narrow = room - column < px(LIST_LEAST)
        asked = (is_narrow, column)
        if asked == self._asked:
            return
        self._asked = asked
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._area.stand_whole(is_whole=is_narrow)
        self._keep_rows()
        self._area.setMinimumWidth(0 if is_narrow else column)
        self._area.setMaximumWidth(UNBOUNDED if is_narrow else column)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
