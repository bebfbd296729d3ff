"""What a person needs before working: their own registration, and safety training."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy


class LabourRegistration(SyncedRecord, Base):
    """Đăng ký lao động trị liệu của người cai nghiện (NĐ 163/2026 Đ117.2); never assumed.

    Attributes:
        work_type_id: what they wish to do; None for whatever is offered.
        signed_name: by whom the paper was signed: the person, for a minor also who represents them.
        withdrawn_on: first day it no longer holds.
    """

    __tablename__ = "labour_registration"
    __table_args__ = (
        sa.CheckConstraint("withdrawn_on IS NULL OR withdrawn_on >= registered_on", name="span"),
        sa.Index("ix_labour_registration_resident_id_registered_on", "resident_id", "registered_on"),
        never_overlap(("resident_id",), from_="registered_on", to="withdrawn_on"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    registered_on: Mapped[date] = kept(Privacy.ADMIN)
    work_type_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("work_type.id"))
    signed_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    withdrawn_on: Mapped[date | None] = kept(Privacy.ADMIN)
    withdrawn_note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class SafetyTraining(SyncedRecord, Base):
    """Huấn luyện an toàn, vệ sinh lao động (NĐ 163/2026 Đ117.2).

    Attributes:
        work_type_id: the work it is about; None for what holds for any work.
        valid_until: last day it holds; decided by whoever trains, no norm was read.
    """

    __tablename__ = "safety_training"
    __table_args__ = (
        sa.CheckConstraint("valid_until >= trained_on", name="span"),
        sa.Index("ix_safety_training_resident_id_trained_on", "resident_id", "trained_on"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), sort_order=-8
    )
    work_type_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("work_type.id"))
    trained_on: Mapped[date] = kept(Privacy.ADMIN)
    valid_until: Mapped[date] = kept(Privacy.ADMIN, index=True)
    trainer_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    content: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
