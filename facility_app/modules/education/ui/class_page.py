"""One class: its lessons and its week at the left, where the keyboard begins, its people at the right."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.education.domain.classes import CLASS_ARTICLES, CLASS_KIND_LABELS
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH, VIEW_EDUCATION
from facility_app.modules.education.papers.sheets import list_paper, month_paper, timetable_paper
from facility_app.modules.education.queries.classes import ClassRow, find_class
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui import words as said
from facility_app.modules.education.ui.class_lists import (
    ChosenClass,
    hour_verbs,
    hours_spec,
    lesson_verbs,
    lessons_spec,
    member_verbs,
    members_spec,
)
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.widgets import Scrolled, StateStack

TITLE = label("education", "Lớp")
GONE, GONE_HINT = label("education", "Không có lớp này."), label("education", "Có thể danh sách đã cũ.")
MARK, TO_LIST = label("verbs", "Điểm danh buổi này"), label("verbs", "Về danh sách lớp")
PRINT_LIST, PRINT_WEEK = label("verbs", "In danh sách lớp"), label("verbs", "In thời khóa biểu")
TO_IMPORT = label("verbs", "Điểm danh từ Excel")
TO_JOIN = label("verbs", "Xếp nhiều người")
HINT = label("education", "Ctrl+N xếp một người · Ctrl+Shift+N xếp nhiều người · Enter mở buổi học đang chọn")
PRINT_MONTH = label("verbs", "In bảng điểm danh tháng")
NO_LESSON = label("education", "Hãy chọn một buổi học trước.")
LEAST = 232
"""At 100 %: of a list with its head and four rows."""


class ClassPage(Page):
    """One class.

    Attributes:
        members, hours, lessons: the cards.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._chosen = ChosenClass()
        self._row: ClassRow | None = None
        self._sheets = Sheets(context, press, self)
        chosen, self.states = self._chosen, StateStack(context.theme, parent=self)
        pair = CardPair(context.theme, shares=(1, 1))
        self.states.hold(Scrolled(pair, self.states))
        plan = QSplitter(Qt.Orientation.Vertical, pair)
        self.hours = EditableCard(context, hours_spec(chosen), hour_verbs(chosen), parent=plan)
        self.lessons = EditableCard(context, lessons_spec(chosen), lesson_verbs(chosen), parent=plan)
        self.members = EditableCard(context, members_spec(chosen), member_verbs(chosen), parent=pair)
        plan.setChildrenCollapsible(False)
        for card, share in ((self.lessons, 3), (self.hours, 2)):
            card.setMinimumHeight(context.theme.px(LEAST))
            plan.addWidget(card)
            plan.setStretchFactor(plan.count() - 1, share)
        pair.hold(plan, self.members)
        self.members.setMinimumHeight(context.theme.px(LEAST))
        # Where the window is lower than what three lists need, the page scrolls.
        plan.setMinimumHeight(2 * context.theme.px(LEAST) + plan.handleWidth())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.to_list)
        self.lessons.row_activated.connect(self._on_lesson_activated)
        self.lessons.selection_changed.connect(self.actions_changed)
        self.members.row_activated.connect(self._on_member_activated)

    def ask(self) -> None:
        """Read the class."""
        op = self.context.runner.query(self, partial(_read, self.route.record), topic="class")
        op.success(self._on_read).failure(self._on_failed).run()

    def mark(self) -> None:
        """Open the sheet of the lesson chosen."""
        row = self.lessons.row()
        if row is not None:
            self._on_lesson_activated(row.lesson.lesson_id)

    def print_list(self) -> None:
        """Who is in it, on paper."""
        self._sheets.show(partial(_list_paper, self.route.record), "danh sach lop")

    def print_week(self) -> None:
        """Its week on paper."""
        self._sheets.show(partial(_week_paper, self.route.record), "thoi khoa bieu")

    def print_month(self) -> None:
        """The month of the lesson chosen, or this one, on paper."""
        row = self.lessons.row()
        month = self.context.today() if row is None else row.lesson.held_on
        self._sheets.show(partial(_month_paper, self.route.record, month), "bang diem danh")

    def to_join(self) -> None:
        """Go where many are put in at once."""
        self.context.go(Route(places.JOIN, self.route.record))

    def to_import(self) -> None:
        """Go where attendance comes from a file; its blank is of the month of the lesson chosen, or of this."""
        row = self.lessons.row()
        month = self.context.today() if row is None else row.lesson.held_on
        self.context.go(Route(places.IMPORT_MONTH, self.route.record, {"month": month.isoformat()}))

    def to_list(self) -> None:
        """Back to the classes."""
        self.context.go(Route(places.CLASSES, self.route.record))

    def _on_read(self, row: ClassRow | None) -> None:
        if row is None:
            self.states.show_empty(tr(GONE), tr(TO_LIST), hint=tr(GONE_HINT), icon="school")
            return
        self._row = row
        self.states.show_content()
        for card in (self.members, self.hours, self.lessons):
            card.begin()
        self.context.called(self.route, row.name)
        self.title_changed.emit()
        self.actions_changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_lesson_activated(self, lesson: str) -> None:
        self.context.go(Route(places.SHEET, lesson))

    def _on_member_activated(self, _member: str) -> None:
        row = self.members.row()
        if row is not None:
            self.context.go(Route(places.PERSON, row.resident_id, {"tab": places.TAB}))

    def _why_no_lesson(self) -> str | None:
        return None if self.lessons.row() is not None else tr(NO_LESSON)

    @override
    def title_text(self) -> str:
        return tr(TITLE) if self._row is None else self._row.name

    @override
    def subtitle_text(self) -> str:
        row = self._row
        if row is None:
            return ""
        kind = f"{tr(CLASS_KIND_LABELS[row.kind])} ({CLASS_ARTICLES[row.kind]})"
        return said.joined(row.code, kind, row.teacher, row.room)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        view = VIEW_EDUCATION
        return (
            ActionSpec(
                "education.mark", MARK, self.mark, "list-check", "Ctrl+Shift+K", TEACH, self._why_no_lesson
            ),
            ActionSpec("education.to_join", TO_JOIN, self.to_join, "users-group", "Ctrl+Shift+N", PLAN_EDUCATION),
            ActionSpec("education.print_month", PRINT_MONTH, self.print_month, "printer", "Ctrl+P", view),
            ActionSpec("education.print_list", PRINT_LIST, self.print_list, "printer", "", view, is_in_menu=True),
            ActionSpec("education.print_week", PRINT_WEEK, self.print_week, "printer", "", view, is_in_menu=True),
            ActionSpec(
                "education.to_import_month", TO_IMPORT, self.to_import, "upload", "", TEACH, is_in_menu=True
            ),
            ActionSpec("education.to_classes", TO_LIST, self.to_list, "list", "", view, is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._chosen.class_id, self._row = route.record, None
        self.states.show_loading()
        self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.lessons.table


def _read(class_id: str, uow: Any) -> ClassRow | None:
    return find_class(uow, class_id)


def _list_paper(class_id: str, uow: Any) -> Any:
    return list_paper(uow, class_id)


def _week_paper(class_id: str, uow: Any) -> Any:
    return timetable_paper(uow, class_id)


def _month_paper(class_id: str, month: Any, uow: Any) -> Any:
    return month_paper(uow, class_id, month)
