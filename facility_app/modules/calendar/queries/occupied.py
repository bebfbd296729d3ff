"""Who is taken when: every slice is asked; and what is entered by hand, calendar's own answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.calendar.domain.bookings import BookingFacts, booked_slot
from facility_app.modules.calendar.domain.clashes import Clash, clashes, clashes_with
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import OccupiedAsked, Slot, occupied_by
from facility_app.modules.calendar.tables import Booking, BookingPerson, MeetingRoom
from facility_app.modules.residents.api import READ_KEEP_APART, list_apart_pairs

BOOKING = sa.inspect(Booking).local_table.c
PERSON = sa.inspect(BookingPerson).local_table.c
ROOM = sa.inspect(MeetingRoom).local_table.c


def list_slots(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """What every slice answers, the earliest first."""
    require(uow, VIEW_CALENDAR)
    answered: chain[Slot] = chain.from_iterable(uow.ask(asked))
    found = (slot for slot in answered if asked.wants(slot))
    return tuple(sorted(found, key=lambda one: (one.from_at, one.to_at, one.source)))


def list_clashes(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Clash, ...]:
    """Every clash of that time, the earliest first."""
    require(uow, VIEW_CALENDAR)
    return clashes(list_slots(uow, asked), shared_rooms=_shared_rooms(uow))


def find_clashes(uow: UnitOfWork, wished: Sequence[Slot], *, are_new: bool = False) -> tuple[Clash, ...]:
    """What these slots would clash with, among themselves and with everything planned; the earliest first.

    A record that is changed is asked for under its own source: how it stood before is left out, unless the slots
    ``are_new`` and come beside what their sources take already.
    """
    require(uow, VIEW_CALENDAR)
    asked = occupied_by(wished)
    if asked is None:
        return ()
    planned, shared = list_slots(uow, asked), _shared_rooms(uow)
    if are_new:
        return clashes([*wished, *planned], wished=frozenset(range(len(wished))), shared_rooms=shared)
    return clashes_with(wished, planned, shared_rooms=shared)


@dataclass(frozen=True, slots=True)
class ApartMeeting:
    """Two people kept apart who would meet in one slot.

    Attributes:
        is_hard: whether they may not be put together; otherwise it is better not to.
    """

    slot: Slot
    first_id: str
    second_id: str
    is_hard: bool


def list_apart_meetings(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[ApartMeeting, ...]:
    """Pairs kept apart that what is planned then would bring together, of the people asked about if any are named.

    None for whoever may not know of such pairs. Whoever is out of the facility for the same reason does not meet
    there by what is planned here. Without such a pair no slice is asked; else only about the people of pairs.
    """
    require(uow, VIEW_CALENDAR)
    if not uow.actor.may(READ_KEEP_APART):
        return ()
    only = asked.resident_ids
    pairs = [one for one in list_apart_pairs(uow) if only is None or {one.first_id, one.second_id} <= only]
    if not pairs:
        return ()
    people = frozenset(who for one in pairs for who in (one.first_id, one.second_id))
    return tuple(
        ApartMeeting(slot, pair.first_id, pair.second_id, pair.is_hard)
        for slot in list_slots(uow, replace(asked, resident_ids=people))
        for pair in pairs
        if not slot.is_outside and pair.first_id in slot.resident_ids and pair.second_id in slot.resident_ids
    )


def _shared_rooms(uow: UnitOfWork) -> frozenset[str]:
    return frozenset(uow.session.scalars(sa.select(ROOM.id).where(ROOM.is_shared.is_(True))))


def _bookings(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    b = BOOKING
    wanted = sa.and_(b.from_at < asked.to_at, b.to_at > asked.from_at, b.voided_at.is_(None))
    columns = (b.id, b.kind, b.from_at, b.to_at, b.title, b.room_id, b.staff_id)
    found = uow.session.execute(sa.select(*columns).where(wanted)).all()
    people: dict[str, list[str]] = defaultdict(list)
    of_these = sa.select(PERSON.booking_id, PERSON.resident_id).join(Booking, PERSON.booking_id == b.id)
    for booking_id, resident_id in uow.session.execute(of_these.where(wanted, PERSON.voided_at.is_(None))):
        people[booking_id].append(resident_id)
    return tuple(
        booked_slot(row[0], BookingFacts(*row[1:], resident_ids=tuple(people.get(row[0], ())))) for row in found
    )


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {OccupiedAsked: (_bookings,)}
