"""What medicine of a family asks for: a doctor's word, more of it before it runs out, its rest to go home."""

from datetime import date, timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain import FOLLOW_STAYS, VIEW_MAR
from facility_app.modules.medication.domain.external import SOON
from facility_app.modules.medication.tables import ExternalMedicine
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

DECIDE: Final = "medication.external_decide"
RENEW: Final = "medication.external_renew"
GIVE_BACK: Final = "medication.external_give_back"
_NURSES: Final = frozenset({Role.CHIEF_NURSE, Role.PHARMACIST})
_DECIDE: Final = label("tasks", "Thuốc gia đình mang đến chờ bác sĩ: cho dùng hay không (Đ114.5)")
_RENEW: Final = label(
    "tasks", "Thuốc gia đình mang đến sắp hết hoặc hết hạn: bác sĩ xem lại đơn, báo gia đình, hoặc lấy từ kho"
)
_GIVE_BACK: Final = label("tasks", "Trả lại gia đình hoặc hủy thuốc gia đình mang đến không dùng nữa")


def owe_decision(uow: UnitOfWork, one: ExternalMedicine) -> None:
    """The day it came a doctor says what becomes of it; no name of a medicine stands on a worklist."""
    require(uow, VIEW_MAR)
    _owe(uow, one, DECIDE, _DECIDE, local_date(uow.now), Role.DOCTOR, frozenset({Role.CHIEF_NURSE}))


def owe_renewal(uow: UnitOfWork, one: ExternalMedicine) -> None:
    """The last day it lasts, or may be used: whichever comes first; nothing where neither is known."""
    require(uow, VIEW_MAR)
    last = min((day for day in (one.runs_out_on, one.expires_on) if day is not None), default=None)
    if last is not None:
        shown = max(local_date(uow.now), last - timedelta(days=SOON))
        _owe(uow, one, RENEW, _RENEW, last, Role.DOCTOR, _NURSES | {Role.NURSE}, shown)


def owe_return(uow: UnitOfWork, one: ExternalMedicine) -> None:
    """What is not used goes back or is destroyed, counted."""
    require(uow, VIEW_MAR)
    _owe(uow, one, GIVE_BACK, _GIVE_BACK, local_date(uow.now), Role.NURSE, _NURSES)


def settle(uow: UnitOfWork, one: ExternalMedicine, *kinds: str, is_done: bool = True) -> None:
    """Take off the lists what was done, or is asked of nobody any more."""
    require(uow, VIEW_MAR)
    for kind in kinds:
        settle_tasks(uow, SettleTasks(ExternalMedicine.__tablename__, one.id, kind, is_done=is_done))


def leave(uow: UnitOfWork, resident_id: str) -> None:
    """Whoever left takes no more of it: what is still here goes home, whatever a doctor said of it."""
    require(uow, FOLLOW_STAYS)
    asked = sa.select(ExternalMedicine).where(
        ExternalMedicine.resident_id == resident_id,
        ExternalMedicine.ended_at.is_(None),
        ExternalMedicine.voided_at.is_(None),
    )
    for one in uow.session.scalars(asked.order_by(ExternalMedicine.id)).all():
        # Nobody is asked any more whether it may be used, or for more of it.
        settle(uow, one, DECIDE, RENEW, is_done=False)
        _owe(uow, one, GIVE_BACK, _GIVE_BACK, local_date(uow.now), Role.NURSE, _NURSES)


def _owe(
    uow: UnitOfWork,
    one: ExternalMedicine,
    kind: str,
    text: Label,
    due: date,
    role: Role,
    others: frozenset[Role],
    shown: date | None = None,
) -> None:
    wanted = RaiseTask(
        kind,
        text,
        ExternalMedicine.__tablename__,
        one.id,
        due,
        role,
        resident_id=one.resident_id,
        escalate_to=Role.CHIEF_NURSE,
        show_on=shown,
        may_go_to=others,
    )
    raise_task(uow, wanted)
