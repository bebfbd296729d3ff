"""HIV tests and diagnoses of one stay, for the verb that opens them; no query of this room is offered."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.modules.treatment.domain.infections import Consent, InfectionResult
from facility_app.modules.treatment.domain.record import Certainty
from facility_app.modules.treatment.tables import HivTest, PrivateDiagnosis


@dataclass(frozen=True, slots=True, repr=False)
class HivTestRow:
    """One test; ``version`` goes back with the next decision about it."""

    test_id: str
    version: int
    consent: Consent
    asked_at: datetime
    asked_name: str
    guardian_name: str | None
    counselled_at: datetime | None
    withdrawn_at: datetime | None
    sampled_at: datetime | None
    method: str | None
    result: InfectionResult | None
    result_at: datetime | None
    result_name: str | None
    note: str | None
    told_at: datetime | None
    told_name: str | None
    told_to: str | None
    struck_at: datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class PrivateDiagnosisRow:
    """One diagnosis that reveals HIV."""

    entry_id: str
    version: int
    happened_at: datetime
    author: str
    code: str
    text: str
    is_main: bool
    certainty: Certainty
    note: str | None
    struck_at: datetime | None


@dataclass(frozen=True, slots=True)
class HivFacts:
    """What is known; both may be empty."""

    tests: tuple[HivTestRow, ...] = field(repr=False)
    diagnoses: tuple[PrivateDiagnosisRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class HivRows:
    """The rows, for the verb that used a grant and wrote down the look."""

    session: Session

    def of_stay(self, stay_id: str) -> HivFacts:
        """Everything of a stay, the latest first."""
        t, d = HivTest, PrivateDiagnosis
        tests = self.session.scalars(
            sa.select(t).where(t.stay_id == stay_id).order_by(t.asked_at.desc(), t.id.desc())
        )
        diagnoses = self.session.scalars(
            sa.select(d).where(d.stay_id == stay_id).order_by(d.happened_at.desc(), d.id.desc())
        )
        return HivFacts(tuple(map(_test, tests)), tuple(map(_diagnosis, diagnoses)))


def _test(row: HivTest) -> HivTestRow:
    return HivTestRow(
        *(row.id, row.version, row.consent, row.asked_at, row.asked_name, row.guardian_name, row.counselled_at),
        *(row.withdrawn_at, row.sampled_at, row.method, row.result, row.result_at, row.result_name, row.note),
        *(row.told_at, row.told_name, row.told_to, row.voided_at),
    )


def _diagnosis(row: PrivateDiagnosis) -> PrivateDiagnosisRow:
    return PrivateDiagnosisRow(
        *(row.id, row.version, row.happened_at, row.author_name, row.code, row.text, row.is_main),
        *(row.certainty, row.note, row.voided_at),
    )
