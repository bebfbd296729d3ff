"""Cards in a column that scrolls beside something larger, or below it where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Scrolled

NARROW = 860


class SideColumn(Scrolled):
    """Cards one below the other."""

    def __init__(self, theme: Theme, *cards: QWidget) -> None:
        """Put ``cards`` in."""
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(12))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        super().__init__(inner)


class TwoColumns(Scrolled):
    """Two parts side by side; below each other where there is no room, and then they scroll as one."""

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (1, 1),
        *,
        fills_first: bool = False,
    ) -> None:
        """Put them in.

        Args:
            theme: the look.
            left: the first part.
            right: the second one.
            shares: how the width is shared out.
            fills_first: below each other, the first has all the height there is: a page that is read.
        """
        inner = QWidget()
        inner.setProperty("kind", "page")
        super().__init__(inner)
        self._theme, self._tall = theme, left if fills_first else None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(left, shares[0])
        self._row.addWidget(right, shares[1])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        if self._tall is not None:
            self._tall.setMinimumHeight(self.height() if is_narrow else 0)
        for column in self.findChildren(SideColumn):
            column.stand_whole(is_whole=is_narrow)
