"""Shares of residents in a period: counted people over counted people, in tenths of a percent."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many.

    Attributes:
        given: residents of ``of`` who were given it.
        of: residents who were in the facility on some day of the period.
    """

    given: int
    of: int

    @property
    def permille(self) -> int | None:
        """Tenths of a percent, halves up; None when there was nobody."""
        return None if not self.of else (2000 * self.given + self.of) // (2 * self.of)

    @classmethod
    def among(cls, present: Collection[str], given: Collection[str]) -> "Share":
        """How many of those present were given it; whoever was not present is not counted."""
        return cls(len(set(present) & set(given)), len(set(present)))


@dataclass(frozen=True, slots=True)
class EducationShares:
    """What of the residents of a period were taught and counselled.

    Attributes:
        legal: given legal education (mission M5).
        counselled: counselled at least once.
        taught: sat in any lesson.
        literacy: in a literacy class.
        sessions: lessons held in the period.
        counsellings: counselling sessions in the period.
    """

    legal: Share
    counselled: Share
    taught: Share
    literacy: Share
    sessions: int
    counsellings: int
