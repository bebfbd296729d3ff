"""Hôm nay, the home of every role: the house in numbers, and the work that waits."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.tasks.domain import DO_TASKS, READ_TASKS, Urgency
from facility_app.modules.tasks.ui.deeds import ACKNOWLEDGE, FINISH, OPEN, Deeds
from facility_app.modules.tasks.ui.detail import TaskCard
from facility_app.modules.tasks.ui.figures import FigureStrip
from facility_app.modules.tasks.ui.house import House
from facility_app.modules.tasks.ui.lacking import LackingLines
from facility_app.modules.tasks.ui.rows import TaskReads
from facility_app.modules.tasks.ui.unfinished import UnfinishedLines
from facility_app.modules.tasks.ui.worklist import Worklist
from facility_app.ui.days import whole_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.widgets import Least, Scrolled

TODAY_PAGE, LIST_PAGE = "tasks.today", "tasks.list"
TITLE = label("tasks", "Hôm nay")
ALL_TASKS = label("verbs", "Xem mọi việc")
SUMMARY = label("tasks", "{count} việc")
SUMMARY_LATE = label("tasks", "{count} việc · {late} quá hạn")
HINT = label("tasks", "Enter mở · D xong · K ghi nhận · F1 trợ giúp")
A_MINUTE_MS = 60_000
NARROW, CARD = 960, 264
ON_A_ROW = (Qt.Key.Key_D, Qt.Key.Key_Space, Qt.Key.Key_K, Qt.Key.Key_Return, Qt.Key.Key_Enter)
TO_A_ROW = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
DEEDS = frozenset({*ON_A_ROW, *TO_A_ROW})
LEAST = 240
"""Height of the list, at 100 %: its head, the column heads and four rows."""


class TodayPage(Page):
    """The home page.

    Attributes:
        figures: the numbers.
        lacking: what the facility still lacks.
        unfinished: what was typed and not saved.
        worklist: the work.
        card: the task with the focus, where the window is wide enough.
        area: what scrolls them where the window is low.
    """

    def __init__(self, house: House, context: PageContext) -> None:
        """Make it; it asks when it is first entered."""
        super().__init__(context)
        theme = context.theme
        self.figures = FigureStrip(context, self)
        self.lacking = LackingLines(house, context, self)
        self.unfinished = UnfinishedLines(context, self)
        self.worklist = Worklist(context, TaskReads(house), self)
        self.card = TaskCard(theme, self)
        self.deeds = Deeds(context, house, self)
        self._is_outdated = True
        self._is_at_rest = True
        self._day = ""
        self._minute = QTimer(self)
        self._minute.setInterval(A_MINUTE_MS)
        self._minute.timeout.connect(self.look_again)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.px(12))
        self.splitter.addWidget(self.worklist)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        # What it says goes on below: the words of the list need the width.
        self.card.setMinimumWidth(theme.px(CARD))
        self.splitter.setSizes([theme.px(NARROW), theme.px(CARD)])
        inner = Least()
        inner.setProperty("kind", "page")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        box.addWidget(self.figures)
        box.addWidget(self.lacking)
        box.addWidget(self.unfinished)
        box.addWidget(self.splitter, 1)
        # Large letters leave no room for numbers and work: the list keeps its rows, and the page scrolls.
        self.worklist.setMinimumHeight(theme.px(LEAST))
        self._inner = inner
        self.area = Scrolled(inner, self)
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.lacking.counted.connect(self.worklist.note_lacking)
        self.figures.answered.connect(self._on_figures_answered)
        self.worklist.chosen.connect(self._on_chosen)
        self.worklist.counted.connect(self._on_counted)
        view = self.worklist.view
        view.installEventFilter(self)
        view.row_activated.connect(self._on_open)
        view.finish_asked.connect(self.finish)
        view.acknowledge_asked.connect(self.acknowledge)

    def _on_figures_answered(self) -> None:
        self.worklist.note_warning(is_warned=any(one.is_warning for one in self.figures.figures))

    def look_again(self) -> None:
        """A minute went by: what was due may be overdue, and a day may have ended."""
        self.worklist.model.reload()
        self.figures.ask()
        self.lacking.ask()
        if self.subtitle_text() != self._day:
            self._day = self.subtitle_text()
            self.title_changed.emit()

    def open_task(self) -> None:
        """Where the task with the focus is done."""
        self.deeds.open(self.worklist.task())

    def finish(self) -> None:
        """It is done."""
        self.deeds.finish(self.worklist.task())

    def acknowledge(self) -> None:
        """It is not done, for a reason."""
        self.deeds.acknowledge(self.worklist.task())

    def show_all(self) -> None:
        """Every task, closed ones too."""
        self.context.go(Route(LIST_PAGE))

    def _why_no_open(self) -> str | None:
        return self.deeds.why_not_open(self.worklist.task())

    def _why_no_finish(self) -> str | None:
        return self.deeds.why_not("tasks.finish", self.worklist.task())

    def _why_no_ack(self) -> str | None:
        return self.deeds.why_not("tasks.acknowledge", self.worklist.task())

    def _on_open(self, _task_id: str) -> None:
        self.open_task()

    def _on_chosen(self) -> None:
        self._keep_in_sight()
        self.card.show_row(self.worklist.row())
        self.actions_changed.emit()

    def _keep_in_sight(self) -> None:
        """The row that has the keys is shown, once somebody uses them: until then the page begins at its top."""
        if self.worklist.view.hasFocus() and not self._is_at_rest:
            row = self._row_place()
            self.area.ensureVisible(row.center().x(), row.center().y(), 0, row.height())

    def _row_place(self) -> QRect:
        view = self.worklist.view
        row = view.visualRect(view.currentIndex())
        return QRect(view.viewport().mapTo(self._inner, row.topLeft()), row.size())

    def _is_in_sight(self) -> bool:
        seen = QRect(0, self.area.verticalScrollBar().value(), self._inner.width(), self.area.viewport().height())
        row = self._row_place()
        return row.isEmpty() or seen.contains(row.center())

    def _on_counted(self, _count: int) -> None:
        self._fit()
        self.summary_changed.emit(self.summary_text())
        self.actions_changed.emit()

    def _fit(self) -> None:
        """The card stands beside the list where there is room, and something to tell."""
        is_wide = self.width() >= self.context.theme.px(NARROW)
        self.card.setVisible(is_wide and self.worklist.count() > 0)

    def _late(self) -> int:
        rows = (self.worklist.model.row(number) for number in range(self.worklist.count()))
        late = {Urgency.OVERDUE, Urgency.ESCALATED}
        return sum(row is not None and row.task.age.urgency in late for row in rows)

    @override
    def subtitle_text(self) -> str:
        return whole_day(self.context.today())

    @override
    def summary_text(self) -> str:
        if not self.worklist.is_read():
            return ""  # "0 việc" is an answer
        count, late = self.worklist.count(), self._late()
        return tr(SUMMARY_LATE, count=count, late=late) if late else tr(SUMMARY, count=count)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        every = ActionSpec("tasks.list", ALL_TASKS, self.show_all, "list-check", permission=READ_TASKS)
        if not self.worklist.count():
            return (every,)
        return (
            ActionSpec("tasks.finish", FINISH, self.finish, "check", "", DO_TASKS, self._why_no_finish),
            ActionSpec("tasks.acknowledge", ACKNOWLEDGE, self.acknowledge, "eye", "", DO_TASKS, self._why_no_ack),
            ActionSpec("tasks.open", OPEN, self.open_task, "arrow-right", "", None, self._why_no_open),
            every,
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._is_at_rest = True
        self.area.verticalScrollBar().setValue(0)
        self._day = self.subtitle_text()
        filters = {key: value for key, value in route.args.items() if key in {"urgency", "role"} and value}
        if route.record:
            self.worklist.select_when_here(route.record)
        if filters or self._is_outdated or self.worklist.model.look.filters:
            self.worklist.show_filters(filters)
        self._is_outdated = False
        self.figures.ask()
        self.lacking.ask()
        self.unfinished.ask()

    @override
    def refresh(self, change: Change) -> None:
        # The worklist follows by itself; a number may come from any table.
        if self.isVisible():
            self.figures.ask()

    @override
    def first_focus(self) -> QWidget:
        tiles = self.figures.strip.tiles()
        return self.worklist.view if self.worklist.count() or not tiles else tiles[0]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key must not act on a row that is out of sight: it brings the row into sight.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in DEEDS:
            self._is_at_rest = False
            if not self._is_in_sight():
                self._keep_in_sight()
                return self._is_in_sight()
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
