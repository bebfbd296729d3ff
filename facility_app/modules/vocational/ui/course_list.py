"""Học nghề: every course, with who is in it, who waits, and how far it is."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.vocational.domain.courses import COURSE_KIND_LABELS
from facility_app.modules.vocational.domain.rights import RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.queries import courses
from facility_app.modules.vocational.queries.courses import CourseRow, list_course_ids, list_course_rows
from facility_app.modules.vocational.service.courses import add_course, void_course
from facility_app.modules.vocational.service.entries import VoidEntry
from facility_app.modules.vocational.ui import places, words
from facility_app.modules.vocational.ui.asking import ask, ask_reason
from facility_app.modules.vocational.ui.course_form import CODE, KIND, TRADE, course_form, course_of
from facility_app.ui.forms.beginning import shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("vocational", "Học nghề")
ADD, VOID = label("verbs", "Mở khóa học"), label("verbs", "Gạch bỏ")
REGISTER, JOBS = label("verbs", "Sổ cấp chứng chỉ"), label("verbs", "Đối tác, việc làm")
LESSONS, TALKS = label("verbs", "Buổi học nghề"), label("verbs", "Tư vấn việc làm")
SHARES = label("verbs", "Tỷ lệ theo kỳ")
STATE, PEOPLE, WAITING = (
    label("vocational", "Tình trạng"),
    label("vocational", "Đang học"),
    label("vocational", "Chờ"),
)
TIME, DONE, PARTNER = (
    label("vocational", "Thời gian"),
    label("vocational", "Đã học"),
    label("vocational", "Đối tác"),
)
CHOOSE = label("vocational", "Hãy chọn một khóa học trước.")
VOID_TEXT = label("vocational", "{code}: chỉ gạch bỏ được khóa nhập nhầm, chưa có ai đăng ký.")
HINT = label("vocational", "Enter mở khóa học đang chọn")
ADDED, STRUCK = label("vocational", "Đã mở khóa học."), label("vocational", "Đã gạch bỏ khóa học.")


def _row_id(row: CourseRow) -> str:
    return row.course_id


def _code(row: CourseRow) -> str:
    return row.code


def _name(row: CourseRow) -> str:
    return row.name


def _kind(row: CourseRow) -> str:
    return tr(COURSE_KIND_LABELS[row.kind])


def _time(row: CourseRow) -> str:
    return words.span(row.first_on, row.last_on)


def _people(row: CourseRow) -> str:
    return f"{row.enrolled}/{row.capacity}"


def _waiting(row: CourseRow) -> str:
    return str(row.waiting) if row.waiting else ""


def _hours(row: CourseRow) -> str:
    return f"{row.hours_held}/{words.hours(row.hours)}"


def _partner(row: CourseRow) -> str:
    return row.partner


def _state(row: CourseRow) -> str:
    return words.course_state(row.state, row.first_on, row.today, is_late=row.is_late)


def _tone(row: CourseRow) -> Tone | None:
    return words.course_tone(row.state, is_late=row.is_late)


LIST: ListSpec[CourseRow] = ListSpec(
    id=places.COURSES,
    title=TITLE,
    columns=(
        ColumnSpec("code", CODE, _code, sort="code", width=132, is_paper_number=True),
        ColumnSpec("name", TRADE, _name, sort="name", width=190, is_strong=True),
        ColumnSpec("kind", KIND, _kind, sort="kind", width=168, gives_way=2),
        ColumnSpec("state", STATE, _state, width=170, tone=_tone),
        ColumnSpec("first_on", TIME, _time, sort="first_on", width=214, wraps=True),
        ColumnSpec("enrolled", PEOPLE, _people, width=88, align=Align.END),
        ColumnSpec("waiting", WAITING, _waiting, width=64, align=Align.END),
        ColumnSpec("hours", DONE, _hours, width=124, align=Align.END, gives_way=1),
        ColumnSpec("partner", PARTNER, _partner, width=200, gives_way=3),
    ),
    ids=list_course_ids,
    rows=list_course_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state",
            STATE,
            (
                FilterOption(courses.RUNNING, words.RUNNING),
                FilterOption(courses.AHEAD, words.AHEAD),
                FilterOption(courses.LATE, words.LATE),
                FilterOption(courses.CLOSED, label("vocational", "đã kết thúc, đã hủy")),
            ),
        ),
        FilterSpec("kind", KIND, tuple(FilterOption(one, text) for one, text in COURSE_KIND_LABELS.items())),
    ),
    search=label("vocational", "Ký hiệu, tên nghề…"),
    empty=label("vocational", "Chưa có khóa học nghề nào. Mở khóa đầu tiên để ghi người đăng ký."),
    none_found=label("vocational", "Không có khóa học nào khớp. Bỏ tìm và lọc để xem mọi khóa."),
    default_sort=(Sort("first_on", descending=True),),
    tables=places.COURSE_TABLES | places.LESSON_TABLES | places.PARTNER_TABLES,
)


class CoursesPage(ListPage):
    """The list; Enter opens a course."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(
            context,
            LIST,
            opens=places.COURSE,
            actions=(
                ActionSpec("vocational.add_course", ADD, self.add, "plus", "Ctrl+N", RUN_COURSES),
                ActionSpec(
                    "vocational.to_register", REGISTER, self.to_register, "certificate", "", VIEW_VOCATIONAL
                ),
                ActionSpec("vocational.to_lessons", LESSONS, self.to_lessons, "list-check", "", VIEW_VOCATIONAL),
                ActionSpec(
                    "vocational.to_jobs", JOBS, self.to_jobs, "briefcase", "", VIEW_VOCATIONAL, is_in_menu=True
                ),
                ActionSpec(
                    "vocational.to_talks", TALKS, self.to_talks, "messages", "", VIEW_VOCATIONAL, is_in_menu=True
                ),
                ActionSpec(
                    "vocational.to_shares",
                    SHARES,
                    self.to_shares,
                    "chart-bar",
                    "",
                    VIEW_VOCATIONAL,
                    is_in_menu=True,
                ),
                ActionSpec(
                    "vocational.void_course",
                    VOID,
                    self.strike_out,
                    "ban",
                    "",
                    RUN_COURSES,
                    self._why_no_row,
                    is_dangerous=True,
                    is_in_menu=True,
                ),
            ),
        )

    def add(self) -> None:
        """Ask about a new course."""
        begin = shown(capacity=20, first_on=self.context.today())
        ask(
            self.context,
            self,
            course_form(self.context),
            key="vocational.add_course",
            verb=ADD,
            begin=begin,
            save=_add,
            done=self._on_added,
        )

    def strike_out(self) -> None:
        """Ask why, then strike the course chosen out."""
        row = self._row()
        if row is not None:
            command = partial(_void, row.course_id, row.version)
            text = tr(VOID_TEXT, code=row.code)
            ask_reason(self.context, self, verb=VOID, text=text, save=command, done=self._on_struck)

    def to_register(self) -> None:
        """Go to the register of certificates."""
        self.context.go(Route(places.REGISTER))

    def to_lessons(self) -> None:
        """Go to the lessons of the week, those without a sheet first."""
        self.context.go(Route(places.LESSONS))

    def to_talks(self) -> None:
        """Go to talks about jobs."""
        self.context.go(Route(places.TALKS))

    def to_shares(self) -> None:
        """Go to the shares of a period."""
        self.context.go(Route(places.SHARES))

    def to_jobs(self) -> None:
        """Go to partners and jobs."""
        self.context.go(Route(places.JOBS))

    def _row(self) -> CourseRow | None:
        chosen = self.selected_ids()
        return self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None

    def _why_no_row(self) -> str | None:
        return None if self._row() is not None else tr(CHOOSE)

    def _on_added(self, course_id: Any) -> None:
        self.context.say(tr(ADDED))
        self.context.go(Route(places.COURSE, str(course_id)))

    def _on_struck(self, _nothing: Any) -> None:
        self.context.say(tr(STRUCK))

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _add(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return add_course(uow, course_of(values))


def _void(course_id: str, version: int, uow: Any, reason: str) -> None:
    void_course(uow, VoidEntry(course_id, version, reason))
