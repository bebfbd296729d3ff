"""Rolls: one session, and one tick for everybody who was expected."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ENUM_LENGTH, ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy
from facility_app.modules.housing.domain.roll import RollMark, RollScope

LINE_LIMIT = 200


class RollCall(SyncedRecord, Base):
    """Buổi điểm danh.

    Attributes:
        zone_id: of a roll by zone, that zone with its sub-zones; ``team_id`` of one by team.
        held_at: when it began; the list is of that moment.
        closed_at: when everybody had been ticked; what differs stays open beyond it.
    """

    __tablename__ = "roll_call"

    scope: Mapped[RollScope] = kept(Privacy.ADMIN)
    zone_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_zone.id"))
    team_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("team.id"))
    held_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime, index=True)
    closed_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    closed_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class RollTick(SyncedRecord, Base):
    """Một người trong buổi điểm danh.

    Attributes:
        bed_id: where they slept then; None without a bed.
        expected: the code of the state of presence then, or when they were ticked.
        mark: what was seen; None while nobody looked.
        reason: where they are instead.
        explanation: what a difference came to; None while it is open.
    """

    __tablename__ = "roll_tick"
    __table_args__ = (
        sa.Index(
            "ux_roll_tick_one",
            "roll_call_id",
            "resident_id",
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
        sa.Index(
            "ix_roll_tick_open",
            "roll_call_id",
            sqlite_where=sa.text("is_different = 1 AND explained_at IS NULL AND voided_at IS NULL"),
        ),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    roll_call_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("roll_call.id"))
    bed_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_bed.id"))
    expected: Mapped[str] = kept(Privacy.ADMIN, sa.String(ENUM_LENGTH))
    mark: Mapped[RollMark | None] = kept(Privacy.ADMIN)
    is_different: Mapped[bool] = kept(Privacy.ADMIN)
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    explained_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    explained_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    explanation: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
