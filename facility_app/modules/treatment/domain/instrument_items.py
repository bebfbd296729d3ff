"""The questions of a rating instrument: what may be answered, what it counts, and which vital sign answers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from facility_app.kernel.labels import Label

Value: TypeAlias = int | str
"""What an option is stored as."""


@dataclass(frozen=True, slots=True)
class Text:
    """Vietnamese wording and its English."""

    vi: Label
    en: str


@dataclass(frozen=True, slots=True)
class Option:
    """One allowed answer.

    Attributes:
        value: what is stored and sent.
        points: what it counts; None where it is not assessed or not testable, so that there is no total.
        text: the anchor; empty for a step between two anchors.
        also: other ways to write it, folded to lower case.
    """

    value: Value
    points: int | None
    text: Text
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Points of measured values up to a limit.

    Attributes:
        to: the last value, in the item's smallest unit; None for all above.
        points: what it counts.
    """

    to: int | None
    points: int


@dataclass(frozen=True, slots=True)
class StepTable:
    """Points of a measured value, while other answers are what ``when`` says.

    Attributes:
        when: item → the option chosen there.
        steps: in rising order.
    """

    when: Mapping[str, Value]
    steps: tuple[Step, ...]

    def points(self, scaled: int) -> int:
        """What a value counts."""
        return next(step.points for step in self.steps if step.to is None or scaled <= step.to)


@dataclass(frozen=True, slots=True)
class Measure:
    """An item answered by a measured value.

    Attributes:
        unit: of the value.
        decimals: how many it may have.
        least: smallest value that can be one, in the smallest unit.
        most: greatest value.
        tables: the first whose conditions hold gives the points.
    """

    unit: str
    decimals: int
    least: int
    most: int
    tables: tuple[StepTable, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    Attributes:
        key: its number or name in the answers; ``2:d`` is question 2 of part d.
        text: the wording.
        options: what may be answered, in order; empty for a measured value.
        measure: how a measured value is read.
        part: the part it belongs to.
        is_scored: whether it counts; others may be left out.
        default: the option taken when nothing is said.
        skip_if: (item, option) that make the question unnecessary; it then counts 0.
        also: other names of the key, folded.
        vital: the vital sign that answers it too.
        vital_steps: which option each range of that sign means.
    """

    key: str
    text: Text
    options: tuple[Option, ...] = ()
    measure: Measure | None = None
    part: str = ""
    is_scored: bool = True
    default: Value | None = None
    skip_if: tuple[tuple[str, Value], ...] = ()
    also: tuple[str, ...] = ()
    vital: str = ""
    vital_steps: tuple[Step, ...] = ()
    lookup: Mapping[Value, Option] = field(default_factory=dict, repr=False, compare=False)

    @property
    def points_span(self) -> tuple[int, int]:
        """Least and most points it can count."""
        if self.measure is not None:
            found = [step.points for table in self.measure.tables for step in table.steps]
        else:
            found = [one.points for one in self.options if one.points is not None]
        return min(found), max(found)
