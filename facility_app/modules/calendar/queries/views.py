"""What the screens and papers of the calendar read: weeks, moves, clashes, with names in place of ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.kernel.named import Named
from facility_app.modules.calendar.domain.clashes import Clash, ClashAbout
from facility_app.modules.calendar.domain.days import DAYS_OF_WEEK, Half, half_of, span_of
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR, VIEW_ROOMS
from facility_app.modules.calendar.domain.slots import OccupiedAsked, Slot, ZoneOf, ZonesAsked
from facility_app.modules.calendar.queries.occupied import list_clashes, list_slots
from facility_app.modules.calendar.queries.rooms import name_rooms
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.residents.api import find_by_codes as find_residents
from facility_app.modules.residents.api import (
    find_to_choose,
    list_resident_rows,
)
from facility_app.modules.staff.api import (
    Imprint,
    find_colleagues,
    find_member_of_account,
    get_imprint,
    name_colleagues,
)

NO_ZONE: Final = "-"
"""Instead of a zone's id: whoever has no bed."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose calendar: one of these, or everybody's kind of thing; all empty is nobody's.

    Attributes:
        kind: with ``name``, what a class, a team or a course is called.
    """

    resident_id: str = ""
    staff_id: str = ""
    room_id: str = ""
    kind: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """Some days of somebody's calendar.

    Attributes:
        title: whose, as people say it; empty for nobody's.
        rooms: id → name of the rooms of the slots.
        holidays: days off by law among them, each with its name.
    """

    whose: Whose
    title: str = field(repr=False)
    first: date
    days: int
    slots: tuple[Slot, ...] = field(repr=False)
    rooms: Mapping[str, str]
    holidays: Mapping[date, Label] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Somebody who is to be somewhere in a half of a day.

    Attributes:
        zone_id: where they sleep; ``NO_ZONE`` without a bed. ``zone`` its name.
        where: room or place, as people say it; empty where the slot says nothing.
        is_whole: whether it takes the whole of the half; then no hour is said, for it may go on long after.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    zone_id: str
    zone: str
    bed: str
    slot: Slot = field(repr=False)
    where: str
    is_whole: bool = False

    @property
    def key(self) -> str:
        """The same for the same move."""
        return "/".join((self.resident_id, *self.slot.source))


@dataclass(frozen=True, slots=True)
class ZoneMoves:
    """The moves of one zone in a half of a day.

    Attributes:
        people: how many sleep there; ``staying`` of them, who is to be nowhere else.
    """

    zone_id: str
    zone: str
    people: int
    staying: int
    rows: tuple[MoveRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A clash with names.

    Attributes:
        who: names of the people, the member of staff, or the room; the first few of many.
        count: how many there are.
    """

    clash: Clash = field(repr=False)
    who: str = field(repr=False)
    count: int

    @property
    def key(self) -> str:
        """The same for the same clash; begins with the instant it begins."""
        one = self.clash
        return "|".join((one.from_at.isoformat(), one.about, *one.first.source, *one.second.source))


def get_week(uow: UnitOfWork, whose: Whose, first: date, days: int = DAYS_OF_WEEK) -> Week:
    """Some days of somebody's calendar, from ``first`` on."""
    require(uow, VIEW_CALENDAR)
    span = OccupiedAsked.of_days(first, days)
    title = _title(uow, whose)
    if whose.resident_id or whose.staff_id or whose.room_id:
        asked = replace(
            span,
            resident_ids=frozenset({whose.resident_id} - {""}),
            staff_ids=frozenset({whose.staff_id} - {""}),
            room_ids=frozenset({whose.room_id} - {""}),
        )
        slots = list_slots(uow, asked)
    elif whose.kind:
        every = list_slots(uow, span)
        slots = tuple(one for one in every if one.kind == whose.kind and whose.name in {"", one.name})
    else:
        slots = ()
    off = list_holidays(uow, first, first + timedelta(days=days - 1))
    return Week(whose, title, first, days, slots, _rooms(uow, slots), off)


def find_own(uow: UnitOfWork) -> Whose:
    """The calendar of whoever asks: their own as a member of staff; nobody's when the account is of none."""
    require(uow, VIEW_CALENDAR)
    member = find_member_of_account(uow, uow.actor.user_id)
    return Whose() if member is None else Whose(staff_id=member.member_id)


def list_moves(
    uow: UnitOfWork, day: date, half: Half | None = None, resident_ids: frozenset[str] | None = None
) -> tuple[ZoneMoves, ...]:
    """Who is to be where in a half of a day, zone by zone in the order of the boards, people by their beds.

    Args:
        uow: the unit of work.
        day: which day; it does not matter for ``NOW``.
        half: None for the half that it is now.
        resident_ids: these people only; None for everybody.
    """
    require(uow, VIEW_CALENDAR)
    half = half or half_of(uow.now)
    span = span_of(day, half, uow.now)
    slots = list_slots(uow, OccupiedAsked(*span, resident_ids))
    zones: dict[str, ZoneOf] = {}
    for one in chain.from_iterable(uow.ask(ZonesAsked(resident_ids))):
        zones[one.resident_id] = one
    moving = {who for slot in slots for who in slot.resident_ids}
    if resident_ids is not None:
        moving &= resident_ids
    people = {row.resident_id: row for row in list_resident_rows(uow, sorted(moving))}
    rooms = _rooms(uow, slots)
    found: dict[str, list[MoveRow]] = {}
    for slot in slots:
        for who in slot.resident_ids & people.keys():
            zone = zones.get(who) or ZoneOf(who, NO_ZONE, "", MAX_ORDER, "")
            row = MoveRow(
                who, people[who].code, people[who].name, zone.zone_id, zone.zone, zone.place, slot,
                rooms.get(slot.room_id, slot.place), _is_whole(slot, half, span),
            )  # fmt: skip
            found.setdefault(zone.zone_id, []).append(row)
    order = {one.zone_id: (one.order, one.zone) for one in zones.values()}
    return tuple(
        _zone_moves(zone_id, zones, found.get(zone_id, []))
        for zone_id in sorted(order.keys() | found.keys(), key=lambda one: (*order.get(one, (MAX_ORDER, "")), one))
    )


