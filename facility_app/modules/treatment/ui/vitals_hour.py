"""When vital signs were measured: now, or the hour that was typed, of today or of last night."""

from datetime import datetime, timedelta
from typing import Final

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import label
from facility_app.ui.forms.time_field import TimeField

HOUR = label("treatment", "Giờ đo (trống: bây giờ)")
DAY: Final = timedelta(days=1)
AHEAD: Final = timedelta(minutes=5)


class HourField(TimeField):
    """The hour of measuring, for all lines that are saved while it stands there."""

    def __init__(self) -> None:
        """Empty: now."""
        super().__init__("hour", HOUR)

    def moment(self, now: datetime) -> datetime | bool | None:
        """When it was measured: None for now, False where the hour is not understood."""
        if self.trouble() is not None:
            return False
        said = self.value()
        if said is None:
            return None
        at = datetime.combine(local_date(now), said, LOCAL)
        # Before midnight it is measured, after midnight it is typed.
        return at if at <= now + AHEAD else at - DAY
