"""Người học: who waits, in the fair order with its reasons, and who is in the course."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.courses import ENROLMENT_STATE_LABELS, EnrolmentState
from facility_app.modules.vocational.domain.rights import RUN_COURSES
from facility_app.modules.vocational.queries.courses import StudentRow, list_students
from facility_app.modules.vocational.queries.occupied import find_course_load
from facility_app.modules.vocational.queries.queue import QueueRow, list_queue
from facility_app.modules.vocational.service.enrolling import (
    AskPlace,
    EndEnrolment,
    EnrolNext,
    EnrolOne,
    ask_place,
    end_enrolment,
    enrol,
    enrol_next,
)
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.tall_pair import tall_pair
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.lists.warned import warned
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

QUEUE, STUDENTS = label("vocational", "Danh sách chờ"), label("vocational", "Người trong khóa")
NOBODY_WAITS = label("vocational", "Không có ai chờ. Ghi người đăng ký để lập danh sách chờ.")
NOBODY_LEARNS = label("vocational", "Chưa có ai trong khóa.")
NUMBER, NAME, CODE = label("vocational", "TT"), label("terms", "Họ và tên"), label("terms", "Mã")
ASKED, WHY, LEAVES = label("vocational", "Đăng ký"), label("vocational", "Vì sao"), label("vocational", "Ra cơ sở")
STATE, FROM, TO = label("vocational", "Tình trạng"), label("vocational", "Từ"), label("vocational", "Đến")
THERE, REASON = label("vocational", "Có mặt"), label("terms", "Lý do")
ASK, NEXT = label("verbs", "Ghi đăng ký"), label("verbs", "Xếp theo thứ tự")
ENROL, WITHDRAW = label("verbs", "Xếp người này"), label("verbs", "Rút đăng ký")
LEAVE = label("verbs", "Cho thôi học")
COUNT, STARTS = label("vocational", "Xếp bao nhiêu người"), label("vocational", "Vào học từ")
ENDS, HEAD_REASON = label("vocational", "Ngày thôi học"), label("vocational", "Lý do của Trưởng cơ sở")
HEAD_HINT = label("vocational", "Chỉ khi xếp ngoài thứ tự; lý do được lưu và ghi nhật ký")
ASKED_TOLD, ENROLLED = label("vocational", "Đã ghi đăng ký."), label("vocational", "Đã xếp vào khóa.")
LEFT = label("vocational", "Đã ghi thôi học, rút đăng ký.")
NOT_IN = label("vocational", "Người này không còn học trong khóa.")
MAY_NOT = label("vocational", "Người này chưa được xếp: xem cột “Vì sao”.")


class PeoplePart(Pane):
    """The two lists side by side.

    Attributes:
        queue, students: the cards.
    """

    def __init__(self, context: PageContext, course_id: str) -> None:
        """Make the cards."""
        super().__init__(context.stage)
        pair = tall_pair(context.theme, self)
        self.queue = EditableCard(
            context, _queue_spec(course_id), _queue_verbs(course_id), owner=course_id, parent=pair
        )
        self.students = EditableCard(
            context, _student_spec(course_id), _student_verbs(), owner=course_id, parent=pair
        )
        pair.hold(self.queue, self.students)

    @override
    def first_focus(self) -> QWidget:
        return self.queue.table


def _queue_spec(course_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("number", NUMBER, _number, width=44, align=Align.END),
        ColumnSpec("name", NAME, _name, width=210, is_strong=True, note=_code),
        ColumnSpec("asked_on", ASKED, _asked, width=112),
        ColumnSpec("leave_by", LEAVES, _leaves, width=112, gives_way=1),
        ColumnSpec("holds", WHY, _holds, width=270, tone=_hold_tone),
    )
    tables = places.COURSE_TABLES | places.PERSON_TABLES | places.RESIDENT_TABLES | {"stay", "stay_stage"}
    read = partial(_queue, course_id)
    return short_list("vocational.queue", QUEUE, NOBODY_WAITS, columns, read, _enrolment_id, tables)


def _student_spec(course_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, _name, width=200, is_strong=True, note=_code),
        ColumnSpec("state", STATE, _state, width=124, tone=_state_tone),
        ColumnSpec("started_on", FROM, _started, width=112, gives_way=3),
        ColumnSpec("there", THERE, _there, width=72, align=Align.END),
        ColumnSpec("ended_on", TO, _ended, width=112, gives_way=1),
        ColumnSpec("reason", REASON, _reason, width=170, gives_way=2),
    )
    tables = places.COURSE_TABLES | places.LESSON_TABLES | places.RESIDENT_TABLES
    read = partial(_students, course_id)
    return short_list("vocational.students", STUDENTS, NOBODY_LEARNS, columns, read, _enrolment_id, tables)


def _queue_verbs(course_id: str) -> tuple[FormVerb[Any], ...]:
    add: FormVerb[Any] = FormVerb(
        id="vocational.ask_place", text=ASK, permission=RUN_COURSES, icon="user-plus", told=ASKED_TOLD,
        needs_row=False, shortcut="Ctrl+N", form=_ask_form, begin=fields.today("asked_on"),
        save=partial(_ask, course_id),
    )  # fmt: skip
    following: FormVerb[Any] = FormVerb(
        id="vocational.enrol_next", text=NEXT, permission=RUN_COURSES, icon="list-check", told=ENROLLED,
        needs_row=False, form=_next_form, begin=_next_begin, save=partial(_next, course_id),
    )  # fmt: skip
    one: FormVerb[Any] = FormVerb(
        id="vocational.enrol", text=ENROL, permission=RUN_COURSES, icon="check", told=ENROLLED,
        form=_enrol_form, begin=_next_begin, save=partial(_enrol, course_id), version=_version, about=_about,
        why_not=_may_not,
    )  # fmt: skip
    withdraw: FormVerb[Any] = FormVerb(
        id="vocational.withdraw", text=WITHDRAW, permission=RUN_COURSES, icon="user-x", told=LEFT,
        form=_leave_form, begin=fields.today("ended_on"), save=_leave, version=_version, about=_about,
    )  # fmt: skip
    return add, following, one, withdraw


def _student_verbs() -> tuple[FormVerb[Any], ...]:
    leave: FormVerb[Any] = FormVerb(
        id="vocational.end_enrolment", text=LEAVE, permission=RUN_COURSES, icon="user-x", told=LEFT,
        form=_leave_form, begin=fields.today("ended_on"), save=_leave, version=_version, about=_about,
        why_not=_not_in,
    )  # fmt: skip
    return (leave,)


def _ask_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.person(context))
    form.add(fields.past_day(context, "asked_on", ASKED))
    return form


def _next_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        fields.number("count", COUNT, least=1, most=200), fields.day(context, "started_on", STARTS), spans=(6, 6)
    )
    form.add(usual.clash_reason())
    return form


def _enrol_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.day(context, "started_on", STARTS))
    form.add(fields.line("reason", HEAD_REASON, hint=HEAD_HINT))
    form.add(usual.clash_reason())
    return form


def _leave_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.past_day(context, "ended_on", ENDS))
    form.add(fields.line("reason", REASON, is_required=True))
    return form


def _next_begin(context: PageContext, _row: Any) -> Shown:
    return shown(started_on=context.today(), count=1)


def _ask(course_id: str, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> int:
    return ask_place(uow, AskPlace(course_id, (v["resident_id"],), v["asked_on"]))


def _next(course_id: str, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> object:
    count = enrol_next(uow, EnrolNext(course_id, int(v["count"]), v["started_on"], v["clash_reason"]))
    return warned(count, find_course_load(uow, course_id, v["started_on"]))


def _enrol(course_id: str, uow: Any, enrolment_id: str, version: int, v: Mapping[str, Any]) -> object:
    command = EnrolOne(enrolment_id, version, v["started_on"], v["reason"] or "", v["clash_reason"])
    return warned(enrol(uow, command), find_course_load(uow, course_id, v["started_on"]))


def _leave(uow: Any, enrolment_id: str, version: int, v: Mapping[str, Any]) -> str:
    return end_enrolment(uow, EndEnrolment(enrolment_id, version, v["ended_on"], v["reason"] or ""))


def _queue(course_id: str, uow: Any) -> Sequence[QueueRow]:
    return list_queue(uow, course_id)


def _students(course_id: str, uow: Any) -> Sequence[StudentRow]:
    return list_students(uow, course_id)


def _enrolment_id(row: Any) -> str:
    return str(row.enrolment_id)


def _version(row: Any) -> int:
    return int(row.version)


def _about(row: Any) -> str:
    return f"{row.name} · {row.code}"


def _may_not(row: QueueRow) -> Any:
    return MAY_NOT if row.is_stopped else None


def _not_in(row: StudentRow) -> Any:
    return None if row.state is EnrolmentState.ENROLLED else NOT_IN


def _number(row: QueueRow) -> str:
    return str(row.number)


def _name(row: Any) -> str:
    return str(row.name)


def _code(row: Any) -> str:
    return str(row.code)


def _asked(row: Any) -> str:
    return words.day(row.asked_on)


def _leaves(row: QueueRow) -> str:
    return words.day(row.leave_by)


def _holds(row: QueueRow) -> str:
    return words.holds(row.holds, is_next=row.is_next)


def _hold_tone(row: QueueRow) -> Tone:
    return words.hold_tone(row.holds, is_next=row.is_next)


def _state(row: StudentRow) -> str:
    return tr(ENROLMENT_STATE_LABELS[row.state])


def _state_tone(row: StudentRow) -> Tone:
    return words.ENROLMENT_TONES[row.state]


def _started(row: StudentRow) -> str:
    return words.day(row.started_on)


def _ended(row: StudentRow) -> str:
    return words.day(row.ended_on)


def _there(row: StudentRow) -> str:
    return f"{row.there}/{row.lessons}" if row.lessons else ""


def _reason(row: StudentRow) -> str:
    return row.left_reason or row.override_reason or ""
