"""The bed board at any moment, and who slept where: every bed with whoever has it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date, parse_utc
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.needs import Need
from facility_app.modules.housing.domain.places import RoomPurpose, StayKind, ZoneKind, stay_kind_of
from facility_app.modules.housing.domain.rights import KNOW_NEEDS, VIEW_BOARD
from facility_app.modules.housing.queries.house import BED, BUILDING, ROOM, ZONE
from facility_app.modules.housing.queries.state import PLACED, BedState, Standing
from facility_app.modules.residents.api import ResidentMarks, ResidentStatus

ADULT: Final = 18
_END_OF_DAY: Final = timedelta(days=1) - timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Occupant:
    """Whoever has a bed.

    Attributes:
        status: where they are now; on an earlier day, where they are today.
        is_kept: whether the bed is kept for them while they are out.
        needs: what their place must be, without why; none for whoever may not know.
        overridden: rules that two people decided against; none for whoever may not know.
        law: what it was decided under, whose articles are named.
    """

    resident_id: str
    placement_id: str
    version: int
    code: str
    name: str = field(repr=False)
    sex: Sex
    age: int
    stay_kind: StayKind
    status: ResidentStatus
    since_text: str = field(repr=False)
    needs: tuple[Need, ...] = field(default=(), repr=False)
    overridden: tuple[str, ...] = ()
    law: LegalRegime = LegalRegime.L2025

    @property
    def since(self) -> datetime:
        """Since when the bed is theirs."""
        return parse_utc(self.since_text)

    @property
    def is_kept(self) -> bool:
        """Whether nobody lies there and the bed is kept."""
        return self.status is not ResidentStatus.PRESENT

    @property
    def is_minor(self) -> bool:
        """Whether they are under 18."""
        return self.age < ADULT


@dataclass(frozen=True, slots=True)
class BoardBed:
    """One bed; ``closed`` says why nobody can be put there."""

    bed_id: str
    code: str
    label: str
    closed: str
    occupant: Occupant | None


@dataclass(frozen=True, slots=True)
class BoardRoom:
    """One room with its beds."""

    room_id: str
    name: str
    sex: Sex | None
    purpose: RoomPurpose
    area_m2: float | None
    certified: int
    working: int
    closed: str
    beds: tuple[BoardBed, ...]

    @property
    def taken(self) -> int:
        """Beds that are somebody's."""
        return sum(bed.occupant is not None for bed in self.beds)

    @property
    def free(self) -> int:
        """How many more can be put there now."""
        if self.closed:
            return 0
        open_beds = sum(bed.occupant is None and not bed.closed for bed in self.beds)
        return max(0, min(open_beds, self.working - self.taken))


@dataclass(frozen=True, slots=True)
class BoardBuilding:
    """One building with its rooms."""

    building_id: str
    name: str
    rooms: tuple[BoardRoom, ...]


@dataclass(frozen=True, slots=True)
class BoardZone:
    """One zone with its buildings; sub-zones stand after their zone with ``parent_id``."""

    zone_id: str
    code: str
    name: str
    kind: ZoneKind
    sex: Sex | None
    parent_id: str | None
    buildings: tuple[BoardBuilding, ...]

    @property
    def rooms(self) -> tuple[BoardRoom, ...]:
        """Its rooms, building by building."""
        return tuple(room for one in self.buildings for room in one.rooms)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole house at one moment.

    Attributes:
        at: that moment.
        is_now: whether it is the present one; only that one can be changed.
    """

    at: datetime
    is_now: bool
    zones: tuple[BoardZone, ...]

    @property
    def beds(self) -> tuple[BoardBed, ...]:
        """Every bed."""
        return tuple(bed for zone in self.zones for room in zone.rooms for bed in room.beds)

    @property
    def taken(self) -> int:
        """Beds that are somebody's."""
        return sum(bed.occupant is not None for bed in self.beds)

    @property
    def free(self) -> int:
        """How many more can be put somewhere now."""
        return sum(room.free for zone in self.zones for room in zone.rooms)


