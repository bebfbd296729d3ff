"""Kết luận sức khỏe lao động: one answer of a doctor, valid for some time."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from facility_app.modules.treatment.tables.charted import as_written, row_of


class WorkFitness(SyncedRecord, Base):
    """Whether somebody may work; the one with the latest first day counts.

    Attributes:
        limits: codes of ``WorkLimit`` parted by spaces; empty for none.
        decided_on: its first day; ``valid_until`` its last.
    """

    __tablename__ = "work_fitness"
    __table_args__ = (
        sa.CheckConstraint("valid_until >= decided_on", name="span"),
        sa.Index("ix_work_fitness_resident_id_decided_on", "resident_id", "decided_on"),
        as_written(("resident_id", "stay_id", "verdict", "limits", "decided_on", "valid_until", "author_name")),
    )

    resident_id: Mapped[str] = row_of("resident", Privacy.ADMIN)
    stay_id: Mapped[str] = row_of("stay", Privacy.ADMIN)
    verdict: Mapped[WorkVerdict] = kept(Privacy.CLINICAL)
    limits: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    decided_on: Mapped[date] = kept(Privacy.CLINICAL)
    valid_until: Mapped[date] = kept(Privacy.CLINICAL)
    author_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
