"""Everybody's term counted anew, after the law's numbers were changed or the program learned better."""

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.rights import RECOUNT
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.tables import Stay


def recount_all(uow: UnitOfWork) -> int:
    """Count every open stay anew; answers how many ends moved.

    Raises:
        UserError: as the clock.
    """
    require(uow, RECOUNT)
    moved = 0
    counted = Recount.within(uow)
    wanted = sa.select(Stay).where(Stay.exited_on.is_(None), Stay.voided_at.is_(None)).order_by(Stay.id)
    with uow.act("stays.recount_all"):
        for stay in uow.session.scalars(wanted).all():
            before = stay.expected_end_on
            counted.after(stay, "stays.recount_all")
            moved += before != stay.expected_end_on
    return moved