def _is_whole(slot: Slot, half: Half, span: tuple[datetime, datetime]) -> bool:
    """At an instant everything is whole: there only what takes somebody out of the facility says no hour."""
    return slot.from_at <= span[0] and slot.to_at >= span[1] and (half is not Half.NOW or slot.is_outside)


def list_clash_rows(uow: UnitOfWork, first: date, days: int) -> tuple[ClashRow, ...]:
    """Every clash of some days, the earliest first."""
    require(uow, VIEW_CALENDAR)
    return _named(uow, list_clashes(uow, OccupiedAsked.of_days(first, days)))


def list_clash_rows_at(uow: UnitOfWork, keys: Sequence[str]) -> tuple[ClashRow, ...]:
    """The clashes of these keys that there still are, in their order."""
    require(uow, VIEW_CALENDAR)
    if not keys:
        return ()
    moments = [datetime.fromisoformat(key.split("|", 1)[0]) for key in keys]
    asked = OccupiedAsked(min(moments), max(moments) + timedelta(seconds=1))
    by_key = {one.key: one for one in _named(uow, list_clashes(uow, asked))}
    return tuple(by_key[key] for key in keys if key in by_key)


def list_zone_names(uow: UnitOfWork) -> tuple[tuple[str, str], ...]:
    """Zones somebody sleeps in, in the order of the boards."""
    require(uow, VIEW_CALENDAR)
    found = {(one.order, one.zone, one.zone_id) for one in chain.from_iterable(uow.ask(ZonesAsked()))}
    return tuple((zone_id, zone) for _order, zone, zone_id in sorted(found))


def find_people(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_CALENDAR)
    return find_to_choose(uow, typed)


def find_by_codes(uow: UnitOfWork, typed: str) -> tuple[str, ...]:
    """The residents of codes as people type them, between commas, blanks or line ends.

    Raises:
        UserError: ``code_unknown``, naming the first that is nobody's.
    """
    require(uow, VIEW_CALENDAR)
    return find_residents(uow, typed)


def name_people(uow: UnitOfWork, resident_ids: Sequence[str]) -> dict[str, Named]:
    """Residents by their ids."""
    require(uow, VIEW_CALENDAR)
    rows = list_resident_rows(uow, list(resident_ids))
    return {row.resident_id: Named(row.resident_id, row.name, row.code) for row in rows}


def find_officers(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_ROOMS)
    return find_colleagues(uow, typed)


def name_officers(uow: UnitOfWork, member_ids: Sequence[str]) -> dict[str, str]:
    """Names of members of staff."""
    require(uow, VIEW_ROOMS)
    return name_colleagues(uow, member_ids)


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_ROOMS)
    return get_imprint(uow)


MAX_ORDER: Final = 1_000_000
SHOWN_NAMES: Final = 3


def _zone_moves(zone_id: str, zones: Mapping[str, ZoneOf], rows: list[MoveRow]) -> ZoneMoves:
    sleep_here = {who for who, zone in zones.items() if zone.zone_id == zone_id}
    name = next((zone.zone for zone in zones.values() if zone.zone_id == zone_id), "")
    rows.sort(key=lambda one: (one.bed, one.name, one.slot.from_at, one.slot.source))
    moving = {one.resident_id for one in rows}
    return ZoneMoves(zone_id, name, len(sleep_here), len(sleep_here - moving), tuple(rows))


def _rooms(uow: UnitOfWork, slots: Sequence[Slot]) -> dict[str, str]:
    wanted = {one.room_id for one in slots if one.room_id}
    return name_rooms(uow, sorted(wanted)) if wanted else {}


def _title(uow: UnitOfWork, whose: Whose) -> str:
    if whose.resident_id:
        found = name_people(uow, [whose.resident_id]).get(whose.resident_id)
        return "" if found is None else f"{found.name} · {found.quiet}"
    if whose.staff_id:
        return name_officers(uow, [whose.staff_id]).get(whose.staff_id, "")
    if whose.room_id:
        return name_rooms(uow, [whose.room_id]).get(whose.room_id, "")
    return whose.name


def _named(uow: UnitOfWork, found: Sequence[Clash]) -> tuple[ClashRow, ...]:
    def of(about: ClashAbout) -> list[str]:
        return sorted({who for one in found if one.about is about for who in one.ids[:SHOWN_NAMES]})

    people = name_people(uow, of(ClashAbout.PERSON))
    # Two of one name are common: the code says who is meant.
    names = {who: f"{one.name} ({one.quiet})" for who, one in people.items()}
    names |= name_officers(uow, of(ClashAbout.STAFF))
    names |= name_rooms(uow, of(ClashAbout.ROOM))
    made = []
    for one in found:
        shown = ", ".join(names.get(who, "") for who in one.ids[:SHOWN_NAMES])
        made.append(ClashRow(one, shown + (" …" if len(one.ids) > SHOWN_NAMES else ""), len(one.ids)))
    return tuple(made)
