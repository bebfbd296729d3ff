"""People and staff that forms about a stay choose from."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import MOST_OFFERED, Named
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.api import get_parameter_book
from facility_app.modules.residents.api import (
    find_chosen,
    search_residents,
)
from facility_app.modules.staff.api import StaffRow, list_staff_ids, list_staff_rows
from facility_app.modules.stays.domain.numbers import NEW_LAW, DatedFigure
from facility_app.modules.stays.domain.rights import VIEW_STAYS


def find_people(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_STAYS)
    rows = search_residents(uow, text, MOST_OFFERED) if text.strip() else ()
    return tuple(Named(row.resident_id, row.name, f"{row.code} · {row.birth}") for row in rows)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_STAYS)
    return find_chosen(uow, resident_id)


def get_new_law(uow: UnitOfWork) -> DatedFigure:
    """Since when decisions are carried out under the new law, for whoever asks about many days."""
    require(uow, VIEW_STAYS)
    return get_parameter_book(uow).get(NEW_LAW)


def find_staff(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed."""
    require(uow, VIEW_STAYS)
    return _named(list_staff_rows(uow, list_staff_ids(uow, Look(text))[:MOST_OFFERED]))


def find_member(uow: UnitOfWork, member_id: str) -> Named | None:
    """The member of staff of an id."""
    require(uow, VIEW_STAYS)
    return next(iter(_named(list_staff_rows(uow, [member_id]))), None)


def _named(rows: Sequence[StaffRow]) -> tuple[Named, ...]:
    return tuple(Named(row.member_id, row.full_name, row.title or "") for row in rows)
