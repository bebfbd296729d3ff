"""A tab of cards: one or two columns that scroll together, and what each does when a tab is left or refreshed."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.modules.residents.ui.book import Book
from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Turns
from facility_app.ui.widgets import Scrolled

NARROW = 900


class CardsPane(Pane):
    """Cards in columns beside each other, below each other where the window is narrow.

    Attributes:
        inner: what the cards stand on; make them there, a card that moves there with all in it is dressed twice.
    """

    def __init__(self, context: PageContext, *, shares: Sequence[int] = (1,)) -> None:
        """Make ``len(shares)`` columns, as wide as their shares."""
        super().__init__(context.stage)
        theme = self._theme = context.theme
        self._turns = Turns(context.runner, self)
        inner = self.inner = QWidget(self)
        inner.setProperty("kind", "page")
        self._columns = [QVBoxLayout() for _ in shares]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(0, 0, 0, theme.px(12))
        self._row.setSpacing(theme.px(12))
        for column, share in zip(self._columns, shares, strict=True):
            column.setSpacing(theme.px(12))
            # What is left over stays below the cards, also while they come.
            column.addStretch(1)
            self._row.addLayout(column, share)
        self.area = Scrolled(inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def put(self, card: QWidget, column: int = 0) -> None:
        """Add a card at the foot of a column."""
        self._columns[column].insertWidget(self._columns[column].count() - 1, card)

    def build(self, cards: Iterator[None]) -> None:
        """Make the cards one by one, each as soon as what was pressed is heard; ``cards`` puts one a step."""
        self._turns.run(cards)

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
        pane = CardsPane(context)
        pane.build(_book_cards(pane, books, context, resident_id))
        return pane

    return make


def _book_cards(
    pane: CardsPane, books: Sequence[Book[Any]], context: PageContext, resident_id: str
) -> Iterator[None]:
    for book in books:
        pane.put(EntryCard(context, book, resident_id, parent=pane.inner))
        yield
