"""Courses and their modules are opened, corrected, ended, cancelled, struck out."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import kept_reason, list_rooms
from facility_app.modules.vocational.domain.columns import columns_of, facts_from
from facility_app.modules.vocational.domain.courses import (
    CourseFacts,
    CourseState,
    EnrolmentState,
    LessonState,
    ModuleFacts,
    checked_course,
    checked_module,
    require_open,
)
from facility_app.modules.vocational.domain.rights import RUN_COURSES
from facility_app.modules.vocational.queries.occupied import lesson_slots, list_ahead
from facility_app.modules.vocational.service.entries import EditEntry, EditPlanned, VoidEntry
from facility_app.modules.vocational.tables import (
    Assessment,
    Course,
    CourseModule,
    Employer,
    Enrolment,
    Lesson,
    PartnerSchool,
)


@dataclass(frozen=True, slots=True)
class FinishCourse:
    """A course has ended; whoever is still in it has learnt it to its end."""

    course_id: str
    version: int
    ended_on: date


@dataclass(frozen=True, slots=True)
class CancelCourse:
    """A course does not take place, or not to its end."""

    course_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AddModule:
    """A module of a course's programme."""

    course_id: str
    facts: ModuleFacts


def add_course(uow: UnitOfWork, facts: CourseFacts) -> str:
    """Open a course; answers its id.

    Raises:
        UserError: as ``checked_course``; ``course_code_taken``, ``not_found``.
    """
    require(uow, RUN_COURSES)
    kept = _checked(uow, facts, "")
    with uow.act("vocational.add_course") as act:
        made = uow.add(Course(**columns_of(kept), state=CourseState.OPEN))
        act.about(made)
        return made.id


def edit_course(uow: UnitOfWork, command: EditPlanned[CourseFacts]) -> str:
    """Correct a course that is open; never to fewer seats than people, nor away from days already taught.

    Raises:
        UserError: as ``add_course``; ``course_not_open``, ``seats_taken``, ``days_taught``;
            ``calendar_clash`` of another teacher or place without a reason for it.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.entry_id, version=command.version)
    require_open(course.code, course.state)
    kept = _checked(uow, command.facts, course.id)
    if count_enrolled(uow, course.id) > kept.capacity:
        raise UserError(
            "seats_taken",
            label(
                "errors", "Số người đang học nhiều hơn số chỗ mới. Hãy cho thôi học bớt, hoặc để số chỗ lớn hơn."
            ),
            fields={"capacity": label("errors", "Ít hơn số người đang học")},
        )
    _require_days_kept(uow, course.id, kept)
    reason = _clash_reason(uow, course, kept, command.clash_reason)
    with uow.act("vocational.edit_course", reason=reason) as act:
        act.about(course)
        for name, value in columns_of(kept).items():
            setattr(course, name, value)
    return course.id


def finish_course(uow: UnitOfWork, command: FinishCourse) -> int:
    """End a course: who is in it has done it, who waits is off the list; answers how many have done it.

    Raises:
        UserError: ``course_not_open``, ``day_out_of_range``, ``ends_before_it_begins``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id, version=command.version)
    require_open(course.code, course.state)
    faults = Faults()
    faults.past_day("ended_on", command.ended_on, local_date(uow.now))
    if command.ended_on < course.first_on:
        faults.add(
            "ends_before_it_begins", "ended_on", label("errors", "Ngày kết thúc đứng trước ngày khai giảng.")
        )
    faults.refuse()
    with uow.act("vocational.finish_course") as act:
        act.about(course)
        course.state, course.ended_on = CourseState.FINISHED, command.ended_on
        return _close_people(uow, course, command.ended_on, EnrolmentState.DONE)


def cancel_course(uow: UnitOfWork, command: CancelCourse) -> int:
    """Call a course off: who is in it has left, who waits is off the list; answers how many were in it.

    Raises:
        UserError: ``course_not_open``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id, version=command.version)
    require_open(course.code, course.state)
    with uow.act("vocational.cancel_course", reason=command.reason) as act:
        act.about(course)
        today = local_date(uow.now)
        course.state, course.ended_on = CourseState.CANCELLED, today
        planned = sa.select(Lesson).where(
            Lesson.course_id == course.id, Lesson.state == LessonState.PLANNED, Lesson.voided_at.is_(None)
        )
        for lesson in uow.session.scalars(planned):
            lesson.state = LessonState.CANCELLED
        return _close_people(uow, course, today, EnrolmentState.LEFT)


def void_course(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike out a course entered by mistake, which nobody asked for yet.

    Raises:
        UserError: ``course_has_people``, ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.entry_id, version=command.version)
    asked = sa.select(Enrolment.id).where(Enrolment.course_id == course.id, Enrolment.voided_at.is_(None))
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "course_has_people",
            label("errors", "Khóa đã có người đăng ký nên không gạch bỏ được. Hãy hủy khóa, nêu lý do."),
        )
    with uow.act("vocational.void_course", reason=command.reason) as act:
        act.about(course)
        uow.void(course, command.reason)


def add_module(uow: UnitOfWork, command: AddModule) -> str:
    """Write a module into the programme; answers its id.

    Raises:
        UserError: as ``checked_module``; ``course_not_open``, ``not_found``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id)
    require_open(course.code, course.state)
    kept = checked_module(command.facts)
    with uow.act("vocational.add_module") as act:
        made = uow.add(CourseModule(course_id=command.course_id, **columns_of(kept)))
        act.about(made)
        return made.id


