"""Kế hoạch cai nghiện V-18: part I by medical roles, the rest by those who carry it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.plan import PLAN_PLACES, PlanPart
from facility_app.modules.stays.domain.rights import MEDICAL_PLAN, WRITE_PLAN
from facility_app.modules.stays.domain.stages import StageResult
from facility_app.modules.stays.tables import RehabPlan, Stay

_RESULTS = {
    "recovery_result": PlanPart.RECOVERY,
    "education_result": PlanPart.EDUCATION,
    "labour_result": PlanPart.LABOUR,
}


@dataclass(frozen=True, slots=True)
class SavePlan:
    """Places of the plan as they should be.

    Attributes:
        version: of the plan, as the user saw it; 0 when there was none.
        texts: place → text, only those of the parts being saved.
        results: ``recovery_result`` and its like → how the part was judged.
    """

    stay_id: str
    version: int
    texts: Mapping[str, str | None] = field(repr=False)
    results: Mapping[str, StageResult | None] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """The plan after a save."""

    plan_id: str
    version: int


def save_plan(uow: UnitOfWork, command: SavePlan) -> SavedPlan:
    """Write parts II to V.

    Raises:
        UserError: ``plan_place_unknown`` for a place of part I; ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, WRITE_PLAN)
    with uow.act("stays.save_plan") as act:
        plan = _plan(uow, command)
        act.about(plan)
        _write(plan, command, {one.name for one in PLAN_PLACES if one.part is not PlanPart.MEDICAL}, set(_RESULTS))
        uow.session.flush()
    return SavedPlan(plan.id, plan.version)


def save_medical_plan(uow: UnitOfWork, command: SavePlan) -> SavedPlan:
    """Write part I; its words stay behind the wall of health.

    Raises:
        UserError: ``plan_place_unknown`` for a place of another part; ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, MEDICAL_PLAN)
    with uow.act("stays.save_medical_plan") as act:
        plan = _plan(uow, command)
        act.about(plan)
        names = {one.name for one in PLAN_PLACES if one.part is PlanPart.MEDICAL}
        _write(plan, command, names, {"medical_result"})
        uow.session.flush()
    return SavedPlan(plan.id, plan.version)


def _plan(uow: UnitOfWork, command: SavePlan) -> RehabPlan:
    stay = uow.get(Stay, command.stay_id)
    found = uow.session.scalars(
        sa.select(RehabPlan).where(RehabPlan.stay_id == stay.id, RehabPlan.voided_at.is_(None))
    ).first()
    if found is not None:
        return uow.get(RehabPlan, found.id, version=command.version)
    return uow.add(RehabPlan(resident_id=stay.resident_id, stay_id=stay.id))


def _write(plan: RehabPlan, command: SavePlan, places: set[str], results: set[str]) -> None:
    strange = (command.texts.keys() - places) | (command.results.keys() - results)
    if strange:
        raise UserError(
            "plan_place_unknown",
            label("errors", "Mục {places} không thuộc phần kế hoạch bạn được ghi."),
            places=", ".join(sorted(strange)),
        )
    faults = Faults()
    for name, text in command.texts.items():
        setattr(plan, name, faults.note(name, text))
    faults.refuse()
    for name, result in command.results.items():
        setattr(plan, name, result)
