"""Phiếu chấm công: a shift, what is written of each person, how the work was, why somebody did not work."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.hours import DAY_MINUTES

MOST_OUTPUT: Final = 10_000_000_000
"""Thousandths; more is a slip of the keyboard."""


class Mark(StrEnum):
    """Chấm công của một người."""

    WORKED = "worked"
    SICK = "sick"
    CLASS = "class"
    CLINIC = "clinic"
    VISIT = "visit"
    AWAY = "away"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"


MARK_LABELS: Final[dict[Mark, Label]] = {
    Mark.WORKED: label("terms", "Có lao động"),
    Mark.SICK: label("terms", "Nghỉ ốm"),
    Mark.CLASS: label("terms", "Đi học"),
    Mark.CLINIC: label("terms", "Đi khám"),
    Mark.VISIT: label("terms", "Thăm gặp"),
    Mark.AWAY: label("terms", "Ngoài cơ sở"),
    Mark.EXCUSED: label("terms", "Nghỉ có lý do"),
    Mark.UNEXCUSED: label("terms", "Nghỉ không lý do"),
}


LETTERS: Final[dict[Mark, str]] = {
    Mark.WORKED: "C",
    Mark.SICK: "O",
    Mark.CLASS: "H",
    Mark.CLINIC: "K",
    Mark.VISIT: "T",
    Mark.AWAY: "N",
    Mark.EXCUSED: "P",
    Mark.UNEXCUSED: "V",
}
"""What each is written as on a sheet and in a file, and the key that writes it."""


class Quality(StrEnum):
    """Chất lượng công việc."""

    GOOD = "good"
    PASS = "pass"  # noqa: S105 - a grade
    POOR = "poor"


QUALITY_LABELS: Final[dict[Quality, Label]] = {
    Quality.GOOD: label("terms", "Tốt"),
    Quality.PASS: label("terms", "Đạt"),
    Quality.POOR: label("terms", "Chưa đạt"),
}


@dataclass(frozen=True, slots=True)
class Shift:
    """When a team works on a day: minutes after midnight, and the break in between."""

    starts: int
    ends: int
    rest: int = 0

    @property
    def minutes(self) -> int:
        """How long the work takes."""
        return self.ends - self.starts - self.rest

    def check(self, faults: Faults) -> None:
        """Note what cannot be: the end before the beginning, a break longer than the work."""
        if not (0 <= self.starts < self.ends <= DAY_MINUTES and 0 <= self.rest < self.ends - self.starts):
            faults.add(
                "labour_shift_odd",
                "ends",
                label("errors", "Giờ kết thúc phải sau giờ bắt đầu, và giờ nghỉ ngắn hơn ca làm việc."),
            )


def clock(minute: int) -> str:
    """A minute of the day as the clock shows it."""
    return f"{minute // 60:02}:{minute % 60:02}"
