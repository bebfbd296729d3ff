"""People that forms about medicines choose from."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import MOST_OFFERED, Named
from facility_app.modules.pharmacy.domain import READ_TAKEN
from facility_app.modules.residents.api import (
    find_chosen,
    search_residents,
)


def find_people(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, READ_TAKEN)
    rows = search_residents(uow, text, MOST_OFFERED) if text.strip() else ()
    return tuple(Named(row.resident_id, row.name, f"{row.code} · {row.birth}") for row in rows)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, READ_TAKEN)
    return find_chosen(uow, resident_id)
