"""A tab of cards: one or two columns that scroll together, and what each does when a tab is left or refreshed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.modules.residents.ui.book import Book
from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Theme

NARROW = 900


class CardsPane(Pane):
    """Cards in columns beside each other, below each other where the window is narrow."""

    def __init__(self, theme: Theme, *, shares: Sequence[int] = (1,), parent: QWidget | None = None) -> None:
        """Make ``len(shares)`` columns, as wide as their shares."""
        super().__init__(parent)
        self._theme = theme
        inner = QWidget()
        inner.setProperty("kind", "page")
        self._columns = [QVBoxLayout() for _ in shares]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(0, 0, 0, theme.px(12))
        self._row.setSpacing(theme.px(12))
        for column, share in zip(self._columns, shares, strict=True):
            column.setSpacing(theme.px(12))
            self._row.addLayout(column, share)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def put(self, *cards: QWidget, column: int = 0) -> None:
        """Add cards at the foot of a column."""
        for card in cards:
            self._columns[column].addWidget(card)

    def end(self) -> None:
        """All cards are there: what is left over stays below them."""
        for column in self._columns:
            column.addStretch(1)

    @override
    def refresh(self, change: Change) -> None:
        for card in self.findChildren(QWidget):
            if isinstance(card, Pane):
                card.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        card = self.findChild(EntryCard)
        return card.table if card is not None else self

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)


def books_maker(*books: Book[Any]) -> Callable[[PageContext, str], QWidget]:
    """What makes a tab of these lists, one below the other."""

    def make(context: PageContext, resident_id: str) -> QWidget:
        pane = CardsPane(context.theme)
        pane.put(*(EntryCard(context, book, resident_id) for book in books))
        pane.end()
        return pane

    return make
