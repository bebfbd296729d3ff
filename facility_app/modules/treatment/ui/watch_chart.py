"""The last hours of everybody who is watched: each look a mark, each time nobody looked a red bar."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.dates import LOCAL, format_time, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.treatment.domain.watch import SEEN_LABELS, Gap, Seen
from facility_app.modules.treatment.queries.watches import WatchLine
from facility_app.modules.treatment.ui.record_words import at_soon
from facility_app.ui.charts.canvas import Canvas, Hatch
from facility_app.ui.charts.chart import Chart, Spot
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone

TITLE = label("treatment", "Các lần trông trong {hours} giờ qua")
GAP = label("treatment", "{name}: không ai ghi trông {from_at}–{to_at}, {minutes} phút")
OPEN_GAP = label("treatment", "{name}: chưa ai ghi trông từ {from_at}, đã {minutes} phút")
LOOK = label("treatment", "{name} {at}: {seen}")
MINUTES, LONG = label("treatment", "{minutes}′"), label("treatment", "{hours} giờ")
MANY: Final = 300
"""Minutes from which on a gap is told in hours."""
HOURS: Final = 8
ROW, FOOT, MOST_ROWS = 26, 20, 6
_LOUD: Final = {Seen.UNEASY: Tone.WARNING, Seen.CALLED: Tone.DANGER}


@dataclass(frozen=True, slots=True)
class WatchPlan:
    """What the picture shows, up to now."""

    now: datetime
    lines: tuple[WatchLine, ...] = field(repr=False)
    hours: int = HOURS

    @property
    def from_at(self) -> datetime:
        """Where it begins."""
        return self.now - timedelta(hours=self.hours)


class WatchChart(Chart):
    """Paints a ``WatchPlan``; as high as people are watched."""

    def __init__(self, theme: Theme, plan: WatchPlan, parent: QWidget | None = None) -> None:
        """Show ``plan``."""
        super().__init__(theme, tr(TITLE, hours=plan.hours), parent)
        self._plan = plan
        self.refresh()

    def set_plan(self, plan: WatchPlan) -> None:
        """Show another."""
        self._plan = plan
        self.refresh()

    @override
    def paint(self, canvas: Canvas, room: QRectF) -> Sequence[Spot]:
        plan = self._plan
        widest = max((canvas.width_of(one.watched.name) for one in plan.lines), default=0.0)
        names = min(widest, room.width() * 0.3)
        foot = canvas.px(FOOT)
        plot = room.adjusted(names + canvas.px(12), 0, -canvas.px(6), -foot)
        self._paint_hours(canvas, plot, room.bottom())
        height = plot.height() / max(1, len(plan.lines))
        spots: list[Spot] = []
        for number, line in enumerate(plan.lines):
            row = QRectF(plot.left(), plot.top() + number * height, plot.width(), height)
            canvas.write(QRectF(room.left(), row.top(), names, height), line.watched.name, color="ink")
            spots += self._paint_line(canvas, line, row)
        return spots

    def _place(self, at: datetime, row: QRectF) -> float:
        whole = (self._plan.now - self._plan.from_at).total_seconds()
        share = (at - self._plan.from_at).total_seconds() / whole
        return row.left() + row.width() * min(1.0, max(0.0, share))

    def _paint_hours(self, canvas: Canvas, plot: QRectF, bottom: float) -> None:
        first = self._plan.from_at.astimezone(LOCAL).replace(minute=0, second=0, microsecond=0)
        for step in range(1, self._plan.hours + 1):
            at = first + timedelta(hours=step)
            x = self._place(at, plot)
            canvas.rule(QLineF(x, plot.top(), x, plot.bottom()))
            width = canvas.px(44)
            place = QRectF(x - width / 2, plot.bottom(), width, bottom - plot.bottom())
            if place.right() <= plot.right() + canvas.px(6):
                canvas.write(place, format_time(at), size=11, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_line(self, canvas: Canvas, line: WatchLine, row: QRectF) -> list[Spot]:
        tall = min(canvas.px(14), row.height() * 0.6)
        top = row.center().y() - tall / 2
        begin = max(line.watched.since, self._plan.from_at)
        watched = QRectF(self._place(begin, row), row.center().y() - 1, 0, canvas.px(2))
        watched.setRight(row.right())
        canvas.painter.fillRect(watched, canvas.color("line"))
        spots, plan = [], self._plan
        for gap in line.view.gaps:
            if gap.to_at <= plan.from_at:
                continue
            left, right = self._place(gap.from_at, row), self._place(gap.to_at, row)
            bar = QRectF(left, top, max(canvas.px(3), right - left), tall)
            canvas.block(bar, Tone.DANGER, Hatch.FALLING)
            words = _long(gap.minutes)
            if canvas.width_of(words, 11) + canvas.px(6) <= bar.width():
                around = QRectF(bar.center().x() - canvas.width_of(words, 11) / 2 - 3, top, 0, tall)
                around.setWidth(canvas.width_of(words, 11) + 6)
                canvas.painter.fillRect(around, canvas.color("surface"))
                canvas.write(around, words, size=11, color="danger", align=Qt.AlignmentFlag.AlignHCenter)
            said = OPEN_GAP if gap.is_open else GAP
            spots.append(
                Spot(
                    bar.adjusted(0, -3, 0, 3),
                    tr(
                        said,
                        name=line.watched.name,
                        from_at=at_soon(gap.from_at, plan.now),
                        to_at=_until(gap, plan.now),
                        minutes=number_text(gap.minutes),
                    ),
                )
            )
        return spots + self._paint_looks(canvas, line, row, top, tall)

    def _paint_looks(self, canvas: Canvas, line: WatchLine, row: QRectF, top: float, tall: float) -> list[Spot]:
        spots = []
        for look in line.view.looks:
            if look.is_struck or look.happened_at < self._plan.from_at:
                continue
            x = self._place(look.happened_at, row)
            mark = QRectF(x - canvas.px(1.5), top, canvas.px(3), tall)
            canvas.block(mark, _LOUD.get(look.seen, Tone.ACCENT))
            says = tr(LOOK, name=line.watched.name, at=format_time(look.happened_at), seen=SEEN_LABELS[look.seen])
            spots.append(Spot(mark.adjusted(-2, -3, 2, 3), says))
        return spots

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            self._theme.px(480), self._theme.px(min(max(1, len(self._plan.lines)), MOST_ROWS) * ROW + FOOT + 8)
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self.sizeHint().height())


def _until(gap: Gap, now: datetime) -> str:
    """The end of a gap; its day is said where it is another than that of its beginning."""
    if local_date(gap.from_at) == local_date(gap.to_at):
        return format_time(gap.to_at)
    return at_soon(gap.to_at, now)


def _long(minutes: int) -> str:
    """How long nobody looked; over many hours the minutes say nothing more."""
    if minutes < MANY:
        return tr(MINUTES, minutes=number_text(minutes))
    return tr(LONG, hours=number_text(minutes // 60))
