"""What looks like a search field in the top bar and opens the palette in its place."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import KeyCap

HEIGHT, WIDEST, USUAL, LEAST = 34, 400, 260, 150
SEARCH = label("ui", "Tìm người, việc, biểu mẫu…")
SHORTER = (SEARCH, label("ui", "Tìm người, việc…"), label("ui", "Tìm…"))
"""The first that fits is shown: a sentence rather than the beginning of a longer one."""
BEFORE, AFTER = 32, 10


class SearchDoor(QAbstractButton):
    """Clicked, or typed into while it has the keyboard, it opens the palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it."""
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
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
        self._key = KeyCap("Ctrl+K", self)
        row.addWidget(self._key)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(self._theme.px(WIDEST))
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._fit()

    def shown_words(self) -> str:
        """What stands in it: as much as has room."""
        return self._shown

    def _fit(self) -> None:
        px, metrics = self._theme.px, QFontMetrics(self._theme.font())
        free = self.width() - px(BEFORE + AFTER)
        key = self._key.sizeHint().width() + px(8)
        words = [tr(one) for one in SHORTER]
        widths = [metrics.horizontalAdvance(one) for one in words]
        fitting = [one for one, width in zip(words, widths, strict=True) if width <= free - key]
        # The key gives way before the last words do.
        self._key.setVisible(bool(fitting))
        self._shown = next(iter(fitting), metrics.elidedText(words[-1], Qt.TextElideMode.ElideRight, free))
        self.setToolTip("" if self._shown == words[0] else words[0])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(USUAL), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self._theme.px(HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
        room = QRect(px(BEFORE), 0, self.width() - px(BEFORE), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._shown)
        painter.end()
