"""Pictures painted from plain values: what people would rather look at than read."""

from facility_app.ui.charts.axis import Tick, date_ticks, number_words, value_ticks
from facility_app.ui.charts.bars import Bar, Bars, BarSet, Sparkline
from facility_app.ui.charts.canvas import Canvas, Hatch
from facility_app.ui.charts.chart import Chart, Spot
from facility_app.ui.charts.line_chart import Band, EventMark, LineChart, Lines, Point, Series
from facility_app.ui.charts.spans import DayMark, Span, SpanChart, SpanPlan, SpanRow, Term, TermBar, TermPart

__all__ = [
    "Band",
    "Bar",
    "BarSet",
    "Bars",
    "Canvas",
    "Chart",
    "DayMark",
    "EventMark",
    "Hatch",
    "LineChart",
    "Lines",
    "Point",
    "Series",
    "Span",
    "SpanChart",
    "SpanPlan",
    "SpanRow",
    "Sparkline",
    "Spot",
    "Term",
    "TermBar",
    "TermPart",
    "Tick",
    "date_ticks",
    "number_words",
    "value_ticks",
]
