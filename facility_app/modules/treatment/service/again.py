"""A grave NEWS2 asks for the next measuring sooner than a schedule: one task a chart, moved by each entry."""

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.tasks.api import OweTasks, RaiseTask, SettleTasks, owe_tasks, settle_tasks
from facility_app.modules.treatment.queries.again import AgainOf
from facility_app.modules.treatment.queries.measured import VitalRow
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import MedicalRecord, VitalReading

AGAIN_TASK: Final = "treatment.measure_again"
_TEXT: Final = label("tasks", "Đo lại sinh hiệu: lần đo trước có cảnh báo (xem trang Sinh hiệu)")


@dataclass(frozen=True, slots=True)
class Again:
    """What the last measuring of one chart asks for; a verb is under way."""

    chart: Chart

    def owe(self) -> None:
        """The last measuring that stands says when the next one is due; what it answered is done."""
        uow, record = self.chart.uow, self.chart.open_record()
        uow.session.flush()
        v = VitalReading
        asked = sa.select(v).where(v.stay_id == self.chart.stay.stay_id, v.voided_at.is_(None))
        found = uow.session.scalars(asked.order_by(v.happened_at.desc(), v.id.desc()).limit(2)).all()
        for before in found[1:]:
            settle_tasks(uow, SettleTasks("medical_record", record.id, AGAIN_TASK, self._occasion(before)))
        owed = () if not found else tuple(self._task(record, found[0]))
        owe_tasks(uow, OweTasks("medical_record", record.id, AGAIN_TASK, owed))

    def _task(self, record: MedicalRecord, last: VitalReading) -> list[RaiseTask]:
        uow = self.chart.uow
        due = AgainOf(uow).due(VitalRow.of(last))
        if due is None:
            return []
        # A score names no disease, yet how ill somebody is stays in the record: the list names the time alone.
        return [
            RaiseTask(
                AGAIN_TASK,
                _TEXT,
                "medical_record",
                record.id,
                due,
                Role.NURSE,
                resident_id=self.chart.resident_id,
                escalate_to=Role.DOCTOR,
                occasion=self._occasion(last),
                may_go_to=frozenset({Role.CHIEF_NURSE, Role.DOCTOR}),
            )
        ]

    def _occasion(self, last: VitalReading) -> str:
        """Which measuring asks, anew when a later one was struck out: what that one answered is open again."""
        v = VitalReading
        struck = sa.select(sa.func.count()).where(
            v.stay_id == last.stay_id, v.happened_at >= last.happened_at, v.voided_at.is_not(None)
        )
        return f"{last.id}:{self.chart.uow.session.scalar(struck)}"
