"""How the rooms and what is entered by hand are kept."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.calendar.domain.rooms import CODE_LIMIT, RoomKind
from facility_app.modules.calendar.domain.slots import SlotKind


class MeetingRoom(SyncedRecord, Base):
    """Phòng học, xưởng, sân, thư viện.

    Attributes:
        seats: None when it does not matter.
        is_shared: several things are done there at once.
    """

    __tablename__ = "meeting_room"
    __table_args__ = (
        sa.Index("ux_meeting_room_code", "home", "code", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    kind: Mapped[RoomKind] = kept(Privacy.ADMIN)
    seats: Mapped[int | None] = kept(Privacy.ADMIN, sa.Integer)
    is_shared: Mapped[bool] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class Booking(SyncedRecord, Base):
    """Lịch hẹn ghi bằng tay.

    Attributes:
        title: None for health, which says no more than that.
        clash_reason: why it stands although it clashed when it was written; None when it did not.
    """

    __tablename__ = "booking"
    __table_args__ = (sa.Index("ix_booking_to_at_from_at", "to_at", "from_at"),)

    kind: Mapped[SlotKind] = kept(Privacy.ADMIN)
    title: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    from_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    to_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    room_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("meeting_room.id"), index=True
    )
    staff_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"))
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    clash_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class BookingPerson(SyncedRecord, Base):
    """Một người được hẹn."""

    __tablename__ = "booking_person"
    __table_args__ = (
        sa.Index(
            "ux_booking_person_one",
            "booking_id",
            "resident_id",
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    booking_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("booking.id"))
