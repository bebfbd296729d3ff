"""The people, hours and lessons of one class, as lists with their verbs."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed_times import minutes_of
from facility_app.kernel.weekdays import HOLIDAY
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH
from facility_app.modules.education.domain.sessions import SESSION_STATE_LABELS, SessionState
from facility_app.modules.education.domain.timetable import WEEKDAY_LABELS
from facility_app.modules.education.queries.classes import HourRow, MemberRow, list_hours, list_members
from facility_app.modules.education.queries.lessons import LessonRow, list_lessons
from facility_app.modules.education.queries.planned import find_class_load
from facility_app.modules.education.service.classes import JoinClass, LeaveClass, join_class, leave_class
from facility_app.modules.education.service.hours import AddHour, EndHour, add_hour, end_hour
from facility_app.modules.education.service.sheets import CancelSession, PlanSession, cancel_session, plan_session
from facility_app.modules.education.ui import fields, places
from facility_app.modules.education.ui import words as said
from facility_app.modules.education.ui.classes_page import ROOM
from facility_app.ui.days import whole_day
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, nothing
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.lists.warned import warned
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

MEMBERS, HOURS, LESSONS = (
    label("education", "Người trong lớp"),
    label("education", "Thời khóa biểu"),
    label("education", "Các buổi học"),
)
NOBODY = label("education", "Lớp chưa có ai.")
NO_HOURS = label("education", "Lớp chưa có giờ học trong tuần.")
NO_LESSONS = label("education", "Không có buổi học nào trong bốn tuần qua và hai tuần tới.")
NAME, CODE = label("terms", "Họ và tên"), label("terms", "Mã")
FROM, UNTIL = label("terms", "Từ ngày"), label("terms", "Đến ngày")
WEEKDAY, TIMES = label("terms", "Thứ"), label("terms", "Giờ")
DAY, STATE, SAT = label("terms", "Ngày"), label("terms", "Tình trạng"), label("terms", "Có mặt")
STARTS, ENDS = label("terms", "Giờ vào lớp"), label("terms", "Giờ tan")
PERSON = label("terms", "Người cai nghiện")
JOIN, LEAVE = label("verbs", "Xếp vào lớp"), label("verbs", "Cho ra khỏi lớp")
ADD_HOUR, END_HOUR = label("verbs", "Thêm giờ học"), label("verbs", "Thôi giờ học")
ADD_LESSON, CANCEL = label("verbs", "Thêm buổi học"), label("verbs", "Ghi nghỉ học")
JOINED, GONE = label("education", "Đã xếp vào lớp."), label("education", "Đã cho ra khỏi lớp.")
SAVED, ENDED = label("ui", "Đã lưu."), label("education", "Giờ học này thôi từ sau hôm nay.")
CANCELLED = label("education", "Đã ghi nghỉ học.")
LEAVE_TEXT = label("education", "{name} · {code}: hôm nay là ngày cuối ở lớp; các buổi đã học vẫn còn.")
END_TEXT = label("education", "{day} {times}: các buổi đã học vẫn còn.")
CANCEL_TEXT = label("education", "{day} {times}: buổi này không tính vào số buổi học.")
HAS_LEFT = label("education", "Người này đã ra khỏi lớp.")
IS_HELD = label("education", "Buổi này đã điểm danh.")
MISSING = label("terms", "Thiếu phiếu")
BACK, AHEAD = timedelta(days=28), timedelta(days=14)


class ChosenClass:
    """The class whose lists are shown."""

    def __init__(self) -> None:
        """None."""
        self.class_id = ""


def members_spec(chosen: ChosenClass) -> ListSpec[Any]:
    """Who is in it."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, lambda row: row.name, width=180, is_strong=True),
        ColumnSpec("code", CODE, lambda row: row.code, width=96),
        ColumnSpec("place", label("terms", "Chỗ ở"), lambda row: row.place, width=140, gives_way=1),
        ColumnSpec("from_on", FROM, lambda row: said.day(row.from_on), width=100),
    )
    return short_list(
        "education.members", MEMBERS, NOBODY, columns, partial(_members, chosen), _member_id, places.CLASS_TABLES
    )


