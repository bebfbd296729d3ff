"""Sàng lọc bệnh truyền nhiễm: the consent and what came of it; HIV in a table of its own, behind its own wall."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.infections import Consent, Disease, InfectionResult
from facility_app.modules.treatment.tables.charted import as_written, row_of

_CONSENT = ("resident_id", "stay_id", "consent", "asked_at", "asked_name", "guardian_name")
_AFTER = ("withdrawn_at", "sampled_at", "method", "result", "result_at", "result_name", "note")


class InfectionTest(SyncedRecord, Base):
    """One question to a person whether they let themselves be tested, and the result.

    Attributes:
        asked_at, asked_name: when and by whom the person was asked.
        withdrawn_at: when the person took the consent back.
        result_at: when the result was written; ``result_name`` by whom.
    """

    __tablename__ = "infection_test"
    __table_args__ = (as_written((*_CONSENT, "disease"), once=_AFTER),)

    resident_id: Mapped[str] = row_of("resident", Privacy.ADMIN, index=True)
    stay_id: Mapped[str] = row_of("stay", Privacy.ADMIN, index=True)
    disease: Mapped[Disease] = kept(Privacy.CLINICAL)
    consent: Mapped[Consent] = kept(Privacy.CLINICAL)
    asked_at: Mapped[datetime] = kept(Privacy.CLINICAL)
    asked_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    guardian_name: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    withdrawn_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    sampled_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    method: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    result: Mapped[InfectionResult | None] = kept(Privacy.CLINICAL)
    result_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    result_name: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class HivTest(SyncedRecord, Base):
    """The same for HIV; every column stands behind that wall.

    Attributes:
        counselled_at: when the person was counselled in private before it.
        told_at: when the person was told in person; ``told_name`` by which counsellor, ``told_to`` to whom.
    """

    __tablename__ = "hiv_test"
    __table_args__ = (as_written((*_CONSENT, "counselled_at"), once=(*_AFTER, "told_at", "told_name", "told_to")),)

    resident_id: Mapped[str] = row_of("resident", Privacy.HIV, index=True)
    stay_id: Mapped[str] = row_of("stay", Privacy.HIV, index=True)
    consent: Mapped[Consent] = kept(Privacy.HIV)
    asked_at: Mapped[datetime] = kept(Privacy.HIV)
    asked_name: Mapped[str] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    guardian_name: Mapped[str | None] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    counselled_at: Mapped[datetime | None] = kept(Privacy.HIV)
    withdrawn_at: Mapped[datetime | None] = kept(Privacy.HIV)
    sampled_at: Mapped[datetime | None] = kept(Privacy.HIV)
    method: Mapped[str | None] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    result: Mapped[InfectionResult | None] = kept(Privacy.HIV)
    result_at: Mapped[datetime | None] = kept(Privacy.HIV)
    result_name: Mapped[str | None] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.HIV, sa.Text)
    told_at: Mapped[datetime | None] = kept(Privacy.HIV)
    told_name: Mapped[str | None] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    told_to: Mapped[str | None] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
