"""Rooms of the demo where people meet, and two weeks of what is entered by hand: gatherings, visits, health."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.clock import day_of
from facility_app.app.demo.hands import Hands
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import label
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.calendar.service.rooms import add_room
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.api import PresenceState, list_whereabouts

ROOMS: Final = (
    RoomFacts("PH-01", label("demo", "Phòng học 1"), RoomKind.CLASSROOM, 40),
    RoomFacts("PH-02", label("demo", "Phòng học 2"), RoomKind.CLASSROOM, 40),
    RoomFacts("PH-03", label("demo", "Phòng học 3"), RoomKind.CLASSROOM, 24),
    RoomFacts("X-01", label("demo", "Xưởng mộc"), RoomKind.WORKSHOP, 30),
    RoomFacts("X-02", label("demo", "Xưởng may"), RoomKind.WORKSHOP, 40),
    RoomFacts("HT-01", label("demo", "Hội trường"), RoomKind.HALL, 200),
    RoomFacts("TV-01", label("demo", "Thư viện"), RoomKind.LIBRARY, 20, is_shared=True),
    RoomFacts("S-01", label("demo", "Sân vận động"), RoomKind.YARD, None, is_shared=True),
    RoomFacts("TVV-01", label("demo", "Phòng tư vấn"), RoomKind.COUNSELLING, 6),
    RoomFacts("TG-01", label("demo", "Nhà thăm gặp"), RoomKind.OTHER, 24),
)
LARGER: Final = label("demo", "Phòng học {number}")
A_ROOM: Final = 4
"""So many classes a classroom takes that only a larger facility has."""
VISIT, MEETING = label("demo", "Thăm gặp gia đình"), label("demo", "Sinh hoạt tổ")
INTERVIEW, FAR = label("demo", "Làm việc với Công an"), label("demo", "Người nhà ở xa, chỉ đến được hôm nay")
DAYS: Final = 12
GATHERING, PATIENTS = 30, 4
_SUNDAY: Final = 7


def larger_rooms(more: int) -> tuple[RoomFacts, ...]:
    """Classrooms for so many classes more than the smallest facility has."""
    own = sum(one.kind is RoomKind.CLASSROOM for one in ROOMS)
    return tuple(
        RoomFacts(f"PH-{number:02}", LARGER.format(number=number), RoomKind.CLASSROOM, 40)
        for number in range(own + 1, own + 1 + -(-more // A_ROOM))
    )


def write_calendar(hands: Hands, chance: Chance, more: int) -> None:
    """Rooms, and from yesterday on a few entries every day; some of them clash and say why they are kept."""
    with hands.by(Role.HEAD) as uow:
        rooms = {one.code: add_room(uow, one).room_id for one in (*ROOMS, *larger_rooms(more))}
        inside = [one.resident_id for one in list_whereabouts(uow) if one.presence is PresenceState.INSIDE]
        if len(inside) < GATHERING:
            return
        head = find_member_of_account(uow, uow.actor.user_id)
        leader = None if head is None else head.member_id
        for ahead in range(-1, DAYS):
            for facts in _day(day_of(-ahead), rooms, inside, chance):
                led = replace(facts, staff_id=leader) if facts.kind is SlotKind.GATHERING else facts
                book(uow, Book(led, FAR))


def _day(day: date, rooms: Mapping[str, str], inside: Sequence[str], chance: Chance) -> Iterator[BookingFacts]:
    """What is entered for one day."""
    patients = _some(inside, PATIENTS, chance)
    yield BookingFacts(SlotKind.HEALTH, _at(day, 8), _at(day, 9, 30), resident_ids=patients)
    if day.isoweekday() == _SUNDAY:
        return
    team = _some(inside, GATHERING, chance)
    yield BookingFacts(SlotKind.GATHERING, _at(day, 14), _at(day, 15), MEETING, rooms["HT-01"], resident_ids=team)
    for hour in (8, 9, 15):
        visited = _some(inside, 2, chance)
        yield BookingFacts(
            SlotKind.VISIT, _at(day, hour), _at(day, hour, 45), VISIT, rooms["TG-01"], resident_ids=visited
        )
    # One who is already expected elsewhere: the list of clashes has something to show.
    asked = (team[0], *_some(inside, 1, chance))
    yield BookingFacts(SlotKind.AUTHORITY, _at(day, 14, 30), _at(day, 16), INTERVIEW, resident_ids=asked)


def _some(inside: Sequence[str], count: int, chance: Chance) -> tuple[str, ...]:
    first = chance.between(0, len(inside) - 1)
    return tuple(inside[(first + place) % len(inside)] for place in range(count))


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LOCAL)
