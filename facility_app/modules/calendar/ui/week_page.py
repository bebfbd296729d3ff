"""Lịch: a day or a week of a person, a member of staff, a room, or everything of a kind."""

from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.weekdays import HOLIDAY, WEEKDAYS
from facility_app.modules.calendar.domain.days import DAY, DAYS_OF_WEEK, monday_of
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import Slot
from facility_app.modules.calendar.papers import week_paper
from facility_app.modules.calendar.queries.views import Week, Whose, find_own, get_week
from facility_app.modules.calendar.ui import fields, places
from facility_app.modules.calendar.ui.opening import open_slot
from facility_app.modules.calendar.ui.week_picture import WeekPicture
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import SheetPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.widgets import Card, IconButton, PushButton, Scrolled, StateStack

TITLE = label("calendar", "Lịch")
BEFORE, AFTER = label("verbs", "Trước"), label("verbs", "Sau")
TODAY, PRINT = label("verbs", "Hôm nay"), label("verbs", "In lịch")
BY_DAY, BY_WEEK = label("verbs", "Xem theo ngày"), label("verbs", "Xem theo tuần")
CLASHES, BOOKINGS = label("calendar", "Trùng lịch"), label("calendar", "Lịch hẹn")
WEEK_OF = label("calendar", "Tuần {first} – {last}")
NOBODY = label("calendar", "Chọn xem lịch của ai.")
NOBODY_HINT = label(
    "calendar", "Gõ tên người, cán bộ, lớp, tổ, khóa học hoặc phòng vào ô “Lịch của”; bấm F4 để xem mọi lựa chọn."
)
NOTHING = label("calendar", "Không có việc nào trong những ngày này.")
NOTHING_HINT = label("calendar", "Lịch tự lấy từ lớp học, lao động, học nghề, vắng mặt và lịch hẹn.")
NEXT = label("verbs", "Xem những ngày sau")
HINT = label("calendar", "←→ từng việc · Enter mở · Ctrl+PgUp/PgDn đổi ngày")
COUNT = label("calendar", "{count} việc")
ON: Final = "on"


