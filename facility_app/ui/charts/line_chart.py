"""Values over time: several lines, tinted bands behind them, marks for what happened in between."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
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
from facility_app.ui.charts.canvas import DASHES, Canvas
from facility_app.ui.charts.chart import Chart, Spot
from facility_app.ui.theme import Theme, Tone


@dataclass(frozen=True, slots=True)
class Point:
    """One value; ``at`` is a place on the axis (a date's ordinal), ``says`` what it tells on hover."""

    at: float
    value: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One line. Each has its own tone, dash and marker, so that black and white tells them apart."""

    name: str
    points: tuple[Point, ...]
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class Band:
    """A tinted range of values with its name at the right."""

    low: float
    high: float
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class EventMark:
    """Something that happened at ``at``: a line down with words at its head."""

    at: float
    words: str
    tone: Tone = Tone.DANGER
    says: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a ``LineChart`` shows; ``low`` and ``high`` widen the range of values, ``unit`` stands at its top."""

    series: tuple[Series, ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...] = ()
    marks: tuple[EventMark, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""


class LineChart(Chart):
    """Paints ``Lines``."""

    HEIGHT = 200

    def __init__(self, theme: Theme, title: str, lines: Lines, parent: QWidget | None = None) -> None:
        """Show ``lines``."""
        super().__init__(theme, title, parent)
        self._lines = lines
        self.refresh()

    def set_lines(self, lines: Lines) -> None:
        """Show others."""
        self._lines = lines
        self.refresh()

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        lines = self._lines
        has_legend = len(lines.series) > 1
        head = (canvas.line_height() + canvas.px(6)) * (has_legend + bool(lines.marks)) + canvas.px(6)
        plot = room.adjusted(canvas.px(46), head, -canvas.px(10), -canvas.line_height(11) - canvas.px(6))
        across, up = self._axes(plot)
        self._paint_bands(canvas, plot, up)
        if not lines.bands:
            paint_values(canvas, up, value_ticks(up.low, up.high), plot)
        canvas.rule(QLineF(plot.bottomLeft(), plot.bottomRight()))
        paint_ticks(canvas, across, lines.ticks, plot)
        unit = QRectF(room.left(), plot.top() - canvas.px(2), canvas.px(40), canvas.line_height(11))
        canvas.write(unit, lines.unit, size=11, align=Qt.AlignmentFlag.AlignRight)
        spots = [*self._paint_marks(canvas, plot, across)]
        for number, series in enumerate(lines.series):
            spots += self._paint_series(canvas, series, number, across, up)
        if has_legend:
            self._paint_legend(canvas, room, plot)
        return spots

    def _axes(self, plot: QRectF) -> tuple[Axis, Axis]:
        lines = self._lines
        points = [point for series in lines.series for point in series.points]
        places = [point.at for point in points] + [tick.at for tick in lines.ticks]
        values = [point.value for point in points] + [
            edge for band in lines.bands for edge in (band.low, band.high)
        ]
        values += [edge for edge in (lines.low, lines.high) if edge is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        if lines.low is None and not lines.bands:
            low = min(0.0, low)
        across = Axis(min(places, default=0.0), max(places, default=1.0), plot.left() + 6, plot.right() - 6)
        is_open = lines.high is None and not lines.bands
        high = rounded_up(low, high) if is_open or high <= low else high
        return across, Axis(low, high, plot.bottom(), plot.top())

    def _paint_bands(self, canvas: Canvas, plot: QRectF, up: Axis) -> None:
        for band in self._lines.bands:
            top, bottom = up.place(band.high), up.place(band.low)
            area = QRectF(plot.left(), top, plot.width(), bottom - top)
            if canvas.is_paper:
                canvas.rule(QLineF(area.topLeft(), area.topRight()))
            else:
                canvas.painter.fillRect(area, canvas.ground(band.tone))
            words = QRectF(area.left(), area.top() + canvas.px(2), area.width() - canvas.px(4), canvas.px(15))
            if area.height() >= canvas.px(12):
                canvas.write(words, band.words, size=11, align=Qt.AlignmentFlag.AlignRight)

    def _paint_marks(self, canvas: Canvas, plot: QRectF, across: Axis) -> Iterator[Spot]:
        for mark in self._lines.marks:
            at = across.place(mark.at)
            canvas.rule(QLineF(at, plot.top(), at, plot.bottom()), mark.tone.value, canvas.px(1.5), (4, 2))
            width = canvas.width_of(mark.words, 11)
            left = min(at - width / 2, plot.right() - width)
            words = QRectF(left, plot.top() - canvas.px(16), width, canvas.px(15))
            canvas.write(words, mark.words, size=11, color=mark.tone.value)
            yield Spot(QRectF(at - canvas.px(4), plot.top(), canvas.px(8), plot.height()), mark.says or mark.words)

    def _paint_series(self, canvas: Canvas, series: Series, number: int, across: Axis, up: Axis) -> list[Spot]:
        painter = canvas.painter
        places = [QPointF(across.place(point.at), up.place(point.value)) for point in series.points]
        painter.setPen(_pen(canvas, series, number))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        spots = []
        for place, point in zip(places, series.points, strict=True):
            _marker(painter, canvas, place, series, number)
            reach = canvas.px(9)
            says = point.says or f"{series.name}: {number_words(point.value)}"
            spots.append(Spot(QRectF(place.x() - reach, place.y() - reach, reach * 2, reach * 2), says))
        return spots

    def _paint_legend(self, canvas: Canvas, room: QRectF, plot: QRectF) -> None:
        left = plot.left()
        middle = room.top() + canvas.line_height() / 2
        for number, series in enumerate(self._lines.series):
            canvas.painter.setPen(_pen(canvas, series, number))
            canvas.painter.drawLine(QLineF(left, middle, left + canvas.px(24), middle))
            _marker(canvas.painter, canvas, QPointF(left + canvas.px(12), middle), series, number)
            width = canvas.width_of(series.name)
            left += canvas.px(30)
            canvas.write(QRectF(left, room.top(), width, canvas.line_height()), series.name, color="ink")
            left += width + canvas.px(16)


def _pen(canvas: Canvas, series: Series, number: int) -> QPen:
    pen = QPen(canvas.color(series.tone.value), canvas.px(2))
    dash = DASHES[number % len(DASHES)]
    if dash:
        pen.setDashPattern([one / 2 for one in dash])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _marker(painter: QPainter, canvas: Canvas, place: QPointF, series: Series, number: int) -> None:
    reach = canvas.px(3.2)
    painter.setPen(QPen(canvas.color(series.tone.value), canvas.px(1.5)))
    painter.setBrush(canvas.color(series.tone.value if number % 2 == 0 else "surface"))
    if number % 4 in {0, 1}:
        painter.drawEllipse(place, reach, reach)
    else:
        painter.drawRect(QRectF(place.x() - reach, place.y() - reach, reach * 2, reach * 2))