def hours_spec(chosen: ChosenClass) -> ListSpec[Any]:
    """Its week."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("weekday", WEEKDAY, lambda row: said.weekday(row.weekday), width=90, is_strong=True),
        ColumnSpec("times", TIMES, lambda row: said.times(row.starts, row.ends), width=112),
        ColumnSpec("room", ROOM, lambda row: row.room, width=110),
        ColumnSpec("to_on", UNTIL, lambda row: said.day(row.to_on), width=100),
    )
    return short_list(
        "education.hours", HOURS, NO_HOURS, columns, partial(_hours, chosen), _hour_id, places.CLASS_TABLES
    )


def lessons_spec(chosen: ChosenClass) -> ListSpec[Any]:
    """Its lessons of these weeks, those without a sheet first."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, lambda row: whole_day(row.lesson.held_on), width=180, is_strong=True),
        ColumnSpec("times", TIMES, lambda row: said.times(row.lesson.starts, row.lesson.ends), width=114),
        ColumnSpec("state", STATE, state_words, width=138, tone=state_tone),
        ColumnSpec("sat", SAT, sat_words, width=74),
    )
    return short_list(
        "education.lessons", LESSONS, NO_LESSONS, columns, partial(_lessons, chosen), lesson_id_of,
        places.CLASS_TABLES,
    )  # fmt: skip


def state_words(row: LessonRow) -> str:
    """How a lesson stands."""
    if row.lesson.holiday is not None:
        return tr(HOLIDAY, name=tr(row.lesson.holiday))
    return tr(MISSING) if row.is_missing else tr(SESSION_STATE_LABELS[row.lesson.state])


def state_tone(row: LessonRow) -> Tone | None:
    """How loud that is."""
    if row.is_missing:
        return Tone.WARNING
    return Tone.OK if row.lesson.state is SessionState.HELD else Tone.NEUTRAL


def sat_words(row: LessonRow) -> str:
    """“38/40”; nothing before there is a sheet."""
    return f"{row.lesson.present}/{row.lesson.listed}" if row.lesson.listed else ""


def lesson_id_of(row: LessonRow) -> str:
    """What a lesson is known by."""
    return row.lesson.lesson_id


def member_verbs(chosen: ChosenClass) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the people."""
    join: FormVerb[Any] = FormVerb(
        id="education.join_class", text=JOIN, permission=PLAN_EDUCATION, icon="user-plus", told=JOINED,
        needs_row=False, shortcut="Ctrl+N", form=_join_form, begin=nothing, save=partial(_join, chosen),
    )  # fmt: skip
    leave: ReasonVerb[Any] = ReasonVerb(
        id="education.leave_class", text=LEAVE, permission=PLAN_EDUCATION, icon="user-x", told=GONE, title=LEAVE,
        about=_about_member, button=LEAVE, save=_leave, why_not=_why_left,
    )  # fmt: skip
    return join, leave


def hour_verbs(chosen: ChosenClass) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the hours of the week."""
    add: FormVerb[Any] = FormVerb(
        id="education.add_hour", text=ADD_HOUR, permission=PLAN_EDUCATION, icon="plus", told=SAVED,
        needs_row=False, form=_hour_form, begin=nothing, save=partial(_add_hour, chosen),
    )  # fmt: skip
    end: ReasonVerb[Any] = ReasonVerb(
        id="education.end_hour", text=END_HOUR, permission=PLAN_EDUCATION, icon="ban", told=ENDED, title=END_HOUR,
        about=_about_hour, button=END_HOUR, save=_end_hour,
    )  # fmt: skip
    return add, end


