"""One course: its head, and tabs for its people, its lessons and its results."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.columns import columns_of
from facility_app.modules.vocational.domain.courses import COURSE_KIND_LABELS
from facility_app.modules.vocational.domain.rights import RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.papers.lists import (
    course_list_paper,
    minutes_paper,
    month_paper,
    scores_paper,
)
from facility_app.modules.vocational.queries.courses import (
    CourseDetail,
    get_course,
    list_course_rows,
    list_modules,
    list_students,
)
from facility_app.modules.vocational.queries.lessons import list_missing_of
from facility_app.modules.vocational.service.courses import (
    CancelCourse,
    FinishCourse,
    cancel_course,
    edit_course,
    finish_course,
)
from facility_app.modules.vocational.service.entries import EditPlanned
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.asking import ask, ask_reason
from facility_app.modules.vocational.ui.course_form import LAST, course_form, course_of
from facility_app.modules.vocational.ui.lesson_part import LessonPart
from facility_app.modules.vocational.ui.people_part import PeoplePart
from facility_app.modules.vocational.ui.result_part import ResultPart
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.record_page import RecordPage
from facility_app.ui.record_page.spec import Fact, RecordHead, RecordSpec
from facility_app.ui.shell.spec import ActionSpec, ChipText, PageContext, PartSpec, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("vocational", "Khóa học nghề")
EDIT, FINISH, CANCEL = label("verbs", "Sửa khóa học"), label("verbs", "Kết thúc khóa"), label("verbs", "Hủy khóa")
PEOPLE, LESSONS = label("vocational", "Người học"), label("vocational", "Chương trình, buổi học")
RESULTS = label("vocational", "Điểm, thi, chứng chỉ")
TIME, SEATS, HOURS = (
    label("vocational", "Thời gian"),
    label("vocational", "Đang học"),
    label("vocational", "Số giờ"),
)
TEACHER, PLACE = label("vocational", "Giáo viên"), label("vocational", "Nơi học")
PARTNER, WAITING = label("vocational", "Phối hợp"), label("vocational", "chờ {count}")
HELD, PLANNED = label("vocational", "đã học {count} giờ"), label("vocational", "các mô đun: {count} giờ")
FINISH_TEXT = label(
    "vocational", "Người đang học được ghi là học xong; người còn chờ được rút khỏi danh sách chờ."
)
CANCEL_TEXT = label("vocational", "Mọi người trong khóa được ghi là thôi học; các buổi chưa học được ghi là nghỉ.")
SAVED, ENDED, OFF = (
    label("vocational", "Đã sửa khóa học."),
    label("vocational", "Đã kết thúc khóa; {count} người học xong."),
    label("vocational", "Đã hủy khóa học."),
)
SCORE = label("verbs", "Nhập điểm")
MISSING = label("vocational", "thiếu {count} phiếu điểm danh")

PRINTS = (
    ("list", label("verbs", "In danh sách"), "Ctrl+P"),
    ("month", label("verbs", "In điểm danh tháng này"), ""),
    ("scores", label("verbs", "In bảng điểm"), ""),
    ("minutes", label("verbs", "In biên bản thi"), ""),
)


class CoursePage(RecordPage):
    """The page of one course: what can be done with all of it, and its tabs."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        parts = (
            PartSpec(
                places.PEOPLE_PART,
                PEOPLE,
                VIEW_VOCATIONAL,
                PeoplePart,
                10,
                count=_count_people,
                tables=places.COURSE_TABLES,
                help="hoc-nghe#nguoi-hoc",
                prints=True,
            ),
            PartSpec(
                places.LESSON_PART, LESSONS, VIEW_VOCATIONAL, LessonPart, 20, help="hoc-nghe#buoi-hoc", prints=True
            ),
            PartSpec(
                places.RESULT_PART,
                RESULTS,
                VIEW_VOCATIONAL,
                ResultPart,
                30,
                help="hoc-nghe#diem-thi-chung-chi",
                prints=True,
            ),
        )
        tables = places.COURSE_TABLES | places.LESSON_TABLES | places.PARTNER_TABLES
        super().__init__(RecordSpec(head=head_of, tables=tables, parts=parts, actions=(self._actions,)), context)
        self._sheets = Sheets(context, press, self)

    def edit(self) -> None:
        """Ask about the course anew."""
        self._with_course(self._ask_edit)

    def finish(self) -> None:
        """Ask when it ended."""
        self._with_course(self._ask_finish)

    def cancel(self) -> None:
        """Ask why it is called off."""
        self._with_course(self._ask_cancel)

    def to_scores(self) -> None:
        """Go to the sheets of scores."""
        self.context.go(Route(places.SCORES, self.route.record))

    def print_paper(self, name: str) -> None:
        """Show one of the papers of the course."""
        self._sheets.show(partial(PAPERS[name], self.route.record), f"hoc nghe {name}")

    def _actions(self, _context: PageContext, _course_id: str) -> Sequence[ActionSpec]:
        prints = [
            ActionSpec(
                f"vocational.print_{name}",
                text,
                partial(self.print_paper, name),
                "printer",
                keys,
                VIEW_VOCATIONAL,
                is_in_menu=True,
            )
            for name, text, keys in PRINTS
        ]
        return (
            ActionSpec("vocational.edit_course", EDIT, self.edit, "pencil", "F2", RUN_COURSES),
            ActionSpec("vocational.to_scores", SCORE, self.to_scores, "list-check", "", RUN_COURSES),
            *prints[:1],
            ActionSpec(
                "vocational.finish_course", FINISH, self.finish, "circle-check", "", RUN_COURSES, is_in_menu=True
            ),
            ActionSpec(
                "vocational.cancel_course",
                CANCEL,
                self.cancel,
                "ban",
                "",
                RUN_COURSES,
                is_dangerous=True,
                is_in_menu=True,
            ),
            *prints[1:],
        )

    def _with_course(self, then: Callable[[CourseDetail], None]) -> None:
        op = self.context.runner.query(self, partial(_read, self.route.record), topic="course")
        op.success(then).failure(self._on_refused).run()

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _ask_edit(self, one: CourseDetail) -> None:
        ask(
            self.context,
            self,
            course_form(self.context, is_planned=True),
            key=f"vocational.edit_course {one.course_id}",
            verb=EDIT,
            begin=shown(**columns_of(one.facts)),
            save=partial(_save, one.course_id),
            done=partial(self._say, SAVED),
            version=one.version,
        )

    def _ask_finish(self, one: CourseDetail) -> None:
        form = new_form()
        form.add(fields.past_day(self.context, "ended_on", LAST))
        ask(
            self.context,
            self,
            form,
            key=f"vocational.finish_course {one.course_id}",
            verb=FINISH,
            begin=shown(ended_on=min(self.context.today(), one.facts.last_on)),
            save=partial(_end, one.course_id),
            done=partial(self._say, ENDED),
            text=tr(FINISH_TEXT),
            version=one.version,
        )

    def _ask_cancel(self, one: CourseDetail) -> None:
        ask_reason(
            self.context,
            self,
            verb=CANCEL,
            text=tr(CANCEL_TEXT),
            save=partial(_call_off, one),
            done=partial(self._say, OFF),
        )

    def _say(self, told: Label, answer: Any) -> None:
        self.context.say(tr(told, count=answer))


