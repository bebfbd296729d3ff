"""Who was at the facility at any time of a period: the whole of which shares of a period are shares."""

from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.queries.stays import STAY


def list_present_between(uow: UnitOfWork, first: date, last: date) -> frozenset[str]:
    """Whose stay was open on a day of the period, both days included; each person once."""
    require(uow, VIEW_STAYS)
    asked = sa.select(STAY.resident_id).where(
        STAY.voided_at.is_(None),
        STAY.admitted_on <= last,
        sa.or_(STAY.exited_on.is_(None), STAY.exited_on >= first),
    )
    return frozenset(uow.session.scalars(asked))