@dataclass(frozen=True, slots=True)
class SleptRow:
    """Who slept in which bed at a moment, for evidence."""

    bed_id: str
    bed: str
    zone: str
    room: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    from_at: datetime
    to_at: datetime | None


def moment_of(uow: UnitOfWork, on: date | None) -> datetime | None:
    """The moment a day's board is of: the end of that day; None for today and now."""
    require(uow, VIEW_BOARD)
    if on is None:
        return None
    end = datetime.combine(on, time(), LOCAL) + _END_OF_DAY
    return None if end >= uow.now else end


def get_board(uow: UnitOfWork, at: datetime | None = None) -> Board:
    """Every bed at that moment; now when nothing is said."""
    require(uow, VIEW_BOARD)
    standing = Standing(uow)
    beds = standing.beds(at)
    people = standing.people(bed.resident_id for bed in beds)
    knows = uow.actor.may(KNOW_NEEDS)
    needs = standing.needs() if at is None and knows else {}
    if not knows:
        beds = tuple(replace(bed, overridden=None) if bed.overridden else bed for bed in beds)
    return Board(at or uow.now, at is None, _zones(beds, _Known(standing, people, needs)))


def who_slept_where(uow: UnitOfWork, at: datetime, zone_ids: Collection[str] = ()) -> tuple[SleptRow, ...]:
    """Everybody who had a bed at that moment, in the order of the beds; for any moment of all the years kept.

    Where zones are named, of their beds only, and nothing of the others is read.
    """
    require(uow, VIEW_BOARD)
    columns: tuple[Any, ...] = (
        *(BED.id, BED.label, ZONE.name, ROOM.name, PLACED.resident_id, PLACED.from_at, PLACED.to_at),
    )
    asked = (
        sa.select(*columns)
        .select_from(PLACED.id.table)
        .join(BED.id.table, BED.id == PLACED.bed_id)
        .join(ROOM.id.table, ROOM.id == BED.room_id)
        .join(BUILDING.id.table, BUILDING.id == ROOM.building_id)
        .join(ZONE.id.table, ZONE.id == BUILDING.zone_id)
        .where(PLACED.voided_at.is_(None), PLACED.from_at <= at)
        .where(sa.or_(PLACED.to_at.is_(None), PLACED.to_at > at))
        .order_by(BED.label)
    )
    if zone_ids:
        asked = asked.where(BUILDING.zone_id.in_(sorted(zone_ids)))
    found: Any = uow.session.connection().execute(asked).all()
    people = Standing(uow).people(row[4] for row in found)
    return tuple(
        SleptRow(*[*row[:5], people[row[4]].code, people[row[4]].name, *row[5:]])
        for row in found
        if row[4] in people
    )


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One span of somebody in a bed; ``version`` goes back with the decision about it.

    Attributes:
        law: what housing was done under on the first day.
        reason: why there; ``end_reason`` why it ended, ``overridden`` the rules two people decided against: none
            of them for whoever may not know what people need.
    """

    placement_id: str
    version: int
    resident_id: str
    bed_id: str
    bed: str
    from_at: datetime
    to_at: datetime | None
    reason: str | None = field(repr=False)
    end_reason: str | None = field(repr=False)
    overridden: tuple[str, ...]
    placed_by: str
    agreed_by: str | None
    code: str
    name: str = field(repr=False)
    law: LegalRegime


def list_bed_history(uow: UnitOfWork, bed_id: str) -> tuple[HistoryRow, ...]:
    """Who slept in a bed, the latest first."""
    require(uow, VIEW_BOARD)
    return _history(uow, PLACED.bed_id == bed_id)


def list_person_history(uow: UnitOfWork, resident_id: str) -> tuple[HistoryRow, ...]:
    """Where somebody slept, the latest first."""
    require(uow, VIEW_BOARD)
    return _history(uow, PLACED.resident_id == resident_id)


def _history(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[HistoryRow, ...]:
    columns: tuple[Any, ...] = (
        *(PLACED.id, PLACED.version, PLACED.resident_id, PLACED.bed_id, BED.label, PLACED.from_at, PLACED.to_at),
        *(PLACED.reason, PLACED.end_reason, PLACED.overridden, PLACED.created_by, PLACED.agreed_by),
    )
    asked = (
        sa.select(*columns)
        .join(BED.id.table, BED.id == PLACED.bed_id)
        .where(wanted, PLACED.voided_at.is_(None))
        .order_by(PLACED.from_at.desc(), PLACED.id.desc())
    )
    found: list[Any] = list(uow.session.execute(asked))
    standing = Standing(uow)
    people = standing.people(row[2] for row in found)
    knows = uow.actor.may(KNOW_NEEDS)
    rows = (
        HistoryRow(
            *[
                *(*row[:9], _words(row[9]), *row[10:], people[row[2]].code, people[row[2]].name),
                standing.law_on(local_date(row[5])) if row[9] else LegalRegime.L2025,
            ]
        )
        for row in found
        if row[2] in people
    )
    return tuple(row if knows else replace(row, reason=None, end_reason=None, overridden=()) for row in rows)


def _words(kept: str | None) -> tuple[str, ...]:
    return tuple((kept or "").split())


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of those in the beds."""

    standing: Standing
    people: dict[str, ResidentMarks]
    needs: dict[str, tuple[Need, ...]]

    def law_of(self, overridden: str | None, since_text: str) -> LegalRegime:
        """The law of the day; looked up only where an article of it will be named."""
        if not overridden:
            return LegalRegime.L2025
        return self.standing.law_on(local_date(parse_utc(since_text)))


