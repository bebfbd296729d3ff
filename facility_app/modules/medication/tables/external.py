"""Thuốc gia đình mang đến: what came, with which prescription, what the doctor said, where the rest went."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import UtcDatetime
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.medication.domain.external import ExternalEnd, ExternalState
from facility_app.modules.medication.tables.shape import for_good, row_of

_FACTS = (
    *("resident_id", "stay_id", "brought_by", "relation", "medicine", "strength", "quantity", "unit", "lot"),
    *("expires_on", "prescriber", "prescribed_at", "prescription_no", "prescribed_on", "received_at"),
    *("received_by", "lasts_days"),
)
_ONCE = (
    *("decided_at", "decided_by", "refusal", "accepted_because", "warned_by", "runs_out_on"),
    *("ended_at", "ended_by", "ended_how", "ended_quantity", "ended_with"),
)


class ExternalMedicine(SyncedRecord, Base):
    """Thuốc gia đình mang đến (NĐ 163/2026/NĐ-CP Đ114.5). Never one whose words reveal HIV.

    Attributes:
        brought_by: who stood at the gate.
        relation: a code of ``Relation`` of the residents' slice; ``unit`` one of the pharmacy's ``Unit``.
        medicine: as printed on the box; ``strength`` likewise.
        quantity: whole ``unit``s.
        prescriber: of the prescription; NULL with ``prescribed_at`` and ``prescribed_on`` where there was none.
        prescribed_at: place of care.
        state: what the doctor said; ``refusal`` why not.
        accepted_because: why it was let in although a draft rule warned; ``warned_by`` that rule with its version.
        lasts_days: for how many days it is; ``runs_out_on`` the last of them, counted from when it was let in.
        ended_quantity: units handed back or destroyed.
        ended_with: who took it, or who saw it destroyed.
    """

    __tablename__ = "external_medicine"
    __table_args__ = (
        sa.CheckConstraint("quantity > 0", name="quantity"),
        sa.CheckConstraint("(state = 'received') = (decided_at IS NULL)", name="decided"),
        sa.CheckConstraint(
            "state <> 'accepted' OR (prescriber IS NOT NULL AND prescribed_at IS NOT NULL "
            "AND prescribed_on IS NOT NULL)",
            name="prescribed",
        ),
        sa.CheckConstraint("ended_quantity IS NULL OR ended_quantity BETWEEN 1 AND quantity", name="ended"),
        for_good(_FACTS, once=_ONCE),
    )

    resident_id: Mapped[str] = row_of("resident", index=True)
    stay_id: Mapped[str] = row_of("stay", index=True)
    brought_by: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    relation: Mapped[str] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    medicine: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    strength: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    quantity: Mapped[int] = kept(Privacy.CLINICAL)
    unit: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    lot: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    expires_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    prescriber: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    prescribed_at: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    prescription_no: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    prescribed_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    lasts_days: Mapped[int | None] = kept(Privacy.CLINICAL)
    received_at: Mapped[datetime] = kept(Privacy.CLINICAL, UtcDatetime)
    received_by: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    state: Mapped[ExternalState] = kept(Privacy.CLINICAL)
    decided_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    decided_by: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    refusal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    accepted_because: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    warned_by: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    runs_out_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    ended_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    ended_by: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    ended_how: Mapped[ExternalEnd | None] = kept(Privacy.CLINICAL)
    ended_quantity: Mapped[int | None] = kept(Privacy.CLINICAL)
    ended_with: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
