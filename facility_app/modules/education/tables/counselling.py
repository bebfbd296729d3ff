"""Counselling: the session, and what stands of it in each person's file."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod


class Counselling(SyncedRecord, Base):
    """Buổi tư vấn (NĐ 163/2026 Đ86.2, Đ86.3; V-18 mục III.3.2).

    Attributes:
        topic: what it was about, without anybody's story: it stands in the calendar and on lists.
    """

    __tablename__ = "counselling"

    held_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime, index=True)
    minutes: Mapped[int] = kept(Privacy.ADMIN)
    kind: Mapped[CounsellingKind] = kept(Privacy.ADMIN)
    method: Mapped[CounsellingMethod] = kept(Privacy.ADMIN)
    topic: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    goal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    counsellor_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    place: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class CounsellingPerson(SyncedRecord, Base):
    """Một người trong buổi tư vấn.

    Attributes:
        note: what stands in their file; one note of a group is written into every one of its people's.
        confidential: what they said in confidence; read by few, each look in the trail.
    """

    __tablename__ = "counselling_person"
    __table_args__ = (
        sa.Index(
            "ux_counselling_person_one",
            "counselling_id",
            "resident_id",
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    counselling_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("counselling.id"))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    confidential: Mapped[str | None] = kept(Privacy.SECRET, sa.Text)
