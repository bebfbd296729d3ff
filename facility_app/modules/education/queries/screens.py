"""What the screens of education read beside it: people, teachers and rooms to choose, whose paper it is."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import Named
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.api import list_rooms
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.queries.classes import list_class_ids, list_class_rows
from facility_app.modules.residents.api import (
    find_chosen,
    find_to_choose,
)
from facility_app.modules.staff.api import (
    Imprint,
    find_colleagues,
    get_imprint,
    name_colleagues,
)


def find_people(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_EDUCATION)
    return find_to_choose(uow, typed)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_EDUCATION)
    return find_chosen(uow, resident_id)


def find_teachers(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_EDUCATION)
    return find_colleagues(uow, typed)


def name_teachers(uow: UnitOfWork, member_ids: Sequence[str]) -> dict[str, str]:
    """Their names."""
    require(uow, VIEW_EDUCATION)
    return name_colleagues(uow, member_ids)


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
