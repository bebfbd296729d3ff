"""Where the user was and what they keep at hand: back and forward, the last ten records, pins."""

from dataclasses import dataclass, field

from facility_app.ui.shell.spec import Memory, Route

KEY = "shell.places"
MOST_RECENT, MOST_PINNED = 10, 9


@dataclass(frozen=True, slots=True)
class Place:
    """A record someone may want again.

    Attributes:
        page: the page that shows it.
        record: its id.
        name: what it was called; personal, so kept in the encrypted notes only.
    """

    page: str
    record: str
    name: str = field(repr=False)

    @property
    def route(self) -> Route:
        """The way there."""
        return Route(self.page, self.record)


class Places:
    """Recent and pinned records of one user."""

    def __init__(self, memory: Memory) -> None:
        """Read what was noted."""
        self._memory = memory
        body = memory.get(KEY) or {}
        self.recent = _places(body.get("recent"))
        self.pinned = _places(body.get("pinned"))

    def visited(self, place: Place) -> None:
        """Put ``place`` first among the recent ones."""
        others = [one for one in self.recent if one.record != place.record]
        self.recent = (place, *others)[:MOST_RECENT]
        self._keep()

    def toggle_pin(self, place: Place) -> bool:
        """Pin ``place`` or let it go; whether it is pinned now."""
        others = tuple(one for one in self.pinned if one.record != place.record)
        is_pinned = len(others) == len(self.pinned)
        self.pinned = (*others, place)[-MOST_PINNED:] if is_pinned else others
        self._keep()
        return is_pinned

    def is_pinned(self, record: str) -> bool:
        """Whether the record is pinned."""
        return any(one.record == record for one in self.pinned)

    def at_hand(self) -> tuple[Place, ...]:
        """What Alt+1 to Alt+9 open: the pins, then the recent ones."""
        pins = {one.record for one in self.pinned}
        return (*self.pinned, *(one for one in self.recent if one.record not in pins))[:9]

    def _keep(self) -> None:
        self._memory.put(KEY, {"recent": _plain(self.recent), "pinned": _plain(self.pinned)})


def _plain(places: tuple[Place, ...]) -> list[list[str]]:
    return [[one.page, one.record, one.name] for one in places]


def _places(stored: object) -> tuple[Place, ...]:
    """The places noted; what an older program wrote otherwise is forgotten."""
    if not isinstance(stored, list):
        return ()
    return tuple(Place(*one) for one in stored if isinstance(one, list) and len(one) == len(Place.__slots__))
