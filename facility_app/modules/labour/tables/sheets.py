"""The sheet of a team's day, and what it says of each person."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.labour.domain.sheets import Mark, Quality
from facility_app.modules.labour.tables.closed import closed_by_month


class LabourSheet(SyncedRecord, Base):
    """Phiếu chấm công ngày của một tổ.

    Attributes:
        work_type_id: what was done that day, though the team usually does something else.
        starts_minute, ends_minute, rest_minutes: the shift as it was.
        officer_name: who was in charge, as written that day.
    """

    __tablename__ = "labour_sheet"
    __table_args__ = (
        sa.Index(
            "ux_labour_sheet_day",
            "team_id",
            "held_on",
            "starts_minute",
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
        sa.Index("ix_labour_sheet_held_on", "held_on"),
        closed_by_month("held_on"),
    )

    team_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_team.id"))
    work_type_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("work_type.id"))
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    starts_minute: Mapped[int] = kept(Privacy.ADMIN)
    ends_minute: Mapped[int] = kept(Privacy.ADMIN)
    rest_minutes: Mapped[int] = kept(Privacy.ADMIN)
    officer_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class LabourMark(SyncedRecord, Base):
    """Chấm công của một người trong một ngày.

    Attributes:
        held_on: as the sheet's, so that a person's days are read without it.
        minutes: worked; 0 unless ``mark`` says that they worked.
        output_milli: thousandths of the work's unit.
    """

    __tablename__ = "labour_mark"
    __table_args__ = (
        sa.CheckConstraint("(minutes > 0) = (mark = 'worked')", name="minutes"),
        sa.Index(
            "ux_labour_mark_one", "sheet_id", "resident_id", unique=True, sqlite_where=sa.text("voided_at IS NULL")
        ),
        sa.Index("ix_labour_mark_resident_id_held_on", "resident_id", "held_on"),
        sa.Index("ix_labour_mark_held_on", "held_on"),
        closed_by_month("held_on"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    sheet_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_sheet.id"))
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    mark: Mapped[Mark] = kept(Privacy.CLINICAL)
    minutes: Mapped[int] = kept(Privacy.ADMIN)
    output_milli: Mapped[int | None] = kept(Privacy.ADMIN)
    quality: Mapped[Quality | None] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