def head_of(uow: Any, course_id: str) -> RecordHead:
    """What the header says of a course."""
    one = get_course(uow, course_id)
    (row,) = list_course_rows(uow, (course_id,))
    facts, today = one.facts, local_date(uow.now)
    planned = sum(module.facts.hours for module in list_modules(uow, course_id))
    seats = tr(WAITING, count=row.waiting) if row.waiting else ""
    shown_facts = [
        Fact(tr(TIME), words.span(facts.first_on, facts.last_on)),
        Fact(tr(SEATS), f"{row.enrolled}/{facts.capacity}", seats),
        Fact(
            tr(HOURS),
            words.hours(facts.hours),
            tr(PLANNED, count=planned) if planned != facts.hours else tr(HELD, count=row.hours_held),
            Tone.WARNING if planned != facts.hours else None,
        ),
    ]
    named = ((TEACHER, one.teacher), (PLACE, one.where), (PARTNER, one.school or one.employer))
    shown_facts += [Fact(tr(head), value) for head, value in named if value]
    state = words.course_state(one.state, facts.first_on, today, is_late=row.is_late)
    chips = [
        ChipText(tr(COURSE_KIND_LABELS[facts.kind]), Tone.INFO),
        ChipText(state, words.course_tone(one.state, is_late=row.is_late)),
    ]
    missing = len(list_missing_of(uow, course_id))
    if missing:
        chips.append(ChipText(tr(MISSING, count=missing), Tone.WARNING))
    return RecordHead(facts.name, facts.code, tuple(shown_facts), has_portrait=False, chips=tuple(chips))


def _count_people(uow: Any, course_id: str) -> int:
    return len(list_students(uow, course_id))


def _read(course_id: str, uow: Any) -> CourseDetail:
    return get_course(uow, course_id)


def _list(course_id: str, uow: Any) -> Any:
    return course_list_paper(uow, course_id)


def _month(course_id: str, uow: Any) -> Any:
    return month_paper(uow, course_id, local_date(uow.now))


def _scores(course_id: str, uow: Any) -> Any:
    return scores_paper(uow, course_id)


def _minutes(course_id: str, uow: Any) -> Any:
    return minutes_paper(uow, course_id)


def _save(course_id: str, uow: Any, v: Mapping[str, Any], version: int) -> str:
    return edit_course(uow, EditPlanned(course_id, version, course_of(v), v["clash_reason"]))


def _end(course_id: str, uow: Any, v: Mapping[str, Any], version: int) -> int:
    return finish_course(uow, FinishCourse(course_id, version, v["ended_on"]))


def _call_off(one: CourseDetail, uow: Any, reason: str) -> int:
    return cancel_course(uow, CancelCourse(one.course_id, one.version, reason))


PAPERS = {"list": _list, "month": _month, "scores": _scores, "minutes": _minutes}
