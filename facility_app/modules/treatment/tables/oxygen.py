"""Whose SpO2 has a target that a doctor decided, so that NEWS2 reads it by its second scale."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.db.overlap import never_overlap
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.tables.charted import OF_CHART, Charted, as_written


class OxygenTarget(Charted, Base):
    """Mục tiêu SpO2 (thang 2 của NEWS2): holds from ``happened_at`` on; ``author_name`` is the doctor.

    Attributes:
        least, most: percent, both within the target.
        reason: why; it stands in the medical record and nowhere else.
        ended_at: the first moment it no longer holds; ``ended_name`` who ended it, ``end_reason`` why.
    """

    __tablename__ = "oxygen_target"
    __table_args__ = (
        sa.Index("ix_oxygen_target_stay_id_happened_at", "stay_id", "happened_at"),
        sa.CheckConstraint("ended_at IS NULL OR ended_at >= happened_at", name="span"),
        {
            "info": {
                **as_written(
                    (*OF_CHART, "least", "most", "reason"), once=("ended_at", "ended_name", "end_reason")
                )["info"],
                **never_overlap(("stay_id",), from_="happened_at", to="ended_at")["info"],
            }
        },
    )

    least: Mapped[int] = kept(Privacy.CLINICAL)
    most: Mapped[int] = kept(Privacy.CLINICAL)
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    ended_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    ended_name: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
