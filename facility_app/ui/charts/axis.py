"""Where marks stand on an axis and what is written under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from PySide6.QtCore import QLineF, QRectF, Qt

from facility_app.ui.charts.canvas import Canvas

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
DAY_STEPS = (1, 2, 3, 7, 14)
MONTHS_FROM_DAYS = 92


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Turns values between ``low`` and ``high`` into places between ``start`` and ``end``."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where ``value`` lies; what is outside lies at the end."""
        span = self.high - self.low
        share = (value - self.low) / span if span else 0.5
        return self.start + (self.end - self.start) * min(1.0, max(0.0, share))


def date_ticks(first: date, last: date, most: int = 6) -> tuple[Tick, ...]:
    """About ``most`` dates from ``first`` on: days as 22/11, months as 11/2026; ``at`` is the ordinal."""
    days = (last - first).days
    if days <= MONTHS_FROM_DAYS:
        step = next((one for one in DAY_STEPS if days / one <= most), 28)
        some = (first + timedelta(days=shift) for shift in range(0, days + 1, step))
        return tuple(Tick(one.toordinal(), f"{one:%d/%m}") for one in some)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((one for one in MONTH_STEPS if months / one <= most), 120)
    whole = first.year * 12 + first.month - 1
    firsts = (max(first, date(*_month(number))) for number in range(whole, whole + months + 1, step))
    return tuple(Tick(one.toordinal(), f"{one:%m/%Y}") for one in firsts if one <= last)


def value_ticks(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Round values from ``low`` to ``high``: steps of 1, 2 or 5 times a power of ten."""
    if high <= low:
        return (low,)
    step = value_step(low, high, most)
    first = -floor(-low / step)
    return tuple(number * step for number in range(first, floor(high / step + 1e-9) + 1))


def value_step(low: float, high: float, most: int = 4) -> float:
    """The round step that divides ``low`` to ``high`` into at most ``most`` parts."""
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)


def rounded_up(low: float, high: float, most: int = 4) -> float:
    """``high`` raised to the next round value, so that the highest mark has a line above it."""
    if high <= low:
        return low + 1
    step = value_step(low, high, most)
    return low + ceil((high - low) / step - 1e-9) * step


def paint_ticks(canvas: Canvas, axis: Axis, ticks: Sequence[Tick], plot: QRectF) -> None:
    """Words under ``plot``; one that would touch its neighbour is left out."""
    free = plot.left() - canvas.px(24)
    top = plot.bottom() + canvas.px(4)
    for tick in ticks:
        width = canvas.width_of(tick.words, 11)
        left = min(max(axis.place(tick.at) - width / 2, plot.left() - canvas.px(8)), plot.right() - width)
        if left < free:
            continue
        canvas.write(QRectF(left, top, width, canvas.line_height(11)), tick.words, size=11)
        free = left + width + canvas.px(8)


def paint_values(canvas: Canvas, axis: Axis, values: Sequence[float], plot: QRectF) -> None:
    """Hairlines across ``plot`` with their values at the left."""
    for value in values:
        across = axis.place(value)
        canvas.rule(QLineF(plot.left(), across, plot.right(), across))
        words = QRectF(plot.left() - canvas.px(44), across - canvas.px(8), canvas.px(38), canvas.px(16))
        canvas.write(words, number_words(value), size=11, align=Qt.AlignmentFlag.AlignRight)


def number_words(value: float) -> str:
    """1.234 or 12,5: as people here write numbers."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return text.translate({ord(","): ".", ord("."): ","})


def _month(number: int) -> tuple[int, int, int]:
    return number // 12, number % 12 + 1, 1
