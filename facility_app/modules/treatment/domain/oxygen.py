"""Whose oxygen NEWS2 reads by its second scale: what a doctor decides of one stay, for as long as it holds.

NEWS2 (RCP 2017) knows two scales of SpO2. The second is for people whose breathing fails with too much CO2, and
only where a doctor set their target at 88–92 %: there oxygen above the target is what counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

USUAL_SCALE: Final = 1
TARGET_SCALE: Final = 2
"""Values of ``spo2_scale`` of NEWS2."""
TARGET_LEAST, TARGET_MOST = 88, 92
"""Percent; the target the second scale was made for. Another target has no scale."""


@dataclass(frozen=True, slots=True)
class OxygenSpan:
    """How long a decision holds; ``to_at`` is None while it does, and the first moment after it otherwise."""

    from_at: datetime
    to_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it is in force at a moment."""
        return self.from_at <= at and (self.to_at is None or at < self.to_at)


def scale_at(spans: Iterable[OxygenSpan], at: datetime) -> int:
    """By which scale SpO2 measured at a moment counts."""
    return TARGET_SCALE if any(one.holds(at) for one in spans) else USUAL_SCALE
