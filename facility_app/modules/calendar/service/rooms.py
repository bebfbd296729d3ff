"""Decisions about the rooms people meet in."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.calendar.domain.rights import EDIT_ROOMS
from facility_app.modules.calendar.domain.rooms import RoomFacts, checked_room
from facility_app.modules.calendar.tables import Booking, MeetingRoom


@dataclass(frozen=True, slots=True)
class SavedRoom:
    """What a decision about a room leaves; ``version`` goes with the next one."""

    room_id: str
    version: int


@dataclass(frozen=True, slots=True)
class EditRoom:
    """A room written anew, as the user saw it."""

    room_id: str
    version: int
    facts: RoomFacts


@dataclass(frozen=True, slots=True)
class VoidRoom:
    """A room to take away, as the user saw it."""

    room_id: str
    version: int
    reason: str


def add_room(uow: UnitOfWork, facts: RoomFacts) -> SavedRoom:
    """Add a room.

    Raises:
        UserError: ``room_code_taken``, and as ``checked_room``.
    """
    require(uow, EDIT_ROOMS)
    checked = _checked(uow, facts)
    with uow.act("calendar.add_room") as act:
        made = uow.add(MeetingRoom(**_columns(checked)))
        act.about(made)
    return SavedRoom(made.id, made.version)


def edit_room(uow: UnitOfWork, command: EditRoom) -> SavedRoom:
    """Change a room. Raises as ``add_room``, and ``not_found``, ``record_changed``."""
    require(uow, EDIT_ROOMS)
    found = uow.get(MeetingRoom, command.room_id, version=command.version)
    checked = _checked(uow, command.facts, found.id)
    with uow.act("calendar.edit_room") as act:
        act.about(found)
        for column, value in _columns(checked).items():
            setattr(found, column, value)
    return SavedRoom(found.id, found.version)


def void_room(uow: UnitOfWork, command: VoidRoom) -> None:
    """Take a room away; what was held there keeps its name.

    Raises:
        UserError: ``room_booked``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_ROOMS)
    require_reason(command.reason)
    found = uow.get(MeetingRoom, command.room_id, version=command.version)
    coming = sa.select(Booking.id).where(
        Booking.room_id == found.id, Booking.to_at > uow.now, Booking.voided_at.is_(None)
    )
    if uow.session.scalar(coming.limit(1)) is not None:
        raise UserError(
            "room_booked",
            label("errors", "Phòng {room} còn lịch hẹn sắp tới. Hãy chuyển các lịch đó sang phòng khác trước."),
            room=found.code,
        )
    with uow.act("calendar.void_room", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def _checked(uow: UnitOfWork, facts: RoomFacts, own_id: str = "") -> RoomFacts:
    checked = checked_room(facts)
    m = MeetingRoom
    taken = sa.select(m.id).where(
        sa.func.lower(m.code) == checked.code.lower(), m.voided_at.is_(None), m.id != own_id
    )
    if uow.session.scalar(taken.limit(1)) is not None:
        raise UserError(
            "room_code_taken",
            label("errors", "Ký hiệu phòng này đã có. Hãy chọn ký hiệu khác."),
            fields={"code": label("errors", "Ký hiệu đã có")},
        )
    return checked


def _columns(facts: RoomFacts) -> dict[str, object]:
    return {
        "code": facts.code, "name": facts.name, "kind": facts.kind, "seats": facts.seats,
        "is_shared": facts.is_shared, "note": facts.note,
    }  # fmt: skip
