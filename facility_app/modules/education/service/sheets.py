"""Sheets of lessons: kept whole in one decision, corrected as a new word, lessons put in and cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason, stale_copy
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import kept_reason
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.education.domain.attendance import SAT_THERE, Mark, Marked, whole_sheet
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.domain.timetable import check_times
from facility_app.modules.education.queries.lessons import lessons_between
from facility_app.modules.education.queries.planned import session_slot
from facility_app.modules.education.queries.sheets import find_session, seats_of
from facility_app.modules.education.service.checked import check_teacher
from facility_app.modules.education.tables import Attendance, ClassSession, ProgrammeTopic, SchoolClass


@dataclass(frozen=True, slots=True)
class KeepSheet:
    """The sheet of one lesson, whole.

    Attributes:
        starts: minutes after midnight; with day and class it names the lesson.
        marks: what was seen; nobody who is not in the facility needs to be there.
        version: of the session as the user saw it; 0 for a lesson without a sheet.
        teacher_id: who taught; None for whom the sheet names already, else the teacher of the class.
        room_id: where; None for where the sheet says already, else the room of the class.
        note: what was taught.
    """

    class_id: str
    held_on: date
    starts: int
    ends: int
    marks: Sequence[Marked]
    version: int = 0
    topic_id: str | None = None
    teacher_id: str | None = None
    room_id: str | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """What a sheet came to."""

    session_id: str
    version: int
    listed: int
    present: int


@dataclass(frozen=True, slots=True)
class PlanSession:
    """A lesson beside the timetable.

    Attributes:
        clash_reason: why, although somebody, the teacher or the room is taken then; None to be refused.
    """

    class_id: str
    held_on: date
    starts: int
    ends: int
    teacher_id: str | None = None
    room_id: str | None = None
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CancelSession:
    """A lesson that is not given, of the timetable or beside it."""

    class_id: str
    held_on: date
    starts: int
    ends: int
    reason: str


def keep_sheet(uow: UnitOfWork, command: KeepSheet) -> KeptSheet:
    """Keep the sheet of a lesson: one mark for everybody in the class that day, or nothing at all.

    Raises:
        UserError: ``lesson_not_yet``, ``lesson_cancelled``, ``span_reversed``, ``lesson_length``,
            ``sheet_of_nobody``, as ``whole_sheet``, ``topic_of_other_class``, ``teacher_unknown``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, TEACH)
    held = uow.get(SchoolClass, command.class_id)
    check_times(command.starts, command.ends)
    if command.held_on > local_date(uow.now):
        raise UserError("lesson_not_yet", label("errors", "Buổi học chưa đến ngày nên chưa điểm danh được."))
    found = find_session(uow, held.id, command.held_on, command.starts)
    if found is not None and found.state is SessionState.CANCELLED:
        raise UserError("lesson_cancelled", label("errors", "Buổi này đã ghi nghỉ học nên không điểm danh."))
    off = list_holidays(uow, command.held_on, command.held_on)
    if found is None and off:
        raise UserError(
            "lesson_on_holiday",
            label(
                "errors",
                "{day} nghỉ lễ ({name}) nên buổi học theo thời khóa biểu không diễn ra. Nếu lớp vẫn học, hãy thêm "
                "buổi học của ngày này kèm lý do rồi điểm danh.",
            ),
            day=format_date(command.held_on),
            name=off[command.held_on],
        )
    if (found.version if found is not None else 0) != command.version:
        raise stale_copy()
    seats = seats_of(uow, held.id, command.held_on, command.starts, found.id if found is not None else None)
    if not seats:
        raise UserError("sheet_of_nobody", label("errors", "Lớp chưa có ai vào ngày này. Hãy xếp người vào lớp."))
    kept = whole_sheet(seats, {one.resident_id: one for one in command.marks})
    columns = _columns(uow, held, command, found)
    with uow.act("education.keep_sheet") as act:
        session = found or ClassSession(class_id=held.id, held_on=command.held_on, starts=command.starts)
        for name, value in columns.items():
            setattr(session, name, value)
        uow.add(session)
        act.about(session)
        uow.session.flush()
        _write(uow, session, kept)
    present = sum(one.mark in SAT_THERE for one in kept.values())
    return KeptSheet(session.id, session.version, len(kept), present)


