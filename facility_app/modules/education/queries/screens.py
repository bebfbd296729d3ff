"""What the screens of education read beside it: people, teachers and rooms to choose, whose paper it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.api import list_rooms
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.queries.classes import list_class_ids, list_class_rows
from facility_app.modules.residents.api import list_resident_rows, search_residents
from facility_app.modules.staff.api import Imprint, get_imprint, list_staff_ids, list_staff_rows

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Named:
    """What can be chosen; ``quiet`` tells it from others of that name."""

    id: str
    name: str = field(repr=False)
    quiet: str = field(default="", repr=False)


def find_people(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_EDUCATION)
    rows = search_residents(uow, typed, MOST) if typed.strip() else ()
    return tuple(
        Named(row.resident_id, row.name, " · ".join(filter(None, (row.code, row.birth, row.place))))
        for row in rows
    )


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_EDUCATION)
    rows = list_resident_rows(uow, [resident_id])
    return Named(rows[0].resident_id, rows[0].name, rows[0].code) if rows else None


def find_teachers(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_EDUCATION)
    rows = list_staff_rows(uow, list_staff_ids(uow, Look(typed))[:MOST])
    return tuple(Named(row.member_id, row.full_name) for row in rows if row.left_on is None)


def name_teachers(uow: UnitOfWork, member_ids: Sequence[str]) -> dict[str, str]:
    """Their names."""
    require(uow, VIEW_EDUCATION)
    return {row.member_id: row.full_name for row in list_staff_rows(uow, list(member_ids))}


def list_places(uow: UnitOfWork) -> tuple[Named, ...]:
    """The meeting rooms."""
    require(uow, VIEW_EDUCATION)
    return tuple(Named(row.room_id, row.name, row.code) for row in list_rooms(uow))


def list_class_choices(uow: UnitOfWork) -> tuple[Named, ...]:
    """Classes that run."""
    require(uow, VIEW_EDUCATION)
    rows = list_class_rows(uow, list_class_ids(uow, Look(filters={"state": "running"})))
    return tuple(Named(row.class_id, row.name, row.code) for row in rows)


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_EDUCATION)
    return get_imprint(uow)
