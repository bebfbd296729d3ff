"""What a form offers to choose: an id with the words people know it by."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that can be chosen; ``quiet`` tells it from others of that name."""

    id: str
    name: str = field(repr=False)
    quiet: str = field(default="", repr=False)
