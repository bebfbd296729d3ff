"""What is told when a value or a score says that somebody must look: a task for the entry, without the disease."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from facility_app.db.settings_store import get_setting
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.tasks.api import RaiseTask, raise_task
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.instrument import Instrument, Severity
from facility_app.modules.treatment.domain.oxygen import scale_at
from facility_app.modules.treatment.domain.score_choices import CIWA, CIWA_BANDS
from facility_app.modules.treatment.domain.scoring import Score, score
from facility_app.modules.treatment.queries.oxygen import OxygenSpans
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.service.plans import Plans

ALERT_TASK: Final = "treatment.see_alert"
_SEE: Final = label("tasks", "Xem ngay kết quả theo dõi có cảnh báo trong hồ sơ bệnh án")
REVIEW_MINUTES: Final = "alert_review_minutes"


@dataclass(frozen=True, slots=True)
class Scales:
    """Scoring for one chart; a verb is under way."""

    chart: Chart

    def score(self, instrument: Instrument, answers: dict[str, object]) -> Score:
        """The result by the definition at hand and the bands the facility chose.

        Raises:
            UserError: as ``scoring.score``.
        """
        chosen = get_setting(self.chart.uow, CIWA_BANDS) if instrument.code == CIWA else None
        return score(instrument, answers, chosen or None)

    def instrument(self, code: str) -> Instrument:
        """The newest version.

        Raises:
            UserError: ``instrument_unknown``.
        """
        return clinical(self.chart.uow.ports.shelf).instruments.get(code)

    def spo2_scale(self, at: datetime) -> int:
        """By which scale of NEWS2 SpO2 measured then counts: the usual one unless a doctor decided otherwise."""
        return scale_at(OxygenSpans(self.chart.uow.session).of_stay(self.chart.stay.stay_id), at)

    def tell(self, table: str, entry_id: str, severities: Iterable[Severity]) -> None:
        """A doctor looks at once at what is urgent, and soon at what warns; a note waits for the next round."""
        found = set(severities)
        if not found & {Severity.URGENT, Severity.WARNING}:
            return
        uow = self.chart.uow
        within = 0 if Severity.URGENT in found else parameter(uow, REVIEW_MINUTES).whole
        raise_task(
            uow,
            RaiseTask(
                ALERT_TASK,
                _SEE,
                table,
                entry_id,
                uow.now + timedelta(minutes=within),
                Role.DOCTOR,
                resident_id=self.chart.resident_id,
                escalate_to=Role.CHIEF_NURSE,
                may_go_to=frozenset({Role.CHIEF_NURSE}),
            ),
        )

    def plan(self) -> None:
        """What the schedules of this chart ask for next stands on the worklist."""
        Plans(self.chart).owe()
