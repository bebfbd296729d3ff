"""The clock of the fiction: it stands where the story is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from facility_app.kernel.dates import LOCAL, local_date

BEGINS_AT: Final = datetime(2024, 1, 3, 1, 0, tzinfo=UTC)
ENDS_AT: Final = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


@dataclass(slots=True)
class DemoClock:
    """A clock that stands where the story is."""

    at: datetime = BEGINS_AT

    def now(self) -> datetime:
        """The instant of the story."""
        return self.at

    def turn(self, days_ago: int, hour: int, minute: int = 0) -> datetime:
        """Turn it to an hour here, so many days before the last day of the story; answers that instant."""
        self.at = datetime.combine(day_of(days_ago), time(hour, minute), LOCAL).astimezone(UTC)
        return self.at


def day_of(days_ago: int) -> date:
    """The day so many days before the last day of the story."""
    return local_date(ENDS_AT) - timedelta(days=days_ago)
