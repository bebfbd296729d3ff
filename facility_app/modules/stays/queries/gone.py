"""Who is not here though the stay still says so: one answer for every list, count and roll."""

from functools import partial
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.gone import GoneWithoutWord
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.types import PresenceState
from facility_app.modules.stays.tables import Stay

_STAY: Final = sa.inspect(Stay).local_table.c
SAYS_INSIDE: Final = sa.and_(_STAY.presence == PresenceState.INSIDE, _STAY.exited_on.is_(None))
"""Of a stay: only one that says that its person is here can be wrong so; other absences speak for themselves."""


def list_gone(uow: UnitOfWork) -> frozenset[str]:
    """Ids of those who went from a stay of their own will that has not ended yet."""
    require(uow, VIEW_STAYS)
    return uow.once(list_gone, partial(_gone, uow))


def _gone(uow: UnitOfWork) -> frozenset[str]:
    return frozenset(one for answer in uow.ask(GoneWithoutWord()) for one in answer)
