"""The law's numbers as the rules of a stay take them: value and article, looked up outside and handed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol, TypeAlias


class Figure(Protocol):
    """What a book of legal parameters answers for one key."""

    @property
    def whole(self) -> int:
        """The value as a whole number; a switch is 1 or 0."""

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of a ladder."""

    @property
    def article(self) -> str:
        """What it rests on."""

    @property
    def is_binding(self) -> bool:
        """Whether the text was read, or it is a mere proposal."""


class DatedFigure(Protocol):
    """One rule of the law with every value it ever had."""

    def on(self, day: date) -> Figure | None:
        """What is in force on a day; None when the law then had no such rule."""


NEW_LAW: Final = "new_law_decides"
"""Since when decisions are carried out under the law of 2025 (law.md §18): a dated parameter, 1 from that day."""
LookUp: TypeAlias = Callable[[str], Figure | None]
"""Key of a parameter → its value for the stay's regime and the day; None when that law had no such rule."""


@dataclass(frozen=True, slots=True)
class LegalNumber:
    """A number of the law.

    Attributes:
        value: days, months, hours or working days, as the field says.
        article: what it rests on.
        is_binding: whether the text was read.
    """

    value: int
    article: str
    is_binding: bool = True


@dataclass(frozen=True, slots=True)
class LegalLadder:
    """Several numbers of one rule, greatest first."""

    values: tuple[int, ...]
    article: str


def number_of(look_up: LookUp, key: str) -> LegalNumber | None:
    """One number, or None when the law had no such rule."""
    found = look_up(key)
    return None if found is None else LegalNumber(found.whole, found.article, found.is_binding)


def ladder_of(look_up: LookUp, key: str) -> LegalLadder | None:
    """One ladder, or None."""
    found = look_up(key)
    return None if found is None else LegalLadder(found.parts, found.article)
