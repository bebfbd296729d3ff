"""Kinds of work, the teams that do it, and who is in them."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.labour.domain.admission import FitnessNeeded, Work
from facility_app.modules.labour.domain.codes import CODE_LIMIT


class WorkType(SyncedRecord, Base):
    """Công việc lao động trị liệu.

    Attributes:
        is_hazardous: needs its own safety training, full fitness, and no minors.
        needs_training: whether safety training must be in force.
        minors_may: whether people under 18 may do it by the facility's list (NĐ 163/2026 Đ128.2).
        protection: protective clothing handed out (Đ113.4).
        tools: what is used.
        output_unit: what the output is counted in; None when it is not.
    """

    __tablename__ = "work_type"
    __table_args__ = (
        sa.Index("ux_work_type_code", "home", "code", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    is_hazardous: Mapped[bool] = kept(Privacy.ADMIN)
    needs_training: Mapped[bool] = kept(Privacy.ADMIN)
    minors_may: Mapped[bool] = kept(Privacy.ADMIN)
    fitness_needed: Mapped[FitnessNeeded] = kept(Privacy.ADMIN)
    protection: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    tools: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    output_unit: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))

    def asks(self) -> Work:
        """What it asks of whoever does it."""
        return Work(
            self.id, self.name, self.is_hazardous, self.needs_training, self.minors_may, self.fitness_needed
        )


class LabourTeam(SyncedRecord, Base):
    """Tổ lao động trị liệu.

    Attributes:
        officer_id: the member of staff in charge.
        starts_minute, ends_minute, rest_minutes: its usual shift.
        weekdays: on which days it works, ``1`` Monday to ``7`` Sunday, e.g. ``12345``.
    """

    __tablename__ = "labour_team"
    __table_args__ = (
        sa.Index("ux_labour_team_code", "home", "code", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    work_type_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("work_type.id"), index=True
    )
    officer_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    place: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    starts_minute: Mapped[int] = kept(Privacy.ADMIN)
    ends_minute: Mapped[int] = kept(Privacy.ADMIN)
    rest_minutes: Mapped[int] = kept(Privacy.ADMIN)
    weekdays: Mapped[str] = kept(Privacy.ADMIN, sa.String(7))


class LabourMember(SyncedRecord, Base):
    """Người trong tổ lao động, từ ngày nào đến trước ngày nào; one team at a time."""

    __tablename__ = "labour_member"
    __table_args__ = (
        sa.Index("ix_labour_member_resident_id_from_on", "resident_id", "from_on"),
        never_overlap(("resident_id",), from_="from_on", to="to_on"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    team_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_team.id"), index=True)
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date | None] = kept(Privacy.ADMIN)
