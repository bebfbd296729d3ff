"""Building the house: zones, buildings, rooms, beds; nothing is taken away while somebody sleeps there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.capacity import MOST_BEDS, require_capacity
from facility_app.modules.housing.domain.places import ZONING, RoomPurpose, ZoneKind
from facility_app.modules.housing.domain.rights import EDIT_HOUSE, PLACE_PEOPLE
from facility_app.modules.housing.queries.house import BED, BUILDING, CM2, ROOM, ZONE
from facility_app.modules.housing.queries.state import PLACED
from facility_app.modules.housing.service.occupied import Occupied
from facility_app.modules.housing.tables import HousingBed, HousingBuilding, HousingRoom, HousingZone
from facility_app.modules.residents.api import SetCardPlace, set_card_places

RecordT = TypeVar("RecordT", HousingZone, HousingBuilding, HousingRoom, HousingBed)
LARGEST_M2: Final = 5_000
CODE_CHARS: Final = 20


@dataclass(frozen=True, slots=True)
class SavedPlace:
    """What a decision about a place leaves; ``version`` goes with the next one."""

    place_id: str
    version: int


@dataclass(frozen=True, slots=True)
class AddZone:
    """A zone, or a sub-zone of ``parent_id``."""

    code: str
    name: str
    kind: ZoneKind
    sex: Sex | None = None
    parent_id: str | None = None
    order_no: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EditZone:
    """Another code, name or purpose of a zone; its purpose only while nobody sleeps there."""

    zone_id: str
    version: int
    code: str
    name: str
    kind: ZoneKind
    sex: Sex | None = None
    order_no: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AddBuilding:
    """A building or row in a zone."""

    zone_id: str
    code: str
    name: str
    order_no: int = 0


@dataclass(frozen=True, slots=True)
class EditBuilding:
    """Another code or name of a building."""

    building_id: str
    version: int
    code: str
    name: str
    order_no: int = 0


@dataclass(frozen=True, slots=True)
class AddRoom:
    """A room with as many numbered beds; its first capacity is part of building it.

    Attributes:
        certified: people it was approved for; ``working`` people it may hold now, as many when nothing is said.
    """

    building_id: str
    code: str
    beds: int
    certified: int
    working: int | None = None
    sex: Sex | None = None
    purpose: RoomPurpose = RoomPurpose.ORDINARY
    area_m2: float | None = None
    order_no: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EditRoom:
    """Another code, purpose or size of a room; sex and purpose only while nobody sleeps there."""

    room_id: str
    version: int
    code: str
    sex: Sex | None = None
    purpose: RoomPurpose = RoomPurpose.ORDINARY
    area_m2: float | None = None
    order_no: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AddBeds:
    """More beds in a room, numbered on; how many may sleep there is decided by two people, not by this."""

    room_id: str
    count: int


@dataclass(frozen=True, slots=True)
class VoidPlace:
    """Take a zone, building, room or bed away."""

    place_id: str
    version: int
    reason: str


def add_zone(uow: UnitOfWork, command: AddZone) -> SavedPlace:
    """Add a zone or sub-zone.

    Raises:
        UserError: ``field_missing``, ``place_code_taken``, ``not_found``.
    """
    require(uow, EDIT_HOUSE)
    code, name, note = _words(command.code, command.name, command.note)
    if command.parent_id is not None:
        uow.get(HousingZone, command.parent_id)
    _require_new(uow, ZONE, ZONE.code == code)
    with uow.act("housing.add_zone") as act:
        made = uow.add(
            HousingZone(
                code=code,
                name=name,
                kind=command.kind,
                sex=command.sex,
                parent_id=command.parent_id,
                order_no=command.order_no,
                note=note,
            )
        )
        act.about(made)
    return SavedPlace(made.id, made.version)


def edit_zone(uow: UnitOfWork, command: EditZone) -> SavedPlace:
    """Change a zone.

    Raises:
        UserError: ``people_there`` when its purpose changes, naming them; as ``add_zone``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_HOUSE)
    zone = uow.get(HousingZone, command.zone_id, version=command.version)
    code, name, note = _words(command.code, command.name, command.note)
    _require_new(uow, ZONE, ZONE.code == code, zone.id)
    if (zone.kind, zone.sex) != (command.kind, command.sex):
        Occupied(uow).require_none(zone.name, BUILDING.zone_id == zone.id)
    with uow.act("housing.edit_zone") as act:
        act.about(zone)
        zone.kind, zone.sex, zone.order_no = command.kind, command.sex, command.order_no
        zone.code, zone.name, zone.note = code, name, note
        uow.session.flush()
        _relabel(uow, ZONE.id == zone.id)
    return SavedPlace(zone.id, zone.version)


