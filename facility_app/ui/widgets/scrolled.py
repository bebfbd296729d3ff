"""What may be higher than its room, scrolled without a frame; the keyboard walks what is in it, not it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class Scrolled(QScrollArea):
    """As wide as its room, as high as it needs."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None, *, takes_keyboard: bool = False) -> None:
        """Scroll ``inner``.

        Args:
            inner: what is scrolled; without a kind of its own it lets the ground show through.
            parent: whose part it is.
            takes_keyboard: there is nothing in it for the keyboard to walk, so the arrows scroll it.
        """
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_keyboard else Qt.FocusPolicy.NoFocus)
        if not inner.property("kind"):
            inner.setProperty("kind", "scrolled")
        self.setWidget(inner)


class Least(QWidget):
    """The inside of a page that scrolls: as high as its parts must be, not as high as they would like to be."""

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.minimumHeightForWidth(width)
