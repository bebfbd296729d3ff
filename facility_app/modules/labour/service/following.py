"""What follows the person: whoever leaves for good is in no team and registered no more."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import FOLLOW_STAYS
from facility_app.modules.labour.tables import LabourMember, LabourRegistration
from facility_app.modules.stays.api import ExitCode, StayEnded, StayVoided

GONE_BEFORE: Final = label("labour", "Ra cơ sở trước ngày vào tổ")


def follow_exit(uow: UnitOfWork, told: StayEnded | StayVoided) -> None:
    """End the membership and the registration of somebody who left; on the day of leaving they work no more.

    A team they were to come into later is struck out. Whoever only changes the kind of stay walks through no gate:
    what they registered for and their team go on.
    """
    require(uow, FOLLOW_STAYS)
    if isinstance(told, StayEnded) and told.exit_code is ExitCode.TEMP_TO_COMPULSORY:
        return
    last = told.exited_on if isinstance(told, StayEnded) else local_date(uow.now)
    m, r = LabourMember, LabourRegistration
    in_team = uow.session.scalars(
        sa.select(m).where(
            m.resident_id == told.resident_id, sa.or_(m.to_on.is_(None), m.to_on > last), m.voided_at.is_(None)
        )
    ).all()
    registered = uow.session.scalars(
        sa.select(r).where(r.resident_id == told.resident_id, r.withdrawn_on.is_(None), r.voided_at.is_(None))
    ).all()
    if not in_team and not registered:
        return
    with uow.act("labour.follow_exit"):
        for member in in_team:
            if member.from_on > last:
                uow.void(member, GONE_BEFORE)
            else:
                member.to_on = last
        for registration in registered:
            registration.withdrawn_on = max(last, registration.registered_on)


HANDLERS: Final[Mapping[type, tuple[Callable[[Any, Any], None], ...]]] = {
    StayEnded: (follow_exit,),
    StayVoided: (follow_exit,),
}
