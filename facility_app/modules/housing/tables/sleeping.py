"""Who sleeps in which bed from when to when, kept from overlapping by the file itself, and what somebody needs."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.needs import COHORT_LIMIT, NeedKind

LINE_LIMIT = 200


class BedPlacement(SyncedRecord, Base):
    """Xếp giường: one person in one bed in ``[from_at, to_at)``.

    Attributes:
        to_at: when the bed was given back; None while it is theirs, also while they are out and it is kept.
        reason: why there.
        end_reason: why it ended: a short word of the program, or what was typed.
        overridden: ids of the rules that two people decided against, divided by blanks; None for none.
        agreed_by: the second person's account.
    """

    __tablename__ = "bed_placement"
    __table_args__ = (
        sa.CheckConstraint("to_at IS NULL OR to_at >= from_at", name="span"),
        sa.Index("ix_bed_placement_bed_id_from_at", "bed_id", "from_at"),
        sa.Index("ix_bed_placement_resident_id_from_at", "resident_id", "from_at"),
        # Whoever sleeps there now: one row of many years.
        sa.Index("ix_bed_placement_now", "bed_id", sqlite_where=sa.text("to_at IS NULL AND voided_at IS NULL")),
        sa.Index("ix_bed_placement_from_to", "from_at", "to_at"),
        never_overlap(("bed_id",), ("resident_id",), from_="from_at", to="to_at"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    stay_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay.id"), index=True, sort_order=-7
    )
    bed_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_bed.id"))
    from_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    to_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    # Which rule was gone over tells of infection, of the body, of a measure.
    overridden: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    agreed_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))


class HousingNeed(SyncedRecord, Base):
    """Yêu cầu về chỗ ở, không nêu bệnh.

    Attributes:
        cohort: of an infection room, who may share it.
        until_at: when it ends by itself; None until somebody ends it.
        ended_at: when somebody ended it.
    """

    __tablename__ = "housing_need"
    __table_args__ = (
        sa.Index(
            "ux_housing_need_live",
            "resident_id",
            "kind",
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL"),
        ),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    kind: Mapped[NeedKind] = kept(Privacy.CLINICAL)
    cohort: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(COHORT_LIMIT))
    body_sex: Mapped[Sex | None] = kept(Privacy.CLINICAL)
    from_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    until_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    ended_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
