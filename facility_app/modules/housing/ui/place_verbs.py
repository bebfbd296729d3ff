"""The verbs on zones, buildings, rooms and beds: what is typed becomes a decision."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import RoomPurpose, ZoneKind
from facility_app.modules.housing.domain.rights import EDIT_HOUSE
from facility_app.modules.housing.service.places import (
    AddBeds,
    AddBuilding,
    AddRoom,
    AddZone,
    EditBuilding,
    EditRoom,
    EditZone,
    VoidPlace,
    add_beds,
    add_building,
    add_room,
    add_zone,
    edit_building,
    edit_room,
    edit_zone,
    void_bed,
    void_building,
    void_room,
    void_zone,
)
from facility_app.modules.housing.ui import fields
from facility_app.modules.housing.ui import place_forms as forms
from facility_app.modules.housing.ui import place_lists as lists
from facility_app.ui.forms.beginning import nothing
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.shell.spec import PageContext

ADD_ZONE, ADD_BUILDING = label("verbs", "Thêm khu"), label("verbs", "Thêm nhà")
ADD_ROOM, ADD_BEDS = label("verbs", "Thêm phòng"), label("verbs", "Thêm giường")
EDIT, VOID = label("verbs", "Sửa"), label("verbs", "Bỏ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("housing", "Đã bỏ; lịch sử vẫn còn.")
VOID_TEXT = label("housing", "{name}: chỉ bỏ được khi không còn gì và không còn ai ở trong; lịch sử vẫn còn.")
NO_ROOM_CHOSEN = label("errors", "Chưa chọn phòng nào. Hãy đóng ô này, chọn một phòng rồi thêm giường.")

PlaceVerb = FormVerb[Any] | ReasonVerb[Any]


def zone_verbs() -> tuple[PlaceVerb, ...]:
    """On zones."""
    return (
        _added("housing.add_zone", ADD_ZONE, partial(forms.zone_form, is_new=True), forms.new_zone, _add_zone),
        _edited("housing.edit_zone", partial(forms.zone_form, is_new=False), _edit_zone),
        _struck("housing.void_zone", lists.zone_id, void_zone),
    )


def building_verbs(chosen: lists.Chosen) -> tuple[PlaceVerb, ...]:
    """On buildings; a new one stands in the zone chosen."""
    return (
        _added(
            "housing.add_building",
            ADD_BUILDING,
            partial(forms.building_form, is_new=True),
            partial(forms.new_building, chosen),
            _add_building,
        ),
        _edited("housing.edit_building", partial(forms.building_form, is_new=False), _edit_building),
        _struck("housing.void_building", lists.building_id, void_building),
    )


def room_verbs(chosen: lists.Chosen) -> tuple[PlaceVerb, ...]:
    """On rooms; a new one lies in the building chosen."""
    return (
        _added(
            "housing.add_room",
            ADD_ROOM,
            partial(forms.room_form, is_new=True),
            partial(forms.new_room, chosen),
            _add_room,
        ),
        _edited("housing.edit_room", partial(forms.room_form, is_new=False), _edit_room),
        _struck("housing.void_room", lists.room_id, void_room),
    )


def bed_verbs(chosen: lists.Chosen) -> tuple[PlaceVerb, ...]:
    """On beds; new ones stand in the room chosen."""
    more: FormVerb[Any] = FormVerb(
        id="housing.add_beds", text=ADD_BEDS, permission=EDIT_HOUSE, icon="plus", told=SAVED, needs_row=False,
        form=forms.beds_form, begin=nothing, save=partial(_add_beds, chosen),
    )  # fmt: skip
    return more, _struck("housing.void_bed", lists.bed_id, void_bed)


def _name(row: Any) -> str:
    return str(row.name)


def _version(row: Any) -> int:
    return int(row.version)


def _as_sex(value: Any) -> Sex | None:
    return Sex(value) if value else None


def _number(value: Any) -> int:
    return 0 if value is None else int(value)


def _add_zone(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    order = _number(v["order_no"])
    made = AddZone(v["code"], v["name"], ZoneKind(v["kind"]), _as_sex(v["sex"]), v["parent_id"], order, v["note"])
    return add_zone(uow, made).place_id


def _edit_zone(uow: Any, zone_id: str, version: int, v: Mapping[str, Any]) -> str:
    order, kind = _number(v["order_no"]), ZoneKind(v["kind"])
    made = EditZone(zone_id, version, v["code"], v["name"], kind, _as_sex(v["sex"]), order, v["note"])
    return edit_zone(uow, made).place_id


def _add_building(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_building(uow, AddBuilding(v["zone_id"], v["code"], v["name"], _number(v["order_no"]))).place_id


def _edit_building(uow: Any, building_id: str, version: int, v: Mapping[str, Any]) -> str:
    made = EditBuilding(building_id, version, v["code"], v["name"], _number(v["order_no"]))
    return edit_building(uow, made).place_id


def _add_room(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    made = AddRoom(
        building_id=v["building_id"],
        code=v["code"],
        beds=int(v["beds"]),
        certified=int(v["certified"]),
        working=None if v["working"] is None else int(v["working"]),
        sex=_as_sex(v["sex"]),
        purpose=RoomPurpose(v["purpose"]),
        area_m2=None if v["area_m2"] is None else float(v["area_m2"]),
        order_no=_number(v["order_no"]),
        note=v["note"],
    )
    return add_room(uow, made).place_id


def _edit_room(uow: Any, room_id: str, version: int, v: Mapping[str, Any]) -> str:
    made = EditRoom(
        room_id=room_id,
        version=version,
        code=v["code"],
        sex=_as_sex(v["sex"]),
        purpose=RoomPurpose(v["purpose"]),
        area_m2=None if v["area_m2"] is None else float(v["area_m2"]),
        order_no=_number(v["order_no"]),
        note=v["note"],
    )
    return edit_room(uow, made).place_id


def _add_beds(chosen: lists.Chosen, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    if not chosen.room:
        raise UserError("room_missing", NO_ROOM_CHOSEN)
    return add_beds(uow, AddBeds(chosen.room, int(v["count"]))).place_id


def _void(
    verb: Callable[[Any, VoidPlace], None], row_id: Callable[[Any], str], uow: Any, row: Any, reason: str
) -> None:
    verb(uow, VoidPlace(row_id(row), row.version, reason))


def _about(row: Any) -> str:
    return tr(VOID_TEXT, name=getattr(row, "label", "") or row.name)


def _struck(verb_id: str, row_id: Callable[[Any], str], verb: Callable[[Any, VoidPlace], None]) -> ReasonVerb[Any]:
    return ReasonVerb(
        id=verb_id, text=VOID, permission=EDIT_HOUSE, icon="ban", told=STRUCK, title=VOID, about=_about,
        button=VOID, save=partial(_void, verb, row_id), is_dangerous=True,
    )  # fmt: skip


def _added(
    verb_id: str, text: Label, form: Callable[[PageContext], Form[Any]], begin: Any, save: Any
) -> FormVerb[Any]:
    return FormVerb(
        id=verb_id, text=text, permission=EDIT_HOUSE, icon="plus", told=SAVED, needs_row=False, form=form,
        begin=begin, save=save,
    )  # fmt: skip


def _edited(verb_id: str, form: Callable[[PageContext], Form[Any]], save: Any) -> FormVerb[Any]:
    return FormVerb(
        id=verb_id, text=EDIT, permission=EDIT_HOUSE, icon="pencil", told=SAVED, form=form,
        about=_name, begin=fields.row_itself, save=save, version=_version,
    )  # fmt: skip
