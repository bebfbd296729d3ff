"""Teams (tổ): each has an officer in charge, and everybody is in one at a time."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy
from facility_app.modules.housing.tables.places import CODE_LIMIT, LINE_LIMIT


class Team(SyncedRecord, Base):
    """Tổ (NĐ 163/2026 Đ112.2).

    Attributes:
        officer_id: the member of staff directly in charge.
        zone_id: where it lives; None when that is not one zone.
    """

    __tablename__ = "team"
    __table_args__ = (
        sa.Index("ux_team_code", "home", "code", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    officer_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    zone_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_zone.id"))


class TeamMember(SyncedRecord, Base):
    """Người trong tổ, từ lúc nào đến lúc nào."""

    __tablename__ = "team_member"
    __table_args__ = (
        sa.Index("ix_team_member_resident_id_from_at", "resident_id", "from_at"),
        never_overlap(("resident_id",), from_="from_at", to="to_at"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    team_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("team.id"), index=True)
    from_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    to_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
