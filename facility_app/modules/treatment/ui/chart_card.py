"""The charts of one stay: which picture, of how many days; printed or saved, it leaves a trace."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.papers.course import PaintedChart, chart_sheet
from facility_app.modules.treatment.queries.course import Course, read_course
from facility_app.modules.treatment.service.looking import TakeChart, take_chart
from facility_app.modules.treatment.ui.chart_plan import EMPTY_WORDS, VIEW_LABELS, View, picture_of
from facility_app.modules.treatment.ui.chart_stack import Picture, StackChart
from facility_app.modules.treatment.ui.record_choices import Choices
from facility_app.sheets.whole_file import write_whole
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, FlowLayout, Loudness, StateStack, WhyNotButton

TITLE = label("treatment", "Biểu đồ")
PRINT, SAVE = label("verbs", "In biểu đồ…"), label("verbs", "Lưu ảnh…")
NOTHING = label("treatment", "Chưa có gì để vẽ.")
NO_STAY = label("treatment", "Người này chưa được tiếp nhận nên chưa có biểu đồ.")
SPAN_WORDS = label("treatment", "{first} – {last}")
SAVED = label("treatment", "Đã lưu ảnh: {path}. Tệp không mã hóa và có dữ liệu sức khỏe: giao đúng người rồi xóa.")
SAVE_HEAD = label("treatment", "Lưu biểu đồ thành tệp ảnh")
KIND = label("treatment", "Tệp ảnh (*.png)")
DAYS: Final[dict[int, Label]] = {
    3: label("treatment", "3 ngày"),
    7: label("treatment", "7 ngày"),
    30: label("treatment", "30 ngày"),
    0: label("treatment", "Cả đợt"),
}
USUAL_DAYS: Final = {View.WITHDRAWAL: 30, View.VITALS: 7, View.WEIGHT: 0}
PAPER_WIDTH: Final = 1000
TABLES: Final = frozenset({"vital_reading", "instrument_score", "medicine_dose", "stay", "oxygen_target"})


class ChartCard(Card):
    """One picture at a time; it asks when it is shown a stay, and again when something of it was saved.

    Attributes:
        chart: the picture; None before there was one.
    """

    def __init__(self, context: PageContext, press: PlainPress, parent: QWidget | None = None) -> None:
        """Nothing read yet."""
        theme = context.theme
        super().__init__(theme, tr(TITLE), parent=parent)
        self.setObjectName("card_charts")
        self._context = context
        self._stay_id = ""
        self._course: Course | None = None
        self._view, self._days = View.WITHDRAWAL, USUAL_DAYS[View.WITHDRAWAL]
        self.chart: StackChart | None = None
        self._sheets = Sheets(context, press, self)
        self.views = Choices(theme, tuple(VIEW_LABELS.items()), self._view, self)
        self.days = Choices(theme, tuple(DAYS.items()), self._days, self)
        self.views.chosen.connect(self._on_view_chosen)
        self.days.chosen.connect(self._on_days_chosen)
        self.print_button = WhyNotButton(theme, tr(PRINT), Loudness.PLAIN, "printer", self)
        self.print_button.button.setObjectName("print_button")
        self.print_button.clicked.connect(self.print_chart)
        self.save_button = WhyNotButton(theme, tr(SAVE), Loudness.PLAIN, "photo", self)
        self.save_button.button.setObjectName("save_button")
        self.save_button.clicked.connect(self.ask_file)
        # They wrap: at large letters the four are wider than the page.
        tools = QWidget(self)
        flow = FlowLayout(tools, gap=theme.px(8))
        for widget in (self.views, self.days, self.print_button, self.save_button):
            flow.addWidget(widget)
        self.body.addWidget(tools)
        self._inner = QWidget(self)
        self._room = QHBoxLayout(self._inner)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.states = StateStack(theme, self._inner, self)
        self.states.retry_requested.connect(self.ask)
        self.body.addWidget(self.states)

    def show_stay(self, stay_id: str) -> None:
        """The charts of a stay, asked once: ``refresh`` asks again; empty for nobody's."""
        is_same = stay_id == self._stay_id and self._course is not None
        self._stay_id = stay_id
        if is_same:
            return
        if stay_id:
            self.ask()
        else:
            self._course = None
            self.states.show_empty(tr(NO_STAY), icon="chart-line")
            self._recheck()

    def ask(self) -> None:
        """Read the days chosen."""
        if not self._stay_id:
            return
        op = self._context.runner.query(self, partial(_read, self._stay_id, self._days), topic="course")
        op.success(self._on_read).failure(self._on_failed).run()

    def refresh(self, change: Change) -> None:
        """Something was saved."""
        if not TABLES.isdisjoint(change.tables):
            self.ask()

    def why_empty(self) -> str | None:
        """Why there is nothing to print."""
        return tr(NOTHING) if self.picture() is None else None

    def picture(self) -> Picture | None:
        """What is shown; None where there is nothing to paint."""
        made = None if self._course is None else picture_of(self._course, self._view)
        return None if made is None or made.is_empty else made

    def print_chart(self) -> None:
        """Onto paper, with whose it is."""
        painted = self._painted()
        if painted is not None:
            self._sheets.take(partial(_take, painted), "bieu do")

    def ask_file(self) -> None:
        """Ask where the picture goes."""
        if self._painted() is None:
            return
        dialog = QFileDialog(self, tr(SAVE_HEAD), "", tr(KIND))
        # The system's own dialog speaks the system's language, which need not be the user's.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile("bieu-do.png")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def save_file(self, path: str) -> None:
        """Into this file, once the trail has it."""
        painted = self._painted()
        if painted is not None:
            op = self._context.runner.command(self, partial(_take_only, painted))
            op.success(partial(self._on_taken, path, painted)).failure(self._on_refused).run()

    def _painted(self) -> PaintedChart | None:
        made = self.picture()
        if made is None or self.chart is None or self._course is None:
            return None
        size = QSize(PAPER_WIDTH, made.height + 8)
        curve = self._course.curve
        days = (format_date(local_date(moment)) for moment in (curve.from_at, curve.to_at))
        view = VIEW_LABELS[self._view]
        below = tr(SPAN_WORDS, first=next(days), last=next(days))
        return PaintedChart(
            self._stay_id, view, _png(self.chart.picture(size, density=2.0)), size.width(), size.height(), below
        )

    def _show(self) -> None:
        made = self.picture()
        if made is None:
            self.states.show_empty(tr(EMPTY_WORDS[self._view]), icon="chart-line")
        else:
            if self.chart is None:
                self.chart = StackChart(self._context.theme, tr(VIEW_LABELS[self._view]), made, self._inner)
                self._room.addWidget(self.chart)
                # It is made with what was read, behind everything else: Tab comes to it from its buttons.
                QWidget.setTabOrder(self.save_button.stops()[1], self.chart)
            else:
                self.chart.setAccessibleName(tr(VIEW_LABELS[self._view]))
                self.chart.set_picture(made)
            self.states.show_content()
        self._recheck()

    def _recheck(self) -> None:
        for button in (self.print_button, self.save_button):
            button.set_why_not(self.why_empty())

    def _on_read(self, course: Course) -> None:
        self._course = course
        self._show()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_view_chosen(self, view: View) -> None:
        self._view, self._days = view, USUAL_DAYS[view]
        self.days.show_choice(self._days)
        self.ask()

    def _on_days_chosen(self, days: int) -> None:
        self._days = days
        self.ask()

    def _on_taken(self, path: str, painted: PaintedChart, _answer: object) -> None:
        op = self._context.runner.job(self, partial(_write, Path(path), painted.png))
        op.success(partial(self._on_written, path)).failure(self._on_refused).run()

    def _on_written(self, path: str, _answer: object) -> None:
        self._context.say(tr(SAVED, path=path), Tone.OK)

    def _on_refused(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _read(stay_id: str, days: int, uow: Any) -> Course:
    return read_course(uow, stay_id, days)


def _take(painted: PaintedChart, uow: Any) -> PlainPaper:
    _take_only(painted, uow)
    return chart_sheet(uow, painted)


def _take_only(painted: PaintedChart, uow: Any) -> None:
    take_chart(uow, TakeChart(painted.stay_id, str(painted.title)))


def _write(path: Path, content: bytes, _progress: Progress) -> None:
    def fill(made: Path) -> None:
        made.write_bytes(content)

    write_whole(path, fill)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
