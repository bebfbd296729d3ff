"""People that forms about medicines choose from."""

from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.pharmacy.domain import READ_TAKEN
from facility_app.modules.residents.api import list_resident_rows, search_residents

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who can be chosen; ``quiet`` tells them from others of that name."""

    id: str
    name: str = field(repr=False)
    quiet: str = field(default="", repr=False)


def find_people(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, READ_TAKEN)
    rows = search_residents(uow, text, MOST) if text.strip() else ()
    return tuple(Named(row.resident_id, row.name, f"{row.code} · {row.birth}") for row in rows)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, READ_TAKEN)
    rows = list_resident_rows(uow, [resident_id])
    return Named(rows[0].resident_id, rows[0].name, rows[0].code) if rows else None
