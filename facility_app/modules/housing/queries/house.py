"""The house without people: zones, buildings, rooms, beds, what is closed and how capacity was changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import RoomPurpose, ZoneKind
from facility_app.modules.housing.domain.rights import VIEW_HOUSE
from facility_app.modules.housing.tables import (
    CapacityChange,
    HousingBed,
    HousingBuilding,
    HousingRoom,
    HousingZone,
    PlaceClosure,
)

ZONE: Final = sa.inspect(HousingZone).local_table.c
BUILDING: Final = sa.inspect(HousingBuilding).local_table.c
ROOM: Final = sa.inspect(HousingRoom).local_table.c
BED: Final = sa.inspect(HousingBed).local_table.c
CLOSURE: Final = sa.inspect(PlaceClosure).local_table.c
CM2: Final = 10_000
"""Square centimetres of a square metre."""


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone, or a sub-zone of ``parent_id``; ``version`` goes back with the decision about it."""

    zone_id: str
    version: int
    code: str
    name: str
    kind: ZoneKind
    sex: Sex | None
    parent_id: str | None
    order_no: int
    note: str | None


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """A building or row of rooms."""

    building_id: str
    version: int
    zone_id: str
    code: str
    name: str
    order_no: int


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room with its capacity.

    Attributes:
        zone_id: the zone of its building.
        name: how people say it, with zone and building.
        area_m2: floor; None while nobody has measured it.
        beds: beds that stand in it.
        closed_beds: of them, those closed by themselves.
        closed_reason: why the whole room is closed; None for open.
    """

    room_id: str
    version: int
    building_id: str
    zone_id: str
    code: str
    name: str
    sex: Sex | None
    purpose: RoomPurpose
    area_m2: float | None
    certified: int
    working: int
    order_no: int
    note: str | None
    beds: int
    closed_beds: int
    closed_reason: str | None


@dataclass(frozen=True, slots=True)
class BedRow:
    """A bed; ``closed_reason`` when it is closed by itself."""

    bed_id: str
    version: int
    room_id: str
    code: str
    label: str
    order_no: int
    closed_reason: str | None


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """A span in which a room or bed was closed."""

    closure_id: str
    version: int
    room_id: str
    bed_id: str | None
    from_at: datetime
    to_at: datetime | None
    reason: str
    agreed_by: str
    reopened_with: str | None


@dataclass(frozen=True, slots=True)
class CapacityRow:
    """A change of a room's capacity, with both people who decided it."""

    change_id: str
    changed_at: datetime
    certified_before: int
    certified_after: int
    working_before: int
    working_after: int
    reason: str
    proposed_by: str
    agreed_by: str


