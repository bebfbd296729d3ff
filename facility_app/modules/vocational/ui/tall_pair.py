"""Two cards of a tab that keep room for their verbs and a line or two; a window too low for both scrolls."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.scrolled import Scrolled

LEAST: Final = 230
"""Height of a card at 100 %."""


def tall_pair(theme: Theme, into: QWidget) -> CardPair:
    """What fills ``into``; both cards are made in it and given to its ``hold``."""
    pair = CardPair(theme, least=LEAST)
    box = QVBoxLayout(into)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(Scrolled(pair, into))
    return pair
