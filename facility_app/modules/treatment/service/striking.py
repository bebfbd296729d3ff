"""Striking out what was written by mistake: it stays readable, with who, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.tasks.api import SettleTasks, settle_tasks
from facility_app.modules.treatment.domain import ORDER_OXYGEN, RIGHT_TO_NOTE, STRIKE_OUT, WRITE_RECORD
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.service.again import Again
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.service.health_checks import tell_checked
from facility_app.modules.treatment.service.plans import Plans
from facility_app.modules.treatment.service.scales import ALERT_TASK
from facility_app.modules.treatment.tables import (
    Diagnosis,
    HealthCheck,
    InstrumentScore,
    MedicalNote,
    ObservationPlan,
    OxygenTarget,
    PlacementReason,
    VitalReading,
    WatchLook,
)
from facility_app.modules.treatment.tables.charted import Charted

TABLES: Final[Mapping[EntryKind, type[Charted]]] = {
    EntryKind.NOTE: MedicalNote,
    EntryKind.DIAGNOSIS: Diagnosis,
    EntryKind.VITALS: VitalReading,
    EntryKind.SCORE: InstrumentScore,
    EntryKind.PLAN: ObservationPlan,
    EntryKind.OXYGEN: OxygenTarget,
    EntryKind.LOOK: WatchLook,
    EntryKind.PLACEMENT: PlacementReason,
    EntryKind.HEALTH_CHECK: HealthCheck,
}


@dataclass(frozen=True, slots=True)
class StrikeOut:
    """An entry that should not be there."""

    kind: EntryKind
    entry_id: str
    version: int
    reason: str = field(repr=False)


def strike_out(uow: UnitOfWork, command: StrikeOut) -> None:
    """Strike an entry out: its author may, and a doctor; a chart closed by death stays as it is.

    Raises:
        UserError: ``not_found``, ``reason_missing``, ``already_voided``; as ``ChartSpan.require_open``.
        PermissionDenied: ``entry_of_another``, and for what only others write: some notes, a target of SpO2,
            a health check.
        ConflictError: ``record_changed``.
    """
    require(uow, STRIKE_OUT)
    require_reason(command.reason)
    found = uow.get(TABLES[command.kind], command.entry_id, version=command.version)
    if isinstance(found, MedicalNote):
        require(uow, RIGHT_TO_NOTE[found.kind])
    if isinstance(found, OxygenTarget):
        require(uow, ORDER_OXYGEN)
    if isinstance(found, HealthCheck):
        require(uow, WRITE_RECORD)
    Staff(uow).require_own(found.created_by, found.author_name)
    chart = Chart.of(uow, found.stay_id)
    chart.require_alive()
    with uow.act("treatment.strike_out", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        uow.session.flush()
        if isinstance(found, ObservationPlan):
            Plans(chart).withdraw(found)
        if isinstance(found, HealthCheck):
            settle_tasks(uow, SettleTasks(str(act.table), found.id, is_done=False))
            tell_checked(uow, found.stay_id, found.resident_id, found.kind)
        # Nobody need look at a value that was not there.
        settle_tasks(uow, SettleTasks(str(act.table), found.id, ALERT_TASK, is_done=False))
        Plans(chart).owe()
        if isinstance(found, VitalReading):
            Again(chart).owe()
