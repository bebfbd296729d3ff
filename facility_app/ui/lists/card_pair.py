"""Two cards side by side, one below the other where the page is too narrow for both."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from facility_app.ui.theme import Theme

LEAST_WIDTH, LEAST_HEIGHT, NARROW, HANDLE = 180, 170, 860, 10
"""At 100 %: of a card, of a page whose cards stand one below the other, between two cards."""
SHARES: Final = (3, 2)


class CardPair(QSplitter):
    """The first card gets three parts of the width and the second two, unless told otherwise."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        shares: tuple[int, int] = SHARES,
        least: int = LEAST_HEIGHT,
    ) -> None:
        """Nothing in it: both cards are made in here, so that they are dressed once, and come by ``hold``.

        ``least`` is the height at 100 % below which no card goes.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._shares, self._least = theme, shares, least
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.px(HANDLE))

    def hold(self, first: QWidget, second: QWidget) -> None:
        """Put ``first`` before ``second``."""
        theme = self._theme
        for card, share in zip((first, second), self._shares, strict=True):
            card.setMinimumWidth(theme.px(LEAST_WIDTH))
            card.setMinimumHeight(theme.px(self._least))
            self.addWidget(card)
            card.show()
            self.setStretchFactor(self.count() - 1, share)
        self.setSizes([theme.px(300) * share for share in self._shares])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(NARROW)
        self.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
