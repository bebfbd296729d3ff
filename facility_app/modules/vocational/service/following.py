"""What follows the person: whoever leaves for good waits for no course and is in none; what was learnt stays."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.stays.api import ExitCode, StayEnded, StayVoided
from facility_app.modules.vocational.domain.courses import EnrolmentState
from facility_app.modules.vocational.domain.results import Standing
from facility_app.modules.vocational.domain.rights import FOLLOW_STAYS
from facility_app.modules.vocational.queries.judging import judge
from facility_app.modules.vocational.tables import Enrolment

HAS_GONE: Final = label("vocational", "Đã ra cơ sở")
NEVER_CAME: Final = label("vocational", "Lần cai nghiện ghi nhầm, đã gạch bỏ")


def follow_exit(uow: UnitOfWork, told: StayEnded | StayVoided) -> None:
    """Take somebody off every waiting list and out of every course; the day of leaving is the last one.

    Whoever has every score of a course already has done it, so that the certificate can still be given.
    """
    require(uow, FOLLOW_STAYS)
    last, why = (told.exited_on, HAS_GONE) if isinstance(told, StayEnded) else (local_date(uow.now), NEVER_CAME)
    asked = sa.select(Enrolment).where(
        Enrolment.resident_id == told.resident_id,
        Enrolment.state.in_((EnrolmentState.WAITING, EnrolmentState.ENROLLED)),
        Enrolment.voided_at.is_(None),
    )
    held = uow.session.scalars(asked).all()
    if not held:
        return
    taught = [one.course_id for one in held if one.state is EnrolmentState.ENROLLED]
    judged = judge(uow, taught)
    with uow.act("vocational.follow_exit"):
        for one in held:
            if one.state is EnrolmentState.WAITING:
                one.state, one.ended_on = EnrolmentState.WITHDRAWN, max(last, one.asked_on)
            else:
                is_done = judged[one.course_id].standing(told.resident_id) is not Standing.MISSING
                one.state = EnrolmentState.DONE if is_done else EnrolmentState.LEFT
                one.ended_on = max(last, one.started_on or last)
            one.left_reason = why


def _on_ended(uow: UnitOfWork, told: StayEnded) -> None:
    # Whoever only changes the kind of stay walks through no gate.
    if told.exit_code is not ExitCode.TEMP_TO_COMPULSORY:
        follow_exit(uow, told)


HANDLERS: Final[Mapping[type, tuple[Callable[[Any, Any], None], ...]]] = {
    StayEnded: (_on_ended,),
    StayVoided: (follow_exit,),
}
