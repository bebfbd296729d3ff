"""People ask for a course, are put into it in their turn, leave it; the head may go past the queue."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import kept_reason
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.stays.api import list_whereabouts
from facility_app.modules.vocational.domain.columns import facts_from
from facility_app.modules.vocational.domain.courses import CourseFacts, EnrolmentState, require_open
from facility_app.modules.vocational.domain.queue import HOLD_LABELS
from facility_app.modules.vocational.domain.rights import PASS_QUEUE, RUN_COURSES
from facility_app.modules.vocational.queries.occupied import joining_slots
from facility_app.modules.vocational.queries.queue import QueueRow, list_queue
from facility_app.modules.vocational.service.courses import count_enrolled
from facility_app.modules.vocational.tables import Course, Enrolment


@dataclass(frozen=True, slots=True)
class AskPlace:
    """People ask for a course on a day."""

    course_id: str
    resident_ids: tuple[str, ...]
    asked_on: date


@dataclass(frozen=True, slots=True)
class EnrolNext:
    """So many from the head of the queue, in their order; whoever may not be enrolled is passed over.

    Attributes:
        clash_reason: why, although some of them are taken at the lessons; None to be refused then.
    """

    course_id: str
    count: int
    started_on: date
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EnrolOne:
    """One person of the waiting list; out of turn only with the head's reason."""

    enrolment_id: str
    version: int
    started_on: date
    reason: str = field(default="", repr=False)
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EndEnrolment:
    """Somebody leaves a course, or its waiting list."""

    enrolment_id: str
    version: int
    ended_on: date
    reason: str = field(repr=False)


def ask_place(uow: UnitOfWork, command: AskPlace) -> int:
    """Put people on the waiting list; who is on it or in the course already is left as they are.

    Returns:
        How many came onto the list.

    Raises:
        UserError: ``course_not_open``, ``day_out_of_range``, ``not_here``, ``not_found``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id)
    require_open(course.code, course.state)
    faults = Faults()
    faults.past_day("asked_on", command.asked_on, local_date(uow.now))
    faults.refuse()
    people = tuple(dict.fromkeys(command.resident_ids))
    here = {one.resident_id for one in list_whereabouts(uow, people) if not one.is_gone} if people else set()
    for row in list_resident_rows(uow, [one for one in people if one not in here]):
        raise UserError(
            "not_here",
            label(
                "errors",
                "{code} không còn ở cơ sở nên không đăng ký học nghề được. Hãy bỏ người này khỏi danh sách.",
            ),
            code=row.code,
        )
    asked = sa.select(Enrolment.resident_id).where(
        Enrolment.course_id == course.id,
        Enrolment.state.in_((EnrolmentState.WAITING, EnrolmentState.ENROLLED)),
        Enrolment.voided_at.is_(None),
    )
    there = set(uow.session.scalars(asked))
    new = [one for one in people if one not in there]
    with uow.act("vocational.ask_place") as act:
        for one in new:
            made = Enrolment(
                resident_id=one, course_id=course.id, asked_on=command.asked_on, state=EnrolmentState.WAITING
            )
            act.about(uow.add(made))
        uow.session.flush()
    return len(new)


def enrol_next(uow: UnitOfWork, command: EnrolNext) -> int:
    """Enrol from the head of the queue as many as asked for and as there are seats; answers how many.

    Raises:
        UserError: ``course_not_open``, ``no_seats``, ``nobody_next``, ``day_outside_course``; ``calendar_clash``
            without a reason for it.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id)
    _require_day(course, command.started_on)
    free = _require_seat(uow, course)
    made: list[Enrolment] = []
    with uow.act("vocational.enrol") as act:
        while len(made) < min(command.count, free):
            # Read anew after each: whoever was put in is off the list, and the next one is next.
            found = next((row for row in list_queue(uow, course.id) if row.is_next), None)
            if found is None:
                break
            made.append(_put_in(uow, found.enrolment_id, command.started_on, None))
            act.about(made[-1])
            uow.session.flush()
        if not made:
            raise UserError(
                "nobody_next",
                label("errors", "Không có ai trong danh sách chờ xếp được ngay. Xem lý do ở từng dòng."),
            )
        _keep_clash(uow, course, made, command.clash_reason)
    return len(made)


