"""What the screens of labour read beside it: people and officers to choose."""

from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.residents.api import list_resident_rows, search_residents
from facility_app.modules.staff.api import list_staff_ids, list_staff_rows

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Named:
    """What can be chosen; ``quiet`` tells it from others of that name."""

    id: str
    name: str = field(repr=False)
    quiet: str = field(default="", repr=False)


def find_people(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_LABOUR)
    rows = search_residents(uow, typed, MOST) if typed.strip() else ()
    return tuple(
        Named(row.resident_id, row.name, " · ".join(filter(None, (row.code, row.birth, row.place))))
        for row in rows
    )


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_LABOUR)
    rows = list_resident_rows(uow, [resident_id])
    return Named(rows[0].resident_id, rows[0].name, rows[0].code) if rows else None


def find_officers(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_LABOUR)
    rows = list_staff_rows(uow, list_staff_ids(uow, Look(typed))[:MOST])
    return tuple(Named(row.member_id, row.full_name) for row in rows if row.left_on is None)


def find_officer(uow: UnitOfWork, member_id: str) -> Named | None:
    """The member of staff of an id."""
    require(uow, VIEW_LABOUR)
    rows = list_staff_rows(uow, [member_id])
    return Named(rows[0].member_id, rows[0].full_name) if rows else None
