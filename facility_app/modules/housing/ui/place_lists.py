"""Zones, buildings, rooms and beds as lists: each shows what lies in the row chosen in the one before."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.housing.domain.places import ROOM_PURPOSE_LABELS, ZONE_KIND_LABELS
from facility_app.modules.housing.queries.house import (
    BedRow,
    BuildingRow,
    RoomRow,
    ZoneRow,
    list_beds,
    list_buildings,
    list_rooms,
    list_zones,
)
from facility_app.modules.housing.ui import fields, places
from facility_app.modules.housing.ui import words as said
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.theme import Tone

ZONES, BUILDINGS = label("housing", "Khu, phân khu"), label("housing", "Nhà, dãy")
ROOMS, BEDS = label("housing", "Phòng"), label("housing", "Giường")
KIND, SEX = label("housing", "Loại"), label("housing", "Dành cho")
CERTIFIED, WORKING = label("housing", "Được duyệt"), label("housing", "Đang dùng")
AREA, PURPOSE = label("housing", "Diện tích (m²)"), label("housing", "Công dụng")
BED_COUNT, STATE = label("housing", "Số giường"), label("housing", "Tình trạng")
NO_ZONE = label("housing", "Chưa có khu nào. Hãy thêm khu đầu tiên.")
NO_BUILDING = label("housing", "Khu này chưa có nhà nào.")
NO_ROOM, NO_BEDS = label("housing", "Nhà này chưa có phòng nào."), label("housing", "Phòng này chưa có giường.")
OPEN_STATE, CLOSED_STATE = label("housing", "đang dùng"), label("housing", "đóng: {reason}")
CLOSED_BEDS, ROOM_CLOSED = label("housing", "{count} giường đóng"), label("housing", "cả phòng đóng")


class Chosen:
    """What is chosen in the card before: the next one lists what lies in it.

    Attributes:
        zone, building, room: their ids; empty for none.
        room_closed: why the room is closed; empty for open.
    """

    def __init__(self) -> None:
        """Nothing."""
        self.zone = self.building = self.room = self.room_closed = ""


def zones_spec() -> ListSpec[Any]:
    """Every zone."""
    return _spec("housing.zones", ZONES, NO_ZONE, list_zones, zone_id, (
        ColumnSpec("code", fields.CODE, _code, width=66, is_strong=True),
        ColumnSpec("name", fields.NAME, _name, width=240),
        ColumnSpec("kind", KIND, _zone_kind, width=262, wraps=True),
        ColumnSpec("sex", SEX, _sex, width=80),
    ))  # fmt: skip


def buildings_spec(chosen: Chosen) -> ListSpec[Any]:
    """Buildings of the zone chosen."""
    return _spec("housing.buildings", BUILDINGS, NO_BUILDING, partial(_in_zone, chosen), building_id, (
        ColumnSpec("code", fields.CODE, _code, width=80, is_strong=True),
        ColumnSpec("name", fields.NAME, _name, width=200),
    ))  # fmt: skip


def rooms_spec(chosen: Chosen) -> ListSpec[Any]:
    """Rooms of the building chosen."""
    return _spec("housing.rooms", ROOMS, NO_ROOM, partial(_in_building, chosen), room_id, (
        ColumnSpec("name", ROOMS, _name, width=122, is_strong=True),
        ColumnSpec("beds", BED_COUNT, _bed_count, width=84, align=Align.END),
        ColumnSpec("working", WORKING, _working, width=86, align=Align.END),
        ColumnSpec("certified", CERTIFIED, _certified, width=94, align=Align.END),
        ColumnSpec("state", STATE, _room_state, width=124, tone=_room_tone),
        ColumnSpec("purpose", PURPOSE, _purpose, width=104, gives_way=1),
        ColumnSpec("sex", SEX, _sex, width=80, gives_way=2),
        ColumnSpec("area", AREA, _area, width=120, align=Align.END, gives_way=3),
    ))  # fmt: skip


def beds_spec(chosen: Chosen) -> ListSpec[Any]:
    """Beds of the room chosen."""
    return _spec("housing.beds", BEDS, NO_BEDS, partial(_in_room, chosen), bed_id, (
        ColumnSpec("label", BEDS, _bed_label, width=150, is_strong=True),
        ColumnSpec("state", STATE, partial(_bed_state, chosen), width=200, tone=partial(_bed_tone, chosen)),
    ))  # fmt: skip


def zone_id(row: ZoneRow) -> str:
    """A zone's id."""
    return row.zone_id


def building_id(row: BuildingRow) -> str:
    """A building's id."""
    return row.building_id


def room_id(row: RoomRow) -> str:
    """A room's id."""
    return row.room_id


def bed_id(row: BedRow) -> str:
    """A bed's id."""
    return row.bed_id


def _spec(list_id: str, title: Any, empty: Any, read: Any, row_id: Any, columns: Any) -> ListSpec[Any]:
    return short_list(list_id, title, empty, columns, read, row_id, places.HOUSE_TABLES)


def _code(row: Any) -> str:
    return str(row.code)


def _name(row: Any) -> str:
    return str(row.name)


def _zone_kind(row: ZoneRow) -> str:
    return tr(ZONE_KIND_LABELS[row.kind])


def _sex(row: Any) -> str:
    return "" if row.sex is None else tr(SEX_LABELS[row.sex])


def _bed_count(row: RoomRow) -> str:
    return str(row.beds)


def _working(row: RoomRow) -> str:
    return str(row.working)


def _certified(row: RoomRow) -> str:
    return str(row.certified)


def _purpose(row: RoomRow) -> str:
    return tr(ROOM_PURPOSE_LABELS[row.purpose])


def _area(row: RoomRow) -> str:
    return said.area(row.area_m2)


def _room_state(row: RoomRow) -> str:
    if row.closed_reason:
        return tr(CLOSED_STATE, reason=row.closed_reason)
    return tr(CLOSED_BEDS, count=row.closed_beds) if row.closed_beds else tr(OPEN_STATE)


def _room_tone(row: RoomRow) -> Tone:
    return Tone.WARNING if row.closed_reason or row.closed_beds else Tone.OK


def _bed_label(row: BedRow) -> str:
    return row.label


def _bed_state(chosen: Chosen, row: BedRow) -> str:
    if row.closed_reason:
        return tr(CLOSED_STATE, reason=row.closed_reason)
    return tr(ROOM_CLOSED if chosen.room_closed else OPEN_STATE)


def _bed_tone(chosen: Chosen, row: BedRow) -> Tone:
    return Tone.WARNING if row.closed_reason or chosen.room_closed else Tone.OK


def _in_zone(chosen: Chosen, uow: Any) -> Sequence[BuildingRow]:
    return list_buildings(uow, chosen.zone) if chosen.zone else ()


def _in_building(chosen: Chosen, uow: Any) -> Sequence[RoomRow]:
    if not chosen.building:
        return ()
    return tuple(row for row in list_rooms(uow, chosen.zone) if row.building_id == chosen.building)


def _in_room(chosen: Chosen, uow: Any) -> Sequence[BedRow]:
    return list_beds(uow, chosen.room) if chosen.room else ()
