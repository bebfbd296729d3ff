"""Things in a line that breaks like words do, so that chips survive a narrow screen or large letters."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Left to right, then the next line; as high as its width makes it."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int | None = None) -> None:
        """Leave ``gap`` between things and ``line_gap`` (else the same) between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # A page out of sight is asked for its height at every change of the one in sight.
        self._known: dict[int, int] = {}
        self._gap, self._line_gap = gap, gap if line_gap is None else line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def clear(self) -> None:
        """Take everything out and delete it."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.invalidate()

    def _laid(self, rect: QRect, *, is_placed: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        for items, top, height in self._lines(area):
            left = area.left()
            for item in items if is_placed else ():
                width = min(item.sizeHint().width(), area.width())
                tall = min(item.sizeHint().height(), height)
                item.setGeometry(QRect(QPoint(left, top + (height - tall) // 2), QSize(width, tall)))
                left += width + self._gap
        bottom = [top + height for _, top, height in self._lines(area)]
        return (bottom[-1] if bottom else area.top()) - rect.top() + margins.bottom()

    def _lines(self, area: QRect) -> list[tuple[list[QLayoutItem], int, int]]:
        lines: list[tuple[list[QLayoutItem], int, int]] = []
        line: list[QLayoutItem] = []
        used, top = 0, area.top()
        for item in self._items:
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if line and used + width > area.width():
                height = max(one.sizeHint().height() for one in line)
                lines.append((line, top, height))
                top, line, used = top + height + self._line_gap, [], 0
            line.append(item)
            used += width + self._gap
        if line:
            lines.append((line, top, max(one.sizeHint().height() for one in line)))
        return lines

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._known:
            self._known[width] = self._laid(QRect(0, 0, width, 0), is_placed=False)
        return self._known[width]

    @override
    def invalidate(self) -> None:
        self._known = {}
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid(rect, is_placed=True)

    @override
    def sizeHint(self) -> QSize:
        shown_items = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in shown_items) - self._gap if shown_items else 0
        height = max((size.height() for size in shown_items), default=0)
        return self._with_margins(QSize(width, height))

    @override
    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
