"""The name of a section of the rail: pressed, it folds the section's lines away or brings them back."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Size, Theme, Tone

HEIGHT, SIDE, ICON, DOT = 24, 10, 14, 3
FOLDED, UNFOLDED = label("ui", "{section}, đang gấp lại"), label("ui", "{section}, đang mở")


class RailHeading(QAbstractButton):
    """A section's line. A dot says that something waits on a page folded away; narrow, it is its arrow alone."""

    def __init__(self, theme: Theme, section: Label, parent: QWidget | None = None) -> None:
        """The line of ``section``, unfolded."""
        super().__init__(parent)
        self._theme = theme
        self._is_folded = self._is_narrow = self._has_waiting = False
        self.section = section
        self.setObjectName(f"rail_section_{section}")
        self.setText(shown(section))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def is_folded(self) -> bool:
        """Whether its lines are folded away."""
        return self._is_folded

    def has_waiting(self) -> bool:
        """Whether something waits on a page that is folded away."""
        return self._has_waiting

    def set_folded(self, *, is_folded: bool, has_waiting: bool) -> None:
        """Whether its lines are folded away, and something waits on one of them."""
        self._is_folded, self._has_waiting = is_folded, has_waiting
        self._tell()
        self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the arrow alone, or the name too."""
        self._is_narrow = is_narrow
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(tr(FOLDED if self._is_folded else UNFOLDED, section=self.text()))
        self.setToolTip(self.text() if self._is_narrow else "")

    def _letters(self) -> QFont:
        return self._theme.font(Size.SMALL, QFont.Weight.DemiBold)

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self._is_narrow:
            return QSize(px(HEIGHT), px(HEIGHT))
        return QSize(
            px(3 * SIDE + ICON) + QFontMetrics(self._letters()).horizontalAdvance(self.text()), px(HEIGHT)
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        side = px(ICON)
        left = (self.width() - side) // 2 if self._is_narrow else self.width() - px(SIDE) - side
        arrow = "chevron-right" if self._is_folded else "chevron-down"
        top = (self.height() - side) // 2
        painter.drawPixmap(left, top, theme.pixmap(arrow, ICON, "quiet", self.devicePixelRatioF()))
        if self._has_waiting:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Tone.DANGER))
            painter.drawEllipse(QRectF(left - px(3 * DOT), self.height() / 2 - px(DOT), px(2 * DOT), px(2 * DOT)))
        if not self._is_narrow:
            painter.setPen(theme.color("quiet"))
            painter.setFont(self._letters())
            room = QRect(px(SIDE), 0, left - px(SIDE + 4 * DOT), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
