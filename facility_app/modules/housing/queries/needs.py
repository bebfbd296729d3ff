"""What somebody's place must be, and who is still without one."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.rights import KNOW_NEEDS, VIEW_BOARD
from facility_app.modules.housing.queries.state import NEED, PLACED
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.stays.api import PresenceState, list_whereabouts


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need; ``version`` goes back with the decision about it.

    Attributes:
        until_at: when it ends by itself; None until somebody ends it.
        asked_by: whose account asked for it.
    """

    need_id: str
    version: int
    resident_id: str
    kind: NeedKind
    cohort: str | None
    body_sex: Sex | None
    from_at: datetime
    until_at: datetime | None
    ended_at: datetime | None
    asked_by: str


@dataclass(frozen=True, slots=True)
class BedlessRow:
    """Somebody inside who has no bed."""

    resident_id: str
    stay_id: str
    code: str
    name: str = field(repr=False)


def list_needs(uow: UnitOfWork, resident_id: str, *, with_ended: bool = False) -> tuple[NeedRow, ...]:
    """What somebody needs, the latest first; nothing for whoever may not know."""
    require(uow, VIEW_BOARD)
    if not uow.actor.may(KNOW_NEEDS):
        return ()
    columns: tuple[Any, ...] = (
        *(NEED.id, NEED.version, NEED.resident_id, NEED.kind, NEED.cohort, NEED.body_sex, NEED.from_at),
        *(NEED.until_at, NEED.ended_at, NEED.created_by),
    )
    asked = sa.select(*columns).where(NEED.resident_id == resident_id, NEED.voided_at.is_(None))
    if not with_ended:
        asked = asked.where(NEED.ended_at.is_(None), sa.or_(NEED.until_at.is_(None), NEED.until_at > uow.now))
    found: Any = uow.session.execute(asked.order_by(NEED.from_at.desc(), NEED.id))
    return tuple(NeedRow(*row) for row in found)


def list_bedless(uow: UnitOfWork) -> tuple[BedlessRow, ...]:
    """Who is inside and has no bed, by code."""
    require(uow, VIEW_BOARD)
    placed = sa.select(PLACED.resident_id).where(PLACED.to_at.is_(None), PLACED.voided_at.is_(None))
    have = set(uow.session.scalars(placed))
    inside = {
        one.resident_id: one.stay_id
        for one in list_whereabouts(uow)
        if one.presence is PresenceState.INSIDE and not one.is_gone and one.resident_id not in have
    }
    rows = list_resident_rows(uow, list(inside)) if inside else ()
    made = (BedlessRow(row.resident_id, inside[row.resident_id], row.code, row.name) for row in rows)
    return tuple(sorted(made, key=lambda row: row.code))
