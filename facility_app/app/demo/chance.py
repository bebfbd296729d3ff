"""Chance that repeats: draws by weight, dates and numbers from one seed."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws in a fixed order from one seed; no draw depends on the machine or the day."""

    def __init__(self, seed: int) -> None:
        """Begin the sequence of ``seed``."""
        self._random = random.Random(seed)  # noqa: S311 - fiction, not secrets

    def one_of(self, choices: Sequence[T]) -> T:
        """One of ``choices``, each as likely."""
        return choices[self._random.randrange(len(choices))]

    def weighted(self, weights: Mapping[T, float]) -> T:
        """A key, as likely as its weight says."""
        return self._random.choices([*weights], [*weights.values()])[0]

    def happens(self, share: float) -> bool:
        """True in ``share`` of all cases."""
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return self._random.randint(low, high)

    def day(self, first: date, last: date) -> date:
        """A day from ``first`` to ``last``, both included."""
        return first + timedelta(days=self.between(0, (last - first).days))

    def digits(self, count: int) -> str:
        """A number of ``count`` digits as text, with leading zeros."""
        return f"{self.between(0, 10**count - 1):0{count}}"

    def bytes(self, count: int) -> bytes:
        """``count`` bytes; for ids and salts of the fiction, never for a key."""
        return self._random.randbytes(count)

    def age(self, low: int, mode: int, high: int) -> int:
        """An age with most people near ``mode``."""
        return int(self._random.triangular(low, high + 0.999, mode))
