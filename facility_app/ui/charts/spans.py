"""Stretches of time: several overlapping on one axis, and one stretch with what of it has passed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainterPath
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.ui.charts.axis import Axis, date_ticks, paint_ticks
from facility_app.ui.charts.canvas import Canvas, Hatch
from facility_app.ui.charts.chart import Chart, Spot
from facility_app.ui.theme import Size, Theme, Tone

ROW = 25


@dataclass(frozen=True, slots=True)
class Span:
    """One bar from ``start`` to ``end``, the end itself not in it.

    Attributes:
        hatch: HOLLOW for what is expected, a stripe for what does not count.
        words: written right of the bar; ``says`` told on hover.
    """

    start: date
    end: date
    tone: Tone = Tone.ACCENT
    hatch: Hatch = Hatch.SOLID
    words: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A name and its bars; a row without a name goes on with what stands above it."""

    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DayMark:
    """A line down through all rows on ``on``."""

    on: date
    words: str
    tone: Tone = Tone.DANGER


@dataclass(frozen=True, slots=True)
class SpanPlan:
    """What a ``SpanChart`` shows from ``first`` to ``last``."""

    first: date
    last: date
    rows: tuple[SpanRow, ...]
    marks: tuple[DayMark, ...] = ()


class SpanChart(Chart):
    """Paints a ``SpanPlan``; as high as it has rows."""

    def __init__(self, theme: Theme, title: str, plan: SpanPlan, parent: QWidget | None = None) -> None:
        """Show ``plan``."""
        super().__init__(theme, title, parent)
        self._plan = plan
        self.refresh()

    def set_plan(self, plan: SpanPlan) -> None:
        """Show another."""
        self._plan = plan
        self.refresh()

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        plan = self._plan
        names = min(max((canvas.width_of(row.name) for row in plan.rows), default=0), room.width() * 0.36)
        foot = canvas.line_height(11) * (2 if plan.marks else 1) + canvas.px(6)
        plot = room.adjusted(names + canvas.px(16), canvas.px(2), -canvas.px(6), -foot)
        across = Axis(plan.first.toordinal(), plan.last.toordinal(), plot.left(), plot.right())
        ticks = date_ticks(plan.first, plan.last, 5)
        for tick in ticks:
            canvas.rule(QLineF(across.place(tick.at), plot.top(), across.place(tick.at), plot.bottom()))
        below = plot.adjusted(0, 0, 0, canvas.line_height(11) if plan.marks else 0)
        paint_ticks(canvas, across, ticks, below)
        row_height = plot.height() / max(1, len(plan.rows))
        spots: list[Spot] = []
        for number, row in enumerate(plan.rows):
            line = QRectF(room.left(), plot.top() + number * row_height, room.width(), row_height)
            name = QRectF(room.left(), line.top(), names, row_height)
            canvas.write(name, row.name, color="ink")
            spots += self._paint_row(canvas, row, line, across)
        self._paint_marks(canvas, plot, across)
        bars = iter(spots)
        for span in (span for row in plan.rows for span in row.spans):
            self._paint_words(canvas, span.words, next(bars).rect, plot)
        spots += [Spot(QRectF(), mark.words) for mark in plan.marks]
        return spots

    def _paint_row(self, canvas: Canvas, row: SpanRow, line: QRectF, across: Axis) -> list[Spot]:
        tall = min(canvas.px(13), line.height() * 0.6)
        top = line.center().y() - tall / 2
        spots = []
        for span in row.spans:
            left, right = across.place(span.start.toordinal()), across.place(span.end.toordinal())
            bar = QRectF(left, top, max(canvas.px(4), right - left), tall)
            canvas.block(bar, span.tone, span.hatch)
            says = span.says or span.words or f"{span.start:%d/%m/%Y} – {span.end:%d/%m/%Y}"
            spots.append(Spot(bar.adjusted(0, -4, 0, 4), f"{row.name}: {says}" if row.name else says))
        return spots

    def _paint_words(self, canvas: Canvas, words: str, bar: QRectF, plot: QRectF) -> None:
        width = canvas.width_of(words, 11)
        left = bar.right() + canvas.px(6)
        if not words:
            return
        if left + width > plot.right():
            left = bar.left() - width - canvas.px(6)
        if left >= plot.left():
            place = QRectF(left, bar.top(), width, bar.height())
            canvas.painter.fillRect(place.adjusted(-2, 0, 2, 0), canvas.color("surface", 0.85))
            canvas.write(place, words, size=11)

    def _paint_marks(self, canvas: Canvas, plot: QRectF, across: Axis) -> None:
        """Each day's line with its words beneath; words of days close together move apart to the left."""
        end = plot.right()
        for mark in sorted(self._plan.marks, key=lambda one: one.on, reverse=True):
            at = across.place(mark.on.toordinal())
            line = QLineF(at, plot.top(), at, plot.bottom() + canvas.px(3))
            canvas.rule(line, mark.tone.value, canvas.px(1.5))
            width = canvas.width_of(mark.words, 11)
            left = min(at + canvas.px(3), end - width)
            words = QRectF(left, plot.bottom() + canvas.px(4), width, canvas.line_height(11))
            canvas.write(words, mark.words, size=11, color=mark.tone.value)
            end = left - canvas.px(8)

    @override
    def sizeHint(self) -> QSize:
        foot = 36 if self._plan.marks else 22
        return QSize(self._theme.px(480), self._theme.px(len(self._plan.rows) * ROW + foot))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self.sizeHint().height())