def edit_module(uow: UnitOfWork, command: EditEntry[ModuleFacts]) -> str:
    """Write a module anew.

    Raises:
        UserError: as ``checked_module``; ``course_not_open``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    module = uow.get(CourseModule, command.entry_id, version=command.version)
    course = uow.get(Course, module.course_id)
    require_open(course.code, course.state)
    kept = checked_module(command.facts)
    with uow.act("vocational.edit_module") as act:
        act.about(module)
        for name, value in columns_of(kept).items():
            setattr(module, name, value)
    return module.id


def void_module(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike out a module that nobody has a score in.

    Raises:
        UserError: ``module_has_scores``, ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    module = uow.get(CourseModule, command.entry_id, version=command.version)
    asked = sa.select(Assessment.id).where(Assessment.module_id == module.id, Assessment.voided_at.is_(None))
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "module_has_scores",
            label("errors", "Mô đun này đã có điểm nên không gạch bỏ được. Hãy sửa tên hoặc số giờ."),
        )
    with uow.act("vocational.void_module", reason=command.reason) as act:
        act.about(module)
        uow.void(module, command.reason)


def count_enrolled(uow: UnitOfWork, course_id: str) -> int:
    """How many are in a course now."""
    require(uow, RUN_COURSES)
    asked = sa.select(sa.func.count()).where(
        Enrolment.course_id == course_id,
        Enrolment.state == EnrolmentState.ENROLLED,
        Enrolment.voided_at.is_(None),
    )
    return int(uow.session.scalar(asked) or 0)


def require_room(uow: UnitOfWork, room_id: str) -> None:
    """Refuse a meeting room that is no longer there.

    Raises:
        UserError: ``room_unknown``.
    """
    require(uow, RUN_COURSES)
    if all(one.room_id != room_id for one in list_rooms(uow)):
        raise UserError(
            "room_unknown",
            label("errors", "Phòng này không còn trong danh sách. Hãy chọn phòng khác."),
            fields={"room_id": label("errors", "Hãy chọn phòng khác")},
        )


def _clash_reason(uow: UnitOfWork, course: Course, kept: CourseFacts, typed: str | None) -> str | None:
    """Why lessons ahead stand although their new teacher or place is taken; nothing else of a course takes any."""
    before = facts_from(CourseFacts, course)
    moved = ("teacher_id", "room_id", "place")
    if all(getattr(before, one) == getattr(kept, one) for one in moved):
        return None
    ahead = list_ahead(uow, course.id, local_date(uow.now))
    return kept_reason(uow, lesson_slots(uow, course.id, kept, ahead), typed)


def _checked(uow: UnitOfWork, facts: CourseFacts, course_id: str) -> CourseFacts:
    kept = checked_course(facts)
    if kept.room_id:
        require_room(uow, kept.room_id)
    if kept.school_id:
        uow.get(PartnerSchool, kept.school_id)
    if kept.employer_id:
        uow.get(Employer, kept.employer_id)
    asked = sa.select(Course.id).where(
        Course.code == kept.code, Course.id != course_id, Course.voided_at.is_(None)
    )
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "course_code_taken",
            label("errors", "Ký hiệu {code} đã dùng cho khóa khác. Hãy chọn ký hiệu khác."),
            fields={"code": label("errors", "Ký hiệu đã dùng")},
            code=kept.code,
        )
    return kept


def _require_days_kept(uow: UnitOfWork, course_id: str, kept: CourseFacts) -> None:
    asked = sa.select(sa.func.min(Lesson.held_on), sa.func.max(Lesson.held_on)).where(
        Lesson.course_id == course_id, Lesson.state != LessonState.CANCELLED, Lesson.voided_at.is_(None)
    )
    days = uow.session.execute(asked).one()
    first: date | None = days[0]
    last: date = days[1]
    if first is not None and (first < kept.first_on or last > kept.last_on):
        raise UserError(
            "days_taught",
            label(
                "errors",
                "Đã có buổi học ngoài khoảng ngày mới. Hãy bỏ những buổi đó trước, hoặc để khoảng rộng hơn.",
            ),
            fields={"last_on": label("errors", "Có buổi học ngoài khoảng này")},
        )


def _close_people(uow: UnitOfWork, course: Course, day: date, became: EnrolmentState) -> int:
    asked = sa.select(Enrolment).where(
        Enrolment.course_id == course.id,
        Enrolment.state.in_((EnrolmentState.WAITING, EnrolmentState.ENROLLED)),
        Enrolment.voided_at.is_(None),
    )
    count = 0
    for one in uow.session.scalars(asked.order_by(Enrolment.id)):
        if one.state is EnrolmentState.WAITING:
            one.state, one.ended_on = EnrolmentState.WITHDRAWN, day
            continue
        one.state, one.ended_on = became, max(day, one.started_on or day)
        count += 1
    uow.session.flush()
    return count
