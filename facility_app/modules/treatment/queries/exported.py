"""Everything of one stay's record that an export takes along, read once the trail says who exports and why."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.api import get_stay
from facility_app.modules.treatment.domain.rights import EXPORT_HEALTH
from facility_app.modules.treatment.queries.drug_tests import TestRow, list_tests
from facility_app.modules.treatment.queries.infections import InfectionRow, InfectionRows
from facility_app.modules.treatment.queries.measured import ScoreRow, VitalRow, list_vitals
from facility_app.modules.treatment.queries.record import DiagnosisRow, RecordRows, TriageRow
from facility_app.modules.treatment.queries.watches import SpellRow, get_watch
from facility_app.modules.treatment.tables import InstrumentScore

EVERY_VITAL = 1_000_000


@dataclass(frozen=True, slots=True)
class HealthFile:
    """One stay's record without free text, and without what stands behind the wall of HIV.

    Attributes:
        tests: drug tests; none unless they were asked for.
        spells: levels of the self-harm watch.
    """

    stay_id: str
    triages: tuple[TriageRow, ...] = field(repr=False)
    diagnoses: tuple[DiagnosisRow, ...] = field(repr=False)
    vitals: tuple[VitalRow, ...] = field(repr=False)
    scores: tuple[ScoreRow, ...] = field(repr=False)
    infections: tuple[InfectionRow, ...] = field(repr=False)
    tests: tuple[TestRow, ...] = field(repr=False)
    spells: tuple[SpellRow, ...] = field(repr=False)


def read_health(uow: UnitOfWork, stay_id: str, *, with_drug_tests: bool = False) -> HealthFile:
    """The record of one stay, struck-out entries included, as they are marked.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, EXPORT_HEALTH)
    stay, rows = get_stay(uow, stay_id), RecordRows(uow.session)
    return HealthFile(
        stay_id,
        tuple(one for one in rows.triages(stay.resident_id) if one.stay_id == stay_id),
        rows.diagnoses(stay_id),
        list_vitals(uow, stay_id, EVERY_VITAL),
        _scores(uow, stay_id),
        InfectionRows(uow.session).of_stay(stay_id),
        list_tests(uow, stay_id) if with_drug_tests else (),
        get_watch(uow, stay_id).spells,
    )


def _scores(uow: UnitOfWork, stay_id: str) -> tuple[ScoreRow, ...]:
    """Those of psychiatry among them: whoever exports is told of in the trail, with the reason."""
    s = InstrumentScore
    asked = sa.select(s).where(s.stay_id == stay_id).order_by(s.happened_at, s.id)
    return tuple(ScoreRow.of(row) for row in uow.session.scalars(asked))
