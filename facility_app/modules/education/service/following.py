"""What follows the person: whoever leaves for good is in no class any more; what was taught stays."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.rights import FOLLOW_STAYS
from facility_app.modules.education.tables import ClassMember
from facility_app.modules.stays.api import ExitCode, StayEnded, StayVoided

HAS_GONE: Final = label("education", "Đã ra cơ sở")
NEVER_CAME: Final = label("education", "Lần cai nghiện ghi nhầm, đã gạch bỏ")


def follow_exit(uow: UnitOfWork, told: StayEnded | StayVoided) -> None:
    """Take somebody out of every class: the day of leaving is the last one, a class to come is struck out.

    The sheet of that day asks hour by hour where they were. Whoever only changes the kind of stay walks through no
    gate and stays in class.
    """
    require(uow, FOLLOW_STAYS)
    if isinstance(told, StayEnded) and told.exit_code is ExitCode.TEMP_TO_COMPULSORY:
        return
    last, why = (told.exited_on, HAS_GONE) if isinstance(told, StayEnded) else (local_date(uow.now), NEVER_CAME)
    after = last + timedelta(days=1)
    asked = sa.select(ClassMember).where(
        ClassMember.resident_id == told.resident_id,
        sa.or_(ClassMember.to_on.is_(None), ClassMember.to_on > after),
        ClassMember.voided_at.is_(None),
    )
    held = uow.session.scalars(asked).all()
    if not held:
        return
    with uow.act("education.follow_exit"):
        for one in held:
            if one.from_on > last:
                uow.void(one, why)
            else:
                one.to_on, one.reason_left = after, why


HANDLERS: Final[Mapping[type, tuple[Callable[[Any, Any], None], ...]]] = {
    StayEnded: (follow_exit,),
    StayVoided: (follow_exit,),
}
