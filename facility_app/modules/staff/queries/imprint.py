"""What a sheet printed now says of itself."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.staff.domain import VIEW_STAFF
from facility_app.modules.staff.queries.people import find_member_of_account

NOBODY: Final = "–"
"""Stands for the name of whoever prints where the account belongs to nobody who works here."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose facility it is, who prints, and when (aware)."""

    facility_name: str
    printed_by: str = field(repr=False)
    printed_at: datetime


def get_imprint(uow: UnitOfWork) -> Imprint:
    """Of what is printed in this unit of work."""
    require(uow, VIEW_STAFF)
    member = find_member_of_account(uow, uow.actor.user_id)
    return Imprint(get_facility(uow).name, NOBODY if member is None else member.full_name, uow.now)
