"""Several pictures over one axis of time: lines in their bands, pressure as strokes, doses as bars below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.charts import Band, Canvas, Chart, Point, Series, Spot, Tick, number_words, value_ticks
from facility_app.ui.charts.axis import Axis, paint_ticks
from facility_app.ui.charts.canvas import DASHES
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone

GUTTER, RIGHT, GAP, ROW, HEAD, LEGEND = 116, 10, 16, 22, 4, 22
NAMES = 130
"""Room for the names of bands, right of them."""
SMALL = 11
LEAST_BAND = 11
"""A band lower than this many points has no room for its name."""
MOST_VALUES = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A value with two ends, such as a blood pressure."""

    at: float
    low: float
    high: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of the stack.

    Attributes:
        name: written at its left; where it has several series their names stand there instead.
        low, high: the range of values.
        height: at 100 %.
        strokes: painted behind the lines; ``strokes_name`` is written beside them.
    """

    name: str
    low: float
    high: float
    height: int
    series: tuple[Series, ...] = ()
    bands: tuple[Band, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    strokes_name: str = ""


class DoseKind(StrEnum):
    """What became of a dose, as it is painted: a bar, a pale bar with a cross, a hollow box."""

    TAKEN = "taken"
    VOMITED = "vomited"
    NOT_TAKEN = "not_taken"


DOSE_LABELS: Final[dict[DoseKind, Label]] = {
    DoseKind.TAKEN: label("terms", "Đã dùng"),
    DoseKind.VOMITED: label("terms", "Nôn"),
    DoseKind.NOT_TAKEN: label("terms", "Liều không dùng"),
}
"""Words of the legend."""


@dataclass(frozen=True, slots=True)
class DoseMark:
    """One dose: ``share`` of the greatest of its row."""

    at: float
    share: float
    kind: DoseKind
    says: str = ""


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One medicine."""

    name: str
    marks: tuple[DoseMark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a ``StackChart`` shows from ``first`` to ``last``: ordinals of days with their parts."""

    first: float
    last: float
    ticks: tuple[Tick, ...]
    panels: tuple[Panel, ...] = ()
    rows: tuple[DoseRow, ...] = field(default=(), repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint."""
        return not self.rows and not any(one.series or one.strokes for one in self.panels)

    @property
    def dose_kinds(self) -> tuple[DoseKind, ...]:
        """What the legend explains: the kinds that are painted, in their order."""
        seen = {mark.kind for row in self.rows for mark in row.marks}
        return tuple(kind for kind in DoseKind if kind in seen)

    @property
    def height(self) -> int:
        """How high it is at 100 %."""
        rows = len(self.rows) * ROW + (GAP + LEGEND if self.rows else 0)
        return sum(one.height + GAP for one in self.panels) + rows + 2 * SMALL + HEAD


class StackChart(Chart):
    """Paints a ``Picture``; as high as its panels and rows."""

    def __init__(self, theme: Theme, title: str, picture: Picture, parent: QWidget | None = None) -> None:
        """Show ``picture``."""
        super().__init__(theme, title, parent)
        self.setObjectName("stack_chart")
        self._picture = picture
        self.refresh()

    def set_picture(self, picture: Picture) -> None:
        """Show another."""
        self._picture = picture
        self.refresh()

    def shown(self) -> Picture:
        """What is shown."""
        return self._picture

    @override
    def says(self) -> tuple[str, ...]:
        # Everything is known without painting it: a month has hundreds of marks, and this is asked at each change.
        shown = self._picture
        panels = (
            *(_said(series, point) for one in shown.panels for series in one.series for point in series.points),
            *(stroke.says for one in shown.panels for stroke in one.strokes),
        )
        return (*panels, *(mark.says for row in shown.rows for mark in row.marks))

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        shown = self._picture
        if canvas.is_paper:
            # Its frame stands on the edge of the picture, no focus frame around it.
            room = room.adjusted(canvas.px(6), 0, -canvas.px(2), 0)
        margin = NAMES + RIGHT if any(one.bands for one in shown.panels) else RIGHT
        left, right = room.left() + canvas.px(GUTTER), room.right() - canvas.px(margin)
        across = Axis(shown.first, shown.last, left, right)
        spots: list[Spot] = []
        top = room.top() + canvas.px(HEAD)
        for panel in shown.panels:
            plot = QRectF(left, top, right - left, canvas.px(panel.height))
            _paint_days(canvas, plot, across, shown.ticks)
            spots += _paint_panel(canvas, panel, plot, across, room.left())
            top = plot.bottom() + canvas.px(GAP)
        for row in shown.rows:
            plot = QRectF(left, top, right - left, canvas.px(ROW))
            _paint_days(canvas, plot, across, shown.ticks)
            spots += _paint_row(canvas, row, plot, across, room.left())
            top = plot.bottom()
        foot = QRectF(left, room.top(), right - left, top - room.top() - (0 if shown.rows else canvas.px(GAP)))
        paint_ticks(canvas, across, shown.ticks, foot)
        if shown.rows:
            _paint_legend(canvas, shown.dose_kinds, left, foot.bottom() + canvas.px(LEGEND))
        return spots

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.px(self._picture.height + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.sizeHint().height())


def _paint_days(canvas: Canvas, plot: QRectF, across: Axis, ticks: Sequence[Tick]) -> None:
    for tick in ticks:
        at = across.place(tick.at)
        canvas.rule(QLineF(at, plot.top(), at, plot.bottom()))


def _paint_panel(canvas: Canvas, panel: Panel, plot: QRectF, across: Axis, edge: float) -> list[Spot]:
    up = Axis(panel.low, panel.high, plot.bottom(), plot.top())
    _paint_bands(canvas, panel, plot, up)
    values = _values_of(panel)
    for value in values:
        at = up.place(value)
        if not panel.bands:
            canvas.rule(QLineF(plot.left(), at, plot.right(), at))
        words = QRectF(plot.left() - canvas.px(38), at - canvas.px(8), canvas.px(33), canvas.px(16))
        canvas.write(words, number_words(value), size=SMALL, align=Qt.AlignmentFlag.AlignRight)
    canvas.rule(QLineF(plot.bottomLeft(), plot.bottomRight()))
    spots = list(_paint_strokes(canvas, panel, across, up))
    for number, series in enumerate(panel.series):
        spots += _paint_series(canvas, series, number, across, up)
    _paint_band_names(canvas, panel, plot, up)
    _paint_names(canvas, panel, plot, edge)
    return spots


def _values_of(panel: Panel) -> tuple[float, ...]:
    """Values written at the left: edges of bands, else round ones."""
    if panel.bands:
        return tuple(band.low for band in panel.bands)
    return value_ticks(panel.low, panel.high, MOST_VALUES if panel.height >= 90 else 2)  # noqa: PLR2004 - points


def _paint_bands(canvas: Canvas, panel: Panel, plot: QRectF, up: Axis) -> None:
    for band in panel.bands:
        top, bottom = up.place(band.high), up.place(band.low)
        area = QRectF(plot.left(), top, plot.width(), bottom - top)
        if canvas.is_paper:
            canvas.rule(QLineF(area.bottomLeft(), area.bottomRight()))
        else:
            canvas.painter.fillRect(area, canvas.ground(band.tone))


def _paint_band_names(canvas: Canvas, panel: Panel, plot: QRectF, up: Axis) -> None:
    """Right of the bands, so that nothing lies over the last points: they are what one looks for."""
    for band in panel.bands:
        middle = (up.place(band.high) + up.place(band.low)) / 2
        if up.place(band.low) - up.place(band.high) >= canvas.px(LEAST_BAND):
            area = QRectF(plot.right() + canvas.px(6), middle - canvas.px(8), canvas.px(NAMES), canvas.px(16))
            canvas.write(area, band.words, size=SMALL)


def _paint_names(canvas: Canvas, panel: Panel, plot: QRectF, edge: float) -> None:
    """What the panel shows, at the left of the values; each line with its look."""
    line = canvas.line_height(SMALL) + canvas.px(2)
    wide = canvas.px(GUTTER - 42)
    named = [(one.name, one, number) for number, one in enumerate(panel.series)]
    if len(named) + bool(panel.strokes) <= 1:
        canvas.write(
            QRectF(edge, plot.top(), wide, line), panel.name, size=SMALL, color="ink", weight=QFont.Weight.DemiBold
        )
        return
    top = plot.top()
    for name, series, number in named:
        middle = top + line / 2
        canvas.painter.setPen(_pen(canvas, series.tone, number))
        canvas.painter.drawLine(QLineF(edge, middle, edge + canvas.px(12), middle))
        canvas.write(QRectF(edge + canvas.px(16), top, wide - canvas.px(16), line), name, size=SMALL, color="ink")
        top += line
    if panel.strokes:
        _paint_all(canvas, [(edge + canvas.px(6), top + line - canvas.px(2), top + canvas.px(2))])
        words = QRectF(edge + canvas.px(16), top, wide - canvas.px(16), line)
        canvas.write(words, panel.strokes_name, size=SMALL, color="ink")


def _paint_strokes(canvas: Canvas, panel: Panel, across: Axis, up: Axis) -> Iterator[Spot]:
    near = canvas.px(4)
    places = [(across.place(one.at), up.place(one.low), up.place(one.high), one.says) for one in panel.strokes]
    _paint_all(canvas, [(at, low, high) for at, low, high, _ in places])
    for at, low, high, says in places:
        yield Spot(QRectF(at - near, high, near * 2, low - high), says)


def _paint_all(canvas: Canvas, strokes: Sequence[tuple[float, float, float]]) -> None:
    """Both ends as short bars, a hairline between them; all in two strokes of the brush."""
    if not strokes:
        return
    reach, ink = canvas.px(2.5), canvas.color(Tone.INFO.value)
    canvas.painter.setPen(QPen(ink, max(1.0, canvas.px(1))))
    canvas.painter.drawLines([QLineF(at, low, at, high) for at, low, high in strokes])
    canvas.painter.setPen(QPen(ink, canvas.px(1.5)))
    canvas.painter.drawLines(
        [QLineF(at - reach, end, at + reach, end) for at, low, high in strokes for end in (low, high)]
    )


def _paint_series(canvas: Canvas, series: Series, number: int, across: Axis, up: Axis) -> Iterator[Spot]:
    painter = canvas.painter
    places = [QPointF(across.place(point.at), up.place(point.value)) for point in series.points]
    painter.setPen(_pen(canvas, series.tone, number))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(places))
    reach = canvas.px(3 if len(places) <= 60 else 2)  # noqa: PLR2004 - points of a month, twice a day
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color(series.tone.value))
    near = canvas.px(7)
    for place, point in zip(places, series.points, strict=True):
        if number % 2:
            painter.drawRect(QRectF(place.x() - reach, place.y() - reach, reach * 2, reach * 2))
        else:
            painter.drawEllipse(place, reach, reach)
        yield Spot(QRectF(place.x() - near, place.y() - near, near * 2, near * 2), _said(series, point))