def add_building(uow: UnitOfWork, command: AddBuilding) -> SavedPlace:
    """Add a building or row.

    Raises:
        UserError: ``field_missing``, ``place_code_taken``, ``not_found``.
    """
    require(uow, EDIT_HOUSE)
    code, name, _ = _words(command.code, command.name, None)
    zone = uow.get(HousingZone, command.zone_id)
    _require_new(uow, BUILDING, sa.and_(BUILDING.zone_id == zone.id, BUILDING.code == code))
    with uow.act("housing.add_building") as act:
        made = uow.add(HousingBuilding(zone_id=zone.id, code=code, name=name, order_no=command.order_no))
        act.about(made)
    return SavedPlace(made.id, made.version)


def edit_building(uow: UnitOfWork, command: EditBuilding) -> SavedPlace:
    """Change a building. Raises as ``add_building``, and ``record_changed``."""
    require(uow, EDIT_HOUSE)
    found = uow.get(HousingBuilding, command.building_id, version=command.version)
    code, name, _ = _words(command.code, command.name, None)
    _require_new(uow, BUILDING, sa.and_(BUILDING.zone_id == found.zone_id, BUILDING.code == code), found.id)
    with uow.act("housing.edit_building") as act:
        act.about(found)
        found.code, found.name, found.order_no = code, name, command.order_no
        uow.session.flush()
        _relabel(uow, BUILDING.id == found.id)
    return SavedPlace(found.id, found.version)


def add_room(uow: UnitOfWork, command: AddRoom) -> SavedPlace:
    """Add a room with its beds.

    Raises:
        UserError: ``number_out_of_range``, ``zone_has_no_beds``, ``capacity_odd``; as ``add_building``.
    """
    require(uow, EDIT_HOUSE)
    code, _, note = _words(command.code, command.code, command.note)
    area = _checked_sizes(command.beds, command.area_m2)
    working = command.certified if command.working is None else command.working
    require_capacity(command.certified, working)
    building = uow.get(HousingBuilding, command.building_id)
    zone = uow.get(HousingZone, building.zone_id)
    if command.beds and not ZONING[zone.kind].sleeps:
        raise UserError(
            "zone_has_no_beds",
            label(
                "errors", "{zone} là khu không dùng để ở, không đặt giường. Hãy chọn khu khác hoặc đổi loại khu."
            ),
            zone=zone.name,
        )
    _require_new(uow, ROOM, sa.and_(ROOM.building_id == building.id, ROOM.code == code))
    with uow.act("housing.add_room") as act:
        made = uow.add(
            HousingRoom(
                building_id=building.id,
                code=code,
                name=f"{zone.code}-{building.code}-{code}",
                sex=command.sex,
                purpose=command.purpose,
                area_cm2=area,
                certified=command.certified,
                working=working,
                order_no=command.order_no,
                note=note,
            )
        )
        act.about(made)
        uow.session.flush()
        _put_beds(uow, made, 0, command.beds)
    return SavedPlace(made.id, made.version)


def edit_room(uow: UnitOfWork, command: EditRoom) -> SavedPlace:
    """Change a room; its capacity is another decision.

    Raises:
        UserError: ``people_there`` when sex or purpose changes, naming them; as ``add_room``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_HOUSE)
    room = uow.get(HousingRoom, command.room_id, version=command.version)
    code, _, note = _words(command.code, command.code, command.note)
    area = _checked_sizes(0, command.area_m2)
    _require_new(uow, ROOM, sa.and_(ROOM.building_id == room.building_id, ROOM.code == code), room.id)
    if (room.sex, room.purpose) != (command.sex, command.purpose):
        Occupied(uow).require_none(room.name, ROOM.id == room.id)
    with uow.act("housing.edit_room") as act:
        act.about(room)
        room.code, room.sex, room.purpose, room.area_cm2 = code, command.sex, command.purpose, area
        room.order_no, room.note = command.order_no, note
        uow.session.flush()
        _relabel(uow, ROOM.id == room.id)
    return SavedPlace(room.id, room.version)


def add_beds(uow: UnitOfWork, command: AddBeds) -> SavedPlace:
    """Put more beds into a room.

    Raises:
        UserError: ``number_out_of_range``, ``not_found``.
    """
    require(uow, EDIT_HOUSE)
    _checked_sizes(command.count, None)
    room = uow.get(HousingRoom, command.room_id)
    there = uow.session.scalar(sa.select(sa.func.max(BED.order_no)).where(BED.room_id == room.id)) or 0
    with uow.act("housing.add_beds") as act:
        act.about(room)
        _put_beds(uow, room, there, command.count)
    return SavedPlace(room.id, room.version)


def void_zone(uow: UnitOfWork, command: VoidPlace) -> None:
    """Take a zone away that nothing stands in.

    Raises:
        UserError: ``place_not_empty``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_HOUSE)
    inner = (
        sa.select(BUILDING.id).where(BUILDING.zone_id == command.place_id, BUILDING.voided_at.is_(None)),
        sa.select(ZONE.id).where(ZONE.parent_id == command.place_id, ZONE.voided_at.is_(None)),
    )
    _void(uow, HousingZone, command, "housing.void_zone", inner)


