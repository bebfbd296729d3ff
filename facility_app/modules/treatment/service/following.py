"""What follows the person: a triage at the door belongs to the stay it led to; whoever left is watched no more."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.api import StayEnded, StayOpened, StayVoided
from facility_app.modules.tasks.api import OweTasks, SettleTasks, owe_tasks, settle_tasks
from facility_app.modules.treatment.domain import FOLLOW_STAYS
from facility_app.modules.treatment.domain.record import TriageFlag
from facility_app.modules.treatment.domain.watch import WatchLevel
from facility_app.modules.treatment.service.again import AGAIN_TASK
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.service.plans import NEXT_TASK
from facility_app.modules.treatment.service.spells import WATCH_TASK, Spells
from facility_app.modules.treatment.tables import (
    DoorTriage,
    MedicalRecord,
    ObservationPlan,
    OxygenTarget,
    RedFlag,
    SelfHarmWatch,
)


def follow_admission(uow: UnitOfWork, told: StayOpened) -> None:
    """What was seen at the door belongs to this stay; a risk of suicide seen there is watched from now on."""
    require(uow, FOLLOW_STAYS)
    t, f = DoorTriage, RedFlag
    asked = sa.select(t).where(t.resident_id == told.resident_id, t.stay_id.is_(None), t.voided_at.is_(None))
    triages = uow.session.scalars(asked).all()
    if not triages:
        return
    at_risk = sa.select(f.id).where(
        f.triage_id.in_([one.id for one in triages]),
        f.flag == TriageFlag.SUICIDE,
        f.voided_at.is_(None),
        f.is_confirmed.is_not(False),
    )
    is_watched = uow.session.scalar(at_risk.limit(1)) is not None
    with uow.act("treatment.follow_admission"):
        chart = Chart.of(uow, told.stay_id)
        chart.open_record()
        for triage in triages:
            triage.stay_id = told.stay_id
        if is_watched:
            Spells(chart).begin(WatchLevel.PENDING, str(label("treatment", "Phân loại khi đến")))


def follow_exit(uow: UnitOfWork, told: StayEnded) -> None:
    """End what runs for somebody who left."""
    require(uow, FOLLOW_STAYS)
    _end_all(uow, told.stay_id, label("treatment", "Đã ra cơ sở"))


def follow_void(uow: UnitOfWork, told: StayVoided) -> None:
    """End what runs by a stay that was written down by mistake."""
    require(uow, FOLLOW_STAYS)
    _end_all(uow, told.stay_id, label("treatment", "Lần cai nghiện ghi nhầm"))


def _end_all(uow: UnitOfWork, stay_id: str, reason: Label) -> None:
    p, w, o = ObservationPlan, SelfHarmWatch, OxygenTarget
    plans = uow.session.scalars(
        sa.select(p).where(p.stay_id == stay_id, p.ended_at.is_(None), p.voided_at.is_(None))
    ).all()
    watches = uow.session.scalars(
        sa.select(w).where(w.stay_id == stay_id, w.ended_at.is_(None), w.voided_at.is_(None))
    ).all()
    targets = uow.session.scalars(
        sa.select(o).where(o.stay_id == stay_id, o.ended_at.is_(None), o.voided_at.is_(None))
    ).all()
    records = sa.select(MedicalRecord.id).where(
        MedicalRecord.stay_id == stay_id, MedicalRecord.voided_at.is_(None)
    )
    for record_id in uow.session.scalars(records).all():
        owe_tasks(uow, OweTasks("medical_record", record_id, AGAIN_TASK, ()))
    if not plans and not watches and not targets:
        return
    with uow.act("treatment.follow_exit"):
        for watch in watches:
            watch.ended_at, watch.end_reason = uow.now, str(reason)
            settle_tasks(uow, SettleTasks("self_harm_watch", watch.id, WATCH_TASK, is_done=False))
        for target in targets:
            target.ended_at, target.end_reason = max(uow.now, target.happened_at), str(reason)
            target.ended_name = Staff(uow).name
        for plan in plans:
            plan.ended_at, plan.end_reason = uow.now, str(reason)
            owe_tasks(uow, OweTasks("observation_plan", plan.id, NEXT_TASK, ()))


HANDLERS: Final[Mapping[type, tuple[Callable[[UnitOfWork, Any], None], ...]]] = {
    StayOpened: (follow_admission,),
    StayEnded: (follow_exit,),
    StayVoided: (follow_void,),
}
"""Event → what this slice does in the teller's transaction."""
