"""The roll: who was expected, what was seen, what that leaves to explain, and a strength that always sums."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label

INSIDE: Final = "inside"
"""The state of presence (its code) in which somebody is to be seen at the roll."""


class RollScope(StrEnum):
    """Phạm vi điểm danh."""

    ALL = "all"
    ZONE = "zone"
    TEAM = "team"


ROLL_SCOPE_LABELS: dict[RollScope, Label] = {
    RollScope.ALL: label("terms", "Toàn cơ sở"),
    RollScope.ZONE: label("terms", "Theo khu"),
    RollScope.TEAM: label("terms", "Theo tổ"),
}


class RollMark(StrEnum):
    """Kết quả điểm danh một người."""

    PRESENT = "present"
    ABSENT = "absent"
    ELSEWHERE = "elsewhere"


ROLL_MARK_LABELS: dict[RollMark, Label] = {
    RollMark.PRESENT: label("terms", "Có mặt"),
    RollMark.ABSENT: label("terms", "Vắng không rõ lý do"),
    RollMark.ELSEWHERE: label("terms", "Ở nơi khác, có lý do"),
}


def is_difference(expected: str, mark: RollMark | None, reason: str | None) -> bool:
    """Whether what was seen does not agree with what the file says; then somebody has to explain it.

    Args:
        expected: the code of the state of presence when the roll began.
        mark: what was ticked; None for nothing yet.
        reason: where somebody is who is not there.
    """
    if mark is None:
        return False
    if mark is RollMark.PRESENT:
        return expected != INSIDE
    # Somebody inside who is at the clinic or at work is where the reason says; somebody away is away.
    return expected == INSIDE and (mark is RollMark.ABSENT or not reason)


@dataclass(frozen=True, slots=True)
class Strength:
    """Quân số: tổng = có mặt + vắng theo từng lý do.

    Attributes:
        total: everybody answered for.
        present: those inside.
        away: state of presence → how many.
    """

    total: int
    present: int
    away: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, states: Iterable[str]) -> "Strength":
        """The strength of people in these states of presence."""
        counted = Counter(states)
        present = counted.pop(INSIDE, 0)
        return cls(present + counted.total(), present, dict(sorted(counted.items())))

    @property
    def sums(self) -> bool:
        """Whether it adds up; one that does not is a fault of the program."""
        return self.total == self.present + sum(self.away.values())

    def __add__(self, other: "Strength") -> "Strength":
        """Both together."""
        away = Counter(self.away)
        away.update(other.away)
        return Strength(self.total + other.total, self.present + other.present, dict(sorted(away.items())))