class WeekPage(Page):
    """Some days of somebody.

    Attributes:
        whose: finds the calendar.
        before_button, today_button, after_button, days_button: the way through the days.
        picture: the days.
        states: nothing chosen, nothing on, or the days.
    """

    def __init__(self, press: SheetPress, context: PageContext) -> None:
        """Nobody's yet."""
        super().__init__(context)
        theme = context.theme
        self._sheets = Sheets(context, press, self)
        self._first, self._days = context.today(), DAYS_OF_WEEK
        self._week: Week | None = None
        self._knows_own = False
        self.whose = fields.whose_field(context)
        self.picture = WeekPicture(theme)
        self.before_button = IconButton(theme, "chevron-left", tr(BEFORE))
        self.today_button = PushButton(theme, TODAY)
        self.after_button = IconButton(theme, "chevron-right", tr(AFTER))
        self.days_button = PushButton(theme, self._other())
        box = Card(theme)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.whose, 1)
        for button, verb in (
            (self.before_button, self.go_before),
            (self.today_button, self.go_today),
            (self.after_button, self.go_after),
            (self.days_button, self.change_days),
        ):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
            button.clicked.connect(verb)
        box.body.addLayout(line)
        inner = Card(theme)
        self._area = Scrolled(self.picture)
        self._area.verticalScrollBar().valueChanged.connect(self.picture.keep_head)
        inner.body.addWidget(self._area)
        self.states = StateStack(theme, inner, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(box)
        column.addWidget(self.states, 1)
        self.whose.changed.connect(self.ask)
        self.picture.entered.connect(self._on_entered)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self._on_way_out)
        # Before the first answer the picture shows no day: an empty week would be read as one with nothing on.
        self.states.show_loading()

    def ask(self) -> None:
        """Read the days chosen."""
        op = self.context.runner.query(
            self, partial(_week, self._chosen(), self._monday(), self._days), topic="week"
        )
        op.success(self._on_read).failure(self._on_failed).run()

    def go_before(self) -> None:
        """The days before."""
        self._go_to(self._first - self._days * DAY)

    def go_after(self) -> None:
        """The days after."""
        self._go_to(self._first + self._days * DAY)

    def go_today(self) -> None:
        """The days with today."""
        self._go_to(self.context.today())

    def change_days(self) -> None:
        """A week instead of a day, or the other way."""
        self._days = 1 if self._days == DAYS_OF_WEEK else DAYS_OF_WEEK
        self.days_button.set_text(self._other())
        self._go_to(self._first)

    def print_week(self) -> None:
        """What is shown on paper."""
        if self._week is not None:
            self._sheets.show(partial(_paper, self._week), "lich")

    def to_clashes(self) -> None:
        """The list of clashes."""
        self.context.go(Route(places.CLASHES))

    def to_bookings(self) -> None:
        """What is entered by hand."""
        self.context.go(Route(places.BOOKINGS))

    def _go_to(self, day: date) -> None:
        self._first = day
        self.ask()

    def _other(self) -> Label:
        return BY_DAY if self._days == DAYS_OF_WEEK else BY_WEEK

    def _monday(self) -> date:
        return self._first if self._days == 1 else monday_of(self._first)

    def _chosen(self) -> Whose:
        try:
            return fields.from_key(self.whose.value() or "")
        except UserError:
            return Whose()

    def _choose(self, whose: Whose) -> None:
        self.whose.set_value(fields.as_key(whose) or None)
        self.ask()

    def _on_own(self, whose: Whose) -> None:
        if self._chosen() == Whose():
            self._choose(whose)

    def _on_read(self, week: Week) -> None:
        self._week = week
        if week.slots:
            self.picture.show_days(
                week.slots, week.first, week.days, week.rooms, self.context.today(), week.holidays
            )
            self.states.show_content()
            self._area.verticalScrollBar().setValue(self.picture.top_of_first() - self.context.theme.px(24))
        elif week.whose == Whose():
            self.states.show_empty(tr(NOBODY), hint=tr(NOBODY_HINT), icon="calendar-event")
        else:
            self.states.show_empty(tr(NOTHING), tr(NEXT), hint=tr(NOTHING_HINT), icon="calendar-event")
        self.summary_changed.emit(tr(COUNT, count=len(week.slots)))
        self.title_changed.emit()
        self.actions_changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_way_out(self) -> None:
        self.go_after()

    def _on_entered(self, slot: Slot) -> None:
        open_slot(self.context, slot)

    def _why_nothing(self) -> str | None:
        return None if self._week is not None and self._week.slots else tr(NOTHING)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        first = self._monday()
        off = {} if self._week is None or self._week.first != first else self._week.holidays
        if self._days == 1:
            said = f"{tr(WEEKDAYS[first.weekday()])}, {format_date(first)}"
            return " · ".join([said, *(tr(HOLIDAY, name=tr(name)) for name in off.values())])
        said = tr(WEEK_OF, first=format_date(first)[:5], last=format_date(first + (self._days - 1) * DAY))
        named = "; ".join(f"{format_date(day)[:5]} {tr(name)}" for day, name in off.items())
        return f"{said} · {tr(HOLIDAY, name=named)}" if named else said

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "calendar.print_week",
                PRINT,
                self.print_week,
                "printer",
                "Ctrl+P",
                VIEW_CALENDAR,
                self._why_nothing,
            ),
            ActionSpec(
                "calendar.to_clashes", CLASHES, self.to_clashes, "alert-triangle", "Ctrl+Shift+L", VIEW_CALENDAR
            ),
            ActionSpec(
                "calendar.to_bookings", BOOKINGS, self.to_bookings, "calendar-due", "Ctrl+Shift+B", VIEW_CALENDAR
            ),
            ActionSpec("calendar.before", BEFORE, self.go_before, "chevron-left", "Ctrl+PgUp", is_in_menu=True),
            ActionSpec("calendar.today", TODAY, self.go_today, "calendar-event", "Ctrl+T", is_in_menu=True),
            ActionSpec("calendar.after", AFTER, self.go_after, "chevron-right", "Ctrl+PgDown", is_in_menu=True),
            ActionSpec("calendar.days", self._other(), self.change_days, "calendar", "Ctrl+D", is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        named = {key: route.args.get(key, "") for key in ("resident_id", "staff_id", "room_id", "kind", "name")}
        if ON in route.args:
            self._first = date.fromisoformat(route.args[ON])
        if any(named.values()):
            self._knows_own = True
            self._choose(Whose(**named))
            return
        self.ask()
        if not self._knows_own:
            self._knows_own = True
            op = self.context.runner.query(self, find_own, topic="own")
            op.success(self._on_own).failure(self._on_failed).run()

    @override
    def refresh(self, change: Change) -> None:
        if not places.TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.whose


def _week(whose: Whose, first: date, days: int, uow: Any) -> Week:
    return get_week(uow, whose, first, days)


def _paper(week: Week, uow: Any) -> PlainPaper:
    return week_paper(uow, week)
