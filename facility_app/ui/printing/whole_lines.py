"""Lines of a list read whole: Qt measures them without the room a style puts around, and cuts the last word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

_LETTERS = 4
"""So many letters narrower than the line, measured by the font: the room a style leaves at both sides."""


class WholeLines(QStyledItemDelegate):
    """Breaks a line where it would touch the edge."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        room = narrow.rect
        room.setWidth(room.width() - _LETTERS * narrow.fontMetrics.averageCharWidth())
        narrow.rect = room
        return super().sizeHint(narrow, index)


def read_whole(view: QListView) -> None:
    """Break the lines of a view so that nothing is read by pointing or by scrolling sideways."""
    view.setItemDelegate(WholeLines(view))
    view.setWordWrap(True)
    # The bar that appears takes room from lines laid out before it did.
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setTextElideMode(Qt.TextElideMode.ElideNone)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
