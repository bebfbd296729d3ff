"""What the screens of labour read beside it: people and officers to choose."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import Named
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.residents.api import (
    find_chosen,
    find_to_choose,
)
from facility_app.modules.staff.api import (
    find_colleagues,
    list_staff_rows,
)


def find_people(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_LABOUR)
    return find_to_choose(uow, typed)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_LABOUR)
    return find_chosen(uow, resident_id)


def find_officers(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_LABOUR)
    return find_colleagues(uow, typed)


def find_officer(uow: UnitOfWork, member_id: str) -> Named | None:
    """The member of staff of an id."""
    require(uow, VIEW_LABOUR)
    rows = list_staff_rows(uow, [member_id])
    return Named(rows[0].member_id, rows[0].full_name) if rows else None
