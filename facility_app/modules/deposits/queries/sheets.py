"""What the papers of custody say, read in one go: whose facility, who prints, and the records they are about."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.staff.api import Imprint, get_imprint


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_DEPOSITS)
    return get_imprint(uow)
