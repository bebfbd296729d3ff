"""Điểm danh lớp: the lessons of a day, those that lack a sheet first."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.education.domain.classes import CLASS_KIND_LABELS
from facility_app.modules.education.domain.rights import TEACH, VIEW_EDUCATION
from facility_app.modules.education.papers import timetable_paper
from facility_app.modules.education.queries.lessons import LessonRow, list_lessons
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui import words as said
from facility_app.modules.education.ui.class_lists import (
    SAT,
    STATE,
    TIMES,
    lesson_id_of,
    sat_words,
    state_tone,
    state_words,
)
from facility_app.modules.education.ui.classes_page import KIND, NAME, ROOM, TEACHER
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("education", "Điểm danh lớp")
LIST = label("education", "Buổi học trong ngày")
EMPTY = label("education", "Ngày này không có buổi học nào theo thời khóa biểu.")
OPEN, BEFORE, AFTER = label("verbs", "Mở phiếu"), label("verbs", "Ngày trước"), label("verbs", "Ngày sau")
TODAY, PRINT = label("verbs", "Hôm nay"), label("verbs", "In thời khóa biểu")
HINT = label("education", "Enter mở phiếu · Ctrl+← ngày trước · Ctrl+→ ngày sau")
NO_ROW = label("education", "Hãy chọn một buổi học trước.")


class Day:
    """The day whose lessons are listed."""

    def __init__(self, on: date) -> None:
        """That one."""
        self.on = on


class SheetsPage(Page):
    """A day of lessons.

    Attributes:
        lessons: the list.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Today's."""
        super().__init__(context)
        self._day = Day(context.today())
        self._sheets = Sheets(context, press, self)
        self.lessons = ListCard(context, _spec(self._day), parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.lessons)
        self.lessons.row_activated.connect(self._on_activated)
        self.lessons.selection_changed.connect(self.actions_changed)
        self.lessons.model.counted.connect(self._on_counted)

    def open_sheet(self) -> None:
        """The sheet of the lesson chosen."""
        row = self.lessons.row()
        if row is not None:
            self._on_activated(row.lesson.lesson_id)

    def go_before(self) -> None:
        """The day before."""
        self.show_day(self._day.on - timedelta(days=1))

    def go_after(self) -> None:
        """The day after."""
        self.show_day(self._day.on + timedelta(days=1))

    def go_today(self) -> None:
        """This day."""
        self.show_day(self.context.today())

    def show_day(self, on: date) -> None:
        """The lessons of a day."""
        self._day.on = on
        self.lessons.begin()
        self.title_changed.emit()

    def print_week(self) -> None:
        """The week of every class on paper."""
        self._sheets.show(_paper, "thoi khoa bieu")

    def _on_activated(self, lesson: str) -> None:
        self.context.go(Route(places.SHEET, lesson))

    def _on_counted(self, _count: int) -> None:
        self.title_changed.emit()
        self.actions_changed.emit()

    def _why_none(self) -> str | None:
        return None if self.lessons.row() is not None else tr(NO_ROW)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        return said.day_of_week(self._day.on)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        view = VIEW_EDUCATION
        return (
            ActionSpec("education.open_sheet", OPEN, self.open_sheet, "list-check", "", TEACH, self._why_none),
            # The first stands at the right: so the days come in their order.
            ActionSpec("education.day_after", AFTER, self.go_after, "chevron-right", "Ctrl+Right", view),
            ActionSpec("education.day_today", TODAY, self.go_today, "calendar", "", view),
            ActionSpec("education.day_before", BEFORE, self.go_before, "chevron-left", "Ctrl+Left", view),
            ActionSpec("education.print_week", PRINT, self.print_week, "printer", "Ctrl+P", view),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        wanted = route.args.get("day", "")
        self.show_day(date.fromisoformat(wanted) if wanted else self.context.today())

    @override
    def first_focus(self) -> QWidget:
        return self.lessons.table


def _spec(day: Day) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("times", TIMES, lambda row: said.times(row.lesson.starts, row.lesson.ends), width=116),
        ColumnSpec("name", NAME, lambda row: row.lesson.name, width=240, is_strong=True),
        ColumnSpec("state", STATE, state_words, width=150, tone=state_tone),
        ColumnSpec("sat", SAT, sat_words, width=84),
        ColumnSpec("teacher", TEACHER, lambda row: row.teacher, width=170),
        ColumnSpec("kind", KIND, lambda row: tr(CLASS_KIND_LABELS[row.lesson.kind]), width=190, gives_way=2),
        ColumnSpec("room", ROOM, lambda row: row.room, width=130, gives_way=3),
    )
    return short_list(
        "education.day", LIST, EMPTY, columns, partial(_read, day), lesson_id_of, places.CLASS_TABLES
    )


def _read(day: Day, uow: Any) -> Sequence[LessonRow]:
    return list_lessons(uow, day.on, day.on)


def _paper(uow: Any) -> Any:
    return timetable_paper(uow)
