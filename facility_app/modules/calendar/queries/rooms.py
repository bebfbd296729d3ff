"""The rooms people meet in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from facility_app.db.page import Listing, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.calendar.domain.rights import VIEW_ROOMS
from facility_app.modules.calendar.domain.rooms import RoomKind
from facility_app.modules.calendar.tables import MeetingRoom

ROOM = sa.inspect(MeetingRoom).local_table.c


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room; ``version`` goes back with the decision about it.

    Attributes:
        seats: None when it does not matter.
        is_shared: several things are done there at once.
    """

    room_id: str
    version: int
    code: str
    name: str
    kind: RoomKind
    seats: int | None
    is_shared: bool
    note: str | None


def list_room_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Rooms whose code or name holds ``look.text``, by code."""
    require(uow, VIEW_ROOMS)
    return ids(uow.session, _listing(look.text), look.sorts)


def list_room_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[RoomRow, ...]:
    """Those rooms, in the order asked for; one struck out meanwhile is left out."""
    require(uow, VIEW_ROOMS)
    return rows_of(uow.session, _listing(""), wanted, RoomRow)


def list_rooms(uow: UnitOfWork) -> tuple[RoomRow, ...]:
    """Every room by its code, for whoever chooses one."""
    require(uow, VIEW_ROOMS)
    return tuple(RoomRow(*row) for row in uow.session.execute(_rooms().order_by(ROOM.code)))


def name_rooms(uow: UnitOfWork, wanted: Sequence[str]) -> dict[str, str]:
    """Names of those rooms, struck out ones too, so that what was held there keeps its place."""
    require(uow, VIEW_ROOMS)
    asked = sa.select(ROOM.id, ROOM.name).where(ROOM.id.in_(set(wanted)))
    return {row.id: row.name for row in uow.session.execute(asked)}


def _rooms() -> sa.Select[Any]:
    c = ROOM
    asked = sa.select(c.id, c.version, c.code, c.name, c.kind, c.seats, c.is_shared, c.note)
    return asked.where(c.voided_at.is_(None))


def _listing(text: str) -> Listing:
    found = _rooms()
    if text.strip():
        found = found.where(
            sa.or_(
                ROOM.code.contains(text.strip(), autoescape=True),
                ROOM.name.contains(text.strip(), autoescape=True),
            )
        )
    sorts = {"code": ROOM.code, "name": ROOM.name, "seats": ROOM.seats}
    return Listing(found, ROOM.id, sorts, (Sort("code"),))
