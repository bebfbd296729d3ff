"""What every picture is painted with: colours, letters, distances and the hatches that survive a black printer."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from facility_app.ui.theme import LIGHT, Size, Theme, Tokens, Tone
from facility_app.ui.theme.fonts import screen_font


class Hatch(Enum):
    """How an area is filled where colour alone would not tell it."""

    SOLID = "solid"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    DOTTED = "dotted"
    HOLLOW = "hollow"


# On paper every tone has a hatch of its own, so that a black printer and a copier still tell them apart.
PAPER_HATCHES = {
    Tone.ACCENT: Hatch.SOLID,
    Tone.INFO: Hatch.CROSSED,
    Tone.OK: Hatch.RISING,
    Tone.WARNING: Hatch.DOTTED,
    Tone.DANGER: Hatch.FALLING,
    Tone.NEUTRAL: Hatch.HOLLOW,
}
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3))


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painter with the look to paint in; ``is_paper`` hatches every tone."""

    painter: QPainter
    tokens: Tokens
    scale: float = 1.0
    is_paper: bool = False

    def px(self, points: float) -> float:
        """A distance at 100 % as it is now."""
        return points * self.scale

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A token, or a tone's ink, made transparent to ``alpha``."""
        color = QColor(getattr(self.tokens, "quiet" if name == Tone.NEUTRAL else name))
        color.setAlphaF(alpha)
        return color

    def ground(self, tone: Tone) -> QColor:
        """The tint under a tone."""
        return QColor(self.tokens.pair(tone)[1])

    def font(self, size: float = Size.SMALL, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Letters of ``size`` points."""
        return screen_font(round(self.px(size)), weight)

    def width_of(self, text: str, size: float = Size.SMALL, weight: QFont.Weight = QFont.Weight.Normal) -> float:
        """How wide ``text`` is."""
        return QFontMetricsF(self.font(size, weight)).horizontalAdvance(text)

    def line_height(self, size: float = Size.SMALL) -> float:
        """How high a line of letters is."""
        return QFontMetricsF(self.font(size)).height()

    def write(
        self,
        rect: QRectF,
        text: str,
        *,
        size: float = Size.SMALL,
        color: str = "quiet",
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line of text into ``rect``, shortened with an ellipsis when it must be."""
        self.painter.setFont(self.font(size, weight))
        self.painter.setPen(self.color(color))
        fitting = QFontMetricsF(self.painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, rect.width() + 1
        )
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self.painter.drawText(rect.adjusted(0, 0, 1, 0), flags, fitting)

    def rule(self, line: QLineF, color: str = "line", width: float = 1, dash: tuple[float, ...] = ()) -> None:
        """A straight line."""
        pen = QPen(self.color(color), width)
        if dash:
            pen.setDashPattern(list(dash))
        self.painter.setPen(pen)
        self.painter.drawLine(line)

    def block(self, rect: QRectF, tone: Tone, hatch: Hatch = Hatch.SOLID, *, corner: float = 2) -> None:
        """An area in ``tone``; on paper a solid one takes the tone's own hatch."""
        if self.is_paper and hatch is Hatch.SOLID:
            hatch = PAPER_HATCHES[tone]
        shape = QPainterPath()
        shape.addRoundedRect(rect, self.px(corner), self.px(corner))
        ink = self.color(tone.value)
        if hatch is Hatch.SOLID:
            self.painter.fillPath(shape, ink)
            return
        edge = QPen(ink, max(1.0, self.px(1)))
        if hatch is Hatch.HOLLOW:
            edge.setDashPattern([3, 2])
            self.painter.strokePath(shape, edge)
            return
        self.painter.fillPath(shape, self.color("surface"))
        self._hatch(shape, rect, ink, hatch)
        self.painter.strokePath(shape, edge)

    def _hatch(self, shape: QPainterPath, rect: QRectF, ink: QColor, hatch: Hatch) -> None:
        self.painter.save()
        self.painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        if hatch is Hatch.DOTTED:
            self._dots(rect, ink)
        else:
            step = self.px(7 if hatch is Hatch.CROSSED else 6)
            self.painter.setPen(QPen(ink, self.px(1 if hatch is Hatch.CROSSED else 2.4)))
            if hatch is not Hatch.FALLING:
                self._stripes(rect, step, rect.height())
            if hatch is not Hatch.RISING:
                self._stripes(rect, step, -rect.height())
        self.painter.restore()

    def _stripes(self, rect: QRectF, step: float, lean: float) -> None:
        across = rect.left() - rect.height()
        while across < rect.right() + rect.height():
            self.painter.drawLine(QPointF(across, rect.bottom()), QPointF(across + lean, rect.top()))
            across += step

    def _dots(self, rect: QRectF, ink: QColor) -> None:
        step = self.px(4)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        for row in range(int(rect.height() / step) + 1):
            for column in range(int(rect.width() / step) + 1):
                shift = step / 2 if row % 2 else 0
                at = QPointF(rect.left() + column * step + shift, rect.top() + row * step + step / 2)
                self.painter.drawEllipse(at, self.px(1), self.px(1))


def screen_canvas(painter: QPainter, theme: Theme) -> Canvas:
    """A canvas in the look of the screen."""
    return Canvas(painter, theme.tokens, theme.scale)


def paper_canvas(painter: QPainter, scale: float = 1.0) -> Canvas:
    """A canvas for paper: always light, always hatched."""
    return Canvas(painter, LIGHT, scale, is_paper=True)