def _open_closures(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Closures that last."""
    lasts = (CLOSURE.to_at.is_(None), CLOSURE.voided_at.is_(None))
    return sa.select(*columns).where(*lasts)


def list_zones(uow: UnitOfWork) -> tuple[ZoneRow, ...]:
    """Every zone and sub-zone, in the order of the board."""
    require(uow, VIEW_HOUSE)
    columns = (ZONE.id, ZONE.version, ZONE.code, ZONE.name, ZONE.kind, ZONE.sex, ZONE.parent_id, ZONE.order_no)
    asked = sa.select(*columns, ZONE.note).where(ZONE.voided_at.is_(None))
    return tuple(ZoneRow(*row) for row in uow.session.execute(asked.order_by(ZONE.order_no, ZONE.code)))


def list_buildings(uow: UnitOfWork, zone_id: str | None = None) -> tuple[BuildingRow, ...]:
    """Buildings of a zone; of all zones when none is named."""
    require(uow, VIEW_HOUSE)
    b = BUILDING
    asked = sa.select(b.id, b.version, b.zone_id, b.code, b.name, b.order_no).where(b.voided_at.is_(None))
    if zone_id is not None:
        asked = asked.where(b.zone_id == zone_id)
    return tuple(BuildingRow(*row) for row in uow.session.execute(asked.order_by(b.order_no, b.code)))


def list_rooms(uow: UnitOfWork, zone_id: str | None = None) -> tuple[RoomRow, ...]:
    """Rooms of a zone (not of its sub-zones), or of the whole house, with beds counted."""
    require(uow, VIEW_HOUSE)
    beds = (
        sa.select(sa.func.count())
        .where(BED.room_id == ROOM.id, BED.voided_at.is_(None))
        .correlate(ROOM.id.table)
        .scalar_subquery()
    )
    closed = (
        _open_closures(sa.func.count())
        .where(CLOSURE.room_id == ROOM.id, CLOSURE.bed_id.is_not(None))
        .correlate(ROOM.id.table)
    ).scalar_subquery()
    why = (
        _open_closures(sa.func.min(CLOSURE.reason))
        .where(CLOSURE.room_id == ROOM.id, CLOSURE.bed_id.is_(None))
        .correlate(ROOM.id.table)
    ).scalar_subquery()
    columns: tuple[Any, ...] = (
        *(ROOM.id, ROOM.version, ROOM.building_id, ZONE.id, ROOM.code, ROOM.name, ROOM.sex, ROOM.purpose),
        *(ROOM.area_cm2, ROOM.certified, ROOM.working, ROOM.order_no, ROOM.note, beds, closed, why),
    )
    asked = (
        sa.select(*columns)
        .join(BUILDING.id.table, BUILDING.id == ROOM.building_id)
        .join(ZONE.id.table, ZONE.id == BUILDING.zone_id)
        .where(ROOM.voided_at.is_(None))
        .order_by(ZONE.order_no, BUILDING.order_no, ROOM.order_no, ROOM.code)
    )
    if zone_id is not None:
        asked = asked.where(ZONE.id == zone_id)
    found: Any = uow.session.execute(asked)
    return tuple(_room_row(*row) for row in found)


def _room_row(*columns: Any) -> RoomRow:
    area = columns[8]
    return RoomRow(*[*columns[:8], None if area is None else area / CM2, *columns[9:]])


def list_beds(uow: UnitOfWork, room_id: str) -> tuple[BedRow, ...]:
    """The beds of a room."""
    require(uow, VIEW_HOUSE)
    why = _open_closures(sa.func.min(CLOSURE.reason)).where(CLOSURE.bed_id == BED.id).scalar_subquery()
    asked = sa.select(BED.id, BED.version, BED.room_id, BED.code, BED.label, BED.order_no, why).where(
        BED.room_id == room_id, BED.voided_at.is_(None)
    )
    return tuple(BedRow(*row) for row in uow.session.execute(asked.order_by(BED.order_no, BED.code)))


def list_closures(uow: UnitOfWork, room_id: str) -> tuple[ClosureRow, ...]:
    """When a room and its beds were closed, the latest first."""
    require(uow, VIEW_HOUSE)
    c = CLOSURE
    asked = sa.select(
        *(c.id, c.version, c.room_id, c.bed_id, c.from_at, c.to_at, c.reason, c.agreed_by, c.reopened_with)
    ).where(c.room_id == room_id, c.voided_at.is_(None))
    return tuple(ClosureRow(*row) for row in uow.session.execute(asked.order_by(c.from_at.desc(), c.id)))


def list_capacity_changes(uow: UnitOfWork, room_id: str) -> tuple[CapacityRow, ...]:
    """How a room's capacity was changed, the latest first."""
    require(uow, VIEW_HOUSE)
    c = sa.inspect(CapacityChange).local_table.c
    asked = sa.select(
        *(c.id, c.changed_at, c.certified_before, c.certified_after, c.working_before, c.working_after),
        *(c.reason, c.created_by, c.agreed_by),
    ).where(c.room_id == room_id, c.voided_at.is_(None))
    return tuple(CapacityRow(*row) for row in uow.session.execute(asked.order_by(c.changed_at.desc(), c.id)))
