"""How the page of the board is laid out: finder and days on top, the beds, what one does with them beside."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from facility_app.ui.theme import Theme

LEFT, SIDE, FINDER = 400, 330, 250
"""At 100 %: two rooms side by side at least, and what stands beside them at first."""
GAP: Final = 10


def framed(
    theme: Theme, finder: QWidget, days: QWidget, board: tuple[QWidget, QWidget], side: QWidget, parent: QWidget
) -> QWidget:
    """All of it in one, made in ``parent``; ``board`` is the legend and the beds below it."""
    # From the outside in: whatever moves with all in it is dressed anew.
    inner = QWidget(parent)
    splitter = QSplitter(Qt.Orientation.Horizontal, inner)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(theme.px(12))
    left = QWidget(splitter)
    top = QHBoxLayout()
    top.setSpacing(theme.px(GAP))
    finder.setMinimumWidth(theme.px(FINDER))
    top.addWidget(finder, 2)
    top.addWidget(days, 5)
    legend, beds = board
    left.setMinimumWidth(theme.px(LEFT))
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    column.addWidget(legend)
    column.addWidget(beds, 1)
    splitter.addWidget(left)
    splitter.addWidget(side)
    splitter.setStretchFactor(0, 1)
    splitter.setSizes([theme.px(SIDE * 3), theme.px(SIDE)])
    whole = QVBoxLayout(inner)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(theme.px(GAP))
    whole.addLayout(top)
    whole.addWidget(splitter, 1)
    return inner
