"""Fields the forms of the house share, and the values they begin with."""

from collections.abc import Sequence
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.housing.queries.house import list_buildings, list_zones
from facility_app.modules.housing.queries.screens import (
    find_officers,
    find_people,
    find_person,
    name_officers,
)
from facility_app.modules.housing.queries.teams import list_teams
from facility_app.ui.forms import usual
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.shell.spec import PageContext

CODE, NAME = label("housing", "Ký hiệu"), label("housing", "Tên")
ORDER, NOTE = label("housing", "Thứ tự trên sơ đồ"), label("terms", "Ghi chú")
REASON, PERSON = label("terms", "Lý do"), label("housing", "Người cai nghiện")
PERSON_HINT = label("housing", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")


def row_itself(_context: PageContext, row: Any) -> Any:
    """A form that begins with the row it is about."""
    return row


def reason_field() -> NoteField:
    """Why."""
    return NoteField("reason", REASON, is_required=True, limit=usual.LINE_LIMIT, lines=2)


def count_field(name: str, head: Label, *, most: int = 200, is_required: bool = True) -> NumberField:
    """A whole number."""
    return NumberField(name, head, least=0, most=most, is_required=is_required)


def person_field(context: PageContext) -> PersonField:
    """Somebody."""
    return PersonField(
        "resident_id",
        PERSON,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=True,
        hint=PERSON_HINT,
    )


def officer_field(context: PageContext, name: str, head: Label) -> PersonField:
    """A member of staff."""
    return PersonField(name, head, runner=context.runner, lookup=_officers, find=_officer, is_required=True)


def zone_field(context: PageContext, name: str, head: Label, *, is_required: bool = False) -> LookupField:
    """A zone."""
    return LookupField(name, head, runner=context.runner, lookup=_zones, find=_zone, is_required=is_required)


def building_field(context: PageContext, name: str, head: Label) -> LookupField:
    """A building."""
    return LookupField(name, head, runner=context.runner, lookup=_buildings, find=_building, is_required=True)


def team_field(context: PageContext, name: str, head: Label, *, is_required: bool = False) -> LookupField:
    """A team."""
    return LookupField(name, head, runner=context.runner, lookup=_teams, find=_team, is_required=is_required)


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else _choice(found)


def _officers(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_officers(uow, text)))


def _officer(uow: Any, member_id: str) -> Choice | None:
    name = name_officers(uow, [member_id]).get(member_id)
    return None if name is None else Choice(member_id, name)


def _zone_choices(uow: Any) -> tuple[Choice, ...]:
    return tuple(Choice(one.zone_id, one.name, one.code) for one in list_zones(uow))


def _zones(uow: Any, text: str) -> Sequence[Choice]:
    return ranked(_zone_choices(uow), text)


def _zone(uow: Any, zone_id: str) -> Choice | None:
    return next((one for one in _zone_choices(uow) if one.id == zone_id), None)


def _building_choices(uow: Any) -> tuple[Choice, ...]:
    zones = {one.zone_id: one.name for one in list_zones(uow)}
    return tuple(
        Choice(one.building_id, f"{zones.get(one.zone_id, '')} – {one.name}", one.code)
        for one in list_buildings(uow)
    )


def _buildings(uow: Any, text: str) -> Sequence[Choice]:
    return ranked(_building_choices(uow), text)


def _building(uow: Any, building_id: str) -> Choice | None:
    return next((one for one in _building_choices(uow) if one.id == building_id), None)


def _team_choices(uow: Any) -> tuple[Choice, ...]:
    return tuple(Choice(one.team_id, one.name, one.code) for one in list_teams(uow))


def _teams(uow: Any, text: str) -> Sequence[Choice]:
    return ranked(_team_choices(uow), text)


def _team(uow: Any, team_id: str) -> Choice | None:
    return next((one for one in _team_choices(uow) if one.id == team_id), None)
