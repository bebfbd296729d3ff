"""People who are not to be put together, and would meet in what is planned; and what is planned, by its name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.names import fold
from facility_app.modules.calendar.domain.days import DAYS_OF_WEEK, monday_of
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR, VIEW_MEETINGS
from facility_app.modules.calendar.domain.slots import OccupiedAsked, Slot, SlotKind
from facility_app.modules.calendar.queries.occupied import ApartMeeting, list_apart_meetings, list_slots
from facility_app.modules.calendar.queries.rooms import name_rooms
from facility_app.modules.residents.api import list_resident_rows

LEAST_TYPED: Final = 2
"""Fewer letters are in too many names to be worth asking every slice for."""
WEEKS_NAMED: Final = 2
"""What is looked for by its name is something of this week or the next."""
_NAMELESS: Final = frozenset({SlotKind.HEALTH, SlotKind.AWAY, SlotKind.RELEASE, SlotKind.COUNSELLING})


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Two people who are not to be put together, and what would bring them together.

    Attributes:
        first, second: name and code of each.
        where: the room or the place.
        is_hard: whether it is forbidden; else better avoided.
    """

    slot: Slot = field(repr=False)
    first_id: str
    first: str = field(repr=False)
    second_id: str
    second: str = field(repr=False)
    where: str
    is_hard: bool

    @property
    def key(self) -> str:
        """The same for the same meeting; begins with the instant it begins."""
        return "|".join((self.slot.from_at.isoformat(), *self.slot.source, self.first_id, self.second_id))


def list_meeting_rows(uow: UnitOfWork, first: date, days: int) -> tuple[MeetingRow, ...]:
    """Every such meeting of some days, the earliest first, the forbidden before the better avoided."""
    require(uow, VIEW_MEETINGS)
    return _named(uow, list_apart_meetings(uow, OccupiedAsked.of_days(first, days)))


def list_meeting_rows_at(uow: UnitOfWork, keys: Sequence[str]) -> tuple[MeetingRow, ...]:
    """The meetings of these keys that there still are, in their order."""
    require(uow, VIEW_MEETINGS)
    if not keys:
        return ()
    parts = [key.split("|") for key in keys]
    moments = [datetime.fromisoformat(one[0]) for one in parts]
    people = frozenset(who for one in parts for who in one[-2:])
    asked = OccupiedAsked(min(moments), max(moments) + timedelta(seconds=1), people)
    found = {one.key: one for one in _named(uow, list_apart_meetings(uow, asked))}
    return tuple(found[key] for key in keys if key in found)


def find_named(uow: UnitOfWork, typed: str) -> tuple[tuple[SlotKind, str], ...]:
    """Classes, teams, courses, what is entered by hand: of this week and the next, by what is in their names."""
    require(uow, VIEW_CALENDAR)
    wanted = fold(typed.strip())
    if len(wanted) < LEAST_TYPED:
        return ()
    monday = monday_of(local_date(uow.now))
    slots = list_slots(uow, OccupiedAsked.of_days(monday, WEEKS_NAMED * DAYS_OF_WEEK))
    found = {(one.kind, one.name) for one in slots if one.kind not in _NAMELESS and wanted in fold(one.name)}
    return tuple(sorted(found, key=lambda one: (fold(one[1]), one[0])))


def _named(uow: UnitOfWork, found: Sequence[ApartMeeting]) -> tuple[MeetingRow, ...]:
    people = sorted({one.first_id for one in found} | {one.second_id for one in found})
    cards = {row.resident_id: row for row in list_resident_rows(uow, people)} if people else {}
    names = {who: f"{row.name} · {row.code}" for who, row in cards.items()}
    wanted = sorted({one.slot.room_id for one in found if one.slot.room_id})
    rooms = name_rooms(uow, wanted) if wanted else {}
    made = (
        MeetingRow(
            one.slot,
            one.first_id,
            names[one.first_id],
            one.second_id,
            names[one.second_id],
            rooms.get(one.slot.room_id, one.slot.place),
            one.is_hard,
        )
        for one in found
        if one.first_id in names and one.second_id in names
    )
    return tuple(sorted(made, key=lambda one: (one.slot.from_at, not one.is_hard, one.first, one.second)))
