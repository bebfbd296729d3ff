"""Counts side by side, and the small line that fits into a row."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.ui.charts.axis import (
    Axis,
    Tick,
    number_words,
    paint_ticks,
    paint_values,
    rounded_up,
    value_ticks,
)
from facility_app.ui.charts.canvas import Canvas, Hatch
from facility_app.ui.charts.chart import Chart, Spot
from facility_app.ui.theme import Theme, Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """One count; ``hatch`` other than SOLID for what is planned or only estimated."""

    words: str
    value: float
    tone: Tone = Tone.ACCENT
    says: str = ""
    hatch: Hatch = Hatch.SOLID


@dataclass(frozen=True, slots=True)
class BarSet:
    """What ``Bars`` shows; ``goal`` is a line across with ``goal_words`` on it."""

    bars: tuple[Bar, ...]
    goal: float | None = None
    goal_words: str = ""
    has_values: bool = True


class Bars(Chart):
    """Paints a ``BarSet``."""

    HEIGHT = 150

    def __init__(self, theme: Theme, title: str, bars: BarSet, parent: QWidget | None = None) -> None:
        """Show ``bars``."""
        super().__init__(theme, title, parent)
        self._bars = bars
        self.refresh()

    def set_bars(self, bars: BarSet) -> None:
        """Show others."""
        self._bars = bars
        self.refresh()

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        shown = self._bars
        left = canvas.px(46) if shown.has_values else canvas.px(4)
        foot = canvas.line_height(11) + canvas.px(6)
        plot = room.adjusted(left, canvas.px(18 if shown.goal_words else 10), -canvas.px(4), -foot)
        values = [bar.value for bar in shown.bars] + ([shown.goal] if shown.goal is not None else [])
        low, high = min([0.0, *values]), max([1.0, *values])
        up = Axis(low, rounded_up(low, high, 3) if shown.has_values else high, plot.bottom(), plot.top())
        if shown.has_values:
            paint_values(canvas, up, value_ticks(up.low, up.high, 3), plot)
        canvas.rule(QLineF(plot.bottomLeft(), plot.bottomRight()))
        step = plot.width() / max(1, len(shown.bars))
        thick = min(step * 0.62, canvas.px(44))
        spots = []
        for number, bar in enumerate(shown.bars):
            middle = plot.left() + step * (number + 0.5)
            base, head = up.place(max(0.0, up.low)), up.place(bar.value)
            block = QRectF(middle - thick / 2, min(head, base), thick, abs(base - head))
            if block.height():
                canvas.block(block, bar.tone, bar.hatch)
            says = bar.says or f"{bar.words}: {number_words(bar.value)}"
            spots.append(Spot(QRectF(middle - step / 2, plot.top(), step, plot.height()), says))
        places = Axis(0, max(1, len(shown.bars)), plot.left(), plot.right())
        names = tuple(Tick(number + 0.5, bar.words) for number, bar in enumerate(shown.bars))
        paint_ticks(canvas, places, names, plot)
        self._paint_goal(canvas, plot, up)
        return spots

    def _paint_goal(self, canvas: Canvas, plot: QRectF, up: Axis) -> None:
        if self._bars.goal is None:
            return
        at = up.place(self._bars.goal)
        canvas.rule(QLineF(plot.left(), at, plot.right(), at), "surface", canvas.px(4))
        canvas.rule(QLineF(plot.left(), at, plot.right(), at), "ink", canvas.px(1.5), (4, 3))
        words = QRectF(plot.left(), at - canvas.px(17), plot.width(), canvas.px(15))
        canvas.write(words, self._bars.goal_words, size=11, color="ink", align=Qt.AlignmentFlag.AlignRight)


class Sparkline(Chart):
    """A line as small as a word: the course of values, with its last one marked."""

    HEIGHT = 28

    def __init__(
        self,
        theme: Theme,
        title: str,
        values: tuple[float, ...],
        tone: Tone = Tone.ACCENT,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``values``."""
        super().__init__(theme, title, parent)
        self._values, self._tone = values, tone
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.refresh()

    def set_values(self, values: tuple[float, ...]) -> None:
        """Show others."""
        self._values = values
        self.refresh()

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        if not self._values:
            return []
        plot = room.adjusted(canvas.px(3), canvas.px(4), -canvas.px(5), -canvas.px(4))
        across = Axis(0, max(1, len(self._values) - 1), plot.left(), plot.right())
        up = Axis(min(self._values), max(self._values), plot.bottom(), plot.top())
        places = [QPointF(across.place(at), up.place(value)) for at, value in enumerate(self._values)]
        canvas.painter.setPen(QPen(canvas.color(self._tone.value), canvas.px(1.6)))
        canvas.painter.drawPolyline(QPolygonF(places))
        canvas.painter.setBrush(canvas.color(self._tone.value))
        canvas.painter.drawEllipse(places[-1], canvas.px(2.4), canvas.px(2.4))
        return [Spot(room, ", ".join(number_words(value) for value in self._values))]

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(self.HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(self.HEIGHT))
