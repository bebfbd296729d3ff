"""What the papers of custody say, read in one go: whose facility, who prints, and the records they are about."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.staff.api import find_member_of_account


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a sheet printed now says of itself."""

    facility_name: str
    printed_by: str = field(repr=False)
    printed_at: datetime


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_DEPOSITS)
    member = find_member_of_account(uow, uow.actor.user_id)
    return Imprint(get_facility(uow).name, "–" if member is None else member.full_name, uow.now)
