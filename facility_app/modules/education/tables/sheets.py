"""Lessons that were held or cancelled, and who sat there."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.education.domain.attendance import Mark
from facility_app.modules.education.domain.sessions import SessionState

_ALIVE = sa.text("voided_at IS NULL")


class ClassSession(SyncedRecord, Base):
    """Buổi học: written when its sheet is kept, when it is put in beside the timetable, or when it is cancelled.

    Attributes:
        starts: minutes after midnight.
        topic_id: what was taught; None for a class without topics.
        teacher_id: who taught.
        note: what was taught, or why it was cancelled.
    """

    __tablename__ = "class_session"
    __table_args__ = (
        sa.Index("ux_class_session_one", "class_id", "held_on", "starts", unique=True, sqlite_where=_ALIVE),
        sa.Index("ix_class_session_held_on", "held_on", "class_id"),
        sa.CheckConstraint("starts < ends", name="times"),
    )

    class_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("school_class.id"))
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    starts: Mapped[int] = kept(Privacy.ADMIN)
    ends: Mapped[int] = kept(Privacy.ADMIN)
    state: Mapped[SessionState] = kept(Privacy.ADMIN)
    topic_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("programme_topic.id"))
    teacher_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"))
    room_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("meeting_room.id"))
    note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class Attendance(SyncedRecord, Base):
    """Một người trong buổi học.

    Attributes:
        class_id: as of the lesson, with ``held_on``: a month of a class and a year of a person are read by one
            index each, among millions of rows.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        sa.Index("ux_attendance_one", "session_id", "resident_id", unique=True, sqlite_where=_ALIVE),
        sa.Index("ix_attendance_resident_id_held_on", "resident_id", "held_on"),
        sa.Index("ix_attendance_class_id_held_on", "class_id", "held_on"),
        # Everybody taught in a period is counted without touching the rows themselves.
        sa.Index("ix_attendance_held_on", "held_on", "mark", "session_id", "resident_id"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    session_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("class_session.id"))
    class_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("school_class.id"))
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    mark: Mapped[Mark] = kept(Privacy.ADMIN)
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
