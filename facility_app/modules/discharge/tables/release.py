"""The release of one stay, and the plan V-19 with a column for each of its places."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy

NUMBER_LIMIT = 60
_PAPER = "issued_paper.id"
_LETTER = "received_paper.id"


class _OfStay(SyncedRecord, Base):
    """Columns of what is kept once for a stay."""

    __abstract__ = True

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    stay_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay.id"), sort_order=-7)


class ReleaseCase(_OfStay):
    """Hồ sơ ra cơ sở: what was settled, received, made and handed over; what is empty is still open.

    Papers are named by their ids; one struck out is taken out of its column again.

    Attributes:
        residence_text: nơi cư trú sau cai nghiện, as papers say it.
        residence_police: tên Công an cấp xã; ``residence_committee`` the Ủy ban nhân dân, after those words.
        is_residence_stable: whether it is a stable one; None while nobody said.
        notice_received_on: the day the commune police got V-51; their lawful days begin there.
        post_rehab_months: thời hạn quản lý sau cai, in months.
        monitoring_police: commune police that decided monitoring.
        is_device_by_police: whether the police fitted it, as at a private facility (Đ16.3).
        social_protection_sent_on: the day the file for social protection was sent.
        examined_on: the day of the examination before leaving.
        belongings_note: money, things, diplomas, fare, food and clothes handed over.
        packet_made_at: when the handover packet was made.
        receipt_scan_id: the scanned receipt; with ``closed_on`` the case is closed.
    """

    __tablename__ = "release_case"
    __table_args__ = (
        sa.Index("ux_release_case_stay", "stay_id", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    residence_text: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    residence_police: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    residence_committee: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    is_residence_stable: Mapped[bool | None] = kept(Privacy.ADMIN)
    residence_settled_on: Mapped[date | None] = kept(Privacy.ADMIN)
    notice_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_PAPER))
    notice_received_on: Mapped[date | None] = kept(Privacy.ADMIN)
    post_rehab_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    post_rehab_on: Mapped[date | None] = kept(Privacy.ADMIN)
    post_rehab_authority: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    post_rehab_months: Mapped[int | None] = kept(Privacy.ADMIN)
    post_rehab_received_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_LETTER))
    monitoring_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    monitoring_on: Mapped[date | None] = kept(Privacy.ADMIN)
    monitoring_police: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    monitoring_received_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_LETTER))
    device_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    device_position: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    device_accessories: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    device_condition: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    device_fitted_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    is_device_by_police: Mapped[bool | None] = kept(Privacy.ADMIN)
    device_minutes_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_PAPER))
    device_pledge_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_PAPER))
    needs_social_protection: Mapped[bool] = kept(Privacy.ADMIN, default=False)
    social_protection_sent_on: Mapped[date | None] = kept(Privacy.ADMIN)
    examined_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    plan_paper_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_PAPER))
    certificate_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_PAPER))
    receipt_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey(_PAPER))
    # What somebody owns may say what they suffer from: medicines, aids.
    belongings_note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    belongings_returned_on: Mapped[date | None] = kept(Privacy.ADMIN)
    packet_made_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    receipt_scan_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("paper_scan.id"))
    closed_on: Mapped[date | None] = kept(Privacy.ADMIN)


class ReintegrationPlan(_OfStay):
    """Kế hoạch tái hòa nhập cộng đồng (V-19): the person's own plan, made with the facility."""

    __tablename__ = "reintegration_plan"
    __table_args__ = (
        sa.Index("ux_reintegration_plan_stay", "stay_id", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    reint_health: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_refusal_skill: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_legal_knowledge: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_expected_job: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_relapse_prevention: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_treatment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_study: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_job: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_self_family: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_authority_support: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reint_loan: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