def lesson_verbs(chosen: ChosenClass) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the lessons."""
    add: FormVerb[Any] = FormVerb(
        id="education.plan_session", text=ADD_LESSON, permission=PLAN_EDUCATION, icon="calendar-event", told=SAVED,
        needs_row=False, form=_lesson_form, begin=nothing, save=partial(_plan, chosen),
    )  # fmt: skip
    cancel: ReasonVerb[Any] = ReasonVerb(
        id="education.cancel_session", text=CANCEL, permission=TEACH, icon="ban", told=CANCELLED, title=CANCEL,
        about=_about_lesson, button=CANCEL, save=_cancel, why_not=_why_held,
    )  # fmt: skip
    return add, cancel


def _members(chosen: ChosenClass, uow: Any) -> Sequence[MemberRow]:
    return list_members(uow, chosen.class_id) if chosen.class_id else ()


def _hours(chosen: ChosenClass, uow: Any) -> Sequence[HourRow]:
    return list_hours(uow, chosen.class_id) if chosen.class_id else ()


def _lessons(chosen: ChosenClass, uow: Any) -> Sequence[LessonRow]:
    today = local_date(uow.now)
    return list_lessons(uow, today - BACK, today + AHEAD, chosen.class_id) if chosen.class_id else ()


def _member_id(row: MemberRow) -> str:
    return row.member_id


def _hour_id(row: HourRow) -> str:
    return row.hour_id


def _join_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.person_field(context, PERSON))
    form.add(DateField("from_on", FROM, today=context.today), usual.clash_reason(), spans=(4, 8))
    return form


def _hour_form(context: PageContext) -> Form[Any]:
    form = new_form()
    days = tuple((str(number), text) for number, text in WEEKDAY_LABELS.items())
    form.add(
        CodeField("weekday", WEEKDAY, options=days, is_required=True),
        TimeField("starts", STARTS, is_required=True),
        TimeField("ends", ENDS, is_required=True),
        spans=(4, 4, 4),
    )
    form.add(DateField("from_on", FROM, today=context.today), fields.room_field(context, ROOM), spans=(4, 8))
    form.add(usual.clash_reason())
    return form


def _lesson_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        DateField("held_on", DAY, today=context.today, is_required=True),
        TimeField("starts", STARTS, is_required=True),
        TimeField("ends", ENDS, is_required=True),
        spans=(4, 4, 4),
    )
    form.add(fields.room_field(context, ROOM))
    form.add(usual.clash_reason())
    return form


def _join(chosen: ChosenClass, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> object:
    command = JoinClass(chosen.class_id, (v["resident_id"],), v["from_on"], v["clash_reason"])
    return warned(join_class(uow, command), find_class_load(uow, chosen.class_id, v["from_on"]))


def _leave(uow: Any, row: MemberRow, reason: str) -> None:
    leave_class(uow, LeaveClass(row.member_id, row.version, reason))


def _add_hour(chosen: ChosenClass, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> object:
    starts, ends = minutes_of(v["starts"]), minutes_of(v["ends"])
    command = AddHour(
        chosen.class_id, int(v["weekday"]), starts, ends, v["room_id"], v["from_on"], v["clash_reason"]
    )
    return warned(add_hour(uow, command), find_class_load(uow, chosen.class_id, v["from_on"]))


def _end_hour(uow: Any, row: HourRow, reason: str) -> None:
    end_hour(uow, EndHour(row.hour_id, row.version, reason))


def _plan(chosen: ChosenClass, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> object:
    starts, ends = minutes_of(v["starts"]), minutes_of(v["ends"])
    wanted = PlanSession(
        chosen.class_id, v["held_on"], starts, ends, room_id=v["room_id"], clash_reason=v["clash_reason"]
    )
    plan_session(uow, wanted)
    return warned(1, find_class_load(uow, chosen.class_id, v["held_on"]))


def _cancel(uow: Any, row: LessonRow, reason: str) -> None:
    one = row.lesson
    cancel_session(uow, CancelSession(one.class_id, one.held_on, one.starts, one.ends, reason))


def _about_member(row: MemberRow) -> str:
    return tr(LEAVE_TEXT, name=row.name, code=row.code)


def _why_left(row: MemberRow) -> Any:
    return None if row.to_on is None else HAS_LEFT


def _about_hour(row: HourRow) -> str:
    return tr(END_TEXT, day=said.weekday(row.weekday), times=said.times(row.starts, row.ends))


def _about_lesson(row: LessonRow) -> str:
    one = row.lesson
    return tr(CANCEL_TEXT, day=whole_day(one.held_on), times=said.times(one.starts, one.ends))


def _why_held(row: LessonRow) -> Any:
    if row.lesson.holiday is not None:
        return HOLIDAY.format(name=row.lesson.holiday)
    return IS_HELD if row.lesson.state is SessionState.HELD else None
