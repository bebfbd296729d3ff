"""A house taken over as it stands: zones, rooms, beds and who sleeps where, from a plan drawn elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.findings import Finding, PlacementRefusedError
from facility_app.modules.housing.domain.places import RoomPurpose
from facility_app.modules.housing.domain.rights import EDIT_HOUSE, PLACE_PEOPLE
from facility_app.modules.housing.domain.rules import RULES, Level
from facility_app.modules.housing.domain.separation import Sleeper, check_place
from facility_app.modules.housing.queries.state import BedState, Rooms, Standing
from facility_app.modules.housing.service.places import (
    AddBuilding,
    AddRoom,
    AddZone,
    add_building,
    add_room,
    add_zone,
)
from facility_app.modules.housing.tables import BedPlacement
from facility_app.modules.residents.api import SetCardPlace, set_card_places
from facility_app.modules.stays.api import list_whereabouts


@dataclass(frozen=True, slots=True)
class PlanRoom:
    """One room of a plan, approved for as many as it has beds."""

    code: str
    beds: int
    sex: Sex | None = None
    purpose: RoomPurpose = RoomPurpose.ORDINARY
    area_m2: float | None = None


@dataclass(frozen=True, slots=True)
class PlanBuilding:
    """One building with its rooms."""

    code: str
    name: str
    rooms: tuple[PlanRoom, ...]


@dataclass(frozen=True, slots=True)
class PlanZone:
    """One zone with its buildings."""

    zone: AddZone
    buildings: tuple[PlanBuilding, ...]


@dataclass(frozen=True, slots=True)
class TakeOverHouse:
    """The house as a plan says; ``source`` is where it was taken from."""

    zones: tuple[PlanZone, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TakenBed:
    """Somebody who slept in a bed before this program knew of it."""

    resident_id: str
    bed_id: str
    from_at: datetime


@dataclass(frozen=True, slots=True)
class TakeOverPlacements:
    """Who sleeps where, as a list says."""

    beds: Sequence[TakenBed]
    source: str


def take_over_house(uow: UnitOfWork, command: TakeOverHouse) -> int:
    """Build the whole house as one decision; answers how many beds it has.

    Raises:
        UserError: as ``add_zone``, ``add_building``, ``add_room``; ``reason_missing`` without a source.
    """
    require(uow, EDIT_HOUSE)
    require_reason(command.source)
    beds = 0
    with uow.act("housing.take_over_house", reason=command.source):
        for zone in command.zones:
            zone_id = add_zone(uow, zone.zone).place_id
            for building_no, building in enumerate(zone.buildings, 1):
                made = AddBuilding(zone_id, building.code, building.name, building_no)
                building_id = add_building(uow, made).place_id
                for room_no, room in enumerate(building.rooms, 1):
                    add_room(uow, _room(building_id, room, room_no))
                    beds += room.beds
    return beds


def take_over_placements(uow: UnitOfWork, command: TakeOverPlacements) -> int:
    """Write down who sleeps where now; every rule is asked, a hard one refuses the whole list.

    What may be overridden is kept and shows in ``check_house``: a list of yesterday cannot ask a second person.

    Raises:
        PlacementRefusedError: ``placement_refused`` naming the first that cannot be.
        UserError: ``no_open_stay``, ``not_found``, ``moment_odd``, ``overlap``; ``reason_missing`` without a
            source.
    """
    require(uow, PLACE_PEOPLE)
    require_reason(command.source)
    where = {one.resident_id: one for one in list_whereabouts(uow)}
    if not all(one.resident_id in where for one in command.beds):
        raise UserError(
            "no_open_stay",
            label(
                "errors",
                "Danh sách có người không có lần cai nghiện nào đang mở. Hãy tiếp nhận họ trước, hoặc bỏ họ ra.",
            ),
        )
    for one in command.beds:
        _require_moment(uow, one.from_at, where[one.resident_id].admitted_on)
    lies = _judged(uow, command.beds)
    with uow.act("housing.take_over_placements", reason=command.source):
        for one in command.beds:
            uow.add(
                BedPlacement(
                    resident_id=one.resident_id,
                    stay_id=where[one.resident_id].stay_id,
                    bed_id=one.bed_id,
                    from_at=one.from_at,
                )
            )
        uow.session.flush()
        set_card_places(
            uow,
            [SetCardPlace(one.resident_id, one.bed_id, lies[one.bed_id].bed_label) for one in command.beds],
        )
    return len(command.beds)


def _require_moment(uow: UnitOfWork, at: datetime, admitted_on: date) -> None:
    """Refuse a bed had before somebody came, or from a day still to come."""
    if admitted_on <= local_date(at) and at <= uow.now:
        return
    raise UserError(
        "moment_odd",
        label("errors", "Thời điểm {at} không hợp lý: người này có mặt từ {since}. Hãy sửa ngày, giờ."),
        at=format_moment(at),
        since=format_date(admitted_on),
    )


def _room(building_id: str, room: PlanRoom, order_no: int) -> AddRoom:
    """As many as it has beds: what the plan says was approved."""
    return AddRoom(
        building_id,
        room.code,
        room.beds,
        room.beds,
        sex=room.sex,
        purpose=room.purpose,
        area_m2=room.area_m2,
        order_no=order_no,
    )


def _judged(uow: UnitOfWork, beds: Sequence[TakenBed]) -> dict[str, BedState]:
    """The beds by id, once nothing hard speaks against the list; each is judged beside those before it."""
    standing = Standing(uow)
    lies = {bed.bed_id: bed for bed in standing.beds()}
    who = [one.resident_id for one in beds]
    there = standing.people([*who, *(bed.resident_id for bed in lies.values())])
    sleepers: dict[str, Sleeper] = standing.sleepers(there.values())
    mates, rules = Rooms(tuple(lies.values()), sleepers).mates(), standing.rules()
    for one in beds:
        if one.bed_id not in lies:
            raise UserError(
                "not_found",
                label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
                id=one.bed_id,
            )
        bed, person = lies[one.bed_id], sleepers[one.resident_id]
        if bed.bed_closed:
            params = {"bed": bed.bed_label, "reason": bed.bed_closed}
            shut = Finding(RULES["closed"], RULES["closed"].article, params)
            raise PlacementRefusedError([shut], person.code, bed.bed_label)
        found = check_place(person, bed.room.place, mates[bed.room_id], rules)
        hard = [finding for finding in found if finding.level is Level.HARD]
        if hard:
            raise PlacementRefusedError(hard, person.code, bed.bed_label)
        mates[bed.room_id].append(person)
    return lies
