"""One line of the rail: picture, name, and a count of what waits there."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageSpec
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.theme.fonts import screen_font
from facility_app.ui.widgets import chip_size, few_lines, paint_chip

HEIGHT, LEAST, SIDE, ICON, GAP = 34, 27, 10, 18, 9
WAITING = label("ui", "{page}, {count} việc chờ")


@lru_cache(maxsize=2048)
def _name_lines(text: str, pixels: int, room: int) -> tuple[tuple[str, ...], int]:
    """``text`` in lines of ``room``, bold letters of ``pixels``, and a line's height: asked at every layout."""
    metrics = QFontMetrics(screen_font(pixels, QFont.Weight.DemiBold))
    return tuple(few_lines(text, metrics, room)), metrics.height()


class RailButton(QAbstractButton):
    """A page's line; checked while the page is shown. Narrow, it is its picture alone."""

    def __init__(self, theme: Theme, spec: PageSpec, parent: QWidget | None = None) -> None:
        """The line of ``spec``."""
        super().__init__(parent)
        self._theme = theme
        self._icon_name = spec.icon
        self._count, self._tone = "", Tone.NEUTRAL
        self._is_narrow = False
        self.page_id = spec.id
        self.setObjectName(f"rail_{spec.id}")
        self.setText(tr(spec.title))
        self._keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_count(self, count: str, tone: Tone = Tone.DANGER) -> None:
        """What waits on the page; empty takes it away."""
        self._count, self._tone = count, tone
        self._tell()
        self.update()

    def count(self) -> str:
        """What waits."""
        return self._count

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the picture alone, or the name too."""
        self._is_narrow = is_narrow
        self._tell()
        self.updateGeometry()
        self.update()

    def set_current(self, *, is_current: bool) -> None:
        """Whether its page is shown; only this line is reached by Tab then, the arrows do the rest."""
        self.setChecked(is_current)
        self.update()

    def height_for_words(self, width: int) -> int:
        """How high it must be for its name, in as many lines as ``width`` takes; 0 when it shows no name."""
        if self._is_narrow:
            return 0
        lines, line_height = self._broken(self._room(width))
        return len(lines) * line_height + self._theme.px(6)

    def is_cut(self) -> bool:
        """Whether the name is shortened by an ellipsis."""
        return not self._is_narrow and " ".join(self._broken(self._room(self.width()))[0]) != self.text()

    def _tell(self) -> None:
        name = self.text()
        self.setAccessibleName(tr(WAITING, page=name, count=self._count) if self._count else name)
        whole = f"{name} ({self._keys})" if self._keys else name
        # Even lines are squeezed on a low screen with many pages; pointing at one reads it in full.
        has_lines = len(self._broken(self._room(self.width()))[0]) > 1
        self.setToolTip(whole if self._is_narrow or self._keys or has_lines or self.is_cut() else "")

    def _letters(self, *, is_bold: bool) -> QFont:
        return self._theme.font(weight=QFont.Weight.DemiBold if is_bold else QFont.Weight.Medium)

    def _left(self) -> int:
        return self._theme.px(SIDE) + self._theme.px(ICON) + self._theme.px(GAP)

    def _room(self, width: int) -> int:
        """What is left for the name."""
        right = self._theme.px(SIDE // 2)
        if self._count:
            right += chip_size(self._theme, self._count, self._tone, "").width() + self._theme.px(4)
        return width - right - self._left()

    def _broken(self, room: int) -> tuple[tuple[str, ...], int]:
        """The name in lines of ``room``, as if it were the open page's, so that opening moves nothing."""
        return _name_lines(self.text(), self._theme.px(Size.BODY), room)

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self._is_narrow:
            return QSize(px(HEIGHT + 4), px(HEIGHT))
        widest = QFontMetrics(self._letters(is_bold=True)).horizontalAdvance(self.text())
        return QSize(self._left() + widest + px(SIDE // 2), px(HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        token = "accent" if self.isChecked() else "ink"
        side = px(ICON)
        left = (self.width() - side) // 2 if self._is_narrow else px(SIDE)
        middle = QRect(left, (self.height() - side) // 2, side, side)
        ink = "accent" if self.isChecked() else "quiet"
        painter.drawPixmap(middle.topLeft(), theme.pixmap(self._icon_name, ICON, ink, self.devicePixelRatioF()))
        if self._is_narrow:
            if self._count:
                painter.setBrush(theme.color(self._tone))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(middle.topRight() + QPoint(0, px(2)), px(4), px(4))
        else:
            self._paint_words(painter, token)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._theme
        name = "accent_ground" if self.isChecked() else "hover" if self.underMouse() else ""
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(name) if name else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, theme.px(7), theme.px(7))

    def _paint_words(self, painter: QPainter, token: str) -> None:
        theme, right = self._theme, self.width() - self._theme.px(SIDE // 2)
        if self._count:
            size = chip_size(theme, self._count, self._tone, "")
            place = QRect(right - size.width(), (self.height() - size.height()) // 2, size.width(), size.height())
            paint_chip(painter, place, theme, self._count, self._tone, "")
        painter.setPen(theme.color(token))
        painter.setFont(self._letters(is_bold=self.isChecked()))
        room = QRect(self._left(), 0, self._room(self.width()), self.height())
        words = "\n".join(self._broken(room.width())[0])
        # Not QPainter's own breaking: it may break elsewhere than the height was made for.
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
