"""What may be higher than its room, scrolled without a frame; the keyboard walks what is in it, not it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
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
        self._inner, self._is_whole = inner, False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_keyboard else Qt.FocusPolicy.NoFocus)
        if not inner.property("kind"):
            inner.setProperty("kind", "scrolled")
        self.setWidget(inner)

    def stand_whole(self, *, is_whole: bool) -> None:
        """As high as what is in it, or as low as may be: whole where what is around it scrolls."""
        if is_whole is not self._is_whole:
            self._is_whole = is_whole
            self.updateGeometry()

    def _height(self) -> int:
        layout = self._inner.layout()
        least = self._inner.minimumSizeHint().height()
        if layout is None or not layout.hasHeightForWidth():
            return least
        # As Qt reckons what has to be scrolled: by what it would like, not by the least.
        return max(least, layout.totalHeightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), self._height()) if self._is_whole else least

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() if self._is_whole else super().sizeHint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole and event.oldSize().width() != event.size().width():
            self.updateGeometry()


class Least(QWidget):
    """The inside of a page that scrolls: as high as its parts must be, not as high as they would like to be."""

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.minimumHeightForWidth(width)
