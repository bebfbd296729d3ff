"""Fields the forms of the calendar share, and the one that finds a calendar."""

from collections.abc import Sequence
from typing import Any, Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS, SlotKind
from facility_app.modules.calendar.queries.meetings import find_named
from facility_app.modules.calendar.queries.rooms import list_rooms
from facility_app.modules.calendar.queries.views import (
    Whose,
    find_officers,
    find_people,
    name_officers,
    name_people,
)
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ROOM, OFFICER = label("calendar", "Phòng"), label("calendar", "Cán bộ phụ trách")
WHOSE = label("calendar", "Lịch của")
STAFF_WORD = label("calendar", "Cán bộ")
_RESIDENT, _STAFF, _ROOM, _KIND = "resident", "staff", "room", "kind"
_MARK: Final = ":"
_FIRST: Final = 8


def room_field(context: PageContext) -> LookupField:
    """A meeting room."""
    return LookupField("room_id", ROOM, runner=context.runner, lookup=_rooms, find=_room)


def officer_field(context: PageContext) -> PersonField:
    """A member of staff."""
    return PersonField("staff_id", OFFICER, runner=context.runner, lookup=_officers, find=_officer)


def whose_field(context: PageContext) -> LookupField:
    """Whose calendar: somebody's, a room's, of a class, a team or a course, or everything of a kind."""
    return LookupField("whose", WHOSE, runner=context.runner, lookup=_calendars, find=_calendar)


def as_key(whose: Whose) -> str:
    """A calendar as the field holds it; empty for nobody's."""
    pairs = ((_RESIDENT, whose.resident_id), (_STAFF, whose.staff_id), (_ROOM, whose.room_id))
    for what, one in pairs:
        if one:
            return f"{what}{_MARK}{one}"
    return f"{_KIND}{_MARK}{whose.kind}{_MARK}{whose.name}" if whose.kind else ""


def from_key(key: str) -> Whose:
    """The calendar of a value of the field."""
    what, _, rest = key.partition(_MARK)
    if what == _KIND:
        kind, _, name = rest.partition(_MARK)
        return Whose(kind=kind, name=name)
    if what == _RESIDENT:
        return Whose(resident_id=rest)
    if what == _STAFF:
        return Whose(staff_id=rest)
    return Whose(room_id=rest) if what == _ROOM else Whose()


def _calendars(uow: Any, text: str) -> Sequence[Choice]:
    people = [Choice(as_key(Whose(resident_id=one.id)), one.name, one.quiet) for one in find_people(uow, text)]
    staff = [Choice(as_key(Whose(staff_id=one.id)), one.name, tr(STAFF_WORD)) for one in find_officers(uow, text)]
    rooms = [Choice(as_key(Whose(room_id=one.room_id)), one.name, one.code) for one in list_rooms(uow)]
    kinds = [Choice(as_key(Whose(kind=kind)), tr(words)) for kind, words in SLOT_KIND_LABELS.items()]
    named = [
        Choice(as_key(Whose(kind=kind, name=name)), name, tr(SLOT_KIND_LABELS[kind]))
        for kind, name in find_named(uow, text)
    ]
    if not text.strip():
        return [*rooms[:_FIRST], *kinds, *staff[:_FIRST]]
    return [*named[:_FIRST], *people[:_FIRST], *staff[:_FIRST], *ranked((*rooms, *kinds), text)]


def _calendar(uow: Any, key: str) -> Choice | None:
    whose = from_key(key)
    if whose.resident_id:
        found = name_people(uow, [whose.resident_id]).get(whose.resident_id)
        return None if found is None else Choice(key, found.name, found.quiet)
    if whose.staff_id:
        name = name_officers(uow, [whose.staff_id]).get(whose.staff_id)
        return None if name is None else Choice(key, name, tr(STAFF_WORD))
    if whose.room_id:
        return next(
            (Choice(key, one.name, one.code) for one in list_rooms(uow) if one.room_id == whose.room_id), None
        )
    words: Label | None = SLOT_KIND_LABELS.get(SlotKind(whose.kind)) if whose.kind else None
    if words is None:
        return None
    return Choice(key, whose.name, tr(words)) if whose.name else Choice(key, tr(words))


def _room_choices(uow: Any) -> tuple[Choice, ...]:
    return tuple(Choice(one.room_id, one.name, one.code) for one in list_rooms(uow))


def _rooms(uow: Any, text: str) -> Sequence[Choice]:
    return ranked(_room_choices(uow), text)


def _room(uow: Any, room_id: str) -> Choice | None:
    return next((one for one in _room_choices(uow) if one.id == room_id), None)


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _officers(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_officers(uow, text)))


def _officer(uow: Any, member_id: str) -> Choice | None:
    name = name_officers(uow, [member_id]).get(member_id)
    return None if name is None else Choice(member_id, name)
