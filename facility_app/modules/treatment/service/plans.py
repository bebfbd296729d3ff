"""What a schedule of observation asks for next: worked out anew after each entry, a task for each line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.tasks.api import OweTasks, RaiseTask, SettleTasks, owe_tasks, settle_tasks
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.observation import Done, Due, Observation, next_due
from facility_app.modules.treatment.queries.due import Observed
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import ObservationPlan

NEXT_TASK: Final = "treatment.next_observation"
_TEXT: Final = label("tasks", "Theo dõi theo lịch: đo, chấm lại (xem bảng theo dõi)")


@dataclass(frozen=True, slots=True)
class Plans:
    """The schedules of one chart; a verb is under way."""

    chart: Chart

    def owe(self) -> None:
        """Every line of every schedule that runs stands on the worklist with its next time; others go."""
        uow = self.chart.uow
        uow.session.flush()
        for plan in self._observed().plans():
            owed = tuple(self._task(plan, line, due) for line, due in self._due(plan))
            owe_tasks(uow, OweTasks("observation_plan", plan.id, NEXT_TASK, owed))

    def withdraw(self, plan: ObservationPlan) -> None:
        """A schedule that ended asks for nothing."""
        owe_tasks(self.chart.uow, OweTasks("observation_plan", plan.id, NEXT_TASK, ()))

    def _observed(self) -> Observed:
        return Observed(self.chart.uow.session, self.chart.stay.stay_id)

    def _due(self, plan: ObservationPlan) -> Iterator[tuple[int, Due]]:
        presets = clinical(self.chart.uow.ports.shelf).presets[plan.situation]
        for number, line in enumerate(presets, 1):
            done = self._observed().since(line.task, plan.happened_at)
            self._finish(plan, number, line, done)
            due = next_due(line, plan.happened_at, done)
            if due is not None:
                yield number, due

    def _finish(self, plan: ObservationPlan, number: int, line: Observation, done: Sequence[Done]) -> None:
        """What the last entry answered is done, not withdrawn."""
        before = next_due(line, plan.happened_at, done[:-1]) if done else None
        if before is not None and done[-1].at >= before.at:
            occasion = _occasion(number, before)
            settle_tasks(self.chart.uow, SettleTasks("observation_plan", plan.id, NEXT_TASK, occasion))

    def _task(self, plan: ObservationPlan, number: int, due: Due) -> RaiseTask:
        # Which line it is may name an illness, so the list names its number and the time.
        return RaiseTask(
            NEXT_TASK,
            _TEXT,
            "observation_plan",
            plan.id,
            due.until,
            Role.NURSE,
            resident_id=plan.resident_id,
            escalate_to=Role.DOCTOR,
            occasion=_occasion(number, due),
            may_go_to=frozenset({Role.CHIEF_NURSE, Role.DOCTOR}),
        )


def _occasion(number: int, due: Due) -> str:
    return f"{number}:{due.at:%Y-%m-%dT%H:%M}"
