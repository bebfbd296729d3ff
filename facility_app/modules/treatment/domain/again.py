"""When vital signs are measured again: what rang decides how soon, by dated parameters that propose it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.clinical_lists import Clinical
from facility_app.modules.treatment.domain.drug_tests import LookUp
from facility_app.modules.treatment.domain.scoring import score
from facility_app.modules.treatment.domain.vitals import Vitals, answers_from_vitals

NEWS2: Final = "NEWS2"
AGAIN_BY_ALERT: Final[Mapping[str, str]] = {
    "news2_emergency": "news2_emergency_minutes",
    "news2_urgent": "news2_urgent_minutes",
    "news2_single_3": "news2_single_minutes",
}
"""Alert of NEWS2 → the dated parameter that says within how many minutes it is measured again."""
AGAIN: Final = label("treatment", "Đo lại vì NEWS2 lần trước có cảnh báo")
"""What asks for it, where a schedule would be named."""
OLD_HOURS: Final = "news2_old_hours"
"""The dated parameter: an older NEWS2 says nothing of today."""


@dataclass(frozen=True, slots=True)
class AgainRules:
    """How soon somebody is measured again, and how long a score speaks of now.

    Attributes:
        after: alert → the longest time until the next measuring.
        old: a score as old as this is of another day.
    """

    after: Mapping[str, timedelta]
    old: timedelta

    @classmethod
    def of(cls, look_up: LookUp) -> "AgainRules":
        """From the parameters of one day."""
        after = {alert: timedelta(minutes=int(look_up(key).number)) for alert, key in AGAIN_BY_ALERT.items()}
        return cls(after, timedelta(hours=int(look_up(OLD_HOURS).number)))

    def due(self, alerts: Iterable[str], at: datetime) -> datetime | None:
        """When a measuring is repeated: the soonest of all that rang asks for; None if nothing did."""
        found = [self.after[one] for one in alerts if one in self.after]
        return at + min(found) if found else None


def alerts_of(known: Clinical, vitals: Vitals) -> tuple[str, ...]:
    """What NEWS2 of these values rings for; a value that is missing does not silence the others."""
    if not vitals.values and vitals.consciousness is None:
        return ()
    instrument = known.instruments.get(NEWS2)
    return tuple(
        one.code for one in score(instrument, answers_from_vitals(instrument, vitals, known.signs)).alerts
    )
