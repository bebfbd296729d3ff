"""Beds of the demo: zones by sex, age and kind of stay as a facility has them, and a bed for everybody inside.

Rooms are filled one kind of people at a time, so that no rule is broken; some rooms stay free.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.places import RoomPurpose, StayKind, ZoneKind, stay_kind_of
from facility_app.modules.housing.domain.roll import RollMark, RollScope
from facility_app.modules.housing.queries.board import BoardRoom, get_board
from facility_app.modules.housing.queries.roll import get_roll
from facility_app.modules.housing.service.needs import RequirePlacement, require_placement
from facility_app.modules.housing.service.places import AddZone
from facility_app.modules.housing.service.roll import (
    CloseRoll,
    OpenRoll,
    Tick,
    TickRoll,
    close_roll,
    open_roll,
    tick_roll,
)
from facility_app.modules.housing.service.takeover import (
    PlanBuilding,
    PlanRoom,
    PlanZone,
    TakenBed,
    TakeOverHouse,
    TakeOverPlacements,
    take_over_house,
    take_over_placements,
)
from facility_app.modules.housing.service.teams import AddTeam, JoinTeam, add_team, join_team
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import list_staff_ids
from facility_app.modules.stays.api import PresenceState, list_whereabouts

SOURCE = label("cli", "sơ đồ giả định để dùng thử")
IN_A_ROOM, M2, IN_A_BUILDING, IN_A_ZONE = 10, 64, 5, 20
"""Beds and floor of a room, rooms of a building, rooms of a zone."""
SPARE = 12
"""One room more for each so many."""
HAS_BED: Final = frozenset(
    {PresenceState.INSIDE, PresenceState.HOSPITAL, PresenceState.FUNERAL, PresenceState.PROCEEDINGS}
)
SEXES: Final = {Sex.MALE: "A", Sex.FEMALE: "F"}
KINDS: Final = {StayKind.COMPULSORY: "B", StayKind.VOLUNTARY: "N", StayKind.TEMPORARY: "T"}
ZONES: Final = {
    StayKind.COMPULSORY: (ZoneKind.COMPULSORY, label("demo", "Khu cai nghiện bắt buộc")),
    StayKind.VOLUNTARY: (ZoneKind.VOLUNTARY, label("demo", "Khu cai nghiện tự nguyện")),
    StayKind.TEMPORARY: (ZoneKind.TEMPORARY, label("demo", "Khu lưu trú khi lập hồ sơ")),
}
ADULT: Final = 18
ENOUGH: Final = 20
"""People from which on somebody is infectious and somebody needs a room alone."""


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """People who may share a room."""

    is_minor: bool
    sex: Sex
    stay_kind: StayKind


@dataclass(frozen=True, slots=True)
class Sleeping:
    """Somebody who gets a bed, and since when they are here."""

    resident_id: str
    code: str
    since: datetime


def write_housing(database: Database, actor: Actor) -> int:
    """The house built and everybody in their beds; answers how many those are."""
    with database.write(actor) as uow:
        groups = _groups(uow)
        take_over_house(uow, TakeOverHouse(tuple(_plan(groups)), SOURCE))
        taken = _beds(uow, groups)
        take_over_placements(uow, TakeOverPlacements(taken, SOURCE))
        _write_needs(uow)
        uow.commit()
    with database.write(actor) as uow:
        _write_teams(uow)
        uow.commit()
    return len(taken)


def write_roll(database: Database, actor: Actor) -> None:
    """The morning's roll of the house: one of those who should be there was not found yet."""
    with database.write(actor) as uow:
        if not list_whereabouts(uow):
            return
        roll = open_roll(uow, OpenRoll(RollScope.ALL))
        sheet = get_roll(uow, roll.roll_id)
        due = [tick for tick in sheet.ticks if tick.mark is None] if sheet is not None else []
        if due:
            tick_roll(uow, TickRoll(roll.roll_id, (Tick(due[0].resident_id, RollMark.ABSENT),)))
        close_roll(uow, CloseRoll(roll.roll_id, roll.version, rest_is_present=True))
        uow.commit()


def _groups(uow: UnitOfWork) -> dict[Kind, list[Sleeping]]:
    """Who gets a bed, by who may share a room, by code."""
    here = {one.resident_id: one for one in list_whereabouts(uow) if one.presence in HAS_BED}
    found: dict[Kind, list[Sleeping]] = {}
    for row in sorted(list_resident_rows(uow, list(here)), key=lambda one: one.code):
        one = here[row.resident_id]
        since = min(uow.now, datetime.combine(one.admitted_on, time(7, 30), LOCAL))
        kind = Kind(row.age < ADULT, row.sex, stay_kind_of(one.stay_type.value))
        found.setdefault(kind, []).append(Sleeping(row.resident_id, row.code, since))
    return dict(sorted(found.items()))


