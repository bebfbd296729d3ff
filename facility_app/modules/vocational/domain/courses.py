"""Courses: their kinds, modules and lessons, who is in them, and what must be true before one is opened."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import add_months
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label

MOST_SEATS: Final = 200
MOST_HOURS: Final = 3_000
SHORT_MONTHS: Final = 3
"""A course of the kind “dưới 3 tháng” is one by its name."""
DAY_MINUTES: Final = 24 * 60
LESSON_MINUTES: Final = 12 * 60


class CourseKind(StrEnum):
    """Loại hình học nghề."""

    ELEMENTARY = "elementary"
    SHORT = "short"
    PASSED_ON = "passed_on"
    APPRENTICE = "apprentice"


COURSE_KIND_LABELS: dict[CourseKind, Label] = {
    CourseKind.ELEMENTARY: label("terms", "Trình độ sơ cấp"),
    CourseKind.SHORT: label("terms", "Đào tạo dưới 3 tháng"),
    CourseKind.PASSED_ON: label("terms", "Truyền nghề"),
    CourseKind.APPRENTICE: label("terms", "Tập nghề tại doanh nghiệp"),
}


class CourseState(StrEnum):
    """Tình trạng khóa học."""

    OPEN = "open"
    FINISHED = "finished"
    CANCELLED = "cancelled"


COURSE_STATE_LABELS: dict[CourseState, Label] = {
    CourseState.OPEN: label("terms", "Đang mở"),
    CourseState.FINISHED: label("terms", "Đã kết thúc"),
    CourseState.CANCELLED: label("terms", "Đã hủy"),
}


class EnrolmentState(StrEnum):
    """Tình trạng của một người trong khóa học."""

    WAITING = "waiting"
    ENROLLED = "enrolled"
    DONE = "done"
    LEFT = "left"
    WITHDRAWN = "withdrawn"


ENROLMENT_STATE_LABELS: dict[EnrolmentState, Label] = {
    EnrolmentState.WAITING: label("terms", "Chờ xếp lớp"),
    EnrolmentState.ENROLLED: label("terms", "Đang học"),
    EnrolmentState.DONE: label("terms", "Học xong"),
    EnrolmentState.LEFT: label("terms", "Thôi học"),
    EnrolmentState.WITHDRAWN: label("terms", "Rút đăng ký"),
}
ATTENDED_STATES: Final = frozenset({EnrolmentState.ENROLLED, EnrolmentState.DONE, EnrolmentState.LEFT})


class LessonState(StrEnum):
    """Tình trạng buổi học."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


LESSON_STATE_LABELS: dict[LessonState, Label] = {
    LessonState.PLANNED: label("terms", "Chưa điểm danh"),
    LessonState.HELD: label("terms", "Đã điểm danh"),
    LessonState.CANCELLED: label("terms", "Nghỉ học"),
}


class LessonMark(StrEnum):
    """Điểm danh một người trong buổi học nghề."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    ELSEWHERE = "elsewhere"

    @property
    def is_there(self) -> bool:
        """Whether the person was at the lesson."""
        return self in {LessonMark.PRESENT, LessonMark.LATE}


LESSON_MARK_LABELS: dict[LessonMark, Label] = {
    LessonMark.PRESENT: label("terms", "Có mặt"),
    LessonMark.LATE: label("terms", "Đến muộn"),
    LessonMark.EXCUSED: label("terms", "Vắng có phép"),
    LessonMark.UNEXCUSED: label("terms", "Vắng không phép"),
    LessonMark.ELSEWHERE: label("terms", "Không ở cơ sở"),
}


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What a course is.

    Attributes:
        code: the facility's own, one for each live course.
        name: the trade.
        licence: number of the facility's own paper that lets it teach at elementary level.
        hours: planned in all, by the programme.
        capacity: how many may be in it at once.
        place: where, in words, when it is no meeting room of the facility; ``room_id`` when it is.
    """

    code: str
    name: str
    kind: CourseKind
    first_on: date
    last_on: date
    hours: int
    capacity: int
    school_id: str | None = None
    employer_id: str | None = None
    licence: str | None = None
    teacher_id: str | None = None
    place: str | None = None
    note: str | None = field(default=None, repr=False)
    room_id: str | None = None


@dataclass(frozen=True, slots=True)
class ModuleFacts:
    """A module of the programme; hours of theory and of practice."""

    name: str
    position: int
    theory_hours: int
    practice_hours: int

    @property
    def hours(self) -> int:
        """Both together."""
        return self.theory_hours + self.practice_hours


@dataclass(frozen=True, slots=True)
class LessonFacts:
    """When and where a lesson is; times are minutes since midnight.

    Attributes:
        teacher_id: None for the course's own teacher.
        room_id: a meeting room; with neither room nor place it is where the course is.
    """

    held_on: date
    starts: int
    ends: int
    module_id: str | None = None
    teacher_id: str | None = None
    place: str | None = None
    content: str | None = None
    room_id: str | None = None


