"""What a form offers to choose: an id with the words people know it by."""

from dataclasses import dataclass, field
from typing import Final

MOST_OFFERED: Final = 20
"""How many a box offers for what is typed; whoever looks for another one types more."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that can be chosen; ``quiet`` tells it from others of that name."""

    id: str
    name: str = field(repr=False)
    quiet: str = field(default="", repr=False)
