"""What may be higher than its room, scrolled without a frame; the keyboard walks what is in it, not it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """As wide as its room, as high as it needs."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        """Scroll ``inner``."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setProperty("kind", "scrolled")
        self.setWidget(inner)
