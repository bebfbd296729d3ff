"""Decisions about what is entered by hand."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import moment_of
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.calendar.domain.bookings import (
    BookingFacts,
    booked_slot,
    checked_booking,
)
from facility_app.modules.calendar.domain.rights import FOLLOW_STAYS, KEEP_BOOKINGS
from facility_app.modules.calendar.service.clashing import kept_reason
from facility_app.modules.calendar.tables import Booking, BookingPerson, MeetingRoom
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import list_staff_rows

HAS_GONE: Final = label("calendar", "Đã ra cơ sở")


@dataclass(frozen=True, slots=True)
class SavedBooking:
    """What a decision about an entry leaves; ``version`` goes with the next one."""

    booking_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Book:
    """An entry made by hand.

    Attributes:
        clash_reason: why it is kept although it clashes; empty refuses one that does.
    """

    facts: BookingFacts
    clash_reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EditBooking:
    """An entry written anew, as the user saw it."""

    booking_id: str
    version: int
    facts: BookingFacts
    clash_reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class VoidBooking:
    """An entry to take away, as the user saw it."""

    booking_id: str
    version: int
    reason: str


def book(uow: UnitOfWork, command: Book) -> SavedBooking:
    """Enter something by hand.

    Raises:
        UserError: ``calendar_clash``, ``calendar_holiday`` without a reason for it;
            ``person_unknown``, ``staff_unknown``, ``not_found`` for the room; and as ``checked_booking``.
    """
    require(uow, KEEP_BOOKINGS)
    facts = _checked(uow, command.facts)
    booking_id = uow.new_id()
    reason = kept_reason(uow, [booked_slot(booking_id, facts)], command.clash_reason, asks_holidays=True)
    with uow.act("calendar.book", reason=reason) as act:
        made = uow.add(Booking(id=booking_id, clash_reason=reason, **_columns(facts)))
        act.about(made)
        uow.session.flush()
        for one in facts.resident_ids:
            uow.add(BookingPerson(booking_id=booking_id, resident_id=one))
    return SavedBooking(made.id, made.version)


def edit_booking(uow: UnitOfWork, command: EditBooking) -> SavedBooking:
    """Change an entry. Raises as ``book``, and ``record_changed``."""
    require(uow, KEEP_BOOKINGS)
    found = uow.get(Booking, command.booking_id, version=command.version)
    facts = _checked(uow, command.facts)
    reason = kept_reason(uow, [booked_slot(found.id, facts)], command.clash_reason, asks_holidays=True)
    with uow.act("calendar.edit_booking", reason=reason) as act:
        act.about(found)
        for column, value in (_columns(facts) | {"clash_reason": reason}).items():
            setattr(found, column, value)
        # A change of who comes alone is a change of the entry: a copy seen before is stale.
        flag_modified(found, "kind")
        _set_people(uow, found.id, facts.resident_ids)
        uow.session.flush()
    return SavedBooking(found.id, found.version)


def void_booking(uow: UnitOfWork, command: VoidBooking) -> None:
    """Take an entry away; it stays in the file with who, when and why.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_BOOKINGS)
    require_reason(command.reason)
    found = uow.get(Booking, command.booking_id, version=command.version)
    with uow.act("calendar.void_booking", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def leave_bookings(uow: UnitOfWork, resident_id: str, left_on: date) -> None:
    """Take somebody who left for good off every entry to come; one that was about nobody else is taken away.

    Args:
        uow: the unit of work.
        resident_id: who left.
        left_on: the day of leaving; what is over by now stays as it was.
    """
    require(uow, FOLLOW_STAYS)
    p, since = BookingPerson, max(uow.now, moment_of(left_on, 0))
    asked = (
        sa.select(p)
        .join(Booking, Booking.id == p.booking_id)
        .where(
            p.resident_id == resident_id,
            p.voided_at.is_(None),
            Booking.from_at > since,
            Booking.voided_at.is_(None),
        )
    )
    found = uow.session.scalars(asked).all()
    if not found:
        return
    with uow.act("calendar.follow_exit") as act:
        for one in found:
            uow.void(one, HAS_GONE)
        uow.session.flush()
        for booking_id in sorted({one.booking_id for one in found}):
            booking = uow.get(Booking, booking_id)
            act.about(booking)
            others = sa.select(p.id).where(p.booking_id == booking_id, p.voided_at.is_(None))
            if uow.session.scalar(others.limit(1)) is None:
                uow.void(booking, HAS_GONE)


def _checked(uow: UnitOfWork, facts: BookingFacts) -> BookingFacts:
    checked = checked_booking(facts)
    if len(list_resident_rows(uow, checked.resident_ids)) < len(checked.resident_ids):
        raise UserError("person_unknown", label("errors", "Có người không còn trong danh sách. Hãy chọn lại."))
    if checked.staff_id and not any(row.left_on is None for row in list_staff_rows(uow, [checked.staff_id])):
        raise UserError(
            "staff_unknown",
            label("errors", "Cán bộ này không còn làm việc tại cơ sở. Hãy chọn người khác."),
            fields={"staff_id": label("errors", "Hãy chọn người khác")},
        )
    if checked.room_id:
        uow.get(MeetingRoom, checked.room_id)
    return checked


def _set_people(uow: UnitOfWork, booking_id: str, wanted: tuple[str, ...]) -> None:
    p = BookingPerson
    held = {
        one.resident_id: one
        for one in uow.session.scalars(sa.select(p).where(p.booking_id == booking_id, p.voided_at.is_(None)))
    }
    for gone in held.keys() - set(wanted):
        uow.void(held[gone], label("calendar", "Không còn trong lịch hẹn"))
    for new in sorted(set(wanted) - held.keys()):
        uow.add(p(booking_id=booking_id, resident_id=new))


def _columns(facts: BookingFacts) -> dict[str, object]:
    return {
        "kind": facts.kind, "title": facts.title, "from_at": facts.from_at, "to_at": facts.to_at,
        "room_id": facts.room_id, "staff_id": facts.staff_id, "note": facts.note,
    }  # fmt: skip
