"""Buổi học nghề: lessons of every course, those without a sheet first; Enter opens the sheet."""

from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.vocational.domain.rights import RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.papers.lists import lessons_paper
from facility_app.modules.vocational.queries.lessons import (
    MISSING,
    TODAY,
    LessonRow,
    list_lesson_ids,
    list_lesson_rows,
)
from facility_app.modules.vocational.ui import places, words
from facility_app.modules.vocational.ui.lesson_columns import (
    DAY,
    MODULE,
    PLACE,
    SAT_THERE,
    SHEET_STATE,
    TEACHER,
    TIMES,
)
from facility_app.modules.vocational.ui.under_courses import UnderCoursesPage
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("vocational", "Buổi học nghề")
COURSE, WHEN = label("vocational", "Khóa"), label("vocational", "Khi nào")
OPEN, TO_COURSE = label("verbs", "Mở phiếu"), label("verbs", "Mở khóa học")
PRINT = label("verbs", "In danh sách")
EMPTY = label("vocational", "Tuần này không có buổi học nghề nào. Buổi học được xếp ở trang của từng khóa.")
NONE_FOUND = label("vocational", "Không có buổi học nào khớp. Bỏ tìm và lọc để xem cả tuần.")
CHOOSE = label("vocational", "Hãy chọn một buổi học trước.")
HINT = label("vocational", "Enter mở phiếu điểm danh · Ctrl+P in danh sách")
LOOK_HINT = label("vocational", "Enter mở khóa học · Ctrl+P in danh sách")


def _row_id(row: LessonRow) -> str:
    return row.lesson_id


def _day(row: LessonRow) -> str:
    on = row.facts.held_on
    return f"{tr(WEEKDAYS[on.weekday()])} {words.day(on)[:5]}"


def _course(row: LessonRow) -> str:
    return row.course


def _code(row: LessonRow) -> str:
    return row.code


def _module(row: LessonRow) -> str:
    return row.module


def _teacher(row: LessonRow) -> str:
    return row.teacher


def _where(row: LessonRow) -> str:
    return row.where


LIST: ListSpec[LessonRow] = ListSpec(
    id=places.LESSONS,
    title=TITLE,
    columns=(
        ColumnSpec("day", DAY, _day, width=150, is_strong=True),
        TIMES,
        ColumnSpec("course", COURSE, _course, width=250, note=_code),
        SHEET_STATE,
        SAT_THERE,
        ColumnSpec("module", MODULE, _module, width=170, gives_way=1),
        ColumnSpec("teacher", TEACHER, _teacher, width=150, gives_way=3),
        ColumnSpec("where", PLACE, _where, width=130, gives_way=2),
    ),
    ids=list_lesson_ids,
    rows=list_lesson_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "when",
            WHEN,
            (
                FilterOption(TODAY, label("vocational", "Hôm nay")),
                FilterOption(MISSING, label("vocational", "Chưa điểm danh")),
            ),
        ),
    ),
    search=label("vocational", "Ký hiệu, tên nghề…"),
    empty=EMPTY,
    none_found=NONE_FOUND,
    tables=places.COURSE_TABLES | places.LESSON_TABLES,
)


class LessonsPage(UnderCoursesPage[LessonRow]):
    """The list; Enter opens a sheet, or the course for whoever only looks."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make the page."""
        super().__init__(
            context,
            LIST,
            (
                ActionSpec(
                    "vocational.open_sheet", OPEN, self.open_sheet, "list-check", "", RUN_COURSES, self._why_not
                ),
                ActionSpec(
                    "vocational.open_course",
                    TO_COURSE,
                    self.open_course,
                    "arrow-right",
                    "Ctrl+Return",
                    VIEW_VOCATIONAL,
                    self._why_not,
                ),
                ActionSpec(
                    "vocational.print_lessons", PRINT, self.print_list, "printer", "Ctrl+P", VIEW_VOCATIONAL
                ),
            ),
        )
        self._sheets = Sheets(context, press, self)

    def open_sheet(self) -> None:
        """The sheet of the lesson chosen."""
        row = self.chosen_row()
        if row is not None:
            self.context.go(Route(places.SHEET, row.lesson_id))

    def open_course(self) -> None:
        """The course of the lesson chosen."""
        row = self.chosen_row()
        if row is not None:
            self.context.go(Route(places.COURSE, row.course_id, {"tab": places.LESSON_PART}))

    def print_list(self) -> None:
        """Show the list as it stands on the screen, as a sheet."""
        self._sheets.show(partial(_paper, self.panel.model.look), "buoi hoc nghe")

    def _why_not(self) -> str | None:
        return None if self.chosen_row() is not None else tr(CHOOSE)

    @override
    def _on_row_activated(self, row_id: str) -> None:
        if self.context.actor.may(RUN_COURSES):
            self.context.go(Route(places.SHEET, row_id))
        else:
            self.open_course()

    @override
    def hint_text(self) -> str:
        return tr(HINT if self.context.actor.may(RUN_COURSES) else LOOK_HINT)


def _paper(look: Look, uow: Any) -> PlainPaper:
    return lessons_paper(uow, look)
