"""Lần khám sức khỏe: what a doctor found of body and mind, and what follows; it stays as it was written."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.tables.charted import OF_CHART, Charted, as_written


class HealthCheck(Charted, Base):
    """Lần khám sức khỏe định kỳ, hoặc trước khi ra cơ sở.

    Attributes:
        examiner: the doctor who examined; ``author_name`` is who wrote it.
        body, mind: findings, tình trạng sức khỏe thể chất and tâm thần (Đ88.1).
        advice: what is to be done next, here or where the person goes.
    """

    __tablename__ = "health_check"
    __table_args__ = (
        sa.Index("ix_health_check_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, "kind", "examiner", "body", "mind", "verdict", "advice")),
    )

    kind: Mapped[HealthCheckKind] = kept(Privacy.CLINICAL)
    examiner: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    body: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    mind: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    verdict: Mapped[HealthVerdict] = kept(Privacy.CLINICAL)
    advice: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
