"""The timetable: hours of the week come and end."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import kept_reason
from facility_app.modules.education.domain.rights import PLAN_EDUCATION
from facility_app.modules.education.domain.timetable import Hour, check_hour
from facility_app.modules.education.queries.planned import hour_slots
from facility_app.modules.education.tables import ClassHour, SchoolClass


@dataclass(frozen=True, slots=True)
class AddHour:
    """One more hour of the week.

    Attributes:
        starts: minutes after midnight.
        room_id: where; None for the class's own room.
        from_on: the first day it counts; None for today.
        clash_reason: why, although somebody, the teacher or the room is taken then; None to be refused.
    """

    class_id: str
    weekday: int
    starts: int
    ends: int
    room_id: str | None = None
    from_on: date | None = None
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EndHour:
    """An hour that is given no more.

    Attributes:
        last_on: the last day it counts; None for today.
    """

    hour_id: str
    version: int
    reason: str
    last_on: date | None = None


def add_hour(uow: UnitOfWork, command: AddHour) -> str:
    """Give a class an hour of the week; answers its id.

    Raises:
        UserError: as ``check_hour``; ``class_over``, ``calendar_clash``, ``not_found``.
    """
    require(uow, PLAN_EDUCATION)
    held = uow.get(SchoolClass, command.class_id)
    from_on = max(command.from_on or local_date(uow.now), held.first_on)
    if held.last_on is not None and held.last_on < from_on:
        raise UserError(
            "class_over", label("errors", "Lớp {code} đã kết thúc. Hãy chọn lớp khác."), code=held.code
        )
    asked = sa.select(ClassHour).where(ClassHour.class_id == held.id, ClassHour.voided_at.is_(None))
    others = [
        Hour(one.weekday, one.starts, one.ends, one.from_on, one.to_on) for one in uow.session.scalars(asked)
    ]
    hour = Hour(command.weekday, command.starts, command.ends, from_on)
    check_hour(hour, held.kind, others)
    wished = hour_slots(uow, held.id, from_on, hour, command.room_id)
    reason = kept_reason(uow, wished, command.clash_reason)
    return write_hour(uow, held.id, hour, command.room_id, reason)


def write_hour(uow: UnitOfWork, class_id: str, hour: Hour, room_id: str | None, reason: str | None) -> str:
    """Write down an hour that was checked against its class and everybody's week; answers its id."""
    require(uow, PLAN_EDUCATION)
    with uow.act("education.add_hour") as act:
        made = uow.add(
            ClassHour(
                class_id=class_id,
                weekday=hour.weekday,
                starts=hour.starts,
                ends=hour.ends,
                room_id=room_id,
                from_on=hour.from_on,
                clash_reason=reason,
            )
        )
        act.about(made)
    return made.id


def end_hour(uow: UnitOfWork, command: EndHour) -> None:
    """End an hour of the week; one that has not begun is struck out.

    Raises:
        UserError: ``hour_over``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_EDUCATION)
    require_reason(command.reason)
    found = uow.get(ClassHour, command.hour_id, version=command.version)
    faults = Faults()
    faults.line("reason", command.reason)
    faults.refuse()
    if found.to_on is not None:
        raise UserError("hour_over", label("errors", "Giờ học này đã thôi."))
    last_on = command.last_on or local_date(uow.now)
    with uow.act("education.end_hour", reason=command.reason) as act:
        act.about(found)
        if last_on < found.from_on:
            uow.void(found, command.reason)
        else:
            found.to_on = last_on
