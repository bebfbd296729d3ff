"""The house as the rules see it at a moment: each room with its people, each bed with whoever has it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import UnitKind, find_parameter, get_facility
from facility_app.modules.housing.domain.conventions import SEPARATES_KINDS
from facility_app.modules.housing.domain.needs import Need
from facility_app.modules.housing.domain.places import RoomPurpose, ZoneKind, stay_kind_of
from facility_app.modules.housing.domain.separation import HouseRules, Norm, Place, Sleeper
from facility_app.modules.housing.queries.house import BED, BUILDING, CLOSURE, CM2, ROOM, ZONE
from facility_app.modules.housing.tables import BedPlacement, HousingNeed
from facility_app.modules.residents.api import ResidentMarks, list_apart_pairs, list_resident_marks
from facility_app.modules.stays.api import NEW_LAW

PLACED: Final = sa.inspect(BedPlacement).local_table.c
NEED: Final = sa.inspect(HousingNeed).local_table.c
_ADULT: Final = 18
MANY: Final = 200
"""People from which on everybody with a place is read at once."""
_NORMS: Final = {
    RoomPurpose.ORDINARY: "room_min_m2",
    RoomPurpose.SEPARATE: "room_min_m2",
    RoomPurpose.INFECTION: "room_care_min_m2",
    RoomPurpose.CARE: "room_care_min_m2",
    RoomPurpose.DETOX: "room_min_m2",
    RoomPurpose.VIOLATORS: "room_min_m2",
}
_PRIVATE_NORMS: Final = dict.fromkeys(_NORMS, "room_private_min_m2") | {RoomPurpose.DETOX: "room_detox_min_m2"}


@dataclass(frozen=True, slots=True)
class RoomState:
    """One room with all it lies in; its beds share it.

    Attributes:
        closed: why the whole room is closed at the moment asked for; empty for open.
    """

    zone_id: str
    zone_code: str
    zone_name: str
    zone_kind: ZoneKind
    zone_sex: Sex | None
    parent_zone_id: str | None
    building_id: str
    building_name: str
    room_id: str
    name: str
    own_sex: Sex | None
    purpose: RoomPurpose
    area_cm2: int | None
    certified: int
    working: int
    closed: str = ""

    @property
    def sex(self) -> Sex | None:
        """Whom it is for: whom it says, else whom its zone is for."""
        return self.own_sex or self.zone_sex

    @property
    def area_m2(self) -> float | None:
        """Its floor."""
        return None if self.area_cm2 is None else self.area_cm2 / CM2

    @property
    def place(self) -> Place:
        """The room, for the rules."""
        return Place(
            self.room_id,
            self.name,
            self.zone_kind,
            self.sex,
            self.purpose,
            self.area_m2,
            self.working,
            self.closed,
        )


@dataclass(frozen=True, slots=True)
class BedState:
    """One bed in its room, and whoever has it at the moment asked for.

    Attributes:
        bed_closed: why the bed itself is closed; empty for open.
        resident_id: whose bed it is; empty for nobody's.
        since_text: since when, as the file writes instants; thousands are read, few are shown.
        overridden: ids of rules that two people decided against when that person was placed.
    """

    room: RoomState
    bed_id: str
    bed_code: str
    bed_label: str
    bed_closed: str
    placement_id: str | None
    version: int | None
    resident_id: str
    stay_id: str | None
    since_text: str | None
    overridden: str | None

    @property
    def room_id(self) -> str:
        """Its room."""
        return self.room.room_id

    @property
    def closed(self) -> str:
        """Why nobody can be put there."""
        return self.room.closed or self.bed_closed


@dataclass(frozen=True, slots=True)
class Standing:
    """The house at one moment, within one unit of work."""

    uow: UnitOfWork

    def beds(
        self, at: datetime | None = None, *, room_id: str = "", bed_ids: Sequence[str] = ()
    ) -> tuple[BedState, ...]:
        """Every bed in the order of the board, as it stood at ``at``; now when nothing is said.

        Three statements however many beds there are: what is closed, the rooms, the beds with whoever has them.
        """
        shut = self._closures(at)
        rooms = self._rooms(shut, room_id)
        holds = PLACED.to_at.is_(None) if at is None else _at(PLACED, at)
        mine = sa.and_(PLACED.bed_id == BED.id, PLACED.voided_at.is_(None), holds)
        columns: tuple[Any, ...] = (
            *(BED.room_id, BED.id, BED.code, BED.label, PLACED.id, PLACED.version),
            *(sa.func.coalesce(PLACED.resident_id, ""), PLACED.stay_id),
            *(sa.type_coerce(PLACED.from_at, sa.Text), PLACED.overridden),
        )
        asked = (
            sa.select(*columns)
            .select_from(BED.id.table)
            .outerjoin(PLACED.id.table, mine)
            # A bed taken away since still shows on the days somebody slept in it.
            .where(sa.or_(BED.voided_at.is_(None), PLACED.id.is_not(None)))
            .order_by(BED.room_id, BED.order_no, BED.id)
        )
        if room_id:
            asked = asked.where(BED.room_id == room_id)
        if bed_ids:
            asked = asked.where(BED.id.in_(bed_ids))
        in_room: dict[str, list[BedState]] = {}
        for lies_in, bed_id, code, name, *rest in self.uow.session.connection().execute(asked).all():
            if lies_in in rooms:
                made = BedState(rooms[lies_in], bed_id, code, name, shut.get(bed_id, ""), *rest)
                in_room.setdefault(lies_in, []).append(made)
        return tuple(bed for one in rooms for bed in in_room.get(one, ()))

    def _rooms(self, shut: Mapping[str, str], room_id: str) -> dict[str, RoomState]:
        """Rooms by id, in the order of the board."""
        columns: tuple[Any, ...] = (
            *(ZONE.id, ZONE.code, ZONE.name, ZONE.kind, ZONE.sex, ZONE.parent_id, BUILDING.id, BUILDING.name),
            *(ROOM.id, ROOM.name, ROOM.sex, ROOM.purpose, ROOM.area_cm2, ROOM.certified, ROOM.working),
        )
        asked = (
            sa.select(*columns)
            .select_from(ROOM.id.table)
            .join(BUILDING.id.table, BUILDING.id == ROOM.building_id)
            .join(ZONE.id.table, ZONE.id == BUILDING.zone_id)
            .order_by(ZONE.order_no, ZONE.code, BUILDING.order_no, BUILDING.id, ROOM.order_no, ROOM.code, ROOM.id)
        )
        if room_id:
            asked = asked.where(ROOM.id == room_id)
        found: Any = self.uow.session.connection().execute(asked).all()
        return {row[8]: RoomState(*[*row, shut.get(row[8], "")]) for row in found}

    def _closures(self, at: datetime | None) -> dict[str, str]:
        """Room or bed → why it was closed then."""
        lasts = CLOSURE.to_at.is_(None) if at is None else _at(CLOSURE, at)
        asked = sa.select(sa.func.coalesce(CLOSURE.bed_id, CLOSURE.room_id), CLOSURE.reason)
        rows = self.uow.session.execute(asked.where(CLOSURE.voided_at.is_(None), lasts).order_by(CLOSURE.id))
        return {str(place): reason for place, reason in rows}

    def closed_since(self, bed: BedState, at: datetime) -> str:
        """Why a bed or its room was closed at some moment from then until now; empty where it never was."""
        asked = sa.select(CLOSURE.reason).where(
            CLOSURE.room_id == bed.room_id,
            sa.or_(CLOSURE.bed_id.is_(None), CLOSURE.bed_id == bed.bed_id),
            CLOSURE.voided_at.is_(None),
            sa.or_(CLOSURE.to_at.is_(None), CLOSURE.to_at > at),
        )
        return self.uow.session.scalar(asked.order_by(CLOSURE.from_at).limit(1)) or ""

    def slept_since(self, room_id: str, at: datetime) -> tuple[str, ...]:
        """Who had a bed in a room at some moment from then until now and has none there any more."""
        asked = (
            sa.select(PLACED.resident_id)
            .join(BED.id.table, BED.id == PLACED.bed_id)
            .where(BED.room_id == room_id, PLACED.to_at > at, PLACED.voided_at.is_(None))
        )
        return tuple(self.uow.session.scalars(asked.order_by(PLACED.from_at)))

    def people(self, resident_ids: Iterable[str]) -> dict[str, ResidentMarks]:
        """Who those are."""
        wanted = [*dict.fromkeys(one for one in resident_ids if one)]
        if len(wanted) < MANY:
            return list_resident_marks(self.uow, wanted) if wanted else {}
        # Nearly everybody with a place: asked for as such, without naming each.
        found = list_resident_marks(self.uow)
        missing = [one for one in wanted if one not in found]
        return found | (list_resident_marks(self.uow, missing) if missing else {})

    def needs(self, resident_ids: Sequence[str] = ()) -> dict[str, tuple[Need, ...]]:
        """What people need now; of everybody when nobody is named."""
        columns = (NEED.resident_id, NEED.kind, NEED.cohort, NEED.body_sex)
        asked = (
            sa.select(*columns).where(_needs_at(self.uow.now)).order_by(NEED.resident_id, NEED.from_at, NEED.id)
        )
        if resident_ids:
            asked = asked.where(NEED.resident_id.in_(resident_ids))
        found: dict[str, tuple[Need, ...]] = {}
        for resident_id, kind, cohort, body_sex in self.uow.session.execute(asked):
            found[resident_id] = (*found.get(resident_id, ()), Need(kind, cohort or "", body_sex))
        return found

    def rules(self) -> HouseRules:
        """What counts today."""
        today = local_date(self.uow.now)
        facility = get_facility(self.uow)
        names = _PRIVATE_NORMS if facility.unit_kind is UnitKind.PRIVATE else _NORMS
        values = {key: find_parameter(self.uow, key, on=today) for key in set(names.values())}
        norms = {
            purpose: Norm(float(value.number), value.held.article)
            for purpose, key in names.items()
            if (value := values[key]) is not None
        }
        return HouseRules(self.law_on(today), get_setting(self.uow, SEPARATES_KINDS), norms)

    def law_on(self, day: date) -> LegalRegime:
        """What housing was done under on a day: of everybody alike, whatever their stay rests on (law.md §18)."""
        new_law = find_parameter(self.uow, NEW_LAW, on=day)
        return LegalRegime.L2025 if new_law is not None and new_law.whole else LegalRegime.L2021

    def sleepers(self, rows: Iterable[ResidentMarks]) -> dict[str, Sleeper]:
        """People as the rules see them, keep-apart pairs and needs included."""
        known = {row.resident_id: row for row in rows}
        needs = self.needs()
        apart: dict[str, set[str]] = {}
        avoid: dict[str, set[str]] = {}
        for pair in list_apart_pairs(self.uow):
            kept = apart if pair.is_hard else avoid
            kept.setdefault(pair.first_id, set()).add(pair.second_id)
            kept.setdefault(pair.second_id, set()).add(pair.first_id)
        return {
            one: Sleeper(
                one,
                row.code,
                row.sex,
                row.age < _ADULT,
                stay_kind_of(row.stay_type or ""),
                needs.get(one, ()),
                frozenset(apart.get(one, ())),
                frozenset(avoid.get(one, ())),
            )
            for one, row in known.items()
        }


def _needs_at(at: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        NEED.voided_at.is_(None),
        NEED.ended_at.is_(None),
        sa.or_(NEED.until_at.is_(None), NEED.until_at > at),
    )


def _at(columns: Any, at: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(columns.from_at <= at, sa.or_(columns.to_at.is_(None), columns.to_at > at))


@dataclass(frozen=True, slots=True)
class Rooms:
    """Beds gathered by room, with the people in each; one person may be left out of it."""

    beds: tuple[BedState, ...]
    sleepers: dict[str, Sleeper] = field(repr=False)

    def mates(self, without: str = "") -> dict[str, list[Sleeper]]:
        """Room → those who have a bed in it, but for one person."""
        found: dict[str, list[Sleeper]] = {}
        for bed in self.beds:
            mates = found.setdefault(bed.room.room_id, [])
            if bed.resident_id and bed.resident_id != without and bed.resident_id in self.sleepers:
                mates.append(self.sleepers[bed.resident_id])
        return found
