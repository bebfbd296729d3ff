"""Tests for infectious disease of one stay, for the verb that opens them."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.modules.treatment.domain.infections import Consent, Disease, InfectionResult
from facility_app.modules.treatment.tables import InfectionTest


@dataclass(frozen=True, slots=True)
class InfectionRow:
    """One test; ``version`` goes back with the next decision about it."""

    test_id: str
    version: int
    disease: Disease
    consent: Consent
    asked_at: datetime
    asked_name: str
    guardian_name: str | None = field(repr=False)
    withdrawn_at: datetime | None
    sampled_at: datetime | None
    method: str | None
    result: InfectionResult | None = field(repr=False)
    result_at: datetime | None
    result_name: str | None
    note: str | None = field(repr=False)
    struck_at: datetime | None
    struck_reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class InfectionRows:
    """The tests, for whoever of this slice has asked for the right and written down the look."""

    session: Session

    def of_stay(self, stay_id: str) -> tuple[InfectionRow, ...]:
        """Every test of a stay, the latest first."""
        t = InfectionTest
        asked = sa.select(t).where(t.stay_id == stay_id).order_by(t.asked_at.desc(), t.id.desc())
        return tuple(
            InfectionRow(
                *(row.id, row.version, row.disease, row.consent, row.asked_at, row.asked_name, row.guardian_name),
                *(row.withdrawn_at, row.sampled_at, row.method, row.result, row.result_at, row.result_name),
                *(row.note, row.voided_at, row.void_reason),
            )
            for row in self.session.scalars(asked)
        )
