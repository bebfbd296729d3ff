"""Records found by what somebody types when a paper is to be made of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from facility_app.kernel.names import fold

_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, with or without marks, in any order."""

    text: str

    def first(self, rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """The first rows that have every word; nothing is read any more once there are enough.

        Args:
            rows: ids and names, the likeliest first.
        """
        words = fold(self.text).split()
        return tuple(islice((row for row in rows if all(word in fold(row[1]) for word in words)), _MOST))