def plan_session(uow: UnitOfWork, command: PlanSession) -> str:
    """Put a lesson in beside the timetable; answers its id. Why it stands although it clashes is in the trail.

    Raises:
        UserError: ``span_reversed``, ``lesson_length``, ``lesson_there``, ``teacher_unknown``, ``calendar_clash``,
            ``calendar_holiday``, ``not_found``.
    """
    require(uow, PLAN_EDUCATION)
    held = uow.get(SchoolClass, command.class_id)
    made = _bare(uow, held, command.held_on, command.starts, command.ends)
    # The calendar holds a class against the others only.
    for one in lessons_between(uow, command.held_on, command.held_on, [held.id]):
        if one.is_given and command.starts < one.ends and one.starts < command.ends:
            raise _lesson_there()
    faults = Faults()
    if command.teacher_id is not None:
        check_teacher(uow, command.teacher_id, faults)
    faults.refuse()
    made.teacher_id = command.teacher_id or held.teacher_id
    made.room_id = command.room_id or held.room_id
    made.state = SessionState.PLANNED
    wished = session_slot(
        uow, held.id, command.held_on, (command.starts, command.ends), made.teacher_id, made.room_id
    )
    reason = kept_reason(uow, wished, command.clash_reason, asks_holidays=True)
    with uow.act("education.plan_session", reason=reason) as act:
        uow.add(made)
        act.about(made)
    return made.id


def cancel_session(uow: UnitOfWork, command: CancelSession) -> str:
    """Say that a lesson is not given, and why; answers its id.

    Raises:
        UserError: ``lesson_held``, ``reason_missing``, ``span_reversed``, ``text_too_long``, ``not_found``.
    """
    require(uow, TEACH)
    require_reason(command.reason)
    held = uow.get(SchoolClass, command.class_id)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    found = find_session(uow, held.id, command.held_on, command.starts)
    if found is not None and found.state is SessionState.HELD:
        raise UserError("lesson_held", label("errors", "Buổi này đã điểm danh nên không ghi nghỉ học được."))
    with uow.act("education.cancel_session", reason=command.reason) as act:
        session = found or _bare(uow, held, command.held_on, command.starts, command.ends)
        session.state, session.note = SessionState.CANCELLED, reason
        session.teacher_id = session.teacher_id or held.teacher_id
        uow.add(session)
        act.about(session)
    return session.id


def _lesson_there() -> UserError:
    return UserError(
        "lesson_there",
        label("errors", "Lớp đã có buổi học vào lúc này. Hãy chọn giờ khác."),
        fields={"starts": label("errors", "Trùng giờ đã có")},
    )


def _bare(uow: UnitOfWork, held: SchoolClass, day: date, starts: int, ends: int) -> ClassSession:
    check_times(starts, ends)
    if find_session(uow, held.id, day, starts) is not None:
        raise _lesson_there()
    return ClassSession(class_id=held.id, held_on=day, starts=starts, ends=ends)


def _columns(
    uow: UnitOfWork, held: SchoolClass, command: KeepSheet, found: ClassSession | None
) -> dict[str, object]:
    faults = Faults()
    note = faults.line("note", command.note)
    # A correction does not change who taught, and where: the class may have another teacher by now.
    usual: ClassSession | SchoolClass = held if found is None else found
    if command.teacher_id is not None:
        check_teacher(uow, command.teacher_id, faults)
    faults.refuse()
    if (
        command.topic_id is not None
        and uow.get(ProgrammeTopic, command.topic_id).programme_id != held.programme_id
    ):
        raise UserError(
            "topic_of_other_class",
            label("errors", "Chuyên đề này không thuộc chương trình của lớp. Hãy chọn chuyên đề khác."),
            fields={"topic_id": label("errors", "Không thuộc chương trình của lớp")},
        )
    return {
        "ends": command.ends,
        "state": SessionState.HELD,
        "topic_id": command.topic_id,
        "teacher_id": command.teacher_id or usual.teacher_id,
        "room_id": command.room_id or usual.room_id or held.room_id,
        "note": note,
    }


def _write(uow: UnitOfWork, session: ClassSession, kept: dict[str, Marked]) -> None:
    asked = sa.select(Attendance).where(Attendance.session_id == session.id, Attendance.voided_at.is_(None))
    there = {one.resident_id: one for one in uow.session.scalars(asked)}
    for resident_id, one in sorted(kept.items()):
        reason = _reason(one)
        row = there.get(resident_id)
        if row is None:
            uow.add(
                Attendance(
                    resident_id=resident_id,
                    session_id=session.id,
                    class_id=session.class_id,
                    held_on=session.held_on,
                    mark=one.mark,
                    reason=reason,
                )
            )
        elif (row.mark, row.reason) != (one.mark, reason):
            row.mark, row.reason = one.mark, reason


def _reason(one: Marked) -> str | None:
    faults = Faults()
    reason = faults.line("reason", one.reason)
    faults.refuse()
    return None if one.mark is Mark.PRESENT else reason
