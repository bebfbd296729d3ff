"""What a paragraph is made of: words in a face, dotted leaders, boxes to tick; and how it is set."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from facility_app.documents.face import Face


@dataclass(frozen=True, slots=True)
class Words:
    """Text; a line break in it stays one."""

    text: str
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Leader:
    """Dots for what is not given.

    Attributes:
        least: how many dots at least.
        stretch: its share of what is left of its line; 0: it keeps its length.
    """

    least: int
    stretch: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box, ticked with a cross or not."""

    is_ticked: bool


Run: TypeAlias = Words | Leader | Box


LINE = 1.25
"""Line height over size of letters; marks stacked on capitals need the room."""
SINGLE = 1.15
"""The least the decree allows: single spacing of its typeface."""


class Align(Enum):
    """Where lines stand."""

    LEFT = 0
    CENTER = 1
    RIGHT = 2
    JUSTIFY = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set, in points.

    Attributes:
        size: size of the letters.
        align: where lines stand.
        first: indent of the first line.
        left: indent of all lines.
        before: room above.
        after: room below.
        keeps_next: whether what follows begins on the same page.
        line: line height over size.
    """

    size: float
    align: Align = Align.LEFT
    first: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    line: float = LINE