def _paint_row(canvas: Canvas, row: DoseRow, plot: QRectF, across: Axis, edge: float) -> Iterator[Spot]:
    name = QRectF(edge, plot.top(), canvas.px(GUTTER - 8), plot.height())
    canvas.write(name, row.name, size=SMALL, color="ink")
    base = plot.bottom() - canvas.px(3)
    canvas.rule(QLineF(plot.left(), base, plot.right(), base))
    tall = plot.height() - canvas.px(6)
    wide = _bar_width(canvas, plot, across)
    for mark in row.marks:
        at, high = across.place(mark.at), max(canvas.px(4), tall * mark.share)
        bar = QRectF(at - wide / 2, base - high, wide, high)
        _paint_dose(canvas, bar, mark.kind)
        yield Spot(QRectF(at - canvas.px(4), plot.top(), canvas.px(8), plot.height()), mark.says)


def _paint_dose(canvas: Canvas, bar: QRectF, kind: DoseKind) -> None:
    """One mark; what tells them apart is their shape, which a black printer keeps."""
    if kind is DoseKind.TAKEN:
        canvas.painter.fillRect(bar, canvas.color(Tone.INFO.value, 0.85))
        return
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is DoseKind.NOT_TAKEN:
        canvas.painter.setPen(QPen(canvas.color(Tone.DANGER.value), max(1.0, canvas.px(1.2))))
        canvas.painter.drawRect(bar.adjusted(0, 0, -1, 0))
        return
    canvas.painter.fillRect(bar, canvas.color(Tone.INFO.value, 0.35))
    canvas.painter.setPen(QPen(canvas.color(Tone.DANGER.value), max(1.2, canvas.px(1.6))))
    # As wide on a month's thin bars: the cross is what one sees.
    reach, middle = canvas.px(4), bar.center()
    for rise in (reach, -reach):
        canvas.painter.drawLine(
            QLineF(middle.x() - reach, middle.y() - rise, middle.x() + reach, middle.y() + rise)
        )


