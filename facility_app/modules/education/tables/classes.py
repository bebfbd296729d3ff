"""Programmes with their topics; classes with their people and their hours."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel, TopicKind

CODE_LIMIT = 20
_ALIVE = sa.text("voided_at IS NULL")


class Programme(SyncedRecord, Base):
    """Chương trình giáo dục chuyên đề (NĐ 163/2026 Đ86.1).

    Attributes:
        regime: the law of the people it is for.
        valid_from: the first day it is taught; ``valid_to`` the last, None while it goes on.
    """

    __tablename__ = "programme"
    __table_args__ = (sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="span"),)

    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    regime: Mapped[LegalRegime] = kept(Privacy.ADMIN)
    valid_from: Mapped[date] = kept(Privacy.ADMIN)
    valid_to: Mapped[date | None] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class ProgrammeTopic(SyncedRecord, Base):
    """Chuyên đề của chương trình.

    Attributes:
        position: its place, from 1.
        planned_minutes: how long it is to be taught; the facility's own number, the law names none (law.md §7).
    """

    __tablename__ = "programme_topic"

    programme_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("programme.id"), index=True
    )
    position: Mapped[int] = kept(Privacy.ADMIN)
    kind: Mapped[TopicKind] = kept(Privacy.ADMIN)
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    planned_minutes: Mapped[int] = kept(Privacy.ADMIN)


class SchoolClass(SyncedRecord, Base):
    """Lớp học, nhóm, giờ sinh hoạt.

    Attributes:
        teacher_id: who teaches it.
        room_id: where, as a rule.
        capacity: how many may be in it; None when it does not matter.
        last_on: its last day; None while nobody has ended it.
        level: of a class of general schooling.
    """

    __tablename__ = "school_class"
    __table_args__ = (
        sa.Index("ux_school_class_code", "home", "code", unique=True, sqlite_where=_ALIVE),
        sa.CheckConstraint("last_on IS NULL OR last_on >= first_on", name="span"),
    )

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    kind: Mapped[ClassKind] = kept(Privacy.ADMIN)
    programme_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("programme.id"))
    teacher_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    room_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("meeting_room.id"))
    capacity: Mapped[int | None] = kept(Privacy.ADMIN)
    first_on: Mapped[date] = kept(Privacy.ADMIN)
    last_on: Mapped[date | None] = kept(Privacy.ADMIN)
    level: Mapped[SchoolLevel | None] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class ClassMember(SyncedRecord, Base):
    """Người trong lớp.

    Attributes:
        from_on: their first day in it.
        to_on: the day after their last; None while they are in it.
        clash_reason: why they are in it although they are taken then; None when they are not.
    """

    __tablename__ = "class_member"
    __table_args__ = (
        sa.Index("ix_class_member_class_id_from_on", "class_id", "from_on"),
        sa.Index("ix_class_member_resident_id_from_on", "resident_id", "from_on"),
        never_overlap(("class_id", "resident_id"), from_="from_on", to="to_on"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    class_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("school_class.id"))
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date | None] = kept(Privacy.ADMIN)
    reason_left: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    clash_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class ClassHour(SyncedRecord, Base):
    """Giờ học trong tuần.

    Attributes:
        weekday: 1 Monday to 7 Sunday.
        starts: minutes after midnight.
        to_on: the last day it counts; None while it goes on.
        clash_reason: why it stands although somebody or something was taken then; None when nothing was.
    """

    __tablename__ = "class_hour"
    __table_args__ = (
        sa.Index("ix_class_hour_weekday", "weekday", "class_id"),
        sa.CheckConstraint("starts < ends", name="times"),
    )

    class_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("school_class.id"), index=True)
    weekday: Mapped[int] = kept(Privacy.ADMIN)
    starts: Mapped[int] = kept(Privacy.ADMIN)
    ends: Mapped[int] = kept(Privacy.ADMIN)
    room_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("meeting_room.id"))
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date | None] = kept(Privacy.ADMIN)
    clash_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
