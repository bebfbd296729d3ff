"""When somebody leaves for good nothing more is given: the moment is kept of everybody, so it tells nothing."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.modules.medication.domain import FOLLOW_STAYS
from facility_app.modules.medication.service.external_owing import leave
from facility_app.modules.medication.tables import MedicationEnd
from facility_app.modules.stays.api import ExitCode, StayEnded, StayVoided


def _on_ended(uow: UnitOfWork, event: StayEnded) -> None:
    """The orders themselves stay as they are: that one was ended would say that there was one."""
    if event.exit_code is ExitCode.TEMP_TO_COMPULSORY:
        return  # Nobody walks through the gate; the orders go on.
    at = uow.now
    if event.exited_on < local_date(at):
        # Of an earlier day nobody wrote down the hour: what was given until its midnight may still be written.
        at = datetime.combine(event.exited_on, time(), LOCAL) + timedelta(days=1)
    _end(uow, event.stay_id, event.resident_id, at)


def _on_voided(uow: UnitOfWork, event: StayVoided) -> None:
    """Orders of a stay written down by mistake are over: they must not wake when somebody is admitted anew."""
    _end(uow, event.stay_id, event.resident_id, uow.now)


def _end(uow: UnitOfWork, stay_id: str, resident_id: str, at: datetime) -> None:
    require(uow, FOLLOW_STAYS)
    known = sa.select(MedicationEnd.id).where(MedicationEnd.stay_id == stay_id)
    if uow.session.scalar(known) is not None:
        return  # An exit told twice stops nobody at the gate.
    with uow.act("medication.follow_stay") as act:
        made = MedicationEnd(resident_id=resident_id, stay_id=stay_id, ended_at=at)
        uow.add(made)
        act.about(made)
        uow.session.flush()
        leave(uow, resident_id)


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    StayEnded: (_on_ended,),
    StayVoided: (_on_voided,),
}