def _paint_legend(canvas: Canvas, kinds: Sequence[DoseKind], left: float, top: float) -> None:
    """What the marks of doses mean, under the days."""
    line = canvas.line_height(SMALL)
    for kind in kinds:
        _paint_dose(canvas, QRectF(left, top + canvas.px(2), canvas.px(7), line - canvas.px(4)), kind)
        words = tr(DOSE_LABELS[kind]).lower()
        wide = canvas.width_of(words, SMALL)
        canvas.write(QRectF(left + canvas.px(13), top, wide + canvas.px(4), line), words, size=SMALL)
        left += wide + canvas.px(33)


def _bar_width(canvas: Canvas, plot: QRectF, across: Axis) -> float:
    """A sixth of a day, so that four doses a day stand apart; never so thin that it is not seen."""
    days = max(1.0, across.high - across.low)
    return min(canvas.px(9), max(canvas.px(2.5), plot.width() / days / 6))


def _said(series: Series, point: Point) -> str:
    return point.says or f"{series.name}: {number_words(point.value)}"


def _pen(canvas: Canvas, tone: Tone, number: int) -> QPen:
    pen = QPen(canvas.color(tone.value), canvas.px(1.8))
    dash = DASHES[number % len(DASHES)]
    if dash:
        pen.setDashPattern([one / 2 for one in dash])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