def checked_course(typed: CourseFacts) -> CourseFacts:
    """A course as kept, or what is wrong with it.

    Raises:
        UserError: the faults; of several ``bad_fields``.
    """
    faults = Faults()
    code = faults.line("code", typed.code, needed=label("errors", "Cần ký hiệu khóa học, ví dụ MAY-01/2026."))
    name = faults.line("name", typed.name, needed=label("errors", "Cần tên nghề."))
    faults.span("last_on", typed.first_on, typed.last_on)
    faults.amount("hours", typed.hours, 1, MOST_HOURS)
    faults.amount("capacity", typed.capacity, 1, MOST_SEATS)
    licence, place = faults.line("licence", typed.licence), faults.line("place", typed.place)
    note = faults.note("note", typed.note)
    if typed.kind is CourseKind.ELEMENTARY and not (typed.school_id or licence):
        faults.add(
            "no_right_to_teach",
            "school_id",
            label(
                "errors",
                "Khóa trình độ sơ cấp cần cơ sở giáo dục nghề nghiệp phối hợp, hoặc số giấy phép dạy nghề của "
                "chính cơ sở (khoản 2 Điều 116 Nghị định 163/2026).",
            ),
        )
    if typed.kind is CourseKind.APPRENTICE and not typed.employer_id:
        faults.add("no_employer", "employer_id", label("errors", "Tập nghề cần doanh nghiệp nhận tập nghề."))
    if typed.kind is CourseKind.SHORT and typed.last_on >= add_months(typed.first_on, SHORT_MONTHS):
        faults.add(
            "not_short",
            "last_on",
            label("errors", "Khóa dưới 3 tháng phải kết thúc trước khi tròn 3 tháng. Hãy sửa ngày hoặc đổi loại."),
        )
    faults.refuse()
    return replace(typed, code=code or "", name=name or "", licence=licence, place=place, note=note)


def checked_module(typed: ModuleFacts) -> ModuleFacts:
    """A module as kept, or what is wrong with it.

    Raises:
        UserError: ``field_missing``, ``number_out_of_range``, ``module_without_hours``; of several ``bad_fields``.
    """
    faults = Faults()
    name = faults.line("name", typed.name, needed=label("errors", "Cần tên mô đun, môn học."))
    faults.amount("position", typed.position, 1, 99)
    faults.amount("theory_hours", typed.theory_hours, 0, MOST_HOURS)
    faults.amount("practice_hours", typed.practice_hours, 0, MOST_HOURS)
    if not typed.hours:
        faults.add("module_without_hours", "practice_hours", label("errors", "Mô đun cần có số giờ."))
    faults.refuse()
    return replace(typed, name=name or "")


def checked_lesson(typed: LessonFacts, first_on: date, last_on: date) -> LessonFacts:
    """A lesson as kept, within the days of its course, or what is wrong with it.

    Raises:
        UserError: ``lesson_outside_course``, ``lesson_hours_odd``; of several ``bad_fields``.
    """
    faults = Faults()
    if not first_on <= typed.held_on <= last_on:
        faults.add(
            "lesson_outside_course",
            "held_on",
            label("errors", "Ngày học nằm ngoài thời gian của khóa. Hãy sửa ngày, hoặc sửa thời gian khóa học."),
        )
    if not 0 <= typed.starts < typed.ends <= DAY_MINUTES or typed.ends - typed.starts > LESSON_MINUTES:
        faults.add("lesson_hours_odd", "ends", label("errors", "Giờ kết thúc phải sau giờ bắt đầu, trong ngày."))
    place, content = faults.line("place", typed.place), faults.line("content", typed.content)
    faults.refuse()
    return replace(typed, place=place, content=content)


def lesson_days(first_on: date, last_on: date, weekdays: frozenset[int]) -> tuple[date, ...]:
    """The days of a timetable, both ends included; weekdays are 1 for Monday to 7 for Sunday.

    Raises:
        UserError: ``no_lesson_days`` when there is none.
    """
    days = (first_on + timedelta(days=step) for step in range((last_on - first_on).days + 1))
    found = tuple(day for day in days if day.isoweekday() in weekdays)
    if not found:
        raise UserError(
            "no_lesson_days", label("errors", "Không có ngày học nào trong khoảng này. Hãy chọn thứ trong tuần.")
        )
    return found


def may_be_marked(state: EnrolmentState, started_on: date | None, ended_on: date | None, day: date) -> bool:
    """Whether somebody was in the course on that day; the last day still counts."""
    if state not in ATTENDED_STATES or started_on is None:
        return False
    return started_on <= day and (ended_on is None or day <= ended_on)


def is_away(*, is_inside: bool, since: date, day: date) -> bool:
    """Whether somebody was out that whole day, as far as is known now; who left that day may have been there."""
    return not is_inside and since < day


def require_open(code: str, state: CourseState) -> None:
    """Refuse what is only done while a course is open.

    Raises:
        UserError: ``course_not_open``.
    """
    if state is not CourseState.OPEN:
        raise UserError(
            "course_not_open",
            label("errors", "Khóa {code} không còn mở ({state}) nên không sửa được."),
            code=code,
            state=COURSE_STATE_LABELS[state],
        )
