"""The plan V-18 as far as the reader may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.plan import PLAN_PLACES, PlanPart
from facility_app.modules.stays.domain.rights import MEDICAL_PLAN, READ_PLAN
from facility_app.modules.stays.domain.stages import StageResult
from facility_app.modules.stays.tables import RehabPlan

RESULT_OF: Mapping[PlanPart, str] = {
    PlanPart.MEDICAL: "medical_result",
    PlanPart.RECOVERY: "recovery_result",
    PlanPart.EDUCATION: "education_result",
    PlanPart.LABOUR: "labour_result",
}


@dataclass(frozen=True, slots=True)
class PlanDetail:
    """The plan; ``version`` goes back with a save, 0 when there is none yet.

    Attributes:
        texts: place → text, without places the reader may not see.
        results: part → how it was judged.
    """

    version: int
    texts: Mapping[str, str | None] = field(repr=False)
    results: Mapping[PlanPart, StageResult | None] = field(repr=False)


def get_plan(uow: UnitOfWork, stay_id: str) -> PlanDetail:
    """The plan of a stay; part I is left out for whoever is no medical role."""
    require(uow, READ_PLAN)
    found = uow.session.scalars(
        sa.select(RehabPlan).where(RehabPlan.stay_id == stay_id, RehabPlan.voided_at.is_(None))
    ).first()
    seen = [one for one in PlanPart if one is not PlanPart.MEDICAL or uow.actor.may(MEDICAL_PLAN)]
    return PlanDetail(
        found.version if found is not None else 0,
        {one.name: getattr(found, one.name, None) for one in PLAN_PLACES if one.part in seen},
        {part: getattr(found, name, None) for part, name in RESULT_OF.items() if part in seen},
    )
