"""Who sleeps in which zone now, for the calendar."""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.calendar.api import ZoneOf, ZonesAsked
from facility_app.modules.housing.queries.house import BED, BUILDING, ROOM, ZONE
from facility_app.modules.housing.queries.state import PLACED


def _zones(uow: UnitOfWork, question: ZonesAsked) -> tuple[ZoneOf, ...]:
    """Everybody with a bed, also while they are out and it is kept for them."""
    asked = (
        sa.select(PLACED.resident_id, ZONE.id, ZONE.name, ZONE.order_no, BED.label)
        .join_from(PLACED.id.table, BED.id.table, PLACED.bed_id == BED.id)
        .join(ROOM.id.table, BED.room_id == ROOM.id)
        .join(BUILDING.id.table, ROOM.building_id == BUILDING.id)
        .join(ZONE.id.table, BUILDING.zone_id == ZONE.id)
        .where(PLACED.to_at.is_(None), PLACED.voided_at.is_(None))
    )
    if question.resident_ids is not None:
        asked = asked.where(PLACED.resident_id.in_(question.resident_ids))
    return tuple(ZoneOf(*row) for row in uow.session.execute(asked))


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {ZonesAsked: (_zones,)}
