"""What of somebody's arrival the files of their stay already prove, for many stays in two statements."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.decisions import DecisionKind
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.tables import RehabPlan, StayDecision


@dataclass(frozen=True, slots=True)
class Arrived:
    """One stay.

    Attributes:
        decisions: kinds of papers it rests on that are written down.
        has_plan: whether a plan V-18 was begun; not what it says.
    """

    decisions: frozenset[DecisionKind] = frozenset()
    has_plan: bool = False


def list_arrived(uow: UnitOfWork, stay_ids: Collection[str]) -> Mapping[str, Arrived]:
    """Stay → what is there."""
    require(uow, VIEW_STAYS)
    decided: dict[str, set[DecisionKind]] = {one: set() for one in stay_ids}
    asked = sa.select(StayDecision.stay_id, StayDecision.kind).where(
        StayDecision.stay_id.in_(stay_ids), StayDecision.voided_at.is_(None)
    )
    for stay_id, kind in uow.session.execute(asked):
        decided[stay_id].add(kind)
    plans = sa.select(RehabPlan.stay_id).where(RehabPlan.stay_id.in_(stay_ids), RehabPlan.voided_at.is_(None))
    planned = set(uow.session.scalars(plans))
    return {one: Arrived(frozenset(kinds), one in planned) for one, kinds in decided.items()}
