"""Clashes: a person, a member of staff or a room taken twice at one time."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from facility_app.kernel.labels import Label, label
from facility_app.modules.calendar.domain.slots import Slot


class ClashAbout(StrEnum):
    """Ai, cái gì bị trùng."""

    PERSON = "person"
    STAFF = "staff"
    ROOM = "room"


CLASH_ABOUT_LABELS: dict[ClashAbout, Label] = {
    ClashAbout.PERSON: label("clash_abouts", "Người cai nghiện"),
    ClashAbout.STAFF: label("clash_abouts", "Cán bộ"),
    ClashAbout.ROOM: label("clash_abouts", "Phòng"),
}


@dataclass(frozen=True, slots=True)
class Clash:
    """Two slots that take the same people, the same staff or the same room at one time.

    Attributes:
        about: which of them.
        first: the slot that begins first; ``second`` the other.
        ids: who is taken by both, or the room, sorted.
    """

    about: ClashAbout
    first: Slot
    second: Slot
    ids: tuple[str, ...]

    @property
    def from_at(self) -> datetime:
        """When both have begun."""
        return self.second.from_at

    @property
    def to_at(self) -> datetime:
        """When one of them ends."""
        return min(self.first.to_at, self.second.to_at)


def clashes(
    slots: Sequence[Slot], *, wished: AbstractSet[int] | None = None, shared_rooms: AbstractSet[str] = frozenset()
) -> tuple[Clash, ...]:
    """Every pair of slots that meet in a person, a member of staff or a room, the earliest first.

    One sweep through the slots of each person, room and member of staff, by their beginning, against those still
    running. Two slots that touch do not meet; two of one source are one record and do not either; nor do two
    outside the facility, for whoever is in hospital and asked for by a court is out once.

    Args:
        slots: in any order.
        wished: only pairs with one of these, by their place in ``slots``; None for all.
        shared_rooms: rooms where several things are done at once, a yard or a library.
    """
    order = sorted(range(len(slots)), key=lambda one: (slots[one].from_at, slots[one].to_at, slots[one].source))
    taken: dict[tuple[ClashAbout, str], list[int]] = defaultdict(list)
    for place in order:
        slot = slots[place]
        for person in slot.resident_ids:
            taken[ClashAbout.PERSON, person].append(place)
        for member in slot.staff_ids:
            taken[ClashAbout.STAFF, member].append(place)
        if slot.room_id and slot.room_id not in shared_rooms:
            taken[ClashAbout.ROOM, slot.room_id].append(place)
    found: dict[tuple[ClashAbout, int, int], list[str]] = {}
    for (about, who), places in taken.items():
        for first, second in _meeting(slots, places):
            if wished is None or first in wished or second in wished:
                found.setdefault((about, first, second), []).append(who)
    made = (
        Clash(about, slots[one], slots[other], tuple(sorted(who))) for (about, one, other), who in found.items()
    )
    return tuple(
        sorted(made, key=lambda one: (one.from_at, one.about, one.first.source, one.second.source, one.ids))
    )


def clashes_with(
    wished: Sequence[Slot], others: Iterable[Slot], *, shared_rooms: AbstractSet[str] = frozenset()
) -> tuple[Clash, ...]:
    """What these slots would meet, among themselves and among the others.

    An other of the same source is the same record as it stood before, and is left out.
    """
    own = {one.source for one in wished}
    rest = [one for one in others if one.source not in own]
    return clashes([*wished, *rest], wished=frozenset(range(len(wished))), shared_rooms=shared_rooms)


def _meeting(slots: Sequence[Slot], places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Pairs of one person's slots, which come by their beginning, that are both running at some moment."""
    running: list[tuple[datetime, int]] = []
    for place in places:
        begins = slots[place].from_at
        while running and running[0][0] <= begins:
            running.pop(0)
        for _ends, other in running:
            both_out = slots[other].is_outside and slots[place].is_outside
            if slots[other].source != slots[place].source and not both_out:
                yield other, place
        insort(running, (slots[place].to_at, place))