def enrol(uow: UnitOfWork, command: EnrolOne) -> str:
    """Enrol one person; who is not next needs the head and a reason, which stay in the file and the trail.

    Raises:
        UserError: ``course_not_open``, ``no_seats``, ``day_outside_course``, ``may_not_learn``, ``not_next``,
            ``not_waiting``, ``reason_missing``; ``calendar_clash`` without a reason for it.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    waiting = uow.get(Enrolment, command.enrolment_id, version=command.version)
    course = uow.get(Course, waiting.course_id)
    _require_day(course, command.started_on)
    _require_seat(uow, course)
    row = next((one for one in list_queue(uow, course.id) if one.enrolment_id == waiting.id), None)
    if row is None:
        raise UserError(
            "not_waiting", label("errors", "Người này không còn trong danh sách chờ. Hãy mở lại khóa học.")
        )
    if row.is_stopped:
        raise UserError(
            "may_not_learn",
            label("errors", "Không xếp được {code}: {holds}."),
            code=row.code,
            holds=tuple(HOLD_LABELS[one] for one in row.holds),
        )
    reason = None if row.is_next else _checked_reason(uow, command.reason, row)
    with uow.act("vocational.enrol", reason=reason) as act:
        made = _put_in(uow, waiting.id, command.started_on, reason)
        act.about(made)
        uow.session.flush()
        _keep_clash(uow, course, [made], command.clash_reason)
    return waiting.id


def end_enrolment(uow: UnitOfWork, command: EndEnrolment) -> str:
    """Take somebody out of a course, or off its waiting list, with the reason.

    Raises:
        UserError: ``not_in_course``, ``day_out_of_range``, ``span_reversed``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    require_reason(command.reason)
    found = uow.get(Enrolment, command.enrolment_id, version=command.version)
    if found.state not in {EnrolmentState.WAITING, EnrolmentState.ENROLLED}:
        raise UserError(
            "not_in_course", label("errors", "Người này không còn trong khóa học. Hãy mở lại danh sách.")
        )
    faults = Faults()
    faults.past_day("ended_on", command.ended_on, local_date(uow.now))
    faults.span("ended_on", found.started_on or found.asked_on, command.ended_on)
    said = faults.line("reason", command.reason)
    faults.refuse()
    with uow.act("vocational.end_enrolment", reason=command.reason) as act:
        act.about(found)
        was_in = found.state is EnrolmentState.ENROLLED
        found.state = EnrolmentState.LEFT if was_in else EnrolmentState.WITHDRAWN
        found.ended_on, found.left_reason = command.ended_on, said
    return found.id


def _put_in(uow: UnitOfWork, enrolment_id: str, day: date, reason: str | None) -> Enrolment:
    found = uow.get(Enrolment, enrolment_id)
    found.state, found.started_on, found.override_reason = EnrolmentState.ENROLLED, day, reason
    return found


def _keep_clash(uow: UnitOfWork, course: Course, made: Sequence[Enrolment], typed: str | None) -> None:
    """Refuse people who are taken at the lessons, or keep why they are put in nevertheless."""
    people, first = frozenset(one.resident_id for one in made), min(one.started_on or date.max for one in made)
    reason = kept_reason(uow, joining_slots(uow, course.id, facts_from(CourseFacts, course), people, first), typed)
    for one in made:
        one.clash_reason = reason
    uow.session.flush()


def _checked_reason(uow: UnitOfWork, typed: str, row: QueueRow) -> str:
    holds = tuple(HOLD_LABELS[one] for one in row.holds) or (label("terms", "còn người đứng trước"),)
    if not uow.actor.may(PASS_QUEUE) or not typed.strip():
        raise UserError(
            "not_next",
            label(
                "errors",
                "{code} chưa đến lượt ({holds}). Chỉ Trưởng cơ sở được xếp ngoài thứ tự và phải ghi lý do.",
            ),
            fields={"reason": label("errors", "Chưa đến lượt: cần lý do của Trưởng cơ sở")},
            code=row.code,
            holds=holds,
        )
    faults = Faults()
    said = faults.line("reason", typed)
    faults.refuse()
    return said or ""


def _require_day(course: Course, day: date) -> None:
    require_open(course.code, course.state)
    if not course.first_on <= day <= course.last_on:
        raise UserError(
            "day_outside_course",
            label("errors", "Ngày vào học phải nằm trong thời gian của khóa."),
            fields={"started_on": label("errors", "Ngoài thời gian của khóa")},
        )


def _require_seat(uow: UnitOfWork, course: Course) -> int:
    free = course.capacity - count_enrolled(uow, course.id)
    if free < 1:
        raise UserError(
            "no_seats",
            label("errors", "Khóa {code} đã đủ {seats} người. Hãy đợi có người thôi học, hoặc tăng số chỗ."),
            code=course.code,
            seats=course.capacity,
        )
    return free
