"""What looks like a search field in the top bar and opens the palette in its place."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import KeyCap

HEIGHT, WIDEST, USUAL, LEAST = 34, 400, 260, 150
SEARCH = label("ui", "Tìm người, việc, biểu mẫu…")


class SearchDoor(QAbstractButton):
    """Clicked, or typed into while it has the keyboard, it opens the palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search_button")
        self.setText(tr(SEARCH))
        self.setAccessibleName(tr(SEARCH))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.addStretch(1)
        row.addWidget(KeyCap("Ctrl+K", self))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(self._theme.px(WIDEST))
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(USUAL), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self._theme.px(HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() else "edge" if self.underMouse() else "line"
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.color("ground"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        side = px(16)
        glass = theme.pixmap("search", 16, "quiet", self.devicePixelRatioF())
        painter.drawPixmap(px(10), (self.height() - side) // 2, glass)
        painter.setPen(theme.color("quiet"))
        painter.setFont(theme.font())
        room = QRect(px(32), 0, self.width() - px(32 + 72), self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