@dataclass(frozen=True, slots=True)
class TermPart:
    """A part of the whole: ``days`` of it, written as ``words`` and ``amount`` below the bar.

    A part without tone is what is left: the empty track.
    """

    days: int
    words: str
    amount: str
    tone: Tone | None = Tone.ACCENT
    hatch: Hatch = Hatch.SOLID
    says: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """What a ``TermBar`` shows; ``ending`` is written at the right, ``ending_tone`` colours it."""

    parts: tuple[TermPart, ...]
    ending: str = ""
    ending_tone: Tone = Tone.NEUTRAL


class TermBar(Chart):
    """One stretch of time with its parts: credited, served, not counted, left."""

    HEIGHT = 48

    def __init__(self, theme: Theme, title: str, term: Term, parent: QWidget | None = None) -> None:
        """Show ``term``."""
        super().__init__(theme, title, parent)
        self._term = term
        self.refresh()

    def set_term(self, term: Term) -> None:
        """Show another."""
        self._term = term
        self.refresh()

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        bar = QRectF(room.left(), room.top() + canvas.px(3), room.width(), canvas.px(12))
        track = QPainterPath()
        track.addRoundedRect(bar, canvas.px(6), canvas.px(6))
        canvas.painter.save()
        canvas.painter.fillPath(track, canvas.color("muted_ground"))
        canvas.painter.setClipPath(track, Qt.ClipOperation.IntersectClip)
        whole = sum(part.days for part in self._term.parts) or 1
        left, spots = bar.left(), []
        for part in self._term.parts:
            width = bar.width() * part.days / whole
            block = QRectF(left, bar.top(), width, bar.height())
            if part.tone is not None and width > 0:
                canvas.block(block, part.tone, part.hatch, corner=0)
            spots.append(Spot(block, part.says or f"{part.words} {part.amount}"))
            left += width
        canvas.painter.restore()
        if canvas.is_paper:
            canvas.painter.strokePath(track, canvas.color("quiet"))
        self._paint_words(canvas, QRectF(room.left(), bar.bottom() + canvas.px(4), room.width(), canvas.px(20)))
        return [*spots, Spot(QRectF(), self._term.ending)]

    def _paint_words(self, canvas: Canvas, line: QRectF) -> None:
        ending = self._term.ending
        strong = QFont.Weight.DemiBold
        room = line.right() - (canvas.width_of(ending, Size.SMALL, strong) + canvas.px(16) if ending else 0)
        left = line.left()
        for part in self._term.parts:
            words, amount = canvas.width_of(part.words), canvas.width_of(part.amount, Size.SMALL, strong)
            key = canvas.px(14)
            if not part.amount or left + key + words + amount + canvas.px(4) > room:
                continue
            self._paint_key(
                canvas, part, QRectF(left, line.center().y() - canvas.px(4.5), canvas.px(9), canvas.px(9))
            )
            left += key
            canvas.write(QRectF(left, line.top(), words, line.height()), part.words)
            left += words + canvas.px(4)
            canvas.write(QRectF(left, line.top(), amount, line.height()), part.amount, color="ink", weight=strong)
            left += amount + canvas.px(18)
        tone = self._term.ending_tone
        color = "ink" if tone is Tone.NEUTRAL else tone.value
        canvas.write(line, ending, color=color, weight=strong, align=Qt.AlignmentFlag.AlignRight)

    def _paint_key(self, canvas: Canvas, part: TermPart, square: QRectF) -> None:
        if part.tone is None:
            canvas.painter.fillRect(square, canvas.color("muted_ground"))
        else:
            canvas.block(square, part.tone, part.hatch, corner=1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(self.HEIGHT))
