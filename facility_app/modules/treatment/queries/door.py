"""What the door may know of health: whether somebody was looked at and whether anything is open; no more."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.treatment.domain import KNOW_TRIAGE
from facility_app.modules.treatment.tables import DoorTriage, RedFlag


@dataclass(frozen=True, slots=True)
class DoorState:
    """How far health is with somebody who comes.

    Attributes:
        is_triaged: whether health staff looked at them.
        is_settled: whether they did, and nothing of it waits for an answer; asked of everybody, so that it tells
            nobody who had a red flag.
    """

    is_triaged: bool
    is_settled: bool


def get_door_state(uow: UnitOfWork, resident_id: str, since: datetime) -> DoorState:
    """How far health is since somebody came."""
    require(uow, KNOW_TRIAGE)
    t, f = DoorTriage, RedFlag
    of_coming = (t.resident_id == resident_id, t.happened_at >= since, t.voided_at.is_(None))
    looked = uow.session.scalar(sa.select(sa.func.count(t.id)).where(*of_coming)) or 0
    waiting = uow.session.scalar(
        sa.select(sa.func.count(f.id))
        .join(t, t.id == f.triage_id)
        .where(*of_coming, f.answered_at.is_(None), f.voided_at.is_(None))
    )
    return DoorState(looked > 0, looked > 0 and not waiting)
