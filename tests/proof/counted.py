"""What a proof takes and gives: a scale to run at, and what it counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Scale(StrEnum):
    """How much a proof counts: seconds for every test run, or the full figures."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a proof found.

    Attributes:
        name: the proof's name in the registry.
        counts: figure → number.
        ok: whether the proof holds.
        seconds: time on the clock.
        notes: examples of what was wrong, or what a reader must know.
    """

    name: str
    counts: Mapping[str, int]
    ok: bool
    seconds: float
    notes: tuple[str, ...] = ()

    def line(self) -> str:
        """One line for the terminal."""
        figures = ", ".join(f"{key} {number}" for key, number in self.counts.items())
        return f"{'holds' if self.ok else 'FAILS'}  {self.name}: {figures} ({self.seconds:.1f} s)"

    def markdown(self, scale: Scale, machine: str) -> str:
        """A section for the results file."""
        columns = list(self.counts)
        rows = (
            f"### {self.name} ({scale})",
            "",
            "| " + " | ".join(["holds", *columns, "seconds"]) + " |",
            "|" + "---|" * (len(columns) + 2),
            "| "
            + " | ".join(["yes" if self.ok else "**no**", *map(str, self.counts.values()), f"{self.seconds:.1f}"])
            + " |",
            "",
            *(f"- {note}" for note in self.notes),
            f"Machine: {machine}",
        )
        return "\n".join(rows)


Proof: TypeAlias = Callable[[Scale], Counted]
