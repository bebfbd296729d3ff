"""The runway: how near the day of leaving is, in the bands people plan by."""

from datetime import date
from typing import Final

from facility_app.kernel.labels import Label, label

BANDS: Final = (1, 7, 15, 30, 45, 60)
"""Days before the day of leaving; whoever leaves today or should have left stands in band 0."""
LONGEST: Final = BANDS[-1]
EVENING_HOUR: Final = 20
"""The list of tomorrow's releases is read in the evening before."""

BAND_LABELS: Final[dict[int, Label]] = {
    0: label("discharge", "Hôm nay hoặc đã quá ngày"),
    1: label("discharge", "Ngày mai"),
    7: label("discharge", "Trong 7 ngày"),
    15: label("discharge", "Trong 15 ngày"),
    30: label("discharge", "Trong 30 ngày"),
    45: label("discharge", "Trong 45 ngày"),
    60: label("discharge", "Trong 60 ngày"),
}


def band_of(leave_by: date, on: date) -> int | None:
    """The nearest band a release falls into; None when it is farther off than the longest."""
    left = (leave_by - on).days
    if left <= 0:
        return 0
    return next((band for band in BANDS if left <= band), None)
