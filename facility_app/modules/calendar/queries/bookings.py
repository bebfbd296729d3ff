"""What was entered by hand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.page import Listing, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.queries.occupied import BOOKING, PERSON
from facility_app.modules.calendar.queries.rooms import ROOM


@dataclass(frozen=True, slots=True)
class BookingRow:
    """An entry; ``version`` goes back with the decision about it.

    Attributes:
        title: None for health.
        room: name of the room; None for none.
        clash_reason: why it stands although it clashed.
        resident_ids: who is to come, sorted.
    """

    booking_id: str
    version: int
    kind: SlotKind
    title: str | None = field(repr=False)
    from_at: datetime
    to_at: datetime
    room_id: str | None
    room: str | None
    staff_id: str | None
    note: str | None = field(repr=False)
    clash_reason: str | None = field(repr=False)
    resident_ids: tuple[str, ...]


def list_booking_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Entries that have not ended (``state`` is ``coming`` or not chosen), else ``past`` or ``all``; by time."""
    require(uow, VIEW_CALENDAR)
    state = look.filters.get("state", "coming")
    listing = _listing(look.text)
    if state == "coming":
        listing = _listing(look.text, BOOKING.to_at > uow.now)
    elif state == "past":
        listing = _listing(look.text, BOOKING.to_at <= uow.now)
    return ids(uow.session, listing, look.sorts)


def list_booking_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[BookingRow, ...]:
    """Those entries, in the order asked for; one struck out meanwhile is left out."""
    require(uow, VIEW_CALENDAR)
    people: dict[str, list[str]] = defaultdict(list)
    asked = sa.select(PERSON.booking_id, PERSON.resident_id).where(
        PERSON.booking_id.in_(wanted), PERSON.voided_at.is_(None)
    )
    for booking_id, resident_id in uow.session.execute(asked):
        people[booking_id].append(resident_id)

    def made(booking_id: str, *columns: Any) -> BookingRow:
        rest: tuple[Any, ...] = (*columns, tuple(sorted(people.get(booking_id, ()))))
        return BookingRow(booking_id, *rest)

    return rows_of(uow.session, _listing(""), wanted, made)


def _listing(text: str, *wanted: sa.ColumnElement[bool]) -> Listing:
    b = BOOKING
    columns = (b.id, b.version, b.kind, b.title, b.from_at, b.to_at, b.room_id, ROOM.name.label("room"))
    found = sa.select(*columns, b.staff_id, b.note, b.clash_reason).outerjoin_from(
        b.id.table, ROOM.id.table, b.room_id == ROOM.id
    )
    found = found.where(b.voided_at.is_(None), *wanted)
    if text.strip():
        found = found.where(b.title.contains(text.strip(), autoescape=True))
    return Listing(found, b.id, {"from": b.from_at, "title": b.title}, (Sort("from"),))