def _plan(groups: Mapping[Kind, Sequence[Sleeping]]) -> Iterator[PlanZone]:
    order = 0
    for sex, sex_code in SEXES.items():
        for stay_kind, kind_code in KINDS.items():
            count = len(groups.get(Kind(is_minor=False, sex=sex, stay_kind=stay_kind), ()))
            rooms = _rooms_for(count) + (sex is Sex.MALE)
            zone_kind, name = ZONES[stay_kind]
            for number, first in enumerate(range(0, rooms, IN_A_ZONE), 1):
                order += 1
                held = min(IN_A_ZONE, rooms - first)
                yield _zone(
                    f"{sex_code}{kind_code}{number}", f"{name} {sex_code}{number}", zone_kind, sex, order, held
                )
    minors = [kind.sex for kind, people in groups.items() if kind.is_minor for _ in range(_rooms_for(len(people)))]
    plan = [PlanRoom(f"P{n:02}", IN_A_ROOM, sex, area_m2=M2) for n, sex in enumerate(minors, 1)]
    yield _special("VTN", label("demo", "Khu người chưa đủ 18 tuổi"), ZoneKind.MINORS, order + 1, plan)
    sick = [PlanRoom(f"P{n:02}", 4, sex, RoomPurpose.INFECTION, 40) for n, sex in enumerate(SEXES, 1)]
    yield _special("CL", label("demo", "Khu bệnh truyền nhiễm"), ZoneKind.INFECTION, order + 2, sick)
    care = [
        *(PlanRoom(f"P{n:02}", 6, sex, RoomPurpose.DETOX, 42) for n, sex in enumerate(SEXES, 1)),
        *(PlanRoom(f"P{n:02}", 2, sex, RoomPurpose.SEPARATE, 18) for n, sex in enumerate(SEXES, 3)),
    ]
    yield _special("YT", label("demo", "Khu y tế và điều trị cắt cơn"), ZoneKind.MEDICAL, order + 3, care)
    apart = [PlanRoom("P01", 4, Sex.MALE, RoomPurpose.VIOLATORS, 32)]
    yield _special("DR", label("demo", "Khu dành riêng"), ZoneKind.VIOLATORS, order + 4, apart)
    yield PlanZone(AddZone("HC", label("demo", "Khu hành chính"), ZoneKind.ADMINISTRATION, order_no=order + 5), ())


def _rooms_for(count: int) -> int:
    rooms = -(-count // IN_A_ROOM)
    return rooms + -(-rooms // SPARE)


def _zone(code: str, name: str, kind: ZoneKind, sex: Sex, order: int, rooms: int) -> PlanZone:
    plan = [PlanRoom(f"P{number:02}", IN_A_ROOM, area_m2=M2) for number in range(1, rooms + 1)]
    buildings = tuple(
        PlanBuilding(f"D{number}", f"Dãy {number}", tuple(plan[first : first + IN_A_BUILDING]))
        for number, first in enumerate(range(0, rooms, IN_A_BUILDING), 1)
    )
    return PlanZone(AddZone(code, name, kind, sex, order_no=order), buildings)


def _special(code: str, name: str, kind: ZoneKind, order: int, rooms: Sequence[PlanRoom]) -> PlanZone:
    buildings = (PlanBuilding("D1", "Dãy 1", tuple(rooms)),) if rooms else ()
    return PlanZone(AddZone(code, name, kind, order_no=order), buildings)


def _beds(uow: UnitOfWork, groups: Mapping[Kind, Sequence[Sleeping]]) -> list[TakenBed]:
    """One kind of people after the other, room by room; the first few men get the rooms of their own needs."""
    free = _free(uow)
    made: list[TakenBed] = []
    for kind, people in groups.items():
        waiting = list(people)
        if kind == Kind(is_minor=False, sex=Sex.MALE, stay_kind=StayKind.COMPULSORY) and len(waiting) >= ENOUGH:
            alone, *sick = (waiting.pop(0) for _ in range(3))
            made.append(TakenBed(alone.resident_id, _first(free, RoomPurpose.SEPARATE), alone.since))
            made += [TakenBed(one.resident_id, _first(free, RoomPurpose.INFECTION), one.since) for one in sick]
        beds = _of_kind(free, kind)
        made += [TakenBed(one.resident_id, next(beds), one.since) for one in waiting]
    return made


def _free(uow: UnitOfWork) -> list[tuple[ZoneKind, BoardRoom, list[str]]]:
    """Rooms in the order of the board, each with the beds nobody has."""
    return [
        (zone.kind, room, [bed.bed_id for bed in room.beds])
        for zone in get_board(uow).zones
        for room in zone.rooms
    ]


def _first(free: Sequence[tuple[ZoneKind, BoardRoom, list[str]]], purpose: RoomPurpose) -> str:
    return next(beds for _, room, beds in free if room.purpose is purpose and room.sex is Sex.MALE).pop(0)


def _of_kind(free: list[tuple[ZoneKind, BoardRoom, list[str]]], kind: Kind) -> Iterator[str]:
    """Beds for these people; a room among minors is for one kind of stay, so it is used up."""
    wanted = ZoneKind.MINORS if kind.is_minor else ZONES[kind.stay_kind][0]
    for entry in [one for one in free if one[0] is wanted and one[1].sex is kind.sex]:
        free.remove(entry)
        yield from entry[2]


def _write_needs(uow: UnitOfWork) -> None:
    """What those in the rooms for it need."""
    needs = {RoomPurpose.SEPARATE: NeedKind.SEPARATE_ROOM, RoomPurpose.INFECTION: NeedKind.INFECTION_ROOM}
    for zone in get_board(uow).zones:
        for room in zone.rooms:
            for bed in room.beds:
                if room.purpose in needs and bed.occupant is not None:
                    kind = needs[room.purpose]
                    cohort = "A" if kind is NeedKind.INFECTION_ROOM else None
                    require_placement(uow, RequirePlacement(bed.occupant.resident_id, kind, cohort=cohort))


def _write_teams(uow: UnitOfWork) -> None:
    """A team for each building people live in, with an officer of the staff."""
    officers = list_staff_ids(uow, Look())
    if not officers:
        return
    number = 0
    for zone in get_board(uow).zones:
        for building in zone.buildings:
            people = [bed.occupant.resident_id for room in building.rooms for bed in room.beds if bed.occupant]
            if people:
                number += 1
                officer = officers[number % len(officers)]
                team = add_team(uow, AddTeam(f"T{number:02}", f"Tổ {number}", officer, zone.zone_id))
                join_team(uow, JoinTeam(team.team_id, people))
