"""How large a fictional facility can be."""

from enum import Enum


class Size(Enum):
    """People inside and people known, as facilities are met: small, usual, the largest with its past."""

    S = (300, 2_000)
    M = (1_000, 10_000)
    L = (2_500, 25_000)

    @property
    def inside(self) -> int:
        """People with a running stay."""
        return self.value[0]

    @property
    def people(self) -> int:
        """People with a file, all years together."""
        return self.value[1]


A_GROUP = 100
"""People inside for whom a facility larger than the smallest has one class, one team and one course more."""


def groups_more(inside: int) -> int:
    """How many more groups are taught and at work than in the smallest facility, which has few to stay quick."""
    return max(0, (inside - Size.S.inside) // A_GROUP)