def void_building(uow: UnitOfWork, command: VoidPlace) -> None:
    """Take a building away that has no room. Raises as ``void_zone``."""
    require(uow, EDIT_HOUSE)
    inner = (sa.select(ROOM.id).where(ROOM.building_id == command.place_id, ROOM.voided_at.is_(None)),)
    _void(uow, HousingBuilding, command, "housing.void_building", inner)


def void_room(uow: UnitOfWork, command: VoidPlace) -> None:
    """Take a room away that has no bed. Raises as ``void_zone``."""
    require(uow, EDIT_HOUSE)
    inner = (sa.select(BED.id).where(BED.room_id == command.place_id, BED.voided_at.is_(None)),)
    _void(uow, HousingRoom, command, "housing.void_room", inner)


def void_bed(uow: UnitOfWork, command: VoidPlace) -> None:
    """Take a bed away; who slept there stays in the history.

    Raises:
        UserError: ``people_there`` naming whose it is; ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_HOUSE)
    bed = uow.get(HousingBed, command.place_id, version=command.version)
    Occupied(uow).require_none(bed.label, BED.id == bed.id)
    _void(uow, HousingBed, command, "housing.void_bed", ())


def _void(
    uow: UnitOfWork,
    record: type[RecordT],
    command: VoidPlace,
    verb: str,
    inner: Sequence[sa.Select[Any]],
) -> None:
    require_reason(command.reason)
    found = uow.get(record, command.place_id, version=command.version)
    if any(uow.session.scalar(one.limit(1)) is not None for one in inner):
        raise UserError(
            "place_not_empty",
            label("errors", "{place} còn có nhà, phòng hoặc giường bên trong. Hãy bỏ từ trong ra ngoài."),
            place=found.code,
        )
    with uow.act(verb, reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def _words(code: str, name: str, note: str | None) -> tuple[str, str, str | None]:
    faults = Faults()
    missing = label("errors", "Cần mã và tên để gọi. Hãy gõ vào.")
    kept = faults.line("code", code, needed=missing)
    if kept is not None and len(kept) > CODE_CHARS:
        faults.add("text_too_long", "code", label("errors", "Mã quá dài: tối đa 20 ký tự. Hãy viết ngắn lại."))
    named = faults.line("name", name, needed=missing)
    noted = faults.line("note", note)
    faults.refuse()
    return kept or "", named or "", noted


def _checked_sizes(beds: int, area_m2: float | None) -> int | None:
    """The floor in square centimetres."""
    faults = Faults()
    faults.amount("beds", beds, 0, MOST_BEDS)
    area = None if area_m2 is None else round(area_m2 * CM2)
    faults.amount("area_m2", area, 1, LARGEST_M2 * CM2)
    faults.refuse()
    return area


def _require_new(uow: UnitOfWork, columns: Any, same: sa.ColumnElement[bool], own_id: str = "") -> None:
    asked = sa.select(columns.id).where(same, columns.voided_at.is_(None), columns.id != own_id)
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "place_code_taken",
            label("errors", "Mã này đã có ở cùng chỗ. Hãy chọn mã khác."),
            fields={"code": label("errors", "Mã đã có")},
        )


def _put_beds(uow: UnitOfWork, room: HousingRoom, after: int, count: int) -> None:
    for number in range(after + 1, after + count + 1):
        code = f"{number:02}"
        uow.add(HousingBed(room_id=room.id, code=code, label=f"{room.name}-{code}", order_no=number))
    uow.session.flush()


def _relabel(uow: UnitOfWork, changed: sa.ColumnElement[bool]) -> None:
    """Names of rooms and beds follow the codes of what they lie in, and the cards of those who sleep there.

    Raises:
        UserError: ``people_there`` for whoever may not say where people sleep.
    """
    renamed: dict[str, str] = {}
    lie = (
        sa.select(HousingRoom, ZONE.code, BUILDING.code)
        .join(BUILDING.id.table, BUILDING.id == HousingRoom.building_id)
        .join(ZONE.id.table, ZONE.id == BUILDING.zone_id)
        .where(changed, HousingRoom.voided_at.is_(None))
    )
    for room, zone_code, building_code in uow.session.execute(lie).all():
        name = f"{zone_code}-{building_code}-{room.code}"
        if room.name != name:
            if not uow.actor.may(PLACE_PEOPLE):
                Occupied(uow).require_none(room.name, ROOM.id == room.id)
            room.name = name
            beds = sa.select(HousingBed).where(HousingBed.room_id == room.id, HousingBed.voided_at.is_(None))
            for bed in uow.session.scalars(beds):
                renamed[bed.id] = bed.label = f"{name}-{bed.code}"
    if not renamed:
        return
    sleeping = sa.select(PLACED.resident_id, PLACED.bed_id).where(
        PLACED.to_at.is_(None), PLACED.voided_at.is_(None)
    )
    told = [(who, bed_id) for who, bed_id in uow.session.execute(sleeping).all() if bed_id in renamed]
    if told:
        set_card_places(uow, [SetCardPlace(who, bed_id, renamed[bed_id]) for who, bed_id in told])
