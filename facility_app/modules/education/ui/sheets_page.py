"""Điểm danh lớp: the lessons of a day, those that lack a sheet first."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.education.domain.classes import CLASS_KIND_LABELS
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.papers.sheets import timetable_paper
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
from facility_app.ui.lists.day_page import DayPage, DaySpec
from facility_app.ui.models import ColumnSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext

TITLE = label("education", "Điểm danh lớp")
PRINT = label("verbs", "In thời khóa biểu")


class SheetsPage(DayPage):
    """A day of lessons."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Today's."""
        super().__init__(context, SPEC)
        self._sheets = Sheets(context, press, self)

    def print_week(self) -> None:
        """The week of every class on paper."""
        self._sheets.show(_paper, "thoi khoa bieu")

    @override
    def more_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("education.print_week", PRINT, self.print_week, "printer", "Ctrl+P", VIEW_EDUCATION),)


def _read(on: date, uow: Any) -> Sequence[LessonRow]:
    return list_lessons(uow, on, on)


def _paper(uow: Any) -> Any:
    return timetable_paper(uow)


SPEC: Final = DaySpec(
    noun="education",
    title=TITLE,
    listed=label("education", "Buổi học trong ngày"),
    empty=label("education", "Ngày này không có buổi học nào theo thời khóa biểu."),
    choose=label("education", "Hãy chọn một buổi học trước."),
    columns=(
        ColumnSpec("times", TIMES, lambda row: said.times(row.lesson.starts, row.lesson.ends), width=116),
        ColumnSpec("name", NAME, lambda row: row.lesson.name, width=240, is_strong=True),
        ColumnSpec("state", STATE, state_words, width=150, tone=state_tone),
        ColumnSpec("sat", SAT, sat_words, width=84),
        ColumnSpec("teacher", TEACHER, lambda row: row.teacher, width=170),
        ColumnSpec("kind", KIND, lambda row: tr(CLASS_KIND_LABELS[row.lesson.kind]), width=190, gives_way=2),
        ColumnSpec("room", ROOM, lambda row: row.room, width=130, gives_way=3),
    ),
    read=_read,
    row_id=lesson_id_of,
    tables=places.CLASS_TABLES,
    view=VIEW_EDUCATION,
)
