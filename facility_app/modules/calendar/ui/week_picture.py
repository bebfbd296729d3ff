"""Some days as a picture: hours down, days across, every slot a block; arrows walk it, Enter opens what it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.weekdays import HOLIDAY, WEEKDAYS
from facility_app.modules.calendar.domain.days import DAY, Drawn, drawn
from facility_app.modules.calendar.domain.slots import Slot
from facility_app.modules.calendar.ui import words
from facility_app.ui.charts.canvas import Canvas, Hatch
from facility_app.ui.charts.chart import Chart, Spot
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone

NAME = label("calendar", "Lịch theo giờ")
EARLIEST, LATEST = 6 * 60, 18 * 60
"""Minutes of the day that are shown even when nothing is on."""
HOUR: Final = 34
"""Height of an hour at 100 %."""
_WIDE_NAMES: Final = 92
_HEAVY: Final = QFont.Weight.DemiBold


class WeekPicture(Chart):
    """Days with their slots.

    Signals:
        entered(object): Enter or a double click on a slot (``Slot``).
    """

    entered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing yet."""
        super().__init__(theme, tr(NAME), parent)
        self.setObjectName("week_picture")
        self._first, self._days = date(2026, 1, 5), 7
        self._today: date | None = None
        self._drawn: tuple[Drawn, ...] = ()
        self._rooms: Mapping[str, str] = {}
        self._top = 0
        self._holidays: Mapping[date, Label] = {}

    def keep_head(self, top: int) -> None:
        """Paint the names of the days there, over what is scrolled away; ``top`` is the first row in view."""
        self._top = top
        self.update()

    def show_days(
        self,
        slots: Sequence[Slot],
        first: date,
        days: int,
        rooms: Mapping[str, str],
        today: date,
        holidays: Mapping[date, Label] = MappingProxyType({}),
    ) -> None:
        """Show other days; those off by law stand on a ground of their own, named at the top."""
        self._holidays = holidays
        self._first, self._days, self._rooms, self._today = first, days, rooms, today
        self._drawn = drawn(slots, first, days)
        self.refresh()

    def slot_here(self) -> Slot | None:
        """The slot the keyboard or the pointer is on."""
        here = self._current
        return self._drawn[here].slot if 0 <= here < len(self._drawn) else None

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> list[Spot]:
        first, last = self._hours()
        head, side = canvas.line_height(Size.SMALL) + canvas.px(10), canvas.width_of("00:00") + canvas.px(10)
        plot = room.adjusted(side, head, 0, -canvas.px(4))
        width, tall = plot.width() / self._days, plot.height() / max(1, last - first)
        for minute in range(first, last + 1, 60):
            at = plot.top() + (minute - first) * tall
            canvas.rule(QLineF(plot.left(), at, plot.right(), at))
            if minute < last:
                hour = QRectF(room.left(), at, side - canvas.px(8), canvas.line_height())
                canvas.write(hour, f"{minute // 60:02}:00", align=Qt.AlignmentFlag.AlignRight)
        is_short = any(
            canvas.width_of(self._head(place), Size.SMALL, _HEAVY) > width - canvas.px(6)
            for place in range(self._days)
        )
        for place in range(self._days):
            at = plot.left() + place * width
            self._paint_day_off(canvas, place, QRectF(at, plot.top(), width, plot.height()))
            canvas.rule(QLineF(at, plot.top(), at, plot.bottom()))
        canvas.rule(QLineF(plot.right(), plot.top(), plot.right(), plot.bottom()))
        spots = [self._paint_slot(canvas, one, plot, width, tall, first) for one in self._drawn]
        top = room.top() if canvas.is_paper else max(room.top(), float(self._top))
        if top > room.top():
            canvas.painter.fillRect(QRectF(room.left(), top, room.width(), head), canvas.color("surface"))
        for place in range(self._days):
            head_room = QRectF(plot.left() + place * width, top, width, head)
            self._paint_head(canvas, place, head_room, is_short=is_short)
        return spots

    def _paint_day_off(self, canvas: Canvas, place: int, room: QRectF) -> None:
        name = self._holidays.get(self._first + place * DAY)
        if name is None:
            return
        canvas.painter.fillRect(room, canvas.ground(Tone.NEUTRAL))
        line = QRectF(room.left() + canvas.px(4), room.top(), room.width() - canvas.px(8), canvas.line_height())
        canvas.write(line, tr(HOLIDAY, name=tr(name)), color="quiet")

    def _hours(self) -> tuple[int, int]:
        """From which minute to which, in whole hours; what lasts all day asks for no more room."""
        inner = [one for one in self._drawn if one.last - one.first < 24 * 60]
        first = min([EARLIEST, *(one.first for one in inner if one.first)]) // 60 * 60
        last = max([LATEST, *(one.last for one in inner if one.last < 24 * 60)])
        return first, -(-last // 60) * 60

    def top_of_first(self) -> int:
        """How far down the earliest slot of a day begins, so that it can be brought into view."""
        first, last = self._hours()
        inner = [one.first for one in self._drawn if one.first]
        if not inner:
            return 0
        return round(self.height() * (min(inner) - first) / max(1, last - first))

    def _head(self, place: int) -> str:
        on = self._first + place * DAY
        return f"{tr(WEEKDAYS[on.weekday()])} {format_date(on)[:5]}"

    def _paint_head(self, canvas: Canvas, place: int, rect: QRectF, *, is_short: bool) -> None:
        on = self._first + place * DAY
        is_today = on == self._today
        text = format_date(on)[:5] if is_short else self._head(place)
        weight = _HEAVY if is_today else QFont.Weight.Normal
        canvas.write(
            rect, text, color="accent" if is_today else "ink", weight=weight, align=Qt.AlignmentFlag.AlignHCenter
        )

    def _paint_slot(
        self, canvas: Canvas, one: Drawn, plot: QRectF, width: float, tall: float, begins: int
    ) -> Spot:
        lane = (width - canvas.px(4)) / one.lanes
        top = plot.top() + (max(one.first, begins) - begins) * tall
        bottom = min(plot.bottom(), plot.top() + (one.last - begins) * tall)
        left = plot.left() + one.day * width + canvas.px(2) + one.lane * lane
        rect = QRectF(left, top + 1, lane - canvas.px(2), max(canvas.px(6), bottom - top - 2))
        tone = words.TONES.get(one.slot.kind, Tone.NEUTRAL)
        canvas.painter.fillRect(rect, canvas.ground(tone))
        edge = QRectF(rect.left(), rect.top(), canvas.px(3), rect.height())
        canvas.block(edge, tone, Hatch.SOLID, corner=0)
        self._write(canvas, one, rect.adjusted(canvas.px(6), canvas.px(1), -canvas.px(2), 0))
        return Spot(rect, self._says(one))

    def _write(self, canvas: Canvas, one: Drawn, rect: QRectF) -> None:
        """As many lines as there is room for: what, when, where; only when it begins where both do not fit."""
        high, hours = canvas.line_height(), self._hours_of(one)
        if canvas.width_of(hours) > rect.width():
            hours = hours.partition("–")[0]
        lines = [words.what(one.slot), hours, self._where(one.slot)]
        for place, text in enumerate(filter(None, lines)):
            line = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
            if place and line.bottom() > rect.bottom():
                return
            color, weight = ("ink", QFont.Weight.Medium) if place == 0 else ("quiet", QFont.Weight.Normal)
            canvas.write(line, text, color=color, weight=weight)

    def _hours_of(self, one: Drawn) -> str:
        return words.hours_on(one.slot, self._first + one.day * DAY)

    def _where(self, slot: Slot) -> str:
        return self._rooms.get(slot.room_id, slot.place)

    def _says(self, one: Drawn) -> str:
        count = len(one.slot.resident_ids)
        on = self._first + one.day * DAY
        parts = (
            f"{tr(WEEKDAYS[on.weekday()])} {format_date(on)[:5]}, {self._hours_of(one)}",
            words.what(one.slot),
            words.kind_behind(one.slot),
            self._where(one.slot),
            tr(words.PEOPLE, count=count) if count > 1 else "",
        )
        return " · ".join(filter(None, parts))

    @override
    def sizeHint(self) -> QSize:
        first, last = self._hours()
        return QSize(self._theme.px(640), self._theme.px((last - first) / 60 * HOUR + 30))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(50 + _WIDE_NAMES * self._days / 2), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        slot = self.slot_here()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and slot is not None:
            self.entered.emit(slot)
            return
        super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        here = self._under(event.position().toPoint())
        if 0 <= here < len(self._drawn):
            self.entered.emit(self._drawn[here].slot)
