"""What follows the person: whoever leaves for good is in no team and registered no more."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.labour.domain.rights import FOLLOW_STAYS
from facility_app.modules.labour.tables import LabourMember, LabourRegistration
from facility_app.modules.stays.api import StayEnded


def follow_exit(uow: UnitOfWork, told: StayEnded) -> None:
    """End the membership and the registration of somebody who left; the day of leaving still counts."""
    require(uow, FOLLOW_STAYS)
    m, r = LabourMember, LabourRegistration
    in_team = uow.session.scalars(
        sa.select(m).where(m.resident_id == told.resident_id, m.to_on.is_(None), m.voided_at.is_(None))
    ).all()
    registered = uow.session.scalars(
        sa.select(r).where(r.resident_id == told.resident_id, r.withdrawn_on.is_(None), r.voided_at.is_(None))
    ).all()
    if not in_team and not registered:
        return
    with uow.act("labour.follow_exit"):
        for member in in_team:
            member.to_on = max(told.exited_on, member.from_on)
        for registration in registered:
            registration.withdrawn_on = max(told.exited_on, registration.registered_on)


HANDLERS: Final[Mapping[type, tuple[Callable[[Any, Any], None], ...]]] = {StayEnded: (follow_exit,)}
