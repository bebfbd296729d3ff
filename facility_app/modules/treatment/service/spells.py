"""The levels of a watch, one after the other without a hole; the work a watch puts on the worklists."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

import sqlalchemy as sa

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks
from facility_app.modules.treatment.domain.watch import WatchLevel, WatchRules, is_stricter
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import SelfHarmWatch

WATCH_TASK: Final = "treatment.see_watched"
_SEE: Final = label("tasks", "Khám người đang được theo dõi đặc biệt, quyết định mức theo dõi")


@dataclass(frozen=True, slots=True)
class Spells:
    """The watch of one chart; a verb is under way."""

    chart: Chart

    def current(self) -> SelfHarmWatch | None:
        """The level that holds."""
        w = SelfHarmWatch
        asked = sa.select(w).where(
            w.stay_id == self.chart.stay.stay_id, w.ended_at.is_(None), w.voided_at.is_(None)
        )
        return self.chart.uow.session.scalars(asked).first()

    def begin(
        self, level: WatchLevel, reason: str, *, score_id: str | None = None, review_at: datetime | None = None
    ) -> SelfHarmWatch:
        """Watch so from now on; a level that watches closer already stays as it is."""
        now = self.current()
        if now is not None and is_stricter(now.level, level):
            self._ask_doctor(now)
            return now
        return self.change(level, reason, score_id=score_id, review_at=review_at)

    def change(
        self, level: WatchLevel, reason: str, *, score_id: str | None = None, review_at: datetime | None = None
    ) -> SelfHarmWatch:
        """Another level from now on; the one before ends in the same moment."""
        uow = self.chart.uow
        self.end(None)
        made = uow.add(
            SelfHarmWatch(
                **self.chart.facts(uow.now), level=level, reason=reason, score_id=score_id, review_at=review_at
            )
        )
        uow.session.flush()
        if level is WatchLevel.PENDING:
            self._ask_doctor(made)
        elif review_at is not None:
            self._owe(made, review_at)
        return made

    def end(self, reason: str | None) -> SelfHarmWatch | None:
        """The level that held ends now; its work is no longer owed."""
        uow, found = self.chart.uow, self.current()
        if found is None:
            return None
        found.ended_at, found.end_reason = uow.now, reason
        settle_tasks(uow, SettleTasks("self_harm_watch", found.id, WATCH_TASK))
        # The next level begins in this moment: the file must know first that this one ended.
        uow.session.flush()
        return found

    def _ask_doctor(self, watch: SelfHarmWatch) -> None:
        uow = self.chart.uow
        self._owe(watch, uow.now + WatchRules.of(partial(parameter, uow)).doctor_within)

    def _owe(self, watch: SelfHarmWatch, due: datetime) -> None:
        raise_task(
            self.chart.uow,
            RaiseTask(
                WATCH_TASK,
                _SEE,
                "self_harm_watch",
                watch.id,
                due,
                Role.DOCTOR,
                resident_id=self.chart.resident_id,
                escalate_to=Role.CHIEF_NURSE,
                show_on=None,
                may_go_to=frozenset({Role.CHIEF_NURSE}),
            ),
        )