def _zones(beds: tuple[BedState, ...], known: _Known) -> tuple[BoardZone, ...]:
    """Beds gathered; they come in the order of the board."""
    tree: dict[str, dict[str, dict[str, list[BedState]]]] = {}
    for bed in beds:
        rooms = tree.setdefault(bed.room.zone_id, {}).setdefault(bed.room.building_id, {})
        rooms.setdefault(bed.room_id, []).append(bed)
    made = []
    for buildings in tree.values():
        zone = next(iter(next(iter(buildings.values())).values()))[0].room
        inner = tuple(_building(rooms, known) for rooms in buildings.values())
        made.append(
            BoardZone(
                zone.zone_id,
                zone.zone_code,
                zone.zone_name,
                zone.zone_kind,
                zone.zone_sex,
                zone.parent_zone_id,
                inner,
            )
        )
    return tuple(made)


def _building(rooms: dict[str, list[BedState]], known: _Known) -> BoardBuilding:
    first = next(iter(rooms.values()))[0].room
    inner = tuple(_room(beds, known) for beds in rooms.values())
    return BoardBuilding(first.building_id, first.building_name, inner)


def _room(beds: list[BedState], known: _Known) -> BoardRoom:
    first = beds[0].room
    return BoardRoom(
        first.room_id,
        first.name,
        first.sex,
        first.purpose,
        first.area_m2,
        first.certified,
        first.working,
        first.closed,
        tuple(
            BoardBed(bed.bed_id, bed.bed_code, bed.bed_label, bed.closed, _occupant(bed, known)) for bed in beds
        ),
    )


def _occupant(bed: BedState, known: _Known) -> Occupant | None:
    row = known.people.get(bed.resident_id)
    if row is None or bed.placement_id is None or bed.version is None or bed.since_text is None:
        return None
    return Occupant(
        row.resident_id,
        bed.placement_id,
        bed.version,
        row.code,
        row.name,
        row.sex,
        row.age,
        stay_kind_of(row.stay_type or ""),
        row.status,
        bed.since_text,
        known.needs.get(row.resident_id, ()),
        _words(bed.overridden),
        known.law_of(bed.overridden, bed.since_text),
    )
