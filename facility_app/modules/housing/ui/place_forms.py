"""What is asked of a zone, a building, a room, new beds, and what each form begins with."""

from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.housing.domain.places import (
    ROOM_PURPOSE_LABELS,
    ZONE_KIND_LABELS,
    RoomPurpose,
    ZoneKind,
)
from facility_app.modules.housing.ui import fields
from facility_app.modules.housing.ui.place_lists import (
    AREA,
    BED_COUNT,
    CERTIFIED,
    KIND,
    PURPOSE,
    SEX,
    WORKING,
    Chosen,
)
from facility_app.modules.housing.ui.words import options
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.shell.spec import PageContext

PARENT = label("housing", "Thuộc khu")
ZONE, BUILDING = label("housing", "Khu"), label("housing", "Nhà")
M2: Final = 500


def zone_form(context: PageContext, *, is_new: bool) -> Form[Any]:
    """A zone; where it lies is said once, when it is made."""
    form = new_form()
    form.add(usual.line("code", fields.CODE, is_required=True), usual.line("name", fields.NAME, is_required=True))
    form.add(
        CodeField("kind", KIND, options=options(ZONE_KIND_LABELS), is_required=True),
        CodeField("sex", SEX, options=options(SEX_LABELS)),
        spans=(8, 4),
    )
    if is_new:
        form.add(fields.zone_field(context, "parent_id", PARENT))
    form.add(fields.count_field("order_no", fields.ORDER, is_required=False), usual.line("note", fields.NOTE))
    return form


def building_form(context: PageContext, *, is_new: bool) -> Form[Any]:
    """A building; its zone is said once, when it is made."""
    form = new_form()
    if is_new:
        form.add(fields.zone_field(context, "zone_id", ZONE, is_required=True))
    form.add(usual.line("code", fields.CODE, is_required=True), usual.line("name", fields.NAME, is_required=True))
    form.add(fields.count_field("order_no", fields.ORDER, is_required=False))
    return form


def room_form(context: PageContext, *, is_new: bool) -> Form[Any]:
    """A room; its building, beds and first capacity are said once, when it is made."""
    form = new_form()
    if is_new:
        form.add(fields.building_field(context, "building_id", BUILDING))
    form.add(usual.line("code", fields.CODE, is_required=True), CodeField("sex", SEX, options=options(SEX_LABELS)))
    form.add(
        CodeField("purpose", PURPOSE, options=options(ROOM_PURPOSE_LABELS), is_required=True),
        NumberField("area_m2", AREA, decimals=2, least=0, most=M2),
        spans=(8, 4),
    )
    if is_new:
        form.add(
            fields.count_field("beds", BED_COUNT),
            fields.count_field("certified", CERTIFIED),
            fields.count_field("working", WORKING, is_required=False),
        )
    form.add(fields.count_field("order_no", fields.ORDER, is_required=False), usual.line("note", fields.NOTE))
    return form


def beds_form(_context: PageContext) -> Form[Any]:
    """How many beds a room gets more."""
    form = new_form()
    form.add(fields.count_field("count", BED_COUNT))
    return form


def new_zone(_context: PageContext, _row: Any) -> Shown:
    """A new zone is one people live in."""
    return shown(kind=ZoneKind.RESIDENTS)


def new_building(chosen: Chosen, _context: PageContext, _row: Any) -> Shown:
    """A new building stands in the zone chosen."""
    return shown(zone_id=chosen.zone or None)


def new_room(chosen: Chosen, _context: PageContext, _row: Any) -> Shown:
    """A new room lies in the building chosen."""
    return shown(building_id=chosen.building or None, purpose=RoomPurpose.ORDINARY)
