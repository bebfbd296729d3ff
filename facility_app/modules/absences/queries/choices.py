"""What forms about an absence begin with: people, the family who takes somebody home, whose facility it is."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import MOST_OFFERED, Named
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.residents.api import (
    find_chosen,
    search_residents,
)
from facility_app.modules.staff.api import find_member_of_account, list_signatories
from facility_app.modules.stays.api import StayDetail, list_stays_of


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a sheet printed now says of itself, and whom a search names to be told."""

    facility_name: str
    printed_by: str = field(repr=False)
    printed_at: datetime
    head_name: str = field(repr=False)
    phone: str
    address: str


def find_people(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_ABSENCES)
    rows = search_residents(uow, text, MOST_OFFERED) if text.strip() else ()
    return tuple(Named(row.resident_id, row.name, f"{row.code} · {row.birth}") for row in rows)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_ABSENCES)
    return find_chosen(uow, resident_id)


def find_open_stay(uow: UnitOfWork, resident_id: str) -> StayDetail | None:
    """The stay by which somebody is answered for now."""
    require(uow, VIEW_ABSENCES)
    return next((one for one in list_stays_of(uow, resident_id) if one.is_open), None)


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_ABSENCES)
    member, facility = find_member_of_account(uow, uow.actor.user_id), get_facility(uow)
    head = next((one.full_name for one in list_signatories(uow)), "")
    return Imprint(
        facility.name,
        "–" if member is None else member.full_name,
        uow.now,
        head,
        facility.phone or "",
        facility.address or "",
    )
