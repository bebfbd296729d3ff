"""A page that is two lists side by side, each with its verbs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext


class PairPage(Page):
    """The main list at the left, where the keyboard begins; subclasses say what can be done besides.

    Attributes:
        pair: what both lists are made in.
    """

    def __init__(self, context: PageContext, title: Label, hint: Label) -> None:
        """Nothing in it yet: subclasses make both lists in ``pair`` and hand them to ``hold``."""
        super().__init__(context)
        self._title, self._hint = title, hint
        self.pair = CardPair(context.theme, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pair)

    def hold(self, first: ListCard, second: ListCard) -> None:
        """Put ``first`` before ``second``."""
        self._first = first
        self.pair.hold(first, second)

    @override
    def title_text(self) -> str:
        return tr(self._title)

    @override
    def hint_text(self) -> str:
        return tr(self._hint)

    @override
    def first_focus(self) -> QWidget:
        return self._first.table
